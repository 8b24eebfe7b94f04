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
