//! What a chart says, free of pixels, and how it is drawn: one file a kind.
//!
//! A [`Chart`] holds the finding (title), the summary in words, the series as a reader reads them, the cautions
//! and the sources. Picture, table, CSV, tooltip and screen-reader text are all made from it, so they cannot differ.

pub mod about;
pub mod bars;
mod build;
pub mod cite;
pub mod catalogue;
pub mod catalogue_choice;
#[cfg(test)]
mod catalogue_fixture;
pub mod catalogue_search;
pub mod classes;
pub mod compare;
mod compare_chart;
mod compare_sets;
mod compare_words;
mod dots;
mod dumbbell;
pub mod finding;
mod frame;
pub mod kind;
mod labels;
pub mod json;
pub mod leave;
mod layout;
pub mod line;
pub mod map;
mod map_change;
pub mod map_coat;
mod map_draw;
pub mod map_find;
pub mod map_ground;
mod map_inset;
pub mod map_lens;
pub mod map_look;
mod map_make;
mod map_merger;
pub mod map_models;
pub mod map_readings;
pub mod map_rows;
pub mod map_sheet;
mod map_signs;
pub mod map_state;
pub mod map_tiles;
pub mod map_trail;
mod map_values;
mod map_words;
mod marks;
mod multiples;
mod panel_labels;
mod panels;
pub mod pick;
pub mod pivot;
mod provinces;
mod province_words;
mod slope;
pub mod sound;
mod step;
pub mod poster;
#[cfg(not(target_arch = "wasm32"))]
pub mod profile;
#[cfg(not(target_arch = "wasm32"))]
pub mod profile_near;
#[cfg(not(target_arch = "wasm32"))]
pub mod share;
mod poster_words;
pub mod sheet;
pub mod spark;
pub mod table;
pub mod view;

pub use build::with_unit;
pub use frame::Size;
pub use kind::Kind;
pub use step::Step;
pub use view::{Tab, View};

use crate::data::{Code63, Dataset, FigureKind, Indicator, Measure, Source, Status};
use crate::scene::Scene;
use crate::text::{Date, Locale, fill};
use std::sync::Arc;

/// A chart without pixels.
#[derive(Clone, Debug)]
pub struct Chart {
    /// Indicator id.
    pub id: String,
    /// How it is drawn.
    pub kind: Kind,
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
    /// Kind of quantity.
    pub measure: Measure,
    /// Whether small numbers stand on top.
    pub inverted: bool,
    /// Whether the value axis is logarithmic.
    pub log: bool,
    /// Whether the value axis begins at zero: amounts do, scores of provinces that lie close together do not.
    pub from_zero: bool,
    /// Digits after the decimal mark.
    pub decimals: usize,
    /// Unit words.
    pub unit: String,
    /// What the heads of rows are: points in time or provinces.
    pub heads: Heads,
    /// Series, in drawing order.
    pub series: Vec<ChartSeries>,
    /// How it is drawn, where its kind does not say so: a comparison brings its own way along, so that programs without
    /// comparisons need not carry it.
    pub drawn_by: Option<fn(&Self, Size) -> Scene>,
    /// The charts that stand side by side in it, if it is a comparison; their series are its own, in order.
    pub panels: Vec<Self>,
    /// Values worth a line across the picture.
    pub references: Vec<RefLine>,
    /// Events worth a line through it.
    pub events: Vec<DatedNote>,
    /// Words of the value axis where numbers have names (yes, no).
    pub value_words: Vec<(f64, String)>,
    /// Cautions.
    pub notes: Vec<String>,
    /// Sources, each once, in the order of use.
    pub sources: Vec<Arc<Source>>,
    /// The latest date in it, in words.
    pub latest: String,
}

/// What a datum is named by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heads {
    /// A point in time.
    Times,
    /// A province.
    Places,
}

/// One series of a chart.
#[derive(Clone, Debug)]
pub struct ChartSeries {
    /// Id: of the data, or the code of a province.
    pub id: String,
    /// Name; empty where the chart has only one series.
    pub name: String,
    /// Its tone, from 0; the ninth stands back.
    pub tone: u8,
    /// Whether a line may run over years without a value: editions of a ranking follow each other.
    pub joined: bool,
    /// Data, in reading order: by date, or as the provinces are ordered.
    pub data: Vec<Datum>,
}

/// One observation as a reader reads it.
#[derive(Clone, Debug)]
pub struct Datum {
    /// Under which it is found: `data-x` of its mark and of its row.
    pub x: String,
    /// When, for order and place.
    pub date: Date,
    /// What names it: when, in words, or the province.
    pub when: String,
    /// The province, if it is of one.
    pub place: Option<Code63>,
    /// Its tone where it differs from that of its series.
    pub tone: Option<u8>,
    /// The value, for place.
    pub value: f64,
    /// The range in which the true value lies, where the source gives one.
    pub range: Option<(f64, f64)>,
    /// The number in words of the language, without unit.
    pub number: String,
    /// The number with its unit ("hạng 71", "78,08 % dân số").
    pub text: String,
    /// How far it may be trusted.
    pub status: Status,
    /// For ranks: how many were ranked.
    pub out_of: Option<u16>,
    /// Its place among the provinces, in words; empty where there is none.
    pub rank: String,
    /// Its note.
    pub note: Option<String>,
    /// Its source.
    pub source: Arc<Source>,
}

