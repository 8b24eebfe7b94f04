//! The year of the map, on a slider with its years under it, and the year from which a change is told.
//!
//! The slider is a real range input over the years that have a map, so arrows, Page keys, Home and End, touch and
//! screen readers work as everywhere; it says the year, not its place in the list.

use super::el::{El, el, now};
use crate::browser::pointer;
use crate::data::Dataset;
use crate::figure::map_state::{Division, MapState};
use crate::text::{Locale, fill};
use leptos::prelude::*;
use std::sync::Arc;

/// What every control here needs.
#[derive(Clone)]
pub struct Time {
    /// The dataset.
    pub data: Arc<Dataset>,
    /// Language.
    pub locale: Locale,
    /// What is chosen.
    pub state: Signal<MapState>,
    /// Told of another choice.
    pub on_change: Callback<MapState>,
    /// Whether a reader can interact.
    pub live: bool,
}

impl Time {
    /// The year, and below it the choice of a change.
    pub fn view(self) -> AnyView {
        let (state, data) = (self.state, self.data.clone());
        // Drawn anew for another indicator only: a slider that is replaced under a finger lets go of it.
        let key = Memo::new(move |_| {
            let now = state.get();
            (now.division == Division::Merger, now.years(&data).to_vec())
        });
        now(move || {
            let (merger, years) = key.get();
            // Who joined whom does not change from year to year.
            if merger { ().into_any() } else { self.fields(&years).into_any() }
        })
    }

    fn fields(&self, years: &[i16]) -> El {
        let t = &self.locale.messages().map;
        let set = el("fieldset").class("map-controls map-time");
        let set = if self.live { set } else { set.attr("disabled", "") };
        let set = set.add(el("legend").text(t.year));
        if let [only] = years {
            let words = fill(t.only_year, &[("year", &only.to_string())]);
            return set.add(el("p").class("map-only").text(&words));
        }
        set.add(self.slider(years)).opt(self.since(years))
    }

    fn slider(&self, years: &[i16]) -> El {
        let t = &self.locale.messages().map;
        let (state, on_change, data) = (self.state, self.on_change, self.data.clone());
        let all: Arc<[i16]> = years.into();
        let place = {
            let all = all.clone();
            move || all.iter().position(|y| *y == state.get().year).unwrap_or_default().to_string()
        };
        let choose = {
            let all = all.clone();
            move |event| {
                let at = pointer::value(&event).and_then(|v| v.parse::<usize>().ok());
                let Some(year) = at.and_then(|at| all.get(at).copied()) else { return };
                let next = state.get_untracked().with_year(&data, year);
                if next.year != state.get_untracked().year {
                    on_change.run(next);
                }
            }
        };
        let input = el("input")
            .attr("type", "range")
            .attr("min", "0")
            .attr("max", &years.len().saturating_sub(1).to_string())
            .attr("step", "1")
            .attr("aria-label", t.year)
            .attr("value", &untrack(place.clone()))
            .attr_now("aria-valuetext", move || state.get().year.to_string())
            .value_now(place)
            .on("input", choose);
        let ticks = years.iter().copied().map(|year| {
            let here = move || if state.get().year == year { "here" } else { "" };
            el("span").attr_now("class", move || here().to_owned()).text(&year.to_string())
        });
        el("div")
            .class("map-years")
            .add(input)
            .add(el("div").class("map-ticks").attr("aria-hidden", "true").all(ticks.collect()))
    }

    /// "Thay đổi từ": none, or a year before the one that is shown.
    fn since(&self, years: &[i16]) -> Option<El> {
        let t = &self.locale.messages().map;
        let (state, on_change, data) = (self.state, self.on_change, self.data.clone());
        let first = years.first().copied()?;
        let may = {
            let next = state.get_untracked().with_year(&data, years.last().copied()?);
            !next.earlier(&data).is_empty()
        };
        if !may {
            return None;
        }
        let choose = {
            let data = data.clone();
            move |event| {
                let year = pointer::value(&event).and_then(|v| v.parse::<i16>().ok());
                let now = state.get_untracked();
                let since = year.filter(|year| now.earlier(&data).contains(year));
                on_change.run(MapState { since, ..now });
            }
        };
        let options =
            std::iter::once(None).chain(years.iter().copied().map(Some)).map(|year: Option<i16>| {
                let value = year.map(|y| y.to_string()).unwrap_or_default();
                let words = if value.is_empty() { t.since_none } else { value.as_str() };
                let option = el("option").attr("value", &value).text(words);
                // Years that are not earlier stay in the list, shut, so that it does not jump.
                option
                    .flag_now("disabled", move || year.is_some_and(|y| y >= state.get().year))
                    .prop_now("selected", move || state.get().since == year)
            });
        let shut = move || state.get().year == first;
        Some(
            el("label")
                .class("map-since")
                .add(el("span").text(t.since))
                .add(el("select").flag_now("disabled", shut).on("change", choose).all(options.collect())),
        )
    }
}
