//! Questions to a dataset: by id, by province, by year.

use super::code::{Code34, Code63, Level, UnitCode};
use super::model::{Dataset, Fact, Indicator, NewProvince, Point, Province, Region, Scope, Series};

impl Dataset {
    /// An indicator by id.
    pub fn indicator(&self, id: &str) -> Option<&Indicator> {
        self.indicators.iter().find(|i| i.id == id)
    }

    /// A fact by id.
    pub fn fact(&self, id: &str) -> Option<&Fact> {
        self.facts.iter().find(|f| f.id == id)
    }

    /// A unit of the 63.
    pub fn province(&self, code: Code63) -> Option<&Province> {
        self.provinces.iter().find(|p| p.code == code)
    }

    /// A unit of the 34.
    pub fn new_province(&self, code: Code34) -> Option<&NewProvince> {
        self.new_provinces.iter().find(|p| p.code == code)
    }

    /// Whether there is such a unit.
    pub fn has_unit(&self, code: UnitCode) -> bool {
        match code {
            UnitCode::Old(code) => self.province(code).is_some(),
            UnitCode::New(code) => self.new_province(code).is_some(),
        }
    }

    /// The unit that stands for this one at a level: of today's units the one it belongs to; of the old ones the
    /// one that gave today's its name, or else the first.
    pub fn at_level(&self, code: UnitCode, level: Level) -> Option<UnitCode> {
        match (code, level) {
            (UnitCode::Old(code), Level::New) => self.province(code).map(|p| p.code34.into()),
            (UnitCode::New(code), Level::Old) => {
                let new = self.new_province(code)?;
                let heir =
                    new.members.iter().find(|c| self.province(**c).is_some_and(|p| p.name == new.name));
                heir.or(new.members.first()).copied().map(UnitCode::Old)
            }
            _ => self.has_unit(code).then_some(code),
        }
    }

    /// The region of one of the 63.
    pub fn region63(&self, id: &str) -> Option<&Region> {
        self.regions63.iter().find(|r| r.id == id)
    }

    /// The region of one of the 34.
    pub fn region34(&self, id: &str) -> Option<&Region> {
        self.regions34.iter().find(|r| r.id == id)
    }
}

impl Indicator {
    /// Whether it is about the 63 provinces.
    pub fn is_provincial(&self) -> bool {
        self.scope == Scope::Provincial
    }

    /// A series by id.
    pub fn find_series(&self, id: &str) -> Option<&Series> {
        self.series.iter().find(|s| s.id == id)
    }

    /// The latest year with a map, if it is provincial.
    pub fn latest_map_year(&self) -> Option<i16> {
        self.years.last().copied()
    }

    /// All points of a year, one a province, by code.
    pub fn in_year(&self, year: i16) -> impl Iterator<Item = &Point> {
        self.series.iter().flat_map(|s| &s.points).filter(move |p| p.date.year() == year)
    }

    /// The point of a province in a year.
    pub fn at(&self, place: Code63, year: i16) -> Option<&Point> {
        self.in_year(year).find(|p| p.place == Some(place))
    }

    /// All points of a province, ascending.
    pub fn of(&self, place: Code63) -> impl Iterator<Item = &Point> {
        self.series.iter().flat_map(|s| &s.points).filter(move |p| p.place == Some(place))
    }
}
