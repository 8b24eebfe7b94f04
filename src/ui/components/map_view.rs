//! The map in its frame: finding, picture, details, legend, sources and what must be said about borders.

use super::map_layers;
use super::map_legend::map_legend;
use super::map_panel::MapPanel;
use super::province_map::{Looking, ProvinceMap, still};
use crate::data::Dataset;
use crate::figure::map::MapFigure;
use crate::figure::map_state::MapState;
use crate::geo::Geometry;
use crate::text::{Locale, fill};
use leptos::prelude::*;
use std::sync::Arc;

/// The map in its frame.
#[component]
pub fn MapView(
    /// The dataset.
    data: Arc<Dataset>,
    /// The map.
    #[prop(into)]
    figure: Signal<Arc<MapFigure>>,
    /// What is being looked at.
    looking: Looking,
    /// Whether a reader can interact.
    live: bool,
    /// Whether to set the finding as a heading.
    #[prop(default = true)]
    titled: bool,
) -> impl IntoView {
    let t = &figure.get_untracked().locale.messages().map;
    let heading = titled.then(|| view! { <h2>{move || figure.get().title.clone()}</h2> });
    let summary = move || figure.get().summary.join(" ");
    let notes = move || {
        let notes = figure.get().notes.clone();
        notes.into_iter().map(|note| view! { <li>{note}</li> }).collect::<Vec<_>>()
    };
    view! {
        <figure class="map" data-chart=move || figure.get().id.clone()>
            <div class="map-head">{heading}</div>
            <div class="map-body">
                <ProvinceMap figure=figure looking=looking described_by="map-summary" interactive=live/>
                {live.then(|| view! { <p class="hint">{t.hint}" "{figure.get_untracked().locale.messages().map_tools.hint}</p> })}
            </div>
            <div class="map-side">
                {map_legend(figure, looking, live)}
                {map_layers::list(figure)}
                {live.then(|| view! { <MapPanel data=data figure=figure looking=looking/> })}
                <p class="summary" id="map-summary">{summary}</p>
            </div>
            <figcaption class="map-caption">
                <p>{move || sources(&figure.get())}</p>
                <p>{boundary(figure.get_untracked().locale)}" "{t.illustrative}" "{move || figure.get().standing()}</p>
                <details class="map-notes"><summary>{t.notes}</summary><ul>{notes}</ul></details>
            </figcaption>
        </figure>
    }
    .into_any()
}

/// "Nguồn: A, B, 2024." with links where addresses are known.
fn sources(figure: &MapFigure) -> AnyView {
    let t = &figure.locale.messages().map;
    let named = figure.sources.iter().enumerate().map(|(i, source)| {
        let comma = if i > 0 { ", " } else { "" };
        let name = source.publisher.get(figure.locale).to_owned();
        let name = match source.url.clone() {
            Some(url) => view! { <a href=url rel="external noopener">{name}</a> }.into_any(),
            None => name.into_any(),
        };
        view! { {comma}{name} }
    });
    let named: Vec<_> = named.collect();
    view! { {t.source}": "{named}", "{figure.when()}"." }.into_any()
}

/// The line that the licence of the borders asks for.
pub fn boundary(locale: Locale) -> AnyView {
    let t = &locale.messages().map;
    view! {
        {t.boundary}<a href="https://www.openstreetmap.org/copyright" rel="external noopener">{"OpenStreetMap"}</a>{t.boundary_end}"."
    }
    .into_any()
}

/// A small map for the home page: what it found, in one sentence, and the way to the large one.
#[component]
pub fn MapTeaser(
    /// The dataset.
    data: Arc<Dataset>,
    /// The shapes.
    geometry: Arc<Geometry>,
    /// Language.
    locale: Locale,
    /// Address of the map page.
    #[prop(into)]
    href: String,
) -> impl IntoView {
    let t = &locale.messages().map;
    let state = MapState::first(&data)?;
    let figure = MapFigure::new(&data, &geometry, &state.indicator, state.year, locale)?;
    let picture = still(&figure.sketch(), "narrow-always", "");
    Some(view! {
        <section class="map-teaser">
            <div class="plot map-plot">{picture}</div>
            <div class="map-teaser-words">
                <h2>{t.teaser_title}</h2>
                <p class="lead">{figure.title.clone()}"."</p>
                <p class="src">{figure.subtitle.clone()}". "{fill(t.legend_short, &[("low", &first(&figure)), ("high", &last(&figure))])}</p>
                <p><a class="button" href=href>{t.teaser_link}</a></p>
                <p class="src">{boundary(locale)}" "{t.illustrative}</p>
            </div>
        </section>
    })
}

fn first(figure: &MapFigure) -> String {
    figure.classes.first().map_or_else(String::new, |c| c.label.clone())
}

fn last(figure: &MapFigure) -> String {
    figure.classes.last().map_or_else(String::new, |c| c.label.clone())
}
