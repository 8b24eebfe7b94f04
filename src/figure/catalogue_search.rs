//! Finding indicators in their list by words without accents, and in which order they stand.

use super::catalogue::Entry;
use super::catalogue_choice::Order;
use super::map_values::unit_name;
use super::map_words::short_unit;
use super::with_unit;
use crate::data::{Code63, Dataset, Indicator, Measure, Theme};
use crate::text::{Locale, collate, fill, number, sort};
use std::sync::Arc;

/// What of a source.
#[derive(Clone, Copy, Debug)]
enum Said {
    Publisher,
    Title,
}

/// All indicators, with what a search looks through.
#[derive(Debug)]
pub struct Catalogue {
    /// In the order of the dataset, which is that of the themes.
    pub entries: Vec<Entry>,
    hay: Vec<Hay>,
    data: Arc<Dataset>,
    locale: Locale,
}

/// What is folded for searching; every text begins with a blank, so that words can be found by their beginning.
#[derive(Debug)]
struct Hay {
    /// What the entry shows: name, theme, unit, series, finding.
    shown: String,
    /// What it does not show, and why it was found then.
    hidden: Vec<(Arc<str>, Reason)>,
}

/// Why an entry was found whose words do not show it.
#[derive(Clone, Copy, Debug)]
enum Reason {
    Definition,
    /// The source of this place among those of the dataset.
    Source(usize, Said),
    Place(Code63),
}

/// What a search found: for each entry nothing, or why it fits (empty where its own words say so).
pub type Found = Vec<Option<String>>;

impl Catalogue {
    /// The list of a dataset. `theme_name` names the themes, which a search finds too.
    pub fn new(data: &Arc<Dataset>, locale: Locale, theme_name: impl Fn(Theme) -> &'static str) -> Self {
        let names: Vec<(Code63, Arc<str>)> = (data.provinces.iter())
            .map(|p| {
                let all =
                    [p.name.vi.as_str(), &p.name.en].into_iter().chain(p.aliases.iter().map(String::as_str));
                (p.code, hay(all).into())
            })
            .collect();
        let entries: Vec<Entry> = data.indicators.iter().map(|i| Entry::new(data, i, locale)).collect();
        let look = |(indicator, entry): (&Indicator, &Entry)| {
            let series = indicator.series.iter().map(|s| s.name.get(locale));
            let shown = [&entry.name, theme_name(entry.theme), indicator.unit.get(locale), &entry.finding];
            Hay {
                shown: hay(shown.into_iter().chain(series)),
                hidden: hidden(data, indicator, &names, locale),
            }
        };
        let hay = data.indicators.iter().zip(&entries).map(look).collect();
        Self { entries, hay, data: data.clone(), locale }
    }

    /// What fits some words. First they are looked for as they stand; only where nothing has them so, each for itself.
    pub fn find(&self, text: &str) -> Found {
        let text = collate::fold(text);
        if text.is_empty() {
            return vec![Some(String::new()); self.entries.len()];
        }
        let phrase = format!(" {text}");
        let found: Found = (0..self.entries.len()).map(|i| self.reason(i, &phrase)).collect();
        if found.iter().any(Option::is_some) {
            return found;
        }
        let words: Vec<String> = text.split(' ').map(|word| format!(" {word}")).collect();
        let all = |i: usize| words.iter().all(|word| self.reason(i, word).is_some()).then(String::new);
        (0..self.entries.len()).map(all).collect()
    }

    /// How many of what was found are of a theme, or of any.
    pub fn count(&self, found: &Found, theme: Option<Theme>) -> usize {
        let fits = |e: &Entry| theme.is_none_or(|theme| theme == e.theme);
        self.entries.iter().zip(found).filter(|(e, f)| f.is_some() && fits(e)).count()
    }

