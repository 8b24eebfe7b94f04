//! Hundreds of small accidents, the same ones in every run: none may panic, and what is accepted must be valid.

use super::folder::{Folder, real};
use ngay_so::data::wire;
use ngay_so::data::wire_write::{Facts, write};
use ngay_so::data::{Dataset, Measure};
use ngay_so::site::content::load;
use serde_json::Value;
use std::collections::BTreeSet;

const ACCIDENTS: u64 = 320;

/// Words that have broken programs before.
const ODD: &[&str] = &[
    "",
    " ",
    "0",
    "-1",
    "NaN",
    "inf",
    "1e400",
    "99999999999999999999",
    "12,5",
    "null",
    "\u{0}",
    "\u{202e}x",
    "a\u{301}",
    "2024-13-45",
    "=1+1",
    "\"",
];

#[test]
fn accidents_never_panic_and_what_is_accepted_is_valid() {
    let files = files();
    let workers = std::thread::available_parallelism().map_or(1, |n| n.get() as u64);
    let (refused, accepted) = std::thread::scope(|scope| {
        let shares: Vec<_> = (0..workers)
            .map(|w| (w..ACCIDENTS).step_by(workers as usize))
            .map(|share| scope.spawn(|| suffer(share, &files)))
            .collect();
        shares.into_iter().map(|share| share.join().unwrap()).fold((0, 0), |a, b| (a.0 + b.0, a.1 + b.1))
    });
    assert!(refused > 100 && accepted > 10, "từ chối {refused}, nhận {accepted}: các tai nạn quá giống nhau");
}

/// One accident after the other, each on the real content; how many were refused, and how many accepted.
fn suffer(seeds: impl Iterator<Item = u64>, files: &[String]) -> (u32, u32) {
    let folder = Folder::new("accidents");
    let (mut refused, mut accepted) = (0, 0);
    for seed in seeds {
        let mut dice = Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x1010);
        let file = dice.pick(files).clone();
        spoil(&folder, &file, &mut dice);
        match load(folder.path()) {
            Err(faults) => {
                refused += 1;
                assert!(!faults.is_empty(), "lần {seed}, {file}: từ chối mà không nói vì sao");
                let said = faults.iter().all(|f| !f.what.is_empty() && !f.remedy.is_empty());
                assert!(said, "lần {seed}, {file}: lỗi không có lời");
            }
            Ok(content) => {
                accepted += 1;
                is_valid(&content.dataset);
                let again = Dataset::try_from(content.raw.clone());
                let again = again.unwrap_or_else(|_| panic!("lần {seed}, {file}: nhận rồi lại từ chối"));
                assert_eq!(format!("{:?}", content.dataset), format!("{again:?}"), "lần {seed}, {file}");
                let bundled = wire::read(&write(&content.dataset, Facts::All).to_string());
                assert!(bundled.is_ok(), "lần {seed}, {file}: gói không đọc lại được");
            }
        }
        folder.restore(&file);
    }
    (refused, accepted)
}

/// The promises of the model, said again without the code that keeps them.
fn is_valid(data: &Dataset) {
    let ids: BTreeSet<&str> = data.sources.iter().map(|s| s.id.as_str()).collect();
    assert_eq!(ids.len(), data.sources.len());
    for indicator in &data.indicators {
        assert!(!indicator.unit.vi.is_empty() && !indicator.unit.en.is_empty());
        assert_eq!(indicator.is_provincial(), !indicator.years.is_empty() && indicator.classes.is_some());
        for series in &indicator.series {
            assert!(!series.points.is_empty());
            assert!(series.points.is_sorted_by(|a, b| (a.place, a.date) < (b.place, b.date)));
            for point in &series.points {
                assert!(point.value.is_finite() && ids.contains(point.source.id.as_str()));
                assert!(indicator.measure != Measure::Rank || point.value >= 1.0);
                assert_eq!(point.place.is_some(), indicator.is_provincial());
                assert!(point.place.is_none_or(|code| data.province(code).is_some()));
            }
        }
    }
    assert_eq!((data.provinces.len(), data.new_provinces.len()), (63, 34));
    let members: Vec<_> = data.new_provinces.iter().flat_map(|p| &p.members).collect();
    assert_eq!(members.len(), 63);
    assert!(data.provinces.iter().all(|p| data.new_province(p.code34).unwrap().members.contains(&p.code)));
    let placed: Vec<&String> = data.topics.iter().flat_map(|t| &t.facts).collect();
    assert_eq!(placed.len(), data.facts.len());
    assert!(data.facts.iter().all(|f| placed.contains(&&f.id) && !f.quote.vi.is_empty()));
    assert!(data.events.is_sorted_by_key(|e| e.date));
}

