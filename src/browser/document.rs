//! The document around the app: its state, what the server wrote into it, focus, scroll, title, theme.

use super::{document, window};
use crate::route::Route;
use crate::text::Locale;
use wasm_bindgen::JsCast;

/// The element that the app is mounted in.
pub use web_sys::HtmlElement as Root;

/// The state of the page, as `html[data-app]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// wasm has taken over.
    Live,
    /// wasm or data failed; the static page stays.
    Failed,
}

/// Says in which state the page is.
pub fn set_state(state: State) {
    let word = match state {
        State::Live => "live",
        State::Failed => "failed",
    };
    if let Some(root) = document().and_then(|d| d.document_element()) {
        let _ = root.set_attribute("data-app", word);
    }
}

/// An attribute of `<html>`: `data-base`, `data-build`, `lang`.
pub fn root_attribute(name: &str) -> Option<String> {
    document()?.document_element()?.get_attribute(name)
}

/// Sets an attribute of `<html>`.
pub fn set_root_attribute(name: &str, value: &str) {
    if let Some(root) = document().and_then(|d| d.document_element()) {
        let _ = root.set_attribute(name, value);
    }
}

/// A data file that the build wrote into the head, with its hash: `<meta name content data-integrity>`.
pub fn data_file(name: &str) -> Option<(String, String)> {
    let meta = document()?.query_selector(&format!("meta[name=\"{name}\"]")).ok()??;
    Some((meta.get_attribute("content")?, meta.get_attribute("data-integrity")?))
}

/// Path of the page, with the base.
pub fn path() -> String {
    window().and_then(|w| w.location().pathname().ok()).unwrap_or_else(|| "/".into())
}

/// Scheme and host of the page.
pub fn origin() -> Option<String> {
    window()?.location().origin().ok()
}

/// The whole address of the page, as the address bar shows it.
pub fn address() -> Option<String> {
    window()?.location().href().ok()
}

/// The page that the address names, and its language.
pub fn here(base: &str) -> (Route, Locale) {
    let path = path();
    Route::parse(path.strip_prefix(base.trim_end_matches('/')).unwrap_or(&path))
}

/// A parameter of the query.
pub fn query(name: &str) -> Option<String> {
    query_in(&window()?.location().search().ok()?, name)
}

/// A parameter of a query that need not be the address bar's; a leading `?` does not matter.
pub fn query_in(search: &str, name: &str) -> Option<String> {
    window()?;
    web_sys::UrlSearchParams::new_with_str(search).ok()?.get(name)
}

/// The fragment of the address, with its `#`; empty where there is none.
pub fn fragment() -> String {
    window().and_then(|w| w.location().hash().ok()).unwrap_or_default()
}

/// The query of the address, with its question mark.
pub fn search() -> String {
    window().and_then(|w| w.location().search().ok()).unwrap_or_default()
}

/// Writes the query: as a new step of the history, or in place of the present one.
pub fn set_search(search: &str, as_step: bool) {
    let Some(window) = window() else { return };
    let (Ok(path), Ok(history)) = (window.location().pathname(), window.history()) else { return };
    // The fragment named a place on the old view.
    let url = format!("{path}{search}");
    let nothing = wasm_bindgen::JsValue::NULL;
    let _ = if as_step {
        history.push_state_with_url(&nothing, "", Some(&url))
    } else {
        history.replace_state_with_url(&nothing, "", Some(&url))
    };
}

/// Changes parameters of the query in place, without a new history entry; empty removes.
pub fn set_query(pairs: &[(&str, &str)]) -> Option<()> {
    let (url, _) = with_query(pairs)?;
    window()?.history().ok()?.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&url)).ok()
}

/// Changes parameters of the query in a new history entry, which Back undoes; empty removes. Browsers refuse more
/// than some hundred in a few seconds; then the address stays behind, and nothing else happens.
pub fn push_query(pairs: &[(&str, &str)]) -> Option<()> {
    let (url, differs) = with_query(pairs)?;
    if !differs {
        return Some(());
    }
    window()?.history().ok()?.push_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&url)).ok()
}

/// The address with other parameters, and whether it differs from the one of now.
fn with_query(pairs: &[(&str, &str)]) -> Option<(String, bool)> {
    let location = window()?.location();
    let before = location.search().ok()?;
    let params = web_sys::UrlSearchParams::new_with_str(&before).ok()?;
    for (name, value) in pairs {
        if value.is_empty() { params.delete(name) } else { params.set(name, value) }
    }
    let search: String = params.to_string().into();
    let search = if search.is_empty() { search } else { format!("?{search}") };
    Some((format!("{}{search}{}", location.pathname().ok()?, location.hash().ok()?), search != before))
}

/// Puts a text into a field, unless it is there already: then the caret stays where it is.
pub fn fill(id: &str, text: &str) {
    let field = document().and_then(|d| d.get_element_by_id(id));
    if let Some(field) = field.and_then(|e| e.dyn_into::<web_sys::HtmlInputElement>().ok())
        && field.value() != text
    {
        field.set_value(text);
    }
}

