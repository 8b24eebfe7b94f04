//! The table of a chart, in a box that can be scrolled by keyboard.

use crate::figure::Chart;
use crate::figure::table::{Row, Table};
use crate::ui::context::Context;
use leptos::prelude::*;

/// The table of a chart.
#[component]
pub fn DataTable(
    /// The surroundings.
    cx: Context,
    /// The chart whose numbers these are.
    chart: Chart,
) -> impl IntoView {
    let table = Table::new(&chart);
    let label = table.caption.clone();
    let head = table.head.into_iter().map(|word| view! { <th scope="col">{word}</th> }).collect_view();
    let t = cx.t();
    let rows = table.rows.into_iter().map(|row| line(row, t.indicator.source_unknown)).collect_view();
    view! {
        <div class="table-box" tabindex="0" role="region" aria-label=label>
            <table data-for=chart.id.clone()>
                <caption>{table.caption}</caption>
                <thead><tr>{head}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn line(row: Row, unknown: &'static str) -> impl IntoView {
    let source = match row.url {
        Some(url) => view! { <a href=url rel="external noopener">{row.source}</a> }.into_any(),
        None => view! { {row.source}" ("{unknown}")" }.into_any(),
    };
    view! {
        <tr data-series=row.series data-x=row.x>
            <th scope="row">{row.when}</th>
            {row.name.map(|name| view! { <td>{name}</td> })}
            <td class="number">{row.value}</td>
            <td>{row.note}</td>
            <td class="source">{source}</td>
        </tr>
    }
}
