//! Every question to read, with answers and reasons: the page as it is before or without scripts.

use super::feedback::Keep;
use super::intro::{Lead, Privacy};
use super::review::Review;
use super::spot::MessageFrame;
use crate::quiz::answer::shown;
use crate::quiz::bank::{Bank, Item, Kind};
use crate::quiz::select;
use crate::quiz::session::STANDARD;
use crate::text::{Locale, Text, fill};
use leptos::prelude::*;
use std::sync::Arc;

/// The seed of the reading version.
const SEED: u64 = 1;

/// The intro's text and the list of questions.
#[component]
pub fn Reading(bank: Arc<Bank>, locale: Locale) -> impl IntoView {
    let t = &locale.messages().quiz;
    let live: Vec<Arc<Item>> = bank.items().iter().filter(|item| item.live).cloned().collect();
    let title = fill(t.static_list, &[("count", &live.len().to_string())]);
    let items = live
        .into_iter()
        .enumerate()
        .map(|(i, item)| {
            let label = fill(
                t.static_row,
                &[
                    ("n", &(i + 1).to_string()),
                    ("area", bank.area(item.area).get(locale)),
                    ("level", bank.level(item.level).get(locale)),
                ],
            );
            view! { <li><ReadingItem label item locale/></li> }
        })
        .collect_view();
    view! {
        <article class="quiz">
            <h1 class="quiz-title">{t.title}</h1>
            <section data-quiz="intro">
                <Lead count=select::length(&bank, STANDARD) locale/>
                <Privacy locale/>
            </section>
            <section>
                <h2>{title}</h2>
                <p class="quiz-notice">{t.static_note}</p>
                <ol class="quiz-reading">{items}</ol>
            </section>
        </article>
    }
    .into_any()
}

#[component]
fn ReadingItem(label: String, item: Arc<Item>, locale: Locale) -> impl IntoView {
    let t = &locale.messages().quiz;
    // The order of a fixed seed: in the file the right option or the right order often comes first.
    let order = shown(&item, SEED);
    let list = |texts: Vec<&Text>| {
        let entries =
            texts.into_iter().map(|text| view! { <li>{text.get(locale).to_owned()}</li> }).collect_view();
        view! { <ul>{entries}</ul> }.into_any()
    };
    let in_order =
        |texts: Vec<&Text>| list(order.iter().filter_map(|place| texts.get(*place).copied()).collect());
    let task = match &item.kind {
        Kind::Single(choices) | Kind::Multiple(choices) | Kind::TrueFalse(choices) => {
            in_order(choices.iter().map(|choice| &choice.text).collect())
        }
        Kind::Order { steps, .. } => in_order(steps.iter().map(|step| &step.text).collect()),
        Kind::Match { left, right } => {
            let left = list(left.iter().map(|entry| &entry.text).collect());
            let right = in_order(right.iter().map(|entry| &entry.text).collect());
            view! { {left} <p class="quiz-hint">{t.match_list}</p> {right} }.into_any()
        }
        Kind::Spot(message) => {
            let parts: Vec<&str> = message.parts.iter().map(|part| part.text.get(locale)).collect();
            let text = parts.join(" ");
            view! { <MessageFrame message=message.clone() locale><p>{text}</p></MessageFrame> }.into_any()
        }
    };
    view! {
        <div class="quiz-card" data-item=item.id.clone()>
            <p class="quiz-label">{label}</p>
            <h3 class="quiz-stem">{item.stem.get(locale).to_owned()}</h3>
            {task}
            <details class="quiz-answer">
                <summary>{t.static_answer}</summary>
                <p>{item.summary.get(locale).to_owned()}</p>
                <Review item=item.clone() answer=None seed=SEED folded=false locale/>
                <Keep item=item.clone() locale/>
            </details>
        </div>
    }
    .into_any()
}
