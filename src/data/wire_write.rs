//! Writes what `wire` reads. Native: only the build writes.

use super::at::{in_one_language, pair, place_of};
use super::model::{
    Better, Category, Classes, Dataset, Event, EventKind, Fact, FigureKind, Indicator, Measure, NewProvince,
    Point, Province, ProvinceKind, Region, Scope, Source, SourceKind, Status, Theme, Topic,
};
use super::wire::VERSION;
use crate::text::{Locale, Messages};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// Which facts to write.
#[derive(Clone, Copy, Debug)]
pub enum Facts<'a> {
    /// All, with topics and timeline.
    All,
    /// Only these; no timeline, and only the sources that what is left rests on.
    Only(&'a [&'a str]),
    /// Only these, and no indicators: for the quiz, which has no charts but words of its own.
    Alone(&'a [&'a str]),
}

/// A dataset as [`super::wire::read`] reads it.
pub fn write(data: &Dataset, facts: Facts<'_>) -> Value {
    let wanted = |id: &str| match facts {
        Facts::All => true,
        Facts::Only(ids) | Facts::Alone(ids) => ids.contains(&id),
    };
    let all = matches!(facts, Facts::All);
    let shown: Vec<&Fact> = data.facts.iter().filter(|f| wanted(&f.id)).collect();
    let indicators: &[Indicator] = if matches!(facts, Facts::Alone(_)) { &[] } else { &data.indicators };
    let used: BTreeSet<&str> = (indicators.iter().flat_map(|i| &i.series).flat_map(|s| &s.points))
        .map(|p| p.source.id.as_str())
        .chain(shown.iter().map(|f| f.source.id.as_str()))
        .chain(data.new_provinces.iter().map(|p| p.source.id.as_str()))
        .collect();
    let kept: Vec<&Source> =
        data.sources.iter().map(AsRef::as_ref).filter(|s| all || used.contains(s.id.as_str())).collect();
    let place = |s: &Source| kept.iter().position(|k| k.id == s.id).unwrap_or(usize::MAX);
    let topics = data.topics.iter().map(|t| topic(t, &wanted)).filter(|t| t["facts"] != json!([]));
    json!({
        "version": VERSION,
        "as_of": data.as_of,
        "sources": kept.iter().map(|s| source(s)).collect::<Vec<_>>(),
        "indicators": indicators.iter().map(|i| indicator(i, &place)).collect::<Vec<_>>(),
        "provinces": data.provinces.iter().map(province).collect::<Vec<_>>(),
        "new_provinces": data.new_provinces.iter().map(|p| new_province(p, &place)).collect::<Vec<_>>(),
        "regions63": data.regions63.iter().map(region).collect::<Vec<_>>(),
        "regions34": data.regions34.iter().map(region).collect::<Vec<_>>(),
        "facts": shown.iter().map(|f| fact(f, &place)).collect::<Vec<_>>(),
        "topics": topics.collect::<Vec<_>>(),
        "events": if all { data.events.iter().map(|e| event(e, &place)).collect() } else { Vec::new() },
    })
}

/// A dataset in one language, with the messages of that language, as a page of that language fetches it.
pub fn write_in(data: &Dataset, facts: Facts<'_>, locale: Locale) -> Value {
    let mut value = write(data, facts);
    in_one_language(&mut value, locale.tag());
    if let Value::Object(fields) = &mut value {
        let mut words = locale.messages().words();
        if !matches!(facts, Facts::Alone(_)) {
            words.truncate(Messages::READING);
        }
        fields.insert("words".into(), json!(words));
    }
    value
}

/// Leaves out what is null, to save bytes.
fn lean(value: Value) -> Value {
    match value {
        Value::Object(fields) => {
            Value::Object(fields.into_iter().filter(|(_, v)| !v.is_null()).collect::<Map<_, _>>())
        }
        other => other,
    }
}

