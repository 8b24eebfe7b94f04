//! The marks: every datum has one, where its value belongs, and can be touched there.

use crate::all::{Picture, pictures_and_choices};
use crate::none;
use ngay_so::data::Measure;
use ngay_so::figure::table::Table;
use ngay_so::figure::{Chart, Kind};
use ngay_so::scene::{Hit, Mark, Role, Scene, Shape, svg};
use std::collections::BTreeMap;

/// What a mark is called: its series and its datum.
pub type Name = (String, String);

pub fn attribute(mark: &Mark, name: &str) -> Option<String> {
    mark.attrs.iter().find(|(key, _)| *key == name).map(|(_, value)| value.clone())
}

/// Corners of a path that is made of straight lines.
pub fn corners(path: &str) -> Vec<(f64, f64)> {
    let points = path.split(['M', 'L', 'Z']).filter(|p| !p.is_empty());
    points.filter_map(|p| p.split_once(' ').map(|(x, y)| (x.parse().unwrap(), y.parse().unwrap()))).collect()
}

/// Where a mark shows its value: the middle of a point, of a triangle or diamond its innards, all of a bar.
fn place(mark: &Mark) -> (f64, f64, f64, f64) {
    match &mark.shape {
        Shape::Circle(x, y, _) => (*x, *y, *x, *y),
        Shape::Rect(x, y, w, h) if matches!(mark.role, Role::Bar | Role::BarHollow) => (*x, *y, x + w, y + h),
        Shape::Rect(x, y, w, h) => (x + w / 2.0, y + h / 2.0, x + w / 2.0, y + h / 2.0),
        Shape::Path(d) => {
            // The eye puts the middle of a triangle a little above that of its box: a third of its height is inside.
            let corners = corners(d);
            let (xs, ys) = (corners.iter().map(|c| c.0), corners.iter().map(|c| c.1));
            let ends = |v: &mut dyn Iterator<Item = f64>| {
                v.fold((f64::INFINITY, f64::NEG_INFINITY), |e, v| (e.0.min(v), e.1.max(v)))
            };
            let (left, right) = ends(&mut xs.into_iter());
            let (top, bottom) = ends(&mut ys.into_iter());
            let (x, third) = (f64::midpoint(left, right), (bottom - top) / 3.0);
            (x, top + third, x, bottom - third)
        }
        other => panic!("{other:?}"),
    }
}

/// The marks that carry a datum, by name.
fn named(scene: &Scene) -> Vec<(Name, &Mark)> {
    let name = |mark| Some((attribute(mark, "data-series")?, attribute(mark, "data-x")?));
    scene.marks.iter().filter_map(|mark| Some((name(mark)?, mark))).collect()
}

fn wanted(chart: &Chart) -> Vec<((usize, usize), Name)> {
    let all = chart.series.iter().enumerate();
    all.flat_map(|(s, series)| {
        let one = move |(i, d)| ((s, i), (series.id.clone(), Chart::key_of(d)));
        series.data.iter().enumerate().map(one)
    })
    .collect()
}

