//! Every national chart, in both languages and sizes: its picture as a snapshot one can open, and what must hold of
//! any picture: all words inside and apart, every datum where it belongs, table and summary from the same numbers.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use ngay_so::data::{Dataset, FigureKind};
use ngay_so::figure::table::Table;
use ngay_so::figure::{Chart, Size};
use ngay_so::scene::{Anchor, Mark, Scene, Shape, metrics, svg};
use ngay_so::site::content;
use ngay_so::text::Locale;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::{Arc, OnceLock};

fn data() -> &'static Dataset {
    static DATA: OnceLock<Arc<Dataset>> = OnceLock::new();
    DATA.get_or_init(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data");
        content::load(&folder).unwrap_or_else(|faults| panic!("{}", content::Report(&faults))).dataset
    })
}

fn charts() -> Vec<Chart> {
    let of = |id: &str| Locale::ALL.map(|locale| Chart::new(data(), id, locale)).into_iter().flatten();
    data().indicators.iter().flat_map(|i| of(&i.id).collect::<Vec<_>>()).collect()
}

/// Every picture with its name: `egdi-rank-vi-wide`.
fn pictures() -> Vec<(String, Chart, Scene)> {
    let mut out = Vec::new();
    for chart in charts() {
        for size in Size::ALL {
            let name = format!("{}-{}-{}", chart.id, chart.locale.tag(), size.word());
            let scene = chart.draw(size);
            out.push((name, chart.clone(), scene));
        }
    }
    out
}

/// All faults at once: whoever mends a chart wants to see the others too.
fn none(faults: Vec<String>) {
    assert!(faults.is_empty(), "{} lỗi:\n{}", faults.len(), faults.join("\n"));
}

/// A text as it is drawn: words, left, top, right, bottom (letters stand on the baseline; the tail of a `g` and a
/// dot below a vowel hang a fifth under it).
struct Words(String, f64, f64, f64, f64);

fn words(marks: &[Mark]) -> Vec<Words> {
    let mut out = Vec::new();
    for mark in marks {
        match &mark.shape {
            Shape::Group(inner) => out.extend(words(inner)),
            Shape::Text { at: (x, y), text, size, weight, anchor } => {
                let width = metrics::width(text, *size, *weight);
                let left = match anchor {
                    Anchor::Start => *x,
                    Anchor::Middle => x - width / 2.0,
                    Anchor::End => x - width,
                };
                out.push(Words(text.clone(), left, y - size * 0.75, left + width, y + size * 0.2));
            }
            _ => {}
        }
    }
    out
}

/// Whether a chart is drawn in rows: bars of snapshots that have days of their own.
fn rows(chart: &Chart) -> bool {
    let dated = chart.series.iter().flat_map(|s| &s.data).any(|d| d.date.month().is_some());
    chart.kind == FigureKind::Bars && chart.series.len() == 1 && dated
}

/// The mark of a datum: what it is called and where its value shows (the centre of a point, the end of a bar).
fn named(scene: &Scene) -> Vec<((String, String), (f64, f64))> {
    let attribute = |mark: &Mark, name: &str| {
        mark.attrs.iter().find(|(key, _)| *key == name).map(|(_, value)| value.clone())
    };
    scene
        .marks
        .iter()
        .filter_map(|mark| {
            let name = (attribute(mark, "data-series")?, attribute(mark, "data-x")?);
            let at = match mark.shape {
                Shape::Circle(x, y, _) => (x, y),
                Shape::Rect(x, y, width, _) => (x + width, y),
                _ => return None,
            };
            Some((name, at))
        })
        .collect()
}

#[test]
fn every_national_indicator_has_a_chart() {
    let ids: BTreeSet<_> = charts().into_iter().map(|c| c.id).collect();
    let national = data().indicators.iter().filter(|i| !i.is_provincial()).map(|i| i.id.clone());
    assert_eq!(ids, national.collect());
    assert!(ids.len() >= 15, "{}", ids.len());
}

