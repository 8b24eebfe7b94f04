//! What a reader can choose: the indicator, the year, and a province by name.

use super::map_layers;
use super::map_time::Time;
use super::province_map::Looking;
use crate::data::{Dataset, Indicator, Theme};
use crate::figure::map::{MapFigure, MapUnit};
use crate::figure::map_state::{Division, MapState};
use crate::text::{Locale, fill};
use leptos::prelude::*;
use std::sync::Arc;

/// Indicators that stand in front.
const PROMINENT: [&str; 3] = ["papi-egov", "dti-rank", "papi-internet"];

/// Choice of indicator and year.
#[component]
pub fn MapControls(
    /// The dataset.
    data: Arc<Dataset>,
    /// Language.
    locale: Locale,
    /// What is chosen.
    state: Signal<MapState>,
    /// Told of another choice.
    on_change: Callback<MapState>,
    /// Whether a reader can interact.
    live: bool,
    /// Address of the list of the provinces of today.
    list: String,
) -> impl IntoView {
    let t = &locale.messages().map;
    let choose = {
        let data = data.clone();
        move |id: String| on_change.run(state.get_untracked().with_indicator(&data, &id))
    };
    let radio = |indicator: &Indicator| {
        let (id, choose) = (indicator.id.clone(), choose.clone());
        let (value, mine) = (id.clone(), id.clone());
        view! {
            <label class="chip">
                <input type="radio" name="chi-so" value=value prop:checked=move || state.get().indicator == mine
                    checked=state.get_untracked().indicator == id on:change=move |_| choose(id.clone())/>
                <span>{indicator.name.get(locale).to_owned()}</span>
            </label>
        }
    };
    let maps = || data.indicators.iter().filter(|i| i.is_provincial() && !i.years.is_empty());
    let front: Vec<_> = PROMINENT.iter().filter_map(|id| maps().find(|i| i.id == *id)).map(radio).collect();
    let rest = |theme: &dyn Fn(Theme) -> bool| -> Vec<_> {
        maps().filter(|i| !PROMINENT.contains(&i.id.as_str()) && theme(i.theme)).map(radio).collect()
    };
    let digital = rest(&|theme| theme != Theme::ProvinceContext);
    let context = rest(&|theme| theme == Theme::ProvinceContext);
    let hidden = !PROMINENT.contains(&state.get_untracked().indicator.as_str());
    let time = Time { data: data.clone(), locale, state, on_change, live }.view();
    let layers = map_layers::switch(locale, state, on_change, live);
    view! {
        {divisions(&data, locale, state, on_change, live, list)}
        <fieldset class="map-controls" disabled=!live hidden=move || state.get().division == Division::Merger>
            <legend>{t.choose}</legend>
            <div class="chips">{front}</div>
            <details open=hidden>
                <summary>{t.more}</summary>
                <p class="map-group">{t.digital}</p>
                <div class="chips">{digital}</div>
                <p class="map-group">{t.context}</p>
                <div class="chips">{context}</div>
            </details>
        </fieldset>
        {time}
        {layers}
    }
    .into_any()
}

/// Choice of the units: the old ones, those of today, or who joined whom.
fn divisions(
    data: &Arc<Dataset>,
    locale: Locale,
    state: Signal<MapState>,
    on_change: Callback<MapState>,
    live: bool,
    list: String,
) -> AnyView {
    let t = &locale.messages().map;
    let choice = |division: Division| {
        let data = data.clone();
        let name = match division {
            Division::Old => t.old_units,
            Division::New => t.new_units,
            Division::Merger => t.merger,
        };
        let choose = move |_| on_change.run(state.get_untracked().with_division(&data, division));
        view! {
            <label class="chip">
                <input type="radio" name="don-vi" value=division.word()
                    checked=state.get_untracked().division == division
                    prop:checked=move || state.get().division == division on:change=choose/>
                <span>{name}</span>
            </label>
        }
    };
    // Without a script the way to the units of today is their own pages.
    let still = (!live).then(|| view! { <p class="src"><a href=list>{t.new_list}</a></p> });
    let choices: Vec<_> = Division::ALL.into_iter().map(choice).collect();
    view! {
        <fieldset class="map-controls" disabled=!live>
            <legend>{t.units}</legend>
            <div class="chips">{choices}</div>
            {still}
        </fieldset>
    }
    .into_any()
}

/// Search by name, without accents if one likes.
#[component]
pub fn MapSearch(
    /// The map.
    #[prop(into)]
    figure: Signal<Arc<MapFigure>>,
    /// What is being looked at.
    looking: Looking,
    /// Whether a reader can interact.
    live: bool,
) -> impl IntoView {
    let t = &figure.get_untracked().locale.messages().map;
    let typed = RwSignal::new(String::new());
    let open = RwSignal::new(false);
    let found = move || {
        let (figure, typed) = (figure.get(), typed.get());
        let named = |u: &MapUnit| (u.code, u.name.clone(), figure.found_as(u, &typed));
        figure.find(&typed).into_iter().map(named).collect::<Vec<_>>()
    };
    let choose = move |code, name: String| {
        typed.set(name);
        open.set(false);
        looking.focus.set(None);
        looking.pin.run(Some(code));
    };
    let key = move |event: leptos::ev::KeyboardEvent| match event.key().as_str() {
        "Enter" => {
            event.prevent_default();
            if let Some((code, name, _)) = untrack(found).into_iter().next() {
                choose(code, name);
            }
        }
        "Escape" => open.set(false),
        _ => {}
    };
    let list = move || {
        let found = if open.get() { found() } else { Vec::new() };
        let items = found.into_iter().take(8).map(|(code, name, shown)| {
            view! { <li><button type="button" on:click=move |_| choose(code, name.clone())>{shown}</button></li> }
        });
        let items: Vec<_> = items.collect();
        (!items.is_empty()).then(|| view! { <ul class="map-found">{items}</ul> })
    };
    let said = move || {
        if !open.get() || typed.get().trim().is_empty() {
            return String::new();
        }
        match found().len() {
            0 => t.search_none.to_owned(),
            n => fill(t.search_found, &[("n", &n.to_string())]),
        }
    };
    view! {
        <div class="map-search" role="search">
            <label for="tim-tinh">{t.search}</label>
            <input id="tim-tinh" type="search" autocomplete="off" placeholder=t.search_hint disabled=!live
                prop:value=typed
                on:input=move |event| { typed.set(event_target_value(&event)); open.set(true); }
                on:keydown=key/>
            <p class="map-said" role="status">{said}</p>
            {list}
        </div>
    }
    .into_any()
}
