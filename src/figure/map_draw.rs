//! The map as a picture: wide, with the archipelagos where they lie, or narrow, with them in frames.

use super::Size;
use super::map::{MapFigure, MapUnit};
use crate::data::Code63;
use crate::geo::{Geometry, Group, LonLat, Point, Projected, Projection, inside, path};
use crate::scene::{Anchor, Hit, Mark, Role, Scene, Shape};
use crate::text::Locale;

/// The shapes at one size, ready to be coloured; the same for every indicator.
#[derive(Debug)]
pub struct Sheet {
    /// Which size.
    pub size: Size,
    width: f64,
    height: f64,
    main: Projection,
    units: Vec<Outline>,
    regions: String,
    coast: String,
    archipelagos: Vec<Placed>,
    zones: Vec<(Code63, (f64, f64))>,
}

#[derive(Debug)]
struct Outline {
    code: Code63,
    rings: Vec<Vec<Point>>,
    path: String,
    label: (f64, f64),
}

/// An archipelago on the sheet.
#[derive(Debug)]
struct Placed {
    group: Group,
    code: Code63,
    frame: Option<(f64, f64, f64, f64)>,
    islets: Vec<(f64, f64)>,
    /// Baseline of its name.
    name: (f64, f64),
}

/// Width, height, pixels a degree, left edge and upper edge in degrees, thinning.
struct Plan {
    width: f64,
    height: f64,
    main: Projection,
    thin: f64,
    /// Frames of Hoàng Sa and Trường Sa: corner, width, height; then the projection inside.
    frames: [Option<((f64, f64, f64, f64), Projection)>; 2],
    sea: (f64, f64),
}

fn plan(size: Size) -> Plan {
    match size {
        Size::Wide => Plan {
            width: 760.0,
            height: 900.0,
            main: Projection { scale: 55.4, west: 101.95, north: 23.6 },
            thin: 0.35,
            frames: [None, None],
            sea: (560.0, 560.0),
        },
        Size::Narrow => Plan {
            width: 344.0,
            height: 712.0,
            main: Projection { scale: 45.6, west: 101.98, north: 23.55 },
            thin: 0.45,
            frames: [
                Some(((212.0, 168.0, 126.0, 94.0), Projection { scale: 36.0, west: 110.15, north: 17.4 })),
                Some(((212.0, 622.0, 126.0, 86.0), Projection { scale: 13.5, west: 108.9, north: 11.85 })),
            ],
            sea: (290.0, 306.0),
        },
    }
}

/// A city that helps a reader find the way; its name stands in the sea, so that it hides no province.
struct City {
    code: &'static str,
    at: LonLat,
    name: LonLat,
    vi: &'static str,
    en: &'static str,
}

const CITIES: [City; 3] = [
    City { code: "01", at: (105.85, 21.03), name: (106.68, 19.98), vi: "Hà Nội", en: "Ha Noi" },
    City { code: "48", at: (108.21, 16.06), name: (108.36, 15.98), vi: "Đà Nẵng", en: "Da Nang" },
    City {
        code: "79",
        at: (106.69, 10.78),
        name: (107.2, 10.04),
        vi: "TP. Hồ Chí Minh",
        en: "Ho Chi Minh City",
    },
];

impl Sheet {
    /// Lays the shapes out.
    pub fn new(geometry: &Geometry, size: Size) -> Self {
        Self::with(geometry, size, plan(size).thin)
    }

