//! The controls over a chart: kind of picture, scale, order and region of provinces, back to the author's view.

use super::desk::Desk;
use crate::browser::pointer;
use crate::figure::view::{Order, offers_log};
use crate::figure::{Kind, View};
use crate::text::Messages;
use crate::ui::components::el::{El, el};
use leptos::prelude::*;

/// The name of a kind.
fn kind_name(t: &Messages, kind: Kind) -> &'static str {
    match kind {
        Kind::Line => t.work.kind_line,
        Kind::Bars => t.work.kind_bars,
        Kind::Dots => t.work.kind_dots,
        Kind::Slope => t.work.kind_slope,
        Kind::Multiples => t.work.kind_multiples,
        Kind::Dumbbell => t.work.kind_dumbbell,
    }
}

/// Kind, scale, order, region and reset; only what the indicator offers.
pub(super) fn controls(desk: &Desk) -> Vec<El> {
    let t = desk.cx.t();
    let Some(indicator) = desk.indicator() else { return Vec::new() };
    let mut out = Vec::new();
    let kinds = Kind::offered(indicator);
    if kinds.len() > 1 {
        let chips = kinds.into_iter().map(|kind| {
            let desk_now = desk.clone();
            radio(
                desk,
                "xem",
                kind.word(),
                kind_name(t, kind),
                move |view| view.kind == kind,
                move || {
                    desk_now.change(true, |view| view.kind = kind);
                },
            )
        });
        out.push(group(t.work.kind, chips.collect()));
    }
    if indicator.is_provincial() {
        let chips = [
            (Order::Value, t.work.order_value),
            (Order::Name, t.work.order_name),
            (Order::Region, t.work.order_region),
        ]
        .into_iter()
        .map(|(order, name)| {
            let desk_now = desk.clone();
            radio(
                desk,
                "xep",
                order.word(),
                name,
                move |view| view.order == order,
                move || {
                    desk_now.change(true, |view| view.order = order);
                },
            )
        });
        let view = desk.view;
        out.push(
            group(t.work.order, chips.collect()).flag_now("hidden", move || view.get().kind != Kind::Dots),
        );
        out.push(region(desk));
    }
    if offers_log(indicator) {
        out.push(scale(desk));
    }
    out.push(reset(desk));
    out
}

fn group(legend: &str, chips: Vec<El>) -> El {
    el("fieldset").class("choice").add(el("legend").text(legend)).add(el("div").class("chips").all(chips))
}

/// One of several choices, as a real radio button in a chip.
fn radio(
    desk: &Desk,
    name: &str,
    value: &str,
    label: &str,
    is_chosen: impl Fn(&View) -> bool + Copy + Send + 'static,
    choose: impl Fn() + 'static,
) -> El {
    let view = desk.view;
    let input = el("input")
        .attr("type", "radio")
        .attr("name", name)
        .attr("value", value)
        .prop_now("checked", move || is_chosen(&view.get()))
        .on("change", move |_| choose());
    el("label").class("chip").add(input).add(el("span").text(label))
}

/// One region, or all.
fn region(desk: &Desk) -> El {
    let t = desk.cx.t();
    let locale = desk.cx.locale;
    let (view, desk_now) = (desk.view, desk.clone());
    let option = |value: &str, name: &str| {
        let own = value.to_owned();
        el("option")
            .attr("value", value)
            .text(name)
            .prop_now("selected", move || view.get().region.as_deref().unwrap_or_default() == own)
    };
    let mut options = vec![option("", t.work.all_regions)];
    options.extend(desk.cx.data.regions63.iter().map(|r| option(&r.id, r.name.get(locale))));
    let select = el("select")
        .on("change", move |event| {
            let chosen = pointer::value(&event).filter(|id| !id.is_empty());
            desk_now.change(true, |view| view.region = chosen);
        })
        .all(options);
    let few = move || matches!(view.get().kind, Kind::Line | Kind::Multiples);
    el("label").class("field").flag_now("hidden", few).add(el("span").text(t.work.region)).add(select)
}

fn scale(desk: &Desk) -> El {
    let (view, desk_now) = (desk.view, desk.clone());
    let input = el("input")
        .attr("type", "checkbox")
        .prop_now("checked", move || view.get().log)
        .on("change", move |_| desk_now.change(true, |view| view.log = !view.log));
    el("label")
        .class("chip")
        .flag_now("hidden", move || view.get().kind == Kind::Bars)
        .add(input)
        .add(el("span").text(desk.cx.t().work.log))
}

/// Back to the author's view; there only where something has been changed.
fn reset(desk: &Desk) -> El {
    let (view, desk_now, of) = (desk.view, desk.clone(), desk.clone());
    let is_same = move || of.indicator().is_none_or(|i| !view.get().is_changed(i));
    el("button")
        .attr("type", "button")
        .class("plain-button reset")
        .flag_now("hidden", is_same)
        .on("click", move |_| desk_now.reset())
        .text(desk.cx.t().work.reset)
}
