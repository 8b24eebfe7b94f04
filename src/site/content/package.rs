//! `datapackage.json`: it lists exactly the files that exist, says of each what it is and whose, and gives the day
//! of the data.

use super::reader::Reader;
use super::table;
use crate::data::check::is_kebab;
use crate::text::Date;
use serde_json::Value;
use std::collections::BTreeSet;

pub(super) const FILE: &str = "datapackage.json";

/// Checks the package against the files; the day of the data, if it is there.
pub(super) fn read(reader: &mut Reader, files: &[String]) -> Option<Date> {
    let (_, package) = reader.value(FILE)?;
    let created = package.get("created").and_then(Value::as_str).unwrap_or_default();
    let day =
        created.get(..10).and_then(Date::parse).filter(|_| created.len() == 10 || created.contains('T'));
    if day.is_none() {
        reader.add(
            FILE,
            "created",
            format!("\"{created}\" không phải ngày của dữ liệu"),
            "Ghi ngày dạng YYYY-MM-DD (có thể kèm giờ, như 2026-11-22T00:00:00Z).",
        );
    }
    let mut paths = BTreeSet::new();
    let mut names = BTreeSet::new();
    let resources = package.get("resources").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    for (i, resource) in resources.iter().enumerate() {
        let Some(path) = resource.get("path").and_then(Value::as_str) else {
            reader.add(FILE, format!("resources[{i}].path"), "thiếu đường dẫn", "Ghi \"path\" của tệp.");
            continue;
        };
        let at = format!("resources[{path}]");
        if !paths.insert(path) {
            reader.add(FILE, &at, "tệp được kê hai lần", "Giữ một mục cho mỗi tệp.");
        } else if !files.iter().any(|file| file == path) {
            reader.add(FILE, &at, format!("kê tệp \"{path}\" không tồn tại"), "Xóa mục này hoặc thêm tệp.");
        }
        let name = resource.get("name").and_then(Value::as_str).unwrap_or_default();
        if !is_kebab(name) || !names.insert(name) {
            reader.add(
                FILE,
                format!("{at}.name"),
                format!("tên \"{name}\" trống, sai hoặc bị lặp"),
                "Đặt tên riêng bằng chữ thường không dấu và gạch nối.",
            );
        }
        about(reader, &at, resource);
        if files.iter().any(|file| file == path) && is_csv(path) {
            columns(reader, &at, path, resource);
        }
    }
    for file in files.iter().filter(|file| *file != FILE && !paths.contains(file.as_str())) {
        reader.add(FILE, "resources", format!("chưa kê tệp \"{file}\""), "Thêm một mục cho tệp này.");
    }
    day
}

/// What everybody who takes a file needs to know.
fn about(reader: &mut Reader, at: &str, resource: &Value) {
    for field in ["title", "description", "format", "mediatype", "encoding"] {
        if resource.get(field).and_then(Value::as_str).is_none_or(|words| words.trim().is_empty()) {
            reader.add(FILE, format!("{at}.{field}"), "để trống", format!("Ghi \"{field}\" của tệp."));
        }
    }
    for field in ["licenses", "sources"] {
        if resource.get(field).and_then(Value::as_array).is_none_or(Vec::is_empty) {
            reader.add(
                FILE,
                format!("{at}.{field}"),
                "danh sách trống",
                format!("Ghi ít nhất một mục trong \"{field}\"."),
            );
        }
    }
}

/// The schema has the columns of the file, in their order.
fn columns(reader: &mut Reader, at: &str, path: &str, resource: &Value) {
    // A file that cannot be read says so itself when its turn comes.
    let Some(text) = reader.peek(path) else { return };
    let fields = resource.get("schema").and_then(|s| s.get("fields")).and_then(Value::as_array);
    let fields = fields.map(Vec::as_slice).unwrap_or_default();
    let names: Vec<&str> =
        fields.iter().map(|f| f.get("name").and_then(Value::as_str).unwrap_or_default()).collect();
    let found = table::header(&text);
    if names != found {
        reader.add(
            FILE,
            format!("{at}.schema.fields"),
            format!("các cột không khớp với tệp ({})", found.join(", ")),
            "Kê đủ các cột theo đúng thứ tự trong tệp.",
        );
    }
    for (field, name) in fields.iter().zip(names) {
        for key in ["type", "title", "description"] {
            if field.get(key).and_then(Value::as_str).is_none_or(|words| words.trim().is_empty()) {
                reader.add(
                    FILE,
                    format!("{at}.schema.fields[{name}].{key}"),
                    "để trống",
                    format!("Ghi \"{key}\" của cột."),
                );
            }
        }
    }
}

fn is_csv(path: &str) -> bool {
    path.strip_suffix(".csv").is_some()
}
