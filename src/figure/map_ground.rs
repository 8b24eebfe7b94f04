//! What the provinces are drawn on: their own shapes, or equal tiles. Both answer the same questions of a hand.

use super::Size;
use super::map::MapFigure;
use super::map_lens::Lens;
use super::map_sheet::Sheet;
use super::map_tiles::Board;
use crate::data::{Level, UnitCode};
use crate::geo::{Direction, Geometry};
use crate::scene::Mark;
use std::sync::Arc;

/// A ground, laid out.
#[derive(Debug)]
pub enum Ground {
    /// Shapes.
    Land(Sheet),
    /// Tiles.
    Tiles(Board),
}

impl Ground {
    /// Lays a ground out; `fine` where a reader has come close.
    pub fn new(geometry: &Arc<Geometry>, level: Level, size: Size, tiles: bool, fine: bool) -> Self {
        if tiles {
            Self::Tiles(Board::new(level, size))
        } else if fine {
            Self::Land(Sheet::fine(geometry, level, size))
        } else {
            Self::Land(Sheet::new(geometry, level, size))
        }
    }

    /// Width and height.
    pub fn extent(&self) -> (f64, f64) {
        match self {
            Self::Land(sheet) => sheet.extent(),
            Self::Tiles(board) => board.extent(),
        }
    }

    /// Whether one can come closer: tiles are large as they are.
    pub fn can_zoom(&self) -> bool {
        matches!(self, Self::Land(_))
    }

    /// The units and their paths, in drawing order.
    pub fn units(&self) -> Vec<(UnitCode, String)> {
        match self {
            Self::Land(sheet) => sheet.units.iter().map(|u| (u.code, u.path.clone())).collect(),
            Self::Tiles(board) => board.units().collect(),
        }
    }

    /// By how much the paths are larger than the picture, as a transformation; nothing where they are not.
    pub fn shrink(&self) -> String {
        match self {
            Self::Land(sheet) if sheet.grain > 1.0 => format!("scale({})", 1.0 / sheet.grain),
            _ => String::new(),
        }
    }

    /// The lines over the units: class and path.
    pub fn lines(&self, figure: &MapFigure) -> Vec<(String, String)> {
        let Self::Land(sheet) = self else { return Vec::new() };
        let lines = sheet.lines(figure.division).into_iter();
        lines.map(|(role, tone, path)| (format!("{} t{}", role.class(), tone + 1), path.to_owned())).collect()
    }

    /// The path of a unit, to be drawn on top.
    pub fn outline(&self, code: UnitCode) -> Option<String> {
        match self {
            Self::Land(sheet) => sheet.outline(code).map(str::to_owned),
            Self::Tiles(board) => board.outline(code),
        }
    }

    /// What stands on the ground at natural size: names, islets, the archipelagos.
    pub fn signs(&self, figure: &MapFigure, lens: Lens) -> Vec<Mark> {
        match self {
            Self::Land(sheet) => figure.signs(sheet, lens),
            Self::Tiles(board) => figure.tile_signs(board),
        }
    }

    /// The unit under a point of the frame, given as shares.
    pub fn unit_at(&self, share: (f64, f64), lens: Lens) -> Option<UnitCode> {
        let (x, y) = lens.point(share, self.extent());
        match self {
            Self::Land(sheet) => {
                let seen = lens.place((x, y));
                sheet.inset_at(seen, lens).or_else(|| sheet.unit_near(x, y, sheet.reach() / lens.times()))
            }
            Self::Tiles(board) => board.unit_at(x, y),
        }
    }

    /// The units that a finger may have meant, nearest first: all within `reach` of the point, in the pixels of the
    /// screen, of which the frame is `screen` wide. Only one where none of them is small.
    pub fn meant(&self, share: (f64, f64), lens: Lens, screen: f64, reach: f64) -> Vec<UnitCode> {
        let Self::Land(sheet) = self else { return self.unit_at(share, lens).into_iter().collect() };
        let (width, _) = self.extent();
        let at = lens.point(share, self.extent());
        if sheet.inset_at(lens.place(at), lens).is_some() || screen <= 0.0 {
            return self.unit_at(share, lens).into_iter().collect();
        }
        let pixel = width / screen / lens.times();
        let near = sheet.near(at.0, at.1, reach * pixel);
        let small = |code: &UnitCode| {
            sheet.bounds(|c| c == *code).is_some_and(|(_, _, w, h)| w.min(h) < 2.5 * reach * pixel)
        };
        if near.iter().any(small) { near } else { near.into_iter().take(1).collect() }
    }

    /// Where an arrow key leads.
    pub fn step(&self, figure: &MapFigure, from: UnitCode, direction: Direction) -> Option<UnitCode> {
        match self {
            Self::Land(_) => figure.geometry.step(from, direction),
            Self::Tiles(board) => board.step(from, direction),
        }
    }

    /// Where Home and End lead.
    pub fn ends(&self, figure: &MapFigure) -> (Option<UnitCode>, Option<UnitCode>) {
        match self {
            Self::Land(_) => {
                (figure.geometry.northernmost(figure.level), figure.geometry.southernmost(figure.level))
            }
            Self::Tiles(board) => board.ends(),
        }
    }

    /// The view that brings some units close.
    pub fn fitted(&self, wanted: impl Fn(UnitCode) -> bool) -> Option<Lens> {
        match self {
            Self::Land(sheet) => {
                sheet.bounds(wanted).map(|area| Lens::fitted(area, sheet.extent(), sheet.taken()))
            }
            Self::Tiles(_) => None,
        }
    }

    /// Where the middle of a unit lies.
    pub fn middle(&self, code: UnitCode) -> Option<(f64, f64)> {
        match self {
            Self::Land(sheet) => sheet.units.iter().find(|u| u.code == code).map(|u| u.label),
            Self::Tiles(_) => None,
        }
    }
}
