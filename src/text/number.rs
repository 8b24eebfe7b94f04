//! Numbers as a reader writes them: `1.234,5` in Vietnamese, `1,234.5` in English.

use super::Locale;

/// A number with a fixed count of decimals, grouped by thousands.
///
/// The value is rounded half away from zero, as schools teach it; minus is the true minus sign. A non-finite value becomes an em dash, never `NaN`.
pub fn format(value: f64, decimals: usize, locale: Locale) -> String {
    if !value.is_finite() {
        return "—".into();
    }
    // Whole numbers only: printing floats is heavy in the wasm.
    let scale = 10_u64.pow(decimals.min(9) as u32);
    let scaled = (value.abs() * scale as f64).round() as u64;
    let whole = (scaled / scale).to_string();
    let fraction = if decimals == 0 { String::new() } else { format!("{:0decimals$}", scaled % scale) };
    let (group, mark) = match locale {
        Locale::Vi => ('.', ','),
        Locale::En => (',', '.'),
    };
    let mut out = String::with_capacity(whole.len() + fraction.len() + 6);
    if value < 0.0 && scaled > 0 {
        out.push('−');
    }
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            out.push(group);
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push(mark);
        out.push_str(&fraction);
    }
    out
}

/// A number with as many decimals as it needs, up to `most`: rounded to `most`, then without trailing zeros.
pub fn short(value: f64, most: usize, locale: Locale) -> String {
    let rounded = |digits: usize| {
        let scale = 10_f64.powi(digits as i32);
        (value * scale).round() / scale
    };
    let needed = (0..most).find(|digits| (rounded(*digits) - rounded(most)).abs() < 1e-9).unwrap_or(most);
    format(value, needed, locale)
}

/// A number as programs write it: a decimal point, no grouping, and exactly as many decimals as bring the same value
/// back when it is read. Without the machinery for printing floats, which is heavy in the wasm.
pub fn raw(value: f64) -> String {
    if !value.is_finite() {
        return String::new();
    }
    let size = value.abs();
    let sign = if value < 0.0 { "-" } else { "" };
    let mut scale = 1_u64;
    for decimals in 0..=15_usize {
        // Whole numbers below 2^53 and powers of ten up to 10^22 are exact, and a quotient of exact numbers is rounded
        // as reading its digits would be: equal here means equal when read.
        let scaled = (size * scale as f64).round();
        if scaled >= 9e15 {
            break;
        }
        if (scaled / scale as f64).to_bits() == size.to_bits() {
            let (whole, rest) = (scaled as u64 / scale, scaled as u64 % scale);
            return if decimals == 0 {
                format!("{sign}{whole}")
            } else {
                format!("{sign}{whole}.{rest:0decimals$}")
            };
        }
        scale *= 10;
    }
    // Beyond what a double holds to the unit, or a number that no measurement has: whole, as near as can be.
    format!("{sign}{}", size.round() as u128)
}

/// A rank in words: `thứ 71` / `71st`.
pub fn ordinal(rank: u32, locale: Locale) -> String {
    match locale {
        Locale::Vi => format!("thứ {rank}"),
        Locale::En => {
            let suffix = match (rank % 10, rank % 100) {
                (1, n) if n != 11 => "st",
                (2, n) if n != 12 => "nd",
                (3, n) if n != 13 => "rd",
                _ => "th",
            };
            format!("{rank}{suffix}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_and_decimals_follow_the_language() {
        assert_eq!(format(1234.5, 1, Locale::Vi), "1.234,5");
        assert_eq!(format(1234.5, 1, Locale::En), "1,234.5");
        assert_eq!(format(93_500.0, 0, Locale::Vi), "93.500");
        assert_eq!(format(-0.04, 1, Locale::En), "0.0");
        assert_eq!(format(-1234.0, 0, Locale::En), "−1,234");
        assert_eq!(format(f64::NAN, 2, Locale::Vi), "—");
    }

    #[test]
    fn short_drops_needless_decimals() {
        assert_eq!(short(118.0, 2, Locale::Vi), "118");
        assert_eq!(short(6.64, 2, Locale::Vi), "6,64");
        assert_eq!(short(0.25, 1, Locale::En), "0.3");
        assert_eq!(short(131.02, 1, Locale::Vi), "131");
    }

    #[test]
    fn raw_numbers_read_back_to_the_same_value() {
        for text in [
            "0",
            "71",
            "-3",
            "0.1",
            "78.08",
            "-0.25",
            "3.6057",
            "0.000001",
            "93500",
            "1234567.89",
            "99462.123",
        ] {
            assert_eq!(raw(text.parse().unwrap()), text);
        }
        assert_eq!(raw(f64::NAN), "");
        assert_eq!(raw(-0.0), "0");
        assert_eq!(raw(2e20), "200000000000000000000");
    }

    #[test]
    fn english_ordinals_know_eleven() {
        let said: Vec<String> = [1, 2, 3, 11, 12, 21, 71, 112].map(|n| ordinal(n, Locale::En)).into();
        assert_eq!(said, ["1st", "2nd", "3rd", "11th", "12th", "21st", "71st", "112th"]);
    }
}
