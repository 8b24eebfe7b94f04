//! Numbers, units and dates as words to be heard: "sáu phẩy sáu mươi tư tỷ đô la Mỹ".
//!
//! Voices stumble over the marks of writing (`6,64`, `93.500`, `km²`), most of all over those of another language.
//! Words leave them nothing to guess.

mod en;
mod vi;

use super::{Locale, number as written};

/// A number in words, with as many decimals as it needs, up to `most`.
pub fn number(value: f64, most: usize, locale: Locale) -> String {
    Digits::of(value, most, locale).words(locale)
}

/// A value with its unit in words.
///
/// Units are taken apart as authors write them, so a new one made of known parts needs nothing here; what stays
/// unsaid is found by `tests/spoken.rs`.
pub fn quantity(value: f64, most: usize, unit: &str, locale: Locale) -> String {
    let mut digits = Digits::of(value, most, locale);
    // A yes or no says what its number stands for: "1 = có, 0 = không".
    for piece in unit.split(',') {
        if let Some((n, meaning)) = piece.split_once('=')
            && n.trim_matches(' ') == digits.whole
        {
            return meaning.trim_matches(' ').into();
        }
    }
    let (rank, thousand) = match locale {
        Locale::Vi => ("hạng", "nghìn "),
        Locale::En => ("rank", "thousand "),
    };
    if unit == rank {
        return format!("{rank} {}", digits.words(locale));
    }
    // Nobody says "nine thousand point six thousand".
    let unit = match unit.strip_prefix(thousand) {
        Some(rest) if digits.times_thousand() => rest,
        _ => unit,
    };
    let mut out = digits.words(locale);
    unit_words(unit, locale, &mut out);
    out
}

/// A time in words: "26/05/2022" is "ngày 26 tháng 5 năm 2022".
///
/// Days and years stay digits. A bare whole number is read well by every voice in its own language; only slashes
/// are not. And on a braille line "năm 2024" is short where "năm hai nghìn không trăm hai mươi tư" is not.
pub fn when(words: &str, locale: Locale) -> String {
    match locale {
        Locale::Vi => vi::when(words),
        // English dates are written as they are said.
        Locale::En => words.into(),
    }
}

/// A short text with its bare whole numbers in words: "thứ 3 trong 61" is "thứ ba trong sáu mươi mốt".
pub fn counts(words: &str, locale: Locale) -> String {
    let mut out = String::new();
    for word in words.split(' ') {
        match word.parse() {
            // The two places that have names of their own.
            Ok(n @ (1 | 4)) if locale == Locale::Vi && out.ends_with("thứ") => {
                say(&mut out, if n == 1 { "nhất" } else { "tư" });
            }
            Ok(n) => whole(n, locale, &mut out),
            Err(_) => say(&mut out, word),
        }
    }
    out
}

/// A whole number in words, after what has been said.
fn whole(n: u64, locale: Locale, out: &mut String) {
    match locale {
        Locale::Vi => vi::whole(n, out),
        Locale::En => en::whole(n, out),
    }
}

/// Adds a word.
fn say(out: &mut String, word: &str) {
    if !out.is_empty() && !out.ends_with('-') {
        out.push(' ');
    }
    out.push_str(word);
}

/// The words of a unit: "triệu đồng/người", "% of GDP", "điểm (thang 1–10)".
fn unit_words(unit: &str, locale: Locale, out: &mut String) {
    // In brackets stands how to read the axis.
    let unit = unit.split_once('(').map_or(unit, |(before, _)| before);
    for (i, part) in unit.split('/').enumerate() {
        for (j, word) in part.split(' ').filter(|word| !word.is_empty()).enumerate() {
            let amount = word.parse::<u64>().ok();
            if i > 0 && j == 0 {
                say(
                    out,
                    match locale {
                        Locale::En => "per",
                        // "trên 100 dân", "trên km²", but "một người".
                        Locale::Vi if amount.is_some() || word.starts_with("km") => "trên",
                        Locale::Vi => "một",
                    },
                );
            }
            match (word, locale) {
                ("%", Locale::Vi) => say(out, "phần trăm"),
                ("%", Locale::En) => say(out, "per cent"),
                ("USD", Locale::Vi) => say(out, "đô la Mỹ"),
                ("USD", Locale::En) => say(out, "US dollars"),
                ("km²", Locale::Vi) => say(out, "ki lô mét vuông"),
                ("km²", Locale::En) => say(out, "square kilometre"),
                _ => match amount {
                    Some(n) => whole(n, locale, out),
                    None => say(out, word),
                },
            }
        }
    }
}

