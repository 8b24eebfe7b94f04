//! Bars: columns for years, rows for dated snapshots.
//!
//! Years stand side by side, a missing year keeps its empty place and says so. Snapshots with days of their own are
//! rows, because their distances in time differ and long dates read better from left to right.

use super::frame::{self, Frame, cut};
use super::layout::{self, Area, Axis, Room, axis_word, lower_foot, readable, text, ticks, year_ticks};
use super::line::{grid, range};
use super::marks::{CONTEXT, bar_key, hit, name_points, px, quarter, tone};
use super::{Chart, Datum, Size, labels};
use crate::data::Status;
use crate::scene::recorder::{Recorder, ink};
use crate::scene::{Anchor, Hit, Mark, Reading, Role, Scene, Shape, metrics};
use crate::text::sort;
use plotters::prelude::*;

/// Draws a bar chart.
pub fn draw(chart: &Chart, size: Size) -> Scene {
    let mut marks = Vec::new();
    let mut hits = Vec::new();
    let lying = is_rows(chart);
    let frame = if lying {
        rows(chart, size, &mut marks, &mut hits)
    } else {
        columns(chart, size, &mut marks, &mut hits)
    };
    name_points(chart, &mut marks);
    sort::by(&mut hits, |a, b| (a.series, a.datum).cmp(&(b.series, b.datum)));
    let reading = if lying { Reading::Rows } else { Reading::Time };
    Scene { reading, hits, ..frame::scene(chart, size, &frame, marks) }
}

/// Snapshots that have days of their own lie in rows.
pub(super) fn is_rows(chart: &Chart) -> bool {
    chart.series.len() == 1 && chart.series.iter().flat_map(|s| &s.data).any(|d| d.date.month().is_some())
}

fn role(datum: &Datum) -> Role {
    if datum.status == Status::Unverified { Role::BarHollow } else { Role::Bar }
}

