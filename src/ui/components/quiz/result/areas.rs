//! The six areas with their ranges, in the order of the frame, and the words that they cannot be ranked.

use super::super::parts::block;
use super::super::words;
use super::ruler::scale;
use crate::quiz::bank::Bank;
use crate::quiz::report::{AreaResult, Report, band};
use crate::text::{Locale, Text, fill};
use crate::ui::components::el::{El, el};

pub(super) fn areas(bank: &Bank, report: &Report, locale: Locale) -> El {
    let t = &locale.messages().quiz;
    let cuts = bank.cuts();
    let row = |(name, area): (&Text, &AreaResult)| {
        let (from, to) = (words::band(bank, area.from, locale), words::band(bank, area.to, locale));
        let message = if from == to { t.area_range_one } else { t.area_range };
        let text = fill(message, &[("n", &area.asked.to_string()), ("from", &from), ("to", &to)]);
        el("li")
            .add(el("strong").text(name.get(locale)))
            .add(scale(area.range, cuts, band(area.range.mean, cuts), 18))
            .add(el("span").text(&text))
    };
    let counts = report.areas.each_ref().map(|area| area.asked);
    let (least, most) =
        (counts.iter().min().copied().unwrap_or(0), counts.iter().max().copied().unwrap_or(0));
    let n = if least == most { least.to_string() } else { format!("{least}–{most}") };
    let rows = bank.areas().iter().zip(&report.areas).map(row).collect();
    block("quiz-block", t.areas_title)
        .add(el("p").text(&fill(t.areas_note, &[("n", &n)])))
        .add(el("ol").class("quiz-areas").all(rows))
}
