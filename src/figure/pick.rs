//! Choosing provinces: found by what a reader types, in groups and orders that help, the reader's own one first.

use super::map_values::{bare, flag_word, rounded, unit_name};
use super::map_words::short_unit;
use super::view::Order;
use super::with_unit;
use crate::data::{Code63, Dataset, Indicator, Measure};
use crate::text::{Locale, collate, number, sort};

/// A value of a province beside its name: the number orders (largest first), the words are shown.
pub type Valued = (Code63, f64, String);

/// Every province, ready to be found.
#[derive(Clone, Debug)]
pub struct Picks {
    /// In Vietnamese alphabetical order.
    entries: Vec<Entry>,
    /// Id and name, in the order of the data.
    regions: Vec<(String, String)>,
}

#[derive(Clone, Debug)]
struct Entry {
    code: Code63,
    name: String,
    region: String,
    /// Names, English names and aliases, folded.
    keys: Vec<String>,
}

/// Some provinces under a head; without a head where there is only one group.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Name of the region; empty if it is not one.
    pub head: String,
    /// Its provinces, in order.
    pub rows: Vec<Row>,
}

/// A province to choose.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Which one.
    pub code: Code63,
    /// Its name.
    pub name: String,
    /// Its value in words; empty if it has none.
    pub value: String,
}

impl Picks {
    /// The provinces of a dataset.
    pub fn new(data: &Dataset, locale: Locale) -> Self {
        let mut entries: Vec<Entry> = data
            .provinces
            .iter()
            .map(|p| Entry {
                code: p.code,
                name: unit_name(&p.name, p.kind, locale),
                region: p.region.clone(),
                keys: [&p.name.vi, &p.name.en]
                    .into_iter()
                    .chain(&p.aliases)
                    .map(|name| collate::fold(name))
                    .collect(),
            })
            .collect();
        sort::by(&mut entries, |a, b| collate::compare(bare(&a.name), bare(&b.name)));
        let regions = data.regions63.iter().map(|r| (r.id.clone(), r.name.get(locale).to_owned()));
        Self { entries, regions: regions.collect() }
    }

    /// The name of a province.
    pub fn name(&self, code: Code63) -> &str {
        self.entries.iter().find(|e| e.code == code).map_or("", |e| &e.name)
    }

    /// What there is to choose from. While something is typed: one group with what fits, the best first. Otherwise
    /// the groups of the order.
    pub fn groups(&self, typed: &str, order: Order, values: &[Valued]) -> Vec<Group> {
        let value = |code| values.iter().find(|(of, ..)| *of == code);
        let row = |e: &Entry| Row {
            code: e.code,
            name: e.name.clone(),
            value: value(e.code).map(|(.., words)| words.clone()).unwrap_or_default(),
        };
        let alone = |rows: Vec<Row>| vec![Group { head: String::new(), rows }];
        let typed = asked(typed);
        if !typed.is_empty() {
            let mut found: Vec<(u8, &Entry)> =
                self.entries.iter().filter_map(|e| Some((fit(&e.keys, &typed)?, e))).collect();
            sort::by(&mut found, |a, b| a.0.cmp(&b.0));
            return alone(found.into_iter().map(|(_, e)| row(e)).collect());
        }
        match order {
            Order::Name => alone(self.entries.iter().map(row).collect()),
            Order::Value => {
                let mut all: Vec<&Entry> = self.entries.iter().collect();
                let height = |e: &Entry| value(e.code).map_or(f64::NEG_INFINITY, |(_, v, _)| *v);
                sort::by(&mut all, |a, b| height(b).total_cmp(&height(a)));
                alone(all.into_iter().map(row).collect())
            }
            Order::Region => {
                let of = |(id, name): &(String, String)| Group {
                    head: name.clone(),
                    rows: self.entries.iter().filter(|e| e.region == *id).map(row).collect(),
                };
                self.regions.iter().map(of).filter(|group| !group.rows.is_empty()).collect()
            }
        }
    }
}

