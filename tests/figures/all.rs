//! The figures that are tested: every indicator as every kind it is offered as, in both languages, at five widths, in
//! the author's view and in those a reader can reach with one or two choices.

use crate::data;
use ngay_so::data::{Code63, Indicator};
use ngay_so::figure::view::{MOST_UNITS, Order, offers_log, span};
use ngay_so::figure::{Chart, Kind, Size, View};
use ngay_so::scene::Scene;
use ngay_so::text::Locale;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// The sizes: those of the golden pictures and those that pages hold.
pub const SIZES: [Size; 5] = [Size::Px(320), Size::Px(640), Size::Px(960), Size::Wide, Size::Narrow];

/// A figure: an indicator in a view and a language.
pub struct Figure {
    /// `papi-egov doc vi`, and what a reader has chosen.
    pub name: String,
    pub indicator: &'static Indicator,
    pub chart: Chart,
}

/// A figure drawn at a size.
pub struct Picture {
    /// The figure's name and the size.
    pub name: String,
    pub figure: &'static Figure,
    pub scene: Scene,
}

impl Figure {
    fn new(name: &str, indicator: &'static Indicator, view: View, locale: Locale) -> Self {
        let name = format!("{} {} {}{name}", indicator.id, view.kind.word(), locale.tag());
        let chart = Chart::view(data(), indicator, &view, locale);
        Self { name, indicator, chart }
    }
}

/// The author's view of every indicator as every kind.
fn plain() -> Vec<(&'static Indicator, View)> {
    let all = data().indicators.iter();
    all.flat_map(|i| Kind::offered(i).into_iter().map(move |kind| (i, View { kind, ..View::first(i) })))
        .collect()
}

/// Every figure in the author's view of its kind.
pub fn figures() -> Vec<Figure> {
    let both =
        |(i, view): (&'static Indicator, View)| Locale::ALL.map(|l| Figure::new("", i, view.clone(), l));
    plain().into_iter().flat_map(both).collect()
}

/// The provinces with the longest names, as many as can be chosen.
fn long_names() -> Vec<Code63> {
    let mut all: Vec<_> = data().provinces.iter().collect();
    all.sort_by_key(|p| std::cmp::Reverse(p.name.get(Locale::Vi).chars().count()));
    all.into_iter().take(MOST_UNITS).map(|p| p.code).collect()
}

/// The author's view of a kind with one thing chosen otherwise, each with a word for it.
fn choices(indicator: &'static Indicator, view: &View) -> Vec<(&'static str, View)> {
    let (first, last) = span(indicator);
    let change = |change: &dyn Fn(&mut View)| {
        let mut changed = view.clone();
        change(&mut changed);
        changed
    };
    let mut out = vec![(" một năm", change(&|v| v.years = (last, last)))];
    if offers_log(indicator) {
        out.push((" log", change(&|v| v.log = true)));
    }
    if indicator.is_provincial() {
        out.extend([
            (" năm đầu", change(&|v| v.years = (first, first))),
            (" một tỉnh", change(&|v| v.units = long_names()[..1].to_vec())),
            (" tám tỉnh", change(&|v| v.units = long_names())),
            (" một vùng", change(&|v| v.region = data().regions63.first().map(|r| r.id.clone()))),
            (" theo tên", change(&|v| v.order = Order::Name)),
            (" theo vùng", change(&|v| v.order = Order::Region)),
            (
                " theo vùng, tám tỉnh, log",
                change(&|v| {
                    (v.order, v.units, v.log) = (Order::Region, long_names(), offers_log(indicator));
                }),
            ),
        ]);
    } else {
        let ids = indicator.series.iter().map(|s| s.id.clone());
        out.extend(ids.map(|id| (" chú ý", change(&|v| v.focus = Some(id.clone())))));
        if last - first > 3 {
            out.push((" ba năm cuối", change(&|v| v.years = (last - 2, last))));
            out.push((" ba năm đầu", change(&|v| v.years = (first, first + 2))));
        }
    }
    out
}

/// Every figure in the author's view, and in every view a choice away from it.
pub fn figures_and_choices() -> Vec<Figure> {
    let mut out = figures();
    for (indicator, view) in plain() {
        for (word, view) in choices(indicator, &view) {
            out.extend(Locale::ALL.map(|locale| Figure::new(word, indicator, view.clone(), locale)));
        }
    }
    out
}

fn drawn(figures: Vec<Figure>) -> Vec<Picture> {
    let figures: &'static [Figure] = figures.leak();
    let sizes = |figure: &'static Figure| {
        SIZES.map(|size| {
            let scene = figure.chart.draw(size);
            Picture { name: format!("{} {size:?}", figure.name), figure, scene }
        })
    };
    figures.iter().flat_map(sizes).collect()
}

/// Every figure at every size.
pub fn pictures() -> &'static [Picture] {
    static ALL: LazyLock<Vec<Picture>> = LazyLock::new(|| drawn(figures()));
    &ALL
}

/// Every figure in every view at every size.
pub fn pictures_and_choices() -> &'static [Picture] {
    static ALL: LazyLock<Vec<Picture>> = LazyLock::new(|| drawn(figures_and_choices()));
    &ALL
}

#[test]
fn every_indicator_is_drawn_and_every_kind_is_used() {
    let figures = figures();
    let drawn: BTreeSet<_> = figures.iter().map(|f| f.indicator.id.as_str()).collect();
    assert_eq!(drawn, data().indicators.iter().map(|i| i.id.as_str()).collect());
    assert!(drawn.len() >= 25, "{}", drawn.len());
    for kind in Kind::ALL {
        assert!(figures.iter().any(|f| f.chart.kind == kind), "{kind:?} không được dùng");
    }
}
