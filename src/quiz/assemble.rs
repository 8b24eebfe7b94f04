//! From files to questions: keys are resolved to places, reasons are joined to what they explain.
//!
//! Every gap is noted, and reading goes on, so that a writer sees all of them at once.

use super::bank::{Bank, Choice, Item, Kind, Left, Level, Message, Part, Right, Role, Step};
use super::fault::{Fault, Faults};
use super::lint::NOTICE_DAYS;
use super::raw::{self, AreaFile, BankFile, Entry, FrameFile, PracticeFile, SpotKey, Type};
use super::{check, engine};
use crate::text::{Date, Text};
use serde::de::DeserializeOwned;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

impl Bank {
    /// The bank in these files, or everything that is wrong with them.
    pub fn new(
        frame: FrameFile,
        areas: Vec<AreaFile>,
        practice: Option<PracticeFile>,
    ) -> Result<Self, Vec<Fault>> {
        let mut faults = Faults::default();
        check::all(&frame, &areas, practice.as_ref(), &mut faults);
        match bank(frame, areas, practice, &mut faults) {
            Some(bank) if faults.0.is_empty() => Ok(bank),
            _ => Err(faults.0),
        }
    }

    /// The bank in one document.
    pub fn from_file(file: BankFile) -> Result<Self, Vec<Fault>> {
        Self::new(file.frame, file.areas, file.practice)
    }
}

fn bank(
    frame: FrameFile,
    files: Vec<AreaFile>,
    practice: Option<PracticeFile>,
    faults: &mut Faults,
) -> Option<Bank> {
    let place = "frame.json";
    let in_order = frame.areas.iter().map(|a| a.id).eq(1..=engine::AREAS as u8);
    let areas = frame.areas.into_iter().map(|a| a.name).collect::<Vec<_>>().try_into().ok();
    if !in_order || areas.is_none() {
        faults.add(place, "areas", || "cần đúng sáu miền, id 1 đến 6 theo thứ tự".into());
    }
    let rising = frame.levels.is_sorted_by(|a, b| a.b < b.b) && frame.levels.iter().all(|l| l.b.abs() <= 4.0);
    let numbered = frame.levels.iter().map(|l| l.id).eq(1..=4);
    let levels: Option<[Level; 4]> =
        frame.levels.into_iter().map(|l| Level { name: l.name, b: l.b }).collect::<Vec<_>>().try_into().ok();
    if !rising || !numbered || levels.is_none() {
        faults.add(place, "levels", || {
            "cần đúng bốn bậc, id 1 đến 4, độ khó b tăng dần trong khoảng −4 đến 4".into()
        });
    }

    let mut seen = BTreeSet::new();
    let mut items = Vec::new();
    // Practice comes last: a place in the level test stays what it was when messages are added.
    let test = files.into_iter().flat_map(|file| file.items).map(|item| (item, false));
    let practice = practice.into_iter().flat_map(|file| file.items).map(|item| (item, true));
    for (item, practice) in test.chain(practice) {
        if !seen.insert(item.id.clone()) {
            faults.add(&item.id, "id", || {
                "trùng với một câu khác; id không bao giờ dùng lại, hãy lấy số tiếp theo".into()
            });
        }
        let built = Builder { id: item.id.clone(), faults }.item(item, practice, levels.as_ref());
        items.extend(built.map(Arc::new));
    }
    Some(Bank {
        rev: frame.rev,
        areas: areas?,
        competences: frame.competences.into_iter().map(|c| (c.id, c.name)).collect(),
        levels: levels?,
        items,
    })
}

/// Builds one question and notes what is missing under its id.
struct Builder<'a> {
    id: String,
    faults: &'a mut Faults,
}

type Reasons = BTreeMap<String, Text>;

