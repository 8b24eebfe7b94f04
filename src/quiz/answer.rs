//! What a person answered, from the first click to the mark.
//!
//! A [`Draft`] may be incomplete and says what it lacks; an [`Answer`] is complete; a [`Mark`] is what came of it.
//! Numbers are places in the question as it stands in the file, whatever order the screen showed.

use super::bank::{Choice, Item, Kind, Message};
use super::bank::{Role, Verdict};
use super::engine::Outcome;
use super::rng::Rng;
use crate::text::sort;

/// A complete answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// "Tôi chưa biết".
    Unknown,
    /// The chosen option.
    Single(usize),
    /// Whether each option was chosen.
    Multiple(Vec<bool>),
    /// What was said of each statement.
    TrueFalse(Vec<bool>),
    /// The steps from first to last.
    Order(Vec<usize>),
    /// The partner given to each entry on the left.
    Match(Vec<usize>),
    /// Whether each part was marked, and the verdict.
    Spot(Vec<bool>, Verdict),
}

/// An answer being given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Draft {
    Single(Option<usize>),
    Multiple(Vec<bool>),
    TrueFalse(Vec<Option<bool>>),
    Order(Vec<usize>),
    Match(Vec<Option<usize>>),
    Spot(Vec<bool>, Option<Verdict>),
}

/// What a draft lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// No option is chosen.
    Choice,
    /// So many statements are not judged.
    Statements(usize),
    /// So many entries have no partner.
    Pairs(usize),
    /// No verdict.
    Verdict,
}

/// What came of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// What the estimate sees.
    pub outcome: Outcome,
    /// What the person may see besides; it never enters the estimate.
    pub part: Option<PartMark>,
}

/// Part marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartMark {
    /// So many of so many.
    Share { got: usize, of: usize },
    /// Signs found in a message, and harmless parts marked.
    Signs { hits: usize, of: usize, alarms: usize },
}

impl Answer {
    /// As stored: a letter for the kind, then a digit for each number.
    pub(super) fn word(&self) -> String {
        let bits = |said: &[bool]| said.iter().map(|b| usize::from(*b)).collect::<Vec<_>>();
        let (kind, numbers) = match self {
            Self::Unknown => ('u', vec![]),
            Self::Single(place) => ('s', vec![*place]),
            Self::Multiple(chosen) => ('c', bits(chosen)),
            Self::TrueFalse(said) => ('t', bits(said)),
            Self::Order(order) => ('o', order.clone()),
            Self::Match(pairs) => ('m', pairs.clone()),
            Self::Spot(marks, verdict) => (if *verdict == Verdict::Scam { 'x' } else { 'n' }, bits(marks)),
        };
        let mut out = String::from(kind);
        // No question has so many entries that one digit would not do.
        out.extend(numbers.into_iter().map(|n| char::from_digit(n as u32, 36).unwrap_or('?')));
        out
    }

    /// The answer that is stored as this. Whether it fits its question is for [`mark`] to say.
    pub(super) fn of(word: &str) -> Option<Self> {
        let mut letters = word.chars();
        let kind = letters.next()?;
        let numbers: Vec<usize> =
            letters.map(|c| c.to_digit(36).map(|n| n as usize)).collect::<Option<_>>()?;
        let bits = || numbers.iter().map(|n| *n == 1).collect();
        Some(match kind {
            'u' => Self::Unknown,
            's' => Self::Single(*numbers.first()?),
            'c' => Self::Multiple(bits()),
            't' => Self::TrueFalse(bits()),
            'o' => Self::Order(numbers),
            'm' => Self::Match(numbers),
            'x' => Self::Spot(bits(), Verdict::Scam),
            'n' => Self::Spot(bits(), Verdict::NoSign),
            _ => return None,
        })
    }
}

impl Draft {
    /// Nothing answered yet. Steps start in the shown order, which is never already a right one.
    pub fn blank(item: &Item, seed: u64) -> Self {
        match &item.kind {
            Kind::Single(_) => Self::Single(None),
            Kind::Multiple(choices) => Self::Multiple(vec![false; choices.len()]),
            Kind::TrueFalse(choices) => Self::TrueFalse(vec![None; choices.len()]),
            Kind::Order { .. } => Self::Order(shown(item, seed)),
            Kind::Match { left, .. } => Self::Match(vec![None; left.len()]),
            Kind::Spot(message) => Self::Spot(vec![false; message.parts.len()], None),
        }
    }

