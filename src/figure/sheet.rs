//! The numbers as files: a table for spreadsheets and JSON with all that belongs to it.
//!
//! Made from a chart as it is shown, or from an indicator with everything it has. Values are written as the dataset has
//! them, never rounded.

use super::about::About;
use super::map::MapFigure;
use super::{Chart, Datum};
use crate::data::{Dataset, Indicator, Level, Point, Source, Status, UnitCode};
use crate::text::{Date, Locale, fill, number};
use std::sync::Arc;

/// A table of observations.
#[derive(Debug)]
pub struct Sheet<'a> {
    /// What it is about.
    pub about: &'a About,
    /// Words after a number.
    pub unit: &'a str,
    /// The level of its provinces, if it has any.
    pub level: Level,
    /// Rows, in reading order.
    pub lines: Vec<Line<'a>>,
    /// Sources, each once.
    pub sources: Vec<Arc<Source>>,
}

/// One observation.
#[derive(Debug)]
pub struct Line<'a> {
    /// Series id.
    pub series_id: &'a str,
    /// Series name; empty where there is only one.
    pub series: &'a str,
    /// Province code and name.
    pub place: Option<(UnitCode, &'a str)>,
    /// When.
    pub date: Date,
    /// When, in words, where that says more than the date.
    pub period: &'a str,
    /// The value.
    pub value: f64,
    /// The range in which the true value lies, where the source gives one.
    pub range: Option<(f64, f64)>,
    /// Its place among the provinces, in words.
    pub rank: &'a str,
    /// For ranks: how many were ranked.
    pub out_of: Option<u16>,
    /// How far it may be trusted.
    pub status: Status,
    /// Its note.
    pub note: &'a str,
    /// Its source.
    pub source: &'a Arc<Source>,
    /// The quotation or table cell it rests on, where it is at hand.
    pub evidence: &'a str,
}

/// How numbers and cells are set apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flavour {
    /// Commas between cells, decimal points.
    Plain,
    /// As Excel reads where decimals have commas: semicolons between cells.
    Excel,
}

impl<'a> Sheet<'a> {
    /// Everything an indicator has.
    pub fn all(data: &'a Dataset, indicator: &'a Indicator, about: &'a About) -> Self {
        let locale = about.locale;
        let many = indicator.series.len() > 1;
        let lines = indicator.series.iter().flat_map(|series| {
            let name = if many { series.name.get(locale) } else { "" };
            series.points.iter().map(move |p| Line {
                series_id: &series.id,
                series: name,
                place: p.place.map(UnitCode::Old).map(|code| (code, name_of(data, code, locale))),
                date: p.date,
                period: p.period.as_ref().map_or("", |t| t.get(locale)),
                value: p.value,
                range: p.range,
                rank: "",
                out_of: p.out_of,
                status: p.status,
                note: p.note.as_ref().map_or("", |t| t.get(locale)),
                source: &p.source,
                evidence: p.evidence.as_deref().unwrap_or_default(),
            })
        });
        Self::of(about, indicator.unit.get(locale), lines.collect())
    }

    /// What a chart shows.
    pub fn shown(data: &'a Dataset, chart: &'a Chart, about: &'a About) -> Self {
        let indicator = data.indicator(&chart.id);
        let lines = chart.series.iter().flat_map(|series| {
            series.data.iter().map(move |d| {
                let point = indicator.and_then(|i| {
                    let mut points = i.series.iter().flat_map(|s| &s.points);
                    points.find(|p| same(p, d))
                });
                Line {
                    series_id: &series.id,
                    series: &series.name,
                    place: d.place.map(UnitCode::Old).map(|code| (code, name_of(data, code, chart.locale))),
                    date: d.date,
                    period: point.and_then(|p| p.period.as_ref()).map_or("", |t| t.get(chart.locale)),
                    value: d.value,
                    range: d.range,
                    rank: &d.rank,
                    out_of: d.out_of,
                    status: d.status,
                    note: d.note.as_deref().unwrap_or_default(),
                    source: &d.source,
                    evidence: point.and_then(|p| p.evidence.as_deref()).unwrap_or_default(),
                }
            })
        });
        Self::of(about, &chart.unit, lines.collect())
    }

    /// What a map shows; units without data are not rows.
    pub fn mapped(data: &'a Dataset, map: &'a MapFigure, about: &'a About) -> Self {
        let date = Date::year_only(map.year);
        let indicator = data.indicator(&map.id);
        if let Some(indicator) = indicator.filter(|_| map.count == 0 && map.since.is_none()) {
            // What cannot be said of a unit of today was measured for the old ones: the file holds those.
            let mut old = Self::all(data, indicator, about);
            old.lines.retain(|line| line.date.year() == map.year);
            return old;
        }
        let lines = map.values().map(|(unit, v)| {
            // A sum or a change is no observation: it has no words of a source of its own.
            let measured = unit.code.old().filter(|_| map.since.is_none());
            let point = indicator.and_then(|i| i.at(measured?, map.year));
            Line {
                series_id: "province",
                series: "",
                place: Some((unit.code, name_of(data, unit.code, map.locale))),
                date: point.map_or(date, |p| p.date),
                period: point.and_then(|p| p.period.as_ref()).map_or(&map.period, |t| t.get(map.locale)),
                value: v.value,
                range: point.and_then(|p| p.range),
                rank: &v.rank_text,
                out_of: point.and_then(|p| p.out_of),
                status: v.status,
                note: v.note.as_deref().unwrap_or_default(),
                source: &v.source,
                evidence: point.and_then(|p| p.evidence.as_deref()).unwrap_or_default(),
            }
        });
        Self { level: map.level, ..Self::of(about, &map.unit, lines.collect()) }
    }

