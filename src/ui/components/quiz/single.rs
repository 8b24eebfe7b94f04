//! One option of several: radio buttons.

use super::parts::{control, fields, option};
use super::question::arranged;
use crate::quiz::answer::Draft;
use crate::quiz::bank::Choice;
use crate::text::Locale;
use crate::ui::components::el::El;
use leptos::prelude::*;

pub(super) fn single(choices: &[Choice], order: &[usize], draft: RwSignal<Draft>, locale: Locale) -> El {
    let one = |(place, choice): (usize, &Choice)| {
        let choose = move |_| draft.set(Draft::Single(Some(place)));
        option(control("radio", "answer", choose), choice.text.get(locale)).attr("data-option", &choice.id)
    };
    let options = arranged(choices, order).into_iter().map(one).collect();
    fields("quiz-hint", locale.messages().quiz.hint_single, options)
}
