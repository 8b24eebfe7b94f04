//! What a reader has put side by side, as in `?tinh=01,79&chi-so=papi-egov&nam=2020-2024`.
//!
//! An address can hold anything; [`Comparison::read`] gives a comparison that the dataset has in any case, and says
//! which parameters it could not use.

use super::kind::Kind;
use super::view::{years, years_with_values};
use super::{Chart, compare_chart};
use crate::data::{Code63, Dataset, Indicator, Source};
use crate::text::Locale;
use std::sync::Arc;

/// The most provinces, and the most indicators.
pub const MOST: usize = 4;
/// Shown where no indicator is chosen.
const FIRST: &str = "papi-egov";
/// Beside it, where several indicators of provinces are compared.
const BESIDE: &str = "papi-internet";
/// Shown where indicators of the country are compared and none is chosen.
const COUNTRY: [&str; 2] = ["egdi-rank", "gii-rank"];
/// A large city of each part of the country: shown where no province is chosen.
const CITIES: [&str; 4] = ["01", "79", "48", "92"];

/// What is set against what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Provinces, in one indicator.
    Provinces,
    /// Indicators of one province, or of a few.
    Local,
    /// Indicators of the country.
    Country,
}

impl Mode {
    /// Every mode.
    pub const ALL: [Self; 3] = [Self::Provinces, Self::Local, Self::Country];
}

/// A comparison that the dataset has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The chosen provinces; the first is the reader's own.
    pub units: Vec<Code63>,
    /// Indicator ids, all of the country or all of provinces: one in [`Mode::Provinces`], else two to four.
    pub indicators: Vec<String>,
    /// First and last year, if not all.
    pub years: Option<(i16, i16)>,
}

/// Where the numbers of an indicator come from.
#[derive(Clone, Debug)]
pub struct Origin {
    /// Indicator id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The sources of what is shown of it, each once.
    pub sources: Vec<Arc<Source>>,
    /// The latest date of it.
    pub latest: String,
    /// Cautions.
    pub notes: Vec<String>,
}

impl Comparison {
    /// The comparison of an address without parameters.
    pub fn first() -> Self {
        Self { units: Vec::new(), indicators: vec![FIRST.into()], years: None }
    }

    /// Reads `tinh`, `chi-so` and `nam`; gives the names of those that made no sense.
    pub fn read<'a>(
        data: &Dataset,
        ask: impl Fn(&'static str) -> Option<&'a str>,
    ) -> (Self, Vec<&'static str>) {
        let mut out = Self::first();
        let mut bad = Vec::new();
        if let Some(text) = ask("tinh") {
            let known = |code: &Code63| data.province(*code).is_some();
            let (units, sound) = list(text, |word| Code63::parse(word).filter(known));
            out.units = units;
            if !sound {
                bad.push("tinh");
            }
        }
        if let Some(text) = ask("chi-so") {
            let (ids, mut sound) = list(text, |word| data.indicator(word).map(|i| i.id.clone()));
            // The first says whether provinces or the country are meant.
            let about = |id: &String| data.indicator(id).is_some_and(Indicator::is_provincial);
            let provincial = ids.first().is_none_or(about);
            let same: Vec<String> = ids.iter().filter(|id| about(id) == provincial).cloned().collect();
            sound &= same.len() == ids.len();
            if !same.is_empty() {
                out.indicators = same;
            }
            out.complete(data);
            if !sound {
                bad.push("chi-so");
            }
        }
        if let Some(text) = ask("nam") {
            out.years =
                years(text).filter(|(from, to)| out.known_years(data).iter().any(|y| from <= y && y <= to));
            if out.years.is_none() {
                bad.push("nam");
            }
        }
        out.tidy(data);
        (out, bad)
    }

    /// One indicator of the country is compared with another of its theme.
    fn complete(&mut self, data: &Dataset) {
        let [only] = self.indicators.as_slice() else { return };
        let Some(indicator) = data.indicator(only).filter(|i| !i.is_provincial()) else { return };
        let others = || data.indicators.iter().filter(|i| !i.is_provincial() && i.id != indicator.id);
        let alike = others().find(|i| i.theme == indicator.theme && i.measure == indicator.measure);
        let other =
            alike.or_else(|| others().find(|i| i.theme == indicator.theme)).or_else(|| others().next());
        let other = other.map(|i| i.id.clone());
        self.indicators.extend(other);
    }

    /// All years are no choice of years.
    fn tidy(&mut self, data: &Dataset) {
        let known = self.known_years(data);
        let all = known.first().copied().zip(known.last().copied());
        if let (Some((from, to)), Some((first, last))) = (self.years, all)
            && from <= first
            && to >= last
        {
            self.years = None;
        }
    }

    /// The parameters of an address: every name, with an empty value where it is the default.
    pub fn query(&self) -> Vec<(&'static str, String)> {
        let units: Vec<String> = self.units.iter().map(ToString::to_string).collect();
        let first = self.indicators == Self::first().indicators;
        let years =
            self.years.map(|(from, to)| if from == to { from.to_string() } else { format!("{from}-{to}") });
        vec![
            ("tinh", units.join(",")),
            ("chi-so", if first { String::new() } else { self.indicators.join(",") }),
            ("nam", years.unwrap_or_default()),
        ]
    }

    /// What is set against what.
    pub fn mode(&self, data: &Dataset) -> Mode {
        match self.of(data).next() {
            Some(first) if !first.is_provincial() => Mode::Country,
            _ if self.indicators.len() > 1 => Mode::Local,
            _ => Mode::Provinces,
        }
    }

