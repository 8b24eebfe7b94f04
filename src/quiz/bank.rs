//! The question bank: a [`Bank`] that exists is sound. Every option has its reason, every key points somewhere.
//!
//! Natively, `assemble` turns files into questions and `check` holds the rules that only writers need; the browser
//! reads the finished bank with `wire`.

use super::engine;
use crate::text::{Date, Text};
#[cfg(not(target_arch = "wasm32"))]
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// All questions and the frame they are sorted by.
#[derive(Clone, Debug, PartialEq)]
pub struct Bank {
    pub(super) rev: u16,
    pub(super) areas: [Text; engine::AREAS],
    pub(super) competences: Vec<(String, Text)>,
    pub(super) levels: [Level; 4],
    pub(super) items: Vec<Arc<Item>>,
}

/// A level of questions.
#[derive(Clone, Debug, PartialEq)]
pub struct Level {
    /// Cơ bản, Trung cấp, Nâng cao, Thử thách.
    pub name: Text,
    /// Difficulty in logits.
    pub b: f64,
}

/// A question.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// `at-4.2-1-01`.
    pub id: String,
    /// Whether it may be drawn.
    pub live: bool,
    /// Whether it belongs to "Luyện mắt" and never to the level test.
    pub practice: bool,
    /// The last day on which it may be drawn, if its facts can age.
    pub until: Option<Date>,
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
    /// A page of this site that says more.
    pub more: Option<More>,
}

/// The six kinds of task.
#[derive(Clone, Debug, PartialEq)]
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
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    pub id: String,
    pub text: Text,
    pub why: Text,
    pub right: bool,
}

/// A step to put in its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    pub id: String,
    pub text: Text,
    pub why: Text,
}

/// An entry that wants a partner.
#[derive(Clone, Debug, PartialEq)]
pub struct Left {
    pub id: String,
    pub text: Text,
    pub why: Text,
    /// The place of its partner on the right.
    pub partner: usize,
}

/// A possible partner.
#[derive(Clone, Debug, PartialEq)]
pub struct Right {
    pub id: String,
    pub text: Text,
    /// Why it is left over, if it is.
    pub why: Option<Text>,
}

/// A message with parts that can be marked.
#[derive(Clone, Debug, PartialEq)]
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
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    pub id: String,
    pub text: Text,
    pub role: Role,
    pub why: Option<Text>,
}

/// How a message arrives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Serialize, Deserialize), serde(rename_all = "lowercase"))]
pub enum Channel {
    Sms,
    Chat,
    Email,
    Web,
    Call,
    Qr,
}

impl Channel {
    /// Every channel, as numbered on the wire.
    pub const ALL: &[Self] = &[Self::Sms, Self::Chat, Self::Email, Self::Web, Self::Call, Self::Qr];
}

/// What marking a part means: a sign found, neither, or a false alarm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Serialize, Deserialize), serde(rename_all = "lowercase"))]
pub enum Role {
    Red,
    Amber,
    Neutral,
}

impl Role {
    /// Every role, as numbered on the wire.
    pub const ALL: &[Self] = &[Self::Red, Self::Amber, Self::Neutral];
}

/// What a person concludes about a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Serialize, Deserialize), serde(rename_all = "snake_case"))]
pub enum Verdict {
    Scam,
    NoSign,
}

impl Verdict {
    /// Both verdicts, as numbered on the wire.
    pub const ALL: &[Self] = &[Self::Scam, Self::NoSign];
}

/// What the facts of a question rest on.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Serialize, Deserialize), serde(deny_unknown_fields))]
pub struct Reference {
    pub title: Text,
    pub url: Option<String>,
    pub checked: Date,
}

/// A page of this site that says more.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Serialize, Deserialize), serde(deny_unknown_fields))]
pub struct More {
    pub label: Text,
    /// `/so-lieu/internet-users/`.
    pub href: String,
}

impl Item {
    /// Whether it may be drawn on a day; without a day nothing is too old.
    pub fn fresh(&self, today: Option<Date>) -> bool {
        self.live && self.until.zip(today).is_none_or(|(until, today)| today.days() <= until.days())
    }
}

impl Bank {
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

    /// The level test alone, or the practice messages alone: a page fetches one of them.
    #[cfg(not(target_arch = "wasm32"))]
    #[must_use]
    pub fn only(&self, practice: bool) -> Self {
        let items = self.items.iter().filter(|item| item.practice == practice).cloned().collect();
        Self { items, ..self.clone() }
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

#[cfg(test)]
mod tests;
