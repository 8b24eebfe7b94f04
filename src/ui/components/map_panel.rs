//! Beside the map: the details of the unit that is looked at.

use super::province_map::Looking;
use crate::browser::document;
use crate::data::Level;
use crate::figure::map::{MapFigure, MapUnit};
use crate::figure::map_state::Division;
use crate::route::Route;
use crate::text::fill;
use leptos::prelude::*;
use std::sync::Arc;

/// Details of the unit under the pointer, the keys or the pin.
#[component]
pub fn MapPanel(
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
            Some(unit) => details(&figure, &unit, looking),
        }
    };
    view! { <section class="map-panel" aria-label=t.details>{body}</section> }.into_any()
}

fn details(figure: &MapFigure, unit: &MapUnit, looking: Looking) -> AnyView {
    let t = &figure.locale.messages().map;
    let when = figure.when();
    let lines = match &unit.value {
        None => view! { <p class="map-value none">{figure.nothing()}" "<small>{when}</small></p> }.into_any(),
        Some(v) => {
            let doubt = figure.doubt(v.status).map(|d| view! { <p class="src">{format!("({d})")}</p> });
            let note = v.note.clone().map(|n| view! { <p class="src">{n}</p> });
            let rank = (v.rank_text != v.text && !v.rank_text.is_empty()).then(|| v.rank_text.clone());
            view! {
                <p class="map-value">
                    {v.text.clone()}" "<small>{rank.map(|rank| format!("{rank} · "))}{when}</small>
                </p>
                {doubt}{note}
            }
            .into_any()
        }
    };
    let code = unit.code;
    let pinned = move || looking.pinned.get() == Some(code);
    let pinned_now = move || looking.pinned.get_untracked() == Some(code);
    // Only a living page has details, so the document knows where the site stands.
    let base = document::root_attribute("data-base").unwrap_or_else(|| "/".into());
    let href = format!("{base}{}", Route::Province(unit.code34).path(figure.locale));
    let locale_words = &figure.locale.messages().province;
    let source = unit.value.as_ref().map(|v| v.source.publisher.get(figure.locale).to_owned());
    let source = source.map(|name| view! { <p class="src">{t.source}": "{name}</p> });
    view! {
        <div class="map-panel-head">
            <h3>{unit.name.clone()}</h3>
            <button type="button" class="map-pin" aria-pressed=move || pinned().to_string()
                on:click=move |_| looking.pin.run((!pinned_now()).then_some(code))>
                {move || if pinned() { t.unpin } else { t.pin }}
            </button>
        </div>
        <p class="map-measure">{figure.name.clone()}</p>
        {lines}
        {origin(figure, unit)}
        <p class="src"><a href=href>{fill(locale_words.open, &[("name", &unit.today)])}</a></p>
        <p class="src">{t.region}": "{unit.region.clone()}"."</p>
        {source}
    }
    .into_any()
}

/// Of an old unit, where it went; of a unit of today, its old units with their own values, its seat, whose name.
fn origin(figure: &MapFigure, unit: &MapUnit) -> AnyView {
    let t = &figure.locale.messages().map;
    if figure.level == Level::Old {
        let today = if unit.merged_with.is_empty() {
            fill(t.today_same, &[("name", &unit.today)])
        } else {
            let others = unit.merged_with.join(t.and);
            fill(t.today_merged, &[("name", &unit.today), ("others", &others)])
        };
        return view! { <p class="src">{today}"."</p> }.into_any();
    }
    if unit.members.len() < 2 && figure.lawful {
        return ().into_any();
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
        view! { <li><b>{member.name.clone()}</b>{colon}{value}</li> }
    });
    let rows: Vec<_> = rows.collect();
    let seat = (unit.members.len() > 1).then(|| fill(t.seat, &[("seat", &unit.seat)]));
    view! {
        <p class="map-members-head">{t.members}</p>
        <ul class="map-members">{rows}</ul>
        {seat.map(|seat| view! { <p class="src">{seat}"."</p> })}
    }
    .into_any()
}
