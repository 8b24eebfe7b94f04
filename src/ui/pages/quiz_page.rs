//! The quiz in the page, once the questions are here.

use crate::route::Route;
use crate::ui::components::part;
use crate::ui::context::Context;
use crate::ui::pages::quiz::quiz_page;
use leptos::prelude::*;

/// The dated figures that a pause shows; the page fetches no other facts.
pub const FACTS: [&str; 3] = ["cns-teams-2024", "egdi-2024-rank", "digital-firms-51k"];

/// The page.
pub fn page(cx: &Context) -> AnyView {
    let (locale, interactive) = (cx.locale, cx.live);
    part::when_ready(cx, cx.bank, Route::Quiz, move |bank| quiz_page(bank, locale, interactive).into_any())
}
