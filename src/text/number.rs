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

/// A number as files write it: decimal point, no grouping, as many decimals as it takes to be the same number again.
pub fn plain(value: f64) -> String {
    if !value.is_finite() {
        return String::new();
    }
    let mut digits = 0_usize;
    let mut scale = 1.0_f64;
    let mut scaled = value.abs().round();
    // Division rounds correctly, so the first count of digits that gives the value back is the shortest.
    while digits < 12 && (scaled / scale).to_bits() != value.abs().to_bits() {
        digits += 1;
        scale *= 10.0;
        scaled = (value.abs() * scale).round();
    }
    let (whole, unit) = (scaled as u64, scale as u64);
    let sign = if value < 0.0 && whole > 0 { "-" } else { "" };
    if digits == 0 {
        return format!("{sign}{whole}");
    }
    format!("{sign}{}.{:0digits$}", whole / unit, whole % unit)
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
    fn plain_numbers_come_back() {
        for value in [0.0, 71.0, 6.64, -1.5, 0.7709, 78.0766, 93_500.0, 0.1 + 0.2, 3.9728, 1e9, -0.0, 0.05] {
            let text = plain(value);
            assert!((text.parse::<f64>().unwrap() - value).abs() <= value.abs() * 1e-12, "{text}");
        }
        assert_eq!([6.64, 71.0, -0.5, 0.05].map(plain), ["6.64", "71", "-0.5", "0.05"]);
        assert_eq!(plain(f64::NAN), "");
    }

    #[test]
    fn english_ordinals_know_eleven() {
        let said: Vec<String> = [1, 2, 3, 11, 12, 21, 71, 112].map(|n| ordinal(n, Locale::En)).into();
        assert_eq!(said, ["1st", "2nd", "3rd", "11th", "12th", "21st", "71st", "112th"]);
    }
}
