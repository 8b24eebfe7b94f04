//! Small datasets built in code, one oddity each.

use ngay_so::data::Code63;
use ngay_so::data::model::{Annotation, Reference};
use ngay_so::data::{
    Better, Classes, Code34, Dataset, FigureKind, Indicator, Measure, NewProvince, Point, Province,
    ProvinceKind, Region, Scope, Series, Source, SourceKind, Status, Theme,
};
use ngay_so::text::{Date, Text};
use std::sync::Arc;

/// An indicator with something odd about it, and the dataset it stands in.
pub struct Case {
    pub name: &'static str,
    pub data: Dataset,
    pub indicator: Indicator,
}

pub fn text(words: &str) -> Text {
    Text { vi: words.into(), en: words.into() }
}

/// Two hundred letters in either language.
pub fn long(word: &str) -> Text {
    let vi = format!("{word} nghiêng ngả khuỷu tay đường thuở ngoằn ngoèo ").repeat(6);
    let en = format!("{word} through thoroughly straightforward wordiness ").repeat(6);
    let cut = |words: String| words.chars().take(200).collect::<String>().trim().to_owned();
    Text { vi: cut(vi), en: cut(en) }
}

fn source() -> Arc<Source> {
    Arc::new(Source {
        id: "nguon".into(),
        title: text("Bản thử"),
        publisher: text("Người thử"),
        url: None,
        date: None,
        kind: SourceKind::Dataset,
        licence: text("Tự do"),
    })
}

/// Sixty-three provinces of two regions; their names are as long as `name` makes them.
fn dataset(name: impl Fn(usize) -> Text) -> Dataset {
    let code = |i: usize| Code63::parse(&format!("{i:02}")).unwrap();
    let provinces = (1..=63).map(|i| Province {
        code: code(i),
        name: name(i),
        kind: if i <= 5 { ProvinceKind::City } else { ProvinceKind::Province },
        region: if i <= 30 { "bac" } else { "nam" }.into(),
        aliases: Vec::new(),
        label: (105.0, 16.0),
        code34: Code34::parse("01").unwrap(),
    });
    let provinces: Vec<Province> = provinces.collect();
    let region = |id: &str| Region { id: id.into(), name: text(id) };
    Dataset {
        as_of: Date::parse("2026-01-01").unwrap(),
        sources: vec![source()],
        indicators: Vec::new(),
        new_provinces: vec![NewProvince {
            code: Code34::parse("01").unwrap(),
            name: text("Mới"),
            kind: ProvinceKind::Province,
            region: "moi".into(),
            members: provinces.iter().map(|p| p.code).collect(),
            centre: "Mới".into(),
            area_km2: 1.0,
            population: 1,
            source: source(),
        }],
        provinces,
        regions63: vec![region("bac"), region("nam")],
        regions34: vec![region("moi")],
        facts: Vec::new(),
        topics: Vec::new(),
        events: Vec::new(),
    }
}

pub fn data() -> Dataset {
    dataset(|i| text(&format!("Tỉnh {i}")))
}

pub fn point(date: &str, value: f64) -> Point {
    Point {
        date: Date::parse(date).unwrap(),
        period: None,
        place: None,
        value,
        range: None,
        out_of: None,
        source: source(),
        status: Status::Verified,
        note: None,
        evidence: None,
    }
}

fn series(id: &str, points: Vec<Point>) -> Series {
    Series { id: id.into(), name: text(&format!("Chuỗi {id}")), points }
}

pub fn national(measure: Measure, figure: FigureKind, all: Vec<Series>) -> Indicator {
    Indicator {
        id: "thu".into(),
        theme: Theme::Economy,
        scope: Scope::National,
        measure,
        name: text("Chỉ báo thử"),
        unit: text(if measure == Measure::Rank { "hạng" } else { "đơn vị" }),
        decimals: if measure == Measure::Rank { 0 } else { 2 },
        better: Better::None,
        definition: text("Để thử."),
        figure,
        finding: None,
        series: all,
        notes: Vec::new(),
        references: Vec::new(),
        annotations: Vec::new(),
        rivals: false,
        years: Vec::new(),
        classes: None,
        licence: text("Tự do"),
    }
}

