//! Where a pointer is inside an element.

use wasm_bindgen::JsCast;

/// The pointer's place inside the element that listens, as shares of its width and height.
pub fn share_of_target(event: &web_sys::PointerEvent) -> Option<(f64, f64)> {
    if cfg!(not(target_arch = "wasm32")) {
        return None;
    }
    let element = event.current_target()?.dyn_into::<web_sys::Element>().ok()?;
    let area = element.get_bounding_client_rect();
    let (x, y) = (f64::from(event.client_x()) - area.left(), f64::from(event.client_y()) - area.top());
    (area.width() > 0.0 && area.height() > 0.0).then(|| (x / area.width(), y / area.height()))
}
