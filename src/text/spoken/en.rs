//! Numbers in English words, the British way ("one hundred and five").

use super::say;

const SMALL: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 10] =
    ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const GROUPS: [(u64, &str); 7] = [
    (1_000_000_000_000_000_000, "quintillion"),
    (1_000_000_000_000_000, "quadrillion"),
    (1_000_000_000_000, "trillion"),
    (1_000_000_000, "billion"),
    (1_000_000, "million"),
    (1000, "thousand"),
    (1, ""),
];

fn small(n: u64) -> &'static str {
    SMALL.get(n as usize).copied().unwrap_or_default()
}

/// A whole number.
pub(super) fn whole(mut n: u64, out: &mut String) {
    if n == 0 {
        return say(out, small(0));
    }
    let mut follows = false;
    for (size, word) in GROUPS {
        let group = n / size;
        n %= size;
        if group == 0 {
            continue;
        }
        // "one thousand and five", but "one thousand five hundred".
        below_thousand(group, follows && size == 1, out);
        if !word.is_empty() {
            say(out, word);
        }
        follows = true;
    }
}

/// Hundreds, tens and units; `joined` to something larger by "and".
fn below_thousand(n: u64, joined: bool, out: &mut String) {
    let (hundreds, rest) = (n / 100, n % 100);
    if hundreds > 0 {
        say(out, small(hundreds));
        say(out, "hundred");
    }
    if rest == 0 {
        return;
    }
    if hundreds > 0 || joined {
        say(out, "and");
    }
    if rest < 20 {
        return say(out, small(rest));
    }
    say(out, TENS.get((rest / 10) as usize).copied().unwrap_or_default());
    if !rest.is_multiple_of(10) {
        out.push('-');
        say(out, small(rest % 10));
    }
}

/// Decimals, one by one.
pub(super) fn fraction(digits: &str, out: &mut String) {
    if !digits.is_empty() {
        say(out, "point");
        digits.bytes().for_each(|d| say(out, small(u64::from(d.wrapping_sub(b'0')))));
    }
}

#[cfg(test)]
mod tests {
    use crate::text::Locale;
    use crate::text::spoken::number;

    #[test]
    fn numbers_are_said() {
        let cases: &[(f64, usize, &str)] = &[
            (0.0, 0, "zero"),
            (1.0, 0, "one"),
            (10.0, 0, "ten"),
            (13.0, 0, "thirteen"),
            (20.0, 0, "twenty"),
            (21.0, 0, "twenty-one"),
            (40.0, 0, "forty"),
            (71.0, 0, "seventy-one"),
            (99.0, 0, "ninety-nine"),
            (100.0, 0, "one hundred"),
            (105.0, 0, "one hundred and five"),
            (110.0, 0, "one hundred and ten"),
            (121.0, 0, "one hundred and twenty-one"),
            (1000.0, 0, "one thousand"),
            (1005.0, 0, "one thousand and five"),
            (1500.0, 0, "one thousand five hundred"),
            (93_500.0, 0, "ninety-three thousand five hundred"),
            (105_021.0, 0, "one hundred and five thousand and twenty-one"),
            (458_000.0, 0, "four hundred and fifty-eight thousand"),
            (1_000_000.0, 0, "one million"),
            (1_000_050.0, 0, "one million and fifty"),
            (
                2_345_678.0,
                0,
                "two million three hundred and forty-five thousand six hundred and seventy-eight",
            ),
            (5_000_000_000.0, 0, "five billion"),
            (1_500_000_000_000.0, 0, "one trillion five hundred billion"),
            (6.64, 2, "six point six four"),
            (0.05, 2, "zero point zero five"),
            (100.05, 2, "one hundred point zero five"),
            (0.7709, 4, "zero point seven seven zero nine"),
            (78.1, 2, "seventy-eight point one"),
            (0.999, 2, "one"),
            (-3.5, 1, "minus three point five"),
        ];
        for (value, most, said) in cases {
            assert_eq!(number(*value, *most, Locale::En), *said, "{value}");
        }
    }
}
