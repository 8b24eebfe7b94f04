//! What the page of a province of today says: who was merged, the sums that are lawful, and the old units' values.
//!
//! Area and population of a new unit are published and density follows from them. Nothing else is added up or
//! averaged: every other value stays with the old unit it was measured for.

use super::map::{MapFigure, MapUnit, listed};
use super::map_values::{bare, unit_name, with_kind};
use super::provinces::median_of;
use super::with_unit;
use crate::data::{Code34, Code63, Dataset, Fact, Indicator, Measure, Source, UnitCode};
use crate::geo::Geometry;
use crate::scene::Scene;
use crate::text::{Locale, collate, fill, number, sort};
use std::sync::Arc;

/// A province of today.
#[derive(Debug)]
pub struct Profile<'a> {
    /// Its code.
    pub code: Code34,
    /// Its name with its kind.
    pub name: String,
    /// How it came about, and where its seat is.
    pub origin: Vec<String>,
    /// The old units, in the order of the columns.
    pub members: Vec<(Code63, String)>,
    /// Area, population and density, as published or derived.
    pub sums: [String; 3],
    /// Where area and population come from.
    pub source: Arc<Source>,
    /// A row an indicator.
    pub rows: Vec<Row>,
    /// The provinces that it borders on, in alphabetical order.
    pub neighbours: Vec<(Code34, String)>,
    /// The facts that name it or one of its old units.
    pub facts: Vec<&'a Fact>,
}

/// An indicator in its latest year with a map.
#[derive(Debug)]
pub struct Row {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The year.
    pub year: i16,
    /// A cell an old unit: value and rank; the rank may be empty.
    pub cells: Vec<(String, String)>,
    /// The middle of all provinces; empty where a middle says nothing (ranks, yes and no).
    pub median: String,
}

impl<'a> Profile<'a> {
    /// The profile; `None` for a code that the dataset does not have.
    pub fn new(data: &'a Dataset, geometry: &Arc<Geometry>, code: Code34, locale: Locale) -> Option<Self> {
        let new = data.new_province(code)?;
        let t = &locale.messages().province;
        let old = |c: &Code63| data.province(*c).map(|p| (*c, unit_name(&p.name, p.kind, locale)));
        let members: Vec<(Code63, String)> = new.members.iter().filter_map(old).collect();
        let name = with_kind(&new.name, new.kind, locale);
        let names: Vec<&str> = members.iter().map(|(_, name)| name.as_str()).collect();
        // The seat is given by its Vietnamese name; an old unit of that name has one for each language.
        let centre = data.provinces.iter().find(|p| p.name.vi == new.centre);
        let centre = centre.map_or_else(|| new.centre.clone(), |p| unit_name(&p.name, p.kind, locale));
        let origin = if members.len() > 1 {
            vec![
                fill(t.merged, &[("name", &name), ("units", &listed(&names, locale))]),
                fill(t.seat, &[("centre", &centre)]),
            ]
        } else {
            vec![fill(t.same, &[("name", &name)])]
        };
        let density = f64::from(new.population) / new.area_km2;
        let says = |message, value: String| fill(message, &[("value", &value)]);
        let sums = [
            says(t.area, number::short(new.area_km2, 1, locale)),
            says(t.population, number::short(f64::from(new.population), 0, locale)),
            says(t.density, number::short(density, 0, locale)),
        ];
        let rows = data.indicators.iter().filter(|i| i.is_provincial());
        let rows = rows.filter_map(|i| row(data, geometry, i, &new.members, locale)).collect();
        Some(Self {
            code,
            name,
            origin,
            members,
            sums,
            source: new.source.clone(),
            rows,
            neighbours: neighbours(data, geometry, code, locale),
            facts: data.facts.iter().filter(|fact| names_one(fact, data, code)).collect(),
        })
    }

