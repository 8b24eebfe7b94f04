//! The result as a link: what it holds, the address to copy by hand, and a button that copies it.

use super::super::desk::Desk;
use super::super::parts::{acts, block, press};
use crate::browser::{clipboard, document};
use crate::quiz::link::Shared;
use crate::quiz::report::Report;
use crate::quiz::session::Session;
use crate::route::Route;
use crate::ui::components::el::{El, el};
use leptos::prelude::*;

pub(super) fn share(desk: &Desk, session: &Session, report: &Report) -> Option<El> {
    let t = &desk.locale.messages().quiz_more;
    let shared = Shared::of(report, session.mode(), desk.bank.rev(), desk.locale)?;
    let page = desk.cx.href(&Route::QuizResult);
    let address = format!("{}{page}#{}", document::origin().unwrap_or_default(), shared.write());
    let status = RwSignal::new("");
    let copy = {
        let address = address.clone();
        move || {
            let copied = clipboard::text(address.clone());
            leptos::task::spawn_local(async move {
                status.set(if copied.await.is_ok() { t.share_copied } else { t.share_failed });
            });
        }
    };
    let field =
        el("input").attr("id", "quiz-link").attr("type", "text").attr("readonly", "").attr("value", &address);
    Some(
        block("quiz-block quiz-share", t.share_title)
            .add(el("p").text(t.share_about))
            .add(el("label").attr("for", "quiz-link").text(t.share_link))
            .add(field)
            .add(acts(vec![press("quiz-button", "data-copy", t.share_copy, copy)]))
            .add(el("p").class("quiz-said").attr("role", "status").text_now(move || status.get().to_owned())),
    )
}
