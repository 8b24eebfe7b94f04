//! The result: a band in words with its chance, where that is on the ruler, what it means, and what it does not.

use super::desk::{Desk, heading};
use super::feedback::keep;
use super::fold::fold;
use super::icon::icon;
use super::parts::{acts, block, button, hint, strip, title};
use super::review::review;
use super::words;
use crate::quiz::answer::mark;
use crate::quiz::bank::Bank;
use crate::quiz::engine::BANDS;
use crate::quiz::report::{Headline, Report};
use crate::quiz::session::{Session, Step};
use crate::scene::svg::Tag;
use crate::text::{Locale, fill, number};
use crate::ui::components::el::{El, el, row, shape};

mod areas;
mod ruler;
use areas::areas;
use ruler::ruler;

pub(super) fn result(desk: &Desk, session: &Session) -> El {
    let locale = desk.locale;
    let t = &locale.messages().quiz;
    let bank = &*desk.bank;
    let report = Report::of(bank, session);
    let (headline, chance) = headline(bank, &report, locale);
    let wrong = report.answered.saturating_sub(report.right + report.unknown);
    let basis = fill(
        t.result_basis,
        &[
            ("count", &report.answered.to_string()),
            ("right", &report.right.to_string()),
            ("wrong", &wrong.to_string()),
            ("unknown", &report.unknown.to_string()),
        ],
    );
    let step = match report.headline {
        Headline::One { band, .. } => band,
        Headline::Between { lower, .. } => lower,
    };
    let next = [t.next_0, t.next_1, t.next_2, t.next_3].get(step).copied().unwrap_or(t.next_0);
    let (leave, erase) = (desk.clone(), desk.clone());
    let first = el("div")
        .class("quiz-card quiz-headline")
        .add(title("h2", heading::RESULT, &headline))
        .add(el("p").class("quiz-lead").text(&chance))
        .add(el("p").text(&basis))
        .add(el("h3").text(t.ruler_title))
        .add(ruler(bank, &report, locale))
        .add(bands(bank, &report, locale));
    el("section")
        .attr("data-quiz", "result")
        .add(first)
        .add(means(bank, &report, locale))
        .add(areas(bank, &report, locale))
        .opt(scams(&report, locale))
        .add(takeaways(bank, &report, locale))
        .add(block("quiz-card quiz-next", t.next_title).add(el("p").text(next)))
        .add(block("quiz-limits", t.limits_title).add(el("p").text(t.limits)))
        .add(review_list(bank, session, locale))
        .add(acts(vec![
            button(true, "data-restart", t.restart, move || leave.leave()),
            button(false, "data-erase", t.erase, move || {
                erase.erase();
            }),
        ]))
}

fn headline(bank: &Bank, report: &Report, locale: Locale) -> (String, String) {
    let t = &locale.messages().quiz;
    let near = report.near_in_hundred.to_string();
    match report.headline {
        Headline::One { band, in_ten } => (
            fill(t.result_one, &[("band", &words::band(bank, band, locale))]),
            fill(t.result_one_chance, &[("n", &in_ten.to_string()), ("near", &near)]),
        ),
        Headline::Between { lower, in_ten } => (
            fill(
                t.result_between,
                &[
                    ("lower", &words::band(bank, lower, locale)),
                    ("upper", &words::band(bank, lower + 1, locale)),
                ],
            ),
            fill(
                t.result_between_chance,
                &[("n", &in_ten.to_string()), ("count", &report.answered.to_string())],
            ),
        ),
    }
}

/// The probability of every band, for who wants it in full.
fn bands(bank: &Bank, report: &Report, locale: Locale) -> El {
    let t = &locale.messages().quiz;
    let percent = |p: f64| {
        if p < 0.01 {
            t.bands_little.to_owned()
        } else {
            fill(t.bands_percent, &[("n", &number::format((p * 100.0).min(99.0), 0, locale))])
        }
    };
    let row = |(band, p): (usize, f64)| {
        el("tr")
            .add(el("th").attr("scope", "row").text(&words::band(bank, band, locale)))
            .add(el("td").text(&percent(p)))
    };
    let rows = (0..BANDS).zip(report.bands).map(row).collect();
    let (from, to) = report.run;
    let message = if from == to { t.bands_run_one } else { t.bands_run };
    let run =
        fill(message, &[("from", &words::band(bank, from, locale)), ("to", &words::band(bank, to, locale))]);
    let column = |words: &str| el("th").attr("scope", "col").text(words);
    let head = el("thead").add(el("tr").add(column(t.bands_level)).add(column(t.bands_chance)));
    el("details")
        .class("quiz-bands")
        .add(el("summary").text(t.bands_title))
        .add(el("table").add(head).add(el("tbody").all(rows)))
        .add(el("p").text(&run))
}

/// How many of ten questions of each level one can expect to know.
fn means(bank: &Bank, report: &Report, locale: Locale) -> El {
    let t = &locale.messages().quiz;
    let row = |(level, share): (u8, f64)| {
        let n = (share * 10.0).round();
        let dot = |i: u8| {
            let class = if f64::from(i) < n { "quiz-dot quiz-dot-full" } else { "quiz-dot" };
            let x = format!("{}%", 5 + i * 10);
            shape(Tag::Circle, &[("class", class), ("cx", &x), ("cy", "9"), ("r", "6")])
        };
        el("li")
            .add(el("strong").text(bank.level(level).get(locale)))
            .add(el("span").text(&fill(t.means_row, &[("n", &number::format(n, 0, locale))])))
            .add(strip("", "18", (0..10).map(dot).collect()))
    };
    let rows = (1..=4).zip(report.shares).map(row).collect();
    block("quiz-block", t.means_title).add(el("ul").class("quiz-means").all(rows)).add(hint(t.means_note))
}

/// Both ways of being wrong about a message.
fn scams(report: &Report, locale: Locale) -> Option<El> {
    let t = &locale.messages().quiz;
    let line = |message: &str, (n, of): (usize, usize)| {
        let text = || fill(message, &[("n", &n.to_string()), ("of", &of.to_string())]);
        (of > 0).then(|| el("p").class("quiz-count").text(&text()))
    };
    let (hits, alarms) = (line(t.scam_hits, report.scams), line(t.scam_alarms, report.alarms));
    (hits.is_some() || alarms.is_some())
        .then(|| block("quiz-block", t.scam_title).opt(hits).opt(alarms).add(hint(t.scam_note)))
}

/// One line to keep from each question missed or not known.
fn takeaways(bank: &Bank, report: &Report, locale: Locale) -> El {
    let t = &locale.messages().quiz;
    let lines: Vec<El> = (report.keep.iter())
        .filter_map(|place| bank.item(*place))
        .map(|item| el("li").text(item.takeaway.get(locale)))
        .collect();
    let block = block("quiz-block", t.keep_title);
    if lines.is_empty() {
        return block.add(el("p").text(t.keep_none));
    }
    block.add(hint(t.keep_note)).add(el("ul").class("quiz-takeaways").all(lines))
}

/// Every question again, folded.
fn review_list(bank: &Bank, session: &Session, locale: Locale) -> El {
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
            parts.extend(keep(&item, locale));
            row(parts)
        };
        Some(place.add(fold("quiz-again", summary, inside)))
    };
    let list = session.steps().iter().enumerate().filter_map(one).collect();
    block("quiz-block", t.review_title).add(el("ol").class("quiz-review-list").all(list))
}
