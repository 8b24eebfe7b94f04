//! The map beyond the 63: sums that are lawful and those that are not, the merger, the change between two years, and
//! that no word leaves its sheet.

use super::{chosen, code, dataset, flat, geometry, map, maps, new, state};
use ngay_so::data::{Dataset, Level, Measure, Point, Status, UnitCode};
use ngay_so::figure::Size;
use ngay_so::figure::about::About;
use ngay_so::figure::classes::SAME;
use ngay_so::figure::leave::Leave;
use ngay_so::figure::map::MapFigure;
use ngay_so::figure::map_readings::Rule;
use ngay_so::figure::map_state::{Division, MapState, tells_change};
use ngay_so::figure::poster::Format;
use ngay_so::figure::sheet::Flavour;
use ngay_so::geo::Geometry;
use ngay_so::scene::{Anchor, Role, Shape, metrics};
use ngay_so::text::{Date, Locale};

/// Every indicator in every year, as it is and as its change from every earlier year.
fn all_states(data: &Dataset, division: Division) -> Vec<MapState> {
    let mut out = Vec::new();
    for indicator in maps(data) {
        for year in &indicator.years {
            let plain = state(&indicator.id, *year, division);
            out.extend(plain.earlier(data).into_iter().map(|y| MapState { since: Some(y), ..plain.clone() }));
            out.push(plain);
        }
    }
    out
}

#[test]
fn only_people_are_added_up_and_no_score_or_rank_ever_becomes_a_number_of_a_new_unit() {
    let data = dataset();
    let mut tried = 0;
    for state in all_states(&data, Division::New) {
        let indicator = data.indicator(&state.indicator).unwrap();
        let figure = chosen(&data, &state, Locale::Vi);
        assert_eq!((figure.level, figure.units.len()), (Level::New, 34));
        tried += 1;
        let rule = match indicator.id.as_str() {
            "population" => Some(Rule::Sum),
            "density" => Some(Rule::Density),
            _ => None,
        };
        assert_eq!(Rule::of(indicator), rule, "{}", indicator.id);
        let old = MapFigure::of(
            &data,
            &geometry(),
            &MapState { division: Division::Old, ..state.clone() },
            Locale::Vi,
        );
        let old = old.unwrap();
        for unit in &figure.units {
            let Some(rule) = rule else {
                assert!(unit.value.is_none(), "{}: {}", indicator.id, unit.name);
                assert!(figure.label(unit).contains("không có cho đơn vị mới"), "{}", figure.label(unit));
                // The old units keep theirs, with their ranks.
                for member in &unit.members {
                    let own = old.get(member.code).unwrap().value.as_ref();
                    let own = own.map(|v| (v.text.clone(), v.rank_text.clone()));
                    assert_eq!(member.value, own, "{}: {}", indicator.id, member.name);
                }
                continue;
            };
            let parts: Vec<f64> =
                unit.members.iter().map(|m| old.get(m.code).unwrap().value.as_ref().unwrap().value).collect();
            let v = unit.value.as_ref().unwrap();
            let most = parts.iter().copied().fold(f64::MIN, f64::max);
            let least = parts.iter().copied().fold(f64::MAX, f64::min);
            match rule {
                // A change is the difference of rounded numbers.
                Rule::Sum => assert!((v.value - parts.iter().sum::<f64>()).abs() < 0.35, "{}", unit.name),
                // Between the thinnest and the densest of its parts; areas of two sources differ by a little.
                Rule::Density => {
                    assert!((least * 0.97..=most * 1.03).contains(&v.value), "{}: {}", unit.name, v.value);
                }
            }
            let merged = unit.members.len() > 1;
            assert_eq!(v.status == Status::Derived, merged, "{}", unit.name);
            assert!(v.rank.is_some() && (!merged || v.note.is_some()));
        }
    }
    assert!(tried > 40, "{tried}");
}