#[test]
fn pictures_are_as_approved() {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_snapshot_path("snapshots");
    settings.set_omit_expression(true);
    settings.bind(|| {
        for (name, _, scene) in pictures() {
            let file = format!("{name}.svg");
            insta::assert_binary_snapshot!(&file, svg::to_string(&scene).into_bytes());
        }
    });
}

#[test]
fn pictures_hold_only_finite_numbers() {
    let bad = regex::Regex::new(r"NaN|inf\b|-0[ \x22]").unwrap();
    let faults = pictures().into_iter().filter_map(|(name, _, scene)| {
        let text = svg::to_string(&scene);
        let at = bad.find(&text)?.start();
        Some(format!("{name}: …{}…", text.get(at.saturating_sub(40)..at + 20).unwrap_or_default()))
    });
    none(faults.collect());
}

#[test]
fn all_words_stand_inside_the_picture() {
    let mut faults = Vec::new();
    for (name, _, scene) in pictures() {
        for Words(text, left, top, right, bottom) in words(&scene.marks) {
            let out = [-left, -top, right - scene.width, bottom - scene.height];
            let most = out.into_iter().fold(f64::NEG_INFINITY, f64::max);
            if most > 0.5 {
                faults.push(format!("{name}: \"{text}\" thò ra {most:.1} px"));
            }
        }
    }
    none(faults);
}

#[test]
fn no_two_words_touch() {
    let mut faults = Vec::new();
    for (name, _, scene) in pictures() {
        let words = words(&scene.marks);
        for (i, a) in words.iter().enumerate() {
            for b in &words[i + 1..] {
                let (x, y) = (a.3.min(b.3) - a.1.max(b.1), a.4.min(b.4) - a.2.max(b.2));
                if x > 0.5 && y > 0.5 {
                    faults.push(format!("{name}: \"{}\" đè \"{}\" ({x:.0} × {y:.0} px)", a.0, b.0));
                }
            }
        }
    }
    none(faults);
}

#[test]
fn every_datum_has_its_mark_and_its_hit() {
    let mut faults = Vec::new();
    for (name, chart, scene) in pictures() {
        let data: Vec<_> = chart
            .series
            .iter()
            .enumerate()
            .flat_map(|(s, series)| {
                let one = move |(i, d)| ((s, i), (series.id.clone(), Chart::key_of(d)));
                series.data.iter().enumerate().map(one)
            })
            .collect();
        let hits: Vec<_> = scene.hits.iter().map(|h| (h.series, h.datum)).collect();
        if hits != data.iter().map(|(place, _)| *place).collect::<Vec<_>>() {
            faults.push(format!("{name}: điểm chạm {hits:?}"));
        }
        let mut marks = named(&scene);
        marks.sort_by(|a, b| a.0.cmp(&b.0));
        let mut wanted: Vec<_> = data.iter().map(|(_, key)| key.clone()).collect();
        wanted.sort();
        if marks.iter().map(|(key, _)| key.clone()).collect::<Vec<_>>() != wanted {
            faults.push(format!("{name}: dấu {marks:?}\n  dữ liệu {wanted:?}"));
        }
        for (hit, (_, key)) in scene.hits.iter().zip(&data) {
            let Some((_, at)) = marks.iter().find(|(k, _)| k == key) else { continue };
            let near = (hit.x - at.0).abs() <= 60.0 && (hit.y - at.1).abs() <= 30.0;
            let inside = (0.0..=scene.width).contains(&hit.x) && (0.0..=scene.height).contains(&hit.y);
            if !near || !inside {
                faults.push(format!("{name}: {key:?} vẽ ở {at:?} mà chạm ở ({}, {})", hit.x, hit.y));
            }
        }
    }
    none(faults);
}

