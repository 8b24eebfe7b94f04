//! `TopoJSON` as it is written, and its decoding: nothing is believed until every arc, ring and code has been looked at.

use super::{Grid, Group, OnGrid, turn};
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
    pub(super) region: String,
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

    /// Every arc as points on the grid, decoded from steps.
    pub(super) fn decode(&self) -> Result<Vec<Vec<OnGrid>>, GeoError> {
        let grid = self.transform.grid();
        let arc = |(index, steps): (usize, &Vec<(i32, i32)>)| {
            let off = GeoError::Arc { index, what: "chạy ra ngoài bản đồ" };
            let (mut x, mut y) = (0_i32, 0_i32);
            let mut points = Vec::with_capacity(steps.len());
            for (dx, dy) in steps {
                let (Some(to_x), Some(to_y)) = (x.checked_add(*dx), y.checked_add(*dy)) else {
                    return Err(off);
                };
                (x, y) = (to_x, to_y);
                if !on_map(grid.degrees((x, y))) {
                    return Err(off);
                }
                points.push((x, y));
            }
            if points.len() < 2 {
                return Err(GeoError::Arc { index, what: "có ít hơn hai điểm" });
            }
            Ok(points)
        };
        self.arcs.iter().enumerate().map(arc).collect()
    }
}

impl Transform {
    pub(super) fn grid(&self) -> Grid {
        Grid { corner: self.translate, step: self.scale }
    }
}

impl Arcs {
    /// The polygons, each checked: every index meets an arc, every ring closes.
    pub(super) fn check(self, arcs: &[Vec<OnGrid>], place: &str) -> Result<Vec<Vec<Vec<i32>>>, GeoError> {
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

type Ends = (OnGrid, OnGrid);

fn ends(arcs: &[Vec<OnGrid>], arc: i32) -> Option<Ends> {
    let (index, reversed) = turn(arc);
    let points = arcs.get(index)?;
    let (first, last) = (*points.first()?, *points.last()?);
    Some(if reversed { (last, first) } else { (first, last) })
}

/// Whether a longitude and latitude lie anywhere near Việt Nam; also refuses what is no number.
pub(super) fn on_map((lon, lat): (f64, f64)) -> bool {
    (100.0..=120.0).contains(&lon) && (5.0..=25.0).contains(&lat)
}
