//! A province of today among its neighbours, drawn close. Each neighbour is one group with its name in it, so that a
//! page can make it a link.

use super::map_values::unit_name;
use super::profile::Profile;
use crate::data::{Code34, Dataset, Level};
use crate::geo::{
    Archipelago, COS16, Geometry, Group, Islet, Point, Projected, Projection, Shape34, Shape63, path,
};
use crate::scene::{Anchor, Mark, Reading, Role, Scene, Shape, metrics};
use crate::text::{Locale, fill};

/// The picture's size in pixels.
const WIDE: f64 = 520.0;
const HIGH: f64 = 400.0;
/// How much of it the province may take, so that its neighbours show.
const SHARE: f64 = 0.56;
/// Pixels a degree: closer, the borders would only show their corners.
const CLOSEST: f64 = 420.0;
const LETTERS: f64 = 18.0;
/// The attribute that says which neighbour a group is.
pub const NEAR: &str = "data-near";

impl Profile<'_> {
    /// The picture; `None` if the geometry does not have the province.
    pub fn near(&self, data: &Dataset, geometry: &Geometry, locale: Locale) -> Option<Scene> {
        let own = geometry.units34.iter().find(|u| u.code == self.code)?;
        let projection = around(geometry, own)?;
        let projected = Projected::new(geometry, &projection, 0.6);
        let rings = |unit: &Shape34| projected.rings(&unit.polygons);
        let area = |tone, d: String| Mark::new(Role::Province, tone, Shape::Path(d));
        let seen = |unit: &&Shape34| rings(unit).iter().any(|ring| ring.iter().any(|p| on_sheet(pixels(*p))));
        let is_near = |unit: &Shape34| self.neighbours.iter().any(|(code, _)| *code == unit.code);
        let mut marks = Vec::new();
        for unit in geometry.units34.iter().filter(seen).filter(|u| u.code != self.code && !is_near(u)) {
            marks.push(area(0, path(&rings(unit))).with("aria-hidden", "true"));
        }
        let mut taken: Vec<(f64, f64, f64)> = Vec::new();
        if self.group(geometry).is_some() {
            // No name under the frame.
            let lines = (0..8).map(|line| FRAME.1 + f64::from(line) * LETTERS);
            taken.extend(lines.map(|y| (FRAME.0 + FRAME.2 / 2.0, y, FRAME.2 / 2.0)));
        }
        let mut near = Vec::new();
        for unit in geometry.units34.iter().filter(|u| is_near(u)) {
            let name = name_of(data, unit.code, locale)?;
            let rings = rings(unit);
            let mut inner = vec![area(2, path(&rings))];
            if let Some(at) = name_place(&rings, projection.place(unit.label), &name, &mut taken) {
                inner.push(word(at, name, LETTERS));
            }
            near.push(Mark::new(Role::Province, 2, Shape::Group(inner)).with(NEAR, unit.code.to_string()));
        }
        marks.push(area(5, path(&rings(own))).with("aria-hidden", "true"));
        marks.extend(near);
        marks.extend(self.archipelago(geometry, locale));
        let edge = projected.borders(geometry, Level::New, |sides| sides.len() == 1);
        marks.push(Mark::new(Role::Outline, 1, Shape::Path(edge)).with("aria-hidden", "true"));
        Some(Scene {
            id: format!("tinh-{}-gan", self.code),
            width: WIDE,
            height: HIGH,
            name: fill(locale.messages().province.near, &[("name", &self.name)]),
            description: String::new(),
            reading: Reading::Free,
            marks,
            hits: Vec::new(),
        })
    }
}

/// The frame of an archipelago: corner, width, height.
const FRAME: (f64, f64, f64, f64) = (WIDE - 172.0, 8.0, 164.0, 124.0);

