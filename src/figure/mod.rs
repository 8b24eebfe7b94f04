//! What a chart says, free of pixels, and how it is drawn: one file a kind.
//!
//! A [`Chart`] holds the finding (title), the summary in words, the series as a reader reads them, the cautions
//! and the sources. Picture, table, CSV, tooltip and screen-reader text are all made from it, so they cannot differ.

pub mod bars;
pub mod catalogue;
pub mod catalogue_choice;
#[cfg(test)]
mod catalogue_fixture;
pub mod catalogue_search;
pub mod classes;
pub mod finding;
mod layout;
mod step;
pub mod line;
pub mod map;
mod map_draw;
pub mod map_sheet;
pub mod map_state;
mod map_values;
mod map_words;
pub mod spark;
pub mod table;

pub use step::Step;

use crate::data::{Dataset, FigureKind, Indicator, Measure, Point, Source, Status};
use crate::scene::Scene;
use crate::text::{Date, Locale, fill, number};
use std::sync::Arc;

/// A chart without pixels.
#[derive(Clone, Debug)]
pub struct Chart {
    /// Indicator id.
    pub id: String,
    /// How it is drawn.
    pub kind: FigureKind,
    /// Language.
    pub locale: Locale,
    /// The finding, as a title.
    pub title: String,
    /// The picture in words; also its alternative text.
    pub summary: String,
    /// What is measured: name and unit.
    pub subtitle: String,
    /// How to read the axis and hollow marks.
    pub key: Vec<String>,
    /// Whether small numbers stand on top.
    pub inverted: bool,
    /// Digits after the decimal mark.
    pub decimals: usize,
    /// Unit words.
    pub unit: String,
    /// Series, in drawing order.
    pub series: Vec<ChartSeries>,
    /// Cautions.
    pub notes: Vec<String>,
    /// Sources, each once, in the order of use.
    pub sources: Vec<Arc<Source>>,
    /// The latest date in it, in words.
    pub latest: String,
}

/// One series of a chart.
#[derive(Clone, Debug)]
pub struct ChartSeries {
    /// Id.
    pub id: String,
    /// Name; empty where the chart has only one series.
    pub name: String,
    /// Data, ascending by date.
    pub data: Vec<Datum>,
}

/// One observation as a reader reads it.
#[derive(Clone, Debug)]
pub struct Datum {
    /// When, for order and place.
    pub date: Date,
    /// When, in words.
    pub when: String,
    /// The value, for place.
    pub value: f64,
    /// The number in words of the language, without unit.
    pub number: String,
    /// The number with its unit ("hạng 71", "78,08 % dân số").
    pub text: String,
    /// How far it may be trusted.
    pub status: Status,
    /// For ranks: how many were ranked.
    pub out_of: Option<u16>,
    /// Its note.
    pub note: Option<String>,
    /// Its source.
    pub source: Arc<Source>,
}

/// The two sizes in which charts are drawn: beside text on a desk, and on a phone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// 800 wide.
    Wide,
    /// 360 wide.
    Narrow,
}

impl Size {
    /// Both sizes.
    pub const ALL: [Self; 2] = [Self::Wide, Self::Narrow];

    /// Word for ids and files.
    pub fn word(self) -> &'static str {
        match self {
            Self::Wide => "wide",
            Self::Narrow => "narrow",
        }
    }
}

impl Chart {
    /// The chart of a national indicator; `None` for provincial ones, which are maps.
    pub fn new(data: &Dataset, id: &str, locale: Locale) -> Option<Self> {
        data.indicator(id).filter(|i| i.figure != FigureKind::Map).map(|i| Self::of(i, locale))
    }