/// A provincial indicator: the value of each unit in each year.
pub fn provincial(measure: Measure, years: &[i16], value: impl Fn(usize, i16) -> Option<f64>) -> Indicator {
    let points = (1..=63).flat_map(|i| {
        let value = &value;
        years.iter().filter_map(move |year| {
            let place = Code63::parse(&format!("{i:02}"));
            Some(Point { place, ..point(&year.to_string(), value(i, *year)?) })
        })
    });
    Indicator {
        scope: Scope::Provincial,
        figure: FigureKind::Map,
        years: years.into(),
        classes: Some(if measure == Measure::Rank { Classes::Rank } else { Classes::Natural }),
        ..national(measure, FigureKind::Map, vec![series("province", points.collect())])
    }
}

fn yearly(values: &[f64]) -> Vec<Point> {
    values.iter().enumerate().map(|(i, v)| point(&(2015 + i).to_string(), *v)).collect()
}

/// One series as lines and as columns.
fn both(name: [&'static str; 2], measure: Measure, all: &dyn Fn() -> Vec<Series>) -> [Case; 2] {
    [(name[0], FigureKind::Line), (name[1], FigureKind::Bars)].map(|(name, figure)| Case {
        name,
        data: data(),
        indicator: national(measure, figure, all()),
    })
}

/// Everything odd.
pub fn cases() -> Vec<Case> {
    let mut out = Vec::new();
    let one = |name, indicator| Case { name, data: data(), indicator };
    for (names, measure, values) in [
        (["một điểm", "một điểm, cột"], Measure::Count, vec![7.0]),
        (["hai điểm", "hai điểm, cột"], Measure::Count, vec![7.0, 9.5]),
        (["bằng nhau", "bằng nhau, cột"], Measure::Share, vec![42.5; 6]),
        (["toàn số 0", "toàn số 0, cột"], Measure::Money, vec![0.0; 5]),
        (["có số 0", "có số 0, cột"], Measure::Count, vec![0.0, 3.0, 0.0, 12.0]),
        (["số âm", "số âm, cột"], Measure::Money, vec![-3.5, 2.0, -8.25, 5.0, -0.5]),
        (["toàn số âm", "toàn số âm, cột"], Measure::Money, vec![-3.5, -2.0, -8.25]),
        (["rất lớn", "rất lớn, cột"], Measure::Count, vec![1e9, 1.2e9, 9.87e8, 1.000_000_1e9]),
        (["rất nhỏ", "rất nhỏ, cột"], Measure::Score, vec![1e-4, 3e-4, 2e-4]),
        (["lớn và nhỏ", "lớn và nhỏ, cột"], Measure::Count, vec![1e-4, 1e9, 1.0, 5e4]),
        (
            ["không phải số", "không phải số, cột"],
            Measure::Count,
            vec![4.0, f64::NAN, f64::INFINITY, 6.0, -f64::INFINITY],
        ),
    ] {
        out.extend(both(names, measure, &|| vec![series("a", yearly(&values))]));
    }
    for (name, values) in [
        ("hạng nhất mãi", vec![1.0; 4]),
        ("hạng một điểm", vec![88.0]),
        ("hạng xa nhau", vec![1.0, 999.0, 500.0]),
    ] {
        out.push(one(
            name,
            national(Measure::Rank, FigureKind::RankLine, vec![series("a", yearly(&values))]),
        ));
    }
    // Days of one week, and decades apart.
    let dates =
        |all: &[&str]| all.iter().enumerate().map(|(i, d)| point(d, i as f64 + 1.0)).collect::<Vec<_>>();
    for (name, all) in [
        ("cùng tuần", dates(&["2024-10-01", "2024-10-03", "2024-10-07"])),
        ("xa nhau", dates(&["1975", "1996", "2024"])),
    ] {
        out.push(one(name, national(Measure::Count, FigureKind::Line, vec![series("a", all.clone())])));
        out.push(one(name, national(Measure::Count, FigureKind::Bars, vec![series("a", all)])));
    }
    // Ranges: a run, a gap, a run, a gap, one point alone; the last is not verified.
    let mut ranged: Vec<Point> =
        ["2010", "2011", "2012", "2014", "2015", "2018"].iter().map(|d| point(d, 10.0)).collect();
    for (i, p) in ranged.iter_mut().enumerate() {
        p.range = Some((8.0 - i as f64, 12.0 + i as f64));
    }
    ranged[5].status = Status::Unverified;
    out.push(one("khoảng", national(Measure::Count, FigureKind::Line, vec![series("a", ranged)])));
    // Many series, with few and with many points.
    let many = |n: usize, points: usize| -> Vec<Series> {
        let values = |s: usize| (0..points).map(move |i| ((s * 7 + i * 3) % 29) as f64 + s as f64 / 10.0);
        (0..n).map(|s| series(&format!("s{s}"), yearly(&values(s).collect::<Vec<_>>()))).collect()
    };
    out.push(one("63 chuỗi", national(Measure::Count, FigureKind::Line, many(63, 5))));
    out.push(one("63 chuỗi, cột", national(Measure::Count, FigureKind::Bars, many(63, 2))));
    out.push(one("8 chuỗi dày", national(Measure::Count, FigureKind::Line, many(8, 40))));
    out.push(one("9 chuỗi, cột", national(Measure::Count, FigureKind::Bars, many(9, 9))));
    let mut rivals = national(Measure::Share, FigureKind::Line, many(2, 12));
    rivals.rivals = true;
    out.push(one("hai nguồn", rivals));
    // Names of two hundred letters wherever a name can stand.
    let mut all = many(3, 6);
    for (i, s) in all.iter_mut().enumerate() {
        s.name = long(&format!("Chuỗi {i}"));
        for p in &mut s.points {
            p.period = Some(long("Năm"));
            p.note = Some(long("Chú"));
        }
    }
    let mut named = national(Measure::Money, FigureKind::Line, all);
    named.name = long("Chỉ");
    named.unit = long("tỷ");
    named.references = vec![Reference { value: 20.0, label: long("Mốc") }];
    named.annotations =
        vec![Annotation {
            event: "e".into(), date: Date::parse("2017-05-01").unwrap(), label: long("Việc")
        }];
    let bars = Indicator { figure: FigureKind::Bars, ..named.clone() };
    let mut rows =
        national(Measure::Count, FigureKind::Bars, vec![series("a", dates(&["2024-01-05", "2024-03-07"]))]);
    for p in &mut rows.series[0].points {
        p.period = Some(long("Ngày"));
    }
    out.extend([one("tên dài", named), one("tên dài, cột", bars), one("tên dài, hàng", rows)]);
    // Provinces.
    let spread = |i: usize, year: i16| Some(i as f64 * 1.5 + f64::from(year % 7));
    for (name, measure) in
        [("tỉnh", Measure::Count), ("tỉnh, điểm", Measure::Score), ("tỉnh, hạng", Measure::Rank)]
    {
        let value = move |i: usize, year: i16| {
            if measure == Measure::Rank { Some(i as f64) } else { spread(i, year) }
        };
        out.push(one(name, provincial(measure, &[2020, 2022, 2023], value)));
    }
    out.push(Case {
        name: "tên dài, tỉnh",
        data: dataset(|i| long(&format!("Tỉnh {i}"))),
        indicator: provincial(Measure::Count, &[2020, 2023], spread),
    });
    out.push(one("tỉnh bằng nhau", provincial(Measure::Score, &[2020, 2023], |_, _| Some(3.5))));
    out.push(one("tỉnh toàn 0", provincial(Measure::Count, &[2020, 2023], |_, _| Some(0.0))));
    out.push(one("tỉnh số âm", provincial(Measure::Money, &[2020, 2023], |i, _| Some(i as f64 - 30.0))));
    out.push(one("một tỉnh có số", provincial(Measure::Rate, &[2020, 2023], |i, _| (i == 7).then_some(4.0))));
    out.push(one(
        "tỉnh lớn nhỏ",
        provincial(Measure::Count, &[2020, 2023], |i, _| Some(if i == 1 { 1e9 } else { 1e-4 })),
    ));
    out.push(one(
        "tỉnh, không phải số",
        provincial(Measure::Count, &[2020, 2023], |i, _| Some(if i % 2 == 0 { f64::NAN } else { i as f64 })),
    ));
    out
}
