//! Addresses that anybody may write: whatever they hold, the view fits its indicator, and what could not be used is
//! named. What the page itself writes is read back as it was.

use crate::fixture::{national, point, provincial};
use crate::none;
use ngay_so::data::{Code63, Dataset, FigureKind, Indicator, Measure, Series};
use ngay_so::figure::view::{MOST_UNITS, Order, PARAMETERS, Tab, offers_log, span, years_with_values};
use ngay_so::figure::{Chart, Kind, Size, View};
use ngay_so::site::content;
use ngay_so::text::{Locale, Text};
use std::path::Path;
use std::sync::OnceLock;

fn real() -> &'static Dataset {
    static DATA: OnceLock<content::Content> = OnceLock::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data");
    &DATA.get_or_init(|| content::load(&folder).unwrap()).dataset
}

fn read(indicator: &Indicator, pairs: &[(&str, &str)]) -> (View, Vec<&'static str>) {
    View::read(real(), indicator, |name| pairs.iter().find(|(key, _)| *key == name).map(|(_, value)| *value))
}

/// Chance with a seed, so that a failure can be seen again.
struct Chance(u64);

impl Chance {
    fn next(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % below.max(1) as u64) as usize
    }

    fn of<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.next(list.len())]
    }
}

#[test]
fn nonsense_gives_the_default_and_is_named() {
    let long = "9".repeat(10_000);
    let codes =
        |n: usize| real().provinces.iter().take(n).map(|p| p.code.to_string()).collect::<Vec<_>>().join(",");
    let (forty, eight) = (codes(40), codes(8));
    // A code of the 34 that none of the 63 has, if there is one; the same digits mean another province otherwise.
    let mut faults = Vec::new();
    for indicator in &real().indicators {
        let first = View::first(indicator);
        let (from, to) = first.years;
        let reversed = format!("{to}-{from}");
        let outside = format!("{}", to + 40);
        let before = format!("{}-{to}", from - 1);
        let markup = "<script>alert(1)</script>";
        for (name, value) in [
            ("the", "khong-co"),
            ("the", markup),
            ("the", &long),
            ("xem", "tron"),
            ("xem", "DUONG"),
            ("nam", &outside),
            ("nam", &before),
            ("nam", "20x4"),
            ("nam", "2024-"),
            ("nam", "-2024"),
            ("nam", "2024-2024-2024"),
            ("nam", "٢٠٢٤"),
            ("nam", &long),
            ("chuoi", "khong-co"),
            ("chuoi", markup),
            ("vung", "khong-co"),
            ("vung", &long),
            ("xep", "nguoc"),
            ("thang", "lũy thừa"),
            ("tinh", "99"),
            ("tinh", "1"),
            ("tinh", "001"),
            ("tinh", "Hà Nội"),
            ("tinh", markup),
            ("tinh", &long),
            ("tinh", ","),
        ] {
            let (view, bad) = read(indicator, &[(name, value)]);
            if view != first || bad != [name] {
                let value: String = value.chars().take(30).collect();
                faults.push(format!("{}?{name}={value}: {view:?}, {bad:?}", indicator.id));
            }
        }
        if from != to {
            let (view, bad) = read(indicator, &[("nam", &reversed)]);
            if view != first || bad != ["nam"] {
                faults.push(format!("{}?nam={reversed}: {view:?}, {bad:?}", indicator.id));
            }
        }
        // Some of it can be used: that is kept, each once, no more than there are tones, and the rest is named.
        for (value, kept) in
            [("01,01", vec!["01"]), ("01,99,48", vec!["01", "48"]), (&forty, eight.split(',').collect())]
        {
            let (view, bad) = read(indicator, &[("tinh", value)]);
            let codes: Vec<String> = view.units.iter().map(ToString::to_string).collect();
            if codes != kept || bad != ["tinh"] || view.units.len() > MOST_UNITS {
                faults.push(format!("{}?tinh={value}: {codes:?}, {bad:?}", indicator.id));
            }
        }
        let (view, bad) = read(indicator, &[("tinh", &eight)]);
        if view.units.len() != 8 || !bad.is_empty() {
            faults.push(format!("{}?tinh={eight}: {view:?}, {bad:?}", indicator.id));
        }
        // Everything wrong at once: everything is named, in the order of reading.
        let all: Vec<(&str, &str)> = PARAMETERS.iter().map(|name| (*name, markup)).collect();
        let (view, bad) = read(indicator, &all);
        if view != first || bad.len() != PARAMETERS.len() {
            faults.push(format!("{}: {view:?}, {bad:?}", indicator.id));
        }
    }
    none(faults);
}

