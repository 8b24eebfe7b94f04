//! What the screen is like: a media query as a yes or no that may change.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// Whether a media query holds now; `None` outside a browser.
pub fn matches(query: &str) -> Option<bool> {
    super::window()?.match_media(query).ok().flatten().map(|list| list.matches())
}

/// Calls back whenever a media query changes, for the life of the page.
pub fn on_change(query: &str, callback: impl Fn(bool) + 'static) {
    let Some(list) = super::window().and_then(|w| w.match_media(query).ok().flatten()) else { return };
    let watched = list.clone();
    let closure = Closure::<dyn Fn()>::new(move || callback(watched.matches()));
    if list.add_event_listener_with_callback("change", closure.as_ref().unchecked_ref()).is_ok() {
        closure.forget();
    }
}
