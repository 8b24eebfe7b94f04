//! A message to judge: its parts are toggle buttons in reading order, then the verdict.

use super::icon::{Icon, Sign};
use super::words;
use crate::quiz::answer::Draft;
use crate::quiz::bank::Verdict;
use crate::quiz::bank::{Message, Part};
use crate::text::{Locale, fill};
use leptos::prelude::*;

#[component]
pub(super) fn SpotInput(message: Message, draft: RwSignal<Draft>, locale: Locale) -> impl IntoView {
    let t = &locale.messages().quiz;
    let part = move |(place, part): (usize, Part)| {
        let marked = move || {
            draft.with(|draft| matches!(draft, Draft::Spot(marks, _) if marks.get(place) == Some(&true)))
        };
        let toggle = move |_| {
            draft.update(|draft| {
                if let Draft::Spot(marks, _) = draft
                    && let Some(mark) = marks.get_mut(place)
                {
                    *mark = !*mark;
                }
            });
        };
        view! {
            <li>
                <button type="button" class="quiz-part" data-option=part.id
                    aria-pressed=move || marked().to_string() on:click=toggle>
                    <span>{part.text.get(locale).to_owned()}</span>
                    <span class="quiz-flag" aria-hidden="true"><Icon sign=Sign::Flag/>{t.suspicious}</span>
                </button>
            </li>
        }
    };
    let conclude = move |verdict: Verdict, id: &'static str| {
        let choose = move |_| {
            draft.update(|draft| {
                if let Draft::Spot(_, chosen) = draft {
                    *chosen = Some(verdict);
                }
            });
        };
        view! {
            <label class="quiz-option" data-option=id>
                <input type="radio" name="verdict" on:change=choose/>
                <span>{words::verdict(verdict, locale)}</span>
            </label>
        }
    };
    view! {
        <p class="quiz-hint">{t.hint_spot}</p>
        <MessageFrame message=message.clone() locale>
            <ul class="quiz-parts">{message.parts.into_iter().enumerate().map(part).collect_view()}</ul>
        </MessageFrame>
        <fieldset class="quiz-fields">
            <legend>{t.verdict}</legend>
            {conclude(Verdict::Scam, "scam")}
            {conclude(Verdict::NoSign, "no_sign")}
        </fieldset>
    }
    .into_any()
}

/// The look of a message: how it came, from whom.
#[component]
pub(super) fn MessageFrame(message: Message, locale: Locale, children: Children) -> impl IntoView {
    let t = &locale.messages().quiz;
    let (channel, sender) = (words::channel(message.channel, locale), message.sender.get(locale).to_owned());
    let name = fill(t.from, &[("channel", channel), ("sender", &sender)]);
    view! {
        <div class=words::channel_class(message.channel) role="group" aria-label=name>
            <p class="quiz-sender"><strong>{sender}</strong>" "<span>{channel}</span></p>
            {children()}
        </div>
    }
    .into_any()
}
