//! What serde says, said to an author: in Vietnamese, with the line in the file and the path of the field.

use serde_json::de::Deserializer;
use serde_json::error::Category;
use serde_json::{Error, Value};
use std::fmt::Write as _;

/// A fault of the JSON reader in the author's words.
pub(super) struct Said {
    line: usize,
    path: String,
    pub(super) what: String,
    pub(super) remedy: String,
}

impl Said {
    /// `first` is the line of the file where `text` begins.
    pub(super) fn new(text: &str, first: usize, error: &Error) -> Self {
        let message = error.to_string();
        let message = message.rsplit_once(" at line ").map_or(message.as_str(), |(said, _)| said).to_owned();
        let (what, remedy) = match error.classify() {
            Category::Data => explain(&message),
            _ => ("sai cú pháp JSON".into(), "Xem lại dấu phẩy, ngoặc và dấu nháy quanh dòng này.".into()),
        };
        Self {
            line: first + error.line().saturating_sub(1),
            path: path_at(text, error.line(), error.column(), named(&message)),
            what: format!("{what} ({message})"),
            remedy,
        }
    }

    /// `dòng 12, facts[x].unit`
    pub(super) fn place(&self, root: &str) -> String {
        let mut place = format!("dòng {}", self.line);
        let dot =
            if root.is_empty() || self.path.is_empty() || self.path.starts_with('[') { "" } else { "." };
        if !root.is_empty() || !self.path.is_empty() {
            let _ = write!(place, ", {root}{dot}{}", self.path);
        }
        place
    }
}

/// The field that a message names; the place it gives is then only the object around that field.
fn named(message: &str) -> Option<&str> {
    let about_a_field = ["unknown field", "missing field", "duplicate field"];
    about_a_field.iter().any(|start| message.starts_with(start)).then(|| message.split('`').nth(1))?
}

fn explain(message: &str) -> (String, String) {
    let words: Vec<&str> = message.split('`').skip(1).step_by(2).collect();
    let first = words.first().copied().unwrap_or_default();
    let others = words.get(1..).unwrap_or_default().join(", ");
    if message.starts_with("unknown field") {
        (format!("trường lạ \"{first}\""), format!("Xóa hoặc sửa tên trường; các tên được dùng: {others}."))
    } else if message.starts_with("missing field") {
        (
            format!("thiếu trường \"{first}\""),
            format!("Thêm \"{first}\"; không có giá trị thì ghi null nếu được phép."),
        )
    } else if message.starts_with("duplicate field") {
        (format!("trường \"{first}\" bị lặp"), "Giữ một trường, xóa trường kia.".into())
    } else if message.starts_with("unknown variant") {
        (format!("giá trị lạ \"{first}\""), format!("Dùng một trong các giá trị: {others}."))
    } else if let Some((found, wanted)) =
        message.strip_prefix("invalid type: ").and_then(|m| m.split_once(", expected "))
    {
        (format!("sai kiểu: gặp {}", kind(found)), format!("Ghi {}.", kind(wanted)))
    } else if message.starts_with("invalid value") || message.starts_with("invalid length") {
        ("giá trị ngoài giới hạn".into(), "Ghi một giá trị trong giới hạn của trường này.".into())
    } else {
        ("giá trị không hợp lệ".into(), "Sửa giá trị theo lời trong ngoặc.".into())
    }
}

/// Serde's names of kinds of values.
fn kind(word: &str) -> String {
    let plain = word.split_whitespace().next().unwrap_or_default().trim_matches('`');
    match plain {
        "null" => "null".into(),
        "string" | "a" if !word.contains("map") && !word.contains("sequence") => {
            "một chuỗi trong dấu nháy".into()
        }
        "f64" | "floating" => "một số".into(),
        "integer" | "u8" | "u16" | "u32" | "u64" | "i16" | "i64" => "một số nguyên".into(),
        "boolean" => "true/false".into(),
        "map" | "struct" => "một đối tượng { … }".into(),
        "sequence" => "một danh sách [ … ]".into(),
        _ if word.contains("sequence") => "một danh sách [ … ]".into(),
        _ if word.contains("map") => "một đối tượng { … }".into(),
        _ => word.into(),
    }
}

/// One element of a list, and the line where it begins.
pub(super) struct Element<'a> {
    pub(super) text: &'a str,
    pub(super) line: usize,
}

/// The elements of the list `key` in the outermost object of a text that is known to be JSON.
pub(super) fn elements<'a>(text: &'a str, key: &str) -> Option<Vec<Element<'a>>> {
    let mut at = skip(text, 0, "{")?;
    loop {
        let (name, end) = next(text, at)?;
        at = skip(text, end, ":")?;
        if name.trim() == format!("\"{key}\"") {
            break;
        }
        at = skip(text, next(text, at)?.1, ",")?;
    }
    at = skip(text, at, "[")?;
    let mut found = Vec::new();
    let (mut line, mut counted) = (1, 0);
    while let Some((element, end)) = next(text, at) {
        let start = end - element.len();
        line += text.get(counted..start)?.matches('\n').count();
        counted = start;
        found.push(Element { text: element, line });
        at = end;
        match skip(text, at, ",") {
            Some(next) => at = next,
            None => break,
        }
    }
    Some(found)
}

