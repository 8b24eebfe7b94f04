//! What a reader has chosen to see of an indicator, as in `?the=…&xem=…&nam=…&tinh=…&chuoi=…&vung=…&xep=…&thang=…`.
//!
//! An address can hold anything; [`View::read`] gives a view that fits the indicator in any case, and says which
//! parameters it could not use.

use super::kind::Kind;
use crate::data::{Code63, Dataset, Indicator, Measure, ProvinceKind};

/// The most provinces that can be chosen at once: there are as many tones.
pub const MOST_UNITS: usize = 8;

/// A tab of an indicator's page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tab {
    /// The picture.
    Chart,
    /// The map; only provincial indicators have one.
    Map,
    /// Every number.
    Table,
    /// Where the numbers come from and how to quote them.
    Source,
}

impl Tab {
    /// Every tab, in order.
    pub const ALL: [Self; 4] = [Self::Chart, Self::Map, Self::Table, Self::Source];

    /// Its word in an address.
    pub fn word(self) -> &'static str {
        match self {
            Self::Chart => "bieu-do",
            Self::Map => "ban-do",
            Self::Table => "bang",
            Self::Source => "nguon",
        }
    }

    /// The tabs of an indicator.
    pub fn of(indicator: &Indicator) -> Vec<Self> {
        Self::ALL.into_iter().filter(|tab| *tab != Self::Map || indicator.is_provincial()).collect()
    }
}

/// The order of provinces.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Order {
    /// Best or largest first.
    Value,
    /// By the alphabet.
    Name,
    /// By region, inside it by value.
    Region,
}

impl Order {
    /// Every order.
    pub const ALL: [Self; 3] = [Self::Value, Self::Name, Self::Region];

    /// Its word in an address.
    pub fn word(self) -> &'static str {
        match self {
            Self::Value => "gia-tri",
            Self::Name => "ten",
            Self::Region => "vung",
        }
    }
}

/// A view that fits its indicator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    /// The tab.
    pub tab: Tab,
    /// The kind of picture.
    pub kind: Kind,
    /// First and last year. Pictures of one year (dots) show the last.
    pub years: (i16, i16),
    /// The series that stands out, by id.
    pub focus: Option<String>,
    /// The chosen provinces; the first is the reader's own.
    pub units: Vec<Code63>,
    /// Only the provinces of this region.
    pub region: Option<String>,
    /// The order of provinces.
    pub order: Order,
    /// Whether the value axis is logarithmic.
    pub log: bool,
}

/// Names of the parameters.
pub const PARAMETERS: [&str; 8] = ["the", "xem", "nam", "chuoi", "tinh", "vung", "xep", "thang"];

impl View {
    /// The author's view.
    pub fn first(indicator: &Indicator) -> Self {
        let kind = Kind::offered(indicator).first().copied().unwrap_or(Kind::Line);
        Self {
            tab: Tab::Chart,
            kind,
            years: span(indicator),
            focus: None,
            units: Vec::new(),
            region: None,
            order: Order::Value,
            log: false,
        }
    }

