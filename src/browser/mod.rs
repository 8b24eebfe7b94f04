//! All that touches the browser. Everything here may fail and nothing panics; outside a browser each call says
//! "nothing there", so the same pages render natively.

pub mod audio;
pub mod chance;
pub mod clock;
pub mod document;
pub mod focus;
pub mod island;
pub mod load;
pub mod media;
pub mod pointer;
pub mod storage;
pub mod timer;

/// The window, where there is one.
#[allow(clippy::disallowed_methods)] // the one place that may ask
pub fn window() -> Option<web_sys::Window> {
    if cfg!(target_arch = "wasm32") { web_sys::window() } else { None }
}

/// The document, where there is one.
pub fn document() -> Option<web_sys::Document> {
    window()?.document()
}
