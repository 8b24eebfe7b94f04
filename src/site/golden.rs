//! Are the pictures as approved? Every indicator as every kind of figure, in both languages, by day and by night, at
//! three widths, against the sheets in `tests/golden`.
//!
//! A sheet is one SVG file that anybody can open: the three widths below each other, one element a line, so that a
//! difference has a line number.

use super::{Outcome, content, files, note, say, stop};
use crate::data::{Dataset, Indicator};
use crate::figure::{Chart, Kind, Size, View};
use crate::scene::Scene;
use crate::scene::dress::{self, Scheme};
use crate::scene::svg::{self, num};
use crate::text::Locale;
use std::{collections::BTreeSet, fmt::Write as _, path::Path, process::ExitCode};

/// Where the approved sheets lie, below the project's root.
pub const FOLDER: &str = "tests/golden";
/// Where sheets that differ are put, below the project's root.
pub const DRAWN: &str = "target/golden";
/// The widths in which every figure is drawn.
pub const WIDTHS: [u16; 3] = [320, 640, 960];

/// The schemes of a screen, with their words in names of folders.
const SCHEMES: [(Scheme, &str); 2] = [(Scheme::Light, "light"), (Scheme::Dark, "dark")];

/// One file that is not as approved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The approved file, below the project's root.
    pub file: String,
    /// What differs.
    pub what: What,
}

/// How a file differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// Nothing was approved yet.
    New,
    /// Approved, but no longer drawn.
    Gone,
    /// A line differs, the first one of perhaps many.
    Line {
        /// Its number, from 1.
        number: usize,
        /// As approved; empty where the approved file ended before.
        approved: String,
        /// As drawn.
        drawn: String,
    },
}

/// What a comparison found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verdict {
    /// How many sheets were drawn.
    pub sheets: usize,
    /// Their size in bytes.
    pub bytes: usize,
    /// Everything that differs.
    pub differences: Vec<Difference>,
}

/// Compares, or approves what is drawn now; says it. 0: all as approved. 2: something differs. An error, which ends in
/// 1, is the tester's own trouble: content that cannot be read, a disk that is full.
pub fn run(root: &Path, update: bool) -> Outcome<ExitCode> {
    let verdict = if update { approve(root)? } else { compare(root)? };
    let size = verdict.bytes as f64 / 1e6;
    if update {
        let n = verdict.differences.len();
        say(format_args!("{FOLDER}: {} tờ, {size:.2} MB, {n} tờ đổi. Hãy mở chúng ra nhìn.", verdict.sheets));
        return Ok(ExitCode::SUCCESS);
    }
    if verdict.differences.is_empty() {
        say(format_args!("{} tờ hình, {size:.2} MB: đúng như đã duyệt.", verdict.sheets));
        return Ok(ExitCode::SUCCESS);
    }
    note(told(&verdict));
    Ok(ExitCode::from(2))
}

/// All differences in words.
pub fn told(verdict: &Verdict) -> String {
    let mut out = String::new();
    for d in &verdict.differences {
        let name = d.file.strip_prefix(FOLDER).unwrap_or(&d.file);
        let _ = match &d.what {
            What::New => writeln!(out, "{}: chưa duyệt; xem {DRAWN}{name}", d.file),
            What::Gone => writeln!(out, "{}: không còn được vẽ", d.file),
            What::Line { number, approved, drawn } => {
                writeln!(out, "{}, dòng {number}; xem {DRAWN}{name}\n  - {approved}\n  + {drawn}", d.file)
            }
        };
    }
    let (n, all) = (verdict.differences.len(), verdict.sheets);
    let _ = write!(out, "{n} trên {all} tờ hình khác bản đã duyệt. Đúng ý thì: cargo run -- golden --update");
    out
}

/// Compares what is drawn with what was approved; leaves what differs in [`DRAWN`].
pub fn compare(root: &Path) -> Outcome<Verdict> {
    let drawn = root.join(DRAWN);
    files::remove(&drawn)?;
    let (verdict, differing) = differences(root)?;
    for (name, sheet) in differing {
        files::write(&drawn.join(name), sheet.as_bytes())?;
    }
    Ok(verdict)
}

/// Writes what is drawn in the place of what was approved.
pub fn approve(root: &Path) -> Outcome<Verdict> {
    let (verdict, differing) = differences(root)?;
    for (name, sheet) in differing {
        files::write(&root.join(FOLDER).join(name), sheet.as_bytes())?;
    }
    for d in verdict.differences.iter().filter(|d| d.what == What::Gone) {
        files::remove(&root.join(&d.file))?;
    }
    Ok(verdict)
}

