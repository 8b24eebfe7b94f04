//! What a question must be beyond its shape, for writers (item specification §2.2, the rules marked ●).
//!
//! The bank that reaches a browser has passed. Unicode composition is the content check's business.

use super::fault::Faults;
use super::raw::{
    self, AreaFile, FRAME_SCHEMA, FrameFile, ITEMS_SCHEMA, Item, PracticeFile, Role, SpotKey, Type, Verdict,
};
use crate::text::Text;

/// The tag of every message in `luyen-mat.json`, and of no other question.
const PRACTICE_TAG: &str = "luyen-mat";

pub(super) fn all(
    frame: &FrameFile,
    files: &[AreaFile],
    practice: Option<&PracticeFile>,
    faults: &mut Faults,
) {
    if frame.schema != FRAME_SCHEMA {
        faults.add("frame.json", "schema", || format!("cần \"{FRAME_SCHEMA}\""));
    }
    for area in &frame.areas {
        text("frame.json", &format!("areas.{}.name", area.code), &area.name, faults);
    }
    for level in &frame.levels {
        text("frame.json", &format!("levels.{}.name", level.id), &level.name, faults);
    }
    for competence in &frame.competences {
        text("frame.json", &format!("competences.{}.name", competence.id), &competence.name, faults);
        if !frame
            .areas
            .iter()
            .any(|a| a.id == competence.area && competence.id.starts_with(&format!("{}.", a.id)))
        {
            faults.add("frame.json", "competences", || {
                format!("năng lực {} không khớp với miền {}", competence.id, competence.area)
            });
        }
    }
    let extra = practice.map(|p| p.items.as_slice()).unwrap_or_default();
    let ids: Vec<&str> = files.iter().flat_map(|f| &f.items).chain(extra).map(|i| i.id.as_str()).collect();
    let belongs = |item: &Item, practised: bool, faults: &mut Faults| {
        if item.tags.iter().any(|t| t == PRACTICE_TAG) != practised {
            faults.add(&item.id, "tags", || {
                format!("thẻ \"{PRACTICE_TAG}\" chỉ và luôn dành cho câu trong luyen-mat.json")
            });
        }
    };
    for file in files {
        let code = frame.areas.iter().find(|a| a.id == file.area).map_or("?", |a| a.code.as_str());
        let place = format!("{code}.json");
        if file.schema != ITEMS_SCHEMA {
            faults.add(&place, "schema", || format!("cần \"{ITEMS_SCHEMA}\""));
        }
        for item in &file.items {
            if item.area != file.area {
                faults.add(&item.id, "area", || {
                    format!(
                        "miền {} nhưng nằm trong tệp của miền {}; chuyển câu sang đúng tệp",
                        item.area, file.area
                    )
                });
            }
            belongs(item, false, faults);
            one(item, code, frame, &ids, faults);
        }
    }
    if practice.is_some_and(|p| p.schema != ITEMS_SCHEMA) {
        faults.add("luyen-mat.json", "schema", || format!("cần \"{ITEMS_SCHEMA}\""));
    }
    for item in extra {
        let code = frame.areas.iter().find(|a| a.id == item.area).map_or("?", |a| a.code.as_str());
        belongs(item, true, faults);
        if item.kind != Type::Spot {
            faults.add(&item.id, "type", || "luyen-mat.json chỉ nhận câu \"spot\"".into());
        }
        one(item, code, frame, &ids, faults);
    }
}

/// One question by itself.
fn one(item: &Item, code: &str, frame: &FrameFile, ids: &[&str], faults: &mut Faults) {
    identity(item, code, frame, ids, faults);
    form(item, faults);
    if let Some(formula) = guess(item)
        && (formula - item.guess).abs() > 0.001
    {
        faults.add(&item.id, "guess", || format!("ghi {} nhưng công thức cho {formula:.4}", item.guess));
    }
    texts(item, faults);
}

