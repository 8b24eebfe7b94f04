//! What happens when a button is pressed: the session moves on, is stored, and the focus and the live region follow.

use super::kept;
use crate::browser::{chance, clock, focus, storage};
use crate::quiz::answer::{Answer, mark};
use crate::quiz::bank::Bank;
use crate::quiz::memory::Memory;
use crate::quiz::select::Comfort;
use crate::quiz::session::{Mode, Session, Stage, Start};
use crate::route::params;
use crate::text::{Locale, Text, fill};
use crate::ui::context::{Context, Part};
use leptos::prelude::*;
use std::sync::Arc;

/// The parameter of the address that names the way.
const WAY: &str = "che-do";

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
    pub(super) cx: Context,
    /// The level test.
    pub(super) test: Arc<Bank>,
    /// The questions of the session on the screen: the level test, or the messages for practice.
    pub(super) bank: Arc<Bank>,
    pub(super) locale: Locale,
    /// The way that the address names, for the first screen.
    pub(super) mode: Memo<Mode>,
    /// None on the first screen.
    pub(super) session: RwSignal<Option<Session>>,
    /// Whether to keep the session on this device.
    pub(super) remember: RwSignal<bool>,
    /// Whether the browser refused to.
    pub(super) refused: RwSignal<bool>,
    /// Rises whenever something was kept or deleted.
    pub(super) kept: RwSignal<usize>,
    /// What a screen reader should say next.
    pub(super) said: RwSignal<String>,
}

impl Desk {
    pub(super) fn new(cx: &Context, bank: Arc<Bank>) -> Self {
        let search = cx.search;
        let asked = move |search: &str| params::get(&params::read(search), WAY).map(str::to_owned);
        let mode = move |_: Option<&Mode>| {
            search.with(|search| asked(search)).and_then(|word| Mode::of_param(&word)).unwrap_or_default()
        };
        if let Some(odd) = search.with_untracked(|s| asked(s)).filter(|word| Mode::of_param(word).is_none()) {
            let short: String = odd.chars().take(20).collect();
            let what = format!("{WAY}={short}");
            cx.notice.set(Some(fill(cx.t().boot.bad_query, &[("what", &what)])));
        }
        Self {
            cx: cx.clone(),
            test: bank.clone(),
            bank,
            locale: cx.locale,
            mode: Memo::new(mode),
            session: RwSignal::new(None),
            remember: RwSignal::new(true),
            refused: RwSignal::new(false),
            kept: RwSignal::new(0),
            said: RwSignal::new(String::new()),
        }
    }

    /// The same with the questions of a mode; `None` while they are not here.
    pub(super) fn at(&self, mode: Mode) -> Option<Self> {
        let bank = match (mode, self.cx.practice.get_untracked()) {
            (Mode::Practice, Part::Ready(messages)) => messages,
            (Mode::Practice, _) => return None,
            _ => self.test.clone(),
        };
        Some(Self { bank, ..self.clone() })
    }

    /// Chooses a way on the first screen; the address follows.
    pub(super) fn choose(&self, mode: Mode) {
        self.cx.go(&[(WAY, mode.param().to_owned())], false);
        self.fetch(mode);
    }

    /// Asks for what a way needs.
    pub(super) fn fetch(&self, mode: Mode) {
        if mode == Mode::Practice && self.cx.live && self.at(mode).is_none() {
            leptos::task::spawn_local(self.cx.clone().need_practice());
        }
    }

    pub(super) fn stored(&self, mode: Mode) -> Stored {
        let Some(desk) = self.at(mode) else { return Stored::Nothing };
        match storage::get(kept::key(mode)) {
            None => Stored::Nothing,
            Some(text) => Session::restore(&desk.bank, &text).map_or(Stored::Stale, Stored::Session),
        }
    }

    /// What to ask again: what is remembered, or what the session on the screen has missed.
    pub(super) fn missed(&self) -> Vec<usize> {
        let mut memory = kept::memory();
        if let Some(session) = self.session.get_untracked() {
            self.learn(&mut memory, &session, 0);
        }
        memory.missed(&self.test)
    }

    pub(super) fn start(&self, mode: Mode, comfort: Comfort) {
        let Some(desk) = self.at(mode) else { return };
        let seen = match mode {
            Mode::Practice => Vec::new(),
            Mode::Again => self.missed(),
            _ => kept::memory().shown(&desk.bank),
        };
        let start = Start { mode, comfort, seed: chance::seed(), today: clock::today_in_hanoi(), seen };
        desk.show(Session::start(&desk.bank, start));
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

    /// Nine questions more in one area.
    pub(super) fn dive(&self, area: usize) {
        self.step(|session, bank| session.dive(bank, area));
    }

    pub(super) fn stop(&self) {
        self.step(|session, _| session.stop());
    }

    /// Back to the first screen.
    pub(super) fn leave(&self) {
        self.show(None);
    }

    /// Forgets the stored session of a mode; `false` if the browser refused.
    pub(super) fn erase(&self, mode: Mode) -> bool {
        let t = &self.locale.messages().quiz;
        let done = storage::remove(kept::key(mode));
        self.kept.update(|n| *n += 1);
        self.said.set(if done { t.erased } else { t.erase_failed }.to_owned());
        done
    }

    /// Forgets everything, and says so.
    pub(super) fn forget_all(&self) {
        let messages = self.locale.messages();
        let done = kept::forget_all();
        self.kept.update(|n| *n += 1);
        self.said
            .set(if done { messages.quiz_more.kept_erased } else { messages.quiz.erase_failed }.to_owned());
        focus::later(if self.session.with_untracked(Option::is_some) {
            heading::RESULT
        } else {
            heading::TITLE
        });
    }

    fn step(&self, change: impl FnOnce(&mut Session, &Bank)) {
        let Some(mut session) = self.session.get_untracked() else { return };
        let before = session.answered();
        change(&mut session, &self.bank);
        if session.answered() > 0 && self.remember.get_untracked() {
            let mut saved = storage::set(kept::key(session.mode()), &session.save(&self.bank));
            if session.answered() > before && session.mode() != Mode::Practice {
                let mut memory = kept::memory();
                self.learn(&mut memory, &session, before);
                saved = kept::remember(&memory) && saved;
            }
            self.refused.set(!saved);
            self.kept.update(|n| *n += 1);
        }
        self.show(Some(session));
    }

    /// Takes the answers of a session into the memory, but for the first `before`.
    fn learn(&self, memory: &mut Memory, session: &Session, before: usize) {
        if session.mode() == Mode::Practice {
            return;
        }
        for step in session.steps().iter().skip(before) {
            let Some((item, answer)) = self.test.item(step.item).zip(step.answer.as_ref()) else { continue };
            if let Some(mark) = mark(item, answer) {
                memory.note(&item.id, mark.outcome);
            }
        }
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