/// A number as its digits, exactly as the page shows it.
struct Digits {
    negative: bool,
    whole: String,
    fraction: String,
}

impl Digits {
    /// Takes them from the written number, so that eye and ear cannot be told different things.
    fn of(value: f64, most: usize, locale: Locale) -> Self {
        let shown = written::short(value, most, locale);
        let mark = match locale {
            Locale::Vi => ',',
            Locale::En => '.',
        };
        let (whole, fraction) = shown.split_once(mark).unwrap_or((&shown, ""));
        let whole = whole.chars().filter(char::is_ascii_digit).collect();
        Self { negative: shown.starts_with('−'), whole, fraction: fraction.into() }
    }

    /// Moves the mark by three places, if that leaves no decimals.
    fn times_thousand(&mut self) -> bool {
        let fits = self.fraction.len() <= 3 && self.whole.len() <= 15;
        if fits {
            self.whole.push_str(&self.fraction);
            (self.fraction.len()..3).for_each(|_| self.whole.push('0'));
            self.fraction.clear();
        }
        fits
    }

    fn words(&self, locale: Locale) -> String {
        let mut out = String::new();
        let Ok(n) = self.whole.parse() else {
            // What is no number has no digits; it is written as a dash.
            return match locale {
                Locale::Vi => "không rõ".into(),
                Locale::En => "unknown".into(),
            };
        };
        if self.negative {
            say(
                &mut out,
                match locale {
                    Locale::Vi => "âm",
                    Locale::En => "minus",
                },
            );
        }
        whole(n, locale, &mut out);
        match locale {
            Locale::Vi => vi::fraction(&self.fraction, &mut out),
            Locale::En => en::fraction(&self.fraction, &mut out),
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(locale: Locale, cases: &[(f64, usize, &str, &str)]) {
        for (value, most, unit, said) in cases {
            assert_eq!(quantity(*value, *most, unit, locale), *said, "{value} ({most}) {unit}");
        }
    }

    #[test]
    fn vietnamese_units_are_said() {
        all(
            Locale::Vi,
            &[
                (6.64, 2, "tỷ USD", "sáu phẩy sáu mươi tư tỷ đô la Mỹ"),
                (39.0, 0, "tỷ USD", "ba mươi chín tỷ đô la Mỹ"),
                (71.0, 0, "hạng", "hạng bảy mươi mốt"),
                (1.0, 0, "hạng", "hạng một"),
                (78.08, 2, "% dân số", "bảy mươi tám phẩy không tám phần trăm dân số"),
                (14.02, 2, "% GDP", "mười bốn phẩy không hai phần trăm GDP"),
                (85.1, 1, "% hộ", "tám mươi lăm phẩy một phần trăm hộ"),
                (0.25, 2, "%", "không phẩy hai mươi lăm phần trăm"),
                (22.6807, 2, "thuê bao/100 dân", "hai mươi hai phẩy sáu mươi tám thuê bao trên một trăm dân"),
                (3.9867, 2, "điểm (thang 1–10)", "ba phẩy chín mươi chín điểm"),
                (0.7955, 4, "điểm (thang 0–1)", "không phẩy bảy chín năm năm điểm"),
                (1.192, 2, "điểm thành phần", "một phẩy mười chín điểm thành phần"),
                (357.23, 1, "triệu đồng/người", "ba trăm năm mươi bảy phẩy hai triệu đồng một người"),
                (4481.0, 0, "người/km²", "bốn nghìn bốn trăm tám mươi mốt người trên ki lô mét vuông"),
                (93_500.0, 0, "tổ", "chín mươi ba nghìn năm trăm tổ"),
                (105.13, 1, "triệu thuê bao", "một trăm linh năm phẩy một triệu thuê bao"),
                (9166.84, 1, "nghìn người", "chín triệu một trăm sáu mươi sáu nghìn tám trăm người"),
                (312.0, 1, "nghìn người", "ba trăm mười hai nghìn người"),
                (0.4, 1, "nghìn người", "bốn trăm người"),
                (1.0, 0, "1 = có, 0 = không", "có"),
                (0.0, 0, "1 = đã đạt, 0 = chưa", "chưa"),
                (0.5, 1, "", "không phẩy năm"),
            ],
        );
    }

    #[test]
    fn english_units_are_said() {
        all(
            Locale::En,
            &[
                (6.64, 2, "billion USD", "six point six four billion US dollars"),
                (71.0, 0, "rank", "rank seventy-one"),
                (78.08, 2, "% of population", "seventy-eight point zero eight per cent of population"),
                (22.6807, 2, "per 100 people", "twenty-two point six eight per one hundred people"),
                (3.9867, 2, "points (scale 1–10)", "three point nine nine points"),
                (
                    357.23,
                    1,
                    "million dong/person",
                    "three hundred and fifty-seven point two million dong per person",
                ),
                (
                    4481.0,
                    0,
                    "people/km²",
                    "four thousand four hundred and eighty-one people per square kilometre",
                ),
                (
                    9166.84,
                    1,
                    "thousand people",
                    "nine million one hundred and sixty-six thousand eight hundred people",
                ),
                (0.0, 0, "1 = yes, 0 = no", "no"),
                (1.0, 0, "1 = reached, 0 = not yet", "reached"),
            ],
        );
    }

    #[test]
    fn times_are_said() {
        let cases = [
            ("2024", "năm 2024"),
            ("26/05/2022", "ngày 26 tháng 5 năm 2022"),
            ("ngày 04/09/2023", "ngày 4 tháng 9 năm 2023"),
            ("10/2024", "tháng 10 năm 2024"),
            ("tháng 10/2024", "tháng 10 năm 2024"),
            ("hết tháng 6/2025", "hết tháng 6 năm 2025"),
            ("9 tháng 2021", "9 tháng đầu năm 2021"),
            ("ước cả năm 2023", "ước cả năm 2023"),
            ("giữa năm 2024", "giữa năm 2024"),
            ("tháng 9 năm 2024", "tháng 9 năm 2024"),
            ("và/hoặc", "và/hoặc"),
            ("", ""),
        ];
        for (written, said) in cases {
            assert_eq!(when(written, Locale::Vi), said);
        }
        assert_eq!(when("26 May 2022", Locale::En), "26 May 2022");
    }

    #[test]
    fn places_are_said() {
        let cases = [
            ("thứ 1 trong 63", "thứ nhất trong sáu mươi ba"),
            ("thứ 4 trong 61", "thứ tư trong sáu mươi mốt"),
            ("thứ 5 trong 61", "thứ năm trong sáu mươi mốt"),
            ("thứ 21 trong 61", "thứ hai mươi mốt trong sáu mươi mốt"),
            ("", ""),
        ];
        for (written, said) in cases {
            assert_eq!(counts(written, Locale::Vi), said);
        }
        // English ordinals are words to every voice.
        assert_eq!(counts("3rd of 61", Locale::En), "3rd of sixty-one");
    }

    #[test]
    fn what_is_no_number_is_said_to_be_unknown() {
        assert_eq!(number(f64::NAN, 1, Locale::Vi), "không rõ");
        assert_eq!(quantity(f64::INFINITY, 1, "people", Locale::En), "unknown people");
    }
}
