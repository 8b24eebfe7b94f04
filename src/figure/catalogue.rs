//! What a list says of an indicator: its latest value with date, its finding, how far it may be trusted, and a small
//! picture.

use super::map_values::{flag_word, unit_name};
use super::map_words::short_unit;
use super::{Chart, Datum, spark, with_unit};
use crate::data::{Dataset, Indicator, Measure, Point, Status, Theme};
use crate::scene::Scene;
use crate::text::{Date, Locale, collate, fill, number, sort};

/// An indicator as a list shows it.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its id.
    pub id: String,
    /// Its theme.
    pub theme: Theme,
    /// Its name.
    pub name: String,
    /// What it tells, in a sentence; empty where the value tells all.
    pub finding: String,
    /// The latest value.
    pub value: Quoted,
    /// When, and of what: the series, or how many provinces.
    pub of: String,
    /// The last values of the other series, in sentences, in their order.
    pub others: Vec<String>,
    /// What its page shows: a chart, or a map of such years.
    pub kind: String,
    /// How far it may be trusted, the doubts one by one.
    pub trust: Vec<Trust>,
    /// Date of the newest value.
    pub newest: Date,
    /// The small picture.
    pub spark: Scene,
    /// What stands at the left and right end of the picture.
    pub ends: (String, String),
}

/// A value to be set large: words before it, the number, words after it with the blank that parts them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quoted {
    /// Before.
    pub before: String,
    /// The number.
    pub number: String,
    /// After.
    pub after: String,
}

/// How far the points of an indicator may be trusted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trust {
    /// Of which points it speaks.
    pub status: Status,
    /// In words.
    pub words: String,
}

impl Entry {
    /// What a list says of an indicator.
    pub fn new(data: &Dataset, indicator: &Indicator, locale: Locale) -> Self {
        let mut entry = Self {
            id: indicator.id.clone(),
            theme: indicator.theme,
            name: indicator.name.get(locale).into(),
            finding: String::new(),
            value: Quoted::default(),
            of: String::new(),
            others: Vec::new(),
            kind: String::new(),
            trust: trust(indicator, locale),
            newest: points_of(indicator).map(|p| p.date).max().unwrap_or(Date::year_only(0)),
            spark: spark::strip(&indicator.id, &[], false),
            ends: Default::default(),
        };
        if indicator.is_provincial() {
            entry.provincial(data, indicator, locale);
        } else {
            entry.national(data, indicator, locale);
        }
        entry
    }

    fn national(&mut self, data: &Dataset, indicator: &Indicator, locale: Locale) {
        let (t, chart) = (&locale.messages().catalogue, Chart::of(data, indicator, locale));
        for (i, series) in chart.series.iter().enumerate() {
            let Some(last) = series.data.last() else { continue };
            let pairs = [("series", series.name.as_str()), ("value", &last.text), ("when", &last.when)];
            // The value is that of the first series, which the finding speaks of.
            if i > 0 {
                self.others.push(fill(t.other, &pairs));
                continue;
            }
            self.value = quoted(indicator, last, locale);
            self.of = if series.name.is_empty() { last.when.clone() } else { fill(t.of_series, &pairs) };
        }
        self.kind = t.chart.into();
        self.spark = spark::of(&chart);
        let (first, last) = (points_of(indicator).map(|p| p.date).min(), self.newest);
        if let Some(first) = first.filter(|first| *first < last) {
            self.ends = (first.year().to_string(), last.year().to_string());
        }
        self.finding = chart.title;
    }

    fn provincial(&mut self, data: &Dataset, indicator: &Indicator, locale: Locale) {
        let t = &locale.messages().catalogue;
        let Some(year) = indicator.latest_map_year() else { return };
        let (when, first) = (year.to_string(), indicator.years.first().unwrap_or(&year).to_string());
        let years = if first == when { when.clone() } else { format!("{first}–{when}") };
        self.kind = fill(t.map, &[("years", &years)]);
        let rank = indicator.measure == Measure::Rank;
        let mut points: Vec<&Point> = indicator.in_year(year).collect();
        let good = |p: &Point| if rank { -p.value } else { p.value };
        sort::by(&mut points, |a, b| good(b).total_cmp(&good(a)));
        let count = points.len().to_string();
        self.of.clone_from(&when);
        let (Some(best), Some(worst)) = (points.first().copied(), points.last().copied()) else { return };
        let values: Vec<f64> = points.iter().map(|p| p.value).collect();
        let number = |p: &Point| number::format(p.value, indicator.decimals, locale);

        if indicator.measure == Measure::Flag {
            let yes = values.iter().filter(|v| **v > 0.0).count();
            let word = flag_word(indicator, 1.0, locale);
            self.value.number = yes.to_string();
            self.value.after = fill(t.flag, &[("count", &count), ("word", &word)]);
            self.spark = spark::flags(&self.id, yes, values.len() - yes);
            self.ends = (word, flag_word(indicator, 0.0, locale));
            return;
        }
        let top = leaders(data, &points, locale);
        points.reverse();
        let bottom = leaders(data, &points, locale);
        self.spark = spark::strip(&self.id, &values, rank);
        self.ends = (number(worst), number(best));
        if rank {
            self.value = Quoted { number: count, after: t.ranked.into(), ..Quoted::default() };
            self.finding = fill(t.first_last, &[("top", &top), ("bottom", &bottom)]);
            return;
        }
        let unit = short_unit(indicator.unit.get(locale));
        self.value = parted(indicator.measure, number(best), unit, locale);
        if best.value > worst.value {
            self.of = fill(t.highest, &[("when", &when), ("top", &top)]);
            let pairs = [("bottom", bottom.as_str()), ("least", &number(worst)), ("n", &count)];
            self.finding = fill(t.lowest, &pairs);
        } else {
            self.finding = fill(t.all_equal, &[("n", &count)]);
        }
    }
}

