//! The shape of the code, read as text: which layer may use which, and who alone may touch the browser, the clock
//! and files. ARCHITECTURE.md and `src/lib.rs` say the same in words.

// A test may fail where it stands, also in its helpers.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// Each layer and what it may use. `main.rs` and `bin/` stand above all.
const LAYERS: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("data", &["text"]),
    ("scene", &["text"]),
    ("geo", &["text", "data"]),
    ("quiz", &["text", "data"]),
    ("route", &["text", "data"]),
    ("figure", &["text", "data", "scene", "geo", "quiz", "route"]),
    ("browser", &["text", "data", "geo", "quiz", "route"]),
    ("ui", &["text", "data", "scene", "geo", "quiz", "route", "figure", "browser"]),
    ("site", &["text", "data", "scene", "geo", "quiz", "route", "figure", "ui"]),
    ("main", &["text", "data", "scene", "geo", "quiz", "route", "figure", "browser", "ui"]),
    ("bin", &["text", "data", "scene", "geo", "quiz", "route", "figure", "ui", "site"]),
];

/// Words that only some layers may say, and why.
const RESERVED: &[(&[&str], &[&str], &str)] = &[
    (&["web_sys", "js_sys", "gloo"], &["browser"], "chỉ `browser` chạm vào trình duyệt"),
    (
        &["std::fs", "fs::File", "std::env", "std::process", "std::net"],
        &["site", "bin"],
        "chỉ `site` chạm vào tệp và máy",
    ),
    (
        &["leptos", "wasm_bindgen"],
        &["ui", "browser", "site", "main", "bin"],
        "dưới `ui` không ai biết Leptos và DOM",
    ),
    (
        &["SystemTime", "Instant::", "time::Instant", "Date::now"],
        &["ui", "browser", "site", "main", "bin"],
        "dưới `ui` không ai xem đồng hồ: hôm nay là một tham số",
    ),
    (
        &["inner_html", "set_inner_html", "insert_adjacent_html"],
        &[],
        "chữ từ dữ liệu hay địa chỉ chỉ được thành chữ",
    ),
];

/// Longest file; 250 lines is comfortable.
const MOST_LINES: usize = 400;

#[test]
fn each_layer_uses_only_those_below() {
    let mut faults = String::new();
    for file in sources() {
        let Some((_, allowed)) = LAYERS.iter().find(|(name, _)| *name == file.layer) else {
            let known = file.layer == "lib" || file.layer == "mod";
            if !known {
                let _ = writeln!(faults, "{}: lớp \"{}\" chưa có trong LAYERS", file.path, file.layer);
            }
            continue;
        };
        for (line, used) in uses(&file) {
            let layer = LAYERS.iter().any(|(name, _)| *name == used);
            if layer && used != file.layer && !allowed.contains(&used.as_str()) {
                let _ = writeln!(faults, "{}:{line}: `{}` không được dùng `{used}`", file.path, file.layer);
            }
        }
    }
    assert!(faults.is_empty(), "\n{faults}");
}

#[test]
fn only_some_may_touch_the_world() {
    let mut faults = String::new();
    for file in sources() {
        for (words, allowed, why) in RESERVED {
            if allowed.contains(&file.layer.as_str()) {
                continue;
            }
            for word in *words {
                for line in lines_with(&file.code, word) {
                    let _ = writeln!(faults, "{}:{line}: nhắc đến `{word}`; {why}", file.path);
                }
            }
        }
    }
    assert!(faults.is_empty(), "\n{faults}");
}

#[test]
fn the_page_has_no_style_attributes() {
    let mut faults = String::new();
    for file in sources().iter().filter(|file| file.layer == "ui") {
        for line in lines_with(&file.code, "style=") {
            let _ = writeln!(
                faults,
                "{}:{line}: thuộc tính style (CSP chặn); dùng lớp CSS hoặc thuộc tính của SVG",
                file.path
            );
        }
    }
    assert!(faults.is_empty(), "\n{faults}");
}

