//! Every chart as a melody: each datum has its tone, higher where the picture is higher, in the order and at the
//! distances of time, and the words said of it hold the number in words.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use ngay_so::data::{Dataset, Status};
use ngay_so::figure::compare::{Comparison, Mode};
use ngay_so::figure::sound::{CLOSEST_MS, HIGHEST_HZ, LOWEST_HZ, Melody, Speed, Timbre};
use ngay_so::figure::view::offers_log;
use ngay_so::figure::{Chart, Heads, Kind, View};
use ngay_so::site::content;
use ngay_so::text::{Date, Locale, spoken};
use std::path::Path;
use std::sync::{Arc, OnceLock};

fn data() -> &'static Dataset {
    static DATA: OnceLock<Arc<Dataset>> = OnceLock::new();
    DATA.get_or_init(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data");
        content::load(&folder).unwrap_or_else(|faults| panic!("{}", content::Report(&faults))).dataset
    })
}

/// Every indicator in every kind it can be drawn as, straight and logarithmic, and a comparison of every mode.
fn charts() -> Vec<Chart> {
    let data = data();
    let mut charts = Vec::new();
    for locale in Locale::ALL {
        for indicator in &data.indicators {
            for kind in Kind::offered(indicator) {
                for log in [false, true].into_iter().filter(|log| !log || offers_log(indicator)) {
                    let view = View { kind, log, ..View::first(indicator) };
                    charts.push(Chart::view(data, indicator, &view, locale));
                }
            }
        }
        let modes = Mode::ALL.map(|mode| Comparison::first().in_mode(data, mode).chart(data, locale));
        charts.extend(modes.into_iter().flatten());
    }
    charts.retain(|c| !c.is_empty());
    let has = |test: fn(&Chart) -> bool| charts.iter().any(test);
    assert!(has(|c| c.log) && has(|c| !c.panels.is_empty()) && has(|c| c.heads == Heads::Places));
    assert!(charts.len() >= 100, "{}", charts.len());
    charts
}

fn chart(id: &str, locale: Locale) -> Chart {
    Chart::new(data(), id, locale).unwrap()
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-6
}

#[test]
fn every_datum_has_one_tone() {
    for chart in charts() {
        let all: Vec<(usize, usize)> = chart
            .series
            .iter()
            .enumerate()
            .flat_map(|(s, c)| (0..c.data.len()).map(move |i| (s, i)))
            .collect();
        let played: Vec<_> = Melody::of(&chart, None).notes.iter().map(|n| (n.series, n.datum)).collect();
        assert_eq!(played, all, "{}", chart.id);
        for s in 0..chart.series.len() {
            let played: Vec<_> =
                Melody::of(&chart, Some(s)).notes.iter().map(|n| (n.series, n.datum)).collect();
            assert_eq!(played, all.iter().copied().filter(|n| n.0 == s).collect::<Vec<_>>(), "{}", chart.id);
        }
        assert!(Melody::of(&chart, Some(99)).notes.is_empty());
    }
}

#[test]
fn what_stands_higher_sounds_higher_and_the_scale_is_used_to_its_ends() {
    for chart in charts() {
        let melody = Melody::of(&chart, None);
        let tones: Vec<(f64, f64)> = melody
            .notes
            .iter()
            .map(|n| (chart.datum(n.series, n.datum).unwrap().1.value, n.pitch_hz))
            .collect();
        // Panels of different units have scales of their own; those of one unit share theirs.
        let mut start = 0;
        let mut scales: Vec<(String, bool, Vec<(f64, f64)>)> = Vec::new();
        for panel in &chart.panels {
            let of = &tones[start..start + panel.len()];
            start += panel.len();
            match scales.iter_mut().find(|s| s.0 == panel.unit) {
                Some(scale) => scale.2.extend(of),
                None => scales.push((panel.unit.clone(), panel.inverted, of.to_vec())),
            }
        }
        if chart.panels.is_empty() {
            scales.push((chart.unit.clone(), chart.inverted, tones.clone()));
        }
        for (unit, inverted, tones) in scales {
            for a in &tones {
                for b in &tones {
                    let higher = if inverted { a.0 < b.0 } else { a.0 > b.0 };
                    assert_eq!(higher, a.1 > b.1, "{} {unit}: {a:?} {b:?}", chart.id);
                }
            }
            let lowest = tones.iter().map(|t| t.1).fold(f64::INFINITY, f64::min);
            let highest = tones.iter().map(|t| t.1).fold(0.0, f64::max);
            assert!(near(lowest, LOWEST_HZ) && near(highest, HIGHEST_HZ), "{}: {lowest} {highest}", chart.id);
        }
        // One series of many keeps the scale of the chart.
        let alone: Vec<f64> = (0..chart.series.len())
            .flat_map(|s| Melody::of(&chart, Some(s)).notes.into_iter().map(|n| n.pitch_hz))
            .collect();
        assert_eq!(alone, tones.iter().map(|t| t.1).collect::<Vec<_>>());
    }
}

