//! Provinces or indicators side by side, on the same scales.

use crate::figure::{Chart, Kind, View};
use crate::ui::components::chart_figure::ChartFigure;
use crate::ui::context::Context;
use leptos::prelude::*;

/// The page.
pub fn page(cx: &Context) -> AnyView {
    let t = cx.t();
    let chart = cx.data.indicator("papi-egov").map(|indicator| {
        let view = View { kind: Kind::Multiples, ..View::first(indicator) };
        Chart::view(&cx.data, indicator, &view, cx.locale)
    });
    view! {
        <div class="page-head">
            <h1>{t.compare.title}</h1>
            <p class="lead">{t.compare.lead}</p>
        </div>
        {chart.map(|chart| view! { <ChartFigure cx=cx.clone() chart=chart draw=Chart::draw/> })}
    }
    .into_any()
}
