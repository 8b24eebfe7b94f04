//! Writes what [`read`](super::read) reads. Native: only the build writes.

use super::VERSION;
use crate::data::at::{in_one_language, pair, place_of};
use crate::quiz::bank::{Bank, Channel, Choice, Item, Kind, Message, Reference, Role, Verdict};
use crate::text::{Locale, Text};
use serde_json::{Map, Value, json};

/// A bank as [`read`](super::read) reads it.
pub fn write(bank: &Bank) -> Value {
    json!({
        "version": VERSION,
        "rev": bank.rev,
        "areas": bank.areas.iter().map(pair).collect::<Value>(),
        "competences": (bank.competences.iter())
            .map(|(id, name)| json!({"id": id, "name": pair(name)}))
            .collect::<Value>(),
        "levels": (bank.levels.iter())
            .map(|level| json!({"name": pair(&level.name), "b": level.b}))
            .collect::<Value>(),
        "items": bank.items.iter().map(|i| item(i)).collect::<Value>(),
    })
}

/// A bank in one language, as a page of that language fetches it.
pub fn write_in(bank: &Bank, locale: Locale) -> Value {
    let mut value = write(bank);
    in_one_language(&mut value, locale.tag());
    value
}

fn item(item: &Item) -> Value {
    let mut out = kind(&item.kind);
    out.extend(fields(json!({
        "id": item.id,
        "area": item.area,
        "competence": item.competence,
        "level": item.level,
        "b": item.b,
        "guess": item.guess,
        "stem": pair(&item.stem),
        "summary": pair(&item.summary),
        "takeaway": pair(&item.takeaway),
        "reference": item.reference.iter().map(reference).collect::<Value>(),
    })));
    if let Some(until) = item.until {
        out.insert("until".into(), json!(until));
    }
    if let Some(more) = &item.more {
        out.insert("more".into(), pair(&more.label));
        out.insert("href".into(), json!(more.href));
    }
    // What is mostly empty or false is left out.
    if !item.enemies.is_empty() {
        out.insert("enemies".into(), json!(item.enemies));
    }
    for (key, set) in [("live", item.live), ("practice", item.practice), ("shuffle", item.shuffle)] {
        if set {
            out.insert(key.into(), json!(true));
        }
    }
    out.into()
}

fn reference(reference: &Reference) -> Value {
    let mut out = fields(json!({"title": pair(&reference.title), "checked": reference.checked}));
    if let Some(url) = &reference.url {
        out.insert("url".into(), json!(url));
    }
    out.into()
}

fn kind(kind: &Kind) -> Map<String, Value> {
    fields(match kind {
        Kind::Single(choices) => json!({"type": "single", "entries": rights(choices)}),
        Kind::Multiple(choices) => json!({"type": "multiple", "entries": rights(choices)}),
        Kind::TrueFalse(choices) => json!({"type": "tfset", "entries": rights(choices)}),
        Kind::Order { steps, accepted } => json!({
            "type": "order",
            "entries": steps.iter().map(|s| entry(&s.id, &s.text, Some(&s.why), "", Value::Null)).collect::<Value>(),
            "accepted": accepted,
        }),
        Kind::Match { left, right } => json!({
            "type": "match",
            "entries": (left.iter())
                .map(|l| entry(&l.id, &l.text, Some(&l.why), "partner", json!(l.partner)))
                .collect::<Value>(),
            "partners": (right.iter())
                .map(|r| entry(&r.id, &r.text, r.why.as_ref(), "", Value::Null))
                .collect::<Value>(),
        }),
        Kind::Spot(message) => spot(message),
    })
}

fn spot(message: &Message) -> Value {
    json!({
        "type": "spot",
        "channel": place_of(Channel::ALL, &message.channel),
        "sender": pair(&message.sender),
        "entries": (message.parts.iter())
            .map(|p| entry(&p.id, &p.text, p.why.as_ref(), "role", json!(place_of(Role::ALL, &p.role))))
            .collect::<Value>(),
        "verdict": place_of(Verdict::ALL, &message.verdict),
        "why": pair(&message.why),
        "min_hits": message.min_hits,
        "max_false": message.max_false,
    })
}

fn rights(choices: &[Choice]) -> Value {
    let one = |c: &Choice| {
        let right = if c.right { json!(true) } else { Value::Null };
        entry(&c.id, &c.text, Some(&c.why), "right", right)
    };
    choices.iter().map(one).collect()
}

/// An entry, with one more field unless that is null.
fn entry(id: &str, text: &Text, why: Option<&Text>, key: &str, more: Value) -> Value {
    let mut out = fields(json!({"id": id, "text": pair(text)}));
    if let Some(why) = why {
        out.insert("why".into(), pair(why));
    }
    if !more.is_null() {
        out.insert(key.into(), more);
    }
    out.into()
}

fn fields(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(fields) => fields,
        _ => Map::new(),
    }
}
