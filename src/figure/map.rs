//! The province map, free of pixels: what each unit's value is, its class and rank, and what the map as a whole says.

use super::classes::Range;
use super::map_models::Models;
use super::map_state::Division;
use super::map_values::bare;
use crate::data::{Code34, Code63, Level, Measure, Source, Status, UnitCode};
use crate::geo::Geometry;
use crate::text::sort;
use crate::text::{Locale, collate, fill};
use std::sync::Arc;

/// A map: an indicator in a year, its change between two years, or who was merged with whom.
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
    /// What it tells, and of which units.
    pub division: Division,
    /// The level of its units.
    pub level: Level,
    /// The year.
    pub year: i16,
    /// The year from which it tells the change, if it does.
    pub since: Option<i16>,
    /// From when to when, where one year does not say it.
    pub period: String,
    /// Whether its units can have such a value at all: no score or rank of old units makes one of a new unit.
    pub lawful: bool,
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
    /// The units of its level, by code.
    pub units: Vec<MapUnit>,
    /// How many units have a value.
    pub count: usize,
    /// Cautions.
    pub notes: Vec<String>,
    /// Sources, each once.
    pub sources: Vec<Arc<Source>>,
    /// The local models, if they are marked.
    pub models: Option<Models>,
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
    /// Its code.
    pub code: UnitCode,
    /// Name.
    pub name: String,
    /// What a search looks through, folded: name and other spellings; after them the names before or after the merger.
    pub search: Vec<String>,
    /// How many of those are its own.
    pub own_names: usize,
    /// Region name.
    pub region: String,
    /// The unit of today.
    pub code34: Code34,
    /// Its name with its kind ("tỉnh Khánh Hòa").
    pub today: String,
    /// Of an old unit, the others it was merged with; none if it was not merged.
    pub merged_with: Vec<String>,
    /// Of a unit of today, the old units it was made of, one or more.
    pub members: Vec<Member>,
    /// Of a unit of today, where its seat is.
    pub seat: String,
    /// Its value; none where there is no data.
    pub value: Option<MapValue>,
}

/// An old unit inside a unit of today.
#[derive(Clone, Debug)]
pub struct Member {
    /// Its code.
    pub code: Code63,
    /// Its name.
    pub name: String,
    /// Whether the unit of today bears its name.
    pub heir: bool,
    /// Its own value with unit, and rank: never added up unless that is lawful.
    pub value: Option<(String, String)>,
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
    /// A unit.
    pub fn get(&self, code: impl Into<UnitCode>) -> Option<&MapUnit> {
        let code = code.into();
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

    /// The units whose name begins with, or else contains, what a reader typed; accents do not matter. Those found by
    /// the name of a unit before or after the merger come last.
    pub fn find(&self, typed: &str) -> Vec<&MapUnit> {
        let typed = collate::fold(typed);
        if typed.is_empty() {
            return Vec::new();
        }
        let starts = |name: &String| name.starts_with(&typed);
        let holds = |name: &String| name.contains(&format!(" {typed}"));
        let grade = |u: &MapUnit| {
            let (own, related) = u.search.split_at_checked(u.own_names)?;
            let tests: [(&[String], &dyn Fn(&String) -> bool); 4] =
                [(own, &starts), (own, &holds), (related, &starts), (related, &holds)];
            tests.iter().position(|(names, fits)| names.iter().any(fits))
        };
        let mut found: Vec<(usize, &MapUnit)> =
            self.table().into_iter().filter_map(|u| Some((grade(u)?, u))).collect();
        sort::by(&mut found, |a, b| a.0.cmp(&b.0));
        found.into_iter().map(|(_, u)| u).collect()
    }

    /// The name under which a search found a unit: its own, and if the typed one is of before or after the merger,
    /// that it is.
    pub fn found_as(&self, unit: &MapUnit, typed: &str) -> String {
        let t = &self.locale.messages().map;
        let typed = collate::fold(typed);
        let fits = |name: &str| name.starts_with(&typed) || name.contains(&format!(" {typed}"));
        let own = unit.search.iter().take(unit.own_names);
        if own.into_iter().any(|name| fits(name)) {
            return unit.name.clone();
        }
        if self.level == Level::Old {
            return fill(t.found_now, &[("name", &unit.name), ("today", &unit.today)]);
        }
        let old = unit.members.iter().filter(|m| fits(&collate::fold(&m.name)));
        let old: Vec<&str> = old.map(|m| m.name.as_str()).collect();
        if old.is_empty() {
            return unit.name.clone();
        }
        fill(t.found_old, &[("name", &unit.name), ("units", &listed(&old, self.locale))])
    }

    /// When it holds: a year, or from when to when.
    pub fn when(&self) -> String {
        if self.period.is_empty() { self.year.to_string() } else { self.period.clone() }
    }

    /// What stands where a unit has no value.
    pub fn nothing(&self) -> &'static str {
        let t = &self.locale.messages().map;
        if self.lawful { t.no_data } else { t.not_for_new }
    }

    /// Of which units the numbers are.
    pub fn standing(&self) -> &'static str {
        let t = &self.locale.messages().map;
        match self.division {
            Division::Old => t.before_merger,
            Division::New if self.lawful => t.after_merger,
            Division::New => t.not_after_merger,
            Division::Merger => t.merger_standing,
        }
    }

    /// What a screen reader hears of a unit: name, value, rank and year.
    pub fn label(&self, unit: &MapUnit) -> String {
        let t = &self.locale.messages().map;
        let when = self.when();
        let pairs = |value: &str, rank: &str, message| {
            fill(message, &[("name", &unit.name), ("value", value), ("rank", rank), ("year", &when)])
        };
        let Some(v) = &unit.value else { return pairs(self.nothing(), "", t.label_plain) };
        let doubt = self.doubt(v.status).map(|d| format!(" ({d})")).unwrap_or_default();
        let value = format!("{}{doubt}", v.text);
        if self.division == Division::Merger {
            let names: Vec<&str> = unit.members.iter().map(|m| m.name.as_str()).collect();
            return if names.len() > 1 {
                fill(t.label_merged, &[("name", &unit.name), ("units", &listed(&names, self.locale))])
            } else {
                pairs(&value, "", t.label_plain)
            };
        }
        if self.measure == Measure::Rank && self.since.is_none() {
            pairs(&format!("{}{doubt}", v.rank_text), "", t.label_plain)
        } else if v.rank_text.is_empty() {
            pairs(&value, "", t.label_plain)
        } else {
            pairs(&value, &v.rank_text, t.label_value)
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

/// "A, B và C".
pub(super) fn listed(names: &[&str], locale: Locale) -> String {
    match names {
        [first @ .., last] if !first.is_empty() => {
            format!("{}{}{last}", first.join(", "), locale.messages().map.and)
        }
        all => all.concat(),
    }
}
