//! From a comparison to a chart: one panel a province or an indicator, on the same scales where units agree.

use super::build::{close, national};
use super::compare::{Comparison, Mode};
use super::kind::Kind;
use super::map_values::rounded;
use super::view::View;
use super::{Chart, ChartSeries, Heads, RefLine, compare_words, panels, provinces};
use crate::data::{Dataset, Indicator, Measure, Status};
use crate::text::{Locale, fill, number};

/// The id of the chart on its page.
pub(super) const ID: &str = "so-sanh";

/// The chart; none if the dataset has no indicator to show.
pub(super) fn chart(of: &Comparison, data: &Dataset, locale: Locale) -> Option<Chart> {
    let (mode, years) = (of.mode(data), of.shown_years(data));
    let view = |kind, indicator: &Indicator| View {
        kind,
        years,
        units: of.shown_units(data),
        ..View::first(indicator)
    };
    let mut parts: Vec<Chart> = Vec::new();
    for indicator in of.of(data) {
        if mode == Mode::Country {
            let mut panel = national(indicator, &view(Kind::Multiples, indicator), locale);
            panel.references.clear();
            panel.events.clear();
            parts.push(headed(panel, indicator.name.get(locale)));
        } else if mode == Mode::Provinces {
            let whole = provinces::chart(data, indicator, &view(Kind::Multiples, indicator), locale);
            let dates = || whole.series.iter().flat_map(|s| &s.data).map(|d| d.date.year());
            if dates().min() == dates().max() {
                return Some(of_one_year(of, data, indicator, dates().max(), locale));
            }
            for series in &whole.series {
                let mut panel = Chart { series: vec![series.clone()], ..whole.clone() };
                close(&mut panel);
                parts.push(headed(panel, &series.name));
            }
        } else {
            let mut panel = provinces::chart(data, indicator, &view(Kind::Multiples, indicator), locale);
            panel.references = middle(indicator, &panel);
            parts.push(headed(panel, indicator.name.get(locale)));
        }
    }
    let mut chart = joined(parts, mode, locale)?;
    compare_words::say(of, data, &mut chart);
    Some(chart)
}

/// The middle of all provinces in the last year of a panel: it tells high from low where units say nothing.
fn middle(indicator: &Indicator, panel: &Chart) -> Vec<RefLine> {
    let year = panel.series.iter().flat_map(|s| &s.data).map(|d| d.date.year()).max();
    let Some(year) = year.filter(|_| !matches!(indicator.measure, Measure::Flag | Measure::Rank)) else {
        return Vec::new();
    };
    let shown: Vec<f64> = indicator.in_year(year).map(|p| p.value).collect();
    let Some(value) = provinces::median_of(&shown).filter(|_| shown.len() > 4) else { return Vec::new() };
    let number = number::format(rounded(value, indicator.decimals), indicator.decimals, panel.locale);
    vec![RefLine { value, label: fill(panel.locale.messages().compare.median, &[("value", &number)]) }]
}

/// A panel's title is its head.
fn headed(panel: Chart, head: &str) -> Chart {
    Chart { title: head.to_owned(), ..panel }
}

/// All panels as one chart: their series one after the other, named so that each can be told from all others.
fn joined(parts: Vec<Chart>, mode: Mode, locale: Locale) -> Option<Chart> {
    let t = &locale.messages().compare;
    let mut parts = parts;
    let mut tone = 0_u8;
    let mut series: Vec<ChartSeries> = Vec::new();
    for panel in &mut parts {
        let many = panel.series.len() > 1;
        for s in &mut panel.series {
            if mode == Mode::Country {
                // Every line of the country has a tone of its own; a province keeps its tone in every panel.
                s.tone = tone.min(7);
                tone += 1;
            }
            let mut whole = s.clone();
            if mode == Mode::Local || many {
                whole.name = fill(t.series, &[("panel", &panel.title), ("name", &s.name)]);
            } else {
                whole.name.clone_from(&panel.title);
            }
            if mode != Mode::Provinces {
                whole.id = format!("{}.{}", panel.id, s.id);
            }
            series.push(whole);
        }
    }
    let base = parts.first().cloned()?;
    let mut subtitles: Vec<String> = parts.iter().map(|p| p.subtitle.clone()).collect();
    subtitles.dedup();
    let mut chart = Chart {
        id: ID.into(),
        kind: Kind::Multiples,
        subtitle: subtitles.join(" · "),
        decimals: parts.iter().map(|p| p.decimals).max().unwrap_or_default(),
        key: Vec::new(),
        notes: Vec::new(),
        heads: Heads::Times,
        series,
        drawn_by: Some(panels::draw),
        panels: parts,
        references: Vec::new(),
        ..base
    };
    close(&mut chart);
    keys(&mut chart, mode);
    Some(chart)
}

