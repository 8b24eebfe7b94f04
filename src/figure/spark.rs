//! The small picture beside a name in a list: a line through time, or where the provinces stand.
//!
//! It is the large figure in little: gaps stay gaps, unverified points are hollow, ranks have their small numbers on
//! top, and a level starts at zero. It has no words; the list says in words what it shows.
//!
//! It has no grid and no labels, so the axes of the large figures are all it needs of plotters.

use super::layout::Axis;
use super::line::{range, runs};
use super::{Chart, Datum, map_words};
use crate::data::Status;
use crate::scene::recorder::SCALE;
use crate::scene::svg::num;
use crate::scene::{Mark, Reading, Role, Scene, Shape};
use crate::text::sort;
use plotters::coord::ranged1d::Ranged;
use std::fmt::Write as _;

/// Width.
pub const WIDTH: f64 = 120.0;
/// Height.
pub const HEIGHT: f64 = 36.0;
/// Room around for the last point.
const PAD: f64 = 4.5;
/// From where to where it reaches across, in quarter pixels as in [`SCALE`].
const ACROSS: (i32, i32) = (18, 462);
/// Radius of the point that the list quotes; the outline makes it larger by one.
const LAST: f64 = 2.5;
/// From where to where a province's tick reaches, that of the middle, and that of a province that lacks it.
const TICK: (f64, f64) = (11.0, 25.0);
const MEDIAN: (f64, f64) = (6.0, 30.0);
const LACKING: (f64, f64) = (15.0, 21.0);

/// A point of a line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// When, in years.
    pub at: f64,
    /// How much.
    pub value: f64,
    /// Whether it is not verified.
    pub hollow: bool,
}

/// A series: runs that a line may join, ascending.
pub type Runs = Vec<Vec<Spot>>;

/// A chart in little.
pub fn of(chart: &Chart) -> Scene {
    let mut series: Vec<Runs> = Vec::new();
    for one in &chart.series {
        let mut spots = Vec::new();
        for run in runs(one) {
            let spot = |d: &Datum| Spot {
                at: d.date.as_year(),
                value: d.value,
                hollow: d.status == Status::Unverified,
            };
            spots.push(run.iter().map(spot).collect());
        }
        series.push(spots);
    }
    line(&chart.id, &series, chart.inverted)
}

/// Lines through time. The last point of the first series, which the list quotes, stands out.
pub fn line(id: &str, series: &[Runs], inverted: bool) -> Scene {
    let (mut years, mut values) = (Vec::new(), Vec::new());
    for spot in series.iter().flatten().flatten() {
        years.push(spot.at);
        values.push(spot.value);
    }
    let ((x0, x1), (low, high)) = (range(years), range(values.iter().copied()));
    let (bottom, top) = if inverted { (high, low) } else { (low.min(0.0), high) };
    let (across, up) = (Axis::new(x0, x1, Vec::new()), Axis::new(bottom, top, Vec::new()));
    let place = |s: &Spot| {
        let (x, y) = (across.map(&s.at, ACROSS), up.map(&s.value, (px(HEIGHT - PAD), px(PAD))));
        (quarters(x), quarters(y))
    };
    let (mut lines, mut dots) = (Vec::new(), Vec::new());
    // The first series lies on top.
    for (tone, runs) in series.iter().enumerate().rev() {
        let tone = tone as u8;
        let last = runs.last().and_then(|run| run.last()).map(|s| s.at);
        for run in runs {
            let mut d = String::new();
            for spot in run {
                let (x, y) = place(spot);
                let _ = write!(d, "{}{} {}", if d.is_empty() { 'M' } else { 'L' }, num(x), num(y));
                let is_last = last == Some(spot.at);
                let radius = match (is_last, spot.hollow || run.len() == 1) {
                    (true, _) if tone == 0 => LAST,
                    // A point that no line meets would not be seen at all.
                    (_, true) => LAST - 0.5,
                    (true, _) => LAST - 1.0,
                    _ => continue,
                };
                let role = if spot.hollow { Role::Hollow } else { Role::Point };
                dots.push(Mark::new(role, tone, Shape::Circle(x, y, radius)));
            }
            if run.len() > 1 {
                lines.push(Mark::new(Role::Line, tone, Shape::Path(d)));
            }
        }
    }
    lines.append(&mut dots);
    scene(id, lines)
}

