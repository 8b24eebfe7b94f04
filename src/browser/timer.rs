//! Something to be done a little later, unless it is dropped before.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// A call that is still to come. Dropping it calls it off; it may be dropped from within its own call.
#[must_use = "dropping a timer calls it off"]
pub struct Timer {
    id: i32,
    /// Kept as long as the browser may call it.
    _call: Closure<dyn Fn()>,
}

/// Calls `f` once, `ms` milliseconds from now. `None` outside a browser, where time does not pass.
pub fn after(ms: u32, f: impl FnOnce() + 'static) -> Option<Timer> {
    later(ms, Box::new(f))
}

/// One body for all callers.
fn later(ms: u32, f: Box<dyn FnOnce()>) -> Option<Timer> {
    let window = super::window()?;
    let once = std::cell::Cell::new(Some(f));
    let call = Closure::<dyn Fn()>::new(move || {
        if let Some(f) = once.take() {
            f();
        }
    });
    let ms = i32::try_from(ms).unwrap_or(i32::MAX);
    let function = call.as_ref().unchecked_ref();
    let id = window.set_timeout_with_callback_and_timeout_and_arguments_0(function, ms).ok()?;
    Some(Timer { id, _call: call })
}

impl Drop for Timer {
    fn drop(&mut self) {
        if let Some(window) = super::window() {
            window.clear_timeout_with_handle(self.id);
        }
    }
}
