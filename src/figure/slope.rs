//! Two years joined by a line: who rose, who fell, and who overtook whom.

use super::frame::{self, Frame, cut};
use super::labels::{Legend, keys, spread};
use super::layout::{Axis, text};
use super::line::value_axis;
use super::marks::{CONTEXT, hit, name_points, point_ink, px};
use super::{Chart, ChartSeries, Size};
use crate::scene::recorder::{Recorder, ink};
use crate::scene::{Anchor, Hit, Mark, Reading, Role, Scene, metrics};
use crate::text::sort;
use plotters::prelude::*;

/// Draws the slopes.
pub(super) fn draw(chart: &Chart, size: Size) -> Scene {
    let mut frame = Frame::of(size);
    frame.font = if frame.wide { 15.0 } else { 13.0 };
    let named = chart.series.iter().filter(|s| s.tone != CONTEXT).count();
    let many = chart.series.len() > 12;
    frame.height = match (many, frame.wide) {
        (true, true) => 560.0,
        (true, false) => 480.0,
        (false, true) => 360.0_f64.max(90.0 + named as f64 * frame.font * 1.4),
        (false, false) => frame.height.max(90.0 + named as f64 * frame.font * 1.4),
    };
    let widest = |words: &dyn Fn(&ChartSeries) -> String| {
        let each = chart
            .series
            .iter()
            .filter(|s| s.tone != CONTEXT)
            .map(|s| metrics::width(&words(s), frame.font, Role::EndLabel.weight()));
        each.fold(0.0, f64::max)
    };
    let most = frame.width * 0.36;
    let left = (widest(&|s| first_words(s)) + 16.0).clamp(24.0, most);
    // Names that have no room beside the picture stand above it.
    let beside = widest(&|s| last_words(s, true)) + 16.0 <= most;
    let right = (widest(&|s| last_words(s, beside)) + 16.0).clamp(24.0, most);
    let legend = if beside { Legend::default() } else { keys(chart, &frame, frame.width) };
    let top = frame.font * 2.4 + legend.height;
    frame.height += legend.height;
    let axis = value_axis(chart, 4);
    let (x0, x1) = ends(chart);

    let mut marks: Vec<Mark> = Vec::new();
    let mut hits: Vec<Hit> = Vec::new();
    {
        let area = Recorder::new(frame.width, frame.height, &mut marks).into_drawing_area();
        let built = ChartBuilder::on(&area)
            .margin_top(px(top))
            .margin_bottom(px(10.0))
            .margin_left(px(left))
            .margin_right(px(right))
            .build_cartesian_2d(Axis::new(0.0, 1.0, Vec::new()), axis.clone());
        if let Ok(mut plot) = built {
            let side = |x: f64| PathElement::new([(x, axis.from), (x, axis.to)], ink(Role::Grid, 0, (0, 0)));
            let _ = plot.draw_series([side(0.0), side(1.0)]);
            let place = |s: &ChartSeries, i: usize| if i + 1 == s.data.len() && i > 0 { 1.0 } else { 0.0 };
            // What stands back is drawn first.
            let mut order: Vec<usize> = (0..chart.series.len()).collect();
            let back = |s: &usize| chart.series.get(*s).is_none_or(|s| s.tone != CONTEXT);
            sort::by(&mut order, |a, b| back(a).cmp(&back(b)));
            for s in order {
                let Some(series) = chart.series.get(s) else { continue };
                let points = series.data.iter().enumerate().map(|(i, d)| (place(series, i), d.value));
                if series.data.len() > 1 {
                    let _ = plot.draw_series(LineSeries::new(points, ink(Role::Line, series.tone, (s, 0))));
                }
                let radius = if series.tone == CONTEXT { 2.5 } else { frame.point };
                let _ = plot.draw_series(series.data.iter().enumerate().map(|(i, d)| {
                    let style = point_ink(chart, s, i, d).filled();
                    Circle::new((place(series, i), d.value), px(radius), style)
                }));
                for (i, d) in series.data.iter().enumerate() {
                    hits.push(hit(s, i, plot.backend_coord(&(place(series, i), d.value))));
                }
            }
        }
    }
    sort::by(&mut hits, |a, b| (a.series, a.datum).cmp(&(b.series, b.datum)));
    name_points(chart, &mut marks);
    let edges = (left, frame.width - right);
    for (x, words) in [(edges.0, x0), (edges.1, x1)] {
        marks.push(text(Role::Head, 0, (x, top - 12.0), words, frame.font, Anchor::Middle));
    }
    marks.extend(legend.marks);
    names(chart, &frame, (edges, top, beside), &hits, &mut marks);
    let reading = if many { Reading::Free } else { Reading::Time };
    Scene { reading, hits, ..frame::scene(chart, size, &frame, marks) }
}

/// What the two sides are called.
fn ends(chart: &Chart) -> (String, String) {
    let data = || chart.series.iter().flat_map(|s| &s.data);
    let first = data().min_by_key(|d| d.date).map(|d| d.date);
    let last = data().max_by_key(|d| d.date).map(|d| d.date);
    let said = |d: Option<crate::text::Date>| d.map(|d| d.year().to_string()).unwrap_or_default();
    (said(first), said(last))
}

fn first_words(series: &ChartSeries) -> String {
    series.data.first().map(|d| d.number.clone()).unwrap_or_default()
}

fn last_words(series: &ChartSeries, named: bool) -> String {
    let number = series.data.last().map(|d| d.number.clone()).unwrap_or_default();
    if series.name.is_empty() || !named { number } else { format!("{number} {}", series.name) }
}

/// Numbers left, numbers and names right, spread so that none covers another. What has no room is not written:
/// the table and the tooltip have it.
fn names(
    chart: &Chart,
    frame: &Frame,
    ((left, right), top, beside): ((f64, f64), f64, bool),
    hits: &[Hit],
    marks: &mut Vec<Mark>,
) {
    let size = frame.font - 1.0;
    let step = size * 1.22;
    let (top, bottom) = (top + size * 0.4, frame.height - size * 0.6);
    let room = ((bottom - top) / step).floor().max(1.0) as usize + 1;
    for at_end in [false, true] {
        let mut here: Vec<(f64, u8, String)> = Vec::new();
        for (s, series) in chart.series.iter().enumerate().filter(|(_, s)| s.tone != CONTEXT) {
            let last = series.data.len().saturating_sub(1);
            if at_end && last == 0 {
                continue;
            }
            let datum = if at_end { last } else { 0 };
            let Some(hit) = hits.iter().find(|h| h.series == s && h.datum == datum) else { continue };
            let words = if at_end { last_words(series, beside) } else { first_words(series) };
            here.push((hit.y, series.tone, words));
        }
        here.truncate(room);
        sort::by(&mut here, |a, b| a.0.total_cmp(&b.0));
        let wanted: Vec<f64> = here.iter().map(|h| h.0).collect();
        for ((_, tone, words), y) in here.into_iter().zip(spread(&wanted, step, top, bottom)) {
            let (x, anchor, most) = if at_end {
                (right + 10.0, Anchor::Start, frame.width - right - 12.0)
            } else {
                (left - 10.0, Anchor::End, left - 10.0)
            };
            let words = cut(&words, size, Role::EndLabel, most);
            marks.push(text(Role::EndLabel, tone, (x, y + size * 0.36), words, size, anchor));
        }
    }
}