/// The id, and what it must agree with.
fn identity(item: &Item, code: &str, frame: &FrameFile, ids: &[&str], faults: &mut Faults) {
    let stem = format!("{code}-{}-{}-", item.competence, item.level);
    let number =
        item.id.strip_prefix(&stem).filter(|n| n.len() == 2 && n.bytes().all(|b| b.is_ascii_digit()));
    if number.is_none() {
        faults.add(&item.id, "id", || {
            format!("phải là \"{stem}\" cộng hai chữ số, khớp với miền, năng lực và bậc")
        });
    }
    let known = |id: &str| frame.competences.iter().find(|c| c.id == id);
    if known(&item.competence).is_none_or(|c| c.area != item.area) {
        faults.add(&item.id, "competence", || {
            format!("năng lực {} không thuộc miền {}", item.competence, item.area)
        });
    }
    for other in item.also.iter().filter(|id| known(id).is_none()) {
        faults.add(&item.id, "also", || format!("không có năng lực {other} trong frame.json"));
    }
    for enemy in item.enemies.iter().filter(|e| **e == item.id || !ids.contains(&e.as_str())) {
        faults.add(&item.id, "enemies", || format!("\"{enemy}\" không phải một câu khác trong ngân hàng"));
    }
    if item.origin != "original" {
        faults.add(&item.id, "origin", || "chỉ nhận \"original\": mọi câu phải do dự án tự viết".into());
    }
    if !item.dk {
        faults.add(&item.id, "dk", || "phải là true: câu nào cũng cho chọn \"Tôi chưa biết\"".into());
    }
    if item.audience.is_empty() {
        faults.add(&item.id, "audience", || "cần ít nhất một nhóm: student, citizen".into());
    }
    if item.reference.is_empty() {
        faults.add(&item.id, "reference", || "cần ít nhất một nguồn để người đọc kiểm lại".into());
    }
}

/// Counts and fields that depend on the type.
fn form(item: &Item, faults: &mut Faults) {
    let mut need = |ok: bool, field: &str, message: &str| {
        if !ok {
            faults.add(&item.id, field, || message.into());
        }
    };
    let (options, left, right) = (item.options.len(), item.left.len(), item.right.len());
    let keyed = item.key.as_array().map_or(0, Vec::len);
    need(item.kind == Type::Match || left + right == 0, "left, right", "chỉ câu \"match\" mới có; bỏ đi");
    need(item.kind == Type::Spot || item.stimulus.is_none(), "stimulus", "chỉ câu \"spot\" mới có; bỏ đi");
    need(item.kind == Type::Order || item.accept.is_empty(), "accept", "chỉ câu \"order\" mới có; bỏ đi");
    match item.kind {
        Type::Single => need((3..=5).contains(&options), "options", "câu một đáp án cần 3 đến 5 lựa chọn"),
        Type::Multiple => {
            need(keyed >= 2 && options >= keyed + 2, "key", "cần ít nhất hai ý đúng và ít nhất hai ý sai");
        }
        Type::Tfset => {
            let truths: Vec<bool> =
                item.key.as_object().into_iter().flatten().filter_map(|(_, v)| v.as_bool()).collect();
            need(options == 4, "options", "cần đúng bốn câu khẳng định");
            need(truths.contains(&true) && truths.contains(&false), "key", "phải có cả câu đúng và câu sai");
        }
        Type::Order => need((4..=5).contains(&options), "options", "cần bốn hoặc năm bước"),
        Type::Match => need(
            (1..=2).contains(&right.saturating_sub(left)),
            "right",
            "bên phải nhiều hơn bên trái một hoặc hai mục",
        ),
        Type::Spot => {
            need(!item.shuffle, "shuffle", "phải là false: tin nhắn có thứ tự của nó");
            need(
                options == 0,
                "options",
                "câu \"spot\" không có options; ghi các phần vào stimulus.segments",
            );
            let (Some(stimulus), Ok(key)) =
                (&item.stimulus, serde_json::from_value::<SpotKey>(item.key.clone()))
            else {
                return;
            };
            let of = |role: Role| -> Vec<&String> {
                stimulus.segments.iter().filter(|s| s.role == role).map(|s| &s.id).collect()
            };
            let reds = of(Role::Red);
            need(of(Role::Neutral).len() >= 3, "stimulus.segments", "cần ít nhất ba phần \"neutral\"");
            need(
                key.segments.iter().eq(reds.iter().copied()),
                "key.segments",
                "phải là id của các phần \"red\", theo thứ tự",
            );
            need(
                (key.verdict == Verdict::NoSign) == stimulus.genuine,
                "key.verdict",
                "không khớp với stimulus.genuine",
            );
            need(
                stimulus.genuine == reds.is_empty(),
                "stimulus.segments",
                "tin thật không có phần \"red\", tin lừa đảo phải có",
            );
            need(key.min_hits <= reds.len(), "key.min_hits", "nhiều hơn số phần \"red\"");
            let chance = if stimulus.genuine {
                (item.guess - 0.5).abs() < 0.001
            } else {
                item.guess > 0.0 && item.guess <= 0.5
            };
            need(chance, "guess", "tin thật là 0,5; tin lừa đảo lớn hơn 0 và không quá 0,5");
        }
    }
}

