//! Reading a JSON value by hand.
//!
//! Derived readers cost the wasm about a quarter of a kilobyte a field, in code that phones must download; what the
//! browser fetches was checked when it was built, so a few small functions do. They still name what is missing.

use crate::text::{Date, Text};
use serde_json::Value;
use thiserror::Error;

/// A place in a JSON document.
#[derive(Clone, Copy, Debug)]
pub struct At<'a>(&'a Value);

/// What was not there, or not of its kind.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[error("{0}")]
pub struct Missing(pub &'static str);

/// What reading gives.
pub type Read<T> = Result<T, Missing>;

impl<'a> At<'a> {
    /// The top of a document.
    pub fn top(value: &'a Value) -> Self {
        Self(value)
    }

    /// A field, if it is there and not null.
    pub fn find(self, key: &str) -> Option<Self> {
        self.0.get(key).filter(|v| !v.is_null()).map(Self)
    }

    /// A field.
    pub fn get(self, key: &'static str) -> Read<Self> {
        self.find(key).ok_or(Missing(key))
    }

    /// This value as words.
    pub fn word(self, key: &'static str) -> Read<String> {
        self.0.as_str().map(str::to_owned).ok_or(Missing(key))
    }

    /// A field of words.
    pub fn string(self, key: &'static str) -> Read<String> {
        self.get(key)?.word(key)
    }

    /// A field of words that may be left out.
    pub fn opt_string(self, key: &'static str) -> Option<String> {
        self.find(key)?.0.as_str().map(str::to_owned)
    }

    /// A number; JSON has no NaN and no infinity.
    pub fn number(self, key: &'static str) -> Read<f64> {
        self.get(key)?.0.as_f64().ok_or(Missing(key))
    }

    /// A whole number.
    pub fn index(self, key: &'static str) -> Read<usize> {
        self.get(key)?.whole(key)
    }

    /// This value as a whole number.
    pub fn whole(self, key: &'static str) -> Read<usize> {
        self.0.as_u64().and_then(|n| usize::try_from(n).ok()).ok_or(Missing(key))
    }

    /// This value as a whole number of either sign.
    pub fn signed(self, key: &'static str) -> Read<i32> {
        self.0.as_i64().and_then(|n| i32::try_from(n).ok()).ok_or(Missing(key))
    }

    /// Yes or no; no where it is left out.
    pub fn flag(self, key: &str) -> bool {
        self.find(key).and_then(|at| at.0.as_bool()).unwrap_or(false)
    }

    /// A text: in both languages, `{"vi": …, "en": …}`, or in the page's language alone, `"…"`.
    pub fn text(self, key: &'static str) -> Read<Text> {
        self.get(key)?.both(key)
    }

    /// This value as a text.
    pub fn both(self, key: &'static str) -> Read<Text> {
        match self.0 {
            Value::String(only) => Ok(Text { vi: only.clone(), en: only.clone() }),
            _ => Ok(Text {
                vi: self.string("vi").map_err(|_| Missing(key))?,
                en: self.string("en").map_err(|_| Missing(key))?,
            }),
        }
    }

    /// A text that may be left out.
    pub fn opt_text(self, key: &'static str) -> Read<Option<Text>> {
        self.find(key).map(|at| at.both(key)).transpose()
    }

    /// A date.
    pub fn date(self, key: &'static str) -> Read<Date> {
        self.string(key).ok().as_deref().and_then(Date::parse).ok_or(Missing(key))
    }

    /// A variant of a closed list, by its place in the list.
    pub fn choice<T: Copy>(self, key: &'static str, all: &[T]) -> Read<T> {
        all.get(self.index(key)?).copied().ok_or(Missing(key))
    }

    /// The members of a list; none where it is left out.
    pub fn each(self, key: &str) -> impl Iterator<Item = At<'a>> + use<'a> {
        self.find(key).and_then(|at| at.0.as_array()).map(Vec::as_slice).unwrap_or_default().iter().map(At)
    }

    /// The members of this list.
    pub fn members(self) -> impl Iterator<Item = At<'a>> {
        self.0.as_array().map(Vec::as_slice).unwrap_or_default().iter().map(At)
    }

    /// A list of words.
    pub fn strings(self, key: &'static str) -> Read<Vec<String>> {
        self.each(key).map(|at| at.word(key)).collect()
    }

    /// A list of texts.
    pub fn texts(self, key: &'static str) -> Read<Vec<Text>> {
        self.each(key).map(|at| at.both(key)).collect()
    }
}

/// The other direction, for builds and tests: a text as [`At::text`] reads it.
#[cfg(not(target_arch = "wasm32"))]
pub fn pair(text: &Text) -> Value {
    serde_json::json!({ "vi": text.vi, "en": text.en })
}

/// Keeps one language of every text but quotations, which stand in the original beside their translation.
#[cfg(not(target_arch = "wasm32"))]
pub fn in_one_language(value: &mut Value, tag: &str) {
    match value {
        Value::Array(members) => members.iter_mut().for_each(|member| in_one_language(member, tag)),
        Value::Object(fields) => {
            let is_text = fields.len() == 2 && fields.contains_key("vi") && fields.contains_key("en");
            if is_text {
                *value = fields.remove(tag).unwrap_or_default();
                return;
            }
            for (_, field) in fields.iter_mut().filter(|(name, _)| *name != "quote") {
                in_one_language(field, tag);
            }
        }
        _ => {}
    }
}

/// The place of a variant in its closed list.
#[cfg(not(target_arch = "wasm32"))]
pub fn place_of<T: PartialEq>(all: &[T], one: &T) -> usize {
    all.iter().position(|v| v == one).unwrap_or(usize::MAX)
}
