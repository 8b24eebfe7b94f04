//! The local server: the built folder as a good host would serve it: real types, precompressed files, the headers
//! of `_headers`, a 404 page in the reader's language, a base path.

use super::{
    Outcome, compress, files,
    headers::{self, Rule},
    note, say, stop,
};
use axum::{
    Router,
    body::Body,
    extract::{Request, State},
    http::{HeaderName, HeaderValue, Method, StatusCode, Uri, header},
    response::{IntoResponse, Redirect, Response},
};
use std::{
    io,
    net::TcpListener,
    path::{Path, PathBuf},
    sync::Arc,
};
use tower_http::services::ServeDir;

struct Site {
    dist: PathBuf,
    base: String,
    rules: Vec<Rule>,
}

/// Takes a port of this machine; 0 is any free one. Nobody outside the machine can reach it.
pub fn bind(port: u16) -> Outcome<TcpListener> {
    TcpListener::bind(("127.0.0.1", port)).map_err(|error| match error.kind() {
        io::ErrorKind::AddrInUse => {
            stop!("Cổng {port} đang có chương trình khác dùng: hãy thêm --port 0 để lấy cổng trống")
        }
        io::ErrorKind::PermissionDenied => stop!("Không được phép dùng cổng {port}: hãy thêm --port 8080"),
        _ => stop!("Không mở được cổng {port} ({error}): hãy thêm --port 0 để lấy cổng trống"),
    })
}

/// Serves the folder below the base path until Ctrl-C.
pub fn serve(listener: TcpListener, dist: &Path, base: &str) -> Outcome<()> {
    if !dist.join("index.html").is_file() {
        return Err(stop!("{} chưa có trang nào: hãy chạy cargo run -- build trước", dist.display()));
    }
    let broken = |e: io::Error| stop!("Máy chủ dừng vì lỗi mạng ({e}): hãy chạy lại");
    let address = listener.local_addr().map_err(broken)?;
    let runtime = tokio::runtime::Runtime::new().map_err(broken)?;
    runtime.block_on(async {
        listener.set_nonblocking(true).map_err(broken)?;
        let listener = tokio::net::TcpListener::from_std(listener).map_err(broken)?;
        say(format_args!("Đang phục vụ http://{address}{base}"));
        say("Dừng: Ctrl-C");
        axum::serve(listener, router(dist, base)).with_graceful_shutdown(interrupted()).await.map_err(broken)
    })
}

/// The service itself, for the command line and for tests that have a runtime of their own.
pub fn router(dist: &Path, base: &str) -> Router {
    let rules = headers::parse(&files::read_text(&dist.join("_headers")).unwrap_or_default());
    let site = Site { dist: dist.to_owned(), base: base.to_owned(), rules };
    Router::new().fallback(answer).with_state(Arc::new(site))
}

async fn interrupted() {
    if tokio::signal::ctrl_c().await.is_err() {
        // No way to hear Ctrl-C here: serve until killed.
        std::future::pending::<()>().await;
    }
}

async fn answer(State(site): State<Arc<Site>>, request: Request) -> Response {
    let path = request.uri().path().to_owned();
    let Some(inner) = path.strip_prefix(&site.base).map(str::to_owned) else {
        let at_the_door = path == "/" || format!("{path}/") == site.base;
        return if at_the_door {
            Redirect::temporary(&site.base).into_response()
        } else {
            site.not_found("").await
        };
    };
    let wanted = site.dist.join(&inner);
    let hidden =
        inner.split('/').any(|part| part.starts_with('.') || part == "_headers" || part.contains('\\'));
    let mut response = if hidden {
        site.not_found(&inner).await
    } else if !inner.is_empty() && !inner.ends_with('/') && wanted.is_dir() {
        let query = request.uri().query().map(|query| format!("?{query}")).unwrap_or_default();
        Redirect::permanent(&format!("{path}/{query}")).into_response()
    } else {
        site.file(request, &inner).await
    };
    if compress::is_text(&inner) {
        response.headers_mut().append(header::VARY, HeaderValue::from_static("accept-encoding"));
    }
    // A missing page is sent under any address; it gets the headers of its own.
    let named =
        if response.status() == StatusCode::NOT_FOUND { format!("{}404.html", site.base) } else { path };
    for (name, value) in headers::matching(&site.rules, &named) {
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::try_from(value)) {
            response.headers_mut().append(name, value);
        }
    }
    response
}

impl Site {
    async fn file(&self, request: Request, inner: &str) -> Response {
        let (mut parts, body) = request.into_parts();
        let head = parts.method == Method::HEAD;
        let Ok(uri) = Uri::try_from(format!("/{inner}")) else {
            return StatusCode::BAD_REQUEST.into_response();
        };
        parts.uri = uri;
        let mut folder = ServeDir::new(&self.dist).precompressed_br().precompressed_gzip();
        match folder.try_call(Request::from_parts(parts, body)).await {
            Ok(found) if found.status() == StatusCode::NOT_FOUND => {
                let mut response = self.not_found(inner).await;
                if head {
                    *response.body_mut() = Body::empty();
                }
                response
            }
            Ok(found) => with_charset(found.map(Body::new)),
            Err(error) => {
                note(format_args!("{inner}: {error}"));
                StatusCode::INTERNAL_SERVER_ERROR.into_response()
            }
        }
    }

    /// The page that says so, in English below `/en/`.
    async fn not_found(&self, inner: &str) -> Response {
        let page = if inner.starts_with("en/") { "en/404.html" } else { "404.html" };
        let mut body = tokio::fs::read(self.dist.join(page)).await;
        if body.is_err() {
            body = tokio::fs::read(self.dist.join("404.html")).await;
        }
        let body = body.unwrap_or_else(|_| "Không có trang này.".into());
        (StatusCode::NOT_FOUND, [(header::CONTENT_TYPE, "text/html; charset=utf-8")], body).into_response()
    }
}

/// Text of every kind here is UTF-8, and readers of CSV files need to be told.
fn with_charset(mut response: Response) -> Response {
    let given = response.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let text = given.filter(|kind| !kind.contains("charset")).and_then(|kind| {
        let textual =
            kind.starts_with("text/") || ["json", "xml", "javascript"].iter().any(|end| kind.ends_with(end));
        // `.webmanifest` and `.svg` end in json and xml too.
        textual.then(|| HeaderValue::try_from(format!("{kind}; charset=utf-8")).ok())?
    });
    if let Some(text) = text {
        response.headers_mut().insert(header::CONTENT_TYPE, text);
    }
    response
}
