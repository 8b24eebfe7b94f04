//! What plays a melody: from tone to tone, with pauses and steps, and never longer than it is wanted.

use crate::browser::audio::{Audio, Tone, Wave};
use crate::browser::timer::{self, Timer};
use crate::figure::Chart;
use crate::figure::sound::{Melody, Note, Speed, Timbre};
use crate::ui::components::plot::Active;
use leptos::ev;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

/// Milliseconds after the last tone until the loudspeaker is given back.
const REST_MS: u32 = 4000;

/// What is kept from one tone to the next.
#[derive(Default)]
pub(super) struct Kept {
    pub(super) melody: Arc<Melody>,
    audio: Option<Audio>,
    next: Option<Timer>,
    rest: Option<Timer>,
    pub(super) speed: Speed,
    /// Whether the reader has asked to hear anything.
    pub(super) asked: bool,
    /// There is no loudspeaker.
    pub(super) mute: bool,
    /// The note heard last.
    pub(super) at: Option<usize>,
    /// For the live region.
    pub(super) said: String,
}

#[derive(Clone, Copy)]
pub(super) struct Player {
    pub(super) chart: Signal<Arc<Chart>>,
    pub(super) chosen: Signal<Option<usize>>,
    pub(super) active: Active,
    /// What `active` was set to from here; nothing once it has moved on.
    pub(super) heard: Active,
    /// Whether it plays. Set whenever anything changes that the control shows, because all of that follows it.
    pub(super) playing: RwSignal<bool>,
    pub(super) kept: StoredValue<Rc<RefCell<Kept>>, LocalStorage>,
}

impl Player {
    /// The melody, and the note heard last.
    fn here(self, kept: &RefCell<Kept>) -> (Arc<Melody>, Option<usize>) {
        let mut kept = kept.borrow_mut();
        if kept.melody.notes.is_empty() {
            let chosen = self.chosen.get_untracked();
            kept.melody = Arc::new(Melody::of(&self.chart.get_untracked(), chosen));
        }
        (kept.melody.clone(), kept.at)
    }

    /// The main button: plays on, or pauses.
    pub(super) fn press(self) {
        let Some(kept) = self.kept.try_get_value() else { return };
        let (melody, heard) = self.here(&kept);
        if melody.notes.is_empty() {
            return;
        }
        if self.playing.get_untracked() {
            let mut kept = kept.borrow_mut();
            kept.next = None;
            kept.rest = timer::after(REST_MS, move || self.halt());
            if let Some(audio) = &mut kept.audio {
                audio.hush();
            }
            let note = heard.and_then(|i| melody.notes.get(i));
            if let Some(note) = note {
                kept.said.clone_from(&note.said);
            }
            drop(kept);
            // Whoever pressed the button with a pointer has left the picture, which then points at nothing.
            self.point(note);
            return self.playing.set(false);
        }
        let from = heard.map_or(0, |i| i + 1);
        let from = if from < melody.notes.len() { from } else { 0 };
        if Self::open(&kept) {
            return self.sound(from, true);
        }
        let t = &self.chart.get_untracked().locale.messages().sound;
        kept.borrow_mut().said = t.silent.into();
        self.playing.set(false);
    }

    pub(super) fn step(self, forward: bool) {
        let Some(kept) = self.kept.try_get_value() else { return };
        let (melody, heard) = self.here(&kept);
        let Some(last) = melody.notes.len().checked_sub(1) else { return };
        let to = match heard {
            None => 0,
            Some(i) if forward => (i + 1).min(last),
            Some(i) => i.saturating_sub(1),
        };
        // Without sound the words are still worth a step.
        Self::open(&kept);
        self.sound(to, false);
    }

    /// Whether there is a loudspeaker.
    fn open(kept: &RefCell<Kept>) -> bool {
        let mut kept = kept.borrow_mut();
        if kept.audio.is_none() {
            kept.audio = Audio::open();
        }
        kept.mute = kept.audio.is_none();
        kept.asked = true;
        !kept.mute
    }

    /// Plays a note and, if it plays on, the rest after it.
    pub(super) fn sound(self, i: usize, on: bool) {
        let Some(shared) = self.kept.try_get_value() else { return };
        let mut borrowed = shared.borrow_mut();
        let kept = &mut *borrowed;
        let melody = kept.melody.clone();
        let Some(note) = melody.notes.get(i) else { return };
        let length = melody.length_ms(i, kept.speed);
        kept.at = Some(i);
        // While it plays on the loudspeaker stays: pauses may be long.
        (kept.next, kept.rest) = match melody.wait_ms(i, kept.speed) {
            Some(ms) if on => (timer::after(ms, move || self.sound(i + 1, true)), None),
            _ => (
                timer::after(length, move || self.playing.set(false)),
                timer::after(length + REST_MS, move || self.halt()),
            ),
        };
        if !on || melody.announces(i, kept.speed) {
            kept.said.clone_from(&note.said);
        }
        if let Some(audio) = &mut kept.audio {
            audio.play(tone(note, length));
        }
        drop(borrowed);
        self.point(Some(note));
        self.playing.set(on);
    }

    /// Shows a note in the picture; `heard` first, so that whoever follows `active` knows whose doing it is.
    fn point(self, note: Option<&Note>) {
        let at = note.map(|note| (note.series, note.datum));
        self.heard.set(at);
        self.active.set(at);
    }

    /// Stops at once and gives the loudspeaker back.
    fn halt(self) {
        let Some(kept) = self.kept.try_get_value() else { return };
        let mut kept = kept.borrow_mut();
        (kept.next, kept.rest, kept.audio) = (None, None, None);
        drop(kept);
        self.playing.set(false);
    }

    /// Esc, a hidden tab, another chart and leaving the page end it.
    pub(super) fn watch(self) {
        let act = move |event: ev::Event| {
            let key = event.dyn_ref::<ev::KeyboardEvent>();
            if key.is_none_or(|key| key.key() == "Escape") && self.playing.get_untracked() {
                self.halt();
                if key.is_some() {
                    self.active.set(None);
                }
            }
        };
        let handles = ["keydown", "visibilitychange"].map(|name| window_event_listener_untyped(name, act));
        on_cleanup(move || {
            handles.into_iter().for_each(WindowListenerHandle::remove);
            self.halt();
        });
        Effect::new(move |before: Option<()>| {
            self.chart.track();
            self.chosen.track();
            if let Some(kept) = self.kept.try_get_value().filter(|_| before.is_some()) {
                let mut kept = kept.borrow_mut();
                (kept.melody, kept.at) = (Arc::default(), None);
                kept.said.clear();
                drop(kept);
                self.halt();
            }
        });
        Effect::new(move |_: Option<()>| {
            if self.active.get() != self.heard.get_untracked() {
                self.heard.set(None);
            }
        });
    }
}

fn tone(note: &Note, for_ms: u32) -> Tone {
    let wave = match note.timbre {
        Timbre::Soft => Wave::Triangle,
        Timbre::Pure => Wave::Sine,
        Timbre::Bright => Wave::Saw,
        Timbre::Hollow => Wave::Square,
    };
    Tone { pitch_hz: note.pitch_hz, for_ms, pan: note.pan, wave }
}
