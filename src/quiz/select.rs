//! Which question comes next (Kingsbury & Zara 1989: balance the content, then take at random among the best).
//!
//! 1. The area with the fewest questions so far, by lot among equals, not the same area twice running.
//! 2. In it, the level that would tell most about the person as estimated so far.
//! 3. Any question of that area and level that this device has not shown yet; no `enemies` of earlier ones, no third message in a row.
//!
//! The first question goes by what the person said about themselves, which never enters the estimate. All of it is
//! a function of the seed and the answers.

use super::bank::{Bank, Item, Kind};
use super::engine::{AREAS, Posterior, information};
use super::rng::Rng;
use crate::text::Date;

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

/// Which questions a session draws from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pool {
    /// The level test.
    Test,
    /// One area of the level test.
    Area(usize),
    /// "Luyện mắt".
    Practice,
    /// "Ôn lại": what the device has shown, as far as the draw names it.
    Again,
}

impl Pool {
    fn holds(self, item: &Item) -> bool {
        match self {
            Self::Test | Self::Again => !item.practice,
            Self::Area(area) => !item.practice && item.area == area,
            Self::Practice => item.practice,
        }
    }
}

/// What the choice depends on besides the answers.
#[derive(Clone, Copy, Debug)]
pub struct Draw<'a> {
    pub pool: Pool,
    pub comfort: Comfort,
    pub seed: u64,
    /// Places that this device has already shown; they come only where nothing else is left.
    pub seen: &'a [usize],
    /// The day on which the session began: facts that were too old then are not asked.
    pub today: Option<Date>,
}

impl Draw<'_> {
    /// A first session on a device without a clock.
    pub fn plain(comfort: Comfort, seed: u64) -> Self {
        Self { pool: Pool::Test, comfort, seed, seen: &[], today: None }
    }

    /// The questions that may still be asked, with their places.
    fn open<'b>(&self, bank: &'b Bank, asked: &[usize]) -> impl Iterator<Item = (usize, &'b Item)> {
        let items = bank.items().iter().map(AsRef::as_ref).enumerate();
        let wanted = |place: &usize| self.pool != Pool::Again || self.seen.contains(place);
        items.filter(move |(place, item)| {
            item.fresh(self.today) && self.pool.holds(item) && wanted(place) && !asked.contains(place)
        })
    }
}

/// How many questions more can be asked: `wish`, or fewer where the bank is small. Of enemies only one counts.
pub fn room(bank: &Bank, draw: &Draw<'_>, asked: &[usize], wish: usize) -> usize {
    let mut chosen: Vec<&Item> =
        asked.iter().filter_map(|place| bank.item(*place)).map(AsRef::as_ref).collect();
    let before = chosen.len();
    for (_, item) in draw.open(bank, asked) {
        // What was missed is asked again, be it alike or not.
        if draw.pool == Pool::Again || !chosen.iter().any(|other| hostile(item, other)) {
            chosen.push(item);
        }
    }
    (chosen.len() - before).min(wish)
}

/// How many questions a session of the level test can hold.
pub fn length(bank: &Bank, wish: usize) -> usize {
    room(bank, &Draw::plain(Comfort::default(), 0), &[], wish)
}

/// The place of the next question, given those already asked; `None` when there is none left.
pub fn next(bank: &Bank, draw: &Draw<'_>, asked: &[usize], belief: &Posterior) -> Option<usize> {
    let mut rng = Rng::stream(draw.seed, "question", &asked.len().to_string());
    let before: Vec<&Item> = asked.iter().filter_map(|place| bank.item(*place)).map(AsRef::as_ref).collect();
    let candidates = candidates(bank, draw, asked, &before);
    if matches!(draw.pool, Pool::Practice | Pool::Again) {
        let places: Vec<usize> = candidates.into_iter().map(|(place, _)| place).collect();
        return rng.pick(&places);
    }

    let first = asked.is_empty().then(|| draw.comfort.level());
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

    let mut here: Vec<(usize, &Item)> =
        candidates.into_iter().filter(|(_, item)| item.area == area).collect();
    keep(&mut here, |(place, _)| !draw.seen.contains(place));
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
fn candidates<'b>(
    bank: &'b Bank,
    draw: &Draw<'_>,
    asked: &[usize],
    before: &[&Item],
) -> Vec<(usize, &'b Item)> {
    let mut left: Vec<(usize, &Item)> = draw.open(bank, asked).collect();
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
