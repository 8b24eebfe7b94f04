//! The numbers of a chart as a table, made from the chart itself and never from the picture.

use super::{Chart, Heads};
use crate::data::Status;
use crate::text::collate::upper;
use crate::text::fill;

/// A table: one row a datum, in the order of the picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Caption: name and unit.
    pub caption: String,
    /// Column heads.
    pub head: Vec<String>,
    /// Rows.
    pub rows: Vec<Row>,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Series id, as on the mark.
    pub series: String,
    /// Date, as on the mark.
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
}

impl Table {
    /// The table of a chart.
    pub fn new(chart: &Chart) -> Self {
        let t = &chart.locale.messages().figure;
        let many = chart.series.len() > 1;
        let places = chart.heads == Heads::Places;
        let mut head = vec![if places { t.col_place } else { t.col_when }.to_owned()];
        if many {
            head.push(if places { t.col_region } else { t.col_series }.into());
        }
        head.push(t.col_value.to_owned());
        let ranked = chart.series.iter().flat_map(|s| &s.data).any(|d| !d.rank.is_empty());
        if ranked {
            head.push(t.col_rank.to_owned());
        }
        head.extend([t.col_note.to_owned(), t.col_source.into()]);
        let mut rows = Vec::new();
        for series in &chart.series {
            for d in &series.data {
                let mut note: Vec<String> = match d.status {
                    Status::Verified => vec![],
                    Status::Derived => vec![sentence(t.derived)],
                    Status::Unverified => vec![sentence(t.unverified)],
                };
                note.extend(chart.range_words(d).map(|range| sentence(&range)));
                note.extend(d.note.clone());
                let value = d.out_of.map_or_else(
                    || d.number.clone(),
                    |n| fill(t.of, &[("value", &d.number), ("out_of", &n.to_string())]),
                );
                rows.push(Row {
                    series: series.id.clone(),
                    x: Chart::key_of(d),
                    when: d.when.clone(),
                    name: many.then(|| series.name.clone()),
                    value,
                    rank: ranked.then(|| d.rank.clone()),
                    note: note.join(" "),
                    source: format!(
                        "{} – {}",
                        d.source.publisher.get(chart.locale),
                        d.source.title.get(chart.locale)
                    ),
                    url: d.source.url.clone(),
                });
            }
        }
        Self { caption: chart.subtitle.clone(), head, rows }
    }
}

fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    letters
        .next()
        .map_or_else(String::new, |c| std::iter::once(upper(c)).chain(letters).chain(['.']).collect())
}
