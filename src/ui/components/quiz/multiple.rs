//! Several options: checkboxes.

use super::question::arranged;
use crate::quiz::answer::Draft;
use crate::quiz::bank::Choice;
use crate::text::Locale;
use leptos::prelude::*;

#[component]
pub(super) fn MultipleInput(
    choices: Vec<Choice>,
    order: Vec<usize>,
    draft: RwSignal<Draft>,
    locale: Locale,
) -> impl IntoView {
    let set = move |place: usize, on: bool| {
        draft.update(|draft| {
            if let Draft::Multiple(chosen) = draft
                && let Some(cell) = chosen.get_mut(place)
            {
                *cell = on;
            }
        });
    };
    let option = move |(place, choice): (usize, Choice)| {
        view! {
            <label class="quiz-option" data-option=choice.id>
                <input type="checkbox" on:change=move |event| set(place, event_target_checked(&event))/>
                <span>{choice.text.get(locale).to_owned()}</span>
            </label>
        }
    };
    view! {
        <fieldset class="quiz-fields">
            <legend class="quiz-hint">{locale.messages().quiz.hint_multiple}</legend>
            {arranged(&choices, &order).into_iter().map(option).collect_view()}
        </fieldset>
    }
    .into_any()
}
