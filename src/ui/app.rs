//! The app: router, shell, and the page of the current address.

use super::components::{footer::Footer, header::Header, notice::Notice};
use super::context::Context;
use super::head;
use super::pages::Book;
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
    /// The pages this program can show.
    book: Book,
) -> impl IntoView {
    let base = cx.base.trim_end_matches('/').to_owned();
    let shell = move || view! { <Shell cx=cx.clone() book=book/> }.into_any();
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

/// Everything inside `#app`, in a program that shows one page: every link from it is a plain link, so it needs no
/// router, which would weigh a sixth of it.
#[component]
pub fn Sheet(
    /// The surroundings.
    cx: Context,
    /// The pages this program can show.
    book: Book,
) -> impl IntoView {
    let route = document::here(&cx.base).0.known(&cx.data);
    follow_history(&cx);
    let route = Signal::stored(route);
    frame(cx, book, route)
}

/// Header, page, footer, with the router's idea of where one is.
#[component]
fn Shell(cx: Context, book: Book) -> impl IntoView {
    let location = use_location();
    let at = cx.clone();
    let route = Memo::new(move |_| {
        let path = location.pathname.get();
        let below = path.strip_prefix(at.base.trim_end_matches('/')).unwrap_or(&path);
        Route::parse(below).0.known(&at.data)
    });
    follow_history(&cx);
    // After each change of page: fetch what it needs, name it, put the reader at its beginning. The query is as the
    // router has it: the browser's may still be that of the page before.
    let (search, arriving) = (location.search, cx.clone());
    Effect::new(move |before: Option<Route>| {
        let now = route.get();
        if before.is_some_and(|before| before != now) {
            let query = search.get_untracked();
            arriving.search.set(if query.is_empty() { String::new() } else { format!("?{query}") });
            arriving.notice.set(None);
            let title = head::title(&arriving, &now);
            // The page is in the document by the next turn of the event loop.
            let needed = now.clone();
            let cx = arriving.clone();
            leptos::task::spawn_local(async move {
                document::put_back();
                document::arrive(&title);
                document::scroll_to_fragment();
                cx.need(needed).await;
            });
        }
        now
    });
    frame(cx, book, route.into())
}

/// The query follows Back and Forward; what a page writes itself it has told already (`Context::go`).
fn follow_history(cx: &Context) {
    if cx.live {
        let told = cx.search;
        let back = window_event_listener(leptos::ev::popstate, move |_| told.set(document::search()));
        on_cleanup(move || back.remove());
    }
}

/// What stands around every page.
fn frame(cx: Context, book: Book, route: Signal<Route>) -> AnyView {
    let page_cx = cx.clone();
    let loading = cx.t().boot.part_loading;
    let page = move || {
        let now = route.get();
        (book.page)(&page_cx, &now).unwrap_or_else(|| {
            // A page of another program: it is prerendered, so leave for it.
            document::leave_for(&page_cx.href(&now));
            view! { <p class="notice" role="status">{loading}</p> }.into_any()
        })
    };
    let t = cx.t();
    view! {
        <a class="skip" href="#noi-dung" rel="external">{t.site.skip}</a>
        <Header cx=cx.clone() route=route/>
        <Notice cx=cx.clone() route=route/>
        <main id="noi-dung">{page}</main>
        <Footer cx=cx.clone()/>
    }
    .into_any()
}
