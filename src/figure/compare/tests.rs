//! Comparisons on the real data: every mode, every kind of address, and what must hold of any of them.
use super::*;
use crate::data::Status;
use crate::figure::pivot::Pivot;
use crate::figure::table::Table;
use crate::figure::{Size, Step};
use crate::scene::{Anchor, Role, Scene, Shape, metrics, svg};
use std::sync::OnceLock;

mod reading;

fn data() -> &'static Dataset {
    static DATA: OnceLock<Arc<Dataset>> = OnceLock::new();
    DATA.get_or_init(|| {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data");
        crate::site::content::load(&folder).unwrap_or_else(|_| panic!("dữ liệu hỏng")).dataset
    })
}

fn asked(query: &str) -> (Comparison, Vec<&'static str>) {
    let pairs = crate::route::params::read(query);
    Comparison::read(data(), |name| crate::route::params::get(&pairs, name))
}

fn chart(query: &str, locale: Locale) -> Chart {
    let (of, bad) = asked(query);
    assert_eq!(bad, Vec::<&str>::new(), "{query}");
    of.chart(data(), locale).unwrap()
}

/// Comparisons of every kind: each provincial indicator with few and many provinces, and with one; national
/// indicators in twos, threes and fours.
fn many() -> Vec<String> {
    let mut out = vec![String::new(), "?tinh=48".into(), "?tinh=92,95,96&nam=2021".into()];
    let local: Vec<&str> =
        data().indicators.iter().filter(|i| i.is_provincial()).map(|i| i.id.as_str()).collect();
    for id in &local {
        for units in ["01,79", "01,48,92", "77,46,02,96"] {
            out.push(format!("?tinh={units}&chi-so={id}"));
        }
    }
    for pair in local.windows(2) {
        out.push(format!("?tinh=48&chi-so={}", pair.join(",")));
        out.push(format!("?tinh=79,46,77&chi-so={}", pair.join(",")));
    }
    for four in local.windows(4) {
        out.push(format!("?tinh=01,79,48,77&chi-so={}", four.join(",")));
    }
    let country: Vec<&str> =
        data().indicators.iter().filter(|i| !i.is_provincial()).map(|i| i.id.as_str()).collect();
    for (i, a) in country.iter().enumerate() {
        out.extend(country.iter().skip(i + 1).take(3).map(|b| format!("?chi-so={a},{b}")));
    }
    for size in [3, 4] {
        out.extend(country.windows(size).map(|set| format!("?chi-so={}", set.join(","))));
    }
    out
}

fn scenes() -> &'static [(String, Chart, Scene)] {
    static SCENES: OnceLock<Vec<(String, Chart, Scene)>> = OnceLock::new();
    SCENES.get_or_init(draw_all)
}

fn draw_all() -> Vec<(String, Chart, Scene)> {
    let mut out = Vec::new();
    for query in many() {
        for locale in Locale::ALL {
            let chart = chart(&query, locale);
            for size in [Size::Wide, Size::Narrow, Size::Px(280)] {
                let name = format!("{query} {} {size:?}", locale.tag());
                out.push((name, chart.clone(), chart.draw(size)));
            }
        }
    }
    out
}

#[test]
fn an_address_is_read_back() {
    for query in [
        "",
        "?tinh=48",
        "?tinh=01,79&chi-so=dti-rank",
        "?tinh=01,79&nam=2021-2023",
        "?tinh=01&nam=2022",
        "?chi-so=egdi-rank,gii-rank",
        "?chi-so=egdi-rank,internet-users,gci-rank,economy-sea&nam=2010-2020",
        "?tinh=48,01&chi-so=papi-egov,papi-internet",
    ] {
        let (of, bad) = asked(query);
        assert!(bad.is_empty(), "{query}: {bad:?}");
        let again = crate::route::params::with("", &of.query());
        assert_eq!(again, query);
    }
    // What is the default anyway leaves no trace.
    assert_eq!(asked("?chi-so=papi-egov&nam=2020-2024").0, Comparison::first());
}

