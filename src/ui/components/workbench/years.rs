//! The years of a chart: a slider with two handles (one for pictures of a single year), fields to type in, and a
//! button that lets the years run.
//!
//! The handles are real range inputs, one over the other, so that arrows, Page keys, Home and End, touch and screen
//! readers work as everywhere. They count the years that have values: between two of them there is nothing to show.

use super::desk::Desk;
use crate::browser::timer::{self, Timer};
use crate::browser::{media, pointer};
use crate::figure::Kind;
use crate::figure::view::{View, years_with_values};
use crate::scene::svg::{Tag, num};
use crate::text::fill;
use crate::ui::components::el::{El, el, now, shape};
use leptos::prelude::*;
use std::sync::Arc;

/// How long each year stays while they run, in milliseconds.
const BEAT: u32 = 800;

/// Whether a picture shows one year only.
fn is_single(kind: Kind) -> bool {
    kind == Kind::Dots
}

/// The years of an indicator; nothing if there is only one.
pub(super) fn years(desk: &Desk) -> Option<El> {
    let t = desk.cx.t();
    let indicator = desk.indicator()?;
    let all: Arc<Vec<i16>> = if indicator.is_provincial() {
        Arc::new(indicator.years.clone())
    } else {
        Arc::new(years_with_values(indicator))
    };
    if all.len() < 2 {
        return None;
    }
    let view = desk.view;
    let legend = move || if is_single(view.get().kind) { t.work.year } else { t.work.years };
    let track = el("div")
        .class("year-track")
        .view(fill_of(desk, all.clone()))
        .add(handle(desk, all.clone(), false))
        .add(handle(desk, all.clone(), true));
    let fields = el("div")
        .class("year-fields")
        .add(field(desk, all.clone(), false))
        .add(field(desk, all.clone(), true))
        .view(play(desk, all.clone()));
    Some(
        el("fieldset")
            .class("choice years")
            .add(el("legend").text_now(move || legend().to_owned()))
            .add(el("div").class("year-row").add(track).add(fields)),
    )
}

/// Sets one end; the ends never cross.
fn set(view: &mut View, all: &[i16], end: bool, year: i16) {
    let (first, last) = (all.first().copied().unwrap_or(year), all.last().copied().unwrap_or(year));
    let (from, to) = view.years;
    view.years = if is_single(view.kind) {
        // The latest year is what the author shows.
        if year == last { (first, last) } else { (year, year) }
    } else if end {
        (from.min(year), year)
    } else {
        (year, to.max(year))
    };
}

fn place(all: &[i16], year: i16) -> usize {
    all.iter().position(|y| *y >= year).unwrap_or(all.len().saturating_sub(1))
}

/// The year of a handle.
fn shown(view: &View, end: bool) -> i16 {
    if end { view.years.1 } else { view.years.0 }
}

/// A handle: a range input over the places of the years.
fn handle(desk: &Desk, all: Arc<Vec<i16>>, end: bool) -> El {
    let t = desk.cx.t();
    let (view, desk) = (desk.view, desk.clone());
    let last = all.len().saturating_sub(1);
    let (of_value, of_text, of_input) = (all.clone(), all.clone(), all);
    el("input")
        .attr("type", "range")
        .class(if end { "year-end" } else { "year-start" })
        .attr("min", "0")
        .attr("max", &last.to_string())
        .attr("step", "1")
        .attr_now("aria-label", move || {
            if is_single(view.get().kind) {
                t.work.year
            } else if end {
                t.work.to
            } else {
                t.work.from
            }
            .to_owned()
        })
        .attr_now("aria-valuetext", move || {
            let at = place(&of_text, shown(&view.get(), end));
            of_text.get(at).map(ToString::to_string).unwrap_or_default()
        })
        .flag_now("hidden", move || !end && is_single(view.get().kind))
        .value_now(move || place(&of_value, shown(&view.get(), end)).to_string())
        .on("input", move |event| {
            let at = pointer::value(&event).and_then(|v| v.parse::<usize>().ok());
            if let Some(year) = at.and_then(|at| of_input.get(at).copied()) {
                desk.change(false, |view| set(view, &of_input, end, year));
            }
        })
}

/// The stretch between the handles, drawn; the inputs lie over it.
fn fill_of(desk: &Desk, all: Arc<Vec<i16>>) -> AnyView {
    let view = desk.view;
    now(move || {
        let view = view.get();
        let last = all.len().saturating_sub(1).max(1) as f64;
        let at = |end: bool| place(&all, shown(&view, end)) as f64 / last * 1000.0;
        let from = if is_single(view.kind) { 0.0 } else { at(false) };
        let width = num((at(true) - from).max(0.0));
        let from = num(from);
        shape(
            Tag::Svg,
            &[("viewBox", "0 0 1000 4"), ("preserveAspectRatio", "none"), ("aria-hidden", "true")],
        )
        .add(shape(Tag::Rect, &[("class", "year-rail"), ("width", "1000"), ("height", "4")]))
        .add(shape(Tag::Rect, &[("class", "year-fill"), ("x", &from), ("width", &width), ("height", "4")]))
        .into_any()
    })
}

