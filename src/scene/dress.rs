//! Colours for pictures that leave the page: the rules of [`palette::MARKS`] with every colour written out.
//!
//! Drawing programs and word processors know no CSS variables, so here each rule stands once for every tone. What
//! differs by night follows in one `@media` block, which those who do not know it pass over.

use super::palette::{self, MARKS, TOKENS};
use std::fmt::Write as _;

/// What a picture is seen on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Warm paper by day.
    Light,
    /// Deep ink by night.
    Dark,
    /// White paper from a printer, perhaps without colours.
    Print,
}

impl Scheme {
    /// Every scheme.
    pub const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::Print];
}

/// What print takes instead of the light colours. Series keep their hue, which is dark enough for white; the classes
/// of a map are greys, so that their order survives any printer. `style/print.css` says the same (a test compares).
pub const PRINT: [(&str, &str); 22] = [
    ("paper", "#FFFFFF"),
    ("sheet", "#FFFFFF"),
    ("ink", "#000000"),
    ("ink-2", "#333333"),
    ("rule", "#BBBBBB"),
    ("gold-ink", "#5C3F00"),
    ("mute", "#555555"),
    ("class-1", "#F0F0F0"),
    ("class-2", "#D2D2D2"),
    ("class-3", "#ADADAD"),
    ("class-4", "#868686"),
    ("class-5", "#5A5A5A"),
    ("class-6", "#2A2A2A"),
    ("class-7", "#F4F4F4"),
    ("class-8", "#D8D8D8"),
    ("class-9", "#BABABA"),
    ("class-10", "#9A9A9A"),
    ("class-11", "#767676"),
    ("class-12", "#505050"),
    ("class-13", "#242424"),
    ("land", "#FFFFFF"),
    ("water", "#FFFFFF"),
];

/// The colour of a name in a scheme.
pub fn colour(name: &str, scheme: Scheme) -> Option<&'static str> {
    let (_, light, dark) = TOKENS.iter().find(|t| t.0 == name)?;
    Some(match scheme {
        Scheme::Light => light,
        Scheme::Dark => dark,
        Scheme::Print => PRINT.iter().find(|t| t.0 == name).map_or(*light, |t| t.1),
    })
}

/// Every rule in one scheme.
pub fn flat(scheme: Scheme) -> String {
    let mut out = String::with_capacity(4000);
    rules(scheme, None, false, &mut out);
    out
}

/// The rules in one scheme that marks of these classes need.
pub fn flat_for(scheme: Scheme, used: &[&str]) -> String {
    let mut out = String::with_capacity(2000);
    rules(scheme, Some(used), false, &mut out);
    out
}

/// The light rules that marks of these classes need, and what differs where the reader's screen is dark.
pub fn adaptive(used: &[&str]) -> String {
    let mut out = flat_for(Scheme::Light, used);
    out.push_str("@media (prefers-color-scheme:dark){");
    rules(Scheme::Dark, Some(used), true, &mut out);
    out.push('}');
    out
}

/// Writes the rules of [`MARKS`]; with `coloured` only what names a colour.
fn rules(scheme: Scheme, used: Option<&[&str]>, coloured: bool, out: &mut String) {
    for rule in MARKS.split_terminator('}') {
        let Some((selectors, body)) = rule.split_once('{') else { continue };
        let (mut plain, mut toned, mut classed) = (String::new(), String::new(), String::new());
        for declaration in body.split(';') {
            let into = if declaration.contains("var(--tone)") {
                &mut toned
            } else if declaration.contains("var(--class)") {
                &mut classed
            } else if coloured && !declaration.contains("var(") {
                continue;
            } else {
                &mut plain
            };
            if !into.is_empty() {
                into.push(';');
            }
            into.push_str(declaration);
        }
        write_rule(selectors, &plain, None, scheme, used, out);
        for (tone, name) in palette::tones() {
            write_rule(selectors, &toned, Some((tone, name)), scheme, used, out);
        }
        for (class, name) in palette::classes() {
            write_rule(selectors, &classed, Some((class, name)), scheme, used, out);
        }
    }
}

/// One rule, for one tone if it has tones.
fn write_rule(
    selectors: &str,
    body: &str,
    tone: Option<(usize, &str)>,
    scheme: Scheme,
    used: Option<&[&str]>,
    out: &mut String,
) {
    if body.is_empty() {
        return;
    }
    let class = tone.map(|(n, _)| format!("t{n}")).unwrap_or_default();
    let mut any = false;
    for selector in selectors.split(',') {
        // A rule that is for one tone already is not for another.
        let own = selector.split('.').skip(1).find(|c| is_tone(c));
        if tone.is_some() && own.is_some_and(|own| own != class) {
            continue;
        }
        let needed = |c: &str| used.is_none_or(|used| used.contains(&c));
        if !selector.split('.').skip(1).all(needed) || !(class.is_empty() || needed(&class)) {
            continue;
        }
        if any {
            out.push(',');
        }
        any = true;
        out.push_str(selector);
        if tone.is_some() && own.is_none() {
            let _ = write!(out, ".{class}");
        }
    }
    if any {
        out.push('{');
        colours(body, tone.map_or("", |(_, name)| name), scheme, out);
        out.push('}');
    }
}

fn is_tone(class: &str) -> bool {
    class.strip_prefix('t').is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()))
}

/// Declarations with the names of colours replaced by the colours.
fn colours(body: &str, tone: &str, scheme: Scheme, out: &mut String) {
    let mut rest = body;
    while let Some((before, after)) = rest.split_once("var(--") {
        out.push_str(before);
        let (name, tail) = after.split_once(')').unwrap_or((after, ""));
        let name = if matches!(name, "tone" | "class") { tone } else { name };
        out.push_str(colour(name, scheme).unwrap_or("currentColor"));
        rest = tail;
    }
    out.push_str(rest);
}

#[cfg(test)]
mod tests;
