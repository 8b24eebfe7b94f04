//! One person's way through the quiz: question → feedback → (break after every sixth) → … → result.
//!
//! Before it there is the first screen, which has no session yet. A session is stored as a small text and taken up
//! again at the same place with the same next question.

use super::answer::{Answer, mark};
use super::bank::{Bank, Item};
use super::engine::{Evidence, Posterior};
use super::select::{self, Comfort};
use std::sync::Arc;

/// Questions of the standard mode, where the bank has as many.
pub const STANDARD: usize = 18;
/// Questions between two breaks.
pub const STRETCH: usize = 6;
/// The version of the stored text.
const FORMAT: &str = "1";

/// Where a person stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    rev: u16,
    seed: u64,
    comfort: Comfort,
    length: usize,
    steps: Vec<Step>,
    stage: Stage,
}

/// A question that was asked, and its answer if there is one yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its place in the bank.
    pub item: usize,
    pub answer: Option<Answer>,
}

/// What is on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    Question,
    Feedback,
    Break,
    Result,
}

impl Stage {
    const ALL: [(Self, &str); 4] =
        [(Self::Question, "q"), (Self::Feedback, "f"), (Self::Break, "b"), (Self::Result, "r")];
}

impl Session {
    /// Begins with the first question; `None` if the bank has none to ask.
    pub fn start(bank: &Bank, seed: u64, comfort: Comfort) -> Option<Self> {
        let length = select::length(bank, STANDARD);
        let item = select::next(bank, &[], &Posterior::of(&[]), comfort, seed)?;
        let steps = vec![Step { item, answer: None }];
        Some(Self { rev: bank.rev(), seed, comfort, length, steps, stage: Stage::Question })
    }

    /// What is on the screen.
    pub fn stage(&self) -> Stage {
        self.stage
    }

    /// How many questions were announced.
    pub fn length(&self) -> usize {
        self.length
    }

    /// The number of the current question, from 1.
    pub fn number(&self) -> usize {
        self.steps.len()
    }

    /// The seed, for the order of options.
    pub fn seed(&self) -> u64 {
        self.seed
    }

    /// Everything asked so far.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// How many questions are answered.
    pub fn answered(&self) -> usize {
        self.steps.iter().filter(|step| step.answer.is_some()).count()
    }

    /// The question on the screen.
    pub fn current(&self, bank: &Bank) -> Option<Arc<Item>> {
        self.steps.last().and_then(|step| bank.item(step.item)).cloned()
    }

    /// Gives the answer to the current question and shows the feedback. An answer that does not fit changes nothing.
    pub fn answer(&mut self, bank: &Bank, answer: Answer) {
        let Some(step) = self.steps.last_mut().filter(|_| self.stage == Stage::Question) else { return };
        if bank.item(step.item).is_some_and(|item| mark(item, &answer).is_some()) {
            step.answer = Some(answer);
            self.stage = Stage::Feedback;
        }
    }

    /// Leaves the feedback or the break.
    pub fn go_on(&mut self, bank: &Bank) {
        let done = self.steps.len() >= self.length;
        match self.stage {
            Stage::Feedback if !done && self.steps.len().is_multiple_of(STRETCH) => self.stage = Stage::Break,
            Stage::Feedback | Stage::Break => self.ask(bank, done),
            Stage::Question | Stage::Result => {}
        }
    }

    /// Stops at a break: the result of what there is.
    pub fn stop(&mut self) {
        if self.stage == Stage::Break {
            self.stage = Stage::Result;
        }
    }

    fn ask(&mut self, bank: &Bank, done: bool) {
        let asked: Vec<usize> = self.steps.iter().map(|step| step.item).collect();
        let belief = Posterior::of(&self.evidence(bank));
        let next = select::next(bank, &asked, &belief, self.comfort, self.seed).filter(|_| !done);
        match next {
            Some(item) => {
                self.steps.push(Step { item, answer: None });
                self.stage = Stage::Question;
            }
            None => self.stage = Stage::Result,
        }
    }

    /// What the answers tell the estimate, in the order they were given.
    pub fn evidence(&self, bank: &Bank) -> Vec<Evidence> {
        let one = |step: &Step| {
            let item = bank.item(step.item)?;
            let outcome = mark(item, step.answer.as_ref()?)?.outcome;
            Some(Evidence { area: item.area, b: item.b, c: item.guess, outcome })
        };
        self.steps.iter().filter_map(one).collect()
    }

    /// The session as a short text: `1 4 982451653 d f at-4.2-1-01:s2 dl-1.1-1-01:u`, that is the format, the edition
    /// of the bank, the seed, comfort, stage, and each question with its answer.
    pub fn save(&self, bank: &Bank) -> String {
        let stage = Stage::ALL.iter().find(|(stage, _)| *stage == self.stage).map_or("", |(_, word)| word);
        let mut out = format!("{FORMAT} {} {} {} {stage}", self.rev, self.seed, self.comfort.word());
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
        let (format, rev) = (words.next()?, words.next()?.parse::<u16>().ok()?);
        let seed: u64 = words.next()?.parse().ok()?;
        let comfort = Comfort::of(words.next()?)?;
        let word = words.next()?;
        let stage = Stage::ALL.iter().find(|(_, known)| *known == word).map(|(stage, _)| *stage)?;
        let length = select::length(bank, STANDARD);
        let mut steps: Vec<Step> = Vec::new();
        for word in words {
            let (id, answer) = word.split_once(':')?;
            let answer = if answer.is_empty() { None } else { Some(Answer::of(answer)?) };
            let place = bank.find(id)?;
            let item = bank.item(place).filter(|item| item.live)?;
            let fits = answer.as_ref().is_none_or(|answer| mark(item, answer).is_some());
            if !fits || steps.iter().any(|step| step.item == place) {
                return None;
            }
            steps.push(Step { item: place, answer });
        }
        let count = steps.len();
        let open = steps.iter().filter(|step| step.answer.is_none()).count();
        let last_open = steps.last().is_some_and(|step| step.answer.is_none());
        let sound = match stage {
            Stage::Question => open == 1 && last_open,
            Stage::Feedback => open == 0,
            Stage::Break => open == 0 && count.is_multiple_of(STRETCH) && count < length,
            Stage::Result => open == 0 && (count == length || count.is_multiple_of(STRETCH)),
        };
        let fits = format == FORMAT && rev == bank.rev() && (1..=length).contains(&count);
        (fits && sound).then_some(Self { rev, seed, comfort, length, steps, stage })
    }
}

#[cfg(test)]
mod tests;
