//! Properties of the choice over many seeds and answers, on the samples and on a made-up bank of 96.

use super::*;
use crate::quiz::engine::{Evidence, Outcome};
use crate::quiz::fixture;
use std::collections::BTreeSet;
use std::sync::Arc;

/// 16 questions per area, 4/5/4/3 over the levels, as the blueprint wants them; every fourth a message.
fn large() -> Bank {
    let mut bank = fixture::bank();
    let single = bank.item(bank.find("gq-5.2-2-01").unwrap()).unwrap().clone();
    let spot = bank.item(bank.find("at-4.2-1-01").unwrap()).unwrap().clone();
    bank.items.clear();
    for area in 0..AREAS {
        for (n, level) in [1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4].into_iter().enumerate() {
            let mut item = Item::clone(if n % 4 == 0 { &spot } else { &single });
            item.id = format!("{area}-{n}");
            item.area = area;
            item.level = level;
            item.b = f64::from(level) - 2.5;
            bank.items.push(Arc::new(item));
        }
    }
    bank
}

/// A whole session of somebody whose success depends on the seed.
fn play(bank: &Bank, count: usize, comfort: Comfort, seed: u64) -> Vec<usize> {
    let mut luck = Rng::stream(seed, "person", "");
    let (mut asked, mut evidence) = (Vec::new(), Vec::new());
    for _ in 0..count {
        let Some(place) = next(bank, &Draw::plain(comfort, seed), &asked, &Posterior::of(&evidence)) else {
            break;
        };
        let item = bank.item(place).unwrap();
        let outcome = [Outcome::Right, Outcome::Wrong, Outcome::Right, Outcome::Unknown][luck.below(4)];
        evidence.push(Evidence { area: item.area, b: item.b, c: item.guess, outcome });
        asked.push(place);
    }
    asked
}

#[test]
fn the_samples_are_all_asked_once_and_in_balance() {
    let bank = fixture::bank();
    assert_eq!(length(&bank, 18), 12);
    for seed in 0..40 {
        let asked = play(&bank, 18, Comfort::Daily, seed);
        assert_eq!(asked.iter().collect::<BTreeSet<_>>().len(), 12, "{asked:?}");
        let areas: Vec<usize> = asked.iter().map(|p| bank.item(*p).unwrap().area).collect();
        assert_eq!(areas[..6].iter().collect::<BTreeSet<_>>().len(), 6, "{areas:?}");
        assert!(areas.windows(2).all(|two| two[0] != two[1]), "{areas:?}");
    }
}

#[test]
fn a_large_bank_gives_three_questions_per_area_without_repeats() {
    let bank = large();
    for seed in 0..60 {
        let asked = play(&bank, 18, Comfort::New, seed);
        assert_eq!(asked.iter().collect::<BTreeSet<_>>().len(), 18);
        let items: Vec<&Item> = asked.iter().map(|p| bank.item(*p).unwrap().as_ref()).collect();
        assert_eq!(items[0].level, 1, "the first question of somebody new is easy");
        assert!((0..AREAS).all(|a| items.iter().filter(|i| i.area == a).count() == 3));
        assert!(items.windows(2).all(|two| two[0].area != two[1].area));
        let spot = |i: &Item| matches!(i.kind, Kind::Spot(_));
        assert!(!items.windows(3).any(|three| three.iter().all(|i| spot(i))), "no third message in a row");
    }
}

#[test]
fn the_same_seed_and_answers_give_the_same_questions() {
    let bank = large();
    for seed in [0, 1, u64::MAX] {
        assert_eq!(play(&bank, 18, Comfort::Daily, seed), play(&bank, 18, Comfort::Daily, seed));
    }
    let starts: BTreeSet<usize> = (0..50).map(|seed| play(&bank, 1, Comfort::Daily, seed)[0]).collect();
    assert!(starts.len() > 10, "different seeds start differently");
}

