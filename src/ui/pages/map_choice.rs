//! What the address asks of the map, and what a reader's choice does to it: a step that Back undoes, or, where many
//! choices follow each other quickly, the same step again.

use crate::browser::timer::{self, Timer};
use crate::figure::map_look::MapLook;
use crate::figure::map_state::{Asked, MapState, PARAMS};
use crate::route::params;
use crate::text::fill;
use crate::ui::context::Context;
use leptos::prelude::*;

/// Choices of one kind within so many milliseconds are one step.
const ONE_STEP: u32 = 1500;

/// What is chosen, and whom to tell of another choice.
pub(super) struct Chosen {
    /// Units, indicator, year, pin.
    pub state: Signal<MapState>,
    /// Told of another one.
    pub on_change: Callback<MapState>,
    /// Shapes or tiles, region, order; and whom to tell of another look.
    pub look: (Signal<MapLook>, Callback<MapLook>),
}

/// Reads the address, and follows it. What does not fit is said once, and the default shown. Of a page that has its
/// indicator (`fixed`) only year and province are read, and the look stays with the map.
pub(super) fn chosen(cx: &Context, fixed: Option<&str>) -> Option<Chosen> {
    let alone = fixed.is_none();
    let reading = (cx.clone(), fixed.map(str::to_owned));
    let first = read(&reading.0, reading.1.as_deref())?;
    let asked = Memo::new(move |last: Option<&Read>| {
        reading.0.search.track();
        read(&reading.0, reading.1.as_deref()).or_else(|| last.cloned()).unwrap_or_else(|| first.clone())
    });
    let (notice, words) = (cx.notice, cx.t().boot.bad_query);
    Effect::new(move |before: Option<Vec<String>>| {
        let bad = asked.with(|asked| asked.bad.clone());
        if !bad.is_empty() && before.as_ref() != Some(&bad) {
            notice.set(Some(fill(words, &[("what", &bad.join(", "))])));
        }
        bad
    });
    let state = Memo::new(move |_| asked.with(|asked| asked.state.clone()));
    let steps = Steps { running: StoredValue::new_local(None) };
    let told = cx.clone();
    let on_change = Callback::new(move |now: MapState| {
        let before = asked.get_untracked();
        let mut changes = state_pairs(&told, &now, alone);
        if alone {
            changes.extend(before.look.at(&told.data, now.division.level()).query());
        }
        told.go(&changes, steps.is_new(Kind::of(&before.state, &now)));
    });
    if alone {
        let look = Memo::new(move |_| asked.with(|asked| asked.look.clone()));
        let told = cx.clone();
        let set = Callback::new(move |next: MapLook| {
            let before = asked.get_untracked().look;
            let sorted = MapLook { order: before.order, ..next.clone() } == before;
            told.go(&next.query(), !sorted);
        });
        return Some(Chosen { state: state.into(), on_change, look: (look.into(), set) });
    }
    let look = RwSignal::new(MapLook::default());
    let set = Callback::new(move |next| look.set(next));
    Some(Chosen { state: state.into(), on_change, look: (look.into(), set) })
}

#[derive(Clone, PartialEq)]
struct Read {
    state: MapState,
    look: MapLook,
    /// What made no sense, as `name=value`.
    bad: Vec<String>,
}

fn read(cx: &Context, fixed: Option<&str>) -> Option<Read> {
    let search = cx.search.get_untracked();
    let pairs = params::read(&search);
    let ask = |name| params::get(&pairs, name).filter(|_| cx.live).map(str::to_owned);
    let alone = |name| ask(name).filter(|_| fixed.is_none());
    // A page of charts may name several provinces, and a range of years: the map shows the first, and the last.
    let first = |text: String| text.split(',').next().unwrap_or_default().to_owned();
    let last = |text: String| text.rsplit('-').next().unwrap_or_default().to_owned();
    let asked = Asked {
        division: alone("don-vi"),
        indicator: fixed.map(str::to_owned).or_else(|| ask("chi-so")),
        year: ask("nam").map(last),
        since: ask("tu"),
        unit: ask("tinh").map(first),
        layer: alone("lop"),
    };
    let (state, bad) = MapState::read(&cx.data, &asked)?;
    let Asked { division, indicator, year, since, unit, layer } = asked;
    let words = PARAMS.into_iter().zip([division, indicator, year, since, unit, layer]);
    let mut all: Vec<(&str, String)> = words
        .filter(|(name, _)| bad.contains(name))
        .filter_map(|(name, value)| Some((name, value?)))
        .collect();
    let mut look = MapLook::default();
    if fixed.is_none() && cx.live {
        let (found, bad) = MapLook::read(&cx.data, state.division.level(), &search);
        look = found;
        all.extend(bad);
    }
    let said =
        |(name, value): (&str, String)| format!("{name}={}", value.chars().take(20).collect::<String>());
    Some(Read { state, look, bad: all.into_iter().map(said).collect() })
}

/// The parameters of a choice; what is the default anyway is emptied, which takes it out of the address.
fn state_pairs(cx: &Context, now: &MapState, with_indicator: bool) -> Vec<(&'static str, String)> {
    let chosen = now.query(&cx.data);
    let value = |name: &str| {
        let kept = name != "chi-so" || with_indicator;
        let found = chosen.iter().find(|(key, _)| kept && *key == name);
        found.map_or_else(String::new, |(_, value)| value.clone())
    };
    PARAMS.map(|name| (name, value(name))).into()
}

/// What a choice changes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// From one pinned unit to another.
    Pin,
    /// The year alone: a slider passes many.
    Year,
    /// Anything else.
    Other,
}

impl Kind {
    fn of(before: &MapState, now: &MapState) -> Self {
        let same = |other: MapState| other == *before;
        if before.unit.is_some() && now.unit.is_some() && same(MapState { unit: before.unit, ..now.clone() })
        {
            Self::Pin
        } else if same(MapState { year: before.year, since: before.since, ..now.clone() }) {
            Self::Year
        } else {
            Self::Other
        }
    }
}

/// The choice that is still being made, until its time is over.
#[derive(Clone, Copy)]
struct Steps {
    running: StoredValue<Option<(Kind, Option<Timer>)>, LocalStorage>,
}

impl Steps {
    /// Whether a choice is a step of its own; then others of its kind go on with it for a while.
    fn is_new(self, kind: Kind) -> bool {
        let goes_on = self.running.with_value(|running| running.as_ref().is_some_and(|(of, _)| *of == kind));
        let running = self.running;
        let over = timer::after(ONE_STEP, move || {
            let _ = running.try_set_value(None);
        });
        self.running.set_value((kind != Kind::Other).then_some((kind, over)));
        match kind {
            // Walking from pin to pin leaves one step, not a hundred.
            Kind::Pin => false,
            Kind::Year => !goes_on,
            Kind::Other => true,
        }
    }
}
