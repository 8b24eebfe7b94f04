//! A fixed form of the level test, for paper and for pages without scripts: what the engine asks of one made-up person.
//!
//! That person knows the questions of the two lower levels and says "chưa biết" to the others, so the form moves
//! around the middle of the scale and meets every area equally often. Native: the browser asks its own reader.

use super::bank::Bank;
use super::engine::{Evidence, Outcome, Posterior};
use super::select::{self, Comfort, Draw};

/// The highest level that the made-up person knows.
const KNOWS: u8 = 2;

/// The places of so many questions, or of fewer where the bank is small; the same for the same seed.
pub fn form(bank: &Bank, seed: u64, wish: usize) -> Vec<usize> {
    let draw = Draw::plain(Comfort::Daily, seed);
    let (mut asked, mut belief) = (Vec::new(), Posterior::of(&[]));
    while asked.len() < select::length(bank, wish) {
        let Some(place) = select::next(bank, &draw, &asked, &belief) else { break };
        let Some(item) = bank.item(place) else { break };
        let outcome = if item.level <= KNOWS { Outcome::Right } else { Outcome::Unknown };
        belief = belief.then(&Evidence { area: item.area, b: item.b, c: item.guess, outcome });
        asked.push(place);
    }
    asked
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quiz::engine::AREAS;
    use crate::quiz::fixture;
    use std::collections::BTreeSet;

    #[test]
    fn a_form_is_fixed_and_meets_every_area_equally_often() {
        let bank = fixture::published();
        let first = form(&bank, 1, 18);
        assert_eq!((first.len(), &first), (18, &form(&bank, 1, 18)));
        assert_ne!(first, form(&bank, 2, 18));
        let distinct: BTreeSet<&usize> = first.iter().collect();
        assert_eq!(distinct.len(), 18);
        for area in 0..AREAS {
            let here = first.iter().filter(|place| bank.item(**place).unwrap().area == area).count();
            assert_eq!(here, 3, "miền {area}");
        }
        let levels: BTreeSet<u8> = first.iter().map(|place| bank.item(*place).unwrap().level).collect();
        assert!(levels.len() > 1, "{levels:?}");
        let hostile = |a: usize, b: usize| {
            bank.item(a).zip(bank.item(b)).is_some_and(|(a, b)| a.enemies.contains(&b.id))
        };
        assert!(first.iter().all(|a| first.iter().all(|b| !hostile(*a, *b))));
    }

    #[test]
    fn a_small_bank_gives_a_shorter_form() {
        assert_eq!(form(&fixture::bank(), 1, 18).len(), 12);
    }
}
