//! The page of a province of today, and the list of all. Nothing on them needs a script, so the browser keeps what
//! was prerendered and no program grows by them.

#[cfg(not(target_arch = "wasm32"))]
use crate::data::Code34;
#[cfg(not(target_arch = "wasm32"))]
use crate::figure::profile::{self, Profile, Row};
#[cfg(not(target_arch = "wasm32"))]
use crate::figure::profile_near::NEAR;
use crate::route::Route;
#[cfg(not(target_arch = "wasm32"))]
use crate::scene::{
    Scene,
    svg::{Tag, content, num},
};
use crate::ui::components::el::el;
#[cfg(not(target_arch = "wasm32"))]
use crate::ui::components::el::{El, picture, shape};
#[cfg(not(target_arch = "wasm32"))]
use crate::ui::components::{fact, map_view::boundary, province_map};
use crate::ui::context::Context;
#[cfg(not(target_arch = "wasm32"))]
use crate::ui::context::Part;
use leptos::prelude::*;

/// The page of one province, or the list.
pub fn page(cx: &Context, route: &Route) -> AnyView {
    let keep = el("div").attr("data-keep", &route.path(cx.locale));
    if cx.live { keep.into_any() } else { keep.view(still(cx, route)).into_any() }
}

#[cfg(target_arch = "wasm32")]
fn still(_cx: &Context, _route: &Route) -> AnyView {
    ().into_any()
}

