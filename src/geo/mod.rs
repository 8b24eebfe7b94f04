//! The shapes of the provinces: a checked topology, its projection, and the walk from neighbour to neighbour.
//!
//! A [`Geometry`] that exists is whole: 63 and 34 units that fit each other, closed rings, and both archipelagos.
//! Natively it is parsed from `TopoJSON` and checked; the browser reads the finished geometry with [`wire`].

mod project;
mod walk;
pub mod wire;

#[cfg(not(target_arch = "wasm32"))]
mod assemble; // topology → geometry
#[cfg(not(target_arch = "wasm32"))]
mod lead; // where the arrow keys lead
#[cfg(not(target_arch = "wasm32"))]
mod topology; // the shape of the file

pub use project::{COS16, Point, Projected, Projection, inside, path};
#[cfg(not(target_arch = "wasm32"))]
pub use topology::GeoError;
pub use walk::Direction;

use crate::data::{Code34, Code63, Level, UnitCode};

/// Longitude and latitude in degrees.
pub type LonLat = (f64, f64);

/// Polygons of rings of arcs; `-1` is arc 0 backwards.
pub type Polygons = Vec<Vec<Vec<i32>>>;

/// Everything there is to draw.
#[derive(Debug, PartialEq)]
pub struct Geometry {
    /// The 63 units, by code.
    pub units63: Vec<Shape63>,
    /// The 34 units, by code; they share the arcs of the 63.
    pub units34: Vec<Shape34>,
    /// Hoàng Sa and Trường Sa, each with its islets.
    pub archipelagos: Vec<Archipelago>,
    /// The other island zones.
    pub zones: Vec<Islet>,
    arcs: Vec<Vec<OnGrid>>,
    grid: Grid,
    old: Net,
    new: Net,
}

/// Who borders on whom at one level, by place in its list of units.
#[derive(Debug, PartialEq)]
struct Net {
    /// For each arc, the unit or two units whose edge it is; none where it runs inside a unit.
    sides: Vec<Vec<usize>>,
    steps: walk::Steps,
}

/// A point of the grid on which borders are drawn.
type OnGrid = (i32, i32);

/// Where the grid lies on the globe: its corner, and how wide a step is.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Grid {
    corner: LonLat,
    step: LonLat,
}

impl Grid {
    fn degrees(&self, (x, y): OnGrid) -> LonLat {
        (f64::from(x) * self.step.0 + self.corner.0, f64::from(y) * self.step.1 + self.corner.1)
    }
}

/// One of the two archipelagos.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Deserialize), serde(rename_all = "snake_case"))]
pub enum Group {
    /// Hoàng Sa, TP. Đà Nẵng.
    HoangSa,
    /// Trường Sa, tỉnh Khánh Hòa.
    TruongSa,
}

impl Group {
    /// Both, as numbered on the wire.
    pub const ALL: &[Self] = &[Self::HoangSa, Self::TruongSa];
}

/// A unit of the 63.
#[derive(Debug, PartialEq)]
pub struct Shape63 {
    /// Its code.
    pub code: Code63,
    /// The unit of today.
    pub code34: Code34,
    /// Region slug.
    pub region: String,
    /// A point well inside its largest polygon.
    pub label: LonLat,
    /// Its area.
    pub polygons: Polygons,
}

/// A unit of the 34.
#[derive(Debug, PartialEq)]
pub struct Shape34 {
    /// Its code.
    pub code: Code34,
    /// The old units.
    pub members: Vec<Code63>,
    /// Region slug, of the regions of the 34.
    pub region: String,
    /// A point well inside.
    pub label: LonLat,
    /// Its area.
    pub polygons: Polygons,
}

/// Hoàng Sa or Trường Sa.
#[derive(Debug, PartialEq)]
pub struct Archipelago {
    /// Which.
    pub group: Group,
    /// The unit among the 63 it belonged to.
    pub code: Code63,
    /// Where its name stands.
    pub label: LonLat,
    /// Its islets, never none.
    pub islets: Vec<Islet>,
}

/// An islet, or a zone of islands, as a point.
#[derive(Debug, PartialEq)]
pub struct Islet {
    /// Vietnamese name.
    pub name: String,
    /// The unit among the 63.
    pub code: Code63,
    /// Where.
    pub at: LonLat,
}

/// A unit of either level, as far as a picture needs it.
#[derive(Clone, Copy, Debug)]
pub struct Shape<'a> {
    /// Its code.
    pub code: UnitCode,
    /// Region slug, of the regions of its level.
    pub region: &'a str,
    /// A point well inside its largest polygon.
    pub label: LonLat,
    /// Its area.
    pub polygons: &'a Polygons,
}

