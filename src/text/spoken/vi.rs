//! Numbers and times in Vietnamese words, as schools teach them.

use super::say;

const DIGITS: [&str; 10] = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

fn digit(n: u64) -> &'static str {
    DIGITS.get(n as usize).copied().unwrap_or_default()
}

/// A whole number.
pub(super) fn whole(n: u64, out: &mut String) {
    const BILLION: u64 = 1_000_000_000;
    if n == 0 {
        say(out, digit(0));
    } else if n < BILLION {
        below_billion(n, false, out);
    } else {
        // Beyond a billion one counts billions: "một nghìn năm trăm tỷ".
        whole(n / BILLION, out);
        say(out, "tỷ");
        below_billion(n % BILLION, true, out);
    }
}

/// Millions, thousands and the rest. After something larger nothing is left out: "một triệu không nghìn không trăm
/// linh một".
fn below_billion(mut n: u64, mut follows: bool, out: &mut String) {
    for (size, word) in [(1_000_000, "triệu"), (1000, "nghìn"), (1, "")] {
        let group = n / size;
        let started = follows || group > 0;
        if n == 0 {
            break;
        }
        n %= size;
        if !started {
            continue;
        }
        if group == 0 {
            say(out, digit(0));
        } else {
            below_thousand(group, follows, out);
        }
        if !word.is_empty() {
            say(out, word);
        }
        follows = true;
    }
}

/// Hundreds, tens and units.
fn below_thousand(n: u64, follows: bool, out: &mut String) {
    let (hundreds, tens, units) = (n / 100, n / 10 % 10, n % 10);
    let follows = follows || hundreds > 0;
    if follows {
        say(out, digit(hundreds));
        say(out, "trăm");
    }
    match tens {
        0 if follows && units > 0 => say(out, "linh"),
        0 => {}
        1 => say(out, "mười"),
        _ => {
            say(out, digit(tens));
            say(out, "mươi");
        }
    }
    match (tens, units) {
        (_, 0) => {}
        (2.., 1) => say(out, "mốt"),
        (2.., 4) => say(out, "tư"),
        (1.., 5) => say(out, "lăm"),
        _ => say(out, digit(units)),
    }
}

/// Decimals: two are read as a number ("phẩy sáu mươi tư") unless they begin with nought, more of them one by one.
pub(super) fn fraction(digits: &str, out: &mut String) {
    if digits.is_empty() {
        return;
    }
    say(out, "phẩy");
    match digits.parse() {
        Ok(n) if digits.len() == 2 && n >= 10 => below_thousand(n, false, out),
        _ => digits.bytes().for_each(|d| say(out, digit(u64::from(d.wrapping_sub(b'0'))))),
    }
}

/// A time: slashes become words, a bare year is called one.
pub(super) fn when(words: &str) -> String {
    let mut out = String::new();
    for word in words.split(' ') {
        let date: Option<Vec<u64>> = word.split('/').map(|part| part.parse().ok()).collect();
        let said = |name: &str| out.ends_with(name);
        let text = match date.as_deref() {
            Some([year]) if *year > 1000 && out.is_empty() => format!("năm {year}"),
            // "9 tháng 2021" are the first nine months; "tháng 9 2021" would be one.
            Some([year]) if *year > 1000 && said("tháng") => format!("đầu năm {year}"),
            Some([month, year]) if said("tháng") => format!("{month} năm {year}"),
            Some([month, year]) => format!("tháng {month} năm {year}"),
            Some([day, month, year]) if said("ngày") => format!("{day} tháng {month} năm {year}"),
            Some([day, month, year]) => format!("ngày {day} tháng {month} năm {year}"),
            _ => word.into(),
        };
        say(&mut out, &text);
    }
    out
}

#[cfg(test)]
mod tests {
    use crate::text::Locale;
    use crate::text::spoken::number;

