//! Whole sessions on the samples: order of the screens, storing and resuming at every step.

use super::*;
use crate::quiz::answer::Draft;
use crate::quiz::bank::Verdict;
use crate::quiz::fixture;

fn begin(bank: &Bank, seed: u64, comfort: Comfort) -> Option<Session> {
    Session::start(bank, Start { comfort, seed, ..Start::default() })
}

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
    let mut session = begin(&bank, 1, Comfort::New).unwrap();
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
    let mut session = begin(&bank, 2, Comfort::Daily).unwrap();
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
        let mut kept = begin(&bank, seed, Comfort::Helper).unwrap();
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
    let mut session = begin(&bank, 5, Comfort::Daily).unwrap();
    let before = session.clone();
    session.answer(&bank, Answer::Order(vec![9, 9]));
    assert_eq!(session, before);
}

#[test]
fn a_damaged_or_foreign_text_is_refused() {
    let bank = fixture::bank();
    let mut session = begin(&bank, 5, Comfort::Daily).unwrap();
    session.answer(&bank, Answer::Unknown);
    let text = session.save(&bank);
    assert!(Session::restore(&bank, &text).is_some());
    let id = session.current(&bank).unwrap().id.clone();
    let swap = |from: &str, to: &str| text.replacen(from, to, 1);
    for bad in [
        String::new(),
        "null".into(),
        swap("2 1 5", "2 2 5"),
        swap("2 1 5", "9 1 5"),
        swap("2 1 5", "2 1 -5"),
        // The first format had neither mode nor length.
        format!("1 1 5 d f {id}:u"),
        swap(" c 12 ", " z 12 "),
        swap(" c 12 ", " c 99 "),
        swap(" c 12 ", " m 12 "),
        swap(" - - ", " 2026-13-01 - "),
        swap(" - - ", " - 999 "),
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

/// A session as far as its next stop, by the same answer to everything.
fn run(session: &mut Session, bank: &Bank, answer: fn(&Item) -> Answer) {
    for _ in 0..200 {
        match session.stage() {
            Stage::Question => session.answer(bank, answer(&session.current(bank).unwrap())),
            Stage::Feedback | Stage::Break => session.go_on(bank),
            Stage::Offer | Stage::Result => return,
        }
    }
}

/// The samples eight times over: enough for every length.
fn large() -> Bank {
    let mut bank = fixture::bank();
    let samples = bank.items.clone();
    for round in 1..8 {
        for item in &samples {
            let mut copy = Item::clone(item);
            copy.id = format!("{}x{round}", item.id);
            copy.practice = round == 7;
            bank.items.push(Arc::new(copy));
        }
    }
    bank
}

#[test]
fn every_mode_keeps_its_length() {
    let bank = large();
    for (mode, length) in [(Mode::Quick, 12), (Mode::Standard, 18), (Mode::Practice, 12)] {
        let mut session = Session::start(&bank, Start { mode, ..Start::default() }).unwrap();
        assert_eq!(session.length(), length, "{mode:?}");
        run(&mut session, &bank, |_| Answer::Unknown);
        assert_eq!((session.stage(), session.answered()), (Stage::Result, length), "{mode:?}");
        let practice = session.steps().iter().filter(|s| bank.item(s.item).unwrap().practice).count();
        assert_eq!(practice, if mode == Mode::Practice { 12 } else { 0 });
        assert_eq!(Session::restore(&bank, &session.save(&bank)), Some(session));
    }
    let none = Session::start(&fixture::bank(), Start { mode: Mode::Practice, ..Start::default() });
    assert_eq!(none, None, "without messages there is nothing to practise");
}

#[test]
fn six_more_are_offered_only_where_two_bands_are_close() {
    let bank = large();
    let (mut offered, mut plain) = (0, 0);
    for seed in 0..40 {
        let mut session = begin(&bank, seed, Comfort::Daily).unwrap();
        run(&mut session, &bank, |item| if item.level <= 2 { right(item) } else { Answer::Unknown });
        let best = Posterior::of(&session.evidence(&bank)).overall.bands(bank.cuts());
        let close = best.iter().all(|p| *p < 0.6);
        assert_eq!(session.stage() == Stage::Offer, close, "{best:?}");
        assert_eq!(Session::restore(&bank, &session.save(&bank)).as_ref(), Some(&session));
        if close {
            offered += 1;
            let mut declined = session.clone();
            declined.stop();
            assert_eq!((declined.stage(), declined.answered()), (Stage::Result, 18));
            session.extend(&bank);
            assert_eq!((session.stage(), session.length()), (Stage::Question, 24));
            run(&mut session, &bank, |_| Answer::Unknown);
            assert_eq!((session.stage(), session.answered()), (Stage::Result, 24), "asked once only");
        } else {
            plain += 1;
            session.extend(&bank);
            assert_eq!(session.stage(), Stage::Result);
        }
    }
    assert!(offered > 0 && plain > 0, "{offered} {plain}");
}

/// The right answer to a question.
fn right(item: &Item) -> Answer {
    use crate::quiz::bank::Kind;
    let bits = |choices: &[crate::quiz::bank::Choice]| choices.iter().map(|c| c.right).collect();
    match &item.kind {
        Kind::Single(c) => Answer::Single(c.iter().position(|c| c.right).unwrap()),
        Kind::Multiple(c) => Answer::Multiple(bits(c)),
        Kind::TrueFalse(c) => Answer::TrueFalse(bits(c)),
        Kind::Order { accepted, .. } => Answer::Order(accepted[0].clone()),
        Kind::Match { left, .. } => Answer::Match(left.iter().map(|l| l.partner).collect()),
        Kind::Spot(m) => {
            Answer::Spot(m.parts.iter().map(|p| p.role == crate::quiz::bank::Role::Red).collect(), m.verdict)
        }
    }
}

#[test]
fn nine_more_in_one_area_go_on_from_the_result() {
    let bank = large();
    let mut session =
        Session::start(&bank, Start { mode: Mode::Quick, seed: 4, ..Start::default() }).unwrap();
    session.dive(&bank, 3);
    assert_eq!(session.number(), 1, "not before the result");
    run(&mut session, &bank, |_| Answer::Unknown);
    session.dive(&bank, 9);
    assert_eq!(session.stage(), Stage::Result, "there is no area 9");
    session.dive(&bank, 3);
    assert_eq!((session.mode(), session.length(), session.stage()), (Mode::Dive(3), 21, Stage::Question));
    for _ in 0..30 {
        session = Session::restore(&bank, &session.save(&bank)).unwrap();
        match session.stage() {
            Stage::Question => session.answer(&bank, Answer::Unknown),
            _ => session.go_on(&bank),
        }
    }
    assert_eq!((session.stage(), session.answered()), (Stage::Result, 21));
    assert!(session.steps()[12..].iter().all(|s| bank.item(s.item).unwrap().area == 3));
    assert!(!session.can_dive(&bank, 2), "one area a session");
}

#[test]
fn the_day_and_the_seen_list_are_kept() {
    let bank = large();
    let start = Start { seen: vec![0, 5, 41], today: Date::parse("2026-11-25"), ..Start::default() };
    let session = Session::start(&bank, start).unwrap();
    let text = session.save(&bank);
    assert!(text.contains(" 2026-11-25 0.5.41 "), "{text}");
    assert_eq!(Session::restore(&bank, &text), Some(session));
}

#[test]
fn what_was_missed_is_asked_again_and_nothing_else() {
    let bank = large();
    let start = Start { mode: Mode::Again, seed: 3, seen: vec![4, 9, 30], ..Start::default() };
    let mut session = Session::start(&bank, start).unwrap();
    assert_eq!(session.length(), 3);
    let mut asked = Vec::new();
    while session.stage() != Stage::Result {
        asked.push(session.steps().last().unwrap().item);
        session.answer(&bank, Answer::Unknown);
        assert_eq!(Session::restore(&bank, &session.save(&bank)).as_ref(), Some(&session));
        session.go_on(&bank);
    }
    asked.sort_unstable();
    assert_eq!(asked, [4, 9, 30]);
    let foreign = session.save(&bank).replacen(" 4.9.30 ", " 4.9.31 ", 1);
    assert_eq!(Session::restore(&bank, &foreign), None);
    let none = Start { mode: Mode::Again, ..Start::default() };
    assert_eq!(Session::start(&bank, none), None, "nothing was missed");
}
