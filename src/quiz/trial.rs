//! Many made-up people take the test, and what comes out is held against the truth.

use super::engine::{AREAS, BANDS, Evidence, Posterior};
use super::report::band;
use super::rng::Rng;
use super::select::{self, Comfort, Draw};
use super::world::{Taker, World};

/// How questions are chosen in a trial.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Test {
    /// The engine as it is, so many questions.
    Ours(usize),
    /// The same questions for everybody: so many an area, spread over the levels.
    Fixed(usize),
    /// Three an area by lot.
    Lots,
}

impl Test {
    /// How many questions everybody gets.
    pub fn count(self) -> usize {
        match self {
            Self::Ours(count) => count,
            Self::Fixed(each) => each * AREAS,
            Self::Lots => 3 * AREAS,
        }
    }
}

/// Steps of the stated probability in [`Tally::stated`]: below 0.5, 0.5 to 0.6 … above 0.9.
pub const STATED: usize = 6;

/// What was counted.
#[derive(Clone, Debug)]
pub struct Tally {
    pub takers: usize,
    squares: f64,
    errors: f64,
    /// True band × said band.
    bands: [[usize; BANDS]; BANDS],
    inside: usize,
    /// Per stated probability: people, sum of what was stated, times it was right.
    stated: [(usize, f64, usize); STATED],
    shown: Vec<usize>,
}

impl Tally {
    /// Nobody yet.
    pub fn new(items: usize) -> Self {
        Self {
            takers: 0,
            squares: 0.0,
            errors: 0.0,
            bands: [[0; BANDS]; BANDS],
            inside: 0,
            stated: [(0, 0.0, 0); STATED],
            shown: vec![0; items],
        }
    }

    /// Adds what another one counted, of the same bank or not.
    pub fn add(&mut self, other: &Self) {
        self.takers += other.takers;
        self.squares += other.squares;
        self.errors += other.errors;
        self.inside += other.inside;
        for (mine, theirs) in self.bands.iter_mut().zip(&other.bands) {
            mine.iter_mut().zip(theirs).for_each(|(m, t)| *m += t);
        }
        for (mine, theirs) in self.stated.iter_mut().zip(&other.stated) {
            *mine = (mine.0 + theirs.0, mine.1 + theirs.1, mine.2 + theirs.2);
        }
        self.shown.iter_mut().zip(&other.shown).for_each(|(m, t)| *m += t);
    }

    fn share(&self, count: usize) -> f64 {
        count as f64 / self.takers.max(1) as f64
    }

    /// The typical error in logits (root mean square).
    pub fn rmse(&self) -> f64 {
        (self.squares / self.takers.max(1) as f64).sqrt()
    }

    /// The mean error in logits.
    pub fn bias(&self) -> f64 {
        self.errors / self.takers.max(1) as f64
    }

    /// The share of people at most `off` bands away from what they were told.
    pub fn within(&self, off: usize) -> f64 {
        let rows = self.bands.iter().enumerate();
        let count = rows
            .flat_map(|(truth, row)| row.iter().enumerate().map(move |(said, n)| (truth.abs_diff(said), n)))
            .filter(|(distance, _)| *distance <= off)
            .map(|(_, n)| n)
            .sum();
        self.share(count)
    }

    /// Agreement beyond chance, weighted by the square of the distance.
    pub fn kappa(&self) -> f64 {
        let of_truth = self.bands.map(|row| row.iter().sum::<usize>() as f64);
        let of_said: [f64; BANDS] = std::array::from_fn(|said| {
            self.bands.iter().filter_map(|row| row.get(said)).sum::<usize>() as f64
        });
        let (mut seen, mut chance) = (0.0, 0.0);
        for ((truth, row), rows) in self.bands.iter().enumerate().zip(of_truth) {
            for ((said, n), columns) in row.iter().enumerate().zip(of_said) {
                let weight = (truth.abs_diff(said) * truth.abs_diff(said)) as f64;
                seen += weight * *n as f64;
                chance += weight * rows * columns / self.takers.max(1) as f64;
            }
        }
        1.0 - seen / chance
    }

