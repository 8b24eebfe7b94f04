//! From a topology to a geometry: everything is looked at before it is believed.

use super::topology::{GeoError, SpotProps, Topology, on_map};
use super::{Archipelago, Geometry, Group, Islet, LonLat, Net, Polygons, Shape34, Shape63, lead, sides};

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
            let (code, members) = (p.code, p.merged_from);
            units34.push(Shape34 { code, members, region: p.region, label: p.label, polygons });
        }
        units63.sort_by_key(|u| u.code);
        units34.sort_by_key(|u| u.code);
        check_units(&units63, &units34)?;
        let known = |code| units63.iter().any(|u| u.code == code);
        let strays = archipelagos.iter().map(|a| a.code).chain(zones.iter().map(|z| z.code));
        if let Some(code) = strays.into_iter().find(|code| !known(*code)) {
            return Err(unit(format!("islands, mã {code}"), "không có tỉnh này trong p63"));
        }
        let grid = topology.transform.grid();
        let old = net(units63.iter().map(|u| (u.label, &u.polygons)), arcs.len());
        let new = net(units34.iter().map(|u| (u.label, &u.polygons)), arcs.len());
        Ok(Self { units63, units34, archipelagos, zones, arcs, grid, old, new })
    }
}

fn net<'a>(units: impl Iterator<Item = (LonLat, &'a Polygons)>, arcs: usize) -> Net {
    let (labels, polygons): (Vec<LonLat>, Vec<&Polygons>) = units.unzip();
    let sides = sides(polygons.into_iter(), arcs);
    Net { steps: lead::steps(&labels, &sides), sides }
}

fn check_label(label: LonLat, place: &str) -> Result<(), GeoError> {
    on_map(label).then_some(()).ok_or_else(|| unit(place.into(), "điểm đặt tên ở ngoài bản đồ"))
}

fn unit(place: String, what: &'static str) -> GeoError {
    GeoError::Unit { place, what }
}

fn spots(topology: &Topology) -> Result<Vec<(LonLat, &SpotProps)>, GeoError> {
    let grid = topology.transform.grid();
    let spots = topology.objects.islands.geometries.iter().enumerate().map(|(i, spot)| {
        let at = grid.degrees(spot.coordinates);
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
