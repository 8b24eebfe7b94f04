//! Charts side by side: one time axis for all, one value axis for those of one unit, the others faint behind each.

use super::frame::{self, Frame};
use super::labels::keys;
use super::layout::{Axis, axis_word, text, year_ticks};
use super::line::{range, runs, value_axis};
use super::marks::{CONTEXT, key, name_points, tone};
use super::panel_labels;
use super::{Chart, ChartSeries, Size};
use crate::data::{Measure, Status};
use crate::scene::svg::num;
use crate::scene::{Anchor, Hit, Mark, Reading, Role, Scene, Shape, metrics};
use crate::text::sort;

/// The most lines that the head of a panel takes.
const HEAD_LINES: usize = 3;

/// Which scale each panel stands on, counted from 0: those of one unit and measure share theirs.
pub(super) fn scales(panels: &[&Chart]) -> Vec<usize> {
    let mut kinds: Vec<(Measure, &str)> = Vec::new();
    let mut out = Vec::with_capacity(panels.len());
    for panel in panels {
        let kind = (panel.measure, panel.unit.as_str());
        let at = kinds.iter().position(|k| *k == kind);
        out.push(at.unwrap_or_else(|| {
            kinds.push(kind);
            kinds.len() - 1
        }));
    }
    out
}

/// Whether the others stand faint behind the line of each panel: all on one scale, one line in each.
pub(super) fn has_ghosts(chart: &Chart) -> bool {
    let panels: Vec<&Chart> = chart.panels.iter().collect();
    panels.len() > 1
        && scales(&panels).iter().all(|s| *s == 0)
        && panels.iter().all(|p| p.series.len() == 1 && p.value_words.is_empty())
}

/// The value axis that a panel shares with those of its unit.
fn axis(panels: &[&Chart], of: &Chart, count: usize) -> Axis {
    let same = || panels.iter().filter(|p| p.measure == of.measure && p.unit == of.unit);
    let series = same().flat_map(|p| &p.series).cloned().collect();
    let references = same().flat_map(|p| &p.references).cloned().collect();
    value_axis(&Chart { series, references, panels: Vec::new(), ..of.clone() }, count)
}

/// Whether the axis of a panel begins above zero though its values are amounts or scores.
pub(super) fn is_cut(panels: &[&Chart], of: &Chart) -> bool {
    !of.inverted && of.value_words.is_empty() && axis(panels, of, 4).from > 0.0
}

/// A line of the head of a panel.
#[derive(Clone, Debug)]
enum Head {
    /// A part of its name.
    Name(String),
    /// Its unit, where units differ.
    Unit(String),
    /// One of its lines: tone and name.
    Key(u8, String),
}

/// One panel in its place.
pub(super) struct Panel<'a> {
    pub(super) chart: &'a Chart,
    pub(super) axis: Axis,
    /// The number of its first series in the whole.
    pub(super) first: usize,
    pub(super) left: f64,
    pub(super) top: f64,
    pub(super) width: f64,
    pub(super) height: f64,
    /// The room at the right for the last numbers of several lines.
    pub(super) ends: f64,
    head: Vec<Head>,
    /// Where its head begins.
    start: (f64, f64),
    /// Whether the words of the axis stand at its left.
    with_axis: bool,
}

impl Panel<'_> {
    pub(super) fn y(&self, value: f64) -> f64 {
        quarter(self.top + self.height * (1.0 - self.axis.share(value)))
    }
}

/// The time axis of all panels.
struct Time {
    from: f64,
    to: f64,
    years: Vec<i16>,
}

impl Time {
    fn of(chart: &Chart) -> Self {
        let data = || chart.series.iter().flat_map(|s| &s.data);
        let (from, to) = range(data().map(|d| d.date.as_year()));
        let mut years: Vec<i16> = data().map(|d| d.date.year()).collect();
        sort::by(&mut years, Ord::cmp);
        years.dedup();
        Self { from, to, years }
    }

    /// Where a time stands in a panel: a little inside its edges, in the middle if there is only one.
    fn x(&self, panel: &Panel, time: f64) -> f64 {
        let (left, width) = (panel.left + 7.0, panel.width - 14.0 - panel.ends);
        let share = if self.to > self.from { (time - self.from) / (self.to - self.from) } else { 0.5 };
        quarter(left + width * share)
    }
}

fn quarter(v: f64) -> f64 {
    (v * 4.0).round() / 4.0
}

