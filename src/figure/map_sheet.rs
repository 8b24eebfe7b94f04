//! The shapes laid out: wide, with the archipelagos where they lie, or narrow, with them in frames.

use super::Size;
use crate::data::{Level, UnitCode};
use crate::geo::{Geometry, Group, LonLat, Point, Projected, Projection, inside, path};

/// The shapes of one level at one size, ready to be coloured; the same for every indicator.
#[derive(Debug)]
pub struct Sheet {
    /// Which level.
    pub level: Level,
    /// Which size.
    pub size: Size,
    pub(super) width: f64,
    pub(super) height: f64,
    pub(super) main: Projection,
    pub(super) units: Vec<Outline>,
    pub(super) regions: String,
    /// The borders of the old units inside those of today.
    pub(super) inner: String,
    pub(super) coast: String,
    pub(super) archipelagos: Vec<Placed>,
    pub(super) zones: Vec<(UnitCode, (f64, f64))>,
    /// Where the name of the sea stands.
    pub(super) sea: (f64, f64),
}

#[derive(Debug)]
pub(super) struct Outline {
    pub(super) code: UnitCode,
    pub(super) rings: Vec<Vec<Point>>,
    pub(super) path: String,
    pub(super) label: (f64, f64),
}

/// Corner, width and height.
pub(super) type Frame = (f64, f64, f64, f64);

/// An archipelago on the sheet.
#[derive(Debug)]
pub(super) struct Placed {
    pub(super) group: Group,
    pub(super) code: UnitCode,
    pub(super) frame: Option<Frame>,
    pub(super) islets: Vec<(f64, f64)>,
    /// Baseline of its name.
    pub(super) name: (f64, f64),
}

/// Width, height, pixels a degree, left edge and upper edge in degrees, thinning.
struct Plan {
    pub(super) width: f64,
    pub(super) height: f64,
    pub(super) main: Projection,
    thin: f64,
    /// Frames of Hoàng Sa and Trường Sa: corner, width, height; then the projection inside.
    frames: [Option<(Frame, Projection)>; 2],
    pub(super) sea: (f64, f64),
}

fn plan(size: Size) -> Plan {
    if size.is_wide() {
        Plan {
            width: 760.0,
            height: 900.0,
            main: Projection { scale: 55.4, west: 101.95, north: 23.6 },
            thin: 0.35,
            frames: [None, None],
            sea: (560.0, 560.0),
        }
    } else {
        Plan {
            width: 344.0,
            height: 712.0,
            main: Projection { scale: 45.6, west: 101.98, north: 23.55 },
            thin: 0.45,
            frames: [
                Some(((212.0, 168.0, 126.0, 94.0), Projection { scale: 36.0, west: 110.15, north: 17.4 })),
                Some(((212.0, 622.0, 126.0, 86.0), Projection { scale: 13.5, west: 108.9, north: 11.85 })),
            ],
            sea: (290.0, 306.0),
        }
    }
}

impl Sheet {
    /// Lays the shapes out.
    pub fn new(geometry: &Geometry, level: Level, size: Size) -> Self {
        Self::with(geometry, level, size, plan(size).thin)
    }