    /// The answer, or what is missing.
    pub fn finish(&self) -> Result<Answer, Missing> {
        match self {
            Self::Single(choice) => choice.map(Answer::Single).ok_or(Missing::Choice),
            Self::Multiple(chosen) if !chosen.contains(&true) => Err(Missing::Choice),
            Self::Multiple(chosen) => Ok(Answer::Multiple(chosen.clone())),
            Self::TrueFalse(said) => {
                let lacking = said.iter().filter(|s| s.is_none()).count();
                if lacking > 0 {
                    Err(Missing::Statements(lacking))
                } else {
                    Ok(Answer::TrueFalse(said.iter().flatten().copied().collect()))
                }
            }
            Self::Order(order) => Ok(Answer::Order(order.clone())),
            Self::Match(pairs) => {
                let lacking = pairs.iter().filter(|s| s.is_none()).count();
                if lacking > 0 {
                    Err(Missing::Pairs(lacking))
                } else {
                    Ok(Answer::Match(pairs.iter().flatten().copied().collect()))
                }
            }
            Self::Spot(marks, verdict) => {
                verdict.map(|v| Answer::Spot(marks.clone(), v)).ok_or(Missing::Verdict)
            }
        }
    }
}

/// The order in which the entries of a question are shown: options, statements, steps, or the right side of a match.
pub fn shown(item: &Item, seed: u64) -> Vec<usize> {
    let count = match &item.kind {
        Kind::Single(choices) | Kind::Multiple(choices) | Kind::TrueFalse(choices) => choices.len(),
        Kind::Order { steps, .. } => steps.len(),
        Kind::Match { right, .. } => right.len(),
        Kind::Spot(message) => message.parts.len(),
    };
    if !item.shuffle {
        return (0..count).collect();
    }
    let mut order = Rng::stream(seed, "options", &item.id).shuffled(count);
    if let Kind::Order { accepted, .. } = &item.kind {
        for _ in 0..count {
            if accepted.contains(&order) {
                order.rotate_left(1);
            }
        }
    }
    order
}

/// Marks an answer; `None` if it does not belong to this question.
pub fn mark(item: &Item, answer: &Answer) -> Option<Mark> {
    let share = |full: bool, got: usize, of: usize| {
        Some(Mark { outcome: outcome(full), part: Some(PartMark::Share { got, of }) })
    };
    match (&item.kind, answer) {
        (_, Answer::Unknown) => Some(Mark { outcome: Outcome::Unknown, part: None }),
        (Kind::Single(choices), Answer::Single(place)) => {
            choices.get(*place).map(|choice| Mark { outcome: outcome(choice.right), part: None })
        }
        (Kind::Multiple(choices), Answer::Multiple(chosen)) if choices.len() == chosen.len() => {
            let of = choices.iter().filter(|c| c.right).count();
            let hits = agree(choices, chosen, true);
            let wrong = chosen.iter().filter(|c| **c).count() - hits;
            share(hits == of && wrong == 0, hits.saturating_sub(wrong), of)
        }
        (Kind::TrueFalse(choices), Answer::TrueFalse(said)) if choices.len() == said.len() => {
            let got = agree(choices, said, true) + agree(choices, said, false);
            share(got == said.len(), got, said.len())
        }
        (Kind::Order { steps, accepted }, Answer::Order(order)) => {
            let mut places = order.clone();
            sort::by(&mut places, Ord::cmp);
            if !places.into_iter().eq(0..steps.len()) {
                return None;
            }
            let pairs = steps.len() * steps.len().saturating_sub(1) / 2;
            let got = accepted.iter().map(|key| in_order(key, order)).max().unwrap_or_default();
            share(accepted.contains(order), got, pairs)
        }
        (Kind::Match { left, right }, Answer::Match(partners)) if left.len() == partners.len() => {
            if partners.iter().any(|p| *p >= right.len()) {
                return None;
            }
            let got = left.iter().zip(partners).filter(|(l, p)| l.partner == **p).count();
            share(got == left.len(), got, left.len())
        }
        (Kind::Spot(message), Answer::Spot(marks, verdict)) if message.parts.len() == marks.len() => {
            let marked =
                |role: Role| message.parts.iter().zip(marks).filter(|(p, m)| **m && p.role == role).count();
            let (hits, alarms) = (marked(Role::Red), marked(Role::Neutral));
            let full = *verdict == message.verdict && hits >= message.min_hits && alarms <= message.max_false;
            Some(Mark {
                outcome: outcome(full),
                part: Some(PartMark::Signs { hits, of: message.signs(), alarms }),
            })
        }
        _ => None,
    }
}

impl Message {
    /// How many signs of a scam it holds.
    pub fn signs(&self) -> usize {
        self.parts.iter().filter(|p| p.role == Role::Red).count()
    }
}

fn outcome(full: bool) -> Outcome {
    if full { Outcome::Right } else { Outcome::Wrong }
}

/// Entries that are `value` and were said to be.
fn agree(choices: &[Choice], said: &[bool], value: bool) -> usize {
    choices.iter().zip(said).filter(|(choice, said)| choice.right == value && **said == value).count()
}

/// Pairs of steps that stand the same way round in both orders.
fn in_order(key: &[usize], order: &[usize]) -> usize {
    let place = |step: &usize| key.iter().position(|k| k == step);
    order
        .iter()
        .enumerate()
        .map(|(i, first)| order.iter().skip(i + 1).filter(|later| place(first) < place(later)).count())
        .sum()
}

#[cfg(test)]
mod tests;
