//! A unit through the years: its line in little, and how it changed against the year before.

use super::map::{MapFigure, MapUnit};
use super::map_readings::{self, Reading};
use super::map_state::{Division, tells_change};
use super::map_values::moved;
use super::spark::{self, Runs, Spot};
use crate::data::{Dataset, Measure, Status};
use crate::scene::Scene;
use crate::text::{fill, number};

/// A unit through the years.
#[derive(Clone, Debug)]
pub struct Trail {
    /// "tăng 0,21 điểm so với 2023".
    pub versus: Option<String>,
    /// The line, where there are at least two values; its ends: first and last year, with their values.
    pub line: Option<(Scene, [String; 2])>,
    /// The line in words.
    pub words: String,
}

impl Trail {
    /// Of a unit of a map.
    pub fn of(data: &Dataset, figure: &MapFigure, unit: &MapUnit) -> Option<Self> {
        let indicator = data.indicator(&figure.id).filter(|_| figure.division != Division::Merger)?;
        let locale = figure.locale;
        let t = &locale.messages().map;
        let all: Vec<(i16, Option<Reading>)> = (indicator.years.iter())
            .map(|year| (*year, map_readings::of(data, indicator, unit.code, *year, locale)))
            .collect();
        let at = |year: i16| all.iter().find(|(y, _)| *y == year)?.1.as_ref();
        // Against the year just before, not against whatever came last: a gap is no year.
        let versus = at(figure.year).zip(at(figure.year - 1)).filter(|_| figure.since.is_none());
        let versus = versus.filter(|_| tells_change(indicator)).map(|(now, then)| {
            let up = now.value - then.value;
            let up = if indicator.measure == Measure::Rank { -up } else { up };
            let before = (figure.year - 1).to_string();
            fill(t.versus, &[("change", &moved(indicator, up, locale)), ("year", &before)])
        });
        let mut runs: Runs = vec![Vec::new()];
        for (year, reading) in &all {
            match (reading, runs.last_mut()) {
                (Some(r), Some(run)) => run.push(Spot {
                    at: f64::from(*year),
                    value: r.value,
                    hollow: r.status == Status::Unverified,
                }),
                _ => runs.push(Vec::new()),
            }
        }
        runs.retain(|run| !run.is_empty());
        let said: Vec<(i16, String)> = (all.iter())
            .filter_map(|(year, r)| {
                Some((*year, number::format(r.as_ref()?.value, indicator.decimals, locale)))
            })
            .collect();
        let words: Vec<String> = said.iter().map(|(year, value)| format!("{year}: {value}")).collect();
        let end = |end: Option<&(i16, String)>| end.map(|(year, value)| format!("{year}: {value}"));
        let ends = end(said.first()).zip(end(said.last())).filter(|_| said.len() > 1);
        let inverted = indicator.measure == Measure::Rank;
        let line = ends.map(|(a, b)| (spark::line(&figure.id, &[runs], inverted), [a, b]));
        Some(Self { versus, line, words: words.join(", ") })
    }
}
