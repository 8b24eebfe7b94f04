//! `simulate`: the engine, as it is, against people whose ability is known; side by side with the published numbers.

use super::{Outcome, finish, pages, say, stop};
use crate::quiz::answer::shown;
use crate::quiz::bank::{Bank, Item, Kind};
use crate::quiz::trial::{Tally, Test, run as try_out};
use crate::quiz::world::World;
use crate::text::{Locale, number};
use std::{ops::Range, path::Path, thread};

/// A row of the research note's main table: RMSE, right band, within one, κ, "80 %" holds, most shown.
struct Row {
    name: &'static str,
    test: Test,
    published: [Option<f64>; 6],
}

const fn row(
    name: &'static str,
    test: Test,
    rmse: f64,
    right: f64,
    near: f64,
    rest: [Option<f64>; 3],
) -> Row {
    let [kappa, inside, most] = rest;
    Row { name, test, published: [Some(rmse), Some(right), Some(near), kappa, inside, most] }
}

const fn some(kappa: f64, inside: f64, most: f64) -> [Option<f64>; 3] {
    [Some(kappa), Some(inside), Some(most)]
}

const ROWS: [Row; 10] = [
    row("Cố định", Test::Fixed(2), 0.651, 0.563, 0.976, some(0.70, 0.809, 1.0)),
    row("Cố định", Test::Fixed(3), 0.565, 0.614, 0.990, some(0.75, 0.800, 1.0)),
    row("Cố định", Test::Fixed(4), 0.503, 0.657, 0.995, some(0.79, 0.818, 1.0)),
    row("Cố định", Test::Fixed(5), 0.468, 0.681, 0.997, some(0.81, 0.810, 1.0)),
    row("Cố định", Test::Fixed(6), 0.429, 0.710, 0.999, some(0.83, 0.815, 1.0)),
    row("Bốc thăm theo miền", Test::Lots, 0.569, 0.618, 0.988, some(0.76, 0.812, 0.26)),
    row("Thích ứng", Test::Ours(12), 0.600, 0.591, 0.982, some(0.73, 0.810, 0.25)),
    row("Thích ứng (chuẩn)", STANDARD, 0.513, 0.648, 0.993, some(0.78, 0.810, 0.35)),
    row("Thích ứng", Test::Ours(24), 0.458, 0.683, 0.996, some(0.81, 0.811, 0.45)),
    row("Thích ứng", Test::Ours(30), 0.417, 0.711, 0.998, some(0.83, 0.818, 0.54)),
];
/// The columns of measured numbers, wide enough for "65,0 % (64,8 %)".
const COLUMNS: [(&str, usize); 6] =
    [("RMSE", 15), ("Đúng bậc", 17), ("Lệch ≤ 1", 17), ("κ", 13), ("Khoảng 80 %", 17), ("Câu gặp nhiều", 15)];
const STANDARD: Test = Test::Ours(18);
/// The fairness row's published gap, and gate G3.
const GAP: (f64, f64) = (0.03, 0.06);

/// Runs it all; an error where a gate is missed.
pub fn run(root: &Path, banks: usize, takers: usize) -> Outcome<()> {
    if banks == 0 || takers < 100 {
        return Err(stop!("Cần ít nhất 1 ngân hàng và 100 người mỗi ngân hàng"));
    }
    let worlds: Vec<World> = (0..banks as u64).map(World::made_up).collect();
    say(format_args!("{banks} ngân hàng ảo × {} người; ô: đo được (đã công bố)", count(takers)));
    let heads = COLUMNS.map(|(head, width)| format!("{head:<width$}")).concat();
    say(format!("{:<20}{:>4}  {heads}", "Cách hỏi", "Câu").trim_end());
    let mut standard = None;
    for row in &ROWS {
        let (tally, exposure) = all(&worlds, row.test, takers, None);
        print(row, &tally, exposure);
        if row.test == STANDARD {
            standard = Some((tally, exposure));
        }
    }
    let mut missed = Vec::new();
    let mut gate = |name: &str, value: f64, allowed: Range<f64>| {
        let passes = allowed.contains(&value);
        let (low, high) = (fine(allowed.start, 3), fine(allowed.end, 3));
        say(format_args!(
            "  {} {name}: {} (từ {low} đến {high})",
            if passes { "đạt" } else { "HỎNG" },
            fine(value, 4)
        ));
        if !passes {
            missed.push(name.to_owned());
        }
    };
    if let Some((tally, (most, least))) = standard {
        stated(&tally);
        say("Ngưỡng G2, 18 câu thích ứng");
        gate("RMSE", tally.rmse(), 0.0..0.54);
        gate("đúng bậc", tally.within(0), 0.62..1.0);
        gate("lệch không quá một bậc", tally.within(1), 0.985..1.0);
        gate("khoảng 80 % chứa sự thật", tally.inside(), 0.77..0.85);
        gate("câu gặp nhiều nhất", most, 0.0..0.45);
        gate("câu gặp ít nhất", least, 0.01..1.0);
    }
    let bias = |guessing| all(&worlds, STANDARD, takers, Some(guessing)).0.bias();
    let gap = bias(1.0) - bias(0.0);
    say(format_args!(
        "Ngưỡng G3: người luôn đoán hơn người không đoán, cùng năng lực (đã công bố {})",
        fine(GAP.0, 2)
    ));
    gate("chênh lệch logit", gap, -GAP.1..GAP.1);

    let bank = bank(root)?;
    say("Ngưỡng G4: đáp án đứng ở mỗi vị trí, 10.000 lượt xáo, ngân hàng thật");
    for (place, share) in positions(&bank).into_iter().enumerate() {
        gate(&format!("vị trí {}", place + 1), share, 0.23..0.27);
    }
    real(bank, takers);
    if missed.is_empty() { Ok(()) } else { Err(stop!("Ngoài ngưỡng: {}", missed.join(", "))) }
}

