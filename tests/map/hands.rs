//! The map under one's hands, on the real shapes: coats, tiles, coming closer, what a finger meant, the rows of the table.

use super::{chosen, code, content, dataset, flat, geometry, map, maps, state};
use ngay_so::data::{Level, UnitCode};
use ngay_so::figure::Size;
use ngay_so::figure::about::About;
use ngay_so::figure::map::MapFigure;
use ngay_so::figure::map_ground::Ground;
use ngay_so::figure::map_lens::Lens;
use ngay_so::figure::map_look::MapLook;
use ngay_so::figure::map_rows::{Column, Order};
use ngay_so::figure::map_sheet::Sheet;
use ngay_so::figure::map_state::Division;
use ngay_so::figure::map_tiles::Board;
use ngay_so::figure::sheet::{Flavour, Sheet as File};
use ngay_so::geo::Geometry;
use ngay_so::scene::{Mark, Role, Shape, metrics, svg};
use ngay_so::text::Locale;
use std::collections::BTreeSet;
use std::sync::Arc;

fn attr<'a>(mark: &'a Mark, name: &str) -> Option<&'a str> {
    mark.attrs.iter().find(|(n, _)| *n == name).map(|(_, v)| v.as_str())
}

fn fine() -> Arc<Geometry> {
    Arc::new(Geometry::parse(&content().fine).unwrap())
}

fn figures() -> Vec<MapFigure> {
    let data = dataset();
    let mut all = Vec::new();
    for indicator in maps(&data) {
        for division in Division::ALL {
            let last = *indicator.years.last().unwrap();
            all.extend(
                Locale::ALL.map(|locale| chosen(&data, &state(&indicator.id, last, division), locale)),
            );
        }
    }
    all
}

#[test]
fn a_coat_is_what_the_mark_would_be() {
    for figure in figures() {
        let scene = figure.draw(Size::Narrow);
        let written: Vec<String> = svg::content(&scene)
            .iter()
            .filter(|n| n.attrs.iter().any(|a| a.0 == "data-unit"))
            .map(|n| n.attrs.iter().find(|a| a.0 == "class").unwrap().1.clone())
            .collect();
        let marks = flat(&scene.marks).into_iter().filter(|m| attr(m, "data-unit").is_some());
        for (mark, class) in marks.zip(written) {
            let unit = UnitCode::parse(figure.level, attr(mark, "data-unit").unwrap()).unwrap();
            let coat = figure.coat(unit).unwrap();
            assert_eq!((coat.class, coat.label.as_str()), (class, attr(mark, "aria-label").unwrap()));
        }
    }
}

#[test]
fn a_light_falls_on_as_many_units_as_its_class_holds() {
    for figure in figures() {
        for class in &figure.classes {
            let lit = figure.units.iter().filter(|u| figure.light(u) == class.tone + 1).count();
            assert_eq!(lit, class.count, "{} {}", figure.id, class.label);
        }
        let dark = figure.units.iter().filter(|u| figure.light(u) == 0).count();
        assert_eq!(dark, figure.units.len() - figure.count);
    }
}

