//! The browsers: which are there, how to start them, and that they are always stopped.
//!
//! Every session has a driver of its own (geckodriver and `WebKitWebDriver` can only do one each). A small shell holds
//! the driver and kills its whole process group when our end of a pipe closes, however these tests end.

use std::io::{BufRead as _, BufReader};
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::OnceLock;
use std::time::{Duration, Instant};
use thirtyfour::Capabilities;
use thirtyfour::prelude::*;

/// A browser that people use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browser {
    Chromium,
    Firefox,
    WebKit,
}

/// How a journey wants it.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Width and height of the page in CSS pixels.
    pub size: (u32, u32),
    pub scripts: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { size: (1280, 900), scripts: true }
    }
}

/// A running driver.
pub struct Driver {
    pub url: String,
    guard: Child,
    pipe: Option<ChildStdin>,
}

impl Drop for Driver {
    fn drop(&mut self) {
        drop(self.pipe.take());
        let _ = self.guard.wait();
    }
}

/// Waits for the end of its input, then ends the driver and all it started.
const GUARD: &str = r#"setsid "$@" </dev/null >/dev/null 2>&1 & d=$!; cat >/dev/null; kill -TERM -$d 2>/dev/null; i=0; while kill -0 -$d 2>/dev/null && [ $i -lt 20 ]; do i=$((i+1)); sleep 0.1; done; kill -KILL -$d 2>/dev/null; wait"#;

impl Browser {
    /// The commands it needs, with the Debian package of each.
    fn needs(self) -> &'static [(&'static [&'static str], &'static str)] {
        match self {
            Self::Chromium => &[
                (&["chromium", "chromium-browser", "google-chrome"], "chromium"),
                (&["chromedriver"], "chromium-driver"),
            ],
            Self::Firefox => &[(&["firefox-esr", "firefox"], "firefox-esr")],
            Self::WebKit => {
                &[(&["WebKitWebDriver"], "webkit2gtk-driver"), (&["xvfb-run"], "xvfb"), (&["xauth"], "xauth")]
            }
        }
    }

    /// By the name that tests carry.
    pub fn named(name: &str) -> Self {
        match name {
            "chromium" => Self::Chromium,
            "firefox" => Self::Firefox,
            "webkit" => Self::WebKit,
            other => panic!("không có trình duyệt {other}"),
        }
    }

    fn missing(self) -> Vec<&'static str> {
        let lacks = |names: &[&str]| ngay_so::site::tools::first_of(names).is_none();
        self.needs().iter().filter(|(names, _)| lacks(names)).map(|(_, package)| *package).collect()
    }

    /// Makes sure that it can be started, or says in one line why not and what helps.
    pub fn ready(self) -> Result<(), String> {
        static READY: [OnceLock<Result<(), String>>; 3] = [OnceLock::new(), OnceLock::new(), OnceLock::new()];
        READY[self as usize].get_or_init(|| self.prepare()).clone()
    }

    fn prepare(self) -> Result<(), String> {
        let wanted = self.missing();
        let root = Command::new("id").arg("-u").output().is_ok_and(|out| out.stdout.starts_with(b"0\n"));
        // WebKit is extra: whoever wants it installs it.
        if !wanted.is_empty() && self != Self::WebKit && root && which::which("apt-get").is_ok() {
            let install = ["install", "-qy", "--no-install-recommends"];
            let _ = Command::new("apt-get").args(install).args(&wanted).output();
        }
        let missing = self.missing().join(" ");
        if !missing.is_empty() {
            return Err(format!(
                "thiếu {missing} để kiểm {self:?}: hãy cài (Debian: apt-get install {missing})"
            ));
        }
        if self == Self::Firefox {
            ngay_so::site::tools::geckodriver().map_err(|stop| stop.to_string())?;
        }
        Ok(())
    }

    /// Starts a driver on a free port and waits until it listens.
    pub fn start(self) -> Driver {
        let port = TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr().unwrap().port();
        let find = |name: &str| ngay_so::site::tools::first_of(&[name]).unwrap();
        let (before, driver): (Vec<PathBuf>, PathBuf) = match self {
            Self::Chromium => (vec![], find("chromedriver")),
            Self::Firefox => (vec![], ngay_so::site::tools::geckodriver().unwrap()),
            Self::WebKit => (vec![find("xvfb-run"), "-a".into()], find("WebKitWebDriver")),
        };
        let mut words: Vec<String> =
            before.into_iter().chain([driver]).map(|p| p.to_string_lossy().into_owned()).collect();
        words.push(format!("--port={port}"));
        if self == Self::Firefox {
            // Its second port must be free too.
            let other = TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr().unwrap().port();
            words.extend([format!("--websocket-port={other}"), "--marionette-port=0".into()]);
        }
        let mut shell = Command::new("sh");
        shell.args(["-c", GUARD, "sh"]).args(words).stdin(Stdio::piped());
        // Whoever stops these tests with a signal to all of them must not stop the guard before its work.
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut shell, 0);
        let mut guard = shell.spawn().unwrap_or_else(|e| panic!("không chạy được sh: {e}"));
        let pipe = guard.stdin.take();
        let driver = Driver { url: format!("http://127.0.0.1:{port}"), guard, pipe };
        let deadline = Instant::now() + Duration::from_secs(20);
        while !answers(port) {
            assert!(Instant::now() < deadline, "{self:?}: trình điều khiển không trả lời sau 20 giây");
            std::thread::yield_now();
        }
        driver
    }

    /// What to ask the driver for.
    pub fn wishes(self, options: Options) -> Capabilities {
        let caps = match self {
            Self::Chromium => chromium(options),
            Self::Firefox => firefox(options),
            Self::WebKit => serde_json::json!({
                "browserName": "MiniBrowser",
                "webkitgtk:browserOptions": { "binary": mini_browser(), "args": ["--automation"] },
            }),
        };
        let serde_json::Value::Object(map) = caps else { unreachable!() };
        Capabilities::from(map)
    }
}

