//! The vectors T0–T8 of the research note (reading/quiz.md §4.5), each number within 0.001.

use super::*;
use Outcome::{Right as C, Unknown as D, Wrong as W};

const CUTS: [f64; 3] = [-1.5 + LN_2, -0.5 + LN_2, 0.5 + LN_2];

fn level(n: u8) -> f64 {
    f64::from(n) - 2.5
}

/// Answers to questions that cycle through the areas.
fn cycle(level_no: u8, c: f64, outcomes: impl IntoIterator<Item = Outcome>) -> Vec<Evidence> {
    outcomes
        .into_iter()
        .enumerate()
        .map(|(i, outcome)| Evidence { area: i % AREAS, b: level(level_no), c, outcome })
        .collect()
}

struct Expected {
    theta: f64,
    s: f64,
    bands: [f64; 4],
    g: f64,
    areas: [f64; 6],
    run: (usize, usize),
}

fn holds(name: &str, answers: &[Evidence], want: Expected) {
    let posterior = Posterior::of(answers);
    let near = |what: &str, got: f64, want: f64| {
        assert!((got - want).abs() <= 0.001, "{name} {what}: {got} instead of {want}");
    };
    near("θ̂", posterior.overall.mean(), want.theta);
    near("s", posterior.overall.deviation(), want.s);
    let bands = posterior.overall.bands(CUTS);
    for (i, (got, want)) in bands.into_iter().zip(want.bands).enumerate() {
        near(&format!("band {i}"), got, want);
    }
    near("g", posterior.guessing, want.g);
    for (i, (got, want)) in posterior.areas().iter().zip(want.areas).enumerate() {
        near(&format!("area {i}"), got.mean(), want);
    }
    assert_eq!(likely_run(&bands), want.run, "{name}");
}

#[test]
fn t0_nothing_answered() {
    holds(
        "T0",
        &[],
        Expected {
            theta: 0.0,
            s: 1.1987,
            bands: [0.2507, 0.3132, 0.2758, 0.1603],
            g: 0.5,
            areas: [0.0; 6],
            run: (0, 2),
        },
    );
}

#[test]
fn t1_one_right() {
    holds(
        "T1",
        &cycle(2, 0.25, [C]),
        Expected {
            theta: 0.3586,
            s: 1.1160,
            bands: [0.1463, 0.2944, 0.3334, 0.2259],
            g: 0.5167,
            areas: [0.409, 0.358, 0.358, 0.358, 0.358, 0.358],
            run: (1, 3),
        },
    );
}

#[test]
fn t2_t3_one_wrong_and_one_unknown_say_the_same_about_knowing() {
    for (name, outcome, g) in [("T2", W, 0.7120), ("T3", D, 0.2880)] {
        holds(
            name,
            &cycle(2, 0.25, [outcome]),
            Expected {
                theta: -0.6501,
                s: 1.0623,
                bands: [0.4399, 0.3475, 0.1713, 0.0413],
                g,
                areas: [-0.741, -0.650, -0.650, -0.650, -0.650, -0.650],
                run: (0, 2),
            },
        );
    }
}

#[test]
fn t4_all_right() {
    holds(
        "T4",
        &cycle(3, 0.25, [C; 18]),
        Expected {
            theta: 2.6106,
            s: 0.6906,
            bands: [0.0, 0.0001, 0.0165, 0.9834],
            g: 0.5691,
            areas: [2.665; 6],
            run: (3, 3),
        },
    );
}

#[test]
fn t5_all_unknown() {
    holds(
        "T5",
        &cycle(1, 0.25, [D; 18]),
        Expected {
            theta: -3.3687,
            s: 0.5515,
            bands: [1.0, 0.0, 0.0, 0.0],
            g: 0.0528,
            areas: [-3.416; 6],
            run: (0, 0),
        },
    );
}

#[test]
fn t6_t7_the_same_half_right_is_worth_more_without_guessing() {
    let half = |rest: Outcome| cycle(2, 0.25, [C; 6].into_iter().chain([rest; 6]));
    holds(
        "T6",
        &half(W),
        Expected {
            theta: -0.8963,
            s: 0.7063,
            bands: [0.5341, 0.4133, 0.0518, 0.0008],
            g: 0.9179,
            areas: [-0.917; 6],
            run: (0, 1),
        },
    );
    holds(
        "T7",
        &half(D),
        Expected {
            theta: -0.4494,
            s: 0.5803,
            bands: [0.2647, 0.6030, 0.1297, 0.0026],
            g: 0.1151,
            areas: [-0.460; 6],
            run: (0, 1),
        },
    );
}

