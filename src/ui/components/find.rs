//! "Tìm tỉnh" in the header of every page: from a name, old or new, to the page of the province of today.
//!
//! Without a script it is a link to the list of all provinces.

use super::el::{El, el, now, row};
use crate::browser::{focus, pointer};
use crate::data::find::Found;
use crate::route::Route;
use crate::text::fill;
use crate::ui::context::Context;
use leptos::prelude::*;

/// How many answers are shown; whoever wants more types one letter more.
const SHOWN: usize = 7;
const BOX: &str = "tim-nhanh";
const BUTTON: &str = "tim-nhanh-nut";
const INPUT: &str = "tim-nhanh-o";

/// The button and what it opens.
pub fn finder(cx: &Context) -> AnyView {
    let t = &cx.t().find;
    let list = cx.href(&Route::Provinces);
    if !cx.live {
        return el("a").class("find-open").attr("href", &list).text(t.open).into_any();
    }
    let open = RwSignal::new(false);
    let press = move |_| {
        open.update(|open| *open = !*open);
        if open.get_untracked() {
            focus::later(INPUT);
        }
    };
    let button = el("button")
        .attr("id", BUTTON)
        .class("find-open")
        .attr("type", "button")
        .attr("aria-controls", BOX)
        .attr_now("aria-expanded", move || open.get().to_string())
        .on("click", press)
        .text(t.open);
    let cx = cx.clone();
    let inside = now(move || if open.get() { search(&cx, open).into_any() } else { ().into_any() });
    el("div").class("finder").add(button).add(el("div").attr("id", BOX).view(inside)).into_any()
}

fn search(cx: &Context, open: RwSignal<bool>) -> El {
    let t = &cx.t().find;
    let typed = RwSignal::new(String::new());
    let key = move |event: leptos::ev::Event| match pointer::plain_key(&event).as_deref() {
        Some("Escape") => {
            event.prevent_default();
            open.set(false);
            focus::later(BUTTON);
        }
        Some("Enter") if focus::is_at(INPUT) => {
            event.prevent_default();
            focus::follow(BOX, "li a");
        }
        Some("ArrowDown") => {
            event.prevent_default();
            focus::walk(BOX, "li a", 1);
        }
        Some("ArrowUp") => {
            event.prevent_default();
            focus::walk(BOX, "li a", -1);
        }
        _ => {}
    };
    let (said, answers) = (cx.clone(), cx.clone());
    let status = move || {
        let typed = typed.get();
        match said.data.find_places(&typed).len() {
            _ if typed.trim().is_empty() => String::new(),
            0 => said.t().find.none.to_owned(),
            n => fill(said.t().find.found, &[("n", &n.to_string())]),
        }
    };
    let answers = move || {
        let typed = typed.get();
        row(answers
            .data
            .find_places(&typed)
            .iter()
            .take(SHOWN)
            .map(|found| answer(&answers, found))
            .collect())
    };
    el("div")
        .class("find-box")
        .attr("role", "search")
        .attr("aria-label", t.open)
        .on("keydown", key)
        .add(el("label").attr("for", INPUT).text(t.label))
        .add(
            el("input")
                .attr("id", INPUT)
                .attr("type", "search")
                .attr("autocomplete", "off")
                .attr("placeholder", t.hint)
                .on("input", move |event| typed.set(pointer::value(&event).unwrap_or_default())),
        )
        .add(el("p").class("find-said").attr("role", "status").text_now(status))
        .add(el("ul").view(now(answers)))
        .add(el("a").attr("href", &cx.href(&Route::Provinces)).text(t.all))
}

fn answer(cx: &Context, found: &Found<'_>) -> El {
    let name = found.name().get(cx.locale);
    let today = found.old.map(|_| {
        let words = fill(cx.t().find.today, &[("name", found.today.name.get(cx.locale))]);
        el("small").text(&words)
    });
    el("li").add(
        el("a")
            .attr("href", &cx.href(&Route::Province(found.today.code)))
            .add(el("span").text(name))
            .opt(today),
    )
}
