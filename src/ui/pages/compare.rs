//! Provinces or indicators side by side, on the same scales.

use crate::ui::components::comparison::comparison;
use crate::ui::components::el::el;
use crate::ui::context::Context;
use leptos::prelude::*;

/// The page.
pub fn page(cx: &Context) -> AnyView {
    let t = &cx.t().compare;
    let head =
        el("div").class("page-head").add(el("h1").text(t.title)).add(el("p").class("lead").text(t.lead));
    (head.into_any(), comparison(cx)).into_any()
}