#[test]
fn larger_values_stand_higher_but_better_ranks_stand_on_top() {
    let mut faults = Vec::new();
    for (name, chart, scene) in pictures() {
        let lying = rows(&chart);
        for a in &scene.hits {
            for b in &scene.hits {
                let value = |h: &ngay_so::scene::Hit| chart.datum(h.series, h.datum).unwrap().1.value;
                if value(a) <= value(b) {
                    continue;
                }
                // Snapshots with days of their own lie: there larger means further right.
                let sound = if lying {
                    a.x >= b.x
                } else if chart.inverted {
                    a.y >= b.y
                } else {
                    a.y <= b.y
                };
                if !sound {
                    faults.push(format!("{name}: {} và {} đứng ngược", value(a), value(b)));
                }
            }
        }
        let ranks = data().indicator(&chart.id).unwrap().measure == ngay_so::data::Measure::Rank;
        if ranks != chart.inverted {
            faults.push(format!("{name}: thứ hạng mà trục không đảo"));
        }
    }
    none(faults);
}

#[test]
fn the_axes_are_named() {
    let mut faults = Vec::new();
    for (name, chart, scene) in pictures() {
        let said: Vec<String> = words(&scene.marks).into_iter().map(|w| w.0).collect();
        let data = || chart.series.iter().flat_map(|s| &s.data);
        let dated = rows(&chart);
        let years: Vec<String> = data().map(|d| d.date.year().to_string()).collect();
        let shown: BTreeSet<_> = said.iter().filter(|word| years.contains(word)).collect();
        // Rows carry their dates themselves; elsewhere the axis names the last year and at least one more.
        let owed: Vec<String> = if dated {
            data().map(|d| d.when.clone()).collect()
        } else {
            years.iter().max().cloned().into_iter().collect()
        };
        if !dated && shown.len() < 2 {
            faults.push(format!("{name}: trục chỉ nêu {shown:?}"));
        }
        let missing: Vec<_> = owed.iter().filter(|word| !said.contains(word)).collect();
        if !missing.is_empty() {
            faults.push(format!("{name}: trục thiếu {missing:?}, chỉ có {said:?}"));
        }
    }
    none(faults);
}

#[test]
fn the_table_holds_the_series() {
    let mut faults = Vec::new();
    for chart in charts() {
        let rows: Vec<_> = Table::new(&chart).rows.into_iter().map(|r| (r.series, r.x, r.when)).collect();
        let data: Vec<_> = chart
            .series
            .iter()
            .flat_map(|s| s.data.iter().map(|d| (s.id.clone(), Chart::key_of(d), d.when.clone())))
            .collect();
        let name = format!("{} {}", chart.id, chart.locale.tag());
        if rows != data {
            faults.push(format!("{name}: bảng {rows:?}\n  dữ liệu {data:?}"));
        }
        let numbers = chart.series.iter().flat_map(|s| &s.data).zip(Table::new(&chart).rows);
        for (datum, row) in numbers {
            let mark = if chart.locale == Locale::Vi { ('.', ',') } else { (',', '.') };
            let plain: String = row.value.chars().filter(|c| *c != mark.0).collect();
            let plain = plain.replace(mark.1, ".");
            let first = plain.split_whitespace().next().and_then(|word| word.parse::<f64>().ok());
            if first
                .is_none_or(|n| (n - datum.value).abs() > 0.5 * 10_f64.powi(-(chart.decimals as i32)) + 1e-9)
            {
                faults.push(format!("{name}: {} trong bảng, {} trong dữ liệu", row.value, datum.value));
            }
        }
    }
    none(faults);
}

#[test]
fn title_and_summary_tell_the_picture() {
    let hole = regex::Regex::new(r"\{[a-z0-9_]*\}?").unwrap();
    let mut faults = Vec::new();
    for chart in charts() {
        let name = format!("{} {}", chart.id, chart.locale.tag());
        for words in [&chart.title, &chart.summary, &chart.subtitle, &chart.latest] {
            if words.trim().is_empty() || hole.is_match(words) || words.contains('—') {
                faults.push(format!("{name}: \"{words}\""));
            }
        }
        for series in &chart.series {
            for datum in series.data.first().into_iter().chain(series.data.last()) {
                if !chart.summary.contains(&datum.number) {
                    faults.push(format!("{name}: lời tóm tắt thiếu {} ({})", datum.number, chart.summary));
                }
            }
        }
    }
    none(faults);
}
