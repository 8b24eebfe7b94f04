//! The few tags of a page that the workshop needs to see: which sheets, scripts and pictures it names.
//!
//! Not an HTML parser: it reads pages that we (or Trunk) wrote, quoted or minified.

/// One opening tag and its attributes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag<'a> {
    /// `link`, `script`, `img` …
    pub name: &'a str,
    attributes: Vec<(&'a str, &'a str)>,
}

impl<'a> Tag<'a> {
    /// An attribute's value as written; without a value it is empty.
    pub fn get(&self, name: &str) -> Option<&'a str> {
        self.attributes.iter().find(|(key, _)| *key == name).map(|(_, value)| *value)
    }
}

/// Every opening tag of a page, in order. Comments and the text of scripts are passed over.
pub fn tags(html: &str) -> Vec<Tag<'_>> {
    let mut found = Vec::new();
    let mut rest = html;
    while let Some((_, after)) = rest.split_once('<') {
        if let Some(comment) = after.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
            continue;
        }
        if !after.starts_with(|c: char| c.is_ascii_alphabetic()) {
            rest = after;
            continue;
        }
        let (tag, after) = one(after);
        rest = if matches!(tag.name, "script" | "style") {
            after.find("</").and_then(|end| after.get(end..)).unwrap_or_default()
        } else {
            after
        };
        found.push(tag);
    }
    found
}

/// Reads `name a=b c="d">`; gives the tag and what follows it.
fn one(text: &str) -> (Tag<'_>, &str) {
    let (name, mut rest) = take(text, |c| !c.is_whitespace() && c != '>' && c != '/');
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        if rest.is_empty() {
            return (Tag { name, attributes }, rest);
        }
        if let Some(after) = rest.strip_prefix('>') {
            return (Tag { name, attributes }, after);
        }
        let (key, after) = take(rest, |c| !c.is_whitespace() && c != '=' && c != '>');
        let (value, after) = match after.trim_start().strip_prefix('=') {
            None => ("", after),
            Some(after) => value(after.trim_start()),
        };
        // A stray `=` would give an empty name: step over it rather than stand still.
        rest = if key.is_empty() { after.get(1..).unwrap_or_default() } else { after };
        attributes.push((key, value));
    }
}

fn value(text: &str) -> (&str, &str) {
    match text.chars().next() {
        Some(quote @ ('"' | '\'')) => {
            text.get(1..).and_then(|inner| inner.split_once(quote)).unwrap_or((text, ""))
        }
        _ => take(text, |c| !c.is_whitespace() && c != '>'),
    }
}

fn take(text: &str, wanted: impl Fn(char) -> bool) -> (&str, &str) {
    text.split_at(text.find(|c| !wanted(c)).unwrap_or(text.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoted_and_minified_pages_read_the_same() {
        for html in [
            "<!doctype html><link rel=\"stylesheet\" href=\"/x/a.css\"/><script src='/b.js' defer></script>",
            "<!doctype html><link rel=stylesheet href=/x/a.css><script src=/b.js defer></script>",
        ] {
            let tags = tags(html);
            assert_eq!(tags.len(), 2, "{html}");
            assert_eq!(tags[0].get("href"), Some("/x/a.css"));
            assert_eq!(
                (tags[1].name, tags[1].get("src"), tags[1].get("defer")),
                ("script", Some("/b.js"), Some(""))
            );
        }
    }

    #[test]
    fn comments_text_and_broken_tags_do_no_harm() {
        assert_eq!(tags("<!-- <link> --> 1 < 2 <script>if (a<b) '<img>'</script></p>").len(), 1);
        for broken in ["<", "<a", "<a =", "<a b=", "<a b=\"", "<a = = >", "<!--"] {
            let _ = tags(broken);
        }
    }
}
