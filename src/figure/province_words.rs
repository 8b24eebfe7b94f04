//! What a chart of provinces says: its title, a finding counted from the data, and the picture in words.

use super::kind::Kind;
use super::provinces::inside;
use super::view::View;
use super::{Chart, ChartSeries, Datum};
use crate::data::{Code63, Dataset, Indicator, Measure};
use crate::text::{collate::upper, fill, number, sort};

/// How many provinces a sentence names at each end.
const NAMED: usize = 3;

/// Writes title and summary.
pub(super) fn say(data: &Dataset, indicator: &Indicator, view: &View, chart: &mut Chart) {
    let (title, mut summary) = match chart.kind {
        Kind::Slope => slope(data, indicator, view, chart),
        Kind::Line | Kind::Multiples => over_years(indicator, chart),
        _ if indicator.measure == Measure::Flag => flags(indicator, chart),
        _ => order(chart),
    };
    summary.extend(missing(data, indicator, view, chart));
    let own = chart.series.iter().enumerate().flat_map(|(s, series)| {
        series
            .data
            .iter()
            .enumerate()
            .filter(|(_, d)| d.tone == Some(super::provinces::OWN))
            .map(move |(i, _)| (s, i))
    });
    // The reader's own province is said first.
    let own: Vec<String> =
        own.filter_map(|(s, i)| chart.say(s, i)).map(|words| format!("{words}.")).collect();
    let sentences: Vec<String> = own.into_iter().chain(summary).filter(|s| !s.is_empty()).collect();
    chart.title = if title.is_empty() { indicator.name.get(chart.locale).to_owned() } else { title };
    chart.summary = sentences.join(" ");
}

/// "A cao nhất: …; B thấp nhất: …"
fn order(chart: &Chart) -> (String, Vec<String>) {
    let t = &chart.locale.messages().map;
    let mut all: Vec<&Datum> = chart.series.iter().flat_map(|s| &s.data).collect();
    sort::by(&mut all, |a, b| {
        if chart.inverted { a.value.total_cmp(&b.value) } else { b.value.total_cmp(&a.value) }
    });
    let back: Vec<&Datum> = all.iter().rev().copied().collect();
    let (Some(first), Some(last)) = (all.first(), back.first()) else { return (String::new(), Vec::new()) };
    let (top, bottom) = (leaders(&all, t.and), leaders(&back, t.and));
    let count = all.len().to_string();
    let title = if chart.inverted {
        fill(t.title_rank, &[("top", &top), ("bottom", &bottom), ("count", &count)])
    } else if first.value <= last.value {
        fill(t.title_one, &[("top", &top), ("most", &first.text)])
    } else {
        let pairs =
            [("top", top.as_str()), ("bottom", &bottom), ("most", &first.text), ("least", &last.number)];
        fill(t.title_high, &pairs)
    };
    let (high, low) = if chart.inverted { (t.sum_first, t.sum_last) } else { (t.sum_high, t.sum_low) };
    let middle = chart.references.first().map(|r| format!("{}.", capital(&r.label)));
    let summary = vec![
        fill(high, &[("units", &named(chart, &all))]),
        fill(low, &[("units", &named(chart, &back))]),
        middle.unwrap_or_default(),
    ];
    (title, summary)
}

/// All that share the first value.
fn leaders(all: &[&Datum], and: &str) -> String {
    let Some(first) = all.first() else { return String::new() };
    let names: Vec<&str> =
        all.iter().take_while(|d| d.value.total_cmp(&first.value).is_eq()).map(|d| d.when.as_str()).collect();
    if names.len() > NAMED {
        format!("{} …", names.iter().take(NAMED).copied().collect::<Vec<_>>().join(", "))
    } else {
        names.join(and)
    }
}

fn named(chart: &Chart, data: &[&Datum]) -> String {
    let t = &chart.locale.messages().map;
    let one = |d: &&Datum| {
        let value = if chart.inverted { format!("({})", d.number) } else { d.number.clone() };
        fill(t.unit_value, &[("name", &d.when), ("value", &value)])
    };
    data.iter().take(NAMED).map(one).collect::<Vec<_>>().join(", ")
}

/// Who has it, by name.
fn flags(indicator: &Indicator, chart: &Chart) -> (String, Vec<String>) {
    let t = &chart.locale.messages().map;
    let data = || chart.series.iter().flat_map(|s| &s.data);
    let yes: Vec<&Datum> = data().filter(|d| d.value > 0.0).collect();
    let (n, count) = (yes.len().to_string(), data().count().to_string());
    let name = indicator.name.get(chart.locale);
    let title = fill(t.title_flag, &[("name", name), ("n", &n), ("count", &count)]);
    let names: Vec<&str> = yes.iter().map(|d| d.when.as_str()).collect();
    let word = yes.first().map(|d| capital(&d.number)).unwrap_or_default();
    let said = (!names.is_empty()).then(|| fill(t.sum_yes, &[("word", &word), ("units", &names.join(", "))]));
    (title, said.into_iter().collect())
}

