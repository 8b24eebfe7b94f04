//! The first screen: what to expect, privacy, taking up a stored session, the way, one question about comfort.

use super::desk::{Desk, Stored};
use super::kept;
use super::parts::{acts, block, button, control, fields, hint, option, press};
use crate::quiz::select::{self, Comfort};
use crate::quiz::session::{Mode, Session, Stage};
use crate::text::{Locale, fill};
use crate::ui::components::el::{El, el};
use crate::ui::context::Part;
use leptos::prelude::*;

pub(super) fn intro(desk: &Desk) -> El {
    let locale = desk.locale;
    let t = &locale.messages().quiz;
    let (mode, kept) = (desk.mode, desk.kept);
    let comfort = RwSignal::new(Comfort::default());
    desk.fetch(mode.get_untracked());

    let start = {
        let desk = desk.clone();
        move |event: leptos::ev::Event| {
            event.prevent_default();
            desk.start(mode.get_untracked(), comfort.get_untracked());
        }
    };
    let stored = {
        let desk = desk.clone();
        Memo::new(move |_| {
            kept.get();
            desk.cx.practice.with(|_| ());
            desk.stored(mode.get())
        })
    };
    let found = {
        let desk = desk.clone();
        move || match stored.get() {
            Stored::Nothing => ().into_any(),
            Stored::Stale => el("p").class("quiz-notice").text(t.stale).into_any(),
            Stored::Session(session) => resume(&desk, session).into_any(),
        }
    };
    let expect = {
        let desk = desk.clone();
        move || {
            kept.get();
            match count(&desk, mode.get()) {
                0 => ().into_any(),
                count => el("div").class("quiz-expect").all(lead(count, locale)).into_any(),
            }
        }
    };
    let comforts = move || {
        if !mode.get().has_level() {
            return ().into_any();
        }
        let choice = |value: Comfort, name: &str| {
            let radio = control("radio", "comfort", move |_| comfort.set(value));
            let chosen = comfort.get_untracked() == value;
            option(if chosen { radio.attr("checked", "") } else { radio }, name)
        };
        let inside = vec![
            hint(t.comfort_hint),
            choice(Comfort::New, t.comfort_new),
            choice(Comfort::Daily, t.comfort_daily),
            choice(Comfort::Helper, t.comfort_helper),
        ];
        fields("", t.comfort, inside).into_any()
    };
    let remember = desk.remember;
    let mut shared = control("checkbox", "shared", move |event| remember.set(!event_target_checked(&event)));
    if !remember.get_untracked() {
        shared = shared.attr("checked", "");
    }
    let go = {
        let desk = desk.clone();
        move || {
            kept.get();
            begin(&desk, mode.get(), matches!(stored.get(), Stored::Session(_)))
        }
    };
    let form = el("form")
        .class("quiz-card")
        .on("submit", start)
        .add(ways(desk))
        .view_now(comforts)
        .add(el("label").class("quiz-check").add(shared).add(el("span").text(t.shared)))
        .view_now(go);
    let none = select::length(&desk.test, 1) == 0;
    el("section")
        .attr("data-quiz", "intro")
        .view_now(expect)
        .view_now(found)
        .opt(none.then(|| el("p").class("quiz-notice").text(t.empty)))
        .add(form)
        .add(privacy(locale))
        .add(kept::panel(desk))
}

/// How many questions a way brings.
fn count(desk: &Desk, mode: Mode) -> usize {
    match mode {
        Mode::Practice => mode.wish(),
        Mode::Again => desk.missed().len().min(mode.wish()),
        _ => select::length(&desk.test, mode.wish()),
    }
}

/// Some 33 seconds a question, as the standard mode's ten minutes for 18.
fn minutes(count: usize) -> usize {
    (count * 5).div_ceil(9)
}

