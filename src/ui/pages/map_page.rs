//! The province map in the site: what the address asks for, and the map wherever it is needed.

use super::map::{MapPage, MapPageProps, figure_of, looking};
use crate::browser::{document, island};
use crate::figure::map_state::{Asked, MapState, PARAMS};
use crate::route::Route;
use crate::text::fill;
use crate::ui::components::map_controls::{MapYears, MapYearsProps};
use crate::ui::components::map_view::{MapView, MapViewProps};
use crate::ui::components::part;
use crate::ui::components::take::take_map;
use crate::ui::context::Context;
use leptos::prelude::*;

/// The page of the map.
pub fn page(cx: &Context) -> AnyView {
    let cx = cx.clone();
    part::when_ready(&cx.clone(), cx.geometry, Route::Map, move |geometry| {
        let Some(state) = asked(&cx, None) else { return ().into_any() };
        let told = cx.clone();
        let on_change = Callback::new(move |now: MapState| {
            remember(&told, &now, true);
            state.set(now);
        });
        MapPage(MapPageProps {
            data: cx.data.clone(),
            geometry,
            locale: cx.locale,
            state: state.into(),
            on_change,
            live: cx.live,
            under: {
                // The prerendered page has no room to spare, and links to the pages that have the files.
                let cx = cx.clone();
                Callback::new(move |map| if cx.live { take_map(&cx, map) } else { ().into_any() })
            },
        })
        .into_any()
    })
}

/// The map of one indicator, inside its page.
pub fn island(cx: &Context, id: &str) -> AnyView {
    let (cx, id) = (cx.clone(), id.to_owned());
    part::when_ready(&cx.clone(), cx.geometry, Route::Map, move |geometry| {
        let Some(state) = asked(&cx, Some(&id)) else { return ().into_any() };
        let told = cx.clone();
        let on_change = Callback::new(move |now: MapState| {
            remember(&told, &now, false);
            island::told_address();
            state.set(now);
        });
        let Some(figure) = figure_of(&cx.data, &geometry, cx.locale, state.into()) else {
            return ().into_any();
        };
        let looking = looking(state.into(), on_change);
        let years =
            MapYearsProps { data: cx.data.clone(), locale: cx.locale, state: state.into(), on_change };
        view! {
            {MapYears(years).into_any()}
            {MapView(MapViewProps { figure, looking, live: cx.live, titled: true }).into_any()}
            {take_map(&cx, figure)}
        }
        .into_any()
    })
}

/// What the address asks for (see [`PARAMS`]). What does not fit is said once, and the default shown. With a fixed
/// indicator only year and province are read: its page shows the 63 units.
fn asked(cx: &Context, fixed: Option<&str>) -> Option<RwSignal<MapState>> {
    let ask = |name| if cx.live { document::query(name) } else { None };
    let alone = |name| if fixed.is_none() { ask(name) } else { None };
    // A page of charts may name several provinces, and a range of years: the map shows the first, and the last.
    let first = |text: String| text.split(',').next().unwrap_or_default().to_owned();
    let last = |text: String| text.rsplit('-').next().unwrap_or_default().to_owned();
    let asked = Asked {
        division: alone("don-vi"),
        indicator: fixed.map(str::to_owned).or_else(|| ask("chi-so")),
        year: ask("nam").map(last),
        since: alone("tu"),
        unit: ask("tinh").map(first),
    };
    let (state, bad) = MapState::read(&cx.data, &asked)?;
    let short = |text: &String| text.chars().take(20).collect::<String>();
    let Asked { division, indicator, year, since, unit } = &asked;
    let words = PARAMS.into_iter().zip([division, indicator, year, since, unit]);
    let words = words.filter(|(name, _)| bad.contains(name));
    let what: Vec<String> =
        words.filter_map(|(name, value)| Some(format!("{name}={}", short(value.as_ref()?)))).collect();
    if !what.is_empty() {
        cx.notice.set(Some(fill(cx.t().boot.bad_query, &[("what", &what.join(", "))])));
    }
    Some(RwSignal::new(state))
}

/// Keeps the choice in the address; what is the default anyway is left out.
fn remember(cx: &Context, now: &MapState, with_indicator: bool) {
    let chosen = now.query(&cx.data);
    let pairs = PARAMS.map(|name| {
        let kept = name != "chi-so" || with_indicator;
        let value = chosen.iter().find(|(key, _)| kept && *key == name).map_or("", |(_, value)| value);
        (name, value)
    });
    let _ = document::set_query(&pairs);
}
