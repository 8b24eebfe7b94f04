//! The session as a short text, and back: whoever closes the page finds the same question again.
//!
//! `2 4 982451653 d f c 18 2026-11-25 0.7.31 at-4.2-1-01:s2 dl-1.1-1-01:u`: the format, the edition of the bank, the
//! seed, comfort, stage, mode, length, the day it began (`-` if unknown), the places shown before (`-` if none), and
//! each question with its answer. Day and places are kept because the next question depends on them.

use super::{AREAS, FORMAT, LONGEST, Mode, STANDARD, STRETCH, Session, Stage, Step};
use crate::quiz::answer::{Answer, mark};
use crate::quiz::bank::Bank;
use crate::quiz::select::Comfort;
use crate::text::Date;

const NOTHING: &str = "-";

impl Session {
    /// The session as a text.
    pub fn save(&self, bank: &Bank) -> String {
        let stage = Stage::ALL.iter().find(|(stage, _)| *stage == self.stage).map_or("", |(_, word)| word);
        let seen: Vec<String> = self.seen.iter().map(ToString::to_string).collect();
        let seen = if seen.is_empty() { NOTHING.to_owned() } else { seen.join(".") };
        let head = [
            FORMAT.to_owned(),
            self.rev.to_string(),
            self.seed.to_string(),
            self.comfort.word().to_owned(),
            stage.to_owned(),
            self.mode.word(),
            self.length.to_string(),
            self.today.map_or_else(|| NOTHING.to_owned(), |day| day.to_string()),
            seen,
        ];
        let mut out = head.join(" ");
        for step in &self.steps {
            let Some(item) = bank.item(step.item) else { continue };
            let answer = step.answer.as_ref().map(Answer::word).unwrap_or_default();
            for part in [" ", &item.id, ":", &answer] {
                out.push_str(part);
            }
        }
        out
    }

    /// The session in a stored text; `None` if the text is damaged or belongs to another edition of the bank.
    pub fn restore(bank: &Bank, text: &str) -> Option<Self> {
        let mut words = text.split(' ');
        if words.next()? != FORMAT {
            return None;
        }
        let rev = words.next()?.parse::<u16>().ok().filter(|rev| *rev == bank.rev())?;
        let seed: u64 = words.next()?.parse().ok()?;
        let comfort = Comfort::of(words.next()?)?;
        let stage = words.next()?;
        let stage = Stage::ALL.iter().find(|(_, known)| *known == stage).map(|(stage, _)| *stage)?;
        let mode = Mode::of(words.next()?)?;
        let length: usize = words.next()?.parse().ok()?;
        let today = match words.next()? {
            NOTHING => None,
            day => Some(Date::parse(day)?),
        };
        let seen = match words.next()? {
            NOTHING => Vec::new(),
            places => places
                .split('.')
                .map(|place| place.parse().ok().filter(|place| *place < bank.items().len()))
                .collect::<Option<Vec<usize>>>()?,
        };
        let mut steps: Vec<Step> = Vec::new();
        for word in words {
            let step = step(bank, word)?;
            if steps.iter().any(|other| other.item == step.item) {
                return None;
            }
            steps.push(step);
        }
        let session = Self { rev, seed, comfort, mode, length, seen, today, steps, stage };
        session.sound(bank).then_some(session)
    }

    /// Whether this is a place that a session can be in.
    fn sound(&self, bank: &Bank) -> bool {
        let count = self.steps.len();
        let open = self.steps.iter().filter(|step| step.answer.is_none()).count();
        let last_open = self.steps.last().is_some_and(|step| step.answer.is_none());
        let pause = count.is_multiple_of(STRETCH);
        let stage = match self.stage {
            Stage::Question => open == 1 && last_open,
            Stage::Feedback => open == 0,
            Stage::Break => open == 0 && pause && count < self.length,
            Stage::Offer => open == 0 && count == STANDARD && self.length == STANDARD,
            Stage::Result => open == 0 && (count == self.length || pause),
        };
        let practice = self.mode == Mode::Practice;
        let pool = |step: &Step| {
            let again = self.mode != Mode::Again || self.seen.contains(&step.item);
            again && bank.item(step.item).is_some_and(|item| item.practice == practice)
        };
        let length = match self.mode {
            Mode::Dive(area) => area < AREAS && self.length <= LONGEST,
            Mode::Standard => self.length <= STANDARD + STRETCH,
            mode => self.length <= mode.wish(),
        };
        stage && length && (1..=self.length).contains(&count) && self.steps.iter().all(pool)
    }
}

/// One question with its answer; `None` if they do not belong together.
fn step(bank: &Bank, word: &str) -> Option<Step> {
    let (id, answer) = word.split_once(':')?;
    let answer = if answer.is_empty() { None } else { Some(Answer::of(answer)?) };
    let place = bank.find(id)?;
    let item = bank.item(place).filter(|item| item.live)?;
    let fits = answer.as_ref().is_none_or(|answer| mark(item, answer).is_some());
    fits.then_some(Step { item: place, answer })
}
