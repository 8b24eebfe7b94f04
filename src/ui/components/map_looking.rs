//! What a reader is doing with the map: where they look, how close, in what light. Shared by picture, legend, table
//! and tools, each of which only reads and writes it.

use crate::data::UnitCode;
use crate::figure::map_coat::Light;
use crate::figure::map_lens::Lens;
use crate::figure::map_look::MapLook;
use crate::geo::Geometry;
use crate::ui::context::{Context, Part};
use leptos::prelude::*;
use std::sync::Arc;

/// What is being looked at. Pointer and keys set `focus`; a click or Enter pins.
#[derive(Clone, Copy)]
pub struct Looking {
    /// Under the pointer or the arrow keys.
    pub focus: RwSignal<Option<UnitCode>>,
    /// Pinned.
    pub pinned: Signal<Option<UnitCode>>,
    /// Pins or unpins.
    pub pin: Callback<Option<UnitCode>>,
    /// The class whose light is held.
    pub held: RwSignal<Option<Light>>,
    /// The class that the pointer passes over in the legend.
    pub passed: RwSignal<Option<Light>>,
    /// How close.
    pub lens: RwSignal<Lens>,
    /// What a finger may have meant.
    pub near: RwSignal<Near>,
    /// Whether the page has a table of the same numbers.
    pub listed: RwSignal<bool>,
    /// Where the focus is to be when it comes back to the picture.
    pub back: StoredValue<Option<UnitCode>>,
    /// As shapes or tiles, which region, in which order.
    pub look: Signal<MapLook>,
    /// Told of another look.
    pub set_look: Callback<MapLook>,
    /// Asks for the finer shapes.
    pub closer: Callback<()>,
    /// The finer shapes, once they are here.
    pub fine: Signal<Option<Arc<Geometry>>>,
}

/// Units near a finger, and where it was, as shares of the frame.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Near {
    /// Nearest first; fewer than two means that nothing is in doubt.
    pub units: Vec<UnitCode>,
    /// Where.
    pub at: (f64, f64),
}

impl Looking {
    /// At a map: what is pinned and how it is looked at live with the caller, who also keeps the address.
    pub fn new(
        cx: &Context,
        (pinned, pin): (Signal<Option<UnitCode>>, Callback<Option<UnitCode>>),
        (look, set_look): (Signal<MapLook>, Callback<MapLook>),
    ) -> Self {
        let (asking, part) = (cx.clone(), cx.fine);
        let fine = Memo::new_with_compare(
            move |_| if let Part::Ready(shapes) = part.get() { Some(shapes) } else { None },
            |a, b| a.and_then(Option::as_ref).is_some() != b.and_then(Option::as_ref).is_some(),
        );
        let focus = RwSignal::new(None::<UnitCode>);
        Self {
            focus,
            pinned,
            pin,
            held: RwSignal::new(None),
            passed: RwSignal::new(None),
            lens: RwSignal::new(Lens::WHOLE),
            near: RwSignal::new(Near::default()),
            listed: RwSignal::new(false),
            back: StoredValue::new(None),
            look,
            set_look,
            closer: Callback::new(move |()| asking.look_closer()),
            fine: fine.into(),
        }
    }

    /// The unit whose details are shown: what is under the pointer, or else what is pinned.
    pub fn shown(self) -> Option<UnitCode> {
        self.focus.get().or_else(|| self.pinned.get())
    }

    /// The class in whose light the map stands.
    pub fn lit(self) -> Option<Light> {
        self.passed.get().or_else(|| self.held.get())
    }

    /// Sets the focus, unless it is there already.
    pub fn point(self, unit: Option<UnitCode>) {
        if self.focus.get_untracked() != unit {
            self.focus.set(unit);
        }
    }

    /// Pins, or unpins what is pinned.
    pub fn toggle(self, code: UnitCode) {
        let pinned = self.pinned.get_untracked() == Some(code);
        self.pin.run((!pinned).then_some(code));
    }

    /// Another look.
    pub fn change(self, change: impl FnOnce(&mut MapLook)) {
        let mut look = self.look.get_untracked();
        change(&mut look);
        self.set_look.run(look);
    }

    /// All of the country again.
    pub fn whole(self) {
        self.lens.set(Lens::WHOLE);
        if self.look.get_untracked().region.is_some() {
            self.change(|look| look.region = None);
        }
    }
}