#[test]
fn nonsense_gives_the_default_and_is_named() {
    let long = format!("?tinh={}", "01,".repeat(4000));
    for (query, names) in [
        ("?tinh=xx", vec!["tinh"]),
        ("?tinh=01,01", vec!["tinh"]),
        ("?tinh=01,02,04,06,08", vec!["tinh"]),
        (long.as_str(), vec!["tinh"]),
        ("?chi-so=<b>", vec!["chi-so"]),
        ("?chi-so=egdi-rank,papi-egov", vec!["chi-so"]),
        ("?nam=2024-2020", vec!["nam"]),
        ("?nam=1800", vec!["nam"]),
        ("?nam=hai", vec!["nam"]),
        ("?tinh=&chi-so=&nam=", vec!["tinh", "chi-so", "nam"]),
    ] {
        let (of, bad) = asked(query);
        assert_eq!(bad, names, "{}", &query[..query.len().min(40)]);
        assert!(of.units.len() <= MOST && !of.indicators.is_empty() && of.years.is_none());
        assert!(of.chart(data(), Locale::Vi).is_some_and(|c| !c.is_empty()));
    }
    assert_eq!(asked("?tinh=xx&chi-so=no").0, Comparison::first());
    // The first indicator says what is meant; the others of its kind stay.
    assert_eq!(asked("?chi-so=papi-egov,egdi-rank,population").0.indicators, ["papi-egov", "population"]);
    assert_eq!(asked("?tinh=01,xx,79").0.units.len(), 2);
}

#[test]
fn nothing_is_compared_with_itself_alone() {
    let (of, bad) = asked("?chi-so=gci-rank");
    assert!(bad.is_empty());
    assert_eq!(of.mode(data()), Mode::Country);
    assert_eq!(of.indicators.len(), 2);
    let (own, _) = asked("?tinh=79");
    assert_eq!(
        own.shown_units(data()).iter().map(ToString::to_string).collect::<Vec<_>>(),
        ["79", "01", "48"]
    );
    let words = chart("?tinh=79", Locale::Vi).key.join(" ");
    assert!(words.contains(Locale::Vi.messages().compare.padded), "{words}");
}

#[test]
fn modes_and_places_change_what_they_say_and_nothing_else() {
    let (of, _) = asked("?tinh=48,01&chi-so=dti-rank");
    assert_eq!(of.mode(data()), Mode::Provinces);
    for mode in Mode::ALL {
        let next = of.in_mode(data(), mode);
        assert_eq!(next.mode(data()), mode);
        assert_eq!(next.units, of.units, "the reader's provinces stay");
        let kept = next.in_mode(data(), mode);
        assert_eq!(kept, next);
    }
    let local = of.in_mode(data(), Mode::Local);
    assert_eq!(local.indicators, ["dti-rank", "papi-internet"]);
    let three = local.with_indicator(data(), 2, "population");
    assert_eq!(three.indicators, ["dti-rank", "papi-internet", "population"]);
    assert_eq!(three.with_indicator(data(), 2, "").indicators, local.indicators);
    assert_eq!(three.with_indicator(data(), 1, "density").indicators, ["dti-rank", "density", "population"]);
    let some = of.with_indicator(data(), 0, "papi-egov").with_years(data(), 2023, 2021);
    assert_eq!(some.years, Some((2021, 2023)));
    // Years that another indicator does not have are forgotten.
    let (late, _) = asked("?tinh=01,79&nam=2024");
    assert_eq!(late.with_indicator(data(), 0, "population").years, None);
}

#[test]
fn the_difference_is_that_of_the_numbers_shown() {
    let indicator = data().indicator("papi-egov").unwrap();
    let codes: Vec<Code63> = data().provinces.iter().map(|p| p.code).collect();
    let mut told = 0;
    for pair in codes.windows(2) {
        let both = [pair[0], pair[1]].map(|c| indicator.at(c, 2024));
        let [Some(_), Some(_)] = both else { continue };
        let chart = chart(&format!("?tinh={},{}", pair[0], pair[1]), Locale::Vi);
        let shown: Vec<f64> = chart
            .series
            .iter()
            .filter_map(|s| s.data.last())
            .map(|d| d.number.replace(',', ".").parse().unwrap())
            .collect();
        let gap = crate::text::number::format((shown[0] - shown[1]).abs(), 2, Locale::Vi);
        let high = &chart.series[usize::from(shown[1] > shown[0])].name;
        if (shown[0] - shown[1]).abs() < 0.005 {
            assert!(chart.title.contains("bằng nhau"), "{}", chart.title);
        } else {
            assert!(chart.title.contains(&format!("{high} hơn ")), "{} / {shown:?}", chart.title);
            assert!(chart.title.contains(&format!(" {gap} điểm ")), "{} / {shown:?}", chart.title);
            told += 1;
        }
    }
    assert!(told > 30, "{told}");
}

