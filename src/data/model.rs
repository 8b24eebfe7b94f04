//! The dataset as the rest of the code sees it. Built only by `check`, so nothing in it can be wrong.

use super::code::{Code34, Code63};
use crate::text::{Date, Text};
use std::sync::Arc;

pub use super::kinds::*;

/// Everything the page knows, checked.
#[derive(Debug)]
pub struct Dataset {
    /// Day of the data, shown in the footer.
    pub as_of: Date,
    /// Sources, in the order of their files.
    pub sources: Vec<Arc<Source>>,
    /// Indicators, in the order of their themes.
    pub indicators: Vec<Indicator>,
    /// The 63 units, by code.
    pub provinces: Vec<Province>,
    /// The 34 units, by code.
    pub new_provinces: Vec<NewProvince>,
    /// Regions of the 63.
    pub regions63: Vec<Region>,
    /// Regions of the 34.
    pub regions34: Vec<Region>,
    /// Facts, in file order.
    pub facts: Vec<Fact>,
    /// Topics, in reading order; together they hold every fact once.
    pub topics: Vec<Topic>,
    /// Timeline, ascending.
    pub events: Vec<Event>,
}

/// Where a figure comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Id.
    pub id: String,
    /// Title of the page or report.
    pub title: Text,
    /// Publisher.
    pub publisher: Text,
    /// Address, if one is known.
    pub url: Option<String>,
    /// Publication date, if known.
    pub date: Option<Date>,
    /// Kind.
    pub kind: SourceKind,
    /// Terms of use, in short.
    pub licence: Text,
}

/// A quantity followed over time, for the country or for provinces.
#[derive(Clone, Debug)]
pub struct Indicator {
    /// Id, as in its address.
    pub id: String,
    /// Where it stands in lists.
    pub theme: Theme,
    /// One country or many provinces.
    pub scope: Scope,
    /// Kind of quantity.
    pub measure: Measure,
    /// Short noun phrase.
    pub name: Text,
    /// Words after a number.
    pub unit: Text,
    /// Digits after the decimal mark.
    pub decimals: usize,
    /// Which direction is better.
    pub better: Better,
    /// What it is, who measures it, how often.
    pub definition: Text,
    /// How it is drawn.
    pub figure: FigureKind,
    /// The finding, with holes that the data fill; every national indicator has one.
    pub finding: Option<Text>,
    /// Series, at least one, each with at least one point. Provincial: exactly one.
    pub series: Vec<Series>,
    /// Cautions.
    pub notes: Vec<Text>,
    /// Values that help to read the others ("100 = one each").
    pub references: Vec<Reference>,
    /// Events of the timeline that the chart marks.
    pub annotations: Vec<Annotation>,
    /// Whether its two series are two sources that measure the same and disagree.
    pub rivals: bool,
    /// Years with a map, ascending; empty for national ones.
    pub years: Vec<i16>,
    /// How map classes are made; only for provincial ones.
    pub classes: Option<Classes>,
    /// Terms of use.
    pub licence: Text,
}

/// A value that helps to read the others.
#[derive(Clone, Debug)]
pub struct Reference {
    /// The value, in the indicator's unit.
    pub value: f64,
    /// What it means.
    pub label: Text,
}

/// An event of the timeline, marked in a chart.
#[derive(Clone, Debug)]
pub struct Annotation {
    /// Id of the event.
    pub event: String,
    /// When it was.
    pub date: Date,
    /// What it was, in a few words.
    pub label: Text,
}

/// Observations that may be joined by a line.
#[derive(Clone, Debug)]
pub struct Series {
    /// Kebab-case id.
    pub id: String,
    /// Name in a legend.
    pub name: Text,
    /// National: ascending by date. Provincial: by code, then year.
    pub points: Vec<Point>,
}

/// One observation.
#[derive(Clone, Debug)]
pub struct Point {
    /// Date or year.
    pub date: Date,
    /// What to show instead of the bare date ("9 tháng 2024").
    pub period: Option<Text>,
    /// The province, for provincial indicators.
    pub place: Option<Code63>,
    /// The value, finite.
    pub value: f64,
    /// The range in which the source says the true value lies: low, high.
    pub range: Option<(f64, f64)>,
    /// For ranks: how many were ranked.
    pub out_of: Option<u16>,
    /// Where it comes from.
    pub source: Arc<Source>,
    /// How far it may be trusted.
    pub status: Status,
    /// A note.
    pub note: Option<Text>,
    /// The quotation or table cell it rests on.
    pub evidence: Option<String>,
}

/// One of the 63 units until 30 June 2025.
#[derive(Clone, Debug)]
pub struct Province {
    /// Code among the 63.
    pub code: Code63,
    /// Name.
    pub name: Text,
    /// City or province.
    pub kind: ProvinceKind,
    /// Region slug (of `regions63`).
    pub region: String,
    /// Other spellings, for search.
    pub aliases: Vec<String>,
    /// Longitude and latitude of the label.
    pub label: (f64, f64),
    /// The unit of today.
    pub code34: Code34,
}

/// One of the 34 units since 1 July 2025.
#[derive(Clone, Debug)]
pub struct NewProvince {
    /// Code among the 34.
    pub code: Code34,
    /// Name.
    pub name: Text,
    /// City or province.
    pub kind: ProvinceKind,
    /// Region slug (of `regions34`).
    pub region: String,
    /// The old units it was made of, one or more.
    pub members: Vec<Code63>,
    /// Where the seat is.
    pub centre: String,
    /// Area in km².
    pub area_km2: f64,
    /// Population at the merger.
    pub population: u32,
    /// Source of area and population.
    pub source: Arc<Source>,
}

/// A socio-economic region.
#[derive(Clone, Debug)]
pub struct Region {
    /// Slug.
    pub id: String,
    /// Name.
    pub name: Text,
}

/// A fact with its quotation.
#[derive(Clone, Debug)]
pub struct Fact {
    /// Id.
    pub id: String,
    /// Category.
    pub category: Category,
    /// Name.
    pub label: Text,
    /// What a reader reads.
    pub value: Text,
    /// The bare number with its unit.
    pub number: Option<(f64, Text)>,
    /// Members of a list.
    pub items: Vec<Text>,
    /// The date it holds for.
    pub as_of: Date,
    /// Source.
    pub source: Arc<Source>,
    /// Quotation and translation.
    pub quote: Text,
    /// Caution.
    pub note: Option<Text>,
}

/// A group of facts.
#[derive(Clone, Debug)]
pub struct Topic {
    /// Id.
    pub id: String,
    /// Title.
    pub title: Text,
    /// Lead.
    pub lead: Text,
    /// Fact ids; each exists and belongs to this topic only.
    pub facts: Vec<String>,
}

/// An entry of the timeline.
#[derive(Clone, Debug)]
pub struct Event {
    /// Id.
    pub id: String,
    /// When.
    pub date: Date,
    /// Kind.
    pub kind: EventKind,
    /// Title.
    pub title: Text,
    /// What happened.
    pub text: Text,
    /// Related facts; each exists.
    pub facts: Vec<String>,
    /// Source.
    pub source: Arc<Source>,
}
