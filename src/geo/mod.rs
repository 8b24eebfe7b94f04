//! The shapes of the provinces: a checked topology, its projection, and the walk from neighbour to neighbour.
//!
//! A [`Geometry`] that exists is whole: 63 and 34 units that fit each other, closed rings, and both archipelagos.

mod project;
mod topology;
mod walk;

pub use project::{COS16, Point, Projected, Projection, inside, path};
pub use topology::{GeoError, Group};
pub use walk::Direction;

use crate::data::{Code34, Code63};
use topology::{SpotProps, Spotted, Topology, on_map, turn};

/// Longitude and latitude in degrees.
pub type LonLat = (f64, f64);

/// Everything there is to draw.
#[derive(Debug)]
pub struct Geometry {
    /// The 63 units, by code.
    pub units63: Vec<Shape63>,
    /// The 34 units, by code; they share the arcs of the 63.
    pub units34: Vec<Shape34>,
    /// Hoàng Sa and Trường Sa, each with its islets.
    pub archipelagos: Vec<Archipelago>,
    /// The other island zones.
    pub zones: Vec<Islet>,
    arcs: Vec<Vec<LonLat>>,
    /// For each arc, the unit or two units (by place in `units63`) whose edge it is.
    sides: Vec<Vec<usize>>,
    steps: Vec<[Option<usize>; 4]>,
}

/// A unit of the 63.
#[derive(Debug)]
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
#[derive(Debug)]
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
#[derive(Debug)]
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
#[derive(Debug)]
pub struct Islet {
    /// Vietnamese name.
    pub name: String,
    /// The unit among the 63.
    pub code: Code63,
    /// Where.
    pub at: LonLat,
}

impl Geometry {
    /// Reads and checks a topology.
    pub fn parse(text: &str) -> Result<Self, GeoError> {
        let topology = Topology::read(text)?;
        let arcs = topology.decode()?;
        let spots = spots(&topology)?;
        let (archipelagos, zones) = gather(spots)?;
        let (mut units63, mut units34) = (Vec::new(), Vec::new());
        for area in topology.objects.p63.geometries {
            let p = area.properties;
            let place = format!("p63, mã {}", p.code);
            let polygons = area.arcs.check(&arcs, &place)?;
            check_label(p.label, &place)?;
            let (code, code34) = (p.code, p.code34);
            units63.push(Shape63 { code, code34, region: p.region, label: p.label, polygons });
        }
        for area in topology.objects.p34.geometries {
            let p = area.properties;
            let place = format!("p34, mã {}", p.code);
            let polygons = area.arcs.check(&arcs, &place)?;
            check_label(p.label, &place)?;
            units34.push(Shape34 { code: p.code, members: p.merged_from, label: p.label, polygons });
        }
        units63.sort_by_key(|u| u.code);
        units34.sort_by_key(|u| u.code);
        check_units(&units63, &units34)?;
        let known = |code| units63.iter().any(|u| u.code == code);
        let strays = archipelagos.iter().map(|a| a.code).chain(zones.iter().map(|z| z.code));
        if let Some(code) = strays.into_iter().find(|code| !known(*code)) {
            return Err(unit(format!("islands, mã {code}"), "không có tỉnh này trong p63"));
        }
        let arcs: Vec<Vec<LonLat>> =
            arcs.iter().map(|arc| arc.iter().map(|p: &Spotted| p.degrees).collect()).collect();
        let sides = sides(&units63, arcs.len());
        let steps = walk::steps(&units63, &sides);
        Ok(Self { units63, units34, archipelagos, zones, arcs, sides, steps })
    }

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
            arcs.flatten().map(|p| far(p.1)).fold(f64::NEG_INFINITY, f64::max)
        };
        self.units63.iter().max_by(|a, b| reach(a).total_cmp(&reach(b))).map(|u| u.code)
    }
}

fn check_label(label: LonLat, place: &str) -> Result<(), GeoError> {
    on_map(label).then_some(()).ok_or_else(|| unit(place.into(), "điểm đặt tên ở ngoài bản đồ"))
}

fn unit(place: String, what: &'static str) -> GeoError {
    GeoError::Unit { place, what }
}

fn spots(topology: &Topology) -> Result<Vec<(LonLat, &SpotProps)>, GeoError> {
    let spots = topology.objects.islands.geometries.iter().enumerate().map(|(i, spot)| {
        let at = topology.degrees(spot.coordinates);
        let off = || unit(format!("islands, điểm số {i}"), "nằm ngoài bản đồ");
        on_map(at).then_some((at, &spot.properties)).ok_or_else(off)
    });
    spots.collect()
}

fn gather(spots: Vec<(LonLat, &SpotProps)>) -> Result<(Vec<Archipelago>, Vec<Islet>), GeoError> {
    let mut archipelagos = Vec::new();
    for (group, what) in [(Group::HoangSa, "quần đảo Hoàng Sa"), (Group::TruongSa, "quần đảo Trường Sa")]
    {
        let islets: Vec<Islet> = (spots.iter())
            .filter_map(|(at, p)| match p {
                SpotProps::Islet { group: g, name_vi, code63 } if *g == group => {
                    Some(Islet { name: name_vi.clone(), code: *code63, at: *at })
                }
                _ => None,
            })
            .collect();
        let anchor = spots.iter().find_map(|(at, p)| match p {
            SpotProps::Archipelago { id, code63 } if *id == group => Some((*at, *code63)),
            _ => None,
        });
        let Some((label, code)) = anchor.filter(|_| !islets.is_empty()) else {
            return Err(GeoError::Missing { what });
        };
        archipelagos.push(Archipelago { group, code, label, islets });
    }
    let zones = spots.iter().filter_map(|(at, p)| match p {
        SpotProps::Zone { name_vi, code63 } => Some(Islet { name: name_vi.clone(), code: *code63, at: *at }),
        _ => None,
    });
    Ok((archipelagos, zones.collect()))
}

/// Both levels are complete, without doubles, and say the same about each other.
fn check_units(units63: &[Shape63], units34: &[Shape34]) -> Result<(), GeoError> {
    for (have, want, what) in [
        (units63.len(), 63, "tỉnh trong p63 (cần đúng 63)"),
        (units34.len(), 34, "tỉnh trong p34 (cần đúng 34)"),
    ] {
        if have != want {
            return Err(GeoError::Missing { what });
        }
    }
    let twice63 = units63.iter().zip(units63.iter().skip(1)).find(|(a, b)| a.code == b.code);
    if let Some((a, _)) = twice63 {
        return Err(unit(format!("p63, mã {}", a.code), "có hai lần"));
    }
    let twice34 = units34.iter().zip(units34.iter().skip(1)).find(|(a, b)| a.code == b.code);
    if let Some((a, _)) = twice34 {
        return Err(unit(format!("p34, mã {}", a.code), "có hai lần"));
    }
    for old in units63 {
        let homes = units34.iter().filter(|new| new.members.contains(&old.code));
        if !homes.map(|new| new.code).eq([old.code34]) {
            return Err(unit(format!("p63, mã {}", old.code), "code34 và merged_from không khớp"));
        }
    }
    Ok(())
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
