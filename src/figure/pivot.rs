//! The numbers of a comparison side by side: a column for each that is compared, a row for each point in time.

use super::compare::{Comparison, Mode};
use super::kind::Kind;
use super::{Chart, ChartSeries, Datum};
use crate::data::{Dataset, Status};
use crate::text::{fill, sort};

/// A table of what stands side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pivot {
    /// What it holds.
    pub caption: String,
    /// The heads of the columns of row heads, then one for each column of numbers.
    pub head: Vec<String>,
    /// How many columns of row heads there are.
    pub heads: usize,
    /// Rows: their heads, then a cell for each column.
    pub rows: Vec<Vec<String>>,
}

/// A cell before it is put in its place: row (province, then date), column, words.
struct Cell {
    place: usize,
    key: String,
    heads: Vec<String>,
    column: usize,
    words: String,
}

impl Pivot {
    /// The table of a chart of a comparison.
    pub fn new(of: &Comparison, data: &Dataset, chart: &Chart) -> Self {
        let t = chart.locale.messages();
        let mode = of.mode(data);
        let mut cells: Vec<Cell> = Vec::new();
        let mut columns: Vec<String> = Vec::new();
        let mut add = |column: usize, place: usize, heads: Vec<String>, d: &Datum| {
            cells.push(Cell { place, key: d.date.to_string(), heads, column, words: words(chart, d) });
        };
        if chart.kind == Kind::Dots {
            for (i, d) in chart.series.iter().flat_map(|s| &s.data).enumerate() {
                columns.push(d.when.clone());
                add(i, 0, vec![d.date.year().to_string()], d);
            }
        } else if mode == Mode::Local && of.shown_units(data).len() > 1 {
            let places = of.shown_units(data);
            for (i, panel) in chart.panels.iter().enumerate() {
                columns.push(panel.subtitle.clone());
                for s in &panel.series {
                    let place = places.iter().position(|c| c.to_string() == s.id).unwrap_or_default();
                    s.data.iter().for_each(|d| add(i, place, vec![s.name.clone(), d.when.clone()], d));
                }
            }
        } else {
            let name = |panel: &Chart, s: &ChartSeries| {
                if mode == Mode::Provinces {
                    return s.name.clone();
                }
                if panel.series.len() > 1 {
                    let pairs = [("panel", panel.subtitle.as_str()), ("name", &s.name)];
                    return fill(t.compare.series, &pairs);
                }
                panel.subtitle.clone()
            };
            for (panel, s) in chart.panels.iter().flat_map(|p| p.series.iter().map(move |s| (p, s))) {
                s.data.iter().for_each(|d| add(columns.len(), 0, vec![d.when.clone()], d));
                columns.push(name(panel, s));
            }
        }
        let heads = cells.first().map_or(1, |c| c.heads.len());
        sort::by(&mut cells, |a, b| (a.place, &a.key, &a.heads).cmp(&(b.place, &b.key, &b.heads)));
        let mut rows: Vec<Vec<String>> = Vec::new();
        for row in cells.chunk_by(|a, b| (a.place, &a.heads) == (b.place, &b.heads)) {
            let mut line: Vec<String> = row.first().map(|c| c.heads.clone()).unwrap_or_default();
            line.extend((0..columns.len()).map(|i| {
                let cell = row.iter().find(|c| c.column == i);
                cell.map_or_else(|| t.compare.none.to_owned(), |c| c.words.clone())
            }));
            rows.push(line);
        }
        let mut head = if heads > 1 {
            vec![t.figure.col_place.to_owned(), t.figure.col_when.to_owned()]
        } else {
            vec![t.figure.col_when.to_owned()]
        };
        head.extend(columns);
        let mut caption =
            if mode == Mode::Provinces { chart.subtitle.clone() } else { t.compare.table.to_owned() };
        if rows.iter().flatten().any(|cell| cell == t.compare.none) {
            caption = format!("{caption}. {}", t.compare.none_means);
        }
        Self { caption, head, heads, rows }
    }
}

/// A number with what must be said of it.
fn words(chart: &Chart, d: &Datum) -> String {
    let t = &chart.locale.messages().figure;
    let number = d.out_of.map_or_else(
        || d.number.clone(),
        |n| fill(t.of, &[("value", &d.number), ("out_of", &n.to_string())]),
    );
    match d.status {
        Status::Verified => number,
        Status::Derived => format!("{number} ({})", t.derived),
        Status::Unverified => format!("{number} ({})", t.unverified),
    }
}
