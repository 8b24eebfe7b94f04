//! The question screen: progress, the task as a heading, the form of its type, *Trả lời*, and last *Tôi chưa biết*.

use super::desk::{Desk, heading};
use super::matching::matching;
use super::multiple::multiple;
use super::order::order;
use super::parts::{acts, press, strip, title};
use super::single::single;
use super::spot::spot;
use super::true_false::true_false;
use super::words;
use crate::quiz::answer::{Answer, Draft, shown};
use crate::quiz::bank::{Bank, Item, Kind};
use crate::quiz::session::Session;
use crate::scene::svg::{Tag, num};
use crate::text::fill;
use crate::ui::components::el::{El, el, shape};
use leptos::prelude::*;
use std::cmp::Ordering;

pub(super) fn question(desk: &Desk, session: &Session) -> Option<El> {
    let locale = desk.locale;
    let t = &locale.messages().quiz;
    let item = session.current(&desk.bank)?;
    let draft = RwSignal::new(Draft::blank(&item, session.seed()));
    let tried = RwSignal::new(false);
    // Once the reader has tried, the message keeps up with what is still missing.
    let missing = move || {
        let lack = tried.get().then(|| draft.with(|d| d.finish().err())).flatten();
        lack.map(|m| words::missing(m, locale)).unwrap_or_default()
    };
    let submit = {
        let desk = desk.clone();
        move |event: leptos::ev::Event| {
            event.prevent_default();
            match draft.with_untracked(Draft::finish) {
                Ok(answer) => desk.answer(answer),
                Err(_) => tried.set(true),
            }
        }
    };
    let unknown = {
        let desk = desk.clone();
        move || desk.answer(Answer::Unknown)
    };
    let answer = el("button")
        .attr("type", "submit")
        .class("quiz-button quiz-primary")
        .attr("data-submit", "")
        .text(t.submit);
    let form = el("form")
        .class("quiz-card")
        .attr("data-item", &item.id)
        .on("submit", submit)
        .add(title("h2", heading::STEM, item.stem.get(locale)).class("quiz-stem"))
        .all(input(&item, &shown(&item, session.seed()), draft, desk))
        .add(el("p").class("quiz-missing").attr("role", "status").text_now(missing))
        .add(acts(vec![answer, press("quiz-button quiz-dk", "data-dk", t.unknown, unknown)]));
    Some(el("section").attr("data-quiz", "question").add(progress(session, &desk.bank, desk)).add(form))
}

/// "Câu 5 trong 12 · An toàn", and the same as a row of marks.
pub(super) fn progress(session: &Session, bank: &Bank, desk: &Desk) -> El {
    let locale = desk.locale;
    let (number, length) = (session.number(), session.length());
    let area = session.current(bank).map(|item| bank.area(item.area)).unwrap_or_default();
    let text = fill(
        locale.messages().quiz.progress,
        &[("n", &number.to_string()), ("total", &length.to_string()), ("area", area.get(locale))],
    );
    let width = 100.0 / length.max(1) as f64;
    let tick = |i: usize| {
        let class = match (i + 1).cmp(&number) {
            Ordering::Less => "quiz-tick quiz-tick-done",
            Ordering::Equal => "quiz-tick quiz-tick-now",
            Ordering::Greater => "quiz-tick",
        };
        let (x, w) = (num(i as f64 * width) + "%", num(width * 0.82) + "%");
        shape(Tag::Rect, &[("class", class), ("x", &x), ("y", "0"), ("width", &w), ("height", "4")])
    };
    el("div").class("quiz-progress").add(el("p").text(&text)).add(strip(
        "",
        "4",
        (0..length).map(tick).collect(),
    ))
}

/// The controls of the question's type.
fn input(item: &Item, shown: &[usize], draft: RwSignal<Draft>, desk: &Desk) -> Vec<El> {
    let locale = desk.locale;
    match &item.kind {
        Kind::Single(choices) => vec![single(choices, shown, draft, locale)],
        Kind::Multiple(choices) => vec![multiple(choices, shown, draft, locale)],
        Kind::TrueFalse(choices) => true_false(choices, shown, draft, locale),
        Kind::Order { steps, .. } => order(steps.clone(), draft, desk.said, locale),
        Kind::Match { left, right } => matching(left, right, shown, draft, locale),
        Kind::Spot(message) => spot(message, draft, locale),
    }
}

/// Entries in the shown order, each with its place in the file.
pub(super) fn arranged<'a, T>(entries: &'a [T], order: &[usize]) -> Vec<(usize, &'a T)> {
    order.iter().filter_map(|place| entries.get(*place).map(|entry| (*place, entry))).collect()
}
