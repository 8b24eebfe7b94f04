//! Every number of the data can be said, in both languages, in words alone; and whoever listens hears the number that
//! is shown: the words are read back by rules written apart from those that made them.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use ngay_so::data::Dataset;
use ngay_so::site::content;
use ngay_so::text::{Locale, number, spoken};
use std::path::Path;
use std::sync::{Arc, OnceLock};

fn data() -> &'static Dataset {
    static DATA: OnceLock<Arc<Dataset>> = OnceLock::new();
    DATA.get_or_init(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data");
        content::load(&folder).unwrap_or_else(|faults| panic!("{}", content::Report(&faults))).dataset
    })
}

/// Words only: letters, single blanks, and the hyphen of "seventy-one".
fn is_words(text: &str, locale: Locale) -> bool {
    let hyphens = locale == Locale::En;
    let letter = |c: char| c.is_alphabetic() || c == ' ' || (hyphens && c == '-');
    !text.is_empty() && text.trim() == text && !text.contains("  ") && text.chars().all(letter)
}

#[test]
fn every_value_can_be_said() {
    let mut faults = Vec::new();
    let mut count = 0;
    for indicator in &data().indicators {
        for point in indicator.series.iter().flat_map(|s| &s.points) {
            for locale in Locale::ALL {
                let unit = indicator.unit.get(locale);
                let said = spoken::quantity(point.value, indicator.decimals, unit, locale);
                if !is_words(&said, locale) {
                    faults.push(format!(
                        "{} {}: {} {unit} → \"{said}\"",
                        indicator.id, point.date, point.value
                    ));
                }
                count += 1;
            }
        }
    }
    assert!(count > 3000, "{count}");
    faults.dedup();
    assert!(
        faults.is_empty(),
        "{} lỗi, đơn vị mới cần được đọc trong text::spoken:\n{}",
        faults.len(),
        faults.join("\n")
    );
}

#[test]
fn every_time_can_be_said() {
    let mut faults = Vec::new();
    for point in data().indicators.iter().flat_map(|i| &i.series).flat_map(|s| &s.points) {
        let written = |locale| {
            point.period.as_ref().map_or_else(|| point.date.format(locale), |p| p.get(locale).to_owned())
        };
        for locale in Locale::ALL {
            let said = spoken::when(&written(locale), locale);
            if said.contains('/') || said.contains(" 0") {
                faults.push(said);
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn what_is_heard_is_what_is_shown() {
    let mut values: Vec<(f64, usize)> = data()
        .indicators
        .iter()
        .flat_map(|i| i.series.iter().flat_map(|s| &s.points).map(|p| (p.value, i.decimals)))
        .collect();
    values.extend((0..=12_000).map(|n| (f64::from(n), 0)));
    values.extend((0..=12_000).map(|n| (f64::from(n) / 100.0, 2)));
    // Powers of ten and their neighbours, and numbers from all over.
    let mut seed: u64 = 20_241_010;
    for power in 1..=15 {
        let ten = 10_f64.powi(power);
        values.extend([ten - 1.0, ten, ten + 1.0, ten + 10.0, 5.0 * ten + 4.0].map(|n| (n, 0)));
        for _ in 0..400 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let n = ((seed >> 11) as f64 / (1_u64 << 53) as f64 * ten).floor();
            values.extend([(n, 0), (n / 1000.0, 3), (-n, 0)]);
        }
    }
    for (value, most) in values {
        for locale in Locale::ALL {
            let said = spoken::number(value, most, locale);
            let heard = match locale {
                Locale::Vi => hear_vi(&said),
                Locale::En => hear_en(&said),
            };
            assert!(is_words(&said, locale), "{said}");
            assert_eq!(heard, number::short(value, most, locale), "\"{said}\"");
        }
    }
}

/// Writes digits and sign as the page does.
fn write(negative: bool, whole: u64, fraction: &str, locale: Locale) -> String {
    let mark = if locale == Locale::Vi { "," } else { "." };
    let whole = number::format(whole as f64, 0, locale);
    let sign = if negative { "−" } else { "" };
    if fraction.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}{mark}{fraction}") }
}

fn hear_vi(said: &str) -> String {
    let (negative, said) = said.strip_prefix("âm ").map_or((false, said), |rest| (true, rest));
    let (whole, decimals) = said.split_once(" phẩy ").unwrap_or((said, ""));
    let words: Vec<&str> = decimals.split_whitespace().collect();
    let by_one: Option<String> = words.iter().map(|w| digit_vi(w).map(|d| d.to_string())).collect();
    let fraction = by_one.unwrap_or_else(|| whole_vi(decimals).to_string());
    write(negative, whole_vi(whole), &fraction, Locale::Vi)
}

fn digit_vi(word: &str) -> Option<u64> {
    let n = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
        .iter()
        .position(|d| *d == word);
    n.map(|n| n as u64)
}

fn whole_vi(said: &str) -> u64 {
    let (mut billions, mut total, mut group, mut digit) = (0, 0, 0, 0);
    for word in said.split_whitespace() {
        match word {
            "linh" => {}
            "mười" => group += 10,
            "mươi" => (group, digit) = (group + digit * 10, 0),
            "trăm" => (group, digit) = (group + digit * 100, 0),
            "nghìn" | "triệu" => {
                total += (group + digit) * if word == "nghìn" { 1000 } else { 1_000_000 };
                (group, digit) = (0, 0);
            }
            "tỷ" => {
                billions = (billions + total + group + digit) * 1_000_000_000;
                (total, group, digit) = (0, 0, 0);
            }
            "mốt" => digit = 1,
            "tư" => digit = 4,
            "lăm" => digit = 5,
            _ => digit = digit_vi(word).unwrap_or_else(|| panic!("{word} trong \"{said}\"")),
        }
    }
    billions + total + group + digit
}

fn hear_en(said: &str) -> String {
    let (negative, said) = said.strip_prefix("minus ").map_or((false, said), |rest| (true, rest));
    let (whole, decimals) = said.split_once(" point ").unwrap_or((said, ""));
    let fraction: String = decimals.split_whitespace().map(|w| small_en(w).to_string()).collect();
    let (mut total, mut group) = (0, 0);
    for word in whole.split([' ', '-']) {
        match word {
            "and" => {}
            "hundred" => group *= 100,
            _ => match ["thousand", "million", "billion", "trillion", "quadrillion"]
                .iter()
                .position(|g| *g == word)
            {
                Some(i) => (total, group) = (total + group * 1000_u64.pow(i as u32 + 1), 0),
                None => group += small_en(word),
            },
        }
    }
    write(negative, total + group, &fraction, Locale::En)
}

fn small_en(word: &str) -> u64 {
    let small = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen \
                 sixteen seventeen eighteen nineteen";
    let tens = "twenty thirty forty fifty sixty seventy eighty ninety";
    let at = |list: &str| list.split_whitespace().position(|w| w == word);
    let n = at(small).or_else(|| at(tens).map(|i| (i + 2) * 10));
    n.unwrap_or_else(|| panic!("{word}")) as u64
}
