//! One person's way through the quiz: question → feedback → (break after every sixth) → … → result.
//!
//! Before it there is the first screen, which has no session yet. A session is stored as a small text and taken up
//! again at the same place with the same next question.

use super::answer::{Answer, mark};
use super::bank::{Bank, Item};
use super::engine::{AREAS, Evidence, Posterior};
use super::select::{self, Comfort, Draw, Pool};
use crate::text::Date;
use std::sync::Arc;

mod mode;
pub use mode::{DIVE, Mode};

/// Questions between two breaks.
pub const STRETCH: usize = 6;
/// Questions of the standard mode, where the bank has as many.
pub const STANDARD: usize = 18;
/// The longest session there is: the standard one, six more, and nine in one area.
pub const LONGEST: usize = STANDARD + STRETCH + DIVE;
/// Below this chance of the best band a standard session offers six questions more.
const UNDECIDED: f64 = 0.6;
/// The version of the stored text.
const FORMAT: &str = "2";

/// What a session begins with.
#[derive(Clone, Debug, Default)]
pub struct Start {
    pub mode: Mode,
    pub comfort: Comfort,
    pub seed: u64,
    /// Places that this device has shown before. Other modes keep away from them; [`Mode::Again`] asks just them.
    pub seen: Vec<usize>,
    pub today: Option<Date>,
}

/// Where a person stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    rev: u16,
    seed: u64,
    comfort: Comfort,
    mode: Mode,
    length: usize,
    seen: Vec<usize>,
    today: Option<Date>,
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
    /// All announced questions are answered, but two bands are still close: six more?
    Offer,
    Result,
}

impl Stage {
    const ALL: [(Self, &str); 5] = [
        (Self::Question, "q"),
        (Self::Feedback, "f"),
        (Self::Break, "b"),
        (Self::Offer, "o"),
        (Self::Result, "r"),
    ];
}

impl Session {
    /// Begins with the first question; `None` if the bank has none to ask.
    pub fn start(bank: &Bank, start: Start) -> Option<Self> {
        let Start { mode, comfort, seed, seen, today } = start;
        let mut session = Self {
            rev: bank.rev(),
            seed,
            comfort,
            mode,
            length: 0,
            seen,
            today,
            steps: Vec::new(),
            stage: Stage::Question,
        };
        session.length = session.room(bank, mode.wish());
        session.ask(bank, session.length == 0);
        (session.stage == Stage::Question).then_some(session)
    }

    /// What it is for.
    pub fn mode(&self) -> Mode {
        self.mode
    }

    fn draw(&self) -> Draw<'_> {
        Draw {
            pool: self.mode.pool(),
            comfort: self.comfort,
            seed: self.seed,
            seen: &self.seen,
            today: self.today,
        }
    }

    fn asked(&self) -> Vec<usize> {
        self.steps.iter().map(|step| step.item).collect()
    }

    fn room(&self, bank: &Bank, wish: usize) -> usize {
        select::room(bank, &self.draw(), &self.asked(), wish)
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
            Stage::Feedback if done && self.undecided(bank) => self.stage = Stage::Offer,
            Stage::Feedback | Stage::Break => self.ask(bank, done),
            Stage::Question | Stage::Offer | Stage::Result => {}
        }
    }

    /// Stops at a break or declines the offer: the result of what there is.
    pub fn stop(&mut self) {
        if matches!(self.stage, Stage::Break | Stage::Offer) {
            self.stage = Stage::Result;
        }
    }

    /// Takes the six questions that were offered.
    pub fn extend(&mut self, bank: &Bank) {
        if self.stage == Stage::Offer {
            self.length += self.room(bank, STRETCH);
            self.ask(bank, false);
        }
    }

    /// From the result, nine questions more in one area; the answers so far go on counting.
    pub fn dive(&mut self, bank: &Bank, area: usize) {
        if self.stage != Stage::Result || !self.can_dive(bank, area) {
            return;
        }
        self.mode = Mode::Dive(area);
        self.length = self.steps.len() + self.room(bank, DIVE);
        self.ask(bank, false);
    }

    /// Whether there are questions left for looking closely at an area. One area a session: the next needs a new one.
    pub fn can_dive(&self, bank: &Bank, area: usize) -> bool {
        let draw = Draw { pool: Pool::Area(area), ..self.draw() };
        matches!(self.mode, Mode::Standard | Mode::Quick)
            && area < AREAS
            && select::room(bank, &draw, &self.asked(), DIVE) == DIVE
    }

    /// Whether a standard session should offer to go on.
    fn undecided(&self, bank: &Bank) -> bool {
        let bands = || Posterior::of(&self.evidence(bank)).overall.bands(bank.cuts());
        self.mode == Mode::Standard
            && self.length == STANDARD
            && self.room(bank, STRETCH) == STRETCH
            && bands().iter().all(|p| *p < UNDECIDED)
    }

    fn ask(&mut self, bank: &Bank, done: bool) {
        let next = || {
            let belief = Posterior::of(&self.evidence(bank));
            select::next(bank, &self.draw(), &self.asked(), &belief)
        };
        match if done { None } else { next() } {
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
}

mod store; // the session as a text, and back

#[cfg(test)]
mod tests;
