//! What may be said at the end, and no more: a band with its chance, ranges, counts. Chances are rounded down.

use super::answer::{Answer, mark};
use super::bank::Verdict;
use super::bank::{Bank, Kind};
pub use super::curve::Range;
use super::engine::{AREAS, BANDS, Outcome, Posterior, likely_run};
use super::session::Session;
use crate::text::sort;

/// The result of a session.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// Questions answered, of those right in full, and "chưa biết".
    pub answered: usize,
    pub right: usize,
    pub unknown: usize,
    /// The band, or the two neighbours between which there is nothing to choose.
    pub headline: Headline,
    /// Of a hundred people who answered alike, so many are at most one band away.
    pub near_in_hundred: usize,
    /// The overall ability.
    pub overall: Range,
    /// The probability of each band.
    pub bands: [f64; BANDS],
    /// The run of bands that holds 80 %.
    pub run: (usize, usize),
    /// The expected share of questions known at each of the four levels, without luck.
    pub shares: [f64; 4],
    /// The areas in the order of the frame.
    pub areas: [AreaResult; AREAS],
    /// Messages with signs of a scam: recognised, of so many.
    pub scams: (usize, usize),
    /// Harmless messages: suspected, of so many.
    pub alarms: (usize, usize),
    /// Places of the questions missed or not known, in the order asked.
    pub keep: Vec<usize>,
}

/// The first sentence of the result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Headline {
    /// Most likely this band; `in_ten` of ten people who answered alike are in it.
    One { band: usize, in_ten: usize },
    /// This band and the one above are about equally likely; `in_ten` are in one of the two.
    Between { lower: usize, in_ten: usize },
}

/// One area.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AreaResult {
    /// Questions answered in it.
    pub asked: usize,
    pub range: Range,
    /// The bands in which the ends of the range lie.
    pub from: usize,
    pub to: usize,
}

impl AreaResult {
    /// Where a range lies among the bands.
    pub fn of(asked: usize, range: Range, cuts: [f64; BANDS - 1]) -> Self {
        Self { asked, range, from: band(range.low, cuts), to: band(range.high, cuts) }
    }
}

impl Report {
    /// The result of what has been answered so far.
    pub fn of(bank: &Bank, session: &Session) -> Self {
        let evidence = session.evidence(bank);
        let belief = Posterior::of(&evidence);
        let cuts = bank.cuts();
        let bands = belief.overall.bands(cuts);
        let (headline, best) = headline(&bands);
        let near: f64 = bands.iter().enumerate().filter(|(i, _)| i.abs_diff(best) <= 1).map(|(_, p)| p).sum();
        let outcomes = |wanted: Outcome| evidence.iter().filter(|e| e.outcome == wanted).count();
        let mut number = 0..;
        let areas = belief.areas().each_ref().map(|curve| {
            let place = number.next();
            AreaResult::of(evidence.iter().filter(|e| Some(e.area) == place).count(), curve.range(), cuts)
        });
        let missed = |step: &&super::session::Step| {
            let outcome = bank
                .item(step.item)
                .zip(step.answer.as_ref())
                .and_then(|(i, a)| mark(i, a))
                .map(|m| m.outcome);
            matches!(outcome, Some(Outcome::Wrong | Outcome::Unknown))
        };
        Self {
            answered: evidence.len(),
            right: outcomes(Outcome::Right),
            unknown: outcomes(Outcome::Unknown),
            headline,
            near_in_hundred: floor(near, 100),
            overall: belief.overall.range(),
            bands,
            run: likely_run(&bands),
            shares: bank.levels().each_ref().map(|level| belief.overall.share(level.b)),
            areas,
            scams: suspected(bank, session, Verdict::Scam),
            alarms: suspected(bank, session, Verdict::NoSign),
            keep: session.steps().iter().filter(missed).map(|step| step.item).collect(),
        }
    }
}

/// The band in which an ability lies, 0 to 3.
pub fn band(ability: f64, cuts: [f64; BANDS - 1]) -> usize {
    cuts.iter().filter(|cut| ability >= **cut).count()
}

/// Where an ability stands on a ruler on which all four bands are equally wide, 0 to 1.
pub fn place(ability: f64, cuts: [f64; BANDS - 1]) -> f64 {
    let [a, b, c] = cuts;
    // The outer bands have no end; two logits beyond the cut is as far as the ruler goes.
    let edges = [a - 2.0, a, b, c, c + 2.0];
    let within = |(from, to): (&f64, &f64)| ((ability - from) / (to - from)).clamp(0.0, 1.0);
    edges.iter().zip(edges.iter().skip(1)).map(within).sum::<f64>() / BANDS as f64
}

