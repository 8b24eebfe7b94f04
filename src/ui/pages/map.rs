//! The map page: choice of indicator and year, the map, a search, and the table of the same numbers.

use crate::data::{Dataset, UnitCode};
use crate::figure::map::MapFigure;
use crate::figure::map_look::MapLook;
use crate::figure::map_state::MapState;
use crate::geo::Geometry;
use crate::route::Route;
use crate::text::Locale;
use crate::ui::components::map_controls::{MapControls, MapSearch};
use crate::ui::components::map_looking::{Looking, Near};
use crate::ui::components::map_table::map_table;
use crate::ui::components::map_view::MapView;
use crate::ui::context::Context;
use leptos::prelude::*;
use std::sync::Arc;

/// The page. What is chosen lives with the caller, who also keeps the address: the page only reports changes.
#[component]
pub fn MapPage(
    /// The surroundings.
    cx: Context,
    /// The dataset.
    data: Arc<Dataset>,
    /// The shapes.
    geometry: Arc<Geometry>,
    /// Language.
    locale: Locale,
    /// What is chosen.
    #[prop(into)]
    state: Signal<MapState>,
    /// Told of another choice.
    on_change: Callback<MapState>,
    /// As shapes or tiles, which region, in which order; kept by the caller, too.
    look: (Signal<MapLook>, Callback<MapLook>),
    /// Whether a reader can interact: false while prerendering.
    live: bool,
    /// What stands under the map.
    #[prop(into)]
    under: Callback<Signal<Arc<MapFigure>>, AnyView>,
) -> impl IntoView {
    let t = &locale.messages().map;
    let Some(figure) = figure_of(&data, &geometry, locale, state) else {
        return view! { <p class="notice">{t.unavailable}</p> }.into_any();
    };
    let looking = looking(&cx, state, on_change, look);
    view! {
        <div class="page-head">
            <h1>{t.page_title}</h1>
            <p class="lead">{t.lead}</p>
        </div>
        <div class="map-tools">
            <MapControls data=data.clone() locale=locale state=state on_change=on_change live=live
                list=cx.href(&Route::Provinces)/>
            <MapSearch figure=figure looking=looking live=live/>
        </div>
        <MapView data=data figure=figure looking=looking live=live/>
        {under.run(figure)}
        <section class="map-numbers" id="bang">
            <h2>{t.table}</h2>
            {map_table(&cx, figure, looking)}
        </section>
    }
    .into_any()
}

/// The map of what is chosen, made anew when another one is chosen; `None` if there is nothing to show at all.
/// A choice that has no map leaves the last one standing.
pub fn figure_of(
    data: &Arc<Dataset>,
    geometry: &Arc<Geometry>,
    locale: Locale,
    state: Signal<MapState>,
) -> Option<Signal<Arc<MapFigure>>> {
    let (data, geometry) = (data.clone(), geometry.clone());
    let make = move |state: &MapState| MapFigure::of(&data, &geometry, state, locale).map(Arc::new);
    let first = make(&state.get_untracked())?;
    // A pin changes nothing that is drawn from the data.
    let key = Memo::new(move |_| MapState { unit: None, ..state.get() });
    let figure = Memo::new_with_compare(
        move |last: Option<&Arc<MapFigure>>| {
            let key = key.get();
            make(&key).or_else(|| last.cloned()).unwrap_or_else(|| first.clone())
        },
        |a, b| !matches!((a, b), (Some(a), Some(b)) if Arc::ptr_eq(a, b)),
    );
    Some(figure.into())
}

/// Pins go into what is chosen, so that an address can carry them.
pub fn looking(
    cx: &Context,
    state: Signal<MapState>,
    on_change: Callback<MapState>,
    look: (Signal<MapLook>, Callback<MapLook>),
) -> Looking {
    let pinned = Memo::new(move |_| state.get().unit);
    let pin = Callback::new(move |unit: Option<UnitCode>| {
        let now = state.get_untracked();
        if now.unit != unit {
            on_change.run(MapState { unit, ..now });
        }
    });
    let looking = Looking::new(cx, (pinned.into(), pin), look);
    // What was under the pointer is no unit of the other level.
    let level = Memo::new(move |_| state.get().division.level());
    Effect::new(move |_| {
        let level = level.get();
        if looking.focus.get_untracked().is_some_and(|code| code.level() != level) {
            looking.focus.set(None);
        }
        looking.near.set(Near::default());
    });
    looking
}
