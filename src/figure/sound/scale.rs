//! The scales of a chart, to be heard: values as pitch, dates as time, places from left to right.

use super::{CLOSEST_MS, LOWEST_HZ};
use crate::figure::{Chart, Datum, Heads};
use crate::text::sort;

/// Milliseconds between one series and the next.
pub(super) const BETWEEN_MS: u32 = 1800;
/// Milliseconds that the tones of a melody should take together, if they can.
const WHOLE_MS: u32 = 20_000;

/// The value axis.
pub(super) struct Pitch {
    least: f64,
    most: f64,
    inverted: bool,
    log: bool,
}

impl Pitch {
    /// The axis on which a part of a chart stands: that of the chart, or of all panels with the same unit.
    pub(super) fn of(chart: &Chart, part: &Chart) -> Self {
        let (mut least, mut most) = (f64::INFINITY, f64::NEG_INFINITY);
        let mut take = |of: &Chart| {
            for datum in of.series.iter().flat_map(|s| &s.data) {
                (least, most) = (least.min(datum.value), most.max(datum.value));
            }
        };
        for panel in chart.panels.iter().filter(|p| p.measure == part.measure && p.unit == part.unit) {
            take(panel);
        }
        take(part);
        // As the picture does it.
        let log = part.log && !part.inverted && least > 0.0;
        Self { least, most, inverted: part.inverted, log }
    }

    /// Equal steps of the axis are equal steps to the ear; what stands on top sounds high.
    pub(super) fn of_value(&self, value: f64) -> f64 {
        let place = |v: f64| if self.log { v.ln() } else { v };
        let (least, most) = (place(self.least), place(self.most));
        let share = if most > least { (place(value) - least) / (most - least) } else { 0.5 };
        LOWEST_HZ * four_to_the(if self.inverted { 1.0 - share } else { share })
    }
}

/// 4 to the power of `x` between 0 and 1, exact at both ends. `powf` would cost the wasm some kilobytes.
fn four_to_the(x: f64) -> f64 {
    if x >= 0.5 {
        return if x >= 1.0 { 4.0 } else { 2.0 * four_to_the(x - 0.5) };
    }
    let r = x * (2.0 * std::f64::consts::LN_2);
    (1..=16_u8).rev().fold(1.0, |sum, n| 1.0 + r / f64::from(n) * sum)
}

/// The time axis. Provinces in a row, and data of one date, have none: they follow at equal distance.
pub(super) struct Time {
    row: bool,
    first: f64,
    last: f64,
    /// The usual distance of neighbours, in years.
    usual: f64,
    /// The same in milliseconds.
    pub(super) beat: u32,
    /// Milliseconds from the last tone of a series to the first of the next.
    between: u32,
}

impl Time {
    pub(super) fn of(chart: &Chart, chosen: Option<usize>) -> Self {
        let (mut first, mut last) = (f64::INFINITY, f64::NEG_INFINITY);
        let mut steps = Vec::new();
        let (mut tones, mut series) = (0, 0);
        for (s, of) in chart.series.iter().enumerate() {
            let mut before = f64::INFINITY;
            for datum in &of.data {
                let year = datum.date.as_year();
                (first, last) = (first.min(year), last.max(year));
                if year > before {
                    steps.push(year - before);
                }
                before = year;
            }
            if chosen.is_none_or(|c| c == s) && !of.data.is_empty() {
                (tones, series) = (tones + of.data.len() as u32, series + 1);
            }
        }
        sort::by(&mut steps, f64::total_cmp);
        let beat = (WHOLE_MS / tones.max(1)).clamp(300, 600);
        Self {
            row: chart.heads == Heads::Places || last <= first,
            first,
            last,
            usual: steps.get(steps.len() / 2).copied().unwrap_or(1.0),
            beat,
            between: (WHOLE_MS / series.max(1)).clamp(beat * 2, BETWEEN_MS),
        }
    }

    /// From a datum to the next one of its series of `count`, or to the next series.
    pub(super) fn wait(&self, datum: &Datum, next: Option<&Datum>, count: usize) -> u32 {
        match next {
            _ if self.row && count == 1 => self.beat,
            None => self.between,
            Some(_) if self.row => self.beat,
            Some(next) => {
                // A gap is heard as a pause; three beats are as long as a very long one.
                let beats = ((next.date.as_year() - datum.date.as_year()) / self.usual).clamp(0.0, 3.0);
                ((beats * f64::from(self.beat)).round() as u32).max(CLOSEST_MS)
            }
        }
    }

    /// Where a datum stands between left and right.
    pub(super) fn side(&self, datum: &Datum, i: usize, count: usize) -> f64 {
        let share = if !self.row {
            (datum.date.as_year() - self.first) / (self.last - self.first)
        } else if count > 1 {
            i as f64 / (count - 1) as f64
        } else {
            0.5
        };
        1.4 * share - 0.7
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_power_is_right() {
        for i in 0..=1000 {
            let x = f64::from(i) / 1000.0;
            assert!((four_to_the(x) - 4_f64.powf(x)).abs() < 1e-12, "{x}");
        }
        assert!((four_to_the(1.0) - 4.0).abs() < f64::EPSILON);
    }
}
