//! The picture of the province map: one tab stop, read by pointer, finger and arrow keys with the same words.

use super::svg;
use crate::browser::{media, pointer};
use crate::data::UnitCode;
use crate::figure::Size;
use crate::figure::map::MapFigure;
use crate::figure::map_sheet::Sheet;
use crate::geo::Direction;
use crate::scene::Scene;
use crate::scene::svg::{content, num};
use crate::text::fill;
use leptos::ev;
use leptos::prelude::*;
use std::sync::Arc;

/// Below this width the narrow drawing is used; `style/components/chart.css` says the same for prerendered pages.
const NARROW: &str = "(max-width: 639px)";

/// What is being looked at. Pointer and keys set `focus`; a click or Enter pins.
#[derive(Clone, Copy)]
pub struct Looking {
    /// Under the pointer or the arrow keys.
    pub focus: RwSignal<Option<UnitCode>>,
    /// Pinned.
    pub pinned: Signal<Option<UnitCode>>,
    /// Pins or unpins.
    pub pin: Callback<Option<UnitCode>>,
}

impl Looking {
    /// The unit whose details are shown: what is under the pointer, or else what is pinned.
    pub fn shown(self) -> Option<UnitCode> {
        self.focus.get().or_else(|| self.pinned.get())
    }

    fn toggle(self, code: UnitCode) {
        let pinned = self.pinned.get_untracked() == Some(code);
        self.pin.run((!pinned).then_some(code));
    }
}

/// The picture and its spoken line. Prerendered pages hold both sizes and the style sheet picks one.
#[component]
pub fn ProvinceMap(
    /// The map.
    #[prop(into)]
    figure: Signal<Arc<MapFigure>>,
    /// What is being looked at.
    looking: Looking,
    /// Id of the summary that describes it.
    #[prop(into)]
    described_by: String,
    /// Whether a reader can interact: false while prerendering.
    interactive: bool,
) -> impl IntoView {
    if !interactive {
        let figure = figure.get_untracked();
        let both = Vec::from(Size::ALL.map(|size| still(&figure.draw(size), size.word(), &described_by)));
        return view! { <div class="plot map-plot">{both}</div> }.into_any();
    }
    let narrow = RwSignal::new(media::matches(NARROW).unwrap_or(false));
    media::on_change(NARROW, move |now| narrow.set(now));
    let said = Memo::new(move |_| {
        let figure = figure.get();
        let unit = looking.focus.get().and_then(|code| figure.get(code).map(|unit| figure.label(unit)));
        unit.unwrap_or_default()
    });
    let level = Memo::new(move |_| figure.get().level);
    let picture = move || {
        let size = if narrow.get() { Size::Narrow } else { Size::Wide };
        let sheet = Arc::new(Sheet::new(&figure.get_untracked().geometry, level.get(), size));
        live(figure, looking, sheet, &described_by)
    };
    view! {
        <div class="plot map-plot">{picture}</div>
        <p class="visually-hidden" role="status">{said}</p>
    }
    .into_any()
}

/// A picture without a script.
pub fn still(scene: &Scene, class: &'static str, described_by: &str) -> AnyView {
    let described_by = (!described_by.is_empty()).then(|| described_by.to_owned());
    view! {
        <svg class=class viewBox=view_box((scene.width, scene.height)) role="img" aria-label=scene.name.clone() aria-describedby=described_by>
            {svg::view(content(scene))}
        </svg>
    }
    .into_any()
}

/// The picture that answers.
fn live(figure: Signal<Arc<MapFigure>>, looking: Looking, sheet: Arc<Sheet>, described_by: &str) -> AnyView {
    let focus = looking.focus;
    let (width, height) = sheet.extent();
    let under = {
        let sheet = sheet.clone();
        move |event: &ev::PointerEvent| {
            pointer::share_of_target(event).and_then(|(x, y)| sheet.unit_at(x * width, y * height))
        }
    };
    let point = {
        let under = under.clone();
        move |event: ev::PointerEvent| {
            let unit = under(&event);
            if focus.get_untracked() != unit {
                focus.set(unit);
            }
        }
    };
    let pin = move |event: ev::PointerEvent| match under(&event) {
        Some(code) => looking.toggle(code),
        None => looking.pin.run(None),
    };
    let leave = move |event: ev::PointerEvent| {
        // A finger that lifts leaves its reading; a mouse that goes takes it along.
        if event.pointer_type() == "mouse" {
            focus.set(None);
        }
    };
    let key = move |event: ev::KeyboardEvent| {
        if event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        if keyed(&figure.get_untracked(), looking, &event.key()) {
            event.prevent_default();
        }
    };
    let arrive = move |_| {
        // A key press should have somewhere to start from; a pointer already has its place.
        if focus.get_untracked().is_none() {
            focus.set(looking.pinned.get_untracked());
        }
    };
    let drawn = sheet.clone();
    let outlined = move |class: &'static str, code: Option<UnitCode>| {
        let path = code.and_then(|code| sheet.outline(code).map(str::to_owned))?;
        Some(view! { <path class=format!("{class} halo") d=path.clone()/><path class=class d=path/> })
    };
    let pinned = {
        let outlined = outlined.clone();
        move || outlined("m-pinned", looking.pinned.get())
    };
    let t = &figure.get_untracked().locale.messages().map;
    view! {
        <svg
            class="live"
            viewBox=view_box((width, height))
            role="application"
            aria-roledescription=t.roledescription
            aria-label=move || name(&figure.get())
            aria-describedby=described_by.to_owned()
            tabindex="0"
            on:pointermove=point.clone()
            on:pointerdown=point
            on:pointerleave=leave
            on:pointerup=pin
            on:keydown=key
            on:focus=arrive
            on:blur=move |_| focus.set(None)
        >
            <g>{move || svg::view(content(&figure.get().draw_on(&drawn)))}</g>
            {pinned}
            {move || outlined("m-hover", focus.get())}
        </svg>
    }
    .into_any()
}

fn name(figure: &MapFigure) -> String {
    let pairs = [("count", figure.level.word()), ("title", figure.title.as_str())];
    fill(figure.locale.messages().map.label, &pairs)
}

/// What a key does; whether it did anything.
fn keyed(figure: &MapFigure, looking: Looking, key: &str) -> bool {
    let focus = looking.focus;
    let at = focus.get_untracked().or(looking.pinned.get_untracked());
    let direction = match key {
        "ArrowUp" => Direction::North,
        "ArrowRight" => Direction::East,
        "ArrowDown" => Direction::South,
        "ArrowLeft" => Direction::West,
        "Home" => return go(focus, figure.geometry.northernmost(figure.level)),
        "End" => return go(focus, figure.geometry.southernmost(figure.level)),
        "Enter" | " " => {
            if let Some(code) = focus.get_untracked() {
                looking.toggle(code);
            }
            return true;
        }
        "Escape" => {
            focus.set(None);
            return true;
        }
        _ => return false,
    };
    match at {
        // The first press only says where one is.
        None => go(focus, figure.units.first().map(|u| u.code)),
        Some(code) => go(focus, figure.geometry.step(code, direction).or(Some(code))),
    }
}

fn go(focus: RwSignal<Option<UnitCode>>, unit: Option<UnitCode>) -> bool {
    focus.set(unit);
    true
}

fn view_box((width, height): (f64, f64)) -> String {
    format!("0 0 {} {}", num(width), num(height))
}