/// Ticks a box, or takes one of several choices.
pub fn check(id: &str) {
    let field = document().and_then(|d| d.get_element_by_id(id));
    if let Some(field) = field.and_then(|e| e.dyn_into::<web_sys::HtmlInputElement>().ok()) {
        field.set_checked(true);
    }
}

thread_local! {
    /// A prerendered part that the live page keeps as it is, and the name of its place.
    static KEPT: std::cell::RefCell<Option<(String, web_sys::Node)>> = const { std::cell::RefCell::new(None) };
}

/// Whether the page came with a part to keep.
pub fn has_kept() -> bool {
    KEPT.with_borrow(Option::is_some)
}

/// Puts the kept part where the live page has a place for it: `<div data-keep>`.
pub fn put_back() {
    let place = document().and_then(|d| d.query_selector("[data-keep]").ok().flatten());
    if let Some(place) = place.filter(|p| p.first_element_child().is_none()) {
        let name = place.get_attribute("data-keep").unwrap_or_default();
        KEPT.with_borrow(|kept| {
            kept.as_ref().filter(|(of, _)| *of == name).map(|(_, node)| place.append_child(node))
        });
    }
}

/// Empties the element the app is mounted in and returns it.
pub fn take_app() -> Option<Root> {
    let app = document()?.get_element_by_id("app")?.dyn_into::<web_sys::HtmlElement>().ok()?;
    let kept = app.query_selector("[data-keep] > *").ok().flatten();
    let name = kept.as_ref().and_then(|e| e.parent_element()?.get_attribute("data-keep"));
    KEPT.replace(name.zip(kept.map(web_sys::Node::from)));
    app.set_text_content(None);
    Some(app)
}

/// Where the reader was before the swap.
#[derive(Debug, Default)]
pub struct Place {
    scroll: (f64, f64),
    focus: Option<String>,
    details: Vec<String>,
}

/// Notes scroll position, focused id and opened `<details>`.
pub fn place() -> Place {
    let Some(window) = window() else { return Place::default() };
    let scroll = (window.scroll_x().unwrap_or(0.0), window.scroll_y().unwrap_or(0.0));
    let active = document().and_then(|d| d.active_element());
    let focus = active.as_ref().and_then(selector_of);
    let mut details = Vec::new();
    if let Some(open) = document().and_then(|d| d.query_selector_all("details[open][id]").ok()) {
        for i in 0..open.length() {
            details.extend(open.item(i).and_then(|n| n.dyn_into::<web_sys::Element>().ok()).map(|e| e.id()));
        }
    }
    Place { scroll, focus, details }
}

/// Goes back there.
pub fn restore(place: &Place) {
    let (Some(window), Some(document)) = (window(), document()) else { return };
    for id in &place.details {
        if let Some(element) = document.get_element_by_id(id) {
            let _ = element.set_attribute("open", "");
        }
    }
    if let Some(selector) = &place.focus {
        let found = document.query_selector(selector).ok().flatten();
        if let Some(element) = found.and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok()) {
            let _ = element.focus();
        }
    }
    let to = web_sys::ScrollToOptions::new();
    to.set_left(place.scroll.0);
    to.set_top(place.scroll.1);
    to.set_behavior(web_sys::ScrollBehavior::Instant);
    window.scroll_to_with_scroll_to_options(&to);
}

/// A selector that finds the same element after the swap: its id, or the address of a link.
fn selector_of(element: &web_sys::Element) -> Option<String> {
    if !element.id().is_empty() {
        return Some(format!("[id=\"{}\"]", element.id().replace(['"', '\\'], "")));
    }
    let href = element.get_attribute("href")?;
    Some(format!("#app a[href=\"{}\"]", href.replace(['"', '\\'], "")))
}

/// Leaves for another address, as a plain link would; query and fragment of the address bar go along.
///
/// The router is about to write the new address into the history. Leaving before it has would leave two entries of the
/// same address, and Back would seem to do nothing; so this waits its turn, and then loads what the address bar says.
pub fn leave_for(path: &str) {
    let path = path.to_owned();
    super::soon(move || {
        let Some(location) = window().map(|w| w.location()) else { return };
        if location.pathname().is_ok_and(|here| here == path) {
            // Not `replace`: with a fragment that would only scroll.
            let _ = location.reload();
        } else {
            let _ = location.assign(&path);
        }
    });
}

/// After a change of page: title, top of the page, focus on its heading.
pub fn arrive(title: &str) {
    let (Some(window), Some(document)) = (window(), document()) else { return };
    document.set_title(title);
    let heading = document.query_selector("main h1").ok().flatten();
    if let Some(heading) = heading.and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = heading.set_attribute("tabindex", "-1");
        let _ = heading.focus();
    }
    if window.location().hash().is_ok_and(|h| h.is_empty()) {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Scrolls to the element that the fragment names, once it is there.
pub fn scroll_to_fragment() {
    let hash = window().and_then(|w| w.location().hash().ok()).unwrap_or_default();
    if let Some(id) = hash.strip_prefix('#').filter(|id| !id.is_empty())
        && let Some(element) = document().and_then(|d| d.get_element_by_id(id))
    {
        element.scroll_into_view();
    }
}
