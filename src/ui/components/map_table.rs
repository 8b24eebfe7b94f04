//! The numbers of the map as a table: sorted by any column, of one region or all, linked with the picture both ways.

use super::el::{El, el};
use super::map_hand::SERIES;
use super::province_map::{Looking, PICTURE};
use crate::browser::{focus, pointer, save};
use crate::data::{Level, UnitCode};
use crate::figure::about::About;
use crate::figure::map::{MapFigure, MapUnit};
use crate::figure::map_rows::{Column, Order};
use crate::figure::sheet::{Flavour, Sheet};
use crate::route::Route;
use crate::text::fill;
use crate::ui::context::Context;
use leptos::prelude::*;
use std::sync::Arc;

/// The table. Where a reader can interact, its heads sort and each name pins its province.
pub fn map_table(cx: &Context, figure: Signal<Arc<MapFigure>>, looking: Looking) -> AnyView {
    let table = Table { cx: cx.clone(), figure, looking, status: RwSignal::new(String::new()) };
    if !cx.live {
        return table.show(figure.get_untracked().as_ref()).into_any();
    }
    looking.listed.set(true);
    let at = looking.focus;
    Effect::new(move |_| {
        let code = at.get().map(|code| code.to_string());
        focus::light_row(&figure.with_untracked(|f| f.id.clone()), code.as_deref());
    });
    // The same kind of table keeps its heads, and the focus on them.
    let kind = Memo::new(move |_| figure.with(|f| (f.id.clone(), is_ranked(f), f.level)));
    let shown = table.clone();
    el("div")
        .view_now(move || {
            kind.track();
            shown.show(&figure.get_untracked()).into_any()
        })
        .add(table.below())
        .into_any()
}

fn is_ranked(figure: &MapFigure) -> bool {
    figure.values().any(|(_, v)| !v.rank_text.is_empty() && v.rank_text != v.text)
}

#[derive(Clone)]
struct Table {
    cx: Context,
    figure: Signal<Arc<MapFigure>>,
    looking: Looking,
    status: RwSignal<String>,
}

impl Table {
    fn show(&self, figure: &MapFigure) -> El {
        let live = self.cx.live;
        let ranked = is_ranked(figure);
        let mut columns = vec![Column::Name, Column::Value];
        columns.extend(ranked.then_some(Column::Rank));
        columns.push(Column::Region);
        columns.extend((figure.level == Level::Old).then_some(Column::Other));
        let heads = columns.into_iter().map(|column| self.head(figure, column)).collect();
        let (words, label) = (self.clone(), self.clone());
        let mut body = el("tbody");
        let mut region = el("div")
            .class("table-box map-table")
            .attr("tabindex", "0")
            .attr("role", "region")
            .attr_now("aria-label", move || label.caption());
        if live {
            let rows = self.clone();
            body = body.view_now(move || super::el::row(rows.rows(&rows.figure.get(), ranked)));
            let back = self.looking;
            let level = figure.level;
            region = region.on("keydown", move |event| {
                if pointer::plain_key(&event).as_deref() == Some("T")
                    && let Some((_, code)) = focus::focused_row()
                {
                    event.prevent_default();
                    back.back.set_value(UnitCode::parse(level, &code));
                    focus::later(PICTURE);
                }
            });
        } else {
            body = body.all(self.rows(figure, ranked));
        }
        let table = el("table")
            .attr("data-for", &figure.id)
            .add(el("caption").text_now(move || words.caption()))
            .add(el("thead").add(el("tr").all(heads)))
            .add(body);
        region.add(table)
    }

    fn caption(&self) -> String {
        let figure = self.figure.get();
        let t = &figure.locale.messages().map;
        let count = figure.level.word();
        let pairs = [
            ("name", figure.name.as_str()),
            ("unit", &figure.unit),
            ("count", count),
            ("year", &figure.when()),
        ];
        let caption = fill(t.caption, &pairs);
        let region = self.looking.look.with(|look| look.region.clone());
        let rows = figure.rows(Order::FIRST, region.as_deref());
        let Some(first) = rows.first().filter(|_| region.is_some()) else { return caption };
        let some = [("n", &*rows.len().to_string()), ("count", count), ("region", &first.region)];
        format!("{caption} ({})", fill(figure.locale.messages().map_tools.some, &some))
    }

