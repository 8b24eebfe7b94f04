//! The catalogue's tools: search, themes and order; what is chosen stands in the address, and Back undoes a choice.

use super::el::{El, el, row};
use crate::browser::{document, focus};
use crate::data::Theme;
use crate::figure::catalogue_choice::{Choice, LONGEST, Order, slug};
use crate::figure::catalogue_search::{Catalogue, Found};
use crate::text::{Messages, fill};
use crate::ui::context::Context;
use leptos::prelude::*;
use leptos_router::hooks::{use_location, use_url};
use std::sync::{Arc, Mutex, PoisonError};

/// The id of the search field.
const FIELD: &str = "tim";

/// The catalogue and what a reader has chosen. Cheap to clone.
#[derive(Clone)]
pub struct Desk {
    /// The surroundings.
    pub cx: Context,
    /// The indicators.
    pub list: Arc<Catalogue>,
    now: Arc<Mutex<Now>>,
    /// Told of every change, and of a change of order. Signals of types of their own would weigh more in the wasm.
    changed: Trigger,
    arranged: Trigger,
}

#[derive(Clone)]
struct Now {
    choice: Choice,
    found: Arc<Found>,
}

impl Desk {
    /// The catalogue as the address asks for it, and as it will ask when the reader goes back.
    pub fn open(cx: &Context, list: Catalogue) -> Self {
        let now = Now { choice: Choice::default(), found: Arc::new(list.find("")) };
        let now = Arc::new(Mutex::new(now));
        let (changed, arranged) = (Trigger::new(), Trigger::new());
        let desk = Self { cx: cx.clone(), list: Arc::new(list), now, changed, arranged };
        if cx.live {
            // The router's own search: while it changes pages the address bar still shows the one before.
            let (url, search) = (use_url(), use_location().search);
            desk.read(&search.get_untracked());
            let follow = desk.clone();
            // Entries of ours are unknown to the router, so its search may not change when the reader goes back; but
            // it notices each time that the address did, and that somebody asked for this page anew.
            Effect::new(move |before: Option<()>| {
                url.track();
                if before.is_some() {
                    let choice = follow.read(&search.get_untracked());
                    let _ = document::set_query(&choice.query());
                    document::fill(FIELD, &choice.text);
                    document::check(&radio_id("chu-de", choice.theme.map_or("", slug)));
                    document::check(&radio_id("xep", choice.order.slug()));
                }
            });
        }
        desk
    }

    /// Takes what a query asks for; what makes no sense is said once.
    fn read(&self, search: &str) -> Choice {
        let (choice, bad) = Choice::read(&|name| document::query_in(search, name));
        if !bad.is_empty() {
            let mut what = String::new();
            for (name, value) in bad {
                let short: String = value.chars().take(20).collect();
                what = format!("{what}{}{name}={short}", if what.is_empty() { "" } else { ", " });
            }
            self.cx.notice.set(Some(fill(self.cx.t().boot.bad_query, &[("what", &what)])));
        }
        self.take(&choice);
        choice
    }

    fn take(&self, choice: &Choice) {
        let found = Arc::new(self.list.find(&choice.text));
        let before = self.untracked().choice.order;
        if let Ok(mut now) = self.now.lock() {
            *now = Now { choice: choice.clone(), found };
        }
        self.changed.notify();
        // The list is made anew only when its order changes; a search hides and shows what is there.
        if before != choice.order {
            self.arranged.notify();
        }
    }

    fn untracked(&self) -> Now {
        // Nobody panics while holding it.
        self.now.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn get(&self) -> Now {
        self.changed.track();
        self.untracked()
    }

    /// Another choice of the reader's: a theme or an order can be taken back, typing is one step however long it is.
    fn choose(&self, change: &dyn Fn(&mut Choice), typing: bool) {
        let mut choice = self.untracked().choice;
        change(&mut choice);
        self.take(&choice);
        let query = choice.query();
        let _ = if typing { document::set_query(&query) } else { document::push_query(&query) };
    }

    /// The order, as long as it is followed.
    pub fn order(&self) -> Order {
        self.arranged.track();
        self.untracked().choice.order
    }

    /// Whether an entry is to be seen.
    pub fn shows(&self, i: usize) -> bool {
        let theme = self.list.entries.get(i).map(|entry| entry.theme);
        let now = self.get();
        (now.choice.theme.is_none() || now.choice.theme == theme)
            && now.found.get(i).is_some_and(Option::is_some)
    }

    /// Whether any of a theme is to be seen.
    pub fn shows_theme(&self, theme: Theme) -> bool {
        let chosen = self.get().choice.theme;
        (chosen.is_none() || chosen == Some(theme)) && self.count(Some(theme)) > 0
    }

    /// Why an entry was found, where its own words do not say it.
    pub fn reason(&self, i: usize) -> Option<String> {
        self.get().found.get(i).cloned().flatten().filter(|why| !why.is_empty())
    }

    /// How many of what was found are of a theme, or of any.
    fn count(&self, theme: Option<Theme>) -> usize {
        self.list.count(&self.get().found, theme)
    }
}

/// Search and themes. Without a script the themes are links to their part of the page, and the search is not there;
/// while the script is on its way it has its room, so nothing moves.
pub fn tools(desk: &Desk) -> El {
    let t = &desk.cx.t().catalogue;
    let themes = Theme::ALL.iter().filter(|theme| desk.list.entries.iter().any(|e| e.theme == **theme));
    let chips =
        std::iter::once(None).chain(themes.copied().map(Some)).map(|theme| chip(desk, theme)).collect();
    let themes = if desk.cx.live { el("div").attr("role", "radiogroup") } else { el("nav") };
    el("div")
        .class("catalogue-tools")
        .add(search(desk))
        .add(themes.class("chips").attr("aria-label", t.theme).all(chips))
}

fn search(desk: &Desk) -> El {
    let t = &desk.cx.t().catalogue;
    let text = desk.untracked().choice.text;
    let typed = desk.clone();
    let field = el("input")
        .attr("id", FIELD)
        .attr("type", "search")
        .attr("autocomplete", "off")
        .attr("placeholder", t.search_hint)
        .attr("maxlength", &LONGEST.to_string())
        .attr("value", &text);
    let field = if desk.cx.live { field } else { field.attr("disabled", "") };
    let field = field.on("input", move |event| {
        let text = event_target_value(&event);
        typed.choose(&|choice| choice.text.clone_from(&text), true);
    });
    el("div")
        .class("catalogue-search")
        .attr("role", "search")
        .add(el("label").attr("for", FIELD).text(t.search))
        .add(field)
}

/// The short name of a theme.
fn short(t: &Messages, theme: Theme) -> &'static str {
    match theme {
        Theme::International => t.catalogue.short_international,
        Theme::Connectivity => t.catalogue.short_connectivity,
        Theme::Economy => t.catalogue.short_economy,
        Theme::Community => t.catalogue.short_community,
        Theme::Index => t.catalogue.short_index,
        Theme::ProvinceDigital => t.catalogue.short_province_digital,
        Theme::ProvinceContext => t.catalogue.short_province_context,
    }
}

