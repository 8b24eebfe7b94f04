//! A pause after every sixth question: two lines, no score; one may stop here.

use super::desk::{Desk, heading};
use crate::quiz::session::Session;
use crate::text::fill;
use leptos::prelude::*;

#[component]
pub(super) fn BreakCard(desk: Desk, session: Session) -> impl IntoView {
    let t = &desk.locale.messages().quiz;
    let left = session.length().saturating_sub(session.answered()).to_string();
    let text = fill(t.break_text, &[("done", &session.answered().to_string()), ("left", &left)]);
    let stop = {
        let desk = desk.clone();
        move |_| desk.stop()
    };
    view! {
        <section data-quiz="break">
            <div class="quiz-card quiz-break">
                <h2 id=heading::BREAK tabindex="-1">{t.break_title}</h2>
                <p>{text}</p>
                <p>{t.break_stop}</p>
                <div class="quiz-acts">
                    <button type="button" class="quiz-button quiz-primary" data-next=""
                        on:click=move |_| desk.go_on()>{fill(t.break_on, &[("left", &left)])}</button>
                    <button type="button" class="quiz-button" data-stop="" on:click=stop>{t.break_result}</button>
                </div>
            </div>
        </section>
    }
    .into_any()
}
