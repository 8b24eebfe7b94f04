//! A chart as a melody: the tone of each datum, its place in time, and what is said of it. Nothing sounds here.

use super::{Chart, ChartSeries, Datum};
use crate::data::Status;
use crate::text::{fill, sort, spoken};

/// The lowest and the highest tone: the ends of the scale, two octaves apart.
pub const LOWEST_HZ: f64 = 220.0;
/// The highest.
pub const HIGHEST_HZ: f64 = 880.0;
/// Milliseconds below which two tones would be one.
pub const CLOSEST_MS: u32 = 240;
/// Milliseconds between one series and the next.
const BETWEEN_MS: u32 = 1800;
/// Milliseconds that a voice needs at least: faster tones are not announced one by one.
const VOICE_MS: u32 = 900;
/// Milliseconds that a melody of one series should not exceed by much.
const WHOLE_MS: u32 = 20_000;

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
        let scale = Scale::of(chart);
        let mut notes: Vec<Note> = Vec::new();
        let mut at = 0;
        for (s, series) in chart.series.iter().enumerate() {
            if chosen.is_some_and(|c| c != s) {
                continue;
            }
            let count = series.data.len();
            for (i, datum) in series.data.iter().enumerate() {
                let wait = match series.data.get(i + 1) {
                    Some(next) => scale.wait(datum, next),
                    // Series of one datum each are places, and stand in a row.
                    None if count == 1 => scale.beat,
                    None => BETWEEN_MS,
                };
                notes.push(Note {
                    series: s,
                    datum: i,
                    pitch_hz: scale.pitch(datum.value),
                    at_ms: at,
                    // The pause before a far neighbour is silent.
                    for_ms: wait.min(scale.beat) * 4 / 5,
                    pan: scale.side(datum, i, count),
                    timbre: Timbre::of(s, datum.status),
                    said: said(chart, series, datum),
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

/// What is said of a datum: as [`Chart::say`], but to be heard.
fn said(chart: &Chart, series: &ChartSeries, datum: &Datum) -> String {
    let t = &chart.locale.messages().figure;
    let mut value = spoken::quantity(datum.value, chart.decimals, &chart.unit, chart.locale);
    if let Some(out_of) = datum.out_of {
        let out_of = spoken::number(f64::from(out_of), 0, chart.locale);
        value = fill(t.of, &[("value", &value), ("out_of", &out_of)]);
    }
    let doubt = match datum.status {
        Status::Verified => None,
        Status::Derived => Some(t.derived),
        Status::Unverified => Some(t.unverified),
    };
    if let Some(doubt) = doubt {
        value.push_str(", ");
        value.push_str(doubt);
    }
    let when = spoken::when(&datum.when, chart.locale);
    let pairs = [("series", series.name.as_str()), ("when", &when), ("value", &value)];
    fill(if series.name.is_empty() { t.announce } else { t.announce_series }, &pairs)
}

/// The scales of the chart, to be heard.
struct Scale {
    least: f64,
    most: f64,
    inverted: bool,
    first: f64,
    last: f64,
    /// The usual distance of neighbours, in years.
    usual: f64,
    /// The same in milliseconds.
    beat: u32,
}

impl Scale {
    fn of(chart: &Chart) -> Self {
        let (mut least, mut most) = (f64::INFINITY, f64::NEG_INFINITY);
        let (mut first, mut last) = (least, most);
        let mut steps = Vec::new();
        let mut longest = 1;
        for series in &chart.series {
            longest = longest.max(series.data.len());
            let mut before = f64::INFINITY;
            for datum in &series.data {
                let year = datum.date.as_year();
                (least, most) = (least.min(datum.value), most.max(datum.value));
                (first, last) = (first.min(year), last.max(year));
                if year > before {
                    steps.push(year - before);
                }
                before = year;
            }
        }
        sort::by(&mut steps, f64::total_cmp);
        Self {
            least,
            most,
            inverted: chart.inverted,
            first,
            last,
            usual: steps.get(steps.len() / 2).copied().unwrap_or(1.0),
            beat: (WHOLE_MS / longest as u32).clamp(300, 600),
        }
    }

    /// Equal steps of the scale are equal steps to the ear; what stands on top sounds high.
    fn pitch(&self, value: f64) -> f64 {
        let span = self.most - self.least;
        let share = if span > 0.0 { (value - self.least) / span } else { 0.5 };
        LOWEST_HZ * four_to_the(if self.inverted { 1.0 - share } else { share })
    }

    /// From one datum to the next. Where all have one date they are places, and stand in a row.
    fn wait(&self, a: &Datum, b: &Datum) -> u32 {
        if self.last <= self.first {
            return self.beat;
        }
        // A gap is heard as a pause; three beats are as long as a very long one.
        let beats = ((b.date.as_year() - a.date.as_year()) / self.usual).clamp(0.0, 3.0);
        ((beats * f64::from(self.beat)).round() as u32).max(CLOSEST_MS)
    }

    fn side(&self, datum: &Datum, i: usize, count: usize) -> f64 {
        let share = if self.last > self.first {
            (datum.date.as_year() - self.first) / (self.last - self.first)
        } else if count > 1 {
            i as f64 / (count - 1) as f64
        } else {
            0.5
        };
        1.4 * share - 0.7
    }
}

/// 4 to the power of `x` between 0 and 1, exact at both ends. `powf` would cost the wasm some kilobytes.
fn four_to_the(x: f64) -> f64 {
    if x >= 0.5 {
        return if x >= 1.0 { 4.0 } else { 2.0 * four_to_the(x - 0.5) };
    }
    let r = x * (2.0 * std::f64::consts::LN_2);
    (1..=16_u8).rev().fold(1.0, |sum, n| 1.0 + r / f64::from(n) * sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_power_is_right() {
        for i in 0..=1000 {
            let x = f64::from(i) / 1000.0;
            assert!((four_to_the(x) - 4_f64.powf(x)).abs() < 1e-12, "{x}");
        }
        assert!((four_to_the(1.0) - 4.0).abs() < f64::EPSILON);
    }

    #[test]
    fn a_slow_melody_leaves_time_to_speak() {
        assert!(Speed::Slow.time(CLOSEST_MS) >= VOICE_MS);
        assert!(Speed::Fast.time(BETWEEN_MS) >= VOICE_MS);
    }
}