    /// The chart of an indicator.
    pub fn of(indicator: &Indicator, locale: Locale) -> Self {
        let t = &locale.messages().figure;
        let many = indicator.series.len() > 1;
        let series: Vec<ChartSeries> = indicator
            .series
            .iter()
            .map(|s| ChartSeries {
                id: s.id.clone(),
                name: if many { s.name.get(locale).into() } else { String::new() },
                data: s.points.iter().map(|p| datum(indicator, p, locale)).collect(),
            })
            .collect();

        let mut sources: Vec<Arc<Source>> = Vec::new();
        for point in indicator.series.iter().flat_map(|s| &s.points) {
            if !sources.iter().any(|s| s.id == point.source.id) {
                sources.push(point.source.clone());
            }
        }
        let inverted = indicator.measure == Measure::Rank;
        let any_hollow = series.iter().flat_map(|s| &s.data).any(|d| d.status == Status::Unverified);
        let mut key = Vec::new();
        if inverted {
            key.push(t.axis_rank.to_owned());
        }
        if any_hollow {
            key.push(if indicator.figure == FigureKind::Bars { t.hollow_bar } else { t.hollow }.to_owned());
        }
        let latest = series.iter().flat_map(|s| &s.data).max_by_key(|d| d.date).map(|d| d.when.clone());
        let (name, unit) = (indicator.name.get(locale), indicator.unit.get(locale));
        let mut chart = Self {
            id: indicator.id.clone(),
            kind: indicator.figure,
            locale,
            title: String::new(),
            summary: String::new(),
            subtitle: fill(t.table_caption, &[("name", name), ("unit", unit)]),
            key,
            inverted,
            decimals: indicator.decimals,
            unit: unit.into(),
            series,
            notes: indicator.notes.iter().map(|n| n.get(locale).to_owned()).collect(),
            sources,
            latest: latest.unwrap_or_default(),
        };
        chart.title = finding::title(indicator, &chart);
        chart.summary = finding::summary(indicator, &chart);
        chart
    }

    /// Draws the chart.
    pub fn draw(&self, size: Size) -> Scene {
        match self.kind {
            FigureKind::Bars => bars::draw(self, size),
            FigureKind::Line | FigureKind::RankLine | FigureKind::Map => line::draw(self, size),
        }
    }

    /// The datum at a place of the scene.
    pub fn datum(&self, series: usize, datum: usize) -> Option<(&ChartSeries, &Datum)> {
        let series = self.series.get(series)?;
        series.data.get(datum).map(|d| (series, d))
    }

    /// What tooltip, live region and table say of a datum, in one sentence.
    pub fn say(&self, series: usize, datum: usize) -> Option<String> {
        let t = &self.locale.messages().figure;
        let (series, d) = self.datum(series, datum)?;
        let mut value = d.text.clone();
        if let Some(out_of) = d.out_of {
            value = fill(t.of, &[("value", &value), ("out_of", &out_of.to_string())]);
        }
        match d.status {
            Status::Verified => {}
            Status::Derived => value = format!("{value} ({})", t.derived),
            Status::Unverified => value = format!("{value} ({})", t.unverified),
        }
        let pairs = [("series", series.name.as_str()), ("when", &d.when), ("value", &value)];
        Some(fill(if series.name.is_empty() { t.announce } else { t.announce_series }, &pairs))
    }

    /// The year, or the day, under which a mark can be found: `data-x`.
    pub fn key_of(datum: &Datum) -> String {
        datum.date.to_string()
    }
}

fn datum(indicator: &Indicator, point: &Point, locale: Locale) -> Datum {
    let number = number::short(point.value, indicator.decimals, locale);
    Datum {
        date: point.date,
        when: point.period.as_ref().map_or_else(|| point.date.format(locale), |p| p.get(locale).to_owned()),
        value: point.value,
        text: with_unit(indicator.measure, &number, indicator.unit.get(locale), locale),
        number,
        status: point.status,
        out_of: point.out_of,
        note: point.note.as_ref().map(|n| n.get(locale).to_owned()),
        source: point.source.clone(),
    }
}

/// A number with its unit: the unit stands before a rank and after all else; English leaves no space before `%`.
pub fn with_unit(measure: Measure, number: &str, unit: &str, locale: Locale) -> String {
    match (measure, locale) {
        (Measure::Rank, _) => format!("{unit} {number}"),
        (_, Locale::En) if unit.starts_with('%') => format!("{number}{unit}"),
        _ => format!("{number} {unit}"),
    }
}
