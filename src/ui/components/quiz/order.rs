//! Steps to put in order: a numbered list with Up and Down on every row. Each move is announced with its place.

use super::icon::{Sign, icon};
use super::parts::hint;
use crate::browser::focus;
use crate::quiz::answer::Draft;
use crate::quiz::bank::Step;
use crate::text::{Locale, fill};
use crate::ui::components::el::{El, el, row};
use leptos::prelude::*;

pub(super) fn order(
    steps: Vec<Step>,
    draft: RwSignal<Draft>,
    said: RwSignal<String>,
    locale: Locale,
) -> Vec<El> {
    let t = &locale.messages().quiz;
    let list = move || {
        let Draft::Order(order) = draft.get() else { return ().into_any() };
        let total = order.len();
        let one = |(i, place): (usize, &usize)| {
            let step = steps.get(*place)?;
            let button = |up| mover(step, *place, i + 1, total, up, draft, said, locale);
            Some(
                el("li")
                    .class("quiz-step")
                    .attr("data-option", &step.id)
                    .add(
                        el("span")
                            .class("quiz-number")
                            .attr("aria-hidden", "true")
                            .text(&(i + 1).to_string()),
                    )
                    .add(el("span").class("quiz-step-text").text(step.text.get(locale)))
                    .add(el("span").class("quiz-moves").add(button(true)).add(button(false))),
            )
        };
        row(order.iter().enumerate().filter_map(one).collect())
    };
    vec![hint(t.hint_order), el("ol").class("quiz-steps").view_now(list)]
}

/// The button that moves a step, which is number `now` of `total`, one place up or down.
#[allow(clippy::too_many_arguments)] // one call
fn mover(
    step: &Step,
    place: usize,
    now: usize,
    total: usize,
    up: bool,
    draft: RwSignal<Draft>,
    said: RwSignal<String>,
    locale: Locale,
) -> El {
    let t = &locale.messages().quiz;
    let (sign, word, label, end) =
        if up { (Sign::Up, t.up, t.move_up, 1) } else { (Sign::Down, t.down, t.move_down, total) };
    let id = format!("quiz-{}-{}", if up { "up" } else { "down" }, step.id);
    let text = step.text.get(locale).to_owned();
    let name = fill(label, &[("step", &text)]);
    let stuck = now == end;
    let button = el("button")
        .attr("type", "button")
        .class("quiz-move")
        .attr("id", &id)
        .attr("aria-label", &name)
        .attr("aria-disabled", if stuck { "true" } else { "false" });
    let press = move |_| {
        let message = match (stuck, up) {
            (true, true) => t.at_top,
            (true, false) => t.at_bottom,
            _ => t.moved_to,
        };
        let number = match (stuck, up) {
            (true, _) => now,
            (false, true) => now - 1,
            (false, false) => now + 1,
        };
        said.set(fill(
            message,
            &[("step", &text), ("n", &number.to_string()), ("total", &total.to_string())],
        ));
        draft.update(|draft| shift(draft, place, up));
        // The rows are drawn anew; the focus stays with the step.
        focus::later(&id);
    };
    button.on("click", press).add(icon(sign)).add(el("span").text(word))
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
