//! Over the map: shapes or tiles, which region, closer or further. And beside a finger that covers several small
//! provinces: which of them it meant.

use super::el::{El, el, now};
use super::map_hand::{Hand, SERIES};
use super::map_looking::Near;
use crate::browser::{focus, pointer};
use crate::figure::map::MapFigure;
use crate::figure::map_lens::MOST;
use crate::text::{collate, fill, number, sort};
use leptos::prelude::*;
use std::sync::Arc;

/// The tools.
pub fn map_tools(hand: &Hand) -> El {
    let hand = *hand;
    let Hand { figure, looking, .. } = hand;
    let locale = figure.with_untracked(|figure| figure.locale);
    let t = &locale.messages().map_tools;
    let tiles = Memo::new(move |_| looking.look.with(|look| look.tiles));
    let picture = |tiled: bool, name: &str| {
        el("button")
            .attr("type", "button")
            .attr_now("aria-pressed", move || (tiles.get() == tiled).to_string())
            .on("click", move |_| looking.change(|look| look.tiles = tiled))
            .text(name)
    };
    let pictures = el("div")
        .class("map-pictures")
        .attr("role", "group")
        .attr("aria-label", t.picture)
        .add(picture(false, t.shapes))
        .add(picture(true, t.tiles));
    let note = now(move || {
        if tiles.get() { el("p").class("map-note").text(t.tiles_note).into_any() } else { ().into_any() }
    });
    el("div")
        .class("map-bar")
        .attr("role", "group")
        .attr("aria-label", t.tools)
        .add(pictures)
        .view_now(move || region(&hand))
        .view_now(move || if tiles.get() { ().into_any() } else { zoom(&hand).into_any() })
        .view(note)
}

/// Under the map: the way from the pinned unit to its row.
pub fn to_row(hand: &Hand) -> AnyView {
    let hand = *hand;
    now(move || row_of(&hand))
}

fn row_of(hand: &Hand) -> AnyView {
    let Hand { figure, looking, .. } = *hand;
    let Some(code) = looking.pinned.get().filter(|_| looking.listed.get()) else { return ().into_any() };
    let t = &figure.with_untracked(|figure| figure.locale).messages().map_tools;
    el("button")
        .attr("type", "button")
        .class("map-fit")
        .on("click", move |_| {
            focus::row(&figure.with_untracked(|figure| figure.id.clone()), SERIES, &code.to_string());
        })
        .text(t.to_row)
        .into_any()
}

/// Which region.
fn region(hand: &Hand) -> AnyView {
    let Hand { figure, looking, .. } = *hand;
    let level = Memo::new(move |_| figure.with(|figure| figure.level));
    level.track();
    let now = figure.get_untracked();
    let t = &now.locale.messages().map_tools;
    let chosen = move |id: &str| looking.look.with(|look| look.region.as_deref().unwrap_or_default() == id);
    let option = |id: String, name: &str| {
        el("option").attr("value", &id).prop_now("selected", move || chosen(&id)).text(name)
    };
    let regions = regions(&now).into_iter().map(|(id, name)| option(id, &name));
    let select = el("select")
        .attr("id", "xem-vung")
        .on("change", move |event| {
            let id = pointer::value(&event).unwrap_or_default();
            looking.change(|look| look.region = Some(id).filter(|id| !id.is_empty()));
        })
        .add(option(String::new(), t.region_all))
        .all(regions.collect());
    el("div")
        .class("map-region")
        .add(el("label").attr("for", "xem-vung").text(t.region))
        .add(select)
        .into_any()
}

/// The regions of a map's level: slug and name, in Vietnamese order.
fn regions(figure: &MapFigure) -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = Vec::with_capacity(6);
    for unit in &figure.units {
        let Some(shape) = figure.geometry.unit(unit.code) else { continue };
        if !all.iter().any(|(id, _)| id == shape.region) {
            all.push((shape.region.to_owned(), unit.region.clone()));
        }
    }
    sort::by(&mut all, |a, b| collate::compare(&a.1, &b.1));
    all
}

/// Closer and further.
fn zoom(hand: &Hand) -> El {
    let hand = *hand;
    let Hand { figure, looking, .. } = hand;
    let locale = figure.with_untracked(|figure| figure.locale);
    let t = &locale.messages().map_tools;
    let whole = Memo::new(move |_| looking.lens.with(|lens| lens.is_whole()));
    let most = Memo::new(move |_| looking.lens.with(|lens| lens.times() >= MOST));
    // A button that is of no use just now keeps the focus, so it says so and does nothing.
    let button = |sign: &str, name: &str, idle: Memo<bool>, act: Arc<dyn Fn() + Send + Sync>| {
        el("button")
            .attr("type", "button")
            .class("map-zoom")
            .attr("aria-label", name)
            .attr("title", name)
            .attr_now("aria-disabled", move || idle.get().to_string())
            .on("click", move |_| act())
            .add(el("span").attr("aria-hidden", "true").text(sign))
    };
    // Always there: a button that came with a pin would push the map down under the finger.
    let alone = Memo::new(move |_| looking.pinned.get().is_none());
    let to_pinned = move |_| {
        if let Some(code) = looking.pinned.get_untracked() {
            hand.fit(code);
        }
    };
    let pinned = el("button")
        .attr("type", "button")
        .class("map-fit")
        .attr_now("aria-disabled", move || alone.get().to_string())
        .on("click", to_pinned)
        .text(t.to_pinned);
    let said = move || {
        let times = looking.lens.with(|lens| lens.times());
        let close = times > 1.0;
        if close { fill(t.zoomed, &[("times", &number::short(times, 1, locale))]) } else { String::new() }
    };
    el("div")
        .class("map-zooms")
        .add(button("+", t.zoom_in, most, Arc::new(move || hand.step(true))))
        .add(button("−", t.zoom_out, whole, Arc::new(move || hand.step(false))))
        .add(
            el("button")
                .attr("type", "button")
                .class("map-fit")
                .attr_now("aria-disabled", move || whole.get().to_string())
                .on("click", move |_| looking.whole())
                .text(t.whole),
        )
        .add(pinned)
        .add(el("span").class("map-times").attr("role", "status").text_now(said))
}

/// What a finger may have meant, beside it.
pub fn nearby(hand: &Hand) -> AnyView {
    let Hand { figure, looking, .. } = *hand;
    now(move || {
        let Near { units, at } = looking.near.get();
        let figure = figure.get();
        let t = &figure.locale.messages().map_tools;
        let choice = |code| {
            let unit = figure.get(code)?;
            let pressed = move || (looking.pinned.get() == Some(code)).to_string();
            Some(
                el("button")
                    .attr("type", "button")
                    .attr_now("aria-pressed", pressed)
                    .on("click", move |_| {
                        looking.near.set(Near::default());
                        looking.point(None);
                        looking.pin.run(Some(code));
                    })
                    .text(&unit.name),
            )
        };
        let choices: Vec<El> = units.into_iter().take(4).filter_map(choice).collect();
        if choices.len() < 2 {
            return ().into_any();
        }
        let list = el("div")
            .class("map-near")
            .attr("role", "group")
            .attr("aria-label", t.near)
            .add(el("p").text(t.near))
            .all(choices);
        let side = if at.0 < 0.5 { "right" } else { "left" };
        let place = if at.1 < 0.5 { "below" } else { "above" };
        view! {
            <div class=format!("map-near-place {side} {place}") style:left=percent(at.0) style:top=percent(at.1)>
                {list}
            </div>
        }
        .into_any()
    })
}

fn percent(share: f64) -> String {
    format!("{}%", crate::scene::svg::num(share * 100.0))
}