    pub(super) fn with(geometry: &Geometry, level: Level, size: Size, thin: f64) -> Self {
        let plan = plan(size);
        let projected = Projected::new(geometry, &plan.main, thin);
        let shapes = geometry.units(level);
        let units: Vec<Outline> = (shapes.iter())
            .map(|u| {
                let rings = projected.rings(u.polygons);
                Outline { code: u.code, path: path(&rings), rings, label: plan.main.place(u.label) }
            })
            .collect();
        let region = |i: &usize| shapes.get(*i).map(|u| u.region);
        let today = |i: &usize| geometry.units63.get(*i).map(|u| u.code34);
        let inner = if level == Level::Old {
            String::new()
        } else {
            projected.borders(geometry, Level::Old, |s| matches!(s, [a, b] if today(a) == today(b)))
        };
        let archipelagos = geometry.archipelagos.iter().zip(plan.frames).filter_map(|(a, frame)| {
            let code = geometry.at_level(a.code, level)?;
            let projection = frame.map_or(plan.main, |(_, p)| p);
            let corner = frame.map_or((0.0, 0.0), |((x, y, ..), _)| (x, y));
            let place = |at: LonLat| {
                let (x, y) = projection.place(at);
                (quarter(x + corner.0), quarter(y + corner.1))
            };
            let islets: Vec<(f64, f64)> = a.islets.iter().map(|i| place(i.at)).collect();
            let low = islets.iter().fold(0.0_f64, |low, (_, y)| low.max(*y));
            let middle = islets.iter().map(|(x, _)| x).sum::<f64>() / islets.len().max(1) as f64;
            let name = match frame {
                Some(((x, y, w, h), _)) => (x + w / 2.0, y + h - 20.0),
                None => (quarter(middle.min(plan.width - 142.0)), quarter(low + 20.0)),
            };
            Some(Placed { group: a.group, code, frame: frame.map(|(f, _)| f), islets, name })
        });
        // An island that shows as an area needs no dot.
        let zones = geometry.zones.iter();
        let zones = zones.filter_map(|z| Some((geometry.at_level(z.code, level)?, plan.main.place(z.at))));
        let zones = zones.filter(|(_, at)| !units.iter().any(|u| shows(&u.rings, *at)));
        Self {
            level,
            size,
            inner,
            width: plan.width,
            height: plan.height,
            main: plan.main,
            sea: plan.sea,
            regions: projected.borders(geometry, level, |s| matches!(s, [a, b] if region(a) != region(b))),
            coast: projected.borders(geometry, level, |s| s.len() == 1),
            archipelagos: archipelagos.collect(),
            zones: zones.map(|(code, (x, y))| (code, (quarter(x), quarter(y)))).collect(),
            units,
        }
    }

    /// Width and height.
    pub fn extent(&self) -> (f64, f64) {
        (self.width, self.height)
    }

    /// The outline of a unit as a path, to be drawn on top when it is chosen.
    pub fn outline(&self, code: UnitCode) -> Option<&str> {
        self.units.iter().find(|u| u.code == code).map(|u| u.path.as_str())
    }

    /// The unit at a point: the area it lies in, or else the nearest islet or area within reach of a finger.
    pub fn unit_at(&self, x: f64, y: f64) -> Option<UnitCode> {
        if let Some(unit) = self.units.iter().find(|u| inside(&u.rings, (x, y))) {
            return Some(unit.code);
        }
        let reach = if self.size.is_wide() { 14.0 } else { 12.0 };
        let islets = self.archipelagos.iter().flat_map(|a| a.islets.iter().map(|at| (a.code, *at)));
        let shores = self.units.iter().flat_map(|u| {
            u.rings.iter().flatten().map(|(x, y)| (u.code, (f64::from(*x) / 4.0, f64::from(*y) / 4.0)))
        });
        let spots = islets.chain(self.zones.iter().copied()).chain(shores);
        let near = spots.map(|(code, at)| (code, (at.0 - x).hypot(at.1 - y))).filter(|(_, d)| *d <= reach);
        near.min_by(|a, b| a.1.total_cmp(&b.1)).map(|(code, _)| code)
    }
}

pub(super) fn quarter(v: f64) -> f64 {
    (v * 4.0).round() / 4.0
}

/// Whether a point lies by a ring that is large enough to be seen.
fn shows(rings: &[Vec<Point>], (x, y): (f64, f64)) -> bool {
    rings.iter().any(|ring| {
        let (xs, ys) = (ring.iter().map(|p| f64::from(p.0) / 4.0), ring.iter().map(|p| f64::from(p.1) / 4.0));
        let span = |v: &mut dyn Iterator<Item = f64>| {
            v.fold((f64::INFINITY, f64::NEG_INFINITY), |(lo, hi), v| (lo.min(v), hi.max(v)))
        };
        let ((left, right), (top, bottom)) = (span(&mut xs.into_iter()), span(&mut ys.into_iter()));
        let near = (left - 4.0..=right + 4.0).contains(&x) && (top - 4.0..=bottom + 4.0).contains(&y);
        near && right - left > 7.0 && bottom - top > 7.0 && right - left < 60.0
    })
}
