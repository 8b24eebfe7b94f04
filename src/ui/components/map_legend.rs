//! The classes, darkest first, with how many units each holds. One sign points to the class of the unit under the
//! pointer, another to that of the pinned one; a class lights its units.

use super::el::{El, el, now, picture};
use super::map_looking::Looking;
use crate::data::UnitCode;
use crate::figure::map::MapFigure;
use crate::figure::map_coat::Light;
use crate::scene::svg::content;
use crate::scene::{Mark, Reading, Role, Scene, Shape};
use crate::text::fill;
use leptos::prelude::*;
use std::sync::Arc;

/// The signs: of what is pointed at, and of what is pinned.
const SIGNS: [(&str, &str); 2] = [("▶", "map-at"), ("◆", "map-pinned-at")];

/// The legend.
pub fn map_legend(figure: Signal<Arc<MapFigure>>, looking: Looking, live: bool) -> AnyView {
    let t = &figure.with_untracked(|figure| figure.locale).messages().map_tools;
    // A light of another map's class would fall on nothing that was asked for.
    Effect::new(move |_| {
        figure.track();
        looking.held.set(None);
        looking.passed.set(None);
    });
    let at = |of: Signal<Option<UnitCode>>| {
        Memo::new(move |_| {
            let figure = figure.get();
            let unit = figure.get(of.get()?)?;
            Some((figure.light(unit), unit.name.clone()))
        })
    };
    let places = [at(looking.focus.into()), at(looking.pinned)];
    let rows = now(move || {
        let figure = figure.get();
        let missing = figure.units.len() - figure.count;
        let mut rows: Vec<El> = (figure.classes.iter().rev())
            .map(|class| {
                let row =
                    Row { role: Role::Province, tone: class.tone, label: &class.label, count: class.count };
                row.show(&figure, looking, places, live)
            })
            .collect();
        if missing > 0 {
            let row = Row { role: Role::NoData, tone: 0, label: figure.nothing(), count: missing };
            rows.push(row.show(&figure, looking, places, live));
        }
        super::el::row(rows)
    });
    let here =
        SIGNS.into_iter().zip(places).zip([t.hovered, t.pinned]).map(|(((sign, class), place), words)| {
            el("span").class(class).text_now(move || {
                let name = place.get().map(|(_, name)| name);
                name.map_or_else(String::new, |name| format!("{sign} {}", fill(words, &[("name", &name)])))
            })
        });
    let here: Vec<El> = here.collect();
    let mut legend = el("div")
        .class("map-legend")
        .add(
            el("p")
                .class("map-unit")
                .attr("id", "map-legend-name")
                .text_now(move || figure.get().subtitle.clone()),
        )
        .add(el("ul").attr("aria-labelledby", "map-legend-name").view(rows));
    if live {
        legend = legend.add(el("p").class("map-here").all(here)).add(el("p").class("src").text(t.light));
    }
    legend.into_any()
}

struct Row<'a> {
    role: Role,
    tone: u8,
    label: &'a str,
    count: usize,
}

impl Row<'_> {
    fn show(
        &self,
        figure: &MapFigure,
        looking: Looking,
        places: [Memo<Option<(Light, String)>>; 2],
        live: bool,
    ) -> El {
        let t = &figure.locale.messages().map;
        let light: Light = if self.role == Role::NoData { 0 } else { self.tone + 1 };
        let inside = move |place: Memo<Option<(Light, String)>>| {
            place.with(|at| at.as_ref().is_some_and(|(of, _)| *of == light))
        };
        let words = [
            el("span").class("map-range").text(self.label),
            el("span").class("map-count").text(&fill(t.count, &[("n", &self.count.to_string())])),
        ];
        if !live {
            return el("li").add(self.swatch()).all(words.into());
        }
        let signs = SIGNS.into_iter().zip(places).map(|((sign, class), place)| {
            let class = format!("map-sign {class}");
            let sign = move || if inside(place) { sign.to_owned() } else { String::new() };
            el("span").class(&class).attr("aria-hidden", "true").text_now(sign)
        });
        let signs: Vec<El> = signs.collect();
        let [pointed, pinned] = places;
        let here = move || if inside(pointed) || inside(pinned) { "here".to_owned() } else { String::new() };
        let press = move |_| {
            let held = looking.held.get_untracked() == Some(light);
            looking.held.set((!held).then_some(light));
            looking.passed.set(None);
        };
        let button = el("button")
            .attr("type", "button")
            .attr_now("aria-pressed", move || (looking.held.get() == Some(light)).to_string())
            .on("click", press)
            .on("pointerenter", move |_| looking.passed.set(Some(light)))
            .on("pointerleave", move |_| looking.passed.set(None))
            .on("focus", move |_| looking.passed.set(Some(light)))
            .on("blur", move |_| looking.passed.set(None))
            .add(self.swatch())
            .all(words.into())
            .all(signs);
        el("li").attr_now("class", here).add(button)
    }

    fn swatch(&self) -> El {
        let scene = Scene {
            id: format!("map-legend-{}", self.tone),
            width: 28.0,
            height: 18.0,
            name: String::new(),
            description: String::new(),
            reading: Reading::Free,
            marks: vec![Mark::new(self.role, self.tone, Shape::Rect(0.5, 0.5, 27.0, 17.0))],
            hits: Vec::new(),
        };
        let svg = [("viewBox", "0 0 28 18"), ("width", "28"), ("height", "18"), ("aria-hidden", "true")];
        super::el::shape(crate::scene::svg::Tag::Svg, &svg).all(content(&scene).iter().map(picture).collect())
    }
}