#[test]
fn every_file_says_what_it_is_and_stays_short() {
    let mut faults = String::new();
    for file in sources() {
        if !file.text.starts_with("//! ") {
            let _ =
                writeln!(faults, "{}:1: dòng đầu cần là `//! …`, một câu nói tệp này để làm gì", file.path);
        }
        let lines = file.text.lines().count();
        if lines > MOST_LINES {
            let _ = writeln!(faults, "{}:{lines}: dài hơn {MOST_LINES} dòng, nên tách", file.path);
        }
    }
    assert!(faults.is_empty(), "\n{faults}");
}

#[test]
fn the_map_of_modules_is_complete() {
    let lib = fs::read_to_string(root().join("src/lib.rs")).unwrap();
    for (layer, _) in LAYERS.iter().filter(|(layer, _)| *layer != "main" && *layer != "bin") {
        assert!(lib.contains(&format!("pub mod {layer};")), "src/lib.rs không có `pub mod {layer};`");
    }
}

#[test]
fn the_reader_of_this_test_reads_well() {
    let file = |code: &str| Source {
        path: "src/figure/kinds/line.rs".into(),
        layer: "figure".into(),
        text: String::new(),
        code: bare(code),
    };
    let found = |code: &str| uses(&file(code)).into_iter().map(|(_, name)| name).collect::<Vec<_>>();
    assert_eq!(found("use crate::ui::App; // crate::site"), ["ui"]);
    assert_eq!(found("use crate::{data::{Fact, Point},\n text, ui::x};"), ["data", "text", "ui"]);
    assert_eq!(found("use super::super::super::site::x; super::super::table::y();"), ["site"]);
    assert_eq!(found("let s = \"crate::site\"; let c = '\"'; crate::browser::go();"), ["browser"]);
    assert_eq!(found("use ngay_so::site::x;"), ["site"]);
    assert_eq!(found("fn a() {}\n#[cfg(test)]\nmod tests { use crate::site; }"), [""; 0]);
    assert_eq!(lines_with("a\nstd::fs::read()\nmy_leptos", "std::fs"), [2]);
    assert!(lines_with("my_leptos", "leptos").is_empty());
}

/// A file of `src/`.
struct Source {
    path: String,
    layer: String,
    text: String,
    /// Without comments, strings and tests; lines keep their numbers.
    code: String,
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn sources() -> Vec<Source> {
    let mut found = Vec::new();
    let mut folders = vec![root().join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                found.push(source(&path));
            }
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(found.len() > 30, "chỉ thấy {} tệp", found.len());
    found
}

fn source(path: &Path) -> Source {
    let text = fs::read_to_string(path).unwrap();
    let path = path.strip_prefix(root()).unwrap().to_str().unwrap().replace('\\', "/");
    let layer = path.trim_start_matches("src/").trim_end_matches(".rs").split('/').next().unwrap_or_default();
    // A file of tests is what `#[cfg(test)] mod tests` is inside a file: no part of the program.
    let code = if path.ends_with("/tests.rs") { String::new() } else { bare(&text) };
    Source { layer: layer.into(), code, text, path }
}

/// The modules below the root that a file names, with the line.
fn uses(file: &Source) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for root in ["crate::", "ngay_so::"] {
        for at in places(&file.code, root) {
            let line = 1 + file.code[..at].matches('\n').count();
            found.extend(heads(&file.code[at + root.len()..]).into_iter().map(|name| (line, name)));
        }
    }
    // `super` once for each module from the root down.
    let inner = file.path.trim_start_matches("src/").trim_end_matches(".rs").trim_end_matches("/mod");
    let up = "super::".repeat(inner.split('/').count());
    for at in places(&file.code, &up).into_iter().filter(|at| !file.code[..*at].ends_with("super::")) {
        let line = 1 + file.code[..at].matches('\n').count();
        found.extend(heads(&file.code[at + up.len()..]).into_iter().map(|name| (line, name)));
    }
    found.sort();
    found
}

