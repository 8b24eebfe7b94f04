//! Letters typed on the map, as in a list of files: they lead to the unit whose name begins so.

use crate::text::collate;

/// What has been typed so far. Whoever holds it clears it after a second without a letter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed(String);

impl Typed {
    /// Whether nothing is being typed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Forgets it.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// Takes a letter, and gives the place to go to. `names` holds the folded spellings of each unit, in reading
    /// order; `at` is where the reader is. One letter pressed again and again walks on among those that begin with it.
    pub fn push<'a>(
        &mut self,
        letter: &str,
        names: impl ExactSizeIterator<Item = &'a [String]> + Clone,
        at: Option<usize>,
    ) -> Option<usize> {
        let folded = collate::fold(letter);
        if folded.is_empty() && (letter != " " || self.0.is_empty()) {
            return None;
        }
        self.0.push_str(if folded.is_empty() { " " } else { &folded });
        let count = names.len();
        let from = |start: usize, typed: &str| {
            let begins = |place: &usize| {
                let mut all = names.clone();
                all.nth(*place).is_some_and(|spellings| spellings.iter().any(|s| s.starts_with(typed)))
            };
            (0..count).map(|i| (start + i) % count.max(1)).find(begins)
        };
        let after = at.map_or(0, |at| at + 1);
        let typed = self.0.clone();
        if typed.chars().count() == 1 {
            return from(after, &typed);
        }
        // Where one already is counts as long as it fits.
        from(at.unwrap_or_default(), &typed).or_else(|| {
            let mut letters = typed.chars();
            let first = letters.next()?;
            letters.all(|c| c == first).then(|| from(after, &first.to_string())).flatten()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: [&str; 7] = ["an giang", "ha giang", "ha noi", "ha tinh", "hue", "quang nam", "quang ngai"];

    fn typed(keys: &[&str], mut at: Option<usize>) -> Vec<Option<&'static str>> {
        let all: Vec<Vec<String>> = NAMES.iter().map(|n| vec![(*n).to_owned()]).collect();
        let mut typed = Typed::default();
        let step = |key: &&str| {
            let to = typed.push(key, all.iter().map(Vec::as_slice), at);
            at = to.or(at);
            to.and_then(|i| NAMES.get(i).copied())
        };
        keys.iter().map(step).collect()
    }

    #[test]
    fn letters_lead_to_the_name_that_begins_so() {
        assert_eq!(
            typed(&["h", "à", " ", "n"], None),
            [Some("ha giang"), Some("ha giang"), Some("ha giang"), Some("ha noi")]
        );
        assert_eq!(typed(&["H", "U"], None), [Some("ha giang"), Some("hue")]);
        assert_eq!(typed(&["q", "u", "a", "n", "g", " ", "n", "g"], None).last(), Some(&Some("quang ngai")));
    }

    #[test]
    fn the_same_letter_walks_on_and_around() {
        let round = [Some("ha giang"), Some("ha noi"), Some("ha tinh"), Some("hue"), Some("ha giang")];
        assert_eq!(typed(&["h"; 5], None), round);
        assert_eq!(typed(&["h"], Some(2)), [Some("ha tinh")]);
    }

    #[test]
    fn what_no_name_begins_with_leads_nowhere() {
        assert_eq!(typed(&["z", "z"], Some(1)), [None, None]);
        assert_eq!(typed(&[" ", "?"], None), [None, None]);
        let mut nobody = Typed::default();
        assert_eq!(nobody.push("a", std::iter::empty(), None), None);
    }
}
