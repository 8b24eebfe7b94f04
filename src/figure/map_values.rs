//! From points to what a map shows of them: names, classes, values with unit and rank.

use super::classes::{self, Range};
use super::map::{MapClass, MapValue};
use super::{map_words, with_unit};
use crate::data::{Classes, Indicator, Measure, Point, ProvinceKind};
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

pub(super) fn classes(indicator: &Indicator, shown: &[f64], locale: Locale) -> Vec<MapClass> {
    let mut ranges = match indicator.classes.unwrap_or(Classes::Natural) {
        Classes::Natural => {
            let values: Vec<f64> = shown.iter().map(|v| rounded(*v, indicator.decimals)).collect();
            classes::natural(&values, classes::MOST)
        }
        Classes::Rank => {
            classes::ranks(shown.iter().fold(0.0_f64, |a, b| a.max(*b)).clamp(0.0, 999.0) as usize)
        }
        Classes::Flag => vec![(0.0, 0.0), (1.0, 1.0)],
    };
    if indicator.classes == Some(Classes::Rank) {
        ranges.reverse(); // first place is darkest
    }
    let number = |v| number::format(v, indicator.decimals, locale);
    let tones = classes::tones(ranges.len());
    let class = |(range, tone): (Range, u8)| {
        let label = match indicator.classes {
            Some(Classes::Flag) => flag_word(indicator, range.0, locale),
            _ if range.0 >= range.1 => number(range.0),
            _ => fill(locale.messages().map.range, &[("low", &number(range.0)), ("high", &number(range.1))]),
        };
        MapClass { tone, label, count: 0, range }
    };
    ranges.into_iter().zip(tones).map(class).collect()
}

pub(super) fn value(
    indicator: &Indicator,
    point: &Point,
    shown: &[f64],
    classes: &[MapClass],
    locale: Locale,
) -> Option<MapValue> {
    let t = &locale.messages().map;
    let ranges: Vec<Range> = classes.iter().map(|c| c.range).collect();
    let number = number::format(point.value, indicator.decimals, locale);
    let flag = indicator.measure == Measure::Flag;
    let rank = match indicator.measure {
        Measure::Flag => None,
        Measure::Rank => Some(point.value as u32),
        _ => Some(shown.iter().filter(|v| **v > point.value).count() as u32 + 1),
    };
    let count = point.out_of.map_or(shown.len(), usize::from).to_string();
    let rank_text = rank.map_or_else(String::new, |rank| {
        let message = if indicator.measure == Measure::Rank { t.rank_value } else { t.rank_of };
        let ordinal = number::ordinal(rank, locale);
        fill(message, &[("n", &rank.to_string()), ("ordinal", &ordinal), ("count", &count)])
    });
    Some(MapValue {
        value: point.value,
        text: if flag {
            flag_word(indicator, point.value, locale)
        } else {
            with_unit(indicator.measure, &number, map_words::short_unit(indicator.unit.get(locale)), locale)
        },
        number: if flag { flag_word(indicator, point.value, locale) } else { number },
        rank,
        rank_text,
        class: classes::class_of(&ranges, rounded(point.value, indicator.decimals))?,
        status: point.status,
        note: point.note.as_ref().map(|n| n.get(locale).to_owned()),
        source: point.source.clone(),
    })
}

/// "1 = đã đạt, 0 = chưa" says what 1 and 0 are called.
pub(super) fn flag_word(indicator: &Indicator, value: f64, locale: Locale) -> String {
    let t = &locale.messages().map;
    let (digit, plain) = if value > 0.0 { ("1", t.yes) } else { ("0", t.no) };
    let parts = indicator.unit.get(locale).split(',').filter_map(|part| part.split_once('='));
    let said = parts.map(|(d, word)| (d.trim(), word.trim())).find(|(d, _)| *d == digit);
    said.map_or(plain, |(_, word)| word).to_owned()
}
