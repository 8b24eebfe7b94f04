//! A Chromium of one's own: scripts, input as the browser gets it from a mouse or a keyboard, a slower processor, and
//! the trace of what its threads did.

use crate::browser::{Browser, Driver, Options};
use serde_json::{Value, json};
use std::time::Duration;
use thirtyfour::WebDriver;
use thirtyfour::error::WebDriverResult;
use tokio::runtime::Runtime;

/// What is traced: the main thread's work, the frames, and how long input takes to the screen.
const CATEGORIES: &str = "devtools.timeline,input,disabled-by-default-devtools.timeline.frame";
/// Longest wait for an answer: a hundred times the data take their time.
const PATIENCE: Duration = Duration::from_mins(10);

/// A session; it ends with the value.
pub struct Session {
    web: WebDriver,
    runtime: Runtime,
    // Last, so that the driver outlives its session.
    _driver: Driver,
}

impl Session {
    pub fn start(traced: bool) -> Self {
        Browser::Chromium.ready().unwrap_or_else(|why| panic!("{why}"));
        let driver = Browser::Chromium.start();
        let size = Options { size: (1280, 900), ..Options::default() };
        let mut wishes = serde_json::to_value(Browser::Chromium.wishes(size)).unwrap();
        if traced {
            wishes["goog:chromeOptions"]["perfLoggingPrefs"] =
                json!({ "enableNetwork": false, "enablePage": false, "traceCategories": CATEGORIES });
            wishes["goog:loggingPrefs"] = json!({ "performance": "ALL" });
        }
        let Value::Object(wishes) = wishes else { unreachable!() };
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let web = runtime.block_on(async {
            let web = WebDriver::builder(&driver.url, thirtyfour::Capabilities::from(wishes))
                .request_timeout(PATIENCE)
                .await
                .unwrap();
            web.set_script_timeout(PATIENCE).await.unwrap();
            web
        });
        Self { web, runtime, _driver: driver }
    }

    fn wait<T>(&self, answer: impl Future<Output = WebDriverResult<T>>) -> T {
        self.runtime.block_on(answer).unwrap_or_else(|e| panic!("{e}"))
    }

    pub fn open(&self, url: &str) {
        self.wait(self.web.goto(url));
    }

    /// What a script returns.
    pub fn js(&self, script: &str) -> Value {
        self.wait(self.web.execute(script, vec![])).json().clone()
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
        let event = |message: &str| {
            let mut said: Value = serde_json::from_str(message).ok()?;
            (said["message"]["method"] == "Tracing.dataCollected").then(|| said["message"]["params"].take())
        };
        let log = self.wait(self.web.get_log("performance"));
        log.iter().filter_map(|entry| event(&entry.message)).collect()
    }

    /// A command of the DevTools protocol.
    fn devtools(&self, command: &str, params: &Value) {
        self.wait(self.web.cdp().send_raw(command, params));
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        let _ = self.runtime.block_on(self.web.clone().quit());
    }
}

/// Lets the browser come to rest.
pub fn pause(millis: u64) {
    std::thread::sleep(Duration::from_millis(millis));
}
