//! What is compared with what: kind of comparison, provinces, indicators, years. Without a script all of it stands
//! there and rests.

use super::Desk;
use crate::browser::{clipboard, document, pointer};
use crate::data::{Indicator, Theme};
use crate::figure::compare::{Comparison, MOST, Mode};
use crate::figure::pick;
use crate::text::fill;
use crate::ui::components::el::{El, el, now};
use crate::ui::components::picker::picker;
use crate::ui::pages::indicators::theme_name;
use leptos::prelude::*;

/// All controls.
pub(super) fn controls(desk: &Desk) -> El {
    let t = &desk.cx.t().compare;
    let (of_indicators, of_years) = (desk.clone(), desk.clone());
    let (data, compared) = (desk.cx.data.clone(), desk.now);
    let about_country = Memo::new(move |_| compared.get().mode(&data) == Mode::Country);
    let data = desk.cx.data.clone();
    let known = Memo::new(move |_| compared.get().known_years(&data));
    let resting = el("fieldset").class("compare-controls");
    let resting = if desk.cx.live { resting } else { resting.attr("disabled", "") };
    resting
        .add(el("legend").class("visually-hidden").text(t.controls))
        .add(modes(desk))
        .add(
            el("div")
                .class("compare-places")
                .flag_now("hidden", move || about_country.get())
                .view(provinces(desk)),
        )
        .view(now(move || indicators(&of_indicators, about_country.get()).into_any()))
        .view(now(move || years(&of_years, &known.get()).into_any()))
        .add(ends(desk))
}

fn modes(desk: &Desk) -> El {
    let t = &desk.cx.t().compare;
    let one = |(mode, name): (Mode, &str)| {
        let (data, now, of) = (desk.cx.data.clone(), desk.now, desk.clone());
        let word = match mode {
            Mode::Provinces => "tinh",
            Mode::Local => "mot-tinh",
            Mode::Country => "ca-nuoc",
        };
        let input = el("input")
            .attr("type", "radio")
            .attr("name", "so-sanh")
            .attr("value", word)
            .prop_now("checked", move || now.get().mode(&data) == mode)
            .on("change", move |_| of.go(&of.now.get_untracked().in_mode(&of.cx.data, mode)));
        let input = if !desk.cx.live && mode == Mode::Provinces { input.attr("checked", "") } else { input };
        el("label").class("chip").add(input).add(el("span").text(name))
    };
    let names = [t.mode_provinces, t.mode_local, t.mode_country];
    el("fieldset")
        .class("choice")
        .add(el("legend").text(t.mode))
        .add(el("div").class("chips").all(Mode::ALL.into_iter().zip(names).map(one).collect()))
}

/// The picker of provinces, with the values of the last year that is shown.
fn provinces(desk: &Desk) -> AnyView {
    let (data, locale, now) = (desk.cx.data.clone(), desk.cx.locale, desk.now);
    let values = Memo::new(move |_| {
        let compared = now.get();
        let to = compared.shown_years(&data).1;
        let first = compared.of(&data).find(|i| i.is_provincial());
        let year = |i: &Indicator| i.years.iter().copied().rfind(|y| *y <= to);
        first.and_then(|i| Some(pick::values(i, year(i)?, locale))).unwrap_or_default()
    });
    let chosen = Memo::new(move |_| now.get().units);
    let of = desk.clone();
    let change = Callback::new(move |units| of.go(&Comparison { units, ..of.now.get_untracked() }));
    picker(&desk.cx, values.into(), chosen.into(), change, MOST)
}

/// One list to choose from for each indicator, and one more while there is room.
fn indicators(desk: &Desk, about_country: bool) -> El {
    el("div").class("compare-fields").all((0..MOST).map(|i| indicator(desk, i, about_country)).collect())
}