#[test]
fn a_sum_lacks_what_one_part_lacks() {
    let mut data = dataset();
    let people = data.indicators.iter_mut().find(|i| i.id == "population").unwrap();
    people.series[0].points.retain(|p| p.place != Some(code("49"))); // Quảng Nam
    let figure = chosen(&data, &state("population", 2022, Division::New), Locale::Vi);
    assert_eq!((figure.count, figure.lawful), (33, true));
    let da_nang = figure.get(new("48")).unwrap();
    assert!(da_nang.value.is_none());
    assert_eq!(figure.label(da_nang), "Đà Nẵng: không có số liệu, 2022");
    let density = chosen(&data, &state("density", 2022, Division::New), Locale::Vi);
    assert!(density.get(new("48")).unwrap().value.is_none());
}

#[test]
fn a_new_unit_says_how_its_sum_came_about() {
    let data = dataset();
    let figure = chosen(&data, &state("population", 2022, Division::New), Locale::Vi);
    let unit = figure.get(new("15")).unwrap();
    assert_eq!((unit.name.as_str(), unit.seat.as_str()), ("Lào Cai", "Yên Bái"));
    let v = unit.value.as_ref().unwrap();
    assert!(v.note.as_ref().unwrap().starts_with("Cộng các tỉnh cũ: Lào Cai "), "{:?}", v.note);
    assert!(figure.label(unit).contains("(suy ra từ nguồn)"), "{}", figure.label(unit));
    let alone = figure.get(new("01")).unwrap().value.as_ref().unwrap();
    assert_eq!((alone.status, &alone.note), (Status::Verified, &None));
}

#[test]
fn the_merger_is_counted_and_said() {
    let data = dataset();
    let mut said = String::new();
    for locale in Locale::ALL {
        let figure = chosen(&data, &state("papi-egov", 2024, Division::Merger), locale);
        let counts: Vec<usize> = figure.classes.iter().map(|c| c.count).collect();
        assert_eq!((counts, figure.summary.len()), (vec![11, 17, 6], 3));
        for unit in &figure.units {
            let own = data.new_province(unit.code34).unwrap();
            assert!(unit.members.iter().map(|m| m.code).eq(own.members.iter().copied()));
            assert!(unit.members.iter().all(|m| m.value.is_none()));
            assert!(unit.members.iter().filter(|m| m.heir).count() <= 1);
        }
        said += &[&figure.title, &figure.subtitle, &figure.summary.join("\n"), figure.standing()]
            .map(|s| format!("{s}\n"))
            .concat();
        for unit in ["01", "15", "68"].map(new) {
            said += &[figure.label(figure.get(unit).unwrap()), String::new()].join("\n");
        }
        said.push('\n');
    }
    insta::assert_snapshot!(said);
}

#[test]
fn changes_are_told_both_ways_and_never_of_yes_and_no() {
    let data = dataset();
    let mut said = String::new();
    for state in all_states(&data, Division::Old).into_iter().filter(|s| s.since.is_some()) {
        let indicator = data.indicator(&state.indicator).unwrap();
        assert!(tells_change(indicator));
        for locale in Locale::ALL {
            let figure = chosen(&data, &state, locale);
            let (now, then) = (
                map(&data, &state.indicator, state.year, locale),
                map(&data, &state.indicator, state.since.unwrap(), locale),
            );
            for unit in &figure.units {
                let of = |f: &MapFigure| f.get(unit.code).unwrap().value.as_ref().map(|v| v.value);
                let both = of(&now).zip(of(&then)).map(|(b, a)| b - a);
                let step = 10_f64.powi(-(indicator.decimals as i32));
                match (&unit.value, both) {
                    (Some(v), Some(difference)) => {
                        assert!((v.value - difference).abs() <= step, "{}: {}", indicator.id, unit.name);
                        let class = &figure.classes[v.class];
                        // Rises are on the side of rises, falls on the side of falls, and words say which.
                        assert!(if class.tone < SAME {
                            v.value < 0.0
                        } else {
                            class.tone == SAME || v.value > 0.0
                        });
                    }
                    (None, None) => {}
                    other => panic!("{}: {other:?}", unit.name),
                }
            }
            if (state.year, state.since) == (2022, Some(2020)) || state.since == Some(2023) {
                let legend: Vec<_> =
                    figure.classes.iter().map(|c| format!("{} [{}]", c.label, c.count)).collect();
                said += &[
                    figure.title.clone(),
                    figure.subtitle.clone(),
                    figure.summary.join(" "),
                    legend.join(" | "),
                    String::new(),
                    String::new(),
                ]
                .join("\n");
            }
        }
    }
    insta::assert_snapshot!(said);
    let flag = MapState { since: Some(2022), ..state("cns-all-communes", 2022, Division::Old) };
    assert!(MapFigure::of(&data, &geometry(), &flag, Locale::Vi).is_none());
}

