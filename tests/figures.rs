//! What must hold of any picture: every indicator as every kind of figure, in both languages and at every width.
//!
//! `cargo test --test figures words::` runs those about words. All faults of a property are told at once: whoever
//! mends a chart wants to see the others too.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]
#![allow(unreachable_pub)]

#[path = "figures/all.rs"]
mod all;
#[path = "figures/axes.rs"]
mod axes;
#[path = "figures/grey.rs"]
mod grey;
#[path = "figures/labels.rs"]
mod labels;
#[path = "figures/marks.rs"]
mod marks;
#[path = "figures/numbers.rs"]
mod numbers;
#[path = "figures/words.rs"]
mod words;

use ngay_so::data::Dataset;
use ngay_so::site::content::{self, Content};
use std::path::Path;
use std::sync::OnceLock;

/// What was authored.
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

/// Stops with all faults, each once.
fn none(mut faults: Vec<String>) {
    faults.sort();
    faults.dedup();
    assert!(faults.is_empty(), "{} lỗi:\n{}", faults.len(), faults.join("\n"));
}
