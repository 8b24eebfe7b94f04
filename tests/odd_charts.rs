//! Charts of odd data: one point or none, all alike, nothing but zero, negative, huge, tiny, far too many, far too long
//! names, ranges, and values that are no numbers. Nothing panics, nothing leaves the picture, nothing is lost.
#![cfg(not(target_arch = "wasm32"))]
#![allow(unreachable_pub)]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

#[path = "odd/fixture.rs"]
mod fixture;
#[path = "odd/views.rs"]
mod views;

use fixture::{Case, cases, data};
use ngay_so::figure::table::Table;
use ngay_so::figure::view::span;
use ngay_so::figure::{Chart, Kind, Size, View};
use ngay_so::scene::{Anchor, Mark, Role, Scene, Shape, metrics, svg};
use ngay_so::text::Locale;

const SIZES: [Size; 3] = [Size::Px(320), Size::Px(640), Size::Px(960)];

fn none(faults: Vec<String>) {
    assert!(faults.is_empty(), "{} lỗi:\n{}", faults.len(), faults.join("\n"));
}

/// Every case as every kind it is offered as, in both languages, with the values as they are and on a log axis.
fn charts() -> Vec<(String, Chart)> {
    let mut out = Vec::new();
    for Case { name, data, indicator } in &cases() {
        for kind in Kind::offered(indicator) {
            for log in [false, true] {
                for locale in Locale::ALL {
                    let view = View { kind, log, ..View::first(indicator) };
                    let chart = Chart::view(data, indicator, &view, locale);
                    out.push((format!("{name} {} {} log {log}", kind.word(), locale.tag()), chart));
                }
            }
        }
    }
    out
}

fn pictures() -> impl Iterator<Item = (String, Chart, Scene)> {
    charts().into_iter().flat_map(|(name, chart)| {
        SIZES.map(|size| (format!("{name} {size:?}"), chart.clone(), chart.draw(size)))
    })
}

fn extent(mark: &Mark) -> Option<(f64, f64, f64, f64, &str)> {
    let Shape::Text { at: (x, y), text, size, weight, anchor } = &mark.shape else { return None };
    let width = metrics::width(text, *size, *weight);
    let left = match anchor {
        Anchor::Start => *x,
        Anchor::Middle => x - width / 2.0,
        Anchor::End => x - width,
    };
    Some((left, y - size * 0.75, left + width, y + size * 0.2, text))
}

