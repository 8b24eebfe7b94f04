//! What events say: where a pointer is, what kind it is, which key was pressed.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent, PointerEvent};

/// An event as one of its kinds; none outside a browser.
fn cast<T: JsCast + Clone>(event: &Event) -> Option<T> {
    if cfg!(not(target_arch = "wasm32")) {
        return None;
    }
    event.dyn_ref::<T>().cloned()
}

/// The pointer's place inside the element that listens, as shares of its width and height.
pub fn share_of_target(event: &Event) -> Option<(f64, f64)> {
    let pointer: PointerEvent = cast(event)?;
    let element = pointer.current_target()?.dyn_into::<Element>().ok()?;
    let area = element.get_bounding_client_rect();
    let (x, y) = (f64::from(pointer.client_x()) - area.left(), f64::from(pointer.client_y()) - area.top());
    (area.width() > 0.0 && area.height() > 0.0).then(|| (x / area.width(), y / area.height()))
}

/// Whether a mouse did it, and not a finger or a pen.
pub fn is_mouse(event: &Event) -> bool {
    cast::<PointerEvent>(event).is_some_and(|pointer| pointer.pointer_type() == "mouse")
}

/// Whether it happened inside the element with this id.
pub fn is_inside(event: &Event, id: &str) -> bool {
    let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
    let root = super::document().and_then(|d| d.get_element_by_id(id));
    root.zip(target).is_some_and(|(root, target)| root.contains(Some(&target)))
}

/// The key that was pressed, unless another key was held that gives it another meaning.
pub fn plain_key(event: &Event) -> Option<String> {
    let key: KeyboardEvent = cast(event)?;
    (!key.ctrl_key() && !key.alt_key() && !key.meta_key()).then(|| key.key())
}

/// What stands in the field that an event is about.
pub fn value(event: &Event) -> Option<String> {
    if cfg!(not(target_arch = "wasm32")) {
        return None;
    }
    let target = event.target()?;
    if let Some(input) = target.dyn_ref::<web_sys::HtmlInputElement>() {
        return Some(input.value());
    }
    target.dyn_ref::<web_sys::HtmlSelectElement>().map(web_sys::HtmlSelectElement::value)
}
