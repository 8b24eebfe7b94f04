//! The browser's entry for comparisons.

#[cfg(target_arch = "wasm32")]
fn main() {
    ngay_so::ui::start::run(ngay_so::ui::pages::COMPARING, ngay_so::ui::start::sheet);
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    ngay_so::ui::start::not_a_browser();
}
