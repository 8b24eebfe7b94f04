//! The picture of the province map: one tab stop, read by pointer, finger and arrow keys with the same words.
//!
//! Its shapes are made once for a level and a size. Another indicator or year only changes their coats, coming closer
//! only the view box, and what is looked at is one outline on top.

use super::el::{El, el, now, shape};
use super::map_hand::Hand;
pub use super::map_looking::Looking;
use super::map_tools::{map_tools, nearby, to_row};
use super::svg;
use crate::browser::media;
use crate::data::{Level, UnitCode};
use crate::figure::Size;
use crate::figure::map::MapFigure;
use crate::figure::map_coat::Coat;
use crate::figure::map_ground::Ground;
use crate::figure::map_lens::{FINE, Lens};
use crate::scene::Scene;
use crate::scene::svg::{Tag, content, marks, num};
use crate::text::fill;
use leptos::prelude::*;
use std::sync::Arc;

/// Below this width the narrow drawing is used; `style/components/chart.css` says the same for prerendered pages.
const NARROW: &str = "(max-width: 639px)";
/// The hatch of units without data.
const HATCH: &str = "map-hatch";
/// Id of the picture, where the focus comes back to.
pub const PICTURE: &str = "ban-do-hinh";

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
    let said = Memo::new(move |_| {
        let figure = figure.get();
        let unit = looking.focus.get().and_then(|code| figure.get(code).map(|unit| figure.label(unit)));
        unit.unwrap_or_default()
    });
    let (key, ground) = grounds(figure, looking);
    let hand = Hand::new(figure, looking, ground);
    let picture = move || {
        key.track();
        live(&hand, &described_by).into_any()
    };
    (
        map_tools(&hand),
        el("div").class("plot map-plot").view(now(picture)).view(nearby(&hand)),
        el("p").class("visually-hidden").attr("role", "status").text_now(move || said.get()),
        to_row(&hand),
    )
        .into_any()
}

/// What a ground is laid out for: level, narrow or wide, tiles or shapes.
type Key = (Level, bool, bool);

/// The ground, made anew for another key, and once more when the finer shapes come; the view begins anew with the key.
fn grounds(figure: Signal<Arc<MapFigure>>, looking: Looking) -> (Memo<Key>, Memo<Arc<Ground>>) {
    let narrow = RwSignal::new(media::matches(NARROW).unwrap_or(false));
    media::on_change(NARROW, move |now| {
        let _ = narrow.try_set(now);
    });
    let tiles = Memo::new(move |_| looking.look.with(|look| look.tiles));
    let key = Memo::new(move |_| (figure.with(|figure| figure.level), narrow.get(), tiles.get()));
    let close = Memo::new(move |_| looking.lens.with(|lens| lens.times() >= FINE));
    let ground = Memo::new_with_compare(
        move |_| {
            let (level, narrow, tiles) = key.get();
            let size = if narrow { Size::Narrow } else { Size::Wide };
            let fine = if close.get() { looking.fine.get() } else { None };
            let coarse = figure.with_untracked(|figure| figure.geometry.clone());
            Arc::new(Ground::new(fine.as_ref().unwrap_or(&coarse), level, size, tiles, fine.is_some()))
        },
        |_, _| true,
    );
    Effect::new(move |_| {
        if close.get() {
            looking.closer.run(());
        }
    });
    let region = Memo::new(move |_| looking.look.with(|look| look.region.clone()));
    Effect::new(move |before: Option<(Key, Option<String>)>| {
        let now = (key.get(), region.get());
        if before.as_ref() != Some(&now) && (before.is_some() || now.1.is_some()) {
            let figure = figure.get_untracked();
            let of = |code: UnitCode| {
                figure.geometry.unit(code).is_some_and(|shape| Some(shape.region) == now.1.as_deref())
            };
            let fitted = ground.with_untracked(|ground| ground.fitted(of));
            looking.lens.set(fitted.unwrap_or(Lens::WHOLE));
        }
        now
    });
    (key, ground)
}

/// A picture without a script.
pub fn still(scene: &Scene, class: &'static str, described_by: &str) -> AnyView {
    let described_by = (!described_by.is_empty()).then(|| described_by.to_owned());
    let view_box = format!("0 0 {} {}", num(scene.width), num(scene.height));
    view! {
        <svg class=class viewBox=view_box role="img" aria-label=scene.name.clone() aria-describedby=described_by>
            {svg::view(content(scene))}
        </svg>
    }
    .into_any()
}