#[test]
fn the_tiles_are_every_unit_once_with_names_that_fit() {
    for figure in figures() {
        for size in Size::ALL {
            let board = Board::new(figure.level, size);
            let scene = figure.draw_tiles(&board);
            let marks = flat(&scene.marks);
            let units: BTreeSet<&str> = marks.iter().filter_map(|m| attr(m, "data-unit")).collect();
            assert_eq!(units.len(), figure.units.len());
            assert_eq!(marks.iter().filter(|m| attr(m, "data-unit").is_some()).count(), figure.units.len());
            let seas: Vec<&str> = marks.iter().filter_map(|m| attr(m, "data-archipelago")).collect();
            assert_eq!(seas, ["hoang-sa", "truong-sa"]);
            let across = board.units().map(|(code, _)| board.outline(code).unwrap()).next().unwrap();
            let width: f64 = across.split(['l', ' ']).nth(2).unwrap().parse().unwrap();
            let (mut words, mut names) = (0, BTreeSet::new());
            for mark in &marks {
                let Shape::Text { at, text, size: points, weight, anchor } = &mark.shape else { continue };
                assert!(!text.is_empty(), "một ô không có tên");
                let long = metrics::width(text, *points, *weight);
                if mark.role == Role::MapLabel && *anchor == ngay_so::scene::Anchor::Middle {
                    words += 1;
                    names.insert(text.clone());
                    assert!(long <= width + 2.0, "{text}: {long:.0} > {width}");
                }
                let left =
                    if *anchor == ngay_so::scene::Anchor::Middle { at.0 - long / 2.0 } else { at.0 - long };
                assert!(left >= -1.0 && left + long <= scene.width + 1.0, "{text} ra ngoài tờ");
            }
            assert!(words >= figure.units.len());
            // On a phone each tile has letters of its own.
            assert!(size.is_wide() || names.len() == figure.units.len(), "{names:?}");
        }
    }
}

/// Roughly: of two units that are far apart, the one that lies further north or east does so among the tiles, too.
#[test]
fn tiles_lie_about_where_the_units_do() {
    let g = geometry();
    for level in Level::ALL {
        let board = Board::new(level, Size::Wide);
        let at = |code: UnitCode| {
            let path = board.outline(code).unwrap();
            let mut numbers = path.trim_start_matches('M').split([' ', 'l']).map(str::parse::<f64>);
            (numbers.next().unwrap().unwrap(), numbers.next().unwrap().unwrap())
        };
        for a in g.units(level) {
            for b in g.units(level) {
                let (ta, tb) = (at(a.code), at(b.code));
                let (north, east) = (a.label.1 - b.label.1, a.label.0 - b.label.0);
                assert!(north < 1.0 || ta.1 <= tb.1, "{} không được ở dưới {}", a.code, b.code);
                assert!(north < 2.0 || ta.1 < tb.1, "{} phải ở trên {}", a.code, b.code);
                assert!(east < 1.5 || ta.0 >= tb.0, "{} không được ở bên trái {}", a.code, b.code);
                assert!(east < 2.5 || ta.0 > tb.0, "{} phải ở bên phải {}", a.code, b.code);
            }
        }
    }
}

#[test]
fn the_fine_shapes_are_the_same_units_under_the_same_hand() {
    let (coarse, fine) = (geometry(), fine());
    for level in Level::ALL {
        for size in Size::ALL {
            let (sheet, close) = (Sheet::new(&coarse, level, size), Sheet::fine(&fine, level, size));
            for shape in coarse.units(level) {
                let [a, b] = [&sheet, &close].map(|s| s.bounds(|c| c == shape.code).unwrap());
                let far = [a.0 - b.0, a.1 - b.1, a.2 - b.2, a.3 - b.3].map(f64::abs);
                assert!(far.iter().all(|d| *d < 9.0), "{}: {a:?} {b:?}", shape.code);
                let (x, y) = (a.0 + a.2 / 2.0, a.1 + a.3 / 2.0);
                assert_eq!(close.unit_at(x, y).is_some(), sheet.unit_at(x, y).is_some());
                assert!(close.outline(shape.code).unwrap().len() > sheet.outline(shape.code).unwrap().len());
            }
            assert_eq!(close.unit_at(f64::NAN, 3.0), None);
        }
    }
}

