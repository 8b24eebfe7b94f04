//! What colour a unit wears and what it is called: all that changes on a picture when indicator or year do.

use super::map::{MapFigure, MapUnit};
use crate::data::UnitCode;
use crate::scene::{Mark, Role, Shape};

/// Class and spoken name of a unit's shape.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coat {
    /// As the style sheets know it: role and tone.
    pub class: String,
    /// Name, value, rank and year.
    pub label: String,
    /// The light that falls on it.
    pub light: Light,
}

/// What a light falls on: the tone of a class, from 1, or 0 for units without data.
pub type Light = u8;

impl MapFigure {
    /// The coat of a unit. Equal to what [`MapFigure::draw_on`] gives its mark, so that a picture whose shapes only
    /// change coats is the one that would be drawn anew.
    pub fn coat(&self, code: UnitCode) -> Option<Coat> {
        let unit = self.get(code)?;
        let (role, tone) = self.dress(Some(unit), Role::Province, Role::NoData);
        let class = format!("{} t{}", role.class(), tone + 1);
        Some(Coat { class, label: self.label(unit), light: self.light(unit) })
    }

    /// The light that falls on a unit.
    pub fn light(&self, unit: &MapUnit) -> Light {
        let class = unit.value.as_ref().and_then(|v| self.classes.get(v.class));
        class.map_or(0, |class| class.tone + 1)
    }

    /// The shapes of units in their coats.
    pub(super) fn coats(&self, shapes: impl Iterator<Item = (UnitCode, String)>) -> Vec<Mark> {
        shapes.filter_map(|(code, path)| Some(self.shape(self.get(code)?, path))).collect()
    }

    /// A shape in its coat.
    pub(super) fn shape(&self, unit: &MapUnit, path: String) -> Mark {
        let (role, tone) = self.dress(Some(unit), Role::Province, Role::NoData);
        Mark::new(role, tone, Shape::Path(path))
            .with("data-unit", unit.code.to_string())
            .with("data-level", unit.code.level().word())
            .with("role", "img")
            .with("aria-label", self.label(unit))
    }
}