/// The chance of full success by blind guessing, where a formula gives it.
fn guess(item: &Item) -> Option<f64> {
    let n = item.options.len() as i32;
    let factorial = |n: usize| (1..=n).map(|k| k as f64).product::<f64>();
    Some(match item.kind {
        Type::Single => 1.0 / f64::from(n),
        Type::Multiple => 1.0 / (2_f64.powi(n) - 1.0),
        Type::Tfset => 0.5_f64.powi(n),
        Type::Order => (1 + item.accept.len()) as f64 / factorial(item.options.len()),
        Type::Match => {
            factorial(item.right.len().saturating_sub(item.left.len())) / factorial(item.right.len())
        }
        Type::Spot => return None,
    })
}

/// Every text of a question.
fn texts(item: &Item, faults: &mut Faults) {
    let mut check = |field: &str, value: &Text| {
        text(&item.id, field, value, faults);
        for (language, value) in [("vi", &value.vi), ("en", &value.en)] {
            for (found, remedy) in suspects(value) {
                faults.add(&item.id, &format!("{field}.{language}"), || format!("\"{found}\": {remedy}"));
            }
        }
    };
    check("stem", &item.stem);
    for entry in item.options.iter().chain(&item.left).chain(&item.right) {
        check(&format!("{}.text", entry.id), &entry.text);
    }
    if let Some(raw::Stimulus { sender, segments, .. }) = &item.stimulus {
        check("stimulus.sender", sender);
        for segment in segments {
            check(&format!("{}.text", segment.id), &segment.text);
        }
    }
    check("rationale.summary", &item.rationale.summary);
    item.rationale.options.iter().for_each(|(id, why)| check(&format!("rationale.options.{id}"), why));
    check("takeaway", &item.takeaway);
    item.reference.iter().for_each(|r| text(&item.id, "reference.title", &r.title, faults));
    if let Some(volatile) = &item.volatile {
        text(&item.id, "volatile.claim", &volatile.claim, faults);
    }
    if let Some(more) = &item.learn_more {
        text(&item.id, "learn_more.label", &more.label, faults);
        if !more.href.starts_with('/') || more.href.starts_with("//") {
            faults.add(&item.id, "learn_more.href", || {
                "phải là địa chỉ trong trang này, bắt đầu bằng \"/\"".into()
            });
        }
    }
}

/// Both languages are there and trimmed.
fn text(place: &str, field: &str, value: &Text, faults: &mut Faults) {
    for (language, value) in [("vi", &value.vi), ("en", &value.en)] {
        let message = if value.trim().is_empty() {
            "để trống; viết cho đủ cả hai tiếng"
        } else if value.trim() != value {
            "thừa dấu cách ở đầu hoặc cuối"
        } else if value.contains(['<', '>']) {
            "có dấu < hoặc >; chỉ dùng chữ thường, không có mã HTML"
        } else {
            continue;
        };
        faults.add(place, &format!("{field}.{language}"), || message.into());
    }
}

mod suspects;
use suspects::suspects;
