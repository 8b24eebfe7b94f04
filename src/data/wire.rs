//! The dataset as the browser fetches it: compact JSON of a checked [`Dataset`], and back.
//!
//! Written only by the build, from a dataset that has passed the check; the browser fetches it with the hash that the
//! build wrote into the page, so what is read here is what was checked. A file of another shape is refused by name.

use super::at::{self, At, Missing, Read};
use super::code::{Code34, Code63};
use super::model::{
    Annotation, Better, Category, Classes, Dataset, Event, EventKind, Fact, FigureKind, Indicator, Measure,
    NewProvince, Point, Province, ProvinceKind, Reference, Region, Scope, Series, Source, SourceKind, Status,
    Theme, Topic,
};
use crate::text::Date;
use std::sync::Arc;

/// Version of this shape; a browser that finds another one says so instead of guessing.
pub const VERSION: usize = 2;

/// Reads a dataset.
pub fn read(text: &str) -> Result<Dataset, Missing> {
    read_with_words(text).map(|(data, _)| data)
}

/// Reads a dataset and the messages that came with it.
pub fn read_with_words(text: &str) -> Result<(Dataset, Vec<String>), Missing> {
    at::read(text, |top| Ok((dataset(top)?, top.strings("words"))))
}

fn dataset(top: At<'_>) -> Read<Dataset> {
    if top.index("version") != VERSION {
        return Err(Missing("version"));
    }
    let sources = top.list("sources", |at| source(at).map(Arc::new));
    let from = Sources(&sources);
    Ok(Dataset {
        as_of: top.date("as_of"),
        indicators: top.list("indicators", |at| indicator(at, from)),
        provinces: top.list("provinces", province),
        new_provinces: top.list("new_provinces", |at| new_province(at, from)),
        regions63: top.list("regions63", |at| Ok(region(at))),
        regions34: top.list("regions34", |at| Ok(region(at))),
        facts: top.list("facts", |at| fact(at, from)),
        topics: top.list("topics", |at| Ok(topic(at))),
        events: top.list("events", |at| event(at, from)),
        sources,
    })
}

/// The sources of the file, found by their place.
#[derive(Clone, Copy)]
struct Sources<'a>(&'a [Arc<Source>]);

impl Sources<'_> {
    fn of(self, at: At<'_>) -> Read<Arc<Source>> {
        self.0.get(at.index("s")).cloned().ok_or(Missing("s"))
    }
}

fn source(at: At<'_>) -> Read<Source> {
    Ok(Source {
        id: at.string("id"),
        title: at.text("title"),
        publisher: at.text("publisher"),
        url: at.opt_string("url"),
        date: at.opt_string("date").as_deref().and_then(Date::parse),
        kind: at.choice("kind", SourceKind::ALL)?,
        licence: at.text("licence"),
    })
}

fn indicator(at: At<'_>, from: Sources<'_>) -> Read<Indicator> {
    let series = |at: At<'_>| -> Read<Series> {
        let points = at.list("points", |p| point(p, from));
        Ok(Series { id: at.string("id"), name: at.text("name"), points })
    };
    Ok(Indicator {
        id: at.string("id"),
        theme: at.choice("theme", Theme::ALL)?,
        scope: at.choice("scope", Scope::ALL)?,
        measure: at.choice("measure", Measure::ALL)?,
        name: at.text("name"),
        unit: at.text("unit"),
        decimals: at.index("decimals"),
        better: at.choice("better", Better::ALL)?,
        definition: at.text("definition"),
        figure: at.choice("figure", FigureKind::ALL)?,
        finding: at.opt_text("finding"),
        series: at.list("series", series),
        notes: at.texts("notes"),
        references: at
            .list("references", |r| Ok(Reference { value: r.number("value"), label: r.text("label") })),
        annotations: at.list("annotations", |a| {
            Ok(Annotation { event: a.string("event"), date: a.date("date"), label: a.text("label") })
        }),
        rivals: at.flag("rivals"),
        years: at.list("years", |y| Ok(y.whole("years") as i16)),
        classes: at.find("classes").map(|_| at.choice("classes", Classes::ALL)).transpose()?,
        licence: at.text("licence"),
    })
}

fn point(at: At<'_>, from: Sources<'_>) -> Read<Point> {
    Ok(Point {
        date: at.date("t"),
        period: at.opt_text("p"),
        place: at.opt_string("k").map(|code| Code63::parse(&code).ok_or(Missing("k"))).transpose()?,
        value: at.number("v"),
        range: at.find("r").map(|_| (at.number("r"), at.number("h"))),
        out_of: at.find("o").map(|n| n.whole("o") as u16),
        source: from.of(at)?,
        status: at.find("q").map_or(Ok(Status::Verified), |_| at.choice("q", Status::ALL))?,
        note: at.opt_text("n"),
        evidence: at.opt_string("e"),
    })
}

fn province(at: At<'_>) -> Read<Province> {
    Ok(Province {
        code: code63(at, "code")?,
        name: at.text("name"),
        kind: at.choice("kind", ProvinceKind::ALL)?,
        region: at.string("region"),
        aliases: at.strings("aliases"),
        label: (at.number("lon"), at.number("lat")),
        code34: code34(at, "code34")?,
    })
}

fn new_province(at: At<'_>, from: Sources<'_>) -> Read<NewProvince> {
    let member = |m: At<'_>| Code63::parse(&m.word("members")).ok_or(Missing("members"));
    Ok(NewProvince {
        code: code34(at, "code")?,
        name: at.text("name"),
        kind: at.choice("kind", ProvinceKind::ALL)?,
        region: at.string("region"),
        members: at.list("members", member),
        centre: at.string("centre"),
        area_km2: at.number("area"),
        population: at.index("population") as u32,
        source: from.of(at)?,
    })
}

fn region(at: At<'_>) -> Region {
    Region { id: at.string("id"), name: at.text("name") }
}

fn fact(at: At<'_>, from: Sources<'_>) -> Read<Fact> {
    let number = at.find("number").map(|_| (at.number("number"), at.text("unit")));
    Ok(Fact {
        id: at.string("id"),
        category: at.choice("category", Category::ALL)?,
        label: at.text("label"),
        value: at.text("value"),
        number,
        items: at.texts("items"),
        as_of: at.date("as_of"),
        source: from.of(at)?,
        quote: at.text("quote"),
        note: at.opt_text("note"),
    })
}

fn topic(at: At<'_>) -> Topic {
    Topic { id: at.string("id"), title: at.text("title"), lead: at.text("lead"), facts: at.strings("facts") }
}

fn event(at: At<'_>, from: Sources<'_>) -> Read<Event> {
    Ok(Event {
        id: at.string("id"),
        date: at.date("date"),
        kind: at.choice("kind", EventKind::ALL)?,
        title: at.text("title"),
        text: at.text("text"),
        facts: at.strings("facts"),
        source: from.of(at)?,
    })
}

fn code63(at: At<'_>, key: &'static str) -> Read<Code63> {
    Code63::parse(&at.string(key)).ok_or(Missing(key))
}

fn code34(at: At<'_>, key: &'static str) -> Read<Code34> {
    Code34::parse(&at.string(key)).ok_or(Missing(key))
}
