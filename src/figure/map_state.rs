//! What a reader has chosen on the map, as in `?don-vi=…&chi-so=…&nam=…&tu=…&tinh=…`.

use crate::data::{Dataset, Indicator, Level, Measure, UnitCode};

/// Shown first where nothing is chosen.
const FIRST: &str = "papi-egov";

/// The parameters of an address that the map reads and writes.
pub const PARAMS: [&str; 6] = ["don-vi", "chi-so", "nam", "tu", "tinh", "lop"];

/// What the view of the merger is called, in addresses and in names of files.
pub const MERGER: &str = "sap-nhap";

/// What `?lop=` calls the marks of the local models.
const MODELS: &str = "mo-hinh";

/// Which units the map draws, and what it tells of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Division {
    /// An indicator by the 63 units until 30 June 2025.
    #[default]
    Old,
    /// An indicator by the 34 units since 1 July 2025.
    New,
    /// Who was merged with whom.
    Merger,
}

impl Division {
    /// Every view, in the order of the choices.
    pub const ALL: [Self; 3] = [Self::Old, Self::New, Self::Merger];

    /// The units it draws.
    pub fn level(self) -> Level {
        if self == Self::Old { Level::Old } else { Level::New }
    }

    /// What `?don-vi=` calls it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Old | Self::New => self.level().word(),
            Self::Merger => MERGER,
        }
    }
}

/// A choice that fits the dataset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MapState {
    /// Which units.
    pub division: Division,
    /// Indicator id.
    pub indicator: String,
    /// One of its years.
    pub year: i16,
    /// An earlier year: the map then shows the change since.
    pub since: Option<i16>,
    /// The pinned unit, of the level that is drawn.
    pub unit: Option<UnitCode>,
    /// Whether the local models of 2024 are marked.
    pub models: bool,
}

/// What an address asks for, word for word.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// `don-vi`.
    pub division: Option<String>,
    /// `chi-so`.
    pub indicator: Option<String>,
    /// `nam`.
    pub year: Option<String>,
    /// `tu`.
    pub since: Option<String>,
    /// `tinh`.
    pub unit: Option<String>,
    /// `lop`.
    pub layer: Option<String>,
}

impl MapState {
    /// The default view; `None` if the dataset has no map at all.
    pub fn first(data: &Dataset) -> Option<Self> {
        let maps = || data.indicators.iter().filter(|i| i.is_provincial() && !i.years.is_empty());
        let indicator = maps().find(|i| i.id == FIRST).or_else(|| maps().next())?;
        Self::of(indicator)
    }

    /// An indicator in a year, by the 63 units, and nothing else.
    pub fn plain(indicator: &str, year: i16) -> Self {
        let (division, indicator) = (Division::Old, indicator.to_owned());
        Self { division, indicator, year, since: None, unit: None, models: false }
    }

    fn of(indicator: &Indicator) -> Option<Self> {
        Some(Self::plain(&indicator.id, indicator.latest_map_year()?))
    }

    /// Reads an address. What does not fit takes the default; the parameters that did not are named.
    pub fn read(data: &Dataset, asked: &Asked) -> Option<(Self, Vec<&'static str>)> {
        let mut state = Self::first(data)?;
        let mut bad = Vec::new();
        if let Some(id) = &asked.indicator {
            match data.indicator(id).filter(|i| i.is_provincial()).and_then(Self::of) {
                Some(found) => state = found,
                None => bad.push("chi-so"),
            }
        }
        if let Some(word) = &asked.division {
            match Division::ALL.into_iter().find(|d| d.word() == word) {
                Some(found) => state.division = found,
                None => bad.push("don-vi"),
            }
        }
        let year_of = |word: &String| state.years(data).iter().copied().find(|y| y.to_string() == *word);
        let (year, since) = (asked.year.as_ref().map(year_of), asked.since.as_ref().map(year_of));
        match year {
            Some(Some(year)) => state.year = year,
            Some(None) => bad.push("nam"),
            None => {}
        }
        if let Some(since) = since {
            state.since = since.filter(|year| state.earlier(data).contains(year));
            if state.since.is_none() {
                bad.push("tu");
            }
        }
        if let Some(word) = &asked.unit {
            state.unit = UnitCode::parse(state.division.level(), word).filter(|code| data.has_unit(*code));
            if state.unit.is_none() {
                bad.push("tinh");
            }
        }
        if let Some(word) = &asked.layer {
            state.models = word == MODELS;
            if !state.models {
                bad.push("lop");
            }
        }
        Some((state, bad))
    }

    /// The years of its indicator.
    pub fn years<'a>(&self, data: &'a Dataset) -> &'a [i16] {
        data.indicator(&self.indicator).map_or(&[], |i| &i.years)
    }

    /// The years from which a change can be told: earlier ones, and not of yes and no.
    pub fn earlier(&self, data: &Dataset) -> Vec<i16> {
        let Some(indicator) = data.indicator(&self.indicator).filter(|i| tells_change(i)) else {
            return Vec::new();
        };
        indicator.years.iter().copied().filter(|year| *year < self.year).collect()
    }

    /// The same year and unit for another indicator, as far as it has them.
    #[must_use]
    pub fn with_indicator(&self, data: &Dataset, id: &str) -> Self {
        let Some(mut next) = data.indicator(id).filter(|i| i.is_provincial()).and_then(Self::of) else {
            return self.clone();
        };
        (next.division, next.unit, next.models) = (self.division, self.unit, self.models);
        let year = if next.years(data).contains(&self.year) { self.year } else { next.year };
        next.since = self.since;
        next.with_year(data, year)
    }

    /// Another year; the year from which a change is told stays if it is still earlier.
    #[must_use]
    pub fn with_year(&self, data: &Dataset, year: i16) -> Self {
        let mut next = Self { year, ..self.clone() };
        next.since = self.since.filter(|since| next.earlier(data).contains(since));
        next
    }

    /// Other units; what was pinned is followed to the unit that stands for it there.
    #[must_use]
    pub fn with_division(&self, data: &Dataset, division: Division) -> Self {
        let unit = self.unit.and_then(|code| data.at_level(code, division.level()));
        Self { division, unit, ..self.clone() }
    }

    /// The parameters of an address; what is default is left out.
    pub fn query(&self, data: &Dataset) -> Vec<(&'static str, String)> {
        let mut pairs = Vec::new();
        if self.division != Division::Old {
            pairs.push(("don-vi", self.division.word().to_owned()));
        }
        let first = Self::first(data);
        if first.is_none_or(|f| f.indicator != self.indicator) {
            pairs.push(("chi-so", self.indicator.clone()));
        }
        if self.years(data).last() != Some(&self.year) {
            pairs.push(("nam", self.year.to_string()));
        }
        pairs.extend(self.since.map(|year| ("tu", year.to_string())));
        pairs.extend(self.unit.map(|code| ("tinh", code.to_string())));
        if self.models {
            pairs.push(("lop", MODELS.to_owned()));
        }
        pairs
    }
}

/// Whether the difference of two years says anything: yes and no have none.
pub fn tells_change(indicator: &Indicator) -> bool {
    indicator.measure != Measure::Flag && indicator.years.len() > 1
}
