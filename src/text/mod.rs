//! Words and numbers in the reader's language: locales, messages, numbers, dates, order and folding.
//!
//! Nothing here asks the browser (`Intl`), so that prerendered and live text agree to the letter.

pub mod collate;
pub mod date;
pub mod number;
pub mod sort;
pub mod spoken;

mod messages;

pub use date::Date;
pub use messages::{Messages, fill};

#[cfg(not(target_arch = "wasm32"))]
use serde::{Deserialize, Serialize};

/// A language of the page. Vietnamese is the root language; English mirrors it under `/en/`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Locale {
    /// Tiếng Việt.
    #[default]
    Vi,
    /// English.
    En,
}

impl Locale {
    /// Every language, the root language first.
    pub const ALL: [Self; 2] = [Self::Vi, Self::En];

    /// The BCP 47 tag, as in `<html lang>`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
        }
    }

    /// The messages of this language.
    pub fn messages(self) -> &'static Messages {
        Messages::of(self)
    }

    /// The other language, for the switch in the header.
    pub fn other(self) -> Self {
        match self {
            Self::Vi => Self::En,
            Self::En => Self::Vi,
        }
    }
}

/// A text in both languages. Both are always there: the content check sees to it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Default)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Serialize, Deserialize), serde(deny_unknown_fields))]
pub struct Text {
    /// Vietnamese, NFC.
    pub vi: String,
    /// English.
    pub en: String,
}

impl Text {
    /// The text in a language.
    pub fn get(&self, locale: Locale) -> &str {
        match locale {
            Locale::Vi => &self.vi,
            Locale::En => &self.en,
        }
    }
}
