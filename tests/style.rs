//! The style sheets say the same as the code: colours as `scene::palette::TOKENS`, marks as the pictures that leave
//! the page carry them. So a chart looks the same on the page and on its own.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use ngay_so::scene::dress::{self, Scheme};
use ngay_so::scene::palette;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Selector to declarations, both without superfluous blanks.
type Rules = BTreeMap<String, BTreeSet<String>>;

fn sheet(name: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("style").join(name)).unwrap()
}

fn without_comments(css: &str) -> String {
    regex::Regex::new(r"(?s)/\*.*?\*/").unwrap().replace_all(css, "").into_owned()
}

/// The innermost blocks of a sheet, in order; a selector may come more than once.
fn blocks(css: &str) -> Vec<(String, BTreeSet<String>)> {
    let tidy = |text: &str| {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let text = regex::Regex::new(r" ?([,:;(){}]) ?").unwrap().replace_all(&text, "$1").into_owned();
        text.trim().to_owned()
    };
    regex::Regex::new(r"([^{};]+)\{([^{}]*)\}")
        .unwrap()
        .captures_iter(&without_comments(css))
        .map(|found| {
            let declarations = found[2].split(';').map(tidy).filter(|d| !d.is_empty()).collect();
            (tidy(&found[1]), declarations)
        })
        .collect()
}

fn rules(css: &str) -> Rules {
    let mut rules = Rules::new();
    for (selector, declarations) in blocks(css) {
        rules.entry(selector).or_default().extend(declarations);
    }
    rules
}

/// The declarations of a block that name a colour of the palette.
fn colours(declarations: &BTreeSet<String>) -> BTreeMap<String, String> {
    let pairs = declarations.iter().filter_map(|d| d.strip_prefix("--")?.split_once(':'));
    pairs.filter(|(_, value)| value.starts_with('#')).map(|(n, v)| (n.to_owned(), v.to_owned())).collect()
}

#[test]
fn colours_are_those_of_the_palette_by_day_and_by_night() {
    let light: BTreeMap<_, _> =
        palette::TOKENS.iter().map(|(name, light, _)| ((*name).to_owned(), (*light).to_owned())).collect();
    let dark: BTreeMap<_, _> =
        palette::TOKENS.iter().map(|(name, _, dark)| ((*name).to_owned(), (*dark).to_owned())).collect();
    let css = sheet("tokens.css");
    for (selector, expected) in [
        (":root", &light),
        (":root:not([data-theme=\"light\"])", &dark),
        (":root[data-theme=\"dark\"]", &dark),
    ] {
        let found: Vec<_> = blocks(&css).into_iter().filter(|(name, _)| name == selector).collect();
        assert_eq!(found.len(), 1, "style/tokens.css: {selector} phải có đúng một khối");
        assert_eq!(&colours(&found[0].1), expected, "style/tokens.css, {selector} khác palette::TOKENS");
    }
    let media = without_comments(&css);
    let (_, night) = media.split_once("@media (prefers-color-scheme: dark)").unwrap();
    assert!(night.trim_start().trim_start_matches('{').trim_start().starts_with(":root:not("));
}

#[test]
fn paper_takes_the_colours_that_pictures_for_print_take() {
    let wanted: BTreeMap<_, _> = (palette::TOKENS.iter())
        .map(|(name, ..)| ((*name).to_owned(), dress::colour(name, Scheme::Print).unwrap().to_owned()))
        .collect();
    let css = sheet("print.css");
    let found = blocks(&css).into_iter().find(|(name, _)| name.starts_with(":root")).unwrap();
    assert_eq!(colours(&found.1), wanted, "style/print.css khác scene::dress::PRINT");
    for theme in [":root,", ":root:not([data-theme=\"light\"])", ":root[data-theme=\"dark\"]"] {
        assert!(found.0.contains(theme), "{theme}");
    }
}

#[test]
fn marks_look_on_the_page_as_in_pictures_that_leave_it() {
    let mut page = rules(&sheet("components/marks.css"));
    let mut alone = rules(&palette::standalone());
    alone.remove(":root");
    // The page has its own font stack; a picture that leaves it names the fonts it may meet.
    let on_page =
        page.keys().find(|s| s.ends_with("text") && s.contains(".plot") && s.contains(".map")).cloned();
    let (on_page, in_picture) = (on_page.and_then(|s| page.remove(&s)), alone.remove("text"));
    let fill = |rule: Option<BTreeSet<String>>| {
        let mut rule = rule.unwrap_or_else(|| panic!("thiếu luật cho chữ trong hình"));
        let before = rule.len();
        rule.retain(|d| !d.starts_with("font-family:"));
        assert_eq!(before, rule.len() + 1, "chữ trong hình phải có font-family");
        rule
    };
    assert_eq!(fill(on_page), fill(in_picture));
    let differing: Vec<_> = page
        .keys()
        .chain(alone.keys())
        .collect::<BTreeSet<_>>()
        .into_iter()
        .filter(|selector| page.get(*selector) != alone.get(*selector))
        .map(|s| format!("{s}\n  marks.css: {:?}\n  palette:   {:?}", page.get(s), alone.get(s)))
        .collect();
    assert!(
        differing.is_empty(),
        "style/components/marks.css khác palette::MARKS:\n{}",
        differing.join("\n")
    );
}
