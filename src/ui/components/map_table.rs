//! The numbers of the map as a table, in Vietnamese alphabetical order.

use super::province_map::Looking;
use crate::data::Level;
use crate::figure::map::{MapFigure, MapUnit};
use crate::text::fill;
use leptos::prelude::*;
use std::sync::Arc;

/// The table. Where a reader can interact, each name pins its province.
#[component]
pub fn MapTable(
    /// The map.
    #[prop(into)]
    figure: Signal<Arc<MapFigure>>,
    /// What is being looked at.
    looking: Looking,
    /// Whether a reader can interact.
    live: bool,
) -> impl IntoView {
    move || {
        {
            let figure = figure.get();
            let t = &figure.locale.messages().map;
            let ranked = figure.values().any(|(_, v)| !v.rank_text.is_empty() && v.rank_text != v.text);
            let when = figure.when();
            let pairs = [
                ("name", figure.name.as_str()),
                ("unit", &figure.unit),
                ("count", figure.level.word()),
                ("year", &when),
            ];
            let caption = fill(t.caption, &pairs);
            let label = caption.clone();
            let rows: Vec<_> =
                figure.table().into_iter().map(|unit| row(&figure, unit, ranked, looking, live)).collect();
            view! {
                <div class="table-box map-table" tabindex="0" role="region" aria-label=label>
                    <table data-for=figure.id.clone()>
                        <caption>{caption}</caption>
                        <thead><tr>
                            <th scope="col">{t.col_name}</th>
                            <th scope="col" class="number">{t.col_value}</th>
                            {ranked.then(|| view! { <th scope="col">{t.col_rank}</th> })}
                            <th scope="col">{t.col_region}</th>
                            {(figure.level == Level::Old).then(|| view! { <th scope="col">{t.col_today}</th> })}
                        </tr></thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            }
        }
        .into_any()
    }
}

fn row(
    figure: &MapFigure,
    unit: &MapUnit,
    ranked: bool,
    looking: Looking,
    live: bool,
) -> impl IntoView + use<> {
    let code = unit.code;
    let name = if live {
        let name = unit.name.clone();
        view! {
            <button type="button" on:click=move |_| { looking.focus.set(None); looking.pin.run(Some(code)); }>{name}</button>
        }
        .into_any()
    } else {
        unit.name.clone().into_any()
    };
    let (value, rank) = match &unit.value {
        Some(v) => {
            let doubt = figure.doubt(v.status).map(|d| format!(" ({d})")).unwrap_or_default();
            (format!("{}{doubt}", v.number), v.rank_text.clone())
        }
        None => (figure.nothing().to_owned(), String::new()),
    };
    let chosen = move || looking.pinned.get() == Some(code);
    view! {
        <tr data-x=code.to_string() class:chosen=chosen>
            <th scope="row">{name}</th>
            <td class="number">{value}</td>
            {ranked.then(|| view! { <td>{rank}</td> })}
            <td>{unit.region.clone()}</td>
            {(code.level() == Level::Old).then(|| view! { <td>{unit.today.clone()}</td> })}
        </tr>
    }
    .into_any()
}
