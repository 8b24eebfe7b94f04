//! The province map on the real geometry and the real numbers.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::float_cmp)]

#[path = "map/hands.rs"]
mod hands;
#[path = "map/levels.rs"]
mod levels;

use ngay_so::data::{Code63, Dataset, Level, Measure, Point, UnitCode};
use ngay_so::figure::Size;
use ngay_so::figure::map::MapFigure;
use ngay_so::figure::map_sheet::Sheet;
use ngay_so::figure::map_state::{Asked, Division, MapState};
use ngay_so::geo::{Direction, GeoError, Geometry, wire};
use ngay_so::scene::{Mark, Role, Scene, Shape, svg};
use ngay_so::text::{Date, Locale};
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::{Arc, OnceLock};

fn content() -> ngay_so::site::content::Content {
    ngay_so::site::content::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data")).unwrap()
}

fn topology() -> String {
    content().topology
}

fn dataset() -> Dataset {
    Dataset::try_from(content().raw).unwrap()
}

/// The provincial indicators of a dataset.
fn maps(data: &Dataset) -> impl Iterator<Item = &ngay_so::data::Indicator> {
    data.indicators.iter().filter(|i| i.is_provincial())
}

fn geometry() -> Arc<Geometry> {
    static PARSED: OnceLock<Arc<Geometry>> = OnceLock::new();
    PARSED.get_or_init(|| Arc::new(Geometry::parse(&topology()).unwrap())).clone()
}

fn code(text: &str) -> Code63 {
    Code63::parse(text).unwrap()
}

fn new(text: &str) -> UnitCode {
    UnitCode::parse(Level::New, text).unwrap()
}

fn state(indicator: &str, year: i16, division: Division) -> MapState {
    MapState { division, ..MapState::plain(indicator, year) }
}

/// A map of any kind.
fn chosen(data: &Dataset, state: &MapState, locale: Locale) -> MapFigure {
    MapFigure::of(data, &geometry(), state, locale).unwrap()
}

fn map(data: &Dataset, id: &str, year: i16, locale: Locale) -> MapFigure {
    MapFigure::new(data, &geometry(), id, year, locale).unwrap()
}

#[test]
fn what_the_browser_reads_draws_the_same() {
    let data = dataset();
    let parsed = geometry();
    let read = Arc::new(wire::read(&wire::write(&parsed).to_string()).unwrap());
    for size in Size::ALL {
        let draw = |shapes: &Arc<Geometry>| {
            let figure = MapFigure::new(&data, shapes, "papi-egov", 2024, Locale::Vi).unwrap();
            svg::to_string(&figure.draw(size))
        };
        assert!(draw(&parsed) == draw(&read), "{size:?}");
    }
}

#[test]
fn everything_is_decoded() {
    let g = Geometry::parse(&topology()).unwrap();
    assert_eq!((g.units63.len(), g.units34.len(), g.archipelagos.len(), g.zones.len()), (63, 34, 2, 11));
    assert_eq!(g.archipelagos.iter().map(|a| a.islets.len()).sum::<usize>(), 44);
    assert_eq!(g.archipelagos.iter().map(|a| a.code.to_string()).collect::<Vec<_>>(), ["48", "56"]);
}

#[test]
fn neighbours_are_mutual_and_right() {
    let g = Geometry::parse(&topology()).unwrap();
    for unit in Level::ALL.into_iter().flat_map(|level| g.units(level)) {
        let near = g.neighbours(unit.code);
        assert!(!near.is_empty(), "{:?} không có láng giềng", unit.code);
        for other in near {
            assert!(g.neighbours(other).contains(&unit.code));
        }
    }
    let near: Vec<String> = g.neighbours(code("48")).iter().map(ToString::to_string).collect();
    assert_eq!(near, ["46", "49"]); // Thừa Thiên Huế, Quảng Nam
    let near: Vec<String> = g.neighbours(new("48")).iter().map(ToString::to_string).collect();
    assert_eq!(near, ["46", "51"]); // Huế, Quảng Ngãi
}

#[test]
fn the_arrows_reach_every_unit_from_every_unit() {
    let g = Geometry::parse(&topology()).unwrap();
    for (level, units) in [(Level::Old, 63), (Level::New, 34)] {
        for start in g.units(level) {
            let mut seen = BTreeSet::from([start.code]);
            let mut queue = vec![start.code];
            while let Some(at) = queue.pop() {
                for next in Direction::ALL.into_iter().filter_map(|d| g.step(at, d)) {
                    if seen.insert(next) {
                        queue.push(next);
                    }
                }
            }
            assert_eq!(seen.len(), units, "từ {:?}", start.code);
        }
    }
}

