//! What "Luyện mắt" says at the end: both ways of being wrong about a message, and what was overlooked.

use super::answer::{Answer, mark};
use super::bank::{Bank, Item, Kind, Message, Role, Verdict};
use super::engine::Outcome;
use super::session::Session;

/// Errors of one kind must outnumber the other by so many before a leaning is named; fewer can be chance.
const LEANING: usize = 3;
/// From so many errors of both kinds on, both are named.
const MANY: usize = 4;

/// The result of a practice session.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sight {
    /// Messages with signs of a scam: called so, of so many.
    pub scams: (usize, usize),
    /// Genuine messages: wrongly called a scam, of so many.
    pub alarms: (usize, usize),
    /// "Chưa biết", of either kind.
    pub unknown: usize,
    /// Signs of a scam that were marked, of so many in the scams that were judged.
    pub signs: (usize, usize),
    /// What was overlooked or wrongly suspected, message by message, in the order asked.
    pub slips: Vec<Slip>,
}

/// A message that was not judged rightly in full.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slip {
    /// Its place in the bank.
    pub item: usize,
    pub kind: SlipKind,
    /// The parts that it is about: signs not marked, or parts marked that are none.
    pub parts: Vec<usize>,
}

/// How a message was misjudged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SlipKind {
    /// A scam taken for genuine.
    Trusted,
    /// A scam recognised, but too few of its signs marked.
    Blurred,
    /// A genuine message taken for a scam.
    Suspected,
    /// "Chưa biết".
    Unknown,
}

/// Where the errors lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leaning {
    /// Too few messages to say.
    Few,
    /// Hardly any error.
    Keen,
    /// Scams are taken for genuine more often than the other way round.
    Trusting,
    /// The other way round.
    Wary,
    /// Errors of both kinds.
    Both,
}

impl Sight {
    /// The result of what has been answered so far.
    pub fn of(bank: &Bank, session: &Session) -> Self {
        let mut sight = Self::default();
        for step in session.steps() {
            let Some((item, answer)) = bank.item(step.item).zip(step.answer.as_ref()) else { continue };
            let Kind::Spot(message) = &item.kind else { continue };
            sight.see(step.item, item, message, answer);
        }
        sight
    }

    fn see(&mut self, place: usize, item: &Item, message: &Message, answer: &Answer) {
        let scam = message.verdict == Verdict::Scam;
        let counts = if scam { &mut self.scams } else { &mut self.alarms };
        counts.1 += 1;
        let Answer::Spot(marks, said) = answer else {
            self.unknown += 1;
            self.slips.push(Slip { item: place, kind: SlipKind::Unknown, parts: signs(message, None) });
            return;
        };
        counts.0 += usize::from(*said == Verdict::Scam);
        let left = signs(message, Some(marks.as_slice()));
        if scam {
            self.signs.0 += message.signs() - left.len();
            self.signs.1 += message.signs();
        }
        let full = mark(item, answer).is_some_and(|mark| mark.outcome == Outcome::Right);
        let slip = match (scam, *said) {
            (true, Verdict::NoSign) => Some((SlipKind::Trusted, left)),
            (true, Verdict::Scam) if !full && !left.is_empty() => Some((SlipKind::Blurred, left)),
            (false, Verdict::Scam) => Some((SlipKind::Suspected, alarms(message, marks))),
            _ => None,
        };
        self.slips.extend(slip.map(|(kind, parts)| Slip { item: place, kind, parts }));
    }

    /// Where the errors lie, if there is enough to say so.
    pub fn leaning(&self) -> Leaning {
        let missed = self.scams.1 - self.scams.0;
        let false_alarms = self.alarms.0;
        if self.scams.1 + self.alarms.1 < 12 {
            Leaning::Few
        } else if missed >= false_alarms + LEANING {
            Leaning::Trusting
        } else if false_alarms >= missed + LEANING {
            Leaning::Wary
        } else if missed + false_alarms >= MANY {
            Leaning::Both
        } else {
            Leaning::Keen
        }
    }
}

/// The signs of a scam that were not marked.
fn signs(message: &Message, marks: Option<&[bool]>) -> Vec<usize> {
    let marked = |place: usize| marks.is_some_and(|marks| marks.get(place) == Some(&true));
    let parts = message.parts.iter().enumerate();
    parts.filter(|(place, part)| part.role == Role::Red && !marked(*place)).map(|(place, _)| place).collect()
}

/// What was marked without being a sign of a scam.
fn alarms(message: &Message, marks: &[bool]) -> Vec<usize> {
    let parts = message.parts.iter().zip(marks).enumerate();
    parts.filter(|(_, (part, mark))| **mark && part.role != Role::Red).map(|(place, _)| place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quiz::fixture;
    use crate::quiz::session::{Mode, Stage, Start};

    /// A whole session in which every message gets the same kind of answer.
    fn practise(answer: impl Fn(&Message) -> Answer) -> (Bank, Sight) {
        let bank = fixture::published().only(true);
        let mut session =
            Session::start(&bank, Start { mode: Mode::Practice, seed: 5, ..Start::default() }).unwrap();
        assert_eq!(session.length(), 20);
        while session.stage() != Stage::Result {
            if session.stage() == Stage::Question {
                let item = session.current(&bank).unwrap();
                let Kind::Spot(message) = &item.kind else { panic!("{}", item.id) };
                session.answer(&bank, answer(message));
            } else {
                session.go_on(&bank);
            }
        }
        let sight = Sight::of(&bank, &session);
        (bank, sight)
    }

    fn mark_all(message: &Message, role: Role, verdict: Verdict) -> Answer {
        Answer::Spot(message.parts.iter().map(|part| part.role == role).collect(), verdict)
    }

    #[test]
    fn who_sees_everything_is_told_so() {
        let (_, sight) = practise(|message| mark_all(message, Role::Red, message.verdict));
        assert_eq!((sight.scams, sight.alarms, sight.unknown), ((10, 10), (0, 10), 0));
        assert_eq!(sight.signs.0, sight.signs.1);
        assert!(sight.slips.is_empty() && sight.leaning() == Leaning::Keen, "{:?}", sight.slips);
    }

    #[test]
    fn trusting_wary_and_not_knowing_differ() {
        let (bank, trusting) =
            practise(|message| Answer::Spot(vec![false; message.parts.len()], Verdict::NoSign));
        assert_eq!((trusting.scams, trusting.alarms, trusting.slips.len()), ((0, 10), (0, 10), 10));
        assert_eq!(trusting.leaning(), Leaning::Trusting);
        let missed = |slip: &Slip| {
            let Kind::Spot(message) = &bank.item(slip.item).unwrap().kind else { return false };
            slip.kind == SlipKind::Trusted && slip.parts.len() == message.signs()
        };
        assert!(trusting.slips.iter().all(missed));
        let (_, wary) = practise(|message| mark_all(message, Role::Neutral, Verdict::Scam));
        assert_eq!((wary.scams, wary.alarms, wary.leaning()), ((10, 10), (10, 10), Leaning::Wary));
        assert_eq!(wary.slips.iter().filter(|slip| slip.kind == SlipKind::Blurred).count(), 10);
        assert!(wary.slips.iter().all(|slip| !slip.parts.is_empty()));
        let (_, unknown) = practise(|_| Answer::Unknown);
        assert_eq!((unknown.unknown, unknown.scams, unknown.alarms), (20, (0, 10), (0, 10)));
    }
}
