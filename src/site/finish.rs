//! What happens after Trunk has compiled: content, assets, pages, downloads, version, headers, compression, budgets.
//!
//! Trunk calls this as its `post_build` hook; a fault here leaves the old `dist` in place.

use super::{
    Outcome, PageInfo, assets, budget, compress, content, downloads, files, headers, note, pages,
    place::Place, programs, say, stop, version,
};
use crate::quiz::{coverage, lint, raw::BankFile};
use crate::text::Date;
use std::time::{SystemTime, UNIX_EPOCH};
use std::{env, path::Path, path::PathBuf};

/// The content check alone.
pub fn check(root: &Path) -> Outcome<()> {
    let content = content(root)?;
    say(content.summary());
    questions(&content.quiz)
}

/// What the question bank covers, and what its writers should look at again; nothing of it is a fault.
fn questions(quiz: &serde_json::Value) -> Outcome<()> {
    let file: BankFile = serde_json::from_value(quiz.clone()).map_err(|e| stop!("quiz: {e}"))?;
    let (tables, short) = coverage::coverage(&file);
    say(tables.trim_end());
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0.0, |d| d.as_secs_f64() * 1000.0);
    let warnings = lint::warnings(&file, Date::in_hanoi(now));
    for line in short.iter().map(String::as_str) {
        say(format_args!("  thiếu  {line}"));
    }
    for warning in &warnings {
        say(format_args!("  nhắc   {warning}"));
    }
    say(format_args!("Câu hỏi: {} chỗ còn thiếu, {} lời nhắc.", short.len(), warnings.len()));
    Ok(())
}

/// The whole second half of a build, in the folder where Trunk gathers it.
pub fn run(root: &Path) -> Outcome<()> {
    let staging = var("TRUNK_STAGING_DIR").map(PathBuf::from)?;
    let place = Place::parse(&var("TRUNK_PUBLIC_URL")?)?;

    let content = content(root)?;
    let work = staging.join(".programs");
    let others = programs::build(root, &work)?;
    let assets = assets::collect(&staging, &root.join("public"), &others)?;
    programs::clear(&work)?;
    let data = downloads::write(&staging, &content, &root.join("public/fonts"))?;
    downloads::copy_package(&staging, &root.join("public/data"))?;
    // Before the pages, because they carry it; so it speaks for code, styles and data, and the pages follow from them.
    let build = assets::build_id(&staging)?;
    let pages: Vec<PageInfo> = pages::write(&staging, &place, &assets, &build, &content, &data)?;
    version::write_sitemap(&staging, &place, &pages)?;
    version::write(&staging, &build, &content.dataset.as_of.to_string())?;
    headers::write(&staging, place.base(), &pages)?;
    let packed = compress::compress(&staging)?;
    say(format_args!(
        "{} trang, {} tệp, {packed} tệp đã nén (bản {build}).",
        pages.len(),
        files::list(&staging)?.len()
    ));
    budget::check(&staging, place.base(), &assets, &pages)
}

/// The content, or every fault in it said and counted.
pub(super) fn content(root: &Path) -> Outcome<content::Content> {
    content::load(&root.join("public/data")).map_err(|faults| {
        note(content::Report(&faults));
        stop!("Nội dung có {} lỗi: hãy sửa các dòng nêu ở trên, rồi chạy lại", faults.len())
    })
}

fn var(name: &str) -> Outcome<String> {
    env::var(name).map_err(|_| stop!("Lệnh finish là của Trunk (thiếu {name}): hãy chạy cargo run -- build"))
}
