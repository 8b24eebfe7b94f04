//! A fixed form of the quiz to read, with answers and reasons: the page as it is before or without scripts. Native:
//! only the build writes it.

use super::feedback::keep;
use super::intro::{lead, privacy};
use super::parts::hint;
use super::review::review;
use super::spot::frame;
use crate::quiz::answer::shown;
use crate::quiz::bank::{Bank, Item, Kind};
use crate::quiz::form::form;
use crate::quiz::session::STANDARD;
use crate::text::{Locale, Text, fill};
use crate::ui::components::el::{El, el};

/// The seed of the reading version.
const SEED: u64 = 1;

/// The intro's text and the list of questions.
pub fn reading(bank: &Bank, locale: Locale) -> El {
    let t = &locale.messages().quiz;
    // The whole bank would be several times as heavy as the page may be.
    let form: Vec<&Item> = form(bank, SEED, STANDARD)
        .into_iter()
        .filter_map(|place| bank.item(place))
        .map(AsRef::as_ref)
        .collect();
    let whole = bank.items().iter().filter(|item| item.live && !item.practice).count();
    let count = form.len().to_string();
    let title = fill(t.static_list, &[("count", &count)]);
    let note = fill(t.static_note, &[("count", &count), ("all", &whole.to_string())]);
    let items = form.iter().enumerate().map(|(i, item)| {
        let label = fill(
            t.static_row,
            &[
                ("n", &(i + 1).to_string()),
                ("area", bank.area(item.area).get(locale)),
                ("level", bank.level(item.level).get(locale)),
            ],
        );
        el("li").add(one(&label, item, locale))
    });
    let intro = el("section").attr("data-quiz", "intro").all(lead(form.len(), locale)).add(privacy(locale));
    let list = el("section")
        .add(el("h2").text(&title))
        .add(el("p").class("quiz-notice").text(&note))
        .add(el("ol").class("quiz-reading").all(items.collect()));
    el("article").class("quiz").add(el("h1").class("quiz-title").text(t.title)).add(intro).add(list)
}

fn one(label: &str, item: &Item, locale: Locale) -> El {
    let t = &locale.messages().quiz;
    // The order of a fixed seed: in the file the right option or the right order often comes first.
    let order = shown(item, SEED);
    let list =
        |texts: Vec<&Text>| el("ul").all(texts.into_iter().map(|x| el("li").text(x.get(locale))).collect());
    let in_order =
        |texts: Vec<&Text>| list(order.iter().filter_map(|place| texts.get(*place).copied()).collect());
    let task = match &item.kind {
        Kind::Single(choices) | Kind::Multiple(choices) | Kind::TrueFalse(choices) => {
            vec![in_order(choices.iter().map(|choice| &choice.text).collect())]
        }
        Kind::Order { steps, .. } => vec![in_order(steps.iter().map(|step| &step.text).collect())],
        Kind::Match { left, right } => vec![
            list(left.iter().map(|entry| &entry.text).collect()),
            hint(t.match_list),
            in_order(right.iter().map(|entry| &entry.text).collect()),
        ],
        Kind::Spot(message) => {
            let parts: Vec<&str> = message.parts.iter().map(|part| part.text.get(locale)).collect();
            vec![frame(message, locale).add(el("p").text(&parts.join(" ")))]
        }
    };
    let answer = el("details")
        .class("quiz-answer")
        .add(el("summary").text(t.static_answer))
        .add(el("p").text(item.summary.get(locale)))
        .all(review(item, None, SEED, false, locale))
        .all(keep(item, locale));
    el("div")
        .class("quiz-card")
        .attr("data-item", &item.id)
        .add(el("p").class("quiz-label").text(label))
        .add(el("h3").class("quiz-stem").text(item.stem.get(locale)))
        .all(task)
        .add(answer)
}
