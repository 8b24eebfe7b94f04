//! What the map of the merger says: how many were merged, who kept a name, who moved its seat.

use super::map::{MapFigure, MapUnit, listed};
use crate::text::fill;

/// Title and three sentences.
pub(super) fn say(figure: &MapFigure) -> (String, Vec<String>) {
    let t = &figure.locale.messages().map;
    let all = figure.table();
    let of = |wanted: &dyn Fn(&MapUnit) -> bool| -> Vec<&MapUnit> {
        all.iter().copied().filter(|u| wanted(u)).collect()
    };
    let alone = of(&|u| u.members.len() == 1);
    let (two, three) = (of(&|u| u.members.len() == 2), of(&|u| u.members.len() > 2));
    let merged = two.len() + three.len();
    // A new unit whose seat is not where its name comes from surprises most.
    let moved = of(&|u| u.members.len() > 1 && !u.members.iter().any(|m| m.heir && m.name == u.seat));
    let n = |units: &[&MapUnit]| units.len().to_string();
    let old: usize = all.iter().map(|u| u.members.len()).sum();
    let title = fill(
        t.title_merger,
        &[("n", &merged.to_string()), ("count", &all.len().to_string()), ("old", &old.to_string())],
    );
    let names = |units: &[&MapUnit]| {
        let names: Vec<&str> = units.iter().map(|u| u.name.as_str()).collect();
        listed(&names, figure.locale)
    };
    let seats: Vec<String> =
        (moved.iter()).map(|u| fill(t.seat_of, &[("name", &u.name), ("seat", &u.seat)])).collect();
    let seats: Vec<&str> = seats.iter().map(String::as_str).collect();
    let sentences = vec![
        fill(t.merger_kept, &[("n", &n(&alone)), ("units", &names(&alone))]),
        fill(t.merger_joined, &[("two", &n(&two)), ("three", &n(&three)), ("units", &names(&three))]),
        fill(t.merger_seats, &[("n", &n(&moved)), ("units", &listed(&seats, figure.locale))]),
    ];
    (title, sentences)
}