#[test]
fn home_and_end_are_the_ends_of_the_country() {
    let g = Geometry::parse(&topology()).unwrap();
    let ends = |level| [g.northernmost(level), g.southernmost(level)];
    assert_eq!(ends(Level::Old), [Some(code("02").into()), Some(code("96").into())]); // Hà Giang, Cà Mau
    assert_eq!(ends(Level::New), [Some(new("08")), Some(new("96"))]); // Tuyên Quang, Cà Mau
}

#[test]
fn an_arrow_leads_its_way() {
    let g = Geometry::parse(&topology()).unwrap();
    for unit in Level::ALL.into_iter().flat_map(|level| g.units(level)) {
        for d in Direction::ALL {
            let Some(next) = g.step(unit.code, d).and_then(|c| g.unit(c)) else { continue };
            let (east, north) = (next.label.0 - unit.label.0, next.label.1 - unit.label.1);
            let ahead = match d {
                Direction::North => north,
                Direction::East => east,
                Direction::South => -north,
                Direction::West => -east,
            };
            assert!(ahead > 0.0, "{} → {} ({d:?})", unit.code, next.code);
            assert!(g.neighbours(unit.code).contains(&next.code));
        }
    }
}

#[test]
fn spoilt_files_are_refused_and_never_panic() {
    let good = topology();
    let refused: Vec<GeoError> = ["", "{}", "[1]", &good[..good.len() / 2]]
        .into_iter()
        .map(|text| Geometry::parse(text).unwrap_err())
        .collect();
    assert!(refused.iter().all(|e| e.to_string().starts_with("bản đồ: ")));
    assert_eq!(
        Geometry::parse(&good.replace("\"code\":\"01\"", "\"code\":\"02\"")).unwrap_err().to_string(),
        "bản đồ: p63, mã 02: có hai lần"
    );
    // A small generator of our own, so that a failure can be repeated.
    let mut seed = 20_241_010_u64;
    let mut next = move |below: usize| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        (seed % below as u64) as usize
    };
    let bytes = good.into_bytes();
    for _ in 0..400 {
        let mut bad = bytes.clone();
        for _ in 0..=next(4) {
            let at = next(bad.len());
            match next(4) {
                0 => bad[at] = b"0123456789-,[]{}\"e."[next(19)],
                1 => drop(bad.remove(at)),
                2 => bad.insert(at, b"9-[]"[next(4)]),
                _ => {
                    let end = (at + next(40)).min(bad.len());
                    bad.drain(at..end);
                }
            }
        }
        if let Ok(text) = String::from_utf8(bad) {
            let _ = Geometry::parse(&text);
        }
    }
}

/// Every mark, groups opened.
fn flat(marks: &[Mark]) -> Vec<&Mark> {
    let mut out = Vec::new();
    for mark in marks {
        out.push(mark);
        if let Shape::Group(inner) = &mark.shape {
            out.extend(flat(inner));
        }
    }
    out
}

fn attr<'a>(mark: &'a Mark, name: &str) -> Option<&'a str> {
    mark.attrs.iter().find(|(n, _)| *n == name).map(|(_, v)| v.as_str())
}

#[test]
fn every_map_is_whole_at_both_sizes() {
    let data = dataset();
    for indicator in maps(&data) {
        for (year, locale) in indicator.years.iter().flat_map(|y| Locale::ALL.map(|l| (*y, l))) {
            let figure = map(&data, &indicator.id, year, locale);
            for size in Size::ALL {
                whole(&figure, &figure.draw(size));
            }
            let figure = chosen(&data, &state(&indicator.id, year, Division::New), locale);
            for size in Size::ALL {
                whole(&figure, &figure.draw(size));
            }
        }
    }
    for (locale, size) in Locale::ALL.into_iter().flat_map(|l| Size::ALL.map(|size| (l, size))) {
        let figure = chosen(&data, &state("papi-egov", 2024, Division::Merger), locale);
        whole(&figure, &figure.draw(size));
    }
}

