//! The page for addresses that lead nowhere.

use crate::route::Route;
use crate::ui::context::Context;
use leptos::prelude::*;

/// The page.
pub fn page(cx: &Context) -> AnyView {
    let t = cx.t();
    let links = [
        (t.nav.home, Route::Home),
        (t.nav.indicators, Route::Indicators),
        (t.nav.map, Route::Map),
        (t.nav.quiz, Route::Quiz),
        (t.nav.sources, Route::Sources),
    ]
    .map(|(name, route)| view! { <li><a href=cx.href(&route)>{name}</a></li> })
    .into_iter()
    .collect_view();
    view! {
        <div class="page-head">
            <p class="over">{"404"}</p>
            <h1>{t.not_found.title}</h1>
            <p class="lead">{t.not_found.text}</p>
            <ul class="plain">{links}</ul>
        </div>
    }
    .into_any()
}
