//! One small picture a series, all on the same scales, so that shapes can be compared without tangling.

use super::frame::{self, Frame, cut};
use super::labels;
use super::layout::{Axis, axis_word, text, year_ticks, years};
use super::line::{range, runs, value_axis};
use super::marks::{hit, name_points, point_ink, px};
use super::{Chart, Size};
use crate::scene::recorder::{Recorder, ink};
use crate::scene::{Anchor, Hit, Mark, Reading, Role, Scene};
use plotters::prelude::*;

/// Draws the small pictures.
pub(super) fn draw(chart: &Chart, size: Size) -> Scene {
    let mut frame = Frame::of(size);
    frame.font = if frame.wide { 15.0 } else { 13.0 };
    let count = chart.series.len().max(1);
    let columns = columns(count, frame.width);
    let rows = count.div_ceil(columns);
    let (gap, head) = (22.0, frame.font * 1.9);
    let axis = value_axis(chart, 3);
    let left = axis.room(chart, frame.small());
    // Only the first of a row carries the axis words; all pictures are of one width.
    let width = (frame.width - left - 8.0 - gap * (columns - 1) as f64) / columns as f64;
    let picture = (width * 0.62).clamp(96.0, 170.0);
    let axis = axis.thinned(picture, frame.small() * 1.3);
    let foot = frame.font * 1.9;
    let cell = head + picture + foot;
    frame.height = cell * rows as f64 + 4.0;

    let data = || chart.series.iter().flat_map(|s| &s.data);
    let (x0, x1) = range(data().map(|d| d.date.as_year()));
    let pad = if x1 > x0 { (x1 - x0) * 0.03 } else { 0.5 };
    let mut marks: Vec<Mark> = Vec::new();
    let mut hits: Vec<Hit> = Vec::new();
    for s in 0..chart.series.len() {
        let (column, row) = (s % columns, s / columns);
        let corner = (left + (width + gap) * column as f64, cell * row as f64);
        let area = Panel { corner, width, head, picture, span: (x0 - pad, x1 + pad) };
        panel(chart, &frame, &axis, s, &area, &mut marks, &mut hits);
        words(chart, &frame, &axis, s, &area, column == 0, &mut marks);
    }
    name_points(chart, &mut marks);
    last_numbers(chart, &frame, &hits, &mut marks);
    Scene { hits, reading: Reading::Free, ..frame::scene(chart, size, &frame, marks) }
}

fn columns(count: usize, width: f64) -> usize {
    let most = ((width / 190.0).floor() as usize).clamp(1, 4);
    let most = if width < 560.0 { most.max(2) } else { most };
    // Four in two rows of two read better than three and one.
    match (count, most) {
        (4, 3) => 2,
        (5 | 6, 4) => 3,
        _ => most.min(count),
    }
}

struct Panel {
    corner: (f64, f64),
    width: f64,
    head: f64,
    picture: f64,
    span: (f64, f64),
}

fn panel(
    chart: &Chart,
    frame: &Frame,
    axis: &Axis,
    s: usize,
    at: &Panel,
    marks: &mut Vec<Mark>,
    hits: &mut Vec<Hit>,
) {
    let Some(series) = chart.series.get(s) else { return };
    let area = Recorder::new(frame.width, frame.height, marks).into_drawing_area();
    let top = at.corner.1 + at.head;
    let built = ChartBuilder::on(&area)
        .margin_top(px(top))
        .margin_bottom(px(frame.height - top - at.picture))
        .margin_left(px(at.corner.0))
        .margin_right(px((frame.width - at.corner.0 - at.width).max(0.0)))
        .build_cartesian_2d(Axis::new(at.span.0, at.span.1, Vec::new()), axis.clone());
    let Ok(mut plot) = built else { return };
    let across = |v: f64, role| PathElement::new([(at.span.0, v), (at.span.1, v)], ink(role, 0, (0, 0)));
    let _ = plot.draw_series(axis.ticks.iter().map(|v| across(*v, Role::Grid)));
    let _ = plot.draw_series(chart.references.iter().map(|r| across(r.value, Role::Reference)));
    for run in runs(series) {
        let points = run.iter().map(|d| (d.date.as_year(), d.value));
        let _ = plot.draw_series(LineSeries::new(points, ink(Role::Line, series.tone, (s, 0))));
    }
    let last = series.data.len().saturating_sub(1);
    let _ = plot.draw_series(series.data.iter().enumerate().map(|(i, d)| {
        let radius = if i == last { 4.5 } else { 3.0 };
        Circle::new((d.date.as_year(), d.value), px(radius), point_ink(chart, s, i, d).filled())
    }));
    for (i, d) in series.data.iter().enumerate() {
        hits.push(hit(s, i, plot.backend_coord(&(d.date.as_year(), d.value))));
    }
}

/// The name above, the years below, the values at the left of a row.
fn words(
    chart: &Chart,
    frame: &Frame,
    axis: &Axis,
    s: usize,
    at: &Panel,
    first_of_row: bool,
    marks: &mut Vec<Mark>,
) {
    let Some(series) = chart.series.get(s) else { return };
    let (left, top) = at.corner;
    let name = if series.name.is_empty() { &chart.subtitle } else { &series.name };
    let name = cut(name, frame.font, Role::Head, at.width - 4.0);
    marks.push(text(
        Role::Head,
        series.tone,
        (left, top + frame.font * 1.05),
        name,
        frame.font,
        Anchor::Start,
    ));
    let small = frame.small();
    let years = year_ticks(&years(chart), 2, 0.0);
    let span = at.span.1 - at.span.0;
    let ends = [years.first().copied(), years.last().copied().filter(|_| years.len() > 1)];
    for (i, year) in ends.into_iter().enumerate().filter_map(|(i, y)| Some((i, y?))) {
        let x = left + at.width * (f64::from(year) - at.span.0) / span;
        // Years stand inside their own picture, so that neighbours keep apart.
        let (x, anchor) = if i == 0 { (x.max(left), Anchor::Start) } else { (left + at.width, Anchor::End) };
        let y = top + at.head + at.picture + small * 1.25;
        marks.push(text(Role::Tick, 0, (x, y), year.to_string(), small, anchor));
    }
    if first_of_row {
        for tick in &axis.ticks {
            let y = top + at.head + at.picture * (1.0 - axis.share(*tick)) + small * 0.36;
            let word = axis_word(chart, *tick);
            marks.push(text(Role::Tick, 0, (left - 8.0, y), word, small, Anchor::End));
        }
    }
}

/// The last number of each: beside the last point, above or below it.
fn last_numbers(chart: &Chart, frame: &Frame, hits: &[Hit], marks: &mut Vec<Mark>) {
    let mut room = labels::room(chart, frame, hits, marks);
    let mut rest = hits;
    for series in &chart.series {
        let (here, after) = rest.split_at_checked(series.data.len()).unwrap_or((rest, &[]));
        rest = after;
        let Some((hit, d)) = here.last().zip(series.data.last()) else { continue };
        let size = (frame.font - 1.0).max(12.0);
        let (above, below) = (hit.y - 9.0, hit.y + 6.0 + size);
        let heights =
            [0.0, 0.5, 1.0, 1.5, 2.0].into_iter().flat_map(|k| [above - size * k, below + size * k]);
        let spots = heights
            .flat_map(|y| [hit.x + 6.0, hit.x - 9.0, hit.x - 24.0].map(|x| (x, y)))
            .map(|spot| text(Role::Value, series.tone, spot, &d.number, size, Anchor::End));
        room.place(marks, true, &spots.collect::<Vec<_>>());
    }
}
