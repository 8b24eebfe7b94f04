//! A chart in its frame: finding, picture, summary, source, downloads, table.

use super::data_table::DataTable;
use super::el::{El, el};
use super::plot::{Draw, Plot};
use crate::figure::Chart;
use crate::figure::about::source_line;
use crate::route::Route;
use crate::text::fill;
use crate::ui::context::Context;
use leptos::prelude::*;
use std::sync::Arc;

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
    let detail = cx.file(&format!("{}?the=bang#the-bang", Route::Indicator(id.clone()).path(cx.locale)));
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
    credits(cx, chart).add(el("ul").class("tools").all(tools.collect()))
}

/// Who says so, and how new it is.
pub fn credits(cx: &Context, chart: &Chart) -> El {
    let latest = fill(cx.t().chart.latest, &[("when", &chart.latest)]);
    let says = el("p").text(&source_line(&chart.sources, cx.locale)).text(" · ").text(&latest);
    el("figcaption").add(says)
}