#[test]
fn close_up_the_archipelagos_the_sea_and_the_names_stay_in_the_frame() {
    let data = dataset();
    for (level, size) in Level::ALL.into_iter().flat_map(|l| Size::ALL.map(|s| (l, s))) {
        let division = if level == Level::Old { Division::Old } else { Division::New };
        let figure = chosen(&data, &state("population", 2022, division), Locale::Vi);
        let ground = Ground::new(&geometry(), level, size, false, false);
        let (width, height) = ground.extent();
        for unit in &figure.units {
            let lens = ground.fitted(|c| c == unit.code).unwrap();
            let signs = ground.signs(&figure, lens);
            let marks = flat(&signs);
            let seas: Vec<&str> = marks.iter().filter_map(|m| attr(m, "data-archipelago")).collect();
            assert_eq!(seas, ["hoang-sa", "truong-sa"], "{}", unit.name);
            let mut names = Vec::new();
            for mark in &marks {
                match &mark.shape {
                    Shape::Circle(x, y, r) => {
                        assert!((*r..=width - r).contains(x) && (*r..=height - r).contains(y) && *r > 1.5);
                    }
                    Shape::Text { at, text, .. } => {
                        assert!((0.0..=width).contains(&at.0) && (0.0..=height).contains(&at.1), "{text}");
                        names.push(text.as_str());
                    }
                    _ => {}
                }
            }
            assert!(names.contains(&"Biển Đông"), "{names:?}");
        }
        // A frame stands for its archipelago.
        let lens = Lens::WHOLE.zoomed(4.0, (0.5, 0.5), (width, height));
        let corner = ground.unit_at((1.0 - 20.0 / width, 1.0 - 20.0 / height), lens);
        assert_eq!(corner.map(|c| c.to_string()).as_deref(), Some("56"), "{size:?}");
    }
}

/// How large the units are on a phone of 360 px, where the picture is 328 px wide; and that a finger which comes down
/// up to eight pixels off the middle of a small one is either right or asked.
#[test]
fn a_finger_is_right_or_asked() {
    const SCREEN: f64 = 328.0;
    for level in Level::ALL {
        let ground = Ground::new(&geometry(), level, Size::Narrow, false, false);
        let Ground::Land(sheet) = &ground else { panic!() };
        let (width, height) = ground.extent();
        let pixel = width / SCREEN;
        let mut small = Vec::new();
        for shape in geometry().units(level) {
            let (_, _, w, h) = sheet.bounds(|c| c == shape.code).unwrap();
            if w.min(h) / pixel < 24.0 {
                small.push(format!("{} {:.0}×{:.0}", shape.code, w / pixel, h / pixel));
            }
            let (x, y) = ground.middle(shape.code).unwrap();
            for (dx, dy) in
                [(0.0, 0.0), (8.0, 0.0), (-8.0, 0.0), (0.0, 8.0), (0.0, -8.0), (5.0, 5.0), (-5.0, 5.0)]
            {
                let share = ((x + dx * pixel) / width, (y + dy * pixel) / height);
                let meant = ground.meant(share, Lens::WHOLE, SCREEN, 14.0);
                assert!(
                    meant.iter().take(4).any(|c| *c == shape.code),
                    "{}: {dx} {dy} → {meant:?}",
                    shape.code
                );
            }
        }
        println!("{} đơn vị nhỏ hơn 24 px ở 360 px: {}", small.len(), small.join(", "));
        // Close up they are large: a region at a time.
        let shapes = geometry();
        let regions: BTreeSet<&str> = shapes.units(level).iter().map(|u| u.region).collect();
        for region in regions {
            let of = |c: UnitCode| shapes.unit(c).unwrap().region == region;
            let lens = ground.fitted(of).unwrap();
            for unit in shapes.units(level).iter().filter(|u| u.region == region) {
                let (x, y, w, h) = sheet.bounds(|c| c == unit.code).unwrap();
                let (wide, high) = (w * lens.times() / pixel, h * lens.times() / pixel);
                // The long coast is as high as the picture; there a province is brought close by itself.
                let alone = ground.fitted(|c| c == unit.code).unwrap().times() / lens.times();
                let grown = if region.starts_with("btb") || region == "ntbtn" { alone } else { 1.0 };
                assert!(wide.min(high) * grown >= 24.0, "{region}, {}: {wide:.0}×{high:.0} px", unit.code);
                // And none of them is hidden by the frames of the archipelagos.
                let (a, b) = (lens.place((x, y)), lens.place((x + w, y + h)));
                let seen =
                    a.0 >= 0.0 && a.1 >= 0.0 && b.0 <= width && b.1 <= height - 190.0 || lens.is_whole();
                assert!(seen, "{region}, {}: {a:?} {b:?}", unit.code);
            }
        }
    }
}