#[test]
fn titles_state_a_finding_in_words_of_the_measure() {
    for (query, words) in [
        ("", "Hà Nội cao nhất, Cần Thơ thấp nhất, cách nhau 0,67 điểm năm 2024"),
        ("?tinh=48,01&chi-so=dti-rank", "Đà Nẵng đứng trên Hà Nội 23 bậc năm 2022"),
        ("?tinh=48,79&chi-so=dti-rank", "Đà Nẵng đứng trên TP. Hồ Chí Minh 1 bậc năm 2022"),
        ("?tinh=01,48&chi-so=population", "Hà Nội gấp 6,9 lần Đà Nẵng năm 2022"),
        ("?tinh=02,01&chi-so=committee-party-secretary", "có: Hà Giang; không: Hà Nội (năm 2022)"),
        (
            "?chi-so=egdi-rank,gci-rank",
            "Từ 2014 đến 2024: Hạng Chính phủ điện tử (EGDI) tăng 28 bậc; Hạng An ninh mạng toàn cầu (GCI) tăng 59 bậc",
        ),
        ("?chi-so=egdi-rank,gii-rank,gci-rank", "cả 3 chỉ báo đều đi lên"),
        ("?tinh=01,48&chi-so=papi-egov,papi-internet", "Hà Nội cao nhất ở cả 2 chỉ báo"),
        ("?tinh=48&chi-so=papi-egov,dti-rank", "cao nhất là thứ 1 trong 63 về"),
    ] {
        let title = chart(query, Locale::Vi).title;
        assert!(title.contains(words), "{query}: {title}");
    }
}

#[test]
fn no_title_is_empty_and_no_hole_is_left() {
    for query in many() {
        for locale in Locale::ALL {
            let chart = chart(&query, locale);
            let words = [chart.title.clone(), chart.summary.clone(), chart.key.join(" ")].join(" ");
            assert!(!chart.title.is_empty() && !chart.summary.is_empty(), "{query}");
            for bad in ["{", "}", "NaN", "—", "  ", "..", " ."] {
                assert!(!words.contains(bad), "{query} {}: \"{bad}\" in {words}", locale.tag());
            }
        }
    }
}

#[test]
fn panels_are_the_whole_and_every_datum_stands_once() {
    for (name, chart, scene) in scenes() {
        let parts: Vec<_> = chart.panels.iter().flat_map(|p| &p.series).collect();
        if !chart.panels.is_empty() {
            assert_eq!(parts.len(), chart.series.len(), "{name}");
        }
        for (whole, part) in chart.series.iter().zip(parts) {
            assert_eq!(
                whole.data.iter().map(|d| (&d.x, &d.text)).collect::<Vec<_>>(),
                part.data.iter().map(|d| (&d.x, &d.text)).collect::<Vec<_>>(),
                "{name}"
            );
        }
        let mut ids: Vec<&str> = chart.series.iter().map(|s| s.id.as_str()).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), chart.series.len(), "{name}: series need ids of their own");
        assert_eq!(scene.hits.len(), chart.len(), "{name}");
        let points = scene.marks.iter().filter(|m| matches!(m.role, Role::Point | Role::Hollow));
        assert_eq!(points.filter(|m| !m.attrs.is_empty()).count(), chart.len(), "{name}");
        let hollow = chart.series.iter().flat_map(|s| &s.data).filter(|d| d.status == Status::Unverified);
        assert_eq!(scene.marks.iter().filter(|m| m.role == Role::Hollow).count(), hollow.count(), "{name}");
    }
}

#[test]
fn table_pivot_and_speech_hold_the_same_numbers() {
    for query in many() {
        let (of, _) = asked(&query);
        for locale in Locale::ALL {
            let chart = of.chart(data(), locale).unwrap();
            let table = Table::new(&chart);
            let pivot = Pivot::new(&of, data(), &chart);
            assert!(pivot.rows.iter().all(|r| r.len() == pivot.head.len()), "{query}");
            let cells: Vec<&String> = pivot.rows.iter().flat_map(|r| r.iter().skip(pivot.heads)).collect();
            let none = locale.messages().compare.none;
            assert_eq!(cells.iter().filter(|c| **c != none).count(), chart.len(), "{query}: {pivot:#?}");
            let mut row = table.rows.iter();
            for (s, series) in chart.series.iter().enumerate() {
                for (i, d) in series.data.iter().enumerate() {
                    let said = chart.say(s, i).unwrap();
                    let line = row.next().unwrap();
                    assert!(
                        said.contains(&line.value) || line.value.contains(&d.number),
                        "{said} / {line:?}"
                    );
                    assert!(said.contains(&d.number) && said.contains(&d.when), "{said}");
                    assert!(cells.iter().any(|c| c.starts_with(&d.number)), "{query}: {}", d.number);
                }
            }
        }
    }
}

