//! What a session is for: how many questions, from which pool, and its name in the address and in the store.

use super::STANDARD;
use crate::quiz::engine::AREAS;
use crate::quiz::select::Pool;

/// Questions added to one area on demand.
pub const DIVE: usize = 9;

/// What a session is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// "Chuẩn": 18 questions, and six more where they would help.
    #[default]
    Standard,
    /// "Nhanh": 12 questions.
    Quick,
    /// "Đi sâu một miền": nine more in one area, after a result.
    Dive(usize),
    /// "Luyện mắt": 20 messages; they say nothing about a level.
    Practice,
    /// "Ôn lại": what was missed or not known before; that says nothing about a level either.
    Again,
}

impl Mode {
    /// What a reader can choose on the first screen, in that order.
    pub const CHOICES: [Self; 4] = [Self::Standard, Self::Quick, Self::Practice, Self::Again];

    /// How many questions it announces, where the bank has as many.
    pub fn wish(self) -> usize {
        match self {
            Self::Quick => 12,
            Self::Standard | Self::Again => STANDARD,
            Self::Dive(_) => DIVE,
            Self::Practice => 20,
        }
    }

    /// Whether it ends in an estimate of the level.
    pub fn has_level(self) -> bool {
        !matches!(self, Self::Practice | Self::Again)
    }

    /// As `?che-do=` names it; the standard way has no name.
    pub fn param(self) -> &'static str {
        match self {
            Self::Quick => "nhanh",
            Self::Practice => "luyen-mat",
            Self::Again => "on-lai",
            Self::Standard | Self::Dive(_) => "",
        }
    }

    /// The mode of an address; `None` for a name that there is not.
    pub fn of_param(word: &str) -> Option<Self> {
        if word == "chuan" {
            return Some(Self::Standard);
        }
        Self::CHOICES.into_iter().find(|mode| mode.param() == word)
    }

    pub(in crate::quiz) fn pool(self) -> Pool {
        match self {
            Self::Quick | Self::Standard => Pool::Test,
            Self::Dive(area) => Pool::Area(area),
            Self::Practice => Pool::Practice,
            Self::Again => Pool::Again,
        }
    }

    /// As stored.
    pub(super) fn word(self) -> String {
        match self {
            Self::Quick => "n".into(),
            Self::Standard => "c".into(),
            Self::Dive(area) => area.to_string(),
            Self::Practice => "m".into(),
            Self::Again => "l".into(),
        }
    }

    pub(super) fn of(word: &str) -> Option<Self> {
        Some(match word {
            "n" => Self::Quick,
            "c" => Self::Standard,
            "m" => Self::Practice,
            "l" => Self::Again,
            _ => Self::Dive(word.parse().ok().filter(|area| *area < AREAS)?),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_names_a_mode_or_none() {
        for mode in Mode::CHOICES {
            assert_eq!(Mode::of_param(mode.param()), Some(mode));
        }
        assert_eq!(Mode::of_param("chuan"), Some(Mode::Standard));
        for odd in ["Nhanh", "nhanh ", "3", "<b>", "di-sau", "l"] {
            assert_eq!(Mode::of_param(odd), None, "{odd}");
        }
    }
}
