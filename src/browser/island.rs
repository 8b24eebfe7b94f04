//! A part of a page that another program brings to life: the page asks for it by an event, `boot.js` fetches the
//! program once, and the program answers each further event itself.

/// The event; `public/boot.js` knows it too.
pub const ASKED: &str = "ngay-so:ban-do";

/// What `boot.js` says when the program could not be had.
pub const FAILED: &str = "ngay-so:ban-do-hong";

/// Asks once the screen has been drawn, with the prerendered part put back before.
pub fn ask() {
    imp::ask();
}

/// Calls back at each event of a name, for the life of the page.
pub fn on(name: &str, callback: impl Fn() + 'static) {
    imp::on(name, Box::new(callback));
}

/// The place that waits for the map, emptied, and the indicator it is about.
pub fn take_place() -> Option<(super::document::Root, String)> {
    imp::take_place()
}

/// Tells the page that the address has been changed by somebody else.
pub fn told_address() {
    imp::told_address();
}

#[cfg(target_arch = "wasm32")]
mod imp {
    use super::super::document as page;
    use crate::browser::{document, window};
    use wasm_bindgen::{JsCast, closure::Closure};
    use web_sys::{Event, HtmlElement};

    pub(super) fn ask() {
        let Some(window) = window() else { return };
        let tell = Closure::once_into_js(move || {
            page::put_back();
            if let (Some(document), Ok(event)) = (document(), Event::new(super::ASKED)) {
                let _ = document.dispatch_event(&event);
            }
        });
        let _ = window.request_animation_frame(tell.unchecked_ref());
    }

    pub(super) fn on(name: &str, callback: Box<dyn Fn()>) {
        let closure = Closure::<dyn Fn()>::new(callback);
        let function = closure.as_ref().unchecked_ref();
        if document().is_some_and(|d| d.add_event_listener_with_callback(name, function).is_ok()) {
            closure.forget();
        }
    }

    pub(super) fn take_place() -> Option<(page::Root, String)> {
        let place = document()?.query_selector("[data-island=\"map\"]").ok()??;
        let id = place.get_attribute("data-indicator")?;
        place.set_text_content(None);
        let _ = place.set_attribute("data-island", "live");
        Some((place.dyn_into::<HtmlElement>().ok()?, id))
    }

    pub(super) fn told_address() {
        if let (Some(window), Ok(event)) = (window(), Event::new("popstate")) {
            let _ = window.dispatch_event(&event);
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod imp {
    pub(super) fn ask() {}

    pub(super) fn on(_name: &str, _callback: Box<dyn Fn()>) {}

    pub(super) fn take_place() -> Option<(crate::browser::document::Root, String)> {
        None
    }

    pub(super) fn told_address() {}
}