/// The ways to take the quiz. Asking again is offered to who has something to be asked again, or came for it.
fn ways(desk: &Desk) -> El {
    let t = &desk.locale.messages().quiz_more;
    let now = desk.mode.get_untracked();
    let missed = !desk.missed().is_empty();
    let offered = Mode::CHOICES.into_iter().filter(|way| *way != Mode::Again || missed || now == Mode::Again);
    let one = |way: Mode| {
        let (name, text) = match way {
            Mode::Quick => (t.way_quick, t.way_quick_text),
            Mode::Practice => (t.way_practice, t.way_practice_text),
            Mode::Again => (t.way_again, t.way_again_text),
            Mode::Standard | Mode::Dive(_) => (t.way_standard, t.way_standard_text),
        };
        let n = count(desk, way);
        let text = fill(text, &[("count", &n.to_string()), ("minutes", &minutes(n).to_string())]);
        let desk = desk.clone();
        let word = if way.param().is_empty() { "chuan" } else { way.param() };
        let radio = control("radio", "way", move |_| desk.choose(way)).attr("data-way", word);
        let radio = if way == now { radio.attr("checked", "") } else { radio };
        el("label")
            .class("quiz-option")
            .add(radio)
            .add(el("span").add(el("strong").text(name)).text(" ").add(el("small").text(&text)))
    };
    fields("", t.way, offered.map(one).collect())
}

/// The button that begins, or why there is nothing to begin with.
fn begin(desk: &Desk, mode: Mode, resumable: bool) -> AnyView {
    let messages = desk.locale.messages();
    let t = &messages.quiz;
    if mode == Mode::Again && count(desk, mode) == 0 {
        return el("p")
            .class("quiz-notice")
            .attr("role", "status")
            .text(messages.quiz_more.again_none)
            .into_any();
    }
    if mode == Mode::Practice {
        match desk.cx.practice.get() {
            Part::Ready(_) => {}
            Part::Failed(why) => {
                let text = fill(messages.boot.part_failed, &[("detail", &why)]);
                let again = desk.clone();
                let retry = press("quiz-button", "data-retry", messages.boot.part_retry, move || {
                    again.fetch(Mode::Practice);
                });
                return el("div")
                    .attr("role", "alert")
                    .add(el("p").text(&text))
                    .add(acts(vec![retry]))
                    .into_any();
            }
            Part::Missing | Part::Loading => {
                return el("p")
                    .class("quiz-notice")
                    .attr("role", "status")
                    .text(messages.boot.part_loading)
                    .into_any();
            }
        }
    }
    let words = if resumable { t.restart } else { t.start };
    let button = el("button")
        .attr("type", "submit")
        .class("quiz-button quiz-primary")
        .attr("data-start", "")
        .text(words);
    acts(vec![button]).into_any()
}

/// What to expect, in three sentences.
pub(super) fn lead(count: usize, locale: Locale) -> Vec<El> {
    let t = &locale.messages().quiz;
    let lead = fill(t.lead, &[("count", &count.to_string()), ("minutes", &minutes(count).to_string())]);
    vec![el("p").class("quiz-lead").text(&lead), el("p").text(t.lead_unknown).text(" ").text(t.lead_stop)]
}

/// What leaves this device: nothing.
pub(super) fn privacy(locale: Locale) -> El {
    let t = &locale.messages().quiz;
    block("quiz-privacy", t.privacy_title).add(el("p").text(t.privacy))
}

/// Offers the stored session.
fn resume(desk: &Desk, session: Session) -> El {
    let t = &desk.locale.messages().quiz;
    let mode = session.mode();
    let done = session.stage() == Stage::Result;
    let (title, text, go) = if done {
        (t.done_title, t.done_text, t.show_result)
    } else {
        (t.resume_title, t.resume_text, t.resume)
    };
    let (answered, total) = (session.answered().to_string(), session.length().to_string());
    let text = fill(text, &[("done", &answered), ("total", &total)]);
    let erase = {
        let desk = desk.clone();
        move || {
            desk.erase(mode);
        }
    };
    let desk = desk.clone();
    block("quiz-card quiz-resume", title).attr("data-resume", "").add(el("p").text(&text)).add(acts(vec![
        button(true, "data-go", go, move || desk.resume(session.clone())),
        button(false, "data-erase", t.erase, erase),
    ]))
}
