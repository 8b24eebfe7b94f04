//! The map inside the page of an indicator: prerendered, and brought to life by the program of the map when a reader
//! opens its tab. Charts and map in one program would weigh a fifth more on every first visit.

#[cfg(not(target_arch = "wasm32"))]
use super::el::El;
use super::el::{el, now};
use crate::browser::island;
#[cfg(not(target_arch = "wasm32"))]
use crate::figure::Size;
#[cfg(not(target_arch = "wasm32"))]
use crate::figure::map::MapFigure;
use crate::ui::context::Context;
#[cfg(not(target_arch = "wasm32"))]
use crate::ui::context::Part;
use leptos::prelude::*;

/// The place of the map.
pub fn place(cx: &Context, id: &str) -> AnyView {
    let t = cx.t();
    let place = el("div")
        .class("map-island")
        .attr("data-island", "map")
        .attr("data-indicator", id)
        .attr("data-keep", id);
    if !cx.live {
        return place.view(still(cx, id)).into_any();
    }
    let failed = RwSignal::new(false);
    island::on(island::FAILED, move || {
        let _ = failed.try_set(true);
    });
    island::ask();
    let said = now(move || {
        let words = if failed.get() { t.work.map_failed } else { t.work.map_wait };
        el("p").class("src map-wait").attr("role", "status").text(words).into_any()
    });
    el("div").add(place).view(said).into_any()
}

/// The map without a script: picture, legend and what it says.
#[cfg(not(target_arch = "wasm32"))]
fn still(cx: &Context, id: &str) -> AnyView {
    use super::map_view::boundary;
    use super::province_map;
    let Part::Ready(geometry) = cx.geometry.get_untracked() else { return ().into_any() };
    let year = cx.data.indicator(id).and_then(crate::data::Indicator::latest_map_year).unwrap_or_default();
    let Some(figure) = MapFigure::new(&cx.data, &geometry, id, year, cx.locale) else { return ().into_any() };
    let t = &cx.locale.messages().map;
    let said = format!("ban-do-{id}-loi");
    let picture = province_map::still(&figure.draw(Size::Narrow), "narrow-always", &said);
    let classes: Vec<El> = figure
        .classes
        .iter()
        .map(|c| el("li").class(&format!("class-{}", c.tone + 1)).text(&c.label))
        .collect();
    el("div")
        .class("map-still")
        .add(el("div").class("plot map-plot").view(picture))
        .add(
            el("div")
                .class("map-side")
                .add(el("h3").text(&figure.title))
                .add(el("p").class("summary").attr("id", &said).text(&figure.summary.join(" ")))
                .add(el("ul").class("map-key").all(classes))
                .add(el("p").class("src").view(boundary(cx.locale)).text(" ").text(t.illustrative)),
        )
        .into_any()
}

/// In the browser the prerendered picture is kept as it is.
#[cfg(target_arch = "wasm32")]
fn still(_cx: &Context, _id: &str) -> AnyView {
    ().into_any()
}
