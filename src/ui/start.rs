//! From the prerendered page to the live one: load first, then mount, so that no view ever waits for data.

#[cfg(target_arch = "wasm32")]
use super::app::{App, AppProps, Sheet, SheetProps};
use super::context::{ARCHIVE, Context, DATASET, Part, read_dataset};
use super::pages::Book;
use crate::browser::document::{self, State};
#[cfg(target_arch = "wasm32")]
use crate::browser::island;
use crate::browser::{clock, load};
use crate::data::{Code63, Dataset};
use crate::figure::Chart;
use crate::figure::about::About;
use crate::figure::poster::{Format, Poster};
use crate::route::{Route, params};
use crate::text::{Date, Locale, fill};
use leptos::prelude::*;
use std::sync::{Arc, OnceLock};

/// The dataset once it is loaded, for [`chart_svg`].
static DATA: OnceLock<(Arc<Dataset>, Locale)> = OnceLock::new();

/// Puts the pages of a program into the document.
pub type Mount = fn(document::Root, Context, Book);

/// Starts one of the programs, with the pages it can show.
#[cfg(target_arch = "wasm32")]
pub fn run(book: Book, mount: Mount) {
    console_error_panic_hook::set_once();
    wasm_bindgen_futures::spawn_local(start(book, mount));
}

/// What a program says to somebody who starts it outside a browser.
pub fn not_a_browser() {
    load::complain("Đây là phần chạy trong trình duyệt. Hãy dùng: cargo run");
}

/// Loads, mounts, and says `live` or `failed`.
pub async fn start(book: Book, mount: Mount) {
    match dataset(book).await {
        Ok(data) => {
            let data = Arc::new(data);
            let _ = DATA.set((data.clone(), here().1));
            swap(data, book, mount).await;
        }
        Err(why) => {
            load::report(&why);
            document::set_state(State::Failed);
        }
    }
}

/// Starts a program that is also asked for one part of a living page of another program.
#[cfg(target_arch = "wasm32")]
pub fn run_or_land(book: Book, mount: Mount, view: fn(&Context, &str) -> AnyView) {
    console_error_panic_hook::set_once();
    if document::root_attribute("data-app").as_deref() == Some("live") {
        wasm_bindgen_futures::spawn_local(land(book, view));
    } else {
        wasm_bindgen_futures::spawn_local(start(book, mount));
    }
}

/// Brings a part of a living page to life, now and whenever the page asks again.
#[cfg(target_arch = "wasm32")]
async fn land(book: Book, view: fn(&Context, &str) -> AnyView) {
    let data = match dataset(book).await {
        Ok(data) => Arc::new(data),
        Err(why) => return load::report(&why),
    };
    let owner = Owner::new();
    owner.set();
    let cx = context(data, here().1, book);
    cx.clone().need(Route::Map).await;
    let part = move || {
        if let Some((place, id)) = island::take_place() {
            cx.search.set(document::search());
            inhabit(place, cx.clone(), id, view);
        }
    };
    part();
    island::on(island::ASKED, part);
    std::mem::forget(owner);
}

#[cfg(target_arch = "wasm32")]
fn inhabit(place: document::Root, cx: Context, id: String, view: fn(&Context, &str) -> AnyView) {
    thread_local! {
        /// The one before; dropping it takes its views along.
        static HERE: std::cell::RefCell<Option<Box<dyn std::any::Any>>> = const { std::cell::RefCell::new(None) };
    }
    let handle = leptos::mount::mount_to(place, move || view(&cx, &id));
    HERE.replace(Some(Box::new(handle)));
}

/// The dataset that the page needs: with all facts only where they are shown.
async fn dataset(book: Book) -> Result<Dataset, String> {
    let (route, _) = here();
    let name = if route == Route::Sources { ARCHIVE } else { DATASET };
    let text = load::text(name).await.map_err(|e| e.to_string())?;
    read_dataset(&text, book.readers.words).map_err(|e| format!("{name}: {e}"))
}

