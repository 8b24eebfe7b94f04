//! A result as 32 characters of an address: 24 bytes in base64url behind `#/kq/`, which no server ever sees.
//!
//! | Byte | Content |
//! |---|---|
//! | 0 | format 1 |
//! | 1 | bits 0–3: mode (0 standard, 1 quick, 2 + area for nine more in it); 4: language; 5–6: band of the headline; 7: between it and the next |
//! | 2–3 | edition of the bank |
//! | 4, 5 | questions, of which "chưa biết" |
//! | 6, 7 | estimate × 20 (signed), its deviation × 100 |
//! | 8–13, 14–19 | the same of the six areas |
//! | 20, 21 | scams: recognised, of so many; genuine messages: suspected, of so many (4 bits each) |
//! | 22–23 | CRC-16/CCITT-FALSE of the others |
//!
//! No name, no day, no answer, no device. Numbers that no session can have are refused as the checksum is: a damaged
//! address shows nothing rather than something wrong.

use super::curve::Curve;
use super::engine::{AREAS, BANDS};
use super::report::{Headline, Range, Report};
use super::session::{LONGEST, Mode, STRETCH};
use crate::text::Locale;

/// What stands before the characters in the fragment.
const PREFIX: &str = "/kq/";
const FORMAT: u8 = 1;
const BYTES: usize = 24;
/// The signs of base64url (RFC 4648).
const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/// The edge of the grid (4.5) and a deviation that no posterior exceeds, in the units of the link.
const EDGE: u8 = 90;
const WIDEST: u8 = 150;

/// A result that can be handed on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shared {
    mode: Mode,
    /// In which language the quiz was taken.
    pub locale: Locale,
    /// The edition of the bank.
    pub rev: u16,
    /// Questions answered, of those "chưa biết".
    pub answered: u8,
    pub unknown: u8,
    /// The band of the headline, and whether it is that one or the next.
    pub band: usize,
    pub between: bool,
    overall: Mark,
    areas: [Mark; AREAS],
    /// Scams: recognised, of so many.
    pub scams: (u8, u8),
    /// Genuine messages: suspected, of so many.
    pub alarms: (u8, u8),
}

/// An estimate × 20 and its deviation × 100.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Mark(i8, u8);

impl Mark {
    fn of(range: &Range) -> Self {
        // The casts saturate.
        Self((range.mean * 20.0).round() as i8, ((range.deviation * 100.0).round() as u8).max(1))
    }

    fn curve(self) -> Curve {
        Curve::around(f64::from(self.0) / 20.0, f64::from(self.1) / 100.0)
    }

    fn possible(self) -> bool {
        self.0.unsigned_abs() <= EDGE && (1..=WIDEST).contains(&self.1)
    }
}

impl Shared {
    /// The result of a session; `None` for one that says nothing about a level.
    pub fn of(report: &Report, mode: Mode, rev: u16, locale: Locale) -> Option<Self> {
        let small = |n: usize| u8::try_from(n).ok();
        let nibbles = |(n, of): (usize, usize)| Some((small(n.min(15))?, small(of.min(15))?));
        let (band, between) = match report.headline {
            Headline::One { band, .. } => (band, false),
            Headline::Between { lower, .. } => (lower, true),
        };
        mode.has_level().then_some(())?;
        Some(Self {
            mode,
            locale,
            rev,
            answered: small(report.answered)?,
            unknown: small(report.unknown)?,
            band,
            between,
            overall: Mark::of(&report.overall),
            areas: report.areas.each_ref().map(|area| Mark::of(&area.range)),
            scams: nibbles(report.scams)?,
            alarms: nibbles(report.alarms)?,
        })
    }

    /// What is believed of the person, as far as the link tells.
    pub fn overall(&self) -> Curve {
        self.overall.curve()
    }

    /// The same of the six areas.
    pub fn areas(&self) -> [Curve; AREAS] {
        self.areas.map(Mark::curve)
    }

