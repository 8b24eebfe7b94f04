//! The province map in the site: what the address asks for, and the map wherever it is needed.

use super::map::{MapPage, MapPageProps, figure_of, looking};
use super::map_choice::{Chosen, chosen};
use crate::browser::{document, island};
use crate::route::Route;
use crate::ui::components::map_time::Time;
use crate::ui::components::map_view::{MapView, MapViewProps};
use crate::ui::components::part;
use crate::ui::components::take::take_map;
use crate::ui::context::Context;
use leptos::prelude::*;

/// The page of the map.
pub fn page(cx: &Context) -> AnyView {
    let cx = cx.clone();
    part::when_ready(&cx.clone(), cx.geometry, Route::Map, move |geometry| {
        let Some(Chosen { state, on_change, look }) = chosen(&cx, None) else { return ().into_any() };
        MapPage(MapPageProps {
            cx: cx.clone(),
            data: cx.data.clone(),
            geometry,
            locale: cx.locale,
            state,
            on_change,
            look,
            live: cx.live,
            under: {
                // The prerendered page has no room to spare, and links to the pages that have the files.
                let cx = cx.clone();
                Callback::new(
                    move |map| if cx.live { take_map(&cx, map, Some(&Route::Map)) } else { ().into_any() },
                )
            },
        })
        .into_any()
    })
}

/// The map of one indicator, inside its page.
pub fn island(cx: &Context, id: &str) -> AnyView {
    let (cx, id) = (cx.clone(), id.to_owned());
    // The page around it changes the address, too, and tells by the event of Back and Forward.
    let told = cx.search;
    let back = window_event_listener(leptos::ev::popstate, move |_| {
        let _ = told.try_set(document::search());
    });
    on_cleanup(move || back.remove());
    part::when_ready(&cx.clone(), cx.geometry, Route::Map, move |geometry| {
        let Some(Chosen { state, on_change, look }) = chosen(&cx, Some(&id)) else { return ().into_any() };
        let on_change = Callback::new(move |now| {
            told.set(document::search());
            on_change.run(now);
            island::told_address();
        });
        let Some(figure) = figure_of(&cx.data, &geometry, cx.locale, state) else {
            return ().into_any();
        };
        let looking = looking(&cx, state, on_change, look);
        let (data, locale, live) = (cx.data.clone(), cx.locale, cx.live);
        let time = Time { data: data.clone(), locale, state, on_change, live };
        view! {
            {time.view()}
            {MapView(MapViewProps { data, figure, looking, live, titled: true }).into_any()}
            {take_map(&cx, figure, None)}
        }
        .into_any()
    })
}
