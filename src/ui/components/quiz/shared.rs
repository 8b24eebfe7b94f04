//! A result that somebody shared: it stands in the fragment of the address, so no server has seen it and nothing stored
//! on this device is needed to show it.

use super::parts::{acts, block, hint};
use super::result::{areas, means, ruler};
use super::words;
use crate::browser::document;
use crate::quiz::bank::Bank;
use crate::quiz::link::Shared;
use crate::quiz::report::AreaResult;
use crate::route::Route;
use crate::text::fill;
use crate::ui::components::el::{El, el};
use crate::ui::context::Context;
use leptos::prelude::*;
use std::sync::Arc;

/// The page; without scripts it says what it would show.
pub fn shared(cx: &Context, bank: &Arc<Bank>) -> El {
    let t = &cx.t().quiz_more;
    let (at, bank) = (cx.clone(), bank.clone());
    let inside = if cx.live {
        let fragment = RwSignal::new(document::fragment());
        let changed =
            window_event_listener(leptos::ev::hashchange, move |_| fragment.set(document::fragment()));
        on_cleanup(move || changed.remove());
        el("section").attr("data-quiz", "shared").view_now(move || of(&at, &bank, &fragment.get()).into_any())
    } else {
        el("section").attr("data-quiz", "shared").add(el("p").class("quiz-notice").text(t.shared_script))
    };
    let own =
        el("a").class("quiz-button quiz-primary").attr("href", &cx.href(&Route::Quiz)).text(t.shared_try);
    el("article")
        .class("quiz")
        .add(el("h1").class("quiz-title").text(cx.t().home.result_title))
        .add(el("p").class("quiz-lead").text(t.shared_about))
        .add(inside)
        .add(el("section").add(acts(vec![own])))
}

/// What a fragment shows: the result, or in a sentence why there is none.
fn of(cx: &Context, bank: &Bank, fragment: &str) -> El {
    let t = &cx.t().quiz_more;
    let say = |kind: &str, words: &str| el("p").class("quiz-notice").attr("data-shared", kind).text(words);
    if fragment.trim_start_matches('#').is_empty() {
        return say("none", t.shared_none);
    }
    match Shared::read(fragment) {
        None => say("damaged", t.shared_damaged),
        Some(result) if result.rev != bank.rev() => {
            let values = [("theirs", &*result.rev.to_string()), ("ours", &*bank.rev().to_string())];
            say("other", &fill(t.shared_other, &values))
        }
        Some(result) => card(cx, bank, &result),
    }
}

fn card(cx: &Context, bank: &Bank, result: &Shared) -> El {
    let (locale, t) = (cx.locale, &cx.t().quiz_more);
    let overall = result.overall();
    let band = |band| words::band(bank, band, locale);
    let headline = if result.between {
        fill(t.shared_between, &[("lower", &band(result.band)), ("upper", &band(result.band + 1))])
    } else {
        fill(t.shared_one, &[("band", &band(result.band))])
    };
    let basis = fill(
        t.shared_basis,
        &[("count", &result.answered.to_string()), ("unknown", &result.unknown.to_string())],
    );
    let first = el("div")
        .class("quiz-card quiz-headline")
        .add(el("h2").text(&headline))
        .add(el("p").text(&basis))
        .add(el("p").text(t.shared_unverified))
        .add(ruler::ruler(bank, overall.range(), locale));
    let shares = bank.levels().each_ref().map(|level| overall.share(level.b));
    let of_areas = result.areas().map(|curve| AreaResult::of(0, curve.range(), bank.cuts()));
    let line = |message: &str, (n, of): (u8, u8)| {
        (of > 0).then(|| {
            let text = fill(message, &[("n", &n.to_string()), ("of", &of.to_string())]);
            el("p").class("quiz-count").text(&text)
        })
    };
    let (hits, alarms) = (line(t.shared_hits, result.scams), line(t.shared_alarms, result.alarms));
    let messages = (hits.is_some() || alarms.is_some())
        .then(|| block("quiz-block", cx.t().quiz.scam_title).opt(hits).opt(alarms));
    el("div")
        .class("quiz-shared")
        .attr("data-shared", "result")
        .add(first)
        .add(means(bank, shares, locale).add(hint(t.shared_means)))
        .add(
            block("quiz-block", cx.t().quiz.areas_title).add(el("p").text(t.shared_areas)).add(areas::areas(
                bank,
                &of_areas,
                |_| None,
                locale,
            )),
        )
        .opt(messages)
}