/// A field to type a year in; what is no year of the indicator is said and nothing changes.
fn field(desk: &Desk, all: Arc<Vec<i16>>, end: bool) -> El {
    let t = desk.cx.t();
    let (view, desk) = (desk.view, desk.clone());
    let wrong = RwSignal::new(false);
    let (first, last) = (all.first().copied().unwrap_or_default(), all.last().copied().unwrap_or_default());
    let label = move || {
        if is_single(view.get().kind) {
            t.work.year
        } else if end {
            t.work.to
        } else {
            t.work.from
        }
        .to_owned()
    };
    let message = fill(t.work.bad_year, &[("first", &first.to_string()), ("last", &last.to_string())]);
    let input = el("input")
        .attr("type", "text")
        .attr("inputmode", "numeric")
        .attr("maxlength", "4")
        .attr("size", "4")
        .attr("autocomplete", "off")
        .attr_now("aria-invalid", move || wrong.get().to_string())
        .value_now(move || shown(&view.get(), end).to_string())
        .on("change", move |event| {
            let typed = pointer::value(&event).and_then(|v| v.trim().parse::<i16>().ok());
            let year = typed.filter(|y| (first..=last).contains(y));
            wrong.set(year.is_none());
            if let Some(year) = year {
                let at = all.get(place(&all, year)).copied().unwrap_or(year);
                desk.change(true, |view| set(view, &all, end, at));
            }
        });
    el("label")
        .class("year-field")
        .flag_now("hidden", move || !end && is_single(view.get().kind))
        .add(el("span").text_now(label))
        .add(input)
        .add(
            el("span")
                .class("year-fault")
                .attr("role", "status")
                .text_now(move || if wrong.get() { message.clone() } else { String::new() }),
        )
}

/// Lets the last year run from the first to the end. Where a reader wants little motion nothing moves by itself: the
/// button goes to the next year instead.
fn play(desk: &Desk, all: Arc<Vec<i16>>) -> AnyView {
    let t = desk.cx.t();
    let still = media::matches("(prefers-reduced-motion: reduce)").unwrap_or(false);
    let running = RwSignal::new(false);
    let timer: StoredValue<Option<Timer>, LocalStorage> = StoredValue::new_local(None);
    let (desk, view) = (desk.clone(), desk.view);
    let step = move |desk: &Desk, all: &[i16]| {
        let at = place(all, view.get_untracked().years.1);
        let from =
            if is_single(view.get_untracked().kind) { 0 } else { place(all, view.get_untracked().years.0) };
        let next = if at + 1 < all.len() { at + 1 } else { from };
        if let Some(year) = all.get(next).copied() {
            desk.change(false, |view| set(view, all, true, year));
        }
        next + 1 < all.len()
    };
    let beat = Beat { desk: desk.clone(), all: all.clone(), running, timer, step: Arc::new(step) };
    let press = move |_| {
        if still {
            let _ = (beat.step)(&beat.desk, &beat.all);
        } else if running.get_untracked() {
            beat.stop();
        } else {
            running.set(true);
            beat.go();
        }
    };
    on_cleanup(move || {
        let _ = timer.try_set_value(None);
    });
    el("button")
        .attr("type", "button")
        .class("plain-button")
        .on("click", press)
        .text_now(move || {
            if still {
                t.work.next_year
            } else if running.get() {
                t.work.pause
            } else {
                t.work.play
            }
            .to_owned()
        })
        .into_any()
}

/// The running of the years.
#[derive(Clone)]
struct Beat {
    desk: Desk,
    all: Arc<Vec<i16>>,
    running: RwSignal<bool>,
    timer: StoredValue<Option<Timer>, LocalStorage>,
    step: Arc<dyn Fn(&Desk, &[i16]) -> bool + Send + Sync>,
}

impl Beat {
    fn go(&self) {
        let more = (self.step)(&self.desk, &self.all);
        if !more {
            self.stop();
            return;
        }
        let again = self.clone();
        let next = timer::after(BEAT, move || {
            if again.running.try_get_untracked() == Some(true) {
                again.go();
            }
        });
        let _ = self.timer.try_set_value(next);
    }

    fn stop(&self) {
        self.running.set(false);
        let _ = self.timer.try_set_value(None);
    }
}