impl Geometry {
    /// The units of a level, by code.
    pub fn units(&self, level: Level) -> Vec<Shape<'_>> {
        match level {
            Level::Old => self.units63.iter().map(Shape63::shape).collect(),
            Level::New => self.units34.iter().map(Shape34::shape).collect(),
        }
    }

    /// A unit.
    pub fn unit(&self, code: impl Into<UnitCode>) -> Option<Shape<'_>> {
        match code.into() {
            UnitCode::Old(code) => self.units63.iter().find(|u| u.code == code).map(Shape63::shape),
            UnitCode::New(code) => self.units34.iter().find(|u| u.code == code).map(Shape34::shape),
        }
    }

    /// The unit of a level to which one of the 63 belongs.
    pub fn at_level(&self, code: Code63, level: Level) -> Option<UnitCode> {
        let old = self.units63.iter().find(|u| u.code == code)?;
        Some(if level == Level::Old { old.code.into() } else { old.code34.into() })
    }

    /// The units that share a stretch of border with one, by code.
    pub fn neighbours(&self, code: impl Into<UnitCode>) -> Vec<UnitCode> {
        let code = code.into();
        let Some(me) = self.place(code) else { return Vec::new() };
        let near = walk::touching(me, &self.net(code.level()).sides);
        near.into_iter().filter_map(|i| self.code(code.level(), i)).collect()
    }

    /// The neighbour that an arrow key leads to, if there is land that way.
    pub fn step(&self, from: impl Into<UnitCode>, direction: Direction) -> Option<UnitCode> {
        let from = from.into();
        let steps = self.net(from.level()).steps.get(self.place(from)?)?;
        self.code(from.level(), (*steps.get(direction as usize)?)?)
    }

    /// The unit that reaches furthest north.
    pub fn northernmost(&self, level: Level) -> Option<UnitCode> {
        self.furthest(level, |lat| lat)
    }

    /// The unit that reaches furthest south.
    pub fn southernmost(&self, level: Level) -> Option<UnitCode> {
        self.furthest(level, |lat| -lat)
    }

    fn net(&self, level: Level) -> &Net {
        if level == Level::Old { &self.old } else { &self.new }
    }

    fn place(&self, code: UnitCode) -> Option<usize> {
        match code {
            UnitCode::Old(code) => self.units63.iter().position(|u| u.code == code),
            UnitCode::New(code) => self.units34.iter().position(|u| u.code == code),
        }
    }

    fn code(&self, level: Level, place: usize) -> Option<UnitCode> {
        match level {
            Level::Old => self.units63.get(place).map(|u| u.code.into()),
            Level::New => self.units34.get(place).map(|u| u.code.into()),
        }
    }

    fn furthest(&self, level: Level, far: impl Fn(f64) -> f64) -> Option<UnitCode> {
        let reach = |u: &Shape<'_>| {
            let arcs = u.polygons.iter().flatten().flatten().filter_map(|arc| self.arcs.get(turn(*arc).0));
            arcs.flatten().map(|p| far(self.grid.degrees(*p).1)).fold(f64::NEG_INFINITY, f64::max)
        };
        let units = self.units(level);
        units.into_iter().max_by(|a, b| reach(a).total_cmp(&reach(b))).map(|u| u.code)
    }
}

impl Shape63 {
    fn shape(&self) -> Shape<'_> {
        Shape { code: self.code.into(), region: &self.region, label: self.label, polygons: &self.polygons }
    }
}

impl Shape34 {
    fn shape(&self) -> Shape<'_> {
        Shape { code: self.code.into(), region: &self.region, label: self.label, polygons: &self.polygons }
    }
}

/// Index of an arc and whether it is walked backwards: `-1` is arc 0 reversed.
fn turn(arc: i32) -> (usize, bool) {
    if arc < 0 { ((!arc) as usize, true) } else { (arc as usize, false) }
}

fn sides<'a>(units: impl Iterator<Item = &'a Polygons>, arcs: usize) -> Vec<Vec<usize>> {
    let mut sides = vec![Vec::new(); arcs];
    for (i, polygons) in units.enumerate() {
        for arc in polygons.iter().flatten().flatten() {
            if let Some(side) = sides.get_mut(turn(*arc).0).filter(|s: &&mut Vec<usize>| !s.contains(&i)) {
                side.push(i);
            }
        }
    }
    sides
}
