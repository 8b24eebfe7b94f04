//! What of a comparison can be taken along: its picture, as SVG and as PNG, with its address in it.

use super::Desk;
use crate::browser::raster::{self, Picture};
use crate::browser::{Trouble, save};
use crate::figure::Chart;
use crate::figure::about::About;
use crate::figure::poster::{Format, Poster};
use crate::route::{Route, params};
use crate::scene::dress::Scheme;
use crate::text::fill;
use crate::ui::components::el::{El, el};
use leptos::prelude::*;

/// Two buttons and what came of them.
pub(super) fn pictures(desk: &Desk) -> El {
    let t = &desk.cx.t().take;
    let said = RwSignal::new(String::new());
    let (as_svg, as_png) = (desk.clone(), desk.clone());
    let button = |name: &str| el("button").attr("type", "button").class("plain-button").text(name);
    let svg = button(t.svg).on("click", move |_| {
        let (about, poster) = as_svg.poster();
        let name = about.file(&about.id, ".svg");
        said.set(as_svg.outcome(save::text(&name, "image/svg+xml", &poster.svg()), &name));
    });
    let png = button(t.png2).on("click", move |_| {
        let (about, mut poster) = as_png.poster();
        let (name, desk) = (about.file(&about.id, ".png"), as_png.clone());
        poster.shown = ((poster.shown.0 * 2.0).round(), (poster.shown.1 * 2.0).round());
        let (width, height) = poster.shown;
        let picture = Picture { svg: poster.svg_in(Scheme::Light), width, height };
        said.set(desk.cx.t().take.working.to_owned());
        leptos::task::spawn_local(async move {
            let done = raster::save(picture, &name).await;
            let _ = said.try_set(desk.outcome(done, &name));
        });
    });
    let status = el("span").class("src").attr("role", "status").text_now(move || said.get());
    el("div").class("compare-ends").add(svg).add(png).add(status)
}

impl Desk {
    fn poster(&self) -> (About, Poster) {
        let (chart, data, locale) = (self.chart.get_untracked(), &self.cx.data, self.cx.locale);
        let compared = self.now.get_untracked();
        let mut licences: Vec<&str> = compared.of(data).map(|i| i.licence.get(locale)).collect();
        licences.dedup();
        let names: Vec<&str> = compared.of(data).map(|i| i.name.get(locale)).collect();
        let about = About {
            id: chart.id.clone(),
            locale,
            name: names.join(" · "),
            definition: chart.subtitle.clone(),
            licence: licences.join(" · "),
            as_of: data.as_of,
            page: format!("{}{}", Route::Compare.path(locale), params::with("", &compared.query())),
        };
        let poster = Poster::of_drawn(&chart, &about, Format::Natural, Chart::draw_compared);
        (about, poster)
    }

    fn outcome(&self, result: Result<(), Trouble>, name: &str) -> String {
        let t = &self.cx.t().take;
        match result {
            Ok(()) => fill(t.saved, &[("name", name)]),
            Err(Trouble::Cancelled) => String::new(),
            Err(Trouble::Fonts) => t.no_font.into(),
            Err(Trouble::Picture) => t.no_picture.into(),
            Err(_) => fill(t.no_save, &[("name", name)]),
        }
    }
}
