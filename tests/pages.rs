//! Every page as it is prerendered: one heading, language, title, living links, unique ids, tables that equal series.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use ngay_so::quiz::{bank::Bank, select, session::STANDARD};
use ngay_so::route::Route;
use ngay_so::site::content::{self, Content};
use ngay_so::site::{downloads, files, pages::Renderer};
use ngay_so::text::Locale;
use ngay_so::ui::head::Head;
use scraper::{ElementRef, Html, Node, Selector};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// A page as text; parsed anew by each test, because a parsed one cannot be shared between threads.
struct Page {
    route: Route,
    locale: Locale,
    body: String,
    head: Head,
}

impl Page {
    fn name(&self) -> String {
        format!("/{}", self.route.path(self.locale))
    }

    fn tree(&self) -> Html {
        Html::parse_document(&format!("<!DOCTYPE html><body><div id=\"app\">{}</div>", self.body))
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data")
}

fn authored() -> &'static Content {
    static CONTENT: OnceLock<Content> = OnceLock::new();
    CONTENT.get_or_init(|| content::load(&folder()).unwrap_or_else(|f| panic!("{}", content::Report(&f))))
}

fn pages() -> &'static [Page] {
    static PAGES: OnceLock<Vec<Page>> = OnceLock::new();
    PAGES.get_or_init(|| {
        let renderer = Renderer::new(authored()).unwrap();
        let mut out = Vec::new();
        for route in Route::all(&authored().dataset) {
            for locale in Locale::ALL {
                let (body, head) = renderer.body(&route, locale, "/", "thu");
                out.push(Page { route: route.clone(), locale, body, head });
            }
        }
        out
    })
}

fn all<'a>(tree: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    tree.select(&Selector::parse(selector).unwrap()).collect()
}

fn within<'a>(element: ElementRef<'a>, selector: &str) -> Vec<ElementRef<'a>> {
    element.select(&Selector::parse(selector).unwrap()).collect()
}