/// The value that begins at or after `at`, and where it ends.
fn next(text: &str, at: usize) -> Option<(&str, usize)> {
    let rest = text.get(at..)?;
    let start = at + rest.len() - rest.trim_start().len();
    let mut stream = Deserializer::from_str(text.get(start..)?).into_iter::<serde::de::IgnoredAny>();
    stream.next()?.ok()?;
    let end = start + stream.byte_offset();
    Some((text.get(start..end)?, end))
}

/// The place after a sign, blanks before it allowed.
fn skip(text: &str, at: usize, sign: &str) -> Option<usize> {
    let rest = text.get(at..)?;
    let tail = rest.trim_start().strip_prefix(sign)?;
    Some(text.len() - tail.len())
}

/// The id of an element, if it has one.
pub(super) fn id_of(text: &str) -> Option<String> {
    let value: Value = serde_json::from_str(text).ok()?;
    value.get("id").and_then(Value::as_str).map(Into::into)
}

/// The path of the field in which a place of a JSON text lies: `notes[1].en`. With a name: of the field of that
/// name in the object in which the place lies.
fn path_at(text: &str, line: usize, column: usize, name: Option<&str>) -> String {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let upto = text.as_bytes().get(..start + column).unwrap_or(text.as_bytes());
    let mut open: Vec<Step> = Vec::new();
    let (mut word, mut last, mut quoted, mut escaped) = (Vec::new(), Vec::new(), false, false);
    for byte in upto {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => {
                quoted = !quoted;
                last = std::mem::take(&mut word);
            }
            _ if quoted => word.push(*byte),
            b'{' => open.push(Step::Key(String::new())),
            b'[' => open.push(Step::Index(0)),
            b'}' | b']' => _ = open.pop(),
            b':' => {
                if let Some(Step::Key(key)) = open.last_mut() {
                    *key = String::from_utf8_lossy(&last).into_owned();
                }
            }
            b',' => match open.last_mut() {
                Some(Step::Index(index)) => *index += 1,
                Some(Step::Key(key)) => key.clear(),
                None => {}
            },
            _ => {}
        }
    }
    match (name, open.last_mut()) {
        (Some(name), Some(Step::Key(key))) if !upto.ends_with(b"}") => *key = name.into(),
        // A missing field is noticed when its object has ended.
        (Some(name), _) => open.push(Step::Key(name.into())),
        (None, _) => {}
    }
    let mut path = String::new();
    for step in open {
        match step {
            Step::Key(key) if key.is_empty() => {}
            Step::Key(key) if path.is_empty() => path = key,
            Step::Key(key) => _ = write!(path, ".{key}"),
            Step::Index(index) => _ = write!(path, "[{index}]"),
        }
    }
    path
}

enum Step {
    Key(String),
    Index(usize),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_comes_apart_with_its_lines() {
        let text = "{\n \"x\": {\"facts\": 1},\n \"facts\": [\n  {\"a\": \"],\"},\n  2 , \"ba\"\n ]\n}";
        let found: Vec<(usize, &str)> =
            elements(text, "facts").unwrap().iter().map(|e| (e.line, e.text)).collect();
        assert_eq!(found, [(4, "{\"a\": \"],\"}"), (5, "2"), (5, "\"ba\"")]);
        assert!(elements("[]", "facts").is_none() && elements("{}", "facts").is_none());
        assert!(elements("{\"facts\": []}", "facts").unwrap().is_empty());
    }

    #[test]
    fn what_serde_says_is_said_with_the_path() {
        let said = |text: &str| {
            let error = serde_json::from_str::<Vec<crate::text::Text>>(text).unwrap_err();
            let said = Said::new(text, 10, &error);
            format!("{}: {}", said.place("facts"), said.what)
        };
        let missing = said("[{\"vi\": \"a\", \"en\": \"b\"},\n {\"vi\": \"a\"\n}]");
        assert_eq!(missing, "dòng 12, facts[1].en: thiếu trường \"en\" (missing field `en`)");
        let unknown = said("[{\"vi\": \"a\",\n\"fr\": \"b\"}]");
        assert!(unknown.starts_with("dòng 11, facts[0].fr: trường lạ \"fr\""), "{unknown}");
        let kind = said("[{\"vi\": 5}]");
        assert!(kind.starts_with("dòng 10, facts[0].vi: sai kiểu: gặp một số nguyên"), "{kind}");
        assert!(said("[{]").starts_with("dòng 10, facts[0]: sai cú pháp JSON"));
    }

    #[test]
    fn the_path_of_a_place_is_found() {
        let text = "{\n \"a\": [1, {\"b\": \"x,\\\"y\",\n  \"c\": 3}]\n}";
        assert_eq!(path_at(text, 3, 8, None), "a[1].c");
        assert_eq!(path_at(text, 2, 20, None), "a[1].b");
        assert_eq!(path_at(text, 4, 1, None), "");
        assert_eq!(path_at(text, 3, 8, Some("d")), "a[1].d");
    }
}
