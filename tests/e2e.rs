//! The page in real browsers: `WebDriver` journeys in Chromium and Firefox, and in `WebKit` where its driver is installed.
//!
//! `NGAY_SO_DIST` names a built site to test instead of building one. One test is one journey in one browser:
//! `cargo test --test e2e chart::` runs those about charts, `cargo test --test e2e firefox` those in Firefox.
#![cfg(not(target_arch = "wasm32"))]
// A test may fail where it stands, also in its helpers.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::large_futures)]
#![allow(unreachable_pub)]

#[path = "e2e/browser.rs"]
mod browser;
#[path = "e2e/page.rs"]
mod page;
#[path = "e2e/site.rs"]
mod site;

#[path = "e2e/access.rs"]
mod access;
#[path = "e2e/catalogue.rs"]
mod catalogue;
#[path = "e2e/chart.rs"]
mod chart;
#[path = "e2e/compare.rs"]
mod compare;
#[path = "e2e/find.rs"]
mod find;
#[path = "e2e/hands.rs"]
mod hands;
#[path = "e2e/hands_touch.rs"]
mod hands_touch;
#[path = "e2e/levels.rs"]
mod levels;
#[path = "e2e/listen.rs"]
mod listen;
#[path = "e2e/map.rs"]
mod map;
#[path = "e2e/measure.rs"]
mod measure;
#[path = "e2e/province.rs"]
mod province;
#[path = "e2e/quiz.rs"]
mod quiz;
#[path = "e2e/still.rs"]
mod still;
#[path = "e2e/take.rs"]
mod take;
#[path = "e2e/touch.rs"]
mod touch;
#[path = "e2e/visit.rs"]
mod visit;
#[path = "e2e/ways.rs"]
mod ways;
#[path = "e2e/work.rs"]
mod work;
#[path = "e2e/width.rs"]
mod width;

use ngay_so::data::Dataset;
use ngay_so::site::content::{self, Content};
use std::path::Path;
use std::sync::OnceLock;

/// What was authored, for comparing with what is shown.
fn authored() -> &'static Content {
    static CONTENT: OnceLock<Content> = OnceLock::new();
    CONTENT.get_or_init(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data");
        content::load(&folder).unwrap_or_else(|faults| panic!("{}", content::Report(&faults)))
    })
}

fn data() -> &'static Dataset {
    &authored().dataset
}

/// Addresses of all pages, below the site's root.
fn addresses() -> Vec<String> {
    let routes = ngay_so::route::Route::all(data());
    let both = |route: &ngay_so::route::Route| ngay_so::text::Locale::ALL.map(|locale| route.path(locale));
    routes.iter().flat_map(both).collect()
}
