//! What a comparison says: its title, the difference in words of the measure, and the panels told one by one.

use super::compare::{Comparison, Mode};
use super::compare_sets::{of_country, of_places};
use super::finding::{amount_words, ends_summary, gap_years};
use super::kind::Kind;
use super::map_values::rounded;
use super::{Chart, Datum, provinces};
use crate::data::{Code63, Dataset, Indicator, Measure, Status};
use crate::text::{Locale, collate::upper, fill, number, sort};

/// Writes title and summary, and adds to the key what was chosen for the reader.
pub(super) fn say(of: &Comparison, data: &Dataset, chart: &mut Chart) {
    let mode = of.mode(data);
    let (title, mut sentences) = match mode {
        Mode::Provinces => of_provinces(of, data, chart),
        Mode::Country => of_country(of, data, chart),
        Mode::Local => of_places(of, data, chart),
    };
    sentences.extend(gaps(of, data, chart));
    sentences.extend(doubtful(chart));
    let names: Vec<&str> = of.of(data).map(|i| i.name.get(chart.locale)).collect();
    chart.title = if title.is_empty() { names.join(" · ") } else { title };
    sentences.retain(|s| !s.is_empty());
    chart.summary = sentences.join(" ");
    if mode == Mode::Provinces && of.units.len() == 1 {
        chart.key.push(chart.locale.messages().compare.padded.to_owned());
    }
}

/// Somebody who is compared: a name and its data.
pub(super) struct Side<'a> {
    pub(super) name: &'a str,
    pub(super) data: Vec<&'a Datum>,
}

impl Side<'_> {
    fn at(&self, year: i16) -> Option<&Datum> {
        self.data.iter().copied().find(|d| d.date.year() == year)
    }
}

/// Those who are compared in one indicator: the series of panels, or the rows of dots.
pub(super) fn sides(chart: &Chart) -> Vec<Side<'_>> {
    if chart.kind == Kind::Dots {
        let rows = chart.series.iter().flat_map(|s| &s.data);
        return rows.map(|d| Side { name: &d.when, data: vec![d] }).collect();
    }
    let series = chart.series.iter().filter(|s| !s.data.is_empty());
    series.map(|s| Side { name: &s.name, data: s.data.iter().collect() }).collect()
}

/// Name and datum of each side in a year, best first.
pub(super) fn order<'a>(sides: &'a [Side<'a>], year: i16, inverted: bool) -> Vec<(&'a str, &'a Datum)> {
    let mut all: Vec<(&str, &Datum)> = sides.iter().filter_map(|s| Some((s.name, s.at(year)?))).collect();
    sort::by(&mut all, |a, b| {
        let (a, b) = if inverted { (b.1, a.1) } else { (a.1, b.1) };
        b.value.total_cmp(&a.value)
    });
    all
}

/// The years that all sides have, ascending; if there are none, the last year that any two have.
pub(super) fn common_years(sides: &[Side]) -> Vec<i16> {
    let mut years: Vec<i16> = sides.iter().flat_map(|s| &s.data).map(|d| d.date.year()).collect();
    sort::by(&mut years, Ord::cmp);
    years.dedup();
    let with = |year: i16| sides.iter().filter(|s| s.at(year).is_some()).count();
    let all: Vec<i16> = years.iter().copied().filter(|y| with(*y) == sides.len()).collect();
    if all.is_empty() { years.into_iter().rfind(|y| with(*y) > 1).into_iter().collect() } else { all }
}

/// The distance of two values, as the difference of what is shown.
pub(super) fn distance(indicator: &Indicator, chart: &Chart, a: f64, b: f64) -> f64 {
    let d = indicator.decimals;
    rounded((rounded(a, d) - rounded(b, d)).abs(), d) * f64::from(u8::from(chart.value_words.is_empty()))
}

