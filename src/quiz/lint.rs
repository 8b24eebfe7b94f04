//! What a writer should look at again (item specification §2.2, the rules marked ○). Warnings never stop a build.

use super::fault::Fault;
use super::raw::{BankFile, Item, Type};
use crate::text::{Date, Text};

/// Words that give an option away: nothing in life is always so.
const ABSOLUTE: [&str; 4] = ["luôn luôn", "không bao giờ", "chắc chắn", "tất cả"];
/// Days before `review_by` from which the check reminds, and after it for which the question is still drawn.
pub const NOTICE_DAYS: i64 = 60;

/// Every warning, in the order of the files; `today` decides what is due.
pub fn warnings(file: &BankFile, today: Date) -> Vec<Fault> {
    let mut out = Warnings(Vec::new());
    for item in file.areas.iter().flat_map(|area| &area.items) {
        if item.kind == Type::Single {
            lengths(item, &mut out);
        }
        if matches!(item.kind, Type::Single | Type::Multiple | Type::Tfset) {
            absolutes(item, &mut out);
        }
        texts(item, &mut out);
        review(item, today, &mut out);
    }
    positions(file, &mut out);
    out.0
}

struct Warnings(Vec<Fault>);

impl Warnings {
    fn add(&mut self, place: &str, message: String) {
        self.0.push(Fault { place: place.to_owned(), message });
    }
}

/// Where a letter can be read off the length of the options.
fn lengths(item: &Item, out: &mut Warnings) {
    let Some(key) = right(item).next() else { return };
    for (tag, of) in LANGUAGES {
        let length = |text: &Text| of(text).chars().count() as f64;
        let all: Vec<f64> = item.options.iter().map(|o| length(&o.text)).collect();
        let own = item.options.iter().find(|o| o.id == key).map_or(0.0, |o| length(&o.text));
        let mean = (all.iter().sum::<f64>() - own) / (all.len().max(2) - 1) as f64;
        if own > 1.2 * mean {
            let more = ((own / mean - 1.0) * 100.0).round();
            out.add(
                &item.id,
                format!("options.{tag}: đáp án đúng dài hơn trung bình các câu kia {more} % (tối đa 20 %)"),
            );
        }
        let (least, most) = all.iter().fold((f64::INFINITY, 0.0_f64), |(lo, hi), n| (lo.min(*n), hi.max(*n)));
        if most > 2.0 * least {
            out.add(
                &item.id,
                format!("options.{tag}: câu dài nhất gấp hơn hai lần câu ngắn nhất ({most} và {least} chữ)"),
            );
        }
    }
}

/// "Luôn luôn" only on one side tells which side is right.
fn absolutes(item: &Item, out: &mut Warnings) {
    let right: Vec<&str> = right(item).collect();
    for word in ABSOLUTE {
        let used = |is_right: bool| {
            item.options.iter().any(|o| {
                right.contains(&o.id.as_str()) == is_right && o.text.vi.to_lowercase().contains(word)
            })
        };
        match (used(true), used(false)) {
            (true, false) => out.add(&item.id, format!("options: “{word}” chỉ có ở lựa chọn đúng")),
            (false, true) => out.add(&item.id, format!("options: “{word}” chỉ có ở lựa chọn sai")),
            _ => {}
        }
    }
}

/// The ids that are right, where a type has such.
fn right(item: &Item) -> impl Iterator<Item = &str> {
    let listed = item.key.as_array().into_iter().flatten().filter_map(|id| id.as_str());
    let said = item.key.as_object().into_iter().flatten();
    listed.chain(said.filter(|(_, v)| v.as_bool() == Some(true)).map(|(id, _)| id.as_str()))
}

type Language = (&'static str, fn(&Text) -> &str);
const LANGUAGES: [Language; 2] = [("vi", |text| &text.vi), ("en", |text| &text.en)];

/// What is too long to be understood at one reading.
fn texts(item: &Item, out: &mut Warnings) {
    let mut limit = |field: &str, text: &Text, vi: usize, en: usize| {
        for ((tag, of), most) in LANGUAGES.into_iter().zip([vi, en]) {
            let count = words(of(text));
            if count > most {
                out.add(&item.id, format!("{field}.{tag}: {count} tiếng (tối đa {most})"));
            }
            for sentence in sentences(of(text)).filter(|s| words(s) > 32) {
                out.add(&item.id, format!("{field}.{tag}: có câu {} tiếng (tối đa 32)", words(sentence)));
            }
        }
    };
    let any = usize::MAX;
    limit("stem", &item.stem, 75, 65);
    for entry in item.options.iter().chain(&item.left).chain(&item.right) {
        limit(&format!("{}.text", entry.id), &entry.text, 25, any);
    }
    for segment in item.stimulus.iter().flat_map(|s| &s.segments) {
        limit(&format!("{}.text", segment.id), &segment.text, any, any);
    }
    limit("rationale.summary", &item.rationale.summary, 50, any);
    for (id, why) in &item.rationale.options {
        limit(&format!("rationale.options.{id}"), why, 45, any);
    }
    limit("takeaway", &item.takeaway, 20, any);
    if item.level <= 2 {
        for long in sentences(&item.stem.vi).filter(|s| words(s) > 20).map(words) {
            out.add(&item.id, format!("stem.vi: câu {long} tiếng; bậc 1 và 2 tối đa 20"));
        }
    }
}

fn words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}

