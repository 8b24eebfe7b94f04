//! A pause after every sixth question: two lines, no score; one may stop here.

use super::desk::{Desk, heading};
use super::parts::{acts, button, title};
use crate::quiz::session::Session;
use crate::text::fill;
use crate::ui::components::el::{El, el};

/// All announced questions are answered, but the estimate lies between two bands: six more, or the result as it is.
pub(super) fn offer(desk: &Desk, session: &Session) -> El {
    let t = &desk.locale.messages().quiz_more;
    let (on, stop) = (desk.clone(), desk.clone());
    let card = el("div")
        .class("quiz-card quiz-break")
        .add(title("h2", heading::BREAK, t.offer_title))
        .add(el("p").text(&fill(t.offer_text, &[("done", &session.answered().to_string())])))
        .add(acts(vec![
            button(true, "data-next", t.more_six, move || on.extend()),
            button(false, "data-stop", t.see_result, move || stop.stop()),
        ]));
    el("section").attr("data-quiz", "offer").add(card)
}

pub(super) fn break_card(desk: &Desk, session: &Session) -> El {
    let t = &desk.locale.messages().quiz;
    let left = session.length().saturating_sub(session.answered()).to_string();
    let text = fill(t.break_text, &[("done", &session.answered().to_string()), ("left", &left)]);
    let (on, stop) = (desk.clone(), desk.clone());
    let card = el("div")
        .class("quiz-card quiz-break")
        .add(title("h2", heading::BREAK, t.break_title))
        .add(el("p").text(&text))
        .add(el("p").text(t.break_stop))
        .add(acts(vec![
            button(true, "data-next", &fill(t.break_on, &[("left", &left)]), move || on.go_on()),
            button(false, "data-stop", t.break_result, move || stop.stop()),
        ]));
    el("section").attr("data-quiz", "break").add(card)
}
