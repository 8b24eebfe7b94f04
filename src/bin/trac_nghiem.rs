//! The browser's entry for the quiz.

#[cfg(target_arch = "wasm32")]
fn main() {
    ngay_so::ui::start::run(ngay_so::ui::pages::ASKING, ngay_so::ui::start::sheet);
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    ngay_so::ui::start::not_a_browser();
}
