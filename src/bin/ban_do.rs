//! The browser's entry for pages with a live map.

#[cfg(target_arch = "wasm32")]
fn main() {
    ngay_so::ui::start::run_or_land(
        ngay_so::ui::pages::MAPPING,
        ngay_so::ui::start::sheet,
        ngay_so::ui::pages::map_page::island,
    );
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    ngay_so::ui::start::not_a_browser();
}
