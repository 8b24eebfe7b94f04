//! Walking a chart by keyboard: along a series, between series, to the ends.

use super::{Chart, Heads, Kind, bars};

/// A step of the walk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// To the datum before.
    Back,
    /// To the datum after.
    Forward,
    /// To the series before, at about the same date.
    Up,
    /// To the series after, at about the same date.
    Down,
    /// To the first datum of the series.
    First,
    /// To the last datum of the series.
    Last,
}

impl Step {
    /// The step of a key, by its DOM name.
    pub fn of_key(key: &str) -> Option<Self> {
        Some(match key {
            "ArrowLeft" => Self::Back,
            "ArrowRight" => Self::Forward,
            "ArrowUp" => Self::Up,
            "ArrowDown" => Self::Down,
            "Home" => Self::First,
            "End" => Self::Last,
            _ => return None,
        })
    }
}

impl Step {
    /// The step of the same arrow where data stand below each other.
    fn turned(self) -> Self {
        match self {
            Self::Up => Self::Back,
            Self::Down => Self::Forward,
            Self::Back => Self::Up,
            Self::Forward => Self::Down,
            other => other,
        }
    }
}

impl Chart {
    /// Whether its data stand below each other.
    fn is_rows(&self) -> bool {
        match self.kind {
            Kind::Dots | Kind::Dumbbell => true,
            Kind::Bars => bars::is_rows(self),
            _ => false,
        }
    }

    /// Where a step leads. From nowhere it leads into the first series; at an end it stays.
    pub fn step(&self, from: Option<(usize, usize)>, step: Step) -> Option<(usize, usize)> {
        let last_of = |s: usize| self.series.get(s).map(|series| series.data.len().saturating_sub(1));
        let Some((s, i)) = from else {
            let end = matches!(step, Step::Back | Step::Last | Step::Up);
            return Some((0, if end { last_of(0)? } else { 0 }));
        };
        let last = last_of(s)?;
        // In a picture of rows the arrows that point along the rows go along them, also from group to group.
        let step = if self.is_rows() { step.turned() } else { step };
        if self.heads == Heads::Places {
            match step {
                Step::Forward if i == last && s + 1 < self.series.len() => return Some((s + 1, 0)),
                Step::Back if i == 0 && s > 0 => return Some((s - 1, last_of(s - 1)?)),
                Step::First => return Some((0, 0)),
                Step::Last => {
                    let end = self.series.len().saturating_sub(1);
                    return Some((end, last_of(end)?));
                }
                _ => {}
            }
        }
        Some(match step {
            Step::Back => (s, i.saturating_sub(1)),
            Step::Forward => (s, (i + 1).min(last)),
            Step::First => (s, 0),
            Step::Last => (s, last),
            Step::Up => self.across(s, i, s.checked_sub(1)).unwrap_or((s, i)),
            Step::Down => self.across(s, i, Some(s + 1)).unwrap_or((s, i)),
        })
        .map(|to| {
            // Where there is no other series, every arrow goes along the only one.
            let alone = to == (s, i) && (self.series.len() == 1 || self.heads == Heads::Places);
            match step {
                Step::Up if alone => (s, i.saturating_sub(1)),
                Step::Down if alone => (s, (i + 1).min(last)),
                _ => to,
            }
        })
    }

    fn across(&self, s: usize, i: usize, to: Option<usize>) -> Option<(usize, usize)> {
        let (_, here) = self.datum(s, i)?;
        let (at, to) = (here.date.as_year(), to?);
        let data = &self.series.get(to)?.data;
        let far = |j: &usize| data.get(*j).map_or(f64::INFINITY, |d| (d.date.as_year() - at).abs());
        (0..data.len()).min_by(|a, b| far(a).total_cmp(&far(b))).map(|j| (to, j))
    }
}