    fn head(&self, figure: &MapFigure, column: Column) -> El {
        let t = &figure.locale.messages().map;
        let name = match column {
            Column::Name => t.col_name,
            Column::Value => t.col_value,
            Column::Rank => t.col_rank,
            Column::Region => t.col_region,
            Column::Other => t.col_today,
        };
        let head = el("th").attr("scope", "col").class(class_of(column));
        if !self.cx.live {
            return head.text(name);
        }
        let looking = self.looking;
        let order = move || looking.look.with(|look| look.order);
        let sorted = move || match order() {
            Order { by, down: false } if by == column => "ascending",
            Order { by, down: true } if by == column => "descending",
            _ => "none",
        };
        let sign = move || match sorted() {
            "ascending" => "▲",
            "descending" => "▼",
            _ => "↕",
        };
        let button = el("button")
            .attr("type", "button")
            .on("click", move |_| looking.change(|look| look.order = look.order.pressed(column)))
            .text(name)
            .add(el("span").class("map-order").attr("aria-hidden", "true").text_now(move || sign().into()));
        head.attr_now("aria-sort", move || sorted().into()).add(button)
    }

    fn rows(&self, figure: &MapFigure, ranked: bool) -> Vec<El> {
        let looking = self.looking;
        if !self.cx.live {
            return figure.table().into_iter().map(|unit| self.row(figure, unit, ranked)).collect();
        }
        let (order, region) = looking.look.with(|look| (look.order, look.region.clone()));
        figure.rows(order, region.as_deref()).into_iter().map(|unit| self.row(figure, unit, ranked)).collect()
    }

    fn row(&self, figure: &MapFigure, unit: &MapUnit, ranked: bool) -> El {
        let (code, looking) = (unit.code, self.looking);
        let (value, rank) = match &unit.value {
            Some(v) => {
                let doubt = figure.doubt(v.status).map(|d| format!(" ({d})")).unwrap_or_default();
                (format!("{}{doubt}", v.number), v.rank_text.clone())
            }
            None => (figure.nothing().to_owned(), String::new()),
        };
        let page = || el("a").attr("href", &self.cx.href(&Route::Province(unit.code34)));
        let mut row = el("tr").attr("data-x", &code.to_string());
        let live = self.cx.live;
        let mut head = el("th").attr("scope", "row");
        if live {
            let class =
                move || if looking.pinned.get() == Some(code) { "chosen".to_owned() } else { String::new() };
            row = row
                .attr("data-series", SERIES)
                .attr_now("class", class)
                .on("pointerenter", move |_| looking.point(Some(code)))
                .on("pointerleave", move |_| looking.point(None))
                .on("focusin", move |_| looking.point(Some(code)))
                .on("focusout", move |_| looking.point(None));
            let t = &figure.locale.messages().map_tools;
            let name = el("button").attr("type", "button").on("click", move |_| looking.pin.run(Some(code)));
            // A phone has no room for the last columns: it finds region and page under the name.
            let small =
                el("small").class("map-small").text(&unit.region).text(" · ").add(page().text(t.page));
            head = head.add(name.text(&unit.name)).add(small);
        } else {
            head = head.text(&unit.name);
        }
        let mut cells = vec![head, el("td").class("number").text(&value)];
        cells.extend(ranked.then(|| el("td").text(&rank)));
        // Without a script no column hides, and every byte of the page counts.
        let cell = |column| if live { el("td").class(class_of(column)) } else { el("td") };
        cells.push(cell(Column::Region).text(&unit.region));
        if code.level() == Level::Old {
            let cell = cell(Column::Other);
            cells.push(if live { cell.add(page().text(&unit.today)) } else { cell.text(&unit.today) });
        }
        row.all(cells)
    }

    /// Under the table: take it along, and the way back.
    fn below(&self) -> El {
        let t = &self.cx.t().map_tools;
        let (taken, status) = (self.clone(), self.status);
        let button = |words: &str| el("button").attr("type", "button").class("map-fit").text(words);
        el("p")
            .class("map-below")
            .add(button(t.csv).on("click", move |_| taken.save()))
            .add(button(t.to_map).on("click", move |_| focus::later(PICTURE)))
            .add(el("span").attr("role", "status").text_now(move || status.get()))
    }

    /// The rows as they are shown.
    fn save(&self) {
        let figure = self.figure.get_untracked();
        let Some(about) = About::of(&self.cx.data, &figure.id, self.cx.locale) else { return };
        let (order, region) = self.looking.look.with_untracked(|look| (look.order, look.region.clone()));
        let mut sheet = Sheet::mapped(&self.cx.data, &figure, &about);
        figure.arrange(&mut sheet, order, region.as_deref());
        let name = about.file(&format!("{}-ban-do", about.id), "-bang.csv");
        let t = &self.cx.t().take;
        let done = save::text(&name, "text/csv;charset=utf-8", &sheet.csv(Flavour::Plain));
        let words = if done.is_ok() { t.saved } else { t.no_save };
        self.status.set(fill(words, &[("name", &name)]));
    }
}

fn class_of(column: Column) -> &'static str {
    match column {
        Column::Value => "number",
        Column::Region => "map-wide",
        Column::Other => "map-wide map-today",
        _ => "",
    }
}
