//! The header: mark, pages, language, colour scheme.

use super::{drum, find};
use crate::browser::{document, media};
use crate::route::Route;
use crate::ui::context::Context;
use leptos::prelude::*;

/// The header of every page.
#[component]
pub fn Header(
    /// The surroundings.
    cx: Context,
    /// The current page.
    route: Signal<Route>,
) -> impl IntoView {
    let t = cx.t();
    let pages = [
        (t.nav.home, Route::Home),
        (t.nav.indicators, Route::Indicators),
        (t.nav.map, Route::Map),
        (t.nav.quiz, Route::Quiz),
        (t.nav.sources, Route::Sources),
    ];
    let links = pages
        .into_iter()
        .map(|(name, page)| {
            let (at, to) = (cx.clone(), page.clone());
            let href = move || at.href_mine(&to);
            let current = move || {
                let now = route.get();
                let inside = matches!((&page, &now), (Route::Indicators, Route::Indicator(_)));
                let inside =
                    inside || matches!((&page, &now), (Route::Map, Route::Provinces | Route::Province(_)));
                let inside = inside || matches!((&page, &now), (Route::Quiz, Route::QuizResult));
                if now == page { Some("page") } else { inside.then_some("true") }
            };
            view! { <li><a href=href aria-current=current>{name}</a></li> }
        })
        .collect_view();
    let other = cx.locale.other();
    let base = cx.base.clone();
    // Another language is another document: the link leaves the app.
    let other_href = move || {
        let page = route.get();
        let page = if page == Route::NotFound { Route::Home } else { page };
        format!("{base}{}", page.path(other))
    };
    view! {
        <header class="site-header">
            <a class="brand" href=cx.href(&Route::Home)>{drum::mark()}<span>{t.site.name}</span></a>
            <nav aria-label=t.nav.label><ul>{links}</ul></nav>
            <div class="switches">
                {find::finder(&cx)}
                <a href=other_href rel="external" lang=other.tag() hreflang=other.tag() aria-label=t.nav.other_label>{t.nav.other}</a>
                {cx.live.then(|| view! { <ThemeSwitch cx=cx.clone()/> })}
            </div>
        </header>
    }
}

/// Dark or light; only where a script can answer.
#[component]
fn ThemeSwitch(cx: Context) -> impl IntoView {
    let t = cx.t();
    let chosen = document::root_attribute("data-theme");
    let dark = chosen
        .map_or_else(|| media::matches("(prefers-color-scheme: dark)").unwrap_or(false), |c| c == "dark");
    let dark = RwSignal::new(dark);
    let toggle = move |_| {
        dark.update(|d| *d = !*d);
        let word = if dark.get_untracked() { "dark" } else { "light" };
        document::set_root_attribute("data-theme", word);
        let _ = crate::browser::storage::set("theme", word);
    };
    view! {
        <button type="button" class="theme-switch" on:click=toggle>
            {move || if dark.get() { t.nav.light } else { t.nav.dark }}
        </button>
    }
}
