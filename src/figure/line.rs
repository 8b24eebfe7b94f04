//! Lines over time: levels, and ranks on an inverted axis.
//!
//! Gaps stay gaps, unverified points are hollow, series are named at their ends, and only the points that tell the
//! story carry their numbers.

use super::layout::{Area, Axis, lower_foot, place, text, ticks, year_ticks};
use super::{Chart, ChartSeries, Size};
use crate::data::{FigureKind, Status};
use crate::scene::recorder::{Recorder, SCALE, ink};
use crate::scene::{Anchor, Hit, Mark, Role, Scene, metrics};
use crate::text::number;
use crate::text::sort;
use plotters::prelude::*;

/// The font the recorder measures with; only its size matters to plotters.
const FONT: &str = "Be Vietnam Pro";

pub(super) struct Frame {
    pub(super) width: f64,
    pub(super) height: f64,
    pub(super) font: f64,
    pub(super) point: f64,
}

impl Frame {
    pub(super) fn of(size: Size) -> Self {
        match size {
            Size::Wide => Self { width: 800.0, height: 420.0, font: 16.0, point: 5.0 },
            Size::Narrow => Self { width: 328.0, height: 330.0, font: 15.0, point: 4.0 },
        }
    }
}

/// Draws a line chart.
pub fn draw(chart: &Chart, size: Size) -> Scene {
    let frame = Frame::of(size);
    let (width, height, font) = (frame.width, frame.height, frame.font);
    let all = || chart.series.iter().flat_map(|s| &s.data);
    let (x0, x1) = range(all().map(|d| d.date.as_year()));
    let (low, high) = range(all().map(|d| d.value));
    let y_ticks = value_ticks(chart, low, high);
    let (bottom, top) = value_range(chart, low, high, &y_ticks);

    // Room on the left for the widest axis number, on the right for the names of series.
    let axis_words: Vec<String> =
        y_ticks.iter().map(|v| number::short(*v, chart.decimals, chart.locale)).collect();
    let tick_size = font - 2.0;
    let left =
        axis_words.iter().map(|w| metrics::width(w, tick_size, Role::Tick.weight())).fold(0.0, f64::max)
            + 10.0;
    let right = end_room(chart, &frame);
    let (margin_top, foot) = (font * 2.6, tick_size * 2.4);

    let mut marks: Vec<Mark> = Vec::new();
    let mut hits: Vec<Hit> = Vec::new();
    let px = |v: f64| (v * f64::from(SCALE)) as i32;
    {
        let area = Recorder::new(width, height, &mut marks).into_drawing_area();
        let mut years: Vec<i16> = all().map(|d| d.date.year()).collect();
        sort::by(&mut years, Ord::cmp);
        years.dedup();
        let shown = year_ticks(&years, if size == Size::Wide { 7 } else { 5 });
        let xs: Vec<f64> = shown.iter().map(|y| f64::from(*y)).collect();
        let pad = if x1 > x0 { 0.0 } else { 0.5 };
        let built = ChartBuilder::on(&area)
            .margin_top(px(margin_top))
            .margin_right(px(right))
            .set_label_area_size(LabelAreaPosition::Left, px(left))
            .set_label_area_size(LabelAreaPosition::Bottom, px(foot))
            .build_cartesian_2d(Axis::new(x0 - pad, x1 + pad, xs), Axis::new(bottom, top, y_ticks));
        // Building fails only when the picture has no room at all; the frame is fixed, so it does not.
        if let Ok(mut plot) = built {
            grid(&mut plot, chart, tick_size);
            for (s, series) in chart.series.iter().enumerate() {
                for run in runs(chart, series) {
                    let points = run.iter().map(|d| (d.date.as_year(), d.value));
                    let _ = plot.draw_series(LineSeries::new(points, ink(Role::Line, s, 0)));
                }
            }
            for (s, series) in chart.series.iter().enumerate() {
                let _ = plot.draw_series(series.data.iter().enumerate().map(|(i, d)| {
                    let role = if d.status == Status::Unverified { Role::Hollow } else { Role::Point };
                    let is_last = i + 1 == series.data.len();
                    let radius = if is_last { frame.point + 2.0 } else { frame.point };
                    Circle::new((d.date.as_year(), d.value), px(radius), ink(role, s, i).filled())
                }));
                for (i, d) in series.data.iter().enumerate() {
                    let (x, y) = plot.backend_coord(&(d.date.as_year(), d.value));
                    let quarter = |v: i32| f64::from(v) / f64::from(SCALE);
                    hits.push(Hit { series: s, datum: i, x: quarter(x), y: quarter(y) });
                }
            }
        }
    }
    lower_foot(&mut marks, 6.0);
    name_points(chart, &mut marks);
    label(chart, &frame, &hits, &mut marks);
    Scene {
        id: format!("{}-{}", chart.id, size.word()),
        width,
        height,
        name: chart.title.clone(),
        description: chart.summary.clone(),
        marks,
        hits,
    }
}