#[test]
fn one_unit_is_one_scale() {
    for query in ["", "?tinh=01,48,92&chi-so=population", "?chi-so=egdi-rank,gii-rank,gci-rank"] {
        let chart = chart(query, Locale::Vi);
        for size in Size::ALL {
            let scene = chart.draw(size);
            // In a row: equal values stand at equal heights, and better ones above worse ones.
            let mut all: Vec<(f64, f64)> = scene
                .hits
                .iter()
                .filter(|h| size == Size::Wide || h.series < 2)
                .map(|h| (chart.series[h.series].data[h.datum].value, h.y))
                .collect();
            all.sort_by(|a, b| a.0.total_cmp(&b.0));
            let sound =
                all.windows(2).all(|p| if chart.inverted { p[0].1 <= p[1].1 } else { p[0].1 >= p[1].1 });
            assert!(sound, "{query} {size:?}: {all:?}");
            assert!(chart.key[0].contains("cùng một thang"), "{:?}", chart.key);
        }
    }
    let own = chart("?chi-so=egdi-rank,internet-users", Locale::Vi);
    assert!(own.key[0].contains("thang riêng"), "{:?}", own.key);
}

#[test]
fn a_missing_year_is_a_gap_and_is_said() {
    let indicator = data().indicator("papi-egov").unwrap();
    let with_gap = data().provinces.iter().find(|p| {
        let has = |y| indicator.at(p.code, y).is_some();
        has(2020) && has(2024) && !(has(2021) && has(2022) && has(2023))
    });
    let province = with_gap.expect("some province has a gap");
    let chart = chart(&format!("?tinh={},01", province.code), Locale::Vi);
    let missing = indicator.years.iter().find(|y| indicator.at(province.code, **y).is_none()).unwrap();
    assert!(chart.summary.contains(&format!("{}: {missing}", province.name.vi)), "{}", chart.summary);
    // Its own line is broken: more than one path, or points that no path joins.
    let scene = chart.draw(Size::Wide);
    let joined: usize = scene
        .marks
        .iter()
        .filter(|m| m.role == Role::Line && m.series == 0 && m.tone == 0)
        .map(|m| if let Shape::Path(d) = &m.shape { d.matches('L').count() } else { 0 })
        .sum();
    assert!(joined < chart.series[0].data.len() - 1, "{joined}");
}

/// Words as they are drawn: text, left, top, right, bottom.
fn words(scene: &Scene) -> Vec<(String, f64, f64, f64, f64)> {
    let one = |m: &crate::scene::Mark| {
        let Shape::Text { at: (x, y), text, size, weight, anchor } = &m.shape else { return None };
        let width = metrics::width(text, *size, *weight);
        let left = match anchor {
            Anchor::Start => *x,
            Anchor::Middle => x - width / 2.0,
            Anchor::End => x - width,
        };
        Some((text.clone(), left, y - size * 0.75, left + width, y + size * 0.2))
    };
    scene.marks.iter().filter_map(one).collect()
}

#[test]
fn words_stand_inside_and_apart() {
    let mut faults = Vec::new();
    for (name, _, scene) in scenes() {
        let words = words(scene);
        for (i, a) in words.iter().enumerate() {
            if a.1 < -0.5 || a.2 < -0.5 || a.3 > scene.width + 0.5 || a.4 > scene.height + 0.5 {
                faults.push(format!("{name}: \"{}\" sticks out", a.0));
            }
            for b in words.iter().skip(i + 1) {
                if a.1 < b.3 - 0.5 && b.1 < a.3 - 0.5 && a.2 < b.4 - 0.5 && b.2 < a.4 - 0.5 {
                    faults.push(format!("{name}: \"{}\" and \"{}\" touch", a.0, b.0));
                }
            }
        }
        let text = svg::to_string(scene);
        if text.contains("NaN") || text.contains("inf") {
            faults.push(format!("{name}: no number"));
        }
    }
    assert!(
        faults.is_empty(),
        "{} faults:\n{}",
        faults.len(),
        faults.iter().take(60).cloned().collect::<Vec<_>>().join("\n")
    );
}