impl Builder<'_> {
    fn fault(&mut self, field: &str, message: impl FnOnce() -> String) {
        self.faults.add(&self.id, field, message);
    }

    fn item(mut self, item: raw::Item, practice: bool, levels: Option<&[Level; 4]>) -> Option<Item> {
        let area = usize::from(item.area).checked_sub(1).filter(|a| *a < engine::AREAS);
        if area.is_none() {
            self.fault("area", || format!("miền {} không có; cần 1 đến 6", item.area));
        }
        let level = levels.and_then(|l| l.get(usize::from(item.level).wrapping_sub(1)));
        if level.is_none() {
            self.fault("level", || format!("bậc {} không có; cần 1 đến 4", item.level));
        }
        if !(0.0..1.0).contains(&item.guess) {
            self.fault("guess", || format!("{} không phải xác suất; cần từ 0 đến dưới 1", item.guess));
        }
        let b = item.difficulty.or(level.map(|l| l.b));
        if b.is_some_and(|b| !(-4.0..=4.0).contains(&b)) {
            self.fault("difficulty", || "cần trong khoảng −4 đến 4".into());
        }
        let mut why = item.rationale.options;
        let entries = item.options;
        let kind = match item.kind {
            Type::Single | Type::Multiple => {
                let key: Vec<String> = self.key(&item.key, "một mảng id, ví dụ [\"a\"]").unwrap_or_default();
                self.known("key", &key, entries.iter().map(|o| &o.id));
                let choices = self.choices(entries, &mut why, |id| key.iter().any(|k| k == id));
                if key.is_empty() {
                    self.fault("key", || "chưa có đáp án; ghi id của lựa chọn đúng".into());
                }
                if item.kind == Type::Single {
                    if key.len() > 1 {
                        self.fault("key", || "câu một đáp án chỉ có một id trong key; nếu có nhiều, đổi type thành \"multiple\"".into());
                    }
                    Kind::Single(choices)
                } else {
                    Kind::Multiple(choices)
                }
            }
            Type::Tfset => {
                let key: BTreeMap<String, bool> =
                    self.key(&item.key, "{id: true hoặc false}").unwrap_or_default();
                self.known("key", key.keys(), entries.iter().map(|o| &o.id));
                for entry in entries.iter().filter(|o| !key.contains_key(&o.id)) {
                    self.fault("key", || format!("chưa nói câu \"{}\" đúng hay sai", entry.id));
                }
                Kind::TrueFalse(self.choices(entries, &mut why, |id| key.get(id) == Some(&true)))
            }
            Type::Order => {
                let key: Vec<String> =
                    self.key(&item.key, "một mảng mọi id theo thứ tự đúng").unwrap_or_default();
                let ids: Vec<String> = entries.iter().map(|o| o.id.clone()).collect();
                let mut accepted = vec![self.permutation("key", &key, &ids)];
                accepted.extend(item.accept.iter().map(|order| self.permutation("accept", order, &ids)));
                let steps = entries
                    .into_iter()
                    .map(|o| Step { why: self.why(&mut why, &o.id), id: o.id, text: o.text })
                    .collect();
                Kind::Order {
                    steps,
                    accepted: accepted.into_iter().collect::<Option<_>>().unwrap_or_default(),
                }
            }
            Type::Match => self.pairs(&item.key, item.left, item.right, &mut why),
            Type::Spot => self.message(&item.key, item.stimulus, &mut why)?,
        };
        self.unique(&kind);
        for id in why.keys() {
            self.fault("rationale.options", || {
                format!("lý do cho \"{id}\" không thuộc lựa chọn nào; sửa id hoặc bỏ đi")
            });
        }
        Some(Item {
            live: item.status.drawn(),
            practice,
            until: item.volatile.map(|v| Date::from_days(v.review_by.days() + NOTICE_DAYS)),
            id: item.id,
            area: area?,
            competence: item.competence,
            level: item.level,
            b: b?,
            guess: item.guess,
            enemies: item.enemies,
            stem: item.stem,
            kind,
            shuffle: item.shuffle,
            summary: item.rationale.summary,
            takeaway: item.takeaway,
            reference: item.reference,
            more: item.learn_more,
        })
    }

    fn choices(
        &mut self,
        entries: Vec<Entry>,
        why: &mut Reasons,
        right: impl Fn(&str) -> bool,
    ) -> Vec<Choice> {
        if entries.len() < 2 {
            self.fault("options", || "cần ít nhất hai lựa chọn".into());
        }
        entries
            .into_iter()
            .map(|o| Choice { why: self.why(why, &o.id), right: right(&o.id), id: o.id, text: o.text })
            .collect()
    }

    fn pairs(
        &mut self,
        key: &serde_json::Value,
        left: Vec<Entry>,
        right: Vec<Entry>,
        why: &mut Reasons,
    ) -> Kind {
        let key: BTreeMap<String, String> = self.key(key, "{id bên trái: id bên phải}").unwrap_or_default();
        self.known("key", key.keys(), left.iter().map(|o| &o.id));
        self.known("key", key.values(), right.iter().map(|o| &o.id));
        if key.values().collect::<BTreeSet<_>>().len() < key.len() {
            self.fault("key", || {
                "hai mục bên trái cùng nối một mục bên phải; mỗi mục phải dùng một lần".into()
            });
        }
        let place = |id: &str| key.get(id).and_then(|r| right.iter().position(|o| o.id == *r));
        let mut pairs = Vec::new();
        for entry in left {
            let partner = place(&entry.id);
            if partner.is_none() {
                self.fault("key", || format!("chưa nối \"{}\" với mục nào bên phải", entry.id));
            }
            pairs.push(Left {
                why: self.why(why, &entry.id),
                partner: partner.unwrap_or_default(),
                id: entry.id,
                text: entry.text,
            });
        }
        let mut partners = Vec::new();
        for entry in right {
            let spare = !key.values().any(|r| *r == entry.id);
            let why = spare.then(|| self.why(why, &entry.id)).or_else(|| why.remove(&entry.id));
            partners.push(Right { why, id: entry.id, text: entry.text });
        }
        if pairs.is_empty() || partners.len() <= pairs.len() {
            self.fault("right", || "bên phải phải nhiều hơn bên trái một hoặc hai mục".into());
        }
        Kind::Match { left: pairs, right: partners }
    }

    fn message(
        &mut self,
        key: &serde_json::Value,
        stimulus: Option<raw::Stimulus>,
        why: &mut Reasons,
    ) -> Option<Kind> {
        let key: Option<SpotKey> = self.key(key, "{verdict, segments, min_hits, max_false}");
        let Some(stimulus) = stimulus else {
            self.fault("stimulus", || "câu \"spot\" cần một tin nhắn để xem xét".into());
            return None;
        };
        let verdict_why = self.why(why, "verdict");
        let parts: Vec<Part> = stimulus
            .segments
            .into_iter()
            .map(|s| {
                let needed = s.role != Role::Neutral;
                let why = needed.then(|| self.why(why, &s.id)).or_else(|| why.remove(&s.id));
                Part { why, id: s.id, text: s.text, role: s.role }
            })
            .collect();
        let key = key?;
        self.known("key.segments", &key.segments, parts.iter().map(|p| &p.id));
        Some(Kind::Spot(Message {
            channel: stimulus.kind,
            sender: stimulus.sender,
            parts,
            verdict: key.verdict,
            why: verdict_why,
            min_hits: key.min_hits,
            max_false: key.max_false,
        }))
    }

    /// The key in the shape that the type of the question asks for.
    fn key<T: DeserializeOwned>(&mut self, key: &serde_json::Value, shape: &str) -> Option<T> {
        if key.is_null() {
            self.fault("key", || format!("thiếu đáp án; cần {shape}"));
            return None;
        }
        let read = serde_json::from_value(key.clone());
        if let Err(error) = &read {
            self.fault("key", || format!("sai dạng ({error}); cần {shape}"));
        }
        read.ok()
    }

    /// Takes the reason for an entry; its absence is a fault.
    fn why(&mut self, why: &mut Reasons, id: &str) -> Text {
        why.remove(id).unwrap_or_else(|| {
            self.fault("rationale.options", || {
                format!("thiếu lý do cho \"{id}\"; mỗi lựa chọn, đúng hay sai, đều cần lý do riêng")
            });
            Text::default()
        })
    }

    fn known<'i>(
        &mut self,
        field: &str,
        used: impl IntoIterator<Item = &'i String>,
        known: impl IntoIterator<Item = &'i String>,
    ) {
        let known: BTreeSet<_> = known.into_iter().collect();
        for id in used.into_iter().filter(|id| !known.contains(id)) {
            self.fault(field, || format!("\"{id}\" không có trong câu; sửa cho khớp với id đã khai"));
        }
    }

    fn permutation(&mut self, field: &str, order: &[String], ids: &[String]) -> Option<Vec<usize>> {
        let places: Option<Vec<usize>> = order.iter().map(|id| ids.iter().position(|i| i == id)).collect();
        let places =
            places.filter(|p| p.len() == ids.len() && p.iter().collect::<BTreeSet<_>>().len() == ids.len());
        if places.is_none() {
            self.fault(field, || format!("phải xếp đủ {} bước, mỗi bước một lần", ids.len()));
        }
        places
    }

    fn unique(&mut self, kind: &Kind) {
        let ids: Vec<&String> = match kind {
            Kind::Single(choices) | Kind::Multiple(choices) | Kind::TrueFalse(choices) => {
                choices.iter().map(|o| &o.id).collect()
            }
            Kind::Order { steps, .. } => steps.iter().map(|o| &o.id).collect(),
            Kind::Match { left, right } => {
                left.iter().map(|o| &o.id).chain(right.iter().map(|o| &o.id)).collect()
            }
            Kind::Spot(message) => message.parts.iter().map(|o| &o.id).collect(),
        };
        let mut seen = BTreeSet::new();
        for id in ids.into_iter().filter(|id| !seen.insert(id.as_str())) {
            self.fault("options", || format!("id \"{id}\" xuất hiện hai lần trong câu; đặt id khác"));
        }
    }
}
