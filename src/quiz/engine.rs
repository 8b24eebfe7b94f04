//! What the answers say about the person: the posterior of one ability, six area abilities and a tendency to guess.
//!
//! A question of difficulty `b` is known with chance p = 1 ÷ (1 + e^−(η − b)) (Rasch 1960), η being the ability in
//! the question's area. Who does not know it clicks something with chance g and is then lucky with chance c
//! (Birnbaum 1968), or says "chưa biết" with chance 1 − g:
//!
//! - right: p + (1 − p)·g·c
//! - wrong: (1 − p)·g·(1 − c)
//! - "chưa biết": (1 − p)·(1 − g)
//!
//! Prior: θ ~ N(0, 1.2²); area ability η = θ + N(0, 0.45²); g uniform on five values. Estimating g together with θ
//! is what makes an honest "chưa biết" cost nothing against a lucky guess. The estimate is the posterior mean (EAP,
//! Bock & Mislevy 1982) on a grid, its width the posterior's own, never the Fisher information, which promises too
//! much after few questions. Difficulties are the writers' judgement, not calibrated: the page says so.

use super::curve::Curve;
use super::exp::{exp, logistic};
use std::{array::from_fn, f64::consts::LN_2, sync::OnceLock};

/// Areas of the framework.
pub const AREAS: usize = 6;
/// Outcomes for the reader: Khởi đầu, Cơ bản, Trung cấp, Nâng cao.
pub const BANDS: usize = 4;
/// Points of the grid, from −4.5 to 4.5.
pub(super) const POINTS: usize = 61;
pub(super) const STEP: f64 = 0.15;
/// Spread of ability in the prior, and of an area around the whole.
const SPREAD: f64 = 1.2;
const AREA_SPREAD: f64 = 0.45;
/// The guessing tendencies that are weighed against each other.
const GUESSING: [f64; 5] = [0.05, 0.25, 0.5, 0.75, 0.95];

/// How an answered question ended. Part marks do not count: without field data nobody knows what they are worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Right,
    Wrong,
    /// "Tôi chưa biết".
    Unknown,
}

/// One answered question, as the estimate sees it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Evidence {
    /// 0 to 5.
    pub area: usize,
    /// Difficulty in logits.
    pub b: f64,
    /// Chance of full success by blind guessing.
    pub c: f64,
    pub outcome: Outcome,
}

/// What is believed after the answers.
#[derive(Clone, Debug)]
pub struct Posterior {
    /// The overall ability.
    pub overall: Curve,
    /// The mean tendency to click something when not knowing.
    pub guessing: f64,
    parts: Box<Parts>,
}

/// One function of ability per guessing tendency.
type Sheet = [[f64; POINTS]; GUESSING.len()];

/// What the areas are computed from, when somebody asks for them.
#[derive(Clone, Debug)]
struct Parts {
    /// How likely each area's answers are at each ability in that area.
    likely: [Sheet; AREAS],
    /// The same at each overall ability.
    smooth: [Sheet; AREAS],
    /// What luck contributes for each guessing tendency.
    luck: [f64; GUESSING.len()],
}

impl Posterior {
    /// Belief after these answers.
    pub fn of(answers: &[Evidence]) -> Self {
        let mut parts = Parts::blank();
        for answer in answers {
            parts.hear(answer);
        }
        for area in 0..AREAS {
            if answers.iter().any(|answer| answer.area == area) {
                parts.blur(area);
            }
        }
        Self::from(parts)
    }

    /// Belief after one answer more: the same, to the last bit, as if all had been told at once, at a sixth of the
    /// cost.
    #[must_use]
    pub fn then(&self, answer: &Evidence) -> Self {
        let mut parts = self.parts.clone();
        parts.hear(answer);
        parts.blur(answer.area);
        Self::from(parts)
    }

    fn from(parts: Box<Parts>) -> Self {
        let joint = parts.joint(None);
        let by_guessing = joint.map(|row| row.iter().sum::<f64>());
        let total: f64 = by_guessing.iter().sum();
        let guessing = by_guessing.iter().zip(GUESSING).map(|(mass, g)| mass * g).sum::<f64>() / total;
        let mut overall = [0.0; POINTS];
        for row in &joint {
            overall.iter_mut().zip(row).for_each(|(cell, mass)| *cell += mass);
        }
        Self { overall: Curve::new(&overall), guessing, parts }
    }

    /// The ability in each area. Costs as much again as the rest, and only the result asks for it.
    pub fn areas(&self) -> [Curve; AREAS] {
        let mut number = 0..;
        self.parts.likely.each_ref().map(|area| {
            let rest = self.parts.joint(number.next());
            let mut out = [0.0; POINTS];
            for (row, likely) in rest.iter().zip(area) {
                let mut spread = [0.0; POINTS];
                for (mass, weights) in row.iter().zip(kernel()) {
                    spread.iter_mut().zip(weights).for_each(|(cell, w)| *cell += mass * w);
                }
                out.iter_mut().zip(spread).zip(likely).for_each(|((cell, s), l)| *cell += s * l);
            }
            Curve::new(&out)
        })
    }
}

