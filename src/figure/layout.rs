//! Where things go: round axis numbers, and labels that do not collide.

use super::Chart;
use crate::scene::svg::num;
use crate::scene::{Anchor, Mark, Role, Shape, metrics};
use crate::text::number;
use plotters::coord::ranged1d::{KeyPointHint, NoDefaultFormatting, Ranged, ValueFormatter};
use std::ops::Range;

/// A straight axis with ticks of our choosing; it may run backwards, as rank axes do.
#[derive(Clone, Debug)]
pub(super) struct Axis {
    pub(super) from: f64,
    pub(super) to: f64,
    pub(super) ticks: Vec<f64>,
    log: bool,
}

impl Axis {
    /// An axis from the first end (left or bottom) to the other.
    pub(super) fn new(from: f64, to: f64, ticks: Vec<f64>) -> Self {
        Self { from, to, ticks, log: false }
    }

    /// The value axis of a chart whose values run from `low` to `high`: round ticks, small numbers on top for ranks,
    /// from zero unless the chart says otherwise.
    pub(super) fn of_values(chart: &Chart, low: f64, high: f64, count: usize) -> Self {
        if !chart.value_words.is_empty() {
            return Self::new(0.0, 1.0, chart.value_words.iter().map(|(v, _)| *v).collect());
        }
        if chart.inverted {
            let pad = ((high - low) * 0.08).max(2.0);
            let mut steps = ticks((low - pad).max(1.0), high + pad, count);
            steps.retain(|v| *v >= 1.0);
            let steps = readable(chart, steps);
            let (first, last) = ends(&steps);
            let pad = ((high - low) * 0.1).max(1.0);
            return Self::new(last.max(high + pad), first.min(low - pad), steps);
        }
        if chart.log && low > 0.0 {
            let (from, to) = (low * 0.9, high * 1.15);
            let powers = log_ticks(from, to);
            // Values close together have no two powers between them.
            let steps = if powers.len() > 1 { powers } else { ticks(from, to, count) };
            return Self { from, to, ticks: readable(chart, steps), log: true };
        }
        let (low, high) = if low < high { (low, high) } else { (low.min(0.0), high.max(0.0)) };
        let high = if low < high { high } else { high + 1.0 };
        if !chart.from_zero && low > 0.0 {
            let pad = (high - low) * 0.06;
            let steps = readable(chart, ticks(low - pad, high + pad, count));
            let (first, last) = ends(&steps);
            return Self::new(first.min(low - pad), last.max(high + pad), steps);
        }
        let steps = readable(chart, ticks(low.min(0.0) * 1.02, high.max(0.0) * 1.02, count));
        let (first, last) = ends(&steps);
        Self::new(first.min(low.min(0.0) * 1.04), last.max(high.max(0.0) * 1.04), steps)
    }

    /// With only so many ticks that they stand apart by `least` on an axis of this length.
    pub(super) fn thinned(mut self, length: f64, least: f64) -> Self {
        let mut last: Option<f64> = None;
        let shares: Vec<f64> = self.ticks.iter().map(|v| self.share(*v) * length).collect();
        let mut at = shares.iter();
        self.ticks.retain(|_| {
            let here = at.next().copied().unwrap_or_default();
            let free = last.is_none_or(|last| (here - last).abs() >= least);
            if free {
                last = Some(here);
            }
            free
        });
        self
    }

    /// The share of the axis at which a value stands.
    pub(super) fn share(&self, value: f64) -> f64 {
        let place = |v: f64| if self.log { v.max(f64::MIN_POSITIVE).ln() } else { v };
        let (from, to) = (place(self.from), place(self.to));
        if (to - from).abs() < f64::EPSILON { 0.5 } else { (place(value) - from) / (to - from) }
    }

