//! Gives the reader a file, or the page on paper.

use super::Trouble;

/// Saves a text under a name.
pub fn text(name: &str, kind: &str, text: &str) -> Result<(), Trouble> {
    imp::text(name, kind, text)
}

/// Opens the browser's print dialogue.
pub fn print() {
    if let Some(window) = super::window() {
        let _ = window.print();
    }
}

#[cfg(target_arch = "wasm32")]
pub use imp::{blob, of_text};

#[cfg(target_arch = "wasm32")]
mod imp {
    use super::Trouble;
    use crate::browser::{document, window};
    use wasm_bindgen::{JsCast, JsValue, closure::Closure};
    use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

    /// How long the address of a saved file stays good: some browsers ask the reader first.
    const KEPT_MS: i32 = 60_000;

    pub(super) fn text(name: &str, kind: &str, text: &str) -> Result<(), Trouble> {
        blob(name, &of_text(kind, text)?)
    }

    /// A text as bytes of a kind.
    pub fn of_text(kind: &str, text: &str) -> Result<Blob, Trouble> {
        let about = BlobPropertyBag::new();
        about.set_type(kind);
        let parts = js_sys::Array::of1(&JsValue::from_str(text));
        Blob::new_with_str_sequence_and_options(&parts, &about).map_err(|_| Trouble::Refused)
    }

    /// Saves bytes under a name.
    pub fn blob(name: &str, blob: &Blob) -> Result<(), Trouble> {
        let document = document().ok_or(Trouble::Absent)?;
        let link = document.create_element("a").ok().and_then(|e| e.dyn_into::<HtmlAnchorElement>().ok());
        let (link, body) = link.zip(document.body()).ok_or(Trouble::Absent)?;
        let url = Url::create_object_url_with_blob(blob).map_err(|_| Trouble::Refused)?;
        link.set_href(&url);
        link.set_download(name);
        // Some browsers follow only links that are part of the page.
        let _ = body.append_child(&link);
        link.click();
        link.remove();
        let forget = Closure::once_into_js(move || {
            let _ = Url::revoke_object_url(&url);
        });
        if let Some(window) = window() {
            let _ =
                window.set_timeout_with_callback_and_timeout_and_arguments_0(forget.unchecked_ref(), KEPT_MS);
        }
        Ok(())
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod imp {
    use super::Trouble;

    pub(super) fn text(_name: &str, _kind: &str, _text: &str) -> Result<(), Trouble> {
        Err(Trouble::Absent)
    }
}
