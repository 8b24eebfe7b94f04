//! What hands do on the map: a mouse points, pins, drags and turns its wheel; fingers tap and pinch; keys walk.

use super::map_looking::{Looking, Near};
use crate::browser::{focus, pointer, timer};
use crate::data::UnitCode;
use crate::figure::map::MapFigure;
use crate::figure::map_find::Typed;
use crate::figure::map_ground::Ground;
use crate::figure::map_lens::{Lens, STEP};
use crate::geo::Direction;
use leptos::ev;
use leptos::prelude::*;
use std::sync::Arc;

/// How long letters belong to one name, in milliseconds.
const PAUSE: u32 = 1000;
/// How far a mouse may tremble in a click, as a share of the frame.
const STILL: f64 = 0.008;
/// How far from a finger's middle something may lie that it meant, in pixels of the screen.
const FINGER: f64 = 14.0;
/// What the rows of the table are called beside their codes.
pub const SERIES: &str = "province";

/// The hand on one map.
#[derive(Clone, Copy)]
pub struct Hand {
    pub(super) figure: Signal<Arc<MapFigure>>,
    pub(super) looking: Looking,
    pub(super) ground: Memo<Arc<Ground>>,
    /// Where a drag began, and where it has come to; the end is none before the mouse has really moved.
    drag: StoredValue<Option<Drag>>,
    /// Two fingers: the lens before them, their middle and their distance.
    pinch: StoredValue<Option<Pinch>>,
    typed: StoredValue<Typed>,
    forget: StoredValue<Option<timer::Timer>, LocalStorage>,
}

#[derive(Clone, Copy)]
struct Drag {
    from: (f64, f64),
    last: (f64, f64),
    moved: bool,
}

#[derive(Clone, Copy)]
struct Pinch {
    lens: Lens,
    middle: (f64, f64),
    apart: f64,
}

impl Hand {
    pub fn new(figure: Signal<Arc<MapFigure>>, looking: Looking, ground: Memo<Arc<Ground>>) -> Self {
        Self {
            figure,
            looking,
            ground,
            drag: StoredValue::new(None),
            pinch: StoredValue::new(None),
            typed: StoredValue::new(Typed::default()),
            forget: StoredValue::new_local(None),
        }
    }

    fn lens(self) -> Lens {
        self.looking.lens.get_untracked()
    }

    fn set_lens(self, lens: Lens) {
        if self.ground.with_untracked(|g| g.can_zoom()) && lens != self.lens() {
            self.looking.near.set(Near::default());
            self.looking.lens.set(lens);
        }
    }

    fn extent(self) -> (f64, f64) {
        self.ground.with_untracked(|ground| ground.extent())
    }

    fn under(self, event: &ev::Event) -> Option<UnitCode> {
        let share = pointer::share_of_target(event)?;
        self.ground.with_untracked(|ground| ground.unit_at(share, self.lens()))
    }

    pub fn down(self, event: &ev::Event) {
        let at = pointer::share_of_target(event).filter(|_| pointer::is_held(event));
        self.drag.set_value(at.map(|at| Drag { from: at, last: at, moved: false }));
        self.moved(event);
    }

    pub fn moved(self, event: &ev::Event) {
        if self.pinch.with_value(Option::is_some) {
            return;
        }
        let held = pointer::is_held(event) && !self.lens().is_whole();
        let drag = self.drag.get_value().filter(|_| held);
        if let (Some(drag), Some(at)) = (drag, pointer::share_of_target(event)) {
            let far = (at.0 - drag.from.0).hypot(at.1 - drag.from.1) > STILL;
            if far || drag.moved {
                let by = (at.0 - drag.last.0, at.1 - drag.last.1);
                self.drag.set_value(Some(Drag { last: at, moved: true, ..drag }));
                self.set_lens(self.lens().dragged(by, self.extent()));
                return;
            }
        }
        self.looking.point(self.under(event));
    }

    pub fn up(self, event: &ev::Event) {
        let dragged = self.drag.get_value().is_some_and(|drag| drag.moved);
        self.drag.set_value(None);
        if dragged || self.pinch.with_value(Option::is_some) {
            return;
        }
        self.looking.near.set(Near::default());
        if !pointer::is_mouse(event) {
            self.tap(event);
        }
        match self.under(event) {
            Some(code) => self.looking.toggle(code),
            None => self.looking.pin.run(None),
        }
    }

    /// A finger covers more than one small province: what else it may have meant is offered.
    fn tap(self, event: &ev::Event) {
        let (Some(at), Some(wide)) = (pointer::share_of_target(event), pointer::width_of_target(event))
        else {
            return;
        };
        let units = self.ground.with_untracked(|ground| ground.meant(at, self.lens(), wide, FINGER));
        if units.len() > 1 {
            self.looking.near.set(Near { units, at });
        }
    }

    /// A finger that lifts leaves its reading; a mouse that goes takes it along.
    pub fn left(self, event: &ev::Event) {
        if pointer::is_mouse(event) {
            self.drag.set_value(None);
            self.looking.point(None);
        }
    }

    /// The browser took the finger to scroll: nothing was pointed at.
    pub fn taken(self) {
        self.drag.set_value(None);
        self.looking.point(None);
    }

    pub fn wheel(self, event: &ev::Event) {
        let turned = pointer::ctrl_wheel(event).filter(|_| self.ground.with_untracked(|g| g.can_zoom()));
        if let (Some(notches), Some(at)) = (turned, pointer::share_of_target(event)) {
            event.prevent_default();
            let by = 1.0 + notches.abs() * (STEP - 1.0);
            let by = if notches < 0.0 { 1.0 / by } else { by };
            self.set_lens(self.lens().zoomed(by, at, self.extent()));
        }
    }