/// A distance in words of the measure: places, percentage points, or the unit.
pub(super) fn apart(indicator: &Indicator, chart: &Chart, distance: f64, locale: Locale) -> String {
    // Numbers of provinces keep their decimals, so their distances do.
    let amount = if indicator.is_provincial() {
        number::format(distance, indicator.decimals, locale)
    } else {
        number::short(distance, indicator.decimals, locale)
    };
    let t = &locale.messages().compare;
    match indicator.measure {
        Measure::Rank if distance < 1.5 => t.place_one.to_owned(),
        Measure::Rank => fill(t.places, &[("n", &amount)]),
        _ => amount_words(indicator, chart, &amount),
    }
}

/// How many times one amount is the other, where that says more than their difference.
fn times(indicator: &Indicator, high: f64, low: f64, locale: Locale) -> Option<String> {
    let amount = matches!(indicator.measure, Measure::Count | Measure::Money | Measure::Rate);
    let ratio = if low > 0.0 { high / low } else { 0.0 };
    (amount && ratio >= 3.0).then(|| number::short(ratio, usize::from(ratio < 20.0), locale))
}

fn of_provinces(of: &Comparison, data: &Dataset, chart: &Chart) -> (String, Vec<String>) {
    let Some(indicator) = of.of(data).next() else { return (String::new(), Vec::new()) };
    let mut sides = sides(chart);
    if chart.kind == Kind::Dots {
        // Dots stand by value; the words begin with the reader's own province all the same.
        let units = of.shown_units(data);
        let at = |s: &Side| {
            let place = s.data.first().and_then(|d| d.place);
            units.iter().position(|c| Some(*c) == place)
        };
        sort::by(&mut sides, |a, b| at(a).cmp(&at(b)));
    }
    let years = common_years(&sides);
    let mut out = Vec::new();
    for (i, side) in sides.iter().enumerate() {
        // A row of dots says itself; a line says where it came from.
        out.push(match chart.kind {
            Kind::Dots => format!("{}: {}.", side.name, told(side.data.first().copied(), chart)),
            _ => chart.series.get(i).and_then(|s| ends_summary(indicator, chart, s)).unwrap_or_default(),
        });
    }
    let Some(last) = years.last().copied() else { return (String::new(), out) };
    let now = order(&sides, last, chart.inverted);
    if indicator.measure == Measure::Flag {
        return (flags(indicator, chart, &now, last), out);
    }
    let first = years.first().copied().unwrap_or(last);
    out.extend(versus(indicator, chart, &sides, last));
    if first < last {
        let before = order(&sides, first, chart.inverted);
        out.push(widened(indicator, chart, (first, &before), (last, &now)));
        out.extend(overtaken(chart, (first, &before), &now));
    }
    out.extend(places(of, data, indicator, chart, last));
    (leading(indicator, chart, &now, last), out)
}

fn told(datum: Option<&Datum>, chart: &Chart) -> String {
    let Some(d) = datum else { return String::new() };
    let t = &chart.locale.messages().figure;
    let text = d
        .out_of
        .map_or_else(|| d.text.clone(), |n| fill(t.of, &[("value", &d.text), ("out_of", &n.to_string())]));
    if d.rank.is_empty() { text } else { format!("{text}, {}", d.rank) }
}

/// Who is ahead of whom, and by how much: the title.
fn leading(indicator: &Indicator, chart: &Chart, now: &[(&str, &Datum)], year: i16) -> String {
    let locale = chart.locale;
    let t = &locale.messages().compare;
    let (Some((_, high)), Some((_, low))) = (now.first(), now.last()) else { return String::new() };
    let name = indicator.name.get(locale);
    let when = year.to_string();
    let gap = distance(indicator, chart, high.value, low.value);
    let and = locale.messages().map.and;
    let level = |of: &Datum| {
        let same = now.iter().filter(|(_, d)| distance(indicator, chart, d.value, of.value) <= 0.0);
        same.map(|(name, _)| *name).collect::<Vec<_>>().join(and)
    };
    if now.len() < 2 {
        let pairs = [("name", name), ("a", &level(high)), ("value", &high.text), ("when", &when)];
        return fill(t.title_alone, &pairs);
    }
    if gap <= 0.0 {
        let pairs = [("name", name), ("names", &level(high)), ("value", &high.text), ("when", &when)];
        return fill(t.title_same, &pairs);
    }
    let (top, bottom) = (level(high), level(low));
    let diff = apart(indicator, chart, gap, locale);
    let ratio = times(indicator, high.value, low.value, locale);
    let message = match (now.len(), &ratio, indicator.measure) {
        (2, Some(_), _) => t.title_times,
        (2, None, Measure::Rank) => t.title_ahead,
        (2, None, _) => t.title_more,
        (_, Some(_), _) => t.title_many_times,
        (_, None, _) => t.title_many,
    };
    let ratio = ratio.unwrap_or_default();
    let pairs =
        [("name", name), ("a", &top), ("b", &bottom), ("diff", &diff), ("n", &ratio), ("when", &when)];
    fill(message, &pairs)
}

