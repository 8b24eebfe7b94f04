//! The quiz and a shared result in the page, once the questions are here.

use crate::route::Route;
use crate::ui::components::part;
use crate::ui::components::quiz::shared::shared;
use crate::ui::context::Context;
use crate::ui::pages::quiz::quiz_page;
use leptos::prelude::*;

/// The dated figures that pauses show, and the indicator whose chart says more; the page fetches no other facts.
pub const CARDS: [(&str, &str); 3] = [
    ("cns-teams-2024", "cns-teams"),
    ("egdi-2024-rank", "egdi-rank"),
    ("digital-firms-51k", "digital-enterprises"),
];

/// The quiz.
pub fn page(cx: &Context) -> AnyView {
    let at = cx.clone();
    part::when_ready(cx, cx.bank, Route::Quiz, move |bank| quiz_page(&at, bank).into_any())
}

/// A result that somebody shared.
pub fn result(cx: &Context) -> AnyView {
    let at = cx.clone();
    part::when_ready(cx, cx.bank, Route::QuizResult, move |bank| shared(&at, &bank).into_any())
}
