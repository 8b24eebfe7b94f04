//! What happens when a button is pressed: the session moves on, is stored, and the focus and the live region follow.

use crate::browser::{chance, clock, focus, storage};
use crate::quiz::answer::Answer;
use crate::quiz::bank::Bank;
use crate::quiz::select::Comfort;
use crate::quiz::session::{Session, Stage, Start};
use crate::text::{Locale, Text};
use leptos::prelude::*;
use std::sync::Arc;

/// Where the session is stored.
const KEY: &str = "ngay-so:quiz";

/// The headings that take the focus.
pub(super) mod heading {
    pub(in super::super) const TITLE: &str = "quiz-title";
    pub(in super::super) const STEM: &str = "quiz-stem";
    pub(in super::super) const VERDICT: &str = "quiz-verdict";
    pub(in super::super) const BREAK: &str = "quiz-break";
    pub(in super::super) const RESULT: &str = "quiz-result";
}

/// What was found on this device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Stored {
    Nothing,
    /// A session that can be taken up again.
    Session(Session),
    /// Something of another edition, or damaged.
    Stale,
}

/// The state of the page.
#[derive(Clone)]
pub(super) struct Desk {
    pub(super) bank: Arc<Bank>,
    pub(super) locale: Locale,
    /// None on the first screen.
    pub(super) session: RwSignal<Option<Session>>,
    /// Whether to keep the session on this device.
    pub(super) remember: RwSignal<bool>,
    /// Whether the browser refused to.
    pub(super) refused: RwSignal<bool>,
    /// What a screen reader should say next.
    pub(super) said: RwSignal<String>,
}

impl Desk {
    pub(super) fn new(bank: Arc<Bank>, locale: Locale) -> Self {
        Self {
            bank,
            locale,
            session: RwSignal::new(None),
            remember: RwSignal::new(true),
            refused: RwSignal::new(false),
            said: RwSignal::new(String::new()),
        }
    }

    pub(super) fn stored(&self) -> Stored {
        match storage::get(KEY) {
            None => Stored::Nothing,
            Some(text) => Session::restore(&self.bank, &text).map_or(Stored::Stale, Stored::Session),
        }
    }

    pub(super) fn start(&self, comfort: Comfort) {
        let today = clock::today_in_hanoi();
        let start = Start { comfort, seed: chance::seed(), today, ..Start::default() };
        self.show(Session::start(&self.bank, start));
    }

    pub(super) fn resume(&self, session: Session) {
        self.show(Some(session));
    }

    pub(super) fn answer(&self, answer: Answer) {
        self.step(|session, bank| session.answer(bank, answer));
        // The heading says the verdict as it takes the focus; the live region adds the reason.
        let reason: Option<Text> = self.session.with_untracked(|session| {
            session.as_ref().and_then(|s| s.current(&self.bank)).map(|item| item.summary.clone())
        });
        self.said.set(reason.map(|text| text.get(self.locale).to_owned()).unwrap_or_default());
    }

    pub(super) fn go_on(&self) {
        self.step(Session::go_on);
    }

    pub(super) fn extend(&self) {
        self.step(Session::extend);
    }

    pub(super) fn stop(&self) {
        self.step(|session, _| session.stop());
    }

    /// Back to the first screen.
    pub(super) fn leave(&self) {
        self.show(None);
    }

    /// Forgets the stored session; `false` if the browser refused.
    pub(super) fn erase(&self) -> bool {
        let t = &self.locale.messages().quiz;
        let done = storage::remove(KEY);
        self.said.set(if done { t.erased } else { t.erase_failed }.to_owned());
        done
    }

    fn step(&self, change: impl FnOnce(&mut Session, &Bank)) {
        let Some(mut session) = self.session.get_untracked() else { return };
        change(&mut session, &self.bank);
        if session.answered() > 0 && self.remember.get_untracked() {
            self.refused.set(!storage::set(KEY, &session.save(&self.bank)));
        }
        self.show(Some(session));
    }

    fn show(&self, session: Option<Session>) {
        let place = match session.as_ref().map(Session::stage) {
            None => heading::TITLE,
            Some(Stage::Question) => heading::STEM,
            Some(Stage::Feedback) => heading::VERDICT,
            Some(Stage::Break | Stage::Offer) => heading::BREAK,
            Some(Stage::Result) => heading::RESULT,
        };
        self.said.set(String::new());
        self.session.set(session);
        focus::later(place);
    }
}
