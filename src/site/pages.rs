//! Prerendering: every page in both languages as a whole document, by the same components that run in the browser.

use super::assets::Assets;
use super::content::Content;
use super::downloads::DataFiles;
use super::headers::CSP;
use super::place::Place;
use super::{Outcome, PageInfo, files, share, stop};
use crate::geo::Geometry;
use crate::quiz::bank::Bank;
use crate::route::{Program, Route};
use crate::text::Locale;
use crate::ui::app::{App, AppProps};
use crate::ui::context::{ARCHIVE, BANK, Context, DATASET, FINE, GEOMETRY, PRACTICE, Part};
use crate::ui::head;
use crate::ui::pages::ALL;
use leptos::prelude::*;
use leptos_router::location::RequestUrl;
use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;

/// Everything a page is rendered from.
pub struct Renderer {
    content_data: Arc<crate::data::Dataset>,
    geometry: Arc<Geometry>,
    bank: Arc<Bank>,
}

impl Renderer {
    /// Reads geometry and questions, which the content check has already found right.
    pub fn new(content: &Content) -> Outcome<Self> {
        // Leptos wants an executor even where nothing is asynchronous; a second call is refused and that is fine.
        let _ = any_spawner::Executor::init_futures_executor();
        let (geometry, bank) = (geometry(content)?, bank(content)?);
        Ok(Self { content_data: content.dataset.clone(), geometry: Arc::new(geometry), bank: Arc::new(bank) })
    }

    /// What stands inside `#app`, and the head's title and description.
    pub fn body(&self, route: &Route, locale: Locale, base: &str, build: &str) -> (String, head::Head) {
        let owner = Owner::new();
        owner.with(|| {
            provide_context(RequestUrl::new(&format!("{base}{}", route.path(locale))));
            let cx = Context {
                data: self.content_data.clone(),
                locale,
                base: base.into(),
                build: build.into(),
                live: false,
                archive: RwSignal::new(Part::Ready(self.content_data.clone())),
                readers: ALL.readers,
                geometry: RwSignal::new(Part::Ready(self.geometry.clone())),
                fine: RwSignal::new(Part::Missing),
                bank: RwSignal::new(Part::Ready(self.bank.clone())),
                practice: RwSignal::new(Part::Missing),
                today: RwSignal::new(None),
                search: RwSignal::new(String::new()),
                mine: RwSignal::new(None),
                notice: RwSignal::new(None),
            };
            let head = head::of(&cx, route);
            (App(AppProps { cx, book: ALL }).to_html(), head)
        })
    }
}

/// The shapes of the provinces.
pub(super) fn geometry(content: &Content) -> Outcome<Geometry> {
    Geometry::parse(&content.topology).map_err(|e| stop!("geo/vietnam.topo.json: {e}"))
}

pub(super) fn fine(content: &Content) -> Outcome<Geometry> {
    Geometry::parse(&content.fine).map_err(|e| stop!("geo/vietnam.fine.topo.json: {e}"))
}

/// The questions.
pub(super) fn bank(content: &Content) -> Outcome<Bank> {
    let file = serde_json::from_value(content.quiz.clone()).map_err(|e| stop!("quiz: {e}"))?;
    Bank::from_file(file).map_err(|faults| {
        let all: Vec<String> = faults.iter().map(|f| format!("{}: {}", f.place, f.message)).collect();
        stop!("Câu hỏi có lỗi, hãy sửa rồi chạy lại:\n{}", all.join("\n"))
    })
}

/// Writes every page; says which there are.
pub fn write(
    staging: &Path,
    place: &Place,
    assets: &Assets,
    build: &str,
    content: &Content,
    data: &DataFiles,
) -> Outcome<Vec<PageInfo>> {
    let renderer = Renderer::new(content)?;
    let base = place.base();
    let mut out = Vec::new();
    for route in Route::all(&content.dataset) {
        for locale in Locale::ALL {
            let (body, head) = renderer.body(&route, locale, base, build);
            let used = data.of(&route, locale);
            let image = place.address(&share::path(&route, locale));
            let page = document(&route, locale, base, build, &head, &body, assets, data, &image);
            files::write(&staging.join(route.file(locale)), page)?;
            // The page for unknown addresses has no counterpart worth announcing.
            let alternate = (route != Route::NotFound).then(|| format!("/{}", route.path(locale.other())));
            out.push(PageInfo { path: format!("/{}", route.path(locale)), alternate, data: used });
        }
    }
    Ok(out)
}

