//! A message to judge: its parts are toggle buttons in reading order, then the verdict.

use super::icon::{Sign, icon};
use super::parts::{control, fields, hint, option};
use super::words;
use crate::quiz::answer::Draft;
use crate::quiz::bank::{Message, Part, Verdict};
use crate::text::{Locale, fill};
use crate::ui::components::el::{El, el};
use leptos::prelude::*;

pub(super) fn spot(message: &Message, draft: RwSignal<Draft>, locale: Locale) -> Vec<El> {
    let t = &locale.messages().quiz;
    let part = |(place, part): (usize, &Part)| {
        let marked = move || {
            let on =
                draft.with(|draft| matches!(draft, Draft::Spot(marks, _) if marks.get(place) == Some(&true)));
            if on { "true" } else { "false" }.to_owned()
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
        let flag = el("span").class("quiz-flag").attr("aria-hidden", "true").add(icon(Sign::Flag));
        let button = el("button")
            .attr("type", "button")
            .class("quiz-part")
            .attr("data-option", &part.id)
            .attr_now("aria-pressed", marked)
            .on("click", toggle)
            .add(el("span").text(part.text.get(locale)))
            .add(flag.text(t.suspicious));
        el("li").add(button)
    };
    let conclude = |verdict: Verdict, id: &str| {
        let choose = move |_| {
            draft.update(|draft| {
                if let Draft::Spot(_, chosen) = draft {
                    *chosen = Some(verdict);
                }
            });
        };
        option(control("radio", "verdict", choose), words::verdict(verdict, locale)).attr("data-option", id)
    };
    let parts = el("ul").class("quiz-parts").all(message.parts.iter().enumerate().map(part).collect());
    let verdicts = vec![conclude(Verdict::Scam, "scam"), conclude(Verdict::NoSign, "no_sign")];
    vec![hint(t.hint_spot), frame(message, locale).add(parts), fields("", t.verdict, verdicts)]
}

/// The look of a message: how it came, from whom.
pub(super) fn frame(message: &Message, locale: Locale) -> El {
    let t = &locale.messages().quiz;
    let (channel, sender) = (words::channel(message.channel, locale), message.sender.get(locale));
    let name = fill(t.from, &[("channel", channel), ("sender", sender)]);
    let from =
        el("p").class("quiz-sender").add(el("strong").text(sender)).text(" ").add(el("span").text(channel));
    el("div")
        .class(words::channel_class(message.channel))
        .attr("role", "group")
        .attr("aria-label", &name)
        .add(from)
}
