//! A chart in its frame: finding, picture, summary, source, downloads, table.

use super::data_table::DataTable;
use super::el::{El, el};
use super::plot::{Draw, Plot};
use crate::data::SourceKind;
use crate::figure::Chart;
use crate::route::Route;
use crate::text::fill;
use crate::ui::context::Context;
use leptos::prelude::*;
use std::sync::Arc;

/// How many sources the line under a chart names before it says "and n more".
const NAMED_SOURCES: usize = 3;

/// A chart in its frame. Where the finding is already the page's heading, `titled` is false.
#[component]
pub fn ChartFigure(
    /// The surroundings.
    cx: Context,
    /// The chart.
    chart: Chart,
    /// Whether to set the finding as a heading of its own.
    #[prop(default = true)]
    titled: bool,
    /// How it is drawn.
    #[prop(default = Chart::draw_plain)]
    draw: Draw,
    /// Words between heading and picture.
    #[prop(optional, into)]
    lead: String,
) -> impl IntoView {
    let t = cx.t();
    let id = chart.id.clone();
    let (title_id, summary_id) = (format!("{id}-finding"), format!("{id}-summary"));
    let key = chart.key.join(" ");
    let detail = cx.file(&format!("{}#bang", Route::Indicator(id.clone()).path(cx.locale)));
    let more = titled.then(|| el("p").add(el("a").attr("href", &detail).text(t.chart.each)));
    let shared: Signal<Arc<Chart>> = Signal::stored(Arc::new(chart.clone()));
    let active = RwSignal::new(None);
    let heading = titled.then(|| view! { <h2 id=title_id.clone()>{chart.title.clone()}</h2> });
    let head_class = if titled { "chart-head" } else { "chart-head bare" };
    view! {
        <figure class=if titled { "chart aside" } else { "chart" } data-chart=id.clone()>
            <div class=head_class>
                {heading}
                {(!lead.is_empty()).then(|| view! { <p class="lead">{lead}</p> })}
                <p class="summary" id=summary_id.clone()>{chart.summary.clone()}</p>
                <p class="key"><strong>{chart.subtitle.clone()}</strong>" "{key}</p>
            </div>
            <div class="chart-body">
                <Plot cx=cx.clone() chart=shared active=active draw=draw described_by=summary_id/>
                {cx.live.then(|| view! { <p class="hint">{t.chart.hint}</p> })}
                {caption(&cx, &shared.get_untracked()).opt(more)}
            </div>
            <div class="chart-table" id=(!titled).then_some("bang")><DataTable cx=cx.clone() chart=chart/></div>
        </figure>
    }
}

/// What stands under every picture: who says so, how new it is, and the files.
pub fn caption(cx: &Context, chart: &Chart) -> El {
    let t = cx.t();
    let latest = fill(t.chart.latest, &[("when", &chart.latest)]);
    let files = [
        (t.indicator.csv, format!("du-lieu/{}.csv", chart.id)),
        (t.indicator.json, format!("du-lieu/{}.json", chart.id)),
        (t.indicator.svg, format!("hinh/{}.{}.svg", chart.id, cx.locale.tag())),
    ];
    let tools = files.into_iter().map(|(name, path)| {
        let link =
            el("a").attr("href", &cx.file(&path)).attr("download", "").attr("rel", "external").text(name);
        el("li").add(link)
    });
    el("figcaption")
        .add(el("p").text(&source_line(cx, chart)).text(" · ").text(&latest))
        .add(el("ul").class("tools").all(tools.collect()))
}

/// "Nguồn: A, B, C và 4 nguồn khác": public bodies first, then the press; inside each the newest data first.
fn source_line(cx: &Context, chart: &Chart) -> String {
    let t = cx.t();
    let weight = |kind| match kind {
        SourceKind::Official => 0,
        SourceKind::Dataset => 1,
        SourceKind::Press | SourceKind::Article => 2,
        SourceKind::Recalled => 3,
    };
    let mut publishers: Vec<&str> = Vec::new();
    for rank in 0..=3 {
        for source in chart.sources.iter().rev().filter(|s| weight(s.kind) == rank) {
            let name = source.publisher.get(cx.locale);
            if !publishers.contains(&name) {
                publishers.push(name);
            }
        }
    }
    let rest = publishers.len().saturating_sub(NAMED_SOURCES);
    publishers.truncate(NAMED_SOURCES);
    let mut list = publishers.join(", ");
    if rest > 0 {
        list = fill(t.chart.and_more, &[("list", &list), ("n", &rest.to_string())]);
    }
    fill(t.chart.source, &[("list", &list)])
}
