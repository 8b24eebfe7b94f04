//! The picture of a chart: one tab stop, read by pointer, touch and arrow keys with the same words.

use super::svg;
use crate::browser::{media, pointer};
use crate::figure::{Chart, Size, Step};
use crate::scene::Scene;
use crate::scene::svg::{content, num};
use crate::ui::context::Context;
use leptos::ev;
use leptos::prelude::*;
use std::sync::Arc;

/// Below this width the narrow drawing is used; `style/components/chart.css` says the same for prerendered pages.
const NARROW: &str = "(max-width: 639px)";

/// The picture, its tooltip and its spoken line. Prerendered pages hold both sizes and the style sheet picks one.
#[component]
pub fn Plot(
    /// The surroundings.
    cx: Context,
    /// The chart.
    chart: Arc<Chart>,
    /// Id of the summary that describes it.
    described_by: String,
) -> impl IntoView {
    if !cx.live {
        let both = Size::ALL.map(|size| still(&chart, size, &described_by)).into_iter().collect_view();
        return view! { <div class="plot">{both}</div> }.into_any();
    }
    let narrow = RwSignal::new(media::matches(NARROW).unwrap_or(false));
    media::on_change(NARROW, move |now| narrow.set(now));
    let active = RwSignal::new(None::<(usize, usize)>);
    let said = {
        let chart = chart.clone();
        Memo::new(move |_| active.get().and_then(|(s, d)| chart.say(s, d)).unwrap_or_default())
    };
    let picture = move || {
        let size = if narrow.get() { Size::Narrow } else { Size::Wide };
        live(&cx, &chart, size, &described_by, active, said)
    };
    view! {
        <div class="plot">{picture}</div>
        <p class="visually-hidden" role="status">{said}</p>
    }
    .into_any()
}

/// The picture without a script.
fn still(chart: &Chart, size: Size, described_by: &str) -> AnyView {
    let scene = chart.draw(size);
    view! {
        <svg class=size.word() viewBox=view_box(&scene) role="img" aria-label=scene.name.clone() aria-describedby=described_by.to_owned()>
            {svg::view(content(&scene))}
        </svg>
    }
    .into_any()
}

/// The picture that answers.
fn live(
    cx: &Context,
    chart: &Arc<Chart>,
    size: Size,
    described_by: &str,
    active: RwSignal<Option<(usize, usize)>>,
    said: Memo<String>,
) -> AnyView {
    let t = cx.t();
    let scene = Arc::new(chart.draw(size));
    let (width, height) = (scene.width, scene.height);

    let pointed = scene.clone();
    let point = move |event: ev::PointerEvent| {
        if let Some((x, y)) = pointer::share_of_target(&event) {
            let hit = pointed.nearest(x * pointed.width, y * pointed.height);
            active.set(hit.map(|h| (h.series, h.datum)));
        }
    };
    let leave = move |event: ev::PointerEvent| {
        // A finger that lifts leaves its reading pinned; a mouse that goes takes it along.
        if event.pointer_type() == "mouse" {
            active.set(None);
        }
    };
    let walked = chart.clone();
    let key = move |event: ev::KeyboardEvent| {
        let name = event.key();
        if name == "Escape" {
            active.set(None);
        } else if let Some(step) =
            Step::of_key(&name).filter(|_| !event.ctrl_key() && !event.alt_key() && !event.meta_key())
        {
            event.prevent_default();
            active.set(walked.step(active.get_untracked(), step));
        }
    };
    let ring = {
        let scene = scene.clone();
        move || {
            let hit = active.get().and_then(|(s, d)| scene.hit(s, d).cloned())?;
            Some(
                view! { <circle class=format!("m-focus t{}", hit.series + 1) cx=num(hit.x) cy=num(hit.y) r="10"/> },
            )
        }
    };
    let tip = {
        let scene = scene.clone();
        move || {
            let hit = active.get().and_then(|(s, d)| scene.hit(s, d).cloned())?;
            let side = if hit.x < width * 0.33 {
                "tip start"
            } else if hit.x > width * 0.67 {
                "tip end"
            } else {
                "tip"
            };
            let (left, top) =
                (format!("{}%", num(hit.x / width * 100.0)), format!("{}%", num(hit.y / height * 100.0)));
            Some(view! { <p class=side aria-hidden="true" style:left=left style:top=top>{said}</p> })
        }
    };
    view! {
        <svg
            class=size.word()
            viewBox=view_box(&scene)
            role="application"
            aria-roledescription=t.chart.roledescription
            aria-label=scene.name.clone()
            aria-describedby=described_by.to_owned()
            tabindex="0"
            on:pointermove=point.clone()
            on:pointerdown=point
            on:pointerleave=leave
            on:keydown=key
            on:blur=move |_| active.set(None)
        >
            {svg::view(content(&scene))}
            {ring}
        </svg>
        {tip}
    }
    .into_any()
}

fn view_box(scene: &Scene) -> String {
    format!("0 0 {} {}", num(scene.width), num(scene.height))
}