fn words(element: ElementRef) -> String {
    element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Runs a check over every page and fails with all that was found.
fn on_every_page(check: impl Fn(&Page, &Html) -> Vec<String>) {
    let mut faults = Vec::new();
    for page in pages() {
        let tree = page.tree();
        faults.extend(check(page, &tree).into_iter().map(|fault| format!("{}: {fault}", page.name())));
    }
    assert!(faults.is_empty(), "{} lỗi:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn every_page_has_one_heading_that_says_something() {
    on_every_page(|_, tree| {
        let found: Vec<_> = all(tree, "h1").into_iter().map(words).collect();
        if found.len() == 1 && !found[0].is_empty() { vec![] } else { vec![format!("h1: {found:?}")] }
    });
}

#[test]
fn headings_skip_no_level() {
    on_every_page(|_, tree| {
        let mut before = 0;
        let mut faults = Vec::new();
        for heading in all(tree, "h1, h2, h3, h4, h5, h6") {
            let level: u8 = heading.value().name()[1..].parse().unwrap();
            if level > before + 1 {
                faults.push(format!("h{before} rồi h{level} \"{}\"", words(heading)));
            }
            before = level;
        }
        faults
    });
}

#[test]
fn ids_are_unique_and_what_refers_to_them_finds_them() {
    on_every_page(|_, tree| {
        let mut seen = BTreeSet::new();
        let mut faults = Vec::new();
        for element in all(tree, "[id]") {
            let id = element.value().attr("id").unwrap();
            if id.trim().is_empty() || !seen.insert(id) {
                faults.push(format!("id \"{id}\" trùng hoặc rỗng"));
            }
        }
        for name in ["aria-labelledby", "aria-describedby", "aria-controls", "for"] {
            for element in all(tree, &format!("[{name}]")) {
                for id in element.value().attr(name).unwrap().split_whitespace() {
                    if !seen.contains(id) {
                        faults.push(format!("{name}=\"{id}\" không trỏ đến đâu"));
                    }
                }
            }
        }
        faults
    });
}

#[test]
fn every_link_leads_somewhere() {
    // The downloads as the build writes them, and what ships as it is.
    let out = std::env::temp_dir().join(format!("ngay-so-pages-{}", std::process::id()));
    downloads::write(&out, authored(), &folder().join("../fonts")).unwrap();
    downloads::copy_package(&out, &folder()).unwrap();
    let mut paths: BTreeSet<String> = files::list(&out).unwrap().into_iter().map(|(n, _)| n).collect();
    files::remove(&out).unwrap();
    let mut anchors: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for page in pages() {
        let tree = page.tree();
        let ids = all(&tree, "[id]").into_iter().filter_map(|e| e.value().attr("id").map(str::to_owned));
        anchors.insert(page.name(), ids.collect());
        paths.insert(page.route.path(page.locale));
    }
    on_every_page(|page, tree| {
        let mut faults = Vec::new();
        for link in all(tree, "[href]") {
            let href = link.value().attr("href").unwrap();
            if href.starts_with("https://") || href.starts_with("http://") {
                continue;
            }
            let (path, anchor) = href.split_once('#').map_or((href, None), |(p, a)| (p, Some(a)));
            let path = path.split('?').next().unwrap_or_default();
            let path = if path.is_empty() && anchor.is_some() { page.name() } else { path.to_owned() };
            let known = path.strip_prefix('/').is_some_and(|inner| paths.contains(inner));
            let there = anchor.is_none_or(|a| anchors.get(&path).is_some_and(|ids| ids.contains(a)));
            if !known || !there {
                faults.push(format!("liên kết \"{href}\" (\"{}\") không dẫn đến đâu", words(link)));
            }
        }
        faults
    });
}

#[test]
fn every_link_and_button_has_a_name() {
    on_every_page(|_, tree| {
        all(tree, "a, button")
            .into_iter()
            .filter(|e| words(*e).is_empty() && e.value().attr("aria-label").is_none_or(str::is_empty))
            .map(|e| e.html())
            .collect()
    });
}

#[test]
fn picture_and_table_of_a_chart_hold_the_same() {
    on_every_page(|_, tree| {
        let mut faults = Vec::new();
        for figure in all(tree, "figure[data-chart]") {
            let id = figure.value().attr("data-chart").unwrap();
            let pictures = within(figure, "svg[role]");
            let tables = all(tree, &format!("table[data-for=\"{id}\"]"));
            if pictures.is_empty() || tables.len() != 1 {
                faults.push(format!("{id}: {} hình, {} bảng", pictures.len(), tables.len()));
                continue;
            }
            let pairs = |root: ElementRef, selector: &str| -> Vec<(String, String)> {
                let one = |e: ElementRef| {
                    let get = |name| e.value().attr(name).unwrap_or_default().to_owned();
                    let x =
                        if e.value().attr("data-unit").is_some() { get("data-unit") } else { get("data-x") };
                    (get("data-series"), x)
                };
                let mut found: Vec<_> = within(root, selector).into_iter().map(one).collect();
                found.sort();
                found
            };
            let rows = pairs(tables[0], "tbody tr[data-x]");
            if rows.is_empty() || rows.len() != within(tables[0], "tbody tr").len() {
                faults.push(format!("{id}: bảng không có dòng, hay dòng không có data-x"));
            }
            for picture in pictures {
                let name = picture.value().attr("aria-label").unwrap_or_default();
                let mut marks = pairs(picture, "[data-series][data-x], [data-unit]");
                // A province may be drawn in several places, as its islands are; a datum is drawn once.
                marks.dedup_by(|a, b| a == b && a.0.is_empty());
                if name.trim().is_empty() || marks != rows {
                    let class = picture.value().attr("class").unwrap_or_default();
                    faults.push(format!(
                        "{id} ({class}): tên \"{name}\", {} dấu, {} dòng",
                        marks.len(),
                        rows.len()
                    ));
                }
            }
        }
        faults
    });
}

#[test]
fn every_indicator_has_its_figure_and_home_has_several() {
    on_every_page(|page, tree| {
        let figures: Vec<_> = all(tree, "figure[data-chart]")
            .into_iter()
            .filter_map(|f| f.value().attr("data-chart").map(str::to_owned))
            .collect();
        let sound = match &page.route {
            Route::Indicator(id) => figures == [id.clone()],
            Route::Home => figures.len() >= 3,
            Route::Map => figures.len() == 1,
            _ => true,
        };
        if sound { vec![] } else { vec![format!("figure[data-chart]: {figures:?}")] }
    });
}

#[test]
fn maps_always_show_both_archipelagos() {
    on_every_page(|page, tree| {
        let mut faults = Vec::new();
        let maps = all(tree, ".map-plot svg");
        let provincial =
            |id: &str| authored().dataset.indicator(id).is_some_and(ngay_so::data::Indicator::is_provincial);
        let owed = match &page.route {
            Route::Home | Route::Map => true,
            Route::Indicator(id) => provincial(id),
            _ => false,
        };
        if owed && maps.is_empty() {
            faults.push("không có bản đồ".to_owned());
        }
        for map in maps {
            for name in ["hoang-sa", "truong-sa"] {
                if within(map, &format!("[data-archipelago=\"{name}\"]")).len() != 1 {
                    faults.push(format!("bản đồ thiếu data-archipelago=\"{name}\""));
                }
            }
        }
        faults
    });
}

#[test]
fn every_fact_stands_among_the_sources() {
    on_every_page(|page, tree| {
        if page.route != Route::Sources {
            return vec![];
        }
        let shown: BTreeSet<_> =
            all(tree, "[data-fact]").into_iter().filter_map(|e| e.value().attr("data-fact")).collect();
        let facts = authored().dataset.facts.iter();
        facts.filter(|f| !shown.contains(f.id.as_str())).map(|f| format!("thiếu {}", f.id)).collect()
    });
    on_every_page(|_, tree| {
        let used = all(tree, "[data-fact]").into_iter().filter_map(|e| e.value().attr("data-fact"));
        used.filter(|id| authored().dataset.fact(id).is_none()).map(|id| format!("không có {id}")).collect()
    });
}

#[test]
fn titles_are_unique_and_descriptions_say_something() {
    let mut faults = Vec::new();
    for locale in Locale::ALL {
        let mut seen: BTreeMap<&str, String> = BTreeMap::new();
        for page in pages().iter().filter(|p| p.locale == locale) {
            if let Some(other) = seen.insert(page.head.title.as_str(), page.name()) {
                faults.push(format!("{} và {other} cùng tên \"{}\"", page.name(), page.head.title));
            }
            if page.head.title.trim().is_empty() || page.head.description.trim().len() < 20 {
                faults.push(format!("{}: {:?}", page.name(), page.head));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// What a reader reads, without what is marked as being in another language.
fn text_in(tree: &Html, without: &str) -> String {
    fn walk(node: <ElementRef<'_> as Deref>::Target, without: &str, out: &mut String) {
        match node.value() {
            Node::Text(text) => out.push_str(text),
            Node::Element(e) if e.attr("lang") == Some(without) => return,
            Node::Element(e) => {
                out.push('\n');
                for name in ["aria-label", "title", "alt", "placeholder", "aria-roledescription"] {
                    out.push_str(e.attr(name).unwrap_or_default());
                    out.push('\n');
                }
            }
            _ => {}
        }
        node.children().for_each(|child| walk(child, without, out));
    }
    let mut out = String::new();
    walk(tree.tree.root(), without, &mut out);
    out
}

#[test]
fn english_pages_speak_english() {
    // The fixed parts of every Vietnamese message that differs from its English one.
    fn leaves(value: &serde_json::Value, at: &str, out: &mut BTreeMap<String, String>) {
        match value {
            serde_json::Value::Object(map) => {
                map.iter().for_each(|(key, value)| leaves(value, &format!("{at}.{key}"), out));
            }
            serde_json::Value::String(text) => drop(out.insert(at.to_owned(), text.clone())),
            _ => {}
        }
    }
    let [vi, en] = ["vi", "en"].map(|tag| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("src/text/{tag}.json"));
        let mut out = BTreeMap::new();
        leaves(&serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap(), "", &mut out);
        out
    });
    let hole = regex::Regex::new(r"\{[^}]*\}").unwrap();
    let phrases: Vec<(String, String)> = vi
        .iter()
        .filter(|(key, text)| en.get(*key) != Some(text))
        .flat_map(|(key, text)| hole.split(text).map(move |part| (key.clone(), part.trim().to_owned())))
        .filter(|(_, part)| part.chars().count() > 12)
        .collect();
    assert!(phrases.len() > 100, "{}", phrases.len());
    // Small words that no English sentence and no Vietnamese name holds.
    let small = regex::Regex::new(r"(?i)(^|\s)(của|không|những|được|và|là|năm|với|trong|các)(\s|$)").unwrap();
    on_every_page(|page, tree| {
        if page.locale != Locale::En {
            return vec![];
        }
        let text = text_in(tree, "vi");
        let mut faults: Vec<String> = phrases
            .iter()
            .filter(|(_, part)| text.contains(part.as_str()))
            .map(|(key, part)| format!("{key}: \"{part}\""))
            .collect();
        let lines = text.lines().filter(|line| small.is_match(line));
        faults.extend(lines.map(|line| format!("tiếng Việt không có lang=\"vi\": \"{}\"", line.trim())));
        faults
    });
}

#[test]
fn no_hole_is_left_and_no_number_is_missing() {
    let hole = regex::Regex::new(r"\{[a-z0-9_]+\}").unwrap();
    on_every_page(|page, tree| {
        let mut faults: Vec<String> =
            // BibTeX sets its values in braces: `year = {2026}`.
            hole.find_iter(&page.body)
                .filter(|found| !page.body[..found.start()].ends_with("= "))
                .map(|found| format!("còn chỗ trống {}", found.as_str()))
                .collect();
        for text in [&page.head.title, &page.head.description] {
            if hole.is_match(text) || text.contains('—') {
                faults.push(text.clone());
            }
        }
        for place in all(tree, "td.number, .n, .map-value, svg text, h1, h2, .summary, .countdown") {
            let said = words(place);
            if said.contains('—') || said.contains("NaN") || said.is_empty() {
                faults.push(format!(
                    "thiếu số: \"{said}\" trong {}",
                    place.html().chars().take(120).collect::<String>()
                ));
            }
        }
        faults
    });
}

#[test]
fn home_promises_as_many_questions_as_there_are() {
    let file = serde_json::from_value(authored().quiz.clone()).unwrap();
    let bank = Bank::from_file(file).unwrap();
    assert_eq!(ngay_so::ui::pages::home::QUESTIONS, select::length(&bank, STANDARD));
}
