//! What a map says: its title, a finding counted from the data, and a few sentences.

use super::map::{MapFigure, MapUnit, MapValue};
use super::map_state::Division;
use super::{map_change, map_merger};
use crate::data::Measure;
use crate::text::collate::upper;
use crate::text::sort;
use crate::text::{collate, fill, number};

/// How many units a sentence names at each end.
const NAMED: usize = 3;

/// The unit without what stands in brackets: "điểm (thang 1–10)" → "điểm".
pub(super) fn short_unit(unit: &str) -> &str {
    unit.split_once(" (").map_or(unit, |(short, _)| short)
}

/// Writes title, subtitle and summary.
pub(super) fn say(figure: &mut MapFigure) {
    let t = &figure.locale.messages().map;
    let when = figure.when();
    let subtitle = match (figure.division, figure.measure) {
        (Division::Merger, _) => format!("{} · {when}", figure.unit),
        (_, Measure::Flag) => format!("{} · {when}", figure.name),
        _ => fill(t.subtitle, &[("name", &figure.name), ("unit", &figure.unit), ("year", &when)]),
    };
    let (title, mut summary) = match (figure.division, figure.since, figure.measure) {
        (Division::Merger, ..) => map_merger::say(figure),
        _ if !figure.lawful => nothing(figure),
        (_, Some(_), _) => map_change::say(figure),
        (_, None, Measure::Flag) => flags(figure),
        (_, None, Measure::Rank) => ranks(figure),
        (_, None, _) => levels(figure),
    };
    let missing: Vec<&str> = figure.missing().iter().map(|u| u.name.as_str()).collect();
    if figure.division != Division::Merger && figure.lawful {
        summary.push(if missing.is_empty() {
            fill(t.sum_all, &[("count", &figure.count.to_string())])
        } else {
            fill(t.sum_missing, &[("units", &missing.join(", "))])
        });
    }
    summary.retain(|s| !s.is_empty());
    let has_median = figure.measure != Measure::Flag && figure.since.is_none();
    if has_median && figure.lawful && figure.division != Division::Merger {
        figure.notes.insert(0, t.median.to_owned());
    }
    (figure.title, figure.subtitle, figure.summary) = (title, subtitle, summary);
}

/// Of a value that today's units cannot have: why, and where the old ones are.
fn nothing(figure: &MapFigure) -> (String, Vec<String>) {
    let t = &figure.locale.messages().map;
    let merged = figure.units.iter().filter(|u| u.members.len() > 1).count();
    let pairs = [("name", figure.name.as_str()), ("n", &merged.to_string())];
    (fill(t.title_nothing, &pairs), [t.why_nothing, t.merged_nothing].map(|m| fill(m, &pairs)).into())
}

pub(super) type Pair<'a> = (&'a MapUnit, &'a MapValue);

/// Best or largest first; names break ties.
fn ordered(figure: &MapFigure) -> Vec<Pair<'_>> {
    let mut all: Vec<Pair<'_>> = figure.values().collect();
    sort::by(&mut all, |a, b| {
        let by_value = match figure.measure {
            Measure::Rank => a.1.value.total_cmp(&b.1.value),
            _ => b.1.value.total_cmp(&a.1.value),
        };
        by_value.then_with(|| collate::compare(&a.0.name, &b.0.name))
    });
    all
}

