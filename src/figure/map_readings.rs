//! The values that a map shows, unit by unit: as measured, summed for today's units where that is lawful, or the
//! change between two years.
//!
//! This is the only place that makes one number of several. Numbers of people may be added up, and a density follows
//! from people and area. Scores, ranks, shares, money a head, yes and no are never added and never averaged: a unit of
//! today has none, and its old units keep theirs.

use super::map_state::Division;
use super::map_values::{rounded, unit_name};
use super::map_words::short_unit;
use crate::data::{Code63, Dataset, Indicator, Level, Measure, NewProvince, Source, Status, UnitCode};
use crate::text::{Locale, fill, number};
use std::sync::Arc;

/// What a map tells of its units.
#[derive(Clone, Copy, Debug)]
pub(super) enum Showing<'a> {
    /// An indicator in a year.
    Value(&'a Indicator),
    /// How it changed.
    Change(&'a Indicator),
    /// Of how many old units each was made.
    Merger,
}

/// A value before it is put into words.
#[derive(Clone, Debug)]
pub(super) struct Reading {
    pub(super) code: UnitCode,
    pub(super) value: f64,
    /// For ranks: how many were ranked.
    pub(super) out_of: Option<u16>,
    pub(super) status: Status,
    pub(super) note: Option<String>,
    pub(super) source: Arc<Source>,
}

/// How the value of a unit of today follows from its old units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// What is counted in the old units is added up.
    Sum,
    /// The people of the old units, added up, to the published area.
    Density,
}

impl Rule {
    /// The rule for an indicator; none where nothing lawful exists.
    pub fn of(indicator: &Indicator) -> Option<Self> {
        match indicator.measure {
            Measure::Count => Some(Self::Sum),
            Measure::Rate if indicator.id == "density" => Some(Self::Density),
            Measure::Rank
            | Measure::Share
            | Measure::Rate
            | Measure::Money
            | Measure::Score
            | Measure::Flag => None,
        }
    }
}

/// The values of an indicator in a year, by code.
pub(super) fn in_year(
    data: &Dataset,
    indicator: &Indicator,
    level: Level,
    year: i16,
    locale: Locale,
) -> Vec<Reading> {
    let own = measured(indicator, year, locale, &|_| true);
    match level {
        Level::Old => own,
        Level::New => {
            let Some((rule, summed)) = sums(data, indicator) else { return Vec::new() };
            let parts = measured(summed, year, locale, &|_| true);
            let one = |new: &NewProvince| follow(data, new, rule, &own, &parts, summed, locale);
            data.new_provinces.iter().filter_map(one).collect()
        }
    }
}

/// The value of one unit in a year.
pub(super) fn of(
    data: &Dataset,
    indicator: &Indicator,
    code: UnitCode,
    year: i16,
    locale: Locale,
) -> Option<Reading> {
    match code {
        UnitCode::Old(code) => measured(indicator, year, locale, &|c| c == code).pop(),
        UnitCode::New(code) => {
            let (rule, summed) = sums(data, indicator)?;
            let new = data.new_province(code)?;
            let inside = |c: Code63| new.members.contains(&c);
            let own = measured(indicator, year, locale, &inside);
            let parts = measured(summed, year, locale, &inside);
            follow(data, new, rule, &own, &parts, summed, locale)
        }
    }
}

/// The rule for an indicator, and what is added up: itself, or the people that a density counts.
fn sums<'a>(data: &'a Dataset, indicator: &'a Indicator) -> Option<(Rule, &'a Indicator)> {
    match Rule::of(indicator)? {
        Rule::Sum => Some((Rule::Sum, indicator)),
        Rule::Density => Some((Rule::Density, data.indicator("population")?)),
    }
}

fn measured(
    indicator: &Indicator,
    year: i16,
    locale: Locale,
    wanted: &dyn Fn(Code63) -> bool,
) -> Vec<Reading> {
    let points = indicator.in_year(year).filter(|p| p.value.is_finite());
    points
        .filter_map(|p| {
            Some(Reading {
                code: p.place.filter(|c| wanted(*c))?.into(),
                value: p.value,
                out_of: p.out_of,
                status: p.status,
                note: p.note.as_ref().map(|n| n.get(locale).to_owned()),
                source: p.source.clone(),
            })
        })
        .collect()
}

