//! The shapes as the browser fetches them: compact JSON of a checked [`Geometry`], and back.
//!
//! Arcs are steps on a grid of whole numbers, as in `TopoJSON`; where the arrow keys lead is worked out beforehand.
//! Written only by the build; the browser fetches it with the hash that the build wrote into the page.

use super::{
    Archipelago, Geometry, Grid, Group, Islet, LonLat, Net, OnGrid, Polygons, Shape34, Shape63, sides,
};
use crate::data::at::{self, At, Missing, Read};
use crate::data::{Code34, Code63};

#[cfg(not(target_arch = "wasm32"))]
mod write;
#[cfg(not(target_arch = "wasm32"))]
pub use write::write;

/// Version of this shape; a browser that finds another one says so instead of guessing.
pub const VERSION: usize = 2;

/// Reads a geometry.
pub fn read(text: &str) -> Result<Geometry, Missing> {
    at::read(text, geometry)
}

fn geometry(top: At<'_>) -> Read<Geometry> {
    if top.index("version") != VERSION {
        return Err(Missing("version"));
    }
    let grid = Grid { corner: lon_lat(top.get("corner")), step: lon_lat(top.get("step")) };
    let arcs = top.get("arcs").all(arc);
    let units63 = top.get("units63").all(unit63);
    let group = |at: At<'_>| {
        Ok(Archipelago {
            group: at.choice("group", Group::ALL)?,
            code: code63(at)?,
            label: grid.degrees(point(at)),
            islets: at.get("islets").all(|at| islet(at, grid)),
        })
    };
    let units34 = top.get("units34").all(unit34);
    let arrows = |key, units: usize| top.get(key).all(|at| steps(at, units));
    Ok(Geometry {
        old: Net {
            sides: sides(units63.iter().map(|u| &u.polygons), arcs.len()),
            steps: arrows("units63", units63.len()),
        },
        new: Net {
            sides: sides(units34.iter().map(|u| &u.polygons), arcs.len()),
            steps: arrows("units34", units34.len()),
        },
        archipelagos: top.get("archipelagos").all(group),
        zones: top.get("zones").all(|at| islet(at, grid)),
        units63,
        units34,
        arcs,
        grid,
    })
}

/// Steps from the corner of the grid: `[x, y, dx, dy, dx, dy, …]`.
fn arc(at: At<'_>) -> Read<Vec<OnGrid>> {
    let mut points = Vec::new();
    let (mut x, mut y) = (0_i32, 0_i32);
    for pair in at.all(|at| Ok(at.signed("arcs"))).chunks(2) {
        let [dx, dy] = pair else { return Err(Missing("arcs")) };
        (x, y) = (add(x, *dx)?, add(y, *dy)?);
        points.push((x, y));
    }
    Ok(points)
}

fn add(to: i32, step: i32) -> Read<i32> {
    // A grid is a few thousand steps wide; what is further out is no border.
    to.checked_add(step).filter(|n| n.abs() < 1 << 20).ok_or(Missing("arcs"))
}

fn unit63(at: At<'_>) -> Read<Shape63> {
    Ok(Shape63 {
        code: code63(at)?,
        code34: code34(at, "now")?,
        region: at.string("region"),
        label: lon_lat(at.get("label")),
        polygons: polygons(at),
    })
}

fn unit34(at: At<'_>) -> Read<Shape34> {
    let old = |at: At<'_>| Code63::parse(&at.word("members")).ok_or(Missing("members"));
    Ok(Shape34 {
        code: code34(at, "code")?,
        members: at.get("members").all(old),
        region: at.string("region"),
        label: lon_lat(at.get("label")),
        polygons: polygons(at),
    })
}

fn polygons(at: At<'_>) -> Polygons {
    let ring = |at: At<'_>| Ok(at.all(|at| Ok(at.signed("rings"))));
    at.get("rings").all(|at| Ok(at.all(ring)))
}

/// Four places of units; the number of units itself where an arrow leads nowhere.
fn steps(at: At<'_>, units: usize) -> Read<[Option<usize>; 4]> {
    let place = |at: At<'_>| {
        let place = at.whole("arrows");
        if place > units { Err(Missing("arrows")) } else { Ok((place < units).then_some(place)) }
    };
    at.get("arrows").all(place).try_into().map_err(|_| Missing("arrows"))
}

fn islet(at: At<'_>, grid: Grid) -> Read<Islet> {
    Ok(Islet { name: at.string("name"), code: code63(at)?, at: grid.degrees(point(at)) })
}

fn point(at: At<'_>) -> OnGrid {
    (at.get("x").signed("x"), at.get("y").signed("y"))
}

fn lon_lat(at: At<'_>) -> LonLat {
    (at.number("lon"), at.number("lat"))
}

fn code63(at: At<'_>) -> Read<Code63> {
    Code63::parse(&at.string("code")).ok_or(Missing("code"))
}

fn code34(at: At<'_>, key: &'static str) -> Read<Code34> {
    Code34::parse(&at.string(key)).ok_or(Missing(key))
}

#[cfg(test)]
mod tests;