/// All that share the first value.
pub(super) fn leaders(all: &[Pair<'_>], and: &str) -> String {
    let Some(first) = all.first() else { return String::new() };
    let same = all.iter().take_while(|p| p.1.value.total_cmp(&first.1.value).is_eq());
    let names: Vec<&str> = same.map(|p| p.0.name.as_str()).collect();
    if names.len() > NAMED {
        format!("{} …", names.iter().take(NAMED).copied().collect::<Vec<_>>().join(", "))
    } else {
        names.join(and)
    }
}

fn named(figure: &MapFigure, pairs: &[Pair<'_>]) -> String {
    let t = &figure.locale.messages().map;
    let one = |p: &Pair<'_>| {
        let value =
            if figure.measure == Measure::Rank { format!("({})", p.1.number) } else { p.1.number.clone() };
        fill(t.unit_value, &[("name", &p.0.name), ("value", &value)])
    };
    pairs.iter().take(NAMED).map(one).collect::<Vec<_>>().join(", ")
}

fn levels(figure: &MapFigure) -> (String, Vec<String>) {
    let t = &figure.locale.messages().map;
    let all = ordered(figure);
    let back: Vec<Pair<'_>> = all.iter().rev().copied().collect();
    let (Some(most), Some(least)) = (all.first(), back.first()) else {
        return (figure.name.clone(), Vec::new());
    };
    let (top, bottom) = (leaders(&all, t.and), leaders(&back, t.and));
    let times = most.1.value / least.1.value;
    // Only quantities that start at zero can be so many times as large.
    let by_times = matches!(figure.measure, Measure::Count | Measure::Rate | Measure::Money);
    let title = if most.1.value <= least.1.value {
        fill(t.title_one, &[("top", &top), ("most", &most.1.text)])
    } else if by_times && times.is_finite() && times >= 2.0 {
        let times = number::short(times.floor(), 0, figure.locale);
        fill(t.title_times, &[("top", &top), ("most", &most.1.text), ("times", &times), ("bottom", &bottom)])
    } else {
        let pairs =
            [("top", top.as_str()), ("bottom", &bottom), ("most", &most.1.text), ("least", &least.1.number)];
        fill(t.title_high, &pairs)
    };
    let summary = vec![
        fill(t.sum_high, &[("units", &named(figure, &all))]),
        fill(t.sum_low, &[("units", &named(figure, &back))]),
        regions(figure, t.sum_regions, |v| v),
    ];
    (title, summary)
}

fn ranks(figure: &MapFigure) -> (String, Vec<String>) {
    let t = &figure.locale.messages().map;
    let all = ordered(figure);
    let back: Vec<Pair<'_>> = all.iter().rev().copied().collect();
    let (top, bottom) = (leaders(&all, t.and), leaders(&back, t.and));
    let ten = by_region(figure, |v| v.value <= 10.0);
    // Half of the first ten is worth a headline; less may only show that a region has many provinces.
    let strongest = ten.iter().max_by_key(|(_, units)| units.len()).filter(|(_, units)| units.len() >= 5);
    let title = if let Some((region, units)) = strongest {
        let n = units.len().to_string();
        fill(t.title_rank_region, &[("top", &top), ("n", &n), ("region", region)])
    } else {
        let count = figure.count.to_string();
        fill(t.title_rank, &[("top", &top), ("bottom", &bottom), ("count", &count)])
    };
    let summary = vec![
        fill(t.sum_first, &[("units", &named(figure, &all))]),
        fill(t.sum_last, &[("units", &named(figure, &back))]),
        regions(figure, t.sum_regions_rank, |v| -v),
    ];
    (title, summary)
}

fn flags(figure: &MapFigure) -> (String, Vec<String>) {
    let t = &figure.locale.messages().map;
    let yes: Vec<&MapUnit> =
        figure.table().into_iter().filter(|u| u.value.as_ref().is_some_and(|v| v.value > 0.0)).collect();
    let (n, count) = (yes.len().to_string(), figure.count.to_string());
    let title = fill(t.title_flag, &[("name", &figure.name), ("n", &n), ("count", &count)]);
    let word = figure.classes.last().map_or_else(String::new, |c| capital(&c.label));
    let names: Vec<&str> = yes.iter().map(|u| u.name.as_str()).collect();
    let list: Vec<String> = by_region(figure, |v| v.value > 0.0)
        .into_iter()
        .filter(|(_, units)| !units.is_empty())
        .map(|(region, units)| format!("{region} {}", units.len()))
        .collect();
    if names.is_empty() {
        return (title, Vec::new());
    }
    let summary = vec![
        fill(t.sum_yes, &[("word", &word), ("units", &names.join(", "))]),
        fill(t.sum_regions_flag, &[("list", &list.join(", "))]),
    ];
    (title, summary)
}

/// The regions in order of first appearance, with the values that are wanted.
fn by_region(figure: &MapFigure, wanted: impl Fn(&MapValue) -> bool) -> Vec<(String, Vec<f64>)> {
    let mut regions: Vec<(String, Vec<f64>)> = Vec::new();
    for (unit, value) in figure.values() {
        let place = regions.iter().position(|(name, _)| *name == unit.region).unwrap_or_else(|| {
            regions.push((unit.region.clone(), Vec::new()));
            regions.len() - 1
        });
        if let Some((_, values)) = regions.get_mut(place).filter(|_| wanted(value)) {
            values.push(value.value);
        }
    }
    regions
}

/// The regions with the best and the worst median.
fn regions(figure: &MapFigure, message: &str, good: impl Fn(f64) -> f64) -> String {
    let mut medians: Vec<(String, f64)> = by_region(figure, |_| true)
        .into_iter()
        .filter_map(|(name, values)| Some((name, median(values)?)))
        .collect();
    sort::by(&mut medians, |a, b| good(b.1).total_cmp(&good(a.1)));
    let (Some(high), Some(low)) = (medians.first(), medians.last().filter(|_| medians.len() > 1)) else {
        return String::new();
    };
    let decimals = figure.values().next().map_or(0, |(_, v)| decimals(&v.number, figure.locale));
    let say = |v: f64| number::short(v, decimals.max(1), figure.locale);
    let pairs = [("high", high.0.as_str()), ("most", &say(high.1)), ("low", &low.0), ("least", &say(low.1))];
    fill(message, &pairs)
}

fn decimals(number: &str, locale: crate::text::Locale) -> usize {
    let mark = if locale == crate::text::Locale::Vi { ',' } else { '.' };
    number.split_once(mark).map_or(0, |(_, digits)| digits.len())
}

/// The middle of the values, or the middle of the two in the middle.
pub(super) fn median(mut values: Vec<f64>) -> Option<f64> {
    sort::by(&mut values, f64::total_cmp);
    let middle = values.len() / 2;
    let upper = values.get(middle).copied()?;
    if values.len() % 2 == 1 {
        Some(upper)
    } else {
        Some(f64::midpoint(*values.get(middle.checked_sub(1)?)?, upper))
    }
}

pub(super) fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(upper).into_iter().chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_in_the_middle() {
        assert_eq!(median(vec![3.0, 1.0, 2.0]), Some(2.0));
        assert_eq!(median(vec![4.0, 1.0, 2.0, 3.0]), Some(2.5));
        assert_eq!(median(Vec::new()), None);
    }

    #[test]
    fn brackets_leave_the_unit() {
        assert_eq!(short_unit("điểm (thang 1–10)"), "điểm");
        assert_eq!(short_unit("người/km²"), "người/km²");
    }
}
