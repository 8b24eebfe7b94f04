//! Making a map of the dataset and the shapes.

use super::map::{MapFigure, MapUnit, Member};
use super::map_readings::{self, Reading, Rule, Showing};
use super::map_state::{Division, MERGER, MapState, tells_change};
use super::map_values::{classes, unit_name, value, with_kind};
use super::map_words;
use crate::data::{Code63, Dataset, Indicator, Level, Province, UnitCode};
use crate::geo::Geometry;
use crate::text::{Locale, collate, fill};
use std::sync::Arc;

impl MapFigure {
    /// The map of an indicator in a year, by the 63 units; `None` if there is no such map or the shapes do not fit
    /// the dataset.
    pub fn new(
        data: &Dataset,
        geometry: &Arc<Geometry>,
        indicator: &str,
        year: i16,
        locale: Locale,
    ) -> Option<Self> {
        Self::of(data, geometry, &MapState::plain(indicator, year), locale)
    }

    /// The map of what a reader has chosen.
    pub fn of(data: &Dataset, geometry: &Arc<Geometry>, state: &MapState, locale: Locale) -> Option<Self> {
        let MapState { division, year, since, .. } = *state;
        let indicator = data.indicator(&state.indicator);
        let indicator = indicator.filter(|i| i.is_provincial() && i.years.contains(&year))?;
        if let Some(since) = since
            && !(tells_change(indicator) && indicator.years.contains(&since) && since < year)
        {
            return None;
        }
        let level = division.level();
        let showing = Showing::of(indicator, division, since);
        let read = |level, year| map_readings::in_year(data, indicator, level, year, locale);
        let readings = |level| match (showing, since) {
            (Showing::Merger, _) => map_readings::merger(data, locale),
            (_, Some(since)) => {
                map_readings::change(indicator, &read(level, since), read(level, year), locale)
            }
            (_, None) => read(level, year),
        };
        let now = Values::new(showing, readings(level), locale);
        // The values of the old units stand beside a unit of today.
        let old = (division == Division::New).then(|| Values::new(showing, readings(Level::Old), locale));
        let t = &locale.messages().map;
        let merger = division == Division::Merger;
        let mut figure = Self {
            id: if merger { MERGER.into() } else { indicator.id.clone() },
            name: if merger { t.merger_name.into() } else { indicator.name.get(locale).into() },
            unit: if merger { t.merger_unit.into() } else { indicator.unit.get(locale).into() },
            measure: indicator.measure,
            division,
            level,
            year,
            since: since.filter(|_| !merger),
            period: match since {
                _ if merger => t.merger_day.to_owned(),
                Some(since) => fill(t.range, &[("low", &since.to_string()), ("high", &year.to_string())]),
                None => String::new(),
            },
            lawful: merger || level == Level::Old || Rule::of(indicator).is_some(),
            locale,
            title: String::new(),
            subtitle: String::new(),
            summary: Vec::new(),
            units: Vec::with_capacity(63),
            count: now.readings.len(),
            notes: if merger { Vec::new() } else { notes(indicator, locale) },
            sources: Vec::new(),
            models: None,
            geometry: geometry.clone(),
            classes: Vec::new(),
        };
        for shape in geometry.units(level) {
            let unit = unit(data, shape.code, &now, old.as_ref(), locale)?;
            if let Some(v) = &unit.value
                && !figure.sources.iter().any(|s| s.id == v.source.id)
            {
                figure.sources.push(v.source.clone());
            }
            figure.units.push(unit);
        }
        if figure.units.len()
            != (if level == Level::Old { data.provinces.len() } else { data.new_provinces.len() })
        {
            return None;
        }
        // A unit of today without a value lists those of its old units, which have sources too.
        for source in old.iter().flat_map(|old| &old.readings).map(|r| &r.source) {
            if !figure.sources.iter().any(|s| s.id == source.id) {
                figure.sources.push(source.clone());
            }
        }
        figure.classes = now.classes;
        for class in 0..figure.classes.len() {
            let count = figure.values().filter(|(_, v)| v.class == class).count();
            if let Some(class) = figure.classes.get_mut(class) {
                class.count = count;
            }
        }
        map_words::say(&mut figure);
        if state.models {
            figure.with_models(data);
        }
        Some(figure)
    }
}