fn source(s: &Source) -> Value {
    lean(json!({
        "id": s.id, "title": pair(&s.title), "publisher": pair(&s.publisher), "url": s.url, "date": s.date,
        "kind": place_of(SourceKind::ALL, &s.kind), "licence": pair(&s.licence),
    }))
}

fn indicator(i: &Indicator, place: &impl Fn(&Source) -> usize) -> Value {
    let series: Vec<Value> = (i.series.iter())
        .map(|s| {
            let points: Vec<Value> = s.points.iter().map(|p| point(p, place)).collect();
            json!({ "id": s.id, "name": pair(&s.name), "points": points })
        })
        .collect();
    lean(json!({
        "id": i.id, "theme": place_of(Theme::ALL, &i.theme), "scope": place_of(Scope::ALL, &i.scope),
        "measure": place_of(Measure::ALL, &i.measure), "name": pair(&i.name), "unit": pair(&i.unit),
        "decimals": i.decimals, "better": place_of(Better::ALL, &i.better), "definition": pair(&i.definition),
        "figure": place_of(FigureKind::ALL, &i.figure), "finding": i.finding.as_ref().map(pair), "series": series,
        "notes": i.notes.iter().map(pair).collect::<Vec<_>>(), "years": i.years,
        "rivals": i.rivals.then_some(true), "references": some(i.references.iter().map(|r| json!({ "value": r.value, "label": pair(&r.label) })).collect()),
        "annotations": some(
            i.annotations
                .iter()
                .map(|a| json!({ "event": a.event, "date": a.date, "label": pair(&a.label) }))
                .collect(),
        ),
        "classes": i.classes.map(|c| place_of(Classes::ALL, &c)), "licence": pair(&i.licence),
    }))
}

/// A list, none where it is empty.
fn some(list: Vec<Value>) -> Option<Vec<Value>> {
    Some(list).filter(|list| !list.is_empty())
}

/// The table cell behind a provincial value stays in the downloads: thousands of them would weigh on every page.
fn point(p: &Point, place: &impl Fn(&Source) -> usize) -> Value {
    let status = (p.status != Status::Verified).then(|| place_of(Status::ALL, &p.status));
    lean(json!({
        "t": p.date, "p": p.period.as_ref().map(pair), "k": p.place, "v": p.value, "r": p.range.map(|r| r.0),
        "h": p.range.map(|r| r.1), "o": p.out_of,
        "s": place(&p.source), "q": status, "n": p.note.as_ref().map(pair),
        "e": p.evidence.as_ref().filter(|_| p.place.is_none()),
    }))
}

fn province(p: &Province) -> Value {
    json!({
        "code": p.code, "name": pair(&p.name), "kind": place_of(ProvinceKind::ALL, &p.kind), "region": p.region,
        "aliases": p.aliases, "lon": p.label.0, "lat": p.label.1, "code34": p.code34,
    })
}

fn new_province(p: &NewProvince, place: &impl Fn(&Source) -> usize) -> Value {
    json!({
        "code": p.code, "name": pair(&p.name), "kind": place_of(ProvinceKind::ALL, &p.kind), "region": p.region,
        "members": p.members, "centre": p.centre, "area": p.area_km2, "population": p.population,
        "s": place(&p.source),
    })
}

fn region(r: &Region) -> Value {
    json!({ "id": r.id, "name": pair(&r.name) })
}

fn fact(f: &Fact, place: &impl Fn(&Source) -> usize) -> Value {
    lean(json!({
        "id": f.id, "category": place_of(Category::ALL, &f.category), "label": pair(&f.label),
        "value": pair(&f.value), "number": f.number.as_ref().map(|n| n.0),
        "unit": f.number.as_ref().map(|n| pair(&n.1)), "items": f.items.iter().map(pair).collect::<Vec<_>>(),
        "as_of": f.as_of, "s": place(&f.source), "quote": pair(&f.quote), "note": f.note.as_ref().map(pair),
    }))
}