#[allow(clippy::too_many_arguments)] // one call, one template
fn document(
    route: &Route,
    locale: Locale,
    base: &str,
    build: &str,
    head: &head::Head,
    body: &str,
    assets: &Assets,
    data: &DataFiles,
    image: &str,
) -> String {
    let lang = locale.tag();
    let (title, description) = (escape(&head.title), escape(&head.description));
    let alternates: String = if *route == Route::NotFound {
        "<meta name=\"robots\" content=\"noindex\">".into()
    } else {
        Locale::ALL
            .map(|l| {
                format!("<link rel=\"alternate\" hreflang=\"{}\" href=\"{base}{}\">", l.tag(), route.path(l))
            })
            .concat()
    };
    // What the page's program may fetch; hashes do not compress, so no others.
    let program = route.program();
    let metas = [
        (DATASET, data.dataset_of(route, locale), true),
        (ARCHIVE, DataFiles::pick(&data.archive, locale), program == Program::Reading),
        (GEOMETRY, &data.geometry, matches!(program, Program::Chart | Program::Map)),
        (FINE, &data.fine, matches!(program, Program::Chart | Program::Map)),
        (BANK, DataFiles::pick(&data.bank, locale), program == Program::Quiz),
        (PRACTICE, DataFiles::pick(&data.practice, locale), *route == Route::Quiz),
    ]
    .into_iter()
    .filter(|(_, _, needed)| *needed)
    .fold(String::new(), |mut all, (name, file, _)| {
        let (path, integrity) = (&file.path, &file.integrity);
        let _ = write!(all, "<meta name=\"{name}\" content=\"{base}{path}\" data-integrity=\"{integrity}\">");
        all
    });
    // The two weights of the first screen: text and large numerals.
    let mut fonts = String::new();
    for font in assets.fonts.iter().filter(|f| f.contains("-400") || f.contains("-800")) {
        let _ = write!(
            fonts,
            "<link rel=\"preload\" as=\"font\" type=\"font/woff2\" crossorigin href=\"{base}{font}\">"
        );
    }
    // All weights by number: pictures that leave the page take them along (`browser::raster`).
    let weights: Vec<String> = (assets.fonts.iter())
        .filter_map(|font| font.rsplit('-').nth(1).map(|weight| format!("{weight} {base}{font}")))
        .collect();
    let _ = write!(fonts, "<meta name=\"phong-chu\" content=\"{}\">", weights.join(" "));
    let tags = assets.tags(base, route.program());
    format!(
        "<!DOCTYPE html>\n<html lang=\"{lang}\" data-app=\"static\" data-base=\"{base}\" data-build=\"{build}\">\n<head>\
         <meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{CSP}\">\
         <title>{title}</title><meta name=\"description\" content=\"{description}\">\
         <meta property=\"og:title\" content=\"{title}\"><meta property=\"og:description\" content=\"{description}\">\
         <meta property=\"og:locale\" content=\"{og}\"><meta property=\"og:image\" content=\"{image}\">\
         <meta property=\"og:image:width\" content=\"1200\"><meta property=\"og:image:height\" content=\"630\">\
         <meta name=\"twitter:card\" content=\"summary_large_image\"><meta name=\"color-scheme\" content=\"light dark\">\
         <meta name=\"theme-color\" media=\"(prefers-color-scheme: light)\" content=\"#FBF7EF\">\
         <meta name=\"theme-color\" media=\"(prefers-color-scheme: dark)\" content=\"#0E1628\">\
         <link rel=\"icon\" type=\"image/svg+xml\" href=\"{base}bieu-tuong.svg\">\
         {fonts}{tags}{alternates}{metas}</head>\n<body><div id=\"app\">{body}</div></body>\n</html>\n",
        og = if locale == Locale::Vi { "vi_VN" } else { "en_GB" },
    )
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