/// One column a year and series; missing years stay empty and are named.
fn columns(chart: &Chart, size: Size, marks: &mut Vec<Mark>, hits: &mut Vec<Hit>) -> Frame {
    let mut frame = Frame::of(size);
    let t = &chart.locale.messages().figure;
    let all = || chart.series.iter().flat_map(|s| &s.data);
    let (low, high) = range(all().map(|d| d.value));
    let (low, high) = (low.min(0.0), if high > low.min(0.0) { high.max(0.0) } else { 1.0 });
    let (first, last) = range(all().map(|d| f64::from(d.date.year())));
    let steps = readable(chart, ticks(low * 1.02, high * 1.02, 4));
    let tick_size = frame.small();
    let words: Vec<String> = steps.iter().map(|v| axis_word(chart, *v)).collect();
    let left =
        words.iter().map(|w| metrics::width(w, tick_size, Role::Tick.weight())).fold(0.0, f64::max) + 10.0;
    let legend = labels::keys(chart, &frame, frame.width);
    frame.height += legend.beyond_two_lines(&frame);
    let lanes = chart.series.len().max(1) as f64;
    // Above the highest column stands its number; where two columns share a year, perhaps on an upper floor.
    let air = match (lanes > 1.0, frame.wide) {
        (false, _) => 1.8,
        (true, true) => 2.8,
        (true, false) => 4.0,
    };
    // A number wider than its column may reach beyond the last one.
    let numbers = all().map(|d| metrics::width(&d.number, frame.small(), Role::Value.weight()));
    let right = if lanes > 1.0 && !frame.wide { numbers.fold(0.0, f64::max) * 0.6 } else { 6.0 };
    let word = metrics::width("2024", tick_size, Role::Tick.weight()) + 6.0;
    // So does the word of the last year, where columns are thin.
    let right = right.max((word - (frame.width - left - right) / (last - first + 1.0)) / 2.0);
    let mut empty_slots: Vec<(f64, f64, f64)> = Vec::new();
    {
        let area = Recorder::new(frame.width, frame.height, marks).into_drawing_area();
        let years: Vec<i16> = (first as i16..=last as i16).collect();
        let slot = (frame.width - left - right) / years.len() as f64;
        let room = ((frame.width - left - right) / word) as usize;
        let xs: Vec<f64> = year_ticks(&years, room.max(2), word / slot).into_iter().map(f64::from).collect();
        let built = ChartBuilder::on(&area)
            .margin_top(px(frame.font * air + legend.height))
            .margin_right(px(right))
            .set_label_area_size(LabelAreaPosition::Left, px(left))
            .set_label_area_size(LabelAreaPosition::Bottom, px(tick_size * 2.2))
            .build_cartesian_2d(
                Axis::new(first - 0.5, last + 0.5, xs.clone()),
                Axis::new(low * 1.04, high * 1.04, steps),
            );
        if let Ok(mut plot) = built {
            grid(&mut plot, chart, tick_size);
            for (s, series) in chart.series.iter().enumerate() {
                let lane = 0.76 / lanes;
                let from = -0.38 + lane * s as f64;
                let _ = plot.draw_series(series.data.iter().enumerate().map(|(i, d)| {
                    let x = f64::from(d.date.year()) + from;
                    let style = ink(role(d), tone(chart, s, d), (s, i)).filled();
                    Rectangle::new([(x, 0.0), (x + lane * 0.94, d.value)], style)
                }));
                for (i, d) in series.data.iter().enumerate() {
                    let x = f64::from(d.date.year()) + from + lane * 0.47;
                    hits.push(hit(s, i, plot.backend_coord(&(x, d.value))));
                }
            }
            let base = [(first - 0.5, 0.0), (last + 0.5, 0.0)];
            let _ = plot.draw_series(LineSeries::new(base, ink(Role::Baseline, 0, (0, 0))));
            let taken = layout::years(chart);
            let is_empty = |year: &i16| taken.binary_search(year).is_err();
            for gap in
                years.chunk_by(|a, b| is_empty(a) == is_empty(b)).filter(|gap| gap.iter().all(is_empty))
            {
                let middle = gap.iter().map(|y| f64::from(*y)).sum::<f64>() / gap.len() as f64;
                let (x, y) = plot.backend_coord(&(middle, 0.0));
                empty_slots.push((quarter(x), quarter(y), slot * (gap.len() as f64 + 0.2)));
            }
        }
    }
    let slot = (frame.width - left - right) / (last - first + 1.0);
    for (x, y, room) in empty_slots {
        let lines = frame::wrap(t.gap_row, frame.small(), Role::Tick, room - 2.0);
        let width = |line: &String| metrics::width(line, frame.small(), Role::Tick.weight());
        // A gap too narrow for words is left to the summary, which names its years.
        if lines.iter().any(|line| width(line) > room) {
            continue;
        }
        for (i, word) in lines.into_iter().rev().enumerate() {
            let at = (x, y - 8.0 - i as f64 * tick_size * 1.2);
            marks.push(text(Role::Tick, 0, at, word, frame.small(), Anchor::Middle));
        }
    }
    lower_foot(marks, 6.0);
    if !legend.marks.is_empty() {
        let bars =
            marks.iter().filter(|m| matches!(m.role, Role::Bar | Role::BarHollow) && m.tone != CONTEXT);
        let keys = bars.filter_map(|m| match m.shape {
            Shape::Rect(x, y, w, h) => bar_key(m.tone, (x, y), (w, h)),
            _ => None,
        });
        let keys: Vec<Mark> = keys.collect();
        marks.extend(keys);
    }
    marks.extend(legend.marks);
    let mut room = Room::new((frame.width, frame.height), marks);
    room.taken.extend(marks.iter().filter(|m| m.role != Role::BarKey).filter_map(Area::of_bar));
    let lane = slot * 0.76 / lanes;
    // Over columns as thin as lines numbers would be a scatter; table and tooltip have them.
    for hit in hits.iter().filter(|_| lane >= 5.0) {
        let Some((_, d)) = chart.datum(hit.series, hit.datum) else { continue };
        let (role, tone) = (Role::Value, tone(chart, hit.series, d));
        let (large, small) = (frame.font - 1.0, frame.small());
        // Where columns are narrower than their numbers, a number stands on a floor above its neighbours.
        let floors = (0..9).map(|k| (small, f64::from(k) * 1.15));
        let spots = [(large, 0.0)].into_iter().chain(floors).flat_map(|(font, floor)| {
            let y = hit.y - 7.0 - floor * font;
            [
                text(role, tone, (hit.x, y), &d.number, font, Anchor::Middle),
                text(role, tone, (hit.x - lane / 2.0 + 2.0, y), &d.number, font, Anchor::Start),
                text(role, tone, (hit.x + lane / 2.0 - 2.0, y), &d.number, font, Anchor::End),
            ]
        });
        let placed = room.place(marks, true, &spots.collect::<Vec<_>>());
        if let Some(Shape::Text { at: (_, y), .. }) = marks.last().filter(|_| placed).map(|m| &m.shape)
            && hit.y - y > small * 2.5
        {
            let leader = Shape::Line(hit.x, y + 4.0, hit.x, hit.y - 2.0);
            marks.push(Mark::new(Role::Leader, tone, leader));
        }
    }
    frame
}