#[test]
fn pictures_hold_only_finite_numbers() {
    let bad = regex::Regex::new(r#"NaN|inf\b|[" ]-0[ "]"#).unwrap();
    let faults = pictures_and_choices().iter().filter_map(|p| {
        let text = svg::to_string(&p.scene);
        let at = bad.find(&text)?.start();
        Some(format!("{}: …{}…", p.name, text.get(at.saturating_sub(40)..at + 20).unwrap_or_default()))
    });
    none(faults.collect());
}

#[test]
fn every_datum_has_its_mark_and_its_hit() {
    let mut faults = Vec::new();
    for p in pictures_and_choices() {
        let data = wanted(&p.figure.chart);
        let hits: Vec<_> = p.scene.hits.iter().map(|h| (h.series, h.datum)).collect();
        if hits != data.iter().map(|(place, _)| *place).collect::<Vec<_>>() {
            faults.push(format!("{}: điểm chạm {hits:?}", p.name));
        }
        let named = named(&p.scene);
        let mut found: Vec<Name> = named.iter().map(|(name, _)| name.clone()).collect();
        let mut owed: Vec<Name> = data.iter().map(|(_, name)| name.clone()).collect();
        found.sort();
        owed.sort();
        if found != owed {
            faults.push(format!("{}: dấu {found:?}\n  dữ liệu {owed:?}", p.name));
        }
        let marks: BTreeMap<&Name, &Mark> = named.iter().map(|(name, mark)| (name, *mark)).collect();
        for (hit, (_, name)) in p.scene.hits.iter().zip(&data) {
            let Some(mark) = marks.get(name) else { continue };
            let (left, top, right, bottom) = place(mark);
            // Points are touched at their centre, bars at their end.
            let bar = matches!(mark.role, Role::Bar | Role::BarHollow);
            let across =
                (left - 0.6..=right + 0.6).contains(&hit.x) && (top - 0.6..=bottom + 0.6).contains(&hit.y);
            let ends = [left, right].iter().any(|x| (x - hit.x).abs() < 1.0)
                || [top, bottom].iter().any(|y| (y - hit.y).abs() < 1.0);
            let inside = (0.0..=p.scene.width).contains(&hit.x) && (0.0..=p.scene.height).contains(&hit.y);
            if !across || !inside || bar && !ends {
                faults.push(format!(
                    "{}: {name:?} vẽ ở {:?} mà chạm ở ({}, {})",
                    p.name,
                    place(mark),
                    hit.x,
                    hit.y
                ));
            }
        }
    }
    none(faults);
}

/// No two data of different places lie under the same finger in a picture that is read every which way; where the
/// nearest is asked for at a datum, it answers with a datum that stands there.
#[test]
fn touching_a_datum_finds_it() {
    let mut faults = Vec::new();
    for p in pictures_and_choices() {
        for hit in &p.scene.hits {
            let found = p.scene.nearest(hit.x, hit.y).unwrap();
            if (found.x - hit.x).abs() > 0.01 || (found.y - hit.y).abs() > 0.01 {
                faults.push(format!("{}: chạm {hit:?} được {found:?}", p.name));
            }
        }
    }
    none(faults);
}

/// Along which way larger values go: +1 right, −1 up; `None` where the picture has no one way.
fn order(p: &Picture, a: &Hit, b: &Hit) -> bool {
    let chart = &p.figure.chart;
    let lying = match chart.kind {
        Kind::Dots | Kind::Dumbbell => true,
        Kind::Bars => {
            chart.series.len() == 1 && chart.series[0].data.iter().any(|d| d.date.month().is_some())
        }
        _ => false,
    };
    // a is larger than b.
    match (lying, chart.inverted) {
        (true, false) => a.x >= b.x,
        (true, true) => a.x <= b.x,
        (false, false) => a.y <= b.y,
        (false, true) => a.y >= b.y,
    }
}

#[test]
fn larger_values_stand_higher_but_better_ranks_stand_on_top() {
    let mut faults = Vec::new();
    for p in pictures_and_choices() {
        let chart = &p.figure.chart;
        let value = |h: &Hit| chart.datum(h.series, h.datum).unwrap().1.value;
        // Small pictures have axes of their own places; inside each the order holds.
        let alone = chart.kind == Kind::Multiples;
        let mut hits: Vec<&Hit> = p.scene.hits.iter().collect();
        hits.sort_by(|a, b| {
            let of = |h: &Hit| if alone { h.series } else { 0 };
            of(a).cmp(&of(b)).then(value(a).total_cmp(&value(b)))
        });
        for pair in hits.windows(2).filter(|pair| !alone || pair[0].series == pair[1].series) {
            if value(pair[1]) > value(pair[0]) && !order(p, pair[1], pair[0]) {
                faults.push(format!("{}: {} và {} đứng ngược", p.name, value(pair[0]), value(pair[1])));
            }
        }
        if (p.figure.indicator.measure == Measure::Rank) != chart.inverted {
            faults.push(format!("{}: thứ hạng mà trục không đảo", p.name));
        }
    }
    none(faults);
}

/// Small pictures share one scale: equal values stand equally high under the head of their picture.
#[test]
fn small_pictures_share_their_scale() {
    let mut faults = Vec::new();
    for p in pictures_and_choices().iter().filter(|p| p.figure.chart.kind == Kind::Multiples) {
        let chart = &p.figure.chart;
        let heads: Vec<f64> = crate::words::words(&p.scene.marks)
            .into_iter()
            .filter(|w| w.role == Role::Head)
            .map(|w| w.bottom)
            .collect();
        assert_eq!(heads.len(), chart.series.len(), "{}", p.name);
        let mut all: Vec<(f64, f64)> = p
            .scene
            .hits
            .iter()
            .map(|h| (chart.datum(h.series, h.datum).unwrap().1.value, h.y - heads[h.series]))
            .collect();
        all.sort_by(|a, b| a.0.total_cmp(&b.0));
        for pair in all.windows(2) {
            let sound =
                if chart.inverted { pair[0].1 <= pair[1].1 + 0.3 } else { pair[0].1 >= pair[1].1 - 0.3 };
            if !sound {
                faults.push(format!("{}: {pair:?}", p.name));
            }
        }
    }
    none(faults);
}

#[test]
fn the_table_holds_the_series() {
    let mut faults = Vec::new();
    for f in crate::all::figures_and_choices() {
        let rows: Vec<Name> = Table::new(&f.chart).rows.into_iter().map(|r| (r.series, r.x)).collect();
        let data: Vec<Name> = wanted(&f.chart).into_iter().map(|(_, name)| name).collect();
        if rows != data {
            faults.push(format!("{}: bảng {rows:?}\n  dữ liệu {data:?}", f.name));
        }
    }
    none(faults);
}
