//! What a reader has chosen on the map: indicator, year and unit, as in `?chi-so=…&nam=…&tinh=…`.

use crate::data::{Code63, Dataset, Indicator};

/// Shown first where nothing is chosen.
const FIRST: &str = "papi-egov";

/// A choice that fits the dataset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MapState {
    /// Indicator id.
    pub indicator: String,
    /// One of its years.
    pub year: i16,
    /// The pinned unit.
    pub unit: Option<Code63>,
}

impl MapState {
    /// The default view; `None` if the dataset has no map at all.
    pub fn first(data: &Dataset) -> Option<Self> {
        let maps = || data.indicators.iter().filter(|i| i.is_provincial() && !i.years.is_empty());
        let indicator = maps().find(|i| i.id == FIRST).or_else(|| maps().next())?;
        Self::of(indicator)
    }

    fn of(indicator: &Indicator) -> Option<Self> {
        Some(Self { indicator: indicator.id.clone(), year: indicator.latest_map_year()?, unit: None })
    }

    /// Reads `tinh`, `chi-so` and `nam`. What does not fit takes the default, and the flag says that it did.
    pub fn read(
        data: &Dataset,
        unit: Option<&str>,
        indicator: Option<&str>,
        year: Option<&str>,
    ) -> Option<(Self, bool)> {
        let mut state = Self::first(data)?;
        let mut bad = false;
        if let Some(id) = indicator {
            let found = data.indicator(id).filter(|i| i.is_provincial()).and_then(Self::of);
            bad |= found.is_none();
            state = found.unwrap_or(state);
        }
        if let Some(year) = year {
            let found = state.years(data).iter().copied().find(|y| y.to_string() == year);
            bad |= found.is_none();
            state.year = found.unwrap_or(state.year);
        }
        if let Some(code) = unit {
            state.unit = Code63::parse(code).filter(|code| data.province(*code).is_some());
            bad |= state.unit.is_none();
        }
        Some((state, bad))
    }

    /// The years of its indicator.
    pub fn years<'a>(&self, data: &'a Dataset) -> &'a [i16] {
        data.indicator(&self.indicator).map_or(&[], |i| &i.years)
    }

    /// The same year and unit for another indicator, as far as it has them.
    #[must_use]
    pub fn with_indicator(&self, data: &Dataset, id: &str) -> Self {
        let Some(mut next) = data.indicator(id).filter(|i| i.is_provincial()).and_then(Self::of) else {
            return self.clone();
        };
        if next.years(data).contains(&self.year) {
            next.year = self.year;
        }
        next.unit = self.unit;
        next
    }

    /// The parameters of an address; what is default is left out.
    pub fn query(&self, data: &Dataset) -> Vec<(&'static str, String)> {
        let mut pairs = Vec::new();
        let first = Self::first(data);
        if first.is_none_or(|f| f.indicator != self.indicator) {
            pairs.push(("chi-so", self.indicator.clone()));
        }
        if self.years(data).last() != Some(&self.year) {
            pairs.push(("nam", self.year.to_string()));
        }
        pairs.extend(self.unit.map(|code| ("tinh", code.to_string())));
        pairs
    }
}
