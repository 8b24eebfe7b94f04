//! The tabs of an indicator: chart, map, table, source. In a page without a script they are links to its parts.

use super::desk::Desk;
use crate::browser::{focus, pointer};
use crate::figure::Tab;
use crate::text::Messages;
use crate::ui::components::el::{El, el};
use leptos::prelude::*;

/// The id of a panel; also the anchor without a script.
pub fn panel_id(tab: Tab) -> String {
    format!("the-{}", tab.word())
}

fn tab_id(tab: Tab) -> String {
    format!("nut-{}", tab.word())
}

fn name(t: &Messages, tab: Tab) -> &'static str {
    match tab {
        Tab::Chart => t.work.tab_chart,
        Tab::Map => t.work.tab_map,
        Tab::Table => t.work.tab_table,
        Tab::Source => t.work.tab_source,
    }
}

/// The row of tabs.
pub fn tabs(desk: &Desk, all: &[Tab]) -> El {
    let t = desk.cx.t();
    if !desk.cx.live {
        let links = all.iter().map(|tab| {
            let href = format!("#{}", panel_id(*tab));
            el("li").add(el("a").class("tab").attr("href", &href).attr("rel", "external").text(name(t, *tab)))
        });
        return el("nav").attr("aria-label", t.work.tabs).add(el("ul").class("tabs").all(links.collect()));
    }
    let order: Vec<Tab> = all.to_vec();
    let buttons = all.iter().map(|tab| button(desk, *tab, &order));
    el("div").class("tabs").attr("role", "tablist").attr("aria-label", t.work.tabs).all(buttons.collect())
}

/// One tab: the chosen one is in the order of the Tab key, arrows go to the others.
fn button(desk: &Desk, tab: Tab, order: &[Tab]) -> El {
    let view = desk.view;
    let chosen = move || view.get().tab == tab;
    let (pressed, moved, order) = (desk.clone(), desk.clone(), order.to_vec());
    el("button")
        .class("tab")
        .attr("type", "button")
        .attr("role", "tab")
        .attr("id", &tab_id(tab))
        .attr("aria-controls", &panel_id(tab))
        .attr_now("aria-selected", move || chosen().to_string())
        .attr_now("tabindex", move || if chosen() { "0" } else { "-1" }.to_owned())
        .on("click", move |_| pressed.change(true, |view| view.tab = tab))
        .on("keydown", move |event| {
            let at = order.iter().position(|t| *t == tab).unwrap_or_default();
            let last = order.len().saturating_sub(1);
            let to = match pointer::plain_key(&event).as_deref() {
                Some("ArrowRight") => {
                    if at == last {
                        0
                    } else {
                        at + 1
                    }
                }
                Some("ArrowLeft") => at.checked_sub(1).unwrap_or(last),
                Some("Home") => 0,
                Some("End") => last,
                _ => return,
            };
            event.prevent_default();
            if let Some(next) = order.get(to).copied() {
                moved.change(true, |view| view.tab = next);
                focus::later(&tab_id(next));
            }
        })
        .text(name(desk.cx.t(), tab))
}

/// A panel. Without a script all stand below each other; live, only the chosen one is there.
pub fn panel(desk: &Desk, tab: Tab, inside: impl Fn() -> AnyView + Send + Sync + 'static) -> El {
    let base = el("section").class("panel").attr("id", &panel_id(tab));
    let t = desk.cx.t();
    if !desk.cx.live {
        let heading = (tab != Tab::Chart).then(|| el("h2").text(name(t, tab)));
        return base.attr("aria-label", name(t, tab)).opt(heading).view(inside());
    }
    let view = desk.view;
    let is_open = Memo::new(move |_| view.get().tab == tab);
    // Heard as a heading, seen as the tab above; the map brings one of its own.
    let heading =
        matches!(tab, Tab::Table | Tab::Source).then(|| el("h2").class("visually-hidden").text(name(t, tab)));
    base.attr("role", "tabpanel")
        .opt(heading)
        .attr("aria-labelledby", &tab_id(tab))
        .flag_now("hidden", move || !is_open.get())
        .view_now(move || if is_open.get() { inside() } else { ().into_any() })
}
