//! The desk at which things are set side by side: what is chosen, the picture, the numbers, where they come from. All
//! that is chosen stands in the address.

mod controls;
mod leave;
mod numbers;

use super::chart_figure::credits;
use super::el::{El, el, now};
use super::listen::listen_with;
use super::plot::{Active, Plot, PlotProps};
use crate::figure::Chart;
use crate::figure::compare::Comparison;
use crate::route::params;
use crate::text::fill;
use crate::ui::context::Context;
use leptos::prelude::*;
use std::sync::Arc;

/// The desk. Cheap to clone.
#[derive(Clone)]
struct Desk {
    cx: Context,
    /// What is compared, as the address says.
    now: Memo<Comparison>,
    chart: Signal<Arc<Chart>>,
    active: Active,
}

/// Controls, picture, tables and sources.
pub fn comparison(cx: &Context) -> AnyView {
    let Some(desk) = Desk::new(cx) else { return ().into_any() };
    let t = cx.t();
    let chart = desk.chart;
    let summary_id = "so-sanh-summary";
    let heard = RwSignal::new(None);
    let plot = Plot(PlotProps {
        cx: cx.clone(),
        chart,
        active: desk.active,
        only: Signal::stored(0),
        heard: Some(heard),
        draw: Chart::draw_compared,
        described_by: summary_id.to_owned(),
    });
    let now_compared = desk.now;
    let key = move || {
        let chart = chart.get();
        // Of several indicators each panel says name and unit itself.
        let one = now_compared.get().indicators.len() == 1;
        let name = one.then(|| el("strong").text(&chart.subtitle).text(" "));
        el("p").class("key").opt(name).text(&chart.key.join(" ")).into_any()
    };
    let summary = el("p").class("summary").attr("id", summary_id);
    let of_credits = cx.clone();
    let figure = el("figure")
        .class("chart compare-figure")
        .attr("data-chart", &chart.get_untracked().id)
        .add(el("h2").text_now(move || chart.get().title.clone()))
        .view(now(key))
        .add(
            el("div")
                .class("chart-body")
                .view(plot.into_any())
                .opt(cx.live.then(|| el("p").class("hint").text(t.work.hint)))
                .view(now(move || credits(&of_credits, &chart.get()).into_any())),
        )
        .add(summary.text_now(move || chart.get().summary.clone()));
    el("div")
        .class("compare")
        .add(controls::controls(&desk))
        .opt((!cx.live).then(|| without_script(&desk)))
        .add(figure)
        .opt(cx.live.then(|| {
            el("div")
                .class("compare-tools")
                .view(listen_with(cx, chart, Signal::stored(None), desk.active, heard))
                .add(leave::pictures(&desk))
        }))
        .all(numbers::numbers(&desk))
        .into_any()
}

/// What a reader without scripts is told; nobody else sees it.
fn without_script(desk: &Desk) -> El {
    let cx = &desk.cx;
    let t = &cx.t().compare;
    let link = el("a").attr("href", &cx.href(&crate::route::Route::Indicators)).text(t.no_script_more);
    el("noscript").add(el("p").class("notice").text(t.no_script).text(" ").add(link).text("."))
}

impl Desk {
    /// The desk; none if the dataset has nothing to compare. What the address asks for and the dataset does not have
    /// is said once, and the default shown instead.
    fn new(cx: &Context) -> Option<Self> {
        let (asked, data) = (cx.search, cx.data.clone());
        let read = Memo::new(move |_| {
            let pairs = params::read(&asked.get());
            Comparison::read(&data, |name| params::get(&pairs, name))
        });
        let now = Memo::new(move |_| read.get().0);
        let (notice, mine, t) = (cx.notice, cx.mine, cx.t());
        Effect::new(move |said: Option<bool>| {
            let bad = read.get().1;
            if !bad.is_empty() {
                let pairs = params::read(&asked.get_untracked());
                let short = |name: &&str| {
                    let value = params::get(&pairs, name).unwrap_or_default();
                    format!("{name}={}", value.chars().take(20).collect::<String>())
                };
                let what = bad.iter().map(short).collect::<Vec<_>>().join(", ");
                notice.set(Some(fill(t.boot.bad_query, &[("what", &what)])));
            } else if said == Some(true) {
                notice.set(None);
            }
            !bad.is_empty()
        });
        Effect::new(move |_| {
            if let Some(own) = now.get().units.first() {
                mine.set(Some(*own));
            }
        });
        let first = Arc::new(now.get_untracked().chart(&cx.data, cx.locale)?);
        let (data, locale) = (cx.data.clone(), cx.locale);
        let chart = Memo::new_with_compare(
            move |_| now.get().chart(&data, locale).map_or_else(|| first.clone(), Arc::new),
            |_, _| true,
        );
        Some(Self { cx: cx.clone(), now, chart: chart.into(), active: RwSignal::new(None) })
    }

    /// Another comparison, as a step that Back undoes.
    fn go(&self, next: &Comparison) {
        self.cx.go(&next.query(), true);
    }
}
