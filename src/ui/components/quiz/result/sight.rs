//! The end of "Luyện mắt": both ways of being wrong, in words, and what was overlooked, message by message.

use super::super::desk::{Desk, heading};
use super::super::kept;
use super::super::parts::{block, hint, title};
use super::super::words;
use super::ending;
use super::list::review_list;
use crate::quiz::bank::{Bank, Kind, Message, Verdict};
use crate::quiz::session::Session;
use crate::quiz::sight::{Leaning, Sight, Slip, SlipKind};
use crate::text::{Locale, fill};
use crate::ui::components::el::{El, el};

pub(in super::super) fn sight(desk: &Desk, session: &Session) -> El {
    let (t, more) = (&desk.locale.messages().quiz, &desk.locale.messages().quiz_more);
    let bank = &*desk.bank;
    let sight = Sight::of(bank, session);
    let (headline, advice) = match sight.leaning() {
        Leaning::Few => (more.sight_few, more.sight_few_text),
        Leaning::Keen => (more.sight_keen, more.sight_keen_text),
        Leaning::Trusting => (more.sight_trusting, more.sight_trusting_text),
        Leaning::Wary => (more.sight_wary, more.sight_wary_text),
        Leaning::Both => (more.sight_both, more.sight_both_text),
    };
    let line = |message: &str, (n, of): (usize, usize)| {
        (of > 0).then(|| {
            let text = fill(message, &[("n", &n.to_string()), ("of", &of.to_string())]);
            el("p").class("quiz-count").text(&text)
        })
    };
    let of = sight.scams.1 + sight.alarms.1;
    let first = el("div")
        .class("quiz-card quiz-headline")
        .add(title("h2", heading::RESULT, headline))
        .add(el("p").class("quiz-lead").text(advice))
        .opt(line(t.scam_hits, sight.scams))
        .opt(line(t.scam_alarms, sight.alarms))
        .opt(line(more.sight_signs, sight.signs))
        .opt(line(more.sight_unknown, (sight.unknown, of)).filter(|_| sight.unknown > 0));
    let slips: Vec<El> = sight.slips.iter().filter_map(|one| slip(bank, one, desk.locale)).collect();
    let overlooked = block("quiz-block", more.sight_slips);
    let overlooked = if slips.is_empty() {
        overlooked.add(el("p").text(more.sight_none))
    } else {
        overlooked.add(el("ul").class("quiz-takeaways").all(slips))
    };
    el("section")
        .attr("data-quiz", "result")
        .add(first)
        .add(overlooked)
        .add(hint(more.sight_limits))
        .add(review_list(bank, session, desk.locale))
        .add(ending(desk, false))
        .add(kept::panel(desk))
}

/// What went wrong with a message: from whom it came, how it was misjudged, and the parts that it is about.
fn slip(bank: &Bank, slip: &Slip, locale: Locale) -> Option<El> {
    let t = &locale.messages().quiz_more;
    let Kind::Spot(message) = &bank.item(slip.item)?.kind else { return None };
    let scam = message.verdict == Verdict::Scam;
    let said = match slip.kind {
        SlipKind::Trusted => t.slip_trusted,
        SlipKind::Blurred => t.slip_blurred,
        SlipKind::Suspected => t.slip_suspected,
        SlipKind::Unknown if scam => t.slip_unknown_scam,
        SlipKind::Unknown => t.slip_unknown_genuine,
    };
    let about = if slip.kind == SlipKind::Suspected { t.slip_marked } else { t.slip_signs };
    let parts = quoted(message, &slip.parts, locale);
    let from = format!("{} · {}", message.sender.get(locale), words::channel(message.channel, locale));
    Some(
        el("li")
            .add(el("strong").text(&from))
            .text(". ")
            .text(said)
            .opt((!parts.is_empty()).then(|| el("span").text(" ").text(&fill(about, &[("parts", &parts)])))),
    )
}

/// Parts of a message as quotations.
fn quoted(message: &Message, parts: &[usize], locale: Locale) -> String {
    let texts = parts.iter().filter_map(|place| message.parts.get(*place)).map(|part| part.text.get(locale));
    let texts = texts.map(|text| text.trim_end_matches(['.', ',']));
    texts.map(|text| format!("“{text}”")).collect::<Vec<_>>().join("; ")
}
