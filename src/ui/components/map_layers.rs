//! What lies on top of the map: the switch for the local models of 2024, and the list of them beside the map.

use super::el::{El, el, now};
use crate::figure::map::MapFigure;
use crate::figure::map_models::{FACT, Models};
use crate::figure::map_state::MapState;
use crate::text::Locale;
use leptos::prelude::*;
use std::sync::Arc;

/// The switch.
pub fn switch(locale: Locale, state: Signal<MapState>, on_change: Callback<MapState>, live: bool) -> AnyView {
    let t = &locale.messages().map;
    let choose = move |event| {
        let models = event_target_checked(&event);
        on_change.run(MapState { models, ..state.get_untracked() });
    };
    let set = el("fieldset").class("map-controls map-layers");
    let set = if live { set } else { set.attr("disabled", "") };
    let input = el("input")
        .attr("type", "checkbox")
        .attr("name", "lop")
        .prop_now("checked", move || state.get().models)
        .on("change", choose);
    set.add(el("legend").text(t.layers))
        .add(el("label").class("chip").add(input).add(el("span").text(t.models)))
        .into_any()
}

/// What the marks are, where they are on.
pub fn list(figure: Signal<Arc<MapFigure>>) -> AnyView {
    now(move || {
        let figure = figure.get();
        figure.models.as_ref().map_or_else(|| ().into_any(), |models| known(&figure, models).into_any())
    })
}

fn known(figure: &MapFigure, models: &Models) -> El {
    let t = &figure.locale.messages().map;
    let items = models
        .places
        .iter()
        .map(|model| el("li").add(el("b").text(model.name)).text(" — ").text(&model.text));
    let publisher = models.source.publisher.get(figure.locale);
    let name = match &models.source.url {
        Some(url) => el("a").attr("href", url).attr("rel", "external noopener").text(publisher),
        None => el("span").text(publisher),
    };
    let source = el("p").class("src").text(t.source).text(": ").add(name).text(".");
    let note = models.note.as_ref().map(|note| el("p").class("src").text(note));
    el("section")
        .class("map-models")
        .attr("data-fact", FACT)
        .add(el("p").class("map-unit").text(&models.title))
        .add(el("ul").all(items.collect()))
        .add(source)
        .opt(note)
}
