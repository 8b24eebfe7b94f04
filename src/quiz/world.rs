//! A made-up world in which the truth is known, to try the engine in (research note §4.4).
//!
//! Its questions are not what their writers think: true difficulty is the level's ± 0.5, they tell people apart more
//! or less sharply, and two in a hundred right answers slip. Its people are N(0, 1), with areas ± 0.45 and a tendency
//! to guess from Beta(1.2, 1.2). The engine knows none of this.

use super::bank::{Bank, Channel, Item, Kind, Level, Message, Verdict};
use super::engine::{AREAS, Evidence, Outcome};
use super::exp::{exp, logistic};
use super::rng::Rng;
use crate::text::Text;
use std::array::from_fn;
use std::sync::Arc;

/// Questions per area and level in a bank of 96.
const BLUEPRINT: [usize; 4] = [4, 5, 4, 3];
/// Share of each type in a hundred, and its chance of blind success.
const TYPES: [(usize, f64); 7] =
    [(44, 0.25), (14, 0.0323), (7, 0.12), (7, 0.5), (10, 0.0083), (10, 0.0625), (8, 0.0083)];
/// The places of the two kinds of message in [`TYPES`].
const MESSAGES: [usize; 2] = [2, 3];
const SLIP: f64 = 0.02;
const MISJUDGED: f64 = 0.5;
const SHARPNESS: f64 = 0.25;
const AREA_SPREAD: f64 = 0.45;

/// A bank and what its questions are really like.
#[derive(Clone, Debug)]
pub struct World {
    pub bank: Bank,
    truths: Vec<Truth>,
}

#[derive(Clone, Copy, Debug)]
struct Truth {
    b: f64,
    a: f64,
}

/// Somebody who takes the test.
#[derive(Clone, Debug)]
pub struct Taker {
    areas: [f64; AREAS],
    guessing: f64,
}

impl World {
    /// A bank of 96 questions, 16 an area.
    pub fn made_up(seed: u64) -> Self {
        let mut rng = Rng::stream(seed, "bank", "");
        let mut items = Vec::new();
        for area in 0..AREAS {
            for (level, count) in (1..=4_u8).zip(BLUEPRINT) {
                for n in 0..count {
                    items.push(Arc::new(question(area, level, n, &mut rng)));
                }
            }
        }
        let level = |n: u8| Level { name: Text::default(), b: difficulty(n) };
        let bank = Bank {
            rev: 0,
            areas: from_fn(|_| Text::default()),
            competences: Vec::new(),
            levels: [level(1), level(2), level(3), level(4)],
            items,
        };
        Self::around(bank, seed)
    }

    /// A world around a bank that exists.
    pub fn around(bank: Bank, seed: u64) -> Self {
        let mut rng = Rng::stream(seed, "truth", "");
        let truth = |item: &Arc<Item>| Truth {
            b: item.b + MISJUDGED * normal(&mut rng),
            a: exp(SHARPNESS * normal(&mut rng)),
        };
        Self { truths: bank.items.iter().map(truth).collect(), bank }
    }

    /// What a person answers to the question at a place.
    pub fn answer(&self, taker: &Taker, place: usize, rng: &mut Rng) -> Option<Evidence> {
        let (item, truth) = (self.bank.item(place)?, self.truths.get(place)?);
        let ability = taker.areas.get(item.area)?;
        let knows = unit(rng) < logistic(truth.a * (ability - truth.b));
        let outcome = if knows {
            if unit(rng) < SLIP { Outcome::Wrong } else { Outcome::Right }
        } else if unit(rng) < taker.guessing {
            if unit(rng) < item.guess { Outcome::Right } else { Outcome::Wrong }
        } else {
            Outcome::Unknown
        };
        Some(Evidence { area: item.area, b: item.b, c: item.guess, outcome })
    }
}

impl Taker {
    /// Somebody; `guessing` sets a tendency instead of drawing it.
    pub fn drawn(rng: &mut Rng, guessing: Option<f64>) -> Self {
        let ability = normal(rng);
        let areas = from_fn(|_| ability + AREA_SPREAD * normal(rng));
        let own = beta(rng);
        Self { areas, guessing: guessing.unwrap_or(own) }
    }

    /// What the test tries to find out: the mean of the six area abilities.
    pub fn truth(&self) -> f64 {
        self.areas.iter().sum::<f64>() / AREAS as f64
    }
}

