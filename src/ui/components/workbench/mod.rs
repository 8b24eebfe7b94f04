//! The desk at which a reader works on one indicator: tabs, controls, picture, numbers, sources. All that is chosen
//! stands in the address.

mod controls;
pub mod desk;
mod legend;
mod source;
pub mod table;
pub mod tabs;
mod years;

use super::chart_figure::credits;
use super::listen::listen_with;
use super::picker::picker;
use super::plot::{Plot, PlotProps};
use super::take::take;
use crate::data::Code63;
use crate::figure::view::MOST_UNITS;
use crate::figure::{Chart, Tab, pick};
use crate::route::Route;
use crate::text::fill;
use crate::ui::components::el::{El, el, now};
use desk::Desk;
use leptos::prelude::*;
use table::Width;

/// Tabs and panels of an indicator.
pub fn workbench(desk: &Desk) -> AnyView {
    let Some(indicator) = desk.indicator() else { return ().into_any() };
    let all = Tab::of(indicator);
    let panels = all.iter().map(|tab| {
        let (desk, tab) = (desk.clone(), *tab);
        let of = desk.clone();
        tabs::panel(&desk, tab, move || match tab {
            Tab::Chart => chart_panel(&of),
            Tab::Map => map_panel(&of),
            Tab::Table => table_panel(&of),
            Tab::Source => source::panel(&of),
        })
    });
    el("div").class("workbench").add(tabs::tabs(desk, &all)).all(panels.collect()).into_any()
}

/// Controls, picture, numbers beside it, what to take away.
fn chart_panel(desk: &Desk) -> AnyView {
    let t = desk.cx.t();
    let id = desk.indicator().map(|i| i.id.clone()).unwrap_or_default();
    let summary_id = format!("{id}-summary");
    let chart = desk.chart;
    let summary = move || chart.get().summary.clone();
    let key = move || {
        let chart = chart.get();
        el("p")
            .class("key")
            .add(el("strong").text(&chart.subtitle))
            .text(" ")
            .text(&chart.key.join(" "))
            .into_any()
    };
    let heard = RwSignal::new(None);
    let plot = Plot(PlotProps {
        cx: desk.cx.clone(),
        chart,
        active: desk.active,
        heard: Some(heard),
        only: legend::only(desk),
        draw: Chart::draw,
        described_by: summary_id.clone(),
    });
    let live = desk.cx.live;
    let (of_legend, of_caption) = (desk.clone(), desk.clone());
    // Close to the picture, so that what is heard is seen too.
    let ear = listen_with(&desk.cx, chart, legend::chosen(desk), desk.active, heard);
    let body = el("div")
        .class("chart-body")
        .view(now(move || legend::legend(&of_legend)))
        .view(plot.into_any())
        .opt(live.then(|| el("p").class("hint").text(t.work.hint)))
        .view(ear)
        .view(now(move || {
            let (cx, chart) = (&of_caption.cx, of_caption.chart.get());
            credits(cx, &chart).into_any()
        }));
    let figure = el("figure")
        .class("chart")
        .attr("data-chart", &id)
        .add(el("p").class("summary").attr("id", &summary_id).text_now(summary))
        .view(now(key))
        .add(body);
    let mut out = el("div").class("chart-panel");
    if live {
        out = out.add(bar(desk));
    }
    out = out.add(figure);
    if live {
        out = out.add(el("div").class("chart-table").view(table::table(desk, Width::Short)));
    }
    out.view(take(&desk.cx, chart)).into_any()
}

/// The choice of provinces; the first is the reader's own.
fn provinces(desk: &Desk) -> Option<El> {
    let indicator = desk.indicator().filter(|i| i.is_provincial())?;
    let locale = desk.cx.locale;
    let (of, view, changed) = (indicator.clone(), desk.view, desk.clone());
    let values = Signal::derive(move || pick::values(&of, view.get().years.1, locale));
    let chosen = Signal::derive(move || view.get().units);
    let on_change = Callback::new(move |units: Vec<Code63>| changed.change(true, |view| view.units = units));
    let (base, id, view) = (desk.cx.href(&Route::Compare), indicator.id.clone(), desk.view);
    let compare = el("a")
        .class("plain-button")
        .attr_now("href", move || {
            // A comparison has room for four.
            let units: Vec<String> = view.get().units.iter().take(4).map(ToString::to_string).collect();
            let chosen = if units.is_empty() { String::new() } else { format!("&tinh={}", units.join(",")) };
            format!("{base}?chi-so={id}{chosen}")
        })
        .text(desk.cx.t().work.compare);
    let picker = picker(&desk.cx, values, chosen, on_change, MOST_UNITS);
    let (of, view) = (desk.cx.clone(), desk.view);
    let page = now(move || {
        let mine = view.get().mine().and_then(|code| of.data.province(code));
        let today = mine.and_then(|old| of.data.new_province(old.code34));
        today.map_or_else(
            || ().into_any(),
            |today| {
                let words = fill(of.t().province.open, &[("name", today.name.get(of.locale))]);
                let href = of.href(&Route::Province(today.code));
                el("a").class("plain-button").attr("href", &href).text(&words).into_any()
            },
        )
    });
    Some(el("div").class("control-wide").view(picker).add(compare).view(page))
}

/// The controls in one bar.
fn bar(desk: &Desk) -> El {
    let t = desk.cx.t();
    el("div")
        .class("control-bar")
        .attr("role", "group")
        .attr("aria-label", t.work.controls)
        .all(controls::controls(desk))
        .opt(years::years(desk))
        .opt(provinces(desk))
}

/// The map as it was prerendered; a program of its own makes it answer.
fn map_panel(desk: &Desk) -> AnyView {
    let cx = &desk.cx;
    let t = cx.t();
    let id = desk.indicator().map(|i| i.id.clone()).unwrap_or_default();
    let base = cx.href(&Route::Map);
    let (of, asked, mine) = (id.clone(), id.clone(), desk.view);
    let more = el("p").class("src").add(
        el("a")
            .attr_now("href", move || {
                let unit = mine.get().mine().map(|code| format!("&tinh={code}")).unwrap_or_default();
                format!("{base}?chi-so={of}{unit}")
            })
            .attr("rel", "external")
            .text(t.work.map_open),
    );
    el("div").class("map-tab").view(super::map_island::place(cx, &asked)).add(more).into_any()
}

fn table_panel(desk: &Desk) -> AnyView {
    let t = desk.cx.t();
    let hint = desk.cx.live.then(|| el("p").class("src").text(t.work.back_to_chart));
    el("div")
        .class("chart-table full")
        .attr("id", "bang")
        .view(table::table(desk, Width::Full))
        .opt(hint)
        .into_any()
}
