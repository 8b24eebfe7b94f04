//! The words of a line chart: names at the ends that never collide, the last value large, the turning points, and
//! what references and moments mean.

use super::frame::{Frame, cut};
use super::layout::{Area, Room, text};
use super::line::{Across, range, runs};
use super::marks::{CONTEXT, key};
use super::{Chart, Datum};
use crate::scene::{Anchor, Hit, Mark, Role, Shape, metrics};
use crate::text::sort;

/// Names in a row above the picture, where there is no room beside it.
#[derive(Default)]
pub(super) struct Legend {
    pub(super) marks: Vec<Mark>,
    pub(super) height: f64,
}

impl Legend {
    /// What a long legend takes beyond its first two lines: the picture grows by that much.
    pub(super) fn beyond_two_lines(&self, frame: &Frame) -> f64 {
        (self.height - frame.small() * 1.6 * 2.0).max(0.0)
    }
}

/// Whether the names of series have room beside the plot.
fn beside(chart: &Chart, frame: &Frame) -> bool {
    frame.wide && widest(chart, frame, true) + 24.0 <= frame.width * 0.36
}

/// The legend of a picture with several series; nothing where names stand at the ends.
pub(super) fn legend(chart: &Chart, frame: &Frame) -> Legend {
    if beside(chart, frame) { Legend::default() } else { keys(chart, frame, frame.width) }
}

/// A key and a name for every series that does not stand back, in rows that fit.
pub(super) fn keys(chart: &Chart, frame: &Frame, room: f64) -> Legend {
    let named = chart.series.iter().filter(|s| !s.name.is_empty() && s.tone != CONTEXT);
    let size = frame.small();
    let line = size * 1.6;
    let mut out = Legend::default();
    let (mut x, mut y) = (0.0, 0.0);
    for series in named {
        let name = cut(&series.name, size, Role::EndLabel, room - 20.0);
        let width = 18.0 + metrics::width(&name, size, Role::EndLabel.weight());
        if x > 0.0 && x + width > room {
            (x, y) = (0.0, y + line);
        }
        out.marks.push(key(series.tone, x + 6.0, y + size * 0.62, 5.0));
        let at = (x + 17.0, y + size);
        out.marks.push(text(Role::EndLabel, series.tone, at, name, size, Anchor::Start));
        x += width + 16.0;
    }
    if !out.marks.is_empty() {
        out.height = y + line;
    }
    out
}

/// The room right of the plot.
pub(super) fn end_room(chart: &Chart, frame: &Frame) -> f64 {
    let widest = widest(chart, frame, beside(chart, frame));
    if widest > 0.0 { widest + 24.0 } else { 26.0 }
}

fn widest(chart: &Chart, frame: &Frame, named: bool) -> f64 {
    let width =
        |(_, words): (usize, String)| metrics::width(&words, frame.font - 1.0, Role::EndLabel.weight());
    end_words(chart, named).map(width).fold(0.0, f64::max)
}

/// What stands at the ends of several series: name and last number, or the number alone.
fn end_words(chart: &Chart, named: bool) -> impl Iterator<Item = (usize, String)> {
    let several = chart.series.iter().enumerate().filter(|(_, s)| !s.name.is_empty() && s.tone != CONTEXT);
    several.filter_map(move |(s, series)| {
        let number = &series.data.last()?.number;
        Some((s, if named { format!("{} {number}", series.name) } else { number.clone() }))
    })
}

/// What the labels of lines keep clear of: words, points, and the lines themselves.
pub(super) fn room(chart: &Chart, frame: &Frame, hits: &[Hit], marks: &[Mark]) -> Room {
    let mut room = Room::new((frame.width, frame.height), marks);
    room.taken.extend(hits.iter().map(|h| Area::around(h.x, h.y, frame.point)));
    let mut rest = hits;
    for run in chart.series.iter().flat_map(runs) {
        let (here, after) = rest.split_at_checked(run.len()).unwrap_or((rest, &[]));
        rest = after;
        for pair in here.windows(2) {
            if let [a, b] = pair {
                Area::along((a.x, a.y), (b.x, b.y), &mut room.lines);
            }
        }
    }
    room
}

/// Writes the labels.
pub(super) fn label(chart: &Chart, frame: &Frame, hits: &[Hit], across: &Across, marks: &mut Vec<Mark>) {
    let mut room = room(chart, frame, hits, marks);
    name_ends(chart, frame, hits, across, marks, &mut room.taken);
    last_value(chart, frame, hits, marks, &mut room);
    turns(chart, frame, hits, marks, &mut room);
    meanings(chart, frame, across, marks, &mut room);
}