    /// The room that its words take, with a little air.
    pub(super) fn room(&self, chart: &Chart, size: f64) -> f64 {
        let widest = |v: &f64| metrics::width(&axis_word(chart, *v), size, Role::Tick.weight());
        self.ticks.iter().map(widest).fold(0.0, f64::max) + 10.0
    }
}

/// What stands at a tick of the value axis: with as many decimals as values have, and more only where the tick would
/// read as another number.
pub(super) fn axis_word(chart: &Chart, value: f64) -> String {
    let named = chart.value_words.iter().find(|(v, _)| (v - value).abs() < 1e-9);
    let digits = (chart.decimals..9).find(|digits| reads(value, *digits)).unwrap_or(9);
    named.map_or_else(|| number::short(value, digits, chart.locale), |(_, word)| word.clone())
}

/// Whether a number written with so many decimals is still that number.
fn reads(value: f64, decimals: usize) -> bool {
    let scaled = value * 10_f64.powi(decimals as i32);
    (scaled - scaled.round()).abs() < 1e-6
}

/// The ticks that need no more decimals than the values have, if they are enough to read by.
pub(super) fn readable(chart: &Chart, ticks: Vec<f64>) -> Vec<f64> {
    let short: Vec<f64> = ticks.iter().copied().filter(|v| reads(*v, chart.decimals)).collect();
    if short.len() > 1 { short } else { ticks }
}

fn ends(list: &[f64]) -> (f64, f64) {
    let fold = |start: f64, pick: fn(f64, f64) -> f64| list.iter().copied().fold(start, pick);
    if list.is_empty() {
        (0.0, 0.0)
    } else {
        (fold(f64::INFINITY, f64::min), fold(f64::NEG_INFINITY, f64::max))
    }
}

/// 1, 2, 5, 10, 20 … between two positive numbers; only powers of ten where those would be too many.
fn log_ticks(from: f64, to: f64) -> Vec<f64> {
    let mut power = 1.0;
    while power > from {
        power /= 10.0;
    }
    while power * 10.0 <= from {
        power *= 10.0;
    }
    let mut out = Vec::new();
    while power <= to {
        out.extend([power, 2.0 * power, 5.0 * power].into_iter().filter(|v| *v >= from && *v <= to));
        power *= 10.0;
    }
    if out.len() > 7 {
        let tens: Vec<f64> = out.iter().copied().filter(|v| is_power(*v)).collect();
        if tens.len() > 1 {
            return tens;
        }
    }
    out
}

fn is_power(value: f64) -> bool {
    let mut v = value;
    while v >= 9.999 {
        v /= 10.0;
    }
    while v < 0.9999 {
        v *= 10.0;
    }
    (v - 1.0).abs() < 1e-6
}

impl Ranged for Axis {
    type FormatOption = NoDefaultFormatting;
    type ValueType = f64;

    fn map(&self, value: &f64, limit: (i32, i32)) -> i32 {
        // Nothing is drawn beyond the picture, however far off it is asked for.
        let share = self.share(*value).clamp(-1.0, 2.0);
        limit.0 + (f64::from(limit.1 - limit.0) * share).round() as i32
    }

    fn key_points<Hint: KeyPointHint>(&self, _: Hint) -> Vec<f64> {
        self.ticks.clone()
    }

    fn range(&self) -> Range<f64> {
        self.from..self.to
    }
}

/// Words of axes are written by the charts themselves; plotters' own way would bring the printing of floats along.
impl ValueFormatter<f64> for Axis {
    fn format(value: &f64) -> String {
        num(*value)
    }
}

