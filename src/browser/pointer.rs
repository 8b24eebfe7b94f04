//! What events say: where a pointer is, what kind it is, which key was pressed.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent, MouseEvent, PointerEvent, TouchEvent, WheelEvent};

/// An event as one of its kinds; none outside a browser.
fn cast<T: JsCast + Clone>(event: &Event) -> Option<T> {
    if cfg!(not(target_arch = "wasm32")) {
        return None;
    }
    event.dyn_ref::<T>().cloned()
}

/// The place of a pointer or a wheel inside the element that listens, as shares of its width and height.
pub fn share_of_target(event: &Event) -> Option<(f64, f64)> {
    let mouse: MouseEvent = cast(event)?;
    share(event, (f64::from(mouse.client_x()), f64::from(mouse.client_y())))
}

fn share(event: &Event, (x, y): (f64, f64)) -> Option<(f64, f64)> {
    let element = event.current_target()?.dyn_into::<Element>().ok()?;
    let area = element.get_bounding_client_rect();
    let seen = area.width() > 0.0 && area.height() > 0.0;
    seen.then(|| ((x - area.left()) / area.width(), (y - area.top()) / area.height()))
}

/// Where the fingers on the listening element are, as shares of its width and height.
pub fn fingers(event: &Event) -> Vec<(f64, f64)> {
    let Some(touch) = cast::<TouchEvent>(event) else { return Vec::new() };
    let all = touch.touches();
    let place = |i| {
        let finger = all.item(i)?;
        share(event, (f64::from(finger.client_x()), f64::from(finger.client_y())))
    };
    (0..all.length()).filter_map(place).collect()
}

/// How wide the listening element is on the screen.
pub fn width_of_target(event: &Event) -> Option<f64> {
    if cfg!(not(target_arch = "wasm32")) {
        return None;
    }
    let element = event.current_target()?.dyn_into::<Element>().ok()?;
    Some(element.get_bounding_client_rect().width())
}

/// How far a wheel was turned with the Ctrl key held, which is also what a pinch on a touch pad says; away from the
/// reader is positive. In notches, about.
pub fn ctrl_wheel(event: &Event) -> Option<f64> {
    let wheel: WheelEvent = cast(event)?;
    // A notch is 100 pixels, 3 lines or a page, whichever the browser counts in.
    let notch = match wheel.delta_mode() {
        WheelEvent::DOM_DELTA_LINE => 3.0,
        WheelEvent::DOM_DELTA_PAGE => 1.0,
        _ => 100.0,
    };
    wheel.ctrl_key().then(|| (-wheel.delta_y() / notch).clamp(-3.0, 3.0))
}

/// Whether the main button of a mouse is held.
pub fn is_held(event: &Event) -> bool {
    cast::<PointerEvent>(event).is_some_and(|p| p.pointer_type() == "mouse" && p.buttons() & 1 == 1)
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