/// The picture that answers.
fn live(hand: &Hand, described_by: &str) -> El {
    let hand = *hand;
    let Hand { figure, looking, ground, .. } = hand;
    let focus = looking.focus;
    let t = &figure.with_untracked(|figure| figure.locale).messages().map;
    let extent = ground.with_untracked(|ground| ground.extent());
    let arrive = move |_| {
        // A key press should have somewhere to start from; a pointer already has its place.
        let back = looking.back.try_update_value(Option::take).flatten();
        if let Some(code) =
            back.or_else(|| looking.pinned.get_untracked().filter(|_| focus.get_untracked().is_none()))
        {
            looking.point(Some(code));
        }
    };
    let class = move || {
        let close = if looking.lens.with(|lens| lens.is_whole()) { "" } else { " zoomed" };
        let tiles = if ground.with_untracked(|ground| ground.can_zoom()) { "" } else { " tiles" };
        let lit = if looking.lit().is_some() { " lit" } else { "" };
        format!("live{tiles}{close}{lit}")
    };
    let signs = move || {
        let (figure, lens) = (figure.get(), looking.lens.get());
        svg::view(marks(&ground.with(|ground| ground.signs(&figure, lens))))
    };
    shape(Tag::Svg, &[])
        .attr("id", PICTURE)
        .attr_now("class", class)
        .attr_now("viewBox", move || looking.lens.get().view_box(extent))
        .attr("role", "application")
        .attr("aria-roledescription", t.roledescription)
        .attr_now("aria-label", move || name(&figure.get()))
        .attr("aria-describedby", described_by)
        .attr("tabindex", "0")
        .on("pointermove", move |event| hand.moved(&event))
        .on("pointerdown", move |event| hand.down(&event))
        .on("pointerup", move |event| hand.up(&event))
        .on("pointerleave", move |event| hand.left(&event))
        .on("pointercancel", move |_| hand.taken())
        .on("dblclick", move |event| hand.twice(&event))
        .on("wheel", move |event| hand.wheel(&event))
        .on("touchstart", move |event| hand.touched(&event))
        .on("touchmove", move |event| hand.touched(&event))
        .on("touchend", move |event| hand.lifted(&event))
        .on("touchcancel", move |event| hand.lifted(&event))
        .on("keydown", move |event| hand.key(&event))
        .on("focus", arrive)
        .on("blur", move |_| looking.point(None))
        .add(hatch(looking))
        .add(land(&hand))
        .add(
            shape(Tag::G, &[("class", "map-signs")])
                .attr_now("transform", move || looking.lens.get().upright())
                .view(now(signs)),
        )
}

/// The units, the lines over them, and what is looked at.
fn land(hand: &Hand) -> El {
    let Hand { figure, looking, ground, .. } = *hand;
    let units = ground.with_untracked(|ground| ground.units());
    let codes: Vec<UnitCode> = units.iter().map(|unit| unit.0).collect();
    let coats = Memo::new(move |_| {
        let figure = figure.get();
        codes.iter().map(|code| figure.coat(*code)).collect::<Vec<_>>()
    });
    let paths = Memo::new(move |_| ground.with(|ground| ground.units()));
    let unit = |(place, (code, _)): (usize, (UnitCode, String))| {
        let path = move || paths.with(|all| all.get(place).map(|unit| unit.1.clone()).unwrap_or_default());
        let class = move || {
            let lit = looking.lit();
            let dressed = |coat: &Coat| match lit {
                Some(light) if light == coat.light => format!("{} on", coat.class),
                _ => coat.class.clone(),
            };
            coats.with(|all| all.get(place)?.as_ref().map(dressed))
        };
        let label = move || coats.with(|all| all.get(place)?.as_ref().map(|coat| coat.label.clone()));
        shape(Tag::Path, &[])
            .attr("data-unit", &code.to_string())
            .attr("data-level", code.level().word())
            .attr("role", "img")
            // The coat's colour, if it has one, counts for more.
            .attr("fill", &format!("url(#{HATCH})"))
            .attr_now("class", move || class().unwrap_or_default())
            .attr_now("aria-label", move || label().unwrap_or_default())
            .attr_now("d", path)
    };
    let division = Memo::new(move |_| figure.with(|figure| figure.division));
    let lines = move || {
        division.track();
        let lines = ground.with(|ground| ground.lines(&figure.get_untracked()));
        let line = |(class, path): (String, String)| {
            shape(Tag::Path, &[("class", &class), ("d", &path), ("aria-hidden", "true")])
        };
        super::el::row(lines.into_iter().map(line).collect())
    };
    let outline = |class: &'static str, of: Signal<Option<UnitCode>>| {
        let path = Memo::new(move |_| {
            of.get().and_then(|code| ground.with(|ground| ground.outline(code))).unwrap_or_default()
        });
        let one = move |class: &str| {
            shape(Tag::Path, &[("class", class), ("aria-hidden", "true")]).attr_now("d", move || path.get())
        };
        [one(&format!("{class} halo")), one(class)]
    };
    let [pin_halo, pin] = outline("m-pinned", looking.pinned);
    let [halo, hover] = outline("m-hover", looking.focus.into());
    shape(Tag::G, &[("class", "map-land")])
        .attr_now("transform", move || ground.with(|ground| ground.shrink()))
        .all(units.into_iter().enumerate().map(unit).collect())
        .view(now(lines))
        .all(vec![pin_halo, pin, halo, hover])
}

/// The hatch, as wide close up as from afar.
fn hatch(looking: Looking) -> El {
    let shrunk = move || {
        let lens = looking.lens.get();
        if lens.is_whole() { String::new() } else { format!("scale({})", num(1.0 / lens.times())) }
    };
    let pattern = shape(
        Tag::Pattern,
        &[("id", HATCH), ("width", "6"), ("height", "6"), ("patternUnits", "userSpaceOnUse")],
    );
    let pattern = pattern
        .attr_now("patternTransform", shrunk)
        .add(shape(Tag::Rect, &[("class", "m-hatch-ground"), ("width", "6"), ("height", "6")]))
        .add(shape(Tag::Path, &[("class", "m-hatch"), ("d", "M-1 7L7 -1M-1 1L1 -1M5 7L7 5")]));
    shape(Tag::Defs, &[]).add(pattern)
}

fn name(figure: &MapFigure) -> String {
    let pairs = [("count", figure.level.word()), ("title", figure.title.as_str())];
    fill(figure.locale.messages().map.label, &pairs)
}
