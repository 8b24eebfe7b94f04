//! The ruler: four zones of equal width, a dot for the estimate, a bar for the range that holds 80 %.

use super::super::parts::strip;
use super::super::words;
use crate::quiz::bank::Bank;
use crate::quiz::engine::BANDS;
use crate::quiz::report::{Range, band, place};
use crate::scene::svg::{Tag, num};
use crate::text::{Locale, fill};
use crate::ui::components::el::{El, el, shape};

/// The overall ruler with its names below.
pub(in super::super) fn ruler(bank: &Bank, range: Range, locale: Locale) -> El {
    let t = &locale.messages().quiz;
    let cuts = bank.cuts();
    let name = |ability: f64| words::band(bank, band(ability, cuts), locale);
    let (at, from, to) = (name(range.mean), name(range.low), name(range.high));
    let message = if from == to { t.ruler_text_one } else { t.ruler_text };
    let text = fill(message, &[("band", &at), ("from", &from), ("to", &to)]);
    let names = (0..BANDS).map(|zone| el("li").text(&words::band(bank, zone, locale))).collect();
    el("div")
        .class("quiz-ruler")
        .add(scale(range, cuts, band(range.mean, cuts), 36))
        .add(el("ol").class("quiz-zones").attr("aria-hidden", "true").all(names))
        .add(el("p").text(&text))
}

/// The picture alone; the words beside it say the same.
pub(super) fn scale(range: Range, cuts: [f64; BANDS - 1], zone: usize, height: u8) -> El {
    let percent = |ability: f64| num(place(ability, cuts) * 100.0) + "%";
    let (low, mean, high) = (percent(range.low), percent(range.mean), percent(range.high));
    let (tall, middle) = (height.to_string(), height / 2);
    let zones = (0..BANDS).map(|i| {
        let class = if i == zone { "quiz-zone quiz-zone-here" } else { "quiz-zone" };
        let x = num(i as f64 * 100.0 / BANDS as f64) + "%";
        shape(Tag::Rect, &[("class", class), ("x", &x), ("y", "0"), ("width", "24.6%"), ("height", &tall)])
    });
    let line = |x1: &str, x2: &str, y1: u8, y2: u8| {
        let (y1, y2) = (y1.to_string(), y2.to_string());
        shape(Tag::Line, &[("class", "quiz-range"), ("x1", x1), ("x2", x2), ("y1", &y1), ("y2", &y2)])
    };
    let mut shapes: Vec<El> = zones.collect();
    shapes.push(line(&low, &high, middle, middle));
    shapes.push(line(&low, &low, middle - 5, middle + 5));
    shapes.push(line(&high, &high, middle - 5, middle + 5));
    let (y, r) = (middle.to_string(), middle.min(8).to_string());
    shapes.push(shape(Tag::Circle, &[("class", "quiz-here"), ("cx", &mean), ("cy", &y), ("r", &r)]));
    strip("quiz-scale", &tall, shapes)
}
