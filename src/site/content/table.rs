//! Tables: the columns that were promised, and every cell with its line.

use super::letters;
use super::reader::Reader;
use crate::text::Text;
use csv::{ReaderBuilder, StringRecord};

/// One row of a table.
pub(super) struct Row {
    /// Line in the file.
    pub(super) line: u64,
    columns: &'static [&'static str],
    /// In the order of `columns`.
    cells: Vec<String>,
}

impl Row {
    /// A cell; empty where there is nothing.
    pub(super) fn get(&self, column: &str) -> &str {
        let at = self.columns.iter().position(|c| *c == column);
        at.and_then(|i| self.cells.get(i)).map_or("", String::as_str)
    }

    /// A cell, none where it is empty.
    pub(super) fn some(&self, column: &str) -> Option<String> {
        Some(self.get(column)).filter(|cell| !cell.is_empty()).map(Into::into)
    }

    /// The cells `<name>_vi` and `<name>_en`, none where both are empty.
    pub(super) fn pair(&self, name: &str) -> Option<Text> {
        let (vi, en) = (self.get(&format!("{name}_vi")), self.get(&format!("{name}_en")));
        (!vi.is_empty() || !en.is_empty()).then(|| Text { vi: vi.into(), en: en.into() })
    }
}

/// The columns a file has, if it can be read.
pub(super) fn header(text: &str) -> Vec<String> {
    let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let first = reader.records().next().and_then(Result::ok).unwrap_or_default();
    first.iter().map(Into::into).collect()
}

/// The rows of a file with these columns, in any order. A row with a wrong number of cells is a fault and left out.
pub(super) fn rows(
    reader: &mut Reader,
    file: &str,
    text: &str,
    columns: &'static [&'static str],
) -> Vec<Row> {
    let found = header(text);
    let mut sound = true;
    for column in columns.iter().filter(|c| !found.iter().any(|f| f == *c)) {
        sound = false;
        reader.add(
            file,
            "dòng 1",
            format!("thiếu cột \"{column}\""),
            format!("Thêm cột \"{column}\" vào dòng đầu và vào mọi dòng."),
        );
    }
    for (i, column) in found.iter().enumerate() {
        if !columns.contains(&column.as_str()) {
            sound = false;
            reader.add(
                file,
                "dòng 1",
                format!("cột lạ \"{column}\""),
                format!("Xóa hoặc sửa tên cột; các cột cần có: {}.", columns.join(", ")),
            );
        } else if found.iter().take(i).any(|other| other == column) {
            sound = false;
            reader.add(file, "dòng 1", format!("cột \"{column}\" bị lặp"), "Xóa một trong hai cột.");
        }
    }
    if !sound {
        reader.unread.note(file, None);
        return Vec::new();
    }
    for (i, _) in text.lines().enumerate().filter(|(_, line)| line.trim().is_empty()) {
        reader.add(file, format!("dòng {}", i + 1), "dòng trống", "Xóa dòng trống.");
    }
    let mut rows = Vec::new();
    for record in ReaderBuilder::new().flexible(true).from_reader(text.as_bytes()).records() {
        match record {
            Ok(record) => rows.extend(row(reader, file, columns, &found, &record)),
            Err(error) => {
                reader.unread.note_row(file);
                let line = error.position().map_or(0, csv::Position::line);
                reader.add(
                    file,
                    format!("dòng {line}"),
                    format!("không đọc được dòng ({error})"),
                    "Xem lại dấu phẩy và dấu nháy kép.",
                );
            }
        }
    }
    rows
}

fn row(
    reader: &mut Reader,
    file: &str,
    columns: &'static [&'static str],
    found: &[String],
    record: &StringRecord,
) -> Option<Row> {
    let line = record.position().map_or(0, csv::Position::line);
    if record.len() != found.len() {
        reader.unread.note_row(file);
        reader.add(
            file,
            format!("dòng {line}"),
            format!("có {} ô, cần {}", record.len(), found.len()),
            "Đếm lại dấu phẩy; ô có dấu phẩy thì đặt trong dấu nháy kép.",
        );
        return None;
    }
    let mut cells = vec![String::new(); columns.len()];
    for (column, cell) in found.iter().zip(record) {
        let place = cell_place(line, column);
        letters::of_cell(reader, file, &place, column, cell);
        if cell.trim() != cell {
            reader.add(
                file,
                place,
                format!("\"{cell}\" có khoảng trắng ở đầu hoặc cuối"),
                "Xóa khoảng trắng thừa.",
            );
        }
        let at = columns.iter().position(|c| c == column);
        if let Some(slot) = at.and_then(|i| cells.get_mut(i)) {
            *slot = cell.trim().into();
        }
    }
    Some(Row { line, columns, cells })
}

/// Reads cells of one row into numbers and words; faults are noted, and the row counts as lost.
pub(super) struct Cells<'r, 'a> {
    pub(super) reader: &'r mut Reader<'a>,
    pub(super) file: &'r str,
    pub(super) row: &'r Row,
    /// Whether every cell so far could be read.
    pub(super) sound: bool,
}

impl Cells<'_, '_> {
    /// Notes a fault of a cell.
    pub(super) fn wrong(&mut self, column: &str, what: &str, remedy: impl Into<String>) {
        self.sound = false;
        self.reader.unread.note_row(self.file);
        let cell = self.row.get(column);
        let what = if cell.is_empty() { "ô trống".into() } else { format!("\"{cell}\" {what}") };
        self.reader.add(self.file, cell_place(self.row.line, column), what, remedy);
    }

    /// A cell read by `parse`.
    pub(super) fn read<T>(
        &mut self,
        column: &str,
        parse: impl FnOnce(&str) -> Option<T>,
        what: &str,
        remedy: &str,
    ) -> Option<T> {
        let read = parse(self.row.get(column));
        if read.is_none() {
            self.wrong(column, what, remedy);
        }
        read
    }

    /// A number with a decimal point.
    pub(super) fn number(&mut self, column: &str) -> Option<f64> {
        let cell = self.row.get(column);
        let digits = cell.strip_prefix('-').unwrap_or(cell);
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
        let plain =
            [whole, fraction].iter().all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()));
        let number = cell.parse().ok().filter(|n: &f64| plain && n.is_finite());
        if number.is_none() {
            let remedy = if cell.is_empty() {
                "Ghi giá trị; năm không có số liệu thì bỏ cả dòng."
            } else if cell.contains(',') {
                "Dùng dấu chấm thập phân và không ngăn cách hàng nghìn."
            } else {
                "Chỉ ghi chữ số và dấu chấm thập phân, như 12.5."
            };
            self.wrong(column, "không phải số", remedy);
        }
        number
    }

    /// One of the words of a closed list.
    pub(super) fn word<T: serde::de::DeserializeOwned>(&mut self, column: &str, words: &str) -> Option<T> {
        let parse = |cell: &str| serde_json::from_value(serde_json::Value::String(cell.into())).ok();
        self.read(column, parse, "là giá trị lạ", &format!("Dùng một trong các giá trị: {words}."))
    }
}

fn cell_place(line: u64, column: &str) -> String {
    format!("dòng {line}, cột {column}")
}
