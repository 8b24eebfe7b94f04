//! The first screen: what to expect, privacy, taking up a stored session, one question about comfort.

use super::desk::{Desk, Stored};
use crate::quiz::select::{self, Comfort};
use crate::quiz::session::{STANDARD, Session, Stage};
use crate::text::{Locale, fill};
use leptos::prelude::*;

#[component]
pub(super) fn Intro(desk: Desk) -> impl IntoView {
    let locale = desk.locale;
    let t = &locale.messages().quiz;
    let count = select::length(&desk.bank, STANDARD);
    let stored = RwSignal::new(desk.stored());
    let comfort = RwSignal::new(Comfort::default());
    let remember = desk.remember;

    let start = {
        let desk = desk.clone();
        move |event: leptos::ev::SubmitEvent| {
            event.prevent_default();
            desk.start(comfort.get_untracked());
        }
    };
    let choice = move |value: Comfort, name: &'static str| {
        view! {
            <label class="quiz-option">
                <input type="radio" name="comfort" checked=value == Comfort::default()
                    on:change=move |_| comfort.set(value)/>
                <span>{name}</span>
            </label>
        }
    };
    let found = move || match stored.get() {
        Stored::Nothing => ().into_any(),
        Stored::Stale => view! { <p class="quiz-notice">{t.stale}</p> }.into_any(),
        Stored::Session(session) => view! { <Resume desk=desk.clone() session stored/> }.into_any(),
    };
    let begin = move || if stored.with(|s| matches!(s, Stored::Session(_))) { t.restart } else { t.start };
    view! {
        <section data-quiz="intro">
            <Lead count locale/>
            {found}
            {(count == 0).then(|| view! { <p class="quiz-notice">{t.empty}</p> })}
            <form class="quiz-card" on:submit=start>
                <fieldset class="quiz-fields">
                    <legend>{t.comfort}</legend>
                    <p class="quiz-hint">{t.comfort_hint}</p>
                    {choice(Comfort::New, t.comfort_new)}
                    {choice(Comfort::Daily, t.comfort_daily)}
                    {choice(Comfort::Helper, t.comfort_helper)}
                </fieldset>
                <label class="quiz-check">
                    <input type="checkbox" on:change=move |event| remember.set(!event_target_checked(&event))
                        prop:checked=move || !remember.get()/>
                    <span>{t.shared}</span>
                </label>
                <div class="quiz-acts">
                    <button type="submit" class="quiz-button quiz-primary" data-start="">{begin}</button>
                </div>
            </form>
            <Privacy locale/>
        </section>
    }
    .into_any()
}

/// What to expect, in three sentences.
#[component]
pub(super) fn Lead(count: usize, locale: Locale) -> impl IntoView {
    let t = &locale.messages().quiz;
    // Some 33 seconds a question, as the standard mode's ten minutes for 18.
    let minutes = (count * 5).div_ceil(9);
    let lead = fill(t.lead, &[("count", &count.to_string()), ("minutes", &minutes.to_string())]);
    view! {
        <p class="quiz-lead">{lead}</p>
        <p>{t.lead_unknown}" "{t.lead_stop}</p>
    }
    .into_any()
}

/// What leaves this device: nothing.
#[component]
pub(super) fn Privacy(locale: Locale) -> impl IntoView {
    let t = &locale.messages().quiz;
    view! {
        <div class="quiz-privacy">
            <h2>{t.privacy_title}</h2>
            <p>{t.privacy}</p>
        </div>
    }
    .into_any()
}

/// Offers the stored session.
#[component]
fn Resume(desk: Desk, session: Session, stored: RwSignal<Stored>) -> impl IntoView {
    let t = &desk.locale.messages().quiz;
    let done = session.stage() == Stage::Result;
    let numbers = [("done", session.answered().to_string()), ("total", session.length().to_string())];
    let text = fill(
        if done { t.done_text } else { t.resume_text },
        &numbers.each_ref().map(|(k, v)| (*k, v.as_str())),
    );
    let erase = {
        let desk = desk.clone();
        move |_| {
            if desk.erase() {
                stored.set(Stored::Nothing);
            }
        }
    };
    view! {
        <div class="quiz-card quiz-resume" data-resume="">
            <h2>{if done { t.done_title } else { t.resume_title }}</h2>
            <p>{text}</p>
            <div class="quiz-acts">
                <button type="button" class="quiz-button quiz-primary" on:click=move |_| desk.resume(session.clone())>
                    {if done { t.show_result } else { t.resume }}
                </button>
                <button type="button" class="quiz-button" on:click=erase>{t.erase}</button>
            </div>
        </div>
    }
    .into_any()
}
