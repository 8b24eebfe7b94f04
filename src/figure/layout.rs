//! Where things go: round axis numbers, and labels that do not collide.

use crate::scene::{Anchor, Mark, Role, Shape, metrics};
use plotters::coord::ranged1d::{DefaultFormatting, KeyPointHint, Ranged};
use std::ops::Range;

/// A straight axis with ticks of our choosing; it may run backwards, as rank axes do.
#[derive(Clone, Debug)]
pub(super) struct Axis {
    from: f64,
    to: f64,
    ticks: Vec<f64>,
}

impl Axis {
    /// An axis from the first end (left or bottom) to the other.
    pub(super) fn new(from: f64, to: f64, ticks: Vec<f64>) -> Self {
        Self { from, to, ticks }
    }
}

impl Ranged for Axis {
    type FormatOption = DefaultFormatting;
    type ValueType = f64;

    fn map(&self, value: &f64, limit: (i32, i32)) -> i32 {
        let share = if (self.to - self.from).abs() < f64::EPSILON {
            0.5
        } else {
            (value - self.from) / (self.to - self.from)
        };
        limit.0 + (f64::from(limit.1 - limit.0) * share).round() as i32
    }

    fn key_points<Hint: KeyPointHint>(&self, _: Hint) -> Vec<f64> {
        self.ticks.clone()
    }

    fn range(&self) -> Range<f64> {
        self.from..self.to
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
    let step = [1.0, 2.0, 5.0, 10.0].into_iter().find(|s| s * power >= rough).unwrap_or(10.0) * power;
    let (from, to) = ((low / step - 1e-9).ceil() as i64, (high / step + 1e-9).floor() as i64);
    (from..=to).map(|i| i as f64 * step).collect()
}

/// Years for a time axis: the first, the last, and as many between as have room, none too near an end.
pub(super) fn year_ticks(years: &[i16], room: usize) -> Vec<i16> {
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
        if year - first >= (step + 1) / 2 && last - year >= (step + 1) / 2 {
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

    /// A box around a point.
    pub(super) fn around(x: f64, y: f64, r: f64) -> Self {
        Self { left: x - r, top: y - r, right: x + r, bottom: y + r }
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

/// Puts a label at the first of several places where it stands free and inside the picture; drops it otherwise.
pub(super) fn place(
    marks: &mut Vec<Mark>,
    taken: &mut Vec<Area>,
    (width, height): (f64, f64),
    candidates: impl IntoIterator<Item = Mark>,
) -> bool {
    for mark in candidates {
        let Some(area) = Area::of(&mark) else { continue };
        if area.inside(width, height) && !taken.iter().any(|other| other.meets(&area)) {
            taken.push(area);
            marks.push(mark);
            return true;
        }
    }
    false
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
        assert_eq!(year_ticks(&years, 6), [2003, 2008, 2012, 2016, 2020, 2024]);
        assert_eq!(year_ticks(&[2021, 2022, 2024], 6), [2021, 2022, 2023, 2024]);
        assert_eq!(year_ticks(&[2024], 6), [2024]);
    }
}
