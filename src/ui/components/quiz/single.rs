//! One option of several: radio buttons.

use super::question::arranged;
use crate::quiz::answer::Draft;
use crate::quiz::bank::Choice;
use crate::text::Locale;
use leptos::prelude::*;

#[component]
pub(super) fn SingleInput(
    choices: Vec<Choice>,
    order: Vec<usize>,
    draft: RwSignal<Draft>,
    locale: Locale,
) -> impl IntoView {
    let option = move |(place, choice): (usize, Choice)| {
        view! {
            <label class="quiz-option" data-option=choice.id>
                <input type="radio" name="answer" on:change=move |_| draft.set(Draft::Single(Some(place)))/>
                <span>{choice.text.get(locale).to_owned()}</span>
            </label>
        }
    };
    view! {
        <fieldset class="quiz-fields">
            <legend class="quiz-hint">{locale.messages().quiz.hint_single}</legend>
            {arranged(&choices, &order).into_iter().map(option).collect_view()}
        </fieldset>
    }
    .into_any()
}