/// The id of the part of the page that holds a theme.
pub fn anchor(theme: Theme) -> String {
    format!("nhom-{}", theme as u8 + 1)
}

/// A theme to choose, with how many indicators it has.
fn chip(desk: &Desk, theme: Option<Theme>) -> El {
    let t = desk.cx.t();
    let counted = desk.clone();
    let words = el("span")
        .text(theme.map_or(t.catalogue.all, |theme| short(t, theme)))
        .add(el("small").text_now(move || counted.count(theme).to_string()));
    if !desk.cx.live {
        let to = theme.map_or_else(|| "danh-sach".into(), anchor);
        let class = if theme.is_none() { "chip chosen" } else { "chip" };
        return el("a").class(class).attr("href", &format!("#{to}")).add(words);
    }
    let chosen = desk.untracked().choice.theme == theme;
    radio(desk, ("chu-de", theme.map_or("", slug)), words, chosen, move |choice| choice.theme = theme)
}

fn radio_id(name: &str, value: &str) -> String {
    format!("{name}-{value}")
}

/// One of several choices.
fn radio(
    desk: &Desk,
    (name, value): (&'static str, &'static str),
    words: El,
    chosen: bool,
    change: impl Fn(&mut Choice) + 'static,
) -> El {
    let change: Box<dyn Fn(&mut Choice)> = Box::new(change);
    let acts = desk.clone();
    let mut input = el("input")
        .attr("type", "radio")
        .attr("id", &radio_id(name, value))
        .attr("name", name)
        .attr("value", value);
    for (name, set) in [("checked", chosen), ("disabled", !desk.cx.live)] {
        input = if set { input.attr(name, "") } else { input };
    }
    el("label").class("chip").add(input.on("change", move |_| acts.choose(&change, false))).add(words)
}

/// How many were found, said as one types; their order; and what to do where there are none.
pub fn bar(desk: &Desk) -> El {
    let t = &desk.cx.t().catalogue;
    let (said, helped) = (desk.clone(), desk.clone());
    let status = move || {
        let choice = said.get().choice;
        let (all, here, text) = (said.count(None), said.count(choice.theme), choice.text.trim());
        let message = match (here, all) {
            (0, 0) => t.none,
            (0, _) => t.none_here,
            _ if text.is_empty() => t.count,
            _ => t.found,
        };
        fill(message, &[("n", &here.to_string()), ("text", text)])
    };
    let now = desk.untracked().choice.order;
    let orders = [(Order::Theme, t.by_theme), (Order::Name, t.by_name), (Order::Newest, t.by_newest)];
    let orders = orders.map(|(order, words)| {
        let words = el("span").text(words);
        radio(desk, ("xep", order.slug()), words, now == order, move |choice| choice.order = order)
    });
    el("div")
        .class("catalogue-bar")
        .add(el("p").attr("role", "status").text_now(status))
        .add(
            el("div")
                .class("catalogue-order chips")
                .attr("role", "radiogroup")
                .attr("aria-labelledby", "xep-theo")
                .add(el("p").attr("id", "xep-theo").text(t.order))
                .all(orders.into()),
        )
        .view_now(move || help(&helped))
}

fn help(desk: &Desk) -> AnyView {
    let t = &desk.cx.t().catalogue;
    let (all, theme) = (desk.count(None), desk.get().choice.theme);
    if desk.count(theme) > 0 {
        return row(Vec::new());
    }
    let widen = all > 0;
    let (words, name) = if widen {
        (fill(t.elsewhere, &[("n", &all.to_string())]), t.widen)
    } else {
        (t.hint.to_owned(), t.clear)
    };
    let desk = desk.clone();
    let act = move |_| {
        let change = |choice: &mut Choice| {
            choice.theme = None;
            if !widen {
                choice.text.clear();
            }
        };
        desk.choose(&change, false);
        document::check(&radio_id("chu-de", ""));
        document::fill(FIELD, &desk.untracked().choice.text);
        // The button is gone now; the reader goes on typing.
        focus::later(FIELD);
    };
    el("div")
        .class("catalogue-none")
        .add(el("p").text(&words))
        .add(el("button").class("button").attr("type", "button").text(name).on("click", act))
        .into_any()
}
