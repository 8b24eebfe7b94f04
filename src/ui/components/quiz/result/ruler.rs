//! The ruler: four zones of equal width, a dot for the estimate, a bar for the range that holds 80 %.

use super::super::words;
use crate::quiz::bank::Bank;
use crate::quiz::engine::BANDS;
use crate::quiz::report::{Range, Report, band, place};
use crate::text::{Locale, fill};
use leptos::prelude::*;
use std::sync::Arc;

/// The overall ruler with its names below.
#[component]
pub(super) fn Ruler(bank: Arc<Bank>, report: Arc<Report>, locale: Locale) -> impl IntoView {
    let t = &locale.messages().quiz;
    let cuts = bank.cuts();
    let name = |ability: f64| words::band(&bank, band(ability, cuts), locale);
    let range = report.overall;
    let (at, from, to) = (name(range.mean), name(range.low), name(range.high));
    let message = if from == to { t.ruler_text_one } else { t.ruler_text };
    let text = fill(message, &[("band", &at), ("from", &from), ("to", &to)]);
    let names = (0..BANDS).map(|zone| view! { <li>{words::band(&bank, zone, locale)}</li> }).collect_view();
    view! {
        <div class="quiz-ruler">
            <Scale range cuts zone=band(range.mean, cuts) height=36/>
            <ol class="quiz-zones" aria-hidden="true">{names}</ol>
            <p>{text}</p>
        </div>
    }
    .into_any()
}

/// The picture alone; the words beside it say the same.
#[component]
pub(super) fn Scale(range: Range, cuts: [f64; BANDS - 1], zone: usize, height: u8) -> impl IntoView {
    let percent = |share: f64| format!("{:.2}%", share * 100.0);
    let (low, mean, high) = (place(range.low, cuts), place(range.mean, cuts), place(range.high, cuts));
    let middle = f64::from(height) / 2.0;
    let zones = (0..BANDS)
        .map(|i| {
            let class = if i == zone { "quiz-zone quiz-zone-here" } else { "quiz-zone" };
            let x = percent(i as f64 / BANDS as f64);
            view! { <rect class=class x=x y="0" width="24.6%" height=height></rect> }
        })
        .collect_view();
    view! {
        <svg class="quiz-scale" width="100%" height=height aria-hidden="true">
            {zones}
            <line class="quiz-range" x1=percent(low) x2=percent(high) y1=middle y2=middle></line>
            <line class="quiz-range" x1=percent(low) x2=percent(low) y1=middle - 5.0 y2=middle + 5.0></line>
            <line class="quiz-range" x1=percent(high) x2=percent(high) y1=middle - 5.0 y2=middle + 5.0></line>
            <circle class="quiz-here" cx=percent(mean) cy=middle r=middle.min(8.0)></circle>
        </svg>
    }
    .into_any()
}
