//! A question with what was answered, what is right, and why, entry by entry.
//!
//! [`rows`] says it, [`review`] shows it. Without an answer the same rows serve the reading version.

use super::icon::{Sign, icon};
use super::question::arranged;
use super::spot::frame;
use super::words::{letter, truth, verdict};
use crate::quiz::answer::{Answer, shown};
use crate::quiz::bank::{Choice, Item, Kind, Left, Message, Right, Role, Step};
use crate::text::{Locale, Text, fill};
use crate::ui::components::el::{El, el};

/// How an entry stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// Answered rightly.
    Good,
    /// Answered wrongly.
    Bad,
    /// Right, and not seen.
    Missed,
    /// Nothing to say.
    Plain,
}

/// One entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) id: String,
    pub(super) text: String,
    /// What was answered, and what is right.
    pub(super) said: Option<String>,
    pub(super) truth: Option<String>,
    pub(super) state: State,
    pub(super) why: Option<String>,
    /// Whether the reason is shown at once.
    pub(super) open: bool,
}

/// The entries of a question, in the order in which they were shown.
pub(super) fn rows(item: &Item, answer: Option<&Answer>, seed: u64, locale: Locale) -> Vec<Row> {
    let order = shown(item, seed);
    let unknown = matches!(answer, None | Some(Answer::Unknown));
    match (&item.kind, answer) {
        (Kind::Single(choices), answer) => {
            let chosen = |place| matches!(answer, Some(Answer::Single(p)) if *p == place);
            let mut rows = options(&arranged(choices, &order), chosen, locale);
            // The reason for one's own choice is open; who chose nothing sees the right one's.
            for row in &mut rows {
                row.open = row.said.is_some() || (unknown && row.truth.is_some());
            }
            rows
        }
        (Kind::Multiple(choices), answer) => {
            let chosen = |place| matches!(answer, Some(Answer::Multiple(c)) if c.get(place) == Some(&true));
            options(&arranged(choices, &order), chosen, locale)
        }
        (Kind::TrueFalse(choices), answer) => {
            let said = |place: usize| match answer {
                Some(Answer::TrueFalse(said)) => said.get(place).copied(),
                _ => None,
            };
            arranged(choices, &order)
                .into_iter()
                .map(|(place, c)| statement(c, said(place), locale))
                .collect()
        }
        (Kind::Order { steps, accepted }, answer) => {
            let given: &[usize] = if let Some(Answer::Order(order)) = answer { order } else { &[] };
            in_order(steps, accepted, given, locale)
        }
        (Kind::Match { left, right }, answer) => {
            let given: &[usize] = if let Some(Answer::Match(partners)) = answer { partners } else { &[] };
            pairs(left, right, &order, given, locale)
        }
        (Kind::Spot(message), answer) => {
            let marks: &[bool] = if let Some(Answer::Spot(marks, _)) = answer { marks } else { &[] };
            message
                .parts
                .iter()
                .enumerate()
                .map(|(i, p)| part(p, marks.get(i) == Some(&true), locale))
                .collect()
        }
    }
}

fn options(choices: &[(usize, &Choice)], chosen: impl Fn(usize) -> bool, locale: Locale) -> Vec<Row> {
    let t = &locale.messages().quiz;
    let row = |(place, choice): &(usize, &Choice)| {
        let state = match (chosen(*place), choice.right) {
            (true, true) => State::Good,
            (true, false) => State::Bad,
            (false, true) => State::Missed,
            (false, false) => State::Plain,
        };
        Row {
            said: chosen(*place).then(|| t.you_chose.to_owned()),
            truth: choice.right.then(|| t.key_right.to_owned()),
            open: state != State::Plain,
            ..plain(&choice.id, &choice.text, Some(&choice.why), state, locale)
        }
    };
    choices.iter().map(row).collect()
}

fn statement(choice: &Choice, said: Option<bool>, locale: Locale) -> Row {
    let t = &locale.messages().quiz;
    let state = match said {
        None => State::Missed,
        Some(value) if value == choice.right => State::Good,
        Some(_) => State::Bad,
    };
    Row {
        said: said.map(|value| fill(t.you_said, &[("value", truth(value, locale))])),
        truth: Some(fill(t.key_is, &[("value", truth(choice.right, locale))])),
        open: state != State::Good,
        ..plain(&choice.id, &choice.text, Some(&choice.why), state, locale)
    }
}

/// The steps in the accepted order that is nearest to the given one.
fn in_order(steps: &[Step], accepted: &[Vec<usize>], given: &[usize], locale: Locale) -> Vec<Row> {
    let t = &locale.messages().quiz;
    let alike = |key: &&Vec<usize>| key.iter().zip(given).filter(|(a, b)| a == b).count();
    // The last of equals wins, so the key itself, which comes first, is looked at last.
    let Some(key) = accepted.iter().rev().max_by_key(alike) else { return Vec::new() };
    let row = |(number, (place, step)): (usize, (usize, &Step))| {
        let given = given.iter().position(|p| *p == place);
        let state = match given {
            None => State::Missed,
            Some(at) if at == number => State::Good,
            Some(_) => State::Bad,
        };
        let text = format!("{}. {}", number + 1, step.text.get(locale));
        Row {
            text,
            said: given.map(|at| fill(t.you_placed, &[("n", &(at + 1).to_string())])),
            open: state == State::Bad,
            ..plain(&step.id, &step.text, Some(&step.why), state, locale)
        }
    };
    arranged(steps, key).into_iter().enumerate().map(row).collect()
}

