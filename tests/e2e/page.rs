//! A page in a browser: opening, waiting, asking, pressing. And the macro that makes one test of each journey in
//! each browser.

use super::browser::{Browser, Options, resize};
use super::site::Site;
use serde::de::DeserializeOwned;
use std::io::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::time::Duration;
use thirtyfour::prelude::*;

/// Longest wait for anything.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// What a journey returns: an error of the driver, or nothing. Everything else is an assertion.
pub type Journey = WebDriverResult<()>;

/// An open browser, looking at a site.
pub struct Page {
    pub driver: WebDriver,
    pub browser: Browser,
    pub site: Site,
}

/// Runs a journey in a session of its own, and ends the session and its driver whatever happens.
pub fn travel(
    browser: Browser,
    options: Options,
    site: impl FnOnce() -> Site,
    journey: impl AsyncFnOnce(&Page) -> Journey,
) {
    if let Err(why) = browser.ready() {
        // A browser that is missing is said, never passed over; a machine that must have all of them fails.
        // `eprintln!` would be kept from the reader, because the test passes.
        let _ = writeln!(std::io::stderr(), "BỎ QUA: {why}");
        let must = std::env::var("CI").is_ok_and(|ci| ci == "true") && browser != Browser::WebKit;
        assert!(!must, "{why}");
        return;
    }
    let site = site();
    let driver = browser.start();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let session = WebDriver::builder(&driver.url, browser.wishes(options))
            .request_timeout(Duration::from_mins(2))
            .await
            .unwrap_or_else(|e| panic!("{browser:?} không khởi động: {e}"));
        session.set_script_timeout(Duration::from_secs(90)).await.unwrap();
        if options.scripts {
            resize(&session, options.size).await.unwrap();
        }
        let page = Page { driver: session.clone(), browser, site };
        // A failed assertion must still end the session.
        let ended = Caught(Box::pin(journey(&page))).await;
        if !matches!(ended, Ok(Ok(()))) {
            page.tell().await;
        }
        let _ = session.quit().await;
        match ended {
            Ok(done) => done.unwrap_or_else(|e| panic!("{browser:?}: {e}")),
            Err(panic) => resume_unwind(panic),
        }
    });
}

/// A future that hands over a panic instead of unwinding through us.
struct Caught<F>(std::pin::Pin<Box<F>>);

impl<F: Future> Future for Caught<F> {
    type Output = std::thread::Result<F::Output>;

    fn poll(
        mut self: std::pin::Pin<&mut Self>,
        cx: &mut std::task::Context,
    ) -> std::task::Poll<Self::Output> {
        match catch_unwind(AssertUnwindSafe(|| self.0.as_mut().poll(cx))) {
            Ok(poll) => poll.map(Ok),
            Err(panic) => std::task::Poll::Ready(Err(panic)),
        }
    }
}

impl Page {
    /// Goes to an address below the site's root.
    pub async fn open(&self, path: &str) -> Journey {
        self.driver.goto(format!("{}{path}", self.site.url)).await
    }

    /// Goes there and waits until wasm has taken over.
    pub async fn live(&self, path: &str) -> Journey {
        self.open(path).await?;
        self.state("live").await
    }

    /// Waits until the page says that it is live, or failed.
    pub async fn state(&self, state: &str) -> Journey {
        // Whatever it becomes: who waits for the one need not wait after the other.
        let query = self.driver.query(By::Css("html:not([data-app='static'])"));
        let root = query.wait(PATIENCE, Duration::from_millis(50)).first().await;
        let now = match root {
            Ok(root) => root.attr("data-app").await?.unwrap_or_default(),
            Err(_) => format!("static sau {PATIENCE:?}"),
        };
        assert_eq!(now, state, "{:?}: trạng thái của trang", self.browser);
        Ok(())
    }

    /// Runs a script and reads what it returns.
    pub async fn js<T: DeserializeOwned>(&self, script: &str) -> WebDriverResult<T> {
        self.driver.execute(script, vec![]).await?.convert()
    }

