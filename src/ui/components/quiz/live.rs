//! One screen at a time, inside a frame that stays: the page's heading and the live region.

use super::break_card::{break_card, offer};
use super::desk::{Desk, heading};
use super::feedback::feedback;
use super::intro::intro;
use super::parts::title;
use super::question::question;
use super::result::{again, result, sight};
use crate::quiz::bank::Bank;
use crate::quiz::session::{Mode, Session, Stage};
use crate::ui::components::el::{El, el};
use crate::ui::context::Context;
use leptos::prelude::*;
use std::sync::Arc;

/// The quiz, ready to be taken.
pub fn live(cx: &Context, bank: Arc<Bank>) -> El {
    let t = &cx.t().quiz;
    let desk = Desk::new(cx, bank);
    let (session, said, refused) = (desk.session, desk.said, desk.refused);
    // A screen is built anew only when another one is due.
    let due = Memo::new(move |_| session.with(|s| s.as_ref().map(|s| (s.stage(), s.number()))));
    let screen = move || {
        let current = due.get().and_then(|_| session.get_untracked());
        let screen = match &current {
            None => Some(intro(&desk)),
            Some(session) => desk.at(session.mode()).and_then(|desk| of(&desk, session)),
        };
        screen.map_or_else(|| ().into_any(), El::into_any)
    };
    let class = move || if due.get().is_some() { "quiz quiz-busy" } else { "quiz" }.to_owned();
    let notice = move || {
        if refused.get() { el("p").class("quiz-notice").text(t.unsaved).into_any() } else { ().into_any() }
    };
    el("article")
        .attr_now("class", class)
        .add(title("h1", heading::TITLE, t.title).class("quiz-title"))
        .add(
            el("p")
                .class("quiz-sr")
                .attr("role", "status")
                .attr("aria-live", "polite")
                .text_now(move || said.get()),
        )
        .view_now(notice)
        .view_now(screen)
}

/// The screen of a session.
fn of(desk: &Desk, session: &Session) -> Option<El> {
    match (session.stage(), session.mode()) {
        (Stage::Question, _) => question(desk, session),
        (Stage::Feedback, _) => feedback(desk, session),
        (Stage::Break, _) => Some(break_card(desk, session)),
        (Stage::Offer, _) => Some(offer(desk, session)),
        (Stage::Result, Mode::Practice) => Some(sight::sight(desk, session)),
        (Stage::Result, Mode::Again) => Some(again::again(desk, session)),
        (Stage::Result, _) => Some(result(desk, session)),
    }
}
