//! The pages of the provinces of today: who was merged, and that nothing is averaged for a new unit.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use ngay_so::data::{Code34, Dataset, Measure};
use ngay_so::figure::profile::{Profile, all};
use ngay_so::figure::profile_near::NEAR;
use ngay_so::geo::Geometry;
use ngay_so::scene::{Mark, Role, Shape, metrics, svg};
use ngay_so::text::Locale;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

fn world() -> (Dataset, Arc<Geometry>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data");
    let content = ngay_so::site::content::load(&folder).unwrap();
    let geometry = Arc::new(Geometry::parse(&content.topology).unwrap());
    (Dataset::try_from(content.raw).unwrap(), geometry)
}

fn code(text: &str) -> Code34 {
    Code34::parse(text).unwrap()
}

#[test]
fn it_says_who_was_merged_and_where_the_seat_is() {
    let (data, geometry) = world();
    let say = |c: &str, locale| Profile::new(&data, &geometry, code(c), locale).unwrap().origin.join(" ");
    assert_eq!(
        say("15", Locale::Vi),
        "Tỉnh Lào Cai hợp nhất từ Lào Cai và Yên Bái ngày 1/7/2025. Trung tâm hành chính đặt ở Yên Bái (cũ)."
    );
    assert_eq!(say("01", Locale::Vi), "TP. Hà Nội giữ nguyên, không sáp nhập ngày 1/7/2025.");
    assert!(say("79", Locale::En).contains("Binh Duong, "));
}

#[test]
fn every_value_is_that_of_one_old_unit() {
    let (data, geometry) = world();
    for new in &data.new_provinces {
        let profile = Profile::new(&data, &geometry, new.code, Locale::Vi).unwrap();
        assert_eq!(profile.rows.len(), data.indicators.iter().filter(|i| i.is_provincial()).count());
        for row in &profile.rows {
            let indicator = data.indicator(&row.id).unwrap();
            assert_eq!(row.cells.len(), new.members.len(), "{} {}", new.code, row.id);
            for (member, (value, rank)) in new.members.iter().zip(&row.cells) {
                match indicator.at(*member, row.year) {
                    None => assert_eq!((value.as_str(), rank.as_str()), ("không có số liệu", "")),
                    Some(point) if indicator.measure == Measure::Rank => {
                        assert!(value.starts_with(&format!("hạng {} trong ", point.value)), "{value}");
                    }
                    Some(point) if indicator.measure != Measure::Flag => {
                        let number =
                            ngay_so::text::number::format(point.value, indicator.decimals, Locale::Vi);
                        assert!(value.contains(&number), "{value} / {number}");
                        assert!(rank.starts_with("thứ "), "{rank}");
                    }
                    Some(_) => assert!(rank.is_empty()),
                }
            }
            // A middle of ranks, or of yes and no, would say nothing.
            let without = matches!(indicator.measure, Measure::Rank | Measure::Flag);
            assert_eq!(row.median.is_empty(), without, "{}", row.id);
        }
    }
}

#[test]
fn neighbours_are_mutual_and_never_oneself() {
    let (data, geometry) = world();
    let near = |c: Code34| -> Vec<Code34> {
        let profile = Profile::new(&data, &geometry, c, Locale::Vi).unwrap();
        profile.neighbours.into_iter().map(|(code, _)| code).collect()
    };
    for new in &data.new_provinces {
        let around = near(new.code);
        assert!(!around.is_empty() && !around.contains(&new.code));
        for other in around {
            assert!(near(other).contains(&new.code), "{other} / {}", new.code);
        }
    }
}

#[test]
fn facts_are_those_that_name_it() {
    let (data, geometry) = world();
    let ids = |c: &str| -> Vec<String> {
        let profile = Profile::new(&data, &geometry, code(c), Locale::Vi).unwrap();
        profile.facts.iter().map(|f| f.id.clone()).collect()
    };
    assert_eq!(ids("15"), ["party-secretary-6", "lao-cai-training"]);
    assert_eq!(ids("01"), ["local-models-2024"]);
    assert!(ids("79").is_empty(), "câu thơ của Hồ Chí Minh không phải chuyện của thành phố");
}

#[test]
fn the_small_map_marks_the_province_and_keeps_the_archipelagos() {
    let (data, geometry) = world();
    let profile = Profile::new(&data, &geometry, code("68"), Locale::Vi).unwrap();
    let scene = profile.place(&data, &geometry, Locale::Vi).unwrap();
    let own = |m: &&Mark| m.role == Role::Province && m.tone == 5 && matches!(m.shape, Shape::Path(_));
    assert_eq!(scene.marks.iter().filter(own).count(), 3);
    let text = svg::to_string(&scene);
    assert!(text.contains("hoang-sa") && text.contains("truong-sa") && text.contains("Biển Đông"));
}

