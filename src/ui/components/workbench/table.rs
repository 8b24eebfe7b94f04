//! Every number of the view in a table that can be sorted, with notes and sources.

use super::desk::Desk;
use crate::browser::{focus, pointer};
use crate::figure::Tab;
use crate::figure::table::{Column, Row, Table};
use crate::text::fill;
use crate::ui::components::el::{El, el, now};
use leptos::prelude::*;

/// How many columns a table shows: all, or what is needed to read the picture beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Width {
    /// With notes and sources.
    Full,
    /// Names and numbers.
    Short,
}

/// The table of the view.
pub fn table(desk: &Desk, width: Width) -> AnyView {
    let t = desk.cx.t();
    let chart = desk.chart;
    let order = RwSignal::new(None::<(Column, bool)>);
    let id = desk.indicator().map(|i| i.id.clone()).unwrap_or_default();
    let (back, of) = (desk.clone(), id.clone());
    let jump = move |event: leptos::ev::Event| {
        let key = pointer::plain_key(&event);
        if !matches!(key.as_deref(), Some("t" | "T")) {
            return;
        }
        let Some((series, x)) = focus::focused_row() else { return };
        let chart = back.chart.get_untracked();
        if let Some(place) = chart.find(&series, &x) {
            event.prevent_default();
            if back.view.get_untracked().tab != Tab::Chart {
                back.change(true, |view| view.tab = Tab::Chart);
            }
            focus::later(&format!("{of}-plot"));
            back.active.set(Some(place));
        }
    };
    let live = desk.cx.live;
    let unknown = t.indicator.source_unknown;
    let inside = move || {
        let mut table = Table::new(&chart.get());
        if let Some((column, down)) = order.get() {
            table.sort(column, down);
        }
        let head =
            table.columns.iter().zip(&table.head).filter(|(c, _)| width == Width::Full || c.is_short());
        let head: Vec<El> = head.map(|(c, name)| heading(*c, name, order, live, t.work.sort_by)).collect();
        let rows: Vec<El> = table.rows.into_iter().map(|row| line(row, width, unknown)).collect();
        el("table")
            .attr("data-for", &id)
            .add(el("caption").text(&table.caption))
            .add(el("thead").add(el("tr").all(head)))
            .add(el("tbody").all(rows))
            .into_any()
    };
    let label = move || chart.get().subtitle.clone();
    el("div")
        .class("table-box")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr_now("aria-label", label)
        .on("keydown", jump)
        .view(now(inside))
        .into_any()
}

/// The head of a column; live, a button that sorts by it.
fn heading(
    column: Column,
    name: &str,
    order: RwSignal<Option<(Column, bool)>>,
    live: bool,
    sort_by: &'static str,
) -> El {
    let class = if column == Column::Value { "number" } else { "" };
    let cell = el("th").attr("scope", "col").attr("class", class);
    if !live || !column.is_sortable() {
        return cell.text(name);
    }
    let state = move || order.get().filter(|(by, _)| *by == column).map(|(_, down)| down);
    let said = fill(sort_by, &[("column", name)]);
    cell.attr_now("aria-sort", move || {
        match state() {
            None => "none",
            Some(false) => "ascending",
            Some(true) => "descending",
        }
        .to_owned()
    })
    .add(
        el("button")
            .attr("type", "button")
            .class("sort-button")
            .attr("title", &said)
            .on("click", move |_| {
                order.update(|now| {
                    *now = match *now {
                        Some((by, down)) if by == column => Some((column, !down)),
                        // The largest first: that is what one looks for.
                        _ => Some((column, column == Column::Value)),
                    };
                });
            })
            .text(name)
            .add(el("span").attr("aria-hidden", "true").class("sort-mark").text_now(move || {
                match state() {
                    None => "",
                    Some(false) => " ▲",
                    Some(true) => " ▼",
                }
                .to_owned()
            })),
    )
}

/// A row, with the keys of its datum.
pub fn line(row: Row, width: Width, unknown: &str) -> El {
    let mut out = el("tr")
        .attr("data-series", &row.series)
        .attr("data-x", &row.x)
        .add(el("th").attr("scope", "row").text(&row.when))
        .opt(row.name.map(|name| el("td").text(&name)))
        .add(el("td").class("number").text(&row.value))
        .opt(row.rank.map(|rank| el("td").text(&rank)));
    if width == Width::Full {
        let source = match row.url {
            Some(url) => el("a").attr("href", &url).attr("rel", "external noopener").text(&row.source),
            None => el("span").text(&row.source).text(&format!(" ({unknown})")),
        };
        out = out.add(el("td").text(&row.note)).add(el("td").class("source").add(source));
    }
    out
}
