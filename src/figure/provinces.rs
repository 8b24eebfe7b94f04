//! From a provincial indicator and a view to a chart: dots of one year, or a few provinces over the years.

use super::build::{bare, close, ends_only};
use super::kind::Kind;
use super::map_values::{flag_word, rounded, unit_name};
use super::map_words::short_unit;
use super::marks::CONTEXT;
use super::province_words;
use super::view::{MOST_UNITS, Order, View};
use super::{Chart, ChartSeries, Datum, Heads, RefLine, with_unit};
use crate::data::{Code63, Dataset, Indicator, Measure, Point, Province, Status};
use crate::text::{Locale, collate, fill, number, sort};

/// The tone of the reader's own province.
pub(super) const OWN: u8 = 0;
/// The tone of the others, where all are shown.
pub(super) const OTHERS: u8 = 1;
/// The tone of those that were chosen besides.
pub(super) const CHOSEN: u8 = 2;

/// The chart.
pub(super) fn chart(data: &Dataset, indicator: &Indicator, view: &View, locale: Locale) -> Chart {
    let mut chart = bare(indicator, view, locale);
    let t = &locale.messages().figure;
    match view.kind {
        Kind::Line | Kind::Multiples | Kind::Slope => over_years(data, indicator, view, &mut chart),
        Kind::Dots | Kind::Bars | Kind::Dumbbell => in_order(data, indicator, view, &mut chart),
    }
    if indicator.measure == Measure::Flag {
        let words = [0.0, 1.0].map(|v| (v, flag_word(indicator, v, locale)));
        chart.value_words = words.into();
    }
    if chart.inverted {
        chart.key.push(t.axis_rank.to_owned());
    }
    if chart.log {
        chart.key.push(t.axis_log.to_owned());
    }
    if chart.series.iter().flat_map(|s| &s.data).any(|d| d.status == Status::Unverified) {
        chart.key.push(t.hollow.to_owned());
    }
    close(&mut chart);
    province_words::say(data, indicator, view, &mut chart);
    chart
}

/// The provinces that the view's region leaves.
pub(super) fn inside<'a>(data: &'a Dataset, view: &'a View) -> impl Iterator<Item = &'a Province> {
    data.provinces.iter().filter(|p| view.region.as_ref().is_none_or(|id| p.region == *id))
}

/// All provinces in one year: one series, or one a region.
fn in_order(data: &Dataset, indicator: &Indicator, view: &View, chart: &mut Chart) {
    let locale = chart.locale;
    let year = view.years.1;
    chart.heads = Heads::Places;
    chart.kind = Kind::Dots;
    chart.subtitle = if indicator.measure == Measure::Flag {
        format!("{} · {year}", indicator.name.get(locale))
    } else {
        fill(
            locale.messages().map.subtitle,
            &[
                ("name", indicator.name.get(locale)),
                ("unit", indicator.unit.get(locale)),
                ("year", &year.to_string()),
            ],
        )
    };
    let shown: Vec<f64> = indicator.in_year(year).map(|p| p.value).filter(|v| v.is_finite()).collect();
    let mut all: Vec<Datum> = inside(data, view)
        .filter_map(|p| {
            let point = indicator.at(p.code, year).filter(|point| point.value.is_finite())?;
            Some(place(indicator, point, p, &shown, view, locale))
        })
        .collect();
    sort::by(&mut all, |a, b| {
        let by_value = if chart.inverted { a.value.total_cmp(&b.value) } else { b.value.total_cmp(&a.value) };
        let by_name = || collate::compare(bare_name(&a.when), bare_name(&b.when));
        if view.order == Order::Name { by_name() } else { by_value.then_with(by_name) }
    });
    let series = |id: &str, name: String, data: Vec<Datum>| ChartSeries {
        id: id.into(),
        name,
        tone: OTHERS,
        joined: false,
        data,
    };
    chart.series = if view.order == Order::Region {
        let of = |region: &str| -> Vec<Datum> {
            let here =
                |d: &&Datum| d.place.and_then(|c| data.province(c)).is_some_and(|p| p.region == region);
            all.iter().filter(here).cloned().collect()
        };
        let regions = data.regions63.iter().map(|r| series(&r.id, r.name.get(locale).into(), of(&r.id)));
        regions.filter(|s| !s.data.is_empty()).collect()
    } else {
        vec![series("province", String::new(), all)]
    };
    if indicator.measure != Measure::Flag && indicator.measure != Measure::Rank {
        chart.references.extend(median(indicator, &shown, locale));
    }
}

/// The middle of all values: half of the provinces lie above, half below. Of an even number the lower of the two
/// in the middle, so that it is a value that some province really has.
pub(super) fn median_of(values: &[f64]) -> Option<f64> {
    let mut sorted = values.to_vec();
    sort::by(&mut sorted, f64::total_cmp);
    sorted.get(sorted.len().saturating_sub(1) / 2).copied()
}