/// Grid lines across and the words of both axes.
pub(super) fn grid(
    plot: &mut ChartContext<'_, Recorder<'_>, Cartesian2d<Axis, Axis>>,
    chart: &Chart,
    tick_size: f64,
) {
    let words = (FONT, tick_size * f64::from(SCALE)).into_font().color(&ink(Role::Tick, 0, 0));
    let _ = plot
        .configure_mesh()
        .disable_x_mesh()
        .axis_style(TRANSPARENT)
        .bold_line_style(ink(Role::Grid, 0, 0))
        .light_line_style(TRANSPARENT)
        .label_style(words)
        .x_label_formatter(&|x| (x.round() as i64).to_string())
        .y_label_formatter(&|y| number::short(*y, chart.decimals, chart.locale))
        .draw();
}

/// Gives points and bars the names that tests, styles and the table know them by.
pub(super) fn name_points(chart: &Chart, marks: &mut [Mark]) {
    for mark in marks {
        if !matches!(mark.role, Role::Point | Role::Hollow | Role::Bar | Role::BarHollow) {
            continue;
        }
        if let Some((series, datum)) = chart.datum(usize::from(mark.tone), usize::from(mark.datum)) {
            mark.attrs = vec![("data-series", series.id.clone()), ("data-x", Chart::key_of(datum))];
        }
    }
}

/// The stretches of a series that a line may join. Editions of a ranking follow each other whatever the years
/// between; a missing year of a yearly series breaks the line.
pub(super) fn runs<'a>(chart: &Chart, series: &'a ChartSeries) -> Vec<&'a [super::Datum]> {
    if chart.kind == FigureKind::RankLine {
        return vec![&series.data];
    }
    series.data.chunk_by(|a, b| b.date.year() - a.date.year() <= 1).collect()
}

fn value_ticks(chart: &Chart, low: f64, high: f64) -> Vec<f64> {
    if chart.inverted {
        let pad = ((high - low) * 0.08).max(2.0);
        let mut steps = ticks((low - pad).max(1.0), high + pad, 5);
        steps.retain(|v| *v >= 1.0);
        return steps;
    }
    ticks(0.0, high * 1.02, 5)
}

/// Bottom and top of the value axis; for ranks the small numbers are on top.
fn value_range(chart: &Chart, low: f64, high: f64, steps: &[f64]) -> (f64, f64) {
    let (first, last) = range(steps.iter().copied());
    if chart.inverted {
        let pad = ((high - low) * 0.1).max(1.0);
        return (last.max(high + pad), first.min(low - pad));
    }
    (0.0, last.max(high * 1.04))
}

fn end_room(chart: &Chart, frame: &Frame) -> f64 {
    let names =
        chart.series.iter().map(|s| metrics::width(&s.name, frame.font - 1.0, Role::EndLabel.weight()));
    let widest = names.fold(0.0, f64::max);
    // On a phone names of series stand above their line instead of beside it.
    if widest > 0.0 && frame.width > 500.0 { widest + 26.0 } else { 26.0 }
}