    /// The places of all entries in an order.
    pub fn order(&self, order: Order) -> Vec<usize> {
        let mut all: Vec<(usize, &Entry)> = self.entries.iter().enumerate().collect();
        match order {
            Order::Theme => sort::by(&mut all, |a, b| a.1.theme.cmp(&b.1.theme)),
            Order::Name => sort::by(&mut all, |a, b| collate::compare(&a.1.name, &b.1.name)),
            Order::Newest => sort::by(&mut all, |a, b| b.1.newest.cmp(&a.1.newest)),
        }
        all.into_iter().map(|(i, _)| i).collect()
    }

    fn reason(&self, i: usize, phrase: &str) -> Option<String> {
        let hay = self.hay.get(i)?;
        // Who typed the name of a province wants to read its value, even where the entry names it.
        let name = format!("{phrase}|");
        let is_place =
            |(text, reason): &&(Arc<str>, Reason)| matches!(reason, Reason::Place(_)) && text.contains(&name);
        let place = hay.hidden.iter().find(is_place);
        if place.is_none() && hay.shown.contains(phrase) {
            return Some(String::new());
        }
        let (_, reason) = place.or_else(|| hay.hidden.iter().find(|(text, _)| text.contains(phrase)))?;
        let t = &self.locale.messages().catalogue;
        Some(match *reason {
            Reason::Definition => t.in_definition.into(),
            Reason::Source(s, said) => {
                let source = self.data.sources.get(s)?;
                let text = match said {
                    Said::Publisher => &source.publisher,
                    Said::Title => &source.title,
                };
                fill(t.in_source, &[("source", text.get(self.locale))])
            }
            Reason::Place(code) => self.place(i, code)?,
        })
    }

    /// A province and its latest value in an indicator.
    fn place(&self, i: usize, code: Code63) -> Option<String> {
        let indicator = self.data.indicators.get(i)?;
        let point = indicator.at(code, indicator.latest_map_year()?)?;
        let province = self.data.province(code)?;
        let name = unit_name(&province.name, province.kind, self.locale);
        let number = number::format(point.value, indicator.decimals, self.locale);
        let value = match indicator.measure {
            Measure::Flag => super::map_values::flag_word(indicator, point.value, self.locale),
            measure => with_unit(measure, &number, short_unit(indicator.unit.get(self.locale)), self.locale),
        };
        let year = point.date.year().to_string();
        Some(fill(
            self.locale.messages().catalogue.in_place,
            &[("name", &name), ("value", &value), ("when", &year)],
        ))
    }
}

/// What an entry does not show: provinces with data first, then the publishers of its sources and its definition.
fn hidden(
    data: &Dataset,
    indicator: &Indicator,
    names: &[(Code63, Arc<str>)],
    locale: Locale,
) -> Vec<(Arc<str>, Reason)> {
    let mut out = Vec::new();
    if let Some(year) = indicator.latest_map_year() {
        let has = |code: Code63| indicator.at(code, year).is_some();
        out.extend(names.iter().filter(|(c, _)| has(*c)).map(|(c, name)| (name.clone(), Reason::Place(*c))));
    }
    let mut ids: Vec<&str> = Vec::new();
    for point in indicator.series.iter().flat_map(|s| &s.points) {
        if !ids.contains(&point.source.id.as_str()) {
            ids.push(&point.source.id);
        }
    }
    for (place, source) in data.sources.iter().enumerate().filter(|(_, s)| ids.contains(&s.id.as_str())) {
        for (text, said) in [(&source.publisher, Said::Publisher), (&source.title, Said::Title)] {
            out.push((hay([text.get(locale)]).into(), Reason::Source(place, said)));
        }
    }
    out.push((hay([indicator.definition.get(locale)]).into(), Reason::Definition));
    out
}

