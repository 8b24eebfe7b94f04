//! The messages of the page, made from `vi.json` and `en.json` by `build.rs`.

use super::Locale;

include!(concat!(env!("OUT_DIR"), "/messages.rs"));

#[cfg(not(target_arch = "wasm32"))]
impl Messages {
    /// The messages of a language.
    pub fn of(locale: Locale) -> &'static Self {
        match locale {
            Locale::Vi => &VI,
            Locale::En => &EN,
        }
    }
}

/// The words of the page's language, once they have come with the data.
#[cfg(target_arch = "wasm32")]
static LOADED: std::sync::OnceLock<Messages> = std::sync::OnceLock::new();

#[cfg(target_arch = "wasm32")]
impl Messages {
    /// The messages of the page; a document has one language. Empty before they have come, when nothing is shown yet.
    pub fn of(_: Locale) -> &'static Self {
        LOADED.get_or_init(|| Self::from_words(&mut Vec::new().into_iter()))
    }

    /// Takes the words that came with the data, in the order of [`Self::words`]. They stay for the life of the page.
    pub fn load(words: Vec<String>) {
        let _ = LOADED.set(Self::from_words(&mut words.into_iter()));
    }

    /// The same with the words of the quiz, for its program.
    pub fn load_all(words: Vec<String>) {
        let mut words = words.into_iter();
        let mut all = Self::from_words(&mut words);
        all.put_quiz(&mut words);
        let _ = LOADED.set(all);
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl Messages {
    /// In builds and tests both languages are at hand.
    pub fn load(_: Vec<String>) {}

    /// The same.
    pub fn load_all(_: Vec<String>) {}
}

/// Puts the next word, if there is one. Not inlined: it is called once for each of some hundred messages.
#[inline(never)]
fn put(place: &mut &'static str, words: &mut std::vec::IntoIter<String>) {
    if let Some(word) = words.next() {
        *place = word.leak();
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
        if let Some((value, tail)) = found {
            out.push_str(value);
            rest = tail;
        } else {
            out.push('{');
            rest = after;
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
    fn the_words_come_back_in_order() {
        for locale in Locale::ALL {
            let words = Messages::of(locale).words();
            let mut listed = words.iter().map(|w| (*w).to_owned()).collect::<Vec<_>>().into_iter();
            let mut again = Messages::from_words(&mut listed);
            assert_eq!(listed.len(), words.len() - Messages::READING);
            assert!(
                again.quiz.title.is_empty() && again.home.quiz_title == Messages::of(locale).home.quiz_title
            );
            again.put_quiz(&mut listed);
            assert_eq!(again.words(), words);
            assert!(!words.is_empty() && listed.next().is_none());
        }
    }

    #[test]
    fn an_unknown_placeholder_stays_visible() {
        assert_eq!(fill("Năm {year} {", &[]), "Năm {year} {");
    }
}