#[test]
fn equal_values_sound_in_the_middle() {
    for inverted in [false, true] {
        let mut chart = chart("egdi-rank", Locale::Vi);
        chart.inverted = inverted;
        for datum in &mut chart.series[0].data {
            datum.value = 7.0;
        }
        assert!(Melody::of(&chart, None).notes.iter().all(|n| near(n.pitch_hz, 440.0)));
        chart.series[0].data.truncate(1);
        assert!(near(Melody::of(&chart, None).notes[0].pitch_hz, 440.0));
        chart.series[0].data.clear();
        assert_eq!(Melody::of(&chart, None), Melody::default());
        chart.series.clear();
        assert_eq!(Melody::of(&chart, None), Melody::default());
    }
}

#[test]
fn tones_follow_time_and_never_run_together() {
    for chart in charts() {
        let melody = Melody::of(&chart, None);
        for pair in melody.notes.windows(2) {
            let wait = pair[1].at_ms - pair[0].at_ms;
            assert!(wait >= CLOSEST_MS && pair[0].for_ms < wait, "{}: {pair:?}", chart.id);
            if pair[0].series == pair[1].series {
                assert!(pair[0].pan <= pair[1].pan && pair[0].pan >= -1.0 && pair[1].pan <= 1.0);
            } else if chart.heads == Heads::Times {
                assert!(wait >= 600, "{}", chart.id);
            }
        }
        if chart.heads == Heads::Places {
            let waits: Vec<u32> = melody.notes.windows(2).map(|n| n[1].at_ms - n[0].at_ms).collect();
            assert!(waits.iter().all(|w| *w == waits[0]), "{}: {waits:?}", chart.id);
            continue;
        }
        // Of two distances in a series the longer in years is never the shorter in time.
        for s in 0..chart.series.len() {
            let notes = Melody::of(&chart, Some(s)).notes;
            let year = |i: usize| chart.series[s].data[i].date.as_year();
            let steps: Vec<(f64, u32)> = (1..notes.len())
                .map(|i| (year(i) - year(i - 1), notes[i].at_ms - notes[i - 1].at_ms))
                .collect();
            for a in &steps {
                assert!(steps.iter().all(|b| a.0 <= b.0 || a.1 >= b.1), "{}: {steps:?}", chart.id);
            }
        }
        let most = if chart.series.len() < 10 { 40_000 } else { 90_000 };
        assert!(melody.notes.last().unwrap().at_ms < most, "{} {:?}", chart.id, chart.kind);
    }
}

#[test]
fn a_gap_is_a_pause() {
    // The first nine months of 2021, 2022 and, after a year without figures, 2024.
    let chart = chart("ict-revenue", Locale::Vi);
    let notes = Melody::of(&chart, Some(1)).notes;
    let silence = |i: usize| notes[i + 1].at_ms - notes[i].at_ms - notes[i].for_ms;
    assert_eq!(notes.len(), 3);
    assert_eq!(notes[0].for_ms, notes[1].for_ms);
    assert!(silence(1) >= silence(0) * 3, "{notes:?}");
}

#[test]
fn places_of_one_date_sound_at_equal_distance() {
    let mut chart = chart("internet-users", Locale::Vi);
    chart.series.truncate(1);
    for datum in &mut chart.series[0].data {
        datum.date = Date::year_only(2024);
    }
    let notes = Melody::of(&chart, None).notes;
    let waits: Vec<u32> = notes.windows(2).map(|n| n[1].at_ms - n[0].at_ms).collect();
    assert!(waits.iter().all(|w| *w == waits[0] && *w >= CLOSEST_MS), "{waits:?}");
    assert!(near(notes[0].pan, -notes.last().unwrap().pan) && notes[0].pan < 0.0);
}

#[test]
fn a_logarithmic_axis_is_heard_as_one() {
    let indicator = data().indicator("fixed-broadband").unwrap();
    let of = |log| Chart::view(data(), indicator, &View { log, ..View::first(indicator) }, Locale::Vi);
    let mut chart = of(true);
    for (i, datum) in chart.series[0].data.iter_mut().enumerate() {
        datum.value = 10_f64.powi(i as i32 % 3);
    }
    let pitches: Vec<f64> = Melody::of(&chart, None).notes.iter().take(3).map(|n| n.pitch_hz).collect();
    assert!(near(pitches[0], 220.0) && near(pitches[1], 440.0) && near(pitches[2], 880.0), "{pitches:?}");
    chart.log = false;
    assert!(Melody::of(&chart, None).notes[1].pitch_hz < 300.0);
}