/// What was typed, folded, without the words that say only what kind of unit it is.
fn asked(typed: &str) -> String {
    let folded = collate::fold(typed);
    let bare = ["thanh pho ", "tinh ", "tp "].into_iter().find_map(|kind| folded.strip_prefix(kind));
    bare.map_or_else(|| folded.clone(), str::to_owned)
}

/// How well names fit what was typed, 0 best: the whole name, its beginning, its initials, a word inside. Whoever
/// writes without spaces ("danang") is understood as well.
fn fit(keys: &[String], typed: &str) -> Option<u8> {
    let close = squeezed(typed);
    let inside = format!(" {typed}");
    let one = |key: &String| {
        if key == typed {
            Some(0)
        } else if key.starts_with(typed) || squeezed(key).starts_with(&close) {
            Some(1)
        } else if close.len() > 1 && initials(key).starts_with(&close) {
            Some(2)
        } else if key.contains(&inside) {
            Some(3)
        } else {
            None
        }
    };
    keys.iter().filter_map(one).min()
}

fn squeezed(words: &str) -> String {
    words.split(' ').collect()
}

fn initials(words: &str) -> String {
    words.split(' ').filter_map(|word| word.chars().next()).collect()
}

/// The values of a year as a picker shows them. First place stands first, so ranks count backwards.
pub fn values(indicator: &Indicator, year: i16, locale: Locale) -> Vec<Valued> {
    let one = |place: Code63, v: f64| {
        let number = number::format(rounded(v, indicator.decimals), indicator.decimals, locale);
        match indicator.measure {
            Measure::Flag => (place, v, flag_word(indicator, v, locale)),
            measure => {
                let words = with_unit(measure, &number, short_unit(indicator.unit.get(locale)), locale);
                (place, if measure == Measure::Rank { -v } else { v }, words)
            }
        }
    };
    indicator.in_year(year).filter_map(|p| Some(one(p.place?, p.value))).collect()
}

/// One more or one less; one too many changes nothing.
pub fn toggled(chosen: &[Code63], code: Code63, most: usize) -> Vec<Code63> {
    let mut out: Vec<Code63> = chosen.iter().copied().filter(|c| *c != code).collect();
    if out.len() == chosen.len() && out.len() < most {
        out.push(code);
    }
    out
}

