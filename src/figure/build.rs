//! From a national indicator and a view to a chart: which points, in which words.

use super::kind::Kind;
use super::view::View;
use super::{Chart, ChartSeries, DatedNote, Datum, Heads, RefLine, finding};
use crate::data::{Indicator, Measure, Point, Source, Status};
use crate::text::{Locale, fill, number};
use std::sync::Arc;

/// The chart.
pub(super) fn national(indicator: &Indicator, view: &View, locale: Locale) -> Chart {
    let many = indicator.series.len() > 1;
    let (from, to) = view.years;
    let inside = |p: &&Point| (from..=to).contains(&p.date.year()) && p.value.is_finite();
    let series = indicator.series.iter().enumerate().map(|(i, s)| ChartSeries {
        id: s.id.clone(),
        name: if many { s.name.get(locale).into() } else { String::new() },
        // The ninth and all after it stand back.
        tone: i.min(usize::from(super::marks::CONTEXT)) as u8,
        joined: indicator.measure == Measure::Rank,
        data: s.points.iter().filter(inside).map(|p| datum(indicator, p, locale)).collect(),
    });
    let mut series: Vec<ChartSeries> = series.filter(|s| !s.data.is_empty()).collect();
    if view.kind == Kind::Slope {
        common_ends(&mut series);
    }
    let mut chart = bare(indicator, view, locale);
    chart.series = series;
    let t = &locale.messages().figure;
    let doubtful = chart.series.iter().flat_map(|s| &s.data).any(|d| d.status == Status::Unverified);
    if chart.inverted {
        chart.key.push(t.axis_rank.to_owned());
    }
    if chart.log {
        chart.key.push(t.axis_log.to_owned());
    }
    if doubtful {
        chart.key.push(if view.kind == Kind::Bars { t.hollow_bar } else { t.hollow }.to_owned());
    }
    if chart.series.iter().flat_map(|s| &s.data).any(|d| d.range.is_some()) {
        chart.key.push(t.band.to_owned());
    }
    if matches!(view.kind, Kind::Line | Kind::Multiples) {
        let seen = |r: &RefLine| !chart.series.is_empty() && r.value.is_finite();
        let lines = indicator
            .references
            .iter()
            .map(|r| RefLine { value: r.value, label: r.label.get(locale).into() });
        chart.references = lines.filter(seen).collect();
        let dates = || chart.series.iter().flat_map(|s| &s.data).map(|d| d.date);
        let (first, last) = (dates().min(), dates().max());
        let events = indicator.annotations.iter().filter(|a| first <= Some(a.date) && Some(a.date) <= last);
        chart.events =
            events.map(|a| DatedNote { date: a.date, label: a.label.get(locale).into() }).collect();
    }
    close(&mut chart);
    chart.title = finding::title(indicator, &chart);
    chart.summary = finding::summary(indicator, &chart);
    chart
}

/// A chart with everything but series, words and sources.
pub(super) fn bare(indicator: &Indicator, view: &View, locale: Locale) -> Chart {
    let t = &locale.messages().figure;
    let (name, unit) = (indicator.name.get(locale), indicator.unit.get(locale));
    Chart {
        id: indicator.id.clone(),
        kind: view.kind,
        locale,
        title: String::new(),
        summary: String::new(),
        subtitle: fill(t.table_caption, &[("name", name), ("unit", unit)]),
        key: Vec::new(),
        measure: indicator.measure,
        inverted: indicator.measure == Measure::Rank,
        log: view.log && view.kind != Kind::Bars,
        // Slopes and pairs are about distances between values, not about their distance from nothing.
        from_zero: !(matches!(view.kind, Kind::Slope | Kind::Dumbbell)
            || indicator.is_provincial() && indicator.measure == Measure::Score),
        decimals: indicator.decimals,
        unit: unit.into(),
        heads: Heads::Times,
        series: Vec::new(),
        drawn_by: None,
        panels: Vec::new(),
        references: Vec::new(),
        events: Vec::new(),
        value_words: Vec::new(),
        notes: indicator.notes.iter().map(|n| n.get(locale).to_owned()).collect(),
        sources: Vec::new(),
        latest: String::new(),
    }
}

/// Gathers what follows from the series: sources and the latest date.
pub(super) fn close(chart: &mut Chart) {
    let mut sources: Vec<Arc<Source>> = Vec::new();
    for d in chart.series.iter().flat_map(|s| &s.data) {
        if !sources.iter().any(|s| s.id == d.source.id) {
            sources.push(d.source.clone());
        }
    }
    chart.sources = sources;
    let latest = chart.series.iter().flat_map(|s| &s.data).max_by_key(|d| d.date);
    chart.latest = latest.map(|d| d.date.format(chart.locale)).unwrap_or_default();
    if chart.heads == Heads::Times
        && let Some(d) = latest
    {
        chart.latest.clone_from(&d.when);
    }
}

/// A slope compares the same two years for all: the first and the last that every series has.
fn common_ends(series: &mut Vec<ChartSeries>) {
    let firsts = series.iter().filter_map(|s| s.data.first()).map(|d| d.date.year());
    let lasts = series.iter().filter_map(|s| s.data.last()).map(|d| d.date.year());
    let (Some(from), Some(to)) = (firsts.max(), lasts.min()) else { return };
    if series.len() > 1 {
        for s in series.iter_mut() {
            s.data.retain(|d| d.date.year() == from || d.date.year() == to);
        }
    }
    series.retain(|s| s.data.len() > 1);
    ends_only(series);
}

/// A slope joins the first and the last point of each series.
pub(super) fn ends_only(series: &mut [ChartSeries]) {
    for s in series {
        let last = s.data.len().saturating_sub(1);
        let mut i = 0;
        s.data.retain(|_| {
            i += 1;
            i == 1 || i == last + 1
        });
    }
}

pub(super) fn datum(indicator: &Indicator, point: &Point, locale: Locale) -> Datum {
    let number = number::short(point.value, indicator.decimals, locale);
    Datum {
        x: point.date.to_string(),
        date: point.date,
        when: point.period.as_ref().map_or_else(|| point.date.format(locale), |p| p.get(locale).to_owned()),
        place: point.place,
        tone: None,
        value: point.value,
        range: point.range.filter(|(low, high)| low.is_finite() && high.is_finite()),
        text: with_unit(indicator.measure, &number, indicator.unit.get(locale), locale),
        number,
        status: point.status,
        out_of: point.out_of,
        rank: String::new(),
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
