//! The result: a band in words with its chance, where that is on the ruler, what it means, and what it does not.

use super::desk::{Desk, heading};
use super::kept;
use super::parts::{acts, block, button, hint, strip, title};
use super::words;
use crate::quiz::bank::Bank;
use crate::quiz::engine::BANDS;
use crate::quiz::report::{Headline, Report};
use crate::quiz::select::Comfort;
use crate::quiz::session::{Mode, Session};
use crate::scene::svg::Tag;
use crate::text::{Locale, fill, number};
use crate::ui::components::el::{El, el, shape};

pub(super) mod again;
pub(super) mod areas;
mod list;
pub(super) mod ruler;
mod share;
pub(super) mod sight;
use list::{review_list, takeaways};
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
    let first = el("div")
        .class("quiz-card quiz-headline")
        .add(title("h2", heading::RESULT, &headline))
        .add(el("p").class("quiz-lead").text(&chance))
        .add(el("p").text(&basis))
        .add(el("h3").text(t.ruler_title))
        .add(ruler(bank, report.overall, locale))
        .add(bands(bank, &report, locale));
    el("section")
        .attr("data-quiz", "result")
        .add(first)
        .add(means(bank, report.shares, locale).add(hint(t.means_note)))
        .add(areas::of(desk, session, &report))
        .opt(scams(&report, locale))
        .add(takeaways(bank, &report.keep, locale))
        .add(block("quiz-card quiz-next", t.next_title).add(el("p").text(next)))
        .opt(share::share(desk, session, &report))
        .add(block("quiz-limits", t.limits_title).add(el("p").text(t.limits)))
        .add(review_list(bank, session, locale))
        .add(ending(desk, true))
        .add(kept::panel(desk))
}

/// Where to go from a result: what was missed once more, if `again` has its place here, or the first screen.
fn ending(desk: &Desk, again: bool) -> El {
    let (t, more) = (&desk.locale.messages().quiz, &desk.locale.messages().quiz_more);
    let missed = if again { desk.missed().len().min(Mode::Again.wish()) } else { 0 };
    let (leave, desk) = (desk.clone(), desk.clone());
    let mut buttons = vec![button(missed == 0, "data-restart", t.restart, move || leave.leave())];
    if missed > 0 {
        let words = fill(more.again_start, &[("n", &missed.to_string())]);
        let start = move || desk.start(Mode::Again, Comfort::default());
        buttons.insert(0, button(true, "data-again", &words, start));
    }
    acts(buttons)
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
pub(super) fn means(bank: &Bank, shares: [f64; 4], locale: Locale) -> El {
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
    let rows = (1..=4).zip(shares).map(row).collect();
    block("quiz-block", t.means_title).add(el("ul").class("quiz-means").all(rows))
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
