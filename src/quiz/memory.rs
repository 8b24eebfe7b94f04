//! What a device remembers between sessions: which questions it has shown, so that the next session brings others, and
//! which were missed or not known, so that they can be asked again.
//!
//! Two lines of ids. An id that the bank no longer has is passed over, so an old text does no harm.

use super::bank::Bank;
use super::engine::Outcome;

/// Questions shown before that are kept away from; older ones may come again.
const SHOWN: usize = 60;
/// Questions to be asked again that are kept.
const MISSED: usize = 60;

/// What is remembered, oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Memory {
    shown: Vec<String>,
    missed: Vec<String>,
}

impl Memory {
    /// What a stored text says; nothing if it says nothing.
    pub fn read(text: &str) -> Self {
        let mut lines = text.lines().map(|line| {
            // An id is short; anything else was not written here.
            line.split(' ').filter(|id| !id.is_empty() && id.len() < 20).map(str::to_owned).collect()
        });
        let mut memory =
            Self { shown: lines.next().unwrap_or_default(), missed: lines.next().unwrap_or_default() };
        memory.trim();
        memory
    }

    /// As it is stored.
    pub fn write(&self) -> String {
        format!("{}\n{}", self.shown.join(" "), self.missed.join(" "))
    }

    /// Takes in an answer: what is right is no longer asked again.
    pub fn note(&mut self, id: &str, outcome: Outcome) {
        self.shown.retain(|known| known != id);
        self.shown.push(id.to_owned());
        self.missed.retain(|known| known != id);
        if outcome != Outcome::Right {
            self.missed.push(id.to_owned());
        }
        self.trim();
    }

    fn trim(&mut self) {
        for (list, most) in [(&mut self.shown, SHOWN), (&mut self.missed, MISSED)] {
            let over = list.len().saturating_sub(most);
            list.drain(..over);
        }
    }

    /// The places of the questions shown before.
    pub fn shown(&self, bank: &Bank) -> Vec<usize> {
        places(&self.shown, bank)
    }

    /// The places of the questions to be asked again.
    pub fn missed(&self, bank: &Bank) -> Vec<usize> {
        places(&self.missed, bank)
    }
}

fn places(ids: &[String], bank: &Bank) -> Vec<usize> {
    ids.iter().filter_map(|id| bank.find(id)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quiz::fixture;

    #[test]
    fn what_is_missed_is_kept_until_it_is_right() {
        let bank = fixture::bank();
        let mut memory = Memory::default();
        let id = |place: usize| bank.item(place).unwrap().id.clone();
        memory.note(&id(0), Outcome::Wrong);
        memory.note(&id(1), Outcome::Unknown);
        memory.note(&id(2), Outcome::Right);
        assert_eq!((memory.shown(&bank), memory.missed(&bank)), (vec![0, 1, 2], vec![0, 1]));
        memory.note(&id(0), Outcome::Right);
        assert_eq!((memory.shown(&bank), memory.missed(&bank)), (vec![1, 2, 0], vec![1]));
        assert_eq!(Memory::read(&memory.write()), memory);
    }

    #[test]
    fn it_forgets_the_oldest_and_strange_texts_do_no_harm() {
        let mut memory = Memory::default();
        (0..200).for_each(|n| memory.note(&format!("x-{n}"), Outcome::Wrong));
        assert_eq!((memory.shown.len(), memory.missed.len()), (SHOWN, MISSED));
        assert_eq!(memory.shown.first().map(String::as_str), Some("x-140"));
        let bank = fixture::bank();
        for text in ["", "\n", "a b\nc\nd", "{\"x\": 1}", "🙂 🙂", &"y".repeat(100_000)] {
            let memory = Memory::read(text);
            assert_eq!((memory.shown(&bank), memory.missed(&bank)), (vec![], vec![]), "{text:.20}");
        }
    }
}