fn pairs(left: &[Left], right: &[Right], order: &[usize], given: &[usize], locale: Locale) -> Vec<Row> {
    let t = &locale.messages().quiz;
    let name = |place: usize| {
        let at = order.iter().position(|p| *p == place).unwrap_or_default();
        right
            .get(place)
            .map(|entry| format!("{}. {}", letter(at), entry.text.get(locale)))
            .unwrap_or_default()
    };
    let row = |(i, entry): (usize, &Left)| {
        let said = given.get(i);
        let state = match said {
            None => State::Missed,
            Some(place) if *place == entry.partner => State::Good,
            Some(_) => State::Bad,
        };
        Row {
            said: said.map(|place| fill(t.you_said, &[("value", &name(*place))])),
            truth: (state != State::Good).then(|| fill(t.key_is, &[("value", &name(entry.partner))])),
            open: state != State::Good,
            ..plain(&entry.id, &entry.text, Some(&entry.why), state, locale)
        }
    };
    let spare = |(place, entry): (usize, &Right)| {
        entry.why.as_ref().map(|why| Row {
            text: name(place),
            truth: Some(t.key_surplus.to_owned()),
            ..plain(&entry.id, &entry.text, Some(why), State::Plain, locale)
        })
    };
    let paired = left.iter().enumerate().map(row);
    paired.chain(right.iter().enumerate().filter_map(spare)).collect()
}

fn part(part: &crate::quiz::bank::Part, marked: bool, locale: Locale) -> Row {
    let t = &locale.messages().quiz;
    let (state, truth) = match (part.role, marked) {
        (Role::Red, true) => (State::Good, Some(t.key_sign)),
        (Role::Red, false) => (State::Missed, Some(t.key_sign)),
        (Role::Amber, _) => (State::Plain, Some(t.key_amber)),
        (Role::Neutral, true) => (State::Bad, Some(t.key_alarm)),
        (Role::Neutral, false) => (State::Plain, None),
    };
    Row {
        said: marked.then(|| t.you_marked.to_owned()),
        truth: truth.map(ToOwned::to_owned),
        open: true,
        ..plain(&part.id, &part.text, part.why.as_ref(), state, locale)
    }
}

fn plain(id: &str, text: &Text, why: Option<&Text>, state: State, locale: Locale) -> Row {
    Row {
        id: id.to_owned(),
        text: text.get(locale).to_owned(),
        said: None,
        truth: None,
        state,
        why: why.map(|why| why.get(locale).to_owned()),
        open: false,
    }
}

/// The entries, each with its reason. `folded` puts the reasons that are not `open` behind a line to open.
pub(super) fn review(
    item: &Item,
    answer: Option<&Answer>,
    seed: u64,
    folded: bool,
    locale: Locale,
) -> Vec<El> {
    let judged = answer.is_some();
    // In a message the reasons stand beside what they explain.
    let folded = folded && !matches!(item.kind, Kind::Spot(_));
    let list =
        rows(item, answer, seed, locale).into_iter().map(|row| entry(row, judged, folded, locale)).collect();
    if let Kind::Spot(message) = &item.kind {
        let parts = el("ul").class("quiz-review quiz-review-message").all(list);
        vec![
            frame(message, locale).add(parts),
            el("ul").class("quiz-review").add(verdict_row(message, answer, locale)),
        ]
    } else {
        vec![el("ul").class("quiz-review").all(list)]
    }
}

fn entry(row: Row, judged: bool, folded: bool, locale: Locale) -> El {
    let t = &locale.messages().quiz;
    let (class, sign) = match row.state {
        _ if !judged => ("quiz-row", None),
        State::Good => ("quiz-row quiz-row-good", Some(Sign::Check)),
        State::Bad => ("quiz-row quiz-row-bad", Some(Sign::Cross)),
        State::Missed => ("quiz-row quiz-row-missed", None),
        State::Plain => ("quiz-row", None),
    };
    let tag = |text: Option<String>, class: &str| text.map(|text| el("span").class(class).text(&text));
    let why = row.why.map(|why| {
        if !folded || (row.open && !judged) {
            return el("p").class("quiz-why").text(&why);
        }
        let details = if row.open { el("details").attr("open", "") } else { el("details") };
        details.add(el("summary").text(t.why)).add(el("p").text(&why))
    });
    let mut text = el("p").class("quiz-row-text");
    if let Some(sign) = sign {
        text = text.add(icon(sign));
    }
    let tags = el("p")
        .class("quiz-tags")
        .opt(tag(row.said, "quiz-tag quiz-tag-said"))
        .opt(tag(row.truth, "quiz-tag quiz-tag-truth"));
    el("li").class(class).attr("data-option", &row.id).add(text.text(&row.text)).add(tags).opt(why)
}

fn verdict_row(message: &Message, answer: Option<&Answer>, locale: Locale) -> El {
    let t = &locale.messages().quiz;
    let said = match answer {
        Some(Answer::Spot(_, said)) => Some(*said),
        _ => None,
    };
    let row = Row {
        id: "verdict".into(),
        text: t.message_verdict.to_owned(),
        said: said.map(|said| fill(t.you_said, &[("value", verdict(said, locale))])),
        truth: Some(fill(t.key_is, &[("value", verdict(message.verdict, locale))])),
        state: match said {
            None => State::Missed,
            Some(said) if said == message.verdict => State::Good,
            Some(_) => State::Bad,
        },
        why: Some(message.why.get(locale).to_owned()),
        open: true,
    };
    entry(row, said.is_some(), false, locale)
}

#[cfg(test)]
mod tests;