fn topic(t: &Topic, wanted: &impl Fn(&str) -> bool) -> Value {
    let facts: Vec<&String> = t.facts.iter().filter(|id| wanted(id)).collect();
    json!({ "id": t.id, "title": pair(&t.title), "lead": pair(&t.lead), "facts": facts })
}

fn event(e: &Event, place: &impl Fn(&Source) -> usize) -> Value {
    json!({
        "id": e.id, "date": e.date, "kind": place_of(EventKind::ALL, &e.kind), "title": pair(&e.title),
        "text": pair(&e.text), "facts": e.facts, "s": place(&e.source),
    })
}

#[cfg(test)]
mod tests {
    use super::super::wire::read;
    use super::*;
    use crate::site::content;
    use std::path::Path;

    fn real() -> std::sync::Arc<Dataset> {
        content::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data")).unwrap().dataset
    }

    #[test]
    fn what_is_written_is_read_back() {
        let data = real();
        let text = write(&data, Facts::All).to_string();
        let back = read(&text).unwrap();
        // Provincial evidence is left out on purpose; everything else comes back to the letter.
        let mut there = format!("{data:?}");
        let mut again = format!("{back:?}");
        for text in [&mut there, &mut again] {
            *text = text
                .split("evidence: ")
                .map(|part| part.split_once(" }").map_or(part, |(_, rest)| rest))
                .collect();
        }
        assert!(there == again, "the dataset changed on the wire");
    }

    #[test]
    fn a_page_that_shows_few_facts_fetches_few() {
        let data = real();
        let few = read(&write(&data, Facts::Only(&["egdi-2024-rank"])).to_string()).unwrap();
        assert_eq!((few.facts.len(), few.topics.len(), few.events.len()), (1, 1, 0));
        assert!(few.sources.len() < data.sources.len());
        assert_eq!(few.indicators.len(), data.indicators.len());
    }

    #[test]
    fn a_page_without_charts_fetches_places_and_words() {
        let data = real();
        let few = read(&write(&data, Facts::Alone(&["cns-teams-2024"])).to_string()).unwrap();
        assert_eq!((few.facts.len(), few.indicators.len()), (1, 0));
        assert_eq!((few.provinces.len(), few.new_provinces.len()), (63, 34));
        let text = write_in(&data, Facts::Alone(&[]), Locale::Vi).to_string();
        let charts = write_in(&data, Facts::Only(&[]), Locale::Vi).to_string();
        assert!(text.contains(Locale::Vi.messages().find.all));
        assert!(text.len() * 2 < charts.len(), "{} so với {}", text.len(), charts.len());
    }

    #[test]
    fn a_page_fetches_its_own_language() {
        let data = real();
        for locale in Locale::ALL {
            let text = write_in(&data, Facts::All, locale).to_string();
            let (one, words) = super::super::wire::read_with_words(&text).unwrap();
            assert_eq!(words, locale.messages().words()[..Messages::READING]);
            for (full, one) in data.facts.iter().zip(&one.facts) {
                assert_eq!(full.label.get(locale), one.label.get(locale));
                assert_eq!(full.quote, one.quote);
            }
            for (full, one) in data.indicators.iter().zip(&one.indicators) {
                assert_eq!(full.definition.get(locale), one.definition.get(locale));
            }
        }
    }

    #[test]
    fn a_damaged_file_is_refused_by_name_and_never_panics() {
        let text = write(&real(), Facts::Only(&[])).to_string();
        for cut in (0..text.len()).step_by(9973) {
            let cut = text.floor_char_boundary(cut);
            assert!(read(&text[..cut]).is_err());
        }
        let wrong = text.replacen("\"version\":2", "\"version\":1", 1);
        assert_eq!(read(&wrong).unwrap_err().to_string(), "version");
        assert_eq!(read(&text.replacen("\"v\":", "\"w\":", 1)).unwrap_err().to_string(), "v");
    }
}