    /// The fragment of an address, without its `#`.
    pub fn write(&self) -> String {
        let mode = match self.mode {
            Mode::Quick => 1,
            Mode::Dive(area) => 2 + area as u8,
            _ => 0,
        };
        let language = u8::from(self.locale == Locale::En) << 4;
        let band = ((self.band as u8) << 5) | (u8::from(self.between) << 7);
        let mut bytes = vec![FORMAT, mode | language | band];
        bytes.extend(self.rev.to_be_bytes());
        bytes.extend([self.answered, self.unknown]);
        bytes.extend([self.overall.0.cast_unsigned(), self.overall.1]);
        bytes.extend(self.areas.map(|mark| mark.0.cast_unsigned()));
        bytes.extend(self.areas.map(|mark| mark.1));
        bytes.extend([self.scams, self.alarms].map(|(n, of)| (n << 4) | of));
        bytes.extend(checksum(&bytes).to_be_bytes());
        let mut out = PREFIX.to_owned();
        for three in bytes.chunks(3) {
            let bits = three.iter().fold(0_u32, |bits, byte| (bits << 8) | u32::from(*byte));
            let sign = |shift: u32| {
                let place = ((bits >> shift) & 63) as usize;
                SIGNS.get(place).map_or('A', |sign| char::from(*sign))
            };
            out.extend([18, 12, 6, 0].map(sign));
        }
        out
    }

    /// The result in a fragment, with or without its `#`; `None` if it is damaged or none at all.
    pub fn read(fragment: &str) -> Option<Self> {
        let signs = fragment.trim_start_matches('#').strip_prefix(PREFIX)?;
        let bytes: [u8; BYTES] = bytes(signs)?.try_into().ok()?;
        let [format, kind, high, low, answered, unknown, mean, deviation, rest @ ..] = bytes;
        let [a, b, c, d, e, f, aa, bb, cc, dd, ee, ff, scams, alarms, sum @ ..] = rest;
        let told = bytes.split_at_checked(BYTES - 2).map(|(told, _)| checksum(told).to_be_bytes());
        let mark = |mean: u8, deviation| Mark(mean.cast_signed(), deviation);
        let nibbles = |byte: u8| (byte >> 4, byte & 15);
        let shared = Self {
            mode: match kind & 15 {
                0 => Mode::Standard,
                1 => Mode::Quick,
                code => Mode::Dive(usize::from(code - 2)),
            },
            locale: if kind & 16 == 0 { Locale::Vi } else { Locale::En },
            rev: u16::from_be_bytes([high, low]),
            answered,
            unknown,
            band: usize::from((kind >> 5) & 3),
            between: kind >> 7 == 1,
            overall: mark(mean, deviation),
            areas: [mark(a, aa), mark(b, bb), mark(c, cc), mark(d, dd), mark(e, ee), mark(f, ff)],
            scams: nibbles(scams),
            alarms: nibbles(alarms),
        };
        (told == Some(sum) && format == FORMAT && shared.possible()).then_some(shared)
    }

    /// Whether a session can end so.
    fn possible(&self) -> bool {
        let Self { scams, alarms, .. } = self;
        let answered = usize::from(self.answered);
        let mode = match self.mode {
            Mode::Dive(area) => area < AREAS,
            _ => true,
        };
        mode && (STRETCH..=LONGEST).contains(&answered)
            && self.unknown <= self.answered
            && self.band + usize::from(self.between) < BANDS
            && self.overall.possible()
            && self.areas.iter().all(|mark| mark.possible())
            && scams.0 <= scams.1
            && alarms.0 <= alarms.1
            && usize::from(scams.1) + usize::from(alarms.1) <= answered
    }
}

/// Base64url without padding; only whole groups, nothing else between.
fn bytes(signs: &str) -> Option<Vec<u8>> {
    let values: Vec<u32> = signs
        .bytes()
        .take(BYTES * 2)
        .map(|byte| SIGNS.iter().position(|sign| *sign == byte).map(|place| place as u32))
        .collect::<Option<_>>()?;
    if values.len() * 3 != BYTES * 4 {
        return None;
    }
    let bits = values.chunks(4).map(|four| four.iter().fold(0_u32, |bits, value| (bits << 6) | value));
    Some(bits.flat_map(|bits| [bits >> 16, bits >> 8, bits]).map(|bits| (bits & 255) as u8).collect())
}

/// CRC-16/CCITT-FALSE.
fn checksum(bytes: &[u8]) -> u16 {
    bytes.iter().fold(0xFFFF, |crc, byte| {
        (0..8).fold(crc ^ (u16::from(*byte) << 8), |crc, _| {
            (crc << 1) ^ if crc & 0x8000 == 0 { 0 } else { 0x1021 }
        })
    })
}

#[cfg(test)]
mod tests;
