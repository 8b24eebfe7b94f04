//! What is wrong with the question files, for whoever writes them.

use std::fmt;

/// What is wrong with the files, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The question's id and the field.
    pub place: String,
    /// In Vietnamese, for the writer.
    pub message: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.message)
    }
}

/// Gathers faults.
#[derive(Default)]
pub(super) struct Faults(pub(super) Vec<Fault>);

impl Faults {
    /// Notes a fault.
    pub(super) fn add(&mut self, place: &str, field: &str, message: impl FnOnce() -> String) {
        self.0.push(Fault { place: format!("{place}: {field}"), message: message() });
    }
}