#[test]
fn levels_follow_the_estimate() {
    let bank = large();
    let level = |outcome: Outcome| {
        let evidence: Vec<Evidence> =
            (0..6).map(|area| Evidence { area, b: -0.5, c: 0.05, outcome }).collect();
        let asked: Vec<usize> = (0..6).map(|area| area * 16 + 4).collect();
        let place = next(&bank, &Draw::plain(Comfort::Daily, 7), &asked, &Posterior::of(&evidence)).unwrap();
        bank.item(place).unwrap().level
    };
    assert!(level(Outcome::Right) >= 3 && level(Outcome::Wrong) == 1);
}

#[test]
fn enemies_do_not_meet() {
    let mut bank = fixture::bank();
    let edit = |bank: &mut Bank, place: usize, enemy: &str| {
        let mut item = Item::clone(&bank.items[place]);
        item.enemies = vec![enemy.into()];
        bank.items[place] = Arc::new(item);
    };
    edit(&mut bank, 0, "ai-6.1-2-01");
    assert_eq!(length(&bank, 18), 11);
    let other = bank.find("ai-6.1-2-01").unwrap();
    for seed in 0..40 {
        let asked = play(&bank, 11, Comfort::Daily, seed);
        assert!(!(asked.contains(&0) && asked.contains(&other)), "{asked:?}");
    }
}

/// A session of nothing but right answers with rules of its own.
fn draw_all(bank: &Bank, draw: &Draw<'_>, count: usize) -> Vec<usize> {
    let (mut asked, mut belief) = (Vec::new(), Posterior::of(&[]));
    while asked.len() < count {
        let Some(place) = next(bank, draw, &asked, &belief) else { break };
        let item = bank.item(place).unwrap();
        belief =
            belief.then(&Evidence { area: item.area, b: item.b, c: item.guess, outcome: Outcome::Right });
        asked.push(place);
    }
    asked
}

#[test]
fn what_the_device_has_shown_does_not_come_again() {
    let bank = large();
    let mut seen = Vec::new();
    for seed in 0..5 {
        let draw = Draw { seen: &seen, ..Draw::plain(Comfort::Daily, seed) };
        let asked = draw_all(&bank, &draw, 18);
        assert_eq!(asked.len(), 18);
        assert!(asked.iter().all(|place| !seen.contains(place)), "session {seed}");
        seen.extend(asked);
    }
    // 90 of 96 are gone: the announced length is kept all the same, with the six unseen ones among them.
    let draw = Draw { seen: &seen, ..Draw::plain(Comfort::Daily, 9) };
    let asked = draw_all(&bank, &draw, 18);
    assert_eq!((asked.len(), asked.iter().filter(|p| !seen.contains(p)).count()), (18, 6));
}

#[test]
fn an_area_a_practice_and_a_date_limit_what_is_drawn() {
    let mut bank = large();
    for place in 0..32 {
        let mut item = Item::clone(&bank.items[place]);
        item.practice = place % 2 == 0;
        item.until = Date::parse(if place % 3 == 0 { "2026-01-31" } else { "2027-01-31" });
        bank.items[place] = Arc::new(item);
    }
    let today = Date::parse("2026-02-01");
    let with = |pool, today| Draw { pool, today, ..Draw::plain(Comfort::Daily, 3) };
    let area = draw_all(&bank, &with(Pool::Area(1), today), 9);
    assert!(area.iter().all(|p| (16..32).contains(p) && p % 2 == 1 && p % 3 != 0), "{area:?}");
    assert_eq!(area.len(), room(&bank, &with(Pool::Area(1), today), &[], 99));
    let practice = draw_all(&bank, &with(Pool::Practice, None), 99);
    assert_eq!(practice.iter().collect::<BTreeSet<_>>().len(), 16);
    assert!(practice.iter().all(|p| p % 2 == 0 && *p < 32));
    assert_eq!(room(&bank, &with(Pool::Practice, today), &[], 99), 10);
    assert_eq!(length(&bank, 99), 80);
}