/// A line across at a value that helps to read the others.
#[derive(Clone, Debug, PartialEq)]
pub struct RefLine {
    /// The value.
    pub value: f64,
    /// What it means.
    pub label: String,
}

/// A line through at a time when something happened.
#[derive(Clone, Debug, PartialEq)]
pub struct DatedNote {
    /// When.
    pub date: Date,
    /// What happened.
    pub label: String,
}

impl Chart {
    /// The chart of a national indicator in the author's view; `None` for provincial ones.
    pub fn new(data: &Dataset, id: &str, locale: Locale) -> Option<Self> {
        data.indicator(id).filter(|i| i.figure != FigureKind::Map).map(|i| {
            // Not through `view`: a program that shows only national charts need not carry the others.
            build::national(i, &View::first(i), locale)
        })
    }

    /// The chart of an indicator in the author's view.
    pub fn of(data: &Dataset, indicator: &Indicator, locale: Locale) -> Self {
        Self::view(data, indicator, &View::first(indicator), locale)
    }

    /// The chart of an indicator as a reader has chosen it.
    pub fn view(data: &Dataset, indicator: &Indicator, view: &View, locale: Locale) -> Self {
        let mut chart = if indicator.is_provincial() {
            provinces::chart(data, indicator, view, locale)
        } else {
            build::national(indicator, view, locale)
        };
        if chart.is_empty() {
            indicator.name.get(locale).clone_into(&mut chart.title);
            chart.summary = chart.nothing().to_owned();
        }
        chart
    }

    /// Draws a chart in one of the kinds that authors choose for national indicators. For programs that show no
    /// other; [`Self::draw`] draws them all.
    pub fn draw_plain(&self, size: Size) -> Scene {
        match self.kind {
            Kind::Bars => bars::draw(self, size),
            _ => line::draw(self, size),
        }
    }

    /// Draws a comparison: panels, or the dots of one year. For programs that show no other.
    pub fn draw_compared(&self, size: Size) -> Scene {
        match self.drawn_by {
            _ if self.is_empty() => frame::empty(self, size),
            Some(draw) => draw(self, size),
            None => dots::draw(self, size),
        }
    }

    /// Draws the chart.
    pub fn draw(&self, size: Size) -> Scene {
        if self.series.iter().all(|s| s.data.is_empty()) {
            return frame::empty(self, size);
        }
        if let Some(draw) = self.drawn_by {
            return draw(self, size);
        }
        match self.kind {
            Kind::Line => line::draw(self, size),
            Kind::Bars => bars::draw(self, size),
            Kind::Dots => dots::draw(self, size),
            Kind::Slope => slope::draw(self, size),
            Kind::Multiples => multiples::draw(self, size),
            Kind::Dumbbell => dumbbell::draw(self, size),
        }
    }

    /// The datum at a place of the scene.
    pub fn datum(&self, series: usize, datum: usize) -> Option<(&ChartSeries, &Datum)> {
        let series = self.series.get(series)?;
        series.data.get(datum).map(|d| (series, d))
    }

    /// The place of a datum that a mark or a row names.
    pub fn find(&self, series: &str, x: &str) -> Option<(usize, usize)> {
        let s = self.series.iter().position(|own| own.id == series)?;
        let d = self.series.get(s)?.data.iter().position(|d| d.x == x)?;
        Some((s, d))
    }

    /// What tooltip, live region and table say of a datum, in one sentence.
    pub fn say(&self, series: usize, datum: usize) -> Option<String> {
        let t = &self.locale.messages().figure;
        let (series, d) = self.datum(series, datum)?;
        let mut value = d.text.clone();
        if let Some(out_of) = d.out_of {
            value = fill(t.of, &[("value", &value), ("out_of", &out_of.to_string())]);
        }
        if !d.rank.is_empty() {
            value = format!("{value}, {}", d.rank);
        }
        if let Some(range) = self.range_words(d) {
            value = format!("{value} ({range})");
        }
        match d.status {
            Status::Verified => {}
            Status::Derived => value = format!("{value} ({})", t.derived),
            Status::Unverified => value = format!("{value} ({})", t.unverified),
        }
        let pairs = [("series", series.name.as_str()), ("when", &d.when), ("value", &value)];
        Some(fill(if series.name.is_empty() { t.announce } else { t.announce_series }, &pairs))
    }

    /// "từ 70 đến 74" where the source gives a range.
    pub fn range_words(&self, datum: &Datum) -> Option<String> {
        let (low, high) = datum.range?;
        let said = |v| crate::text::number::short(v, self.decimals, self.locale);
        let t = &self.locale.messages().figure;
        Some(fill(t.between, &[("low", &said(low)), ("high", &said(high))]))
    }

    /// Under which a datum's mark and row are found: `data-x`.
    pub fn key_of(datum: &Datum) -> String {
        datum.x.clone()
    }

    /// Why there is nothing to see where there is nothing.
    fn nothing(&self) -> &'static str {
        let t = self.locale.messages();
        if self.kind == Kind::Slope { t.picture.two_years } else { t.figure.nothing }
    }

    /// How many data it has.
    pub fn len(&self) -> usize {
        self.series.iter().map(|s| s.data.len()).sum()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}