    /// The indicators.
    pub fn of<'a>(&'a self, data: &'a Dataset) -> impl Iterator<Item = &'a Indicator> {
        self.indicators.iter().filter_map(|id| data.indicator(id))
    }

    /// The years in which any of the indicators has a value, ascending.
    pub fn known_years(&self, data: &Dataset) -> Vec<i16> {
        let of = |i: &Indicator| if i.is_provincial() { i.years.clone() } else { years_with_values(i) };
        let mut all: Vec<i16> = self.of(data).flat_map(of).collect();
        crate::text::sort::by(&mut all, Ord::cmp);
        all.dedup();
        all
    }

    /// First and last year that is shown.
    pub fn shown_years(&self, data: &Dataset) -> (i16, i16) {
        self.years.unwrap_or_else(|| {
            let known = self.known_years(data);
            known.first().copied().zip(known.last().copied()).unwrap_or_default()
        })
    }

    /// The provinces that are shown: the chosen ones. Without any, large cities; a single one stands beside the two
    /// largest cities, because nothing compares with itself.
    pub fn shown_units(&self, data: &Dataset) -> Vec<Code63> {
        let cities = || CITIES.into_iter().filter_map(Code63::parse).filter(|c| data.province(*c).is_some());
        match (self.mode(data), self.units.as_slice()) {
            (Mode::Country, _) => Vec::new(),
            (Mode::Local, []) => cities().take(1).collect(),
            (Mode::Provinces, []) => cities().collect(),
            (Mode::Provinces, [own]) => {
                let others = cities().filter(|c| c != own).take(2);
                std::iter::once(*own).chain(others).collect()
            }
            (_, units) => units.to_vec(),
        }
    }

    /// The same reader, another kind of comparison.
    #[must_use]
    pub fn in_mode(&self, data: &Dataset, mode: Mode) -> Self {
        if mode == self.mode(data) {
            return self.clone();
        }
        let local = self.of(data).find(|i| i.is_provincial()).map_or(FIRST, |i| i.id.as_str());
        let indicators = match mode {
            Mode::Provinces => vec![local],
            Mode::Local => vec![local, if local == BESIDE { FIRST } else { BESIDE }],
            Mode::Country => COUNTRY.to_vec(),
        };
        let known = indicators.into_iter().filter(|id| data.indicator(id).is_some());
        Self { units: self.units.clone(), indicators: known.map(str::to_owned).collect(), years: None }
    }

    /// The same with another indicator in a place; an empty one leaves the place free.
    #[must_use]
    pub fn with_indicator(&self, data: &Dataset, place: usize, id: &str) -> Self {
        let mut out = self.clone();
        out.indicators.retain(|other| other != id || id.is_empty());
        if id.is_empty() {
            if place < out.indicators.len() {
                out.indicators.remove(place);
            }
        } else if let Some(old) = out.indicators.get_mut(place) {
            id.clone_into(old);
        } else {
            out.indicators.push(id.to_owned());
        }
        out.indicators.truncate(MOST);
        // Years that the new one does not have are no choice any more.
        let known = out.known_years(data);
        out.years = out.years.filter(|(from, to)| known.iter().any(|y| from <= y && y <= to));
        out.tidy(data);
        out
    }

    /// The same with other years.
    #[must_use]
    pub fn with_years(&self, data: &Dataset, from: i16, to: i16) -> Self {
        let mut out = self.clone();
        out.years = Some((from.min(to), from.max(to)));
        out.tidy(data);
        out
    }

    /// The picture, with its finding; none if the dataset has no indicator to show.
    pub fn chart(&self, data: &Dataset, locale: Locale) -> Option<Chart> {
        compare_chart::chart(self, data, locale)
    }

    /// Sources, dates and cautions of each indicator in a chart of this comparison.
    pub fn origins(&self, data: &Dataset, chart: &Chart) -> Vec<Origin> {
        let one = |indicator: &Indicator| {
            let id = indicator.id.clone();
            let name = indicator.name.get(chart.locale).to_owned();
            let parts: Vec<&Chart> = if chart.kind == Kind::Dots {
                vec![chart]
            } else {
                chart.panels.iter().filter(|p| p.id == id).collect()
            };
            let mut sources: Vec<Arc<Source>> = Vec::new();
            for source in parts.iter().flat_map(|p| &p.sources) {
                if !sources.iter().any(|s| s.id == source.id) {
                    sources.push(source.clone());
                }
            }
            let data = || parts.iter().flat_map(|p| &p.series).flat_map(|s| &s.data);
            let newest = data().max_by_key(|d| d.date);
            let latest = newest.map(|d| {
                if d.when.is_empty() || chart.kind == Kind::Dots {
                    d.date.format(chart.locale)
                } else {
                    d.when.clone()
                }
            });
            let notes = indicator.notes.iter().map(|n| n.get(chart.locale).to_owned()).collect();
            Origin { id, name, sources, latest: latest.unwrap_or_default(), notes }
        };
        self.of(data).map(one).collect()
    }
}

/// `a,b,c`: what each word means, each once, at most [`MOST`]; and whether all of it was understood.
fn list<T: PartialEq>(text: &str, read: impl Fn(&str) -> Option<T>) -> (Vec<T>, bool) {
    let mut out: Vec<T> = Vec::new();
    let mut sound = text.len() <= 200;
    for (i, word) in text.split(',').enumerate().take(MOST + 1) {
        match read(word).filter(|found| i < MOST && !out.contains(found)) {
            Some(found) => out.push(found),
            None => sound = false,
        }
    }
    (out, sound)
}

#[cfg(test)]
mod tests;