/// The first names of a path or of a `{…}` group of paths.
fn heads(code: &str) -> Vec<String> {
    let name = |code: &str| -> String {
        code.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
    };
    let Some(group) = code.strip_prefix('{') else { return vec![name(code)] };
    let (mut heads, mut depth, mut start) = (Vec::new(), 0, 0);
    for (at, sign) in group.char_indices() {
        match sign {
            '{' => depth += 1,
            '}' if depth == 0 => {
                heads.push(name(&group[start..at]));
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                heads.push(name(&group[start..at]));
                start = at + 1;
            }
            _ => {}
        }
    }
    heads.retain(|head| !head.is_empty());
    heads
}

/// Where a word begins in the code, not in the middle of another word.
fn places(code: &str, word: &str) -> Vec<usize> {
    let inside = |at: usize| code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
    code.match_indices(word).map(|(at, _)| at).filter(|at| !inside(*at)).collect()
}

fn lines_with(code: &str, word: &str) -> Vec<usize> {
    let lines: BTreeSet<usize> =
        places(code, word).into_iter().map(|at| 1 + code[..at].matches('\n').count()).collect();
    lines.into_iter().collect()
}

/// Code without comments, strings, characters and the tests at the end of a file; line breaks stay.
fn bare(text: &str) -> String {
    let text = text.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
    let mut code = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(sign) = rest.chars().next() {
        let raw = rest.starts_with("r\"") || rest.starts_with("r#");
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |end| end + 2)
        } else if raw && !code.ends_with(|c: char| c.is_alphanumeric() || c == '_') {
            let fence = rest[1..].chars().take_while(|c| *c == '#').count();
            let close = format!("\"{}", "#".repeat(fence));
            match rest[1 + fence..].strip_prefix('"') {
                Some(body) => body.find(&close).map_or(rest.len(), |end| 2 + fence + end + close.len()),
                None => 0,
            }
        } else if sign == '"' {
            quoted(rest)
        } else if sign == '\'' {
            character(rest)
        } else {
            0
        };
        if length == 0 {
            code.push(sign);
            rest = &rest[sign.len_utf8()..];
        } else {
            code.extend(rest[..length].chars().filter(|c| *c == '\n'));
            code.push(' ');
            rest = &rest[length..];
        }
    }
    code
}

/// Length of the string literal that begins here.
fn quoted(text: &str) -> usize {
    let mut escaped = false;
    for (at, sign) in text.char_indices().skip(1) {
        match sign {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// Length of the character literal that begins here; 0 for a lifetime.
fn character(text: &str) -> usize {
    let mut signs = text.char_indices().skip(1);
    match (signs.next(), signs.next()) {
        (Some((_, '\\')), Some(_)) => text[3..].find('\'').map_or(0, |end| end + 4),
        (Some(_), Some((at, '\''))) => at + 1,
        _ => 0,
    }
}

/// Leptos writes an element whose attributes and words are all literals through `innerHTML`, which Trusted Types
/// forbid; one value in braces makes it a real element.
#[test]
fn no_element_is_all_literals() {
    let inert = regex::Regex::new(
        r#"[^{ ]\s*<([a-z]+)(\s[a-zA-Z:-]+="[^"]*")+\s*(/>|>("[^"{}]*")?</[a-z]+>)|<[a-z]+>"[^"]*"</[a-z]+>"#,
    )
    .unwrap();
    let mut found = Vec::new();
    for path in walkdir::WalkDir::new(root().join("src/ui")).into_iter().filter_map(Result::ok) {
        if path.path().extension().is_some_and(|e| e == "rs") {
            let text = std::fs::read_to_string(path.path()).unwrap();
            let code: String =
                text.lines().filter(|l| !l.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
            found
                .extend(inert.find_iter(&code).map(|m| format!("{}: {}", path.path().display(), m.as_str())));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}
