//! What the files look like: the authored JSON, and the bundle that the browser fetches.
//!
//! Shapes only, nothing is believed yet; unknown fields are refused, so that a misspelt name is found.

use super::code::{Code34, Code63};
use super::model::{
    Better, Category, Classes, EventKind, FigureKind, Measure, ProvinceKind, Scope, SourceKind, Status, Theme,
};
use crate::text::{Date, Text};
use serde::{Deserialize, Serialize};

/// Version of the bundle's shape; a browser that finds another one says so instead of guessing.
pub const VERSION: u32 = 1;

/// The bundle: everything a page needs besides geometry and quiz.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawDataset {
    /// [`VERSION`] when it was made.
    pub version: u32,
    /// Day of the data.
    pub as_of: Date,
    /// Every source.
    pub sources: Vec<RawSource>,
    /// Every indicator with its rows.
    pub indicators: Vec<RawIndicator>,
    /// The 63 units and the unit of today each belongs to.
    pub provinces: Vec<RawProvince>,
    /// Names of the regions.
    pub regions: RegionsFile,
    /// Every fact.
    pub facts: Vec<RawFact>,
    /// The topics that order the facts.
    pub topics: Vec<RawTopic>,
    /// The timeline.
    pub events: Vec<RawEvent>,
}

/// `sources/*.json`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourcesFile {
    /// The sources of this file.
    pub sources: Vec<RawSource>,
}

/// One source.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawSource {
    /// Unique over all source files.
    pub id: String,
    /// Title of the page or report.
    pub title: Text,
    /// Who published it.
    pub publisher: Text,
    /// Its address; none when only a site root is known.
    pub url: Option<String>,
    /// When it was published, if known.
    pub date: Option<Date>,
    /// What kind of source.
    pub kind: SourceKind,
    /// Terms of use, in short.
    pub licence: Text,
    /// The file it stands in; known only where files are read.
    #[serde(skip)]
    pub file: String,
}

/// An indicator: its JSON file and the rows of its CSV.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawIndicator {
    /// `indicators/<id>.json`.
    pub meta: IndicatorFile,
    /// `indicators/<id>.csv`.
    pub rows: Vec<RawRow>,
}

/// `indicators/<id>.json`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IndicatorFile {
    /// The id, as in its address.
    pub id: String,
    /// Where it stands in lists.
    pub theme: Theme,
    /// One country or many provinces.
    pub scope: Scope,
    /// What kind of quantity.
    pub measure: Measure,
    /// A short noun phrase.
    pub name: Text,
    /// The words after a number.
    pub unit: Text,
    /// Digits after the decimal mark.
    pub decimals: u8,
    /// Which direction is better.
    pub better: Better,
    /// What it is, who measures it and how often.
    pub definition: Text,
    /// How it is drawn.
    pub figure: FigureKind,
    /// The finding, as a sentence with holes that the data fill (`figure::finding::HOLES`); national only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finding: Option<Text>,
    /// Its series, in drawing order.
    pub series: Vec<RawSeries>,
    /// Cautions.
    pub notes: Vec<Text>,
    /// Values that help to read the others.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub references: Vec<RawReference>,
    /// Events of the timeline that the chart marks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub annotations: Vec<RawAnnotation>,
    /// Whether its two series are two sources that measure the same and disagree.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub rivals: bool,
    /// Provincial: years with a map.
    pub years: Option<Vec<i16>>,
    /// Provincial: how classes are made.
    pub classes: Option<Classes>,
    /// Terms of use, in short.
    pub licence: Text,
}

/// A value that helps to read the others.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawReference {
    /// The value, in the indicator's unit.
    pub value: f64,
    /// What it means, in a few words.
    pub label: Text,
}

/// An event of the timeline, marked in a chart.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawAnnotation {
    /// Id of an event in `timeline.json`, which gives the date.
    pub event: String,
    /// What to write at the line, in a few words.
    pub label: Text,
}

/// Name of a series.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawSeries {
    /// Kebab-case id.
    pub id: String,
    /// Name in a legend.
    pub name: Text,
}

