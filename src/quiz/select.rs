//! Which question comes next (Kingsbury & Zara 1989: balance the content, then take at random among the best).
//!
//! 1. The area with the fewest questions so far, by lot among equals, not the same area twice running.
//! 2. In it, the level that would tell most about the person as estimated so far.
//! 3. Any unseen question of that area and level; no `enemies` of earlier ones, no third message in a row.
//!
//! The first question goes by what the person said about themselves, which never enters the estimate. All of it is
//! a function of the seed and the answers.

use super::bank::{Bank, Item, Kind};
use super::engine::{AREAS, Posterior, information};
use super::rng::Rng;

/// What a person says about themselves on the first screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Comfort {
    /// "Mới làm quen".
    New,
    /// "Dùng hằng ngày".
    #[default]
    Daily,
    /// "Hay giúp người khác".
    Helper,
}

impl Comfort {
    const ALL: [(Self, &str); 3] = [(Self::New, "n"), (Self::Daily, "d"), (Self::Helper, "h")];

    /// As stored.
    pub(super) fn word(self) -> &'static str {
        Self::ALL.iter().find(|(comfort, _)| *comfort == self).map_or("", |(_, word)| word)
    }

    /// The comfort that is stored as this.
    pub(super) fn of(word: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known)| *known == word).map(|(comfort, _)| *comfort)
    }

    /// The level of the first question.
    fn level(self) -> u8 {
        match self {
            Self::New => 1,
            Self::Daily | Self::Helper => 2,
        }
    }
}

/// How many questions a session can hold: `wish`, or fewer where the bank is small. Of enemies only one counts.
pub fn length(bank: &Bank, wish: usize) -> usize {
    let mut chosen: Vec<&Item> = Vec::new();
    for item in bank.items().iter().filter(|item| item.live) {
        if !chosen.iter().any(|other| hostile(item, other)) {
            chosen.push(item);
        }
    }
    chosen.len().min(wish)
}

/// The place of the next question, given those already asked; `None` when there is none left.
pub fn next(bank: &Bank, asked: &[usize], belief: &Posterior, comfort: Comfort, seed: u64) -> Option<usize> {
    let mut rng = Rng::stream(seed, "question", &asked.len().to_string());
    let before: Vec<&Item> = asked.iter().filter_map(|place| bank.item(*place)).map(AsRef::as_ref).collect();
    let candidates = candidates(bank, asked, &before);

    let first = asked.is_empty().then(|| comfort.level());
    let count = |area: usize| before.iter().filter(|item| item.area == area).count();
    let last = before.last().map(|item| item.area);
    let mut areas: Vec<usize> = (0..AREAS).filter(|a| candidates.iter().any(|(_, i)| i.area == *a)).collect();
    keep(&mut areas, |area| Some(*area) != last);
    keep(&mut areas, |area| {
        first.is_none_or(|level| candidates.iter().any(|(_, i)| i.area == *area && i.level == level))
    });
    let fewest = areas.iter().map(|area| count(*area)).min()?;
    areas.retain(|area| count(*area) == fewest);
    let area = rng.pick(&areas)?;

    let here: Vec<(usize, &Item)> = candidates.into_iter().filter(|(_, item)| item.area == area).collect();
    let theta = belief.overall.mean();
    let worth = |level: u8| -> f64 {
        let cell: Vec<&Item> =
            here.iter().map(|(_, item)| *item).filter(|item| item.level == level).collect();
        if cell.is_empty() {
            return f64::NEG_INFINITY;
        }
        if let Some(wish) = first {
            return -f64::from(level.abs_diff(wish)) - f64::from(level) / 10.0;
        }
        let mean = |of: fn(&Item) -> f64| cell.iter().map(|item| of(item)).sum::<f64>() / cell.len() as f64;
        information(theta, mean(|item| item.b), belief.guessing * mean(|item| item.guess))
    };
    let level = (1..=4).max_by(|a, b| worth(*a).total_cmp(&worth(*b)))?;
    let cell: Vec<usize> =
        here.iter().filter(|(_, item)| item.level == level).map(|(place, _)| *place).collect();
    rng.pick(&cell)
}

/// What may be asked now. A rule that would leave nothing gives way: the announced length is kept.
fn candidates<'b>(bank: &'b Bank, asked: &[usize], before: &[&Item]) -> Vec<(usize, &'b Item)> {
    let mut left: Vec<(usize, &Item)> = bank
        .items()
        .iter()
        .map(AsRef::as_ref)
        .enumerate()
        .filter(|(place, item)| item.live && !asked.contains(place))
        .collect();
    keep(&mut left, |(_, item)| !before.iter().any(|other| hostile(item, other)));
    let messages = before.iter().rev().take_while(|item| matches!(item.kind, Kind::Spot(_))).count();
    keep(&mut left, |(_, item)| messages < 2 || !matches!(item.kind, Kind::Spot(_)));
    left
}

/// Keeps what satisfies the rule, or everything if nothing does.
fn keep<T>(from: &mut Vec<T>, rule: impl Fn(&T) -> bool) {
    if from.iter().any(&rule) {
        from.retain(rule);
    }
}

fn hostile(a: &Item, b: &Item) -> bool {
    a.enemies.contains(&b.id) || b.enemies.contains(&a.id)
}

#[cfg(test)]
mod tests;