fn whole(figure: &MapFigure, scene: &Scene) {
    let marks = flat(&scene.marks);
    let units: Vec<&str> = marks.iter().filter_map(|m| attr(m, "data-unit")).collect();
    let all = if figure.level == Level::Old { 63 } else { 34 };
    assert_eq!((units.len(), units.iter().collect::<BTreeSet<_>>().len()), (all, all));
    for mark in marks.iter().filter(|m| attr(m, "data-unit").is_some()) {
        let unit =
            figure.get(UnitCode::parse(figure.level, attr(mark, "data-unit").unwrap()).unwrap()).unwrap();
        let role = if unit.value.is_some() { Role::Province } else { Role::NoData };
        assert_eq!(mark.role, role, "{}", unit.name);
        assert!(attr(mark, "aria-label").unwrap().starts_with(&unit.name));
        assert_eq!(attr(mark, "data-level"), Some(figure.level.word()));
        assert!(matches!(&mark.shape, Shape::Path(d) if d.len() > 20));
    }
    let seas: Vec<&str> = marks.iter().filter_map(|m| attr(m, "data-archipelago")).collect();
    assert_eq!(seas, ["hoang-sa", "truong-sa"]);
    for (slug, islets, own) in [("hoang-sa", 15, "48"), ("truong-sa", 29, "56")] {
        let group = marks.iter().find(|m| attr(m, "data-archipelago") == Some(slug)).unwrap();
        let Shape::Group(inner) = &group.shape else { panic!("{slug}") };
        let dots: Vec<_> =
            inner.iter().filter(|m| m.role == Role::Islet || m.role == Role::IsletNoData).collect();
        assert_eq!(dots.len(), islets);
        let mainland = marks.iter().find(|m| attr(m, "data-unit") == Some(own)).unwrap();
        for dot in dots {
            let Shape::Circle(x, y, r) = dot.shape else { panic!("{slug}") };
            assert!(r >= 1.5 && (0.0..=scene.width).contains(&x) && (0.0..=scene.height).contains(&y));
            assert!(dot.role == Role::IsletNoData || dot.tone == mainland.tone);
        }
    }
    let text = svg::to_string(scene);
    for word in ["NaN", "inf"] {
        assert!(!text.contains(&format!("\"{word}")) && !text.contains(&format!(" {word} ")), "{word}");
    }
    for mark in &marks {
        if let Shape::Path(d) = &mark.shape {
            assert!(d.bytes().all(|b| b"MLlz0123456789.- ".contains(&b)), "{d}");
        }
    }
    assert!(!figure.title.is_empty() && figure.summary.len() >= 2 && !figure.title.contains('{'));
    assert_eq!(figure.classes.iter().map(|c| c.count).sum::<usize>(), figure.count);
}

#[test]
fn missing_provinces_are_hatched_and_said() {
    let data = dataset();
    let figure = map(&data, "papi-egov", 2022, Locale::Vi);
    assert_eq!(figure.count, 62);
    assert!(figure.summary.iter().any(|s| s == "Không có số liệu: Bắc Ninh."), "{:?}", figure.summary);
    assert_eq!(figure.label(figure.get(code("27")).unwrap()), "Bắc Ninh: không có số liệu, 2022");
    let hatched: Vec<String> = flat(&figure.draw(Size::Narrow).marks)
        .into_iter()
        .filter(|m| m.role == Role::NoData)
        .map(|m| attr(m, "data-unit").unwrap().to_owned())
        .collect();
    assert_eq!(hatched, ["27"]);
}

#[test]
fn the_islets_say_it_when_their_unit_has_no_data() {
    let mut data = dataset();
    for series in data.indicators.iter_mut().filter(|i| i.is_provincial()).flat_map(|i| &mut i.series) {
        series.points.retain(|p| p.place != Code63::parse("56"));
    }
    let figure = map(&data, "papi-egov", 2024, Locale::Vi);
    let scene = figure.draw(Size::Narrow);
    whole(&figure, &scene);
    assert_eq!(flat(&scene.marks).iter().filter(|m| m.role == Role::IsletNoData).count(), 29);
}

