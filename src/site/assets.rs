//! What every page loads: one stylesheet, boot.js, the glue, the wasm, the fonts; each under `assets/`, with its
//! content's hash in its name, so that it can be kept for ever.

use super::{Outcome, files, note, stop, tags::tags, tools};
use crate::route::Program;
use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

/// Paths relative to the site's root, without a leading slash.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Assets {
    /// All sheets but the next, in the order of `index.html`.
    pub style: String,
    /// The sheet of the quiz, which only its pages load.
    pub quiz: String,
    /// The classic script that sets the theme before paint and starts the wasm.
    pub boot: String,
    /// The programs, in the order of [`Program::ALL`].
    pub programs: Vec<Code>,
    /// The `.woff2` files.
    pub fonts: Vec<String>,
    /// The service worker, if `public/sw.js` exists: not hashed, its address must stay.
    pub sw: Option<String>,
}

/// One program: its wasm and the module that wasm-bindgen writes beside it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Code {
    /// wasm-bindgen's module.
    pub glue: String,
    /// The program.
    pub wasm: String,
}

impl Assets {
    /// A program's files.
    pub fn code(&self, program: Program) -> Code {
        let place = Program::ALL.iter().position(|p| *p == program).unwrap_or_default();
        self.programs.get(place).or_else(|| self.programs.first()).cloned().unwrap_or_default()
    }

    /// The tags a page's `<head>` needs to load all this; `base` is the base path. The wasm waits for `boot`.
    pub fn tags(&self, base: &str, program: Program) -> String {
        let Self { style, quiz, boot, sw, .. } = self;
        let own = if program == Program::Quiz && !quiz.is_empty() {
            format!("<link rel=\"stylesheet\" href=\"{base}{quiz}\">")
        } else {
            String::new()
        };
        let Code { glue, wasm } = self.code(program);
        // Pages of charts can bring the map to life in one of their tabs.
        let map = if program == Program::Chart {
            let Code { glue, wasm } = self.code(Program::Map);
            format!(" data-map-glue=\"{base}{glue}\" data-map-wasm=\"{base}{wasm}\"")
        } else {
            String::new()
        };
        let sw = sw.as_ref().map(|sw| format!(" data-sw=\"{base}{sw}\"")).unwrap_or_default();
        format!(
            "<link rel=\"stylesheet\" href=\"{base}{style}\">{own}<script src=\"{base}{boot}\" data-glue=\"{base}{glue}\" data-wasm=\"{base}{wasm}\"{map}{sw}></script>"
        )
    }
}

/// What wasm-opt must be told the module uses; `--all-features` would give a module that Chromium refuses.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Turns what Trunk left in the staging folder, and what lies in `public`, into the shipped files.
pub fn collect(staging: &Path, public: &Path, others: &[(Program, PathBuf, PathBuf)]) -> Outcome<Assets> {
    let index = staging.join("index.html");
    let page = files::read_text(&index)?;
    let seen = seen(&page).ok_or_else(|| {
        stop!(
            "index.html do Trunk viết thiếu thẻ script của boot.js: hãy xem pattern_script trong Trunk.toml"
        )
    })?;

    let fonts = fonts(staging, &public.join("fonts"))?;
    let mut sheets = Vec::new();
    for name in &seen.sheets {
        sheets.push((name.clone(), files::read_text(&staging.join(name))?));
    }
    let (quiz, sheets): (Vec<_>, Vec<_>) = sheets.into_iter().partition(|(name, _)| name.starts_with("quiz"));
    let (style, quiz) = (join_sheets(&sheets, &fonts)?, join_sheets(&quiz, &fonts)?);
    let boot = bare(&files::read_text(&public.join("boot.js"))?);
    let mut programs =
        vec![code(staging, Program::Reading, &staging.join(&seen.glue), &staging.join(&seen.wasm))?];
    for (program, glue, wasm) in others {
        programs.push(code(staging, *program, glue, wasm)?);
    }

    let assets = Assets {
        style: hashed(staging, "style", "css", style.as_bytes())?,
        quiz: if quiz.is_empty() { quiz } else { hashed(staging, "trac-nghiem", "css", quiz.as_bytes())? },
        boot: hashed(staging, "boot", "js", boot.as_bytes())?,
        programs,
        fonts: fonts.into_iter().map(|(_, hashed)| format!("assets/{hashed}")).collect(),
        sw: public.join("sw.js").is_file().then(|| "sw.js".to_owned()),
    };
    for name in seen.sheets.iter().chain([&seen.glue, &seen.wasm]) {
        files::remove(&staging.join(name))?;
    }
    files::remove(&index)?;
    // Snippets are imported by the glue as `./snippets/…`, and their folder names carry a hash already.
    if staging.join("snippets").is_dir() {
        fs::rename(staging.join("snippets"), staging.join("assets/snippets"))
            .map_err(|e| stop!("Không dời được thư mục snippets: {e}; hãy chạy lại"))?;
    }
    copy_as_is(public, staging)?;
    Ok(assets)
}