    /// Reads parameters; gives the names of those that made no sense (their default is taken).
    pub fn read<'a>(
        data: &Dataset,
        indicator: &Indicator,
        ask: impl Fn(&'static str) -> Option<&'a str>,
    ) -> (Self, Vec<&'static str>) {
        let mut view = Self::first(indicator);
        let mut bad = Vec::new();
        let mut note = |name: &'static str, fits: bool| {
            if !fits {
                bad.push(name);
            }
        };
        if let Some(word) = ask("the") {
            let found = Tab::of(indicator).into_iter().find(|tab| tab.word() == word);
            note("the", found.is_some());
            view.tab = found.unwrap_or(view.tab);
        }
        if let Some(word) = ask("xem") {
            let found = Kind::parse(word).filter(|kind| Kind::offered(indicator).contains(kind));
            note("xem", found.is_some());
            view.kind = found.unwrap_or(view.kind);
        }
        if let Some(text) = ask("nam") {
            let found = years(text).filter(|range| fits(indicator, *range));
            note("nam", found.is_some());
            view.years = found.unwrap_or(view.years);
        }
        if let Some(id) = ask("chuoi") {
            let found = !indicator.is_provincial() && indicator.find_series(id).is_some();
            note("chuoi", found);
            view.focus = found.then(|| id.to_owned());
        }
        if let Some(text) = ask("tinh") {
            let (units, sound) = units(data, text);
            note("tinh", sound);
            view.units = units;
        }
        if let Some(id) = ask("vung") {
            let found = indicator.is_provincial() && data.region63(id).is_some();
            note("vung", found);
            view.region = found.then(|| id.to_owned());
        }
        if let Some(word) = ask("xep") {
            let found =
                Order::ALL.into_iter().find(|o| o.word() == word).filter(|_| indicator.is_provincial());
            note("xep", found.is_some());
            view.order = found.unwrap_or(view.order);
        }
        if let Some(word) = ask("thang") {
            let found = word == "log" && offers_log(indicator);
            note("thang", found || word == "deu");
            view.log = found;
        }
        (view, bad)
    }

    /// The parameters of an address: every name, with an empty value where the view is the author's.
    pub fn query(&self, indicator: &Indicator) -> Vec<(&'static str, String)> {
        let first = Self::first(indicator);
        let say = |differs: bool, value: &dyn Fn() -> String| if differs { value() } else { String::new() };
        let (from, to) = self.years;
        let units: Vec<String> = self.units.iter().map(ToString::to_string).collect();
        vec![
            ("the", say(self.tab != first.tab, &|| self.tab.word().into())),
            ("xem", say(self.kind != first.kind, &|| self.kind.word().into())),
            (
                "nam",
                say(self.years != first.years, &|| {
                    if from == to { to.to_string() } else { format!("{from}-{to}") }
                }),
            ),
            ("chuoi", self.focus.clone().unwrap_or_default()),
            ("tinh", units.join(",")),
            ("vung", self.region.clone().unwrap_or_default()),
            ("xep", say(self.order != first.order, &|| self.order.word().into())),
            ("thang", say(self.log, &|| "log".into())),
        ]
    }

    /// The reader's own province.
    pub fn mine(&self) -> Option<Code63> {
        self.units.first().copied()
    }

    /// Whether anything but tab and own province differs from the author's view.
    pub fn is_changed(&self, indicator: &Indicator) -> bool {
        let first = Self::first(indicator);
        Self { tab: first.tab, ..self.clone() } != first
    }

    /// The provinces that a picture of few shows: the chosen ones, else the cities under the central government.
    pub fn shown_units(&self, data: &Dataset) -> Vec<Code63> {
        if !self.units.is_empty() {
            return self.units.clone();
        }
        let cities = data.provinces.iter().filter(|p| p.kind == ProvinceKind::City);
        cities.map(|p| p.code).take(MOST_UNITS).collect()
    }
}

/// First and last year with a value.
pub fn span(indicator: &Indicator) -> (i16, i16) {
    if let [first, .., last] | [first @ last] = indicator.years.as_slice() {
        return (*first, *last);
    }
    let years = || indicator.series.iter().flat_map(|s| &s.points).map(|p| p.date.year());
    (years().min().unwrap_or_default(), years().max().unwrap_or_default())
}

/// The years that have a value, ascending, each once.
pub fn years_with_values(indicator: &Indicator) -> Vec<i16> {
    let (first, last) = span(indicator);
    let has = |year: &i16| indicator.series.iter().flat_map(|s| &s.points).any(|p| p.date.year() == *year);
    (first..=last).filter(has).collect()
}

/// A logarithmic axis makes sense for amounts that differ by more than a factor of eight.
pub fn offers_log(indicator: &Indicator) -> bool {
    let amount = matches!(indicator.measure, Measure::Count | Measure::Rate | Measure::Money);
    let values = || indicator.series.iter().flat_map(|s| &s.points).map(|p| p.value);
    let (low, high) = (values().fold(f64::INFINITY, f64::min), values().fold(0.0, f64::max));
    amount && low > 0.0 && high / low >= 8.0
}

/// `2024` or `2020-2024`.
pub(super) fn years(text: &str) -> Option<(i16, i16)> {
    let year = |text: &str| {
        let four = text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
        four.then(|| text.parse::<i16>().ok()).flatten()
    };
    match text.split_once('-') {
        None => year(text).map(|y| (y, y)),
        Some((from, to)) => Some((year(from)?, year(to)?)).filter(|(from, to)| from <= to),
    }
}

/// A range is of use if it holds a value; for provinces both ends must have a map.
fn fits(indicator: &Indicator, (from, to): (i16, i16)) -> bool {
    if indicator.is_provincial() {
        return indicator.years.contains(&from) && indicator.years.contains(&to);
    }
    let (first, last) = span(indicator);
    first <= from && to <= last && years_with_values(indicator).iter().any(|y| (from..=to).contains(y))
}

/// `48,01`: known codes, each once, at most [`MOST_UNITS`]; and whether all of it was understood.
fn units(data: &Dataset, text: &str) -> (Vec<Code63>, bool) {
    let mut out: Vec<Code63> = Vec::new();
    let mut sound = text.len() <= 3 * MOST_UNITS;
    for word in text.split(',').take(MOST_UNITS) {
        match Code63::parse(word).filter(|code| data.province(*code).is_some() && !out.contains(code)) {
            Some(code) => out.push(code),
            None => sound = false,
        }
    }
    (out, sound)
}
