//! Lines over time: levels, and ranks on an inverted axis.
//!
//! Gaps stay gaps, unverified points are hollow, series are named at their ends, and only the points that tell the
//! story carry their numbers.

use super::frame::{self, Frame};
use super::labels;
use super::layout::{Axis, axis_word, lower_foot, year_ticks, years};
use super::marks::{hit, name_points, point_ink, px, quarter};
use super::{Chart, ChartSeries, Datum, Size};
use crate::scene::recorder::{Recorder, SCALE, ink};
use crate::scene::{Hit, Mark, Role, Scene, metrics};
use plotters::prelude::*;

/// The font the recorder measures with; only its size matters to plotters.
const FONT: &str = "Be Vietnam Pro";

/// Draws a line chart.
pub fn draw(chart: &Chart, size: Size) -> Scene {
    let mut frame = Frame::of(size);
    let axis = value_axis(chart, 5);
    let legend = labels::legend(chart, &frame);
    frame.height += legend.beyond_two_lines(&frame);
    let insets = Insets {
        top: frame.font * 2.6 + legend.height,
        right: labels::end_room(chart, &frame),
        left: axis.room(chart, frame.tick()),
        foot: frame.tick() * 2.4,
    };
    let axis = axis.thinned(frame.height - insets.top - insets.foot, frame.tick() * 1.3);
    let mut marks: Vec<Mark> = Vec::new();
    let (hits, across) = plot(chart, &frame, &axis, &insets, &mut marks);
    lower_foot(&mut marks, 6.0);
    name_points(chart, &mut marks);
    marks.extend(legend.marks);
    labels::label(chart, &frame, &hits, &across, &mut marks);
    Scene { hits, ..frame::scene(chart, size, &frame, marks) }
}

/// The space around the plot.
pub(super) struct Insets {
    pub(super) top: f64,
    pub(super) right: f64,
    pub(super) left: f64,
    pub(super) foot: f64,
}

/// Where the lines of references and moments came to stand.
#[derive(Default)]
pub(super) struct Across {
    /// Height of each reference.
    pub(super) references: Vec<f64>,
    /// Place of each moment.
    pub(super) moments: Vec<f64>,
    /// Left, top, right and bottom of the plot.
    pub(super) plot: (f64, f64, f64, f64),
}

/// The value axis over all series, with the references in it.
pub(super) fn value_axis(chart: &Chart, count: usize) -> Axis {
    let all = || chart.series.iter().flat_map(|s| &s.data);
    let ranges = all().filter_map(|d| d.range).flat_map(|(low, high)| [low, high]);
    let (low, high) =
        range(all().map(|d| d.value).chain(ranges).chain(chart.references.iter().map(|r| r.value)));
    Axis::of_values(chart, low, high, count)
}

