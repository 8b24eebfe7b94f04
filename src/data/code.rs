//! Codes of provinces. The 63 units before 1 July 2025 and the 34 since then share numbers but not meaning
//! (15 is Yên Bái among the 63 and Lào Cai among the 34), so they are different types and only data connect them.

#[cfg(not(target_arch = "wasm32"))]
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// Code of one of the 63 units until 30 June 2025 (statistics office list).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code63(u8);

/// Code of one of the 34 units since 1 July 2025 (Decision 19/2025/QĐ-TTg).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code34(u8);

macro_rules! code {
    ($name:ident) => {
        impl $name {
            /// Reads two digits, `"01"` to `"99"`; anything else is `None`.
            pub fn parse(text: &str) -> Option<Self> {
                let two = text.len() == 2 && text.bytes().all(|b| b.is_ascii_digit());
                two.then(|| text.parse().ok().filter(|n| *n > 0).map(Self))?
            }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{:02}", self.0)
            }
        }
        #[cfg(not(target_arch = "wasm32"))]
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }
        #[cfg(not(target_arch = "wasm32"))]
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = String::deserialize(deserializer)?;
                Self::parse(&text).ok_or_else(|| {
                    serde::de::Error::custom(format!(
                        "mã tỉnh không hợp lệ: \"{text}\" (cần hai chữ số, như \"01\")"
                    ))
                })
            }
        }
    };
}
code!(Code63);
code!(Code34);

/// One of the two divisions of the country into provinces.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// The 63 units until 30 June 2025.
    Old,
    /// The 34 units since 1 July 2025.
    New,
}

impl Level {
    /// Both, the older first.
    pub const ALL: [Self; 2] = [Self::Old, Self::New];

    /// How an address and a page call it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Old => "63",
            Self::New => "34",
        }
    }
}

/// A unit of either division: the number alone would not say which province is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum UnitCode {
    /// One of the 63.
    Old(Code63),
    /// One of the 34.
    New(Code34),
}

impl UnitCode {
    /// Reads two digits as a code of a level; whether there is such a unit the data must say.
    pub fn parse(level: Level, text: &str) -> Option<Self> {
        match level {
            Level::Old => Code63::parse(text).map(Self::Old),
            Level::New => Code34::parse(text).map(Self::New),
        }
    }

    /// The division it belongs to.
    pub fn level(self) -> Level {
        match self {
            Self::Old(_) => Level::Old,
            Self::New(_) => Level::New,
        }
    }

    /// The code, if it is one of the 63.
    pub fn old(self) -> Option<Code63> {
        match self {
            Self::Old(code) => Some(code),
            Self::New(_) => None,
        }
    }

    /// The code, if it is one of the 34.
    pub fn today(self) -> Option<Code34> {
        match self {
            Self::Old(_) => None,
            Self::New(code) => Some(code),
        }
    }
}

impl From<Code63> for UnitCode {
    fn from(code: Code63) -> Self {
        Self::Old(code)
    }
}

impl From<Code34> for UnitCode {
    fn from(code: Code34) -> Self {
        Self::New(code)
    }
}

/// Two digits, as in `data-unit`; `data-level` says which list they are of.
impl fmt::Display for UnitCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Old(code) => code.fmt(f),
            Self::New(code) => code.fmt(f),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_two_digits() {
        assert_eq!(Code63::parse("01").map(|c| c.to_string()).as_deref(), Some("01"));
        for bad in ["1", "001", "ab", "00", "", "+1"] {
            assert_eq!(Code34::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn the_same_digits_at_two_levels_are_two_units() {
        let [old, new] = Level::ALL.map(|level| UnitCode::parse(level, "15").unwrap());
        assert_ne!(old, new); // Yên Bái, Lào Cai
        assert_eq!((old.to_string(), new.to_string()), ("15".to_owned(), "15".to_owned()));
        assert_eq!((old.level(), new.level()), (Level::Old, Level::New));
        assert_eq!((old.today(), new.old()), (None, None));
        assert_eq!(UnitCode::parse(Level::New, "00"), None);
    }
}