/// One row of an indicator. Field names are short because the bundle holds thousands of rows.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawRow {
    /// Series id (national) or two-digit code of the 63 space (provincial).
    pub k: String,
    /// Date: a year, month or day.
    pub t: String,
    /// Value.
    pub v: f64,
    /// The range in which the source says the true value lies: low, high.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub r: Option<(f64, f64)>,
    /// Source id.
    pub s: String,
    /// Status; verified where it is left out.
    #[serde(default, skip_serializing_if = "Status::is_verified")]
    pub q: Status,
    /// For ranks: how many were ranked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub o: Option<u16>,
    /// What the reader sees instead of the bare date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub p: Option<Text>,
    /// A note.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub n: Option<Text>,
    /// The quotation or table cell it rests on; left out of the bundle for provinces (the CSV keeps it).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub e: Option<String>,
    /// Line in the CSV file; known only where files are read.
    #[serde(skip)]
    pub line: u64,
    /// Name of the province as written in the row, to be compared with the code; files only.
    #[serde(skip)]
    pub name: Option<String>,
}

/// `geo/regions.json`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RegionsFile {
    /// Regions of the 63 units.
    pub regions63: Vec<RawRegion>,
    /// Regions of the 34 units.
    pub regions34: Vec<RawRegion>,
}

/// A region.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawRegion {
    /// Slug, as in the topology.
    pub id: String,
    /// Its name.
    pub name: Text,
}

/// One row of `geo/provinces.csv`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawProvince {
    /// Old code.
    pub code63: Code63,
    /// Vietnamese name.
    pub name_vi: String,
    /// English name.
    pub name_en: String,
    /// City or province.
    #[serde(rename = "type")]
    pub kind: ProvinceKind,
    /// Region of the 63.
    pub region: String,
    /// Other spellings, separated by `|`.
    pub aliases: String,
    /// Longitude of the label.
    pub label_lon: f64,
    /// Latitude of the label.
    pub label_lat: f64,
    /// Code of the unit of today.
    pub code34: Code34,
    /// Its Vietnamese name.
    pub name34_vi: String,
    /// Its English name.
    pub name34_en: String,
    /// City or province today.
    pub type34: ProvinceKind,
    /// Region of the 34.
    pub region34: String,
    /// Where its seat is.
    pub centre34_vi: String,
    /// Area of the unit of today in km².
    pub area34_km2: f64,
    /// Population of the unit of today.
    pub population34: u32,
    /// Source of these two.
    pub source34: String,
    /// Line in the file; known only where files are read.
    #[serde(skip)]
    pub line: u64,
}

/// `facts.json`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FactsFile {
    /// The facts.
    pub facts: Vec<RawFact>,
}

/// One fact.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawFact {
    /// Kebab-case id, unique.
    pub id: String,
    /// What kind of fact.
    pub category: Category,
    /// Its name.
    pub label: Text,
    /// What a reader reads.
    pub value: Text,
    /// The bare number, where there is one.
    pub number: Option<f64>,
    /// Its unit; required with a number.
    pub unit: Option<Text>,
    /// Members of a list.
    pub items: Vec<Text>,
    /// The date it holds for.
    pub as_of: Date,
    /// Source id.
    pub source: String,
    /// The quotation and its translation.
    pub quote: Text,
    /// A caution.
    pub note: Option<Text>,
}

/// `topics.json`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TopicsFile {
    /// The topics.
    pub topics: Vec<RawTopic>,
}

/// One topic.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawTopic {
    /// Kebab-case id.
    pub id: String,
    /// Title.
    pub title: Text,
    /// Lead.
    pub lead: Text,
    /// Fact ids, in reading order.
    pub facts: Vec<String>,
}

/// `timeline.json`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TimelineFile {
    /// The events, ascending.
    pub events: Vec<RawEvent>,
}

/// One event.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawEvent {
    /// Kebab-case id.
    pub id: String,
    /// When.
    pub date: Date,
    /// What kind.
    pub kind: EventKind,
    /// Title.
    pub title: Text,
    /// What happened.
    pub text: Text,
    /// Related facts.
    pub facts: Vec<String>,
    /// Source id.
    pub source: String,
}
