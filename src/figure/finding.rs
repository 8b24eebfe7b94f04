//! The words of a chart, computed from its data: the title that states the finding, and the summary that tells the
//! picture to someone who cannot see it.

use super::{Chart, ChartSeries, Datum, Kind, with_unit};
use crate::data::{Indicator, Measure, Status};
use crate::text::{Locale, fill, number};

/// The holes an author may use in `finding`. `…2` is the second series.
pub const HOLES: [&str; 12] = [
    "first",
    "first_when",
    "last",
    "last_th",
    "last_when",
    "max",
    "max_when",
    "last2",
    "last2_when",
    "move",
    "record",
    "n",
];

/// The title: the author's sentence, filled from the data; the indicator's name where there is none.
pub fn title(indicator: &Indicator, chart: &Chart) -> String {
    let locale = chart.locale;
    let t = &locale.messages().figure;
    let Some(template) = &indicator.finding else { return indicator.name.get(locale).into() };
    let Some((first, last)) = chart.series.first().and_then(ends) else {
        return indicator.name.get(locale).into();
    };
    let data = chart.series.first().map_or(&[][..], |s| &s.data);
    let max = extreme(data, true).unwrap_or(last);
    let best = extreme(data, false).unwrap_or(last);
    let second = chart.series.get(1).and_then(ends).map(|(_, last)| last);
    let words = template.get(locale);
    // The years that a reader chose may leave nothing of the second series to speak of.
    if second.is_none() && words.contains("{last2") {
        return indicator.name.get(locale).into();
    }
    let before = data.iter().rev().nth(1).unwrap_or(last);
    let direction = if last.value < before.value {
        t.rank_up
    } else if last.value > before.value {
        t.rank_down
    } else {
        t.rank_same
    };
    // "Best since" only holds while every earlier place was worse.
    let is_record = data.iter().rev().skip(1).all(|d| d.value > last.value);
    let best_words = match locale {
        Locale::Vi => best.number.clone(),
        Locale::En => number::ordinal(best.value as u32, locale),
    };
    let record = if is_record {
        fill(t.record_best, &[("year", &first.when)])
    } else {
        fill(t.record_was, &[("best", &best_words), ("year", &best.when)])
    };
    fill(
        words,
        &[
            ("first", &first.number),
            ("first_when", &first.when),
            ("last", &last.number),
            ("last_th", &number::ordinal(last.value as u32, locale)),
            ("last_when", &last.when),
            ("max", &max.number),
            ("max_when", &max.when),
            ("last2", second.map_or("", |d| &d.number)),
            ("last2_when", second.map_or("", |d| &d.when)),
            ("move", direction),
            ("record", &record),
            ("n", &data.len().to_string()),
        ],
    )
}

/// The picture in words: each series from end to end with its extremes, gaps, and what is not verified.
pub fn summary(indicator: &Indicator, chart: &Chart) -> String {
    let t = &chart.locale.messages().figure;
    let mut sentences: Vec<String> =
        chart.series.iter().filter_map(|series| series_summary(indicator, chart, series)).collect();
    let gaps = gap_years(indicator, chart);
    if !gaps.is_empty() {
        sentences.push(fill(t.gap, &[("years", &gaps.join(", "))]));
    }
    sentences.extend(apart(indicator, chart));
    let doubtful: Vec<&str> = chart
        .series
        .iter()
        .flat_map(|s| &s.data)
        .filter(|d| d.status == Status::Unverified)
        .map(|d| d.when.as_str())
        .collect();
    if !doubtful.is_empty() {
        sentences.push(fill(t.unverified_points, &[("points", &doubtful.join(", "))]));
    }
    sentences.join(" ")
}

/// How far two sources are apart in the last year that both have.
fn apart(indicator: &Indicator, chart: &Chart) -> Option<String> {
    let [a, b] = chart.series.as_slice() else { return None };
    if chart.kind != Kind::Dumbbell {
        return None;
    }
    let (x, y) = a
        .data
        .iter()
        .rev()
        .find_map(|x| Some((x, b.data.iter().find(|y| y.date.year() == x.date.year())?)))?;
    let amount = number::short((x.value - y.value).abs(), chart.decimals, chart.locale);
    let value = amount_words(indicator, chart, &amount);
    Some(fill(
        chart.locale.messages().figure.apart,
        &[("when", &x.date.year().to_string()), ("value", &value)],
    ))
}