fn median(indicator: &Indicator, shown: &[f64], locale: Locale) -> Option<RefLine> {
    let value = median_of(shown).filter(|_| shown.len() > 4)?;
    let number = number::short(value, indicator.decimals, locale);
    let label = fill(locale.messages().figure.median, &[("value", &number), ("n", &shown.len().to_string())]);
    Some(RefLine { value, label })
}

fn place(
    indicator: &Indicator,
    point: &Point,
    province: &Province,
    shown: &[f64],
    view: &View,
    locale: Locale,
) -> Datum {
    let mut datum = of_province(indicator, point, locale);
    datum.x = province.code.to_string();
    datum.when = unit_name(&province.name, province.kind, locale);
    datum.tone = match view.units.iter().position(|c| *c == province.code) {
        Some(0) => Some(OWN),
        Some(_) => Some(CHOSEN),
        None => None,
    };
    datum.rank = rank(indicator, point, shown, locale);
    datum
}

/// "thứ 3 trong 61"; nothing where the value is a rank itself, or yes and no. Values that read the same share a
/// place.
pub(super) fn rank(indicator: &Indicator, point: &Point, shown: &[f64], locale: Locale) -> String {
    if matches!(indicator.measure, Measure::Flag | Measure::Rank) {
        return String::new();
    }
    let ahead = shown.iter().filter(|v| **v > point.value).count() as u32;
    let ordinal = number::ordinal(ahead + 1, locale);
    let (n, count) = ((ahead + 1).to_string(), shown.len().to_string());
    fill(locale.messages().map.rank_of, &[("n", &n), ("ordinal", &ordinal), ("count", &count)])
}

/// A datum of a province, named by its year.
fn of_province(indicator: &Indicator, point: &Point, locale: Locale) -> Datum {
    let mut datum = super::build::datum(indicator, point, locale);
    if indicator.measure == Measure::Flag {
        datum.number = flag_word(indicator, point.value, locale);
        datum.text.clone_from(&datum.number);
    } else {
        let number = number::format(rounded(point.value, indicator.decimals), indicator.decimals, locale);
        datum.text = with_unit(indicator.measure, &number, short_unit(indicator.unit.get(locale)), locale);
        datum.number = number;
    }
    datum
}

/// A few provinces over the years; for slopes all of them, with the chosen ones in front.
fn over_years(data: &Dataset, indicator: &Indicator, view: &View, chart: &mut Chart) {
    let locale = chart.locale;
    let (from, to) = view.years;
    let series = |p: &Province, tone: u8| ChartSeries {
        id: p.code.to_string(),
        name: unit_name(&p.name, p.kind, locale),
        tone,
        joined: false,
        data: indicator
            .of(p.code)
            .filter(|point| {
                let year = point.date.year();
                (from..=to).contains(&year)
                    && point.value.is_finite()
                    && indicator.years.contains(&year)
                    && (view.kind != Kind::Slope || year == from || year == to)
            })
            .map(|point| of_province(indicator, point, locale))
            .collect(),
    };
    let chosen: Vec<Code63> = match view.kind {
        // One year alone goes nowhere.
        Kind::Slope if from == to => return,
        Kind::Slope if view.units.is_empty() => movers(data, indicator, view),
        _ => view.shown_units(data),
    };
    let tone = |i: usize| i.min(MOST_UNITS - 1) as u8;
    let mut all: Vec<ChartSeries> = chosen
        .iter()
        .enumerate()
        .filter_map(|(i, code)| Some(series(data.province(*code)?, tone(i))))
        .filter(|s| !s.data.is_empty())
        .collect();
    if view.kind == Kind::Slope {
        let others = inside(data, view).filter(|p| !chosen.contains(&p.code));
        all.extend(others.map(|p| series(p, CONTEXT)).filter(|s| s.data.len() > 1));
        ends_only(&mut all);
    }
    chart.series = all;
}

/// Who rose and who fell most between the two years: two of each.
pub(super) fn movers(data: &Dataset, indicator: &Indicator, view: &View) -> Vec<Code63> {
    let mut moves = province_words::moves(data, indicator, view);
    sort::by(&mut moves, |a, b| b.1.total_cmp(&a.1));
    let codes: Vec<Code63> = moves.iter().map(|(code, _)| *code).collect();
    let last = codes.len().saturating_sub(2).max(2);
    let ends = codes.iter().take(2).chain(codes.iter().skip(last));
    ends.copied().collect()
}

/// The name by which a province stands in the alphabet.
fn bare_name(name: &str) -> &str {
    super::map_values::bare(name)
}