/// What was believed when the last answered question was chosen: the likeliest band and its chance; `None` before
/// the second question, when nothing was known yet.
pub fn guessed(bank: &Bank, session: &Session) -> Option<(usize, f64)> {
    let evidence = session.evidence(bank);
    let (_, before) = evidence.split_last().filter(|(_, before)| !before.is_empty())?;
    let bands = Posterior::of(before).overall.bands(bank.cuts());
    bands.into_iter().enumerate().max_by(|a, b| a.1.total_cmp(&b.1))
}

/// How the last answer moved the expected share of questions known at its level: before and after.
pub fn moved(bank: &Bank, session: &Session) -> Option<(f64, f64)> {
    let evidence = session.evidence(bank);
    let (last, before) = evidence.split_last()?;
    let share = |answers| Posterior::of(answers).overall.share(last.b);
    Some((share(before), share(&evidence)))
}

fn headline(bands: &[f64; BANDS]) -> (Headline, usize) {
    let mut ranked: Vec<(usize, f64)> = bands.iter().copied().enumerate().collect();
    sort::by(&mut ranked, |a, b| b.1.total_cmp(&a.1));
    match ranked.as_slice() {
        [(best, p), (second, q), ..] if p - q < 0.15 && best.abs_diff(*second) == 1 => {
            (Headline::Between { lower: *best.min(second), in_ten: floor(p + q, 10) }, *best)
        }
        [(best, p), ..] => (Headline::One { band: *best, in_ten: floor(*p, 10) }, *best),
        [] => (Headline::One { band: 0, in_ten: 0 }, 0),
    }
}

/// A chance as "so many of `of`", rounded down, never all of them.
fn floor(chance: f64, of: usize) -> usize {
    ((chance * of as f64 + 1e-9).floor().max(0.0) as usize).min(of - 1)
}

/// Of the messages that are `truth`, how many were called a scam.
fn suspected(bank: &Bank, session: &Session, truth: Verdict) -> (usize, usize) {
    let mut counts = (0, 0);
    for step in session.steps() {
        let Some(Kind::Spot(message)) = bank.item(step.item).map(|item| &item.kind) else { continue };
        if message.verdict == truth && step.answer.is_some() {
            counts.1 += 1;
            counts.0 += usize::from(matches!(step.answer, Some(Answer::Spot(_, Verdict::Scam))));
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quiz::{fixture, select::Comfort, session::Start};

    #[test]
    fn chances_are_rounded_down_and_near_ties_are_said() {
        assert_eq!(headline(&[0.05, 0.66, 0.24, 0.05]).0, Headline::One { band: 1, in_ten: 6 });
        assert_eq!(headline(&[0.0, 0.0, 0.01, 0.99]).0, Headline::One { band: 3, in_ten: 9 });
        assert_eq!(headline(&[0.02, 0.42, 0.51, 0.05]).0, Headline::Between { lower: 1, in_ten: 9 });
        assert_eq!((floor(1.0, 100), floor(0.6999, 10)), (99, 6));
    }

    #[test]
    fn the_ruler_has_four_equal_zones() {
        let cuts = fixture::bank().cuts();
        for (ability, want) in [(-9.0, 0.0), (cuts[0], 0.25), (cuts[1], 0.5), (cuts[2], 0.75), (9.0, 1.0)] {
            assert!((place(ability, cuts) - want).abs() < 1e-9, "{ability}");
        }
        assert_eq!([-9.0, cuts[0], 0.0, cuts[1], 9.0].map(|x| band(x, cuts)), [0, 1, 1, 2, 3]);
    }

    #[test]
    fn who_knows_nothing_and_says_so_gets_an_honest_report() {
        let bank = fixture::bank();
        let mut session =
            Session::start(&bank, Start { seed: 1, comfort: Comfort::New, ..Start::default() }).unwrap();
        while session.answered() < 12 {
            session.answer(&bank, Answer::Unknown);
            session.go_on(&bank);
        }
        let report = Report::of(&bank, &session);
        assert_eq!((report.answered, report.right, report.unknown, report.keep.len()), (12, 0, 12, 12));
        assert_eq!(report.headline, Headline::One { band: 0, in_ten: 9 });
        assert_eq!((report.scams, report.alarms), ((0, 1), (0, 1)));
        assert!(report.shares.is_sorted_by(|a, b| a > b) && report.areas.iter().all(|a| a.asked == 2));
        assert!(report.overall.low < report.overall.mean && report.overall.mean < report.overall.high);
        let (before, after) = moved(&bank, &session).unwrap();
        assert!(after < before);
        let (guess, chance) = guessed(&bank, &session).unwrap();
        assert!(guess == 0 && (0.5..1.0).contains(&chance), "{guess} {chance}");
    }
}
