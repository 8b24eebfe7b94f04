//! What a comparison of indicators says: how those of the country have moved, and where a province stands in each.

use super::compare::Comparison;
use super::compare_words::{Side, apart, capital, common_years, distance, order, place, sides};
use super::finding::{change, ends_summary, series_summary};
use super::{Chart, ChartSeries, Datum, panels};
use crate::data::{Dataset, Indicator, Measure};
use crate::text::{fill, sort};

/// Indicators of the country: how each has moved in the years that all have, and how far apart those of one unit are.
pub(super) fn of_country(of: &Comparison, data: &Dataset, chart: &Chart) -> (String, Vec<String>) {
    let locale = chart.locale;
    let t = &locale.messages().compare;
    let pairs: Vec<(&Indicator, &Chart)> =
        chart.panels.iter().filter_map(|p| Some((of.of(data).find(|i| i.id == p.id)?, p))).collect();
    let mut out: Vec<String> = Vec::new();
    for (indicator, panel) in &pairs {
        for series in &panel.series {
            let many = panel.series.len() > 1;
            let name = if many {
                fill(t.series, &[("panel", &panel.title), ("name", &series.name)])
            } else {
                panel.title.clone()
            };
            // A sentence about a rank does not name its series.
            let rank = indicator.measure == Measure::Rank;
            let named =
                ChartSeries { name: if rank { String::new() } else { name.clone() }, ..series.clone() };
            let said = series_summary(indicator, panel, &named).unwrap_or_default();
            out.push(if rank && !said.is_empty() { format!("{name}: {said}") } else { said });
        }
    }
    out.extend(same_unit(chart, &pairs));
    (moved(chart, &pairs), out)
}

/// "Từ 2014 đến 2024: A tăng 28 bậc; B tăng 27 bậc", or how many of several went up.
fn moved(chart: &Chart, pairs: &[(&Indicator, &Chart)]) -> String {
    let locale = chart.locale;
    let t = &locale.messages().compare;
    let lines: Vec<(&Indicator, &Chart, &ChartSeries)> =
        pairs.iter().filter_map(|(i, p)| Some((*i, *p, p.series.first()?))).collect();
    let firsts = lines.iter().filter_map(|(.., s)| s.data.first()).map(|d| d.date.year());
    let lasts = lines.iter().filter_map(|(.., s)| s.data.last()).map(|d| d.date.year());
    let (Some(from), Some(to)) = (firsts.max(), lasts.min()) else { return String::new() };
    let inside = |s: &ChartSeries| -> Option<(Datum, Datum)> {
        let first = s.data.iter().find(|d| d.date.year() >= from)?;
        let last = s.data.iter().rev().find(|d| d.date.year() <= to)?;
        (first.date < last.date).then(|| (first.clone(), last.clone()))
    };
    let moves: Vec<(&str, String, f64, (i16, i16))> = lines
        .iter()
        .filter_map(|(indicator, panel, series)| {
            let (first, last) = inside(series)?;
            let words = change(indicator, panel, &first, &last);
            let rise = last.value - first.value;
            let rise = if indicator.measure == Measure::Rank { -rise } else { rise };
            Some((panel.title.as_str(), words, rise, (first.date.year(), last.date.year())))
        })
        .collect();
    if moves.len() < lines.len() || moves.len() < 2 {
        // No years in common: each says where it stands.
        let stand = |(_, panel, series): &(&Indicator, &Chart, &ChartSeries)| {
            let d = series.data.last()?;
            Some(fill(t.stands, &[("name", &panel.title), ("value", &d.text), ("when", &d.when)]))
        };
        let all: Vec<String> = lines.iter().take(2).filter_map(stand).collect();
        return all.join("; ");
    }
    let years = moves.first().map(|m| m.3).unwrap_or_default();
    let one_span = moves.iter().all(|m| m.3 == years);
    if let [a, b] = moves.as_slice() {
        let said = |m: &(&str, String, f64, (i16, i16))| {
            let words = format!("{} {}", m.0, m.1);
            if one_span { words } else { format!("{words} ({}–{})", m.3.0, m.3.1) }
        };
        let (a, b) = (said(a), said(b));
        if !one_span {
            return format!("{a}; {b}");
        }
        let (from, to) = (years.0.to_string(), years.1.to_string());
        return fill(t.title_moves, &[("from", &from), ("to", &to), ("a", &a), ("b", &b)]);
    }
    let up = moves.iter().filter(|m| m.2 > 0.0).count();
    let down = moves.iter().filter(|m| m.2 < 0.0).count();
    let values =
        [from.to_string(), to.to_string(), moves.len().to_string(), up.to_string(), down.to_string()];
    let names = ["from", "to", "n", "up", "down"];
    let message = match (up, down) {
        (up, _) if up == moves.len() => t.title_all_up,
        (_, down) if down == moves.len() => t.title_all_down,
        _ => t.title_some,
    };
    let filled: Vec<(&str, &str)> = names.into_iter().zip(values.iter().map(String::as_str)).collect();
    fill(message, &filled)
}