/// How to read the panels: their scales, their time axis, what is hollow.
fn keys(chart: &mut Chart, mode: Mode) {
    let t = chart.locale.messages();
    let shown: Vec<&Chart> = chart.panels.iter().filter(|p| !p.is_empty()).collect();
    let mut key = Vec::new();
    if shown.len() > 1 {
        let groups = panels::scales(&shown);
        let most = groups.iter().copied().max().unwrap_or_default() + 1;
        let one = shown.first().map(|p| p.unit.clone()).unwrap_or_default();
        key.push(if most == 1 && chart.value_words.is_empty() && !chart.inverted {
            fill(t.compare.one_scale, &[("unit", &one)])
        } else if most == 1 {
            t.compare.one_scale_words.to_owned()
        } else if most == shown.len() {
            t.compare.own_scales.to_owned()
        } else {
            t.compare.some_scales.to_owned()
        });
    }
    let years = || chart.series.iter().flat_map(|s| &s.data).map(|d| d.date.year());
    if let (Some(first), Some(last)) = (years().min(), years().max())
        && first < last
    {
        key.push(fill(t.compare.time_axis, &[("first", &first.to_string()), ("last", &last.to_string())]));
    }
    if shown.iter().any(|p| p.inverted) {
        key.push(t.figure.axis_rank.to_owned());
    }
    let cut = shown.iter().filter(|p| panels::is_cut(&shown, p)).count();
    if cut > 0 {
        key.push(if cut == shown.len() { t.compare.cut_axis } else { t.compare.cut_some }.to_owned());
    }
    if shown.iter().any(|p| !p.references.is_empty()) {
        key.push(t.compare.median_key.to_owned());
    }
    if panels::has_ghosts(chart) {
        let words = if mode == Mode::Provinces { t.compare.ghosts_provinces } else { t.compare.ghosts };
        key.push(words.to_owned());
    }
    if chart.series.iter().flat_map(|s| &s.data).any(|d| d.status == Status::Unverified) {
        key.push(t.figure.hollow.to_owned());
    }
    chart.key = key;
}

/// Provinces in an indicator that has one year only: dots on one axis say more than panels with one point each.
fn of_one_year(
    of: &Comparison,
    data: &Dataset,
    indicator: &Indicator,
    year: Option<i16>,
    locale: Locale,
) -> Chart {
    let units = of.shown_units(data);
    let (from, to) = year.map_or_else(|| of.shown_years(data), |y| (y, y));
    let view = View { kind: Kind::Dots, years: (from, to), units: units.clone(), ..View::first(indicator) };
    let mut chart = provinces::chart(data, indicator, &view, locale);
    for series in &mut chart.series {
        series.data.retain(|d| d.place.is_some_and(|place| units.contains(&place)));
    }
    chart.series.retain(|s| !s.data.is_empty());
    chart.id = ID.into();
    chart.notes.clear();
    if let [only] = indicator.years.as_slice() {
        let words = locale.messages().compare.one_year;
        chart.key.push(fill(words, &[("year", &only.to_string())]));
    }
    close(&mut chart);
    compare_words::say(of, data, &mut chart);
    chart
}