impl Profile<'_> {
    /// The archipelago that belongs to it.
    fn group<'a>(&self, geometry: &'a Geometry) -> Option<&'a Archipelago> {
        let own = |unit: &&Shape63| unit.code34 == self.code;
        let mut own = geometry.units63.iter().filter(own);
        own.find_map(|unit| geometry.archipelagos.iter().find(|a| a.code == unit.code))
    }

    /// Đà Nẵng has Hoàng Sa and Khánh Hòa has Trường Sa, too far out for the sheet: in a frame of their own.
    fn archipelago(&self, geometry: &Geometry, locale: Locale) -> Option<Mark> {
        let group = self.group(geometry)?;
        let (x, y, wide, high) = FRAME;
        let t = &locale.messages().map;
        let (slug, name) = match group.group {
            Group::HoangSa => ("hoang-sa", t.hoang_sa),
            Group::TruongSa => ("truong-sa", t.truong_sa),
        };
        let range = |degrees: fn(&Islet) -> f64| {
            group
                .islets
                .iter()
                .map(degrees)
                .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), v| (low.min(v), high.max(v)))
        };
        let ((west, east), (south, north)) = (range(|i| i.at.0), range(|i| i.at.1));
        // Room for the dots at the edges and for the name below.
        let (room_x, room_y) = (wide - 32.0, high - 54.0);
        let scale = (room_x / ((east - west).max(0.1) * COS16)).min(room_y / (north - south).max(0.1));
        let inside = Projection { scale, west, north };
        let over = (room_x - (east - west) * COS16 * scale) / 2.0;
        let quarter = |v: f64| (v * 4.0).round() / 4.0;
        let dots = group.islets.iter().map(|islet| {
            let at = inside.place(islet.at);
            let shape = Shape::Circle(quarter(x + 16.0 + over + at.0), quarter(y + 16.0 + at.1), 3.0);
            Mark::new(Role::Islet, 5, shape)
        });
        let mut inner = vec![Mark::new(Role::Frame, 0, Shape::Rect(x, y, wide, high))];
        inner.extend(dots);
        inner.push(word((x + wide / 2.0, y + high - 12.0), name.into(), 14.0));
        let full = format!("{name} {}", self.title);
        let group = Mark::new(Role::Archipelago, 0, Shape::Group(inner)).with("data-archipelago", slug);
        Some(group.with("role", "img").with("aria-label", full))
    }
}

fn word(at: (f64, f64), text: String, size: f64) -> Mark {
    let (weight, anchor) = (Role::MapLabel.weight(), Anchor::Middle);
    Mark::new(Role::MapLabel, 0, Shape::Text { at, text, size, weight, anchor })
}

fn name_of(data: &Dataset, code: Code34, locale: Locale) -> Option<String> {
    data.new_province(code).map(|p| unit_name(&p.name, p.kind, locale))
}

/// The projection that puts a province into the middle of the sheet. Its islands far out do not count.
fn around(geometry: &Geometry, own: &Shape34) -> Option<Projection> {
    let far = Projection { scale: 100.0, west: 0.0, north: 0.0 };
    let rings = Projected::new(geometry, &far, 0.0).rings(&own.polygons);
    let main = rings.iter().max_by_key(|ring| ring.len())?;
    let (xs, ys) = (main.iter().map(|p| pixels(*p).0), main.iter().map(|p| pixels(*p).1));
    let span = |v: &mut dyn Iterator<Item = f64>| {
        v.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), v| (low.min(v), high.max(v)))
    };
    let ((left, right), (top, bottom)) = (span(&mut xs.into_iter()), span(&mut ys.into_iter()));
    let times = (WIDE * SHARE / (right - left)).min(HIGH * SHARE / (bottom - top)).min(CLOSEST / far.scale);
    // Half a sheet to the left of and above the middle, in degrees.
    let (middle_x, middle_y) = (f64::midpoint(left, right), f64::midpoint(top, bottom));
    Some(Projection {
        scale: far.scale * times,
        west: (middle_x - WIDE / 2.0 / times) / far.scale / COS16,
        north: -(middle_y - HIGH / 2.0 / times) / far.scale,
    })
}

fn pixels((x, y): Point) -> (f64, f64) {
    (f64::from(x) / 4.0, f64::from(y) / 4.0)
}

fn on_sheet((x, y): (f64, f64)) -> bool {
    (0.0..=WIDE).contains(&x) && (0.0..=HIGH).contains(&y)
}

/// Where a name stands whole on the sheet and upon no other: at the unit's own place, or in the middle of what can be
/// seen of it, or a line further up or down.
fn name_place(
    rings: &[Vec<Point>],
    label: (f64, f64),
    name: &str,
    taken: &mut Vec<(f64, f64, f64)>,
) -> Option<(f64, f64)> {
    let half = metrics::width(name, LETTERS, Role::MapLabel.weight()) / 2.0;
    let seen: Vec<(f64, f64)> =
        rings.iter().flatten().map(|p| pixels(*p)).filter(|at| on_sheet(*at)).collect();
    let count = seen.len() as f64;
    let middle = || {
        let sum = seen.iter().fold((0.0, 0.0), |sum, at| (sum.0 + at.0, sum.1 + at.1));
        (sum.0 / count, sum.1 / count)
    };
    let wanted = if on_sheet(label) { label } else { (count > 0.0).then(middle)? };
    let x = wanted.0.clamp(half + 6.0, WIDE - half - 6.0);
    let lines = [0.0, 1.0, -1.0, 2.0, -2.0, 3.0, -3.0].map(|line| wanted.1 + line * (LETTERS + 3.0));
    let free = lines.into_iter().map(|y| y.clamp(LETTERS + 4.0, HIGH - 8.0)).find(|y| {
        !taken.iter().any(|(tx, ty, th)| (tx - x).abs() < th + half + 6.0 && (ty - y).abs() < LETTERS + 2.0)
    })?;
    taken.push((x, free, half));
    Some(((x * 4.0).round() / 4.0, (free * 4.0).round() / 4.0))
}
