//! The browser's entry: the prerendered page is on screen; fetch the data, put the live app in its place.
//!
//! Whatever fails here leaves the prerendered page as it is and says so.

#[cfg(target_arch = "wasm32")]
fn main() {
    console_error_panic_hook::set_once();
    wasm_bindgen_futures::spawn_local(ngay_so::ui::start::start());
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("Đây là phần chạy trong trình duyệt. Hãy dùng: cargo run");
    std::process::exit(1);
}