/// Draws the panels.
pub(super) fn draw(chart: &Chart, size: Size) -> Scene {
    let mut frame = Frame::of(size);
    frame.font = if frame.wide { 15.0 } else { 13.5 };
    let legend = legend(chart, &frame);
    let panels = lay_out(chart, &mut frame, legend.height);
    let time = Time::of(chart);
    let mut marks: Vec<Mark> = legend.marks;
    let mut hits: Vec<Hit> = Vec::new();
    let ghosts = has_ghosts(chart);
    for panel in &panels {
        grid(panel, &frame, &time, &mut marks);
        if ghosts {
            for (s, other) in chart.series.iter().enumerate().filter(|(s, _)| *s != panel.first) {
                lines(panel, &time, other, CONTEXT, s, &mut marks);
            }
        }
        for (i, series) in panel.chart.series.iter().enumerate() {
            lines(panel, &time, series, series.tone, panel.first + i, &mut marks);
        }
        for (i, series) in panel.chart.series.iter().enumerate() {
            points(chart, panel, &frame, &time, series, panel.first + i, &mut marks, &mut hits);
        }
    }
    name_points(chart, &mut marks);
    panel_labels::numbers(chart, &panels, &frame, &hits, &mut marks);
    Scene { hits, reading: Reading::Free, ..frame::scene(chart, size, &frame, marks) }
}

/// The names of several lines, once above all panels where they are the same in each.
fn legend(chart: &Chart, frame: &Frame) -> super::labels::Legend {
    let longest = chart.panels.iter().max_by_key(|p| p.series.len()).filter(|p| p.series.len() > 1);
    let same =
        |p: &Chart| p.series.iter().all(|s| longest.is_some_and(|l| l.series.iter().any(|o| o.id == s.id)));
    match longest.filter(|_| chart.panels.iter().all(same)) {
        Some(panel) => {
            let mut legend = keys(panel, frame, frame.width);
            legend.height += 10.0;
            legend
        }
        None => super::labels::Legend::default(),
    }
}

/// Where each panel stands: all beside each other where there is room, else in rows of two or one.
fn lay_out<'a>(chart: &'a Chart, frame: &mut Frame, above: f64) -> Vec<Panel<'a>> {
    let all: Vec<&Chart> = chart.panels.iter().collect();
    let count = all.len().max(1);
    let one_scale = scales(&all).iter().all(|s| *s == 0);
    let columns = match (frame.wide, one_scale, count) {
        (true, true, n) | (true, false, n @ 1..=3) => n,
        (true, false, _) | (false, true, 2..) => 2,
        (false, ..) => 1,
    };
    let rows = count.div_ceil(columns);
    let ticks = if frame.wide { 5 } else { 3 };
    let axes: Vec<Axis> = all.iter().map(|panel| axis(&all, panel, ticks)).collect();
    let tick = frame.tick();
    let room = axes.iter().zip(&all).map(|(a, p)| a.room(p, tick)).fold(0.0, f64::max);
    let gap = if frame.wide { 22.0 } else { 14.0 };
    // On one scale the words stand once in a row.
    let words = if one_scale { room } else { room * columns as f64 };
    let width = (frame.width - words - gap * (columns - 1) as f64 - 8.0) / columns as f64;
    let height = match (frame.wide, rows) {
        (true, 1) => 270.0,
        (true, _) => 170.0,
        (false, _) => (width * 0.8).clamp(120.0, 150.0),
    };
    let line = frame.font * 1.28;
    let foot = tick * 2.1;
    let head_room = if one_scale { width } else { width + room };
    let keyed = above <= 0.0;
    let heads: Vec<Vec<Head>> =
        all.iter().map(|p| head(p, (one_scale, keyed), frame.font, head_room)).collect();
    let mut out = Vec::new();
    let mut first = 0;
    let mut top = above;
    for row in 0..rows {
        let here = row * columns..((row + 1) * columns).min(all.len());
        let lines = heads.get(here.clone()).unwrap_or_default().iter().map(Vec::len).max().unwrap_or(0);
        let picture = top + line * lines as f64 + frame.font * 1.25;
        for i in here {
            let (Some(panel), Some(axis), Some(head)) = (all.get(i), axes.get(i), heads.get(i)) else {
                continue;
            };
            let column = (i % columns) as f64;
            let left =
                if one_scale { room + (width + gap) * column } else { room + (width + gap + room) * column };
            out.push(Panel {
                chart: panel,
                axis: axis.clone(),
                first,
                left,
                top: picture,
                width,
                height,
                ends: panel_labels::room(panel, frame),
                head: head.clone(),
                start: (if one_scale { left } else { left - room }, top + frame.font),
                with_axis: !one_scale || i % columns == 0,
            });
            first += panel.series.len();
        }
        top = picture + height + foot + 12.0;
    }
    frame.height = (top - 6.0).round();
    out
}

/// The head of a panel in lines that fit; where scales differ, its unit follows, and the names of its lines where
/// no legend has them.
fn head(panel: &Chart, (one_scale, keyed): (bool, bool), size: f64, room: f64) -> Vec<Head> {
    let mut out: Vec<Head> = wrap(&panel.title, size, room, HEAD_LINES).into_iter().map(Head::Name).collect();
    if !one_scale && panel.value_words.is_empty() {
        out.push(Head::Unit(frame::cut(&panel.unit, size - 2.0, Role::Tick, room)));
    }
    if keyed && panel.series.len() > 1 {
        let name = |s: &ChartSeries| frame::cut(&s.name, size - 2.0, Role::EndLabel, room - 18.0);
        out.extend(panel.series.iter().map(|s| Head::Key(s.tone, name(s))));
    }
    out
}