fn chromium(options: Options) -> serde_json::Value {
    let mut args: Vec<String> = "--headless=new --no-sandbox --disable-gpu --disable-background-networking \
        --disable-component-update --disable-sync --no-first-run --disable-dev-shm-usage --hide-scrollbars"
        .split_whitespace()
        .map(str::to_owned)
        .collect();
    args.push(format!("--window-size={},{}", options.size.0, options.size.1));
    let mut chrome = serde_json::json!({
        "args": args,
        "binary": ngay_so::site::tools::first_of(Browser::Chromium.needs()[0].0),
    });
    if options.size.0 < 600 {
        // Its window has a least width too; a phone has not.
        let (width, height) = options.size;
        chrome["mobileEmulation"] = serde_json::json!({
            "deviceMetrics": { "width": width, "height": height, "pixelRatio": 1, "touch": false, "mobile": false },
        });
    }
    if !options.scripts {
        chrome["prefs"] = serde_json::json!({ "profile.managed_default_content_settings.javascript": 2 });
    }
    serde_json::json!({
        "browserName": "chrome",
        "goog:chromeOptions": chrome,
        "goog:loggingPrefs": { "browser": "ALL" },
    })
}

fn firefox(options: Options) -> serde_json::Value {
    serde_json::json!({
        "browserName": "firefox",
        "moz:firefoxOptions": {
            "args": ["-headless"],
            "binary": ngay_so::site::tools::first_of(Browser::Firefox.needs()[0].0),
            "prefs": {
                "javascript.enabled": options.scripts,
                "layout.css.prefers-color-scheme.content-override": 1,
                // A narrow page needs a window of its own: see `resize`.
                "dom.disable_open_during_load": false,
                "ui.prefersReducedMotion": 1,
                "accessibility.tabfocus": 7,
            },
        },
    })
}

/// The small browser of `WebKitGTK`, wherever the distribution keeps it.
fn mini_browser() -> Option<PathBuf> {
    let found =
        Command::new("find").args(["/usr/lib", "/usr/libexec", "-name", "MiniBrowser"]).output().ok()?;
    BufReader::new(found.stdout.as_slice()).lines().map_while(Result::ok).map(PathBuf::from).max()
}

/// Whether the driver listens and says that it is ready.
fn answers(port: u16) -> bool {
    use std::io::{Read as _, Write as _};
    let Ok(mut stream) = std::net::TcpStream::connect(("127.0.0.1", port)) else { return false };
    let _ = stream.set_read_timeout(Some(Duration::from_secs(5)));
    let asked = write!(stream, "GET /status HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n");
    let mut said = [0; 512];
    asked.is_ok() && stream.read(&mut said).is_ok_and(|n| said[..n].starts_with(b"HTTP/1.1 200"))
}

/// The size of the page, not of the window around it.
pub async fn resize(driver: &WebDriver, size: (u32, u32)) -> WebDriverResult<()> {
    let script = "return [innerWidth, innerHeight]";
    let firefox = driver.handle().capabilities().get("browserName").is_some_and(|name| name == "firefox");
    if firefox && size.0 < 600 {
        // Firefox keeps its windows at least 500 pixels wide, except those without a toolbar.
        let first = driver.window().await?;
        let open = format!("open('about:blank', 'hẹp', 'popup,width={},height={}')", size.0, size.1);
        driver.execute(open, vec![]).await?;
        if let Some(popup) = driver.windows().await?.into_iter().find(|window| *window != first) {
            driver.switch_to_window(popup).await?;
        }
    }
    // By how much the page misses the wish shows how large the frame is.
    for _ in 0..3 {
        let now = driver.execute(script, vec![]).await?.convert::<(f64, f64)>()?;
        let miss = (f64::from(size.0) - now.0, f64::from(size.1) - now.1);
        if miss == (0.0, 0.0) {
            break;
        }
        let window = driver.get_window_rect().await?;
        let grown = |length: i64, by: f64| (length as f64 + by).max(1.0) as u32;
        driver.set_window_rect(0, 0, grown(window.width, miss.0), grown(window.height, miss.1)).await?;
    }
    Ok(())
}
