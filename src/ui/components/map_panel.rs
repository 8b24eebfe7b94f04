//! Beside the map: the details of the unit that is looked at.

use super::el::{El, el, picture, row, shape};
use super::province_map::Looking;
use crate::browser::document;
use crate::data::{Dataset, Level};
use crate::figure::map::{MapFigure, MapUnit};
use crate::figure::map_state::Division;
use crate::figure::map_trail::Trail;
use crate::route::Route;
use crate::scene::svg::{Tag, content, num};
use crate::text::fill;
use leptos::prelude::*;
use std::sync::Arc;

/// Details of the unit under the pointer, the keys or the pin.
#[component]
pub fn MapPanel(
    /// The dataset.
    data: Arc<Dataset>,
    /// The map.
    #[prop(into)]
    figure: Signal<Arc<MapFigure>>,
    /// What is being looked at.
    looking: Looking,
) -> impl IntoView {
    let t = &figure.get_untracked().locale.messages().map;
    let body = move || {
        let figure = figure.get();
        match looking.shown().and_then(|code| figure.get(code).cloned()) {
            None => view! { <p class="map-pick">{t.pick}</p> }.into_any(),
            Some(unit) => details(&data, &figure, &unit, looking),
        }
    };
    view! { <section class="map-panel" aria-label=t.details>{body}</section> }.into_any()
}

fn details(data: &Dataset, figure: &MapFigure, unit: &MapUnit, looking: Looking) -> AnyView {
    let t = &figure.locale.messages().map;
    let trail = Trail::of(data, figure, unit);
    let code = unit.code;
    let pinned = move || looking.pinned.get() == Some(code);
    let pinned_now = move || looking.pinned.get_untracked() == Some(code);
    let head = view! {
        <div class="map-panel-head">
            <h3>{unit.name.clone()}</h3>
            <button type="button" class="map-pin" aria-pressed=move || pinned().to_string()
                on:click=move |_| looking.pin.run((!pinned_now()).then_some(code))>
                {move || if pinned() { t.unpin } else { t.pin }}
            </button>
        </div>
    };
    // Only a living page has details, so the document knows where the site stands.
    let base = document::root_attribute("data-base").unwrap_or_else(|| "/".into());
    let href = format!("{base}{}", Route::Province(unit.code34).path(figure.locale));
    let page = fill(figure.locale.messages().province.open, &[("name", &unit.today)]);
    let src = |words: String| el("p").class("src").text(&words);
    let mut rest = Vec::new();
    rest.push(el("p").class("map-measure").text(&figure.name));
    rest.extend(value(figure, unit, trail.as_ref()));
    rest.extend(origin(figure, unit));
    rest.extend(figure.models_in(code).map(|model| src(format!("{}: {}", t.model_here, model.text))));
    rest.push(el("p").class("src").add(el("a").attr("href", &href).text(&page)));
    rest.push(src(format!("{}: {}.", t.region, unit.region)));
    let source = unit.value.as_ref().map(|v| v.source.publisher.get(figure.locale));
    rest.extend(source.map(|name| src(format!("{}: {name}", t.source))));
    view! { {head}{row(rest)} }.into_any()
}

/// The value with rank and year, its class, how it changed, and its line through the years.
fn value(figure: &MapFigure, unit: &MapUnit, trail: Option<&Trail>) -> Vec<El> {
    let t = &figure.locale.messages().map;
    let when = figure.when();
    let said = el("p").class("map-value");
    let src = |words: String| el("p").class("src").text(&words);
    let mut out = Vec::new();
    match &unit.value {
        None => out.push(said.text(figure.nothing()).text(" ").add(el("small").text(&when))),
        Some(v) => {
            let ranked = v.rank_text != v.text && !v.rank_text.is_empty();
            let rank = if ranked { format!("{} · ", v.rank_text) } else { String::new() };
            out.push(said.text(&v.text).text(" ").add(el("small").text(&rank).text(&when)));
            out.extend(figure.doubt(v.status).map(|d| src(format!("({d})"))));
            // Who was merged stands in a list of its own.
            let note = v.note.clone().filter(|_| figure.division != Division::Merger);
            out.extend(note.map(src));
            let class = figure.classes.get(v.class).filter(|c| c.label != v.text && c.label != v.number);
            out.extend(class.map(|c| src(format!("{}: {}", t.in_class, c.label))));
        }
    }
    let Some(trail) = trail else { return out };
    out.extend(trail.versus.as_ref().map(|words| el("p").class("map-versus").text(words)));
    if let Some((line, ends)) = &trail.line {
        let label = fill(t.trail, &[("name", &unit.name), ("values", &trail.words)]);
        let view_box = format!("0 0 {} {}", num(line.width), num(line.height));
        let svg = shape(Tag::Svg, &[("viewBox", &view_box), ("role", "img"), ("aria-label", &label)]);
        let ends = ends.iter().map(|end| el("span").text(end)).collect();
        out.push(
            el("div")
                .class("spark map-trail")
                .add(svg.all(content(line).iter().map(picture).collect()))
                .add(el("p").class("spark-ends").attr("aria-hidden", "true").all(ends)),
        );
    }
    out
}

/// Of an old unit, where it went; of a unit of today, its old units with their own values, its seat, whose name.
fn origin(figure: &MapFigure, unit: &MapUnit) -> Vec<El> {
    let t = &figure.locale.messages().map;
    let src = |words: String| el("p").class("src").text(&words);
    if figure.level == Level::Old {
        let today = if unit.merged_with.is_empty() {
            fill(t.today_same, &[("name", &unit.today)])
        } else {
            let others = unit.merged_with.join(t.and);
            fill(t.today_merged, &[("name", &unit.today), ("others", &others)])
        };
        return vec![src(format!("{today}."))];
    }
    let merged = unit.members.len() > 1;
    if !merged && figure.lawful {
        return Vec::new();
    }
    let rows = unit.members.iter().map(|member| {
        let value = match &member.value {
            Some((value, rank)) if rank.is_empty() || rank == value => value.clone(),
            Some((value, rank)) => format!("{value}, {rank}"),
            None if figure.division == Division::New => t.no_data.to_owned(),
            None if member.heir => t.kept_name.to_owned(),
            None => String::new(),
        };
        let colon = if value.is_empty() { "" } else { ": " };
        el("li").add(el("b").text(&member.name)).text(colon).text(&value)
    });
    let mut out = vec![
        el("p").class("map-members-head").text(t.members),
        el("ul").class("map-members").all(rows.collect()),
    ];
    if merged {
        out.push(src(format!("{}.", fill(t.seat, &[("seat", &unit.seat)]))));
    }
    out
}
