//! What a host shall send with every file: the policy and the `_headers` file (the form that Netlify and Cloudflare
//! Pages read, and so does our own server).
//!
//! Those hosts join what several matching rules say. So no two rules here set the same header for one address,
//! except the policy: two policies are both enforced, which is how the pages outside `/nhung/` become unframeable.

use super::{Outcome, PageInfo, files};
use std::{collections::BTreeSet, fmt::Write as _, path::Path};

/// The policy as every page carries it in its `<meta http-equiv="Content-Security-Policy">`.
pub const CSP: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; manifest-src 'self'; worker-src 'self'; \
    base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types boot";

const EVERYWHERE: [(&str, &str); 5] = [
    ("Content-Security-Policy", CSP),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    (
        "Permissions-Policy",
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), \
         microphone=(), midi=(), payment=(), usb=(), browsing-topics=()",
    ),
    ("Cross-Origin-Opener-Policy", "same-origin"),
];
const UNFRAMED: [(&str, &str); 2] =
    [("Content-Security-Policy", "frame-ancestors 'none'"), ("X-Frame-Options", "DENY")];
const OPEN: (&str, &str) = ("Access-Control-Allow-Origin", "*");
const FOR_EVER: (&str, &str) = ("Cache-Control", "public, max-age=31536000, immutable");

/// For addresses like `pattern` (a `*` at its end stands for anything), these headers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// `/x/assets/*`, from the root of the host.
    pub pattern: String,
    /// Name and value.
    pub headers: Vec<(String, String)>,
}

/// Writes `_headers` for these pages.
pub fn write(staging: &Path, base: &str, pages: &[PageInfo]) -> Outcome<()> {
    let mut text = String::new();
    for rule in rules(base, pages) {
        let _ = writeln!(text, "{}", rule.pattern);
        for (name, value) in rule.headers {
            let _ = writeln!(text, "  {name}: {value}");
        }
    }
    files::write(&staging.join("_headers"), text)
}

/// The rules of a site with these pages.
pub fn rules(base: &str, pages: &[PageInfo]) -> Vec<Rule> {
    let rule = |pattern: &str, headers: &[(&str, &str)]| Rule {
        pattern: format!("{base}{pattern}"),
        headers: headers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect(),
    };
    let mut rules = vec![
        rule("*", &EVERYWHERE),
        rule("assets/*", &[OPEN, FOR_EVER]),
        rule("du-lieu/*", &[OPEN]),
        rule("phien-ban.json", &[("Cache-Control", "no-cache")]),
        rule("sw.js", &[("Cache-Control", "no-cache")]),
    ];
    let sections: BTreeSet<String> = pages.iter().filter_map(|page| section(&page.path)).collect();
    rules.extend(sections.iter().map(|pattern| rule(pattern, &UNFRAMED)));
    rules
}

/// The part of the site that a page belongs to, as a pattern; `None` for those that may be framed.
fn section(path: &str) -> Option<String> {
    let path = path.trim_start_matches('/');
    let (language, rest) = path.strip_prefix("en/").map_or(("", path), |rest| ("en/", rest));
    match rest.split_once('/') {
        Some(("nhung" | "embed", _)) => None,
        Some((first, _)) => Some(format!("{language}{first}/*")),
        None => Some(format!("{language}{rest}")),
    }
}

/// Reads a `_headers` file; lines that make no sense are passed over, as hosts do.
pub fn parse(text: &str) -> Vec<Rule> {
    let mut rules: Vec<Rule> = Vec::new();
    for line in text.lines().filter(|line| !line.trim().is_empty() && !line.trim_start().starts_with('#')) {
        if !line.starts_with(char::is_whitespace) {
            rules.push(Rule { pattern: line.trim().to_owned(), headers: Vec::new() });
        } else if let (Some(rule), Some((name, value))) = (rules.last_mut(), line.split_once(':')) {
            rule.headers.push((name.trim().to_owned(), value.trim().to_owned()));
        }
    }
    rules
}

/// The headers of every rule that an address matches, in order.
pub fn matching<'a>(rules: &'a [Rule], path: &'a str) -> impl Iterator<Item = &'a (String, String)> {
    rules.iter().filter(move |rule| matches(&rule.pattern, path)).flat_map(|rule| &rule.headers)
}

fn matches(pattern: &str, path: &str) -> bool {
    pattern.strip_suffix('*').map_or(pattern == path, |start| path.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(base: &str) -> Vec<Rule> {
        let paths = [
            "/",
            "/en/",
            "/so-lieu/",
            "/so-lieu/egdi-rank/",
            "/en/indicators/",
            "/nhung/ban-do/",
            "/404.html",
        ];
        let pages: Vec<_> =
            paths.iter().map(|path| PageInfo { path: (*path).to_owned(), ..PageInfo::default() }).collect();
        rules(base, &pages)
    }

    fn all<'a>(rules: &'a [Rule], path: &'a str, name: &str) -> Vec<&'a str> {
        matching(rules, path).filter(|(key, _)| key == name).map(|(_, value)| value.as_str()).collect()
    }

    #[test]
    fn only_embeds_may_be_framed() {
        let rules = site("/");
        for path in ["/", "/en/", "/so-lieu/egdi-rank/", "/en/indicators/", "/404.html"] {
            assert_eq!(
                all(&rules, path, "Content-Security-Policy"),
                [CSP, "frame-ancestors 'none'"],
                "{path}"
            );
        }
        assert_eq!(all(&rules, "/nhung/ban-do/", "Content-Security-Policy"), [CSP]);
        assert_eq!(all(&rules, "/nhung/ban-do/", "X-Frame-Options"), [""; 0]);
    }

    #[test]
    fn assets_are_kept_for_ever_below_any_base() {
        let rules = site("/x/");
        assert_eq!(all(&rules, "/x/assets/a-1.css", "Cache-Control"), [FOR_EVER.1]);
        assert_eq!(all(&rules, "/x/du-lieu/a.csv", "Access-Control-Allow-Origin"), ["*"]);
        assert_eq!(all(&rules, "/assets/a-1.css", "Cache-Control"), [""; 0]);
    }

    #[test]
    fn no_address_gets_one_header_twice_but_the_policy() {
        let rules = site("/");
        for path in
            ["/", "/en/", "/so-lieu/", "/assets/x", "/du-lieu/x", "/nhung/a/", "/phien-ban.json", "/sw.js"]
        {
            let mut names: Vec<_> = matching(&rules, path)
                .map(|(name, _)| name)
                .filter(|name| *name != "Content-Security-Policy")
                .collect();
            names.sort();
            let before = names.len();
            names.dedup();
            assert_eq!(names.len(), before, "{path}: {names:?}");
        }
    }

    #[test]
    fn what_is_written_reads_back() {
        let dir = std::env::temp_dir().join(format!("ngay-so-headers-{}", std::process::id()));
        let pages = [PageInfo { path: "/".into(), ..PageInfo::default() }];
        write(&dir, "/x/", &pages).unwrap();
        let text = files::read_text(&dir.join("_headers")).unwrap();
        assert_eq!(parse(&text), rules("/x/", &pages));
        assert!(text.lines().all(|line| line.len() < 2000), "Cloudflare đọc tối đa 2000 ký tự một dòng");
        files::remove(&dir).unwrap();
        assert_eq!(
            parse("  mồ côi: 1\n# ghi chú\n/a\n  không có hai chấm\n  X: a: b\n"),
            [Rule { pattern: "/a".into(), headers: vec![("X".into(), "a: b".into())] }]
        );
    }
}
