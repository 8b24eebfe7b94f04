//! The picture of a chart: one tab stop, read by pointer, touch and arrow keys with the same words.

use super::el::{El, el, now, shape};
use super::svg;
use crate::browser::{focus, media, pointer};
use crate::figure::{Chart, Size, Step};
use crate::scene::Scene;
use crate::scene::svg::{Tag, content, num};
use crate::ui::context::Context;
use leptos::ev;
use leptos::prelude::*;
use std::sync::Arc;

/// Below this width the narrow drawing is used; `style/components/chart.css` says the same for prerendered pages.
const NARROW: &str = "(max-width: 639px)";

/// How much room a tooltip needs above its point, in pixels of the screen.
const TIP_ROOM: f64 = 120.0;

/// A way to draw a chart.
pub type Draw = fn(&Chart, Size) -> Scene;

/// What a reader is looking at: series and datum.
pub type Active = RwSignal<Option<(usize, usize)>>;

/// The picture, its tooltip and its spoken line. Prerendered pages hold both sizes and the style sheet picks one.
#[component]
pub fn Plot(
    /// The surroundings.
    cx: Context,
    /// The chart.
    chart: Signal<Arc<Chart>>,
    /// What is being looked at.
    active: Active,
    /// What is being heard: it is announced elsewhere.
    #[prop(optional)]
    heard: Option<Active>,
    /// The tone that stands out, from 1; 0 for none.
    #[prop(optional, into)]
    only: Signal<u8>,
    /// How it is drawn: a program carries only the kinds it shows.
    draw: Draw,
    /// Id of the summary that describes it.
    described_by: String,
) -> impl IntoView {
    if !cx.live {
        let chart = chart.get_untracked();
        let both =
            Size::ALL.map(|size| still(&draw(&chart, size), size, &described_by)).into_iter().collect_view();
        return view! { <div class="plot">{both}</div> }.into_any();
    }
    let id = format!("{}-plot", chart.get_untracked().id);
    let narrow = RwSignal::new(media::matches(NARROW).unwrap_or(false));
    media::on_change(NARROW, move |now| narrow.set(now));
    let said = Memo::new(move |_| active.get().and_then(|(s, d)| chart.get().say(s, d)).unwrap_or_default());
    let scene = Memo::new_with_compare(
        move |_| Arc::new(draw(&chart.get(), if narrow.get() { Size::Narrow } else { Size::Wide })),
        |a: Option<&Arc<Scene>>, b| a != b,
    );
    // Another picture is read from its beginning.
    Effect::new(move |before: Option<Arc<Chart>>| {
        let now = chart.get();
        if before.is_some_and(|before| !Arc::ptr_eq(&before, &now)) {
            active.set(None);
        }
        now
    });
    dismissed(&id, active);
    el("div")
        .class("plot")
        .attr("id", &format!("{id}-box"))
        .on("pointerleave", move |event| {
            // A finger that lifts leaves its reading pinned; a mouse that goes takes it along.
            if pointer::is_mouse(&event) {
                active.set(None);
            }
        })
        .add(picture(&cx, &id, &described_by, chart, scene, active, only))
        .add(
            // A box of its own size and layout: what moves in it leaves the picture's layout and paint alone.
            el("div")
                .class("plot-over")
                .view(now(move || tip(&id, &scene.get(), active, said)))
                .add(ring(scene, active)),
        )
        .into_any()
        .add_any(el("p").class("visually-hidden").attr("role", "status").text_now(move || {
            let at = active.get();
            if heard.is_some_and(|heard| heard.get_untracked() == at) { String::new() } else { said.get() }
        }))
}

/// Two views, one after the other.
trait AddAny {
    fn add_any(self, other: El) -> AnyView;
}

impl AddAny for AnyView {
    fn add_any(self, other: El) -> AnyView {
        (self, other.into_any()).into_any()
    }
}

/// Esc, and a touch beside the picture, put the tooltip away without moving the focus.
fn dismissed(id: &str, active: Active) {
    let escape = window_event_listener(ev::keydown, move |event| {
        if event.key() == "Escape" {
            active.set(None);
        }
    });
    let box_id = format!("{id}-box");
    let outside = window_event_listener(ev::pointerdown, move |event| {
        if !pointer::is_inside(&event, &box_id) {
            active.set(None);
        }
    });
    on_cleanup(move || {
        escape.remove();
        outside.remove();
    });
}

/// The picture without a script.
fn still(scene: &Scene, size: Size, described_by: &str) -> AnyView {
    view! {
        <svg class=size.word() viewBox=view_box(scene) role="img" aria-label=scene.name.clone() aria-describedby=described_by.to_owned()>
            {svg::view(content(scene))}
        </svg>
    }
    .into_any()
}