/// Words in lines no wider than the room; what does not fit into the last one is cut.
fn wrap(words: &str, size: f64, room: f64, most: usize) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in words.split(' ') {
        let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        let fits = metrics::width(&longer, size, Role::Head.weight()) <= room;
        if fits || line.is_empty() || out.len() + 1 == most {
            line = longer;
        } else {
            out.push(std::mem::replace(&mut line, word.to_owned()));
        }
    }
    out.push(frame::cut(&line, size, Role::Head, room));
    out
}

/// Head, grid and the words of both axes.
fn grid(panel: &Panel, frame: &Frame, time: &Time, marks: &mut Vec<Mark>) {
    let (left, right) = (panel.left, panel.left + panel.width - panel.ends);
    let bottom = panel.top + panel.height;
    let line = frame.font * 1.28;
    for (i, part) in panel.head.iter().enumerate() {
        let (x, y) = (panel.start.0, panel.start.1 + line * i as f64);
        let at = (x, y);
        let words = match part {
            Head::Name(words) => text(Role::Head, 0, at, words, frame.font, Anchor::Start),
            Head::Unit(words) => text(Role::Tick, 0, at, words, frame.tick(), Anchor::Start),
            Head::Key(tone, words) => {
                marks.push(key(*tone, x + 6.0, y - frame.tick() * 0.36, 5.0));
                text(Role::EndLabel, *tone, (x + 17.0, y), words, frame.tick(), Anchor::Start)
            }
        };
        marks.push(words);
    }
    for tick in &panel.axis.ticks {
        let y = panel.y(*tick);
        marks.push(Mark::new(Role::Grid, 0, Shape::Line(left, y, right, y)));
        if panel.with_axis {
            let at = (left - 8.0, y + frame.tick() * 0.36);
            let word = axis_word(panel.chart, *tick);
            marks.push(text(Role::Tick, 0, at, word, frame.tick(), Anchor::End));
        }
    }
    for r in &panel.chart.references {
        let y = panel.y(r.value);
        marks.push(Mark::new(Role::Reference, 0, Shape::Line(left, y, right, y)));
    }
    let base = bottom + frame.tick() * 1.5;
    // As many years as have room, the two ends always.
    let each = metrics::width("2024", frame.tick(), Role::Tick.weight()) + 10.0;
    let room = (((right - left) / each) as usize).clamp(2, 7);
    let years = if room < 3 {
        let ends = [time.years.first(), time.years.last().filter(|_| time.years.len() > 1)];
        ends.into_iter().flatten().copied().collect()
    } else {
        year_ticks(&time.years, room, 0.0)
    };
    let last = years.len().saturating_sub(1);
    let half = each / 2.0;
    // Where the word before ends; those between keep off both ends.
    let mut before = left + each;
    for (i, year) in years.iter().enumerate() {
        let x = time.x(panel, f64::from(*year)).clamp(left, right);
        let (x, anchor) = match i {
            _ if last == 0 => (x, Anchor::Middle),
            0 => (left, Anchor::Start),
            i if i == last => (right, Anchor::End),
            _ if x - half < before || x + half > right - each => continue,
            _ => (x, Anchor::Middle),
        };
        if i > 0 {
            before = x + half;
        }
        marks.push(text(Role::Tick, 0, (x, base), year.to_string(), frame.tick(), anchor));
    }
}

/// The lines of a series; over a missing year there is none.
fn lines(panel: &Panel, time: &Time, series: &ChartSeries, tone: u8, number: usize, marks: &mut Vec<Mark>) {
    for run in runs(series).into_iter().filter(|run| run.len() > 1) {
        let mut d = String::new();
        for (i, datum) in run.iter().enumerate() {
            d.push(if i == 0 { 'M' } else { 'L' });
            d.push_str(&num(time.x(panel, datum.date.as_year())));
            d.push(' ');
            d.push_str(&num(panel.y(datum.value)));
        }
        marks.push(Mark {
            series: number.min(usize::from(u16::MAX)) as u16,
            ..Mark::new(Role::Line, tone, Shape::Path(d))
        });
    }
}

#[allow(clippy::too_many_arguments)] // one call
fn points(
    chart: &Chart,
    panel: &Panel,
    frame: &Frame,
    time: &Time,
    series: &ChartSeries,
    number: usize,
    marks: &mut Vec<Mark>,
    hits: &mut Vec<Hit>,
) {
    let last = series.data.len().saturating_sub(1);
    for (i, d) in series.data.iter().enumerate() {
        let (x, y) = (time.x(panel, d.date.as_year()), panel.y(d.value));
        let radius = if i == last { frame.point } else { frame.point - 1.25 };
        let role = if d.status == Status::Unverified { Role::Hollow } else { Role::Point };
        let tone = tone(chart, number, d);
        let mark = Mark::new(role, tone, Shape::Circle(x, y, radius));
        marks.push(Mark { series: number.min(usize::from(u16::MAX)) as u16, datum: i as u32, ..mark });
        hits.push(Hit { series: number, datum: i, x, y });
    }
}
