//! Walking a chart by keyboard: along a series, between series, to the ends.

use super::Chart;

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

impl Chart {
    /// Where a step leads. From nowhere it leads into the first series; at an end it stays.
    pub fn step(&self, from: Option<(usize, usize)>, step: Step) -> Option<(usize, usize)> {
        let last_of = |s: usize| self.series.get(s).map(|series| series.data.len().saturating_sub(1));
        let Some((s, i)) = from else {
            let end = matches!(step, Step::Back | Step::Last | Step::Up);
            return Some((0, if end { last_of(0)? } else { 0 }));
        };
        let last = last_of(s)?;
        Some(match step {
            Step::Back => (s, i.saturating_sub(1)),
            Step::Forward => (s, (i + 1).min(last)),
            Step::First => (s, 0),
            Step::Last => (s, last),
            Step::Up => self.across(s, i, s.checked_sub(1)).unwrap_or((s, i)),
            Step::Down => self.across(s, i, Some(s + 1)).unwrap_or((s, i)),
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
