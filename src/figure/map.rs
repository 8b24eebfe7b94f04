//! The province map, free of pixels: what each unit's value is, its class and rank, and what the map as a whole says.

use super::classes::Range;
use super::map_values::{bare, classes, unit_name, value, with_kind};
use super::map_words;
use crate::data::{Code34, Code63, Dataset, Measure, Point, Source, Status};
use crate::geo::Geometry;
use crate::text::sort;
use crate::text::{Locale, collate, fill};
use std::sync::Arc;

/// A map of one indicator in one year.
#[derive(Clone, Debug)]
pub struct MapFigure {
    /// Indicator id.
    pub id: String,
    /// Indicator name.
    pub name: String,
    /// Unit words in full.
    pub unit: String,
    /// Kind of quantity.
    pub measure: Measure,
    /// The year.
    pub year: i16,
    /// Language.
    pub locale: Locale,
    /// The finding.
    pub title: String,
    /// What is measured, in which unit and year.
    pub subtitle: String,
    /// The map in words, a sentence each.
    pub summary: Vec<String>,
    /// The classes, lightest first.
    pub classes: Vec<MapClass>,
    /// The 63 units, by code.
    pub units: Vec<MapUnit>,
    /// How many units have a value.
    pub count: usize,
    /// Cautions.
    pub notes: Vec<String>,
    /// Sources, each once.
    pub sources: Vec<Arc<Source>>,
    /// The shapes.
    pub geometry: Arc<Geometry>,
}

/// A class of the legend.
#[derive(Clone, Debug, PartialEq)]
pub struct MapClass {
    /// Its colour, 0 lightest to 5 darkest.
    pub tone: u8,
    /// Its range in words.
    pub label: String,
    /// How many units stand in it.
    pub count: usize,
    pub(super) range: Range,
}

/// A unit of the map.
#[derive(Clone, Debug)]
pub struct MapUnit {
    /// Code among the 63.
    pub code: Code63,
    /// Name.
    pub name: String,
    /// What a search looks through: name and other spellings, folded.
    pub search: Vec<String>,
    /// Region name.
    pub region: String,
    /// The unit of today.
    pub code34: Code34,
    /// Its name with its kind ("tỉnh Khánh Hòa").
    pub today: String,
    /// The other old units it was merged with; none if it was not merged.
    pub merged_with: Vec<String>,
    /// Its value; none where there is no data.
    pub value: Option<MapValue>,
}

/// The value of a unit.
#[derive(Clone, Debug)]
pub struct MapValue {
    /// The number, for order.
    pub value: f64,
    /// The number in words of the language, without unit.
    pub number: String,
    /// With its unit.
    pub text: String,
    /// Its place, 1 first; equal values share a place. None for yes and no.
    pub rank: Option<u32>,
    /// The place in words ("thứ 3 trong 61").
    pub rank_text: String,
    /// Place in [`MapFigure::classes`].
    pub class: usize,
    /// How far it may be trusted.
    pub status: Status,
    /// Its note.
    pub note: Option<String>,
    /// Its source.
    pub source: Arc<Source>,
}