    /// The share of "80 %" ranges that hold the truth.
    pub fn inside(&self) -> f64 {
        self.share(self.inside)
    }

    /// How large a share of the people met the question that is met most, and least.
    pub fn exposure(&self) -> (f64, f64) {
        let ends = self.shown.iter().fold((0, usize::MAX), |(most, least), n| (most.max(*n), least.min(*n)));
        (self.share(ends.0), self.share(ends.1))
    }

    /// Per step of the stated probability: share of people, mean stated, share right.
    pub fn stated(&self) -> [(f64, f64, f64); STATED] {
        self.stated.map(|(n, sum, right)| {
            let of = n.max(1) as f64;
            (self.share(n), sum / of, right as f64 / of)
        })
    }

    fn note(&mut self, world: &World, taker: &Taker, asked: &[usize], belief: &Posterior) {
        let (truth, cuts) = (taker.truth(), world.bank.cuts());
        let error = belief.overall.mean() - truth;
        self.takers += 1;
        self.squares += error * error;
        self.errors += error;
        let bands = belief.overall.bands(cuts);
        let mut said = (0, 0.0);
        for (place, p) in bands.into_iter().enumerate() {
            if p > said.1 {
                said = (place, p);
            }
        }
        let real = band(truth, cuts);
        if let Some(cell) = self.bands.get_mut(real).and_then(|row| row.get_mut(said.0)) {
            *cell += 1;
        }
        let step = [0.5, 0.6, 0.7, 0.8, 0.9].iter().filter(|edge| said.1 >= **edge).count();
        if let Some(step) = self.stated.get_mut(step) {
            *step = (step.0 + 1, step.1 + said.1, step.2 + usize::from(real == said.0));
        }
        let range = belief.overall.quantile(0.1)..=belief.overall.quantile(0.9);
        self.inside += usize::from(range.contains(&truth));
        for place in asked {
            if let Some(count) = self.shown.get_mut(*place) {
                *count += 1;
            }
        }
    }
}

/// The people numbered `takers` take a test in a world; the same numbers are the same people.
pub fn run(
    world: &World,
    test: Test,
    seed: u64,
    takers: std::ops::Range<usize>,
    guessing: Option<f64>,
) -> Tally {
    let mut tally = Tally::new(world.bank.items().len());
    let start = Posterior::of(&[]);
    let form = match test {
        Test::Fixed(each) => form(world, each, seed),
        _ => Vec::new(),
    };
    for number in takers {
        let mut rng = Rng::stream(seed, "taker", &number.to_string());
        let taker = Taker::drawn(&mut rng, guessing);
        let draw = Draw::plain(Comfort::default(), rng.bits());
        let lots = if test == Test::Lots { by_lot(world, &mut rng) } else { Vec::new() };
        let (mut asked, mut belief) = (Vec::new(), start.clone());
        while asked.len() < test.count() {
            let next = match test {
                Test::Ours(_) => select::next(&world.bank, &draw, &asked, &belief),
                Test::Fixed(_) => form.get(asked.len()).copied(),
                Test::Lots => lots.get(asked.len()).copied(),
            };
            let answer: Option<(usize, Evidence)> =
                next.and_then(|place| world.answer(&taker, place, &mut rng).map(|answer| (place, answer)));
            let Some((place, answer)) = answer else { break };
            belief = belief.then(&answer);
            asked.push(place);
        }
        tally.note(world, &taker, &asked, &belief);
    }
    tally
}

/// Levels of a fixed form with so many questions an area.
const FORMS: [&[u8]; 5] = [&[1, 3], &[1, 2, 3], &[1, 2, 3, 4], &[1, 2, 2, 3, 4], &[1, 1, 2, 2, 3, 3]];

