//! The letters of every text: NFC, nothing invisible, and no web address that a reader might follow into the dark.

use super::reader::Reader;
use serde_json::Value;
use std::fmt::Write as _;
use unicode_normalization::{UnicodeNormalization as _, is_nfc};

/// Fields that may hold any address: they cite, they do not address the reader.
const CITING: [&str; 3] = ["url", "evidence", "quote"];
/// The same in a source: a citation names the site where it was found.
const CITING_IN_SOURCES: [&str; 2] = ["title", "publisher"];
/// The same in the data package, which is read by programs.
const CITING_IN_PACKAGE: [&str; 5] = ["$schema", "path", "title", "description", "homepage"];

/// Ends of addresses that are looked for; with `http(s)://` before it everything is an address.
const ENDINGS: [&str; 28] = [
    "vn", "com", "net", "org", "info", "biz", "io", "gov", "edu", "int", "app", "dev", "xyz", "online",
    "site", "top", "shop", "club", "link", "ly", "me", "cc", "tk", "eu", "uk", "cn", "tv", "example",
];

/// Every string of a JSON file, keys too.
pub(super) fn of_json(reader: &mut Reader, file: &str, value: &Value) {
    walk(reader, file, &mut String::new(), value, false);
}

fn walk(reader: &mut Reader, file: &str, path: &mut String, value: &Value, citing: bool) {
    let length = path.len();
    match value {
        Value::String(text) => of_text(reader, file, path, text, citing),
        Value::Array(items) => {
            for (i, item) in items.iter().enumerate().filter(|(_, item)| !item.is_number()) {
                let name = item.get("id").or_else(|| item.get("name")).and_then(Value::as_str);
                let _ = match name {
                    Some(name) => write!(path, "[{name}]"),
                    None => write!(path, "[{i}]"),
                };
                walk(reader, file, path, item, citing);
                path.truncate(length);
            }
        }
        Value::Object(fields) => {
            for (key, field) in fields {
                let dot = if path.is_empty() { "" } else { "." };
                let _ = write!(path, "{dot}{key}");
                of_text(reader, file, path, key, true);
                if file == super::package::FILE && key == "lineTerminator" {
                    path.truncate(length);
                    continue;
                }
                let key = key.as_str();
                let cites = CITING.contains(&key)
                    || file.starts_with("sources/") && CITING_IN_SOURCES.contains(&key)
                    || file == super::package::FILE && CITING_IN_PACKAGE.contains(&key);
                walk(reader, file, path, field, citing || cites);
                path.truncate(length);
            }
        }
        _ => {}
    }
}

/// One cell of a table.
pub(super) fn of_cell(reader: &mut Reader, file: &str, place: &str, column: &str, text: &str) {
    of_text(reader, file, place, text, CITING.contains(&column));
}

fn of_text(reader: &mut Reader, file: &str, place: &str, text: &str, citing: bool) {
    if !text.is_ascii() && !is_nfc(text) {
        let good: String = text.nfc().collect();
        reader.add(
            file,
            place,
            "chữ chưa ở dạng Unicode dựng sẵn (NFC)",
            format!("Gõ lại bằng Unicode dựng sẵn: \"{good}\"."),
        );
    }
    if let Some(sign) = text.chars().find(|c| is_hidden(*c)) {
        reader.add(
            file,
            place,
            format!("có ký tự ẩn U+{:04X}", u32::from(sign)),
            "Xóa ký tự này; một chuỗi không chứa dấu xuống dòng, tab hay dấu đổi chiều chữ.",
        );
    }
    if citing {
        return;
    }
    for host in hosts(text).filter(|host| !is_safe(host)) {
        reader.add(
            file,
            place,
            format!("có địa chỉ web \"{host}\""),
            "Trong lời cho người đọc chỉ dùng địa chỉ .gov.vn, hoặc .example cho địa chỉ bịa.",
        );
    }
}

/// Control characters, and signs that turn the direction of writing or take no room.
fn is_hidden(sign: char) -> bool {
    sign.is_control()
        || matches!(sign, '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}')
        || matches!(sign, '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{fffd}')
}

/// Whatever looks like the host of a web address.
fn hosts(text: &str) -> impl Iterator<Item = String> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(is_host_sign) {
        let (before, tail) = rest.split_at(start);
        let end = tail.find(|c| !is_host_sign(c)).unwrap_or(tail.len());
        let (run, after) = tail.split_at(end);
        let host = run.trim_matches(['.', '-']).to_ascii_lowercase();
        let ending = host.rsplit_once('.').map_or("", |(_, ending)| ending);
        if before.ends_with("://") || ENDINGS.contains(&ending) {
            found.push(host);
        }
        rest = after;
    }
    found.into_iter()
}

fn is_host_sign(sign: char) -> bool {
    sign.is_ascii_alphanumeric() || sign == '.' || sign == '-'
}

fn is_safe(host: &str) -> bool {
    host == "gov.vn" || host.ends_with(".gov.vn") || host.ends_with(".example")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bad(text: &str) -> Vec<String> {
        hosts(text).filter(|host| !is_safe(host)).collect()
    }

    #[test]
    fn only_state_and_made_up_addresses_are_allowed() {
        assert_eq!(bad("Vào dichvucong.gov.vn, đuôi .gov.vn, hoặc x-gov.example/a."), [""; 0]);
        assert_eq!(
            bad("Xem https://bit.ly/x và gov.vn.com, Www.A.VN."),
            ["bit.ly", "gov.vn.com", "www.a.vn"]
        );
        assert_eq!(bad("TP.HCM, v.v. 1.234,5; 12.5 và http://localhost"), ["localhost"]);
        assert_eq!(bad("thư tới an@congty.com"), ["congty.com"]);
    }

    #[test]
    fn hidden_signs_are_seen() {
        for sign in ['\n', '\t', '\u{202e}', '\u{2066}', '\u{feff}', '\u{200b}', '\u{7f}'] {
            assert!(is_hidden(sign), "{sign:?}");
        }
        assert!("Ngày Số – 10/10 “số” … ‑".chars().all(|c| !is_hidden(c)));
    }
}