/// How far apart the panels of one unit are in the last year that all of them have.
fn same_unit(chart: &Chart, pairs: &[(&Indicator, &Chart)]) -> Vec<String> {
    let t = &chart.locale.messages().compare;
    let shown: Vec<&Chart> = pairs.iter().map(|(_, p)| *p).collect();
    let groups = panels::scales(&shown);
    let mut out = Vec::new();
    for group in 0..pairs.len() {
        let members: Vec<&(&Indicator, &Chart)> =
            pairs.iter().zip(&groups).filter(|(_, g)| **g == group).map(|(p, _)| p).collect();
        let [(indicator, panel), _, ..] = members.as_slice() else { continue };
        let sides: Vec<Side> = members
            .iter()
            .filter_map(|(_, p)| Some(Side { name: &p.title, data: p.series.first()?.data.iter().collect() }))
            .collect();
        let Some(year) = common_years(&sides).last().copied() else { continue };
        let now = order(&sides, year, panel.inverted);
        let [(top, high), .., (bottom, low)] = now.as_slice() else { continue };
        let gap = distance(indicator, panel, high.value, low.value);
        let diff = apart(indicator, panel, gap, chart.locale);
        let pairs = [
            ("when", year.to_string()),
            ("a", (*top).to_owned()),
            ("va", high.text.clone()),
            ("b", (*bottom).to_owned()),
            ("vb", low.text.clone()),
            ("diff", diff),
        ];
        out.push(fill(t.stand_apart, &pairs.each_ref().map(|(k, v)| (*k, v.as_str()))));
    }
    out
}

/// Indicators of a province or of a few: the place among all makes different units comparable.
pub(super) fn of_places(of: &Comparison, data: &Dataset, chart: &Chart) -> (String, Vec<String>) {
    let locale = chart.locale;
    let t = &locale.messages().compare;
    let mut out = Vec::new();
    // Indicator, and place, of the only province; or the province that is highest.
    let mut stands: Vec<(&str, u32, String)> = Vec::new();
    let mut tops: Vec<(&str, usize)> = Vec::new();
    let units = of.shown_units(data);
    for panel in &chart.panels {
        let Some(indicator) = of.of(data).find(|i| i.id == panel.id) else { continue };
        let sides = sides(panel);
        let Some(year) = common_years(&sides)
            .last()
            .copied()
            .or_else(|| sides.iter().flat_map(|s| &s.data).map(|d| d.date.year()).max())
        else {
            continue;
        };
        let now = order(&sides, year, panel.inverted);
        let said: Vec<String> = now
            .iter()
            .map(|(name, d)| {
                let code = d.place.filter(|_| indicator.measure != Measure::Flag);
                let place = code.and_then(|c| place(indicator, c, year, locale));
                let text = match place {
                    Some((_, words)) if indicator.measure != Measure::Rank => format!("{} ({words})", d.text),
                    Some((_, words)) => words,
                    None => d.text.clone(),
                };
                fill(t.unit_value, &[("name", name), ("value", &text)])
            })
            .collect();
        let when = year.to_string();
        if let [own] = units.as_slice() {
            // A single province is told from end to end, then by its place.
            let named = panel.series.first().map(|s| ChartSeries { name: panel.title.clone(), ..s.clone() });
            out.extend(named.and_then(|s| ends_summary(indicator, panel, &s)));
            if let Some((n, words)) = place(indicator, *own, year, locale) {
                out.push(fill(t.place_then, &[("place", &capital(&words)), ("when", &when)]));
                stands.push((&panel.title, n, words));
            }
        } else {
            let pairs = [("panel", panel.title.as_str()), ("when", &when), ("list", &said.join(", "))];
            out.push(fill(t.in_panel, &pairs));
        }
        if let [(name, high), (_, next), ..] = now.as_slice()
            && distance(indicator, panel, high.value, next.value) > 0.0
            && let Some(side) = sides.iter().find(|s| s.name == *name)
            && let Some(series) = panel.series.iter().find(|s| s.name == side.name)
        {
            match tops.iter_mut().find(|(of, _)| *of == series.name) {
                Some((_, n)) => *n += 1,
                None => tops.push((&series.name, 1)),
            }
        }
    }
    let own = chart.panels.first().and_then(|p| p.series.first()).map_or("", |s| s.name.as_str());
    sort::by(&mut stands, |a, b| a.1.cmp(&b.1));
    sort::by(&mut tops, |a, b| b.1.cmp(&a.1));
    let n = chart.panels.len().to_string();
    let title = if let [best, .., worst] = stands.as_slice() {
        let pairs =
            [("name", own), ("best", best.0), ("first", &best.2), ("worst", worst.0), ("last", &worst.2)];
        fill(t.title_places, &pairs)
    } else if tops.is_empty() {
        String::new()
    } else if let [(name, k)] = tops.as_slice()
        && *k == chart.panels.len()
    {
        fill(t.title_all_tops, &[("name", name), ("n", &n)])
    } else {
        let list: Vec<String> =
            tops.iter().map(|(name, k)| fill(t.top_in, &[("name", name), ("k", &k.to_string())])).collect();
        fill(t.title_tops, &[("n", &n), ("list", &list.join(", "))])
    };
    (title, out)
}
