//! The shapes laid out: wide, with the archipelagos where they lie, or narrow, with them in frames.

use super::Size;
use super::map_lens::Area;
use super::map_state::Division;
use crate::data::{Level, UnitCode};
use crate::geo::{Geometry, Group, LonLat, Point, Projected, Projection, inside, path};
use crate::scene::Role;
use crate::text::sort;

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
    /// At the level of today: the borders between units, and those of the old units inside them.
    pub(super) between: String,
    pub(super) inner: String,
    pub(super) coast: String,
    pub(super) archipelagos: Vec<Placed>,
    pub(super) zones: Vec<(UnitCode, (f64, f64))>,
    /// Where the name of the sea stands.
    pub(super) sea: (f64, f64),
    /// How many times larger than the picture the shapes are laid out, so that they stay smooth close up.
    pub(super) grain: f64,
    /// The archipelagos in frames, for when the view has left them.
    pub(super) insets: Vec<Placed>,
}

#[derive(Debug)]
pub(super) struct Outline {
    pub(super) code: UnitCode,
    pub(super) rings: Vec<Vec<Point>>,
    pub(super) path: String,
    pub(super) label: (f64, f64),
    /// What it covers of the sheet.
    pub(super) area: Area,
    /// What its largest part covers: islands far out would make every view of it a view of the sea.
    pub(super) core: Area,
}

/// Corner, width and height.
pub(super) type Frame = Area;

