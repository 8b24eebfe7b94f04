//! Marks that several kinds of picture share: points whose shape tells the series without colour, and their names.

use super::{Chart, Datum};
use crate::data::Status;
use crate::scene::recorder::{SCALE, ink};
use crate::scene::svg::num;
use crate::scene::{Hit, Mark, Role, Shape};
use crate::text::number;

/// The tone of what stands back: provinces that were not chosen.
pub(super) const CONTEXT: u8 = 8;

/// The tone of a datum.
pub(super) fn tone(chart: &Chart, series: usize, datum: &Datum) -> u8 {
    datum.tone.or_else(|| chart.series.get(series).map(|s| s.tone)).unwrap_or_default()
}

/// A value in recorder pixels.
pub(super) fn px(value: f64) -> i32 {
    (value * f64::from(SCALE)) as i32
}

/// A recorder pixel in the units of the picture.
pub(super) fn quarter(value: i32) -> f64 {
    f64::from(value) / f64::from(SCALE)
}

/// The style of a datum's point.
pub(super) fn point_ink(
    chart: &Chart,
    series: usize,
    index: usize,
    datum: &Datum,
) -> plotters::style::RGBAColor {
    let role = if datum.status == Status::Unverified { Role::Hollow } else { Role::Point };
    ink(role, tone(chart, series, datum), (series, index))
}

/// Gives points and bars the names that tests, styles and the table know them by, and the shape of their tone:
/// circles, squares, triangles, diamonds, crosses and stars can be told apart where colours cannot.
pub(super) fn name_points(chart: &Chart, marks: &mut [Mark]) {
    for mark in marks {
        if !matches!(mark.role, Role::Point | Role::Hollow | Role::Bar | Role::BarHollow) {
            continue;
        }
        let Some((series, datum)) = chart.datum(usize::from(mark.series), mark.datum as usize) else {
            continue;
        };
        mark.attrs = vec![
            ("data-series", series.id.clone()),
            ("data-x", Chart::key_of(datum)),
            ("data-value", number::raw(datum.value)),
        ];
        if let Shape::Circle(x, y, r) = mark.shape {
            mark.shape = shape(mark.tone, x, y, r);
        }
    }
}

/// A point of a tone: of about the same area, whatever its shape.
pub(super) fn shape(tone: u8, x: f64, y: f64, r: f64) -> Shape {
    let path = |points: &[(f64, f64)]| {
        let mut d = String::new();
        for (i, (dx, dy)) in points.iter().enumerate() {
            d.push(if i == 0 { 'M' } else { 'L' });
            d.push_str(&num(x + dx * r));
            d.push(' ');
            d.push_str(&num(y + dy * r));
        }
        d.push('Z');
        Shape::Path(d)
    };
    match tone {
        1 => Shape::Rect(x - r * 0.9, y - r * 0.9, r * 1.8, r * 1.8),
        2 => path(&[(0.0, -1.25), (1.15, 0.85), (-1.15, 0.85)]),
        3 => path(&[(0.0, -1.3), (1.3, 0.0), (0.0, 1.3), (-1.3, 0.0)]),
        4 => path(&[(0.0, 1.25), (1.15, -0.85), (-1.15, -0.85)]),
        5 => path(&PLUS),
        6 => path(&PLUS.map(|(x, y)| ((x - y) * 0.71, (x + y) * 0.71))),
        7 => path(&[
            (0.0, -1.5),
            (0.45, -0.45),
            (1.5, 0.0),
            (0.45, 0.45),
            (0.0, 1.5),
            (-0.45, 0.45),
            (-1.5, 0.0),
            (-0.45, -0.45),
        ]),
        _ => Shape::Circle(x, y, r),
    }
}

/// A plus; turned by an eighth it is a cross.
const PLUS: [(f64, f64); 12] = [
    (-0.42, -1.25),
    (0.42, -1.25),
    (0.42, -0.42),
    (1.25, -0.42),
    (1.25, 0.42),
    (0.42, 0.42),
    (0.42, 1.25),
    (-0.42, 1.25),
    (-0.42, 0.42),
    (-1.25, 0.42),
    (-1.25, -0.42),
    (-0.42, -0.42),
];

/// The key of a tone in a legend.
pub(super) fn key(tone: u8, x: f64, y: f64, r: f64) -> Mark {
    Mark::new(Role::Key, tone, shape(tone, x, y, r))
}

/// The sign of a tone on a bar, near its foot: bars of several series have no other form of their own. A bar that is
/// too short for it goes without.
pub(super) fn bar_key(tone: u8, (left, top): (f64, f64), (width, height): (f64, f64)) -> Option<Mark> {
    let r = (width * 0.26).min(4.5);
    let room = r * 1.5 + 2.0;
    let fits = r > 2.0 && height >= room * 2.0;
    fits.then(|| Mark::new(Role::BarKey, tone, shape(tone, left + width / 2.0, top + height - room, r)))
}

/// Where a point of the plot stands.
pub(super) fn hit(series: usize, datum: usize, (x, y): (i32, i32)) -> Hit {
    Hit { series, datum, x: quarter(x), y: quarter(y) }
}