fn hay<'a>(texts: impl IntoIterator<Item = &'a str>) -> String {
    let mut out = String::new();
    for text in texts {
        out.push(' ');
        out.push_str(&collate::fold(text));
        // So that no phrase runs from one text into the next.
        out.push('|');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::catalogue_fixture::dataset;

    fn catalogue() -> Catalogue {
        Catalogue::new(&Arc::new(dataset()), Locale::Vi, |theme| match theme {
            Theme::Connectivity => "Kết nối",
            _ => "Chủ đề khác",
        })
    }

    /// Ids that were found, with the reason where there is one.
    fn found(text: &str) -> Vec<String> {
        let catalogue = catalogue();
        let found = catalogue.find(text).into_iter().zip(&catalogue.entries);
        found.filter_map(|(why, e)| Some(format!("{} {}", e.id, why?).trim_end().to_owned())).collect()
    }

    #[test]
    fn words_are_found_without_accents_by_their_beginnings() {
        assert_eq!(found("duong truyen"), ["internet"]);
        assert_eq!(found("ĐƯỜNG Tr"), ["internet"]);
        assert_eq!(found("ket noi"), ["internet"], "tên chủ đề");
        assert_eq!(found("uyen"), [""; 0], "giữa chữ");
        assert_eq!(found("xyz"), [""; 0]);
        assert_eq!(found("  ").len(), 4);
    }

    #[test]
    fn what_the_entry_does_not_show_is_found_with_its_reason() {
        assert_eq!(
            found("ngan hang the gioi"),
            ["internet Nguồn: Ngân hàng Thế giới", "rank Nguồn: Ngân hàng Thế giới"]
        );
        assert_eq!(found("bao cao nam").len(), 4);
        assert_eq!(found("bao cao nam")[1], "rank Nguồn: Báo cáo năm", "tên nguồn");
        assert_eq!(found("ho gia dinh").len(), 4);
        assert!(found("ho gia dinh").iter().all(|f| f.ends_with("Có trong phần giải thích")));
        assert_eq!(found("da dat"), ["flag"], "đơn vị");
        assert_eq!(found("chuoi b"), ["internet"], "tên chuỗi");
    }

    #[test]
    fn a_province_is_found_with_its_value() {
        assert_eq!(found("da nang"), ["score Đà Nẵng: 4,1 % dân số (2024)", "flag Đà Nẵng: đã đạt (2024)"]);
        assert_eq!(found("tourane"), found("da nang"));
        // The finding names Cà Mau; a beginning is no name.
        assert_eq!(found("ca mau"), ["score Cà Mau: 3,0 % dân số (2024)", "flag Cà Mau: chưa (2024)"]);
        assert_eq!(found("ca ma"), ["score", "flag Cà Mau: chưa (2024)"]);
    }

    #[test]
    fn the_words_as_they_stand_come_first_and_each_for_itself_else() {
        assert_eq!(found("truyen duong"), ["internet"]);
        assert_eq!(found("duong 2023 khong co"), [""; 0]);
        // "noi" is in a theme and in Hà Nội; together with "ha" only the city has it.
        assert_eq!(found("ha noi").len(), 2);
    }

    #[test]
    fn a_theme_and_a_search_go_together() {
        let catalogue = catalogue();
        let found = catalogue.find("da nang");
        assert_eq!(catalogue.count(&found, None), 2);
        assert_eq!(catalogue.count(&found, Some(Theme::ProvinceDigital)), 2);
        assert_eq!(catalogue.count(&found, Some(Theme::Connectivity)), 0);
        assert_eq!(catalogue.count(&catalogue.find(""), Some(Theme::ProvinceDigital)), 2);
    }

    #[test]
    fn each_order_is_its_own() {
        let catalogue = catalogue();
        let ids = |order| -> Vec<&str> {
            catalogue.order(order).into_iter().map(|i| catalogue.entries[i].id.as_str()).collect()
        };
        assert_eq!(ids(Order::Theme), ["rank", "internet", "score", "flag"]);
        // đ comes after d, and among words with đ the vowels decide.
        assert_eq!(ids(Order::Name), ["rank", "flag", "score", "internet"]);
        assert_eq!(ids(Order::Newest), ["internet", "rank", "score", "flag"]);
    }
}