#[cfg(not(target_arch = "wasm32"))]
fn still(cx: &Context, route: &Route) -> AnyView {
    match route {
        Route::Province(code) => one(cx, *code).map_or_else(|| ().into_any(), El::into_any),
        _ => list(cx).into_any(),
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn link(cx: &Context, code: Code34, name: &str) -> El {
    el("a").attr("href", &cx.href(&Route::Province(code))).text(name)
}

#[cfg(not(target_arch = "wasm32"))]
fn list(cx: &Context) -> El {
    let t = &cx.t().province;
    let items = profile::all(&cx.data, cx.locale).into_iter().map(|(code, name, old)| {
        let item = el("li").add(link(cx, code, &name));
        if old.len() > 1 { item.text(" ").add(el("span").class("src").text(&old.join(", "))) } else { item }
    });
    el("article")
        .class("province")
        .add(el("h1").text(t.list_title))
        .add(el("p").class("lead").text(t.list_lead))
        .add(el("ul").class("province-list").all(items.collect()))
}

#[cfg(not(target_arch = "wasm32"))]
fn one(cx: &Context, code: Code34) -> Option<El> {
    let Part::Ready(geometry) = cx.geometry.get_untracked() else { return None };
    let p = Profile::new(&cx.data, &geometry, code, cx.locale)?;
    let t = &cx.t().province;
    let place = p.place(&cx.data, &geometry, cx.locale)?;
    let near = p.neighbours.iter().map(|(code, name)| el("li").add(link(cx, *code, name))).collect();
    let source = p.source.publisher.get(cx.locale);
    let source = match &p.source.url {
        Some(url) => el("a").attr("href", url).attr("rel", "external noopener").text(source),
        None => el("span").text(source),
    };
    let sums = p.sums.iter().map(|words| el("li").text(words)).collect();
    let picture = province_map::still(&place, "narrow-always", "");
    let close = close(cx, &p.near(&cx.data, &geometry, cx.locale)?, &p);
    let facts: Vec<El> = (p.facts.iter())
        .map(|f| {
            el("li")
                .attr("data-fact", &f.id)
                .add(el("strong").text(f.label.get(cx.locale)))
                .text(": ")
                .text(f.value.get(cx.locale))
                .text(". ")
                .add(el("a").attr("href", &fact::href(cx, &f.id)).text(cx.t().map.source))
        })
        .collect();
    let about = (!facts.is_empty())
        .then(|| el("section").add(el("h2").text(t.facts)).add(el("ul").class("province-facts").all(facts)));
    Some(
        el("article")
            .class("province")
            .attr("data-province", &p.code.to_string())
            .add(
                el("p")
                    .class("over")
                    .add(el("a").attr("href", &cx.href(&Route::Provinces)).text(t.list_title)),
            )
            .add(el("h1").text(&p.name))
            .add(el("p").class("lead").text(&p.origin.join(" ")))
            .add(
                el("div")
                    .class("province-top")
                    .add(
                        el("div")
                            .add(el("h2").text(t.sums))
                            .add(el("ul").class("province-sums").all(sums))
                            .add(
                                el("p").class("src").text(cx.t().map.source).text(": ").add(source).text("."),
                            )
                            .add(el("h2").text(t.neighbours))
                            .add(el("ul").class("province-near").all(near)),
                    )
                    .add(
                        el("figure")
                            .class("province-place")
                            .add(
                                el("div")
                                    .class("province-maps")
                                    .add(el("div").class("plot map-plot province-close").add(close))
                                    .add(el("div").class("plot map-plot").view(picture)),
                            )
                            .add(
                                el("figcaption")
                                    .class("src")
                                    .text(t.key)
                                    .text(" ")
                                    .view(boundary(cx.locale))
                                    .text(" ")
                                    .text(cx.t().map.illustrative),
                            ),
                    ),
            )
            .add(numbers(cx, &p))
            .opt(about),
    )
}

/// The close picture, each neighbour in it a link to its page.
#[cfg(not(target_arch = "wasm32"))]
fn close(cx: &Context, scene: &Scene, p: &Profile<'_>) -> El {
    let name_of = |code: Code34| p.neighbours.iter().find(|(c, _)| *c == code).map(|(_, name)| name.as_str());
    let nodes = content(scene).into_iter().map(|node| {
        let code = node.attrs.iter().find(|(name, _)| *name == NEAR);
        let code = code.and_then(|(_, code)| Code34::parse(code));
        let drawn = picture(&node);
        let link = code.and_then(|code| Some((code, name_of(code)?)));
        match link {
            Some((code, name)) => el("a")
                .attr("href", &cx.href(&Route::Province(code)))
                // The list beside it holds the same links for the keyboard.
                .attr("tabindex", "-1")
                .attr("aria-label", name)
                .add(drawn),
            None => drawn,
        }
    });
    shape(Tag::Svg, &[])
        .attr("viewBox", &format!("0 0 {} {}", num(scene.width), num(scene.height)))
        .attr("role", "group")
        .attr("aria-label", &scene.name)
        .all(nodes.collect())
}

#[cfg(not(target_arch = "wasm32"))]
fn numbers(cx: &Context, p: &Profile<'_>) -> El {
    let t = &cx.t().province;
    // On a phone every row becomes a card by style; the roles keep it a table for a screen reader.
    let head = |words: &str| el("th").attr("scope", "col").attr("role", "columnheader").text(words);
    let mut heads = vec![head(t.col_indicator)];
    heads.extend(p.members.iter().map(|(_, name)| head(name)));
    heads.push(head(t.col_median));
    let caption = crate::text::fill(t.caption, &[("name", &p.name)]);
    let rows = p.rows.iter().map(|row| line(cx, p, row)).collect();
    el("section").add(el("h2").text(t.numbers)).add(el("p").class("src").text(t.no_average)).add(
        el("div")
            .class("table-box")
            .attr("tabindex", "0")
            .attr("role", "region")
            .attr("aria-label", &caption)
            .add(
                el("table")
                    .class("cards")
                    .attr("role", "table")
                    .attr("data-for", &format!("tinh-{}", p.code))
                    .add(el("caption").text(&caption))
                    .add(el("thead").attr("role", "rowgroup").add(el("tr").attr("role", "row").all(heads)))
                    .add(el("tbody").attr("role", "rowgroup").all(rows)),
            ),
    )
}

#[cfg(not(target_arch = "wasm32"))]
fn line(cx: &Context, p: &Profile<'_>, row: &Row) -> El {
    let first = p.members.first().map(|(code, _)| code.to_string()).unwrap_or_default();
    let href = format!("{}?tinh={first}", cx.href(&Route::Indicator(row.id.clone())));
    let name = el("th")
        .attr("scope", "row")
        .attr("role", "rowheader")
        .add(el("a").attr("href", &href).text(&row.name))
        .text(&format!(" ({})", row.year));
    let cell = |column: &str| el("td").attr("role", "cell").attr("data-col", column);
    let cells = row.cells.iter().zip(&p.members).map(|((value, rank), (_, column))| {
        let words = el("span").text(value);
        let rank = (!rank.is_empty()).then(|| el("span").class("src").text(&format!(", {rank}")));
        cell(column).add(words.opt(rank))
    });
    let median = if row.median.is_empty() { "–" } else { &row.median };
    let median = cell(cx.t().province.col_median).add(el("span").text(median));
    el("tr").attr("role", "row").attr("data-x", &row.id).add(name).all(cells.collect()).add(median)
}