/// Ships one program.
fn code(staging: &Path, program: Program, glue: &Path, wasm: &Path) -> Outcome<Code> {
    let name = program.binary();
    let wasm = optimised(wasm)?;
    Ok(Code {
        glue: hashed(staging, name, "js", &files::read(glue)?)?,
        wasm: hashed(staging, name, "wasm", &wasm)?,
    })
}

/// A short hash over everything shipped so far: equal for equal sites.
pub fn build_id(staging: &Path) -> Outcome<String> {
    let mut all = String::new();
    for (name, path) in files::list(staging)? {
        all.push_str(&name);
        all.push_str(&files::hash(&files::read(&path)?));
    }
    Ok(files::short_hash(all.as_bytes()))
}

/// The names Trunk gave to what it made.
#[derive(Debug, PartialEq, Eq)]
struct Seen {
    sheets: Vec<String>,
    glue: String,
    wasm: String,
}

fn seen(page: &str) -> Option<Seen> {
    let name = |address: &str| address.rsplit('/').next().unwrap_or_default().to_owned();
    let tags = tags(page);
    let sheets = tags.iter().filter(|tag| tag.name == "link" && tag.get("rel") == Some("stylesheet"));
    let script = tags.iter().find(|tag| tag.get("data-glue").is_some())?;
    Some(Seen {
        sheets: sheets.filter_map(|tag| tag.get("href").map(name)).collect(),
        glue: name(script.get("data-glue")?),
        wasm: name(script.get("data-wasm")?),
    })
}

/// One sheet out of many. Fonts are named by `/fonts/x.woff2` in the sources; here they lie beside the sheet.
fn join_sheets(sheets: &[(String, String)], fonts: &[(String, String)]) -> Outcome<String> {
    let mut style = sheets.iter().map(|(_, text)| text.trim()).collect::<Vec<_>>().join("\n");
    if let Some((name, _)) = sheets.iter().find(|(_, text)| text.contains("@import")) {
        return Err(stop!("{name}: @import không dùng được ở đây; hãy thêm tệp ấy vào index.html"));
    }
    for (name, hashed) in fonts {
        style = style.replace(&format!("/fonts/{name}"), hashed);
    }
    if let Some((_, after)) = style.split_once("/fonts/") {
        let name: String = after.chars().take_while(|c| !"'\")".contains(*c)).collect();
        return Err(stop!("style/: không có phông public/fonts/{name}; hãy thêm tệp hoặc sửa url(…)"));
    }
    Ok(lean(&style))
}

