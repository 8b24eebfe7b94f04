//! A headline figure: a large number, what it counts, its date, and its source one action away.

use crate::data::Fact;
use crate::route::Route;
use crate::ui::context::Context;
use leptos::prelude::*;

/// The address of a fact on the page of sources.
pub fn href(cx: &Context, id: &str) -> String {
    format!("{}#fact-{id}", cx.href(&Route::Sources))
}

/// A fact as a large number.
pub fn headline(
    cx: &Context,
    fact: &Fact,
    number: String,
    unit: &'static str,
    label: String,
    by: &'static str,
) -> AnyView {
    let date = fact.as_of.format(cx.locale);
    view! {
        <li class="headline" data-fact=fact.id.clone()>
            <p class="n">{number}{(!unit.is_empty()).then(|| view! { <small>{unit}</small> })}</p>
            <p class="l">{label}</p>
            <p class="src">{date}" · "<a href=href(cx, &fact.id)>{by}</a></p>
        </li>
    }
    .into_any()
}
