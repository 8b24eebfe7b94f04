//! Several options: checkboxes.

use super::parts::{control, fields, option};
use super::question::arranged;
use crate::quiz::answer::Draft;
use crate::quiz::bank::Choice;
use crate::text::Locale;
use crate::ui::components::el::El;
use leptos::prelude::*;

pub(super) fn multiple(choices: &[Choice], order: &[usize], draft: RwSignal<Draft>, locale: Locale) -> El {
    let one = |(place, choice): (usize, &Choice)| {
        let set = move |event| {
            let on = event_target_checked(&event);
            draft.update(|draft| {
                if let Draft::Multiple(chosen) = draft
                    && let Some(cell) = chosen.get_mut(place)
                {
                    *cell = on;
                }
            });
        };
        option(control("checkbox", "answer", set), choice.text.get(locale)).attr("data-option", &choice.id)
    };
    let options = arranged(choices, order).into_iter().map(one).collect();
    fields("quiz-hint", locale.messages().quiz.hint_multiple, options)
}