    fn of(about: &'a About, unit: &'a str, lines: Vec<Line<'a>>) -> Self {
        let mut sources: Vec<Arc<Source>> = Vec::new();
        for line in &lines {
            if !sources.iter().any(|s| s.id == line.source.id) {
                sources.push(line.source.clone());
            }
        }
        Self { about, unit, level: Level::Old, lines, sources }
    }

    /// The table as a file: UTF-8 with a mark, CRLF, and no cell that a spreadsheet would run. Columns that would be
    /// empty all the way down are left out.
    pub fn csv(&self, flavour: Flavour) -> String {
        let (comma, point) = match flavour {
            Flavour::Plain => (',', '.'),
            Flavour::Excel => (';', ','),
        };
        let heads = fill(self.about.locale.messages().take.csv_head, &[("level", self.level.word())]);
        let heads: Vec<&str> = heads.split('|').collect();
        let any = |has: &dyn Fn(&Line<'_>) -> bool| self.lines.iter().any(has);
        let needed = [
            true,
            any(&|l| !l.series.is_empty()),
            any(&|l| l.place.is_some()),
            any(&|l| l.place.is_some()),
            true,
            any(&|l| !l.period.is_empty()),
            true,
            any(&|l| l.range.is_some()),
            any(&|l| l.range.is_some()),
            true,
            any(&|l| !l.rank.is_empty()),
            any(&|l| l.out_of.is_some()),
            true,
            true,
            true,
            true,
            true,
            any(&|l| !l.evidence.is_empty()),
        ];
        let mut out = String::from('\u{FEFF}');
        row(
            &mut out,
            comma,
            heads.into_iter().zip(needed).filter(|(_, n)| *n).map(|(head, _)| head.to_owned()),
        );
        for line in &self.lines {
            let cells = self.cells(line, point).into_iter().zip(needed);
            row(&mut out, comma, cells.filter(|(_, n)| *n).map(|(cell, _)| cell));
        }
        out
    }

    fn cells(&self, line: &Line<'_>, point: char) -> [String; 18] {
        let locale = self.about.locale;
        let m = locale.messages();
        let status = match line.status {
            Status::Verified => m.take.verified,
            Status::Derived => m.figure.derived,
            Status::Unverified => m.figure.unverified,
        };
        let raw = |value: f64| {
            let text = number::raw(value);
            if point == '.' { text } else { text.replace('.', ",") }
        };
        let (low, high) = line.range.map(|(low, high)| (raw(low), raw(high))).unwrap_or_default();
        let (code, name) = line.place.map(|(code, name)| (code.to_string(), name)).unwrap_or_default();
        [
            harmless(&self.about.name),
            harmless(line.series),
            code,
            harmless(name),
            line.date.to_string(),
            harmless(line.period),
            raw(line.value),
            low,
            high,
            harmless(self.unit),
            harmless(line.rank),
            line.out_of.map(|n| n.to_string()).unwrap_or_default(),
            status.to_owned(),
            harmless(line.note),
            harmless(line.source.title.get(locale)),
            harmless(line.source.publisher.get(locale)),
            harmless(line.source.url.as_deref().unwrap_or_default()),
            harmless(line.evidence),
        ]
    }
}

/// The name of a province.
fn name_of(data: &Dataset, code: UnitCode, locale: Locale) -> &str {
    let name = match code {
        UnitCode::Old(code) => data.province(code).map(|p| &p.name),
        UnitCode::New(code) => data.new_province(code).map(|p| &p.name),
    };
    name.map_or("", |name| name.get(locale))
}

/// Whether a point is the one behind a datum.
fn same(point: &Point, datum: &Datum) -> bool {
    point.date == datum.date
        && point.place == datum.place
        && point.value.to_bits() == datum.value.to_bits()
        && point.source.id == datum.source.id
}

fn row(out: &mut String, comma: char, cells: impl Iterator<Item = String>) {
    for (i, cell) in cells.enumerate() {
        if i > 0 {
            out.push(comma);
        }
        if cell.contains(['"', '\n', '\r', ',', ';']) {
            out.push('"');
            out.push_str(&cell.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(&cell);
        }
    }
    out.push_str("\r\n");
}

/// Spreadsheets run cells that start like formulas; a quote in front makes them words. Plain numbers stay numbers.
fn harmless(cell: &str) -> String {
    let runs = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    if runs && !is_number(cell) { format!("'{cell}") } else { cell.into() }
}

fn is_number(cell: &str) -> bool {
    let digits = cell.strip_prefix(['-', '+']).unwrap_or(cell);
    let (whole, rest) = digits.split_once(['.', ',']).unwrap_or((digits, "0"));
    let all = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    all(whole) && all(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_that_would_run_is_made_words() {
        assert_eq!(harmless("=cmd|' /C calc'!A0"), "'=cmd|' /C calc'!A0");
        assert_eq!(harmless("-1.5"), "-1.5");
        assert_eq!(harmless("-1,5"), "-1,5");
        assert_eq!(harmless("-1+1"), "'-1+1");
        assert_eq!(harmless("@SUM(A1)"), "'@SUM(A1)");
        assert_eq!(harmless("tăng 2 bậc"), "tăng 2 bậc");
    }

    #[test]
    fn a_cell_with_signs_of_the_table_is_quoted() {
        let mut out = String::new();
        row(&mut out, ';', ["a;b", "c,d", "e\"f", "g\nh", ""].into_iter().map(str::to_owned));
        assert_eq!(out, "\"a;b\";\"c,d\";\"e\"\"f\";\"g\nh\";\r\n");
    }
}
