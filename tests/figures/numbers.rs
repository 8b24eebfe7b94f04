//! One number, told five times: by the authored table, by the mark in the picture, in the row of the table, and in the
//! sentence of tooltip and live region, in both languages. Each is read back from its own spelling and compared.

use crate::all::{Figure, figures_and_choices, pictures_and_choices};
use crate::marks::attribute;
use crate::none;
use ngay_so::data::{Code63, Measure};
use ngay_so::figure::about::About;
use ngay_so::figure::sheet::{Flavour, Sheet};
use ngay_so::figure::table::Table;
use ngay_so::figure::{Chart, Datum, Heads};
use ngay_so::text::{Date, Locale, fill};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::OnceLock;

/// The authored values, as they are spelt in the files: by indicator, series or province code, and date.
fn authored() -> &'static BTreeMap<(String, String, String), String> {
    static ALL: OnceLock<BTreeMap<(String, String, String), String>> = OnceLock::new();
    ALL.get_or_init(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data/indicators");
        let mut out = BTreeMap::new();
        for indicator in &crate::data().indicators {
            let mut table = csv::Reader::from_path(folder.join(format!("{}.csv", indicator.id))).unwrap();
            let head = table.headers().unwrap().clone();
            for row in table.records() {
                let row = row.unwrap();
                let cell = |name: &str| head.iter().position(|h| h == name).map(|i| row[i].to_owned());
                let owner = cell("series").or_else(|| cell("code63")).unwrap();
                let date = cell("date").filter(|d| !d.is_empty()).unwrap_or_else(|| cell("year").unwrap());
                let before = out.insert((indicator.id.clone(), owner, date), cell("value").unwrap());
                assert_eq!(before, None, "{}: hai dòng trùng nhau", indicator.id);
            }
        }
        out
    })
}

/// The authored spelling of a datum.
fn spelt(f: &Figure, series: &str, d: &Datum) -> &'static str {
    let owner = d.place.map_or_else(|| series.to_owned(), |code: Code63| code.to_string());
    let key = (f.indicator.id.clone(), owner, d.date.to_string());
    authored().get(&key).unwrap_or_else(|| panic!("{}: không có dòng {key:?}", f.name))
}

/// A decimal number as digits and sign, rounded half away from zero by the rules of school: on the digits, so that
/// binary fractions have no say.
fn rounded(spelt: &str, decimals: usize) -> String {
    let (sign, digits) = spelt.strip_prefix('-').map_or(("", spelt), |rest| ("-", rest));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let kept: String = fraction.chars().chain(std::iter::repeat('0')).take(decimals).collect();
    let up = fraction.chars().nth(decimals).is_some_and(|d| d >= '5');
    let number: u128 = format!("{whole}{kept}").parse().unwrap();
    let number = format!("{:0>width$}", number + u128::from(up), width = decimals + 1);
    let (whole, fraction) = number.split_at(number.len() - decimals);
    canonical(&format!("{sign}{whole}.{fraction}"))
}

/// Without needless zeros.
fn canonical(number: &str) -> String {
    let (sign, digits) = number.strip_prefix('-').map_or(("", number), |rest| ("-", rest));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let (whole, fraction) = (whole.trim_start_matches('0'), fraction.trim_end_matches('0'));
    let whole = if whole.is_empty() { "0" } else { whole };
    let sign = if whole == "0" && fraction.is_empty() { "" } else { sign };
    if fraction.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{fraction}") }
}

/// The first number of a text, read as a reader of the language reads it; groups of three are held to be groups.
fn read(text: &str, locale: Locale) -> Option<String> {
    let (group, mark) = if locale == Locale::Vi { ('.', ',') } else { (',', '.') };
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let minus = text[..start].ends_with('−');
    let all: String =
        text[start..].chars().take_while(|c| c.is_ascii_digit() || *c == group || *c == mark).collect();
    let number = all.trim_end_matches([group, mark]);
    let (whole, fraction) = number.split_once(mark).unwrap_or((number, ""));
    let groups: Vec<&str> = whole.split(group).collect();
    let sound = groups[1..].iter().all(|g| g.len() == 3)
        && (groups.len() == 1 || (1..=3).contains(&groups[0].len()))
        && (groups.len() > 1 || whole.len() <= 3)
        && fraction.chars().all(|c| c.is_ascii_digit());
    sound.then(|| canonical(&format!("{}{}.{fraction}", if minus { "-" } else { "" }, groups.concat())))
}

/// What a text says of a datum: the number of its words, or, of yes and no, the 1 or 0 that the words stand for.
fn told(f: &Figure, text: &str) -> Option<String> {
    if f.indicator.measure != Measure::Flag {
        return read(text, f.chart.locale);
    }
    let named = |(value, word): &(f64, String)| (*word == text.trim()).then(|| format!("{value:.0}"));
    f.chart.value_words.iter().find_map(named)
}

/// The value part of the spoken sentence: what stands where the message has its `{value}`.
fn value_part(chart: &Chart, series: &str, when: &str, said: &str) -> Option<String> {
    let t = &chart.locale.messages().figure;
    let message = if series.is_empty() { t.announce } else { t.announce_series };
    let frame = fill(message, &[("series", series), ("when", when), ("value", "\u{0}")]);
    let (before, after) = frame.split_once('\u{0}')?;
    said.strip_prefix(before)?.strip_suffix(after).map(str::to_owned)
}

