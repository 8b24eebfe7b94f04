//! The maps: that they are `TopoJSON` with their attribution, and know the same units as `geo/provinces.csv`.
//! What the shapes look like is for `crate::geo`.

use super::reader::Reader;
use crate::data::raw::RawProvince;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The text of a map, if it can be read.
pub(super) fn read(reader: &mut Reader, file: &str, provinces: &[RawProvince]) -> Option<String> {
    let (text, map) = reader.value(file)?;
    if map.get("type").and_then(Value::as_str) != Some("Topology") {
        reader.add(
            file,
            "type",
            "tệp không phải TopoJSON",
            "Dùng lại tệp bản đồ gốc, có \"type\": \"Topology\".",
        );
    }
    for field in ["attribution", "license"] {
        if map.get(field).and_then(Value::as_str).is_none_or(|words| words.trim().is_empty()) {
            reader.add(
                file,
                field,
                "thiếu ghi công bản đồ",
                format!("Giữ trường \"{field}\" của tệp gốc (OpenStreetMap, ODbL)."),
            );
        }
    }
    let mut old = BTreeMap::new();
    let mut new: BTreeMap<String, (&str, BTreeSet<String>)> = BTreeMap::new();
    for row in provinces {
        old.insert(row.code63.to_string(), (row.name_vi.as_str(), BTreeSet::from([row.code34.to_string()])));
        let unit = new.entry(row.code34.to_string()).or_insert((&row.name34_vi, BTreeSet::new()));
        unit.1.insert(row.code63.to_string());
    }
    compare(reader, file, &map, "p63", "code34", &old);
    compare(reader, file, &map, "p34", "merged_from", &new);
    Some(text)
}

/// Every unit once, with the name and the other code(s) that the table gives.
fn compare(
    reader: &mut Reader,
    file: &str,
    map: &Value,
    layer: &str,
    link: &str,
    table: &BTreeMap<String, (&str, BTreeSet<String>)>,
) {
    let units = map.get("objects").and_then(|o| o.get(layer)).and_then(|l| l.get("geometries"));
    let Some(units) = units.and_then(Value::as_array) else {
        reader.add(file, format!("objects.{layer}"), "thiếu lớp bản đồ", "Dùng lại tệp bản đồ gốc.");
        return;
    };
    let mut seen = BTreeSet::new();
    for unit in units {
        let field = |name: &str| unit.get("properties").and_then(|p| p.get(name));
        let code = field("code").and_then(Value::as_str).unwrap_or_default();
        let place = format!("objects.{layer}[{code}]");
        if !seen.insert(code) {
            reader.add(file, &place, format!("mã \"{code}\" bị lặp"), "Mỗi đơn vị chỉ có một hình.");
        }
        let Some((name, linked)) = table.get(code) else {
            reader.add(
                file,
                &place,
                format!("mã \"{code}\" không có trong geo/provinces.csv"),
                "Sửa mã cho hai tệp giống nhau.",
            );
            continue;
        };
        if field("name_vi").and_then(Value::as_str) != Some(name) {
            reader.add(
                file,
                format!("{place}.name_vi"),
                format!("tên khác với \"{name}\" trong geo/provinces.csv"),
                "Sửa tên cho hai tệp giống nhau.",
            );
        }
        let own: BTreeSet<String> = match field(link) {
            Some(Value::Array(codes)) => codes.iter().filter_map(Value::as_str).map(Into::into).collect(),
            Some(Value::String(code)) => BTreeSet::from([code.clone()]),
            _ => BTreeSet::new(),
        };
        if own != *linked {
            reader.add(
                file,
                format!("{place}.{link}"),
                "phép sáp nhập khác với geo/provinces.csv",
                "Sửa cho hai tệp giống nhau.",
            );
        }
    }
    for (code, (name, _)) in table.iter().filter(|(code, _)| !seen.contains(code.as_str())) {
        reader.add(
            file,
            format!("objects.{layer}"),
            format!("thiếu hình của {name} (mã {code})"),
            "Dùng lại tệp bản đồ gốc.",
        );
    }
}
