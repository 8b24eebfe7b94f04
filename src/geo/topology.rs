//! `TopoJSON` as it is written, and its decoding: nothing is believed until every arc, ring and code has been looked at.

use serde::Deserialize;

/// What can be wrong with the file, and where.
#[derive(Debug, thiserror::Error, PartialEq)]
pub enum GeoError {
    /// Not JSON, or not of this shape.
    #[error("bản đồ: tệp không đọc được (dòng {line}, cột {column}): {what}")]
    Json {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
        /// What the reader said.
        what: String,
    },
    /// The transform is no scale and shift.
    #[error("bản đồ: transform không hợp lệ (cần hai số dương và hai số trong vùng Việt Nam)")]
    Transform,
    /// An arc with too few points, or running off the map.
    #[error("bản đồ: cung số {index} {what}")]
    Arc {
        /// Index in `arcs`.
        index: usize,
        /// What is wrong.
        what: &'static str,
    },
    /// A ring that refers to no arc, or does not close.
    #[error("bản đồ: {place}: vòng biên {what}")]
    Ring {
        /// Object and code.
        place: String,
        /// What is wrong.
        what: &'static str,
    },
    /// A point off the map, a doubled code, a pair of codes that contradict each other.
    #[error("bản đồ: {place}: {what}")]
    Unit {
        /// Object and code.
        place: String,
        /// What is wrong.
        what: &'static str,
    },
    /// Something that must be there is not.
    #[error("bản đồ: thiếu {what}")]
    Missing {
        /// What.
        what: &'static str,
    },
}

/// The file.
#[derive(Deserialize)]
pub(super) struct Topology {
    pub(super) transform: Transform,
    pub(super) objects: Objects,
    pub(super) arcs: Vec<Vec<(i32, i32)>>,
}

#[derive(Deserialize)]
pub(super) struct Transform {
    scale: (f64, f64),
    translate: (f64, f64),
}

#[derive(Deserialize)]
pub(super) struct Objects {
    pub(super) p63: Collection<Area<Props63>>,
    pub(super) p34: Collection<Area<Props34>>,
    pub(super) islands: Collection<Spot>,
}

#[derive(Deserialize)]
pub(super) struct Collection<T> {
    pub(super) geometries: Vec<T>,
}

#[derive(Deserialize)]
pub(super) struct Area<P> {
    pub(super) arcs: Arcs,
    pub(super) properties: P,
}

/// A polygon has rings, a multipolygon has polygons: the depth says which.
#[derive(Deserialize)]
#[serde(untagged)]
pub(super) enum Arcs {
    One(Vec<Vec<i32>>),
    Many(Vec<Vec<Vec<i32>>>),
}

#[derive(Deserialize)]
pub(super) struct Props63 {
    pub(super) code: crate::data::Code63,
    pub(super) code34: crate::data::Code34,
    pub(super) region: String,
    pub(super) label: (f64, f64),
}

#[derive(Deserialize)]
pub(super) struct Props34 {
    pub(super) code: crate::data::Code34,
    pub(super) merged_from: Vec<crate::data::Code63>,
    pub(super) label: (f64, f64),
}

#[derive(Deserialize)]
pub(super) struct Spot {
    pub(super) coordinates: (i32, i32),
    pub(super) properties: SpotProps,
}

#[derive(Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub(super) enum SpotProps {
    Archipelago { id: Group, code63: crate::data::Code63 },
    Islet { group: Group, name_vi: String, code63: crate::data::Code63 },
    Zone { name_vi: String, code63: crate::data::Code63 },
}

/// One of the two archipelagos.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Group {
    /// Hoàng Sa, TP. Đà Nẵng.
    HoangSa,
    /// Trường Sa, tỉnh Khánh Hòa.
    TruongSa,
}