    /// Where it lies: the province in the strongest colour, its neighbours in a middle one.
    pub fn place(&self, data: &Dataset, geometry: &Arc<Geometry>, locale: Locale) -> Option<Scene> {
        let base = data.indicator("population")?;
        let mut figure = MapFigure::new(data, geometry, &base.id, base.latest_map_year()?, locale)?;
        let tone = |tone: u8| figure.classes.iter().position(|c| c.tone == tone);
        let (own, near, rest) = (tone(5)?, tone(2)?, tone(0)?);
        for unit in &mut figure.units {
            let class = if unit.code34 == self.code {
                own
            } else if self.neighbours.iter().any(|(code, _)| *code == unit.code34) {
                near
            } else {
                rest
            };
            unit.value.as_mut()?.class = class;
        }
        let t = &locale.messages().province;
        figure.title = fill(t.place, &[("name", &self.name)]);
        let mut scene = figure.sketch();
        scene.id = format!("tinh-{}", self.code);
        Some(scene)
    }
}

/// The provinces of today in alphabetical order, each with its old units.
pub fn all(data: &Dataset, locale: Locale) -> Vec<(Code34, String, Vec<String>)> {
    let mut out: Vec<(Code34, String, Vec<String>)> = (data.new_provinces.iter())
        .map(|new| {
            let old = new.members.iter().filter_map(|c| data.province(*c));
            let old = old.map(|p| unit_name(&p.name, p.kind, locale)).collect();
            (new.code, unit_name(&new.name, new.kind, locale), old)
        })
        .collect();
    sort::by(&mut out, |a, b| collate::compare(bare(&a.1), bare(&b.1)));
    out
}

fn neighbours(data: &Dataset, geometry: &Geometry, code: Code34, locale: Locale) -> Vec<(Code34, String)> {
    let near = geometry.neighbours(code).into_iter().filter_map(UnitCode::today);
    let named = |c: Code34| data.new_province(c).map(|p| (c, unit_name(&p.name, p.kind, locale)));
    let mut out: Vec<(Code34, String)> = near.filter_map(named).collect();
    sort::by(&mut out, |a, b| collate::compare(bare(&a.1), bare(&b.1)));
    out
}

/// Whether a fact is about a province: its words name it. A quotation may only mention where it was said.
fn names_one(fact: &Fact, data: &Dataset, code: Code34) -> bool {
    let words = [&fact.label.vi, &fact.value.vi].into_iter().chain(fact.items.iter().map(|i| &i.vi));
    let words: Vec<&String> = words.collect();
    let old = data.provinces.iter().filter(|p| p.code34 == code);
    // With its kind where it bears a person's name, who is told of as well.
    old.map(|p| unit_name(&p.name, p.kind, Locale::Vi)).any(|name| words.iter().any(|w| w.contains(&name)))
}

fn row(
    data: &Dataset,
    geometry: &Arc<Geometry>,
    indicator: &Indicator,
    members: &[Code63],
    locale: Locale,
) -> Option<Row> {
    let year = indicator.latest_map_year()?;
    let figure = MapFigure::new(data, geometry, &indicator.id, year, locale)?;
    let values: Vec<f64> = figure.values().map(|(_, v)| v.value).collect();
    let median = match indicator.measure {
        Measure::Flag | Measure::Rank => None,
        _ => median_of(&values),
    };
    let median = median.map_or_else(String::new, |v| {
        let digits = number::format(v, indicator.decimals, locale);
        let unit = super::map_words::short_unit(indicator.unit.get(locale));
        with_unit(indicator.measure, &digits, unit, locale)
    });
    let cells = members.iter().filter_map(|c| figure.get(*c)).map(|unit| cell(&figure, unit)).collect();
    Some(Row { id: indicator.id.clone(), name: figure.name.clone(), year, cells, median })
}

fn cell(figure: &MapFigure, unit: &MapUnit) -> (String, String) {
    let Some(v) = &unit.value else {
        return (figure.locale.messages().map.no_data.to_owned(), String::new());
    };
    let doubt = figure.doubt(v.status).map(|d| format!(" ({d})")).unwrap_or_default();
    if figure.measure == Measure::Rank {
        return (format!("{}{doubt}", v.rank_text), String::new());
    }
    (format!("{}{doubt}", v.text), v.rank_text.clone())
}