    #[test]
    fn numbers_are_said() {
        let cases: &[(f64, usize, &str)] = &[
            (0.0, 0, "không"),
            (1.0, 0, "một"),
            (4.0, 0, "bốn"),
            (5.0, 0, "năm"),
            (10.0, 0, "mười"),
            (11.0, 0, "mười một"),
            (14.0, 0, "mười bốn"),
            (15.0, 0, "mười lăm"),
            (19.0, 0, "mười chín"),
            (20.0, 0, "hai mươi"),
            (21.0, 0, "hai mươi mốt"),
            (24.0, 0, "hai mươi tư"),
            (25.0, 0, "hai mươi lăm"),
            (30.0, 0, "ba mươi"),
            (44.0, 0, "bốn mươi tư"),
            (55.0, 0, "năm mươi lăm"),
            (71.0, 0, "bảy mươi mốt"),
            (99.0, 0, "chín mươi chín"),
            (100.0, 0, "một trăm"),
            (101.0, 0, "một trăm linh một"),
            (104.0, 0, "một trăm linh bốn"),
            (105.0, 0, "một trăm linh năm"),
            (110.0, 0, "một trăm mười"),
            (111.0, 0, "một trăm mười một"),
            (114.0, 0, "một trăm mười bốn"),
            (115.0, 0, "một trăm mười lăm"),
            (121.0, 0, "một trăm hai mươi mốt"),
            (193.0, 0, "một trăm chín mươi ba"),
            (500.0, 0, "năm trăm"),
            (555.0, 0, "năm trăm năm mươi lăm"),
            (1000.0, 0, "một nghìn"),
            (1001.0, 0, "một nghìn không trăm linh một"),
            (1005.0, 0, "một nghìn không trăm linh năm"),
            (1010.0, 0, "một nghìn không trăm mười"),
            (1015.0, 0, "một nghìn không trăm mười lăm"),
            (1100.0, 0, "một nghìn một trăm"),
            (2024.0, 0, "hai nghìn không trăm hai mươi tư"),
            (9400.0, 0, "chín nghìn bốn trăm"),
            (10_000.0, 0, "mười nghìn"),
            (15_004.0, 0, "mười lăm nghìn không trăm linh bốn"),
            (21_021.0, 0, "hai mươi mốt nghìn không trăm hai mươi mốt"),
            (93_500.0, 0, "chín mươi ba nghìn năm trăm"),
            (100_000.0, 0, "một trăm nghìn"),
            (105_005.0, 0, "một trăm linh năm nghìn không trăm linh năm"),
            (458_000.0, 0, "bốn trăm năm mươi tám nghìn"),
            (1_000_000.0, 0, "một triệu"),
            (1_000_001.0, 0, "một triệu không nghìn không trăm linh một"),
            (1_036_105.0, 0, "một triệu không trăm ba mươi sáu nghìn một trăm linh năm"),
            (2_345_678.0, 0, "hai triệu ba trăm bốn mươi lăm nghìn sáu trăm bảy mươi tám"),
            (700_000_231.0, 0, "bảy trăm triệu không nghìn hai trăm ba mươi mốt"),
            (1_000_000_000.0, 0, "một tỷ"),
            (1_000_000_005.0, 0, "một tỷ không triệu không nghìn không trăm linh năm"),
            (24_005_000_000.0, 0, "hai mươi tư tỷ không trăm linh năm triệu"),
            (1_500_000_000_000.0, 0, "một nghìn năm trăm tỷ"),
            (2e18, 0, "hai tỷ tỷ"),
            (6.64, 2, "sáu phẩy sáu mươi tư"),
            (100.05, 2, "một trăm phẩy không năm"),
            (0.05, 2, "không phẩy không năm"),
            (0.5, 2, "không phẩy năm"),
            (0.7709, 4, "không phẩy bảy bảy không chín"),
            (0.125, 3, "không phẩy một hai năm"),
            (78.1, 2, "bảy mươi tám phẩy một"),
            (84.15, 2, "tám mươi tư phẩy mười lăm"),
            (78.21, 2, "bảy mươi tám phẩy hai mươi mốt"),
            (12.55, 2, "mười hai phẩy năm mươi lăm"),
            (0.10, 2, "không phẩy một"),
            (118.0, 1, "một trăm mười tám"),
            (131.02, 1, "một trăm ba mươi mốt"),
            (0.999, 2, "một"),
            (1234.5, 1, "một nghìn hai trăm ba mươi tư phẩy năm"),
            (-3.0, 0, "âm ba"),
            (-0.25, 2, "âm không phẩy hai mươi lăm"),
            (-0.04, 1, "không"),
        ];
        for (value, most, said) in cases {
            assert_eq!(number(*value, *most, Locale::Vi), *said, "{value}");
        }
    }
}