/// The value of a unit of today; none unless every one of its old units has one.
fn follow(
    data: &Dataset,
    new: &NewProvince,
    rule: Rule,
    own: &[Reading],
    parts: &[Reading],
    summed: &Indicator,
    locale: Locale,
) -> Option<Reading> {
    let of = |list: &[Reading]| -> Option<Vec<Reading>> {
        let one = |code| list.iter().find(|r| r.code == UnitCode::Old(code)).cloned();
        new.members.iter().copied().map(one).collect()
    };
    if let [_] = new.members.as_slice() {
        // The same unit under the same borders keeps what was measured.
        let mut only = of(own)?.pop()?;
        only.code = new.code.into();
        return Some(only);
    }
    let t = &locale.messages().map;
    let parts = of(parts)?;
    let total: f64 = parts.iter().map(|r| r.value).sum();
    let said = new.members.iter().zip(&parts).filter_map(|(code, part)| {
        let p = data.province(*code)?;
        let value = number::format(part.value, summed.decimals, locale);
        Some(fill(t.unit_value, &[("name", &unit_name(&p.name, p.kind, locale)), ("value", &value)]))
    });
    let said = said.collect::<Vec<_>>().join("; ");
    let unit = short_unit(summed.unit.get(locale));
    let (value, note) = match rule {
        Rule::Sum => (total, fill(t.sum_of, &[("parts", &said), ("unit", unit)])),
        Rule::Density => {
            let area = number::short(new.area_km2, 1, locale);
            // People are counted in thousands.
            (
                total * 1000.0 / new.area_km2,
                fill(t.density_of, &[("parts", &said), ("unit", unit), ("area", &area)]),
            )
        }
    };
    let source = parts.first()?.source.clone();
    let doubtful = parts.iter().any(|r| r.status == Status::Unverified);
    let status = if doubtful { Status::Unverified } else { Status::Derived };
    value.is_finite().then_some(Reading {
        code: new.code.into(),
        value,
        out_of: None,
        status,
        note: Some(note),
        source,
    })
}

/// How much each unit that has both years changed. Of ranks, how many places it went up: fewer is better.
pub(super) fn change(
    indicator: &Indicator,
    before: &[Reading],
    now: Vec<Reading>,
    locale: Locale,
) -> Vec<Reading> {
    let one = |now: Reading| {
        let then = before.iter().find(|r| r.code == now.code)?;
        let [a, b] = [then.value, now.value].map(|v| rounded(v, indicator.decimals));
        let value = if indicator.measure == Measure::Rank { a - b } else { b - a };
        let said = |v: f64| number::format(v, indicator.decimals, locale);
        let note = fill(locale.messages().map.change_from, &[("from", &said(a)), ("to", &said(b))]);
        Some(Reading {
            value: rounded(value, indicator.decimals),
            status: worse(then.status, now.status),
            note: Some(note),
            ..now
        })
    };
    now.into_iter().filter_map(one).collect()
}

fn worse(a: Status, b: Status) -> Status {
    let place = |s: &Status| Status::ALL.iter().position(|one| one == s);
    if place(&a) > place(&b) { a } else { b }
}

/// Of how many old units each of today's was made.
pub(super) fn merger(data: &Dataset, locale: Locale) -> Vec<Reading> {
    let named = |new: &NewProvince| {
        let old = new.members.iter().filter_map(|c| data.province(*c));
        let old: Vec<String> = old.map(|p| unit_name(&p.name, p.kind, locale)).collect();
        (old.len() > 1).then(|| old.join(", "))
    };
    let one = |new: &NewProvince| Reading {
        code: new.code.into(),
        value: new.members.len() as f64,
        out_of: None,
        status: Status::Verified,
        note: named(new),
        source: new.source.clone(),
    };
    data.new_provinces.iter().map(one).collect()
}

impl<'a> Showing<'a> {
    /// What a choice shows.
    pub(super) fn of(indicator: &'a Indicator, division: Division, since: Option<i16>) -> Self {
        match (division, since) {
            (Division::Merger, _) => Self::Merger,
            (_, Some(_)) => Self::Change(indicator),
            (_, None) => Self::Value(indicator),
        }
    }
}
