//! All that touches the browser. Everything here may fail and nothing panics; outside a browser each call says
//! "nothing there", so the same pages render natively.

pub mod audio;
pub mod chance;
pub mod clipboard;
pub mod clock;
pub mod document;
pub mod focus;
pub mod island;
pub mod load;
pub mod media;
pub mod pointer;
pub mod raster;
pub mod save;
pub mod share;
pub mod storage;
pub mod timer;

/// Why something could not be taken out of the browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// This browser, or a page without a secure address, cannot do it at all.
    Absent,
    /// It can, but did not.
    Refused,
    /// The reader thought better of it.
    Cancelled,
    /// The fonts could not be had, and accents would be wrong without them.
    Fonts,
    /// The picture could not be drawn.
    Picture,
}

/// The window, where there is one.
#[allow(clippy::disallowed_methods)] // the one place that may ask
pub fn window() -> Option<web_sys::Window> {
    if cfg!(target_arch = "wasm32") { web_sys::window() } else { None }
}

/// The document, where there is one.
pub fn document() -> Option<web_sys::Document> {
    window()?.document()
}

/// Does something in the next turn of the event loop.
#[cfg(target_arch = "wasm32")]
fn soon(act: impl FnOnce() + 'static) {
    use wasm_bindgen::JsCast;
    let act = wasm_bindgen::closure::Closure::once_into_js(act);
    let _ = window().map(|w| w.set_timeout_with_callback(act.unchecked_ref()));
}

#[cfg(not(target_arch = "wasm32"))]
fn soon(_: impl FnOnce() + 'static) {}
