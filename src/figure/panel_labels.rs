//! The numbers in panels: the last of each line, the first where there is only one, and what the reference means.

use super::frame::{Frame, cut};
use super::labels::spread;
use super::layout::{Area, Room, text};
use super::line::runs;
use super::panels::Panel;
use super::{Chart, Datum};
use crate::scene::{Anchor, Hit, Mark, Role, metrics};
use crate::text::sort;

/// The room right of several lines for their last numbers.
pub(super) fn room(panel: &Chart, frame: &Frame) -> f64 {
    if panel.series.len() < 2 {
        return 0.0;
    }
    let last = panel.series.iter().filter_map(|s| s.data.last());
    let width = |d: &Datum| metrics::width(&d.number, frame.font - 1.0, Role::Value.weight());
    last.map(width).fold(0.0, f64::max) + 8.0
}

/// Writes the numbers where they stand free. A panel without data says so.
pub(super) fn numbers(chart: &Chart, panels: &[Panel], frame: &Frame, hits: &[Hit], marks: &mut Vec<Mark>) {
    let mut free = Room::new((frame.width, frame.height), marks);
    free.taken.extend(hits.iter().map(|h| Area::around(h.x, h.y, frame.point)));
    for panel in panels {
        for (i, series) in panel.chart.series.iter().enumerate() {
            let lengths: Vec<usize> = runs(series).iter().map(|r| r.len()).collect();
            guard(hits, panel.first + i, &lengths, &mut free.lines);
        }
    }
    for panel in panels {
        if panel.chart.is_empty() {
            let words = chart.locale.messages().figure.gap_row;
            let at = (panel.left + panel.width / 2.0, panel.top + panel.height / 2.0);
            marks.push(text(Role::Tick, 0, at, words, frame.tick(), Anchor::Middle));
        } else if panel.chart.series.len() > 1 {
            ends(panel, frame, hits, marks, &mut free);
        } else {
            only(panel, frame, hits, marks, &mut free);
        }
    }
    for panel in panels {
        meaning(panel, frame, marks, &mut free);
    }
}

/// Keeps words off a line: small areas along it.
fn guard(hits: &[Hit], series: usize, runs: &[usize], lines: &mut Vec<Area>) {
    let mut own = hits.iter().filter(|h| h.series == series);
    for length in runs {
        let run: Vec<&Hit> = own.by_ref().take(*length).collect();
        for pair in run.windows(2) {
            let [a, b] = pair else { continue };
            Area::along((a.x, a.y), (b.x, b.y), lines);
        }
    }
}

fn hit(hits: &[Hit], series: usize, datum: usize) -> Option<&Hit> {
    hits.iter().find(|h| h.series == series && h.datum == datum)
}

/// The last numbers of several lines, beside their ends, spread so that none covers another.
fn ends(panel: &Panel, frame: &Frame, hits: &[Hit], marks: &mut Vec<Mark>, free: &mut Room) {
    let size = frame.font - 1.0;
    let mut all: Vec<(f64, f64, u8, &str)> = Vec::new();
    for (i, series) in panel.chart.series.iter().enumerate() {
        let last = series.data.len().saturating_sub(1);
        if let Some((hit, d)) = hit(hits, panel.first + i, last).zip(series.data.get(last)) {
            all.push((hit.y, hit.x, series.tone, &d.number));
        }
    }
    sort::by(&mut all, |a, b| a.0.total_cmp(&b.0));
    let wanted: Vec<f64> = all.iter().map(|e| e.0).collect();
    let places = spread(&wanted, size * 1.1, panel.top - size, panel.top + panel.height + size * 0.4);
    for ((_, x, tone, number), y) in all.into_iter().zip(places) {
        // Beside its end, or in the column at the right where another line goes on.
        let edge = panel.left + panel.width - panel.ends + 2.0;
        let spots = [(x + frame.point + 4.0, y), (edge, y), (edge, y + size), (edge, y - size)];
        let words =
            spots.map(|(x, y)| text(Role::Value, tone, (x, y + size * 0.36), number, size, Anchor::Start));
        free.place(marks, true, &words);
    }
}

/// The last and the first number of an only line: on the side where the line does not run.
fn only(panel: &Panel, frame: &Frame, hits: &[Hit], marks: &mut Vec<Mark>, free: &mut Room) {
    let Some(series) = panel.chart.series.first() else { return };
    let size = frame.font - 1.0;
    let last = series.data.len().saturating_sub(1);
    let ends = [(last, last.checked_sub(1), true), (0, Some(1), false)];
    for (at, beside, is_last) in ends.into_iter().take(if last == 0 { 1 } else { 2 }) {
        let Some((here, d)) = hit(hits, panel.first, at).zip(series.data.get(at)) else { continue };
        let neighbour = beside.and_then(|i| hit(hits, panel.first, i));
        let (x, anchor) = match (last, is_last) {
            (0, _) => (here.x, Anchor::Middle),
            (_, true) => ((here.x + 7.0).min(frame.width - 1.0), Anchor::End),
            (_, false) => (here.x - 7.0, Anchor::Start),
        };
        let above = [here.y - frame.point - 7.0, here.y - frame.point - 7.0 - size];
        let below = [here.y + frame.point + size, here.y + frame.point + size * 2.0];
        // Above where the line comes from below.
        let heights = if neighbour.is_none_or(|n| n.y >= here.y) {
            [above[0], below[0], above[1], below[1]]
        } else {
            [below[0], above[0], below[1], above[1]]
        };
        let words = heights.map(|y| text(Role::Value, series.tone, (x, y), &d.number, size, anchor));
        // Beside the point, where neither has room.
        let side = if is_last { here.x - frame.point - 5.0 } else { here.x + frame.point + 5.0 };
        let beside = text(Role::Value, series.tone, (side, here.y + size * 0.36), &d.number, size, anchor);
        let [a, b, c, d] = words;
        free.place(marks, true, &[a, b, c, d, beside]);
    }
}

/// What the line across a panel means, where there is room.
fn meaning(panel: &Panel, frame: &Frame, marks: &mut Vec<Mark>, free: &mut Room) {
    let size = (frame.tick() - 1.0).max(12.0);
    let (left, right) = (panel.left, panel.left + panel.width - panel.ends);
    for r in &panel.chart.references {
        let y = panel.y(r.value);
        let label = cut(&r.label, size, Role::ReferenceLabel, right - left - 8.0);
        let spots = [
            (left + 4.0, y - 5.0, Anchor::Start),
            (right - 4.0, y - 5.0, Anchor::End),
            (left + 4.0, y + size + 3.0, Anchor::Start),
            (right - 4.0, y + size + 3.0, Anchor::End),
        ];
        let words = spots.map(|(x, y, anchor)| text(Role::ReferenceLabel, 0, (x, y), &label, size, anchor));
        free.place(marks, true, &words);
    }
}
