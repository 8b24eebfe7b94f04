//! The six areas with their ranges, in the order of the frame, and the words that they cannot be ranked. Nine questions
//! more in one of them are offered where there are as many.

use super::super::desk::Desk;
use super::super::parts::{block, button};
use super::super::words;
use super::ruler::scale;
use crate::quiz::bank::Bank;
use crate::quiz::engine::AREAS;
use crate::quiz::report::{AreaResult, Report, band};
use crate::quiz::session::{DIVE, Mode, Session};
use crate::text::{Locale, Text, fill};
use crate::ui::components::el::{El, el};

/// The areas of a session.
pub(super) fn of(desk: &Desk, session: &Session, report: &Report) -> El {
    let (t, more) = (&desk.locale.messages().quiz, &desk.locale.messages().quiz_more);
    let bank = &*desk.bank;
    let counts = || report.areas.iter().map(|area| area.asked);
    let note = if let Mode::Dive(area) = session.mode() {
        let n = report.areas.get(area).map_or(0, |area| area.asked);
        fill(more.dive_note, &[("area", bank.area(area).get(desk.locale)), ("n", &n.to_string())])
    } else {
        let (least, most) = (counts().min().unwrap_or(0), counts().max().unwrap_or(0));
        let n = if least == most { least.to_string() } else { format!("{least}–{most}") };
        fill(t.areas_note, &[("n", &n)])
    };
    let dive = |area: usize| {
        session.can_dive(bank, area).then(|| {
            let words = fill(more.dive_more, &[("n", &DIVE.to_string())]);
            let name =
                fill(more.dive_name, &[("n", &DIVE.to_string()), ("area", bank.area(area).get(desk.locale))]);
            let desk = desk.clone();
            button(false, "data-dive", &words, move || desk.dive(area)).attr("aria-label", &name)
        })
    };
    let offered = (0..AREAS).any(|area| session.can_dive(bank, area));
    block("quiz-block", t.areas_title)
        .add(el("p").text(&note))
        .opt(offered.then(|| el("p").text(more.dive_about)))
        .add(areas(bank, &report.areas, dive, desk.locale))
}

/// The list alone; `extra` stands below each row.
pub(in super::super) fn areas(
    bank: &Bank,
    areas: &[AreaResult; AREAS],
    extra: impl Fn(usize) -> Option<El>,
    locale: Locale,
) -> El {
    let (t, more) = (&locale.messages().quiz, &locale.messages().quiz_more);
    let cuts = bank.cuts();
    let row = |(place, (name, area)): (usize, (&Text, &AreaResult))| {
        let (from, to) = (words::band(bank, area.from, locale), words::band(bank, area.to, locale));
        // How many questions there were is not in a shared result.
        let message = match (from == to, area.asked) {
            (true, 0) => more.area_range_one,
            (false, 0) => more.area_range,
            (true, _) => t.area_range_one,
            (false, _) => t.area_range,
        };
        let text = fill(message, &[("n", &area.asked.to_string()), ("from", &from), ("to", &to)]);
        el("li")
            .add(el("strong").text(name.get(locale)))
            .add(scale(area.range, cuts, band(area.range.mean, cuts), 18))
            .add(el("span").text(&text))
            .opt(extra(place))
    };
    el("ol").class("quiz-areas").all(bank.areas().iter().zip(areas).enumerate().map(row).collect())
}