/// The picture that answers. The element stays while what is in it changes, and so does the focus on it.
fn picture(
    cx: &Context,
    id: &str,
    described_by: &str,
    chart: Signal<Arc<Chart>>,
    scene: Memo<Arc<Scene>>,
    active: Active,
    only: Signal<u8>,
) -> El {
    let point = move |event: ev::Event| {
        if let Some((x, y)) = pointer::share_of_target(&event) {
            let scene = scene.get_untracked();
            let hit = scene.nearest(x * scene.width, y * scene.height);
            let next = hit.map(|h| (h.series, h.datum));
            if next != active.get_untracked() {
                active.set(next);
            }
        }
    };
    let place = id.to_owned();
    let key = move |event: ev::Event| {
        let Some(name) = pointer::plain_key(&event) else { return };
        let chart = chart.get_untracked();
        if matches!(name.as_str(), "t" | "T") {
            let at = active.get_untracked().or_else(|| chart.step(None, Step::Last));
            if let Some((series, datum)) = at.and_then(|(s, d)| chart.datum(s, d)) {
                event.prevent_default();
                focus::row(&chart.id, &series.id, &datum.x);
            }
        } else if let Some(step) = Step::of_key(&name) {
            event.prevent_default();
            let next = chart.step(active.get_untracked(), step);
            active.set(next);
            let scene = scene.get_untracked();
            if let Some(hit) = next.and_then(|(s, d)| scene.hit(s, d)) {
                focus::reveal(&place, hit.y / scene.height);
            }
        }
    };
    shape(Tag::Svg, &[])
        .attr("id", id)
        .attr_now("class", move || {
            let size = if scene.get().width > 500.0 { "wide" } else { "narrow" };
            match only.get() {
                0 => size.to_owned(),
                tone => format!("{size} only-{tone}"),
            }
        })
        .attr_now("viewBox", move || view_box(&scene.get()))
        .attr("role", "application")
        .attr("aria-roledescription", cx.t().chart.roledescription)
        .attr_now("aria-label", move || scene.get().name.clone())
        .attr("aria-describedby", described_by)
        .attr("tabindex", "0")
        .on("pointermove", point)
        .on("pointerdown", point)
        // The browser took the finger to scroll or zoom: nothing was pointed at.
        .on("pointercancel", move |_| active.set(None))
        .on("keydown", key)
        .on("blur", move |_| active.set(None))
        .view(now(move || svg::view(content(&scene.get()))))
}

/// The ring around the datum that is looked at. While it moves only its place changes.
fn ring(scene: Memo<Arc<Scene>>, active: Active) -> El {
    let there = Memo::new(move |_| active.get().is_some());
    let place = move || {
        let hit = active.get().and_then(|(s, d)| scene.get().hit(s, d).cloned());
        hit.map_or_else(String::new, |hit| format!("translate({} {})", num(hit.x), num(hit.y)))
    };
    let circle = |class| shape(Tag::Circle, &[("class", class), ("r", "10")]);
    shape(Tag::Svg, &[]).attr("aria-hidden", "true").attr_now("viewBox", move || view_box(&scene.get())).view(
        now(move || {
            if !there.get() {
                return ().into_any();
            }
            shape(Tag::G, &[])
                .attr_now("transform", place)
                .add(circle("m-focus halo"))
                .add(circle("m-focus"))
                .into_any()
        }),
    )
}

/// The tooltip, beside its datum and inside the picture at any width: it slides along its own width as the datum
/// does along the picture's.
fn tip(id: &str, scene: &Scene, active: Active, said: Memo<String>) -> AnyView {
    let Some(hit) = active.get().and_then(|(s, d)| scene.hit(s, d).cloned()) else { return ().into_any() };
    let (x, y) = (hit.x / scene.width * 100.0, hit.y / scene.height * 100.0);
    let below = focus::height_on_screen(id, hit.y / scene.height).is_some_and(|y| y < TIP_ROOM);
    let (left, top) = (format!("{}%", num(x)), format!("{}%", num(y)));
    let lift = if below { "16px" } else { "calc(-100% - 16px)" };
    let transform = format!("translate(-{}%, {lift})", num(x));
    view! {
        <p class="tip" aria-hidden="true" style:left=left style:top=top style:transform=transform>{said}</p>
    }
    .into_any()
}

fn view_box(scene: &Scene) -> String {
    format!("0 0 {} {}", num(scene.width), num(scene.height))
}
