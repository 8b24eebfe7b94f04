//! Taking a figure away: pictures, numbers, a citation, the share sheet, paper.
//!
//! Without a script there are links to the files that the build has made. With one, the same links save what is on the
//! screen now, and each says in words what came of it.

use super::el::{El, el, now};
use crate::browser::raster::{self, Picture};
use crate::browser::{Trouble, clipboard, document, save, share};
use crate::data::Indicator;
use crate::figure::Chart;
use crate::figure::about::About;
use crate::figure::cite::{Style, cite};
use crate::figure::json;
use crate::figure::leave::Leave;
use crate::figure::map::MapFigure;
use crate::figure::map_state::MERGER;
use crate::figure::poster::Format;
use crate::figure::sheet::{Flavour, Sheet};
use crate::route::{Route, params};
use crate::scene::dress::Scheme;
use crate::text::fill;
use crate::ui::context::Context;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// Parameters that say nothing of what is shown.
const PASSING: [&str; 2] = ["ngay", "theme"];

/// Gives the figure as it is shown now; follows signals.
pub type Figure = Arc<dyn Fn() -> Arc<dyn Leave> + Send + Sync>;

/// Of a chart.
pub fn take(cx: &Context, chart: Signal<Arc<Chart>>) -> AnyView {
    of(cx, Arc::new(move || chart.get()), None)
}

/// Of a map, which may come to show another indicator.
/// The map's own page has another address than the pages of indicators.
pub fn take_map(cx: &Context, map: Signal<Arc<MapFigure>>, page: Option<&Route>) -> AnyView {
    let (cx, page) = (cx.clone(), page.map(|page| page.path(cx.locale)));
    let id = Memo::new(move |_| map.get().id.clone());
    now(move || {
        id.track();
        of(&cx, Arc::new(move || map.get()), page.clone())
    })
}

fn of(cx: &Context, figure: Figure, page: Option<String>) -> AnyView {
    let id = untrack(|| figure().id().to_owned());
    let merger = || (id == MERGER).then(|| About::merger(&cx.data, cx.locale));
    About::of(&cx.data, &id, cx.locale)
        .or_else(merger)
        .map_or_else(|| ().into_any(), |about| at(cx, about, figure, page))
}

/// Of any figure, with what is to be said about it.
pub fn with(cx: &Context, about: About, figure: Figure) -> AnyView {
    at(cx, about, figure, None)
}

fn at(cx: &Context, about: About, figure: Figure, page: Option<String>) -> AnyView {
    let name = format!("{}{}", about.id, untrack(|| figure().kind()));
    let status = RwSignal::new(String::new());
    let page = page.unwrap_or_else(|| about.page.clone()).into();
    let desk = Desk { cx: cx.clone(), about: Arc::new(about), page, name: name.into(), figure, status };
    let t = &cx.t().take;
    let fold = el("details")
        .attr("id", &format!("tai-ve-{}", desk.name))
        .add(el("summary").text(t.title))
        .add(desk.group("hinh", t.pictures, desk.pictures()))
        .add(desk.group("so", t.numbers, desk.numbers()))
        .add(desk.citation())
        .opt(
            cx.live
                .then(|| el("p").class("take-status").attr("role", "status").text_now(move || status.get())),
        );
    let words = t.page;
    let page = el("p").class("take-page").text_now(move || fill(words, &[("url", &desk.address())]));
    el("div").class("take").add(fold).add(page).into_any()
}

/// What every action needs.
#[derive(Clone)]
struct Desk {
    cx: Context,
    about: Arc<About>,
    /// Path of the page it stands on.
    page: Arc<str>,
    /// What its pictures are called: the id, and what kind of figure it is.
    name: Arc<str>,
    figure: Figure,
    /// What came of the last action.
    status: RwSignal<String>,
}

impl Desk {
    fn group(&self, slug: &str, head: &str, items: Vec<El>) -> El {
        let id = format!("tai-ve-{}-{slug}", self.name);
        el("div")
            .class("take-group")
            .attr("role", "group")
            .attr("aria-labelledby", &id)
            .add(el("p").class("take-head").attr("id", &id).text(head))
            .add(el("ul").class("take-list").all(items))
    }

