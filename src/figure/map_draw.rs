//! The map as a picture: every unit in its class colour, then borders, islets and the few names a reader needs.

use super::Size;
use super::map::{MapFigure, MapUnit};
use super::map_lens::Lens;
use super::map_sheet::{Placed, Sheet, quarter};
use crate::data::{Code63, UnitCode};
use crate::geo::{Group, LonLat};
use crate::scene::metrics;
use crate::scene::{Anchor, Hit, Mark, Reading, Role, Scene, Shape};
use crate::text::Locale;

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

impl MapFigure {
    /// Draws the map.
    pub fn draw(&self, size: Size) -> Scene {
        self.draw_on(&Sheet::new(&self.geometry, self.level, size))
    }

    /// Draws a small, coarse map without words for each unit: an ornament that is still true.
    pub fn sketch(&self) -> Scene {
        let mut scene = self.draw_on(&Sheet::with(&self.geometry, self.level, Size::Narrow, 1.1));
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
            marks.push(self.shape(unit, outline.path.clone()));
            hits.push(Hit { series: 0, datum, x: outline.label.0, y: outline.label.1 });
        }
        let lines = sheet.lines(self.division).into_iter();
        marks.extend(lines.map(|(role, tone, path)| {
            Mark::new(role, tone, Shape::Path(path.to_owned())).with("aria-hidden", "true")
        }));
        marks.extend(self.signs(sheet, Lens::WHOLE));
        Scene {
            id: format!("map-{}-{}", self.id, sheet.size.word()),
            width: sheet.width,
            height: sheet.height,
            name: self.title.clone(),
            description: self.summary.join(" "),
            reading: Reading::Free,
            marks,
            hits,
        }
    }

    pub(super) fn dress(&self, unit: Option<&MapUnit>, with: Role, without: Role) -> (Role, u8) {
        let class = unit.and_then(|u| u.value.as_ref()).and_then(|v| self.classes.get(v.class));
        class.map_or((without, 0), |class| (with, class.tone))
    }

    pub(super) fn islet(&self, code: UnitCode, (x, y): (f64, f64)) -> Mark {
        let (role, tone) = self.dress(self.get(code), Role::Islet, Role::IsletNoData);
        Mark::new(role, tone, Shape::Circle(x, y, 2.25))
    }

    pub(super) fn archipelago(&self, placed: &Placed, sheet: &Sheet) -> Mark {
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
        if placed.frame.is_none() {
            // The name stands under the islets, but never over the edge of the sheet.
            let half = metrics::width(&full, 15.0, Role::MapLabel.weight()) / 2.0;
            let x = quarter(x.min(sheet.width - half - 4.0).max(half));
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

    pub(super) fn names(&self, sheet: &Sheet) -> Vec<Mark> {
        let t = &self.locale.messages().map;
        let wide = sheet.size.is_wide();
        let mut marks = Vec::new();
        marks.extend(sea(sheet, t.sea));
        for city in CITIES {
            let unit = Code63::parse(city.code).and_then(|code| self.geometry.at_level(code, self.level));
            if unit.is_none_or(|code| self.get(code).is_none()) {
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

/// How far the style sheet spaces the letters of the sea, in font sizes.
const SPACED: f64 = 0.12;

/// The name of the sea, in two lines where one would leave the sheet.
fn sea(sheet: &Sheet, name: &str) -> Vec<Mark> {
    let size = if sheet.size.is_wide() { 22.0 } else { 12.0 };
    let wide = |words: &str| {
        metrics::width(words, size, Role::SeaLabel.weight()) + SPACED * size * words.chars().count() as f64
    };
    let (x, y) = sheet.sea;
    let half = (sheet.width - x).min(x) - 4.0;
    let lines = match name.split_once(" (") {
        Some((first, second)) if wide(name) > half * 2.0 => vec![first.to_owned(), format!("({second}")],
        _ => vec![name.to_owned()],
    };
    let place = |(i, line): (usize, String)| {
        // A long line moves inwards.
        let at = (quarter(x.min(sheet.width - wide(&line) / 2.0 - 4.0)), y + i as f64 * size * 1.35);
        word(Role::SeaLabel, at, &line, size, Anchor::Middle)
    };
    lines.into_iter().enumerate().map(place).collect()
}

pub(super) fn word(role: Role, at: (f64, f64), text: &str, size: f64, anchor: Anchor) -> Mark {
    Mark::new(role, 0, Shape::Text { at, text: text.into(), size, weight: role.weight(), anchor })
}
