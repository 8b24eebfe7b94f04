//! A small reader of the real files for the pictures of the map; it believes them, unlike the site's own loader.

use ngay_so::data::raw::{IndicatorFile, RawProvince, RegionsFile};
use ngay_so::data::{
    Code63, Dataset, Indicator, NewProvince, Point, Province, Region, Series, Source, SourceKind, Status,
};
use ngay_so::text::{Date, Text};
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

fn file(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("public/data").join(path)
}

/// The base topology.
pub(crate) fn topology() -> String {
    fs::read_to_string(file("geo/vietnam.topo.json")).unwrap()
}

fn both(vi: &str, en: &str) -> Text {
    Text { vi: vi.into(), en: en.into() }
}

/// A source that only has an id.
pub(crate) fn source(id: &str) -> Arc<Source> {
    let title = both(id, id);
    let (publisher, licence) = (title.clone(), title.clone());
    Arc::new(Source {
        id: id.into(),
        title,
        publisher,
        url: None,
        date: None,
        kind: SourceKind::Official,
        licence,
    })
}

/// The provinces and all provincial indicators.
pub(crate) fn dataset() -> Dataset {
    let rows: Vec<RawProvince> = csv::Reader::from_path(file("geo/provinces.csv"))
        .unwrap()
        .deserialize()
        .map(Result::unwrap)
        .collect();
    let mut new: BTreeMap<_, NewProvince> = BTreeMap::new();
    for row in &rows {
        let unit = new.entry(row.code34).or_insert_with(|| NewProvince {
            code: row.code34,
            name: both(&row.name34_vi, &row.name34_en),
            kind: row.type34,
            region: row.region34.clone(),
            members: Vec::new(),
            centre: row.centre34_vi.clone(),
            area_km2: row.area34_km2,
            population: row.population34,
            source: source(&row.source34),
        });
        unit.members.push(row.code63);
    }
    let provinces = rows.iter().map(|row| Province {
        code: row.code63,
        name: both(&row.name_vi, &row.name_en),
        kind: row.kind,
        region: row.region.clone(),
        aliases: row.aliases.split('|').filter(|a| !a.is_empty()).map(str::to_owned).collect(),
        label: (row.label_lon, row.label_lat),
        code34: row.code34,
    });
    let regions: RegionsFile =
        serde_json::from_str(&fs::read_to_string(file("geo/regions.json")).unwrap()).unwrap();
    let region = |r: &ngay_so::data::raw::RawRegion| Region { id: r.id.clone(), name: r.name.clone() };
    let mut indicators = Vec::new();
    let mut names: Vec<PathBuf> =
        fs::read_dir(file("indicators")).unwrap().map(|entry| entry.unwrap().path()).collect();
    names.sort();
    for path in names.iter().filter(|p| p.extension().is_some_and(|e| e == "json")) {
        let meta: IndicatorFile = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
        if let (Some(years), classes) = (meta.years.clone(), meta.classes) {
            let mut points = Vec::new();
            for row in csv::Reader::from_path(path.with_extension("csv")).unwrap().deserialize() {
                let row: BTreeMap<String, String> = row.unwrap();
                points.push(point(
                    &row["code63"],
                    row["year"].parse().unwrap(),
                    row["value"].parse().unwrap(),
                    &row["source"],
                ));
            }
            indicators.push(indicator(meta, years, classes, points));
        }
    }
    Dataset {
        as_of: Date::year_only(2026),
        sources: Vec::new(),
        indicators,
        provinces: provinces.collect(),
        new_provinces: new.into_values().collect(),
        regions63: regions.regions63.iter().map(region).collect(),
        regions34: regions.regions34.iter().map(region).collect(),
        facts: Vec::new(),
        topics: Vec::new(),
        events: Vec::new(),
    }
}

/// A verified value.
pub(crate) fn point(code: &str, year: i16, value: f64, from: &str) -> Point {
    Point {
        date: Date::year_only(year),
        period: None,
        place: Code63::parse(code),
        value,
        out_of: None,
        source: source(from),
        status: Status::Verified,
        note: None,
        evidence: None,
    }
}

fn indicator(
    meta: IndicatorFile,
    years: Vec<i16>,
    classes: Option<ngay_so::data::Classes>,
    points: Vec<Point>,
) -> Indicator {
    Indicator {
        id: meta.id,
        theme: meta.theme,
        scope: meta.scope,
        measure: meta.measure,
        name: meta.name,
        finding: None,
        unit: meta.unit,
        decimals: usize::from(meta.decimals),
        better: meta.better,
        definition: meta.definition,
        figure: meta.figure,
        series: vec![Series { id: "province".into(), name: both("Tỉnh", "Province"), points }],
        notes: meta.notes,
        years,
        classes,
        licence: meta.licence,
    }
}