#[test]
fn t8_half_of_the_areas_known() {
    let answers: Vec<Evidence> =
        [2, 2, 3].into_iter().flat_map(|l| cycle(l, 0.0625, [C, C, C, W, W, W])).collect();
    holds(
        "T8",
        &answers,
        Expected {
            theta: -0.2611,
            s: 0.5181,
            bands: [0.1447, 0.6655, 0.1873, 0.0025],
            g: 0.9299,
            areas: [-0.016, -0.016, -0.016, -0.519, -0.519, -0.519],
            run: (1, 2),
        },
    );
}

#[test]
fn quantiles_enclose_the_mean() {
    let curve = Posterior::of(&cycle(2, 0.25, [C, W, C, D])).overall;
    assert!(curve.quantile(0.1) < curve.mean() && curve.mean() < curve.quantile(0.9));
    assert!((curve.below(curve.quantile(0.1)) - 0.1).abs() < 1e-9);
}

#[test]
fn a_question_tells_most_near_its_own_difficulty() {
    assert!(information(0.5, 0.5, 0.0) > information(0.5, -0.5, 0.0));
    assert!(information(0.5, 0.5, 0.0) > information(0.5, 0.5, 0.25));
}

/// Answers of every kind, all areas, levels and guessing chances, made from a seed.
fn mixture(seed: u64, count: usize) -> Vec<Evidence> {
    let mut rng = crate::quiz::rng::Rng::stream(seed, "mixture", "");
    (0..count)
        .map(|_| Evidence {
            area: rng.below(AREAS),
            b: level(1 + rng.below(4) as u8),
            c: [0.25, 0.5, 0.0625, 0.0083][rng.below(4)],
            outcome: [C, W, D][rng.below(3)],
        })
        .collect()
}

#[test]
fn one_answer_more_is_the_same_as_all_at_once() {
    for seed in 0..20 {
        let answers = mixture(seed, 24);
        let mut belief = Posterior::of(&[]);
        for n in 1..=answers.len() {
            belief = belief.then(&answers[n - 1]);
            let whole = Posterior::of(&answers[..n]);
            assert_eq!(belief.overall, whole.overall);
            assert_eq!(belief.guessing.to_bits(), whole.guessing.to_bits());
            assert_eq!(belief.areas(), whole.areas());
        }
    }
}

#[test]
fn the_order_of_answers_does_not_matter() {
    for seed in 0..20 {
        let answers = mixture(seed, 18);
        let order = crate::quiz::rng::Rng::stream(seed, "order", "").shuffled(18);
        let other: Vec<Evidence> = order.into_iter().map(|i| answers[i]).collect();
        let (a, b) = (Posterior::of(&answers), Posterior::of(&other));
        assert!((a.overall.mean() - b.overall.mean()).abs() < 1e-9);
        assert!((a.overall.deviation() - b.overall.deviation()).abs() < 1e-9);
        assert!((a.guessing - b.guessing).abs() < 1e-9);
    }
}

#[test]
fn every_belief_is_a_belief() {
    for seed in 0..60 {
        let belief = Posterior::of(&mixture(seed, seed as usize));
        let bands = belief.overall.bands(CUTS);
        assert!((bands.iter().sum::<f64>() - 1.0).abs() < 1e-9 && bands.iter().all(|p| *p >= 0.0));
        assert!((0.05..=0.95).contains(&belief.guessing));
        for curve in belief.areas().iter().chain([&belief.overall]) {
            assert!(curve.mean().is_finite() && curve.deviation() > 0.0);
            assert!(curve.quantile(0.1) < curve.quantile(0.9));
        }
    }
}

#[test]
fn a_better_answer_never_lowers_the_estimate() {
    for seed in 0..40 {
        let answers = mixture(seed, 12);
        let mean = |outcome| {
            let mut answers = answers.clone();
            answers[5].outcome = outcome;
            Posterior::of(&answers).overall.mean()
        };
        assert!(mean(C) > mean(W) && mean(C) > mean(D), "{seed}");
    }
}

#[test]
fn the_extremes_of_sixty_answers_stay_on_the_grid() {
    for (outcome, sign) in [(C, 1.0), (W, -1.0), (D, -1.0)] {
        let belief = Posterior::of(&cycle(4, 0.25, [outcome; 60]));
        let mean = belief.overall.mean() * sign;
        assert!((1.0..4.5).contains(&mean), "{outcome:?} {mean}");
        assert!(belief.overall.deviation() > 0.05 && belief.areas().iter().all(|a| a.mean().is_finite()));
    }
}

#[test]
fn an_answer_in_an_area_moves_that_area_most() {
    let belief = Posterior::of(&cycle(2, 0.25, [C]));
    let areas = belief.areas();
    assert!(areas.iter().skip(1).all(|other| areas[0].mean() > other.mean()));
    assert!(areas.iter().skip(1).all(|other| (other.mean() - areas[1].mean()).abs() < 1e-12));
}
