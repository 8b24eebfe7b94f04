//! The map of the code, in dependency order: each module may use those above it, never those below.
//!
//! `tests/architecture.rs` holds the arrows to this list.

// A page's view is one deeply nested type; the default depth is for smaller ones.
#![recursion_limit = "512"]

pub mod browser; // all that touches the browser; may fail, never panics
pub mod data; // the dataset: file shapes, and a model that cannot be invalid
pub mod figure; // what a chart says and how it is drawn, one file a kind
pub mod geo; // the shapes of the provinces: TopoJSON, projection, neighbours
pub mod quiz; // the question bank, the estimate, the session
pub mod route; // every page and its address
pub mod scene; // a picture as typed marks; its SVG
#[cfg(not(target_arch = "wasm32"))]
pub mod site;
pub mod text; // locales, messages, numbers, dates, Vietnamese order and folding
pub mod ui; // pages and components // the workshop: check, build, prerender, serve