    fn with(geometry: &Geometry, size: Size, thin: f64) -> Self {
        let plan = plan(size);
        let projected = Projected::new(geometry, &plan.main, thin);
        let units: Vec<Outline> = (geometry.units63.iter())
            .map(|u| {
                let rings = projected.rings(&u.polygons);
                Outline { code: u.code, path: path(&rings), rings, label: plan.main.place(u.label) }
            })
            .collect();
        let region = |i: &usize| geometry.units63.get(*i).map(|u| u.region.as_str());
        let archipelagos = geometry.archipelagos.iter().zip(plan.frames).map(|(a, frame)| {
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
            Placed { group: a.group, code: a.code, frame: frame.map(|(f, _)| f), islets, name }
        });
        // An island that shows as an area needs no dot.
        let zones = geometry.zones.iter().map(|z| (z.code, plan.main.place(z.at)));
        let zones = zones.filter(|(_, at)| !units.iter().any(|u| shows(&u.rings, *at)));
        Self {
            size,
            width: plan.width,
            height: plan.height,
            main: plan.main,
            regions: projected.borders(geometry, |s| matches!(s, [a, b] if region(a) != region(b))),
            coast: projected.borders(geometry, |s| s.len() == 1),
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
    pub fn outline(&self, code: Code63) -> Option<&str> {
        self.units.iter().find(|u| u.code == code).map(|u| u.path.as_str())
    }

    /// The unit at a point: the area it lies in, or else the nearest islet or area within reach of a finger.
    pub fn unit_at(&self, x: f64, y: f64) -> Option<Code63> {
        if let Some(unit) = self.units.iter().find(|u| inside(&u.rings, (x, y))) {
            return Some(unit.code);
        }
        let reach = if self.size == Size::Wide { 14.0 } else { 12.0 };
        let islets = self.archipelagos.iter().flat_map(|a| a.islets.iter().map(|at| (a.code, *at)));
        let shores = self.units.iter().flat_map(|u| {
            u.rings.iter().flatten().map(|(x, y)| (u.code, (f64::from(*x) / 4.0, f64::from(*y) / 4.0)))
        });
        let spots = islets.chain(self.zones.iter().copied()).chain(shores);
        let near = spots.map(|(code, at)| (code, (at.0 - x).hypot(at.1 - y))).filter(|(_, d)| *d <= reach);
        near.min_by(|a, b| a.1.total_cmp(&b.1)).map(|(code, _)| code)
    }
}

fn quarter(v: f64) -> f64 {
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

impl MapFigure {
    /// Draws the map.
    pub fn draw(&self, size: Size) -> Scene {
        self.draw_on(&Sheet::new(&self.geometry, size))
    }

    /// Draws a small, coarse map without words for each unit: an ornament that is still true.
    pub fn sketch(&self) -> Scene {
        let mut scene = self.draw_on(&Sheet::with(&self.geometry, Size::Narrow, 1.1));
        scene.id.push_str("-sketch");
        for mark in scene.marks.iter_mut().filter(|m| matches!(m.role, Role::Province | Role::NoData)) {
            mark.attrs.clear();
        }
        scene.hits.clear();
        scene
    }

    /// Draws the map on shapes that are laid out already.
    pub fn draw_on(&self, sheet: &Sheet) -> Scene {
        let mut marks: Vec<Mark> = Vec::with_capacity(90);
        let mut hits = Vec::with_capacity(63);
        for (datum, unit) in self.units.iter().enumerate() {
            let Some(outline) = sheet.units.iter().find(|o| o.code == unit.code) else { continue };
            let (role, tone) = self.dress(Some(unit), Role::Province, Role::NoData);
            let mark = Mark::new(role, tone, Shape::Path(outline.path.clone()))
                .with("data-unit", unit.code.to_string())
                .with("data-level", "63")
                .with("role", "img")
                .with("aria-label", self.label(unit));
            marks.push(mark);
            hits.push(Hit { series: 0, datum, x: outline.label.0, y: outline.label.1 });
        }
        marks.push(Mark::new(Role::Outline, 1, Shape::Path(sheet.coast.clone())).with("aria-hidden", "true"));
        marks.push(
            Mark::new(Role::Outline, 0, Shape::Path(sheet.regions.clone())).with("aria-hidden", "true"),
        );
        for (code, at) in &sheet.zones {
            marks.push(self.islet(*code, *at).with("aria-hidden", "true"));
        }
        marks.extend(sheet.archipelagos.iter().map(|a| self.archipelago(a, sheet.size)));
        marks.extend(self.names(sheet));
        Scene {
            id: format!("map-{}-{}", self.id, sheet.size.word()),
            width: sheet.width,
            height: sheet.height,
            name: self.title.clone(),
            description: self.summary.join(" "),
            marks,
            hits,
        }
    }

    fn dress(&self, unit: Option<&MapUnit>, with: Role, without: Role) -> (Role, u8) {
        let class = unit.and_then(|u| u.value.as_ref()).and_then(|v| self.classes.get(v.class));
        class.map_or((without, 0), |class| (with, class.tone))
    }

    fn islet(&self, code: Code63, (x, y): (f64, f64)) -> Mark {
        let (role, tone) = self.dress(self.get(code), Role::Islet, Role::IsletNoData);
        Mark::new(role, tone, Shape::Circle(x, y, 2.25))
    }

    fn archipelago(&self, placed: &Placed, size: Size) -> Mark {
        let t = &self.locale.messages().map;
        let (slug, name, unit) = match placed.group {
            Group::HoangSa => ("hoang-sa", t.hoang_sa, t.hoang_sa_unit),
            Group::TruongSa => ("truong-sa", t.truong_sa, t.truong_sa_unit),
        };
        let full = format!("{name} {unit}");
        let mut inner = Vec::new();
        if let Some((x, y, w, h)) = placed.frame {
            inner.push(Mark::new(Role::Frame, 0, Shape::Rect(x, y, w, h)));
        }
        inner.extend(placed.islets.iter().map(|at| self.islet(placed.code, *at)));
        let (x, y) = placed.name;
        if size == Size::Wide {
            inner.push(word(Role::MapLabel, (x, y), &full, 15.0, Anchor::Middle));
        } else {
            inner.push(word(Role::MapLabel, (x, y), name, 11.0, Anchor::Middle));
            inner.push(word(Role::MapLabel, (x, y + 13.0), unit, 11.0, Anchor::Middle));
        }
        Mark::new(Role::Archipelago, 0, Shape::Group(inner))
            .with("data-archipelago", slug)
            .with("role", "img")
            .with("aria-label", full)
    }

    fn names(&self, sheet: &Sheet) -> Vec<Mark> {
        let t = &self.locale.messages().map;
        let wide = sheet.size == Size::Wide;
        let mut marks = Vec::new();
        let sea = plan(sheet.size).sea;
        marks.push(word(Role::SeaLabel, sea, t.sea, if wide { 22.0 } else { 12.0 }, Anchor::Middle));
        for city in CITIES {
            if Code63::parse(city.code).is_none_or(|code| self.get(code).is_none()) {
                continue;
            }
            let place = |at| {
                let (x, y) = sheet.main.place(at);
                (quarter(x), quarter(y))
            };
            let ((x, y), (to_x, to_y)) = (place(city.at), place(city.name));
            if (to_y - y).abs() > 10.0 {
                marks.push(Mark::new(Role::Leader, 0, Shape::Line(x, y, to_x - 2.0, to_y - 8.0)));
            }
            marks.push(Mark::new(Role::Spot, 0, Shape::Circle(x, y, if wide { 3.0 } else { 2.25 })));
            let name = if self.locale == Locale::Vi { city.vi } else { city.en };
            marks.push(word(
                Role::MapLabel,
                (to_x, to_y),
                name,
                if wide { 14.0 } else { 12.0 },
                Anchor::Start,
            ));
        }
        marks.into_iter().map(|m| m.with("aria-hidden", "true")).collect()
    }
}

fn word(role: Role, at: (f64, f64), text: &str, size: f64, anchor: Anchor) -> Mark {
    Mark::new(role, 0, Shape::Text { at, text: text.into(), size, weight: role.weight(), anchor })
}
