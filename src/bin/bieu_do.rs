//! The browser's entry for pages with charts and all their tools.

#[cfg(target_arch = "wasm32")]
fn main() {
    ngay_so::ui::start::run(ngay_so::ui::pages::CHARTING, ngay_so::ui::start::sheet);
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    ngay_so::ui::start::not_a_browser();
}

/// A chart as an SVG file, made in the browser: the same bytes as the file the build wrote. `None` before the data
/// are here, for an unknown id, or for a language that is not the page's.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn chart_svg(id: &str, lang: &str) -> Option<String> {
    ngay_so::ui::start::chart_svg(id, lang)
}
