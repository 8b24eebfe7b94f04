//! Where the site will stand: an optional origin (`https://ví-dụ.vn`) and the base path (`/`, `/x/`).

use super::{Outcome, stop};

/// The public address of the site's root.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    origin: Option<String>,
    base: String,
}

impl Place {
    /// Reads `--public-url`: a path (`/`, `/x`, `/x/`) or a full address (`https://example.org/x/`).
    pub fn parse(text: &str) -> Outcome<Self> {
        let wrong = || {
            stop!(
                "--public-url \"{text}\" không dùng được: cần một đường dẫn như /ngay-so/ hoặc https://ten-mien/ngay-so/"
            )
        };
        let text = text.trim();
        let (origin, path) = match text.split_once("://") {
            Some((scheme @ ("http" | "https"), rest)) => {
                let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
                if host.is_empty() {
                    return Err(wrong());
                }
                (Some(format!("{scheme}://{host}")), path)
            }
            Some(_) => return Err(wrong()),
            None => (None, text),
        };
        let good = |c: char| c.is_ascii_alphanumeric() || "-_.~".contains(c);
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        if parts.iter().any(|part| !part.chars().all(good) || part.starts_with('.')) {
            return Err(wrong());
        }
        let base = if parts.is_empty() { "/".to_owned() } else { format!("/{}/", parts.join("/")) };
        Ok(Self { origin, base })
    }

    /// The base path: starts and ends with a slash.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// Scheme and host, if they were given.
    pub fn origin(&self) -> Option<&str> {
        self.origin.as_deref()
    }

    /// The address of a path below the root, as complete as it can be.
    pub fn address(&self, path: &str) -> String {
        format!("{}{}{}", self.origin().unwrap_or_default(), self.base, path.trim_start_matches('/'))
    }

    /// As Trunk is told.
    pub fn public_url(&self) -> String {
        self.address("")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spelling_of_a_base_path_means_the_same() {
        for text in ["/x/", "/x", "x", "x/"] {
            assert_eq!(Place::parse(text).unwrap().base(), "/x/", "{text}");
        }
        for text in ["", "/", "//"] {
            assert_eq!(Place::parse(text).unwrap().base(), "/", "{text}");
        }
        let full = Place::parse("https://example.org/a/b").unwrap();
        assert_eq!(full.origin(), Some("https://example.org"));
        assert_eq!(full.address("/so-lieu/"), "https://example.org/a/b/so-lieu/");
        assert_eq!(Place::parse("/x").unwrap().address("/"), "/x/");
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for text in ["ftp://a/", "https://", "/a b/", "/../", "/a?b"] {
            assert!(Place::parse(text).is_err(), "{text}");
        }
    }
}