/// The dataset with other values for one indicator: code, year, value.
fn with(id: &str, points: &[(&str, i16, f64)]) -> Dataset {
    let mut data = dataset();
    let indicator = data.indicators.iter_mut().find(|i| i.id == id).unwrap();
    let pattern = indicator.series[0].points[0].clone();
    let point = |(unit, year, value): &(&str, i16, f64)| Point {
        date: Date::year_only(*year),
        place: Some(code(unit)),
        value: *value,
        ..pattern.clone()
    };
    indicator.series[0].points = points.iter().map(point).collect();
    let mut years: Vec<i16> = points.iter().map(|(_, year, _)| *year).collect();
    years.sort_unstable();
    years.dedup();
    indicator.years = years;
    data
}

#[test]
fn of_ranks_fewer_is_better() {
    let data = with(
        "dti-rank",
        &[
            ("01", 2021, 9.0),
            ("01", 2022, 4.0),
            ("02", 2021, 3.0),
            ("02", 2022, 10.0),
            ("04", 2021, 5.0),
            ("04", 2022, 5.0),
            ("06", 2022, 1.0),
        ],
    );
    let state = MapState { since: Some(2021), ..state("dti-rank", 2022, Division::Old) };
    let figure = chosen(&data, &state, Locale::Vi);
    let labels = ["01", "02", "04", "06"].map(|c| figure.label(figure.get(code(c)).unwrap()));
    assert_eq!(
        labels,
        [
            "Hà Nội: lên 5 bậc, thứ 1 về mức tăng trong 3, 2021–2022",
            "Hà Giang: xuống 7 bậc, thứ 3 về mức tăng trong 3, 2021–2022",
            "Cao Bằng: không đổi, thứ 2 về mức tăng trong 3, 2021–2022",
            "Bắc Kạn: không có số liệu, 2021–2022",
        ]
    );
    assert_eq!(figure.summary[0], "1 tỉnh, thành lên bậc, 1 xuống bậc, 1 giữ hạng.");
    let classes: Vec<_> = figure.classes.iter().map(|c| c.label.as_str()).collect();
    assert_eq!(classes, ["xuống 7 bậc", "không đổi", "lên 5 bậc"]);
    assert_eq!(figure.get(code("01")).unwrap().value.as_ref().unwrap().note.as_deref(), Some("9 → 4"));
}

#[test]
fn few_values_or_all_alike_still_make_a_map() {
    let five = with("papi-egov", &["01", "31", "48", "79", "92"].map(|c| (c, 2024, 3.0 + c.len() as f64)));
    let alike: Vec<(String, f64)> = dataset().provinces.iter().map(|p| (p.code.to_string(), 7.5)).collect();
    let alike: Vec<_> =
        alike.iter().flat_map(|(c, v)| [(c.as_str(), 2023, *v), (c.as_str(), 2024, *v)]).collect();
    let alike = with("population", &alike);
    for (data, id, since, classes) in [
        (&five, "papi-egov", None, 1),
        (&alike, "population", None, 1),
        (&alike, "population", Some(2023), 1),
    ] {
        for division in [Division::Old, Division::New] {
            let figure = chosen(data, &MapState { since, ..state(id, 2024, division) }, Locale::Vi);
            if figure.lawful && division == Division::Old {
                assert_eq!(figure.classes.len(), classes, "{id} {since:?}");
            }
            for size in Size::ALL {
                super::whole(&figure, &figure.draw(size));
            }
        }
    }
    let figure = chosen(
        &alike,
        &MapState { since: Some(2023), ..state("population", 2024, Division::Old) },
        Locale::Vi,
    );
    assert_eq!(figure.title, "63 tỉnh, thành không đổi trong 2023–2024");
}