#[test]
fn ranks_are_shared_by_equal_values() {
    let mut data = dataset();
    let indicator = data.indicators.iter_mut().find(|i| i.id == "papi-egov").unwrap();
    let pattern = indicator.series[0].points[0].clone();
    let point = |(unit, value): (&str, f64)| Point {
        date: Date::year_only(2024),
        place: Code63::parse(unit),
        value,
        ..pattern.clone()
    };
    indicator.series[0].points = [("01", 3.0), ("02", 4.0), ("04", 3.0), ("06", 1.0)].map(point).to_vec();
    let figure = map(&data, "papi-egov", 2024, Locale::Vi);
    let ranks: Vec<_> = figure.values().map(|(u, v)| (u.name.as_str(), v.rank.unwrap())).collect();
    assert_eq!(ranks, [("Hà Nội", 2), ("Hà Giang", 1), ("Cao Bằng", 2), ("Bắc Kạn", 4)]);
    assert_eq!(figure.label(figure.get(code("04")).unwrap()), "Cao Bằng: 3,00 điểm, thứ 2 trong 4, 2024");
    assert_eq!(figure.classes.len(), 3);
    let figure = map(&data, "papi-egov", 2024, Locale::En);
    assert_eq!(figure.label(figure.get(code("04")).unwrap()), "Cao Bang: 3.00 points, 2nd of 4, 2024");
}

#[test]
fn first_place_is_darkest() {
    let data = dataset();
    let figure = map(&data, "dti-rank", 2022, Locale::Vi);
    let tone = |c: &str| figure.classes[figure.get(code(c)).unwrap().value.as_ref().unwrap().class].tone;
    assert_eq!((tone("48"), figure.classes.len()), (5, 6));
    assert_eq!(figure.classes.last().unwrap().label, "1–10");
    assert_eq!(figure.label(figure.get(code("48")).unwrap()), "Đà Nẵng: hạng 1 trong 63, 2022");
    assert_eq!(figure.measure, Measure::Rank);
}

#[test]
fn yes_and_no_have_their_own_words() {
    let data = dataset();
    let figure = map(&data, "committee-party-secretary", 2022, Locale::Vi);
    assert_eq!(figure.title, "Bí thư làm Trưởng Ban Chỉ đạo chuyển đổi số: 6 trong 63 tỉnh, thành");
    let labels: Vec<_> = figure.classes.iter().map(|c| (c.label.as_str(), c.count)).collect();
    assert_eq!(labels, [("không", 57), ("có", 6)]);
    assert_eq!(figure.label(figure.get(code("10")).unwrap()), "Lào Cai: có, 2022");
}

#[test]
fn a_search_needs_no_accents() {
    let data = dataset();
    let figure = map(&data, "papi-egov", 2024, Locale::Vi);
    let found = |typed: &str| figure.find(typed).iter().map(|u| u.name.clone()).collect::<Vec<_>>();
    // Who joined a province of that name comes after it.
    assert_eq!(found("da nang"), ["Đà Nẵng", "Quảng Nam"]);
    assert_eq!(found("hue"), ["Thừa Thiên Huế"]);
    assert_eq!(found("sai gon"), ["TP. Hồ Chí Minh"]);
    assert_eq!(found("tphcm"), ["TP. Hồ Chí Minh"]);
    assert_eq!(found("quảng n"), ["Quảng Nam", "Quảng Ngãi", "Quảng Ninh", "Kon Tum"]);
    assert!(found("  ").is_empty() && found("<script>").is_empty());
}

#[test]
fn a_pointer_finds_the_unit_under_it_and_the_islets() {
    let g = geometry();
    let data = dataset();
    let figures = Division::ALL.map(|d| chosen(&data, &state("papi-egov", 2024, d), Locale::Vi));
    for (figure, size) in figures.iter().flat_map(|f| Size::ALL.map(|size| (f, size))) {
        let sheet = Sheet::new(&g, figure.level, size);
        let scene = figure.draw_on(&sheet);
        for hit in &scene.hits {
            assert_eq!(sheet.unit_at(hit.x, hit.y), Some(figure.units[hit.datum].code));
        }
        for mark in &scene.marks {
            let (Shape::Group(inner), Some(slug)) = (&mark.shape, attr(mark, "data-archipelago")) else {
                continue;
            };
            let own = UnitCode::parse(figure.level, if slug == "hoang-sa" { "48" } else { "56" });
            for dot in inner {
                if let Shape::Circle(x, y, _) = dot.shape {
                    assert_eq!(sheet.unit_at(x + 1.0, y + 1.0), own);
                }
            }
        }
        assert_eq!(sheet.unit_at(2.0, 2.0), None);
        assert_eq!(sheet.unit_at(f64::NAN, f64::INFINITY), None);
    }
}