/// Round numbers that cover a range with about `count` steps: 0, 20, 40 …
pub(super) fn ticks(low: f64, high: f64, count: usize) -> Vec<f64> {
    if !(low.is_finite() && high.is_finite()) || high <= low {
        return vec![low];
    }
    let rough = (high - low) / count.max(1) as f64;
    // Powers of ten by multiplication: `powf` differs between platforms in the last bit.
    let mut power = 1.0;
    while power * 10.0 <= rough {
        power *= 10.0;
    }
    while power > rough {
        power /= 10.0;
    }
    let steps = [10.0, 5.0, 2.0, 1.0, 0.5, 0.2, 0.1];
    let fitting = steps.iter().rposition(|s| s * power >= rough).unwrap_or(0);
    // From one number alone no other can be read: then the next finer step.
    let mut out = Vec::new();
    for step in steps.iter().skip(fitting).map(|s| s * power) {
        let (from, to) = ((low / step - 1e-9).ceil() as i64, (high / step + 1e-9).floor() as i64);
        out = (from..=to).map(|i| i as f64 * step).collect();
        if out.len() > 1 {
            break;
        }
    }
    out
}

/// The years that any series has a value in, ascending.
pub(super) fn years(chart: &Chart) -> Vec<i16> {
    let all = || chart.series.iter().flat_map(|s| &s.data).map(|d| d.date.year());
    let (Some(first), Some(last)) = (all().min(), all().max()) else { return Vec::new() };
    let place = |year: i16| usize::from(year.abs_diff(first));
    let mut has = vec![false; place(last) + 1];
    for year in all() {
        if let Some(here) = has.get_mut(place(year)) {
            *here = true;
        }
    }
    (first..=last).filter(|year| has.get(place(*year)).copied().unwrap_or(false)).collect()
}

/// Years for a time axis: the first, the last, and about as many between as there is `room` for, none nearer to
/// another than `least` years.
pub(super) fn year_ticks(years: &[i16], room: usize, least: f64) -> Vec<i16> {
    let (Some(first), Some(last)) = (years.first().copied(), years.last().copied()) else {
        return Vec::new();
    };
    let span = last - first;
    let step = [1, 2, 4, 5, 10, 20]
        .into_iter()
        .find(|s| usize::try_from(span / s).unwrap_or(0) < room)
        .unwrap_or(20);
    let mut out = vec![first];
    let mut year = first - first.rem_euclid(step) + step;
    while year < last {
        let far = |from: i16, to: i16| to - from >= (step + 1) / 2 && f64::from(to - from) >= least;
        let before = out.last().copied().unwrap_or(first);
        if far(before, year) && far(year, last) {
            out.push(year);
        }
        year += step;
    }
    if last > first {
        out.push(last);
    }
    out
}

/// A box that a label covers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Area {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

impl Area {
    /// The box of a text mark.
    pub(super) fn of(mark: &Mark) -> Option<Self> {
        let Shape::Text { at: (x, y), text, size, weight, anchor } = &mark.shape else { return None };
        let width = metrics::width(text, *size, *weight);
        let left = match anchor {
            Anchor::Start => *x,
            Anchor::Middle => x - width / 2.0,
            Anchor::End => x - width,
        };
        Some(Self { left, top: y - size * 0.8, right: left + width, bottom: y + size * 0.22 })
    }

    /// The box of a bar.
    pub(super) fn of_bar(mark: &Mark) -> Option<Self> {
        match mark.shape {
            Shape::Rect(x, y, w, h) => Some(Self { left: x, top: y, right: x + w, bottom: y + h }),
            _ => None,
        }
    }

    /// Small boxes along a straight line.
    pub(super) fn along((x0, y0): (f64, f64), (x1, y1): (f64, f64), out: &mut Vec<Self>) {
        let steps = ((x1 - x0).abs().max((y1 - y0).abs()) / 4.0).ceil().max(1.0);
        for i in 0..=steps as usize {
            let t = i as f64 / steps;
            out.push(Self::around(x0 + (x1 - x0) * t, y0 + (y1 - y0) * t, 1.0));
        }
    }

    /// A box around a point.
    pub(super) fn around(x: f64, y: f64, r: f64) -> Self {
        Self { left: x - r, top: y - r, right: x + r, bottom: y + r }
    }

    fn wider(self, by: f64) -> Self {
        Self { left: self.left - by, right: self.right + by, ..self }
    }