#[test]
fn a_broken_arc_is_refused_with_its_number() {
    let good = super::topology();
    let mut file: serde_json::Value = serde_json::from_str(&good).unwrap();
    let mut spoil = |at: &str, with: serde_json::Value| {
        let kept = std::mem::replace(file.pointer_mut(at).unwrap(), with);
        let refused = Geometry::parse(&file.to_string()).unwrap_err().to_string();
        *file.pointer_mut(at).unwrap() = kept;
        refused
    };
    assert_eq!(spoil("/arcs/7", serde_json::json!([[3, 4]])), "bản đồ: cung số 7 có ít hơn hai điểm");
    assert_eq!(
        spoil("/arcs/7/1", serde_json::json!([2_000_000, 0])),
        "bản đồ: cung số 7 chạy ra ngoài bản đồ"
    );
    let open = spoil("/arcs/7/1", serde_json::json!([1, 1]));
    assert!(open.contains("vòng biên không khép kín"), "{open}");
    let stray = spoil("/objects/p34/geometries/0/properties/merged_from", serde_json::json!(["02"]));
    assert!(stray.contains("code34 và merged_from không khớp"), "{stray}");
    assert!(Geometry::parse(&good).is_ok());
}

#[test]
fn the_islets_have_the_colour_of_their_unit_at_both_levels() {
    let data = dataset();
    for division in Division::ALL {
        let figure = chosen(&data, &state("population", 2022, division), Locale::Vi);
        for size in Size::ALL {
            let scene = figure.draw(size);
            super::whole(&figure, &scene);
            let dots = flat(&scene.marks).into_iter().filter(|m| m.role == Role::Islet).count();
            assert!(dots >= 44, "{division:?}: {dots}");
        }
    }
}

