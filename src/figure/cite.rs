//! How to quote the numbers: a sentence, BibTeX, APA.

use super::about::{About, publisher_list};
use crate::data::Source;
use crate::text::{Date, Locale, fill};
use std::fmt::Write as _;
use std::sync::Arc;

/// A way to write a citation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// A sentence for an article.
    Plain,
    /// An entry for LaTeX.
    Bibtex,
    /// The American Psychological Association, seventh edition.
    Apa,
}

impl Style {
    /// Every style.
    pub const ALL: [Self; 3] = [Self::Plain, Self::Bibtex, Self::Apa];

    /// Its name.
    pub fn name(self, locale: Locale) -> &'static str {
        match self {
            Self::Plain => locale.messages().take.plain,
            Self::Bibtex => "BibTeX",
            Self::Apa => "APA 7",
        }
    }
}

/// The citation of what is shown at an address, seen on a day if that is known.
pub fn cite(
    style: Style,
    about: &About,
    sources: &[Arc<Source>],
    address: &str,
    seen: Option<Date>,
) -> String {
    let list = publisher_list(sources, about.locale);
    match style {
        Style::Plain => plain(about, &list, address, seen),
        Style::Bibtex => bibtex(about, &list, address, seen),
        Style::Apa => apa(about, &list, address, seen),
    }
}

fn plain(about: &About, list: &str, address: &str, seen: Option<Date>) -> String {
    let m = about.locale.messages();
    let mut out = fill(
        m.take.cite_plain,
        &[
            ("compiler", m.site.name),
            ("list", list),
            ("title", &about.name),
            ("date", &about.as_of.format(about.locale)),
            ("url", address),
        ],
    );
    if let Some(day) = seen {
        out.push_str(", ");
        out.push_str(&fill(m.take.cite_seen, &[("date", &day.format(about.locale))]));
    }
    // A full stop would look like part of the address.
    if seen.is_some() {
        out.push('.');
    }
    out
}

fn apa(about: &About, list: &str, address: &str, seen: Option<Date>) -> String {
    let m = about.locale.messages();
    let date = in_parts(m.take.cite_apa_date, about.as_of, about.locale);
    let pairs = [("compiler", m.site.name), ("date", &date), ("title", &about.name), ("list", list)];
    let mut out = fill(m.take.cite_apa, &pairs);
    out.push(' ');
    if let Some(day) = seen {
        out.push_str(&in_parts(m.take.cite_apa_seen, day, about.locale));
        out.push(' ');
    }
    out.push_str(address);
    out
}

/// A message with year, month (by name in English) and day.
fn in_parts(message: &str, date: Date, locale: Locale) -> String {
    let day = date.day_of_month().unwrap_or(1).to_string();
    let written = date.format(locale);
    let month = match locale {
        Locale::Vi => date.month().unwrap_or(1).to_string(),
        Locale::En => {
            written.split(' ').find(|w| w.starts_with(|c: char| c.is_alphabetic())).unwrap_or("").into()
        }
    };
    fill(message, &[("year", &date.year().to_string()), ("month", &month), ("day", &day)])
}

fn bibtex(about: &About, list: &str, address: &str, seen: Option<Date>) -> String {
    let m = about.locale.messages();
    let mut out = format!("@misc{{ngay-so-{}-{},\n", about.id, about.as_of.year());
    let mut field = |name: &str, value: &str| {
        let _ = writeln!(out, "  {name:<8} = {{{value}}},");
    };
    // Double braces: one name, not first and last.
    field("author", &format!("{{{}}}", escaped(m.site.name)));
    field("title", &format!("{{{}}}", escaped(&about.name)));
    field("year", &about.as_of.year().to_string());
    let note = [("list", list), ("date", &about.as_of.format(about.locale))];
    field("note", &escaped(&fill(m.take.cite_note, &note)));
    // As it is: TeX reads addresses letter by letter.
    field("url", address);
    if let Some(day) = seen {
        field("urldate", &day.to_string());
    }
    field("language", if about.locale == Locale::Vi { "vietnamese" } else { "english" });
    out.push('}');
    out
}

/// Words in TeX: its special signs made plain.
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '&' | '%' | '$' | '#' | '_' | '{' | '}' => {
                out.push('\\');
                out.push(c);
            }
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn special_signs_of_tex_are_made_plain() {
        assert_eq!(
            escaped("100% A&B_c {x} \\ ~ ^ #1 $2"),
            "100\\% A\\&B\\_c \\{x\\} \\textbackslash{} \\textasciitilde{} \\textasciicircum{} \\#1 \\$2"
        );
    }

    #[test]
    fn dates_stand_in_the_order_of_the_language() {
        let day = Date::day(2026, 11, 5).unwrap();
        let t = |l: Locale| l.messages().take.cite_apa_date;
        assert_eq!(in_parts(t(Locale::Vi), day, Locale::Vi), "2026, 5 tháng 11");
        assert_eq!(in_parts(t(Locale::En), day, Locale::En), "2026, November 5");
    }
}
