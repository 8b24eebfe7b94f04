//! The quiz page: the reading version in the prerendered HTML, the quiz itself once the wasm has taken over.

use crate::quiz::bank::Bank;
use crate::text::Locale;
use crate::ui::components::quiz::{live::Live, reading::Reading};
use leptos::prelude::*;
use std::sync::Arc;

/// The page. Without scripts (`interactive` false) it is every question to read, with answers and reasons.
#[component]
pub fn QuizPage(bank: Arc<Bank>, locale: Locale, interactive: bool) -> impl IntoView {
    if interactive {
        view! { <Live bank locale/> }.into_any()
    } else {
        view! { <Reading bank locale/> }.into_any()
    }
}
