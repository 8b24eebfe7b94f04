//! The day banner: how long until 10 October, by the calendar of Hà Nội.

use crate::text::{Date, fill};
use crate::ui::context::Context;
use leptos::prelude::*;

/// What the banner says on a day.
pub fn words(cx: &Context, today: Option<Date>) -> String {
    let t = cx.t();
    let Some(today) = today else { return t.day.yearly.into() };
    let day_of = |year: i16| Date::day(year, 10, 10).unwrap_or(today);
    let this_year = day_of(today.year());
    let next = if today <= this_year { this_year } else { day_of(today.year() + 1) };
    let left = next.days() - today.days();
    let n = left.to_string();
    let since = today.days() - this_year.days();
    match left {
        0 => t.day.today.into(),
        1 => fill(t.day.tomorrow, &[("date", &next.format(cx.locale))]),
        _ if (1..=7).contains(&since) => {
            fill(t.day.after, &[("date", &this_year.format(cx.locale)), ("n", &n)])
        }
        _ => fill(t.day.count, &[("n", &n), ("date", &next.format(cx.locale))]),
    }
}

/// The banner. A prerendered page does not know the reader's day and says what holds every year.
#[component]
pub fn Banner(
    /// The surroundings.
    cx: Context,
) -> impl IntoView {
    let today = cx.today;
    view! { <p class="countdown">{move || words(&cx, today.get())}</p> }
}
