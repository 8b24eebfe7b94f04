//! The pages, one file each.

pub mod home;
pub mod indicator;
pub mod indicators;
pub mod map;
pub mod map_page;
pub mod not_found;
pub mod quiz;
pub mod quiz_page;
pub mod sources;

use super::context::Context;
use crate::data::Indicator;
use crate::route::Route;
use leptos::prelude::AnyView;

/// The pages that a program can show; `None` for those of another program.
///
/// One program with everything would weigh half as much again on every first visit. A link from one to another is a
/// plain link: the next page is prerendered, so the reader sees it at once either way.
pub type Book = fn(&Context, &Route) -> Option<AnyView>;

/// The pages for reading: everything but the live map and the quiz.
pub fn reading(cx: &Context, route: &Route) -> Option<AnyView> {
    Some(match route {
        Route::Home => home::page(cx),
        Route::Indicators => indicators::page(cx),
        Route::Indicator(id) if !is_map(cx, id) => indicator::page(cx, id, indicator::chart),
        Route::Sources => sources::page(cx),
        Route::NotFound => not_found::page(cx),
        Route::Indicator(_) | Route::Map | Route::Quiz => return None,
    })
}

/// The pages with a live map.
pub fn mapping(cx: &Context, route: &Route) -> Option<AnyView> {
    match route {
        Route::Map => Some(map_page::page(cx)),
        Route::Indicator(id) if is_map(cx, id) => Some(indicator::page(cx, id, map_page::figure)),
        _ => None,
    }
}

/// The quiz.
pub fn asking(cx: &Context, route: &Route) -> Option<AnyView> {
    matches!(route, Route::Quiz).then(|| quiz_page::page(cx))
}

/// Every page, for prerendering.
pub fn all(cx: &Context, route: &Route) -> Option<AnyView> {
    reading(cx, route).or_else(|| mapping(cx, route)).or_else(|| asking(cx, route))
}

fn is_map(cx: &Context, id: &str) -> bool {
    cx.data.indicator(id).is_some_and(Indicator::is_provincial)
}
