//! What a picture says at its marks: names and numbers that a reader needs without touching anything, and which stand
//! clear of the marks.

use crate::all::{Picture, pictures, pictures_and_choices};
use crate::none;
use crate::words::{Words, words};
use ngay_so::figure::{ChartSeries, Kind};
use ngay_so::scene::{Mark, Role, Shape};

/// The tone of what stands back.
const CONTEXT: u8 = 8;

fn forward(p: &Picture) -> Vec<&ChartSeries> {
    p.figure.chart.series.iter().filter(|s| s.tone != CONTEXT).collect()
}

/// Whether a word of the picture says a name, perhaps cut.
fn says(w: &Words, name: &str) -> bool {
    let cut = w.text.strip_suffix('…').map(str::trim_end);
    w.text.contains(name)
        || cut.is_some_and(|w| w.chars().count() > 3 && name.starts_with(w))
        || cut.is_some_and(|w| {
            w.chars().skip_while(|c| !c.is_alphabetic()).count() > 3
                && name.starts_with(w.trim_start_matches(|c: char| !c.is_alphabetic()))
        })
}

#[test]
fn every_series_that_stands_out_is_named() {
    let mut faults = Vec::new();
    for p in pictures_and_choices() {
        let words = words(&p.scene.marks);
        for series in forward(p).into_iter().filter(|s| !s.name.is_empty()) {
            if !words.iter().any(|w| says(w, &series.name)) {
                faults.push(format!("{}: không nêu tên {}", p.name, series.name));
            }
        }
    }
    none(faults);
}

/// In the author's view the number that matters most stands in the picture: the last of every series; of slopes both
/// ends; of columns, rows, dots and pairs every number. Only so many lines that they would drown it are spared.
#[test]
fn the_numbers_that_matter_are_written() {
    let mut faults = Vec::new();
    for p in pictures() {
        let chart = &p.figure.chart;
        let words = words(&p.scene.marks);
        let written = |number: &str| {
            let exact = |w: &&Words| {
                w.text == number
                    || w.text.ends_with(&format!(" {number}"))
                    || w.text.starts_with(&format!("{number} "))
            };
            words
                .iter()
                .filter(|w| w.role != Role::Tick && w.role != Role::ReferenceLabel)
                .filter(exact)
                .count()
        };
        for series in forward(p) {
            let mut owed: Vec<&str> = match chart.kind {
                Kind::Line | Kind::Multiples => {
                    series.data.last().iter().map(|d| d.number.as_str()).collect()
                }
                Kind::Slope => [series.data.first(), series.data.last()]
                    .into_iter()
                    .flatten()
                    .map(|d| d.number.as_str())
                    .collect(),
                Kind::Bars | Kind::Dots | Kind::Dumbbell => {
                    series.data.iter().map(|d| d.number.as_str()).collect()
                }
            };
            owed.sort_unstable();
            owed.dedup();
            for number in owed {
                if written(number) == 0 {
                    faults.push(format!("{}: thiếu số {number} {}", p.name, series.name));
                }
            }
        }
    }
    none(faults);
}

/// What references and events mean is written where there is room beside or above: in wide pictures always.
#[test]
fn lines_across_say_what_they_mean() {
    let mut faults = Vec::new();
    for p in pictures_and_choices() {
        let chart = &p.figure.chart;
        if chart.is_empty() || !matches!(chart.kind, Kind::Line | Kind::Dots) {
            continue;
        }
        let words = words(&p.scene.marks);
        let labels = chart.references.iter().map(|r| r.label.clone());
        let events = chart.events.iter().map(|e| format!("{} {}", e.date.year(), e.label));
        for label in labels.chain(events) {
            if !words.iter().any(|w| says(w, &label)) {
                faults.push(format!("{}: không nêu \"{label}\"", p.name));
            }
        }
    }
    none(faults);
}

