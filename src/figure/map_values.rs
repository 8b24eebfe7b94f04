//! From readings to what a map shows of them: names, classes, values with unit and rank.

use super::classes::{self, Range};
use super::map::{MapClass, MapValue};
use super::map_readings::{Reading, Showing};
use super::{map_words, with_unit};
use crate::data::{Classes, Indicator, Measure, ProvinceKind};
use crate::text::{Locale, Text, fill, number};

/// The name by which "TP. Hồ Chí Minh" stands in the alphabet.
pub(super) fn bare(name: &str) -> &str {
    name.strip_prefix("TP. ").unwrap_or(name)
}

/// A name as people say it; only the city named after a person needs its kind.
pub(super) fn unit_name(name: &Text, kind: ProvinceKind, locale: Locale) -> String {
    if name.vi == "Hồ Chí Minh" { with_kind(name, kind, locale) } else { name.get(locale).into() }
}

pub(super) fn with_kind(name: &Text, kind: ProvinceKind, locale: Locale) -> String {
    let t = &locale.messages().map;
    let name = name.get(locale);
    match kind {
        ProvinceKind::City if name.ends_with(" City") => name.into(),
        ProvinceKind::City => fill(t.city, &[("name", name)]),
        ProvinceKind::Province => fill(t.province, &[("name", name)]),
    }
}

/// A value as it is shown, so that the legend's ranges never seem to overlap.
pub(super) fn rounded(value: f64, decimals: usize) -> f64 {
    let scale = 10_f64.powi(decimals as i32);
    (value * scale).round() / scale
}

pub(super) fn classes(showing: Showing<'_>, shown: &[f64], locale: Locale) -> Vec<MapClass> {
    match showing {
        Showing::Value(indicator) => levels(indicator, shown, locale),
        Showing::Change(indicator) => changes(indicator, shown, locale),
        Showing::Merger => {
            let ranges = classes::natural(shown, classes::MOST);
            let tones = classes::tones(ranges.len());
            let class = |(range, tone): (Range, u8)| MapClass {
                tone,
                label: made_of(range.0, locale),
                count: 0,
                range,
            };
            ranges.into_iter().zip(tones).map(class).collect()
        }
    }
}

fn levels(indicator: &Indicator, shown: &[f64], locale: Locale) -> Vec<MapClass> {
    let mut ranges = match indicator.classes.unwrap_or(Classes::Natural) {
        Classes::Natural => {
            let values: Vec<f64> = shown.iter().map(|v| rounded(*v, indicator.decimals)).collect();
            classes::natural(&values, classes::MOST)
        }
        Classes::Rank => {
            classes::ranks(shown.iter().fold(0.0_f64, |a, b| a.max(*b)).clamp(0.0, 999.0) as usize)
        }
        Classes::Flag if shown.is_empty() => Vec::new(),
        Classes::Flag => vec![(0.0, 0.0), (1.0, 1.0)],
    };
    if indicator.classes == Some(Classes::Rank) {
        ranges.reverse(); // first place is darkest
    }
    let tones = classes::tones(ranges.len());
    let class = |(range, tone): (Range, u8)| {
        let label = match indicator.classes {
            Some(Classes::Flag) => flag_word(indicator, range.0, locale),
            _ => span(range, indicator.decimals, locale),
        };
        MapClass { tone, label, count: 0, range }
    };
    ranges.into_iter().zip(tones).map(class).collect()
}

/// "3–7", or "3" where both ends are the same.
fn span((low, high): Range, decimals: usize, locale: Locale) -> String {
    let number = |v| number::format(v, decimals, locale);
    if low >= high {
        return number(low);
    }
    fill(locale.messages().map.range, &[("low", &number(low)), ("high", &number(high))])
}

fn changes(indicator: &Indicator, shown: &[f64], locale: Locale) -> Vec<MapClass> {
    let t = &locale.messages().map;
    let decimals = indicator.decimals;
    let ranked = indicator.measure == Measure::Rank;
    let split = classes::diverging(shown, decimals);
    let class = |(range, tone): (Range, u8)| {
        let words =
            |message, low: f64, high: f64| fill(message, &[("range", &span((low, high), decimals, locale))]);
        let label = match range {
            (low, high) if low > 0.0 => words(if ranked { t.class_up } else { t.class_rise }, low, high),
            (low, high) if high < 0.0 => words(if ranked { t.class_down } else { t.class_fall }, -high, -low),
            _ if split.within <= 0.0 => t.class_even.to_owned(),
            _ => fill(t.class_about, &[("value", &number::format(split.within, decimals, locale))]),
        };
        MapClass { tone, label, count: 0, range }
    };
    split.ranges.iter().copied().map(class).collect()
}

