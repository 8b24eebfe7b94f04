//! Moving the keyboard focus to where the reader should go on, and showing what it stands on.

/// Focuses the element with this id once the screen has been drawn. Does nothing if there is none.
pub fn later(id: &str) {
    imp::later(id.to_owned());
}

/// From a chart to the row of its table: focuses the row of a datum. Does nothing if there is none.
pub fn row(chart: &str, series: &str, x: &str) {
    imp::row(chart, series, x);
}

/// Marks one row of a table by `data-lit`, and no other: rows are many, and a pointer is quick.
pub fn light_row(chart: &str, x: Option<&str>) {
    let _ = imp::light_row(chart, x);
}

/// From a row back: the series and datum keys of the row that has the focus, or holds what has it.
pub fn focused_row() -> Option<(String, String)> {
    imp::focused_row()
}

/// Moves the focus by some steps among the elements of a container that match; from outside to the first of them.
/// Gives whether there was one to go to.
pub fn walk(container: &str, selector: &str, steps: i32) -> bool {
    imp::walk(container, selector, steps).is_some()
}

/// Whether the element with this id has the focus.
pub fn is_at(id: &str) -> bool {
    imp::is_at(id)
}

/// Follows the first link of a container that matches, as a click would. Does nothing if there is none.
pub fn follow(container: &str, selector: &str) {
    imp::follow(container, selector);
}

/// Scrolls so that a height inside an element can be seen; `share` runs from 0 (its top) to 1.
pub fn reveal(id: &str, share: f64) {
    imp::reveal(id, share);
}

/// How far below the top of the window a height inside an element is.
pub fn height_on_screen(id: &str, share: f64) -> Option<f64> {
    imp::height_on_screen(id, share)
}

#[cfg(target_arch = "wasm32")]
mod imp {
    use crate::browser::{document, window};
    use wasm_bindgen::{JsCast, closure::Closure};
    use web_sys::{Element, HtmlElement};

    pub(super) fn later(id: String) {
        let Some(window) = window() else { return };
        let focus = Closure::once_into_js(move || {
            let element = document().and_then(|d| d.get_element_by_id(&id));
            give(element);
        });
        let _ = window.request_animation_frame(focus.unchecked_ref());
    }

    fn give(element: Option<Element>) {
        if let Some(element) = element {
            if let Some(html) = element.dyn_ref::<HtmlElement>() {
                let _ = html.focus();
            } else if let Some(svg) = element.dyn_ref::<web_sys::SvgElement>() {
                let _ = svg.focus();
            }
        }
    }

    pub(super) fn row(chart: &str, series: &str, x: &str) {
        let safe = |word: &str| word.replace(['"', '\\'], "");
        let selector = format!(
            "table[data-for=\"{}\"] tr[data-series=\"{}\"][data-x=\"{}\"]",
            safe(chart),
            safe(series),
            safe(x)
        );
        let found = document().and_then(|d| d.query_selector(&selector).ok().flatten());
        if let Some(row) = &found {
            let _ = row.set_attribute("tabindex", "-1");
        }
        give(found);
    }

    pub(super) fn light_row(chart: &str, x: Option<&str>) -> Option<()> {
        let safe = |word: &str| word.replace(['"', '\\'], "");
        let table = document()?.query_selector(&format!("table[data-for=\"{}\"]", safe(chart))).ok()??;
        if let Ok(Some(lit)) = table.query_selector("tr[data-lit]") {
            let _ = lit.remove_attribute("data-lit");
        }
        let row = table.query_selector(&format!("tr[data-x=\"{}\"]", safe(x?))).ok()??;
        row.set_attribute("data-lit", "").ok()
    }

    pub(super) fn focused_row() -> Option<(String, String)> {
        let row = document()?.active_element()?.closest("tr[data-series]").ok()??;
        Some((row.get_attribute("data-series")?, row.get_attribute("data-x")?))
    }

    pub(super) fn walk(container: &str, selector: &str, steps: i32) -> Option<()> {
        let document = document()?;
        let all = document.get_element_by_id(container)?.query_selector_all(selector).ok()?;
        let active = document.active_element()?;
        let at = (0..all.length()).find(|i| all.item(*i).is_some_and(|e| e.is_same_node(Some(&active))));
        let to = at.map_or(Some(0), |at| at.checked_add_signed(steps))?;
        give(Some(all.item(to)?.dyn_into::<Element>().ok()?));
        Some(())
    }

    pub(super) fn is_at(id: &str) -> bool {
        document().and_then(|d| d.active_element()).is_some_and(|e| e.id() == id)
    }

    pub(super) fn follow(container: &str, selector: &str) {
        let found = document().and_then(|d| d.get_element_by_id(container));
        let link = found.and_then(|c| c.query_selector(selector).ok().flatten());
        if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlElement>().ok()) {
            link.click();
        }
    }

    pub(super) fn reveal(id: &str, share: f64) {
        let (Some(window), Some(at)) = (window(), height_on_screen(id, share)) else { return };
        let height = window.inner_height().ok().and_then(|h| h.as_f64()).unwrap_or(0.0);
        // Room above for the tooltip, and a little below.
        let (top, bottom) = (130.0, height - 40.0);
        let by = if at < top { at - top } else { (at - bottom).max(0.0) };
        if by.abs() > 0.5 && height > 200.0 {
            window.scroll_by_with_x_and_y(0.0, by);
        }
    }

    pub(super) fn height_on_screen(id: &str, share: f64) -> Option<f64> {
        let area = document()?.get_element_by_id(id)?.get_bounding_client_rect();
        Some(area.top() + area.height() * share)
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod imp {
    pub(super) fn later(_id: String) {}

    pub(super) fn row(_chart: &str, _series: &str, _x: &str) {}

    pub(super) fn light_row(_chart: &str, _x: Option<&str>) -> Option<()> {
        None
    }

    pub(super) fn focused_row() -> Option<(String, String)> {
        None
    }

    pub(super) fn walk(_container: &str, _selector: &str, _steps: i32) -> Option<()> {
        None
    }

    pub(super) fn is_at(_id: &str) -> bool {
        false
    }

    pub(super) fn follow(_container: &str, _selector: &str) {}

    pub(super) fn reveal(_id: &str, _share: f64) {}

    pub(super) fn height_on_screen(_id: &str, _share: f64) -> Option<f64> {
        None
    }
}
