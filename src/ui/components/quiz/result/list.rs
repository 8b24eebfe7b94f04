//! What several results end with: a line to keep from each question missed, and every question again, folded.

use super::super::feedback::keep as sources;
use super::super::fold::fold;
use super::super::icon::icon;
use super::super::parts::{block, hint};
use super::super::review::review;
use super::super::words;
use crate::quiz::answer::mark;
use crate::quiz::bank::Bank;
use crate::quiz::session::{Session, Step};
use crate::text::{Locale, fill};
use crate::ui::components::el::{El, el, row};

/// So many lines can be kept in mind; the list of all questions below holds the others.
const LINES: usize = 6;

/// One line to keep from each question missed or not known, for the first of them.
pub(super) fn takeaways(bank: &Bank, keep: &[usize], locale: Locale) -> El {
    let t = &locale.messages().quiz;
    let lines: Vec<El> = keep
        .iter()
        .filter_map(|place| bank.item(*place))
        .take(LINES)
        .map(|item| el("li").text(item.takeaway.get(locale)))
        .collect();
    let block = block("quiz-block", t.keep_title);
    if lines.is_empty() {
        return block.add(el("p").text(t.keep_none));
    }
    block.add(hint(t.keep_note)).add(el("ul").class("quiz-takeaways").all(lines))
}

/// Every question again, folded.
pub(super) fn review_list(bank: &Bank, session: &Session, locale: Locale) -> El {
    let t = &locale.messages().quiz;
    let seed = session.seed();
    let one = |(i, step): (usize, &Step)| {
        let item = bank.item(step.item)?.clone();
        let answer = step.answer.clone()?;
        let (word, sign, class) = words::outcome(mark(&item, &answer)?.outcome, locale);
        let title = fill(t.review_row, &[("n", &(i + 1).to_string()), ("stem", item.stem.get(locale))]);
        let mark = el("span").class(&format!("quiz-mark quiz-mark-{class}")).add(icon(sign)).text(word);
        let summary = el("summary").add(mark).add(el("span").text(&title));
        let place = el("li").attr("data-item", &item.id);
        let inside = move || {
            let mut parts = vec![el("p").text(item.summary.get(locale))];
            parts.extend(review(&item, Some(&answer), seed, false, locale));
            parts.extend(sources(&item, locale));
            row(parts)
        };
        Some(place.add(fold("quiz-again", summary, inside)))
    };
    let list = session.steps().iter().enumerate().filter_map(one).collect();
    block("quiz-block", t.review_title).add(el("ol").class("quiz-review-list").all(list))
}
