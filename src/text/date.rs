//! Calendar days as data: parsing, order, day counts, and how each language writes them.
//!
//! There is no clock here; today's date comes in as an argument.

use super::Locale;
#[cfg(not(target_arch = "wasm32"))]
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// A year, a month or a day: `2024`, `2024-10`, `2024-10-10`. Ordered by time, the coarser first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: i16,
    /// 0 where only the year is known.
    month: u8,
    /// 0 where only the month is known.
    day: u8,
}

impl Date {
    /// A full day, if it exists in the calendar.
    pub fn day(year: i16, month: u8, day: u8) -> Option<Self> {
        let fits = (1..=12).contains(&month) && day >= 1 && day <= days_in(year, month);
        fits.then_some(Self { year, month, day })
    }

    /// A whole year.
    pub fn year_only(year: i16) -> Self {
        Self { year, month: 0, day: 0 }
    }

    /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; anything else is `None`.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = |part: &str, n: usize| -> Option<i16> {
            (part.len() == n && part.bytes().all(|b| b.is_ascii_digit())).then(|| part.parse().ok())?
        };
        let mut parts = text.split('-');
        let year = digits(parts.next()?, 4)?;
        let month =
            parts.next().map(|p| digits(p, 2)).map_or(Some(0), |m| m.filter(|m| (1..=12).contains(m)))?;
        let day = match parts.next() {
            None => 0,
            Some(part) => {
                digits(part, 2).filter(|d| *d >= 1 && *d <= i16::from(days_in(year, month as u8)))?
            }
        };
        parts.next().is_none().then_some(Self { year, month: month as u8, day: day as u8 })
    }

    /// The year.
    pub fn year(self) -> i16 {
        self.year
    }

    /// The month, if known.
    pub fn month(self) -> Option<u8> {
        (self.month > 0).then_some(self.month)
    }

    /// The day of the month, if known.
    pub fn day_of_month(self) -> Option<u8> {
        (self.day > 0).then_some(self.day)
    }

    /// Where the date stands on a time axis, in years: `2024-07` is about 2024.5. A bare year stands at its start.
    pub fn as_year(self) -> f64 {
        let month = f64::from(self.month.max(1)) - 1.0;
        let day = f64::from(self.day.max(1)) - 1.0;
        f64::from(self.year) + (month + day / 31.0) / 12.0
    }

    /// Days since 1970-01-01; a coarse date counts from its first day.
    pub fn days(self) -> i64 {
        // Howard Hinnant's civil-day arithmetic (public domain), valid for all years here.
        let (y, m, d) = (i64::from(self.year), i64::from(self.month.max(1)), i64::from(self.day.max(1)));
        let y = if m <= 2 { y - 1 } else { y };
        let era = y.div_euclid(400);
        let of_era = y - era * 400;
        let of_year = (153 * (m + if m > 2 { -3 } else { 9 }) + 2) / 5 + d - 1;
        era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
    }

    /// The day that lies `days` after 1970-01-01.
    pub fn from_days(days: i64) -> Self {
        let z = days + 719_468;
        let era = z.div_euclid(146_097);
        let of_era = z - era * 146_097;
        let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let mp = (5 * of_year + 2) / 153;
        let day = (of_year - (153 * mp + 2) / 5 + 1) as u8;
        let month = (if mp < 10 { mp + 3 } else { mp - 9 }) as u8;
        let year = (year_of_era + era * 400 + i64::from(month <= 2)) as i16;
        Self { year, month, day }
    }

    /// The day in Hà Nội (UTC+7, no summer time) at a moment given in milliseconds since 1970 UTC.
    pub fn in_hanoi(millis: f64) -> Self {
        Self::from_days(((millis / 1000.0 + 7.0 * 3600.0) / 86_400.0).floor() as i64)
    }

    /// As the language writes it: `10/10/2024`, `10/2024`, `2024`; `10 October 2024`, `October 2024`, `2024`.
    pub fn format(self, locale: Locale) -> String {
        match (locale, self.month, self.day) {
            (_, 0, _) => self.year.to_string(),
            (Locale::Vi, m, 0) => format!("{m}/{}", self.year),
            (Locale::Vi, m, d) => format!("{d}/{m}/{}", self.year),
            (Locale::En, m, 0) => format!("{} {}", month_name(m), self.year),
            (Locale::En, m, d) => format!("{d} {} {}", month_name(m), self.year),
        }
    }
}

impl fmt::Display for Date {
    /// ISO 8601, as in files and in `<time datetime>`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.month, self.day) {
            (0, _) => write!(f, "{:04}", self.year),
            (m, 0) => write!(f, "{:04}-{m:02}", self.year),
            (m, d) => write!(f, "{:04}-{m:02}-{d:02}", self.year),
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| {
            serde::de::Error::custom(format!(
                "ngày không hợp lệ: \"{text}\" (cần YYYY, YYYY-MM hoặc YYYY-MM-DD)"
            ))
        })
    }
}

fn days_in(year: i16, month: u8) -> u8 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn month_name(month: u8) -> &'static str {
    match month {
        1 => "January",
        2 => "February",
        3 => "March",
        4 => "April",
        5 => "May",
        6 => "June",
        7 => "July",
        8 => "August",
        9 => "September",
        10 => "October",
        11 => "November",
        _ => "December",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_in_three_precisions_and_nothing_else() {
        for good in ["2024", "2024-10", "2024-10-10", "2024-02-29"] {
            assert_eq!(Date::parse(good).map(|d| d.to_string()).as_deref(), Some(good));
        }
        for bad in
            ["", "24", "2024-13", "2024-02-30", "2023-02-29", "2024-1-1", "2024-10-10-1", "x024", "+024"]
        {
            assert_eq!(Date::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn day_counts_go_both_ways() {
        for days in [-1, 0, 59, 19_000, 20_779, 47_482] {
            assert_eq!(Date::from_days(days).days(), days);
        }
        assert_eq!(Date::parse("2026-11-22").map(Date::days), Some(20_779));
    }

    #[test]
    fn the_day_turns_at_midnight_in_ha_noi() {
        // 2026-10-09T17:00:00Z is midnight of 10/10 in Hà Nội.
        let midnight = 1_791_565_200_000.0;
        assert_eq!(Date::in_hanoi(midnight - 1.0).to_string(), "2026-10-09");
        assert_eq!(Date::in_hanoi(midnight).to_string(), "2026-10-10");
    }

    #[test]
    fn each_language_writes_its_own_dates() {
        let day = Date::day(2024, 10, 9).unwrap();
        assert_eq!(day.format(Locale::Vi), "9/10/2024");
        assert_eq!(day.format(Locale::En), "9 October 2024");
        assert_eq!(Date::parse("2024-10").unwrap().format(Locale::Vi), "10/2024");
    }
}
