//! One dot a province, in rows: who stands where, and how far from the others.
//!
//! Amounts grow from a stem on zero; scores that lie close together stand on a shorter scale, without stems. The
//! reader's own province is large and red, the others that were chosen are green.

use super::frame::{self, Frame, cut};
use super::layout::{Axis, axis_word, text};
use super::line::value_axis;
use super::marks::{name_points, point_ink, px, quarter, tone};
use super::provinces::{CHOSEN, OWN};
use super::{Chart, Size};
use crate::scene::recorder::{Recorder, ink};
use crate::scene::svg::num;
use crate::scene::{Anchor, Hit, Mark, Reading, Role, Scene, Shape, metrics};
use plotters::prelude::*;
use std::fmt::Write as _;

/// Draws the dots.
pub(super) fn draw(chart: &Chart, size: Size) -> Scene {
    let mut frame = Frame::of(size);
    frame.font = if frame.wide { 14.0 } else { 13.0 };
    let rows = rows(chart);
    let line = if frame.wide { 20.0 } else { 19.0 };
    let (top, foot) = (34.0, 10.0);
    frame.height = top + foot + line * rows.iter().map(Row::lines).sum::<f64>();
    let data = || chart.series.iter().flat_map(|s| &s.data);
    let most = if frame.wide { 220.0 } else { 116.0 };
    let width = |words: &str, role: Role| metrics::width(words, frame.font, role.weight());
    let names = data().map(|d| width(&d.when, Role::EndLabel)).fold(0.0, f64::max).min(most) + 12.0;
    let numbers = data().map(|d| width(&d.number, Role::EndLabel)).fold(0.0, f64::max) + 16.0;
    let axis = value_axis(chart, if frame.wide || chart.inverted { 6 } else { 3 });
    let (left, right) = (names, frame.width - numbers);

    let mut marks: Vec<Mark> = Vec::new();
    // Where each row stands, in the order of the data.
    let mut places: Vec<f64> = Vec::new();
    let mut y = top;
    for row in &rows {
        let height = row.lines() * line;
        match row {
            Row::Head(name) => {
                let at = (0.0, y + height - line * 0.3);
                marks.push(text(Role::Head, 0, at, name, frame.font, Anchor::Start));
            }
            Row::Datum => places.push(y + height / 2.0),
        }
        y += height;
    }
    let mut hits = Vec::new();
    references(chart, &frame, &axis, (left, right, top), &mut marks);
    guides(chart, &axis, (left, right), &places, &mut marks);
    points(chart, &frame, &axis, (left, right, top, foot), &places, &mut marks, &mut hits);
    name_points(chart, &mut marks);
    words(chart, &frame, (left, names), &hits, &mut marks);
    Scene { hits, reading: Reading::Rows, ..frame::scene(chart, size, &frame, marks) }
}

enum Row {
    /// The name of a region.
    Head(String),
    /// The next datum.
    Datum,
}

impl Row {
    fn lines(&self) -> f64 {
        match self {
            Self::Head(_) => 1.7,
            Self::Datum => 1.0,
        }
    }
}

/// The rows: one a datum, under the head of its series where there are several (regions).
fn rows(chart: &Chart) -> Vec<Row> {
    let mut out = Vec::new();
    for series in &chart.series {
        if !series.name.is_empty() {
            out.push(Row::Head(series.name.clone()));
        }
        out.extend(series.data.iter().map(|_| Row::Datum));
    }
    out
}

/// Whether dots stand on stems that begin at zero.
fn stemmed(chart: &Chart) -> bool {
    chart.from_zero && !chart.inverted && !chart.log
}

/// Where there are no stems, dotted rows lead the eye from the names to the dots: one path for all.
fn guides(chart: &Chart, axis: &Axis, (left, right): (f64, f64), places: &[f64], marks: &mut Vec<Mark>) {
    if stemmed(chart) {
        return;
    }
    let mut d = String::new();
    for (datum, y) in chart.series.iter().flat_map(|s| &s.data).zip(places) {
        let x = left + (right - left) * axis.share(datum.value);
        let _ = write!(d, "M{} {}H{}", num(left), num(*y), num(x));
    }
    marks.push(Mark::new(Role::Row, 0, Shape::Path(d)));
}