fn at(hits: &[Hit], series: usize, datum: usize) -> Option<&Hit> {
    hits.iter().find(|h| h.series == series && h.datum == datum)
}

/// The names of series in a column right of the plot, each as near to its end as the others allow, with a thin line
/// where it had to move away.
fn name_ends(
    chart: &Chart,
    frame: &Frame,
    hits: &[Hit],
    across: &Across,
    marks: &mut Vec<Mark>,
    taken: &mut Vec<Area>,
) {
    let size = frame.font - 1.0;
    let step = size * 1.25;
    let mut ends: Vec<(usize, String, f64, f64)> = end_words(chart, beside(chart, frame))
        .filter_map(|(s, words)| {
            let hit = at(hits, s, chart.series.get(s)?.data.len().saturating_sub(1))?;
            Some((s, words, hit.x, hit.y))
        })
        .collect();
    sort::by(&mut ends, |a, b| a.3.total_cmp(&b.3));
    let wanted: Vec<f64> = ends.iter().map(|e| e.3).collect();
    let places = spread(&wanted, step, across.plot.1 - step, across.plot.3 - 2.0);
    // All names begin at one edge, a little right of the last point.
    let left = across.plot.2 + if frame.wide { 14.0 } else { 10.0 };
    let room = frame.width - left - 2.0;
    for ((s, words, x, y), place) in ends.into_iter().zip(places) {
        let Some(series) = chart.series.get(s) else { continue };
        let words = cut(&words, size, Role::EndLabel, room);
        let mark = text(Role::EndLabel, series.tone, (left, place + size * 0.36), words, size, Anchor::Start);
        taken.extend(Area::of(&mark));
        marks.push(mark);
        if (place - y).abs() > 2.0 || left - x > 20.0 {
            marks.push(Mark::new(
                Role::Leader,
                series.tone,
                Shape::Line(x + frame.point + 3.0, y, left - 3.0, place),
            ));
        }
    }
}

/// Places in the order of the wanted ones, at least `step` apart, between two ends, moved as little as can be:
/// neighbours that would touch form a block around their mean.
pub(super) fn spread(wanted: &[f64], step: f64, top: f64, bottom: f64) -> Vec<f64> {
    // A block: sum of (wanted - offset inside), count.
    let mut blocks: Vec<(f64, usize)> = Vec::new();
    let start = |(sum, count): (f64, usize)| sum / count as f64;
    for y in wanted {
        let mut block = (*y, 1_usize);
        while let Some(last) = blocks.last().copied() {
            if start(last) + step * last.1 as f64 <= start(block) {
                break;
            }
            blocks.pop();
            // Inside a block the k-th stands k steps below its start.
            let moved = block.0 - step * (last.1 * block.1) as f64;
            block = (last.0 + moved, last.1 + block.1);
        }
        blocks.push(block);
    }
    let mut out = Vec::with_capacity(wanted.len());
    for block in blocks {
        let from = start(block);
        out.extend((0..block.1).map(|k| from + step * k as f64));
    }
    // Keep inside: push up from the bottom, then down from the top.
    let mut limit = bottom;
    for y in out.iter_mut().rev() {
        *y = y.min(limit);
        limit = *y - step;
    }
    let mut limit = top;
    for y in &mut out {
        *y = y.max(limit);
        limit = *y + step;
    }
    out
}

/// The last value of an only series, large.
fn last_value(chart: &Chart, frame: &Frame, hits: &[Hit], marks: &mut Vec<Mark>, room: &mut Room) {
    let [series] = chart.series.as_slice() else { return };
    let last = series.data.len().saturating_sub(1);
    if let Some((hit, datum)) =
        at(hits, 0, last).zip(series.data.get(last)).filter(|_| series.name.is_empty())
    {
        let font = frame.font * 1.75;
        let (above, below) = (hit.y - frame.point - 9.0, hit.y + frame.point + font);
        let higher = above - font * 0.6;
        let spots = [above, below, higher, below + font * 0.5]
            .into_iter()
            .flat_map(|y| [hit.x + 6.0, hit.x - 12.0].map(|x| (x, y)))
            .map(|spot| text(Role::BigValue, series.tone, spot, &datum.number, font, Anchor::End));
        room.place(marks, true, &spots.collect::<Vec<_>>());
    }
}