impl Topology {
    pub(super) fn read(text: &str) -> Result<Self, GeoError> {
        let topology: Self = serde_json::from_str(text).map_err(|e| GeoError::Json {
            line: e.line(),
            column: e.column(),
            what: e.to_string(),
        })?;
        let t = &topology.transform;
        let sound = [t.scale.0, t.scale.1].iter().all(|s| s.is_finite() && *s > 0.0 && *s < 1.0);
        (sound && on_map(t.translate)).then_some(topology).ok_or(GeoError::Transform)
    }

    /// Every arc as points on the grid, decoded from steps, and in degrees.
    pub(super) fn decode(&self) -> Result<Vec<Vec<Spotted>>, GeoError> {
        let arc = |(index, steps): (usize, &Vec<(i32, i32)>)| {
            let off = GeoError::Arc { index, what: "chạy ra ngoài bản đồ" };
            let (mut x, mut y) = (0_i32, 0_i32);
            let mut points = Vec::with_capacity(steps.len());
            for (dx, dy) in steps {
                let (Some(to_x), Some(to_y)) = (x.checked_add(*dx), y.checked_add(*dy)) else {
                    return Err(off);
                };
                (x, y) = (to_x, to_y);
                let degrees = self.degrees((x, y));
                if !on_map(degrees) {
                    return Err(off);
                }
                points.push(Spotted { grid: (x, y), degrees });
            }
            if points.len() < 2 {
                return Err(GeoError::Arc { index, what: "có ít hơn hai điểm" });
            }
            Ok(points)
        };
        self.arcs.iter().enumerate().map(arc).collect()
    }

    /// A point of the grid in degrees.
    pub(super) fn degrees(&self, (x, y): (i32, i32)) -> (f64, f64) {
        let t = &self.transform;
        (f64::from(x) * t.scale.0 + t.translate.0, f64::from(y) * t.scale.1 + t.translate.1)
    }
}

/// A point of an arc.
#[derive(Clone, Copy)]
pub(super) struct Spotted {
    pub(super) grid: (i32, i32),
    pub(super) degrees: (f64, f64),
}

impl Arcs {
    /// The polygons, each checked: every index meets an arc, every ring closes.
    pub(super) fn check(self, arcs: &[Vec<Spotted>], place: &str) -> Result<Vec<Vec<Vec<i32>>>, GeoError> {
        let polygons = match self {
            Self::One(rings) => vec![rings],
            Self::Many(polygons) => polygons,
        };
        let bad = |what| GeoError::Ring { place: place.into(), what };
        if polygons.is_empty() || polygons.iter().any(Vec::is_empty) {
            return Err(bad("trống"));
        }
        for ring in polygons.iter().flatten() {
            let ends: Option<Vec<_>> = ring.iter().map(|arc| ends(arcs, *arc)).collect();
            let ends = ends.ok_or_else(|| bad("chỉ tới một cung không có"))?;
            let after = ends.iter().cycle().skip(1);
            if ends.is_empty() || ends.iter().zip(after).any(|((_, end), (start, _))| end != start) {
                return Err(bad("không khép kín"));
            }
        }
        Ok(polygons)
    }
}

/// Index of an arc and whether it is walked backwards: `-1` is arc 0 reversed.
pub(super) fn turn(arc: i32) -> (usize, bool) {
    if arc < 0 { ((!arc) as usize, true) } else { (arc as usize, false) }
}

type Ends = ((i32, i32), (i32, i32));

fn ends(arcs: &[Vec<Spotted>], arc: i32) -> Option<Ends> {
    let (index, reversed) = turn(arc);
    let points = arcs.get(index)?;
    let (first, last) = (points.first()?.grid, points.last()?.grid);
    Some(if reversed { (last, first) } else { (first, last) })
}

/// Whether a longitude and latitude lie anywhere near Việt Nam; also refuses what is no number.
pub(super) fn on_map((lon, lat): (f64, f64)) -> bool {
    (100.0..=120.0).contains(&lon) && (5.0..=25.0).contains(&lat)
}
