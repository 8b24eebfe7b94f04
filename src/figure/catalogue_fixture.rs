//! A small dataset for the tests of the catalogue.

use crate::data::{
    Better, Classes, Code34, Code63, Dataset, FigureKind, Indicator, Measure, Point, Province, ProvinceKind,
    Scope, Series, Source, SourceKind, Status, Theme,
};
use crate::text::{Date, Text};
use std::sync::Arc;

fn text(vi: &str) -> Text {
    Text { vi: vi.into(), en: format!("{vi} (en)") }
}

fn source(id: &str, publisher: &str) -> Arc<Source> {
    Arc::new(Source {
        id: id.into(),
        title: text("Báo cáo năm"),
        publisher: text(publisher),
        url: None,
        date: None,
        kind: SourceKind::Official,
        licence: text("Mở"),
    })
}

fn point(date: &str, place: Option<&str>, value: f64, status: Status, source: &Arc<Source>) -> Point {
    Point {
        range: None,
        date: Date::parse(date).unwrap(),
        period: None,
        place: place.map(|code| Code63::parse(code).unwrap()),
        value,
        out_of: None,
        source: source.clone(),
        status,
        note: None,
        evidence: None,
    }
}

fn series(id: &str, points: Vec<Point>) -> Series {
    Series { id: id.into(), name: text(&format!("Chuỗi {id}")), points }
}

fn indicator(id: &str, theme: Theme, name: &str, measure: Measure, series: Vec<Series>) -> Indicator {
    let map = series.iter().flat_map(|s| &s.points).find(|p| p.place.is_some()).map(|p| p.date.year());
    Indicator {
        annotations: Vec::new(),
        references: Vec::new(),
        rivals: false,
        id: id.into(),
        theme,
        scope: if map.is_some() { Scope::Provincial } else { Scope::National },
        measure,
        name: text(name),
        unit: text(match measure {
            Measure::Flag => "1 = đã đạt, 0 = chưa",
            Measure::Rank => "hạng",
            _ => "% dân số (ước)",
        }),
        decimals: 1,
        better: Better::None,
        definition: text("Điều tra hộ gia đình hằng năm."),
        figure: if map.is_some() { FigureKind::Map } else { FigureKind::Line },
        finding: None,
        series,
        notes: Vec::new(),
        years: map.into_iter().collect(),
        classes: map.map(|_| Classes::Natural),
        licence: text("Mở"),
    }
}

/// Two indicators of the country and two of three provinces.
pub(super) fn dataset() -> Dataset {
    let (bank, office) = (source("wb", "Ngân hàng Thế giới"), source("gso", "Tổng cục Thống kê"));
    let province = |code: &str, name: &str, kind| Province {
        code: Code63::parse(code).unwrap(),
        name: text(name),
        kind,
        region: "mien".into(),
        aliases: vec!["Tourane".into()].into_iter().filter(|_| code == "48").collect(),
        label: (106.0, 16.0),
        code34: Code34::parse("48").unwrap(),
    };
    let of = |values: [(&str, f64); 3]| {
        values.map(|(code, v)| point("2024", Some(code), v, Status::Verified, &office)).into()
    };
    Dataset {
        as_of: Date::parse("2026-01-01").unwrap(),
        indicators: vec![
            indicator(
                "internet",
                Theme::Connectivity,
                "Đường truyền",
                Measure::Share,
                vec![
                    series(
                        "a",
                        vec![
                            point("2020", None, 70.25, Status::Derived, &bank),
                            point("2023", None, 78.08, Status::Verified, &bank),
                        ],
                    ),
                    series("b", vec![point("2025-06", None, 84.1, Status::Unverified, &office)]),
                ],
            ),
            indicator(
                "rank",
                Theme::International,
                "Dịch vụ công",
                Measure::Rank,
                vec![series(
                    "a",
                    vec![Point { out_of: Some(193), ..point("2024", None, 71.0, Status::Verified, &bank) }],
                )],
            ),
            indicator(
                "score",
                Theme::ProvinceDigital,
                "Điểm các tỉnh",
                Measure::Score,
                vec![series("t", of([("01", 3.0), ("48", 4.06), ("96", 3.0)]))],
            ),
            indicator(
                "flag",
                Theme::ProvinceDigital,
                "Đã có tổ công nghệ",
                Measure::Flag,
                vec![series("t", of([("01", 0.0), ("48", 1.0), ("96", 0.0)]))],
            ),
        ],
        sources: vec![bank.clone(), office.clone()],
        provinces: vec![
            province("01", "Hà Nội", ProvinceKind::City),
            province("48", "Đà Nẵng", ProvinceKind::City),
            province("96", "Cà Mau", ProvinceKind::Province),
        ],
        new_provinces: Vec::new(),
        regions63: Vec::new(),
        regions34: Vec::new(),
        facts: Vec::new(),
        topics: Vec::new(),
        events: Vec::new(),
    }
}