/// Tabs, kinds, orders and scales that other indicators have are none of this one's.
#[test]
fn what_fits_another_indicator_is_named_too() {
    let egdi = real().indicator("egdi-rank").unwrap();
    let papi = real().indicator("papi-egov").unwrap();
    let named = |indicator, pair| read(indicator, &[pair]).1;
    for (indicator, pair) in [
        (egdi, ("the", "ban-do")),
        (egdi, ("xem", "cham")),
        (egdi, ("xem", "hai-nguon")),
        (egdi, ("vung", "dbsh")),
        (egdi, ("xep", "ten")),
        (egdi, ("thang", "log")),
        (papi, ("xem", "cot")),
        (papi, ("chuoi", "viet-nam")),
        (papi, ("thang", "log")),
        // Years between that have no map.
        (real().indicator("dti-rank").unwrap(), ("nam", "1999")),
    ] {
        assert_eq!(named(indicator, pair), [pair.0], "{} {pair:?}", indicator.id);
    }
    for pair in [("the", "ban-do"), ("xem", "cham"), ("vung", "dbsh"), ("xep", "ten"), ("thang", "deu")] {
        assert_eq!(named(papi, pair), [""; 0], "{pair:?}");
    }
}

/// A view that the page could be in.
fn any(chance: &mut Chance, data: &Dataset, indicator: &Indicator) -> View {
    let mut view = View::first(indicator);
    view.tab = *chance.of(&Tab::of(indicator));
    view.kind = *chance.of(&Kind::offered(indicator));
    let years =
        if indicator.is_provincial() { indicator.years.clone() } else { years_with_values(indicator) };
    let (a, b) = (*chance.of(&years), *chance.of(&years));
    view.years = (a.min(b), a.max(b));
    for _ in 0..chance.next(MOST_UNITS + 1) {
        let code = chance.of(&data.provinces).code;
        if !view.units.contains(&code) {
            view.units.push(code);
        }
    }
    if indicator.is_provincial() {
        view.order = *chance.of(&Order::ALL);
        view.region = (chance.next(2) == 0).then(|| chance.of(&data.regions63).id.clone());
    } else {
        view.focus = (chance.next(2) == 0).then(|| chance.of(&indicator.series).id.clone());
    }
    view.log = offers_log(indicator) && chance.next(2) == 0;
    view
}

#[test]
fn what_is_written_is_read_back() {
    let mut faults = Vec::new();
    let mut chance = Chance(0x2026_1010);
    let mut count = 0;
    for indicator in &real().indicators {
        for _ in 0..300 {
            let view = any(&mut chance, real(), indicator);
            let query = view.query(indicator);
            // The page leaves out what is empty, and an address may hold other parameters.
            let kept: Vec<(&str, &str)> = query
                .iter()
                .filter(|(_, value)| !value.is_empty())
                .map(|(name, value)| (*name, value.as_str()))
                .chain([("theme", "dark")])
                .collect();
            let (again, bad) = read(indicator, &kept);
            count += 1;
            if again != view || !bad.is_empty() {
                faults.push(format!("{}: {view:?} → {kept:?} → {again:?}, {bad:?}", indicator.id));
            }
            if again.query(indicator) != query {
                faults.push(format!("{}: {query:?} rồi {:?}", indicator.id, again.query(indicator)));
            }
            if kept
                .iter()
                .any(|(_, value)| !value.bytes().all(|b| b.is_ascii_alphanumeric() || b"-,".contains(&b)))
            {
                faults.push(format!("{}: {kept:?} không sạch để đặt vào địa chỉ", indicator.id));
            }
        }
        let first = View::first(indicator);
        assert!(first.query(indicator).iter().all(|(_, value)| value.is_empty()), "{}", indicator.id);
        let names: Vec<&str> = first.query(indicator).into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, PARAMETERS);
    }
    assert!(count >= 7000, "{count}");
    none(faults);
}

