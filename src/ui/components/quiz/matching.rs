//! Entries to pair: each has a native select. The choices stand above in full, with letters, because a closed select
//! cuts long texts. A used choice stays selectable and says that it is used.

use super::parts::{fields, hint};
use super::question::arranged;
use super::words::letter;
use crate::quiz::answer::Draft;
use crate::quiz::bank::{Left, Right};
use crate::text::{Locale, fill};
use crate::ui::components::el::{El, el};
use leptos::prelude::*;

pub(super) fn matching(
    left: &[Left],
    right: &[Right],
    order: &[usize],
    draft: RwSignal<Draft>,
    locale: Locale,
) -> Vec<El> {
    let t = &locale.messages().quiz;
    let partners: Vec<(usize, String)> = arranged(right, order)
        .into_iter()
        .enumerate()
        .map(|(i, (place, entry))| (place, format!("{}. {}", letter(i), entry.text.get(locale))))
        .collect();
    let list = partners.iter().map(|(_, text)| el("li").text(text)).collect();
    let above = el("div")
        .class("quiz-partners")
        .add(hint(t.match_list).attr("id", "quiz-partners"))
        .add(el("ul").attr("aria-labelledby", "quiz-partners").all(list));
    let pair = |(row, entry): (usize, &Left)| {
        let id = format!("quiz-pair-{}", entry.id);
        let option = |(place, text): &(usize, String)| {
            let (place, text) = (*place, text.clone());
            let name = move || {
                let used = pairs(draft).iter().enumerate().any(|(i, p)| i != row && *p == Some(place));
                if used { fill(t.match_used, &[("entry", &text)]) } else { text.clone() }
            };
            let chosen = move || pairs(draft).get(row) == Some(&Some(place));
            el("option").attr("value", &place.to_string()).flag_now("selected", chosen).text_now(name)
        };
        let set = move |event| {
            let value = event_target_value(&event);
            draft.update(|draft| {
                if let Draft::Match(pairs) = draft
                    && let Some(cell) = pairs.get_mut(row)
                {
                    *cell = value.parse().ok();
                }
            });
        };
        let select = el("select")
            .attr("id", &id)
            .on("change", set)
            .add(el("option").attr("value", "").text(t.match_choose))
            .all(partners.iter().map(option).collect());
        el("div")
            .class("quiz-pair")
            .attr("data-option", &entry.id)
            .add(el("label").attr("for", &id).text(entry.text.get(locale)))
            .add(select)
    };
    let below = left.iter().enumerate().map(pair).collect();
    vec![above, fields("quiz-hint", t.hint_match, below)]
}

/// The partner given to each entry so far.
fn pairs(draft: RwSignal<Draft>) -> Vec<Option<usize>> {
    match draft.get() {
        Draft::Match(pairs) => pairs,
        _ => Vec::new(),
    }
}
