//! What the quiz files look like: `public/data/quiz/frame.json`, one file per area, and both in one document.
//!
//! Shapes only. Whether a question makes sense is decided by [`Bank::new`](super::bank::Bank::new).

pub use super::bank::{Channel, More, Reference, Role, Verdict};
use crate::text::{Date, Text};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

/// The name of the frame file's format.
pub const FRAME_SCHEMA: &str = "so-quiz-frame/1";
/// The name of an area file's format.
pub const ITEMS_SCHEMA: &str = "so-quiz-items/1";

/// The whole bank in one document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BankFile {
    /// `frame.json`.
    pub frame: FrameFile,
    /// `dl.json` … `ai.json`, in the order of the areas.
    pub areas: Vec<AreaFile>,
    /// `luyen-mat.json`: messages for practice, never part of the level test.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub practice: Option<PracticeFile>,
}

/// `frame.json`: what the questions are sorted by.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FrameFile {
    /// [`FRAME_SCHEMA`].
    pub schema: String,
    /// Rises whenever a question that can be drawn is added, removed, moved, or changes its key, level or type.
    pub rev: u16,
    /// The six areas (miền).
    pub areas: Vec<Area>,
    /// The 24 competences (năng lực thành phần).
    pub competences: Vec<Competence>,
    /// The four levels of questions.
    pub levels: Vec<Level>,
}

/// An area of Thông tư 02/2025/TT-BGDĐT.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Area {
    pub id: u8,
    /// Two letters, the start of the question ids.
    pub code: String,
    pub name: Text,
}

/// A competence inside an area.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Competence {
    /// `4.2`.
    pub id: String,
    pub area: u8,
    pub name: Text,
    /// The number in the European `DigComp`, where there is one.
    pub digcomp: Option<String>,
}

/// A level of questions and its provisional difficulty.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Level {
    pub id: u8,
    pub name: Text,
    /// Difficulty in logits.
    pub b: f64,
}

/// One area's questions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AreaFile {
    /// [`ITEMS_SCHEMA`].
    pub schema: String,
    /// The area that all questions of the file belong to.
    pub area: u8,
    pub items: Vec<Item>,
}

/// The messages of "Luyện mắt".
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PracticeFile {
    /// [`ITEMS_SCHEMA`].
    pub schema: String,
    pub items: Vec<Item>,
}

/// A question as written. What may be forgotten has a default, so that the check can name every gap at once.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    pub id: String,
    pub rev: u32,
    pub status: Status,
    pub area: u8,
    pub competence: String,
    #[serde(default)]
    pub also: Vec<String>,
    pub level: u8,
    /// Overrides the level's difficulty once there is field data.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub difficulty: Option<f64>,
    #[serde(rename = "type")]
    pub kind: Type,
    pub guess: f64,
    pub audience: Vec<Audience>,
    #[serde(default)]
    pub tags: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub enemies: Vec<String>,
    pub stem: Text,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stimulus: Option<Stimulus>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<Entry>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub left: Vec<Entry>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub right: Vec<Entry>,
    /// Its shape depends on the type of the question, so it is read later.
    #[serde(default)]
    pub key: Value,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub accept: Vec<Vec<String>>,
    pub shuffle: bool,
    pub dk: bool,
    #[serde(default)]
    pub rationale: Rationale,
    #[serde(default)]
    pub takeaway: Text,
    #[serde(default)]
    pub reference: Vec<Reference>,
    pub learn_more: Option<More>,
    pub volatile: Option<Volatile>,
    pub origin: String,
}

/// How far a question is on its way from draft to retirement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    Draft,
    Review,
    Live,
    Retired,
    Example,
}

impl Status {
    /// Whether such questions may be drawn.
    pub fn drawn(self) -> bool {
        matches!(self, Self::Live | Self::Example)
    }
}

/// The six types of question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Type {
    Single,
    Multiple,
    Tfset,
    Order,
    Match,
    Spot,
}

/// Whom a question suits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Audience {
    Student,
    Citizen,
}

/// An option, statement, step, or one side of a pair.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    pub id: String,
    pub text: Text,
}

/// The message of a `spot` question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stimulus {
    pub kind: Channel,
    pub sender: Text,
    pub genuine: bool,
    pub segments: Vec<Segment>,
}

/// A part of a message that can be marked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Segment {
    pub id: String,
    pub text: Text,
    pub role: Role,
}

/// The key of a `spot` question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SpotKey {
    pub verdict: Verdict,
    pub segments: Vec<String>,
    pub min_hits: usize,
    pub max_false: usize,
}

/// Why the answer is what it is.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rationale {
    #[serde(default)]
    pub summary: Text,
    #[serde(default)]
    pub options: BTreeMap<String, Text>,
}

/// A fact that can change, and when to look again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Volatile {
    pub review_by: Date,
    pub claim: Text,
}