/// The box of a point.
fn point(mark: &Mark) -> Option<(f64, f64, f64, f64)> {
    if !matches!(mark.role, Role::Point | Role::Hollow) || mark.tone == CONTEXT {
        return None;
    }
    Some(match &mark.shape {
        Shape::Circle(x, y, r) => (x - r, y - r, x + r, y + r),
        Shape::Rect(x, y, w, h) => (*x, *y, x + w, y + h),
        Shape::Path(d) => {
            let corners = crate::marks::corners(d);
            let xs = || corners.iter().map(|c| c.0);
            let ys = || corners.iter().map(|c| c.1);
            (
                xs().fold(f64::INFINITY, f64::min),
                ys().fold(f64::INFINITY, f64::min),
                xs().fold(f64::NEG_INFINITY, f64::max),
                ys().fold(f64::NEG_INFINITY, f64::max),
            )
        }
        _ => return None,
    })
}

/// Words stand clear of the points, so that neither hides the other.
#[test]
fn no_word_covers_a_point() {
    let mut faults = Vec::new();
    for p in pictures_and_choices() {
        let points: Vec<_> = p.scene.marks.iter().filter_map(point).collect();
        for w in words(&p.scene.marks) {
            for (left, top, right, bottom) in &points {
                let x = w.right.min(*right) - w.left.max(*left);
                let y = w.bottom.min(*bottom) - w.top.max(*top);
                if x > 1.0 && y > 1.0 {
                    faults.push(format!(
                        "{}: \"{}\" che điểm ở ({left:.0}, {top:.0}), {x:.0} × {y:.0} px",
                        p.name, w.text
                    ));
                }
            }
        }
    }
    none(faults);
}

/// The strokes of lines, as pairs of ends.
fn strokes(mark: &Mark) -> Vec<((f64, f64), (f64, f64))> {
    if mark.role != Role::Line || mark.tone == CONTEXT {
        return Vec::new();
    }
    match &mark.shape {
        Shape::Line(a, b, c, d) => vec![((*a, *b), (*c, *d))],
        Shape::Path(d) => crate::marks::corners(d).windows(2).map(|p| (p[0], p[1])).collect(),
        _ => Vec::new(),
    }
}

/// Whether a stroke runs through a box.
fn crosses((a, b): ((f64, f64), (f64, f64)), w: &Words) -> bool {
    let (left, right, top, bottom) = (w.left + 1.0, w.right - 1.0, w.top + 1.5, w.bottom - 1.5);
    let inside = |x: f64, y: f64| (left..=right).contains(&x) && (top..=bottom).contains(&y);
    let steps = ((a.0 - b.0).abs() + (a.1 - b.1).abs()).ceil().max(1.0);
    (0..=steps as usize).any(|i| {
        let t = i as f64 / steps;
        inside(a.0 + (b.0 - a.0) * t, a.1 + (b.1 - a.1) * t)
    })
}

/// Numbers do not lie on the lines of the series.
#[test]
fn no_line_runs_through_a_number() {
    let mut faults = Vec::new();
    for p in pictures_and_choices() {
        let strokes: Vec<_> = p.scene.marks.iter().flat_map(strokes).collect();
        let loud = [Role::Value, Role::BigValue, Role::EndLabel, Role::Tick, Role::Head];
        for w in words(&p.scene.marks).iter().filter(|w| loud.contains(&w.role)) {
            if strokes.iter().any(|s| crosses(*s, w)) {
                faults.push(format!("{}: đường chạy qua \"{}\"", p.name, w.text));
            }
        }
    }
    none(faults);
}

/// Words stand beside or above bars, never on them.
#[test]
fn no_word_lies_on_a_bar() {
    let mut faults = Vec::new();
    for p in pictures_and_choices() {
        let bars = p.scene.marks.iter().filter(|m| matches!(m.role, Role::Bar | Role::BarHollow));
        let bars: Vec<_> = bars
            .map(|m| match m.shape {
                Shape::Rect(x, y, w, h) => (x, y, x + w, y + h),
                ref other => panic!("{other:?}"),
            })
            .collect();
        for w in words(&p.scene.marks) {
            for (left, top, right, bottom) in &bars {
                let (x, y) =
                    (w.right.min(*right) - w.left.max(*left), w.bottom.min(*bottom) - w.top.max(*top));
                if x > 1.0 && y > 1.0 {
                    faults.push(format!("{}: \"{}\" nằm trên cột, {x:.0} × {y:.0} px", p.name, w.text));
                }
            }
        }
    }
    none(faults);
}