/// Grid, bands, lines and points. Gives where each datum stands.
fn plot(
    chart: &Chart,
    frame: &Frame,
    axis: &Axis,
    insets: &Insets,
    marks: &mut Vec<Mark>,
) -> (Vec<Hit>, Across) {
    let mut hits: Vec<Hit> = Vec::new();
    let mut across = Across::default();
    let area = Recorder::new(frame.width, frame.height, marks).into_drawing_area();
    let all = || chart.series.iter().flat_map(|s| &s.data);
    let (x0, x1) = range(all().map(|d| d.date.as_year()));
    // A point in October stands right of the word of its year, which has to be there too.
    let x0 = x0.floor();
    let years = years(chart);
    // Points stand a little away from the words of the axis.
    let room = (frame.width - insets.left - insets.right).max(80.0);
    let pad = if x1 > x0 { (x1 - x0) * 8.0 / room } else { 0.5 };
    let apart = metrics::width("2024", frame.tick(), Role::Tick.weight()) + 6.0;
    let least = apart * (x1 - x0 + 2.0 * pad) / room;
    let count = if frame.wide { 7 } else { 5 };
    let xs: Vec<f64> = year_ticks(&years, count, least).iter().map(|y| f64::from(*y)).collect();
    let built = ChartBuilder::on(&area)
        .margin_top(px(insets.top))
        .margin_right(px(insets.right))
        .set_label_area_size(LabelAreaPosition::Left, px(insets.left))
        .set_label_area_size(LabelAreaPosition::Bottom, px(insets.foot))
        .build_cartesian_2d(Axis::new(x0 - pad, x1 + pad, xs), axis.clone());
    // Building fails only when the picture has no room at all; the frame is fixed, so it does not.
    let Ok(mut plot) = built else { return (hits, across) };
    grid(&mut plot, chart, frame.tick());
    let (left, top) = plot.backend_coord(&(x0 - pad, axis.to));
    let (right, bottom) = plot.backend_coord(&(x1 + pad, axis.from));
    across.plot = (quarter(left), quarter(top), quarter(right), quarter(bottom));
    for r in &chart.references {
        let line = [(x0 - pad, r.value), (x1 + pad, r.value)];
        let _ = plot.draw_series(LineSeries::new(line, ink(Role::Reference, 0, (0, 0))));
        across.references.push(quarter(plot.backend_coord(&(x0, r.value)).1));
    }
    for e in &chart.events {
        let at = e.date.as_year();
        let line = [(at, axis.from), (at, axis.to)];
        let _ = plot.draw_series(LineSeries::new(line, ink(Role::Moment, 0, (0, 0))));
        across.moments.push(quarter(plot.backend_coord(&(at, axis.from)).0));
    }
    for (s, series) in chart.series.iter().enumerate() {
        for run in runs(series) {
            if let Some(around) = band(run) {
                let style = ink(Role::Band, series.tone, (s, 0)).filled();
                let _ = plot.draw_series(std::iter::once(Polygon::new(around, style)));
            }
        }
    }
    for (s, series) in chart.series.iter().enumerate() {
        for run in runs(series) {
            let points = run.iter().map(|d| (d.date.as_year(), d.value));
            let _ = plot.draw_series(LineSeries::new(points, ink(Role::Line, series.tone, (s, 0))));
        }
    }
    for (s, series) in chart.series.iter().enumerate() {
        let _ = plot.draw_series(series.data.iter().enumerate().map(|(i, d)| {
            let is_last = i + 1 == series.data.len();
            let radius = if is_last { frame.point + 2.0 } else { frame.point };
            let style = point_ink(chart, s, i, d).filled();
            Circle::new((d.date.as_year(), d.value), px(radius), style)
        }));
        for (i, d) in series.data.iter().enumerate() {
            hits.push(hit(s, i, plot.backend_coord(&(d.date.as_year(), d.value))));
        }
    }
    (hits, across)
}

/// Grid lines across and the words of both axes.
pub(super) fn grid(
    plot: &mut ChartContext<'_, Recorder<'_>, Cartesian2d<Axis, Axis>>,
    chart: &Chart,
    tick_size: f64,
) {
    let words = (FONT, tick_size * f64::from(SCALE)).into_font().color(&ink(Role::Tick, 0, (0, 0)));
    let _ = plot
        .configure_mesh()
        .disable_x_mesh()
        .axis_style(TRANSPARENT)
        .bold_line_style(ink(Role::Grid, 0, (0, 0)))
        .light_line_style(TRANSPARENT)
        .label_style(words)
        .x_label_formatter(&|x| (x.round() as i64).to_string())
        .y_label_formatter(&|y| axis_word(chart, *y))
        .draw();
}

/// The stretches of a series that a line may join. A missing year of a yearly series breaks the line.
pub(super) fn runs(series: &ChartSeries) -> Vec<&[Datum]> {
    if series.joined {
        return vec![&series.data];
    }
    series.data.chunk_by(|a, b| b.date.year() - a.date.year() <= 1).collect()
}

/// The outline of the area in which the values of a run may lie; none unless every point has a range.
fn band(run: &[Datum]) -> Option<Vec<(f64, f64)>> {
    let ranges: Vec<(f64, (f64, f64))> =
        run.iter().map(|d| Some((d.date.as_year(), d.range?))).collect::<Option<_>>()?;
    if ranges.len() < 2 {
        return None;
    }
    let upper = ranges.iter().map(|(x, (_, high))| (*x, *high));
    let lower = ranges.iter().rev().map(|(x, (low, _))| (*x, *low));
    Some(upper.chain(lower).collect())
}

/// Least and greatest of some numbers; zero to one if there are none.
pub(super) fn range(values: impl IntoIterator<Item = f64>) -> (f64, f64) {
    let (low, high) =
        values.into_iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), v| (a.min(v), b.max(v)));
    if low.is_finite() { (low, high) } else { (0.0, 1.0) }
}