fn difficulty(level: u8) -> f64 {
    f64::from(level) - 2.5
}

fn question(area: usize, level: u8, n: usize, rng: &mut Rng) -> Item {
    let mut left = rng.below(TYPES.iter().map(|t| t.0).sum());
    let mut kind = 0;
    for (place, (share, _)) in TYPES.iter().enumerate() {
        kind = place;
        if left < *share {
            break;
        }
        left -= share;
    }
    let message = || Message {
        channel: Channel::Sms,
        sender: Text::default(),
        parts: Vec::new(),
        verdict: Verdict::Scam,
        why: Text::default(),
        min_hits: 0,
        max_false: 0,
    };
    Item {
        id: [area, usize::from(level), n].map(|part| part.to_string()).join("-"),
        live: true,
        practice: false,
        until: None,
        area,
        competence: String::new(),
        level,
        b: difficulty(level),
        guess: TYPES.get(kind).map_or(0.25, |t| t.1),
        enemies: Vec::new(),
        stem: Text::default(),
        kind: if MESSAGES.contains(&kind) { Kind::Spot(message()) } else { Kind::Single(Vec::new()) },
        shuffle: true,
        summary: Text::default(),
        takeaway: Text::default(),
        reference: Vec::new(),
        more: None,
    }
}

/// Evenly from 0 to 1, without 1.
fn unit(rng: &mut Rng) -> f64 {
    (rng.bits() >> 11) as f64 / (1_u64 << 53) as f64
}

/// From the normal curve (Marsaglia's polar method).
fn normal(rng: &mut Rng) -> f64 {
    loop {
        let (x, y) = (2.0 * unit(rng) - 1.0, 2.0 * unit(rng) - 1.0);
        let s = x * x + y * y;
        if s > 0.0 && s < 1.0 {
            return x * (-2.0 * s.ln() / s).sqrt();
        }
    }
}

/// From Beta(1.2, 1.2), by rejection: its density is (4x(1−x))^0.2 of its peak.
fn beta(rng: &mut Rng) -> f64 {
    loop {
        let (x, u) = (unit(rng), unit(rng));
        if u * u * u * u * u <= 4.0 * x * (1.0 - x) {
            return x;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Mean and standard deviation of many draws.
    fn moments(mut draw: impl FnMut(&mut Rng) -> f64) -> (f64, f64) {
        let mut rng = Rng::stream(5, "moments", "");
        let all: Vec<f64> = (0..40_000).map(|_| draw(&mut rng)).collect();
        let mean = all.iter().sum::<f64>() / all.len() as f64;
        let variance = all.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / all.len() as f64;
        (mean, variance.sqrt())
    }

    #[test]
    fn the_draws_have_the_moments_they_should() {
        for (got, want) in [
            (moments(unit), (0.5, (1.0_f64 / 12.0).sqrt())),
            (moments(normal), (0.0, 1.0)),
            // Beta(1.2, 1.2): variance 1 ÷ (4 · 3.4).
            (moments(beta), (0.5, (1.0_f64 / 13.6).sqrt())),
        ] {
            assert!((got.0 - want.0).abs() < 0.015 && (got.1 - want.1).abs() < 0.015, "{got:?} {want:?}");
        }
    }

    #[test]
    fn the_bank_follows_the_blueprint_and_its_seed() {
        let world = World::made_up(1);
        assert_eq!(world.bank.items().len(), 96);
        for area in 0..AREAS {
            let levels: Vec<u8> =
                world.bank.items().iter().filter(|i| i.area == area).map(|i| i.level).collect();
            assert_eq!(levels, [1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4]);
        }
        assert_eq!(world.bank, World::made_up(1).bank);
        assert_ne!(world.bank, World::made_up(2).bank);
    }

    #[test]
    fn who_never_guesses_is_never_lucky() {
        let world = World::made_up(3);
        let mut rng = Rng::stream(1, "t", "");
        let taker = Taker { areas: [-9.0; AREAS], guessing: 0.0 };
        let all: Vec<Outcome> =
            (0..96).map(|place| world.answer(&taker, place, &mut rng).unwrap().outcome).collect();
        assert!(all.iter().filter(|o| **o == Outcome::Unknown).count() > 90, "{all:?}");
    }
}