    pub fn touched(self, event: &ev::Event) {
        let [a, b] = pointer::fingers(event)[..] else { return };
        if !self.ground.with_untracked(|ground| ground.can_zoom()) {
            return;
        }
        event.prevent_default();
        let (middle, apart) = self.between(a, b);
        match self.pinch.get_value() {
            None => {
                self.looking.point(None);
                self.pinch.set_value(Some(Pinch { lens: self.lens(), middle, apart }));
            }
            Some(from) => {
                let by = (middle.0 - from.middle.0, middle.1 - from.middle.1);
                let lens = from.lens.zoomed(apart / from.apart, from.middle, self.extent());
                self.set_lens(lens.dragged(by, self.extent()));
            }
        }
    }

    pub fn lifted(self, event: &ev::Event) {
        if pointer::fingers(event).is_empty() {
            self.pinch.set_value(None);
        }
    }

    /// The middle of two fingers, and how far they are apart, in the picture's own lengths.
    fn between(self, a: (f64, f64), b: (f64, f64)) -> ((f64, f64), f64) {
        let (width, height) = self.extent();
        let apart = ((a.0 - b.0) * width).hypot((a.1 - b.1) * height).max(1.0);
        ((f64::midpoint(a.0, b.0), f64::midpoint(a.1, b.1)), apart)
    }

    /// Two clicks: close up.
    pub fn twice(self, event: &ev::Event) {
        if let Some(code) = self.under(event) {
            self.looking.pin.run(Some(code));
            self.fit(code);
        }
    }

    /// Brings a unit close.
    pub fn fit(self, code: UnitCode) {
        if let Some(lens) = self.ground.with_untracked(|ground| ground.fitted(|c| c == code)) {
            self.set_lens(lens);
        }
    }

    /// Closer or further by a step, around the focus or the middle.
    pub fn step(self, closer: bool) {
        let lens = self.lens();
        let at = self.looking.focus.get_untracked().or(self.looking.pinned.get_untracked());
        let middle = at.and_then(|code| self.ground.with_untracked(|ground| ground.middle(code)));
        let (width, height) = self.extent();
        let seen = middle.map(|middle| lens.place(middle)).map(|(x, y)| (x / width, y / height));
        let inside = |s: &(f64, f64)| (0.0..=1.0).contains(&s.0) && (0.0..=1.0).contains(&s.1);
        let share = seen.filter(inside).unwrap_or((0.5, 0.5));
        self.set_lens(lens.zoomed(if closer { STEP } else { 1.0 / STEP }, share, self.extent()));
    }

    /// What a key does.
    pub fn key(self, event: &ev::Event) {
        if let Some(key) = pointer::plain_key(event)
            && self.pressed(&key)
        {
            event.prevent_default();
        }
    }

    fn pressed(self, key: &str) -> bool {
        let looking = self.looking;
        let at = looking.focus.get_untracked().or(looking.pinned.get_untracked());
        let (first, last) = self.ground.with_untracked(|ground| ground.ends(&self.figure.get_untracked()));
        match key {
            "ArrowUp" => self.walk(at, Direction::North),
            "ArrowRight" => self.walk(at, Direction::East),
            "ArrowDown" => self.walk(at, Direction::South),
            "ArrowLeft" => self.walk(at, Direction::West),
            "Home" => self.go(first),
            "End" => self.go(last),
            "+" | "=" => self.step(true),
            "-" | "_" => self.step(false),
            "0" => looking.whole(),
            "T" => return self.to_row(at),
            " " if !self.typed.with_value(Typed::is_empty) => self.type_letter(key, at),
            "Enter" | " " => {
                if let Some(code) = looking.focus.get_untracked() {
                    looking.toggle(code);
                }
            }
            "Escape" => {
                looking.near.set(Near::default());
                looking.point(None);
            }
            letter if letter.chars().count() == 1 => self.type_letter(letter, at),
            _ => return false,
        }
        true
    }

    fn walk(self, at: Option<UnitCode>, direction: Direction) {
        let figure = self.figure.get_untracked();
        let to = match at {
            // The first press only says where one is.
            None => figure.units.first().map(|u| u.code),
            Some(code) => {
                self.ground.with_untracked(|ground| ground.step(&figure, code, direction)).or(Some(code))
            }
        };
        self.go(to);
    }

    fn go(self, unit: Option<UnitCode>) {
        self.looking.point(unit);
        let middle = unit.and_then(|code| self.ground.with_untracked(|ground| ground.middle(code)));
        if let Some(middle) = middle.filter(|_| !self.lens().is_whole()) {
            self.set_lens(self.lens().showing(middle, self.extent()));
        }
    }

    fn type_letter(self, letter: &str, at: Option<UnitCode>) {
        let figure = self.figure.get_untracked();
        let table = figure.table();
        let here = at.and_then(|code| table.iter().position(|unit| unit.code == code));
        let names = table.iter().map(|unit| unit.search.get(..unit.own_names).unwrap_or(&unit.search));
        let to = self.typed.try_update_value(|typed| typed.push(letter, names, here)).flatten();
        let typed = self.typed;
        self.forget.set_value(timer::after(PAUSE, move || {
            let _ = typed.try_update_value(Typed::clear);
        }));
        if let Some(unit) = to.and_then(|place| table.get(place)) {
            self.go(Some(unit.code));
        }
    }

    /// To the row of the unit in the table.
    fn to_row(self, at: Option<UnitCode>) -> bool {
        let Some(code) = at else { return false };
        focus::row(&self.figure.get_untracked().id, SERIES, &code.to_string());
        true
    }
}
