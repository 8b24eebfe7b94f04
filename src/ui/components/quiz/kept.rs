//! What this device keeps of the quiz: open and finished sessions, and what was shown or missed. All of it can be seen
//! and deleted, and on a shared device nothing is kept at all.

use super::desk::Desk;
use super::parts::{acts, block, button, hint};
use crate::browser::storage;
use crate::quiz::memory::Memory;
use crate::quiz::session::Mode;
use crate::text::fill;
use crate::ui::components::el::{El, el};
use leptos::prelude::*;

/// Where the memory is stored.
const MEMORY: &str = "ngay-so:quiz-nho";

/// Where a session is stored: one of each kind, so that practising does not lose a result.
pub(super) fn key(mode: Mode) -> &'static str {
    match mode {
        Mode::Practice => "ngay-so:quiz-luyen-mat",
        Mode::Again => "ngay-so:quiz-on-lai",
        Mode::Standard | Mode::Quick | Mode::Dive(_) => "ngay-so:quiz",
    }
}

/// What was shown and missed before.
pub(super) fn memory() -> Memory {
    storage::get(MEMORY).map(|text| Memory::read(&text)).unwrap_or_default()
}

/// Keeps it; `false` if the browser refused.
pub(super) fn remember(memory: &Memory) -> bool {
    storage::set(MEMORY, &memory.write())
}

fn keys() -> [&'static str; 4] {
    [key(Mode::Standard), key(Mode::Practice), key(Mode::Again), MEMORY]
}

/// Forgets everything; `false` if the browser refused some of it.
pub(super) fn forget_all() -> bool {
    // Each is tried, whatever became of the one before.
    let refused = keys().into_iter().filter(|key| !storage::remove(key)).count();
    refused == 0
}

/// What is kept, and the button that deletes it.
pub(super) fn panel(desk: &Desk) -> El {
    let t = &desk.locale.messages().quiz_more;
    let desk = desk.clone();
    let inside = move || {
        // Looks again whenever something was kept or deleted.
        desk.kept.get();
        let lines = lines(&desk);
        if lines.is_empty() {
            return hint(t.kept_nothing).into_any();
        }
        let list =
            el("ul").class("quiz-kept-list").all(lines.iter().map(|line| el("li").text(line)).collect());
        let delete = desk.clone();
        el("div")
            .add(list)
            .add(acts(vec![button(false, "data-erase-all", t.kept_erase, move || delete.forget_all())]))
            .into_any()
    };
    block("quiz-kept", t.kept_title).attr("data-kept", "").view_now(inside)
}

/// One line for each thing that is kept.
fn lines(desk: &Desk) -> Vec<String> {
    let t = &desk.locale.messages().quiz_more;
    let sessions =
        [(Mode::Standard, t.kept_session), (Mode::Practice, t.kept_practice), (Mode::Again, t.kept_again)];
    let mut out: Vec<String> = (sessions.into_iter())
        .filter(|(mode, _)| storage::get(key(*mode)).is_some())
        .map(|(_, words)| words.to_owned())
        .collect();
    let memory = memory();
    for (message, n) in
        [(t.kept_shown, memory.shown(&desk.test).len()), (t.kept_missed, memory.missed(&desk.test).len())]
    {
        if n > 0 {
            out.push(fill(message, &[("n", &n.to_string())]));
        }
    }
    out
}
