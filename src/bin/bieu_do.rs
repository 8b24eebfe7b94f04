//! The browser's entry for pages with charts and all their tools.

#[cfg(target_arch = "wasm32")]
fn main() {
    ngay_so::ui::start::run(ngay_so::ui::pages::CHARTING);
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    ngay_so::ui::start::not_a_browser();
}