/// The real bank: no gates, it may still be small.
fn real(bank: Bank, takers: usize) {
    let questions = bank.items().iter().filter(|i| i.live && !i.practice).count();
    let world = World::around(bank, 0);
    // A bank that is still small asks what it has.
    let test = Test::Ours(STANDARD.count().min(questions));
    let (tally, exposure) = all(&[world], test, takers, None);
    say(format_args!("Ngân hàng thật, {questions} câu (độ khó thật giả định như trên)"));
    print(&Row { name: "Thích ứng", test, published: [None; 6] }, &tally, exposure);
}

fn bank(root: &Path) -> Outcome<Bank> {
    pages::bank(&finish::content(root)?)
}

/// All worlds, on all processors; and the mean over worlds of the most and the least shown question.
fn all(worlds: &[World], test: Test, takers: usize, guessing: Option<f64>) -> (Tally, (f64, f64)) {
    let workers = thread::available_parallelism().map_or(1, usize::from);
    let chunk = takers.div_ceil(workers).max(1);
    let mut total = Tally::new(0);
    let (mut most, mut least) = (0.0, 0.0);
    for (seed, world) in (0..).zip(worlds) {
        let items = world.bank.items().len();
        let tally = thread::scope(|scope| {
            let parts: Vec<_> = (0..takers)
                .step_by(chunk)
                .map(|from| {
                    let range = from..(from + chunk).min(takers);
                    scope.spawn(move || try_out(world, test, seed, range, guessing))
                })
                .collect();
            parts.into_iter().filter_map(|part| part.join().ok()).fold(Tally::new(items), |mut sum, part| {
                sum.add(&part);
                sum
            })
        });
        let (high, low) = tally.exposure();
        most += high / worlds.len() as f64;
        least += low / worlds.len() as f64;
        total.add(&tally);
    }
    (total, (most, least))
}

fn print(row: &Row, tally: &Tally, (most, _): (f64, f64)) {
    let Row { name, test, published } = row;
    let measured = [tally.rmse(), tally.within(0), tally.within(1), tally.kappa(), tally.inside(), most];
    let cells: Vec<String> = measured
        .into_iter()
        .zip(published)
        .zip(COLUMNS)
        .enumerate()
        .map(|(column, ((value, known), (_, width)))| {
            let say = |value: f64| match column {
                0 => fine(value, 3),
                3 => fine(value, 2),
                _ => format!("{} %", fine(value * 100.0, 1)),
            };
            let known = known.map(|k| format!(" ({})", say(k))).unwrap_or_default();
            format!("{:<width$}", say(value) + &known)
        })
        .collect();
    say(format!("{name:<20}{:>4}  {}", test.count(), cells.concat()).trim_end());
}

/// Is the stated probability true?
fn stated(tally: &Tally) {
    say("Xác suất nói ra có đúng không (18 câu): nhóm, tỉ lệ người, nói trung bình, đúng");
    let names = ["dưới 0,5", "0,5–0,6", "0,6–0,7", "0,7–0,8", "0,8–0,9", "trên 0,9"];
    for (name, (share, said, right)) in names.into_iter().zip(tally.stated()) {
        say(format_args!(
            "  {name:<9} {:>3} %   {}   {}",
            fine(share * 100.0, 0),
            fine(said, 2),
            fine(right, 2)
        ));
    }
}

/// The share of 10,000 shuffles of the four-option questions in which the key stands first, second …
fn positions(bank: &Bank) -> [f64; 4] {
    let items: Vec<(&Item, usize)> = (bank.items().iter())
        .filter_map(|item| match &item.kind {
            Kind::Single(choices) if choices.len() == 4 && item.shuffle => {
                choices.iter().position(|c| c.right).map(|key| (item.as_ref(), key))
            }
            _ => None,
        })
        .collect();
    let mut counts = [0_usize; 4];
    for ((item, key), seed) in items.iter().cycle().zip(0..10_000) {
        let place = shown(item, seed).iter().position(|entry| entry == key);
        if let Some(count) = place.and_then(|place| counts.get_mut(place)) {
            *count += 1;
        }
    }
    counts.map(|n| n as f64 / counts.iter().sum::<usize>().max(1) as f64)
}

fn fine(value: f64, decimals: u8) -> String {
    number::format(value, decimals.into(), Locale::Vi)
}

fn count(n: usize) -> String {
    number::format(n as f64, 0, Locale::Vi)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_key_stands_everywhere_equally_often() {
        let bank = bank(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
        let shares = positions(&bank);
        assert!(shares.iter().all(|share| (0.23..0.27).contains(share)), "{shares:?}");
        assert!((shares.iter().sum::<f64>() - 1.0).abs() < 1e-9);
    }

    #[test]
    fn threads_change_nothing() {
        let worlds = [World::made_up(0)];
        let (tally, (most, least)) = all(&worlds, Test::Ours(6), 101, None);
        let alone = try_out(&worlds[0], Test::Ours(6), 0, 0..101, None);
        assert_eq!((tally.takers, tally.within(0).to_bits()), (101, alone.within(0).to_bits()));
        assert!((most, least) == alone.exposure());
    }
}
