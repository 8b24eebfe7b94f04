//! Fetches the data files. What can go wrong is named, in words that a page can show.

use thiserror::Error;

/// Why a file could not be had.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum LoadError {
    /// The page names no address for it.
    #[error("không có địa chỉ tệp {0}")]
    NoAddress(&'static str),
    /// The network failed.
    #[error("mạng: {0}")]
    Network(String),
    /// The server answered with an error.
    #[error("máy chủ trả lời {0}")]
    Status(u16),
    /// What came is not what was expected.
    #[error("{0}")]
    Content(String),
}

/// The text of a data file named by `<meta name>` in the head.
#[cfg(target_arch = "wasm32")]
pub async fn text(id: &'static str) -> Result<String, LoadError> {
    let (url, integrity) = super::document::data_file(id).ok_or(LoadError::NoAddress(id))?;
    // The browser compares the bytes with the hash the build wrote, and refuses what was altered on the way.
    let request = gloo_net::http::Request::get(&url).integrity(&integrity);
    let answer = request.send().await.map_err(|e| LoadError::Network(e.to_string()))?;
    if !answer.ok() {
        return Err(LoadError::Status(answer.status()));
    }
    answer.text().await.map_err(|e| LoadError::Network(e.to_string()))
}

/// Outside a browser there is nothing to fetch.
#[cfg(not(target_arch = "wasm32"))]
#[allow(clippy::unused_async)] // the same call as in the browser
pub async fn text(id: &'static str) -> Result<String, LoadError> {
    Err(LoadError::NoAddress(id))
}

/// Writes to the console, once, what a maintainer needs.
pub fn report(message: &str) {
    if cfg!(target_arch = "wasm32") {
        web_sys::console::warn_1(&message.into());
    }
}

/// Says something to whoever started a browser program outside a browser.
pub fn complain(message: &str) {
    if !cfg!(target_arch = "wasm32") {
        eprintln!("{message}");
    }
}
