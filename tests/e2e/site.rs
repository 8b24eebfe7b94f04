//! The site under test: built once (or taken from `NGAY_SO_DIST`), served in this process on free ports, with the
//! faults that some journeys ask for, and with an ear for what the browsers' policy refuses.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, Mutex, OnceLock, mpsc};

/// What is wrong with the delivery.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    Nothing,
    /// The wasm cannot be had.
    NoWasm,
    /// The dataset arrives cut in half.
    TornData,
    /// The finer shapes of the map cannot be had.
    NoFine,
}

/// A site on a port of its own.
#[derive(Clone, Debug)]
pub struct Site {
    /// With the base path, ending in a slash.
    pub url: String,
    pub dist: PathBuf,
    /// What browsers reported against the policy, as they said it, and what they asked for in vain.
    pub reports: Arc<Mutex<Vec<String>>>,
    fault: Fault,
}

/// Where browsers send what the policy refused.
const EAR: &str = "/e2e-bao-cao";

impl Site {
    /// The site at the root.
    pub fn plain() -> &'static Self {
        static SITE: OnceLock<Site> = OnceLock::new();
        SITE.get_or_init(|| Self::serve(plain_dist(), "/", Fault::Nothing))
    }

    /// The site below `/x/`.
    pub fn based() -> &'static Self {
        static SITE: OnceLock<Site> = OnceLock::new();
        SITE.get_or_init(|| Self::serve(based_dist(), "/x/", Fault::Nothing))
    }

    /// The site, badly delivered.
    pub fn with(fault: Fault) -> Self {
        Self::serve(plain_dist(), "/", fault)
    }

    /// A plain site of one's own: nobody else's mishaps are among the reports.
    pub fn alone() -> Self {
        Self::with(Fault::Nothing)
    }

    /// Takes away what has been reported.
    pub fn heard(&self) -> Vec<String> {
        std::mem::take(&mut *self.reports.lock().unwrap())
    }

    fn serve(dist: &Path, base: &str, fault: Fault) -> Self {
        let listener = std::net::TcpListener::bind(("127.0.0.1", 0)).unwrap();
        listener.set_nonblocking(true).unwrap();
        let url = format!("http://{}{base}", listener.local_addr().unwrap());
        let site = Self { url, dist: dist.to_owned(), reports: Arc::default(), fault };
        let router: Router = ngay_so::site::serve::router(dist, base)
            .layer(middleware::from_fn_with_state(site.clone(), deliver));
        let (ready, started) = mpsc::channel();
        // The thread lives as long as the tests do.
        std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async {
                let listener = tokio::net::TcpListener::from_std(listener).unwrap();
                ready.send(()).unwrap();
                axum::serve(listener, router).await.unwrap();
            });
        });
        started.recv().unwrap();
        site
    }
}

/// Adds to every page the same policy once more, as one that only reports; and does what is wrong.
async fn deliver(State(site): State<Site>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    if path == EAR {
        let body = to_bytes(request.into_body(), 1 << 20).await.unwrap_or_default();
        site.reports.lock().unwrap().push(String::from_utf8_lossy(&body).into_owned());
        return StatusCode::NO_CONTENT.into_response();
    }
    let torn = site.fault == Fault::TornData && path.contains("/assets/du-lieu");
    let lost = site.fault == Fault::NoWasm && path.contains(".wasm")
        || site.fault == Fault::NoFine && path.contains("/assets/ban-do-min");
    if lost {
        return StatusCode::NOT_FOUND.into_response();
    }
    let (mut parts, body) = request.into_parts();
    if torn {
        parts.headers.remove(header::ACCEPT_ENCODING);
    }
    let mut response = next.run(Request::from_parts(parts, body)).await;
    if torn {
        let (mut parts, body) = response.into_parts();
        let bytes = to_bytes(body, 1 << 24).await.unwrap_or_default();
        parts.headers.remove(header::CONTENT_LENGTH);
        return Response::from_parts(parts, Body::from(bytes.slice(..bytes.len() / 2)));
    }
    if response.status().is_client_error() || response.status().is_server_error() {
        site.reports.lock().unwrap().push(format!("{path}: {}", response.status()));
    }
    let only_report = HeaderName::from_static("content-security-policy-report-only");
    let policy = format!("{}; report-uri {EAR}", ngay_so::site::headers::CSP);
    response.headers_mut().insert(only_report, HeaderValue::try_from(policy).unwrap());
    response
}

fn plain_dist() -> &'static Path {
    static DIST: OnceLock<PathBuf> = OnceLock::new();
    DIST.get_or_init(|| {
        if let Some(ready) = std::env::var_os("NGAY_SO_DIST") {
            return PathBuf::from(ready);
        }
        let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist");
        build(&dist, "/");
        dist
    })
}

/// A second build is cheap: the program is compiled already, only pages and downloads are written anew.
fn based_dist() -> &'static Path {
    static DIST: OnceLock<PathBuf> = OnceLock::new();
    DIST.get_or_init(|| {
        if let Some(ready) = std::env::var_os("NGAY_SO_DIST_X") {
            return PathBuf::from(ready);
        }
        let dist = Path::new(env!("CARGO_TARGET_TMPDIR")).join("dist-x");
        build(&dist, "/x/");
        dist
    })
}

/// Builds the site, or finds that nothing has changed.
fn build(dist: &Path, base: &str) {
    let out = Command::new(env!("CARGO_BIN_EXE_site"))
        .args(["build", "--public-url", base, "--dist"])
        .arg(dist)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    let said = format!("{}{}", String::from_utf8_lossy(&out.stdout), String::from_utf8_lossy(&out.stderr));
    assert!(out.status.success(), "không dựng được trang cho {base}:\n{said}");
}
