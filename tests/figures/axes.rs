//! The axes: named, and named enough to read a value from.

use crate::all::pictures_and_choices;
use crate::none;
use crate::words::{Words, words};
use ngay_so::figure::Kind;
use ngay_so::scene::Role;
use std::collections::BTreeSet;

#[test]
fn times_and_names_are_written() {
    let mut faults = Vec::new();
    for p in pictures_and_choices() {
        let chart = &p.figure.chart;
        let words = words(&p.scene.marks);
        let said = |role: &[Role]| -> Vec<&str> {
            words.iter().filter(|w| role.contains(&w.role)).map(|w| w.text.as_str()).collect()
        };
        let data = || chart.series.iter().flat_map(|s| &s.data);
        let years: BTreeSet<String> = data().map(|d| d.date.year().to_string()).collect();
        let (first, last) = (years.first().cloned(), years.last().cloned());
        let ends: Vec<String> = [first, last].into_iter().flatten().collect();
        let lying =
            chart.kind == Kind::Bars && data().any(|d| d.date.month().is_some()) && chart.series.len() == 1;
        let (role, owed): (&[Role], Vec<String>) = match chart.kind {
            // Rows carry their dates themselves, every one.
            Kind::Bars if lying => (&[Role::Tick], data().map(|d| d.when.clone()).collect()),
            Kind::Line | Kind::Bars | Kind::Multiples => (&[Role::Tick], ends),
            Kind::Slope => (&[Role::Head], ends),
            Kind::Dumbbell => (&[Role::Head], years.iter().cloned().collect()),
            Kind::Dots => (&[Role::Name, Role::EndLabel], data().map(|d| d.when.clone()).collect()),
        };
        let said = said(role);
        // A long name may be cut, which then says so.
        let found = |word: &String| {
            said.iter().any(|w| {
                w == word
                    || w.strip_suffix('…')
                        .is_some_and(|w| w.chars().count() > 6 && word.starts_with(w.trim_end()))
            })
        };
        let missing: Vec<_> = owed.iter().filter(|word| !found(word)).collect();
        if !missing.is_empty() {
            faults.push(format!("{}: trục thiếu {missing:?}, chỉ có {said:?}", p.name));
        }
    }
    none(faults);
}

/// A value axis has at least two numbers, or no other value could be read; and no number twice.
#[test]
fn values_can_be_read_off() {
    let mut faults = Vec::new();
    for p in pictures_and_choices() {
        let chart = &p.figure.chart;
        let lying = chart.kind == Kind::Bars
            && chart.series.iter().flat_map(|s| &s.data).any(|d| d.date.month().is_some());
        // Slopes and rows of snapshots carry their numbers at the marks.
        if chart.kind == Kind::Slope || lying || chart.is_empty() {
            continue;
        }
        let years: Vec<String> =
            chart.series.iter().flat_map(|s| &s.data).map(|d| d.date.year().to_string()).collect();
        let words = words(&p.scene.marks);
        let ticks: Vec<&Words> =
            words.iter().filter(|w| w.role == Role::Tick && !years.contains(&w.text)).collect();
        if ticks.len() < 2 {
            let ticks: Vec<&str> = ticks.iter().map(|w| w.text.as_str()).collect();
            faults.push(format!("{}: trục giá trị chỉ có {ticks:?}", p.name));
        }
        // Two ticks that read the same cannot both be right.
        if chart.kind != Kind::Multiples {
            let told: BTreeSet<&str> = ticks.iter().map(|w| w.text.as_str()).collect();
            let numbers = ticks.iter().filter(|w| w.text.chars().any(|c| c.is_ascii_digit())).count();
            if told.iter().filter(|t| t.chars().any(|c| c.is_ascii_digit())).count() != numbers {
                faults.push(format!(
                    "{}: trục lặp số {:?}",
                    p.name,
                    ticks.iter().map(|w| &w.text).collect::<Vec<_>>()
                ));
            }
        }
    }
    none(faults);
}
