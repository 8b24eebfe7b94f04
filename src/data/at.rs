//! Reading a JSON value by hand.
//!
//! Derived readers cost the wasm about a quarter of a kilobyte a field, in code that phones must download; what the
//! browser fetches was checked when it was built, so a few small functions do. They still name what is missing: the
//! first gap is noted, reading goes on with nothing in its place, and [`read`] reports it at the end. So no field
//! needs a way out of its own, which is most of the code of a reader.

use crate::text::{Date, Text};
use serde_json::Value;
use std::cell::Cell;
use thiserror::Error;

/// A place in a JSON document.
#[must_use]
#[derive(Clone, Copy, Debug)]
pub struct At<'a> {
    value: &'a Value,
    gap: &'a Cell<Option<&'static str>>,
}

/// What was not there, or not of its kind.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[error("{0}")]
pub struct Missing(pub &'static str);

/// What reading gives.
pub type Read<T> = Result<T, Missing>;

/// What stands where something is missing.
static NOTHING: Value = Value::Null;

/// Reads a document.
pub fn read<T>(text: &str, of: impl FnOnce(At<'_>) -> Read<T>) -> Read<T> {
    let value: Value = serde_json::from_str(text).map_err(|_| Missing("json"))?;
    let gap = Cell::new(None);
    let read = of(At { value: &value, gap: &gap });
    match gap.get() {
        Some(key) => Err(Missing(key)),
        None => read,
    }
}

impl<'a> At<'a> {
    /// Notes that something is missing, unless something was before.
    pub fn lacks(self, key: &'static str) {
        self.gap.set(self.gap.get().or(Some(key)));
    }

    fn need<T: Default>(self, key: &'static str, found: Option<T>) -> T {
        found.unwrap_or_else(|| {
            self.lacks(key);
            T::default()
        })
    }

    /// A field, if it is there and not null.
    pub fn find(self, key: &str) -> Option<Self> {
        let value = self.value.get(key).filter(|v| !v.is_null())?;
        Some(Self { value, ..self })
    }

    /// A field.
    pub fn get(self, key: &'static str) -> Self {
        self.find(key).unwrap_or_else(|| {
            self.lacks(key);
            Self { value: &NOTHING, ..self }
        })
    }

    /// This value as words.
    pub fn word(self, key: &'static str) -> String {
        self.need(key, self.value.as_str().map(str::to_owned))
    }

    /// A field of words.
    pub fn string(self, key: &'static str) -> String {
        self.get(key).word(key)
    }

    /// A field of words that may be left out.
    pub fn opt_string(self, key: &'static str) -> Option<String> {
        self.find(key)?.value.as_str().map(str::to_owned)
    }

    /// A number; JSON has no NaN and no infinity.
    pub fn number(self, key: &'static str) -> f64 {
        self.need(key, self.get(key).value.as_f64())
    }

    /// A whole number.
    pub fn index(self, key: &'static str) -> usize {
        self.get(key).whole(key)
    }

    /// This value as a whole number.
    pub fn whole(self, key: &'static str) -> usize {
        self.need(key, self.value.as_u64().and_then(|n| usize::try_from(n).ok()))
    }

    /// This value as a whole number of either sign.
    pub fn signed(self, key: &'static str) -> i32 {
        self.need(key, self.value.as_i64().and_then(|n| i32::try_from(n).ok()))
    }

    /// Yes or no; no where it is left out.
    pub fn flag(self, key: &str) -> bool {
        self.find(key).and_then(|at| at.value.as_bool()).unwrap_or(false)
    }

    /// A text: in both languages, `{"vi": …, "en": …}`, or in the page's language alone, `"…"`.
    pub fn text(self, key: &'static str) -> Text {
        self.get(key).both(key)
    }

    /// This value as a text.
    pub fn both(self, key: &'static str) -> Text {
        match self.value {
            Value::String(only) => Text { vi: only.clone(), en: only.clone() },
            _ => match (self.opt_string("vi"), self.opt_string("en")) {
                (Some(vi), Some(en)) => Text { vi, en },
                _ => self.need(key, None),
            },
        }
    }

    /// A text that may be left out.
    pub fn opt_text(self, key: &'static str) -> Option<Text> {
        self.find(key).map(|at| at.both(key))
    }

    /// A date.
    pub fn date(self, key: &'static str) -> Date {
        let date = self.opt_string(key).as_deref().and_then(Date::parse);
        date.unwrap_or_else(|| {
            self.lacks(key);
            Date::year_only(0)
        })
    }

    /// A variant of a closed list, by its place in the list.
    pub fn choice<T: Copy>(self, key: &'static str, all: &[T]) -> Read<T> {
        all.get(self.index(key)).copied().ok_or(Missing(key))
    }

    /// The members of a list, each read; none where it is left out.
    pub fn list<T>(self, key: &str, one: impl FnMut(At<'a>) -> Read<T>) -> Vec<T> {
        self.find(key).map(|at| at.all(one)).unwrap_or_default()
    }

    /// The members of this list, each read.
    pub fn all<T>(self, mut one: impl FnMut(At<'a>) -> Read<T>) -> Vec<T> {
        let members = self.value.as_array().map(Vec::as_slice).unwrap_or_default();
        let mut out = Vec::with_capacity(members.len());
        for value in members {
            match one(Self { value, ..self }) {
                Ok(member) => out.push(member),
                Err(Missing(key)) => self.lacks(key),
            }
        }
        out
    }

    /// A list of words.
    pub fn strings(self, key: &'static str) -> Vec<String> {
        self.list(key, |at| Ok(at.word(key)))
    }

    /// A list of texts.
    pub fn texts(self, key: &'static str) -> Vec<Text> {
        self.list(key, |at| Ok(at.both(key)))
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
