//! What is written is read back, and what is damaged is refused or read, never a panic.

use super::*;
use crate::data::Level;
use crate::geo::{Projected, Projection, path};
use serde_json::json;

const BASE: &str = include_str!("../../../public/data/geo/vietnam.topo.json");
const FINE: &str = include_str!("../../../public/data/geo/vietnam.fine.topo.json");

fn geometry() -> Geometry {
    Geometry::parse(BASE).unwrap()
}

#[test]
fn what_is_written_is_read_back_and_draws_the_same() {
    for file in [BASE, FINE] {
        let parsed = Geometry::parse(file).unwrap();
        let read = read(&write(&parsed).to_string()).unwrap();
        assert_eq!(read, parsed);
        let to = Projection { scale: 43.7, west: 102.0, north: 23.5 };
        let (a, b) = (Projected::new(&parsed, &to, 0.6), Projected::new(&read, &to, 0.6));
        for (one, other) in parsed.units34.iter().zip(&read.units34) {
            assert_eq!(path(&a.rings(&one.polygons)), path(&b.rings(&other.polygons)));
        }
        for level in Level::ALL {
            assert_eq!(a.borders(&parsed, level, |s| s.len() > 1), b.borders(&read, level, |s| s.len() > 1));
        }
    }
}

#[test]
fn the_mappers_are_named() {
    let wire = write(&geometry());
    assert_eq!((&wire["attribution"], &wire["license"]), (&json!(write::ATTRIBUTION), &json!("ODbL-1.0")));
    assert!(BASE.contains(write::ATTRIBUTION) && BASE.contains(write::LICENCE));
}

#[test]
fn what_is_missing_is_named() {
    let whole = write(&geometry());
    assert_eq!(read(""), Err(Missing("json")));
    for key in ["version", "corner", "step", "arcs", "units63", "units34", "archipelagos", "zones"] {
        let mut bad = whole.clone();
        bad.as_object_mut().unwrap().remove(key);
        assert_eq!(read(&bad.to_string()), Err(Missing(key)));
    }
    for (place, with, key) in [
        ("/arcs/0/0", json!(i32::MAX), "arcs"),
        ("/arcs/0/1", json!(0.5), "arcs"),
        ("/units63/0/code", json!("1"), "code"),
        ("/units63/0/arrows/0", json!(64), "arrows"),
        ("/units63/0/arrows", json!([1, 2]), "arrows"),
        ("/units34/0/arrows/3", json!(35), "arrows"),
        ("/units34/0/region", json!(null), "region"),
        ("/units34/0/members/0", json!(1), "members"),
        ("/units34/0/rings/0/0/0", json!("a"), "rings"),
        ("/archipelagos/0/group", json!(2), "group"),
    ] {
        let mut bad = whole.clone();
        *bad.pointer_mut(place).unwrap() = with;
        assert_eq!(read(&bad.to_string()), Err(Missing(key)), "{place}");
    }
}

#[test]
fn damaged_texts_never_panic() {
    let good = write(&geometry()).to_string().into_bytes();
    for cut in (0..good.len()).step_by(1_009) {
        assert_eq!(read(&String::from_utf8_lossy(&good[..cut])), Err(Missing("json")));
    }
    // A small generator of our own, so that a failure can be repeated.
    let mut seed = 20_241_010_u64;
    let mut next = move |below: usize| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        (seed % below as u64) as usize
    };
    for _ in 0..400 {
        let mut bad = good.clone();
        for _ in 0..=next(4) {
            let at = next(bad.len() - 50);
            match next(4) {
                0 => bad[at] = b"0123456789-,[]{}\"e."[next(19)],
                1 => drop(bad.remove(at)),
                2 => bad.insert(at, b"9-[]"[next(4)]),
                _ => drop(bad.drain(at..at + next(40))),
            }
        }
        if let Ok(read) = read(&String::from_utf8_lossy(&bad)) {
            for level in Level::ALL {
                let _ = read.northernmost(level);
                for unit in read.units(level) {
                    let _ = read.neighbours(unit.code);
                }
            }
        }
    }
}
