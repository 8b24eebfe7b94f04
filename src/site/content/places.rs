//! `geo/provinces.csv`.

use super::reader::Reader;
use super::table::{self, Cells};
use crate::data::code::{Code34, Code63};
use crate::data::raw::RawProvince;

const FILE: &str = "geo/provinces.csv";
const COLUMNS: &[&str] = &[
    "code63",
    "name_vi",
    "name_en",
    "type",
    "region",
    "aliases",
    "label_lon",
    "label_lat",
    "code34",
    "name34_vi",
    "name34_en",
    "type34",
    "region34",
    "centre34_vi",
    "area34_km2",
    "population34",
    "source34",
];
const CODE: &str = "Ghi mã hai chữ số, như 01.";

pub(super) fn read(reader: &mut Reader) -> Vec<RawProvince> {
    let Some(text) = reader.text(FILE) else { return Vec::new() };
    table::rows(reader, FILE, &text, COLUMNS)
        .iter()
        .filter_map(|row| province(Cells { reader: &mut *reader, file: FILE, row, sound: true }))
        .collect()
}

fn province(mut cells: Cells<'_, '_>) -> Option<RawProvince> {
    let code63 = cells.read("code63", Code63::parse, "không phải mã tỉnh", CODE);
    let code34 = cells.read("code34", Code34::parse, "không phải mã tỉnh", CODE);
    let kind = cells.word("type", "city, province");
    let type34 = cells.word("type34", "city, province");
    let (lon, lat) = (cells.number("label_lon"), cells.number("label_lat"));
    let area = cells.number("area34_km2");
    let population = cells.read(
        "population34",
        |cell| cell.parse().ok(),
        "không phải số người",
        "Ghi số nguyên, không ngăn cách hàng nghìn.",
    );
    let row = cells.row;
    let text = |column: &str| row.get(column).to_owned();
    Some(RawProvince {
        code63: code63?,
        name_vi: text("name_vi"),
        name_en: text("name_en"),
        kind: kind?,
        region: text("region"),
        aliases: text("aliases"),
        label_lon: lon?,
        label_lat: lat?,
        code34: code34?,
        name34_vi: text("name34_vi"),
        name34_en: text("name34_en"),
        type34: type34?,
        region34: text("region34"),
        centre34_vi: text("centre34_vi"),
        area34_km2: area?,
        population34: population?,
        source34: text("source34"),
        line: row.line,
    })
}
