//! Whole sessions on the samples: order of the screens, storing and resuming at every step.

use super::*;
use crate::quiz::answer::Draft;
use crate::quiz::bank::Verdict;
use crate::quiz::fixture;

/// Some complete answer to a question; which one depends on `n`.
fn some_answer(item: &Item, seed: u64, n: usize) -> Answer {
    if n % 5 == 4 {
        return Answer::Unknown;
    }
    let draft = match Draft::blank(item, seed) {
        Draft::Single(_) => Draft::Single(Some(n % 3)),
        Draft::Multiple(chosen) => Draft::Multiple((0..chosen.len()).map(|i| i <= n % 5).collect()),
        Draft::TrueFalse(said) => Draft::TrueFalse((0..said.len()).map(|i| Some(i % 2 == n % 2)).collect()),
        Draft::Order(order) => Draft::Order(order),
        Draft::Match(pairs) => Draft::Match((0..pairs.len()).map(|i| Some((i + n) % 5)).collect()),
        Draft::Spot(marks, _) => {
            Draft::Spot(marks, Some(if n.is_multiple_of(2) { Verdict::Scam } else { Verdict::NoSign }))
        }
    };
    draft.finish().unwrap()
}

#[test]
fn the_screens_follow_each_other() {
    let bank = fixture::bank();
    let mut session = Session::start(&bank, 1, Comfort::New).unwrap();
    assert_eq!((session.length(), session.number(), session.stage()), (12, 1, Stage::Question));
    for n in 1..=12 {
        assert_eq!((session.number(), session.stage()), (n, Stage::Question));
        session.go_on(&bank);
        assert_eq!(session.stage(), Stage::Question, "no going on without an answer");
        let item = session.current(&bank).unwrap();
        session.answer(&bank, some_answer(&item, 1, n));
        assert_eq!(session.stage(), Stage::Feedback);
        session.stop();
        assert_eq!(session.stage(), Stage::Feedback, "stopping is offered at breaks only");
        session.go_on(&bank);
        if n == 6 {
            assert_eq!(session.stage(), Stage::Break);
            session.go_on(&bank);
        }
    }
    assert_eq!((session.stage(), session.answered()), (Stage::Result, 12));
}

#[test]
fn stopping_at_the_break_gives_a_result() {
    let bank = fixture::bank();
    let mut session = Session::start(&bank, 2, Comfort::Daily).unwrap();
    for _ in 0..6 {
        session.answer(&bank, Answer::Unknown);
        session.go_on(&bank);
    }
    session.stop();
    assert_eq!((session.stage(), session.evidence(&bank).len()), (Stage::Result, 6));
    assert_eq!(Session::restore(&bank, &session.save(&bank)), Some(session));
}

#[test]
fn closing_at_any_step_and_returning_changes_nothing() {
    let bank = fixture::bank();
    for seed in [3, 77, u64::MAX] {
        let mut kept = Session::start(&bank, seed, Comfort::Helper).unwrap();
        let mut reopened = kept.clone();
        for n in 0..60 {
            reopened = Session::restore(&bank, &reopened.save(&bank)).unwrap();
            assert_eq!(reopened, kept);
            for session in [&mut kept, &mut reopened] {
                if session.stage() == Stage::Question {
                    let item = session.current(&bank).unwrap();
                    session.answer(&bank, some_answer(&item, seed, n));
                } else {
                    session.go_on(&bank);
                }
            }
        }
        assert_eq!((reopened.stage(), reopened.answered()), (Stage::Result, 12));
        assert!(kept.save(&bank).len() < 1_000, "{}", kept.save(&bank));
    }
}

#[test]
fn a_wrong_answer_form_changes_nothing() {
    let bank = fixture::bank();
    let mut session = Session::start(&bank, 5, Comfort::Daily).unwrap();
    let before = session.clone();
    session.answer(&bank, Answer::Order(vec![9, 9]));
    assert_eq!(session, before);
}

#[test]
fn a_damaged_or_foreign_text_is_refused() {
    let bank = fixture::bank();
    let mut session = Session::start(&bank, 5, Comfort::Daily).unwrap();
    session.answer(&bank, Answer::Unknown);
    let text = session.save(&bank);
    assert!(Session::restore(&bank, &text).is_some());
    let id = session.current(&bank).unwrap().id.clone();
    let swap = |from: &str, to: &str| text.replacen(from, to, 1);
    for bad in [
        String::new(),
        "null".into(),
        swap("1 1 5", "1 2 5"),
        swap("1 1 5", "9 1 5"),
        swap("1 1 5", "1 1 -5"),
        swap(" d ", " z "),
        swap(&id, "xx-1.1-1-01"),
        swap(" f ", " b "),
        swap(" f ", " r "),
        swap(" f ", " q "),
        swap(":u", ":sz"),
        swap(":u", ":s"),
        swap(":u", ":?"),
        swap(":u", ":"),
        swap(":u", ""),
        format!("{text} {id}:u"),
        text.chars().take(text.len() / 2).collect(),
    ] {
        assert_eq!(Session::restore(&bank, &bad), None, "{bad}");
    }
}
