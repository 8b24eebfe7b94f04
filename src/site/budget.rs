//! Is everything small enough? A table of what readers download (brotli) against the limits of the design.

use super::{Outcome, PageInfo, assets::Assets, compress, files, say, stop, tags::tags};
use std::{collections::BTreeSet, fmt::Write as _, path::Path};

/// kB are 1000 bytes here, as networks count.
const WASM: u64 = 240_000;
const GLUE: u64 = 12_000;
const FIRST_VIEW: u64 = 40_000;
const EMBED: u64 = 14_000;
const FONTS: u64 = 60_000;
const DATA: u64 = 60_000;
const REQUESTS: u64 = 12;

/// One measured thing: what, where, how much, and how much is allowed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    what: &'static str,
    whose: String,
    is: u64,
    limit: u64,
    unit: Unit,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    Bytes,
    Requests,
}

/// Prints the table; fails if anything is above its limit.
pub fn check(staging: &Path, base: &str, assets: &Assets, pages: &[PageInfo]) -> Outcome<()> {
    let lines = measure(staging, base, assets, pages)?;
    say(table(&lines));
    judge(&lines)
}

fn judge(lines: &[Line]) -> Outcome<()> {
    let above: Vec<&str> = lines.iter().filter(|line| line.is > line.limit).map(|line| line.what).collect();
    if above.is_empty() {
        return Ok(());
    }
    Err(stop!(
        "Vượt ngân sách tải: {}. Hãy làm nhẹ phần ấy, hoặc bàn lại giới hạn trong src/site/budget.rs",
        above.join(", ")
    ))
}

/// What is downloaded; of the pages, the worst.
pub fn measure(staging: &Path, base: &str, assets: &Assets, pages: &[PageInfo]) -> Outcome<Vec<Line>> {
    let size = |name: &str| sent(staging, name);
    let shared = size(&assets.style)? + size(&assets.boot)?;
    let fonts = assets.fonts.iter().map(|name| size(name)).sum::<Outcome<u64>>()?;
    let line = |what, whose: &str, is, limit, unit| Line { what, whose: whose.to_owned(), is, limit, unit };
    let mut lines = Vec::new();
    for code in &assets.programs {
        lines.push(line("wasm", &code.wasm, size(&code.wasm)?, WASM, Unit::Bytes));
        lines.push(line("mã nối JS", &code.glue, size(&code.glue)?, GLUE, Unit::Bytes));
    }
    lines.push(line("phông chữ", &format!("{} tệp", assets.fonts.len()), fonts, FONTS, Unit::Bytes));
    let (mut first, mut embed, mut data, mut requests) =
        (Worst::default(), Worst::default(), Worst::default(), Worst::default());
    for page in pages {
        let html = size(&page.file())?;
        let named = named(&files::read_text(&staging.join(page.file()))?, base);
        if is_embed(&page.path) {
            let own = named.iter().map(|name| size(name)).sum::<Outcome<u64>>()?;
            embed.see(&page.path, html + own);
        } else {
            let own = if named.contains(assets.quiz.as_str()) { size(&assets.quiz)? } else { 0 };
            first.see(&page.path, html + shared + own);
        }
        data.see(&page.path, page.data.iter().map(|name| size(name)).sum::<Outcome<u64>>()?);
        // What is preloaded and what is fetched later are the same files: each is asked for once.
        let mut asked: BTreeSet<&str> = named.iter().map(String::as_str).collect();
        if named.contains(assets.boot.as_str()) {
            // One program a page; whichever it is, it is two files.
            asked.extend(
                assets.programs.first().map(|code| [code.glue.as_str(), &code.wasm]).into_iter().flatten(),
            );
            asked.extend(page.data.iter().map(String::as_str));
        }
        if named.contains(assets.style.as_str()) {
            asked.extend(assets.fonts.iter().map(String::as_str));
        }
        requests.see(&page.path, (1 + asked.len()) as u64);
    }
    for (what, worst, limit, unit) in [
        ("trang trước wasm", first, FIRST_VIEW, Unit::Bytes),
        ("trang nhúng", embed, EMBED, Unit::Bytes),
        ("dữ liệu một trang", data, DATA, Unit::Bytes),
        ("số lượt tải", requests, REQUESTS, Unit::Requests),
    ] {
        if !worst.path.is_empty() {
            lines.push(line(what, &worst.path, worst.is, limit, unit));
        }
    }
    Ok(lines)
}

#[derive(Default)]
struct Worst {
    path: String,
    is: u64,
}

impl Worst {
    fn see(&mut self, path: &str, is: u64) {
        if self.path.is_empty() || is > self.is {
            *self = Self { path: path.to_owned(), is };
        }
    }
}