#[test]
fn rows_without_data_stand_last_either_way() {
    let data = dataset();
    let figure = map(&data, "papi-egov", 2022, Locale::Vi);
    for by in [Column::Value, Column::Rank] {
        for down in [false, true] {
            let rows = figure.rows(Order { by, down }, None);
            assert_eq!((rows.len(), rows[62].name.as_str()), (63, "Bắc Ninh"));
            let values: Vec<f64> = rows.iter().filter_map(|u| Some(u.value.as_ref()?.value)).collect();
            let falling = down == (by == Column::Value);
            assert!(values.windows(2).all(|p| if falling { p[0] >= p[1] } else { p[0] <= p[1] }));
        }
    }
    let names = |down| {
        let rows = figure.rows(Order { by: Column::Name, down }, None);
        (rows[0].name.clone(), rows[62].name.clone())
    };
    assert_eq!(names(false), ("An Giang".into(), "Yên Bái".into()));
    assert_eq!(names(true), ("Yên Bái".into(), "An Giang".into()));
}

#[test]
fn a_file_holds_the_rows_of_the_region_in_their_order() {
    let data = dataset();
    let figure = map(&data, "papi-egov", 2024, Locale::Vi);
    let order = Order { by: Column::Value, down: true };
    let rows = figure.rows(order, Some("tn"));
    assert_eq!(rows.len(), 5);
    assert!(figure.rows(order, Some("khong-co")).is_empty());
    let about = About::of(&data, &figure.id, Locale::Vi).unwrap();
    let mut file = File::mapped(&data, &figure, &about);
    figure.arrange(&mut file, order, Some("tn"));
    let text = file.csv(Flavour::Plain);
    let lines: Vec<&str> = text.trim_end().split("\r\n").skip(1).collect();
    assert_eq!(lines.len(), 5);
    for (line, unit) in lines.iter().zip(rows) {
        assert!(line.contains(&unit.name), "{line} / {}", unit.name);
    }
}

#[test]
fn a_look_is_believed_only_where_it_fits() {
    let data = dataset();
    let read = |level, query| MapLook::read(&data, level, query);
    let (look, bad) = read(Level::Old, "?hinh=o-vuong&vung=tn&xep=-gia-tri&nam=2020");
    assert!(look.tiles && bad.is_empty());
    assert_eq!(look.region.as_deref(), Some("tn"));
    assert_eq!(look.order, Order { by: Column::Value, down: true });
    let query: Vec<String> = look.query().into_iter().map(|(k, v)| format!("{k}={v}")).collect();
    assert_eq!(query, ["hinh=o-vuong", "vung=tn", "xep=-gia-tri"]);
    // The Central Highlands are no region of today.
    assert_eq!(look.clone().at(&data, Level::New).region, None);
    assert_eq!(read(Level::New, "vung=tn").1, [("vung", "tn".to_owned())]);
    for query in ["hinh=tron", "vung=%3Cb%3E", "xep=abc"] {
        let (look, bad) = read(Level::Old, query);
        assert_eq!((look, bad.len()), (MapLook::default(), 1), "{query}");
    }
    assert_eq!(read(Level::Old, ""), (MapLook::default(), Vec::new()));
}

#[test]
fn home_and_end_and_arrows_ask_the_ground() {
    let data = dataset();
    let figure = map(&data, "papi-egov", 2024, Locale::Vi);
    let land = Ground::new(&geometry(), Level::Old, Size::Narrow, false, false);
    assert_eq!(land.ends(&figure), (Some(code("02").into()), Some(code("96").into())));
    let tiles = Ground::new(&geometry(), Level::Old, Size::Narrow, true, false);
    assert_eq!(tiles.ends(&figure).0, Some(code("02").into()));
    assert!(!tiles.can_zoom() && tiles.fitted(|_| true).is_none() && land.can_zoom());
}
