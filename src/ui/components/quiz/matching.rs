//! Entries to pair: each has a native select. The choices stand above in full, with letters, because a closed select
//! cuts long texts. A used choice stays selectable and says that it is used.

use super::question::arranged;
use super::words::letter;
use crate::quiz::answer::Draft;
use crate::quiz::bank::{Left, Right};
use crate::text::{Locale, fill};
use leptos::prelude::*;

#[component]
pub(super) fn MatchInput(
    left: Vec<Left>,
    right: Vec<Right>,
    order: Vec<usize>,
    draft: RwSignal<Draft>,
    locale: Locale,
) -> impl IntoView {
    let t = &locale.messages().quiz;
    let partners: Vec<(usize, String)> = arranged(&right, &order)
        .into_iter()
        .enumerate()
        .map(|(i, (place, entry))| (place, format!("{}. {}", letter(i), entry.text.get(locale))))
        .collect();
    let chosen = move |row: usize| {
        draft.with(|draft| match draft {
            Draft::Match(pairs) => pairs.get(row).copied().flatten(),
            _ => None,
        })
    };
    let used_elsewhere = move |row: usize, place: usize| {
        draft.with(|draft| match draft {
            Draft::Match(pairs) => pairs.iter().enumerate().any(|(i, p)| i != row && *p == Some(place)),
            _ => false,
        })
    };
    let set = move |row: usize, value: &str| {
        draft.update(|draft| {
            if let Draft::Match(pairs) = draft
                && let Some(cell) = pairs.get_mut(row)
            {
                *cell = value.parse().ok();
            }
        });
    };
    let list = partners.iter().map(|(_, text)| view! { <li>{text.clone()}</li> }).collect_view();
    let row = move |(row, entry): (usize, Left)| {
        let id = format!("quiz-pair-{}", entry.id);
        let option = |(place, text): (usize, String)| {
            let name = move || {
                if used_elsewhere(row, place) {
                    fill(t.match_used, &[("entry", &text)])
                } else {
                    text.clone()
                }
            };
            view! { <option value=place.to_string() selected=move || chosen(row) == Some(place)>{name}</option> }
        };
        view! {
            <div class="quiz-pair" data-option=entry.id.clone()>
                <label for=id.clone()>{entry.text.get(locale).to_owned()}</label>
                <select id=id on:change=move |event| set(row, &event_target_value(&event))>
                    <option value="">{t.match_choose}</option>
                    {partners.iter().cloned().map(option).collect_view()}
                </select>
            </div>
        }
    };
    view! {
        <div class="quiz-partners">
            <p class="quiz-hint" id="quiz-partners">{t.match_list}</p>
            <ul aria-labelledby="quiz-partners">{list}</ul>
        </div>
        <fieldset class="quiz-fields">
            <legend class="quiz-hint">{t.hint_match}</legend>
            {left.into_iter().enumerate().map(row).collect_view()}
        </fieldset>
    }
    .into_any()
}
