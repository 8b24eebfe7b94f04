//! What came of the answer, on the question's own screen: verdict, summary, reasons, one line to keep.

use super::desk::{Desk, heading};
use super::fold::fold;
use super::icon::icon;
use super::parts::{acts, button};
use super::question::progress;
use super::review::review;
use super::words;
use crate::quiz::answer::mark;
use crate::quiz::bank::{Bank, Item, Reference};
use crate::quiz::report::{guessed, moved};
use crate::quiz::session::{Mode, STRETCH, Session};
use crate::text::{Locale, fill, number};
use crate::ui::components::el::{El, el, row};

pub(super) fn feedback(desk: &Desk, session: &Session) -> Option<El> {
    let locale = desk.locale;
    let t = &locale.messages().quiz;
    let item = session.current(&desk.bank)?;
    let answer = session.steps().last()?.answer.as_ref()?;
    let mark = mark(&item, answer)?;
    let (word, sign, class) = words::outcome(mark.outcome, locale);
    let last = session.number() >= session.length();
    let pause = session.number().is_multiple_of(STRETCH);
    let next = if last {
        t.to_result
    } else if pause {
        t.to_break
    } else {
        t.next
    };
    let heading = el("h3").attr("id", heading::VERDICT).attr("tabindex", "-1").add(icon(sign)).text(word);
    let verdict = el("div")
        .class(&format!("quiz-verdict quiz-verdict-{class}"))
        .add(heading)
        .add(el("p").text(item.summary.get(locale)))
        .opt(words::part(&item, mark, locale).map(|text| el("p").class("quiz-part-mark").text(&text)));
    let glass = {
        let (bank, session, item) = (desk.bank.clone(), session.clone(), item.clone());
        let lines = move || {
            row(glass(&bank, &session, &item, locale).iter().map(|line| el("p").text(line)).collect())
        };
        fold("quiz-glass", el("summary").text(t.glass), lines)
    };
    let go_on = {
        let desk = desk.clone();
        move || desk.go_on()
    };
    let card = el("div")
        .class("quiz-card")
        .attr("data-item", &item.id)
        .attr("data-outcome", class)
        .add(el("h2").class("quiz-stem").text(item.stem.get(locale)))
        .add(verdict)
        .add(el("h3").text(t.reasons))
        .all(review(&item, Some(answer), session.seed(), true, locale))
        .all(keep(&item, locale))
        .add(acts(vec![button(true, "data-next", next, go_on)]))
        .add(glass);
    Some(el("section").attr("data-quiz", "feedback").add(progress(session, &desk.bank, desk)).add(card))
}

/// The line to remember, and what the facts rest on.
pub(super) fn keep(item: &Item, locale: Locale) -> Vec<El> {
    let t = &locale.messages().quiz;
    let source = |reference: &Reference| {
        let date = reference.checked.format(locale);
        let text = fill(t.source_checked, &[("title", reference.title.get(locale)), ("date", &date)]);
        match &reference.url {
            Some(url) => {
                el("li").add(el("a").attr("href", url).attr("rel", "noopener noreferrer").text(&text))
            }
            None => el("li").text(&text),
        }
    };
    let line = el("p").class("quiz-keep").add(el("strong").text(t.remember)).text(" ");
    let sources = el("details")
        .class("quiz-sources")
        .add(el("summary").text(t.sources))
        .add(el("ul").all(item.reference.iter().map(source).collect()));
    vec![line.text(item.takeaway.get(locale)), sources]
}

/// Why this question came, how sure the estimate was, and how the answer moved it, in words and rounded numbers.
fn glass(bank: &Bank, session: &Session, item: &Item, locale: Locale) -> Vec<String> {
    let (t, more) = (&locale.messages().quiz, &locale.messages().quiz_more);
    let level = bank.level(item.level);
    let place = fill(
        t.glass_place,
        &[
            ("level", level.get(locale)),
            ("area", bank.area(item.area).get(locale)),
            ("number", &item.competence),
            ("competence", bank.competence(&item.competence).get(locale)),
        ],
    );
    let choice = match session.mode() {
        Mode::Practice => more.glass_practice,
        Mode::Again => more.glass_again,
        Mode::Dive(area) if area == item.area => more.glass_dive,
        _ if session.number() == 1 => t.glass_first,
        _ => t.glass_next,
    };
    let mut lines = vec![place, choice.to_owned()];
    if !session.mode().has_level() {
        return lines;
    }
    if let Some((band, chance)) = guessed(bank, session) {
        let n = (chance * 10.0).floor().clamp(1.0, 9.0);
        let values = [("band", &*words::band(bank, band, locale)), ("n", &*number::format(n, 0, locale))];
        lines.push(fill(more.glass_sure, &values));
    }
    if let Some((before, after)) = moved(bank, session) {
        // To the nearest five: finer would pretend to know more.
        let round = |share: f64| (share * 20.0).round() * 5.0;
        let (before, after) = (round(before), round(after));
        let message = if after > before {
            t.glass_up
        } else if after < before {
            t.glass_down
        } else {
            t.glass_same
        };
        let say = |value: f64| number::format(value, 0, locale);
        let values = [("before", &*say(before)), ("after", &*say(after)), ("level", level.get(locale))];
        lines.push(fill(message, &values));
    }
    lines
}
