//! A chart as a melody: the tone of each datum, its place in time, and what is said of it. Nothing sounds here.

mod scale;

use self::scale::{Pitch, Time};
use super::{Chart, ChartSeries, Datum};
use crate::data::Status;
use crate::text::{fill, spoken};

/// The lowest and the highest tone: the ends of the scale, two octaves apart.
pub const LOWEST_HZ: f64 = 220.0;
/// The highest.
pub const HIGHEST_HZ: f64 = 880.0;
/// Milliseconds below which two tones would be one.
pub const CLOSEST_MS: u32 = 240;
/// Milliseconds that a voice needs at least: faster tones are not announced one by one.
const VOICE_MS: u32 = 900;
/// How a tone sounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timbre {
    /// The first series.
    Soft,
    /// The second.
    Pure,
    /// The third.
    Bright,
    /// A datum that is not verified: its mark is hollow, and so is its tone.
    Hollow,
}

impl Timbre {
    fn of(series: usize, status: Status) -> Self {
        match (status, series % 3) {
            (Status::Unverified, _) => Self::Hollow,
            (_, 0) => Self::Soft,
            (_, 1) => Self::Pure,
            _ => Self::Bright,
        }
    }
}

/// How fast a melody is played.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Speed {
    /// Slow enough to say every datum.
    Slow,
    /// As planned.
    #[default]
    Normal,
    /// Twice as fast.
    Fast,
}

impl Speed {
    /// Every speed, the slowest first.
    pub const ALL: [Self; 3] = [Self::Slow, Self::Normal, Self::Fast];

    fn time(self, ms: u32) -> u32 {
        match self {
            Self::Slow => ms * 4,
            Self::Normal => ms,
            Self::Fast => ms / 2,
        }
    }
}

/// A tone.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// Which series.
    pub series: usize,
    /// Which datum of it.
    pub datum: usize,
    /// Frequency: the place of the value between the ends of the scale.
    pub pitch_hz: f64,
    /// When it begins, from the start of the melody.
    pub at_ms: u32,
    /// How long it sounds.
    pub for_ms: u32,
    /// Where it stands between left (−1) and right (1), as in the picture.
    pub pan: f64,
    /// How it sounds.
    pub timbre: Timbre,
    /// What is said of it, numbers in words.
    pub said: String,
}

/// A melody.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Melody {
    /// Its tones, in order of time.
    pub notes: Vec<Note>,
}

impl Melody {
    /// The melody of a series; of all series, one after the other, where none is chosen.
    pub fn of(chart: &Chart, chosen: Option<usize>) -> Self {
        let time = Time::of(chart, chosen);
        let mut notes: Vec<Note> = Vec::new();
        let mut at = 0;
        for (s, series) in chart.series.iter().enumerate() {
            if chosen.is_some_and(|c| c != s) {
                continue;
            }
            let measured = measured(chart, s);
            let pitch = Pitch::of(chart, measured);
            let count = series.data.len();
            for (i, datum) in series.data.iter().enumerate() {
                let wait = time.wait(datum, series.data.get(i + 1), count);
                notes.push(Note {
                    series: s,
                    datum: i,
                    pitch_hz: pitch.of_value(datum.value),
                    at_ms: at,
                    // The pause before a far neighbour is silent.
                    for_ms: wait.min(time.beat) * 4 / 5,
                    pan: time.side(datum, i, count),
                    timbre: Timbre::of(s, datum.status),
                    said: said(measured, series, datum),
                });
                at += wait;
            }
        }
        Self { notes }
    }

    /// Milliseconds from a note to the next one; `None` after the last.
    pub fn wait_ms(&self, note: usize, speed: Speed) -> Option<u32> {
        let (here, next) = (self.notes.get(note)?, self.notes.get(note + 1)?);
        Some(speed.time(next.at_ms - here.at_ms))
    }

    /// Milliseconds that a note sounds. Slow melodies have longer pauses, not longer tones.
    pub fn length_ms(&self, note: usize, speed: Speed) -> u32 {
        self.notes.get(note).map_or(0, |n| speed.time(n.for_ms).min(n.for_ms))
    }

    /// Whether a note is announced while playing on: the first, the last, and those that leave a voice time enough.
    pub fn announces(&self, note: usize, speed: Speed) -> bool {
        let before = note.checked_sub(1).and_then(|before| self.wait_ms(before, speed));
        before.is_none_or(|wait| wait >= VOICE_MS) || note + 1 == self.notes.len()
    }

    /// The note of a datum.
    pub fn find(&self, series: usize, datum: usize) -> Option<usize> {
        self.notes.iter().position(|n| (n.series, n.datum) == (series, datum))
    }
}

/// The chart that knows unit and scale of a series: its panel, where charts stand side by side.
fn measured(chart: &Chart, series: usize) -> &Chart {
    let mut before = 0;
    let panel = chart.panels.iter().find(|panel| {
        before += panel.series.len();
        series < before
    });
    panel.unwrap_or(chart)
}

/// What is said of a datum: as [`Chart::say`], but to be heard.
fn said(chart: &Chart, series: &ChartSeries, datum: &Datum) -> String {
    let (t, locale) = (&chart.locale.messages().figure, chart.locale);
    let number = |value: f64| spoken::number(value, chart.decimals, locale);
    let mut value = spoken::quantity(datum.value, chart.decimals, &chart.unit, locale);
    if let Some(out_of) = datum.out_of {
        value = fill(t.of, &[("value", &value), ("out_of", &number(f64::from(out_of)))]);
    }
    let mut add = |words: &str| {
        if !words.is_empty() {
            value.push_str(", ");
            value.push_str(words);
        }
    };
    add(&spoken::counts(&datum.rank, locale));
    if let Some((low, high)) = datum.range {
        add(&fill(t.between, &[("low", &number(low)), ("high", &number(high))]));
    }
    add(match datum.status {
        Status::Verified => "",
        Status::Derived => t.derived,
        Status::Unverified => t.unverified,
    });
    let when = spoken::when(&datum.when, locale);
    let pairs = [("series", series.name.as_str()), ("when", &when), ("value", &value)];
    fill(if series.name.is_empty() { t.announce } else { t.announce_series }, &pairs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slow_melody_leaves_time_to_speak() {
        assert!(Speed::Slow.time(CLOSEST_MS) >= VOICE_MS);
        assert!(Speed::Fast.time(scale::BETWEEN_MS) >= VOICE_MS);
    }
}
