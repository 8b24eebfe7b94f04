//! Statements to judge: one fieldset each, true or false.

use super::question::arranged;
use super::words;
use crate::quiz::answer::Draft;
use crate::quiz::bank::Choice;
use crate::text::Locale;
use leptos::prelude::*;

#[component]
pub(super) fn TrueFalseInput(
    choices: Vec<Choice>,
    order: Vec<usize>,
    draft: RwSignal<Draft>,
    locale: Locale,
) -> impl IntoView {
    let set = move |place: usize, value: bool| {
        draft.update(|draft| {
            if let Draft::TrueFalse(said) = draft
                && let Some(cell) = said.get_mut(place)
            {
                *cell = Some(value);
            }
        });
    };
    let statement = move |(place, choice): (usize, Choice)| {
        let name = format!("statement-{}", choice.id);
        let side = |value: bool| {
            view! {
                <label class="quiz-option">
                    <input type="radio" name=name.clone() value=value.to_string() on:change=move |_| set(place, value)/>
                    <span>{words::truth(value, locale)}</span>
                </label>
            }
        };
        view! {
            <fieldset class="quiz-fields quiz-statement" data-option=choice.id.clone()>
                <legend>{choice.text.get(locale).to_owned()}</legend>
                <div class="quiz-sides">{side(true)}{side(false)}</div>
            </fieldset>
        }
    };
    arranged(&choices, &order).into_iter().map(statement).collect_view()
}
