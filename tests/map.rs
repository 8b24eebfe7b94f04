//! The province map on the real geometry and the real numbers.

use ngay_so::geo::{Direction, GeoError, Geometry};
use std::collections::BTreeSet;
use std::fs;

const TOPOLOGY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/public/data/geo/vietnam.topo.json");

fn topology() -> String {
    fs::read_to_string(TOPOLOGY).unwrap()
}

#[test]
fn everything_is_decoded() {
    let g = Geometry::parse(&topology()).unwrap();
    assert_eq!((g.units63.len(), g.units34.len(), g.archipelagos.len(), g.zones.len()), (63, 34, 2, 11));
    assert_eq!(g.archipelagos.iter().map(|a| a.islets.len()).sum::<usize>(), 44);
    assert_eq!(g.archipelagos.iter().map(|a| a.code.to_string()).collect::<Vec<_>>(), ["48", "56"]);
}

#[test]
fn neighbours_are_mutual_and_right() {
    let g = Geometry::parse(&topology()).unwrap();
    for unit in &g.units63 {
        let near = g.neighbours(unit.code);
        assert!(!near.is_empty(), "{} không có láng giềng", unit.code);
        for other in near {
            assert!(g.neighbours(other).contains(&unit.code));
        }
    }
    let da_nang = g.unit("48".parse_code()).unwrap().code;
    let near: Vec<String> = g.neighbours(da_nang).iter().map(ToString::to_string).collect();
    assert_eq!(near, ["46", "49"]); // Thừa Thiên Huế, Quảng Nam
}

trait ParseCode {
    fn parse_code(&self) -> ngay_so::data::Code63;
}
impl ParseCode for str {
    fn parse_code(&self) -> ngay_so::data::Code63 {
        ngay_so::data::Code63::parse(self).unwrap()
    }
}

#[test]
fn the_arrows_reach_every_unit_from_every_unit() {
    let g = Geometry::parse(&topology()).unwrap();
    for start in &g.units63 {
        let mut seen = BTreeSet::from([start.code]);
        let mut queue = vec![start.code];
        while let Some(at) = queue.pop() {
            for next in Direction::ALL.into_iter().filter_map(|d| g.step(at, d)) {
                if seen.insert(next) {
                    queue.push(next);
                }
            }
        }
        assert_eq!(seen.len(), 63, "từ {}", start.code);
    }
}

#[test]
fn an_arrow_leads_its_way() {
    let g = Geometry::parse(&topology()).unwrap();
    for unit in &g.units63 {
        for d in Direction::ALL {
            let Some(next) = g.step(unit.code, d).and_then(|c| g.unit(c)) else { continue };
            let (east, north) = (next.label.0 - unit.label.0, next.label.1 - unit.label.1);
            let ahead = match d {
                Direction::North => north,
                Direction::East => east,
                Direction::South => -north,
                Direction::West => -east,
            };
            assert!(ahead > 0.0, "{} → {} ({d:?})", unit.code, next.code);
            assert!(g.neighbours(unit.code).contains(&next.code));
        }
    }
}

#[test]
fn spoilt_files_are_refused_and_never_panic() {
    let good = topology();
    let refused: Vec<GeoError> = ["", "{}", "[1]", &good[..good.len() / 2]]
        .into_iter()
        .map(|text| Geometry::parse(text).unwrap_err())
        .collect();
    assert!(refused.iter().all(|e| e.to_string().starts_with("bản đồ: ")));
    assert_eq!(
        Geometry::parse(&good.replace("\"code\":\"01\"", "\"code\":\"02\"")).unwrap_err().to_string(),
        "bản đồ: p63, mã 02: có hai lần"
    );
    // A small generator of our own, so that a failure can be repeated.
    let mut seed = 20_241_010_u64;
    let mut next = move |below: usize| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        (seed % below as u64) as usize
    };
    let bytes = good.into_bytes();
    for _ in 0..400 {
        let mut bad = bytes.clone();
        for _ in 0..=next(4) {
            let at = next(bad.len());
            match next(4) {
                0 => bad[at] = b"0123456789-,[]{}\"e."[next(19)],
                1 => drop(bad.remove(at)),
                2 => bad.insert(at, b"9-[]"[next(4)]),
                _ => {
                    let end = (at + next(40)).min(bad.len());
                    bad.drain(at..end);
                }
            }
        }
        if let Ok(text) = String::from_utf8(bad) {
            let _ = Geometry::parse(&text);
        }
    }
}