/// What differs, and the sheets to put in its place.
fn differences(root: &Path) -> Outcome<(Verdict, Vec<(String, String)>)> {
    let folder = root.join("public/data");
    let data = content::load(&folder).map_err(|faults| stop!("{}", content::Report(&faults)))?.dataset;
    let approved = root.join(FOLDER);
    let mut left: BTreeSet<String> = BTreeSet::new();
    if approved.exists() {
        left.extend(files::list(&approved)?.into_iter().map(|(name, _)| name));
    }
    let mut verdict = Verdict::default();
    let mut differing = Vec::new();
    for (name, sheet) in sheets(&data) {
        verdict.sheets += 1;
        verdict.bytes += sheet.len();
        let what = if left.remove(&name) {
            let before = files::read_text(&approved.join(&name))?;
            first_difference(&before, &sheet)
        } else {
            Some(What::New)
        };
        if let Some(what) = what {
            verdict.differences.push(Difference { file: format!("{FOLDER}/{name}"), what });
            differing.push((name, sheet));
        }
    }
    for name in left {
        verdict.differences.push(Difference { file: format!("{FOLDER}/{name}"), what: What::Gone });
    }
    Ok((verdict, differing))
}

fn first_difference(approved: &str, drawn: &str) -> Option<What> {
    if approved == drawn {
        return None;
    }
    let (mut a, mut b) = (approved.split('\n'), drawn.split('\n'));
    let mut number = 1;
    loop {
        let pair = (a.next(), b.next());
        if pair.0 != pair.1 || pair == (None, None) {
            let words = |line: Option<&str>| line.unwrap_or_default().to_owned();
            return Some(What::Line { number, approved: words(pair.0), drawn: words(pair.1) });
        }
        number += 1;
    }
}

/// Every sheet with its name: `vi-light/egdi-rank-duong.svg`.
pub fn sheets(data: &Dataset) -> impl Iterator<Item = (String, String)> {
    let figures =
        data.indicators.iter().flat_map(|i| Kind::offered(i).into_iter().map(move |kind| (i, kind)));
    figures.flat_map(move |(indicator, kind)| {
        Locale::ALL.into_iter().flat_map(move |locale| {
            let (chart, scenes) = figure(data, indicator, kind, locale);
            SCHEMES.map(|(scheme, word)| {
                let folder = format!("{}-{word}", locale.tag());
                let name = format!("{folder}/{}-{}.svg", indicator.id, kind.word());
                (name, sheet(&chart, &scenes, scheme))
            })
        })
    })
}

fn figure(data: &Dataset, indicator: &Indicator, kind: Kind, locale: Locale) -> (Chart, Vec<Scene>) {
    let chart = Chart::view(data, indicator, &View { kind, ..View::first(indicator) }, locale);
    let scenes = WIDTHS.map(|width| Scene { id: format!("w{width}"), ..chart.draw(Size::Px(width)) });
    (chart, scenes.into())
}

/// One sheet: the pictures below each other, one element a line.
fn sheet(chart: &Chart, scenes: &[Scene], scheme: Scheme) -> String {
    let (gap, mut y) = (24.0, 0.0);
    let width = scenes.iter().map(|s| s.width).fold(0.0, f64::max);
    let contents: Vec<_> = scenes.iter().map(svg::content).collect();
    // A scene has no colours: they come in here and nowhere else.
    let mut used = vec!["m-paper"];
    contents.iter().flatten().for_each(|node| node.classes(&mut used));
    let style = dress::flat_for(scheme, &used);
    let mut body = String::new();
    for (scene, content) in scenes.iter().zip(&contents) {
        let (w, h) = (num(scene.width), num(scene.height));
        let _ = writeln!(body, r#"<svg y="{}" width="{w}" height="{h}" viewBox="0 0 {w} {h}">"#, num(y));
        for node in content {
            svg::write(node, &mut body);
            body.push('\n');
        }
        body.push_str("</svg>\n");
        y += scene.height + gap;
    }
    let (w, h) = (num(width), num((y - gap).max(0.0)));
    let mut out = String::new();
    let _ = writeln!(
        out,
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{w}" height="{h}" viewBox="0 0 {w} {h}" lang="{}">"#,
        chart.locale.tag()
    );
    for (tag, words) in [("title", &chart.title), ("desc", &chart.summary), ("style", &style)] {
        let _ = write!(out, "<{tag}>");
        svg::escape(words, &mut out);
        let _ = writeln!(out, "</{tag}>");
    }
    let _ = writeln!(out, r#"<rect class="m-paper" width="{w}" height="{h}"/>"#);
    out.push_str(&body);
    out.push_str("</svg>\n");
    out
}
