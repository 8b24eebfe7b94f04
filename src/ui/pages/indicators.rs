//! All indicators: a catalogue to search and to choose from, by theme, each with its latest value and finding.

use crate::data::Theme;
use crate::figure::catalogue::Entry;
use crate::figure::catalogue_choice::Order;
use crate::figure::catalogue_search::Catalogue;
use crate::route::Route;
use crate::text::{Messages, fill};
use crate::ui::components::catalogue::{Desk, anchor, bar, tools};
use crate::ui::components::catalogue_entry;
use crate::ui::components::el::{El, el, now, row};
use crate::ui::context::Context;
use leptos::prelude::*;

/// The page.
pub fn page(cx: &Context) -> AnyView {
    let t = cx.t();
    let lead = fill(t.indicators.lead, &[("n", &cx.data.indicators.len().to_string())]);
    let desk = Desk::open(cx, Catalogue::new(&cx.data, cx.locale, |theme| theme_name(t, theme)));
    let head = el("div")
        .class("page-head")
        .add(el("h1").text(t.indicators.title))
        .add(el("p").class("lead").text(&lead))
        .add(
            el("p")
                .class("src")
                .add(el("a").attr("href", &cx.href(&Route::Compare)).text(t.compare.title))
                .text(": ")
                .text(t.compare.lead),
        );
    let (tools, bar) = (tools(&desk), bar(&desk));
    let list = el("div").attr("id", "danh-sach").view_now(move || list(&desk));
    el("div")
        .class("catalogue")
        .add(head)
        .add(tools)
        .add(bar)
        .add(list)
        .add(el("p").class("src catalogue-key").text(t.catalogue.key))
        .into_any()
}

/// The heading of a theme.
pub fn theme_name(t: &Messages, theme: Theme) -> &'static str {
    match theme {
        Theme::International => t.indicators.international,
        Theme::Connectivity => t.indicators.connectivity,
        Theme::Economy => t.indicators.economy,
        Theme::Community => t.indicators.community,
        Theme::Index => t.indicators.index,
        Theme::ProvinceDigital => t.indicators.province_digital,
        Theme::ProvinceContext => t.indicators.province_context,
    }
}

/// One indicator in the list.
fn one(cx: &Context, entry: &Entry, over: bool, why: Option<AnyView>) -> El {
    let over = over.then(|| theme_name(cx.t(), entry.theme));
    let to = Route::Indicator(entry.id.clone());
    // From the catalogue: what another program shows is left to the browser, which also knows the way back.
    let leaves = why.is_some() && to.program() != Route::Indicators.program();
    catalogue_entry::entry(entry, (&cx.href_mine(&to), leaves), over, why)
}

/// The list in the order that is chosen: a part for each theme, or all in one.
fn list(desk: &Desk) -> AnyView {
    let t = desk.cx.t();
    let order = desk.order();
    let places = desk.list.order(order);
    let title = match order {
        Order::Theme => {
            let part = |theme: &Theme| {
                let of = |i: &usize| desk.list.entries.get(*i).is_some_and(|e| e.theme == *theme);
                let places: Vec<usize> = places.iter().copied().filter(of).collect();
                let shown = desk.clone();
                let theme = *theme;
                (!places.is_empty()).then(|| {
                    let part = part(desk, &anchor(theme), theme_name(t, theme), &places, false);
                    part.flag_now("hidden", move || !shown.shows_theme(theme)).into_any()
                })
            };
            return Theme::ALL.iter().filter_map(part).collect::<Vec<_>>().into_any();
        }
        Order::Name => t.catalogue.list_name,
        Order::Newest => t.catalogue.list_newest,
    };
    part(desk, "moi-chi-bao", title, &places, true).into_any()
}

fn part(desk: &Desk, id: &str, title: &str, places: &[usize], over: bool) -> El {
    let item = |i: &usize| {
        let (i, shown, found) = (*i, desk.clone(), desk.clone());
        let entry = desk.list.entries.get(i)?;
        if !desk.cx.live {
            return Some(one(&desk.cx, entry, over, None));
        }
        let why = now(move || {
            let why = found.reason(i).map(|why| el("p").class("src entry-why").text(&why));
            row(why.into_iter().collect())
        });
        Some(one(&desk.cx, entry, over, Some(why)).flag_now("hidden", move || !shown.shows(i)))
    };
    let items = places.iter().filter_map(item).collect();
    el("section")
        .class("theme")
        .attr("aria-labelledby", id)
        .add(el("h2").attr("id", id).text(title))
        .add(el("ul").class("entries").all(items))
}