fn sentences(text: &str) -> impl Iterator<Item = &str> {
    ["? ", "! ", ": ", "; "]
        .iter()
        .fold(text.split(". ").collect::<Vec<_>>(), |parts, end| {
            parts.into_iter().flat_map(|part| part.split(end)).collect()
        })
        .into_iter()
}

/// Facts that are due for another look.
fn review(item: &Item, today: Date, out: &mut Warnings) {
    let Some(volatile) = &item.volatile else { return };
    let left = volatile.review_by.days() - today.days();
    let message = if left > NOTICE_DAYS {
        return;
    } else if left >= 0 {
        format!("còn {left} ngày tới hạn xem lại")
    } else if -left <= NOTICE_DAYS {
        format!(
            "đã quá hạn xem lại {} ngày; sau {} ngày nữa câu này thôi được rút",
            -left,
            NOTICE_DAYS + left
        )
    } else {
        format!("đã quá hạn xem lại {} ngày nên không còn được rút", -left)
    };
    out.add(&item.id, format!("volatile ({}): {message}: {}", volatile.review_by, volatile.claim.vi));
}

/// Each place holds the key in a fair share of the `single` questions.
fn positions(file: &BankFile, out: &mut Warnings) {
    let (counts, total) = key_places(file);
    // With a handful of questions a share says nothing.
    for (letter, n) in LETTERS.into_iter().zip(counts).filter(|_| total >= 20) {
        let share = n as f64 / total as f64;
        if !(0.2..=0.3).contains(&share) {
            let percent = (share * 100.0).round();
            out.add("single", format!("vị trí {letter} giữ {percent} % số đáp án (cần 20 đến 30 %)"));
        }
    }
}

/// What readers call the first four places.
pub(super) const LETTERS: [char; 4] = ['a', 'b', 'c', 'd'];

/// How often each of the first four places holds the key of a `single` question, and of how many.
pub(super) fn key_places(file: &BankFile) -> ([usize; 4], usize) {
    let mut counts = [0; 4];
    let singles = file.areas.iter().flat_map(|a| &a.items).filter(|i| i.kind == Type::Single);
    let mut total = 0;
    for item in singles {
        let place = item.options.iter().position(|o| right(item).any(|id| id == o.id));
        if let Some(count) = place.and_then(|place| counts.get_mut(place)) {
            *count += 1;
        }
        total += 1;
    }
    (counts, total)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quiz::fixture;
    use crate::quiz::raw::Volatile;

    fn today() -> Date {
        Date::day(2026, 11, 25).unwrap()
    }

    /// The warnings about one question after one change.
    fn after(id: &str, change: impl FnOnce(&mut Item)) -> Vec<String> {
        let mut file = fixture::file();
        change(file.areas.iter_mut().flat_map(|a| &mut a.items).find(|i| i.id == id).unwrap());
        warnings(&file, today()).into_iter().filter(|w| w.place == id).map(|w| w.message).collect()
    }

    #[test]
    fn every_clue_is_named() {
        let single = "gq-5.2-2-01";
        let long = "một hai ba bốn năm sáu bảy tám chín mười ".repeat(3);
        let cases: Vec<(&str, Vec<String>)> = vec![
            (
                "đáp án đúng dài hơn",
                after(single, |i| {
                    let key = i.key[0].as_str().unwrap().to_owned();
                    i.options.iter_mut().find(|o| o.id == key).unwrap().text.vi.push_str(&long);
                }),
            ),
            ("gấp hơn hai lần", after(single, |i| i.options[0].text.en = "No".into())),
            ("chỉ có ở lựa chọn", after(single, |i| i.options[0].text.vi.push_str(" luôn luôn"))),
            ("stem.vi: ", after(single, |i| i.stem.vi = long.trim().repeat(3))),
            ("stem.vi: có câu 33", after(single, |i| i.stem.vi = "một ".repeat(33).trim().into())),
            ("bậc 1 và 2 tối đa 20", after(single, |i| i.stem.vi = "một ".repeat(21).trim().into())),
            ("takeaway.vi: 21 tiếng", after(single, |i| i.takeaway.vi = "một ".repeat(21).trim().into())),
            (
                "a.text.vi: 26 tiếng",
                after(single, |i| i.options[0].text.vi = "một ".repeat(26).trim().into()),
            ),
        ];
        for (want, found) in cases {
            assert!(found.iter().any(|w| w.contains(want)), "cần “{want}”, được {found:?}");
        }
    }

    #[test]
    fn facts_fall_due_and_then_out() {
        let said = |day: &str| {
            after("gq-5.2-2-01", |i| {
                i.volatile =
                    Some(Volatile { review_by: Date::parse(day).unwrap(), claim: i.takeaway.clone() });
            })
            .join(" ")
        };
        assert!(!said("2027-01-25").contains("volatile"), "61 days ahead");
        assert!(said("2027-01-24").contains("còn 60 ngày"));
        assert!(said("2026-11-25").contains("còn 0 ngày"));
        assert!(said("2026-11-24").contains("sau 59 ngày nữa"));
        assert!(said("2026-09-25").contains("không còn được rút"));
    }

    #[test]
    fn a_key_that_always_stands_in_one_place_is_noticed() {
        let mut file = fixture::file();
        let one = file.areas[4].items[0].clone();
        file.areas[4].items = vec![one; 20];
        assert!(warnings(&file, today()).iter().filter(|w| w.place == "single").count() >= 2);
        let (counts, total) = key_places(&fixture::file());
        assert_eq!(counts.iter().sum::<usize>(), total);
    }
}
