//! The province map in the page: which indicator and year the address asks for, and the map where it is needed.

use crate::ui::context::Context;
use leptos::prelude::*;

/// The page.
pub fn page(cx: &Context) -> AnyView {
    let _ = cx;
    ().into_any()
}

/// The small map of the home page.
pub fn teaser(cx: &Context) -> AnyView {
    let _ = cx;
    ().into_any()
}

/// The map of one indicator.
pub fn figure(cx: &Context, id: &str) -> AnyView {
    let _ = (cx, id);
    ().into_any()
}