/// Who has it and who has not.
fn flags(indicator: &Indicator, chart: &Chart, now: &[(&str, &Datum)], year: i16) -> String {
    let list = |yes: bool| {
        let these: Vec<&(&str, &Datum)> = now.iter().filter(|(_, d)| (d.value > 0.0) == yes).collect();
        let names: Vec<&str> = these.iter().map(|(name, _)| *name).collect();
        these.first().map(|(_, d)| format!("{}: {}", d.number, names.join(", ")))
    };
    let said: Vec<String> = [list(true), list(false)].into_iter().flatten().collect();
    let pairs =
        [("name", indicator.name.get(chart.locale)), ("list", &said.join("; ")), ("when", &year.to_string())];
    fill(chart.locale.messages().compare.title_flags, &pairs)
}

/// Everybody else against the first, where there are more than two.
fn versus(indicator: &Indicator, chart: &Chart, sides: &[Side], year: i16) -> Option<String> {
    let t = &chart.locale.messages().compare;
    let (own, others) = sides.split_first().filter(|(_, others)| others.len() > 1)?;
    let mine = own.at(year)?;
    let one = |side: &Side| {
        let other = side.at(year)?;
        let gap = distance(indicator, chart, other.value, mine.value);
        let above = (other.value > mine.value) != chart.inverted;
        let message = if gap <= 0.0 {
            t.level
        } else if above {
            t.above
        } else {
            t.below
        };
        let diff = apart(indicator, chart, gap, chart.locale);
        Some(fill(message, &[("name", side.name), ("diff", &diff)]))
    };
    let list: Vec<String> = others.iter().filter_map(one).collect();
    let pairs = [("first", own.name), ("when", &year.to_string()), ("list", &list.join(", "))];
    (!list.is_empty()).then(|| fill(t.versus, &pairs))
}

type Standing<'a> = (i16, &'a [(&'a str, &'a Datum)]);

/// Whether the distance between highest and lowest grew.
fn widened(indicator: &Indicator, chart: &Chart, before: Standing, now: Standing) -> String {
    let t = &chart.locale.messages().compare;
    let gap = |all: &[(&str, &Datum)]| {
        let (high, low) = (all.first()?.1, all.last()?.1);
        Some(distance(indicator, chart, high.value, low.value))
    };
    let (Some(a), Some(b)) = (gap(before.1), gap(now.1)) else { return String::new() };
    if now.1.len() < 2 {
        return String::new();
    }
    let message = if b > a {
        t.gap_wider
    } else if b < a {
        t.gap_narrower
    } else {
        t.gap_same
    };
    let words = |gap| apart(indicator, chart, gap, chart.locale);
    let pairs = [("from", before.0.to_string()), ("to", now.0.to_string()), ("a", words(a)), ("b", words(b))];
    fill(message, &pairs.each_ref().map(|(k, v)| (*k, v.as_str())))
}

/// Who was highest at first, if somebody else is now.
fn overtaken(chart: &Chart, (year, before): Standing, now: &[(&str, &Datum)]) -> Option<String> {
    let ((then, datum), (today, _)) = (before.first()?, now.first()?);
    let pairs = [("when", year.to_string()), ("name", (*then).to_owned()), ("value", datum.text.clone())];
    let pairs = pairs.each_ref().map(|(k, v)| (*k, v.as_str()));
    (then != today && now.len() > 1).then(|| fill(chart.locale.messages().compare.was_first, &pairs))
}