/// The same ones with this one in front: the reader's own.
pub fn fronted(chosen: &[Code63], code: Code63) -> Vec<Code63> {
    let rest = chosen.iter().copied().filter(|c| *c != code);
    std::iter::once(code).chain(rest).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn data() -> std::sync::Arc<Dataset> {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data");
        crate::site::content::load(&folder).unwrap_or_else(|_| panic!("dữ liệu hỏng")).dataset
    }

    fn code(text: &str) -> Code63 {
        Code63::parse(text).unwrap()
    }

    fn found(picks: &Picks, typed: &str) -> Vec<String> {
        let groups = picks.groups(typed, Order::Region, &[]);
        assert_eq!(groups.len(), 1, "{typed}");
        groups[0].rows.iter().map(|r| r.code.to_string()).collect()
    }

    #[test]
    fn names_are_found_however_they_are_typed() {
        let picks = Picks::new(&data(), Locale::Vi);
        for (typed, first) in [
            ("da nang", "48"),
            ("Đà Nẵng", "48"),
            ("ĐÀ NẴNG", "48"),
            ("danang", "48"),
            ("  đà   nẵng ", "48"),
            ("thành phố Đà Nẵng", "48"),
            ("sai gon", "79"),
            ("Sài Gòn", "79"),
            ("tphcm", "79"),
            ("TP.HCM", "79"),
            ("hcm", "79"),
            ("sg", "79"),
            ("hue", "46"),
            ("Huế", "46"),
            ("tỉnh Thừa Thiên – Huế", "46"),
            ("brvt", "77"),
            ("vung tau", "77"),
            ("dak lak", "66"),
            ("Đắc Lắc", "66"),
            ("kontum", "62"),
            ("Ho Chi Minh City", "79"),
        ] {
            assert_eq!(found(&picks, typed).first().map(String::as_str), Some(first), "{typed}");
        }
        // Initials name several; all of them, by the alphabet.
        assert_eq!(found(&picks, "DN"), ["48", "67", "75"]);
        let ha = found(&picks, "ha");
        assert!(
            ["01", "02", "30", "31", "35", "42", "93"].iter().all(|c| ha.contains(&(*c).to_owned())),
            "{ha:?}"
        );
        for nothing in ["xyz", "12", "<script>"] {
            assert!(found(&picks, nothing).is_empty(), "{nothing}");
        }
        // Nothing but spaces and marks is nothing typed.
        assert_eq!(picks.groups(" – ", Order::Region, &[]).len(), 6);
    }

    #[test]
    fn every_province_is_found_by_each_of_its_names() {
        let data = data();
        for locale in Locale::ALL {
            let picks = Picks::new(&data, locale);
            for p in &data.provinces {
                for name in p.aliases.iter().chain([&p.name.vi, &p.name.en]) {
                    assert_eq!(found(&picks, name).first(), Some(&p.code.to_string()), "{name}");
                }
            }
        }
    }

    #[test]
    fn every_order_holds_every_province_once() {
        let data = data();
        let picks = Picks::new(&data, Locale::Vi);
        let indicator = data.indicator("papi-egov").unwrap();
        let values = values(indicator, 2024, Locale::Vi);
        for (order, groups) in [(Order::Region, 6), (Order::Name, 1), (Order::Value, 1)] {
            let all = picks.groups("", order, &values);
            assert_eq!(all.len(), groups, "{order:?}");
            let mut codes: Vec<_> = all.iter().flat_map(|g| &g.rows).map(|r| r.code).collect();
            codes.sort();
            codes.dedup();
            assert_eq!(codes.len(), 63, "{order:?}");
        }
        let names = picks.groups("", Order::Name, &values);
        let names: Vec<_> = names[0].rows.iter().map(|r| r.name.as_str()).collect();
        assert_eq!(&names[..3], ["An Giang", "Bà Rịa - Vũng Tàu", "Bạc Liêu"]);
        // The city named after a person stands under its name, not under its kind.
        let place = |name| names.iter().position(|n| *n == name);
        assert!(place("Hòa Bình") < place("TP. Hồ Chí Minh") && place("TP. Hồ Chí Minh") < place("Hưng Yên"));
        let high = picks.groups("", Order::Value, &values);
        let shown: Vec<f64> =
            high[0].rows.iter().filter_map(|r| values.iter().find(|v| v.0 == r.code)).map(|v| v.1).collect();
        assert!(shown.len() > 50 && shown.windows(2).all(|p| p[0] >= p[1]));
        assert!(high[0].rows.last().unwrap().value.is_empty(), "who has no value stands last");
    }

    #[test]
    fn values_are_said_in_words_of_their_measure() {
        let data = data();
        let of = |id: &str, year, province: &str, locale| {
            let values = values(data.indicator(id).unwrap(), year, locale);
            values.into_iter().find(|v| v.0 == code(province)).unwrap()
        };
        assert_eq!(of("papi-egov", 2024, "01", Locale::Vi).2, "4,05 điểm");
        let (_, first, words) = of("dti-rank", 2022, "48", Locale::Vi);
        assert_eq!((first, words.as_str()), (-1.0, "hạng 1"));
        assert!(!of("committee-party-secretary", 2022, "48", Locale::En).2.is_empty());
    }

    #[test]
    fn one_more_one_less_and_never_too_many() {
        let chosen = [code("01"), code("48")];
        assert_eq!(toggled(&chosen, code("79"), 3), [code("01"), code("48"), code("79")]);
        assert_eq!(toggled(&chosen, code("79"), 2), chosen);
        assert_eq!(toggled(&chosen, code("01"), 2), [code("48")]);
        assert_eq!(fronted(&chosen, code("48")), [code("48"), code("01")]);
        assert_eq!(fronted(&chosen, code("79")), [code("79"), code("01"), code("48")]);
    }
}