/// An amount of change in the words of the measure.
pub(super) fn amount_words(indicator: &Indicator, chart: &Chart, amount: &str) -> String {
    match indicator.measure {
        Measure::Share => fill(chart.locale.messages().figure.points, &[("n", amount)]),
        measure => with_unit(measure, amount, super::map_words::short_unit(&chart.unit), chart.locale),
    }
}

/// One series in words: from end to end.
pub(super) fn ends_summary(indicator: &Indicator, chart: &Chart, series: &ChartSeries) -> Option<String> {
    let t = &chart.locale.messages().figure;
    let (first, last) = ends(series)?;
    let name = format!("{}: ", series.name);
    let change = change(indicator, chart, first, last);
    let (from, to) = (first.number.as_str(), last.text.as_str());
    let pairs = [
        ("series", name.as_str()),
        ("first", from),
        ("first_when", &first.when),
        ("last", to),
        ("last_when", &last.when),
        ("change", &change),
    ];
    Some(fill(if series.data.len() > 1 { t.sum_two } else { t.sum_one }, &pairs))
}

/// One series in words: from end to end, with its extremes.
pub(super) fn series_summary(indicator: &Indicator, chart: &Chart, series: &ChartSeries) -> Option<String> {
    let t = &chart.locale.messages().figure;
    let (first, last) = ends(series)?;
    let (max, min) = (extreme(&series.data, true)?, extreme(&series.data, false)?);
    let prefix = if series.name.is_empty() { String::new() } else { format!("{}: ", series.name) };
    let change = change(indicator, chart, first, last);
    if indicator.measure == Measure::Rank {
        return Some(fill(
            t.sum_rank,
            &[
                ("first", &first.number),
                ("first_when", &first.when),
                ("last", &last.number),
                ("last_when", &last.when),
                ("change", &change),
                ("best", &min.number),
                ("best_when", &min.when),
                ("worst", &max.number),
                ("worst_when", &max.when),
            ],
        ));
    }
    let template = match series.data.len() {
        1 => t.sum_one,
        2 => t.sum_two,
        _ => t.sum_level,
    };
    Some(fill(
        template,
        &[
            ("series", &prefix),
            ("first", &first.text),
            ("first_when", &first.when),
            ("last", &last.text),
            ("last_when", &last.when),
            ("change", &change),
            ("max", &max.number),
            ("max_when", &max.when),
            ("min", &min.number),
            ("min_when", &min.when),
        ],
    ))
}

/// How far it went, in the words of the measure: places, percentage points, or the unit; times where it multiplied.
pub(super) fn change(indicator: &Indicator, chart: &Chart, first: &Datum, last: &Datum) -> String {
    let t = &chart.locale.messages().figure;
    // The difference of what is shown, or a reader who subtracts finds another one.
    let shown = |d: &Datum| super::map_values::rounded(d.value, chart.decimals);
    let difference = shown(last) - shown(first);
    if difference.abs() < 1e-9 {
        return t.same.into();
    }
    let amount = number::short(difference.abs(), chart.decimals, chart.locale);
    if indicator.measure == Measure::Rank {
        let words = if difference < 0.0 { t.up_places } else { t.down_places };
        return fill(words, &[("n", &amount)]);
    }
    if first.value > 0.0 && last.value / first.value >= 3.0 {
        let times = number::short(
            last.value / first.value,
            usize::from(last.value / first.value < 20.0),
            chart.locale,
        );
        return fill(t.times, &[("n", &times)]);
    }
    let amount = amount_words(indicator, chart, &amount);
    fill(if difference > 0.0 { t.more } else { t.less }, &[("n", &amount)])
}

/// Years inside a series of whole years that have no value. Surveys and editions (ranks) have years of their own,
/// and dated snapshots have none.
pub fn gap_years(indicator: &Indicator, chart: &Chart) -> Vec<String> {
    if indicator.measure == Measure::Rank || chart.kind == Kind::Slope {
        return Vec::new();
    }
    let many = chart.series.len() > 1;
    let mut out = Vec::new();
    for series in &chart.series {
        for pair in series.data.windows(2) {
            if let [a, b] = pair {
                for year in a.date.year() + 1..b.date.year() {
                    out.push(if many { format!("{year} ({})", series.name) } else { year.to_string() });
                }
            }
        }
    }
    out
}

pub(super) fn ends(series: &ChartSeries) -> Option<(&Datum, &Datum)> {
    Some((series.data.first()?, series.data.last()?))
}

/// The largest or smallest value; of equal ones the latest.
fn extreme(data: &[Datum], largest: bool) -> Option<&Datum> {
    data.iter().reduce(|best, d| {
        let better = if largest { d.value >= best.value } else { d.value <= best.value };
        if better { d } else { best }
    })
}
