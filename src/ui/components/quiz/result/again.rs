//! The end of "Ôn lại": how many are right now, and what to keep of the others. It says nothing about a level.

use super::super::desk::{Desk, heading};
use super::super::kept;
use super::super::parts::title;
use super::ending;
use super::list::{review_list, takeaways};
use crate::quiz::report::Report;
use crate::quiz::session::Session;
use crate::text::fill;
use crate::ui::components::el::{El, el};

pub(in super::super) fn again(desk: &Desk, session: &Session) -> El {
    let t = &desk.locale.messages().quiz_more;
    let bank = &*desk.bank;
    let report = Report::of(bank, session);
    let left = report.keep.len();
    let counts = [
        ("right", &*report.right.to_string()),
        ("count", &report.answered.to_string()),
        ("left", &*left.to_string()),
    ];
    let first = el("div")
        .class("quiz-card quiz-headline")
        .add(title("h2", heading::RESULT, &fill(t.again_title, &counts)))
        .add(
            el("p")
                .class("quiz-lead")
                .text(&fill(if left == 0 { t.again_all } else { t.again_left }, &counts)),
        );
    el("section")
        .attr("data-quiz", "result")
        .add(first)
        .opt((left > 0).then(|| takeaways(bank, &report.keep, desk.locale)))
        .add(review_list(bank, session, desk.locale))
        .add(ending(desk, true))
        .add(kept::panel(desk))
}
