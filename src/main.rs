//! The browser's entry for most pages: the prerendered page is on screen; fetch the data, put the live app in its place.
//!
//! Whatever fails here leaves the prerendered page as it is and says so.

#[cfg(target_arch = "wasm32")]
fn main() {
    ngay_so::ui::start::run(ngay_so::ui::pages::READING, ngay_so::ui::start::book);
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    ngay_so::ui::start::not_a_browser();
}
