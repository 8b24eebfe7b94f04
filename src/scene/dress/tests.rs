//! A picture that leaves looks like the one on the page: the flat rules against those with variables.

use super::*;
use crate::scene::Role;
use std::collections::BTreeMap;

/// Selector parts (element, classes), place and declarations of every rule of a flat sheet.
fn sheet(css: &str) -> Vec<(Option<String>, Vec<String>, Vec<(String, String)>)> {
    let mut out = Vec::new();
    for rule in css.split_terminator('}') {
        let (selectors, body) = rule.split_once('{').unwrap();
        let body: Vec<_> = body
            .split(';')
            .map(|d| d.split_once(':').unwrap())
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect();
        for selector in selectors.split(',') {
            let mut parts = selector.split('.');
            let element = parts.next().filter(|e| !e.is_empty()).map(str::to_owned);
            out.push((element, parts.map(str::to_owned).collect(), body.clone()));
        }
    }
    out
}

/// What an element looks like: the last of the most specific rules wins.
fn look(css: &str, element: &str, classes: &[&str]) -> BTreeMap<String, String> {
    let mut found: BTreeMap<String, ((usize, usize), String)> = BTreeMap::new();
    for (tag, needed, body) in sheet(css) {
        if tag.as_deref().is_some_and(|t| t != element)
            || !needed.iter().all(|c| classes.contains(&c.as_str()))
        {
            continue;
        }
        let weight = (needed.len(), usize::from(tag.is_some()));
        for (name, value) in body {
            let before = found.get(&name).map(|(w, _)| *w);
            if before.is_none_or(|w| w <= weight) {
                found.insert(name, (weight, value));
            }
        }
    }
    found.into_iter().map(|(name, (_, value))| (name, value)).collect()
}

/// The same by the rules with variables, as the page is styled.
fn look_on_page(role: Role, element: &str, tone: usize, scheme: Scheme) -> BTreeMap<String, String> {
    let class = format!("t{tone}");
    let mut look = look(MARKS, element, &[role.class(), &class]);
    for value in look.values_mut() {
        let name = |all: Vec<(usize, &str)>| {
            let found = all.into_iter().find(|(n, _)| *n == tone);
            found.map(|(_, name)| format!("var(--{name})")).unwrap_or_default()
        };
        *value = value.replace("var(--tone)", &name(palette::tones().collect()));
        *value = value.replace("var(--class)", &name(palette::classes().collect()));
        for (token, _, _) in TOKENS {
            *value = value.replace(&format!("var(--{token})"), colour(token, scheme).unwrap());
        }
    }
    look
}

#[test]
fn every_mark_looks_as_on_the_page() {
    let most = palette::tones().count().max(palette::classes().count());
    for scheme in Scheme::ALL {
        let sheet = flat(scheme);
        assert!(!sheet.contains("var(") && !sheet.contains("currentColor"), "{sheet}");
        for role in Role::ALL {
            for element in ["text", "path"] {
                for tone in 1..=most {
                    let class = format!("t{tone}");
                    let classes = [role.class(), class.as_str()];
                    let page = look_on_page(*role, element, tone, scheme);
                    // A tone that no series has is never drawn.
                    if page.values().any(String::is_empty) {
                        continue;
                    }
                    assert_eq!(look(&sheet, element, &classes), page, "{role:?} {class} {scheme:?}");
                    assert_eq!(
                        look(&flat_for(scheme, &classes), element, &classes),
                        page,
                        "{role:?} {class}"
                    );
                }
            }
        }
    }
}

#[test]
fn night_changes_every_colour_and_nothing_else() {
    let used: Vec<&str> = Role::ALL.iter().map(|r| r.class()).chain(["t1", "t2", "t3", "w6", "w8"]).collect();
    let both = adaptive(&used);
    let (day, night) = both.split_once("@media (prefers-color-scheme:dark){").unwrap();
    let night = night.strip_suffix('}').unwrap();
    assert_eq!(day, flat_for(Scheme::Light, &used));
    let all = format!("{day}{night}");
    for role in Role::ALL {
        for tone in ["t1", "t2", "t3"] {
            for element in ["text", "path"] {
                let classes = [role.class(), tone];
                assert_eq!(
                    look(&all, element, &classes),
                    look(&flat(Scheme::Dark), element, &classes),
                    "{role:?} {tone}"
                );
            }
        }
    }
    assert!(!night.contains("stroke-width") && !night.contains("font-weight"), "{night}");
}

#[test]
fn only_what_is_drawn_is_dressed() {
    let few = flat_for(Scheme::Light, &["m-line", "t1"]);
    assert!(few.contains(".m-line.t1{stroke:#B3261E}") && few.contains("text{"), "{few}");
    assert!(!few.contains("t2") && !few.contains("m-province") && !few.contains(".w8"), "{few}");
}

fn luminance(hex: &str) -> f64 {
    let channel = |i: usize| {
        let v = f64::from(u8::from_str_radix(&hex[i..i + 2], 16).unwrap()) / 255.0;
        if v <= 0.04045 { v / 12.92 } else { ((v + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

#[test]
fn print_reads_without_colours() {
    let on_white = |hex: &str| 1.05 / (luminance(hex) + 0.05);
    let print = |name: &str| colour(name, Scheme::Print).unwrap();
    assert_eq!((print("paper"), print("ink")), ("#FFFFFF", "#000000"));
    for (_, name) in palette::tones() {
        assert!(on_white(print(name)) >= 4.5, "{name}: {:.2}", on_white(print(name)));
    }
    let greys: Vec<&str> = palette::classes().map(|(_, name)| print(name)).collect();
    // The six of a value, then those of a change: two rows of greys, each on its own.
    let (values, changes) = greys.split_at(6);
    for pair in values.windows(2).chain(changes.windows(2)) {
        let (a, b) = (luminance(pair[0]) + 0.05, luminance(pair[1]) + 0.05);
        assert!(a / b >= 1.2, "{pair:?}: {:.2}", a / b);
    }
    for grey in greys {
        assert!(grey[1..3] == grey[3..5] && grey[3..5] == grey[5..7], "{grey}");
    }
}