    fn pictures(&self) -> Vec<El> {
        let t = &self.cx.t().take;
        let svg = {
            let desk = self.clone();
            move || {
                let text = desk.now().poster(&desk.about, Format::Natural).svg();
                desk.save_text(".svg", "image/svg+xml", &text);
            }
        };
        let png = |tail: &'static str, format, scale| {
            let desk = self.clone();
            move || desk.save_png(tail, format, scale)
        };
        let file = |tail: &str| format!("hinh/{}.{}{tail}", self.name, self.cx.locale.tag());
        let mut items = vec![
            self.file(t.svg, Some(t.svg_note), &file(".svg"), ".svg", svg),
            self.file(t.png, None, &file(".png"), ".png", png(".png", Format::Natural, 1.0)),
            self.file(t.png2, None, &file("@2x.png"), "@2x.png", png("@2x.png", Format::Natural, 2.0)),
            self.file(
                t.square,
                Some(t.square_note),
                &file("-vuong.png"),
                "-vuong.png",
                png("-vuong.png", Format::Square, 1.0),
            ),
        ];
        // Where no script can show the map, its picture can.
        let provincial = self.cx.data.indicator(&self.about.id).is_some_and(Indicator::is_provincial);
        if !self.cx.live && provincial {
            let map = format!("{}-ban-do", self.about.id);
            let path = format!("hinh/{map}.{}.png", self.cx.locale.tag());
            items.push(self.named(t.map, None, &path, &self.about.file(&map, ".png"), Box::new(|| {})));
        }
        if self.cx.live && clipboard::takes_pictures() {
            let desk = self.clone();
            items.push(action(t.copy_picture, move || desk.copy_picture()));
        }
        if self.cx.live && share::is_there() {
            let desk = self.clone();
            items.push(action(t.share, move || desk.share()));
        }
        items
    }

    fn numbers(&self) -> Vec<El> {
        let t = &self.cx.t().take;
        let file = |tail: &str| format!("du-lieu/{}{tail}", self.about.id);
        let tag = self.cx.locale.tag();
        let csv = |tail: &'static str, flavour, all| {
            let desk = self.clone();
            move || {
                let figure = desk.now();
                desk.save_text(
                    tail,
                    "text/csv;charset=utf-8",
                    &desk.sheet(figure.as_ref(), all).csv(flavour),
                );
            }
        };
        let all = {
            let desk = self.clone();
            move || {
                let figure = desk.now();
                let sheet = desk.sheet(figure.as_ref(), true);
                desk.save_text(
                    ".json",
                    "application/json",
                    &json::write(&sheet, figure.finding(), figure.notes()),
                );
            }
        };
        let mut items = Vec::new();
        let whole = file(&format!(".{tag}.csv"));
        if self.cx.live {
            let shown = csv("-dang-xem.csv", Flavour::Plain, false);
            items.push(self.file(t.csv_shown, None, &whole, "-dang-xem.csv", shown));
        }
        items.push(self.file(t.csv_all, None, &whole, ".csv", csv(".csv", Flavour::Plain, true)));
        let excel = csv("-excel-vi.csv", Flavour::Excel, true);
        items.push(self.file(
            t.csv_excel,
            Some(t.csv_excel_note),
            &file(".excel-vi.csv"),
            "-excel-vi.csv",
            excel,
        ));
        items.push(self.file(t.json, None, &file(&format!(".{tag}.json")), ".json", all));
        items
    }

    /// The citation in words that can be selected, in the style a reader picks; without a script in every style.
    fn citation(&self) -> El {
        let t = &self.cx.t().take;
        let head = format!("tai-ve-{}-trich", self.name);
        let group = el("div")
            .class("take-group")
            .attr("role", "group")
            .attr("aria-labelledby", &head)
            .add(el("p").class("take-head").attr("id", &head).text(t.cite));
        if !self.cx.live {
            let words = Style::ALL.map(|style| {
                let name = el("span").class("take-style").text(style.name(self.cx.locale));
                el("div").add(name).add(el("p").class("take-cite").text(&self.cited(style)))
            });
            return group.all(words.into());
        }
        let style = RwSignal::new(Style::Plain);
        let name = format!("kieu-{}", self.name);
        let choices = Style::ALL.map(|one| {
            let control = el("input")
                .attr("type", "radio")
                .attr("name", &name)
                .flag_now("checked", move || style.get_untracked() == one)
                .on("change", move |_| style.set(one));
            el("label").add(control).add(el("span").text(one.name(self.cx.locale)))
        });
        let (shown, copied) = (self.clone(), self.clone());
        let copy = action(t.copy, move || copied.copy_citation(style.get_untracked()));
        group
            .add(el("fieldset").class("take-styles").add(el("legend").text(t.cite_as)).all(choices.into()))
            .add(
                el("textarea")
                    .class("take-cite")
                    .attr("readonly", "")
                    .attr("aria-labelledby", &head)
                    .attr_now("rows", move || if style.get() == Style::Bibtex { "9" } else { "4" }.into())
                    .value_now(move || shown.cited(style.get())),
            )
            .add(el("ul").class("take-list").add(copy).add(action(t.print, save::print)))
    }

    /// A link to a file that the build has made; with a script it saves what is on the screen now.
    fn file(&self, name: &str, note: Option<&str>, path: &str, tail: &str, act: impl Fn() + 'static) -> El {
        self.named(name, note, path, &self.about.file(&self.name, tail), Box::new(act))
    }

    fn named(&self, name: &str, note: Option<&str>, path: &str, file: &str, act: Box<dyn Fn()>) -> El {
        let mut link = el("a")
            .attr("href", &self.cx.file(path))
            .attr("download", file)
            .attr("rel", "external")
            .text(name);
        if self.cx.live {
            link = link.on("click", move |event| {
                event.prevent_default();
                act();
            });
        }
        el("li").add(link).opt(note.map(|note| el("small").text(note)))
    }

    fn now(&self) -> Arc<dyn Leave> {
        untrack(|| (self.figure)())
    }

    /// The rows: those shown, or everything the indicator has.
    fn sheet<'a>(&'a self, figure: &'a dyn Leave, all: bool) -> Sheet<'a> {
        match self.cx.data.indicator(&self.about.id).filter(|_| all) {
            Some(indicator) => Sheet::all(&self.cx.data, indicator, &self.about),
            None => figure.shown(&self.cx.data, &self.about),
        }
    }

    /// The address of what is shown, as complete as it is known: of a living page with the reader's choices.
    fn address(&self) -> String {
        let origin = document::origin().unwrap_or_default();
        let mut view = String::new();
        if self.cx.live {
            // The island of a map shares the address with its page, and hears of changes only here.
            self.cx.search.track();
            view = params::with(&document::search(), &PASSING.map(|name| (name, String::new())));
        }
        format!("{origin}{}{}{view}", self.cx.base, self.page)
    }

    fn cited(&self, style: Style) -> String {
        let figure = (self.figure)();
        cite(style, &self.about, figure.sources(), &self.address(), self.cx.today.get())
    }

    fn picture(&self, format: Format, scale: f64) -> Picture {
        let mut poster = self.now().poster(&self.about, format);
        poster.shown = ((poster.shown.0 * scale).round(), (poster.shown.1 * scale).round());
        Picture { svg: poster.svg_in(Scheme::Light), width: poster.shown.0, height: poster.shown.1 }
    }

    fn save_text(&self, tail: &str, kind: &str, text: &str) {
        let name = self.about.file(&self.name, tail);
        self.say(save::text(&name, kind, text), &Said::Saved(name));
    }

    fn save_png(&self, tail: &str, format: Format, scale: f64) {
        let (desk, name) = (self.clone(), self.about.file(&self.name, tail));
        let picture = self.picture(format, scale);
        self.status.set(self.cx.t().take.working.into());
        spawn_local(async move { desk.say(raster::save(picture, &name).await, &Said::Saved(name)) });
    }

    fn copy_picture(&self) {
        let desk = self.clone();
        self.status.set(self.cx.t().take.working.into());
        let copied = clipboard::picture(self.picture(Format::Natural, 2.0));
        spawn_local(async move { desk.say(copied.await, &Said::CopiedPicture) });
    }

    fn copy_citation(&self, style: Style) {
        let (desk, words) = (self.clone(), untrack(|| self.cited(style)));
        spawn_local(async move { desk.say(clipboard::text(words).await, &Said::Copied) });
    }

    fn share(&self) {
        let desk = self.clone();
        let finding = self.now().finding().to_owned();
        let parcel = share::Parcel {
            title: self.about.name.clone(),
            text: finding,
            url: document::address().unwrap_or_else(|| self.address()),
            name: self.about.file(&self.name, ".png"),
            picture: self.picture(Format::Natural, 2.0),
        };
        self.status.set(self.cx.t().take.working.into());
        spawn_local(async move { desk.say(share::open(parcel).await, &Said::Shared) });
    }

    /// What came of it, in words.
    fn say(&self, result: Result<(), Trouble>, done: &Said) {
        let t = &self.cx.t().take;
        let words = match (result, done) {
            (Ok(()), Said::Saved(name)) => fill(t.saved, &[("name", name)]),
            (Ok(()), Said::Copied) => t.copied.into(),
            (Ok(()), Said::CopiedPicture) => t.copied_picture.into(),
            (Ok(()), Said::Shared) => t.shared.into(),
            (Err(Trouble::Cancelled), _) => String::new(),
            (Err(Trouble::Fonts), _) => t.no_font.into(),
            (Err(Trouble::Picture), _) => t.no_picture.into(),
            (Err(_), Said::Saved(name)) => fill(t.no_save, &[("name", name)]),
            (Err(_), Said::Copied) => t.no_copy.into(),
            (Err(_), Said::CopiedPicture) => t.no_copy_picture.into(),
            (Err(_), Said::Shared) => t.no_share.into(),
        };
        self.status.set(words);
    }
}

/// What an action was meant to do.
enum Said {
    Saved(String),
    Copied,
    CopiedPicture,
    Shared,
}

/// A button in a list.
fn action(name: &str, act: impl Fn() + 'static) -> El {
    let act: Box<dyn Fn()> = Box::new(act);
    let button = el("button").attr("type", "button").text(name).on("click", move |_| act());
    el("li").add(button)
}
