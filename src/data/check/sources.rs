//! Sources: every field, a plausible address, and somebody who uses them.

use super::Check;
use crate::data::model::Source;
use crate::data::raw::RawSource;
use std::collections::BTreeSet;
use std::sync::Arc;

/// File of a source when nobody said which one (in the browser).
const FILE: &str = "sources";

impl Check<'_> {
    pub(super) fn sources(&mut self, raw: Vec<RawSource>) -> Vec<Arc<Source>> {
        let mut seen = BTreeSet::new();
        let mut built = Vec::with_capacity(raw.len());
        for source in raw {
            let file = if source.file.is_empty() { FILE } else { &source.file };
            let at = format!("sources[{}]", source.id);
            self.id(file, format_args!("{at}.id"), &source.id, &mut seen);
            self.text(file, format_args!("{at}.title"), &source.title);
            self.text(file, format_args!("{at}.publisher"), &source.publisher);
            self.text(file, format_args!("{at}.licence"), &source.licence);
            if let Some(url) = &source.url {
                self.url(file, &at, url);
            }
            if let Some(date) = source.date.filter(|d| *d > self.as_of) {
                let as_of = self.as_of;
                self.add(file, format_args!("{at}.date"), || {
                    (
                        format!("ngày {date} muộn hơn ngày của dữ liệu ({as_of})"),
                        "Sửa ngày của nguồn, hoặc sửa \"created\" trong datapackage.json.".into(),
                    )
                });
            }
            let model = Arc::new(Source {
                id: source.id,
                title: source.title,
                publisher: source.publisher,
                url: source.url,
                date: source.date,
                kind: source.kind,
                licence: source.licence,
            });
            self.sources.insert(model.id.clone(), Arc::clone(&model));
            self.files.insert(model.id.clone(), source.file);
            built.push(model);
        }
        built
    }

    fn url(&mut self, file: &str, at: &str, url: &str) {
        if !is_plausible(url) {
            self.add(file, format_args!("{at}.url"), || {
                (
                    format!("\"{url}\" không phải địa chỉ trang web"),
                    "Ghi địa chỉ đầy đủ bắt đầu bằng https://, hoặc null nếu không biết.".into(),
                )
            });
        } else if is_root(url) {
            self.add(file, format_args!("{at}.url"), || {
                (
                    format!("\"{url}\" chỉ là trang chủ, không phải trang có số liệu"),
                    "Ghi địa chỉ của đúng trang, hoặc null nếu chỉ biết tên miền.".into(),
                )
            });
        }
    }

    /// A source that nothing refers to is a leftover or a reference that was forgotten.
    pub(super) fn unused_sources(&mut self, sources: &[Arc<Source>]) {
        if !self.unread.is_empty() {
            return;
        }
        for source in
            sources.iter().filter(|s| !self.used.contains(&s.id)).map(Arc::clone).collect::<Vec<_>>()
        {
            let file = self.files.get(&source.id).filter(|f| !f.is_empty()).cloned();
            self.add(file.as_deref().unwrap_or(FILE), format_args!("sources[{}]", source.id), || {
                ("nguồn này không được dùng ở đâu".into(), "Xóa nguồn, hoặc dẫn nó ở số liệu của nó.".into())
            });
        }
    }
}

/// `http(s)://host.tld…` with nothing odd in it.
fn is_plausible(url: &str) -> bool {
    let Some(rest) = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://")) else {
        return false;
    };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host =
        host.split_once(':').map_or(host, |(name, port)| if port.parse::<u16>().is_ok() { name } else { "" });
    let labels: Vec<&str> = host.split('.').collect();
    let tld = labels.last().copied().unwrap_or_default();
    labels.len() >= 2
        && labels.iter().all(|l| !l.is_empty() && l.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'))
        && tld.len() >= 2
        && tld.bytes().all(|b| b.is_ascii_alphabetic())
        && !url.chars().any(|c| c.is_whitespace() || c.is_control() || "<>\"{}|\\^`".contains(c))
}

/// Whether an address is only the front page of a site.
fn is_root(url: &str) -> bool {
    url.split_once("://").is_some_and(|(_, rest)| {
        rest.split_once('/').is_none_or(|(_, path)| path.is_empty()) && !rest.contains(['?', '#'])
    })
}

#[cfg(test)]
mod tests {
    use super::{is_plausible, is_root};

    #[test]
    fn an_address_has_a_scheme_and_a_host() {
        for good in
            ["https://mic.gov.vn/a?b=c#d", "http://a-b.vn:8080/x", "https://vi.wikipedia.org/wiki/Huế"]
        {
            assert!(is_plausible(good), "{good}");
        }
        for bad in [
            "mic.gov.vn",
            "ftp://a.vn/",
            "https://",
            "https://a",
            "https://a b.vn/",
            "https://u@a.vn/",
            "javascript:x",
        ] {
            assert!(!is_plausible(bad), "{bad}");
        }
    }

    #[test]
    fn a_front_page_is_not_a_source() {
        assert!(is_root("https://a.vn") && is_root("https://a.vn/"));
        assert!(!is_root("https://a.vn/x") && !is_root("https://a.vn/?id=1"));
    }
}