/// Numbers at the points that tell the story. With many series the picture would drown in them.
fn turns(chart: &Chart, frame: &Frame, hits: &[Hit], marks: &mut Vec<Mark>, room: &mut Room) {
    if chart.series.len() > 3 {
        return;
    }
    for (s, series) in chart.series.iter().enumerate().filter(|(_, s)| s.tone != CONTEXT) {
        let values: Vec<f64> = series.data.iter().map(|d| d.value).collect();
        for i in turning_points(&values).into_iter().filter(|i| chart.series.len() < 3 || *i == 0) {
            let (Some(hit), Some(datum)) = (at(hits, s, i), series.data.get(i)) else { continue };
            // Beside the last number the same number once more says nothing.
            if i + 2 == values.len() && series.data.last().is_some_and(|last| last.number == datum.number) {
                continue;
            }
            let neighbours = [i.checked_sub(1).and_then(|j| at(hits, s, j)), at(hits, s, i + 1)];
            let is_peak = neighbours.into_iter().flatten().all(|n| hit.y <= n.y + 0.01);
            let spots = around(frame, series.tone, datum, hit, is_peak);
            room.place(marks, false, &spots);
        }
    }
}

/// Where a number may stand at its point: over a peak, under a hollow, else a little to one side.
fn around(frame: &Frame, tone: u8, datum: &Datum, hit: &Hit, is_peak: bool) -> Vec<Mark> {
    let font = frame.font - 1.0;
    let aside = metrics::width(&datum.number, font, Role::Value.weight()) / 2.0;
    let (above, below) = (hit.y - frame.point - 8.0, hit.y + frame.point + frame.font);
    let heights = if is_peak { [above, below] } else { [below, above] };
    let spots = heights.into_iter().flat_map(|y| [0.0, aside, -aside].map(|dx| (hit.x + dx, y)));
    spots.map(|spot| text(Role::Value, tone, spot, &datum.number, font, Anchor::Middle)).collect()
}

/// What the lines across and through mean; on a phone they say it only where there is room, the summary says it too.
fn meanings(chart: &Chart, frame: &Frame, across: &Across, marks: &mut Vec<Mark>, room: &mut Room) {
    let (left, top, right, bottom) = across.plot;
    let size = (frame.font - 3.0).max(12.0);
    for (line, y) in chart.references.iter().zip(&across.references) {
        let heights = [y - 5.0, y + size + 3.0, y - 5.0 - size, y + size * 2.0 + 3.0];
        let mut spots = Vec::new();
        // Cut only where the whole has no room.
        for most in [1.0, 0.55, 0.4] {
            let label = cut(&line.label, size, Role::ReferenceLabel, (right - left) * most - 8.0);
            let width = metrics::width(&label, size, Role::ReferenceLabel.weight());
            let free = (right - left - width - 8.0).max(0.0);
            let xs = [0.0, 1.0, 0.25, 0.5, 0.75].map(|share| left + 4.0 + free * share);
            let places = heights.into_iter().flat_map(|y| xs.map(|x| (x, y)));
            spots.extend(places.map(|at| text(Role::ReferenceLabel, 0, at, &label, size, Anchor::Start)));
        }
        room.place(marks, true, &spots);
    }
    for (event, x) in chart.events.iter().zip(&across.moments) {
        let label = format!("{} {}", event.date.year(), event.label);
        let after = cut(&label, size, Role::MomentLabel, frame.width - x - 8.0);
        let before = cut(&label, size, Role::MomentLabel, x - 8.0);
        let mut heights = vec![top - 8.0];
        let mut y = top + size;
        while y < bottom - 4.0 {
            heights.push(y);
            y += size * 1.4;
        }
        let side = |y: f64, is_after: bool| {
            let (x, words, anchor) =
                if is_after { (x + 5.0, &after, Anchor::Start) } else { (x - 5.0, &before, Anchor::End) };
            text(Role::MomentLabel, 0, (x, y), words, size, anchor)
        };
        let wider = frame.width - x > *x;
        let spots = [wider, !wider].into_iter().flat_map(|after| heights.iter().map(move |y| (*y, after)));
        room.place(marks, true, &spots.map(|(y, after)| side(y, after)).collect::<Vec<_>>());
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_keep_their_distance_and_their_order() {
        let at = spread(&[10.0, 11.0, 12.0, 60.0], 15.0, 0.0, 100.0);
        assert!(at.windows(2).all(|p| p[1] - p[0] >= 14.999), "{at:?}");
        assert!((at[3] - 60.0).abs() < 1e-9, "who is alone stays: {at:?}");
        let low = spread(&[99.0, 99.0, 99.0], 15.0, 0.0, 100.0);
        assert!(low[2] <= 100.0 && low.windows(2).all(|p| p[1] - p[0] >= 14.999), "{low:?}");
        assert!(spread(&[], 15.0, 0.0, 100.0).is_empty());
    }
}
