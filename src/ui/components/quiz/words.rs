//! Names for what the quiz module leaves as numbers and enums.

use super::icon::Sign;
use crate::quiz::answer::{Mark, Missing, PartMark};
use crate::quiz::bank::{Bank, Item, Kind};
use crate::quiz::bank::{Channel, Verdict};
use crate::quiz::engine::Outcome;
use crate::text::{Locale, fill};

/// The name of a band, 0 to 3.
pub(super) fn band(bank: &Bank, band: usize, locale: Locale) -> String {
    match band {
        0 => locale.messages().quiz.band_start.to_owned(),
        _ => bank.level(band as u8).get(locale).to_owned(),
    }
}

pub(super) fn outcome(outcome: Outcome, locale: Locale) -> (&'static str, Sign, &'static str) {
    let t = &locale.messages().quiz;
    match outcome {
        Outcome::Right => (t.outcome_right, Sign::Check, "right"),
        Outcome::Wrong => (t.outcome_wrong, Sign::Cross, "wrong"),
        Outcome::Unknown => (t.outcome_unknown, Sign::Question, "unknown"),
    }
}

pub(super) fn channel(channel: Channel, locale: Locale) -> &'static str {
    let t = &locale.messages().quiz;
    match channel {
        Channel::Sms => t.channel_sms,
        Channel::Chat => t.channel_chat,
        Channel::Email => t.channel_email,
        Channel::Web => t.channel_web,
        Channel::Call => t.channel_call,
        Channel::Qr => t.channel_qr,
    }
}

/// The channel as a class name.
pub(super) fn channel_class(channel: Channel) -> &'static str {
    match channel {
        Channel::Sms => "quiz-message quiz-message-sms",
        Channel::Chat => "quiz-message quiz-message-chat",
        Channel::Email => "quiz-message quiz-message-email",
        Channel::Web => "quiz-message quiz-message-web",
        Channel::Call => "quiz-message quiz-message-call",
        Channel::Qr => "quiz-message quiz-message-qr",
    }
}

pub(super) fn verdict(verdict: Verdict, locale: Locale) -> &'static str {
    let t = &locale.messages().quiz;
    match verdict {
        Verdict::Scam => t.verdict_scam,
        Verdict::NoSign => t.verdict_no_sign,
    }
}

pub(super) fn truth(value: bool, locale: Locale) -> &'static str {
    let t = &locale.messages().quiz;
    if value { t.is_true } else { t.is_false }
}

pub(super) fn missing(missing: Missing, locale: Locale) -> String {
    let t = &locale.messages().quiz;
    let count = |message: &str, n: usize| fill(message, &[("n", &n.to_string())]);
    match missing {
        Missing::Choice => t.missing_choice.to_owned(),
        Missing::Statements(n) => count(t.missing_statements, n),
        Missing::Pairs(n) => count(t.missing_pairs, n),
        Missing::Verdict => t.missing_verdict.to_owned(),
    }
}

/// Part marks in words; none where the answer was wholly right or has no parts.
pub(super) fn part(item: &Item, mark: Mark, locale: Locale) -> Option<String> {
    let t = &locale.messages().quiz;
    match mark.part? {
        PartMark::Share { got, of } => {
            let message = if matches!(item.kind, Kind::Order { .. }) { t.part_order } else { t.part_share };
            (mark.outcome != Outcome::Right)
                .then(|| fill(message, &[("got", &got.to_string()), ("of", &of.to_string())]))
        }
        PartMark::Signs { of: 0, alarms, .. } => {
            (alarms > 0).then(|| fill(t.part_alarms, &[("alarms", &alarms.to_string())]))
        }
        PartMark::Signs { hits, of, alarms } => Some(fill(
            t.part_signs,
            &[("hits", &hits.to_string()), ("of", &of.to_string()), ("alarms", &alarms.to_string())],
        )),
    }
}

/// `A`, `B`, `C` … for the entries of a list.
pub(super) fn letter(place: usize) -> char {
    char::from(b'A' + (place % 26) as u8)
}
