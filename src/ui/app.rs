//! The app: router, shell, and the page of the current address.

use super::components::{footer::Footer, header::Header, notice::Notice};
use super::context::Context;
use super::{head, pages};
use crate::browser::document;
use crate::route::Route;
use leptos::prelude::*;
use leptos_router::WildcardSegment;
use leptos_router::components::{FlatRoutes, Route as Path, Router};
use leptos_router::hooks::use_location;

/// Everything inside `#app`.
#[component]
pub fn App(
    /// The surroundings.
    cx: Context,
) -> impl IntoView {
    let base = cx.base.trim_end_matches('/').to_owned();
    let shell = move || view! { <Shell cx=cx.clone()/> }.into_any();
    // One route for all addresses: our own `Route` is the list of pages, leptos_router keeps the history.
    let routes = move || {
        let shell = shell.clone();
        view! { <FlatRoutes fallback=|| ()><Path path=WildcardSegment("trang") view=shell/></FlatRoutes> }
    };
    if base.is_empty() {
        view! { <Router>{routes()}</Router> }.into_any()
    } else {
        view! { <Router base=base>{routes()}</Router> }.into_any()
    }
}

/// Header, page, footer.
#[component]
fn Shell(cx: Context) -> impl IntoView {
    let location = use_location();
    let at = cx.clone();
    let route = Memo::new(move |_| {
        let path = location.pathname.get();
        let below = path.strip_prefix(at.base.trim_end_matches('/')).unwrap_or(&path);
        Route::parse(below).0.known(&at.data)
    });
    // After each change of page: fetch what it needs, name it, put the reader at its beginning.
    let arriving = cx.clone();
    Effect::new(move |before: Option<Route>| {
        let now = route.get();
        if before.is_some_and(|before| before != now) {
            arriving.notice.set(None);
            let title = head::of(&arriving, &now).title;
            // The page is in the document by the next turn of the event loop.
            let needed = now.clone();
            let cx = arriving.clone();
            leptos::task::spawn_local(async move {
                document::arrive(&title);
                document::scroll_to_fragment();
                cx.need(needed).await;
            });
        }
        now
    });
    let page_cx = cx.clone();
    let page = move || match route.get() {
        Route::Home => pages::home::page(&page_cx),
        Route::Indicators => pages::indicators::page(&page_cx),
        Route::Indicator(id) => pages::indicator::page(&page_cx, &id),
        Route::Map => pages::map_page::page(&page_cx),
        Route::Quiz => pages::quiz_page::page(&page_cx),
        Route::Sources => pages::sources::page(&page_cx),
        Route::NotFound => pages::not_found::page(&page_cx),
    };
    let t = cx.t();
    view! {
        <a class="skip" href="#noi-dung" rel="external">{t.site.skip}</a>
        <Header cx=cx.clone() route=route/>
        <Notice cx=cx.clone()/>
        <main id="noi-dung">{page}</main>
        <Footer cx=cx.clone()/>
    }
}