/// One row a snapshot: its date, its bar, its number.
fn rows(chart: &Chart, size: Size, marks: &mut Vec<Mark>, hits: &mut Vec<Hit>) -> Frame {
    let mut frame = Frame::of(size);
    let data: Vec<&Datum> = chart.series.iter().flat_map(|s| &s.data).collect();
    let line = if size == Size::Wide { 54.0 } else { 46.0 };
    frame.height = data.len() as f64 * line + 8.0;
    let (_, high) = range(data.iter().map(|d| d.value));
    let high = if high > 0.0 { high } else { 1.0 };
    let label = data
        .iter()
        .map(|d| metrics::width(&d.when, frame.font - 1.0, Role::Tick.weight()))
        .fold(0.0, f64::max)
        .min(frame.width * 0.42)
        + 14.0;
    let number_room = data
        .iter()
        .map(|d| metrics::width(&d.number, frame.font * 1.35, Role::BigValue.weight()))
        .fold(0.0, f64::max)
        + 14.0;
    {
        let area = Recorder::new(frame.width, frame.height, marks).into_drawing_area();
        let built =
            ChartBuilder::on(&area).margin_left(px(label)).margin_right(px(number_room)).build_cartesian_2d(
                Axis::new(0.0, high, Vec::new()),
                Axis::new(data.len() as f64, 0.0, Vec::new()),
            );
        if let Ok(mut plot) = built {
            let _ = plot.draw_series(data.iter().enumerate().map(|(i, d)| {
                let y = i as f64;
                let style = ink(role(d), tone(chart, 0, d), (0, i)).filled();
                Rectangle::new([(0.0, y + 0.2), (d.value.max(0.0), y + 0.8)], style)
            }));
            let _ = plot.draw_series(LineSeries::new(
                [(0.0, 0.0), (0.0, data.len() as f64)],
                ink(Role::Baseline, 0, (0, 0)),
            ));
            for (i, d) in data.iter().enumerate() {
                hits.push(hit(0, i, plot.backend_coord(&(d.value, i as f64 + 0.5))));
            }
        }
    }
    for hit in hits.iter() {
        let Some((series, d)) = chart.datum(hit.series, hit.datum) else { continue };
        let is_last = hit.datum + 1 == series.data.len();
        let base = hit.y + frame.font * 0.36;
        let when = cut(&d.when, frame.font - 1.0, Role::Tick, label - 12.0);
        marks.push(text(Role::Tick, 0, (label - 10.0, base), when, frame.font - 1.0, Anchor::End));
        let (role, font) =
            if is_last { (Role::BigValue, frame.font * 1.35) } else { (Role::Value, frame.font) };
        marks.push(text(role, 0, (hit.x + 8.0, base), &d.number, font, Anchor::Start));
    }
    frame
}
