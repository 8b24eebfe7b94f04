//! Reads one file after the other, and remembers what was wrong and what could not be read.

use super::{json, letters};
use crate::data::check::Unread;
use crate::data::fault::Faults;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use walkdir::WalkDir;

/// Reads files below a folder; paths are relative to it, with `/`.
pub(super) struct Reader<'a> {
    dir: &'a Path,
    pub(super) faults: Faults,
    pub(super) unread: Unread,
    asked: BTreeSet<String>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(dir: &'a Path) -> Self {
        Self { dir, faults: Faults::default(), unread: Unread::default(), asked: BTreeSet::new() }
    }

    /// Notes a fault.
    pub(super) fn add(
        &mut self,
        file: &str,
        place: impl Into<String>,
        what: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        self.faults.add(file, place, || (what.into(), remedy.into()));
    }

    /// Every file, sorted.
    pub(super) fn files(&mut self) -> Vec<String> {
        let mut files = Vec::new();
        for entry in WalkDir::new(self.dir).sort_by_file_name() {
            match entry {
                Ok(entry) if entry.file_type().is_file() => {
                    let path = entry.path().strip_prefix(self.dir).unwrap_or(entry.path());
                    files.push(path.to_string_lossy().replace('\\', "/"));
                }
                Ok(_) => {}
                Err(error) => {
                    let place = error.path().unwrap_or(self.dir).display().to_string();
                    self.unread.note("", None);
                    self.add(
                        "",
                        place,
                        format!("không đọc được thư mục ({error})"),
                        "Xem lại đường dẫn và quyền đọc.",
                    );
                }
            }
        }
        files
    }

    /// Files that nobody asked for.
    pub(super) fn strangers(&mut self, files: &[String]) {
        for file in files.iter().filter(|f| !self.asked.contains(*f)).cloned().collect::<Vec<_>>() {
            self.add(
                &file,
                "",
                "tệp lạ, không phần nào của trang đọc nó",
                "Xóa tệp hoặc sửa lại tên và thư mục.",
            );
        }
    }

    /// The text of a file, quietly: somebody else asks for it and hears what is wrong.
    pub(super) fn peek(&self, file: &str) -> Option<String> {
        let text = fs::read_to_string(self.dir.join(file)).ok()?;
        Some(text.strip_prefix('\u{feff}').map_or(text.clone(), Into::into))
    }

    /// The text of a file: UTF-8, no byte-order mark, LF line ends.
    pub(super) fn text(&mut self, file: &str) -> Option<String> {
        self.asked.insert(file.into());
        let bytes = match fs::read(self.dir.join(file)) {
            Ok(bytes) => bytes,
            Err(error) => {
                self.unread.note(file, None);
                self.add(
                    file,
                    "",
                    format!("không đọc được tệp ({error})"),
                    "Thêm tệp còn thiếu hoặc sửa quyền đọc.",
                );
                return None;
            }
        };
        let text = match String::from_utf8(bytes) {
            Ok(text) => text,
            Err(error) => {
                let good = String::from_utf8_lossy(
                    error.as_bytes().get(..error.utf8_error().valid_up_to()).unwrap_or_default(),
                );
                let line = 1 + good.matches('\n').count();
                self.unread.note(file, None);
                self.add(
                    file,
                    format!("dòng {line}"),
                    "tệp không phải UTF-8",
                    "Lưu lại tệp với bảng mã UTF-8.",
                );
                return None;
            }
        };
        let text = match text.strip_prefix('\u{feff}') {
            None => text,
            Some(rest) => {
                self.add(file, "dòng 1", "tệp bắt đầu bằng dấu BOM", "Lưu lại tệp dạng UTF-8 không có BOM.");
                rest.into()
            }
        };
        if let Some(line) = text.split('\n').position(|line| line.contains('\r')) {
            self.add(
                file,
                format!("dòng {}", line + 1),
                "dòng kết thúc bằng CRLF",
                "Lưu lại tệp với kiểu xuống dòng LF (Unix).",
            );
            return Some(text.replace('\r', ""));
        }
        Some(text)
    }

    /// A JSON file as it is, its letters looked at.
    pub(super) fn value(&mut self, file: &str) -> Option<(String, Value)> {
        let text = self.text(file)?;
        match serde_json::from_str(&text) {
            Ok(value) => {
                letters::of_json(self, file, &value);
                Some((text, value))
            }
            Err(error) => {
                self.unread.note(file, None);
                let fault = json::Said::new(&text, 1, &error);
                self.add(file, fault.place(""), fault.what, fault.remedy);
                None
            }
        }
    }

    /// A JSON file that holds one thing.
    pub(super) fn one<T: DeserializeOwned>(&mut self, file: &str) -> Option<T> {
        let (text, _) = self.value(file)?;
        match serde_json::from_str(&text) {
            Ok(thing) => Some(thing),
            Err(error) => {
                self.unread.note(file, None);
                let fault = json::Said::new(&text, 1, &error);
                self.add(file, fault.place(""), fault.what, fault.remedy);
                None
            }
        }
    }

    /// A JSON file `{"<key>": […]}`, element by element, so that a wrong one does not hide the others.
    pub(super) fn list<T: DeserializeOwned>(&mut self, file: &str, key: &str) -> Vec<T> {
        let Some((text, value)) = self.value(file) else { return Vec::new() };
        let Some(elements) = json::elements(&text, key) else {
            self.unread.note(file, None);
            self.add(
                file,
                "",
                format!("cần một đối tượng có danh sách \"{key}\""),
                format!("Viết tệp theo dạng {{\"{key}\": [ … ]}}."),
            );
            return Vec::new();
        };
        for other in value.as_object().into_iter().flat_map(|o| o.keys()).filter(|k| *k != key) {
            self.add(
                file,
                other,
                format!("trường lạ \"{other}\""),
                format!("Chỉ giữ trường \"{key}\" ở ngoài cùng."),
            );
        }
        let mut things = Vec::with_capacity(elements.len());
        for (i, element) in elements.iter().enumerate() {
            match serde_json::from_str(element.text) {
                Ok(thing) => things.push(thing),
                Err(error) => {
                    let id = json::id_of(element.text);
                    self.unread.note(file, id.as_deref());
                    let fault = json::Said::new(element.text, element.line, &error);
                    let name = id.unwrap_or_else(|| i.to_string());
                    self.add(file, fault.place(&format!("{key}[{name}]")), fault.what, fault.remedy);
                }
            }
        }
        things
    }
}
