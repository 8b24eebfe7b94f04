//! One indicator: finding, picture, table, what it is, cautions, sources, downloads, neighbours.

use super::{indicators, not_found};
use crate::data::Indicator;
use crate::figure::Chart;
use crate::route::Route;
use crate::ui::components::chart_figure::ChartFigure;
use crate::ui::context::Context;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// A chart, headed by its finding.
fn chart(cx: &Context, indicator: &Indicator) -> (String, AnyView) {
    let chart = Chart::of(&cx.data, indicator, cx.locale);
    (chart.title.clone(), view! { <ChartFigure cx=cx.clone() chart=chart titled=false/> }.into_any())
}

/// The page.
pub fn page(cx: &Context, id: &str) -> AnyView {
    let Some(indicator) = cx.data.indicator(id) else { return not_found::page(cx) };
    let t = cx.t();
    let over = indicators::theme_name(t, indicator.theme);
    let (title, figure) = chart(cx, indicator);
    view! {
        <div class="page-head">
            <p class="over"><a href=cx.href(&Route::Indicators)>{t.indicators.title}</a>" · "{over}</p>
            <h1>{title}</h1>
        </div>
        {figure}
        <div class="notes">
            <section>
                <h2>{t.indicator.definition}</h2>
                <p>{indicator.definition.get(cx.locale).to_owned()}</p>
                {notes(cx, indicator)}
            </section>
            {sources(cx, indicator)}
            {neighbours(cx, indicator)}
        </div>
    }
    .into_any()
}

fn notes(cx: &Context, indicator: &Indicator) -> Option<AnyView> {
    if indicator.notes.is_empty() {
        return None;
    }
    let items =
        indicator.notes.iter().map(|n| view! { <li>{n.get(cx.locale).to_owned()}</li> }).collect_view();
    Some(view! { <h2>{cx.t().indicator.notes}</h2><ul>{items}</ul> }.into_any())
}

/// Every source of the indicator once, and its terms.
fn sources(cx: &Context, indicator: &Indicator) -> AnyView {
    let t = cx.t();
    let mut seen = BTreeSet::new();
    let items = indicator
        .series
        .iter()
        .flat_map(|s| &s.points)
        .filter(|p| seen.insert(p.source.id.clone()))
        .map(|p| super::sources::line(cx, &p.source))
        .collect_view();
    view! {
        <section>
            <h2>{t.indicator.sources}</h2>
            <ul class="source-list">{items}</ul>
            <p class="src">{t.indicator.licence}": "{indicator.licence.get(cx.locale).to_owned()}</p>
        </section>
    }
    .into_any()
}

fn neighbours(cx: &Context, indicator: &Indicator) -> Option<AnyView> {
    let others: Vec<AnyView> = cx
        .data
        .indicators
        .iter()
        .filter(|i| i.theme == indicator.theme && i.id != indicator.id)
        .map(|i| indicators::entry(cx, i))
        .collect();
    if others.is_empty() {
        return None;
    }
    Some(
        view! { <section><h2>{cx.t().indicator.more}</h2><ul class="entries">{others}</ul></section> }
            .into_any(),
    )
}
