//! The bank as the browser fetches it: compact JSON of a checked [`Bank`], and back.
//!
//! Written only by the build, from a bank that has passed the check; the browser fetches it with the hash that the
//! build wrote into the page, so what is read here is what was checked. A file of another shape is refused by name.

use super::bank::{
    Bank, Channel, Choice, Item, Kind, Left, Level, Message, More, Part, Reference, Right, Role, Step,
    Verdict,
};
use crate::data::at::{self, At, Missing, Read};
use crate::text::Text;
use std::sync::Arc;

#[cfg(not(target_arch = "wasm32"))]
mod write;
#[cfg(not(target_arch = "wasm32"))]
pub use write::{write, write_in};

/// Version of this shape; a browser that finds another one says so instead of guessing.
pub const VERSION: usize = 2;

/// Reads a bank.
pub fn read(text: &str) -> Result<Bank, Missing> {
    at::read(text, bank)
}

fn bank(top: At<'_>) -> Read<Bank> {
    if top.index("version") != VERSION {
        return Err(Missing("version"));
    }
    let level = |at: At<'_>| Ok(Level { name: at.text("name"), b: at.number("b") });
    Ok(Bank {
        rev: small(top, "rev")?,
        areas: top.texts("areas").try_into().map_err(|_| Missing("areas"))?,
        competences: top.get("competences").all(|at| Ok((at.string("id"), at.text("name")))),
        levels: top.get("levels").all(level).try_into().map_err(|_| Missing("levels"))?,
        items: top.get("items").all(|at| item(at).map(Arc::new)),
    })
}

fn item(at: At<'_>) -> Read<Item> {
    Ok(Item {
        id: at.string("id"),
        live: at.flag("live"),
        practice: at.flag("practice"),
        until: at.find("until").map(|_| at.date("until")),
        area: at.index("area"),
        competence: at.string("competence"),
        level: small(at, "level")?,
        b: at.number("b"),
        guess: at.number("guess"),
        enemies: at.strings("enemies"),
        stem: at.text("stem"),
        kind: kind(at)?,
        shuffle: at.flag("shuffle"),
        summary: at.text("summary"),
        takeaway: at.text("takeaway"),
        reference: at.get("reference").all(|at| {
            Ok(Reference { title: at.text("title"), url: at.opt_string("url"), checked: at.date("checked") })
        }),
        more: at.opt_text("more").map(|label| More { label, href: at.string("href") }),
    })
}

fn kind(at: At<'_>) -> Read<Kind> {
    Ok(match at.string("type").as_str() {
        "single" => Kind::Single(choices(at)),
        "multiple" => Kind::Multiple(choices(at)),
        "tfset" => Kind::TrueFalse(choices(at)),
        "order" => {
            let steps = at.get("entries").all(|at| {
                let (id, text) = entry(at);
                Ok(Step { id, text, why: at.text("why") })
            });
            let order = |at: At<'_>| Ok(at.all(|at| Ok(at.whole("accepted"))));
            Kind::Order { steps, accepted: at.get("accepted").all(order) }
        }
        "match" => Kind::Match {
            left: at.get("entries").all(|at| {
                let (id, text) = entry(at);
                Ok(Left { id, text, why: at.text("why"), partner: at.index("partner") })
            }),
            right: at.get("partners").all(|at| {
                let (id, text) = entry(at);
                Ok(Right { id, text, why: at.opt_text("why") })
            }),
        },
        "spot" => Kind::Spot(Message {
            channel: at.choice("channel", Channel::ALL)?,
            sender: at.text("sender"),
            parts: at.get("entries").all(|at| {
                let (id, text) = entry(at);
                Ok(Part { id, text, role: at.choice("role", Role::ALL)?, why: at.opt_text("why") })
            }),
            verdict: at.choice("verdict", Verdict::ALL)?,
            why: at.text("why"),
            min_hits: at.index("min_hits"),
            max_false: at.index("max_false"),
        }),
        _ => return Err(Missing("type")),
    })
}

fn choices(at: At<'_>) -> Vec<Choice> {
    at.get("entries").all(|at| {
        let (id, text) = entry(at);
        Ok(Choice { id, text, why: at.text("why"), right: at.flag("right") })
    })
}

/// What every entry has.
fn entry(at: At<'_>) -> (String, Text) {
    (at.string("id"), at.text("text"))
}

/// A whole number that fits a small type.
fn small<T: TryFrom<usize>>(at: At<'_>, key: &'static str) -> Read<T> {
    at.index(key).try_into().map_err(|_| Missing(key))
}

#[cfg(test)]
mod tests;
