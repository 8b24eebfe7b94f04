//! The six areas with their ranges, in the order of the frame, and the words that they cannot be ranked.

use super::super::words;
use super::ruler::Scale;
use crate::quiz::bank::Bank;
use crate::quiz::report::{AreaResult, Report, band};
use crate::text::{Locale, Text, fill};
use leptos::prelude::*;
use std::sync::Arc;

#[component]
pub(super) fn Areas(bank: Arc<Bank>, report: Arc<Report>, locale: Locale) -> impl IntoView {
    let t = &locale.messages().quiz;
    let cuts = bank.cuts();
    let row = |(name, area): (&Text, &AreaResult)| {
        let (from, to) = (words::band(&bank, area.from, locale), words::band(&bank, area.to, locale));
        let message = if from == to { t.area_range_one } else { t.area_range };
        let text = fill(message, &[("n", &area.asked.to_string()), ("from", &from), ("to", &to)]);
        view! {
            <li>
                <strong>{name.get(locale).to_owned()}</strong>
                <Scale range=area.range cuts zone=band(area.range.mean, cuts) height=18/>
                <span>{text}</span>
            </li>
        }
    };
    let counts = report.areas.each_ref().map(|area| area.asked);
    let (least, most) =
        (counts.iter().min().copied().unwrap_or(0), counts.iter().max().copied().unwrap_or(0));
    let n = if least == most { least.to_string() } else { format!("{least}–{most}") };
    view! {
        <div class="quiz-block">
            <h2>{t.areas_title}</h2>
            <p>{fill(t.areas_note, &[("n", &n)])}</p>
            <ol class="quiz-areas">{bank.areas().iter().zip(&report.areas).map(row).collect_view()}</ol>
        </div>
    }
    .into_any()
}