#[test]
fn numbers_are_read_back_as_schools_write_them() {
    assert_eq!(read("hạng 71 trên 193", Locale::Vi).unwrap(), "71");
    assert_eq!(read("1.234,50 tỷ", Locale::Vi).unwrap(), "1234.5");
    assert_eq!(read("−0.40 points", Locale::En).unwrap(), "-0.4");
    assert_eq!(read("1.23,4", Locale::Vi), None);
    assert_eq!([rounded("2.345", 2), rounded("-0.004", 2), rounded("99.95", 1)], ["2.35", "0", "100"]);
}

#[test]
fn table_sentence_and_file_tell_the_same_number() {
    let mut faults = Vec::new();
    let mut count = 0;
    for f in figures_and_choices() {
        let table = Table::new(&f.chart);
        let mut rows = table.rows.iter();
        for (s, series) in f.chart.series.iter().enumerate() {
            for (i, d) in series.data.iter().enumerate() {
                count += 1;
                let spelt = spelt(&f, &series.id, d);
                let wanted = rounded(spelt, f.indicator.decimals);
                let row = rows.next().unwrap();
                let said = f.chart.say(s, i).unwrap();
                let part = value_part(&f.chart, &series.name, &d.when, &said).unwrap_or_default();
                // A flag's words may be followed by how far they can be trusted.
                let word = part.split(" (").next().unwrap_or_default();
                let part = if f.indicator.measure == Measure::Flag { word } else { &part };
                for (place, found) in [("bảng", told(&f, &row.value)), ("lời", told(&f, part))] {
                    if found.as_ref() != Some(&wanted) {
                        faults.push(format!(
                            "{}: {place} nói {found:?}, tệp ghi {spelt} ({said} | {})",
                            f.name, row.value
                        ));
                    }
                }
                // Rows are of the same datum: by name, by time, by place.
                let head = if f.chart.heads == Heads::Places {
                    row.when == d.when
                } else {
                    said.contains(&row.when)
                };
                if !head || row.x != d.x || row.series != series.id {
                    faults.push(format!("{}: dòng {row:?} không phải của \"{said}\"", f.name));
                }
                // How many were ranked, the place among provinces, the range: in both.
                let extras =
                    [d.out_of.map(|n| n.to_string()), Some(d.rank.clone()).filter(|r| !r.is_empty())];
                for extra in extras.into_iter().flatten() {
                    let in_row = row.value.contains(&extra) || row.rank.as_deref() == Some(extra.as_str());
                    if !said.contains(&extra) || !in_row {
                        faults.push(format!(
                            "{}: \"{extra}\" thiếu trong \"{said}\" hay trong {row:?}",
                            f.name
                        ));
                    }
                }
            }
        }
        assert_eq!(rows.next(), None, "{}: bảng thừa dòng", f.name);
    }
    assert!(count > 10_000, "{count}");
    none(faults);
}

#[test]
fn the_mark_carries_the_number_of_the_file() {
    let mut faults = Vec::new();
    for p in pictures_and_choices() {
        let f = p.figure;
        let mut wanted = BTreeMap::new();
        for series in &f.chart.series {
            for d in &series.data {
                wanted.insert((series.id.clone(), d.x.clone()), spelt(f, &series.id, d));
            }
        }
        for mark in &p.scene.marks {
            let Some(value) = attribute(mark, "data-value") else { continue };
            let name = (attribute(mark, "data-series").unwrap(), attribute(mark, "data-x").unwrap());
            let spelt = wanted.remove(&name);
            if spelt.map(canonical) != Some(canonical(&value)) {
                faults.push(format!("{}: {name:?} mang {value}, tệp ghi {spelt:?}", p.name));
            }
        }
        if !wanted.is_empty() {
            faults.push(format!("{}: không có dấu cho {wanted:?}", p.name));
        }
    }
    none(faults);
}

/// The files that a reader takes away hold the numbers of the authored file, in both ways of writing decimals.
#[test]
fn the_file_to_take_away_holds_the_same_numbers() {
    let mut faults = Vec::new();
    for f in figures_and_choices() {
        let locale = f.chart.locale;
        let about = About::of(crate::data(), &f.indicator.id, locale).unwrap();
        let sheet = Sheet::shown(crate::data(), &f.chart, &about);
        let head = locale.messages().take.csv_head.split('|').nth(6).unwrap();
        for (flavour, comma, point) in [(Flavour::Plain, b',', '.'), (Flavour::Excel, b';', ',')] {
            let text = sheet.csv(flavour);
            let mut table = csv::ReaderBuilder::new()
                .delimiter(comma)
                .from_reader(text.strip_prefix('\u{FEFF}').unwrap().as_bytes());
            let column = table.headers().unwrap().iter().position(|h| h == head).unwrap();
            let found: Vec<String> =
                table.records().map(|r| canonical(&r.unwrap()[column].replace(point, "."))).collect();
            let wanted: Vec<String> = f
                .chart
                .series
                .iter()
                .flat_map(|s| s.data.iter().map(|d| canonical(spelt(&f, &s.id, d))))
                .collect();
            if found != wanted {
                faults.push(format!("{} {flavour:?}: {found:?}, tệp ghi {wanted:?}", f.name));
            }
        }
    }
    none(faults);
}

/// The same day is the same day, in both languages: what names a datum in time can be read back as its date.
#[test]
fn dates_are_read_back() {
    let mut faults = Vec::new();
    for f in figures_and_choices().iter().filter(|f| f.chart.heads == Heads::Times) {
        for d in f.chart.series.iter().flat_map(|s| &s.data) {
            let plain = d.date.format(f.chart.locale);
            let sound = d.when.contains(&plain) || d.when.contains(&d.date.year().to_string());
            if !sound || Date::parse(&d.x) != Some(d.date) {
                faults.push(format!("{}: \"{}\", {} là {:?}", f.name, d.when, d.x, d.date));
            }
        }
    }
    none(faults);
}