#[test]
fn no_number_is_lost_and_none_is_nonsense() {
    let bad = regex::Regex::new(r#"NaN|inf\b|[" ]-0[ "]|\d{8,}\.?\d*""#).unwrap();
    // Values may be long; places may not.
    let places =
        regex::Regex::new(r#"data-[a-z]+="[^"]*"|<title>.*?</title>|<desc>.*?</desc>|>[^<]*<"#).unwrap();
    let mut faults = Vec::new();
    for (name, chart, scene) in pictures() {
        let text = svg::to_string(&scene);
        if let Some(found) = bad.find(&places.replace_all(&text, "")) {
            faults.push(format!("{name}: {}", found.as_str()));
        }
        let owed: usize = chart.series.iter().map(|s| s.data.len()).sum();
        let marks =
            scene.marks.iter().filter(|m| m.attrs.iter().any(|(key, _)| *key == "data-value")).count();
        let rows = Table::new(&chart).rows.len();
        if (marks, scene.hits.len(), rows) != (owed, owed, owed) {
            faults.push(format!("{name}: {owed} điểm, {marks} dấu, {} chạm, {rows} dòng", scene.hits.len()));
        }
        for hit in &scene.hits {
            if !(0.0..=scene.width).contains(&hit.x) || !(0.0..=scene.height).contains(&hit.y) {
                faults.push(format!("{name}: chạm {hit:?} ngoài hình {} × {}", scene.width, scene.height));
            }
            let said = chart.say(hit.series, hit.datum).unwrap();
            let number = &chart.datum(hit.series, hit.datum).unwrap().1.number;
            if number.is_empty() || number.contains('—') || !said.contains(number) {
                faults.push(format!("{name}: nói \"{said}\""));
            }
        }
        // Rows and small pictures take the height they need for each; all else stays on a screen or two.
        let each = match chart.kind {
            Kind::Multiples => 80.0,
            Kind::Dots | Kind::Dumbbell | Kind::Bars => 60.0,
            Kind::Line | Kind::Slope => 0.0,
        };
        let most = 800.0
            + each
                * chart.series.iter().map(|s| s.data.len()).max().unwrap_or(0).max(chart.series.len()) as f64;
        if scene.height > most || scene.width > 1000.0 {
            faults.push(format!("{name}: hình {} × {}", scene.width, scene.height));
        }
    }
    none(faults);
}

#[test]
fn words_stay_inside_and_apart() {
    let mut faults = Vec::new();
    for (name, _, scene) in pictures() {
        let words: Vec<_> = scene.marks.iter().filter_map(extent).collect();
        for (i, a) in words.iter().enumerate() {
            let out = [-a.0, -a.1, a.2 - scene.width, a.3 - scene.height].into_iter().fold(0.0, f64::max);
            if out > 0.5 {
                faults.push(format!("{name}: \"{}\" thò ra {out:.0} px", a.4));
            }
            for b in &words[i + 1..] {
                let (x, y) = (a.2.min(b.2) - a.0.max(b.0), a.3.min(b.3) - a.1.max(b.1));
                if x > 0.5 && y > 0.5 {
                    faults.push(format!("{name}: \"{}\" đè \"{}\" {x:.0} × {y:.0}", a.4, b.4));
                }
            }
        }
    }
    none(faults);
}

/// However long the words, a picture keeps at least a fifth of its width between the ticks for what it shows.
#[test]
fn long_words_leave_room_for_the_picture() {
    let mut faults = Vec::new();
    for (name, chart, scene) in pictures().filter(|(name, ..)| name.starts_with("tên dài")) {
        let xs = || {
            scene
                .marks
                .iter()
                .filter(|m| matches!(m.role, Role::Grid | Role::Baseline | Role::Bar))
                .filter_map(|m| match m.shape {
                    Shape::Line(a, _, b, _) => Some([a, b]),
                    Shape::Rect(x, _, w, _) => Some([x, x + w]),
                    _ => None,
                })
        };
        let left = xs().flatten().fold(f64::INFINITY, f64::min);
        let right = xs().flatten().fold(0.0, f64::max);
        if !chart.is_empty() && right - left < scene.width * 0.2 {
            faults.push(format!("{name}: chỉ còn {:.0} px", right - left));
        }
    }
    none(faults);
}

#[test]
fn titles_and_summaries_have_no_holes() {
    let mut faults = Vec::new();
    for (name, chart) in charts() {
        for words in [&chart.title, &chart.summary, &chart.subtitle] {
            if words.trim().is_empty()
                || words.contains(['{', '}', '—'])
                || words.contains("NaN")
                || words.contains("inf ")
            {
                faults.push(format!("{name}: \"{words}\""));
            }
        }
    }
    none(faults);
}

/// Values that are no numbers do not come from checked data; should they come, they are gaps.
#[test]
fn what_is_no_number_is_a_gap() {
    let case = cases().into_iter().find(|c| c.name == "không phải số").unwrap();
    for kind in Kind::offered(&case.indicator) {
        for locale in Locale::ALL {
            let view = View { kind, ..View::first(&case.indicator) };
            let chart = Chart::view(&case.data, &case.indicator, &view, locale);
            let values: Vec<f64> = chart.series.iter().flat_map(|s| &s.data).map(|d| d.value).collect();
            assert!(values.iter().all(|v| v.is_finite()) && !values.is_empty(), "{kind:?} {values:?}");
            let ranges = chart.series.iter().flat_map(|s| &s.data).filter_map(|d| d.range);
            assert!(ranges.into_iter().all(|(low, high)| low.is_finite() && high.is_finite()));
        }
    }
}

#[test]
fn a_range_of_years_without_values_says_so() {
    for Case { name, data, indicator } in &cases() {
        let (first, _) = span(indicator);
        for kind in Kind::offered(indicator) {
            for locale in Locale::ALL {
                let view = View { kind, years: (first - 9, first - 8), ..View::first(indicator) };
                let chart = Chart::view(data, indicator, &view, locale);
                assert!(chart.is_empty(), "{name} {kind:?}");
                assert!(
                    !chart.title.is_empty() && !chart.summary.is_empty(),
                    "{name} {kind:?}: {:?}",
                    chart.title
                );
                assert_eq!(
                    chart.step(None, ngay_so::figure::Step::Forward).and_then(|(s, i)| chart.say(s, i)),
                    None
                );
                assert!(Table::new(&chart).rows.is_empty());
                for size in SIZES {
                    let scene = chart.draw(size);
                    let said = scene.marks.iter().any(|m| m.role == Role::Remark);
                    assert!(
                        said && scene.hits.is_empty() && scene.nearest(1.0, 1.0).is_none(),
                        "{name} {kind:?}"
                    );
                }
            }
        }
    }
}

/// Ranges become a band where every point of a run has one; what is not verified is hollow.
#[test]
fn ranges_and_doubts_are_drawn_and_said() {
    let case = cases().into_iter().find(|c| c.name == "khoảng").unwrap();
    for locale in Locale::ALL {
        let chart = Chart::view(&case.data, &case.indicator, &View::first(&case.indicator), locale);
        assert_eq!(chart.kind, Kind::Line);
        for size in SIZES {
            let scene = chart.draw(size);
            let count = |role: Role| scene.marks.iter().filter(|m| m.role == role).count();
            // Two runs of points with ranges, and one point alone, whose range only words can tell.
            assert_eq!(count(Role::Band), 2, "{size:?}");
            assert_eq!(count(Role::Hollow), 1, "{size:?}");
            // The band holds its points.
            for mark in scene.marks.iter().filter(|m| m.role == Role::Band) {
                let Shape::Path(d) = &mark.shape else { panic!("{mark:?}") };
                let ys: Vec<f64> = d
                    .split(['M', 'L', 'Z'])
                    .filter_map(|p| p.split_once(' '))
                    .map(|p| p.1.parse().unwrap())
                    .collect();
                assert!(ys.iter().all(|y| (0.0..=scene.height).contains(y)), "{d}");
            }
        }
        let t = &locale.messages().figure;
        assert!(
            chart.key.contains(&t.band.to_owned()) && chart.key.contains(&t.hollow.to_owned()),
            "{:?}",
            chart.key
        );
        let said = chart.say(0, 0).unwrap();
        let wanted = chart.range_words(&chart.series[0].data[0]).unwrap();
        assert!(said.contains(&wanted) && wanted.contains('8') && wanted.contains("12"), "{said}");
        assert!(Table::new(&chart).rows[0].note.to_lowercase().contains(&wanted.to_lowercase()));
    }
}

#[test]
fn zero_is_a_value() {
    let case = cases().into_iter().find(|c| c.name == "toàn số 0").unwrap();
    for kind in Kind::offered(&case.indicator) {
        let view = View { kind, ..View::first(&case.indicator) };
        let chart = Chart::view(&case.data, &case.indicator, &view, Locale::Vi);
        assert!(!chart.is_empty());
        for series in &chart.series {
            assert!(series.data.iter().all(|d| d.number == "0"), "{kind:?}");
        }
        let scene = chart.draw(Size::Px(640));
        let ys: Vec<f64> = scene.hits.iter().map(|h| h.y).collect();
        let flat = ys.iter().all(|y| (y - ys[0]).abs() < 0.5);
        assert!(
            flat || matches!(kind, Kind::Bars | Kind::Dots | Kind::Dumbbell | Kind::Multiples),
            "{kind:?} {ys:?}"
        );
    }
}

/// With more series than there are tones the rest stands back, and everything stays where it can be read.
#[test]
fn sixty_three_series_are_all_there() {
    let case = cases().into_iter().find(|c| c.name == "63 chuỗi").unwrap();
    for kind in Kind::offered(&case.indicator) {
        let view = View { kind, ..View::first(&case.indicator) };
        let chart = Chart::view(&case.data, &case.indicator, &view, Locale::Vi);
        assert_eq!(chart.series.len(), 63, "{kind:?}");
        let mut ids: Vec<&str> = chart.series.iter().map(|s| s.id.as_str()).collect();
        ids.dedup();
        assert_eq!(ids.len(), 63);
    }
    assert_eq!(data().provinces.len(), 63);
}
