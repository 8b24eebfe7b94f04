//! Writes what [`read`](super::read) reads. Native: only the build writes.

use super::VERSION;
use crate::data::at::place_of;
use crate::geo::{Geometry, Grid, Group, Islet, LonLat, OnGrid};
use serde_json::{Map, Value, json};

/// Whose work the shapes are; the licence asks that it is said wherever they go.
pub(super) const ATTRIBUTION: &str = "© OpenStreetMap contributors (ODbL 1.0)";
pub(super) const LICENCE: &str = "ODbL-1.0";

/// A geometry as [`read`](super::read) reads it.
pub fn write(geometry: &Geometry) -> Value {
    let grid = &geometry.grid;
    let arrows = |steps: &[Option<usize>; 4], units: usize| steps.map(|to| to.unwrap_or(units));
    json!({
        "version": VERSION,
        "attribution": ATTRIBUTION,
        "license": LICENCE,
        "corner": lon_lat(grid.corner),
        "step": lon_lat(grid.step),
        "arcs": geometry.arcs.iter().map(|a| arc(a)).collect::<Value>(),
        "units63": (geometry.units63.iter().zip(&geometry.old.steps))
            .map(|(unit, steps)| json!({
                "code": unit.code,
                "now": unit.code34,
                "region": unit.region,
                "label": lon_lat(unit.label),
                "rings": unit.polygons,
                "arrows": arrows(steps, geometry.units63.len()),
            }))
            .collect::<Value>(),
        "units34": (geometry.units34.iter().zip(&geometry.new.steps))
            .map(|(unit, steps)| json!({
                "code": unit.code,
                "members": unit.members,
                "region": unit.region,
                "label": lon_lat(unit.label),
                "rings": unit.polygons,
                "arrows": arrows(steps, geometry.units34.len()),
            }))
            .collect::<Value>(),
        "archipelagos": (geometry.archipelagos.iter())
            .map(|group| {
                let mut out = spot(group.label, grid);
                out.insert("group".into(), json!(place_of(Group::ALL, &group.group)));
                out.insert("code".into(), json!(group.code));
                out.insert("islets".into(), group.islets.iter().map(|i| islet(i, grid)).collect());
                out
            })
            .collect::<Value>(),
        "zones": geometry.zones.iter().map(|i| islet(i, grid)).collect::<Value>(),
    })
}

fn arc(points: &[OnGrid]) -> Value {
    let mut at = (0, 0);
    let steps = points.iter().flat_map(|point| {
        let step = [point.0 - at.0, point.1 - at.1];
        at = *point;
        step
    });
    steps.collect()
}

fn islet(islet: &Islet, grid: &Grid) -> Value {
    let mut out = spot(islet.at, grid);
    out.insert("name".into(), json!(islet.name));
    out.insert("code".into(), json!(islet.code));
    out.into()
}

/// A point that was given on the grid, on the grid again.
fn spot(at: LonLat, grid: &Grid) -> Map<String, Value> {
    let steps = |degrees: f64, corner: f64, step: f64| json!(((degrees - corner) / step).round() as i32);
    Map::from_iter([
        ("x".to_owned(), steps(at.0, grid.corner.0, grid.step.0)),
        ("y".to_owned(), steps(at.1, grid.corner.1, grid.step.1)),
    ])
}

fn lon_lat((lon, lat): LonLat) -> Value {
    json!({"lon": lon, "lat": lat})
}
