//! What is said of each entry, on the samples.

use super::*;
use crate::quiz::bank::Bank;
use crate::quiz::bank::Verdict;

fn rows_of(id: &str, answer: Option<Answer>) -> Vec<Row> {
    let bank = Bank::from_file(
        serde_json::from_str(include_str!("../../../../../tests/fixtures/quiz.json")).unwrap(),
    )
    .unwrap();
    let item = bank.item(bank.find(id).unwrap()).unwrap();
    let mut rows = rows(item, answer.as_ref(), 1, Locale::Vi);
    rows.sort_by(|a, b| a.id.cmp(&b.id));
    rows
}

fn states(rows: &[Row]) -> Vec<State> {
    rows.iter().map(|row| row.state).collect()
}

use State::{Bad, Good, Missed, Plain};

#[test]
fn the_reason_for_the_own_choice_is_open() {
    let rows = rows_of("gq-5.2-2-01", Some(Answer::Single(0)));
    assert_eq!(states(&rows), [Bad, Plain, Missed, Plain]);
    assert_eq!(rows.iter().map(|r| r.open).collect::<Vec<_>>(), [true, false, false, false]);
    let rows = rows_of("gq-5.2-2-01", Some(Answer::Unknown));
    assert_eq!(rows.iter().map(|r| r.open).collect::<Vec<_>>(), [false, false, true, false]);
}

#[test]
fn every_entry_has_its_reason() {
    for id in ["dl-1.1-1-01", "dl-1.2-3-01", "gt-2.3-2-01", "gt-2.2-3-01", "st-3.3-2-01"] {
        assert!(rows_of(id, None).iter().all(|row| row.why.is_some()), "{id}");
    }
    assert_eq!(rows_of("dl-1.2-3-01", None).len(), 5, "four pairs and the surplus");
}

#[test]
fn an_accepted_order_is_shown_as_good() {
    let good = rows_of("gt-2.3-2-01", Some(Answer::Order(vec![0, 2, 1, 3, 4])));
    assert_eq!(states(&good), [Good; 5]);
    let rows = rows_of("gt-2.3-2-01", Some(Answer::Order(vec![1, 0, 2, 3, 4])));
    assert_eq!(states(&rows), [Bad, Bad, Good, Good, Good]);
    assert_eq!(rows[0].said.as_deref(), Some("Bạn xếp thứ 2"));
}

#[test]
fn parts_of_a_message_say_what_they_were() {
    let marks = [1, 1, 1, 0, 0, 0, 0].map(|m| m == 1);
    let rows = rows_of("at-4.2-1-01", Some(Answer::Spot(marks.into(), Verdict::Scam)));
    assert_eq!(states(&rows), [Bad, Good, Plain, Missed, Missed, Plain, Plain]);
}
