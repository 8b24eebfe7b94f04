//! Indicators: a JSON file and a CSV file of the same name.

use super::reader::Reader;
use super::table::{self, Cells, Row};
use crate::data::Scope;
use crate::data::raw::{IndicatorFile, RawIndicator, RawRow};
use crate::figure::finding::HOLES;
use crate::text::Date;
use std::collections::BTreeSet;

const NATIONAL: &[&str] = &[
    "series",
    "year",
    "date",
    "period_vi",
    "period_en",
    "value",
    "out_of",
    "source",
    "status",
    "note_vi",
    "note_en",
    "evidence",
];
/// With the range in which the true value may lie, where a source gives one.
const NATIONAL_WITH_RANGE: &[&str] = &[
    "series",
    "year",
    "date",
    "period_vi",
    "period_en",
    "value",
    "low",
    "high",
    "out_of",
    "source",
    "status",
    "note_vi",
    "note_en",
    "evidence",
];
const PROVINCIAL: &[&str] =
    &["code63", "name", "year", "value", "source", "status", "note_vi", "note_en", "evidence"];

/// For a row whose year could not be read: its other cells are looked at, then it is dropped.
const NOWHEN: fn() -> Date = || Date::year_only(0);

/// Every indicator, by theme, then by name of the file.
pub(super) fn read(reader: &mut Reader, files: &[String]) -> Vec<RawIndicator> {
    let names: BTreeSet<&str> = files
        .iter()
        .filter_map(|file| file.strip_prefix("indicators/"))
        .filter_map(|name| name.strip_suffix(".json").or_else(|| name.strip_suffix(".csv")))
        .collect();
    let mut found: Vec<RawIndicator> =
        names.into_iter().filter_map(|name| indicator(reader, files, name)).collect();
    found.sort_by_key(|indicator| indicator.meta.theme);
    found
}

fn indicator(reader: &mut Reader, files: &[String], name: &str) -> Option<RawIndicator> {
    let (json, csv) = (format!("indicators/{name}.json"), format!("indicators/{name}.csv"));
    for (file, other) in [(&json, &csv), (&csv, &json)] {
        if !files.contains(file) {
            reader.unread.note(file, Some(name));
            reader.add(file, "", format!("thiếu tệp đi cặp với {other}"), "Thêm tệp này, hoặc xóa tệp kia.");
        }
    }
    let meta: Option<IndicatorFile> = files.contains(&json).then(|| reader.one(&json)).flatten();
    let text = files.contains(&csv).then(|| reader.text(&csv)).flatten();
    if let Some(meta) = meta.as_ref().filter(|meta| meta.id != name) {
        reader.unread.note(&json, Some(name));
        reader.add(
            &json,
            "id",
            format!("id \"{}\" khác tên tệp", meta.id),
            format!("Ghi \"id\": \"{name}\", hoặc đổi tên cả hai tệp."),
        );
    }
    for text in meta.iter().filter_map(|meta| meta.finding.as_ref()) {
        holes(reader, &json, "finding.vi", &text.vi);
        holes(reader, &json, "finding.en", &text.en);
    }
    // Without its JSON the table is read all the same, for its faults.
    let scope = meta.as_ref().map(|meta| meta.scope);
    let rows = text.map(|text| match scope.unwrap_or_else(|| guess(&text)) {
        Scope::National => table::rows(reader, &csv, &text, national_columns(&text))
            .iter()
            .filter_map(|row| national(Cells { reader: &mut *reader, file: &csv, row, sound: true }))
            .collect(),
        Scope::Provincial => table::rows(reader, &csv, &text, PROVINCIAL)
            .iter()
            .filter_map(|row| provincial(Cells { reader: &mut *reader, file: &csv, row, sound: true }))
            .collect::<Vec<_>>(),
    });
    let meta = meta.filter(|meta| meta.id == name)?;
    Some(RawIndicator { meta, rows: rows.unwrap_or_default() })
}

/// Holes that the charts know how to fill.
fn holes(reader: &mut Reader, file: &str, place: &str, text: &str) {
    let names = text.split('{').skip(1).filter_map(|part| part.split_once('}')).map(|(name, _)| name);
    for name in names.filter(|name| !HOLES.contains(name)) {
        let remedy = format!("Dùng một trong các tên: {}.", HOLES.join(", "));
        reader.add(file, place, format!("chỗ điền lạ \"{{{name}}}\""), remedy);
    }
}

fn national_columns(text: &str) -> &'static [&'static str] {
    let ranged = table::header(text).iter().any(|column| column == "low" || column == "high");
    if ranged { NATIONAL_WITH_RANGE } else { NATIONAL }
}

fn guess(text: &str) -> Scope {
    if table::header(text).iter().any(|column| column == "code63") {
        Scope::Provincial
    } else {
        Scope::National
    }
}

fn national(mut cells: Cells<'_, '_>) -> Option<RawRow> {
    let year = year(&mut cells);
    let date = match cells.row.get("date") {
        "" => None,
        _ => cells.read(
            "date",
            |cell| Date::parse(cell).filter(|d| d.month().is_some()),
            "không phải tháng hay ngày",
            "Ghi YYYY-MM hoặc YYYY-MM-DD, hoặc để trống nếu là cả năm.",
        ),
    };
    if let (Some(year), Some(date)) = (year, date)
        && year.year() != date.year()
    {
        cells.wrong(
            "date",
            "không thuộc năm ở cột year",
            format!("Sửa để cả hai cột cùng là năm {}.", year.year()),
        );
    }
    let out_of = match cells.row.get("out_of") {
        "" => None,
        _ => cells.read(
            "out_of",
            |cell| cell.parse::<u16>().ok().filter(|n| *n > 0),
            "không phải số nguyên dương",
            "Ghi số nước được xếp hạng, hoặc để trống.",
        ),
    };
    // Columns of a range stand in some files only; a row may leave both empty.
    let has_range = ["low", "high"].iter().any(|column| !cells.row.get(column).is_empty());
    let range = if has_range { cells.number("low").zip(cells.number("high")) } else { None };
    let time = date.or(year);
    let row = cells.row;
    let key = row.get("series").to_owned();
    let mut raw = common(&mut cells, key, time.unwrap_or_else(NOWHEN))?;
    raw.o = out_of;
    raw.r = range;
    raw.p = row.pair("period");
    Some(raw)
}

fn provincial(mut cells: Cells<'_, '_>) -> Option<RawRow> {
    let row: &Row = cells.row;
    let year = year(&mut cells);
    let key = row.get("code63").to_owned();
    let name = row.get("name").to_owned();
    let raw = common(&mut cells, key, year.unwrap_or_else(NOWHEN))?;
    Some(RawRow { name: Some(name), ..raw })
}

fn year(cells: &mut Cells<'_, '_>) -> Option<Date> {
    let parse = |cell: &str| Date::parse(cell).filter(|d| d.month().is_none());
    cells.read("year", parse, "không phải năm", "Ghi năm bốn chữ số, như 2024.")
}

/// What rows of both kinds have; none if any cell of the row was wrong.
fn common(cells: &mut Cells<'_, '_>, key: String, time: Date) -> Option<RawRow> {
    let value = cells.number("value");
    let status = cells.word("status", "verified, derived, unverified");
    let row = cells.row;
    cells.sound.then_some(())?;
    Some(RawRow {
        k: key,
        t: time.to_string(),
        v: value?,
        r: None,
        s: row.get("source").into(),
        q: status?,
        o: None,
        p: None,
        n: row.pair("note"),
        e: row.some("evidence"),
        line: row.line,
        name: None,
    })
}
