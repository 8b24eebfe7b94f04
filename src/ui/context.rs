//! What every page is given: the data, the language, where the site stands, and the parts that load on demand.

use crate::browser::document;
use crate::browser::load::{self, LoadError};
use crate::data::{Code63, Dataset, wire};
use crate::geo::Geometry;
use crate::quiz::bank::Bank;
use crate::route::{Route, params};
use crate::text::{Date, Locale, Messages};
use leptos::prelude::*;
use std::sync::Arc;

/// The surroundings of a page. Cheap to clone.
#[derive(Clone)]
pub struct Context {
    /// The dataset.
    pub data: Arc<Dataset>,
    /// The language, fixed for the life of the document.
    pub locale: Locale,
    /// The base path, with slashes at both ends: `/` or `/x/`.
    pub base: Arc<str>,
    /// Build id, for the footer.
    pub build: Arc<str>,
    /// Whether a reader can interact: false while prerendering.
    pub live: bool,
    /// The dataset with every fact, topic and event.
    pub archive: RwSignal<Part<Dataset>>,
    /// How this program reads the parts that only some pages need.
    pub readers: Readers,
    /// Shapes of the provinces.
    pub geometry: RwSignal<Part<Geometry>>,
    /// The same shapes more finely, for who looks closer.
    pub fine: RwSignal<Part<Geometry>>,
    /// The question bank.
    pub bank: RwSignal<Part<Bank>>,
    /// The messages of "Luyện mắt": a bank of their own, fetched by who practises.
    pub practice: RwSignal<Part<Bank>>,
    /// Today in Hà Nội; `None` while prerendering.
    pub today: RwSignal<Option<Date>>,
    /// The query of the address, with its question mark; follows Back and Forward.
    pub search: RwSignal<String>,
    /// The reader's own province, as the address names it; links to other pages with provinces carry it along.
    pub mine: RwSignal<Option<Code63>>,
    /// A notice above the page, if something in the address was not understood.
    pub notice: RwSignal<Option<String>>,
}

/// Readers of parts; a program carries only those of its pages.
#[derive(Clone, Copy, Debug)]
pub struct Readers {
    /// Of the words that come with the data.
    pub words: fn(Vec<String>),
    /// Of the shapes.
    pub geometry: Option<fn(&str) -> Result<Geometry, String>>,
    /// Of the questions.
    pub bank: Option<fn(&str) -> Result<Bank, String>>,
}

/// A part of the data that is fetched when a page needs it.
#[derive(Debug)]
pub enum Part<T> {
    /// Not asked for yet.
    Missing,
    /// On its way.
    Loading,
    /// Here.
    Ready(Arc<T>),
    /// Could not be had.
    Failed(String),
}

impl<T> Clone for Part<T> {
    fn clone(&self) -> Self {
        match self {
            Self::Missing => Self::Missing,
            Self::Loading => Self::Loading,
            Self::Ready(part) => Self::Ready(part.clone()),
            Self::Failed(why) => Self::Failed(why.clone()),
        }
    }
}

/// Names of the `<meta>`s that hold the addresses of the data files. This one: the dataset.
pub const DATASET: &str = "du-lieu-chung";
/// The dataset with all facts.
pub const ARCHIVE: &str = "tu-lieu";
/// Geometry.
pub const GEOMETRY: &str = "du-lieu-ban-do";
/// Finer geometry.
pub const FINE: &str = "du-lieu-ban-do-min";
/// Question bank.
pub const BANK: &str = "du-lieu-cau-hoi";
/// Messages for practice.
pub const PRACTICE: &str = "du-lieu-luyen-mat";

