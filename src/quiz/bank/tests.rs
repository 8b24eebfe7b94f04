//! The samples are sound, and every way of breaking them is named.

use super::*;
use crate::quiz::{
    fixture,
    raw::{BankFile, Item},
};
use serde_json::json;

/// The faults after one change to one question.
fn broken(id: &str, change: impl FnOnce(&mut Item)) -> Vec<String> {
    let mut file = fixture::file();
    change(file.areas.iter_mut().flat_map(|a| &mut a.items).find(|i| i.id == id).unwrap());
    Bank::from_file(file).err().unwrap_or_default().iter().map(ToString::to_string).collect()
}

#[test]
fn the_samples_are_sound() {
    let bank = fixture::bank();
    assert_eq!((bank.items().len(), bank.rev()), (12, 1));
    assert!(bank.items().iter().all(|i| i.live));
    assert_eq!(bank.area(3).vi, "An toàn");
    assert_eq!(bank.level(4).en, "Challenge");
}

#[test]
fn a_forgotten_language_stops_at_its_line() {
    let text = include_str!("../../../tests/fixtures/quiz.json").replacen(
        "\"en\": \"Basic\"",
        "\"eng\": \"Basic\"",
        1,
    );
    let error = serde_json::from_str::<BankFile>(&text).unwrap_err().to_string();
    assert!(error.contains("eng") && error.contains("line"), "{error}");
}

#[test]
fn every_way_of_breaking_a_question_is_named() {
    let single = "gq-5.2-2-01";
    let cases: Vec<(&str, Vec<String>)> = vec![
        ("key: thiếu đáp án", broken(single, |i| i.key = json!(null))),
        ("key: sai dạng", broken(single, |i| i.key = json!({"a": true}))),
        ("key: \"z\" không có", broken(single, |i| i.key = json!(["z"]))),
        ("key: câu một đáp án chỉ", broken(single, |i| i.key = json!(["a", "c"]))),
        (
            "rationale.options: thiếu lý do cho \"b\"",
            broken(single, |i| drop(i.rationale.options.remove("b"))),
        ),
        (
            "rationale.options: lý do cho \"q\"",
            broken(single, |i| drop(i.rationale.options.insert("q".into(), i.stem.clone()))),
        ),
        ("rationale.summary.en: để trống", broken(single, |i| i.rationale.summary.en.clear())),
        ("stem.vi: thừa dấu cách", broken(single, |i| i.stem.vi.push(' '))),
        ("takeaway.vi: có dấu <", broken(single, |i| i.takeaway.vi = "<b>Nhớ</b>".into())),
        ("id: phải là \"gq-5.2-3-\"", broken(single, |i| i.level = 3)),
        ("id: phải là \"gq-5.2-2-\"", broken(single, |i| i.id = "gq-5.2-2-1".into())),
        ("id: trùng", broken(single, |i| i.id = "gq-5.4-4-01".into())),
        ("area: miền 4 nhưng nằm trong tệp của miền 5", broken(single, |i| i.area = 4)),
        ("area: miền 9 không có", broken(single, |i| i.area = 9)),
        ("competence: năng lực 1.1 không thuộc miền 5", broken(single, |i| i.competence = "1.1".into())),
        ("also: không có năng lực 7.7", broken(single, |i| i.also = vec!["7.7".into()])),
        ("enemies: \"gq-5.2-2-01\"", broken(single, |i| i.enemies = vec![single.into()])),
        ("guess: ghi 0.3 nhưng công thức cho 0.2500", broken(single, |i| i.guess = 0.3)),
        ("a.text.vi: \"nganhang.com\"", broken(single, |i| i.options[0].text.vi = "Mở nganhang.com".into())),
        (
            "a.text.en: \"0912 345 678\"",
            broken(single, |i| i.options[0].text.en = "Call 0912 345 678".into()),
        ),
        ("options: id \"a\" xuất hiện hai lần", broken(single, |i| i.options[1].id = "a".into())),
        ("origin", broken(single, |i| i.origin = "translated".into())),
        ("dk: phải là true", broken(single, |i| i.dk = false)),
        ("reference: cần", broken(single, |i| i.reference.clear())),
        ("accept: chỉ câu \"order\"", broken(single, |i| i.accept = vec![vec!["a".into()]])),
        ("key: cần ít nhất hai ý đúng", broken("gt-2.2-3-01", |i| i.key = json!(["a"]))),
        (
            "key: phải có cả câu đúng và câu sai",
            broken("st-3.3-2-01", |i| i.key = json!({"a": true, "b": true, "c": true, "d": true})),
        ),
        (
            "key: chưa nói câu \"d\"",
            broken("st-3.3-2-01", |i| i.key = json!({"a": true, "b": false, "c": true})),
        ),
        ("key: phải xếp đủ 5 bước", broken("gt-2.3-2-01", |i| i.key = json!(["s1", "s1", "s2", "s3", "s4"]))),
        ("accept: phải xếp đủ 5 bước", broken("gt-2.3-2-01", |i| i.accept = vec![vec!["s1".into()]])),
        ("key: hai mục bên trái cùng nối", broken("dl-1.2-3-01", |i| i.key["l2"] = json!("r1"))),
        (
            "rationale.options: thiếu lý do cho \"r5\"",
            broken("dl-1.2-3-01", |i| drop(i.rationale.options.remove("r5"))),
        ),
        (
            "rationale.options: thiếu lý do cho \"verdict\"",
            broken("at-4.2-1-01", |i| drop(i.rationale.options.remove("verdict"))),
        ),
        (
            "rationale.options: thiếu lý do cho \"p3\"",
            broken("at-4.2-1-01", |i| drop(i.rationale.options.remove("p3"))),
        ),
        (
            "key.segments: phải là id của các phần \"red\"",
            broken("at-4.2-1-01", |i| i.key["segments"] = json!(["p2", "p4"])),
        ),
        ("key.verdict: không khớp", broken("at-4.2-1-01", |i| i.key["verdict"] = json!("no_sign"))),
        ("stimulus: câu \"spot\" cần", broken("at-4.2-1-01", |i| i.stimulus = None)),
        ("shuffle: phải là false", broken("at-4.2-1-01", |i| i.shuffle = true)),
    ];
    for (expected, faults) in cases {
        assert!(faults.iter().any(|f| f.contains(expected)), "cần \"{expected}\", được {faults:#?}");
    }
}

