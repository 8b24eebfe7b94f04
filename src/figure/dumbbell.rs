//! Two sources that measure the same thing and disagree: a row a year, a mark a source, and the distance between.

use super::frame::{self, Frame};
use super::labels;
use super::layout::{Area, Axis, Room, axis_word, text, years};
use super::line::value_axis;
use super::marks::{name_points, point_ink, px, quarter};
use super::{Chart, Size};
use crate::scene::recorder::{Recorder, ink};
use crate::scene::{Anchor, Hit, Mark, Reading, Role, Scene, metrics};
use crate::text::sort;
use plotters::prelude::*;

/// Draws the rows.
pub(super) fn draw(chart: &Chart, size: Size) -> Scene {
    let mut frame = Frame::of(size);
    let years = years(chart);
    let line = if frame.wide { 46.0 } else { 44.0 };
    let legend = labels::keys(chart, &frame, frame.width);
    let top = legend.height + frame.font * 2.2;
    frame.height = top + line * years.len() as f64 + 8.0;
    let axis = value_axis(chart, if frame.wide { 5 } else { 3 });
    let left = metrics::width("2024", frame.font, Role::Head.weight()) + 18.0;
    // The smaller number of a pair stands left of its mark.
    let data = || chart.series.iter().flat_map(|s| &s.data);
    let number = |d: &super::Datum| metrics::width(&d.number, frame.font - 1.0, Role::Value.weight());
    let left = left + data().map(number).fold(0.0, f64::max);
    let right = frame.width - data().map(number).fold(0.0, f64::max) - frame.point - 10.0;
    let word = |v: &f64| metrics::width(&axis_word(chart, *v), frame.tick(), Role::Tick.weight());
    let widest = axis.ticks.iter().map(word).fold(0.0, f64::max);
    let axis = axis.thinned(right - left, widest + 8.0);

    let mut marks: Vec<Mark> = Vec::new();
    let mut hits: Vec<Hit> = Vec::new();
    {
        let area = Recorder::new(frame.width, frame.height, &mut marks).into_drawing_area();
        let built = ChartBuilder::on(&area)
            .margin_top(px(top))
            .margin_bottom(px(8.0))
            .margin_left(px(left))
            .margin_right(px(frame.width - right))
            .build_cartesian_2d(axis.clone(), Axis::new(years.len() as f64, 0.0, Vec::new()));
        if let Ok(mut plot) = built {
            let bottom = years.len() as f64;
            let grid = |v: &f64| PathElement::new([(*v, 0.0), (*v, bottom)], ink(Role::Grid, 0, (0, 0)));
            let _ = plot.draw_series(axis.ticks.iter().map(grid));
            let row = |d: &super::Datum| years.binary_search(&d.date.year()).map_or(0.5, |i| i as f64 + 0.5);
            for (i, year) in years.iter().enumerate() {
                let values: Vec<f64> = of_year(chart, *year).map(|(_, _, d)| d.value).collect();
                if let [a, b] = values.as_slice() {
                    let y = i as f64 + 0.5;
                    let style = ink(Role::Stem, super::marks::CONTEXT, (0, 0));
                    let _ = plot.draw_series(std::iter::once(PathElement::new([(*a, y), (*b, y)], style)));
                }
            }
            for (s, series) in chart.series.iter().enumerate() {
                let _ = plot.draw_series(series.data.iter().enumerate().map(|(i, d)| {
                    Circle::new((d.value, row(d)), px(frame.point + 1.5), point_ink(chart, s, i, d).filled())
                }));
                for (i, d) in series.data.iter().enumerate() {
                    let (x, y) = plot.backend_coord(&(d.value, row(d)));
                    hits.push(Hit { series: s, datum: i, x: quarter(x), y: quarter(y) });
                }
            }
        }
    }
    sort::by(&mut hits, |a, b| (a.series, a.datum).cmp(&(b.series, b.datum)));
    name_points(chart, &mut marks);
    for (i, year) in years.iter().enumerate() {
        let y = top + line * (i as f64 + 0.5) + frame.font * 0.36;
        marks.push(text(Role::Head, 0, (0.0, y), year.to_string(), frame.font, Anchor::Start));
    }
    for tick in &axis.ticks {
        let x = left + (right - left) * axis.share(*tick);
        let word = axis_word(chart, *tick);
        marks.push(text(Role::Tick, 0, (x, top - 8.0), word, frame.tick(), Anchor::Middle));
    }
    marks.extend(legend.marks);
    numbers(chart, &frame, &years, &hits, &mut marks);
    Scene { hits, reading: Reading::Rows, ..frame::scene(chart, size, &frame, marks) }
}

/// The data of a year, with the places of their series and of themselves.
fn of_year(chart: &Chart, year: i16) -> impl Iterator<Item = (usize, usize, &super::Datum)> {
    chart.series.iter().enumerate().filter_map(move |(s, series)| {
        let i = series.data.binary_search_by_key(&year, |d| d.date.year()).ok()?;
        series.data.get(i).map(|d| (s, i, d))
    })
}

/// Numbers outside the pair: the smaller left of its mark, the larger right.
fn numbers(chart: &Chart, frame: &Frame, years: &[i16], hits: &[Hit], marks: &mut Vec<Mark>) {
    // Where the hits of each series begin.
    let mut starts = vec![0];
    for series in &chart.series {
        starts.push(starts.last().copied().unwrap_or_default() + series.data.len());
    }
    for year in years {
        let pair = || of_year(chart, *year);
        let here: Vec<&Hit> = pair().filter_map(|(s, i, _)| hits.get(starts.get(s)? + i)).collect();
        // Rows keep to themselves.
        let mut room = Room::row((frame.width, frame.height));
        room.taken.extend(here.iter().map(|h| Area::around(h.x, h.y, frame.point + 2.0)));
        for (h, (s, _, d)) in here.iter().zip(pair()) {
            let tone = chart.series.get(s).map_or(0, |s| s.tone);
            let outside_left = here.iter().any(|o| o.series != h.series && o.x > h.x);
            let (gap, size) = (frame.point + 6.0, frame.font - 1.0);
            let y = h.y + size * 0.36;
            let left = text(Role::Value, tone, (h.x - gap, y), &d.number, size, Anchor::End);
            let right = text(Role::Value, tone, (h.x + gap, y), &d.number, size, Anchor::Start);
            let spots = if outside_left { [left, right] } else { [right, left] };
            room.place(marks, true, &spots);
        }
    }
}
