//! One indicator: finding, the desk to work on it, what it is, neighbours.

use super::{indicators, not_found};
use crate::data::Indicator;
use crate::figure::Chart;
use crate::route::Route;
use crate::text::fill;
use crate::ui::components::el::{El, el};
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
    // In words alone: the small pictures of the catalogue stay with its program.
    let entry = |other: &Indicator| {
        let chart = Chart::of(&cx.data, other, cx.locale);
        let link = el("a")
            .attr_now("href", {
                let (cx, route) = (cx.clone(), Route::Indicator(other.id.clone()));
                move || cx.href_mine(&route)
            })
            .text(other.name.get(cx.locale));
        let latest = fill(cx.t().chart.latest, &[("when", &chart.latest)]);
        el("li")
            .add(el("h3").add(link))
            .add(el("p").text(&chart.title))
            .add(el("p").class("src").text(&latest))
    };
    let others: Vec<El> = cx
        .data
        .indicators
        .iter()
        .filter(|i| i.theme == indicator.theme && i.id != indicator.id)
        .map(entry)
        .collect();
    if others.is_empty() {
        return ().into_any();
    }
    el("section")
        .add(el("h2").text(cx.t().work.related))
        .add(el("ul").class("entries related").all(others))
        .into_any()
}