#[test]
fn faults_are_gathered_and_say_where() {
    let mut file = fixture::file();
    file.frame.levels[3].b = 0.0;
    let items = &mut file.areas[4].items;
    items[0].key = json!(null);
    items[1].takeaway.en.clear();
    let faults = Bank::from_file(file).unwrap_err();
    let places: Vec<&str> = faults.iter().map(|f| f.place.as_str()).collect();
    for place in ["frame.json: levels", "gq-5.2-2-01: key", "gq-5.4-4-01: takeaway.en"] {
        assert!(places.contains(&place), "{places:?}");
    }
    assert!(faults.iter().all(|f| !f.message.is_empty()));
}

/// A practice file with one message, changed.
fn practised(change: impl FnOnce(&mut Item)) -> Result<Bank, Vec<String>> {
    let mut file = fixture::file();
    let mut item = file.areas[3].items[0].clone();
    item.id = "at-4.2-1-51".into();
    item.tags.push("luyen-mat".into());
    change(&mut item);
    file.practice =
        Some(crate::quiz::raw::PracticeFile { schema: "so-quiz-items/1".into(), items: vec![item] });
    Bank::from_file(file).map_err(|faults| faults.iter().map(ToString::to_string).collect())
}

#[test]
fn practice_messages_come_last_and_stay_apart() {
    let bank = practised(|_| {}).unwrap();
    assert_eq!(
        bank.items().iter().map(|i| i.practice).collect::<Vec<_>>(),
        [vec![false; 12], vec![true]].concat()
    );
    let fault = |change: fn(&mut Item)| practised(change).unwrap_err().join("\n");
    assert!(fault(|i| i.tags.clear()).contains("at-4.2-1-51: tags"));
    assert!(fault(|i| i.id = "at-4.2-1-01".into()).contains("trùng"));
    let single = fixture::file().areas[4].items[0].clone();
    let text =
        practised(|i| *i = Item { tags: vec!["luyen-mat".into()], id: "gq-5.2-2-51".into(), ..single });
    assert!(text.unwrap_err().join("\n").contains("gq-5.2-2-51: type"));
    assert!(broken("gq-5.2-2-01", |i| i.tags.push("luyen-mat".into())).join("\n").contains("tags"));
}

#[test]
fn an_old_fact_is_drawn_for_sixty_days_more() {
    let bank = fixture::bank();
    let day = |text: &str| crate::text::Date::parse(text);
    let item = bank.item(bank.find("ai-6.3-3-01").unwrap()).unwrap(); // review_by 2027-03-01
    assert_eq!(item.until, day("2027-04-30"));
    assert!(item.fresh(day("2027-04-30")) && !item.fresh(day("2027-05-01")) && item.fresh(None));
}