fn indicator(desk: &Desk, place: usize, about_country: bool) -> El {
    let t = &desk.cx.t().compare;
    let (data, compared) = (desk.cx.data.clone(), desk.now);
    let single = move |now: &Comparison| now.mode(&data) == Mode::Provinces;
    let single_label = single.clone();
    let label = move || {
        if single_label(&compared.get()) {
            t.indicator.to_owned()
        } else {
            fill(t.indicator_n, &[("n", &(place + 1).to_string())])
        }
    };
    let spare = move || {
        let now = compared.get();
        place > 0 && (single(&now) || place > now.indicators.len())
    };
    let of = desk.clone();
    let choose = move |event| {
        if let Some(id) = pointer::value(&event) {
            of.go(&of.now.get_untracked().with_indicator(&of.cx.data, place, &id));
        }
    };
    // The first two are always something.
    let free = (place > 1).then(|| option(desk, place, "", t.no_indicator));
    let groups = Theme::ALL.iter().filter_map(|theme| {
        let all = desk.cx.data.indicators.iter();
        let here = all.filter(|i| i.theme == *theme && i.is_provincial() != about_country);
        let options: Vec<El> = here.map(|i| option(desk, place, &i.id, i.name.get(desk.cx.locale))).collect();
        (!options.is_empty())
            .then(|| el("optgroup").attr("label", theme_name(desk.cx.t(), *theme)).all(options))
    });
    let select = el("select").on("change", choose).opt(free).all(groups.collect());
    el("label").class("field").flag_now("hidden", spare).add(el("span").text_now(label)).add(select)
}

/// An indicator to choose, unless another list has it.
fn option(desk: &Desk, place: usize, id: &str, name: &str) -> El {
    let now = desk.now;
    let (own, other) = (id.to_owned(), id.to_owned());
    let here = move |now: &Comparison| now.indicators.get(place).map_or("", String::as_str) == own;
    let chosen = here(&now.get_untracked());
    let taken =
        move |now: &Comparison| now.indicators.iter().position(|i| *i == other).is_some_and(|at| at != place);
    let option = el("option")
        .attr("value", id)
        .text(name)
        .prop_now("selected", move || here(&now.get()))
        .flag_now("disabled", move || taken(&now.get()));
    if !desk.cx.live && chosen { option.attr("selected", "") } else { option }
}

/// First and last year.
fn years(desk: &Desk, known: &[i16]) -> El {
    let t = &desk.cx.t().compare;
    let one = |name: &str, is_last: bool| {
        let (of, now, data) = (desk.clone(), desk.now, desk.cx.data.clone());
        let shown = move || {
            let (from, to) = now.get().shown_years(&data);
            if is_last { to } else { from }
        };
        let first = untrack(&shown);
        // A range may begin between the years that have values.
        let nearest = |year: i16| {
            let mut inside = known.iter().copied().filter(|y| if is_last { *y <= year } else { *y >= year });
            if is_last { inside.next_back() } else { inside.next() }
        };
        let chosen = nearest(first);
        let options = known.iter().map(|year| {
            let (year, shown) = (*year, shown.clone());
            let option = el("option")
                .attr("value", &year.to_string())
                .text(&year.to_string())
                .prop_now("selected", move || shown() == year);
            if !desk.cx.live && chosen == Some(year) { option.attr("selected", "") } else { option }
        });
        let choose = move |event| {
            let Some(year) = pointer::value(&event).and_then(|v| v.parse::<i16>().ok()) else { return };
            let compared = of.now.get_untracked();
            let (from, to) = compared.shown_years(&of.cx.data);
            let (from, to) = if is_last { (from.min(year), year) } else { (year, to.max(year)) };
            of.go(&compared.with_years(&of.cx.data, from, to));
        };
        let select = el("select").on("change", choose).all(options.collect());
        el("label").class("field").add(el("span").text(name)).add(select)
    };
    let few = known.len() < 2;
    let fields = el("div").class("compare-fields compare-years");
    let fields = if few { fields.attr("hidden", "") } else { fields };
    fields.add(one(t.from, false)).add(one(t.to, true))
}

/// Back to the default, and the address for others.
fn ends(desk: &Desk) -> El {
    let t = &desk.cx.t().compare;
    let (of, now) = (desk.clone(), desk.now);
    let said = RwSignal::new("");
    let reset = el("button")
        .attr("type", "button")
        .class("plain-button")
        .flag_now("disabled", move || now.get() == Comparison::first())
        .on("click", move |_| of.go(&Comparison::first()))
        .text(t.reset);
    let copy = el("button")
        .attr("type", "button")
        .class("plain-button")
        .on("click", move |_| {
            leptos::task::spawn_local(async move {
                let address = document::address().unwrap_or_default();
                let done = clipboard::text(address).await.is_ok();
                let _ = said.try_set(if done { t.copied } else { t.copy_failed });
            });
        })
        .text(t.copy);
    let status = el("span").class("src").attr("role", "status").text_now(move || said.get().to_owned());
    el("div").class("compare-ends").add(copy).add(reset).add(status)
}