/// A sheet without what only its authors need: comments, and blanks that separate nothing. Blanks inside values
/// and selectors stay, single.
fn lean(style: &str) -> String {
    let mut out = String::with_capacity(style.len());
    let mut rest = style;
    while let Some((before, after)) = rest.split_once("/*") {
        out.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    let mut lean = String::with_capacity(out.len());
    for c in out.chars() {
        let last = lean.chars().next_back();
        let open = last.is_none_or(|l| "{};, ".contains(l));
        match c {
            c if c.is_whitespace() => {
                if !open {
                    lean.push(' ');
                }
            }
            '{' | '}' | ';' | ',' => {
                if last == Some(' ') || (c == '}' && last == Some(';')) {
                    lean.pop();
                }
                lean.push(c);
            }
            c => lean.push(c),
        }
    }
    lean
}

/// Copies the fonts; gives (name in the sources, name beside the sheet).
fn fonts(staging: &Path, folder: &Path) -> Outcome<Vec<(String, String)>> {
    let mut found = Vec::new();
    for (name, path) in files::list(folder)? {
        if let Some(stem) = name.strip_suffix(".woff2") {
            let path = hashed(staging, stem, "woff2", &files::read(&path)?)?;
            found.push((name, path.trim_start_matches("assets/").to_owned()));
        }
    }
    Ok(found)
}

/// The wasm after `wasm-opt -Oz`, or as it is if the machine has no wasm-opt.
fn optimised(path: &Path) -> Outcome<Vec<u8>> {
    let Some(tool) = tools::wasm_opt() else {
        note(format_args!(
            "Không có wasm-opt: trang chạy được nhưng tải nặng hơn một chút. Muốn nhẹ hơn, hãy cài gói binaryen."
        ));
        return files::read(path);
    };
    let out = path.with_extension("opt.wasm");
    let mut command = Command::new(tool);
    command.arg("-Oz").args(FEATURES).arg(path).arg("-o").arg(&out).stdin(Stdio::null());
    if !command.status().is_ok_and(|status| status.success()) {
        files::remove(&out)?;
        note(format_args!(
            "wasm-opt không hiểu tệp wasm (lý do ở ngay trên): dùng bản chưa tối ưu. Hãy cập nhật gói binaryen."
        ));
        return files::read(path);
    }
    let bytes = files::read(&out)?;
    files::remove(&out)?;
    Ok(bytes)
}

/// A script without its comment lines and indentation.
fn bare(script: &str) -> String {
    let lines = script.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.fold(String::new(), |text, line| text + line + "\n")
}

/// Everything else in `public` ships under its own name; the data go through the content check instead.
fn copy_as_is(public: &Path, staging: &Path) -> Outcome<()> {
    for (name, path) in files::list(public)? {
        let elsewhere = name.starts_with("data/") || name.starts_with("fonts/") || name == "boot.js";
        if !elsewhere && !name.split('/').any(|part| part.starts_with('.')) {
            files::write(&staging.join(&name), files::read(&path)?)?;
        }
    }
    Ok(())
}

fn hashed(staging: &Path, stem: &str, extension: &str, bytes: &[u8]) -> Outcome<String> {
    let path = format!("assets/{stem}-{}.{extension}", files::short_hash(bytes));
    files::write(&staging.join(&path), bytes)?;
    Ok(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_loses_only_what_separates_nothing() {
        let sheet = "/* a; b */\n@layer x {\n  .a > .b , .c:hover  {\n    width: calc(100% - 2 * 3px) ;\n    color: red;\n  }\n}\n";
        assert_eq!(lean(sheet), "@layer x{.a > .b,.c:hover{width: calc(100% - 2 * 3px);color: red}}");
        assert_eq!(lean("a{b:c}/* open"), "a{b:c}");
    }

    #[test]
    fn trunks_page_names_the_sheets_in_order() {
        let page = "<link href=/x/tokens-1a.css rel=stylesheet><link rel=\"stylesheet\" href=\"/x/base-2b.css\"/><link rel=icon href=a.svg><script data-glue=/x/a.js data-wasm=/x/a_bg.wasm src=/x/boot.js></script>";
        let seen = seen(page).unwrap();
        assert_eq!(seen.sheets, ["tokens-1a.css", "base-2b.css"]);
        assert_eq!((seen.glue.as_str(), seen.wasm.as_str()), ("a.js", "a_bg.wasm"));
        assert!(super::seen("<p>").is_none());
    }

    #[test]
    fn sheets_are_joined_and_fonts_lie_beside_them() {
        let sheet = |text: &str| ("a.css".to_owned(), text.to_owned());
        let fonts = [("a.woff2".to_owned(), "a-12.woff2".to_owned())];
        let style =
            join_sheets(&[sheet("@layer a;\n"), sheet("@font-face{src:url(/fonts/a.woff2)}")], &fonts)
                .unwrap();
        assert_eq!(style, "@layer a;@font-face{src:url(a-12.woff2)}");
        let missing = join_sheets(&[sheet("src:url(\"/fonts/b.woff2\")")], &fonts).unwrap_err();
        assert!(missing.0.contains("public/fonts/b.woff2"), "{missing}");
        assert!(join_sheets(&[sheet("@import 'x.css';")], &fonts).is_err());
    }

    #[test]
    fn trunks_leftovers_become_hashed_assets() {
        let dir = std::env::temp_dir().join(format!("ngay-so-assets-{}", std::process::id()));
        let (staging, public) = (dir.join("stage"), dir.join("public"));
        let page = "<link rel=stylesheet href=/a-1.css><script src=/boot.js data-glue=/g-2.js data-wasm=/g-2_bg.wasm></script>";
        for (path, bytes) in [
            (staging.join("index.html"), page),
            (staging.join("a-1.css"), "@font-face{src:url(/fonts/f.woff2)}"),
            (staging.join("g-2.js"), "export default 1"),
            (staging.join("g-2_bg.wasm"), "\0asm\u{1}\0\0\0"),
            (public.join("boot.js"), "// ghi chú\n  boot()\n"),
            (public.join("fonts/f.woff2"), "wOF2"),
            (public.join("fonts/OFL.txt"), "giấy phép"),
            (public.join("icon.svg"), "<svg/>"),
            (public.join("data/nguon.json"), "{}"),
        ] {
            files::write(&path, bytes).unwrap();
        }
        let assets = collect(&staging, &public, &[]).unwrap();
        let mut names: Vec<_> = files::list(&staging).unwrap().into_iter().map(|(name, _)| name).collect();
        let mut wanted = vec![
            "icon.svg".to_owned(),
            assets.style.clone(),
            assets.boot,
            assets.programs[0].glue.clone(),
            assets.programs[0].wasm.clone(),
        ];
        wanted.extend(assets.fonts.clone());
        names.sort();
        wanted.sort();
        assert_eq!(names, wanted, "không thừa, không thiếu");
        let font = assets.fonts[0].trim_start_matches("assets/");
        assert!(files::read_text(&staging.join(&assets.style)).unwrap().contains(&format!("url({font})")));
        assert_eq!(build_id(&staging).unwrap(), build_id(&staging).unwrap());
        files::remove(&dir).unwrap();
    }

    #[test]
    fn boot_is_small_and_ships_without_its_comments() {
        let boot = bare(include_str!("../../public/boot.js"));
        assert!(boot.len() < 1500, "{} B", boot.len());
        assert!(!boot.contains("//") && boot.contains("import("));
    }

    #[test]
    fn a_page_is_told_where_everything_is() {
        let assets = Assets { style: "assets/s.css".into(), sw: Some("sw.js".into()), ..Assets::default() };
        let code =
            |name: &str| Code { glue: format!("assets/{name}.js"), wasm: format!("assets/{name}.wasm") };
        let assets = Assets { programs: ["a", "b", "c", "d", "e"].map(code).into(), ..assets };
        let tags = assets.tags("/x/", Program::Map);
        assert!(tags.contains("data-glue=\"/x/assets/d.js\""), "{tags}");
        assert!(tags.contains("href=\"/x/assets/s.css\"") && tags.contains("data-sw=\"/x/sw.js\""), "{tags}");
    }
}
