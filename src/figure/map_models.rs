//! Places marked on the map: the three local models that were shown at the Day of 2024.
//!
//! Words and source are those of the fact; only where to draw them stands here. The points are for drawing, as those
//! of the islets are: each lies in its commune, no more is claimed.

use super::map::MapFigure;
use super::map_lens::Lens;
use super::map_sheet::{Sheet, quarter};
use crate::data::{Code63, Dataset, Source, UnitCode};
use crate::geo::LonLat;
use crate::scene::{Anchor, Mark, Role, Shape};
use crate::text::Locale;
use std::sync::Arc;

/// The fact that tells of them, an item a place.
pub const FACT: &str = "local-models-2024";

/// In the order of the items of the fact. The name stands where it hides no province.
const SPOTS: [Spot; 3] = [
    Spot { code: "02", at: (105.31, 23.36), name: (106.1, 23.2), vi: "Lô Lô Chải", en: "Lo Lo Chai" },
    Spot { code: "01", at: (105.92, 21.07), name: (107.3, 20.36), vi: "Giang Biên", en: "Giang Bien" },
    Spot { code: "87", at: (105.76, 10.29), name: (103.35, 9.35), vi: "Sa Đéc", en: "Sa Dec" },
];

struct Spot {
    code: &'static str,
    at: LonLat,
    name: LonLat,
    vi: &'static str,
    en: &'static str,
}

/// The models on a map.
#[derive(Clone, Debug)]
pub struct Models {
    /// What they are.
    pub title: String,
    /// The three places.
    pub places: Vec<Model>,
    /// A caution about the names.
    pub note: Option<String>,
    /// Who tells of them.
    pub source: Arc<Source>,
}

/// One of them.
#[derive(Clone, Debug)]
pub struct Model {
    /// The unit of the map in which it lies.
    pub code: UnitCode,
    /// Its short name.
    pub name: &'static str,
    /// Where it is and what it is.
    pub text: String,
    at: LonLat,
    label: LonLat,
}

impl MapFigure {
    /// Marks the models, if the dataset tells of them.
    pub fn with_models(&mut self, data: &Dataset) {
        let locale = self.locale;
        self.models = data.fact(FACT).map(|fact| Models {
            title: fact.label.get(locale).to_owned(),
            places: (fact.items.iter().zip(&SPOTS))
                .filter_map(|(item, spot)| {
                    Some(Model {
                        code: self.geometry.at_level(Code63::parse(spot.code)?, self.level)?,
                        name: if locale == Locale::Vi { spot.vi } else { spot.en },
                        text: item.get(locale).to_owned(),
                        at: spot.at,
                        label: spot.name,
                    })
                })
                .collect(),
            note: fact.note.as_ref().map(|note| note.get(locale).to_owned()),
            source: fact.source.clone(),
        });
    }

    /// The models inside a unit.
    pub fn models_in(&self, code: UnitCode) -> impl Iterator<Item = &Model> {
        self.models.iter().flat_map(|m| &m.places).filter(move |m| m.code == code)
    }

    pub(super) fn model_marks(&self, sheet: &Sheet, lens: Lens) -> Vec<Mark> {
        let size = if sheet.size.is_wide() { 14.0 } else { 12.0 };
        let one = |model: &Model| {
            let [(x, y), (to_x, to_y)] = [model.at, model.label].map(|at| {
                let (x, y) = lens.place(sheet.main.place(at));
                (quarter(x), quarter(y))
            });
            if !((0.0..=sheet.width).contains(&x) && (0.0..=sheet.height).contains(&y)) {
                return None;
            }
            // Close up there is room for the name beside its mark.
            let (to_x, to_y) = if lens.is_whole() { (to_x, to_y) } else { (x + size, y + size * 0.35) };
            let half = size / 3.0;
            let end = if to_x > x { to_x - 3.0 } else { to_x + size * 3.2 };
            let inner = vec![
                Mark::new(Role::Leader, 0, Shape::Line(x, y, end, to_y - size * 0.35)),
                Mark::new(Role::Model, 0, Shape::Rect(x - half, y - half, half * 2.0, half * 2.0)),
                Mark::new(
                    Role::MapLabel,
                    0,
                    Shape::Text {
                        at: (to_x, to_y),
                        text: model.name.into(),
                        size,
                        weight: Role::MapLabel.weight(),
                        anchor: Anchor::Start,
                    },
                ),
            ];
            let group =
                Mark::new(Role::Layer, 0, Shape::Group(inner)).with("data-model", model.code.to_string());
            Some(group.with("role", "img").with("aria-label", model.text.clone()))
        };
        self.models.iter().flat_map(|m| &m.places).filter_map(one).collect()
    }
}