/// The page that the address names, and its language.
fn here() -> (Route, Locale) {
    document::here(&base())
}

fn base() -> String {
    document::root_attribute("data-base").unwrap_or_else(|| "/".into())
}

/// Puts the live app where the prerendered page was, with the reader at the same place.
async fn swap(data: Arc<Dataset>, book: Book, mount: Mount) {
    let (route, locale) = here();
    let route = route.known(&data);
    let archive = if route == Route::Sources { Part::Ready(data.clone()) } else { Part::Missing };
    // Signals live as long as the page.
    let owner = Owner::new();
    owner.set();
    let cx = context(data, locale, book);
    cx.archive.set(archive);
    cx.mine.set(own_province(&cx));
    override_day(locale, cx.today, cx.notice);
    cx.clone().need(route).await;
    let place = document::place();
    let Some(app) = document::take_app() else {
        document::set_state(State::Failed);
        return;
    };
    mount(app, cx, book);
    document::put_back();
    document::restore(&place);
    document::set_state(State::Live);
    std::mem::forget(owner);
}

/// The surroundings of a living page.
fn context(data: Arc<Dataset>, locale: Locale, book: Book) -> Context {
    Context {
        data,
        locale,
        base: base().into(),
        build: document::root_attribute("data-build").unwrap_or_default().into(),
        live: true,
        archive: RwSignal::new(Part::Missing),
        readers: book.readers,
        geometry: RwSignal::new(Part::Missing),
        fine: RwSignal::new(Part::Missing),
        bank: RwSignal::new(Part::Missing),
        practice: RwSignal::new(Part::Missing),
        today: RwSignal::new(clock::today_in_hanoi()),
        search: RwSignal::new(document::search()),
        mine: RwSignal::new(None),
        notice: RwSignal::new(None),
    }
}

/// The first province that `?tinh=` names.
fn own_province(cx: &Context) -> Option<Code63> {
    let pairs = params::read(&cx.search.get_untracked());
    // On the map of today's units the same digits name another province.
    if params::get(&pairs, "don-vi").is_some_and(|level| level != "63") {
        return None;
    }
    let first = params::get(&pairs, "tinh")?.split(',').next()?.to_owned();
    Code63::parse(&first).filter(|code| cx.data.province(*code).is_some())
}

/// With the router: for a program of several pages.
#[cfg(target_arch = "wasm32")]
pub fn book(app: document::Root, cx: Context, book: Book) {
    leptos::mount::mount_to(app, move || App(AppProps { cx, book })).forget();
}

/// Without: for a program of one page.
#[cfg(target_arch = "wasm32")]
pub fn sheet(app: document::Root, cx: Context, book: Book) {
    leptos::mount::mount_to(app, move || Sheet(SheetProps { cx, book })).forget();
}

/// `?ngay=YYYY-MM-DD` stands in for the clock; anything else is said once and ignored.
fn override_day(locale: Locale, today: RwSignal<Option<Date>>, notice: RwSignal<Option<String>>) {
    match document::query("ngay") {
        None => clock::every_minute(move || {
            let now = clock::today_in_hanoi();
            if now != today.get_untracked() {
                today.set(now);
            }
        }),
        Some(asked) => match Date::parse(&asked).filter(|d| d.day_of_month().is_some()) {
            Some(day) => today.set(Some(day)),
            None => {
                let short: String = asked.chars().take(20).collect();
                let what = format!("ngay={short}");
                notice.set(Some(fill(locale.messages().boot.bad_query, &[("what", &what)])));
            }
        },
    }
}

/// A chart of the loaded data as an SVG file.
pub fn chart_svg(id: &str, lang: &str) -> Option<String> {
    let (data, locale) = DATA.get()?;
    // The words of another language are not here; a picture of mixed languages would be wrong.
    if locale.tag() != lang {
        return None;
    }
    let chart = Chart::of(data, data.indicator(id)?, *locale);
    Some(Poster::of_chart(&chart, &About::of(data, id, *locale)?, Format::Natural).svg())
}
