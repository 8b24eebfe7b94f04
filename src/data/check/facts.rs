//! Facts, the topics that divide them among themselves, and the timeline.

use super::Check;
use crate::data::model::{Category, Event, Fact, Topic};
use crate::data::raw::{RawEvent, RawFact, RawTopic};
use crate::text::Date;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

const FACTS: &str = "facts.json";
const TOPICS: &str = "topics.json";
const EVENTS: &str = "timeline.json";

impl Check<'_> {
    /// The facts, and the ids of all of them, also of those with a fault.
    pub(super) fn facts(&mut self, raw: Vec<RawFact>) -> (Vec<Fact>, BTreeSet<String>) {
        self.not_empty(FACTS, "facts", raw.is_empty());
        let mut ids = BTreeSet::new();
        (raw.into_iter().filter_map(|fact| self.fact(fact, &mut ids)).collect(), ids)
    }

    fn fact(&mut self, fact: RawFact, seen: &mut BTreeSet<String>) -> Option<Fact> {
        let at = format!("facts[{}]", fact.id);
        self.id(FACTS, format_args!("{at}.id"), &fact.id, seen);
        self.text(FACTS, format_args!("{at}.label"), &fact.label);
        self.text(FACTS, format_args!("{at}.value"), &fact.value);
        self.text(FACTS, format_args!("{at}.quote"), &fact.quote);
        for (i, item) in fact.items.iter().enumerate() {
            self.text(FACTS, format_args!("{at}.items[{i}]"), item);
        }
        if let Some(note) = &fact.note {
            self.text(FACTS, format_args!("{at}.note"), note);
        }
        if let Some(unit) = &fact.unit {
            self.text(FACTS, format_args!("{at}.unit"), unit);
        }
        if fact.number.is_some_and(|n| !n.is_finite()) {
            self.add(FACTS, format_args!("{at}.number"), || {
                ("không phải số hữu hạn".into(), "Ghi một số, hoặc null nếu không có.".into())
            });
        }
        match (fact.number, &fact.unit) {
            (Some(number), None) => self.add(FACTS, format_args!("{at}.unit"), || {
                (
                    format!("có số {number} mà thiếu đơn vị"),
                    "Ghi đơn vị bằng cả hai ngôn ngữ, như {\"vi\": \"tổ\", \"en\": \"teams\"}.".into(),
                )
            }),
            (None, Some(_)) => self.add(FACTS, format_args!("{at}.number"), || {
                ("có đơn vị mà thiếu số".into(), "Ghi số, hoặc để unit là null.".into())
            }),
            _ => {}
        }
        if fact.category == Category::List && fact.items.is_empty() {
            self.add(FACTS, format_args!("{at}.items"), || {
                ("dữ kiện loại \"list\" mà danh sách trống".into(), "Ghi từng thành phần vào items.".into())
            });
        }
        let source = self.source(FACTS, format_args!("{at}.source"), &fact.source);
        Some(Fact {
            id: fact.id,
            category: fact.category,
            label: fact.label,
            value: fact.value,
            number: fact.number.zip(fact.unit),
            items: fact.items,
            as_of: fact.as_of,
            source: source?,
            quote: fact.quote,
            note: fact.note,
        })
    }

    /// Together the topics hold every fact exactly once.
    pub(super) fn topics(&mut self, raw: Vec<RawTopic>, facts: &BTreeSet<String>) -> Vec<Topic> {
        self.not_empty(TOPICS, "topics", raw.is_empty());
        let mut seen = BTreeSet::new();
        let mut owners: BTreeMap<&str, &str> = BTreeMap::new();
        for topic in &raw {
            let at = format!("topics[{}]", topic.id);
            self.id(TOPICS, format_args!("{at}.id"), &topic.id, &mut seen);
            self.text(TOPICS, format_args!("{at}.title"), &topic.title);
            self.text(TOPICS, format_args!("{at}.lead"), &topic.lead);
            self.not_empty(TOPICS, format_args!("{at}.facts"), topic.facts.is_empty());
            for (i, id) in topic.facts.iter().enumerate() {
                let place = format_args!("{at}.facts[{i}]");
                self.fact_exists(TOPICS, place, id, facts);
                if let Some(owner) = owners.insert(id, &topic.id) {
                    self.add(TOPICS, place, || {
                        (
                            format!("dữ kiện \"{id}\" đã có trong chủ đề \"{owner}\""),
                            "Giữ mỗi dữ kiện ở đúng một chủ đề.".into(),
                        )
                    });
                }
            }
        }
        for fact in facts.iter().filter(|id| !owners.contains_key(id.as_str())) {
            if self.unread.has_all_of(TOPICS) {
                self.add(TOPICS, "topics", || {
                    (
                        format!("dữ kiện \"{fact}\" chưa thuộc chủ đề nào"),
                        "Thêm id của nó vào danh sách facts của một chủ đề.".into(),
                    )
                });
            }
        }
        raw.into_iter().map(|t| Topic { id: t.id, title: t.title, lead: t.lead, facts: t.facts }).collect()
    }

    pub(super) fn events(&mut self, raw: Vec<RawEvent>, facts: &BTreeSet<String>) -> Vec<Event> {
        self.not_empty(EVENTS, "events", raw.is_empty());
        let mut seen = BTreeSet::new();
        let mut before: Option<Date> = None;
        let mut built = Vec::with_capacity(raw.len());
        for event in raw {
            let at = format!("events[{}]", event.id);
            self.id(EVENTS, format_args!("{at}.id"), &event.id, &mut seen);
            self.text(EVENTS, format_args!("{at}.title"), &event.title);
            self.text(EVENTS, format_args!("{at}.text"), &event.text);
            if let Some(before) = before.filter(|b| *b > event.date) {
                self.add(EVENTS, format_args!("{at}.date"), || {
                    (
                        format!("ngày {} đứng sau {before}", event.date),
                        "Xếp các mốc theo thời gian, cũ trước mới sau.".into(),
                    )
                });
            }
            before = Some(event.date);
            let mut own = BTreeSet::new();
            for (i, id) in event.facts.iter().enumerate() {
                let place = format_args!("{at}.facts[{i}]");
                self.fact_exists(EVENTS, place, id, facts);
                if !own.insert(id) {
                    self.add(EVENTS, place, || {
                        (format!("dữ kiện \"{id}\" bị lặp"), "Xóa một trong hai.".into())
                    });
                }
            }
            let source = self.source(EVENTS, format_args!("{at}.source"), &event.source);
            built.extend(source.map(|source| Event {
                id: event.id,
                date: event.date,
                kind: event.kind,
                title: event.title,
                text: event.text,
                facts: event.facts,
                source,
            }));
        }
        built
    }

    fn fact_exists(&mut self, file: &str, place: impl fmt::Display, id: &str, facts: &BTreeSet<String>) {
        if !facts.contains(id) && !self.unread.excuses(id) {
            self.add(file, place, || {
                (format!("không có dữ kiện \"{id}\""), "Sửa lại id cho đúng với facts.json.".into())
            });
        }
    }

    /// A list that must hold something.
    pub(super) fn not_empty(&mut self, file: &str, place: impl fmt::Display, empty: bool) {
        if empty && self.unread.has_all_of(file) {
            self.add(file, place, || ("danh sách trống".into(), "Thêm ít nhất một mục.".into()));
        }
    }
}
