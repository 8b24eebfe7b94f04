//! Moving the keyboard focus to where the reader should go on.

/// Focuses the element with this id once the screen has been drawn. Does nothing if there is none.
pub fn later(id: &str) {
    imp::later(id.to_owned());
}

#[cfg(target_arch = "wasm32")]
mod imp {
    use wasm_bindgen::{JsCast, closure::Closure};

    #[allow(clippy::disallowed_methods)]
    pub(super) fn later(id: String) {
        let Some(window) = web_sys::window() else { return };
        let focus = Closure::once_into_js(move || {
            let element = web_sys::window().and_then(|w| w.document()).and_then(|d| d.get_element_by_id(&id));
            if let Some(element) = element.and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok()) {
                let _ = element.focus();
            }
        });
        let _ = window.request_animation_frame(focus.unchecked_ref());
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod imp {
    pub(super) fn later(_id: String) {}
}
