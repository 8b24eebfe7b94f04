//! Today's date in Hà Nội.

use crate::text::Date;

/// Today in Hà Nội by the device's clock; `None` outside a browser.
pub fn today_in_hanoi() -> Option<Date> {
    cfg!(target_arch = "wasm32").then(|| Date::in_hanoi(js_sys::Date::now()))
}

/// Calls back about once a minute while the page is open, so that a banner turns at midnight.
pub fn every_minute(callback: impl Fn() + 'static) {
    let Some(window) = super::window() else { return };
    let closure = wasm_bindgen::closure::Closure::<dyn Fn()>::new(callback);
    let function = wasm_bindgen::JsCast::unchecked_ref(closure.as_ref());
    if window.set_interval_with_callback_and_timeout_and_arguments_0(function, 60_000).is_ok() {
        closure.forget(); // one for the life of the page
    }
}
