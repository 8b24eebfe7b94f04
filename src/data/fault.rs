//! A fault in the content, said to the person who can mend it: file, place, what is wrong, and the remedy.

use std::fmt;

/// One fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The file below `public/data/`.
    pub file: String,
    /// Row, field or id inside the file; empty for the file as a whole.
    pub place: String,
    /// What is wrong, in Vietnamese.
    pub what: String,
    /// How to mend it, in Vietnamese.
    pub remedy: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let comma = if self.place.is_empty() { "" } else { ", " };
        write!(f, "{}{comma}{}: {}", self.file, self.place, self.what)?;
        if !self.remedy.is_empty() {
            write!(f, "\n    → {}", self.remedy)?;
        }
        Ok(())
    }
}

/// Gathers faults, so that an author sees all of them at once.
#[derive(Debug, Default)]
pub struct Faults(Vec<Fault>);

impl Faults {
    /// Notes a fault. The words are made only where an author reads them: in the browser a fault keeps its file
    /// and place, which is what a reader's report needs, and the wasm is spared the sentences.
    pub fn add(&mut self, file: &str, place: impl Into<String>, say: impl FnOnce() -> (String, String)) {
        let (what, remedy) = if cfg!(target_arch = "wasm32") { Default::default() } else { say() };
        self.0.push(Fault { file: file.into(), place: place.into(), what, remedy });
    }

    /// Adds faults found elsewhere.
    pub fn extend(&mut self, more: impl IntoIterator<Item = Fault>) {
        self.0.extend(more);
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All faults, in the order they were found.
    pub fn into_vec(self) -> Vec<Fault> {
        self.0
    }
}
