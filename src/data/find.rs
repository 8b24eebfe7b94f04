//! "Where is my province?" A search among the provinces of today and those before the merger: by name, by another
//! spelling or by initials, without accents if one likes.

use super::model::{Dataset, NewProvince, Province};
use crate::text::{Text, collate, sort};

/// A province that was found.
#[derive(Clone, Copy, Debug)]
pub struct Found<'a> {
    /// The province of today.
    pub today: &'a NewProvince,
    /// The old province whose name was meant, where the province of today bears another.
    pub old: Option<&'a Province>,
}

impl Found<'_> {
    /// The name that was meant.
    pub fn name(&self) -> &Text {
        self.old.map_or(&self.today.name, |old| &old.name)
    }
}

/// How well a name answers; the smaller the better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Whole,
    Beginning,
    Initials,
    Word,
}

impl Dataset {
    /// The provinces that a reader may mean, the likeliest first. An old name leads to the province of today.
    pub fn find_places(&self, typed: &str) -> Vec<Found<'_>> {
        let typed = plain(typed);
        if typed.is_empty() {
            return Vec::new();
        }
        let mut found: Vec<(Fit, Found<'_>)> = Vec::new();
        for today in &self.new_provinces {
            let members = today.members.iter().filter_map(|code| self.province(*code));
            let (same, others): (Vec<_>, Vec<_>) = members.partition(|old| old.name.vi == today.name.vi);
            let mut own = vec![today.name.vi.as_str(), &today.name.en];
            own.extend(same.iter().flat_map(|old| names(old)));
            // Huế lost the first half of its old name, which still stands among the other spellings.
            let renamed = |old: &&&Province| others.len() == 1 && old.aliases.contains(&today.name.vi);
            own.extend(others.iter().filter(renamed).flat_map(|old| names(old)));
            found.extend(best(&own, &typed).map(|fit| (fit, Found { today, old: None })));
            let olds = others.iter().filter(|old| !renamed(old));
            found.extend(olds.filter_map(|old| {
                let names: Vec<&str> = names(old).collect();
                best(&names, &typed).map(|fit| (fit, Found { today, old: Some(*old) }))
            }));
        }
        sort::by(&mut found, |a, b| {
            (a.0.cmp(&b.0))
                .then_with(|| a.1.old.is_some().cmp(&b.1.old.is_some()))
                .then_with(|| collate::compare(&a.1.name().vi, &b.1.name().vi))
        });
        found.into_iter().map(|(_, found)| found).collect()
    }
}

fn names(old: &Province) -> impl Iterator<Item = &str> {
    [&old.name.vi, &old.name.en].into_iter().chain(&old.aliases).map(String::as_str)
}

fn best(names: &[&str], typed: &str) -> Option<Fit> {
    names.iter().filter_map(|name| fit(&plain(name), typed)).min()
}

fn fit(name: &str, typed: &str) -> Option<Fit> {
    let initials = || name.split(' ').filter_map(|word| word.chars().next()).collect::<String>();
    if name == typed {
        Some(Fit::Whole)
    } else if name.starts_with(typed) {
        Some(Fit::Beginning)
    } else if typed.len() > 1 && (initials() == typed || name.replace(' ', "").starts_with(typed)) {
        Some(Fit::Initials)
    } else {
        name.match_indices(typed)
            .any(|(at, _)| name.get(..at).is_some_and(|head| head.ends_with(' ')))
            .then_some(Fit::Word)
    }
}

/// Small letters without accents; whatever is neither letter nor digit parts words.
fn plain(text: &str) -> String {
    let folded = collate::fold(text);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}
