//! One screen at a time, inside a frame that stays: the page's heading and the live region.

use super::break_card::BreakCard;
use super::desk::{Desk, heading};
use super::feedback::Feedback;
use super::intro::Intro;
use super::question::Question;
use super::result::ResultSheet;
use crate::quiz::bank::Bank;
use crate::quiz::session::{Session, Stage};
use crate::text::Locale;
use leptos::prelude::*;
use std::sync::Arc;

/// The quiz, ready to be taken.
#[component]
pub fn Live(bank: Arc<Bank>, locale: Locale) -> impl IntoView {
    let t = &locale.messages().quiz;
    let desk = Desk::new(bank, locale);
    let (session, said, refused) = (desk.session, desk.said, desk.refused);
    // A screen is built anew only when another one is due.
    let due = Memo::new(move |_| session.with(|s| s.as_ref().map(|s| (s.stage(), s.number()))));

    let screen = move || {
        let desk = desk.clone();
        let current: Option<Session> = due.get().and_then(|_| session.get_untracked());
        match current {
            None => view! { <Intro desk/> }.into_any(),
            Some(session) => match session.stage() {
                Stage::Question => view! { <Question desk session/> }.into_any(),
                Stage::Feedback => view! { <Feedback desk session/> }.into_any(),
                Stage::Break => view! { <BreakCard desk session/> }.into_any(),
                Stage::Result => view! { <ResultSheet desk session/> }.into_any(),
            },
        }
    };
    view! {
        <article class="quiz" class:quiz-busy=move || due.get().is_some()>
            <h1 class="quiz-title" id=heading::TITLE tabindex="-1">{t.title}</h1>
            <p class="quiz-sr" role="status" aria-live="polite">{said}</p>
            <Show when=move || refused.get()>
                <p class="quiz-notice">{t.unsaved}</p>
            </Show>
            {screen}
        </article>
    }
    .into_any()
}