fn spoil(folder: &Folder, file: &str, dice: &mut Dice) {
    if dice.below(8) == 0 {
        folder.bytes(file, |bytes| {
            let at = dice.below(bytes.len());
            bytes[at] = dice.below(256) as u8;
        });
    } else if file.strip_suffix(".csv").is_some() || dice.below(3) == 0 {
        folder.bytes(file, |bytes| {
            let text = String::from_utf8(std::mem::take(bytes)).unwrap();
            let mut lines: Vec<String> = text.lines().map(Into::into).collect();
            spoil_line(&mut lines, dice);
            *bytes = (lines.join("\n") + "\n").into_bytes();
        });
    } else {
        folder.bytes(file, |bytes| {
            let mut value: Value = serde_json::from_slice(bytes).unwrap();
            let depth = 1 + dice.below(6);
            spoil_value(&mut value, depth, dice);
            *bytes = serde_json::to_vec_pretty(&value).unwrap();
        });
    }
}

fn spoil_line(lines: &mut Vec<String>, dice: &mut Dice) {
    let at = dice.below(lines.len());
    let other = dice.below(lines.len());
    match dice.below(4) {
        0 => _ = lines.remove(at),
        1 => lines.insert(other, lines[at].clone()),
        2 => lines.swap(at, other),
        _ => {
            let mut cells: Vec<&str> = lines[at].split(',').collect();
            let cell = dice.below(cells.len());
            cells[cell] = *dice.pick(ODD);
            lines[at] = cells.join(",");
        }
    }
}

fn spoil_value(value: &mut Value, depth: usize, dice: &mut Dice) {
    match value {
        Value::Object(fields) if !fields.is_empty() => {
            let key = dice.pick(&fields.keys().cloned().collect::<Vec<_>>()).clone();
            match (depth, dice.below(3)) {
                (0, 0) => _ = fields.remove(&key),
                (0, 1) => _ = fields.insert(format!("{key}x"), fields[&key].clone()),
                (0, _) => fields[&key] = odd(dice),
                _ => spoil_value(&mut fields[&key], depth - 1, dice),
            }
        }
        Value::Array(items) if !items.is_empty() => {
            let (at, other) = (dice.below(items.len()), dice.below(items.len()));
            match (depth, dice.below(4)) {
                (0, 0) => _ = items.remove(at),
                (0, 1) => items.insert(other, items[at].clone()),
                (0, 2) => items.swap(at, other),
                (0, _) => items[at] = odd(dice),
                _ => spoil_value(&mut items[at], depth - 1, dice),
            }
        }
        // A reworded text is no fault; a wrong one is.
        Value::String(text) if dice.below(2) == 0 => text.push_str(" nữa"),
        _ => *value = odd(dice),
    }
}

fn odd(dice: &mut Dice) -> Value {
    match dice.below(5) {
        0 => Value::Null,
        1 => (-1.5).into(),
        2 => Value::Array(Vec::new()),
        3 => Value::Object(serde_json::Map::new()),
        _ => (*dice.pick(ODD)).into(),
    }
}

/// Every file, sorted.
fn files() -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![real()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.push(path.strip_prefix(real()).unwrap().to_str().unwrap().to_owned());
            }
        }
    }
    found.sort();
    found
}

/// Chance that repeats itself (`SplitMix64`).
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }
}
