//! What is written is read back, and what is damaged is refused or read, never a panic.

use super::*;
use crate::quiz::select::Comfort;
use crate::quiz::{
    fixture,
    session::{Session, Start},
};
use crate::text::Locale;
use serde_json::{Value, json};

#[test]
fn what_is_written_is_read_back() {
    for bank in [fixture::bank(), fixture::published()] {
        assert_eq!(read(&write(&bank).to_string()), Ok(bank));
    }
}

/// A page of one language fetches one language, and nothing else is lost on the way.
#[test]
fn one_language_is_read_as_both() {
    let bank = fixture::published();
    for locale in Locale::ALL {
        let text = write_in(&bank, locale).to_string();
        assert!(text.len() * 10 < write(&bank).to_string().len() * 7, "{}", text.len());
        let back = read(&text).unwrap();
        assert_eq!((back.items.len(), back.rev, back.cuts()), (bank.items.len(), bank.rev, bank.cuts()));
        for (there, here) in bank.items.iter().zip(&back.items) {
            let strings = |item: &Item| {
                [&item.stem, &item.summary, &item.takeaway].map(|text| text.get(locale).to_owned())
            };
            assert_eq!(strings(there), strings(here));
            assert_eq!((&there.id, &there.enemies, there.until), (&here.id, &here.enemies, here.until));
            assert_eq!(here.stem.vi, here.stem.en);
        }
    }
}

#[test]
fn what_is_missing_is_named() {
    let whole = write(&fixture::bank());
    assert_eq!(read(""), Err(Missing("json")));
    assert_eq!(read("{}"), Err(Missing("version")));
    for key in ["version", "rev", "areas", "competences", "levels", "items"] {
        let mut bad = whole.clone();
        bad.as_object_mut().unwrap().remove(key);
        assert_eq!(read(&bad.to_string()), Err(Missing(key)));
    }
    for key in ["id", "area", "b", "stem", "type", "entries", "summary", "reference"] {
        let mut bad = whole.clone();
        bad["items"][0].as_object_mut().unwrap().remove(key);
        assert_eq!(read(&bad.to_string()), Err(Missing(key)));
    }
    let mut bad = whole.clone();
    bad["items"][0]["type"] = json!("essay");
    assert_eq!(read(&bad.to_string()), Err(Missing("type")));
    bad = whole;
    bad["areas"].as_array_mut().unwrap().pop();
    assert_eq!(read(&bad.to_string()), Err(Missing("areas")));
}

#[test]
fn damaged_texts_never_panic() {
    let good = write(&fixture::bank()).to_string();
    let bytes = good.as_bytes();
    for cut in (0..bytes.len()).step_by(97) {
        let text = String::from_utf8_lossy(&bytes[..cut]);
        assert_eq!(read(&text), Err(Missing("json")));
    }
    let mut rng = crate::quiz::rng::Rng::stream(20_241_010, "wire", "");
    for _ in 0..1_500 {
        let mut bad = bytes.to_vec();
        for _ in 0..=rng.below(3) {
            let at = rng.below(bad.len());
            match rng.below(4) {
                0 => bad[at] = b"0123456789-,[]{}\":e"[rng.below(19)],
                1 => drop(bad.remove(at)),
                2 => bad.insert(at, b"9-[]"[rng.below(4)]),
                _ => drop(bad.drain(at..(at + rng.below(40)).min(bytes.len() / 2).max(at))),
            }
        }
        // What can still be read can still be asked.
        if let Ok(bank) = read(&String::from_utf8_lossy(&bad)) {
            let _ = Session::start(&bank, Start { seed: 1, comfort: Comfort::Daily, ..Start::default() })
                .map(|s| Session::restore(&bank, &s.save(&bank)));
        }
    }
}

/// Every value of the tree in turn replaced by something of another kind or size.
#[test]
fn changed_values_never_panic() {
    let good = write(&fixture::bank());
    let mut places = Vec::new();
    pointers(&good, String::new(), &mut places);
    let strange = [json!(null), json!(-1), json!(1e300), json!(u64::MAX), json!("x"), json!([]), json!({})];
    for (i, place) in places.iter().enumerate() {
        let mut bad = good.clone();
        *bad.pointer_mut(place).unwrap() = strange[i % strange.len()].clone();
        if let Ok(bank) = read(&bad.to_string()) {
            let _ = Session::start(&bank, Start { seed: 1, comfort: Comfort::New, ..Start::default() });
        }
    }
}

fn pointers(value: &Value, at: String, out: &mut Vec<String>) {
    match value {
        Value::Object(fields) => fields.iter().for_each(|(k, v)| pointers(v, format!("{at}/{k}"), out)),
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(i, v)| pointers(v, format!("{at}/{i}"), out));
        }
        _ => {}
    }
    if !at.is_empty() {
        out.push(at);
    }
}
