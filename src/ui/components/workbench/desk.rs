//! What lies on the desk: the indicator, the reader's view of it as the address says, and the chart that follows.

use crate::data::Indicator;
use crate::figure::{Chart, View};
use crate::route::params;
use crate::text::fill;
use crate::ui::components::plot::Active;
use crate::ui::context::Context;
use leptos::prelude::*;
use std::sync::Arc;

/// The desk. Cheap to clone.
#[derive(Clone)]
pub struct Desk {
    /// The surroundings.
    pub cx: Context,
    id: Arc<str>,
    /// The reader's view.
    pub view: Memo<View>,
    /// The chart of the view.
    pub chart: Signal<Arc<Chart>>,
    /// What is being looked at.
    pub active: Active,
}

impl Desk {
    /// The desk of an indicator. What the address asks for and the indicator does not have is said once, and the
    /// author's view shown instead.
    pub fn new(cx: &Context, indicator: &Indicator) -> Self {
        let id: Arc<str> = indicator.id.as_str().into();
        let first = View::first(indicator);
        let (asked, data, of) = (cx.search, cx.data.clone(), id.clone());
        let read = Memo::new(move |_| {
            let pairs = params::read(&asked.get());
            let Some(indicator) = data.indicator(&of) else { return (first.clone(), Vec::new()) };
            View::read(&data, indicator, |name| params::get(&pairs, name))
        });
        let view = Memo::new(move |_| read.get().0);
        let (notice, t) = (cx.notice, cx.t());
        Effect::new(move |_| {
            let bad = read.get().1;
            if !bad.is_empty() {
                let pairs = params::read(&asked.get_untracked());
                let said = bad.iter().map(|name| {
                    let value: String =
                        params::get(&pairs, name).unwrap_or_default().chars().take(20).collect();
                    format!("{name}={value}")
                });
                let what = said.collect::<Vec<_>>().join(", ");
                notice.set(Some(fill(t.boot.bad_query, &[("what", &what)])));
            }
        });
        let mine = cx.mine;
        Effect::new(move |_| {
            if let Some(code) = view.get().mine() {
                mine.set(Some(code));
            }
        });
        // Tab and emphasis change nothing in the picture.
        let drawn = Memo::new(move |_| {
            let view = view.get();
            View { tab: crate::figure::Tab::Chart, focus: None, ..view }
        });
        let (data, of, locale) = (cx.data.clone(), id.clone(), cx.locale);
        let indicator_of = move || data.indicator(&of).map(|i| Chart::view(&data, i, &drawn.get(), locale));
        let chart = Memo::new_with_compare(
            move |last: Option<&Option<Arc<Chart>>>| {
                indicator_of().map(Arc::new).or_else(|| last.cloned().flatten())
            },
            |a, b| match (a.cloned().flatten(), b.cloned().flatten()) {
                (Some(a), Some(b)) => !Arc::ptr_eq(&a, &b),
                _ => true,
            },
        );
        let fallback = Arc::new(Chart::of(&cx.data, indicator, cx.locale));
        let chart = Signal::derive(move || chart.get().unwrap_or_else(|| fallback.clone()));
        Self { cx: cx.clone(), id, view, chart, active: RwSignal::new(None) }
    }

    /// The indicator.
    pub fn indicator(&self) -> Option<&Indicator> {
        self.cx.data.indicator(&self.id)
    }

    /// Changes the view: as a step that Back undoes, or in place while something moves.
    pub fn change(&self, as_step: bool, change: impl FnOnce(&mut View)) {
        let Some(indicator) = self.indicator() else { return };
        let mut view = self.view.get_untracked();
        change(&mut view);
        self.cx.go(&view.query(indicator), as_step);
    }

    /// The author's view again; the tab and the reader's own province stay.
    pub fn reset(&self) {
        let Some(indicator) = self.indicator() else { return };
        let first = View::first(indicator);
        self.change(true, |view| *view = View { tab: view.tab, ..first });
    }

    /// The address of the page with a view, for links that work without a script and open in new windows.
    pub fn href(&self, change: impl FnOnce(&mut View)) -> String {
        let Some(indicator) = self.indicator() else { return String::new() };
        let mut view = self.view.get();
        change(&mut view);
        params::with(&self.cx.search.get(), &view.query(indicator))
    }
}
