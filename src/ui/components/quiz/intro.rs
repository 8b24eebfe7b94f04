//! The first screen: what to expect, privacy, taking up a stored session, one question about comfort.

use super::desk::{Desk, Stored};
use super::parts::{acts, block, button, control, fields, hint, option};
use crate::quiz::select::{self, Comfort};
use crate::quiz::session::{STANDARD, Session, Stage};
use crate::text::{Locale, fill};
use crate::ui::components::el::{El, el};
use leptos::prelude::*;

pub(super) fn intro(desk: &Desk) -> El {
    let locale = desk.locale;
    let t = &locale.messages().quiz;
    let count = select::length(&desk.bank, STANDARD);
    let stored = RwSignal::new(desk.stored());
    let comfort = RwSignal::new(Comfort::default());
    let remember = desk.remember;

    let start = {
        let desk = desk.clone();
        move |event: leptos::ev::Event| {
            event.prevent_default();
            desk.start(comfort.get_untracked());
        }
    };
    let choice = |value: Comfort, name: &str| {
        let radio = control("radio", "comfort", move |_| comfort.set(value));
        option(if value == Comfort::default() { radio.attr("checked", "") } else { radio }, name)
    };
    let found = {
        let desk = desk.clone();
        move || match stored.get() {
            Stored::Nothing => ().into_any(),
            Stored::Stale => el("p").class("quiz-notice").text(t.stale).into_any(),
            Stored::Session(session) => resume(&desk, session, stored).into_any(),
        }
    };
    let begin =
        move || if stored.with(|s| matches!(s, Stored::Session(_))) { t.restart } else { t.start }.to_owned();
    let comforts = vec![
        hint(t.comfort_hint),
        choice(Comfort::New, t.comfort_new),
        choice(Comfort::Daily, t.comfort_daily),
        choice(Comfort::Helper, t.comfort_helper),
    ];
    let mut shared = control("checkbox", "shared", move |event| remember.set(!event_target_checked(&event)));
    if !remember.get_untracked() {
        shared = shared.attr("checked", "");
    }
    let go = el("button")
        .attr("type", "submit")
        .class("quiz-button quiz-primary")
        .attr("data-start", "")
        .text_now(begin);
    let form = el("form")
        .class("quiz-card")
        .on("submit", start)
        .add(fields("", t.comfort, comforts))
        .add(el("label").class("quiz-check").add(shared).add(el("span").text(t.shared)))
        .add(acts(vec![go]));
    el("section")
        .attr("data-quiz", "intro")
        .all(lead(count, locale))
        .view_now(found)
        .opt((count == 0).then(|| el("p").class("quiz-notice").text(t.empty)))
        .add(form)
        .add(privacy(locale))
}

/// What to expect, in three sentences.
pub(super) fn lead(count: usize, locale: Locale) -> Vec<El> {
    let t = &locale.messages().quiz;
    // Some 33 seconds a question, as the standard mode's ten minutes for 18.
    let minutes = (count * 5).div_ceil(9);
    let lead = fill(t.lead, &[("count", &count.to_string()), ("minutes", &minutes.to_string())]);
    vec![el("p").class("quiz-lead").text(&lead), el("p").text(t.lead_unknown).text(" ").text(t.lead_stop)]
}

/// What leaves this device: nothing.
pub(super) fn privacy(locale: Locale) -> El {
    let t = &locale.messages().quiz;
    block("quiz-privacy", t.privacy_title).add(el("p").text(t.privacy))
}

/// Offers the stored session.
fn resume(desk: &Desk, session: Session, stored: RwSignal<Stored>) -> El {
    let t = &desk.locale.messages().quiz;
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
            if desk.erase() {
                stored.set(Stored::Nothing);
            }
        }
    };
    let desk = desk.clone();
    block("quiz-card quiz-resume", title).attr("data-resume", "").add(el("p").text(&text)).add(acts(vec![
        button(true, "data-go", go, move || desk.resume(session.clone())),
        button(false, "data-erase", t.erase, erase),
    ]))
}
