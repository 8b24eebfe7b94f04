//! The series of a chart as buttons: the one that is pressed stands out, the others step back.

use super::desk::Desk;
use crate::figure::Chart;
use crate::scene::svg::{Tag, num};
use crate::ui::components::el::{El, el, row, shape};
use leptos::prelude::*;

/// The legend; nothing for a single series.
pub(super) fn legend(desk: &Desk) -> AnyView {
    let chart = desk.chart.get();
    let t = desk.cx.t();
    let named: Vec<(String, String, u8)> = chart
        .series
        .iter()
        .filter(|s| !s.name.is_empty() && s.tone < 8)
        .map(|s| (s.id.clone(), s.name.clone(), s.tone))
        .collect();
    if named.len() < 2 || desk.indicator().is_none_or(crate::data::Indicator::is_provincial) {
        return ().into_any();
    }
    let buttons = named.into_iter().map(|(id, name, tone)| button(desk, id, &name, tone));
    let group = el("div")
        .class("legend")
        .attr("role", "group")
        .attr("aria-label", t.work.series)
        .add(el("span").attr("aria-hidden", "true").text(t.work.series))
        .all(buttons.collect());
    row(vec![group])
}

fn button(desk: &Desk, id: String, name: &str, tone: u8) -> El {
    let (view, desk, own) = (desk.view, desk.clone(), id.clone());
    let pressed = move || view.get().focus.as_deref() == Some(id.as_str());
    el("button")
        .attr("type", "button")
        .class("chip-button")
        .attr_now("aria-pressed", move || pressed().to_string())
        .on("click", move |_| {
            desk.change(true, |view| {
                view.focus =
                    if view.focus.as_deref() == Some(own.as_str()) { None } else { Some(own.clone()) };
            });
        })
        .add(sample(tone))
        .text(name)
}

/// The line and the point of a tone, small.
fn sample(tone: u8) -> El {
    let class = |role: &str| format!("{role} t{}", tone + 1);
    let (line, point) = (class("m-line"), class("m-point"));
    let y = num(7.0);
    let mark = match tone % 4 {
        1 => {
            shape(Tag::Rect, &[("class", &point), ("x", "9"), ("y", "3.5"), ("width", "7"), ("height", "7")])
        }
        2 => shape(Tag::Path, &[("class", &point), ("d", "M12.5 2.5L16.5 10L8.5 10Z")]),
        3 => shape(Tag::Path, &[("class", &point), ("d", "M12.5 2L17 7L12.5 12L8 7Z")]),
        _ => shape(Tag::Circle, &[("class", &point), ("cx", "12.5"), ("cy", &y), ("r", "3.5")]),
    };
    shape(Tag::Svg, &[("viewBox", "0 0 25 14"), ("width", "25"), ("height", "14"), ("aria-hidden", "true")])
        .add(shape(Tag::Line, &[("class", &line), ("x1", "1"), ("y1", &y), ("x2", "24"), ("y2", &y)]))
        .add(mark)
}

/// The series that the reader has chosen to stand out.
pub(super) fn chosen(desk: &Desk) -> Signal<Option<usize>> {
    let (view, chart) = (desk.view, desk.chart);
    Signal::derive(move || {
        let focus = view.get().focus?;
        chart.get().series.iter().position(|s| s.id == focus)
    })
}

/// The tone that stands out, from 1; 0 for none.
pub(super) fn only(desk: &Desk) -> Signal<u8> {
    let (view, chart) = (desk.view, desk.chart);
    Signal::derive(move || {
        let focus = view.get().focus;
        let tone = |chart: &Chart, id: &str| chart.series.iter().find(|s| s.id == id).map(|s| s.tone + 1);
        focus.and_then(|id| tone(&chart.get(), &id)).unwrap_or(0)
    })
}
