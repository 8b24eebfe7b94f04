//! A belief about one ability, and what can be read off it.

use super::engine::{BANDS, POINTS, STEP, point};
use super::exp::{exp, logistic};

/// A belief about one ability: masses on the grid that sum to 1.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve([f64; POINTS]);

/// An estimate with the range that holds 80 % of the belief.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    pub mean: f64,
    pub low: f64,
    pub high: f64,
    /// The standard deviation.
    pub deviation: f64,
}

impl Curve {
    pub(super) fn new(mass: &[f64; POINTS]) -> Self {
        let total: f64 = mass.iter().sum();
        Self(mass.map(|m| m / total))
    }

    /// The bell curve with this mean and deviation: all that a shared result tells.
    pub(super) fn around(mean: f64, deviation: f64) -> Self {
        Self::new(&std::array::from_fn(|i| {
            let x = (point(i) - mean) / deviation.max(STEP);
            exp(-x * x / 2.0)
        }))
    }

    /// The range that holds 80 %.
    pub fn range(&self) -> Range {
        let (low, high) = (self.quantile(0.1), self.quantile(0.9));
        Range { mean: self.mean(), low, high, deviation: self.deviation() }
    }

    fn expect(&self, value: impl Fn(f64) -> f64) -> f64 {
        self.0.iter().enumerate().map(|(i, mass)| mass * value(point(i))).sum()
    }

    /// The estimate.
    pub fn mean(&self) -> f64 {
        self.expect(|x| x)
    }

    /// The standard deviation.
    pub fn deviation(&self) -> f64 {
        let mean = self.mean();
        self.expect(|x| (x - mean) * (x - mean)).sqrt()
    }

    /// The expected share of questions of difficulty `b` that are known, without luck.
    pub fn share(&self, b: f64) -> f64 {
        self.expect(|x| logistic(x - b))
    }

    /// The ability below which the share `q` of the belief lies.
    pub fn quantile(&self, q: f64) -> f64 {
        let mut left = q;
        for (i, mass) in self.0.iter().enumerate() {
            if left <= *mass {
                return point(i) - STEP / 2.0 + if *mass > 0.0 { STEP * left / mass } else { 0.0 };
            }
            left -= mass;
        }
        point(POINTS - 1) + STEP / 2.0
    }

    /// The mass below an ability; a grid cell that it cuts is shared in proportion.
    pub(super) fn below(&self, cut: f64) -> f64 {
        let part = |i: usize| ((cut - point(i)) / STEP + 0.5).clamp(0.0, 1.0);
        self.0.iter().enumerate().map(|(i, mass)| mass * part(i)).sum()
    }

    /// The probability of each band, given the difficulties of levels 1 to 3.
    pub fn bands(&self, cuts: [f64; BANDS - 1]) -> [f64; BANDS] {
        let [a, b, c] = cuts.map(|cut| self.below(cut));
        [a, b - a, c - b, 1.0 - c]
    }
}