impl Parts {
    /// Nothing heard yet.
    fn blank() -> Box<Self> {
        let mut parts = Box::new(Self {
            likely: [[[1.0; POINTS]; GUESSING.len()]; AREAS],
            smooth: [[[1.0; POINTS]; GUESSING.len()]; AREAS],
            luck: [1.0; GUESSING.len()],
        });
        (0..AREAS).for_each(|area| parts.blur(area));
        parts
    }

    /// Takes in one answer.
    fn hear(&mut self, answer: &Evidence) {
        let Some(area) = self.likely.get_mut(answer.area) else { return };
        let known: [f64; POINTS] = from_fn(|i| logistic(point(i) - answer.b));
        for ((g, row), luck) in GUESSING.iter().zip(area).zip(&mut self.luck) {
            *luck *= match answer.outcome {
                Outcome::Right => 1.0,
                Outcome::Wrong => g * (1.0 - answer.c),
                Outcome::Unknown => 1.0 - g,
            };
            for (cell, p) in row.iter_mut().zip(known) {
                *cell *= match answer.outcome {
                    Outcome::Right => p + (1.0 - p) * g * answer.c,
                    Outcome::Wrong | Outcome::Unknown => 1.0 - p,
                };
            }
        }
    }

    /// From ability in the area to overall ability.
    fn blur(&mut self, area: usize) {
        let Some((out, from)) = self.smooth.get_mut(area).zip(self.likely.get(area)) else { return };
        for (out, row) in out.iter_mut().zip(from) {
            for (cell, weights) in out.iter_mut().zip(kernel()) {
                *cell = weights.iter().zip(row).map(|(w, l)| w * l).sum();
            }
        }
    }

    /// prior × luck × the smoothed areas, leaving one of them out where that one is asked about.
    fn joint(&self, without: Option<usize>) -> Sheet {
        let prior: [f64; POINTS] = from_fn(|i| gauss(point(i) / SPREAD));
        let mut out = self.luck.map(|luck| prior.map(|p| p * luck));
        for (_, area) in self.smooth.iter().enumerate().filter(|(place, _)| Some(*place) != without) {
            for (row, factors) in out.iter_mut().zip(area) {
                row.iter_mut().zip(factors).for_each(|(cell, factor)| *cell *= factor);
            }
        }
        out
    }
}

/// Where a band begins: two of three questions of its level succeed without luck, at b + ln 2.
pub fn cut(b: f64) -> f64 {
    b + LN_2
}

/// The smallest run of neighbouring bands that holds at least 80 % of the belief, the likelier of two equal ones.
pub fn likely_run(bands: &[f64; BANDS]) -> (usize, usize) {
    for width in 1..=BANDS {
        let best = bands
            .windows(width)
            .map(|run| run.iter().sum::<f64>())
            .enumerate()
            .max_by(|a, b| a.1.total_cmp(&b.1))
            .filter(|(_, mass)| *mass >= 0.8);
        if let Some((first, _)) = best {
            return (first, first + width - 1);
        }
    }
    (0, BANDS - 1)
}

/// How much an answer would tell about someone of ability `theta`: the information of a question of difficulty `b`,
/// lucky with chance `luck` when not known.
pub fn information(theta: f64, b: f64, luck: f64) -> f64 {
    let p = logistic(theta - b);
    let right = p + (1.0 - p) * luck;
    let slope = p * (1.0 - p) * (1.0 - luck);
    slope * slope / (right * (1.0 - right))
}

pub(super) fn point(i: usize) -> f64 {
    (i as f64 - (POINTS / 2) as f64) * STEP
}

fn gauss(x: f64) -> f64 {
    exp(-x * x / 2.0)
}

/// How an area's ability spreads around the overall one: one row per overall ability, each summing to 1.
fn kernel() -> &'static [[f64; POINTS]] {
    static KERNEL: OnceLock<Vec<[f64; POINTS]>> = OnceLock::new();
    KERNEL.get_or_init(spread)
}

fn spread() -> Vec<[f64; POINTS]> {
    let weights: [f64; 2 * POINTS - 1] =
        from_fn(|i| gauss((i as f64 - (POINTS - 1) as f64) * STEP / AREA_SPREAD));
    let row = |window: &[f64]| {
        let sum: f64 = window.iter().sum();
        let mut row = [0.0; POINTS];
        row.iter_mut().zip(window).for_each(|(cell, w)| *cell = w / sum);
        row
    };
    weights.windows(POINTS).rev().map(row).collect()
}

#[cfg(test)]
mod tests;