/// Where the provinces stand between the least and the best: a tick each, a long one in the middle of them, and a
/// point on the best, which is on the right.
pub fn strip(id: &str, values: &[f64], inverted: bool) -> Scene {
    let (low, high) = range(values.iter().copied());
    let (worst, best) = if inverted { (high, low) } else { (low, high) };
    let axis = Axis::new(worst, best, Vec::new());
    let place = |v: f64| axis.map(&v, ACROSS);
    let mut places: Vec<i32> = values.iter().map(|v| place(*v)).collect();
    sort::by(&mut places, Ord::cmp);
    // Values that fall on the same quarter of a pixel make the same tick.
    places.dedup();
    let mut marks = Vec::new();
    if !places.is_empty() {
        marks.push(ticks(Role::Strip, 1, &places, TICK));
    }
    // The middle of one or two values says nothing.
    if let Some(middle) = map_words::median(values.to_vec()).filter(|_| values.len() > 2) {
        marks.push(ticks(Role::Median, 0, &[place(middle)], MEDIAN));
    }
    if !places.is_empty() {
        marks.push(Mark::new(Role::Point, 0, Shape::Circle(quarters(place(best)), HEIGHT / 2.0, LAST)));
    }
    scene(id, marks)
}

/// Yes and no: as many long ticks as provinces that have it, then short ones for the others.
pub fn flags(id: &str, yes: usize, no: usize) -> Scene {
    let axis = Axis::new(0.0, (yes + no).saturating_sub(1) as f64, Vec::new());
    let place = |i: usize| axis.map(&(i as f64), ACROSS);
    let places: Vec<i32> = (0..yes + no).map(place).collect();
    let (have, lack) = places.split_at_checked(yes).unwrap_or_default();
    let mut marks = Vec::new();
    if !lack.is_empty() {
        marks.push(ticks(Role::Strip, 1, lack, LACKING));
    }
    if !have.is_empty() {
        marks.push(ticks(Role::Strip, 0, have, MEDIAN));
    }
    scene(id, marks)
}

/// Upright ticks at places counted in quarter pixels, as one path.
fn ticks(role: Role, tone: u8, places: &[i32], (from, to): (f64, f64)) -> Mark {
    let mut d = String::with_capacity(places.len() * 12);
    for place in places {
        let _ = write!(d, "M{} {}V{}", num(quarters(*place)), num(from), num(to));
    }
    Mark::new(role, tone, Shape::Path(d))
}

fn scene(id: &str, marks: Vec<Mark>) -> Scene {
    Scene {
        id: format!("{id}-spark"),
        width: WIDTH,
        height: HEIGHT,
        name: String::new(),
        description: String::new(),
        reading: Reading::Time,
        marks,
        hits: Vec::new(),
    }
}

fn px(v: f64) -> i32 {
    (v * f64::from(SCALE)) as i32
}