pub(super) fn value(
    showing: Showing<'_>,
    reading: &Reading,
    shown: &[f64],
    classes: &[MapClass],
    locale: Locale,
) -> Option<MapValue> {
    let t = &locale.messages().map;
    let ranges: Vec<Range> = classes.iter().map(|c| c.range).collect();
    let v = reading.value;
    let place = || shown.iter().filter(|other| **other > v).count() as u32 + 1;
    let (number, text, rank, message, decimals) = match showing {
        Showing::Merger => (number::format(v, 0, locale), made_of(v, locale), None, "", 0),
        Showing::Change(i) => {
            let size = number::format(v.abs(), i.decimals, locale);
            let size = size.as_str();
            let sign = if v > 0.0 {
                "+"
            } else if v < 0.0 {
                "−"
            } else {
                ""
            };
            (format!("{sign}{size}"), moved(i, v, locale), Some(place()), t.rank_change, i.decimals)
        }
        Showing::Value(i) if i.measure == Measure::Flag => {
            let word = flag_word(i, v, locale);
            (word.clone(), word, None, "", i.decimals)
        }
        Showing::Value(i) => {
            let number = number::format(v, i.decimals, locale);
            let text = with_unit(i.measure, &number, map_words::short_unit(i.unit.get(locale)), locale);
            let ranked = i.measure == Measure::Rank;
            let rank = if ranked { v as u32 } else { place() };
            (number, text, Some(rank), if ranked { t.rank_value } else { t.rank_of }, i.decimals)
        }
    };
    let count = reading.out_of.filter(|_| matches!(showing, Showing::Value(_)));
    let count = count.map_or(shown.len(), usize::from).to_string();
    let rank_text = rank.map_or_else(String::new, |rank| {
        let ordinal = number::ordinal(rank, locale);
        fill(message, &[("n", &rank.to_string()), ("ordinal", &ordinal), ("count", &count)])
    });
    Some(MapValue {
        value: v,
        number,
        text,
        rank,
        rank_text,
        class: classes::class_of(&ranges, rounded(v, decimals))?,
        status: reading.status,
        note: reading.note.clone(),
        source: reading.source.clone(),
    })
}

/// "tăng 0,21 điểm", "lên 3 bậc", "không đổi".
pub(super) fn moved(indicator: &Indicator, change: f64, locale: Locale) -> String {
    let t = &locale.messages().map;
    let change = rounded(change, indicator.decimals);
    let size = number::format(change.abs(), indicator.decimals, locale);
    if change.abs() <= 0.0 {
        return t.class_even.to_owned();
    }
    if indicator.measure == Measure::Rank {
        return fill(if change > 0.0 { t.moved_up } else { t.moved_down }, &[("n", &size)]);
    }
    let size = with_unit(indicator.measure, &size, map_words::short_unit(indicator.unit.get(locale)), locale);
    fill(if change > 0.0 { t.rose } else { t.fell }, &[("value", &size)])
}

/// "nhập từ 3 tỉnh, thành", "không sáp nhập".
fn made_of(count: f64, locale: Locale) -> String {
    let t = &locale.messages().map;
    if count > 1.0 {
        fill(t.made_of, &[("n", &number::format(count, 0, locale))])
    } else {
        t.made_alone.to_owned()
    }
}

/// "1 = đã đạt, 0 = chưa" says what 1 and 0 are called.
pub(super) fn flag_word(indicator: &Indicator, value: f64, locale: Locale) -> String {
    let t = &locale.messages().map;
    let (digit, plain) = if value > 0.0 { ("1", t.yes) } else { ("0", t.no) };
    let parts = indicator.unit.get(locale).split(',').filter_map(|part| part.split_once('='));
    let said = parts.map(|(d, word)| (d.trim(), word.trim())).find(|(d, _)| *d == digit);
    said.map_or(plain, |(_, word)| word).to_owned()
}