/// The place of each among all provinces of the country.
fn places(
    of: &Comparison,
    data: &Dataset,
    indicator: &Indicator,
    chart: &Chart,
    year: i16,
) -> Option<String> {
    if chart.kind == Kind::Dots || matches!(indicator.measure, Measure::Rank | Measure::Flag) {
        return None;
    }
    let units = of.shown_units(data);
    let one = |code: &Code63| {
        let (n, _) = place(indicator, *code, year, chart.locale)?;
        let name = &chart.series.iter().find(|s| s.id == code.to_string())?.name;
        Some(format!("{name} {}", number::ordinal(n, chart.locale)))
    };
    let list: Vec<String> = units.iter().filter_map(one).collect();
    let all = indicator.in_year(year).count().to_string();
    let pairs = [("n", all.as_str()), ("when", &year.to_string()), ("list", &list.join(", "))];
    (!list.is_empty()).then(|| fill(chart.locale.messages().compare.among_all, &pairs))
}

/// The place of a province among all, and in words.
pub(super) fn place(indicator: &Indicator, code: Code63, year: i16, locale: Locale) -> Option<(u32, String)> {
    let point = indicator.at(code, year)?;
    if indicator.measure == Measure::Flag {
        return None;
    }
    if indicator.measure == Measure::Rank {
        let n = point.value as u32;
        let (count, ordinal) = (point.out_of.map_or(63, u32::from).to_string(), number::ordinal(n, locale));
        let pairs = [("n", n.to_string()), ("ordinal", ordinal), ("count", count)];
        return Some((
            n,
            fill(locale.messages().map.rank_of, &pairs.each_ref().map(|(k, v)| (*k, v.as_str()))),
        ));
    }
    let shown: Vec<f64> = indicator.in_year(year).map(|p| p.value).collect();
    let n = shown.iter().filter(|v| **v > point.value).count() as u32 + 1;
    Some((n, provinces::rank(indicator, point, &shown, locale)))
}

/// What has no value: years of provinces, whole provinces, and gaps in the series of the country.
fn gaps(of: &Comparison, data: &Dataset, chart: &Chart) -> Option<String> {
    let t = &chart.locale.messages().figure;
    let mut out: Vec<String> = Vec::new();
    let (from, to) = of.shown_years(data);
    for indicator in of.of(data) {
        if !indicator.is_provincial() {
            let panel = chart.panels.iter().find(|p| p.id == indicator.id);
            let years = panel.map(|p| gap_years(indicator, p)).unwrap_or_default();
            out.extend(years.into_iter().map(|y| format!("{}: {y}", indicator.name.get(chart.locale))));
            continue;
        }
        let inside = || indicator.years.iter().copied().filter(|y| (from..=to).contains(y));
        for unit in of.shown_units(data) {
            let missing: Vec<String> =
                inside().filter(|y| indicator.at(unit, *y).is_none()).map(|y| y.to_string()).collect();
            let Some(province) = data.province(unit).filter(|_| !missing.is_empty()) else { continue };
            let name = super::map_values::unit_name(&province.name, province.kind, chart.locale);
            let of = if of.indicators.len() > 1 {
                format!("{name}, {}", indicator.name.get(chart.locale))
            } else {
                name
            };
            out.push(format!("{of}: {}", missing.join(", ")));
        }
    }
    (!out.is_empty()).then(|| fill(t.gap, &[("years", &out.join("; "))]))
}

/// What is not verified.
fn doubtful(chart: &Chart) -> Option<String> {
    let series = chart.series.iter();
    let points: Vec<String> = series
        .flat_map(|s| s.data.iter().map(move |d| (s, d)))
        .filter(|(_, d)| d.status == Status::Unverified)
        .map(|(s, d)| if s.name.is_empty() { d.when.clone() } else { format!("{}, {}", s.name, d.when) })
        .collect();
    let t = &chart.locale.messages().figure;
    (!points.is_empty()).then(|| fill(t.unverified_points, &[("points", &points.join("; "))]))
}

/// A sentence begins with a capital.
pub(super) fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |c| std::iter::once(upper(c)).chain(letters).collect())
}