impl MapFigure {
    /// The map of an indicator in a year; `None` if there is no such map or the shapes do not fit the dataset.
    pub fn new(
        data: &Dataset,
        geometry: &Arc<Geometry>,
        indicator: &str,
        year: i16,
        locale: Locale,
    ) -> Option<Self> {
        let indicator = data.indicator(indicator).filter(|i| i.is_provincial() && i.years.contains(&year))?;
        let points: Vec<&Point> = indicator.in_year(year).filter(|p| p.value.is_finite()).collect();
        let at = |code| points.iter().find(|p| p.place == Some(code)).copied();
        let shown: Vec<f64> = data.provinces.iter().filter_map(|p| Some(at(p.code)?.value)).collect();
        let classes = classes(indicator, &shown, locale);
        let mut figure = Self {
            id: indicator.id.clone(),
            name: indicator.name.get(locale).into(),
            unit: indicator.unit.get(locale).into(),
            measure: indicator.measure,
            year,
            locale,
            title: String::new(),
            subtitle: String::new(),
            summary: Vec::new(),
            classes,
            units: Vec::with_capacity(63),
            count: shown.len(),
            notes: indicator.notes.iter().map(|n| n.get(locale).to_owned()).collect(),
            sources: Vec::new(),
            geometry: geometry.clone(),
        };
        for province in &data.provinces {
            geometry.unit(province.code)?;
            let value = at(province.code).and_then(|p| value(indicator, p, &shown, &figure.classes, locale));
            if let Some(v) = &value
                && !figure.sources.iter().any(|s| s.id == v.source.id)
            {
                figure.sources.push(v.source.clone());
            }
            let new = data.new_province(province.code34)?;
            let others = new.members.iter().filter(|c| **c != province.code);
            let folded = province.aliases.iter().chain([&province.name.vi, &province.name.en]);
            figure.units.push(MapUnit {
                code: province.code,
                name: unit_name(&province.name, province.kind, locale),
                search: folded.map(|name| collate::fold(name)).collect(),
                region: data.region63(&province.region).map(|r| r.name.get(locale).to_owned())?,
                code34: province.code34,
                today: with_kind(&new.name, new.kind, locale),
                merged_with: others
                    .filter_map(|c| data.province(*c).map(|p| unit_name(&p.name, p.kind, locale)))
                    .collect(),
                value,
            });
        }
        for class in 0..figure.classes.len() {
            let count = figure.values().filter(|(_, v)| v.class == class).count();
            if let Some(class) = figure.classes.get_mut(class) {
                class.count = count;
            }
        }
        map_words::say(&mut figure);
        Some(figure)
    }

    /// A unit.
    pub fn get(&self, code: Code63) -> Option<&MapUnit> {
        self.units.iter().find(|u| u.code == code)
    }

    /// The units that have a value, by code.
    pub fn values(&self) -> impl Iterator<Item = (&MapUnit, &MapValue)> {
        self.units.iter().filter_map(|u| Some((u, u.value.as_ref()?)))
    }

    /// The units without data, in alphabetical order.
    pub fn missing(&self) -> Vec<&MapUnit> {
        self.table().into_iter().filter(|u| u.value.is_none()).collect()
    }

    /// Every unit in Vietnamese alphabetical order: the rows of the table.
    pub fn table(&self) -> Vec<&MapUnit> {
        let mut rows: Vec<&MapUnit> = self.units.iter().collect();
        sort::by(&mut rows, |a, b| collate::compare(bare(&a.name), bare(&b.name)));
        rows
    }

    /// The units whose name begins with, or else contains, what a reader typed; accents do not matter.
    pub fn find(&self, typed: &str) -> Vec<&MapUnit> {
        let typed = collate::fold(typed);
        if typed.is_empty() {
            return Vec::new();
        }
        let rows = self.table();
        let (first, rest): (Vec<_>, Vec<_>) =
            rows.into_iter().partition(|u| u.search.iter().any(|name| name.starts_with(&typed)));
        let inside = |u: &&MapUnit| u.search.iter().any(|name| name.contains(&format!(" {typed}")));
        first.into_iter().chain(rest.into_iter().filter(inside)).collect()
    }

    /// What a screen reader hears of a unit: name, value, rank and year.
    pub fn label(&self, unit: &MapUnit) -> String {
        let t = &self.locale.messages().map;
        let year = self.year.to_string();
        let pairs = |value: &str, rank: &str, message| {
            fill(message, &[("name", &unit.name), ("value", value), ("rank", rank), ("year", &year)])
        };
        match &unit.value {
            None => pairs("", "", t.label_missing),
            Some(v) => {
                let doubt = self.doubt(v.status).map(|d| format!(" ({d})")).unwrap_or_default();
                let value = format!("{}{doubt}", v.text);
                if self.measure == Measure::Rank {
                    pairs(&format!("{}{doubt}", v.rank_text), "", t.label_plain)
                } else if v.rank_text.is_empty() {
                    pairs(&value, "", t.label_plain)
                } else {
                    pairs(&value, &v.rank_text, t.label_value)
                }
            }
        }
    }

    /// How to call a value that is not read straight from a source.
    pub fn doubt(&self, status: Status) -> Option<&'static str> {
        let t = &self.locale.messages().map;
        match status {
            Status::Verified => None,
            Status::Derived => Some(t.derived),
            Status::Unverified => Some(t.unverified),
        }
    }
}
