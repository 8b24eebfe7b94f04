//! The numbers of a chart as a table, made from the chart itself and never from the picture.

use super::map_values::bare;
use super::{Chart, Datum, Heads};
use crate::data::Status;
use crate::text::collate::{self, upper};
use crate::text::{Date, fill, sort};

/// A table: one row a datum, in the order of the picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Caption: name and unit.
    pub caption: String,
    /// What the columns hold.
    pub columns: Vec<Column>,
    /// Column heads.
    pub head: Vec<String>,
    /// Rows.
    pub rows: Vec<Row>,
    /// Whether rows are headed by provinces.
    places: bool,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// A point in time, or a province.
    Head,
    /// The series, or the region.
    Series,
    /// The number.
    Value,
    /// The place among the provinces.
    Rank,
    /// Cautions.
    Note,
    /// Where it comes from.
    Source,
}

impl Column {
    /// Whether rows can be put in its order.
    pub fn is_sortable(self) -> bool {
        matches!(self, Self::Head | Self::Series | Self::Value)
    }

    /// Whether it stands in a table beside a picture.
    pub fn is_short(self) -> bool {
        !matches!(self, Self::Note | Self::Source)
    }
}

/// One row.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Series id, as on the mark.
    pub series: String,
    /// Date or code, as on the mark.
    pub x: String,
    /// When, or the province: the row's head.
    pub when: String,
    /// Name of the series; `None` where there is only one.
    pub name: Option<String>,
    /// The number.
    pub value: String,
    /// Its place among the provinces; `None` where the table has no such column.
    pub rank: Option<String>,
    /// Note, with what is not verified said first.
    pub note: String,
    /// Source title and publisher.
    pub source: String,
    /// Source address.
    pub url: Option<String>,
    /// For order: when, and how much.
    by: (Date, f64),
}

impl Table {
    /// The table of a chart.
    pub fn new(chart: &Chart) -> Self {
        let t = &chart.locale.messages().figure;
        let (many, places) = (chart.series.len() > 1, chart.heads == Heads::Places);
        let ranked = chart.series.iter().flat_map(|s| &s.data).any(|d| !d.rank.is_empty());
        let all = [
            (Column::Head, if places { t.col_place } else { t.col_when }, true),
            (Column::Series, if places { t.col_region } else { t.col_series }, many),
            (Column::Value, t.col_value, true),
            (Column::Rank, t.col_rank, ranked),
            (Column::Note, t.col_note, true),
            (Column::Source, t.col_source, true),
        ];
        let shown = all.iter().filter(|c| c.2);
        let mut rows = Vec::with_capacity(chart.len());
        for series in &chart.series {
            for d in &series.data {
                let value = d.out_of.map_or_else(
                    || d.number.clone(),
                    |n| fill(t.of, &[("value", &d.number), ("out_of", &n.to_string())]),
                );
                let publisher = d.source.publisher.get(chart.locale);
                rows.push(Row {
                    series: series.id.clone(),
                    x: Chart::key_of(d),
                    when: d.when.clone(),
                    name: many.then(|| series.name.clone()),
                    value,
                    rank: ranked.then(|| d.rank.clone()),
                    note: note(chart, d),
                    source: format!("{publisher} – {}", d.source.title.get(chart.locale)),
                    url: d.source.url.clone(),
                    by: (d.date, d.value),
                });
            }
        }
        Self {
            caption: chart.subtitle.clone(),
            columns: shown.clone().map(|c| c.0).collect(),
            head: shown.map(|c| c.1.to_owned()).collect(),
            rows,
            places,
        }
    }

    /// Puts the rows in the order of a column: numbers by size, names by the Vietnamese alphabet, times by date.
    pub fn sort(&mut self, column: Column, descending: bool) {
        let places = self.places;
        sort::by(&mut self.rows, |a, b| {
            let order = match column {
                Column::Value => a.by.1.total_cmp(&b.by.1),
                Column::Series => {
                    let name = |row: &Row| row.name.clone().unwrap_or_default();
                    collate::compare(bare(&name(a)), bare(&name(b)))
                }
                _ if places => collate::compare(bare(&a.when), bare(&b.when)),
                _ => a.by.0.cmp(&b.by.0),
            };
            if descending { order.reverse() } else { order }
        });
    }
}

fn note(chart: &Chart, d: &Datum) -> String {
    let t = &chart.locale.messages().figure;
    let mut note: Vec<String> = match d.status {
        Status::Verified => vec![],
        Status::Derived => vec![sentence(t.derived)],
        Status::Unverified => vec![sentence(t.unverified)],
    };
    note.extend(chart.range_words(d).map(|range| sentence(&range)));
    note.extend(d.note.clone());
    note.join(" ")
}

fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    letters
        .next()
        .map_or_else(String::new, |c| std::iter::once(upper(c)).chain(letters).chain(['.']).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::View;
    use crate::site::content;
    use crate::text::Locale;
    use std::path::Path;

    #[test]
    fn names_go_by_the_vietnamese_alphabet_and_numbers_by_size() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data");
        let data = content::load(&folder).unwrap().dataset;
        let indicator = data.indicator("population").unwrap();
        let chart = Chart::view(&data, indicator, &View::first(indicator), Locale::Vi);
        let mut table = Table::new(&chart);
        table.sort(Column::Head, false);
        let at = |name: &str| table.rows.iter().position(|r| r.when == name).unwrap();
        assert!(at("Cần Thơ") < at("Đà Nẵng") && at("Hà Giang") < at("Hà Nội"));
        assert!(at("Hòa Bình") < at("TP. Hồ Chí Minh") && at("TP. Hồ Chí Minh") < at("Hưng Yên"));
        table.sort(Column::Value, true);
        assert_eq!(table.rows[0].when, "TP. Hồ Chí Minh");
        assert!(table.rows.windows(2).all(|p| p[0].by.1 >= p[1].by.1));
    }
}
