//! The result: a band in words with its chance, where that is on the ruler, what it means, and what it does not.

use super::desk::{Desk, heading};
use super::feedback::Keep;
use super::fold::Fold;
use super::icon::Icon;
use super::review::Review;
use super::words;
use crate::quiz::answer::mark;
use crate::quiz::bank::Bank;
use crate::quiz::engine::BANDS;
use crate::quiz::report::{Headline, Report};
use crate::quiz::session::{Session, Step};
use crate::text::{Locale, fill, number};
use leptos::prelude::*;
use std::sync::Arc;

mod areas;
mod ruler;
use areas::Areas;
use ruler::Ruler;

#[component]
pub(super) fn ResultSheet(desk: Desk, session: Session) -> impl IntoView {
    let locale = desk.locale;
    let t = &locale.messages().quiz;
    let bank = desk.bank.clone();
    let report = Arc::new(Report::of(&bank, &session));
    let (headline, chance) = headline(&bank, &report, locale);
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
    let erase = {
        let desk = desk.clone();
        move |_| {
            desk.erase();
        }
    };
    view! {
        <section data-quiz="result">
            <div class="quiz-card quiz-headline">
                <h2 id=heading::RESULT tabindex="-1">{headline}</h2>
                <p class="quiz-lead">{chance}</p>
                <p>{basis}</p>
                <h3>{t.ruler_title}</h3>
                <Ruler bank=bank.clone() report=report.clone() locale/>
                <Bands bank=bank.clone() report=report.clone() locale/>
            </div>
            <Means bank=bank.clone() report=report.clone() locale/>
            <Areas bank=bank.clone() report=report.clone() locale/>
            <Scams report=report.clone() locale/>
            <Takeaways bank=bank.clone() report=report.clone() locale/>
            <div class="quiz-card quiz-next">
                <h2>{t.next_title}</h2>
                <p>{next}</p>
            </div>
            <div class="quiz-limits">
                <h2>{t.limits_title}</h2>
                <p>{t.limits}</p>
            </div>
            <ReviewList bank session locale/>
            <div class="quiz-acts">
                <button type="button" class="quiz-button quiz-primary" data-restart=""
                    on:click=move |_| desk.leave()>{t.restart}</button>
                <button type="button" class="quiz-button" data-erase="" on:click=erase>{t.erase}</button>
            </div>
        </section>
    }
    .into_any()
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
#[component]
fn Bands(bank: Arc<Bank>, report: Arc<Report>, locale: Locale) -> impl IntoView {
    let t = &locale.messages().quiz;
    let percent = |p: f64| {
        if p < 0.01 {
            t.bands_little.to_owned()
        } else {
            fill(t.bands_percent, &[("n", &number::format((p * 100.0).min(99.0), 0, locale))])
        }
    };
    let row = |(band, p): (usize, f64)| {
        view! { <tr><th scope="row">{words::band(&bank, band, locale)}</th><td>{percent(p)}</td></tr> }
    };
    let rows = (0..BANDS).zip(report.bands).map(row).collect_view();
    let (from, to) = report.run;
    let message = if from == to { t.bands_run_one } else { t.bands_run };
    let run = fill(
        message,
        &[("from", &words::band(&bank, from, locale)), ("to", &words::band(&bank, to, locale))],
    );
    view! {
        <details class="quiz-bands">
            <summary>{t.bands_title}</summary>
            <table>
                <thead><tr><th scope="col">{t.bands_level}</th><th scope="col">{t.bands_chance}</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
            <p>{run}</p>
        </details>
    }
    .into_any()
}

/// How many of ten questions of each level one can expect to know.
#[component]
fn Means(bank: Arc<Bank>, report: Arc<Report>, locale: Locale) -> impl IntoView {
    let t = &locale.messages().quiz;
    let row = |(level, share): (u8, f64)| {
        let n = (share * 10.0).round();
        let dots = (0..10_u8).map(|i| {
            let class = if f64::from(i) < n { "quiz-dot quiz-dot-full" } else { "quiz-dot" };
            view! { <circle class=class cx=format!("{}%", 5 + i * 10) cy="9" r="6"></circle> }
        });
        view! {
            <li>
                <strong>{bank.level(level).get(locale).to_owned()}</strong>
                <span>{fill(t.means_row, &[("n", &number::format(n, 0, locale))])}</span>
                <svg width="100%" height="18" aria-hidden="true">{dots.collect_view()}</svg>
            </li>
        }
    };
    view! {
        <div class="quiz-block">
            <h2>{t.means_title}</h2>
            <ul class="quiz-means">{(1..=4).zip(report.shares).map(row).collect_view()}</ul>
            <p class="quiz-hint">{t.means_note}</p>
        </div>
    }
    .into_any()
}

/// Both ways of being wrong about a message.
#[component]
fn Scams(report: Arc<Report>, locale: Locale) -> impl IntoView {
    let t = &locale.messages().quiz;
    let line = |message: &str, (n, of): (usize, usize)| {
        (of > 0).then(|| fill(message, &[("n", &n.to_string()), ("of", &of.to_string())]))
    };
    let lines: Vec<String> =
        [line(t.scam_hits, report.scams), line(t.scam_alarms, report.alarms)].into_iter().flatten().collect();
    (!lines.is_empty()).then(|| {
        view! {
            <div class="quiz-block">
                <h2>{t.scam_title}</h2>
                {lines.into_iter().map(|line| view! { <p class="quiz-count">{line}</p> }).collect_view()}
                <p class="quiz-hint">{t.scam_note}</p>
            </div>
        }
    })
}

/// One line to keep from each question missed or not known.
#[component]
fn Takeaways(bank: Arc<Bank>, report: Arc<Report>, locale: Locale) -> impl IntoView {
    let t = &locale.messages().quiz;
    let lines: Vec<String> = report
        .keep
        .iter()
        .filter_map(|place| bank.item(*place))
        .map(|item| item.takeaway.get(locale).to_owned())
        .collect();
    let body = if lines.is_empty() {
        view! { <p>{t.keep_none}</p> }.into_any()
    } else {
        view! {
            <p class="quiz-hint">{t.keep_note}</p>
            <ul class="quiz-takeaways">{lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
        }
        .into_any()
    };
    view! { <div class="quiz-block"><h2>{t.keep_title}</h2>{body}</div> }.into_any()
}

/// Every question again, folded.
#[component]
fn ReviewList(bank: Arc<Bank>, session: Session, locale: Locale) -> impl IntoView {
    let t = &locale.messages().quiz;
    let seed = session.seed();
    let row = |(i, step): (usize, &Step)| {
        let item = bank.item(step.item)?.clone();
        let answer = step.answer.clone()?;
        let (word, sign, class) = words::outcome(mark(&item, &answer)?.outcome, locale);
        let title = fill(t.review_row, &[("n", &(i + 1).to_string()), ("stem", item.stem.get(locale))]);
        let summary = view! {
            <span class=format!("quiz-mark quiz-mark-{class}")><Icon sign/>{word}</span>
            <span>{title}</span>
        }
        .into_any();
        let id = item.id.clone();
        Some(view! {
            <li data-item=id>
                <Fold class="quiz-again" summary>
                    <p>{item.summary.get(locale).to_owned()}</p>
                    <Review item=item.clone() answer=Some(answer.clone()) seed folded=false locale/>
                    <Keep item=item.clone() locale/>
                </Fold>
            </li>
        })
    };
    view! {
        <div class="quiz-block">
            <h2>{t.review_title}</h2>
            <ol class="quiz-review-list">{session.steps().iter().enumerate().filter_map(row).collect_view()}</ol>
        </div>
    }
    .into_any()
}
