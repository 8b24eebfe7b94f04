//! The messages of the page, made from `vi.json` and `en.json` by `build.rs`.

use super::Locale;

include!(concat!(env!("OUT_DIR"), "/messages.rs"));

impl Messages {
    /// The messages of a language.
    pub fn of(locale: Locale) -> &'static Self {
        match locale {
            Locale::Vi => &VI,
            Locale::En => &EN,
        }
    }
}

/// Fills the placeholders of a message: `fill("Năm {year}", &[("year", "2024")])`.
///
/// A placeholder without a value stays as it is, which a reader can see and report.
pub fn fill(message: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(message.len() + 16);
    let mut rest = message;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let found = after.split_once('}').and_then(|(name, tail)| {
            values.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value, tail))
        });
        match found {
            Some((value, tail)) => {
                out.push_str(value);
                rest = tail;
            }
            None => {
                out.push('{');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_filled_in_any_order() {
        assert_eq!(fill("{b} rồi {a}", &[("a", "1"), ("b", "2")]), "2 rồi 1");
    }

    #[test]
    fn an_unknown_placeholder_stays_visible() {
        assert_eq!(fill("Năm {year} {", &[]), "Năm {year} {");
    }
}