/// The bytes that travel: the brotli file, or the file itself where it is too small to have one.
fn sent(staging: &Path, name: &str) -> Outcome<u64> {
    let path = staging.join(name);
    let about = compress::beside(&path, "br").metadata().or_else(|_| path.metadata());
    about.map(|about| about.len()).map_err(|e| stop!("Không đo được {name}: {e}; hãy dựng lại trang"))
}

/// Our own files that a page makes the browser fetch before any wasm runs.
fn named(html: &str, base: &str) -> BTreeSet<String> {
    let fetched = |rel: &str| {
        rel.split_whitespace()
            .any(|word| ["stylesheet", "icon", "manifest", "preload", "modulepreload"].contains(&word))
    };
    let mut found = BTreeSet::new();
    for tag in tags(html) {
        let address = match tag.name {
            "link" if tag.get("rel").is_some_and(fetched) => tag.get("href"),
            "script" | "img" => tag.get("src"),
            _ => None,
        };
        // Lazy pictures are not part of the first view.
        if tag.get("loading") != Some("lazy") {
            found.extend(address.and_then(|address| address.strip_prefix(base)).map(str::to_owned));
        }
    }
    found
}

fn is_embed(path: &str) -> bool {
    path.strip_prefix("/en").unwrap_or(path).starts_with("/nhung/")
}

fn table(lines: &[Line]) -> String {
    let width = lines.iter().map(|line| line.what.chars().count()).max().unwrap_or_default();
    let mut text = format!("{:<width$}  {:>9}  {:>9}", "tải (brotli)", "là", "giới hạn");
    for line in lines {
        let show = |n: u64| match line.unit {
            Unit::Bytes => format!("{},{} kB", n / 1000, n % 1000 / 100),
            Unit::Requests => format!("{n} lượt"),
        };
        let mark = if line.is > line.limit { "✗" } else { "✓" };
        let _ = write!(
            text,
            "\n{:<width$}  {:>9}  {:>9}  {mark} {}",
            line.what,
            show(line.is),
            show(line.limit),
            line.whose
        );
    }
    text
}

#[cfg(test)]
mod tests {
    use super::super::assets::Code;
    use super::*;

    #[test]
    fn the_worst_page_is_named_and_too_much_fails() {
        let dir = std::env::temp_dir().join(format!("ngay-so-budget-{}", std::process::id()));
        let assets = Assets {
            style: "a/s.css".into(),
            quiz: String::new(),
            boot: "a/b.js".into(),
            programs: vec![Code { glue: "a/g.js".into(), wasm: "a/w.wasm".into() }],
            fonts: vec!["a/f.woff2".into()],
            sw: None,
        };
        for (name, size) in [
            ("a/s.css", 100),
            ("a/b.js", 50),
            ("a/g.js", 1),
            ("a/w.wasm", 2),
            ("a/f.woff2", 3),
            ("d.json", 70_000),
        ] {
            files::write(&dir.join(name), vec![b'x'; size]).unwrap();
        }
        let html = "<link rel=stylesheet href=/x/a/s.css><link rel=canonical href=/x/><script src=/x/a/b.js></script><img src=/x/p.png loading=lazy><img src=https://example.org/y.png>";
        files::write(&dir.join("index.html"), html).unwrap();
        files::write(&dir.join("b/index.html"), format!("{html}{}", " ".repeat(500))).unwrap();
        let mut pages = vec![
            PageInfo { path: "/".into(), ..PageInfo::default() },
            PageInfo { path: "/b/".into(), ..PageInfo::default() },
        ];
        let lines = measure(&dir, "/x/", &assets, &pages).unwrap();
        let first = lines.iter().find(|line| line.what == "trang trước wasm").unwrap();
        assert_eq!((first.whose.as_str(), first.is), ("/b/", html.len() as u64 + 500 + 150));
        // html, sheet, boot, glue, wasm, font
        assert_eq!(lines.iter().find(|line| line.unit == Unit::Requests).unwrap().is, 6);
        assert!(table(&lines).contains("✓ /b/") && !table(&lines).contains('✗'));
        assert_eq!(judge(&measure(&dir, "/x/", &assets, &pages).unwrap()), Ok(()));

        pages[0].data.push("d.json".into());
        let stop = judge(&measure(&dir, "/x/", &assets, &pages).unwrap()).unwrap_err();
        assert!(stop.0.contains("dữ liệu một trang"), "{stop}");
        // The compressed file counts, where there is one.
        files::write(&dir.join("d.json.br"), "x").unwrap();
        assert_eq!(judge(&measure(&dir, "/x/", &assets, &pages).unwrap()), Ok(()));
        files::remove(&dir).unwrap();
    }
}