impl Context {
    /// Messages of the language.
    pub fn t(&self) -> &'static Messages {
        self.locale.messages()
    }

    /// The address of a page in the language of the document.
    pub fn href(&self, route: &Route) -> String {
        format!("{}{}", self.base, route.path(self.locale))
    }

    /// The address of a page, with the reader's own province where the page shows provinces.
    pub fn href_mine(&self, route: &Route) -> String {
        let about_provinces = match route {
            Route::Map | Route::Compare | Route::Indicators => true,
            Route::Indicator(id) => {
                self.data.indicator(id).is_some_and(crate::data::Indicator::is_provincial)
            }
            _ => false,
        };
        match self.mine.get().filter(|_| about_provinces) {
            Some(code) => format!("{}?tinh={code}", self.href(route)),
            None => self.href(route),
        }
    }

    /// Changes the query of the address: as a new step, so that Back undoes it, or in place.
    pub fn go(&self, changes: &[(&str, String)], as_step: bool) {
        let next = params::with(&self.search.get_untracked(), changes);
        if next != self.search.get_untracked() {
            document::set_search(&next, as_step);
            self.search.set(next);
        }
    }

    /// The address of a file.
    pub fn file(&self, path: &str) -> String {
        format!("{}{path}", self.base)
    }

    /// Which data files a page needs besides the dataset.
    pub fn parts_of(route: &Route) -> (bool, bool) {
        (matches!(route, Route::Map), matches!(route, Route::Quiz | Route::QuizResult))
    }

    /// Fetches what a page needs and does not have yet.
    pub async fn need(self, route: Route) {
        if route == Route::Sources && wants(self.archive) {
            self.archive.set(Part::Loading);
            let part = fetch(ARCHIVE, |text| wire::read(text).map_err(|e| e.to_string())).await;
            self.archive.set(part);
        }
        let (geometry, bank) = Self::parts_of(&route);
        if let Some(read) = self.readers.geometry.filter(|_| geometry && wants(self.geometry)) {
            self.geometry.set(Part::Loading);
            let part = fetch(GEOMETRY, read).await;
            self.geometry.set(part);
        }
        if let Some(read) = self.readers.bank.filter(|_| bank && wants(self.bank)) {
            self.bank.set(Part::Loading);
            let part = fetch(BANK, read).await;
            self.bank.set(part);
        }
    }

    /// Fetches the finer shapes, once. Without them the map stays as it is, which a notice says.
    pub fn look_closer(&self) {
        let Some(read) = self.readers.geometry.filter(|_| matches!(self.fine.get_untracked(), Part::Missing))
        else {
            return;
        };
        self.fine.set(Part::Loading);
        let cx = self.clone();
        leptos::task::spawn_local(async move {
            let part = fetch(FINE, read).await;
            if matches!(part, Part::Failed(_)) {
                cx.notice.set(Some(cx.t().map_tools.coarse.to_owned()));
            }
            cx.fine.set(part);
        });
    }
}

impl Context {
    /// Fetches the messages for practice, unless they are here or on their way.
    pub async fn need_practice(self) {
        if let Some(read) = self.readers.bank.filter(|_| wants(self.practice)) {
            self.practice.set(Part::Loading);
            let part = fetch(PRACTICE, read).await;
            self.practice.set(part);
        }
    }
}

/// Reads the dataset that a page starts with, and takes in the words that come with it.
pub(super) fn read_dataset(text: &str, words: fn(Vec<String>)) -> Result<Dataset, String> {
    let (data, told) = wire::read_with_words(text).map_err(|e| e.to_string())?;
    words(told);
    Ok(data)
}

fn wants<T: Send + Sync + 'static>(part: RwSignal<Part<T>>) -> bool {
    matches!(part.get_untracked(), Part::Missing | Part::Failed(_))
}

async fn fetch<T>(id: &'static str, read: impl FnOnce(&str) -> Result<T, String>) -> Part<T> {
    match load::text(id).await.and_then(|text| read(&text).map_err(LoadError::Content)) {
        Ok(part) => Part::Ready(Arc::new(part)),
        Err(error) => {
            load::report(&format!("{id}: {error}"));
            Part::Failed(error.to_string())
        }
    }
}