/// Each province from end to end.
fn over_years(indicator: &Indicator, chart: &Chart) -> (String, Vec<String>) {
    let t = &chart.locale.messages().figure;
    let mut last: Vec<(&ChartSeries, &Datum)> =
        chart.series.iter().filter_map(|s| Some((s, s.data.last()?))).collect();
    sort::by(&mut last, |a, b| {
        if chart.inverted { a.1.value.total_cmp(&b.1.value) } else { b.1.value.total_cmp(&a.1.value) }
    });
    let title = match last.as_slice() {
        [] => String::new(),
        [(s, d)] => fill(t.title_province, &[("name", &s.name), ("value", &d.text), ("when", &d.when)]),
        [(s, d), .., (z, e)] => fill(
            t.title_provinces,
            &[
                ("n", &last.len().to_string()),
                ("top", &s.name),
                ("most", &d.text),
                ("bottom", &z.name),
                ("least", &e.number),
                ("when", &d.when),
            ],
        ),
    };
    let sentences = chart.series.iter().filter_map(|s| super::finding::ends_summary(indicator, chart, s));
    (title, sentences.collect())
}

/// How far each province moved between the two years; upwards is better for ranks.
pub(super) fn moves(data: &Dataset, indicator: &Indicator, view: &View) -> Vec<(Code63, f64)> {
    let (from, to) = view.years;
    inside(data, view)
        .filter_map(|p| {
            let (a, b) = (indicator.at(p.code, from)?, indicator.at(p.code, to)?);
            let change = b.value - a.value;
            change.is_finite().then_some(())?;
            Some((p.code, if indicator.measure == Measure::Rank { -change } else { change }))
        })
        .collect()
}

/// How many rose and how many fell, and who most.
fn slope(data: &Dataset, indicator: &Indicator, view: &View, chart: &Chart) -> (String, Vec<String>) {
    let t = &chart.locale.messages().figure;
    let mut moves = moves(data, indicator, view);
    sort::by(&mut moves, |a, b| b.1.total_cmp(&a.1));
    // What reads the same before and after has not moved.
    let seen = |change: f64| super::map_values::rounded(change, indicator.decimals);
    let up = moves.iter().filter(|m| seen(m.1) > 0.0).count();
    let down = moves.iter().filter(|m| seen(m.1) < 0.0).count();
    let (from, to) = view.years;
    let title = fill(
        t.title_slope,
        &[
            ("from", &from.to_string()),
            ("to", &to.to_string()),
            ("up", &up.to_string()),
            ("down", &down.to_string()),
        ],
    );
    let said = |m: &(Code63, f64)| {
        let name = data.province(m.0).map(|p| super::map_values::unit_name(&p.name, p.kind, chart.locale))?;
        let sign = if m.1 > 0.0 { "+" } else { "" };
        let value = format!("{sign}{}", number::short(m.1, indicator.decimals, chart.locale));
        Some(format!("{name} ({value})"))
    };
    let list = |found: Vec<&(Code63, f64)>| {
        found.into_iter().take(NAMED).filter_map(said).collect::<Vec<_>>().join(", ")
    };
    let risers = list(moves.iter().filter(|m| seen(m.1) > 0.0).collect());
    let fallers = list(moves.iter().rev().filter(|m| seen(m.1) < 0.0).collect());
    let sentence = |message: &str, units: String| {
        if units.is_empty() { String::new() } else { fill(message, &[("units", &units)]) }
    };
    if risers.is_empty() && fallers.is_empty() {
        return (title, vec![chart.locale.messages().picture.no_move.to_owned()]);
    }
    (title, vec![sentence(t.sum_rise, risers), sentence(t.sum_fall, fallers)])
}

/// Which provinces have no value.
fn missing(data: &Dataset, indicator: &Indicator, view: &View, chart: &Chart) -> Option<String> {
    if chart.heads != super::Heads::Places {
        return None;
    }
    let without = inside(data, view).filter(|p| indicator.at(p.code, view.years.1).is_none());
    let names: Vec<String> =
        without.map(|p| super::map_values::unit_name(&p.name, p.kind, chart.locale)).collect();
    (!names.is_empty())
        .then(|| fill(chart.locale.messages().map.sum_missing, &[("units", &names.join(", "))]))
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |c| std::iter::once(upper(c)).chain(letters).collect())
}
