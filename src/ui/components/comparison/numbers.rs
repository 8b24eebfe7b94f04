//! Every number of a comparison: side by side, then one by one with notes and sources; and where each indicator's come
//! from.

use super::Desk;
use crate::browser::{focus, pointer};
use crate::figure::Chart;
use crate::figure::about::publishers;
use crate::figure::compare::Origin;
use crate::figure::pivot::Pivot;
use crate::figure::table::Table;
use crate::route::Route;
use crate::text::fill;
use crate::ui::components::el::{El, el, now};
use crate::ui::components::workbench::table::{Width, line};
use leptos::prelude::*;

/// Tables and sources.
pub(super) fn numbers(desk: &Desk) -> Vec<El> {
    let t = &desk.cx.t().compare;
    let (of_pivot, of_table, of_origins) = (desk.clone(), desk.clone(), desk.clone());
    let (chart, active) = (desk.chart, desk.active);
    let back = move |event: leptos::ev::Event| {
        if !matches!(pointer::plain_key(&event).as_deref(), Some("t" | "T")) {
            return;
        }
        let chart = chart.get_untracked();
        let found = focus::focused_row().and_then(|(series, x)| chart.find(&series, &x));
        if let Some(place) = found {
            event.prevent_default();
            focus::later(&format!("{}-plot", chart.id));
            active.set(Some(place));
        }
    };
    let scroll = |label: &str| {
        el("div").class("table-box").attr("tabindex", "0").attr("role", "region").attr("aria-label", label)
    };
    vec![
        el("section")
            .class("compare-numbers")
            .add(el("h2").text(t.table))
            .add(scroll(t.table).view(now(move || pivot(&of_pivot).into_any()))),
        el("section")
            .class("compare-origins")
            .add(el("h2").text(t.sources))
            .view(now(move || origins(&of_origins).into_any())),
        el("section")
            .class("compare-each")
            .attr("id", "bang")
            .add(el("h2").text(t.each))
            .add(scroll(t.each).on("keydown", back).view(now(move || each(&of_table).into_any()))),
    ]
}

/// A column for each that is compared.
fn pivot(desk: &Desk) -> El {
    let table = Pivot::new(&desk.now.get(), &desk.cx.data, &desk.chart.get());
    let head = table.head.iter().enumerate().map(|(i, name)| {
        let class = if i < table.heads { "" } else { "number" };
        el("th").attr("scope", "col").attr("class", class).text(name)
    });
    let rows = table.rows.iter().map(|row| {
        let cells = row.iter().enumerate().map(|(i, words)| {
            if i < table.heads {
                el("th").attr("scope", "row").text(words)
            } else {
                el("td").class("number").text(words)
            }
        });
        el("tr").all(cells.collect())
    });
    let rows = rows.collect();
    el("table")
        .class("compare-table")
        .add(el("caption").text(&table.caption))
        .add(el("thead").add(el("tr").all(head.collect())))
        .add(el("tbody").all(rows))
}

/// A row for each number.
fn each(desk: &Desk) -> El {
    let chart = desk.chart.get();
    let table = Table::new(&chart);
    let unknown = desk.cx.t().indicator.source_unknown;
    let head = table.head.iter().map(|name| el("th").attr("scope", "col").text(name));
    let head = head.collect();
    el("table")
        .attr("data-for", &chart.id)
        .add(el("caption").text(&table.caption))
        .add(el("thead").add(el("tr").all(head)))
        .add(el("tbody").all(table.rows.into_iter().map(|row| line(row, Width::Full, unknown)).collect()))
}

fn origins(desk: &Desk) -> El {
    let chart = desk.chart.get();
    let all = desk.now.get().origins(&desk.cx.data, &chart);
    el("ul").class("source-list").all(all.iter().map(|origin| one(desk, &chart, origin)).collect())
}

/// An indicator: its page, who says so, how new it is, what to beware of.
fn one(desk: &Desk, chart: &Chart, origin: &Origin) -> El {
    let cx = &desk.cx;
    let t = cx.t();
    let page = cx.href(&Route::Indicator(origin.id.clone()));
    // What one publisher has published stands in one line.
    let mut lines: Vec<El> = Vec::new();
    for publisher in publishers(&origin.sources, chart.locale) {
        let mut line = el("p").class("src").text(&format!("{publisher}: "));
        let own = origin.sources.iter().filter(|s| s.publisher.get(chart.locale) == publisher);
        for (i, source) in own.enumerate() {
            let title = source.title.get(chart.locale);
            if i > 0 {
                line = line.text("; ");
            }
            line = match &source.url {
                Some(url) => line.add(el("a").attr("href", url).attr("rel", "external noopener").text(title)),
                None => line.text(&format!("{title} ({})", t.indicator.source_unknown)),
            };
        }
        lines.push(line);
    }
    let latest = (!origin.latest.is_empty())
        .then(|| el("span").class("src").text(&fill(t.chart.latest, &[("when", &origin.latest)])));
    let notes = (!origin.notes.is_empty()).then(|| {
        let items = origin.notes.iter().map(|note| el("li").text(note)).collect();
        el("details")
            .class("compare-notes")
            .add(el("summary").text(t.compare.caution))
            .add(el("ul").all(items))
    });
    let head =
        el("p").class("compare-origin").add(el("a").attr("href", &page).text(&origin.name)).opt(latest);
    el("li").add(head).all(lines).opt(notes)
}
