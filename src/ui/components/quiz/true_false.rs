//! Statements to judge: one fieldset each, true or false.

use super::parts::{control, option};
use super::question::arranged;
use super::words;
use crate::quiz::answer::Draft;
use crate::quiz::bank::Choice;
use crate::text::Locale;
use crate::ui::components::el::{El, el};
use leptos::prelude::*;

pub(super) fn true_false(
    choices: &[Choice],
    order: &[usize],
    draft: RwSignal<Draft>,
    locale: Locale,
) -> Vec<El> {
    let statement = |(place, choice): (usize, &Choice)| {
        let name = format!("statement-{}", choice.id);
        let side = |value: bool| {
            let set = move |_| {
                draft.update(|draft| {
                    if let Draft::TrueFalse(said) = draft
                        && let Some(cell) = said.get_mut(place)
                    {
                        *cell = Some(value);
                    }
                });
            };
            option(control("radio", &name, set), words::truth(value, locale))
        };
        el("fieldset")
            .class("quiz-fields quiz-statement")
            .attr("data-option", &choice.id)
            .add(el("legend").text(choice.text.get(locale)))
            .add(el("div").class("quiz-sides").add(side(true)).add(side(false)))
    };
    arranged(choices, order).into_iter().map(statement).collect()
}