    /// Waits until an expression holds in the page.
    pub async fn until(&self, what: &str, expression: &str) -> Journey {
        let script = format!(
            "const done = arguments[0], end = Date.now() + {}; (function look() {{ \
             if ({expression}) done(true); else if (Date.now() > end) done(false); else setTimeout(look, 20); }})()",
            PATIENCE.as_millis()
        );
        // Who waits while a link opens another document is told that the old one is gone, or nothing: the new one is
        // asked.
        let mut met = None;
        for _ in 0..4 {
            match self.driver.execute_async(script.clone(), vec![]).await {
                Err(gone) if gone.to_string().contains("unloaded") => {}
                answer => met = answer?.convert::<Option<bool>>()?,
            }
            if met.is_some() {
                break;
            }
        }
        let met = met == Some(true);
        assert!(met, "{:?}: chờ mãi không thấy {what}: {expression}", self.browser);
        Ok(())
    }

    /// Presses a key, as a reader does: whatever has the focus gets it.
    pub async fn press(&self, key: Key) -> Journey {
        self.driver.action_chain().send_keys(key).perform().await
    }

    /// Tabs on until the focused element matches, as a reader without a mouse does.
    pub async fn tab_to(&self, css: &str) -> Journey {
        let there = format!("return !!document.activeElement && document.activeElement.matches({css:?})");
        for _ in 0..200 {
            self.press(Key::Tab).await?;
            if self.js::<bool>(&there).await? {
                return Ok(());
            }
        }
        panic!("{:?}: 200 lần Tab không đến được {css}", self.browser);
    }

    /// Clicks as a reader does. Browsers pass over steps of the history that nobody has clicked for.
    pub async fn click(&self, css: &str) -> Journey {
        let found = self.driver.find(By::Css(css)).await?;
        found.scroll_into_view().await?;
        found.click().await
    }

    /// Moves the mouse to the middle of an element, after bringing it into view.
    pub async fn hover(&self, css: &str) -> Journey {
        let script = format!(
            "const e = document.querySelector({css:?}); e.scrollIntoView({{block: 'center', behavior: 'instant'}}); \
             const r = e.getBoundingClientRect(); \
             return [Math.round(r.left + r.width / 2), Math.round(r.top + r.height / 2)]"
        );
        let (x, y): (i64, i64) = self.js(&script).await?;
        self.driver.action_chain().move_to(x, y).perform().await
    }

    /// The text of the first element that matches.
    pub async fn text(&self, css: &str) -> WebDriverResult<String> {
        self.js(&format!("return (document.querySelector({css:?})?.textContent ?? '').trim()")).await
    }

    /// Errors that the browser has written down since the last time, if it tells.
    pub async fn errors(&self) -> WebDriverResult<Vec<String>> {
        if self.browser != Browser::Chromium {
            return Ok(vec![]);
        }
        let log = self.driver.browser_log().await?;
        Ok(log.into_iter().filter(|entry| entry.level == "SEVERE").map(|entry| entry.message).collect())
    }

    /// What somebody needs who reads about a failure: where, in which state, and what the browser wrote down.
    async fn tell(&self) {
        let at = self.driver.current_url().await.map(|url| url.to_string()).unwrap_or_default();
        let state =
            self.js::<String>("return document.documentElement.dataset.app + ' ' + document.title").await;
        eprintln!("{:?} ở {at} ({})", self.browser, state.unwrap_or_default());
        if self.browser == Browser::Chromium {
            for entry in self.driver.browser_log().await.unwrap_or_default() {
                eprintln!("  {}: {}", entry.level, entry.message);
            }
        }
    }
}

/// One test for each journey and browser: `name: chromium firefox, options, site;` makes `name::chromium` and
/// `name::firefox`.
#[macro_export]
macro_rules! journeys {
    ($($journey:ident: $($browser:ident)+, $options:expr, $site:expr;)+) => {
        $(mod $journey {
            #[allow(unused_imports)]
            use super::*;
            $(#[test]
            fn $browser() {
                let browser = $crate::browser::Browser::named(stringify!($browser));
                $crate::page::travel(browser, $options, || $site, super::$journey);
            })+
        })+
    };
}
