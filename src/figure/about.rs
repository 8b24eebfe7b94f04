//! What goes along with a picture or a table that leaves the page: names, terms, dates, and whose numbers they are.

use super::map_state::MERGER;
use crate::data::{Dataset, Source, SourceKind};
use crate::route::Route;
use crate::text::{Date, Locale, fill};
use std::sync::Arc;

/// How many sources a line names before it says "and n more".
const NAMED_SOURCES: usize = 3;

/// What a chart does not say itself.
#[derive(Clone, Debug)]
pub struct About {
    /// Id, in names of files.
    pub id: String,
    /// Language.
    pub locale: Locale,
    /// A name that stays when the finding changes.
    pub name: String,
    /// What is measured, by whom, how often.
    pub definition: String,
    /// Terms of use.
    pub licence: String,
    /// Day of the data.
    pub as_of: Date,
    /// Path of the page below the base, without a slash in front.
    pub page: String,
}

impl About {
    /// About an indicator.
    pub fn of(data: &Dataset, id: &str, locale: Locale) -> Option<Self> {
        let indicator = data.indicator(id)?;
        Some(Self {
            id: indicator.id.clone(),
            locale,
            name: indicator.name.get(locale).into(),
            definition: indicator.definition.get(locale).into(),
            licence: indicator.licence.get(locale).into(),
            as_of: data.as_of,
            page: Route::Indicator(id.into()).path(locale),
        })
    }

    /// About the map of who was merged with whom.
    pub fn merger(data: &Dataset, locale: Locale) -> Self {
        let t = &locale.messages().map;
        Self {
            id: MERGER.into(),
            locale,
            name: t.merger_name.into(),
            definition: t.merger_standing.into(),
            licence: t.merger_licence.into(),
            as_of: data.as_of,
            page: Route::Map.path(locale),
        }
    }

    /// A name for a file that a reader keeps: what, as of when, in which language.
    pub fn file(&self, name: &str, tail: &str) -> String {
        format!("{name}-{}.{}{tail}", self.as_of, self.locale.tag())
    }
}

/// The publishers, each once: public bodies first, then the press; inside each the newest data first.
pub fn publishers(sources: &[Arc<Source>], locale: Locale) -> Vec<&str> {
    let weight = |kind| match kind {
        SourceKind::Official => 0,
        SourceKind::Dataset => 1,
        SourceKind::Press | SourceKind::Article => 2,
        SourceKind::Recalled => 3,
    };
    let mut out: Vec<&str> = Vec::new();
    for rank in 0..=3 {
        for source in sources.iter().rev().filter(|s| weight(s.kind) == rank) {
            let name = source.publisher.get(locale);
            if !out.contains(&name) {
                out.push(name);
            }
        }
    }
    out
}

/// "A, B, C và 4 nguồn khác".
pub fn publisher_list(sources: &[Arc<Source>], locale: Locale) -> String {
    let mut names = publishers(sources, locale);
    let rest = names.len().saturating_sub(NAMED_SOURCES);
    names.truncate(NAMED_SOURCES);
    // Some names hold a comma themselves ("X, dẫn Y").
    let comma = if names.iter().any(|name| name.contains(',')) { "; " } else { ", " };
    let list = names.join(comma);
    if rest == 0 {
        return list;
    }
    fill(locale.messages().chart.and_more, &[("list", &list), ("n", &rest.to_string())])
}

/// "Nguồn: A, B, C và 4 nguồn khác".
pub fn source_line(sources: &[Arc<Source>], locale: Locale) -> String {
    fill(locale.messages().chart.source, &[("list", &publisher_list(sources, locale))])
}
