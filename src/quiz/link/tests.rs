//! Links are read back to the last bit, and nothing else is ever read.

use super::*;
use crate::quiz::answer::Answer;
use crate::quiz::fixture;
use crate::quiz::report::band;
use crate::quiz::rng::Rng;
use crate::quiz::session::{Session, Stage, Start};

/// The end of a session in which so many of ten questions are not known and the rest are answered in the simplest way.
fn ended(mode: Mode, seed: u64, unknown_of_ten: usize) -> (crate::quiz::bank::Bank, Report, Shared) {
    use crate::quiz::answer::Draft;
    use crate::quiz::bank::Verdict;
    let bank = fixture::published().only(false);
    let mut rng = Rng::stream(seed, "link", "");
    let mut session = Session::start(&bank, Start { mode, seed, ..Start::default() }).unwrap();
    while session.stage() != Stage::Result {
        match session.stage() {
            Stage::Question => {
                let item = session.current(&bank).unwrap();
                let unknown = rng.below(10) < unknown_of_ten;
                let draft = match Draft::blank(&item, seed) {
                    Draft::Single(_) => Draft::Single(Some(rng.below(3))),
                    Draft::Multiple(all) => Draft::Multiple(vec![true; all.len()]),
                    Draft::TrueFalse(all) => {
                        Draft::TrueFalse(all.iter().map(|_| Some(rng.below(2) == 0)).collect())
                    }
                    Draft::Match(all) => Draft::Match((0..all.len()).map(Some).collect()),
                    Draft::Spot(all, _) => Draft::Spot(vec![true; all.len()], Some(Verdict::Scam)),
                    order @ Draft::Order(_) => order,
                };
                let answer = if unknown { Answer::Unknown } else { draft.finish().unwrap() };
                session.answer(&bank, answer);
            }
            Stage::Offer => session.stop(),
            _ => session.go_on(&bank),
        }
    }
    let report = Report::of(&bank, &session);
    let shared = Shared::of(&report, session.mode(), bank.rev(), Locale::Vi).unwrap();
    (bank, report, shared)
}

#[test]
fn a_result_comes_back_and_says_what_the_page_said() {
    for seed in 0..20 {
        let mode = if seed % 2 == 0 { Mode::Standard } else { Mode::Quick };
        let (bank, report, shared) = ended(mode, seed, (seed % 11) as usize);
        let text = shared.write();
        assert_eq!((text.len(), text.is_ascii()), (36, true));
        assert_eq!(Shared::read(&text).as_ref(), Some(&shared), "{text}");
        assert_eq!(Shared::read(&format!("#{text}")).as_ref(), Some(&shared));
        // The headline is the sender's own, and the ruler agrees with it.
        let cuts = bank.cuts();
        let headline = match report.headline {
            Headline::One { band, .. } => (band, false),
            Headline::Between { lower, .. } => (lower, true),
        };
        assert_eq!((shared.band, shared.between), headline);
        assert!(band(shared.overall().mean(), cuts).abs_diff(shared.band) <= 1);
        for (theirs, ours) in [(report.overall.low, 0.1), (report.overall.high, 0.9)] {
            assert!((shared.overall().quantile(ours) - theirs).abs() < 0.25, "{theirs}");
        }
        assert_eq!(usize::from(shared.answered), report.answered);
        assert_eq!(usize::from(shared.alarms.1), report.alarms.1);
    }
}

#[test]
fn every_field_survives() {
    let (_, _, base) = ended(Mode::Standard, 3, 5);
    for mode in [Mode::Standard, Mode::Quick, Mode::Dive(0), Mode::Dive(5)] {
        for locale in Locale::ALL {
            for (band, between) in [(0, true), (1, false), (2, true), (3, false)] {
                let shared = Shared { mode, locale, band, between, rev: 0xBEEF, ..base.clone() };
                assert_eq!(Shared::read(&shared.write()), Some(shared));
            }
        }
    }
    let (_, report, _) = ended(Mode::Quick, 3, 5);
    assert_eq!(Shared::of(&report, Mode::Practice, 2, Locale::Vi), None);
}

#[test]
fn a_changed_sign_is_noticed_wherever_it_is() {
    let (_, _, shared) = ended(Mode::Standard, 8, 3);
    let good = shared.write();
    for place in PREFIX.len()..good.len() {
        for sign in SIGNS.iter().map(|sign| char::from(*sign)) {
            let mut bad: Vec<char> = good.chars().collect();
            if std::mem::replace(&mut bad[place], sign) != sign {
                let bad: String = bad.into_iter().collect();
                assert_eq!(Shared::read(&bad), None, "{bad}");
            }
        }
    }
    for bad in [
        "",
        "#",
        "/kq/",
        "/kq",
        "noi-dung",
        &good[..good.len() - 1],
        &good[..20],
        &format!("{good}A"),
        &format!("{good}="),
        &good.replace("/kq/", "/xl/"),
        &good.to_lowercase(),
    ] {
        assert_eq!(Shared::read(bad), None, "{bad}");
    }
}

/// Gate G7: a hundred thousand random fragments; no panic and never a result.
#[test]
fn random_fragments_show_nothing() {
    let mut rng = Rng::stream(20_261_010, "fragments", "");
    let wild: Vec<char> = "AZaz09-_=/#%?&+. \u{0}<>\"'Đệ🙂".chars().collect();
    for round in 0..100_000 {
        let length = if round % 4 == 0 { rng.below(80) } else { 32 };
        let mut text = if round % 8 == 7 { String::new() } else { PREFIX.to_owned() };
        for _ in 0..length {
            let odd = round % 4 == 0 && rng.below(5) == 0;
            text.push(if odd { wild[rng.below(wild.len())] } else { char::from(SIGNS[rng.below(64)]) });
        }
        assert_eq!(Shared::read(&text), None, "{text}");
    }
}

/// Even with a right checksum, what no session can have is refused.
#[test]
fn impossible_results_are_refused() {
    let (_, _, base) = ended(Mode::Standard, 1, 2);
    let refused = |shared: Shared| Shared::read(&shared.write()).is_none();
    assert!(refused(Shared { answered: 5, ..base.clone() }));
    assert!(refused(Shared { answered: 99, ..base.clone() }));
    assert!(refused(Shared { unknown: base.answered + 1, ..base.clone() }));
    assert!(refused(Shared { band: 3, between: true, ..base.clone() }));
    assert!(refused(Shared { overall: Mark(91, 50), ..base.clone() }));
    assert!(refused(Shared { overall: Mark(0, 0), ..base.clone() }));
    assert!(refused(Shared { areas: [Mark(0, 200); AREAS], ..base.clone() }));
    assert!(refused(Shared { scams: (4, 3), ..base.clone() }));
    assert!(refused(Shared { scams: (1, 15), alarms: (1, 15), ..base.clone() }));
    assert!(refused(Shared { mode: Mode::Dive(13), ..base }));
}

#[test]
fn the_checksum_is_the_published_one() {
    assert_eq!(checksum(b"123456789"), 0x29B1);
}