fn points_of(indicator: &Indicator) -> impl Iterator<Item = &Point> {
    indicator.series.iter().flat_map(|s| &s.points)
}

/// The names of those that share the first value; of more than two only how many.
fn leaders(data: &Dataset, points: &[&Point], locale: Locale) -> String {
    let Some(first) = points.first() else { return String::new() };
    let mut names: Vec<String> = Vec::new();
    for point in points.iter().take_while(|p| p.value.total_cmp(&first.value).is_eq()) {
        if let Some(province) = point.place.and_then(|code| data.province(code)) {
            names.push(unit_name(&province.name, province.kind, locale));
        }
    }
    sort::by(&mut names, |a, b| collate::compare(a, b));
    match names.as_slice() {
        [one] => one.clone(),
        [one, other] => format!("{one}{}{other}", locale.messages().figure.and),
        more => fill(locale.messages().catalogue.many, &[("n", &more.len().to_string())]),
    }
}

fn quoted(indicator: &Indicator, datum: &Datum, locale: Locale) -> Quoted {
    let mut value = parted(indicator.measure, datum.number.clone(), indicator.unit.get(locale), locale);
    if let Some(out_of) = datum.out_of {
        value.after = format!("/{out_of}");
    }
    value
}

/// A number and its unit as [`with_unit`] joins them, in three parts.
fn parted(measure: Measure, number: String, unit: &str, locale: Locale) -> Quoted {
    let unit = with_unit(measure, "", unit, locale);
    if measure == Measure::Rank {
        return Quoted { before: unit, number, after: String::new() };
    }
    Quoted { before: String::new(), number, after: unit }
}

/// The doubts about points, counted; one word of trust where there is none.
fn trust(indicator: &Indicator, locale: Locale) -> Vec<Trust> {
    let t = &locale.messages().catalogue;
    let (mut unverified, mut derived) = (0_u32, 0_u32);
    for point in points_of(indicator) {
        match point.status {
            Status::Verified => {}
            Status::Derived => derived += 1,
            Status::Unverified => unverified += 1,
        }
    }
    let mut out = Vec::new();
    for (status, n, message) in
        [(Status::Unverified, unverified, t.unverified), (Status::Derived, derived, t.derived)]
    {
        if n > 0 {
            out.push(Trust { status, words: fill(message, &[("n", &n.to_string())]) });
        }
    }
    if out.is_empty() {
        out.push(Trust { status: Status::Verified, words: t.verified.into() });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::catalogue_fixture::dataset;

    fn entry(id: &str, locale: Locale) -> Entry {
        let data = dataset();
        Entry::new(&data, data.indicator(id).unwrap(), locale)
    }

    fn value(entry: &Entry) -> String {
        format!("{}{}{}", entry.value.before, entry.value.number, entry.value.after)
    }

    #[test]
    fn the_value_is_that_of_the_first_series_and_the_others_are_named() {
        let entry = entry("internet", Locale::Vi);
        assert_eq!((value(&entry).as_str(), entry.of.as_str()), ("78,1 % dân số (ước)", "2023 · Chuỗi a"));
        assert_eq!(entry.others, ["Chuỗi b: 84,1 % dân số (ước) (6/2025)"]);
        assert_eq!(entry.newest.to_string(), "2025-06");
        assert_eq!(entry.ends, ("2020".into(), "2025".into()));
        assert_eq!(value(&self::entry("internet", Locale::En)), "78.1% dân số (ước) (en)");
    }

    #[test]
    fn a_rank_says_of_how_many() {
        assert_eq!(value(&entry("rank", Locale::Vi)), "hạng 71/193");
        assert_eq!(entry("rank", Locale::Vi).ends, (String::new(), String::new()), "chỉ có một điểm");
    }

    #[test]
    fn doubts_are_counted_and_trust_is_said() {
        let words =
            |id: &str| -> Vec<String> { entry(id, Locale::Vi).trust.into_iter().map(|t| t.words).collect() };
        assert_eq!(words("internet"), ["có điểm chưa kiểm chứng (1)", "có số suy ra (1)"]);
        assert_eq!(words("rank"), ["đã kiểm chứng"]);
    }

    #[test]
    fn provinces_have_a_best_and_a_number() {
        let score = entry("score", Locale::Vi);
        assert_eq!((score.value.number.as_str(), score.of.as_str()), ("4,1", "2024 · cao nhất: Đà Nẵng"));
        assert_eq!(score.finding, "Thấp nhất là Cà Mau và Hà Nội, 3,0. Có số liệu của 3 tỉnh, thành.");
        assert_eq!(score.ends, ("3,0".into(), "4,1".into()));
        let flag = entry("flag", Locale::Vi);
        assert_eq!(value(&flag), "1/3 tỉnh, thành: đã đạt");
        assert_eq!(flag.ends, ("đã đạt".into(), "chưa".into()));
    }

    #[test]
    fn many_that_share_a_place_are_counted() {
        let mut data = dataset();
        for point in data.indicators.iter_mut().flat_map(|i| &mut i.series).flat_map(|s| &mut s.points) {
            point.value = 1.0;
        }
        let entry = Entry::new(&data, data.indicator("score").unwrap(), Locale::Vi);
        assert_eq!((entry.of.as_str(), entry.finding.as_str()), ("2024", "3 tỉnh, thành bằng nhau"));
    }
}
