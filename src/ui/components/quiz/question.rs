//! The question screen: progress, the task as a heading, the form of its type, *Trả lời*, and last *Tôi chưa biết*.

use super::desk::{Desk, heading};
use super::matching::MatchInput;
use super::multiple::MultipleInput;
use super::order::OrderInput;
use super::single::SingleInput;
use super::spot::SpotInput;
use super::true_false::TrueFalseInput;
use super::words;
use crate::quiz::answer::{Answer, Draft, shown};
use crate::quiz::bank::{Bank, Item, Kind};
use crate::quiz::session::Session;
use crate::text::{Locale, fill};
use leptos::prelude::*;
use std::cmp::Ordering;
use std::sync::Arc;

#[component]
pub(super) fn Question(desk: Desk, session: Session) -> impl IntoView {
    let locale = desk.locale;
    let t = &locale.messages().quiz;
    let Some(item) = session.current(&desk.bank) else { return ().into_any() };
    let draft = RwSignal::new(Draft::blank(&item, session.seed()));
    let tried = RwSignal::new(false);
    // Once the reader has tried, the message keeps up with what is still missing.
    let missing = move || {
        let lack = tried.get().then(|| draft.with(|d| d.finish().err())).flatten();
        lack.map(|m| words::missing(m, locale)).unwrap_or_default()
    };
    let unknown = {
        let desk = desk.clone();
        move |_| desk.answer(Answer::Unknown)
    };
    let progress = view! { <Progress session=session.clone() bank=desk.bank.clone() locale/> };
    let input =
        view! { <Input item=item.clone() draft order=shown(&item, session.seed()) desk=desk.clone()/> };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match draft.with_untracked(Draft::finish) {
            Ok(answer) => desk.answer(answer),
            Err(_) => tried.set(true),
        }
    };
    view! {
        <section data-quiz="question">
            {progress}
            <form class="quiz-card" data-item=item.id.clone() on:submit=submit>
                <h2 class="quiz-stem" id=heading::STEM tabindex="-1">{item.stem.get(locale).to_owned()}</h2>
                {input}
                <p class="quiz-missing" role="status">{missing}</p>
                <div class="quiz-acts">
                    <button type="submit" class="quiz-button quiz-primary" data-submit="">{t.submit}</button>
                    <button type="button" class="quiz-button quiz-dk" data-dk="" on:click=unknown>{t.unknown}</button>
                </div>
            </form>
        </section>
    }
    .into_any()
}

/// "Câu 5 trong 12 · An toàn", and the same as a row of marks.
#[component]
pub(super) fn Progress(session: Session, bank: Arc<Bank>, locale: Locale) -> impl IntoView {
    let t = &locale.messages().quiz;
    let (number, length) = (session.number(), session.length());
    let area = session.current(&bank).map(|item| bank.area(item.area)).unwrap_or_default();
    let text = fill(
        t.progress,
        &[("n", &number.to_string()), ("total", &length.to_string()), ("area", area.get(locale))],
    );
    let width = 100.0 / length.max(1) as f64;
    let marks: Vec<_> = (0..length)
        .map(|i| {
            let class = match (i + 1).cmp(&number) {
                Ordering::Less => "quiz-tick quiz-tick-done",
                Ordering::Equal => "quiz-tick quiz-tick-now",
                Ordering::Greater => "quiz-tick",
            };
            let (x, w) = (format!("{:.2}%", i as f64 * width), format!("{:.2}%", width * 0.82));
            view! { <rect class=class x=x y="0" width=w height="4"></rect> }
        })
        .collect();
    view! {
        <div class="quiz-progress">
            <p>{text}</p>
            <svg width="100%" height="4" aria-hidden="true">{marks}</svg>
        </div>
    }
    .into_any()
}

/// The controls of the question's type.
#[component]
fn Input(item: Arc<Item>, draft: RwSignal<Draft>, order: Vec<usize>, desk: Desk) -> impl IntoView {
    let locale = desk.locale;
    match item.kind.clone() {
        Kind::Single(choices) => view! { <SingleInput choices order draft locale/> }.into_any(),
        Kind::Multiple(choices) => view! { <MultipleInput choices order draft locale/> }.into_any(),
        Kind::TrueFalse(choices) => view! { <TrueFalseInput choices order draft locale/> }.into_any(),
        Kind::Order { steps, .. } => view! { <OrderInput steps draft said=desk.said locale/> }.into_any(),
        Kind::Match { left, right } => view! { <MatchInput left right order draft locale/> }.into_any(),
        Kind::Spot(message) => view! { <SpotInput message draft locale/> }.into_any(),
    }
}

/// Entries in the shown order, each with its place in the file.
pub(super) fn arranged<T: Clone>(entries: &[T], order: &[usize]) -> Vec<(usize, T)> {
    order.iter().filter_map(|place| entries.get(*place).map(|entry| (*place, entry.clone()))).collect()
}