#[test]
fn an_address_is_believed_only_where_it_fits() {
    let data = dataset();
    let read = |division: &str, indicator: &str, year: &str, since: &str, unit: &str| {
        let some = |word: &str| (!word.is_empty()).then(|| word.to_owned());
        let asked = Asked {
            division: some(division),
            indicator: some(indicator),
            year: some(year),
            since: some(since),
            unit: some(unit),
            layer: None,
        };
        MapState::read(&data, &asked).unwrap()
    };
    let (first, bad) = read("", "", "", "", "");
    assert_eq!((first.clone(), bad), (state("papi-egov", 2024, Division::Old), vec![]));
    assert!(first.query(&data).is_empty());
    let (full, bad) = read("34", "population", "2021", "2019", "15");
    assert_eq!(
        (full.division, full.year, full.since, full.unit),
        (Division::New, 2021, Some(2019), Some(new("15")))
    );
    assert!(bad.is_empty());
    let pairs = [("don-vi", "34"), ("chi-so", "population"), ("nam", "2021"), ("tu", "2019"), ("tinh", "15")];
    assert_eq!(full.query(&data), pairs.map(|(name, value)| (name, value.to_owned())));
    for (asked, wrong) in [
        (["35", "", "", "", ""], vec!["don-vi"]),
        (["sáp-nhập", "", "", "", ""], vec!["don-vi"]),
        (["", "egdi-rank", "", "", ""], vec!["chi-so"]),
        (["", "", "1999", "", ""], vec!["nam"]),
        (["", "", "", "2024", ""], vec!["tu"]),
        (["", "", "2020", "2022", ""], vec!["tu"]),
        (["", "committee-party-secretary", "", "2022", ""], vec!["tu"]),
        (["", "", "", "2020 ", "<b>"], vec!["tu", "tinh"]),
        (["", "", "", "", "03"], vec!["tinh"]),
        (["34", "", "", "", "02"], vec!["tinh"]), // Hà Giang is no unit of today
        (["sap-nhap", "", "", "", "99"], vec!["tinh"]),
    ] {
        let (state, bad) = read(asked[0], asked[1], asked[2], asked[3], asked[4]);
        assert_eq!(bad, wrong, "{asked:?}");
        assert_eq!((state.since, state.unit), (None, None), "{asked:?}");
        assert!(MapFigure::of(&data, &geometry(), &state, Locale::Vi).is_some(), "{asked:?}");
    }
    let (other, _) = read("", "", "2022", "2020", "48");
    let ranks = other.with_indicator(&data, "dti-rank");
    assert_eq!((ranks.year, ranks.since, ranks.unit), (2022, None, other.unit));
    assert_eq!(other.with_indicator(&data, "nope"), other);
    assert_eq!((other.with_year(&data, 2024).since, other.with_year(&data, 2020).since), (Some(2020), None));
}

#[test]
fn the_pinned_province_is_followed_to_the_other_units() {
    let data = dataset();
    let pinned = |unit: UnitCode, from| MapState { unit: Some(unit), ..state("papi-egov", 2024, from) };
    for (old, today) in [("15", "15"), ("10", "15"), ("49", "48"), ("46", "46"), ("52", "52"), ("64", "52")] {
        let moved = pinned(code(old).into(), Division::Old).with_division(&data, Division::New);
        assert_eq!(moved.unit, Some(new(today)), "{old}");
        assert_eq!(moved.with_division(&data, Division::Merger).unit, moved.unit);
    }
    // Back to the one that gave its name: Lào Cai, Gia Lai, Thừa Thiên Huế.
    for (today, old) in [("15", "10"), ("52", "64"), ("46", "46")] {
        let moved = pinned(new(today), Division::Merger).with_division(&data, Division::Old);
        assert_eq!(moved.unit, Some(code(old).into()), "{today}");
    }
}

#[test]
fn pictures() {
    let data = dataset();
    for (id, year) in [("papi-egov", 2024), ("dti-rank", 2022)] {
        let figure = map(&data, id, year, Locale::Vi);
        for size in Size::ALL {
            let name = format!("{id}-{year}-{}.svg", size.word());
            insta::assert_binary_snapshot!(name.as_str(), svg::to_string(&figure.draw(size)).into_bytes());
        }
    }
}

#[test]
fn words() {
    let data = dataset();
    let mut said = String::new();
    for indicator in maps(&data) {
        for locale in Locale::ALL {
            let figure = map(&data, &indicator.id, indicator.latest_map_year().unwrap(), locale);
            said += &[figure.title.as_str(), &figure.subtitle, &figure.summary.join(" "), "", ""].join("\n");
        }
    }
    insta::assert_snapshot!(said);
}
