//! A pause after every sixth question: two lines, no score, one dated figure of the country; one may stop here.

use super::desk::{Desk, heading};
use super::parts::{acts, button, title};
use crate::quiz::session::{STRETCH, Session};
use crate::route::Route;
use crate::text::fill;
use crate::ui::components::el::{El, el};
use crate::ui::components::fact;
use crate::ui::pages::quiz_page::CARDS;
use leptos::prelude::GetUntracked;

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
    let early =
        if session.mode().has_level() { t.break_stop } else { desk.locale.messages().quiz_more.break_stop };
    let card = el("div")
        .class("quiz-card quiz-break")
        .add(title("h2", heading::BREAK, t.break_title))
        .add(el("p").text(&text))
        .add(el("p").text(early))
        .add(acts(vec![
            button(true, "data-next", &fill(t.break_on, &[("left", &left)]), move || on.go_on()),
            button(false, "data-stop", t.break_result, move || stop.stop()),
        ]));
    el("section").attr("data-quiz", "break").add(card).opt(card_of(desk, session))
}

/// A figure of the country with its day, its chart and its source. On a shared device nothing is kept, so there are no
/// links that would lose the session.
fn card_of(desk: &Desk, session: &Session) -> Option<El> {
    let t = &desk.locale.messages().quiz_more;
    let number = (session.answered() / STRETCH).saturating_sub(1) % CARDS.len();
    let (id, indicator) = CARDS.get(number)?;
    let fact = desk.cx.data.fact(id)?;
    let words = fill(
        t.card_text,
        &[
            ("label", fact.label.get(desk.locale)),
            ("value", fact.value.get(desk.locale)),
            ("date", &fact.as_of.format(desk.locale)),
        ],
    );
    let link = |href: &str, words: &str| el("a").attr("href", href).text(words);
    let links = desk.remember.get_untracked().then(|| {
        el("p")
            .class("quiz-links")
            .add(link(&desk.cx.href(&Route::Indicator((*indicator).to_owned())), t.card_chart))
            .text(" ")
            .add(link(&fact::href(&desk.cx, id), desk.locale.messages().map.source))
    });
    Some(
        el("aside")
            .class("quiz-fact")
            .attr("data-fact", id)
            .add(el("h3").text(t.card_title))
            .add(el("p").text(&words))
            .opt(links),
    )
}
