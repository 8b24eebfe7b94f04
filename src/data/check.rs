//! From shapes to a dataset that cannot be invalid: every rule of the data, all faults at once.
//!
//! Each part builds its piece of the model while it looks at it; the pieces become a [`Dataset`] only when nobody
//! had anything to say. The letters of a text (NFC, control characters, web addresses) are looked at where files
//! are read, in `site::content`; here are the rules that also a browser can check.

mod facts;
mod indicators;
mod places;
mod rows;
mod sources;
mod values;
mod words;

use super::fault::{Fault, Faults};
use super::model::{Dataset, Source};
use super::raw::{self, RawDataset};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::Arc;

pub use words::is_kebab;

impl TryFrom<RawDataset> for Dataset {
    type Error = Vec<Fault>;

    fn try_from(raw: RawDataset) -> Result<Self, Vec<Fault>> {
        check(raw, &Unread::default())
    }
}

/// Parts of the files that could not be read and so are missing from a [`RawDataset`]. They are faults of their
/// own; thanks to this list nobody else is blamed for them. Empty in the browser.
#[derive(Debug, Default)]
pub struct Unread {
    /// Files that miss something.
    files: BTreeSet<String>,
    /// Ids of the missing things, where they could be made out.
    ids: BTreeSet<String>,
    /// Whether something is missing whose id nobody knows.
    nameless: bool,
}

impl Unread {
    /// Notes something that could not be read.
    pub fn note(&mut self, file: &str, id: Option<&str>) {
        self.files.insert(file.into());
        match id {
            Some(id) => _ = self.ids.insert(id.into()),
            None => self.nameless = true,
        }
    }

    /// Notes a row that could not be read; nothing refers to rows.
    pub fn note_row(&mut self, file: &str) {
        self.files.insert(file.into());
    }

    /// Whether everything could be read.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// Whether all of a file could be read, so that what is not in it is truly missing.
    fn has_all_of(&self, file: &str) -> bool {
        !self.files.contains(file)
    }

    /// Whether this id may belong to something that could not be read.
    fn excuses(&self, id: &str) -> bool {
        self.nameless || self.ids.contains(id)
    }
}

/// Checks the shapes and builds the model. Whatever `unread` holds, only a complete and faultless dataset is built:
/// with something unread the answer is an error, its list perhaps empty.
pub fn check(raw: RawDataset, unread: &Unread) -> Result<Dataset, Vec<Fault>> {
    let mut check = Check {
        faults: Faults::default(),
        unread,
        sources: BTreeMap::new(),
        files: BTreeMap::new(),
        used: BTreeSet::new(),
        as_of: raw.as_of,
    };
    if raw.version != raw::VERSION {
        check.add("", "version", || {
            (
                format!("phiên bản {} của gói dữ liệu lạ (cần {})", raw.version, raw::VERSION),
                "Dựng lại trang để gói dữ liệu và chương trình cùng một phiên bản.".into(),
            )
        });
    }
    let sources = check.sources(raw.sources);
    let (regions63, regions34) = check.regions(raw.regions);
    let (provinces, new_provinces) = check.provinces(raw.provinces, &regions63, &regions34);
    let indicators = check.indicators(raw.indicators, &provinces, &new_provinces, &raw.events);
    let (facts, fact_ids) = check.facts(raw.facts);
    let topics = check.topics(raw.topics, &fact_ids);
    let events = check.events(raw.events, &fact_ids);
    check.unused_sources(&sources);
    if !check.faults.is_empty() || !unread.is_empty() {
        return Err(check.faults.into_vec());
    }
    Ok(Dataset {
        as_of: raw.as_of,
        sources,
        indicators,
        provinces,
        new_provinces,
        regions63,
        regions34,
        facts,
        topics,
        events,
    })
}

/// What is known while the parts are looked at, and the faults so far.
struct Check<'a> {
    faults: Faults,
    unread: &'a Unread,
    sources: BTreeMap<String, Arc<Source>>,
    /// Where each source stands.
    files: BTreeMap<String, String>,
    /// Ids of sources that something refers to.
    used: BTreeSet<String>,
    as_of: crate::text::Date,
}

impl Check<'_> {
    /// Notes a fault; `say` gives what is wrong and how to mend it.
    fn add(&mut self, file: &str, place: impl fmt::Display, say: impl FnOnce() -> (String, String)) {
        self.faults.add(file, place.to_string(), say);
    }

    /// The source that is meant, if there is one; from now on it counts as used.
    fn source(&mut self, file: &str, place: impl fmt::Display, id: &str) -> Option<Arc<Source>> {
        self.used.insert(id.into());
        let found = self.sources.get(id).cloned();
        if id.is_empty() {
            self.add(file, place, || {
                ("thiếu nguồn".into(), "Ghi id của một nguồn trong thư mục sources/.".into())
            });
        } else if found.is_none() && !self.unread.excuses(id) {
            self.add(file, place, || {
                (
                    format!("không có nguồn \"{id}\""),
                    "Thêm nguồn này vào một tệp trong sources/ hoặc sửa lại id.".into(),
                )
            });
        }
        found
    }
}
