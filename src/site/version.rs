//! What tells others about the site: `phien-ban.json` (which build, which data, every file's hash), `robots.txt`,
//! `sitemap.xml`.

use super::{Outcome, PageInfo, files, place::Place};
use serde::Serialize;
use std::{collections::BTreeMap, fmt::Write as _, path::Path};

#[derive(Serialize)]
struct Version<'a> {
    build: &'a str,
    data_date: &'a str,
    files: BTreeMap<String, String>,
}

/// Writes `phien-ban.json` over all files that are there now.
pub fn write(staging: &Path, build: &str, data_date: &str) -> Outcome<()> {
    let mut hashes = BTreeMap::new();
    for (name, path) in files::list(staging)? {
        hashes.insert(name, files::hash(&files::read(&path)?));
    }
    let version = Version { build, data_date, files: hashes };
    let text = serde_json::to_string_pretty(&version).unwrap_or_default();
    files::write(&staging.join("phien-ban.json"), text + "\n")
}

/// Writes `robots.txt` and `sitemap.xml`. Both ask for full addresses; without an origin the sitemap can only hold
/// paths, and robots.txt does not point to it.
pub fn write_sitemap(staging: &Path, place: &Place, pages: &[PageInfo]) -> Outcome<()> {
    let mut robots = "User-agent: *\nAllow: /\n".to_owned();
    if place.origin().is_some() {
        let _ = writeln!(robots, "Sitemap: {}", place.address("sitemap.xml"));
    }
    files::write(&staging.join("robots.txt"), robots)?;
    files::write(&staging.join("sitemap.xml"), sitemap(place, pages))
}

fn sitemap(place: &Place, pages: &[PageInfo]) -> String {
    let mut text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n".to_owned();
    for page in pages.iter().filter(|page| is_for_search(&page.path)) {
        let _ = write!(text, "<url><loc>{}</loc>", escaped(&place.address(&page.path)));
        if let Some(other) = &page.alternate {
            for path in [&page.path, other] {
                let language = if path.starts_with("/en/") { "en" } else { "vi" };
                let address = escaped(&place.address(path));
                let _ = write!(
                    text,
                    "<xhtml:link rel=\"alternate\" hreflang=\"{language}\" href=\"{address}\"/>"
                );
            }
        }
        text.push_str("</url>\n");
    }
    text + "</urlset>\n"
}

/// Embeds, the missing page and the page of shared results, which is empty without its fragment, are no places to
/// arrive at.
fn is_for_search(path: &str) -> bool {
    let inner = path.strip_prefix("/en").unwrap_or(path);
    path.ends_with('/') && !inner.starts_with("/nhung/") && inner != "/trac-nghiem/ket-qua/"
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sitemap_lists_pages_with_their_other_language() {
        let page = |path: &str, alternate: Option<&str>| PageInfo {
            path: path.into(),
            alternate: alternate.map(str::to_owned),
            data: vec![],
        };
        let pages = [
            page("/", Some("/en/")),
            page("/en/", Some("/")),
            page("/nhung/a/", None),
            page("/404.html", None),
        ];
        let text = sitemap(&Place::parse("https://example.org/x/").unwrap(), &pages);
        assert_eq!(text.matches("<url>").count(), 2);
        assert!(text.contains("<loc>https://example.org/x/en/</loc>"));
        assert!(text.contains("hreflang=\"en\" href=\"https://example.org/x/en/\""));
    }

    #[test]
    fn every_file_is_in_the_version_with_its_hash() {
        let dir = std::env::temp_dir().join(format!("ngay-so-version-{}", std::process::id()));
        files::write(&dir.join("a/b.txt"), "x").unwrap();
        write(&dir, "abc", "2026-10-10").unwrap();
        let version: serde_json::Value =
            serde_json::from_slice(&files::read(&dir.join("phien-ban.json")).unwrap()).unwrap();
        assert_eq!(version["files"]["a/b.txt"], files::hash(b"x").as_str());
        assert_eq!(
            (version["build"].as_str(), version["data_date"].as_str()),
            (Some("abc"), Some("2026-10-10"))
        );
        files::remove(&dir).unwrap();
    }
}