/// Whatever stands in an address, a chart comes of it, and the view that was read is one that the page could write.
#[test]
fn any_rubbish_becomes_a_view_that_can_be_drawn() {
    let pieces = [
        "2024",
        "2020-2024",
        "2024-2020",
        "-",
        ",",
        "01",
        "48",
        "99",
        "duong",
        "cham",
        "doc",
        "o-nho",
        "cot",
        "hai-nguon",
        "gia-tri",
        "ten",
        "vung",
        "log",
        "deu",
        "bang",
        "ban-do",
        "<b>",
        "%00",
        "é",
        "́",
        "\u{202E}",
        "0",
        "",
        " ",
        "gso",
        "dbsh",
        "\0",
        "🦆",
        "null",
        "NaN",
        "1e9",
        "viet-nam",
    ];
    let mut chance = Chance(7);
    let mut faults = Vec::new();
    for indicator in &real().indicators {
        for round in 0..40 {
            let values: Vec<String> = PARAMETERS
                .iter()
                .map(|_| (0..chance.next(4)).map(|_| *chance.of(&pieces)).collect::<String>())
                .collect();
            let pairs: Vec<(&str, &str)> =
                PARAMETERS.iter().copied().zip(values.iter().map(String::as_str)).collect();
            let (view, _) = read(indicator, &pairs);
            let query = view.query(indicator);
            let kept: Vec<(&str, &str)> =
                query.iter().filter(|(_, v)| !v.is_empty()).map(|(n, v)| (*n, v.as_str())).collect();
            let (again, bad) = read(indicator, &kept);
            if again != view || !bad.is_empty() {
                faults.push(format!("{}: {pairs:?} → {view:?} → {again:?} {bad:?}", indicator.id));
            }
            if round < 4 {
                let chart = Chart::view(real(), indicator, &view, Locale::Vi);
                let scene = chart.draw(Size::Px(320));
                if scene.hits.len() != chart.len() || chart.title.is_empty() {
                    faults.push(format!("{}: {view:?}", indicator.id));
                }
            }
        }
    }
    none(faults);
}

/// Odd indicators have views, too: of one point, of one year, of no province.
#[test]
fn odd_indicators_have_a_view() {
    let name = Text { vi: "a".into(), en: "a".into() };
    let one = national(
        Measure::Count,
        FigureKind::Line,
        vec![Series { id: "a".into(), name, points: vec![point("2024-05-03", 1.0)] }],
    );
    let nobody = provincial(Measure::Count, &[2024], |_, _| None);
    for indicator in [&one, &nobody] {
        let first = View::first(indicator);
        assert_eq!(first.years, (2024, 2024));
        assert_eq!(span(indicator), (2024, 2024));
        assert_eq!(read(indicator, &[("nam", "2024")]), (first.clone(), vec![]));
        assert_eq!(read(indicator, &[("nam", "2023-2024")]), (first, vec!["nam"]));
        assert!(!offers_log(indicator));
    }
    let of = |text: &str| Code63::parse(text).unwrap();
    let (view, bad) = read(&nobody, &[("tinh", "01,48")]);
    assert_eq!((view.units, bad), (vec![of("01"), of("48")], vec![]));
}
