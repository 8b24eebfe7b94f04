//! One indicator: finding, the desk to work on it, what it is, neighbours.

use super::{indicators, not_found};
use crate::data::Indicator;
use crate::route::Route;
use crate::ui::components::el::el;
use crate::ui::components::workbench::desk::Desk;
use crate::ui::components::workbench::workbench;
use crate::ui::context::Context;
use leptos::prelude::*;

/// The page.
pub fn page(cx: &Context, id: &str) -> AnyView {
    let Some(indicator) = cx.data.indicator(id) else { return not_found::page(cx) };
    let t = cx.t();
    let desk = Desk::new(cx, indicator);
    let chart = desk.chart;
    let over = el("p")
        .class("over")
        .add(el("a").attr("href", &cx.href(&Route::Indicators)).text(t.indicators.title))
        .text(" · ")
        .text(indicators::theme_name(t, indicator.theme));
    let head =
        el("div").class("page-head").add(over).add(el("h1").text_now(move || chart.get().title.clone()));
    let definition = el("section")
        .add(el("h2").text(t.indicator.definition))
        .add(el("p").text(indicator.definition.get(cx.locale)));
    let after = el("div").class("notes").add(definition).view(neighbours(cx, indicator));
    (head.into_any(), workbench(&desk), after.into_any()).into_any()
}

fn neighbours(cx: &Context, indicator: &Indicator) -> AnyView {
    let others: Vec<AnyView> = cx
        .data
        .indicators
        .iter()
        .filter(|i| i.theme == indicator.theme && i.id != indicator.id)
        .map(|i| indicators::entry(cx, i))
        .collect();
    if others.is_empty() {
        return ().into_any();
    }
    el("section")
        .add(el("h2").text(cx.t().work.related))
        .add(el("ul").class("entries").view(others.into_any()))
        .into_any()
}