/// The labels: names at the ends, the last value large, and the turning points of a single line.
fn label(chart: &Chart, frame: &Frame, hits: &[Hit], marks: &mut Vec<Mark>) {
    let mut taken: Vec<Area> = marks.iter().filter_map(Area::of).collect();
    taken.extend(hits.iter().map(|h| Area::around(h.x, h.y, frame.point)));
    let size = (frame.width, frame.height);
    let at = |s: usize, i: usize| hits.iter().find(|h| h.series == s && h.datum == i);
    let single = chart.series.len() == 1;

    let ends: Vec<(usize, &Hit)> = chart
        .series
        .iter()
        .enumerate()
        .filter_map(|(s, series)| at(s, series.data.len().saturating_sub(1)).map(|h| (s, h)))
        .collect();
    let wide = frame.width > 500.0;
    for (s, hit) in &ends {
        let Some((series, datum)) = chart.datum(*s, hit.datum) else { continue };
        let tone = *s as u8;
        let (role, font) =
            if single { (Role::BigValue, frame.font * 1.75) } else { (Role::Value, frame.font) };
        // The value stands at the point; the name beside it, or under it where another line goes on to the right.
        let (above, below) = (hit.y - frame.point - 9.0, hit.y + frame.point + font);
        let spots =
            [(hit.x + 6.0, above), (hit.x + 6.0, below), (hit.x - 12.0, above), (hit.x - 12.0, below)];
        place(
            marks,
            &mut taken,
            size,
            spots.map(|spot| text(role, tone, spot, &datum.number, font, Anchor::End)),
        );
        if !single {
            let font = frame.font - 1.0;
            let level = hit.y + font * 0.36;
            let beside = wide.then(|| {
                text(Role::EndLabel, tone, (hit.x + 14.0, level), &series.name, font, Anchor::Start)
            });
            let steps = [1.9, -2.4, 3.2, -3.7, 4.5, -5.0, 6.0, 7.5];
            let near = steps.map(|k| {
                text(Role::EndLabel, tone, (hit.x + 8.0, hit.y + font * k), &series.name, font, Anchor::End)
            });
            place(marks, &mut taken, size, beside.into_iter().chain(near));
        }
    }
    for (s, series) in chart.series.iter().enumerate() {
        let values: Vec<f64> = series.data.iter().map(|d| d.value).collect();
        for i in turning_points(&values) {
            let (Some(hit), Some(datum)) = (at(s, i), series.data.get(i)) else { continue };
            let neighbours = [i.checked_sub(1).and_then(|j| at(s, j)), at(s, i + 1)];
            let is_peak = neighbours.into_iter().flatten().all(|n| hit.y <= n.y + 0.01);
            let above = (hit.x, hit.y - frame.point - 8.0);
            let below = (hit.x, hit.y + frame.point + frame.font);
            let spots = if is_peak { [above, below] } else { [below, above] };
            let edge = if i == 0 && !is_peak { Anchor::Start } else { Anchor::Middle };
            place(
                marks,
                &mut taken,
                size,
                spots.map(|spot| text(Role::Value, s as u8, spot, &datum.number, frame.font - 1.0, edge)),
            );
        }
    }
}

/// The points worth a number: the extremes first, then the first and the one before the last, then the sharpest
/// turns. The last point has its own label.
fn turning_points(values: &[f64]) -> Vec<usize> {
    let last = values.len().saturating_sub(1);
    let at = |i: usize| values.get(i).copied().unwrap_or_default();
    let mut order: Vec<usize> = Vec::new();
    let mut note = |i: Option<usize>| {
        if let Some(i) = i.filter(|i| *i < last && !order.contains(i)) {
            order.push(i);
        }
    };
    let all = || 0..values.len();
    note(all().reduce(|a, b| if at(b) > at(a) { b } else { a }));
    note(all().reduce(|a, b| if at(b) < at(a) { b } else { a }));
    note(Some(0));
    note(last.checked_sub(1));
    // A turn is a point that stands above or below both its neighbours; how far says how much it tells.
    let (low, high) = range(values.iter().copied());
    let mut turns: Vec<(f64, usize)> = (1..last)
        .map(|i| ((at(i) - at(i - 1)) * (at(i) - at(i + 1)), i))
        .filter(|(product, _)| *product > 0.0)
        .map(|(_, i)| ((at(i) - at(i - 1)).abs().min((at(i) - at(i + 1)).abs()), i))
        .filter(|(height, _)| *height > (high - low) * 0.1)
        .collect();
    sort::by(&mut turns, |a, b| b.0.total_cmp(&a.0));
    for (_, i) in turns.into_iter().take(3) {
        note(Some(i));
    }
    order
}

pub(super) fn range(values: impl IntoIterator<Item = f64>) -> (f64, f64) {
    let (low, high) =
        values.into_iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), v| (a.min(v), b.max(v)));
    if low.is_finite() { (low, high) } else { (0.0, 1.0) }
}