fn points(
    chart: &Chart,
    frame: &Frame,
    axis: &Axis,
    (left, right, top, foot): (f64, f64, f64, f64),
    places: &[f64],
    marks: &mut Vec<Mark>,
    hits: &mut Vec<Hit>,
) {
    let area = Recorder::new(frame.width, frame.height, marks).into_drawing_area();
    let built = ChartBuilder::on(&area)
        .margin_top(px(top))
        .margin_bottom(px(foot))
        .margin_left(px(left))
        .margin_right(px(frame.width - right))
        .build_cartesian_2d(axis.clone(), Axis::new(frame.height - foot, top, Vec::new()));
    let Ok(mut plot) = built else { return };
    let grid = |v: &f64| PathElement::new([(*v, top), (*v, frame.height - foot)], ink(Role::Grid, 0, (0, 0)));
    let _ = plot.draw_series(axis.ticks.iter().map(grid));
    let all = || {
        let data = chart
            .series
            .iter()
            .enumerate()
            .flat_map(|(s, series)| series.data.iter().enumerate().map(move |(i, d)| (s, i, d)));
        data.zip(places)
    };
    if stemmed(chart) {
        let _ = plot.draw_series(all().map(|((s, i, d), y)| {
            PathElement::new([(0.0, *y), (d.value, *y)], ink(Role::Stem, tone(chart, s, d), (s, i)))
        }));
    }
    let _ = plot.draw_series(all().map(|((s, i, d), y)| {
        let chosen = matches!(tone(chart, s, d), OWN | CHOSEN);
        let radius = if chosen { frame.point + 1.5 } else { 4.0 };
        Circle::new((d.value, *y), px(radius), point_ink(chart, s, i, d).filled())
    }));
    for ((s, i, d), y) in all() {
        let (x, y) = plot.backend_coord(&(d.value, *y));
        hits.push(Hit { series: s, datum: i, x: quarter(x), y: quarter(y) });
    }
}

/// Names on the left, numbers at the dots.
fn words(chart: &Chart, frame: &Frame, (left, names): (f64, f64), hits: &[Hit], marks: &mut Vec<Mark>) {
    for hit in hits {
        let Some((_, d)) = chart.datum(hit.series, hit.datum) else { continue };
        let tone = tone(chart, hit.series, d);
        let role = if matches!(tone, OWN | CHOSEN) { Role::EndLabel } else { Role::Name };
        let base = hit.y + frame.font * 0.36;
        let name = cut(&d.when, frame.font, role, names - 11.0);
        marks.push(text(role, tone, (left - 10.0, base), name, frame.font, Anchor::End));
        marks.push(text(role, tone, (hit.x + 10.0, base), &d.number, frame.font - 1.0, Anchor::Start));
    }
}

/// The words of the axis on top, where a long picture begins, and the median among them.
fn references(
    chart: &Chart,
    frame: &Frame,
    axis: &Axis,
    (left, right, top): (f64, f64, f64),
    marks: &mut Vec<Mark>,
) {
    let size = frame.font - 1.0;
    let at = |v: f64| left + (right - left) * axis.share(v);
    let mut taken: Vec<(f64, f64)> = Vec::new();
    for r in &chart.references {
        let x = at(r.value);
        let bottom = frame.height - 10.0;
        marks.push(Mark::new(Role::Reference, 0, Shape::Line(x, top - 2.0, x, bottom)));
        let label = cut(&r.label, size, Role::ReferenceLabel, frame.width - 8.0);
        let width = metrics::width(&label, size, Role::ReferenceLabel.weight());
        let middle = x.clamp(width / 2.0 + 2.0, frame.width - width / 2.0 - 2.0);
        marks.push(text(Role::ReferenceLabel, 0, (middle, 12.0), label, size, Anchor::Middle));
    }
    for tick in &axis.ticks {
        let (word, x) = (axis_word(chart, *tick), at(*tick));
        let half = metrics::width(&word, size, Role::Tick.weight()) / 2.0 + 3.0;
        let free = taken.iter().all(|(a, b)| x + half < *a || x - half > *b);
        if free && x + half <= frame.width {
            taken.push((x - half, x + half));
            marks.push(text(Role::Tick, 0, (x, top - 6.0), word, size, Anchor::Middle));
        }
    }
}
