//! Where the numbers come from: how they are measured, what to beware of, every source with its words.

use super::desk::Desk;
use crate::data::{Indicator, Status};
use crate::text::fill;
use crate::ui::components::el::{El, el};
use crate::ui::pages::sources;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// The panel.
pub(super) fn panel(desk: &Desk) -> AnyView {
    let Some(indicator) = desk.indicator() else { return ().into_any() };
    let cx = &desk.cx;
    let t = cx.t();
    let locale = cx.locale;
    let notes = (!indicator.notes.is_empty()).then(|| {
        let items = indicator.notes.iter().map(|n| el("li").text(n.get(locale)));
        el("div").add(el("h3").text(t.indicator.notes)).add(el("ul").all(items.collect()))
    });
    let method = el("section")
        .add(el("h3").text(t.indicator.definition))
        .add(el("p").text(indicator.definition.get(locale)))
        .opt(notes);
    let mut seen = BTreeSet::new();
    let each = indicator
        .series
        .iter()
        .flat_map(|s| &s.points)
        .filter(|p| seen.insert(p.source.id.clone()))
        .map(|p| sources::line(cx, &p.source));
    let date = cx.data.as_of.format(locale);
    let list = el("section")
        .add(el("h3").text(t.indicator.sources))
        .add(el("ul").class("source-list").view(each.collect::<Vec<_>>().into_any()))
        .add(el("p").class("src").text(&status(cx.locale, indicator)))
        .add(el("p").class("src").text(t.indicator.licence).text(": ").text(indicator.licence.get(locale)))
        .add(el("p").class("src").text(&fill(t.work.updated, &[("date", &date)])));
    el("div").class("notes").add(method).add(list).opt(evidence(desk, indicator)).into_any()
}

/// How far the numbers may be trusted, counted.
fn status(locale: crate::text::Locale, indicator: &Indicator) -> String {
    let t = &locale.messages().work;
    let count = |status: Status| {
        indicator.series.iter().flat_map(|s| &s.points).filter(|p| p.status == status).count()
    };
    let (doubt, derived) = (count(Status::Unverified), count(Status::Derived));
    let mut out = Vec::new();
    if doubt > 0 {
        out.push(fill(t.status_doubt, &[("n", &doubt.to_string())]));
    }
    if derived > 0 {
        out.push(fill(t.status_derived, &[("n", &derived.to_string())]));
    }
    if out.is_empty() { t.status_ok.to_owned() } else { out.join(" ") }
}

/// Words of a source, marked as Vietnamese where they are, so that they are read aloud as such.
fn said(words: &str) -> El {
    let is_vietnamese = words.chars().any(|c| c.is_alphabetic() && c > '\u{BF}');
    let out = el("span").text(words);
    if is_vietnamese { out.attr("lang", "vi") } else { out }
}

/// The words of the sources behind each national number. Provincial tables keep theirs in the download.
fn evidence(desk: &Desk, indicator: &Indicator) -> Option<El> {
    if indicator.is_provincial() {
        return None;
    }
    let t = desk.cx.t();
    let locale = desk.cx.locale;
    let items = indicator.series.iter().flat_map(|s| &s.points).filter_map(|p| {
        let words = p.evidence.as_ref()?;
        let when = p.period.as_ref().map_or_else(|| p.date.format(locale), |p| p.get(locale).to_owned());
        Some(el("li").add(el("strong").text(&when)).text(": ").add(said(words)))
    });
    let list = el("ul").class("evidence").all(items.collect());
    Some(
        el("details")
            .class("evidence-box")
            .attr("id", "cau-trong-nguon")
            .add(el("summary").text(t.work.evidence))
            .add(list),
    )
}
