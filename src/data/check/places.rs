//! The 63 units, the 34 made of them, and the regions of both.

use super::Check;
use crate::data::code::{Code34, Code63};
use crate::data::model::{NewProvince, Province, Region};
use crate::data::raw::{RawProvince, RawRegion, RegionsFile};
use crate::text::Text;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

const FILE: &str = "geo/provinces.csv";
const REGIONS: &str = "geo/regions.json";

impl Check<'_> {
    /// Regions of the 63 and of the 34.
    pub(super) fn regions(&mut self, raw: RegionsFile) -> (Vec<Region>, Vec<Region>) {
        (self.region_list("regions63", raw.regions63), self.region_list("regions34", raw.regions34))
    }

    fn region_list(&mut self, list: &str, raw: Vec<RawRegion>) -> Vec<Region> {
        self.not_empty(REGIONS, list, raw.is_empty());
        let mut seen = BTreeSet::new();
        raw.into_iter()
            .map(|region| {
                let at = format!("{list}[{}]", region.id);
                self.id(REGIONS, format_args!("{at}.id"), &region.id, &mut seen);
                self.text(REGIONS, format_args!("{at}.name"), &region.name);
                Region { id: region.id, name: region.name }
            })
            .collect()
    }

    /// The 63 by code, and the 34 by code with their members.
    pub(super) fn provinces(
        &mut self,
        raw: Vec<RawProvince>,
        regions63: &[Region],
        regions34: &[Region],
    ) -> (Vec<Province>, Vec<NewProvince>) {
        let mut codes = BTreeSet::new();
        let mut names: BTreeMap<&str, Code63> = BTreeMap::new();
        let mut blocks: BTreeMap<Code34, &RawProvince> = BTreeMap::new();
        let mut members: BTreeMap<Code34, Vec<Code63>> = BTreeMap::new();
        let mut before: Option<Code63> = None;
        for row in &raw {
            self.province(row);
            self.region_exists(row, "region", &row.region, regions63);
            self.region_exists(row, "region34", &row.region34, regions34);
            let code = row.code63;
            if !codes.insert(code) {
                self.add(FILE, At(row, "code63"), || {
                    (format!("mã {code} bị lặp"), "Mỗi tỉnh thành cũ chỉ có một dòng.".into())
                });
            } else if let Some(before) = before.filter(|b| *b > code) {
                self.add(FILE, At(row, "code63"), || {
                    (format!("mã {code} đứng sau mã {before}"), "Xếp các dòng theo mã 63 tăng dần.".into())
                });
            }
            before = Some(code);
            if let Some(other) = names.insert(&row.name_vi, code) {
                self.add(FILE, At(row, "name_vi"), || {
                    (
                        format!("tên \"{}\" đã là của mã {other}", row.name_vi),
                        "Sửa lại tên cho đúng với mã.".into(),
                    )
                });
            }
            members.entry(row.code34).or_default().push(code);
            let first = *blocks.entry(row.code34).or_insert(row);
            self.agree(first, row);
        }
        self.counts(codes.len(), blocks.len());
        let new = blocks.into_values().filter_map(|row| {
            let source = self.source(FILE, At(row, "source34"), &row.source34)?;
            Some(NewProvince {
                code: row.code34,
                name: Text { vi: row.name34_vi.clone(), en: row.name34_en.clone() },
                kind: row.type34,
                region: row.region34.clone(),
                members: members.remove(&row.code34).unwrap_or_default(),
                centre: row.centre34_vi.clone(),
                area_km2: row.area34_km2,
                population: row.population34,
                source,
            })
        });
        let new = new.collect();
        (raw.into_iter().map(build).collect(), new)
    }

    /// What can be said of one row alone.
    fn province(&mut self, row: &RawProvince) {
        for (column, word) in [
            ("name_vi", &row.name_vi),
            ("name_en", &row.name_en),
            ("name34_vi", &row.name34_vi),
            ("name34_en", &row.name34_en),
            ("centre34_vi", &row.centre34_vi),
        ] {
            self.word(FILE, At(row, column), word);
        }
        if !row.aliases.is_empty() && row.aliases.split('|').any(|a| a.trim().is_empty() || a.trim() != a) {
            self.add(FILE, At(row, "aliases"), || {
                (
                    format!("\"{}\" có tên trống hoặc khoảng trắng thừa", row.aliases),
                    "Viết các tên khác liền nhau, cách bằng dấu | không có khoảng trắng hai bên.".into(),
                )
            });
        }
        // Việt Nam with its islands, generously.
        for (column, degrees, range) in
            [("label_lon", row.label_lon, 102.0..=118.0), ("label_lat", row.label_lat, 6.0..=24.0)]
        {
            if !range.contains(&degrees) {
                self.add(FILE, At(row, column), || {
                    (
                        format!("{degrees} nằm ngoài Việt Nam"),
                        "Kinh độ từ 102 đến 118, vĩ độ từ 6 đến 24; xem có bị đổi chỗ không.".into(),
                    )
                });
            }
        }
        let area = row.area34_km2;
        if !area.is_finite() || area <= 0.0 {
            self.add(FILE, At(row, "area34_km2"), || {
                (format!("diện tích {area} không hợp lệ"), "Ghi diện tích bằng km², lớn hơn 0.".into())
            });
        }
        if row.population34 == 0 {
            self.add(FILE, At(row, "population34"), || {
                ("dân số bằng 0".into(), "Ghi số dân của đơn vị mới.".into())
            });
        }
    }

    fn region_exists(&mut self, row: &RawProvince, column: &str, id: &str, regions: &[Region]) {
        if !regions.iter().any(|r| r.id == id) && !self.unread.excuses(id) {
            self.add(FILE, At(row, column), || {
                (format!("không có vùng \"{id}\""), "Dùng id của một vùng trong geo/regions.json.".into())
            });
        }
    }

    /// Every row of a new unit says the same about it.
    fn agree(&mut self, first: &RawProvince, row: &RawProvince) {
        for (column, same) in [
            ("name34_vi", first.name34_vi == row.name34_vi),
            ("name34_en", first.name34_en == row.name34_en),
            ("type34", first.type34 == row.type34),
            ("region34", first.region34 == row.region34),
            ("centre34_vi", first.centre34_vi == row.centre34_vi),
            ("area34_km2", first.area34_km2.to_bits() == row.area34_km2.to_bits()),
            ("population34", first.population34 == row.population34),
            ("source34", first.source34 == row.source34),
        ] {
            if !same {
                self.add(FILE, At(row, column), || {
                    (
                        format!("khác với dòng của mã {}, cùng đơn vị mới {}", first.code63, row.code34),
                        "Các dòng cùng code34 phải ghi giống nhau về đơn vị mới.".into(),
                    )
                });
            }
        }
    }

    fn counts(&mut self, old: usize, new: usize) {
        if !self.unread.has_all_of(FILE) {
            return;
        }
        for (found, needed, column) in [(old, 63, "code63"), (new, 34, "code34")] {
            if found != needed {
                self.add(FILE, column, || {
                    (
                        format!("có {found} mã khác nhau, cần đúng {needed}"),
                        "Thêm dòng còn thiếu hoặc sửa mã bị sai.".into(),
                    )
                });
            }
        }
    }
}

fn build(row: RawProvince) -> Province {
    Province {
        code: row.code63,
        name: Text { vi: row.name_vi, en: row.name_en },
        kind: row.kind,
        region: row.region,
        aliases: row.aliases.split('|').filter(|a| !a.is_empty()).map(Into::into).collect(),
        label: (row.label_lon, row.label_lat),
        code34: row.code34,
    }
}

/// `dòng 12 (mã 01), cột name_vi`
struct At<'a>(&'a RawProvince, &'a str);

impl fmt::Display for At<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.line > 0 {
            write!(f, "dòng {} (mã {}), cột {}", self.0.line, self.0.code63, self.1)
        } else {
            write!(f, "mã {}, cột {}", self.0.code63, self.1)
        }
    }
}
