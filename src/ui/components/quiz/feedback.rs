//! What came of the answer, on the question's own screen: verdict, summary, reasons, one line to keep.

use super::desk::{Desk, heading};
use super::fold::Fold;
use super::icon::Icon;
use super::question::Progress;
use super::review::Review;
use super::words;
use crate::quiz::answer::mark;
use crate::quiz::bank::{Bank, Item};
use crate::quiz::report::moved;
use crate::quiz::session::{STRETCH, Session};
use crate::text::{Locale, fill, number};
use leptos::prelude::*;
use std::sync::Arc;

#[component]
pub(super) fn Feedback(desk: Desk, session: Session) -> impl IntoView {
    let locale = desk.locale;
    let t = &locale.messages().quiz;
    let answered =
        session.current(&desk.bank).zip(session.steps().last().and_then(|step| step.answer.clone()));
    let Some((item, answer)) = answered else { return ().into_any() };
    let Some(mark) = mark(&item, &answer) else { return ().into_any() };
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
    let part = words::part(&item, mark, locale).map(|text| view! { <p class="quiz-part-mark">{text}</p> });
    let glass = view! { <Glass bank=desk.bank.clone() session=session.clone() item=item.clone() locale/> };
    view! {
        <section data-quiz="feedback">
            <Progress session=session.clone() bank=desk.bank.clone() locale/>
            <div class="quiz-card" data-item=item.id.clone() data-outcome=class>
                <h2 class="quiz-stem">{item.stem.get(locale).to_owned()}</h2>
                <div class=format!("quiz-verdict quiz-verdict-{class}")>
                    <h3 id=heading::VERDICT tabindex="-1"><Icon sign/>{word}</h3>
                    <p>{item.summary.get(locale).to_owned()}</p>
                    {part}
                </div>
                <h3>{t.reasons}</h3>
                <Review item=item.clone() answer=Some(answer) seed=session.seed() folded=true locale/>
                <Keep item=item.clone() locale/>
                <div class="quiz-acts">
                    <button type="button" class="quiz-button quiz-primary" data-next=""
                        on:click=move |_| desk.go_on()>{next}</button>
                </div>
                {glass}
            </div>
        </section>
    }
    .into_any()
}

/// The line to remember, and what the facts rest on.
#[component]
pub(super) fn Keep(item: Arc<Item>, locale: Locale) -> impl IntoView {
    let t = &locale.messages().quiz;
    let source = |reference: &crate::quiz::bank::Reference| {
        let date = reference.checked.format(locale);
        let text = fill(t.source_checked, &[("title", reference.title.get(locale)), ("date", &date)]);
        match &reference.url {
            Some(url) => {
                view! { <li><a href=url.clone() rel="noopener noreferrer">{text}</a></li> }.into_any()
            }
            None => view! { <li>{text}</li> }.into_any(),
        }
    };
    view! {
        <p class="quiz-keep"><strong>{t.remember}</strong>" "{item.takeaway.get(locale).to_owned()}</p>
        <details class="quiz-sources">
            <summary>{t.sources}</summary>
            <ul>{item.reference.iter().map(source).collect_view()}</ul>
        </details>
    }
    .into_any()
}

/// Why this question came, and how the answer moved the estimate, in words and rounded numbers.
#[component]
fn Glass(bank: Arc<Bank>, session: Session, item: Arc<Item>, locale: Locale) -> impl IntoView {
    let t = &locale.messages().quiz;
    let lines = move || {
        let lines = glass(&bank, &session, &item, locale);
        lines.into_iter().map(|line| view! { <p>{line}</p> }).collect_view()
    };
    view! { <Fold class="quiz-glass" summary=t.glass.into_any()>{lines()}</Fold> }.into_any()
}

fn glass(bank: &Bank, session: &Session, item: &Item, locale: Locale) -> Vec<String> {
    let t = &locale.messages().quiz;
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
    let choice = if session.number() == 1 { t.glass_first } else { t.glass_next };
    let mut lines = vec![place, choice.to_owned()];
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