    fn meets(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    fn inside(&self, width: f64, height: f64) -> bool {
        self.left >= 0.0 && self.right <= width && self.top >= 0.0 && self.bottom <= height
    }
}

/// What labels have to keep clear of.
pub(super) struct Room {
    size: (f64, f64),
    /// Words, points, bars: nothing may cover them.
    pub(super) taken: Vec<Area>,
    /// Lines: a word on them is hard to read, but better than none where it matters.
    pub(super) lines: Vec<Area>,
}

impl Room {
    /// The room in a picture whose marks so far are these.
    pub(super) fn new(size: (f64, f64), marks: &[Mark]) -> Self {
        Self { size, taken: marks.iter().filter_map(Area::of).collect(), lines: Vec::new() }
    }

    /// The room in a row of its own.
    pub(super) fn row(size: (f64, f64)) -> Self {
        Self { size, taken: Vec::new(), lines: Vec::new() }
    }

    /// Puts a label at the first of several places where it stands free and inside the picture. A word that must be
    /// there may at last lie on a line; others are left out.
    pub(super) fn place(&mut self, marks: &mut Vec<Mark>, must: bool, candidates: &[Mark]) -> bool {
        let meets = |list: &[Area], area: &Area| list.iter().any(|other| other.meets(area));
        for on_lines in [false, true].into_iter().take(if must { 2 } else { 1 }) {
            for mark in candidates {
                // Numbers side by side need a gap, or they read as one.
                let Some(area) = Area::of(mark).map(|a| a.wider(2.0)) else { continue };
                if area.inside(self.size.0, self.size.1)
                    && !meets(&self.taken, &area)
                    && (on_lines || !meets(&self.lines, &area))
                {
                    self.taken.push(area);
                    marks.push(mark.clone());
                    return true;
                }
            }
        }
        false
    }
}

/// A text mark in the weight of its role.
pub(super) fn text(
    role: Role,
    tone: u8,
    at: (f64, f64),
    text: impl Into<String>,
    size: f64,
    anchor: Anchor,
) -> Mark {
    let quarter = |v: f64| (v * 4.0).round() / 4.0;
    let at = (quarter(at.0), quarter(at.1));
    Mark::new(role, tone, Shape::Text { at, text: text.into(), size, weight: role.weight(), anchor })
}

/// Axis words under the picture need a little air, or the first year touches the zero of the other axis.
pub(super) fn lower_foot(marks: &mut [Mark], by: f64) {
    for mark in marks.iter_mut().filter(|m| m.role == Role::Tick) {
        if let Shape::Text { at, anchor: Anchor::Middle, .. } = &mut mark.shape {
            at.1 += by;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_inside() {
        assert_eq!(ticks(0.0, 93.0, 5), [0.0, 20.0, 40.0, 60.0, 80.0]);
        assert_eq!(ticks(0.0, 0.8, 4), [0.0, 0.2, 0.4, 3.0 * 0.2, 0.8]);
        assert_eq!(ticks(65.0, 115.0, 5), [70.0, 80.0, 90.0, 100.0, 110.0]);
        assert_eq!(ticks(3.0, 3.0, 5), [3.0]);
    }

    #[test]
    fn the_time_axis_names_both_ends() {
        let years: Vec<i16> = (2003..=2024).collect();
        assert_eq!(year_ticks(&years, 6, 0.0), [2003, 2008, 2012, 2016, 2020, 2024]);
        assert_eq!(year_ticks(&[2021, 2022, 2024], 6, 0.0), [2021, 2022, 2023, 2024]);
        assert_eq!(year_ticks(&[2024], 6, 0.0), [2024]);
        // Where a word needs the room of a year and a half, the neighbours of the ends are left out.
        assert_eq!(year_ticks(&[2021, 2022, 2023, 2024, 2025], 6, 1.5), [2021, 2023, 2025]);
    }
}
