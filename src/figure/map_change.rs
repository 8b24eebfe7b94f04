//! What a map of the change between two years says: who rose most, who fell most, how many went which way.

use super::map::MapFigure;
use super::map_words::{Pair, leaders};
use crate::data::Measure;
use crate::text::{collate, fill, sort};

/// How many units a sentence names.
const NAMED: usize = 3;

/// Title and sentences.
pub(super) fn say(figure: &MapFigure) -> (String, Vec<String>) {
    let t = &figure.locale.messages().map;
    let ranked = figure.measure == Measure::Rank;
    let mut all: Vec<Pair<'_>> = figure.values().collect();
    sort::by(&mut all, |a, b| {
        b.1.value.total_cmp(&a.1.value).then_with(|| collate::compare(&a.0.name, &b.0.name))
    });
    let (Some(first), Some(last)) = (all.first().copied(), all.last().copied()) else {
        return (figure.name.clone(), Vec::new());
    };
    let up: Vec<Pair<'_>> = all.iter().copied().filter(|p| p.1.value > 0.0).collect();
    let down: Vec<Pair<'_>> = all.iter().rev().copied().filter(|p| p.1.value < 0.0).collect();
    let even = all.len() - up.len() - down.len();
    let named = |pairs: &[Pair<'_>]| {
        let one = |p: &Pair<'_>| fill(t.unit_value, &[("name", &p.0.name), ("value", &p.1.number)]);
        pairs.iter().take(NAMED).map(one).collect::<Vec<_>>().join(", ")
    };
    let counted = [
        ("up", up.len().to_string()),
        ("down", down.len().to_string()),
        ("even", even.to_string()),
        ("count", all.len().to_string()),
        ("years", figure.when()),
    ];
    let counted: Vec<(&str, &str)> = counted.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let back: Vec<Pair<'_>> = all.iter().rev().copied().collect();
    let end = |pairs: &[Pair<'_>], of: Pair<'_>, message| {
        fill(message, &[("units", &leaders(pairs, t.and)), ("value", &of.1.number)])
    };
    let rose =
        (first.1.value > 0.0).then(|| end(&all, first, if ranked { t.title_up } else { t.title_rose }));
    let fell =
        (last.1.value < 0.0).then(|| end(&back, last, if ranked { t.title_down } else { t.title_fell }));
    let ends: Vec<String> = rose.into_iter().chain(fell).collect();
    let title = if ends.is_empty() { fill(t.title_no_change, &counted) } else { ends.join(", ") };
    let most = |pairs: &[Pair<'_>], message: &str| {
        if pairs.is_empty() { String::new() } else { fill(message, &[("units", &named(pairs))]) }
    };
    let summary = vec![
        fill(if ranked { t.sum_moved_ranks } else { t.sum_moved }, &counted),
        most(&up, if ranked { t.sum_up_most } else { t.sum_rose_most }),
        most(&down, if ranked { t.sum_down_most } else { t.sum_fell_most }),
    ];
    (title, summary)
}