fn quarters(v: i32) -> f64 {
    f64::from(v) / f64::from(SCALE)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn runs_of(runs: &[&[(f64, f64)]]) -> Vec<Runs> {
        let spot = |(at, value): &(f64, f64)| Spot { at: *at, value: *value, hollow: false };
        vec![runs.iter().map(|run| run.iter().map(spot).collect()).collect()]
    }

    fn of_role(scene: &Scene, role: Role) -> Vec<Shape> {
        scene.marks.iter().filter(|m| m.role == role).map(|m| m.shape.clone()).collect()
    }

    fn circles(scene: &Scene, role: Role) -> Vec<(f64, f64, f64)> {
        let circle = |shape| if let Shape::Circle(x, y, r) = shape { Some((x, y, r)) } else { None };
        of_role(scene, role).into_iter().filter_map(circle).collect()
    }

    /// How many upright ticks the marks of a role have.
    fn count(scene: &Scene, role: Role, tone: u8) -> usize {
        let marks = scene.marks.iter().filter(|m| m.role == role && m.tone == tone);
        marks.map(|m| if let Shape::Path(d) = &m.shape { d.matches('M').count() } else { 0 }).sum()
    }

    /// Every number of a scene is inside it and on a quarter pixel.
    fn sound(scene: &Scene) {
        for mark in &scene.marks {
            let numbers: Vec<f64> = match &mark.shape {
                Shape::Path(d) => d
                    .split(|c: char| !(c.is_ascii_digit() || c == '.' || c == '-'))
                    .filter(|n| !n.is_empty())
                    .map(|n| n.parse().unwrap())
                    .collect(),
                Shape::Circle(x, y, r) => vec![*x, *y, x - r - 1.0, x + r + 1.0, y - r - 1.0],
                other => panic!("{other:?}"),
            };
            for n in numbers {
                assert!((0.0..=WIDTH).contains(&n) && (n * 4.0 - (n * 4.0).round()).abs() < 1e-9, "{n}");
            }
        }
    }

    #[test]
    fn a_gap_stays_a_gap() {
        let whole = line("a", &runs_of(&[&[(1.0, 1.0), (2.0, 3.0), (4.0, 2.0), (5.0, 4.0)]]), false);
        let broken = line("a", &runs_of(&[&[(1.0, 1.0), (2.0, 3.0)], &[(4.0, 2.0), (5.0, 4.0)]]), false);
        assert_eq!((of_role(&whole, Role::Line).len(), of_role(&broken, Role::Line).len()), (1, 2));
        assert_eq!(circles(&whole, Role::Point), circles(&broken, Role::Point));
        sound(&broken);
    }

    #[test]
    fn a_point_between_two_gaps_is_seen() {
        let scene = line("a", &runs_of(&[&[(1.0, 1.0)], &[(3.0, 2.0), (4.0, 2.5)]]), false);
        assert_eq!((of_role(&scene, Role::Line).len(), circles(&scene, Role::Point).len()), (1, 2));
    }

    #[test]
    fn no_one_and_two_points() {
        assert!(line("a", &[], false).marks.is_empty());
        assert!(line("a", &runs_of(&[]), false).marks.is_empty());
        let one = line("a", &runs_of(&[&[(2024.0, 7.0)]]), false);
        assert_eq!((of_role(&one, Role::Line).len(), circles(&one, Role::Point).len()), (0, 1));
        assert!((circles(&one, Role::Point)[0].0 - WIDTH / 2.0).abs() < 0.3);
        let two = line("a", &runs_of(&[&[(2023.0, 7.0), (2024.0, 9.0)]]), false);
        assert_eq!(of_role(&two, Role::Line), [Shape::Path("M4.5 10.5L115.5 4.5".into())]);
        [one, two].iter().for_each(sound);
    }

    #[test]
    fn a_level_starts_at_zero_and_a_rank_has_one_on_top() {
        let values = [(1.0, 60.0), (2.0, 30.0)];
        let level = circles(&line("a", &runs_of(&[&values]), false), Role::Point)[0];
        let rank = circles(&line("a", &runs_of(&[&values]), true), Role::Point)[0];
        assert!((level.1 - HEIGHT / 2.0).abs() < 0.3 && (rank.1 - PAD).abs() < 0.3, "{level:?} {rank:?}");
    }

    #[test]
    fn equal_and_negative_values() {
        for values in [[5.0, 5.0], [0.0, 0.0], [-3.0, -1.0], [-2.0, 2.0]] {
            for inverted in [false, true] {
                let scene = line("a", &runs_of(&[&[(1.0, values[0]), (2.0, values[1])]]), inverted);
                assert_eq!(scene.marks.len(), 2, "{values:?}");
                sound(&scene);
            }
            let strip = strip("a", &values, false);
            assert_eq!(count(&strip, Role::Strip, 1), if values[0] < values[1] { 2 } else { 1 });
            sound(&strip);
        }
    }

    #[test]
    fn what_is_not_verified_is_hollow() {
        let mut series = runs_of(&[&[(1.0, 1.0), (2.0, 2.0), (3.0, 3.0)]]);
        for i in [1, 2] {
            series[0][0][i].hollow = true;
        }
        let scene = line("a", &series, false);
        assert!(circles(&scene, Role::Point).is_empty());
        let radii: Vec<f64> = circles(&scene, Role::Hollow).iter().map(|c| c.2).collect();
        assert_eq!(radii, [LAST - 0.5, LAST]);
    }

    #[test]
    fn sixty_three_provinces_make_sixty_three_ticks() {
        let values: Vec<f64> = (1..=63).map(f64::from).collect();
        let up = strip("a", &values, false);
        let ranks = strip("a", &values, true);
        for scene in [&up, &ranks] {
            sound(scene);
            assert_eq!((count(scene, Role::Strip, 1), count(scene, Role::Median, 0)), (63, 1));
            // The best is on the right, whichever way the numbers run.
            assert!((circles(scene, Role::Point)[0].0 - (WIDTH - PAD)).abs() < 0.3);
        }
        assert!(strip("a", &[], false).marks.is_empty());
        assert_eq!(count(&strip("a", &[4.0], false), Role::Median, 0), 0);
    }

    #[test]
    fn yes_and_no_are_counted() {
        for (yes, no) in [(10, 53), (0, 63), (63, 0), (1, 0), (0, 0)] {
            let scene = flags("a", yes, no);
            sound(&scene);
            assert_eq!((count(&scene, Role::Strip, 0), count(&scene, Role::Strip, 1)), (yes, no));
        }
    }
}
