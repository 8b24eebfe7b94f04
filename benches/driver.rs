//! A Chromium of one's own, driven by plain WebDriver over HTTP: scripts, input as the browser gets it from a mouse or
//! a keyboard, a slower processor, and the trace of what its threads did.

use crate::browser::{Browser, Driver};
use serde_json::{Value, json};
use std::io::{Read as _, Write as _};
use std::net::TcpStream;

/// What is traced: the main thread's work, the frames, and how long input takes to the screen.
const CATEGORIES: &str = "devtools.timeline,input,disabled-by-default-devtools.timeline.frame";

/// A session; it ends with the value.
pub struct Session {
    driver: Driver,
    path: String,
}

impl Session {
    pub fn start(traced: bool) -> Self {
        Browser::Chromium.ready().unwrap_or_else(|why| panic!("{why}"));
        let driver = Browser::Chromium.start();
        let mut options = json!({
            "binary": ngay_so::site::tools::first_of(&["chromium", "chromium-browser", "google-chrome"]),
            "args": ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-dev-shm-usage",
                "--disable-background-networking", "--disable-component-update", "--window-size=1280,900"],
        });
        let mut wishes = json!({ "browserName": "chrome" });
        if traced {
            options["perfLoggingPrefs"] =
                json!({ "enableNetwork": false, "enablePage": false, "traceCategories": CATEGORIES });
            wishes["goog:loggingPrefs"] = json!({ "performance": "ALL" });
        }
        wishes["goog:chromeOptions"] = options;
        let mut session = Self { driver, path: String::new() };
        let made = session.post("/session", &json!({ "capabilities": { "alwaysMatch": wishes } }));
        session.path = format!("/session/{}", made["sessionId"].as_str().unwrap());
        session.post("/timeouts", &json!({ "script": 600_000 }));
        session
    }

    pub fn open(&self, url: &str) {
        self.post("/url", &json!({ "url": url }));
    }

    /// What a script returns.
    pub fn js(&self, script: &str) -> Value {
        self.post("/execute/sync", &json!({ "script": script, "args": [] }))
    }

    /// Waits until a script says yes.
    pub fn until(&self, script: &str) {
        for _ in 0..600 {
            if self.js(&format!("return !!({script})")) == true {
                return;
            }
            pause(50);
        }
        panic!("chờ quá 30 giây: {script}");
    }

    /// How many times slower the processor shall be.
    pub fn slow_down(&self, rate: f64) {
        self.devtools("Emulation.setCPUThrottlingRate", &json!({ "rate": rate }));
    }

    pub fn move_mouse(&self, x: f64, y: f64) {
        self.devtools("Input.dispatchMouseEvent", &json!({ "type": "mouseMoved", "x": x, "y": y }));
    }

    pub fn press(&self, key: &str) {
        for kind in ["rawKeyDown", "keyUp"] {
            self.devtools("Input.dispatchKeyEvent", &json!({ "type": kind, "key": key, "code": key }));
        }
    }

    /// Everything traced since the session began. To be asked once.
    pub fn trace(&self) -> Vec<Value> {
        let log = self.post("/se/log", &json!({ "type": "performance" }));
        let event = |entry: &Value| {
            let mut said: Value = serde_json::from_str(entry["message"].as_str()?).ok()?;
            (said["message"]["method"] == "Tracing.dataCollected").then(|| said["message"]["params"].take())
        };
        log.as_array().map(|log| log.iter().filter_map(event).collect()).unwrap_or_default()
    }

    /// A command of the DevTools protocol.
    fn devtools(&self, command: &str, params: &Value) {
        self.post("/goog/cdp/execute", &json!({ "cmd": command, "params": params }));
    }

    fn post(&self, path: &str, body: &Value) -> Value {
        let path = if path == "/session" { path.to_owned() } else { format!("{}{path}", self.path) };
        self.ask("POST", &path, &body.to_string())
    }

    fn ask(&self, method: &str, path: &str, body: &str) -> Value {
        let host = self.driver.url.trim_start_matches("http://");
        let mut stream = TcpStream::connect(host).unwrap();
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\nContent-Type: application/json\r\n\
             Content-Length: {}\r\n\r\n{body}",
            body.len()
        )
        .unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        let start = answer.windows(4).position(|w| w == b"\r\n\r\n").unwrap() + 4;
        let mut said: Value = serde_json::from_slice(&answer[start..])
            .unwrap_or_else(|e| panic!("{path}: {e}: {}", String::from_utf8_lossy(&answer)));
        let value = said["value"].take();
        assert!(value.get("error").is_none(), "{path}: {}", value["message"]);
        value
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        if !self.path.is_empty() && !std::thread::panicking() {
            self.ask("DELETE", &self.path.clone(), "");
        }
    }
}

/// Lets the browser come to rest.
pub fn pause(millis: u64) {
    std::thread::sleep(std::time::Duration::from_millis(millis));
}