fn form(world: &World, each: usize, seed: u64) -> Vec<usize> {
    let mut rng = Rng::stream(seed, "form", "");
    let levels = FORMS.iter().find(|levels| levels.len() == each).copied().unwrap_or_default();
    let mut out: Vec<usize> = Vec::new();
    for area in 0..AREAS {
        for level in levels {
            let cell: Vec<usize> = places(world, |i| i.area == area && i.level == *level && !i.practice)
                .into_iter()
                .filter(|place| !out.contains(place))
                .collect();
            out.extend(rng.pick(&cell));
        }
    }
    out
}

fn by_lot(world: &World, rng: &mut Rng) -> Vec<usize> {
    (0..AREAS)
        .flat_map(|area| {
            let cell = places(world, |i| i.area == area && !i.practice);
            let order = rng.shuffled(cell.len());
            order.into_iter().take(3).filter_map(|i| cell.get(i).copied()).collect::<Vec<_>>()
        })
        .collect()
}

fn places(world: &World, which: impl Fn(&super::bank::Item) -> bool) -> Vec<usize> {
    world.bank.items().iter().enumerate().filter(|(_, item)| which(item)).map(|(place, _)| place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gates G2 and G3 on a small run with a fixed seed; `simulate` runs the full size.
    #[test]
    fn the_engine_keeps_its_promises_in_a_small_world() {
        let mut all = Tally::new(96);
        let mut gap = 0.0;
        for seed in 0..4 {
            let world = World::made_up(seed);
            all.add(&run(&world, Test::Ours(18), seed, 0..250, None));
            gap += run(&world, Test::Ours(18), seed, 0..250, Some(1.0)).bias()
                - run(&world, Test::Ours(18), seed, 0..250, Some(0.0)).bias();
        }
        assert_eq!(all.takers, 1000);
        // A thousand people leave these numbers some room: three standard errors.
        assert!((0.45..0.57).contains(&all.rmse()), "RMSE {}", all.rmse());
        assert!(all.within(0) > 0.59 && all.within(1) > 0.97, "{} {}", all.within(0), all.within(1));
        assert!((0.76..0.87).contains(&all.inside()), "{}", all.inside());
        assert!(all.kappa() > 0.7 && all.exposure().0 < 0.5);
        assert!((gap / 4.0).abs() < 0.12, "{gap}");
    }

    #[test]
    fn the_same_people_get_the_same_results() {
        let world = World::made_up(7);
        let whole = run(&world, Test::Ours(12), 7, 0..20, None);
        let mut parts = run(&world, Test::Ours(12), 7, 0..13, None);
        parts.add(&run(&world, Test::Ours(12), 7, 13..20, None));
        assert_eq!((whole.takers, whole.bands, &whole.shown), (parts.takers, parts.bands, &parts.shown));
        assert!((whole.rmse() - parts.rmse()).abs() < 1e-12);
    }

    #[test]
    fn forms_and_lots_are_as_long_as_announced() {
        let world = World::made_up(2);
        for each in 2..=6 {
            let form = form(&world, each, 1);
            let distinct: std::collections::BTreeSet<&usize> = form.iter().collect();
            assert_eq!((form.len(), distinct.len()), (each * 6, each * 6));
        }
        let shown: usize = run(&world, Test::Lots, 1, 0..5, None).shown.iter().sum();
        assert_eq!(shown, 90);
    }

    #[test]
    fn perfect_agreement_has_kappa_one() {
        let mut tally = Tally::new(0);
        tally.takers = 40;
        (0..BANDS).for_each(|i| tally.bands[i][i] = 10);
        assert!((tally.kappa() - 1.0).abs() < 1e-12 && (tally.within(0) - 1.0).abs() < 1e-12);
        tally.bands = [[0, 0, 0, 10], [0, 0, 10, 0], [0, 10, 0, 0], [10, 0, 0, 0]];
        assert!((tally.kappa() + 1.0).abs() < 1e-12 && (tally.within(1) - 0.5).abs() < 1e-12);
    }
}
