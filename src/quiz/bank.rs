//! The question bank: a [`Bank`] that exists is sound. Every option has its reason, every key points somewhere.
//!
//! Files are turned into questions by `assemble`; rules that only writers need (addresses, wording, the guessing
//! formula) live in `check` and are left out of the wasm.

use super::raw::{AreaFile, BankFile, Channel, FrameFile, Reference, Role, Verdict};
use super::{assemble, engine};
use crate::text::Text;
use std::{fmt, sync::Arc};

/// All questions and the frame they are sorted by.
#[derive(Clone, Debug)]
pub struct Bank {
    pub(super) rev: u16,
    pub(super) areas: [Text; engine::AREAS],
    pub(super) competences: Vec<(String, Text)>,
    pub(super) levels: [Level; 4],
    pub(super) items: Vec<Arc<Item>>,
}

/// A level of questions.
#[derive(Clone, Debug)]
pub struct Level {
    /// Cơ bản, Trung cấp, Nâng cao, Thử thách.
    pub name: Text,
    /// Difficulty in logits.
    pub b: f64,
}

/// A question.
#[derive(Clone, Debug)]
pub struct Item {
    /// `at-4.2-1-01`.
    pub id: String,
    /// Whether it may be drawn.
    pub live: bool,
    /// 0 to 5, the place of the area in the frame.
    pub area: usize,
    /// `4.2`.
    pub competence: String,
    /// 1 to 4.
    pub level: u8,
    /// Difficulty in logits.
    pub b: f64,
    /// Chance of full success by blind guessing.
    pub guess: f64,
    /// Ids that must not come in the same session.
    pub enemies: Vec<String>,
    /// The task.
    pub stem: Text,
    /// What there is to do.
    pub kind: Kind,
    /// Whether the entries may be shown in another order.
    pub shuffle: bool,
    /// What is right and why, whatever was answered.
    pub summary: Text,
    /// One sentence to keep.
    pub takeaway: Text,
    /// What the facts rest on.
    pub reference: Vec<Reference>,
}

/// The six kinds of task.
#[derive(Clone, Debug)]
pub enum Kind {
    /// One option is right.
    Single(Vec<Choice>),
    /// Two or more are right.
    Multiple(Vec<Choice>),
    /// Statements, each true (`right`) or false.
    TrueFalse(Vec<Choice>),
    /// Steps to put in order; the first accepted order is the key. Numbers are places in `steps`.
    Order { steps: Vec<Step>, accepted: Vec<Vec<usize>> },
    /// Entries to pair, with one or two left over on the right.
    Match { left: Vec<Left>, right: Vec<Right> },
    /// A message to judge.
    Spot(Message),
}

/// An option or a statement.
#[derive(Clone, Debug)]
pub struct Choice {
    pub id: String,
    pub text: Text,
    pub why: Text,
    pub right: bool,
}

/// A step to put in its place.
#[derive(Clone, Debug)]
pub struct Step {
    pub id: String,
    pub text: Text,
    pub why: Text,
}

/// An entry that wants a partner.
#[derive(Clone, Debug)]
pub struct Left {
    pub id: String,
    pub text: Text,
    pub why: Text,
    /// The place of its partner on the right.
    pub partner: usize,
}

/// A possible partner.
#[derive(Clone, Debug)]
pub struct Right {
    pub id: String,
    pub text: Text,
    /// Why it is left over, if it is.
    pub why: Option<Text>,
}

/// A message with parts that can be marked.
#[derive(Clone, Debug)]
pub struct Message {
    pub channel: Channel,
    pub sender: Text,
    pub parts: Vec<Part>,
    /// What it is.
    pub verdict: Verdict,
    /// Why.
    pub why: Text,
    /// Signs that must be found for full success.
    pub min_hits: usize,
    /// Harmless parts that may be marked all the same.
    pub max_false: usize,
}

/// A part of a message.
#[derive(Clone, Debug)]
pub struct Part {
    pub id: String,
    pub text: Text,
    pub role: Role,
    pub why: Option<Text>,
}

impl Bank {
    /// The bank in these files, or everything that is wrong with them.
    pub fn new(frame: FrameFile, areas: Vec<AreaFile>) -> Result<Self, Vec<Fault>> {
        let mut faults = Faults::default();
        #[cfg(not(target_arch = "wasm32"))]
        super::check::all(&frame, &areas, &mut faults);
        match assemble::bank(frame, areas, &mut faults) {
            Some(bank) if faults.0.is_empty() => Ok(bank),
            _ => Err(faults.0),
        }
    }

    /// The bank as it comes over the wire.
    pub fn from_file(file: BankFile) -> Result<Self, Vec<Fault>> {
        Self::new(file.frame, file.areas)
    }

    /// The edition; stored sessions and links hold on to it.
    pub fn rev(&self) -> u16 {
        self.rev
    }

    /// Every question, in file order.
    pub fn items(&self) -> &[Arc<Item>] {
        &self.items
    }

    /// The question at a place of [`items`](Self::items).
    pub fn item(&self, place: usize) -> Option<&Arc<Item>> {
        self.items.get(place)
    }

    /// The place of a question.
    pub fn find(&self, id: &str) -> Option<usize> {
        self.items.iter().position(|item| item.id == id)
    }

    /// The names of the six areas.
    pub fn areas(&self) -> &[Text; engine::AREAS] {
        &self.areas
    }

    /// The name of the area at 0 to 5.
    pub fn area(&self, place: usize) -> Text {
        self.areas.get(place).cloned().unwrap_or_default()
    }

    /// The name of a competence.
    pub fn competence(&self, id: &str) -> Text {
        self.competences
            .iter()
            .find(|(known, _)| known == id)
            .map(|(_, name)| name.clone())
            .unwrap_or_default()
    }

    /// The four levels.
    pub fn levels(&self) -> &[Level; 4] {
        &self.levels
    }

    /// The name of level 1 to 4.
    pub fn level(&self, level: u8) -> Text {
        self.levels.get(usize::from(level).wrapping_sub(1)).map(|l| l.name.clone()).unwrap_or_default()
    }

    /// Where the bands Cơ bản, Trung cấp and Nâng cao begin.
    pub fn cuts(&self) -> [f64; engine::BANDS - 1] {
        let [a, b, c, _] = &self.levels;
        [a, b, c].map(|level| engine::cut(level.b))
    }
}

/// What is wrong with the files, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The question's id and the field.
    pub place: String,
    /// In Vietnamese, for the writer. Empty in the browser, where no writer reads it.
    pub message: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.message)
    }
}

/// Gathers faults.
#[derive(Default)]
pub(super) struct Faults(Vec<Fault>);

impl Faults {
    /// Notes a fault. In the browser the message is never made, so its text is not in the wasm.
    pub(super) fn add(&mut self, place: &str, field: &str, message: impl FnOnce() -> String) {
        let message = if cfg!(target_arch = "wasm32") { String::new() } else { message() };
        self.0.push(Fault { place: format!("{place}: {field}"), message });
    }
}

#[cfg(test)]
mod tests;
