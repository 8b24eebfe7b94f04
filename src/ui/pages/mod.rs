//! The pages, one file each.

pub mod compare;
pub mod home;
pub mod indicator;
pub mod indicators;
pub mod map;
mod map_choice;
pub mod map_page;
pub mod not_found;
pub mod province;
pub mod quiz;
pub mod quiz_page;
pub mod sources;

use super::context::{Context, Readers};
use crate::browser::document;
use crate::geo::Geometry;
use crate::quiz::bank::Bank;
use crate::route::Route;
use crate::text::Messages;
use leptos::prelude::AnyView;

/// What a program can show, and how it reads the parts that its pages need.
///
/// One program with everything would weigh half as much again on every first visit. A link from one to another is a
/// plain link: the next page is prerendered, so the reader sees it at once either way.
#[derive(Clone, Copy, Debug)]
pub struct Book {
    /// A page; `None` for those of another program.
    pub page: fn(&Context, &Route) -> Option<AnyView>,
    /// Readers of parts.
    pub readers: Readers,
}

/// Of a program whose pages need nothing but the dataset.
const PLAIN: Readers = Readers { words: Messages::load, geometry: None, bank: None };

/// The program of most pages.
pub const READING: Book = Book { page: reading, readers: PLAIN };

/// The program of one chart with all its tools.
pub const CHARTING: Book = Book { page: charting, readers: PLAIN };

/// The program of comparisons.
pub const COMPARING: Book = Book { page: comparing, readers: PLAIN };

/// The program of pages with a live map.
pub const MAPPING: Book = Book { page: mapping, readers: Readers { geometry: Some(read_geometry), ..PLAIN } };

/// The program of the quiz.
pub const ASKING: Book =
    Book { page: asking, readers: Readers { words: Messages::load_all, bank: Some(read_bank), ..PLAIN } };

fn read_geometry(text: &str) -> Result<Geometry, String> {
    crate::geo::wire::read(text).map_err(|e| e.to_string())
}

fn read_bank(text: &str) -> Result<Bank, String> {
    crate::quiz::wire::read(text).map_err(|e| e.to_string())
}

/// The pages for reading: everything but the live map and the quiz.
fn reading(cx: &Context, route: &Route) -> Option<AnyView> {
    Some(match route {
        // Home keeps its prerendered map; who comes to it from another page gets it whole.
        Route::Home if !cx.live || document::has_kept() => home::page(cx),
        Route::Indicators => indicators::page(cx),
        Route::Sources => sources::page(cx),
        Route::NotFound => not_found::page(cx),
        _ => return None,
    })
}

/// One chart with all its tools.
fn charting(cx: &Context, route: &Route) -> Option<AnyView> {
    match route {
        Route::Indicator(id) => Some(indicator::page(cx, id)),
        _ => None,
    }
}

/// Provinces or indicators side by side.
fn comparing(cx: &Context, route: &Route) -> Option<AnyView> {
    matches!(route, Route::Compare).then(|| compare::page(cx))
}

/// The pages with a live map.
fn mapping(cx: &Context, route: &Route) -> Option<AnyView> {
    match route {
        Route::Map => Some(map_page::page(cx)),
        Route::Provinces | Route::Province(_) => Some(province::page(cx, route)),
        _ => None,
    }
}

/// The quiz.
fn asking(cx: &Context, route: &Route) -> Option<AnyView> {
    match route {
        Route::Quiz => Some(quiz_page::page(cx)),
        Route::QuizResult => Some(quiz_page::result(cx)),
        _ => None,
    }
}

/// Every page, for prerendering.
#[cfg(not(target_arch = "wasm32"))]
pub const ALL: Book = Book { page: all, readers: PLAIN };

#[cfg(not(target_arch = "wasm32"))]
fn all(cx: &Context, route: &Route) -> Option<AnyView> {
    let programs = [reading, charting, comparing, mapping, asking];
    programs.into_iter().find_map(|page| page(cx, route))
}
