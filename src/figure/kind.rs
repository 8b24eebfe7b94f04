//! The kinds of picture, and which of them an indicator can be drawn as.

use crate::data::{FigureKind, Indicator, Measure};

/// A kind of picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Lines over time; ranks on an inverted axis.
    Line,
    /// Columns by year, or bars of snapshots that have days of their own.
    Bars,
    /// One dot a province, in order.
    Dots,
    /// Two years joined by a line.
    Slope,
    /// One small picture a series, all on the same scales.
    Multiples,
    /// The distance between two sources that measure the same.
    Dumbbell,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 6] =
        [Self::Line, Self::Bars, Self::Dots, Self::Slope, Self::Multiples, Self::Dumbbell];

    /// Its word in an address.
    pub fn word(self) -> &'static str {
        match self {
            Self::Line => "duong",
            Self::Bars => "cot",
            Self::Dots => "cham",
            Self::Slope => "doc",
            Self::Multiples => "o-nho",
            Self::Dumbbell => "hai-nguon",
        }
    }

    /// The kind of a word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// The kinds that suit an indicator, the author's first.
    pub fn offered(indicator: &Indicator) -> Vec<Self> {
        if indicator.is_provincial() {
            let mut kinds = vec![Self::Dots];
            if indicator.years.len() > 1 && indicator.measure != Measure::Flag {
                kinds.extend([Self::Line, Self::Slope, Self::Multiples]);
            }
            return kinds;
        }
        let first = match indicator.figure {
            FigureKind::Bars => Self::Bars,
            FigureKind::Line | FigureKind::RankLine | FigureKind::Map => Self::Line,
        };
        let mut kinds = vec![first];
        let mut add = |kind: Self, suits: bool| {
            if suits && !kinds.contains(&kind) {
                kinds.push(kind);
            }
        };
        let longest = indicator.series.iter().map(|s| s.points.len()).max().unwrap_or(0);
        let many = indicator.series.len() > 1;
        add(Self::Line, longest > 1);
        // A column stands for an amount; a rank is none.
        add(Self::Bars, indicator.measure != Measure::Rank && longest <= 12);
        add(Self::Dumbbell, indicator.rivals && common_years(indicator) > 1);
        add(Self::Slope, longest > 1 && (!many || comparable(indicator)));
        add(Self::Multiples, many && longest > 1);
        kinds
    }
}

/// Whether all series share a first and a last year.
fn comparable(indicator: &Indicator) -> bool {
    let firsts = indicator.series.iter().filter_map(|s| s.points.first()).map(|p| p.date.year());
    let lasts = indicator.series.iter().filter_map(|s| s.points.last()).map(|p| p.date.year());
    let (Some(from), Some(to)) = (firsts.max(), lasts.min()) else { return false };
    let has = |year: i16| indicator.series.iter().all(|s| s.points.iter().any(|p| p.date.year() == year));
    from < to && has(from) && has(to)
}

/// In how many years both of the first two series have a value.
fn common_years(indicator: &Indicator) -> usize {
    let [a, b, ..] = indicator.series.as_slice() else { return 0 };
    a.points.iter().filter(|p| b.points.iter().any(|q| q.date.year() == p.date.year())).count()
}
