//! Marking, type by type, on the samples.

use super::*;
use crate::quiz::fixture;
use Outcome::{Right, Unknown, Wrong};

fn marked(id: &str, answer: Answer) -> (Outcome, Option<PartMark>) {
    let bank = fixture::bank();
    let item = bank.item(bank.find(id).unwrap()).unwrap();
    let mark = mark(item, &answer).unwrap();
    (mark.outcome, mark.part)
}

fn share(got: usize, of: usize) -> PartMark {
    PartMark::Share { got, of }
}

#[test]
fn one_option_is_right() {
    assert_eq!(marked("gq-5.2-2-01", Answer::Single(2)), (Right, None));
    assert_eq!(marked("gq-5.2-2-01", Answer::Single(0)), (Wrong, None));
}

#[test]
fn several_options_must_be_exactly_the_right_ones() {
    let of = |chosen: [u8; 5]| marked("gt-2.2-3-01", Answer::Multiple(chosen.map(|c| c == 1).into()));
    assert_eq!(of([1, 1, 1, 0, 0]), (Right, Some(share(3, 3))));
    assert_eq!(of([1, 1, 0, 0, 0]), (Wrong, Some(share(2, 3))));
    assert_eq!(of([1, 1, 1, 1, 0]), (Wrong, Some(share(2, 3))));
    assert_eq!(of([1, 0, 0, 1, 1]), (Wrong, Some(share(0, 3))));
}

#[test]
fn every_statement_counts() {
    let of = |said: [bool; 4]| marked("st-3.3-2-01", Answer::TrueFalse(said.into()));
    assert_eq!(of([false, true, false, true]), (Right, Some(share(4, 4))));
    assert_eq!(of([false, true, true, true]), (Wrong, Some(share(3, 4))));
}

#[test]
fn an_accepted_order_is_as_good_as_the_key() {
    let of = |order: [usize; 5]| marked("gt-2.3-2-01", Answer::Order(order.into()));
    assert_eq!(of([0, 1, 2, 3, 4]), (Right, Some(share(10, 10))));
    assert_eq!(of([0, 2, 1, 3, 4]), (Right, Some(share(10, 10))));
    assert_eq!(of([1, 0, 2, 3, 4]), (Wrong, Some(share(9, 10))));
    assert_eq!(of([4, 3, 2, 1, 0]), (Wrong, Some(share(1, 10))), "nearest: s1 s3 s2 s4 s5");
}

#[test]
fn pairs_are_counted() {
    let of = |partners: [usize; 4]| marked("dl-1.2-3-01", Answer::Match(partners.into()));
    assert_eq!(of([0, 1, 2, 3]), (Right, Some(share(4, 4))));
    assert_eq!(of([0, 1, 4, 4]), (Wrong, Some(share(2, 4))));
}

#[test]
fn a_scam_needs_verdict_signs_and_few_false_alarms() {
    let of =
        |marks: [u8; 7], verdict| marked("at-4.2-1-01", Answer::Spot(marks.map(|m| m == 1).into(), verdict));
    let signs = |hits, alarms| Some(PartMark::Signs { hits, of: 3, alarms });
    assert_eq!(of([0, 1, 0, 1, 0, 0, 0], Verdict::Scam), (Right, signs(2, 0)));
    assert_eq!(of([1, 1, 1, 1, 1, 0, 0], Verdict::Scam), (Right, signs(3, 1)), "amber counts neither way");
    assert_eq!(of([0, 1, 0, 0, 0, 0, 0], Verdict::Scam), (Wrong, signs(1, 0)));
    assert_eq!(of([1, 1, 0, 1, 1, 1, 0], Verdict::Scam), (Wrong, signs(3, 2)));
    assert_eq!(of([0, 1, 0, 1, 1, 0, 0], Verdict::NoSign), (Wrong, signs(3, 0)));
}

#[test]
fn a_genuine_message_needs_calm() {
    let of = |marks: [u8; 5], verdict| {
        marked("at-4.1-2-01", Answer::Spot(marks.map(|m| m == 1).into(), verdict)).0
    };
    assert_eq!(of([0, 0, 0, 1, 0], Verdict::NoSign), Right);
    assert_eq!(of([0, 1, 0, 1, 0], Verdict::NoSign), Wrong);
    assert_eq!(of([0; 5], Verdict::Scam), Wrong);
}

#[test]
fn not_knowing_is_its_own_outcome() {
    for item in fixture::bank().items() {
        assert_eq!(mark(item, &Answer::Unknown), Some(Mark { outcome: Unknown, part: None }));
    }
}

#[test]
fn an_answer_to_another_question_has_no_mark() {
    let bank = fixture::bank();
    let item = |id: &str| bank.item(bank.find(id).unwrap()).unwrap().clone();
    for (id, answer) in [
        ("gq-5.2-2-01", Answer::Single(9)),
        ("gq-5.2-2-01", Answer::Order(vec![0])),
        ("gt-2.2-3-01", Answer::Multiple(vec![true])),
        ("gt-2.3-2-01", Answer::Order(vec![0, 0, 1, 2, 3])),
        ("dl-1.2-3-01", Answer::Match(vec![0, 1, 2, 7])),
        ("at-4.2-1-01", Answer::Spot(vec![true], Verdict::Scam)),
    ] {
        assert_eq!(mark(&item(id), &answer), None, "{id} {answer:?}");
    }
}

#[test]
fn a_draft_says_what_it_lacks() {
    assert_eq!(Draft::Single(None).finish(), Err(Missing::Choice));
    assert_eq!(Draft::Multiple(vec![false; 3]).finish(), Err(Missing::Choice));
    assert_eq!(Draft::TrueFalse(vec![None, Some(true), None]).finish(), Err(Missing::Statements(2)));
    assert_eq!(Draft::Match(vec![Some(1), None]).finish(), Err(Missing::Pairs(1)));
    assert_eq!(Draft::Spot(vec![true], None).finish(), Err(Missing::Verdict));
    assert_eq!(Draft::Match(vec![Some(1), Some(0)]).finish(), Ok(Answer::Match(vec![1, 0])));
}

#[test]
fn steps_never_start_in_a_right_order_and_every_option_comes_first_alike() {
    let bank = fixture::bank();
    let item = |id: &str| bank.item(bank.find(id).unwrap()).unwrap().clone();
    let (order, single) = (item("gt-2.3-2-01"), item("gq-5.2-2-01"));
    let Kind::Order { accepted, .. } = &order.kind else { panic!() };
    let mut first = [0; 4];
    for seed in 0..10_000 {
        assert!(!accepted.contains(&shown(&order, seed)));
        first[shown(&single, seed)[0]] += 1;
    }
    assert!(first.iter().all(|n| (2_300..2_700).contains(n)), "{first:?}");
}
