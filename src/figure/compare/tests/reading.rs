//! Comparisons as a reader goes through them: by keyboard, with sources, the own province first.
use super::*;

#[test]
fn the_keyboard_reaches_every_point() {
    for query in ["", "?chi-so=egdi-rank,internet-users", "?tinh=01,48,92&chi-so=density"] {
        let chart = chart(query, Locale::Vi);
        let mut seen = std::collections::BTreeSet::new();
        let mut at = chart.step(None, Step::First);
        while let Some(here) = at.filter(|here| seen.insert(*here)) {
            let mut along = chart.step(Some(here), Step::First);
            while let Some(next) = along {
                seen.insert(next);
                along = chart.step(Some(next), Step::Forward).filter(|to| *to != next);
            }
            at = chart.step(Some(here), Step::Down);
        }
        assert_eq!(seen.len(), chart.len(), "{query}");
    }
}

#[test]
fn every_indicator_has_its_sources() {
    for query in many() {
        let (of, _) = asked(&query);
        let chart = of.chart(data(), Locale::En).unwrap();
        let origins = of.origins(data(), &chart);
        assert_eq!(origins.iter().map(|o| o.id.as_str()).collect::<Vec<_>>(), of.indicators, "{query}");
        assert!(
            origins.iter().all(|o| !o.sources.is_empty() && !o.latest.is_empty()),
            "{query}: {origins:?}"
        );
    }
}

#[test]
fn the_readers_own_province_comes_first() {
    for query in ["?tinh=48,01,77&chi-so=density", "?tinh=48,01,77", "?tinh=48,01,77&chi-so=dti-rank"] {
        let summary = chart(query, Locale::Vi).summary;
        assert!(summary.starts_with("Đà Nẵng: "), "{query}: {summary}");
        assert!(summary.contains("So với Đà Nẵng năm"), "{query}: {summary}");
    }
}