fn notes(indicator: &Indicator, locale: Locale) -> Vec<String> {
    indicator.notes.iter().map(|n| n.get(locale).to_owned()).collect()
}

/// The values of all units of a level, and the classes they make.
struct Values<'a> {
    showing: Showing<'a>,
    readings: Vec<Reading>,
    shown: Vec<f64>,
    classes: Vec<super::map::MapClass>,
    locale: Locale,
}

impl<'a> Values<'a> {
    fn new(showing: Showing<'a>, readings: Vec<Reading>, locale: Locale) -> Self {
        let shown: Vec<f64> = readings.iter().map(|r| r.value).collect();
        let classes = classes(showing, &shown, locale);
        Self { showing, readings, shown, classes, locale }
    }

    fn of(&self, code: UnitCode) -> Option<super::map::MapValue> {
        let reading = self.readings.iter().find(|r| r.code == code)?;
        value(self.showing, reading, &self.shown, &self.classes, self.locale)
    }
}

fn unit(
    data: &Dataset,
    code: UnitCode,
    now: &Values<'_>,
    old: Option<&Values<'_>>,
    locale: Locale,
) -> Option<MapUnit> {
    let (code34, own) = match code {
        UnitCode::Old(code) => data.province(code).map(|p| (p.code34, Some(p)))?,
        UnitCode::New(code) => (code, None),
    };
    let new = data.new_province(code34)?;
    let members: Vec<&Province> = new.members.iter().filter_map(|c| data.province(*c)).collect();
    let said = |p: &Province| unit_name(&p.name, p.kind, locale);
    let fold = |name: &String| collate::fold(name);
    let spellings =
        |p: &Province| [&p.name.vi, &p.name.en].into_iter().chain(&p.aliases).map(fold).collect::<Vec<_>>();
    let today = [&new.name.vi, &new.name.en].map(fold);
    // Own names first. Who was merged is found by the other names, too.
    let (mine, related): (Vec<String>, Vec<String>) = match own {
        Some(p) => (spellings(p), today.into()),
        None => {
            let heirs = |p: &&&Province| p.name == new.name || members.len() == 1;
            let own = members.iter().filter(heirs).flat_map(|p| spellings(p));
            let others = members.iter().filter(|p| !heirs(p)).flat_map(|p| spellings(p));
            (today.into_iter().chain(own).collect(), others.collect())
        }
    };
    let (name, region) = match own {
        Some(p) => (said(p), data.region63(&p.region)?),
        None => (unit_name(&new.name, new.kind, locale), data.region34(&new.region)?),
    };
    let beside = |code: Code63| old.and_then(|old| old.of(code.into())).map(|v| (v.text, v.rank_text));
    let member = |p: &&Province| Member {
        code: p.code,
        name: said(p),
        heir: p.name == new.name,
        value: beside(p.code),
    };
    let others = members.iter().filter(|p| own.is_some_and(|own| own.code != p.code));
    // The seat is given by its Vietnamese name, also where a page has the other language only.
    let centre = fold(&new.centre);
    let seat = data.provinces.iter().find(|p| spellings(p).contains(&centre));
    Some(MapUnit {
        code,
        name,
        own_names: mine.len(),
        search: mine.into_iter().chain(related).collect(),
        region: region.name.get(locale).to_owned(),
        code34,
        today: with_kind(&new.name, new.kind, locale),
        merged_with: others.map(|p| said(p)).collect(),
        members: if own.is_none() { members.iter().map(member).collect() } else { Vec::new() },
        seat: if own.is_none() { seat.map_or_else(|| new.centre.clone(), said) } else { String::new() },
        value: now.of(code),
    })
}