#[test]
fn a_province_is_said_with_its_place() {
    let indicator = data().indicator("papi-egov").unwrap();
    let chart = Chart::of(data(), indicator, Locale::Vi);
    let said: Vec<String> = Melody::of(&chart, None).notes.into_iter().map(|n| n.said).collect();
    assert!(said.iter().any(|s| s.contains(" điểm, thứ nhất trong sáu mươi")), "{said:?}");
}

#[test]
fn a_range_is_said_in_words() {
    let mut chart = chart("economy-sea", Locale::Vi);
    let last = chart.series[0].data.last_mut().unwrap();
    last.range = Some((37.0, 41.0));
    let said = Melody::of(&chart, None).notes.pop().unwrap().said;
    assert_eq!(said, "năm 2025: ba mươi chín tỷ đô la Mỹ, từ ba mươi bảy đến bốn mươi mốt");
}

#[test]
fn series_and_doubt_are_told_by_the_voice() {
    for chart in charts() {
        for note in Melody::of(&chart, None).notes {
            let (_, datum) = chart.datum(note.series, note.datum).unwrap();
            assert_eq!(note.timbre == Timbre::Hollow, datum.status == Status::Unverified, "{}", chart.id);
        }
    }
    let of = |s: usize| Melody::of(&chart("digital-economy", Locale::Vi), Some(s)).notes[0].timbre;
    assert_ne!(of(0), of(1));
}

#[test]
fn what_is_said_holds_all_that_is_shown() {
    let marks = regex::Regex::new(r"[{}%/²]|\d[.,]\d").unwrap();
    for chart in charts() {
        let t = &chart.locale.messages().figure;
        for note in Melody::of(&chart, None).notes {
            let (series, datum) = chart.datum(note.series, note.datum).unwrap();
            let when = spoken::when(&datum.when, chart.locale);
            let mut parts = vec![series.name.clone(), when, spoken::counts(&datum.rank, chart.locale)];
            if chart.panels.is_empty() {
                parts.push(spoken::quantity(datum.value, chart.decimals, &chart.unit, chart.locale));
                assert!(!marks.is_match(&note.said), "{}", note.said);
            }
            parts.extend(datum.out_of.map(|n| spoken::number(f64::from(n), 0, chart.locale)));
            parts.extend((datum.status == Status::Unverified).then(|| t.unverified.to_owned()));
            parts.extend((datum.status == Status::Derived).then(|| t.derived.to_owned()));
            for part in parts {
                assert!(note.said.contains(&part), "\"{}\" thiếu \"{part}\"", note.said);
            }
        }
    }
    let last = |id: &str, locale| Melody::of(&chart(id, locale), Some(0)).notes.pop().unwrap().said;
    assert_eq!(last("egdi-rank", Locale::Vi), "năm 2024: hạng bảy mươi mốt trên một trăm chín mươi ba");
    assert_eq!(last("egdi-rank", Locale::En), "2024: rank seventy-one of one hundred and ninety-three");
    assert_eq!(last("economy-sea", Locale::Vi), "năm 2025: ba mươi chín tỷ đô la Mỹ");
    assert_eq!(
        last("digital-economy", Locale::Vi),
        "Tổng cục Thống kê, năm 2025: mười bốn phẩy không hai phần trăm GDP"
    );
    assert_eq!(last("cns-teams", Locale::Vi), "ngày 10 tháng 10 năm 2024: chín mươi ba nghìn năm trăm tổ");
    let first = Melody::of(&chart("economy-sea", Locale::Vi), None).notes.remove(0).said;
    assert!(first.ends_with(": chín tỷ đô la Mỹ, chưa kiểm chứng"), "{first}");
}

#[test]
fn announcements_never_flood() {
    for chart in charts() {
        let melody = Melody::of(&chart, None);
        let last = melody.notes.len() - 1;
        for speed in Speed::ALL {
            assert!(melody.announces(0, speed) && melody.announces(last, speed));
            assert_eq!(melody.wait_ms(last, speed), None);
            let mut since = 10_000;
            for i in 0..=last {
                if melody.announces(i, speed) && i < last {
                    assert!(since >= 900, "{} {speed:?} {i}", chart.id);
                    since = 0;
                }
                since += melody.wait_ms(i, speed).unwrap_or_default();
                assert!(melody.wait_ms(i, speed).is_none_or(|wait| melody.length_ms(i, speed) < wait));
            }
        }
        assert!((0..=last).all(|i| melody.announces(i, Speed::Slow)), "{}", chart.id);
        // Series are always announced as they begin, unless they are as many as points.
        for speed in Speed::ALL.into_iter().filter(|_| chart.series.len() < 10) {
            let begins = (0..=last).filter(|i| melody.notes[*i].datum == 0);
            assert!(begins.into_iter().all(|i| melody.announces(i, speed)), "{}", chart.id);
        }
    }
}
