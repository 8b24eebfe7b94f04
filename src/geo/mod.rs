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

use crate::data::{Code34, Code63};

/// Longitude and latitude in degrees.
pub type LonLat = (f64, f64);

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
    /// For each arc, the unit or two units (by place in `units63`) whose edge it is.
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
    /// Polygons of rings of arcs; `-1` is arc 0 backwards.
    pub polygons: Vec<Vec<Vec<i32>>>,
}

/// A unit of the 34.
#[derive(Debug, PartialEq)]
pub struct Shape34 {
    /// Its code.
    pub code: Code34,
    /// The old units.
    pub members: Vec<Code63>,
    /// A point well inside.
    pub label: LonLat,
    /// Polygons of rings of arcs; `-1` is arc 0 backwards.
    pub polygons: Vec<Vec<Vec<i32>>>,
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

impl Geometry {
    /// A unit of the 63.
    pub fn unit(&self, code: Code63) -> Option<&Shape63> {
        self.units63.iter().find(|u| u.code == code)
    }

    /// The units that share a stretch of border with one, by code.
    pub fn neighbours(&self, code: Code63) -> Vec<Code63> {
        let Some(me) = self.units63.iter().position(|u| u.code == code) else { return Vec::new() };
        walk::touching(me, &self.sides).into_iter().filter_map(|i| Some(self.units63.get(i)?.code)).collect()
    }

    /// The neighbour that an arrow key leads to, if there is land that way.
    pub fn step(&self, from: Code63, direction: Direction) -> Option<Code63> {
        let me = self.units63.iter().position(|u| u.code == from)?;
        let next = (*self.steps.get(me)?.get(direction as usize)?)?;
        Some(self.units63.get(next)?.code)
    }

    /// The unit that reaches furthest north.
    pub fn northernmost(&self) -> Option<Code63> {
        self.furthest(|lat| lat)
    }

    /// The unit that reaches furthest south.
    pub fn southernmost(&self) -> Option<Code63> {
        self.furthest(|lat| -lat)
    }

    fn furthest(&self, far: impl Fn(f64) -> f64) -> Option<Code63> {
        let reach = |u: &Shape63| {
            let arcs = u.polygons.iter().flatten().flatten().filter_map(|arc| self.arcs.get(turn(*arc).0));
            arcs.flatten().map(|p| far(self.grid.degrees(*p).1)).fold(f64::NEG_INFINITY, f64::max)
        };
        self.units63.iter().max_by(|a, b| reach(a).total_cmp(&reach(b))).map(|u| u.code)
    }
}

/// Index of an arc and whether it is walked backwards: `-1` is arc 0 reversed.
fn turn(arc: i32) -> (usize, bool) {
    if arc < 0 { ((!arc) as usize, true) } else { (arc as usize, false) }
}

fn sides(units: &[Shape63], arcs: usize) -> Vec<Vec<usize>> {
    let mut sides = vec![Vec::new(); arcs];
    for (i, shape) in units.iter().enumerate() {
        for arc in shape.polygons.iter().flatten().flatten() {
            if let Some(side) = sides.get_mut(turn(*arc).0).filter(|s: &&mut Vec<usize>| !s.contains(&i)) {
                side.push(i);
            }
        }
    }
    sides
}