#[test]
fn the_list_has_all_and_is_in_vietnamese_order() {
    let (data, _) = world();
    let list = all(&data, Locale::Vi);
    assert_eq!(list.len(), 34);
    assert_eq!(list.iter().map(|(.., old)| old.len()).sum::<usize>(), 63);
    assert_eq!(list.iter().map(|(code, ..)| code).collect::<BTreeSet<_>>().len(), 34);
    let place = |name: &str| list.iter().position(|(_, n, _)| n == name).unwrap();
    assert!(place("Cần Thơ") < place("Đà Nẵng") && place("Điện Biên") < place("Đồng Nai"));
    assert!(place("Hà Tĩnh") < place("TP. Hồ Chí Minh") && place("TP. Hồ Chí Minh") < place("Lai Châu"));
}

#[test]
fn a_province_is_found_by_any_of_its_names() {
    let (data, _) = world();
    let first = |typed: &str| {
        let found = data.find_places(typed);
        found.first().map(|f| format!("{} {}", f.today.code, f.name().vi)).unwrap_or_default()
    };
    for (typed, wanted) in [
        ("da nang", "48 Đà Nẵng"),
        ("ĐÀ NẴNG", "48 Đà Nẵng"),
        ("danang", "48 Đà Nẵng"),
        ("DN", "48 Đà Nẵng"),
        ("hn", "01 Hà Nội"),
        ("sai gon", "79 Hồ Chí Minh"),
        ("sg", "79 Hồ Chí Minh"),
        ("tp.hcm", "79 Hồ Chí Minh"),
        ("hcm", "79 Hồ Chí Minh"),
        ("hue", "46 Huế"),
        ("Thừa Thiên", "46 Huế"),
        ("quang nam", "48 Quảng Nam"),
        ("brvt", "79 Bà Rịa - Vũng Tàu"),
        ("vung tau", "79 Bà Rịa - Vũng Tàu"),
        ("  binh   duong ", "79 Bình Dương"),
        ("daklak", "66 Đắk Lắk"),
    ] {
        assert_eq!(first(typed), wanted, "{typed}");
    }
    for none in ["", "  ", "xyz", "<script>", "&%", "đà nẵng ơi", "🙂", &"a".repeat(10_000)] {
        assert!(data.find_places(none).is_empty(), "{none}");
    }
    for old in &data.provinces {
        for name in [&old.name.vi, &old.name.en].into_iter().chain(&old.aliases) {
            let found = data.find_places(name);
            let home = found.first().map(|f| f.today.code);
            assert_eq!(home, Some(old.code34), "{name}");
        }
    }
    for new in &data.new_provinces {
        let found = data.find_places(&new.name.vi);
        assert!(found[0].today.code == new.code && found[0].old.is_none(), "{}", new.name.vi);
    }
}

#[test]
fn the_close_picture_holds_every_neighbour_once_and_no_word_leaves_it() {
    let (data, geometry) = world();
    for new in &data.new_provinces {
        for locale in Locale::ALL {
            let profile = Profile::new(&data, &geometry, new.code, locale).unwrap();
            let scene = profile.near(&data, &geometry, locale).unwrap();
            let mut near: Vec<&str> = Vec::new();
            for mark in &scene.marks {
                near.extend(
                    mark.attrs.iter().filter(|(name, _)| *name == NEAR).map(|(_, code)| code.as_str()),
                );
                let Shape::Group(inner) = &mark.shape else { continue };
                for mark in inner {
                    let Shape::Text { at, text, size, weight, .. } = &mark.shape else { continue };
                    let half = metrics::width(text, *size, *weight) / 2.0;
                    let sound = at.0 - half >= 0.0
                        && at.0 + half <= scene.width
                        && at.1 > *size
                        && at.1 < scene.height;
                    assert!(sound, "{}: {text} ở {at:?}", new.name.vi);
                }
            }
            near.sort_unstable();
            let mut wanted: Vec<String> =
                profile.neighbours.iter().map(|(code, _)| code.to_string()).collect();
            wanted.sort();
            assert_eq!(near, wanted, "{}", new.name.vi);
            let text = svg::to_string(&scene);
            assert_eq!(text.contains("data-archipelago"), ["48", "56"].contains(&&*new.code.to_string()));
        }
    }
}
