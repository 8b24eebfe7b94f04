//! Steps to put in order: a numbered list with Up and Down on every row. Each move is announced with its place.

use super::icon::{Icon, Sign};
use crate::browser::focus;
use crate::quiz::answer::Draft;
use crate::quiz::bank::Step;
use crate::text::{Locale, fill};
use leptos::prelude::*;

#[component]
pub(super) fn OrderInput(
    steps: Vec<Step>,
    draft: RwSignal<Draft>,
    said: RwSignal<String>,
    locale: Locale,
) -> impl IntoView {
    let t = &locale.messages().quiz;
    let total = steps.len();
    let order = move || match draft.get() {
        Draft::Order(order) => order,
        _ => Vec::new(),
    };
    let row = move |place: usize| {
        let Some(step) = steps.get(place).cloned() else { return ().into_any() };
        let text = step.text.get(locale).to_owned();
        let number = move || order().iter().position(|p| *p == place).unwrap_or_default() + 1;
        let button = |up: bool| {
            let (sign, word, label, end) =
                if up { (Sign::Up, t.up, t.move_up, 1) } else { (Sign::Down, t.down, t.move_down, total) };
            let id = format!("quiz-{}-{}", if up { "up" } else { "down" }, step.id);
            let (name, text) = (fill(label, &[("step", &text)]), text.clone());
            let press = {
                let id = id.clone();
                move |_| {
                    let message = match number() {
                        n if n == end && up => t.at_top,
                        n if n == end => t.at_bottom,
                        _ => t.moved_to,
                    };
                    draft.update(|draft| shift(draft, place, up));
                    let (now, total) = (number().to_string(), total.to_string());
                    said.set(fill(message, &[("step", &text), ("n", &now), ("total", &total)]));
                    // Moving the row in the document drops the focus.
                    focus::later(&id);
                }
            };
            view! {
                <button type="button" class="quiz-move" id=id aria-label=name
                    aria-disabled=move || (number() == end).to_string() on:click=press>
                    <Icon sign/>
                    <span>{word}</span>
                </button>
            }
        };
        view! {
            <li class="quiz-step" data-option=step.id.clone()>
                <span class="quiz-number" aria-hidden="true">{number}</span>
                <span class="quiz-step-text">{text.clone()}</span>
                <span class="quiz-moves">{button(true)}{button(false)}</span>
            </li>
        }
        .into_any()
    };
    view! {
        <p class="quiz-hint">{t.hint_order}</p>
        <ol class="quiz-steps">
            <For each=order key=|place| *place children=row/>
        </ol>
    }
    .into_any()
}

/// Moves a step one place.
fn shift(draft: &mut Draft, step: usize, up: bool) {
    let Draft::Order(order) = draft else { return };
    let Some(from) = order.iter().position(|p| *p == step) else { return };
    let to = if up { from.checked_sub(1) } else { Some(from + 1) };
    if let Some(to) = to.filter(|to| *to < order.len()) {
        order.swap(from, to);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_moves_one_place_and_stops_at_the_ends() {
        let mut draft = Draft::Order(vec![2, 0, 1]);
        for (step, up, expected) in
            [(0, true, [0, 2, 1]), (0, true, [0, 2, 1]), (2, false, [0, 1, 2]), (2, false, [0, 1, 2])]
        {
            shift(&mut draft, step, up);
            assert_eq!(draft, Draft::Order(expected.into()));
        }
    }
}
