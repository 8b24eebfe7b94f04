//! The rows of an indicator: series or province, date and order of each; `values` looks at what they say.

use super::Check;
use crate::data::code::{Code34, Code63};
use crate::data::model::{NewProvince, Point, Province, Scope, Series};
use crate::data::raw::{IndicatorFile, RawRow};
use crate::text::Date;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// The codes and names that rows may use.
pub(super) struct Space<'a> {
    old: BTreeMap<Code63, &'a str>,
    new: BTreeMap<Code34, &'a str>,
    complete: bool,
}

impl<'a> Space<'a> {
    pub(super) fn new(old: &'a [Province], new: &'a [NewProvince], complete: bool) -> Self {
        Self {
            old: old.iter().map(|p| (p.code, p.name.vi.as_str())).collect(),
            new: new.iter().map(|p| (p.code, p.name.vi.as_str())).collect(),
            complete,
        }
    }
}

impl Check<'_> {
    /// Looks at every row and sorts them into the series of the indicator.
    pub(super) fn rows(
        &mut self,
        json: &str,
        meta: &IndicatorFile,
        rows: Vec<RawRow>,
        space: &Space<'_>,
    ) -> Vec<Series> {
        let file = format!("indicators/{}.csv", meta.id);
        let mut series: Vec<Series> = meta
            .series
            .iter()
            .map(|s| Series { id: s.id.clone(), name: s.name.clone(), points: Vec::new() })
            .collect();
        let mut named = vec![false; series.len()];
        let mut seen = BTreeSet::new();
        let mut before = None;
        for row in rows {
            let at = At(&row);
            let place = match meta.scope {
                Scope::National => None,
                Scope::Provincial => self.code(&file, &row, space),
            };
            let index = match meta.scope {
                Scope::National => self.series_of(&file, &row, &series),
                Scope::Provincial => Some(0),
            };
            if let Some(slot) = index.and_then(|i| named.get_mut(i)) {
                *slot = true;
            }
            let date = self.date(&file, &row, meta.scope);
            self.value(&file, &row, meta.measure, meta.scope);
            self.words(&file, &row);
            self.range(&file, &row);
            let source = self.source(&file, format_args!("{at}, cột source"), &row.s);
            if let Some(source) = &source {
                self.status(&file, &row, source);
            }
            let (Some(index), Some(date)) = (index, date) else { continue };
            if meta.scope == Scope::Provincial && place.is_none() {
                continue;
            }
            let key = (index, place, date);
            if !seen.insert(key) {
                self.add(&file, at, || {
                    ("dòng bị lặp: đã có số liệu này".into(), "Giữ một dòng, xóa dòng kia.".into())
                });
            } else if before.is_some_and(|b| b > key) {
                self.add(&file, at, || {
                    (
                        "dòng không đúng thứ tự".into(),
                        "Xếp theo chuỗi (như trong JSON) hoặc mã tỉnh, rồi theo thời gian.".into(),
                    )
                });
            }
            before = Some(key);
            if let (Some(series), Some(source)) = (series.get_mut(index), source) {
                series.points.push(Point {
                    date,
                    period: row.p,
                    place,
                    value: row.v,
                    range: row.r,
                    out_of: row.o,
                    source,
                    status: row.q,
                    note: row.n,
                    evidence: row.e,
                });
            }
        }
        for (series, named) in series.iter().zip(named) {
            if !named && self.unread.has_all_of(&file) {
                self.add(json, format_args!("series[{}]", series.id), || {
                    (
                        format!("chuỗi này không có dòng nào trong {file}"),
                        "Thêm số liệu hoặc xóa chuỗi.".into(),
                    )
                });
            }
        }
        series
    }

    fn series_of(&mut self, file: &str, row: &RawRow, series: &[Series]) -> Option<usize> {
        let found = series.iter().position(|s| s.id == row.k);
        if found.is_none() {
            self.add(file, format_args!("{}, cột series", At(row)), || {
                (
                    format!("không có chuỗi \"{}\" trong tệp JSON cùng tên", row.k),
                    "Sửa lại id, hoặc thêm chuỗi vào danh sách series.".into(),
                )
            });
        }
        found
    }

    /// The province of a row: a code among the 63, and the name that belongs to it.
    fn code(&mut self, file: &str, row: &RawRow, space: &Space<'_>) -> Option<Code63> {
        let place = format_args!("{}, cột code63", At(row));
        let Some(code) = Code63::parse(&row.k) else {
            self.add(file, place, || {
                (
                    format!("mã tỉnh \"{}\" không hợp lệ", row.k),
                    "Ghi mã hai chữ số của 63 tỉnh thành cũ, như 01.".into(),
                )
            });
            return None;
        };
        let today = Code34::parse(&row.k).and_then(|c| space.new.get(&c)).copied();
        let Some(name) = space.old.get(&code).copied() else {
            if space.complete {
                self.add(file, place, || match today {
                    Some(name) => (
                        format!("mã {code} là mã 34 ({name}), không có trong danh mục 63"),
                        "Số liệu theo tỉnh dùng mã của 63 đơn vị trước 1/7/2025.".into(),
                    ),
                    None => (
                        format!("mã {code} không có trong danh mục 63"),
                        "Dùng mã ở cột code63 của geo/provinces.csv.".into(),
                    ),
                });
            }
            return None;
        };
        if let Some(written) = row.name.as_deref().filter(|w| *w != name) {
            let place = format_args!("{}, cột name", At(row));
            let own = space.old.iter().find(|(_, n)| **n == written).map(|(c, _)| *c);
            self.add(file, place, || {
                let remedy = match own {
                    Some(own) => format!("Mã 63 của {written} là {own}; sửa mã hoặc sửa tên."),
                    None => format!("Ghi đúng tên \"{name}\" như trong geo/provinces.csv."),
                };
                let what = if today == Some(written) {
                    format!("{code} là mã 34 của {written}; trong danh mục 63 nó là {name}")
                } else {
                    format!("tên \"{written}\" không phải của mã {code} ({name})")
                };
                (what, remedy)
            });
        }
        Some(code)
    }

    /// A range holds its value.
    fn range(&mut self, file: &str, row: &RawRow) {
        if row.r.is_some_and(|(low, high)| !(low <= row.v && row.v <= high && high.is_finite())) {
            self.add(file, format_args!("{}, cột low và high", At(row)), || {
                (
                    "khoảng không chứa giá trị".into(),
                    "Ghi low không lớn hơn value và high không nhỏ hơn value, hoặc để trống cả hai.".into(),
                )
            });
        }
    }

    fn date(&mut self, file: &str, row: &RawRow, scope: Scope) -> Option<Date> {
        let column = format_args!("{}, cột {}", At(row), if row.t.len() > 4 { "date" } else { "year" });
        let Some(date) = Date::parse(&row.t) else {
            self.add(file, column, || {
                (
                    format!("ngày \"{}\" không hợp lệ", row.t),
                    "Ghi năm bốn chữ số; ngày lẻ ghi YYYY-MM hoặc YYYY-MM-DD.".into(),
                )
            });
            return None;
        };
        if scope == Scope::Provincial && date.month().is_some() {
            self.add(file, column, || {
                (format!("số liệu theo tỉnh chỉ ghi năm, ở đây là {date}"), "Ghi năm bốn chữ số.".into())
            });
        }
        let as_of = self.as_of;
        if date > as_of || date.year() < 1945 {
            self.add(file, column, || {
                (
                    format!("thời điểm {date} không hợp lý (ngày của dữ liệu là {as_of})"),
                    "Sửa lại năm, hoặc sửa \"created\" trong datapackage.json.".into(),
                )
            });
        }
        Some(date)
    }
}

/// `dòng 12 (mã 01, năm 2021)`
#[derive(Clone, Copy)]
pub(super) struct At<'a>(pub(super) &'a RawRow);

impl fmt::Display for At<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let RawRow { line, k, t, .. } = self.0;
        let kind = if Code63::parse(k).is_some() { "mã" } else { "chuỗi" };
        let time = if t.len() == 4 { "năm " } else { "" };
        if *line > 0 {
            write!(f, "dòng {line} ({kind} {k}, {time}{t})")
        } else {
            write!(f, "{kind} {k}, {time}{t}")
        }
    }
}