#[test]
fn no_word_of_a_map_leaves_its_sheet() {
    let data = dataset();
    let mut faults = Vec::new();
    for (division, locale, size) in Division::ALL
        .into_iter()
        .flat_map(|d| Locale::ALL.into_iter().flat_map(move |l| Size::ALL.map(|size| (d, l, size))))
    {
        let mut figure = chosen(&data, &state("population", 2022, division), locale);
        figure.with_models(&data);
        let scene = figure.draw(size);
        for mark in flat(&scene.marks) {
            let Shape::Text { at: (x, y), text, size: height, weight, anchor } = &mark.shape else {
                continue;
            };
            // The name of the sea is spaced out.
            let spaces =
                if mark.role == Role::SeaLabel { 0.12 * height * text.chars().count() as f64 } else { 0.0 };
            let width = metrics::width(text, *height, *weight) + spaces;
            let left = match anchor {
                Anchor::Start => *x,
                Anchor::Middle => x - width / 2.0,
                Anchor::End => x - width,
            };
            let inside = left >= 0.0
                && left + width <= scene.width
                && y - height * 0.75 >= 0.0
                && y + height * 0.3 <= scene.height;
            if !inside {
                faults.push(format!(
                    "{division:?} {locale:?} {size:?}: {text} ({left:.0}–{:.0}, {y:.0})",
                    left + width
                ));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_models_of_2024_lie_where_they_are_said_to_be() {
    let data = dataset();
    for (division, units) in [
        (Division::Old, ["02", "01", "87"]),
        (Division::New, ["08", "01", "82"]),
        (Division::Merger, ["08", "01", "82"]),
    ] {
        let mut figure = chosen(&data, &state("papi-egov", 2024, division), Locale::Vi);
        assert!(figure.models.is_none());
        figure.with_models(&data);
        let models = figure.models.as_ref().unwrap();
        assert_eq!(models.source.id, "article-pm-day-2024");
        let at: Vec<UnitCode> = models.places.iter().map(|m| m.code).collect();
        assert_eq!(at, units.map(|c| UnitCode::parse(figure.level, c).unwrap()));
        for size in Size::ALL {
            let sheet = ngay_so::figure::map_sheet::Sheet::new(&geometry(), figure.level, size);
            let scene = figure.draw_on(&sheet);
            let spots: Vec<(f64, f64)> = flat(&scene.marks)
                .into_iter()
                .filter(|m| m.role == Role::Layer)
                .filter_map(|m| match &m.shape {
                    Shape::Group(inner) => inner.iter().find_map(|m| match m.shape {
                        Shape::Rect(x, y, w, h) => Some((x + w / 2.0, y + h / 2.0)),
                        _ => None,
                    }),
                    _ => None,
                })
                .collect();
            assert_eq!(spots.len(), 3);
            for ((x, y), place) in spots.iter().zip(&models.places) {
                assert_eq!(sheet.unit_at(*x, *y), Some(place.code), "{}", place.name);
            }
        }
        let said: Vec<_> = models.places.iter().map(|m| m.text.as_str()).collect();
        assert!(said[0].ends_with("Hà Giang: du lịch cộng đồng"), "{said:?}");
    }
}

#[test]
fn names_of_before_and_after_are_found_at_either_level() {
    let data = dataset();
    for (division, typed, first, others) in [
        (Division::Old, "long an", "Long An", vec![]),
        (Division::Old, "tay ninh", "Tây Ninh", vec!["Long An"]),
        (Division::Old, "dong thap", "Đồng Tháp", vec!["Tiền Giang"]),
        (Division::New, "ha giang", "Tuyên Quang", vec![]),
        (Division::New, "sai gon", "TP. Hồ Chí Minh", vec![]),
        (Division::New, "vung tau", "TP. Hồ Chí Minh", vec![]),
        (Division::New, "thua thien", "Huế", vec![]),
        (Division::Merger, "dong thap", "Đồng Tháp", vec![]),
        (Division::New, "binh dinh", "Gia Lai", vec![]),
    ] {
        let figure = chosen(&data, &state("papi-egov", 2024, division), Locale::Vi);
        let found: Vec<_> = figure.find(typed).iter().map(|u| u.name.clone()).collect();
        assert_eq!(found.first().map(String::as_str), Some(first), "{typed}");
        assert_eq!(found[1..], others, "{typed}");
    }
    let figure = chosen(&data, &state("papi-egov", 2024, Division::New), Locale::Vi);
    let unit = figure.get(new("52")).unwrap();
    assert_eq!(figure.found_as(unit, "binh dinh"), "Gia Lai (gồm Bình Định cũ)");
    assert_eq!(figure.found_as(unit, "gia"), "Gia Lai");
    let figure = chosen(&data, &state("papi-egov", 2024, Division::Old), Locale::Vi);
    assert_eq!(figure.found_as(figure.get(code("80")).unwrap(), "tây"), "Long An (nay thuộc tỉnh Tây Ninh)");
    assert_eq!(Measure::Score, figure.measure);
}

#[test]
fn what_is_shown_can_be_taken_away_at_either_level() {
    let data = dataset();
    for locale in Locale::ALL {
        let about = |id: &str| About::of(&data, id, locale).unwrap_or_else(|| About::merger(&data, locale));
        for (state, level, rows) in [
            (state("population", 2022, Division::Old), "63", 63),
            (state("population", 2022, Division::New), "34", 34),
            (MapState { since: Some(2020), ..state("population", 2022, Division::New) }, "34", 34),
            // No score of a unit of today: the file holds those of the old ones.
            (state("papi-egov", 2024, Division::New), "34", 61),
            (state("papi-egov", 2024, Division::Merger), "34", 34),
        ] {
            let figure = chosen(&data, &state, locale);
            let about = about(&figure.id);
            let csv = figure.shown(&data, &about).csv(Flavour::Plain);
            let mut lines = csv.trim_start_matches('\u{FEFF}').lines();
            let head = lines.next().unwrap();
            let of = if figure.count == 0 { "63" } else { level };
            assert!(head.contains(&format!("({of})")), "{state:?}: {head}");
            let lines: Vec<&str> = lines.collect();
            assert_eq!(lines.len(), rows, "{state:?}");
            if state.since.is_some() {
                assert!(lines.iter().all(|line| line.contains("2020–2022")), "{}", lines[0]);
            }
            for format in [Format::Natural, Format::Square] {
                let svg = figure.poster(&about, format).svg();
                assert_eq!(svg.matches("data-unit=").count(), figure.units.len());
                assert!(svg.contains(&format!("data-level=\"{level}\"")) && svg.contains("truong-sa"));
                assert!(svg.contains(figure.nothing()) == (figure.count < figure.units.len()), "{state:?}");
            }
        }
    }
}