/// How many times larger the fine shapes are laid out.
const GRAIN: f64 = 8.0;

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
            thin: 0.4,
            frames: [None, None],
            sea: (560.0, 560.0),
        }
    } else {
        Plan {
            width: 344.0,
            height: 712.0,
            main: Projection { scale: 45.6, west: 101.98, north: 23.55 },
            thin: 0.48,
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
        Self::laid(geometry, level, size, thin, 1.0)
    }

    /// Lays the shapes out for a reader who has come close.
    pub fn fine(geometry: &Geometry, level: Level, size: Size) -> Self {
        Self::laid(geometry, level, size, 0.75, GRAIN)
    }

    fn laid(geometry: &Geometry, level: Level, size: Size, thin: f64, grain: f64) -> Self {
        let plan = plan(size);
        let projection = Projection { scale: plan.main.scale * grain, ..plan.main };
        let projected = Projected::new(geometry, &projection, thin);
        let shapes = geometry.units(level);
        let units: Vec<Outline> = (shapes.iter())
            .map(|u| {
                let rings = projected.rings(u.polygons);
                let (path, area, core) = (path(&rings), area(&rings, grain), core(&rings, grain));
                Outline { code: u.code, path, rings, label: plan.main.place(u.label), area, core }
            })
            .collect();
        let region = |i: &usize| shapes.get(*i).map(|u| u.region);
        let today = |i: &usize| geometry.units63.get(*i).map(|u| u.code34);
        let (between, inner) = if level == Level::Old {
            Default::default()
        } else {
            let inner = |s: &[usize]| matches!(s, [a, b] if today(a) == today(b));
            (
                projected.borders(geometry, level, |s| s.len() > 1),
                projected.borders(geometry, Level::Old, inner),
            )
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
        let zones = zones.filter(|(_, at)| !units.iter().any(|u| shows(&u.rings, *at, grain)));
        Self {
            level,
            size,
            between,
            inner,
            grain,
            insets: super::map_inset::insets(geometry, level, (plan.width, plan.height)),
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

    /// How far from land or islets a pointer still reaches them.
    pub(super) fn reach(&self) -> f64 {
        if self.size.is_wide() { 14.0 } else { 12.0 }
    }

    /// The unit at a point: the area it lies in, or else the nearest islet or area within reach of a finger.
    pub fn unit_at(&self, x: f64, y: f64) -> Option<UnitCode> {
        self.unit_near(x, y, self.reach())
    }

    pub(super) fn unit_near(&self, x: f64, y: f64, reach: f64) -> Option<UnitCode> {
        self.units.iter().find(|unit| self.holds(unit, (x, y))).map(|unit| unit.code).or_else(|| {
            let islets = self.archipelagos.iter().flat_map(|a| a.islets.iter().map(|at| (a.code, *at)));
            let spots = islets.chain(self.zones.iter().copied());
            let spots = spots.map(|(code, at)| (code, (at.0 - x).hypot(at.1 - y)));
            let shores = self.units.iter().map(|unit| (unit.code, self.away(unit, (x, y), reach)));
            let near = spots.chain(shores).filter(|(_, far)| *far <= reach);
            near.min_by(|a, b| a.1.total_cmp(&b.1)).map(|(code, _)| code)
        })
    }

    /// The units within reach of a point, the one it lies in first, then by how near they come.
    pub(super) fn near(&self, x: f64, y: f64, reach: f64) -> Vec<UnitCode> {
        let far = |unit: &Outline| {
            if self.holds(unit, (x, y)) { -1.0 } else { self.away(unit, (x, y), reach) }
        };
        let mut near: Vec<(f64, UnitCode)> =
            self.units.iter().map(|unit| (far(unit), unit.code)).filter(|(far, _)| *far <= reach).collect();
        sort::by(&mut near, |a, b| a.0.total_cmp(&b.0));
        near.into_iter().map(|(_, code)| code).collect()
    }

    /// The area that some units cover, each with its largest part.
    pub fn bounds(&self, wanted: impl Fn(UnitCode) -> bool) -> Option<Area> {
        let areas = self.units.iter().filter(|u| wanted(u.code)).map(|u| u.core);
        areas.reduce(|(ax, ay, aw, ah), (bx, by, bw, bh)| {
            let (x, y) = (ax.min(bx), ay.min(by));
            (x, y, (ax + aw).max(bx + bw) - x, (ay + ah).max(by + bh) - y)
        })
    }

    /// The lines over the units: role, tone and path. Of the merger every new border matters, and the old ones inside;
    /// else those of the regions.
    pub fn lines(&self, division: Division) -> Vec<(Role, u8, &str)> {
        let merger = division == Division::Merger;
        let mut lines: Vec<(Role, u8, &str)> = Vec::with_capacity(3);
        lines.extend(merger.then_some((Role::Border, 0, self.inner.as_str())));
        lines.push((Role::Outline, 1, &self.coast));
        lines.push((Role::Outline, 0, if merger { &self.between } else { &self.regions }));
        lines
    }

    fn holds(&self, unit: &Outline, (x, y): (f64, f64)) -> bool {
        let (left, top, w, h) = unit.area;
        let boxed = x >= left && x <= left + w && y >= top && y <= top + h;
        boxed && inside(&unit.rings, (x * self.grain, y * self.grain))
    }

    /// How far the shore of a unit is from a point; endless where its box is out of reach.
    fn away(&self, unit: &Outline, (x, y): (f64, f64), reach: f64) -> f64 {
        let (left, top, w, h) = unit.area;
        let (dx, dy) = ((left - x).max(x - left - w).max(0.0), (top - y).max(y - top - h).max(0.0));
        if dx.hypot(dy) > reach || x.is_nan() || y.is_nan() {
            return f64::INFINITY;
        }
        let quarters = 4.0 * self.grain;
        let points = unit.rings.iter().flatten();
        points
            .map(|p| (f64::from(p.0) / quarters - x).hypot(f64::from(p.1) / quarters - y))
            .fold(f64::INFINITY, f64::min)
    }
}

/// What the largest ring covers.
fn core(rings: &[Vec<Point>], grain: f64) -> Area {
    let boxes = rings.iter().map(|ring| area(std::slice::from_ref(ring), grain));
    boxes.max_by(|a, b| (a.2 * a.3).total_cmp(&(b.2 * b.3))).unwrap_or_default()
}

/// What rings cover, in the picture's own pixels.
fn area(rings: &[Vec<Point>], grain: f64) -> Area {
    let ends = rings.iter().flatten().fold(None, |ends: Option<[i32; 4]>, p| {
        let [left, top, right, bottom] = ends.unwrap_or([p.0, p.1, p.0, p.1]);
        Some([left.min(p.0), top.min(p.1), right.max(p.0), bottom.max(p.1)])
    });
    let [left, top, right, bottom] = ends.unwrap_or_default().map(|v| f64::from(v) / (4.0 * grain));
    (left, top, right - left, bottom - top)
}

pub(super) fn quarter(v: f64) -> f64 {
    (v * 4.0).round() / 4.0
}

/// Whether a point lies by a ring that is large enough to be seen.
fn shows(rings: &[Vec<Point>], (x, y): (f64, f64), grain: f64) -> bool {
    rings.iter().any(|ring| {
        let (left, top, w, h) = area(std::slice::from_ref(ring), grain);
        let near = (left - 4.0..=left + w + 4.0).contains(&x) && (top - 4.0..=top + h + 4.0).contains(&y);
        near && w > 7.0 && h > 7.0 && w < 60.0
    })
}
