//! What leaves the page: posters as SVG and PNG, tables, JSON, citations. Nothing is lost or changed on the way out.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use ngay_so::data::{Dataset, Status, UnitCode};
use ngay_so::figure::about::{About, publishers};
use ngay_so::figure::cite::{Style, cite};
use ngay_so::figure::leave::Leave;
use ngay_so::figure::map::MapFigure;
use ngay_so::figure::map_state::{Division, MapState};
use ngay_so::figure::poster::{Format, Poster};
use ngay_so::figure::sheet::{Flavour, Sheet};
use ngay_so::figure::{Chart, Kind, View, json};
use ngay_so::geo::Geometry;
use ngay_so::scene::dress::Scheme;
use ngay_so::scene::{Mark, Shape, metrics, svg};
use ngay_so::site::content::{self, Content};
use ngay_so::site::pictures::{Painter, leaving};
use ngay_so::text::{Date, Locale};
use resvg::usvg::roxmltree::{Document, Node};
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn authored() -> &'static Content {
    static CONTENT: OnceLock<Content> = OnceLock::new();
    CONTENT.get_or_init(|| {
        content::load(&root().join("public/data"))
            .unwrap_or_else(|faults| panic!("{}", content::Report(&faults)))
    })
}

fn data() -> &'static Dataset {
    &authored().dataset
}

fn geometry() -> &'static Arc<Geometry> {
    static GEOMETRY: OnceLock<Arc<Geometry>> = OnceLock::new();
    GEOMETRY.get_or_init(|| Arc::new(Geometry::parse(&authored().topology).unwrap()))
}

fn painter() -> &'static Painter {
    static PAINTER: OnceLock<Painter> = OnceLock::new();
    PAINTER.get_or_init(|| Painter::new(&root().join("public/fonts")).unwrap())
}

/// Every picture that leaves, with its name: `egdi-rank.vi Square`.
fn posters() -> Vec<(String, About, Box<dyn Leave>, Poster)> {
    let mut out = Vec::new();
    for indicator in &data().indicators {
        for locale in Locale::ALL {
            for format in [Format::Natural, Format::Square] {
                let about = About::of(data(), &indicator.id, locale).unwrap();
                for leaving in leaving(authored(), geometry(), &indicator.id, locale) {
                    let poster = leaving.poster(&about, format);
                    let name = format!("{}{}.{} {format:?}", indicator.id, leaving.kind(), locale.tag());
                    out.push((name, about.clone(), leaving, poster));
                }
            }
        }
    }
    assert!(out.len() >= 100, "{}", out.len());
    out
}

fn none(faults: Vec<String>) {
    assert!(faults.is_empty(), "{} lỗi:\n{}", faults.len(), faults.join("\n"));
}

fn child<'a>(node: Node<'a, 'a>, name: &str) -> Option<&'a str> {
    node.children().find(|n| n.has_tag_name(name) || n.tag_name().name() == name).and_then(|n| n.text())
}

#[test]
fn a_poster_says_what_it_is_and_whose_numbers_it_shows() {
    let mut faults = Vec::new();
    for (name, about, leaving, poster) in posters() {
        let text = poster.svg();
        let tree = Document::parse(&text).unwrap_or_else(|e| panic!("{name}: {e}"));
        let svg = tree.root_element();
        let (title, sources) = (leaving.finding().to_owned(), leaving.sources().to_vec());
        let indicator = data().indicator(&about.id).unwrap();
        let year = indicator.latest_map_year().unwrap_or_default();
        let map = MapFigure::new(data(), geometry(), &about.id, year, about.locale);
        let map = map.filter(|_| !leaving.kind().is_empty());
        let (summary, cautions) = map.as_ref().map_or_else(
            || {
                let chart = Chart::of(data(), indicator, about.locale);
                (chart.summary, chart.key)
            },
            |map| (map.summary.join(" "), Vec::new()),
        );
        let metadata = child(svg, "metadata").unwrap_or_default();
        let said: String = {
            let words = svg.descendants().filter(|n| n.tag_name().name() == "text");
            words.filter_map(|n| n.text()).collect::<Vec<_>>().join(" ")
        };
        let mut owes = |what: &str, holds: bool| {
            if !holds {
                faults.push(format!("{name}: {what}"));
            }
        };
        owes("title", child(svg, "title") == Some(&title));
        owes("desc", child(svg, "desc") == Some(&summary));
        owes("lang", svg.attribute("lang") == Some(about.locale.tag()));
        for source in &sources {
            for part in
                [Some(&source.title), Some(&source.publisher), Some(&source.licence)].into_iter().flatten()
            {
                owes("metadata thiếu nguồn", metadata.contains(part.get(about.locale)));
            }
            owes("metadata thiếu địa chỉ", source.url.iter().all(|url| metadata.contains(url.as_str())));
        }
        let date = about.as_of.format(about.locale);
        for part in [&about.licence, &date, &about.page] {
            owes("metadata thiếu điều kiện, ngày hoặc trang", metadata.contains(part.as_str()));
            owes("hình thiếu điều kiện, ngày hoặc trang", said.contains(part.as_str()));
        }
        owes("hình thiếu tiêu đề", said.contains(&title));
        owes("hình thiếu tên trang", said.contains("Ngày Số"));
        owes("hình thiếu nguồn", said.contains(publishers(&sources, about.locale)[0]));
        owes("hình thiếu lời dè chừng", said.contains(&cautions.join(" ")));
        if map.is_some() {
            owes("bản đồ thiếu nguồn ranh giới", said.contains("OpenStreetMap"));
            owes("bản đồ thiếu quần đảo", said.contains("Hoàng Sa") || said.contains("Hoang Sa"));
        }
        owes("còn biến CSS", !text.contains("var("));
        owes("số hỏng", !text.contains("NaN") && !text.contains("inf "));
    }
    none(faults);
}

/// The marks inside are those of the page, to the byte; and ids stay unique.
#[test]
fn the_picture_inside_is_the_picture_of_the_page() {
    for (name, _, _, poster) in posters() {
        let mut inside = String::new();
        for node in svg::content(&poster.picture) {
            svg::write(&node, &mut inside);
        }
        let text = poster.svg();
        let (_, after) = text.split_once("<g data-picture=").unwrap();
        let (_, after) = after.split_once('>').unwrap();
        assert!(after.starts_with(&format!("{inside}</g>")), "{name}");
        let tree = Document::parse(&text).unwrap();
        let ids: Vec<&str> = tree.descendants().filter_map(|n| n.attribute("id")).collect();
        assert_eq!(ids.len(), ids.iter().collect::<BTreeSet<_>>().len(), "{name}: {ids:?}");
        for scheme in Scheme::ALL {
            let one = poster.svg_in(scheme);
            assert!(one.contains(&inside) && !one.contains("@media") && !one.contains("var("), "{name}");
        }
    }
    // What stands on the page is drawn by the same call.
    let chart = Chart::new(data(), "egdi-rank", Locale::Vi).unwrap();
    let about = About::of(data(), "egdi-rank", Locale::Vi).unwrap();
    let poster = Poster::of_chart(&chart, &about, Format::Natural);
    assert_eq!(poster.picture, chart.draw(ngay_so::figure::Size::Wide));
}

/// Words of a picture: what, left, top, right, bottom.
fn boxes(marks: &[Mark]) -> Vec<(String, [f64; 4])> {
    let mut out = Vec::new();
    for mark in marks {
        match &mark.shape {
            Shape::Group(inner) => out.extend(boxes(inner)),
            Shape::Text { at: (x, y), text, size, weight, .. } => {
                let right = x + metrics::width(text, *size, *weight);
                out.push((text.clone(), [*x, y - size * 0.75, right, y + size * 0.2]));
            }
            _ => {}
        }
    }
    out
}

fn crowded(name: &str, poster: &Poster) -> Vec<String> {
    let mut faults = Vec::new();
    let words = boxes(&poster.frame.marks);
    let (width, height) = poster.size;
    let (x, y) = poster.at;
    let (w, h) = (poster.picture.width * poster.scale, poster.picture.height * poster.scale);
    let picture = ("hình".to_owned(), [x, y, x + w, y + h]);
    for (text, [left, top, right, bottom]) in words.iter().chain([&picture]) {
        if *left < 8.0 || *top < 8.0 || *right > width - 8.0 || *bottom > height - 8.0 {
            faults.push(format!("{name}: \"{text}\" thò ra ({left} {top} {right} {bottom})"));
        }
    }
    let all: Vec<_> = words.iter().chain([&picture]).collect();
    for (i, (text, a)) in all.iter().enumerate() {
        for (other, b) in &all[i + 1..] {
            let (x, y) = (a[2].min(b[2]) - a[0].max(b[0]), a[3].min(b[3]) - a[1].max(b[1]));
            if x > 0.5 && y > 0.5 {
                faults.push(format!("{name}: \"{text}\" đè \"{other}\" ({x:.0} × {y:.0})"));
            }
        }
    }
    faults
}

#[test]
fn words_of_a_poster_stand_inside_and_apart() {
    none(posters().iter().flat_map(|(name, _, _, poster)| crowded(name, poster)).collect());
}

#[test]
fn a_poster_holds_even_what_nobody_would_write() {
    let about = About::of(data(), "internet-users", Locale::Vi).unwrap();
    let mut chart = Chart::new(data(), "internet-users", Locale::Vi).unwrap();
    chart.title = "Chuyển đổi số <b>&\"toàn diện\" ".repeat(400);
    chart.subtitle = "x".repeat(900);
    let name =
        "Một chuỗi có cái tên rất dài, dài hơn mọi khoảng trống của hình, kể cả trên màn hình rộng nhất";
    for series in &mut chart.series {
        name.clone_into(&mut series.name);
    }
    for format in [Format::Natural, Format::Square] {
        let poster = Poster::of_chart(&chart, &about, format);
        Document::parse(&poster.svg()).unwrap();
        let words = boxes(&poster.frame.marks);
        for (text, [left, _, right, _]) in words {
            assert!(left >= 8.0 && right <= poster.size.0 - 8.0, "{format:?}: \"{text}\" {left} {right}");
        }
        assert!(poster.size.1 < 3000.0);
        painter().png(&poster.svg_in(Scheme::Light), 1.0).unwrap();
    }
    // No data at all is no reason to fail.
    chart.series.clear();
    chart.sources.clear();
    Document::parse(&Poster::of_chart(&chart, &about, Format::Square).svg()).unwrap();
}

#[test]
fn the_shipped_font_has_every_letter_of_every_picture() {
    let mut missing = BTreeSet::new();
    for (name, _, _, poster) in posters() {
        for (text, _) in boxes(&poster.frame.marks).into_iter().chain(boxes(&poster.picture.marks)) {
            for c in text.chars().filter(|c| !metrics::knows(*c)) {
                missing.insert(format!("'{c}' (U+{:04X}) trong \"{text}\", {name}", u32::from(c)));
            }
        }
    }
    none(missing.into_iter().collect());
}

/// Width, height and pixels.
fn pixels(packed: &[u8]) -> (u32, u32, Vec<u8>) {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(packed));
    decoder.set_transformations(png::Transformations::EXPAND);
    let mut reader = decoder.read_info().unwrap();
    let mut out = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut out).unwrap();
    (info.width, info.height, out)
}

#[test]
fn png_has_the_right_size_and_real_letters() {
    let chart = Chart::new(data(), "egdi-rank", Locale::Vi).unwrap();
    let about = About::of(data(), "egdi-rank", Locale::Vi).unwrap();
    let natural = Poster::of_chart(&chart, &about, Format::Natural);
    let (width, height) = (natural.shown.0 as u32, natural.shown.1 as u32);
    let light = natural.svg_in(Scheme::Light);
    let once = pixels(&painter().png(&light, 1.0).unwrap());
    assert_eq!((once.0, once.1), (width, height));
    let twice = pixels(&painter().png(&light, 2.0).unwrap());
    assert_eq!((twice.0, twice.1), (width * 2, height * 2));
    let square = Poster::of_chart(&chart, &about, Format::Square).svg_in(Scheme::Light);
    let square = pixels(&painter().png(&square, 1.0).unwrap());
    assert_eq!((square.0, square.1), (1080, 1080));

    // A mark on a letter is ink on the picture; a letter that the font lacked would be none or a box.
    let word = |text: &str, weight: u16| {
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"80\" height=\"60\"><rect width=\"80\" height=\"60\" fill=\"#fff\"/>\
             <text x=\"10\" y=\"45\" font-size=\"36\" font-family=\"Be Vietnam Pro\" font-weight=\"{weight}\">{text}</text></svg>"
        );
        pixels(&painter().png(&svg, 1.0).unwrap()).2
    };
    let ink = |pixels: &[u8]| pixels.chunks(3).filter(|p| p[0] < 128).count();
    for weight in [400, 600, 800] {
        for (marked, plain) in
            [("Ế", "Ê"), ("Ê", "E"), ("ặ", "ă"), ("ỡ", "ơ"), ("Ự", "Ư"), ("đ", "d"), ("ỹ", "y")]
        {
            let (with, without) = (word(marked, weight), word(plain, weight));
            assert!(ink(&with) > ink(&without) + 3, "{marked} và {plain} ở {weight}");
            assert!(ink(&without) > 20, "{plain} không được vẽ");
        }
        assert_ne!(word("Ế", weight), word("Ề", weight));
    }
    assert!(ink(&word("H", 800)) > ink(&word("H", 400)), "độ đậm phải khác nhau");

    // The title is really in the picture: without one diacritic it looks different.
    let mut other = chart.clone();
    other.title = chart.title.replacen('ạ', "a", 1);
    assert_ne!(other.title, chart.title);
    let other = Poster::of_chart(&other, &about, Format::Natural).svg_in(Scheme::Light);
    assert_ne!(pixels(&painter().png(&other, 1.0).unwrap()).2, once.2);
}

#[test]
fn a_scheme_shows_in_the_pixels() {
    let chart = Chart::new(data(), "egdi-rank", Locale::Vi).unwrap();
    let about = About::of(data(), "egdi-rank", Locale::Vi).unwrap();
    let poster = Poster::of_chart(&chart, &about, Format::Natural);
    let has = |text: &str, colour: [u8; 3]| {
        pixels(&painter().png(text, 1.0).unwrap()).2.chunks(3).any(|p| p == colour)
    };
    // The file with both schemes is light for whoever knows no media queries.
    for (text, paper, line) in [
        (poster.svg(), [0xFB, 0xF7, 0xEF], [0xB3, 0x26, 0x1E]),
        (poster.svg_in(Scheme::Light), [0xFB, 0xF7, 0xEF], [0xB3, 0x26, 0x1E]),
        (poster.svg_in(Scheme::Dark), [0x0E, 0x16, 0x28], [0xF0, 0x77, 0x6C]),
        (poster.svg_in(Scheme::Print), [0xFF, 0xFF, 0xFF], [0xB3, 0x26, 0x1E]),
    ] {
        assert!(has(&text, paper) && has(&text, line));
    }
}

/// A CSV file read back: heads and rows.
fn read(text: &str, comma: u8) -> (Vec<String>, Vec<Vec<String>>) {
    let bytes = text.as_bytes();
    assert!(bytes.starts_with(&[0xEF, 0xBB, 0xBF]), "thiếu BOM");
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count(), "xuống dòng phải là CRLF");
    assert!(text.ends_with("\r\n"));
    let mut reader = csv::ReaderBuilder::new().delimiter(comma).from_reader(&bytes[3..]);
    let own = |r: &csv::StringRecord| r.iter().map(str::to_owned).collect::<Vec<_>>();
    let heads = own(reader.headers().unwrap());
    (heads, reader.records().map(|r| own(&r.unwrap())).collect())
}

#[test]
fn tables_hold_every_value_unchanged() {
    let mut points = 0;
    for indicator in &data().indicators {
        for locale in Locale::ALL {
            let about = About::of(data(), &indicator.id, locale).unwrap();
            let sheet = Sheet::all(data(), indicator, &about);
            let all: Vec<_> =
                indicator.series.iter().flat_map(|s| s.points.iter().map(move |p| (s, p))).collect();
            for (flavour, comma) in [(Flavour::Plain, b','), (Flavour::Excel, b';')] {
                let (heads, rows) = read(&sheet.csv(flavour), comma);
                assert_eq!(rows.len(), all.len(), "{}", indicator.id);
                let name = |key: &str| heads.iter().position(|h| h == key);
                let take = &locale.messages().take;
                let columns = take.csv_head.replace("{level}", "63");
                let columns: Vec<&str> = columns.split('|').collect();
                assert_eq!(columns.len(), 18);
                let column = |i: usize| name(columns[i]);
                for (row, (series, point)) in rows.iter().zip(&all) {
                    let value = row[column(6).unwrap()].replace(if comma == b';' { ',' } else { '\0' }, ".");
                    let back: f64 = value.parse().unwrap_or_else(|_| panic!("{}: {value}", indicator.id));
                    assert_eq!(back.to_bits(), point.value.to_bits(), "{}: {value}", indicator.id);
                    assert_eq!(row[column(4).unwrap()], point.date.to_string());
                    assert_eq!(row[column(14).unwrap()], point.source.title.get(locale));
                    if let Some(i) = column(1) {
                        assert_eq!(row[i], series.name.get(locale));
                    }
                    if let Some(place) = point.place {
                        assert_eq!(row[column(2).unwrap()], place.to_string());
                        assert_eq!(row[column(3).unwrap()], data().province(place).unwrap().name.get(locale));
                    }
                    if let Some(evidence) = &point.evidence {
                        let cell = &row[column(17).unwrap()];
                        assert!(cell == evidence || *cell == format!("'{evidence}"), "{cell}");
                    }
                    for cell in row {
                        let number = cell.replace(',', ".").parse::<f64>().is_ok();
                        assert!(number || !cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell}");
                    }
                    points += 1;
                }
            }
        }
    }
    assert!(points > 4 * 2000, "{points}");
}

#[test]
fn the_rows_shown_are_the_rows_of_the_chart() {
    for indicator in &data().indicators {
        for locale in Locale::ALL {
            let Some(chart) = Chart::new(data(), &indicator.id, locale) else { continue };
            let about = About::of(data(), &indicator.id, locale).unwrap();
            let sheet = Sheet::shown(data(), &chart, &about);
            let lines: Vec<_> =
                sheet.lines.iter().map(|l| (l.series_id, l.date, l.value, l.status, l.note)).collect();
            let shown: Vec<_> = chart
                .series
                .iter()
                .flat_map(|s| {
                    s.data.iter().map(|d| {
                        (s.id.as_str(), d.date, d.value, d.status, d.note.as_deref().unwrap_or_default())
                    })
                })
                .collect();
            assert_eq!(lines, shown);
            // The author's view shows everything, so both tables are the same file.
            assert_eq!(sheet.csv(Flavour::Plain), Sheet::all(data(), indicator, &about).csv(Flavour::Plain));
            assert_eq!(sheet.sources.len(), chart.sources.len());
        }
    }
    // Whatever kind of picture, whatever provinces: a row a datum, with its place and what it rests on.
    for indicator in &data().indicators {
        let about = About::of(data(), &indicator.id, Locale::Vi).unwrap();
        for kind in Kind::offered(indicator) {
            let chart = Chart::view(data(), indicator, &View { kind, ..View::first(indicator) }, Locale::Vi);
            let sheet = Sheet::shown(data(), &chart, &about);
            let data: Vec<_> = chart.series.iter().flat_map(|s| &s.data).collect();
            assert_eq!(sheet.lines.len(), data.len());
            for (line, datum) in sheet.lines.iter().zip(data) {
                assert_eq!((line.value.to_bits(), line.date), (datum.value.to_bits(), datum.date));
                assert_eq!(line.place.map(|(code, _)| code), datum.place.map(UnitCode::Old));
                assert_eq!((line.rank, line.range), (datum.rank.as_str(), datum.range));
                let points = || indicator.series.iter().flat_map(|s| &s.points);
                let has = points().any(|p| {
                    p.evidence.is_some()
                        && (p.place, p.date, p.value) == (datum.place, datum.date, datum.value)
                });
                assert_eq!(!line.evidence.is_empty(), has, "{} {kind:?} {}", indicator.id, datum.x);
            }
            read(&sheet.csv(Flavour::Plain), b',');
        }
    }
    let map = MapFigure::new(data(), geometry(), "papi-egov", 2024, Locale::Vi).unwrap();
    let about = About::of(data(), "papi-egov", Locale::Vi).unwrap();
    let sheet = Sheet::mapped(data(), &map, &about);
    assert_eq!(sheet.lines.len(), map.count);
    assert!(sheet.lines.iter().all(|l| !l.rank.is_empty() && l.date.year() == 2024));
    assert!(sheet.csv(Flavour::Plain).starts_with("\u{FEFF}chỉ báo,mã tỉnh (63),"));
}

#[test]
fn json_holds_everything_and_reads_back() {
    for indicator in &data().indicators {
        for locale in Locale::ALL {
            let about = About::of(data(), &indicator.id, locale).unwrap();
            let notes: Vec<String> = indicator.notes.iter().map(|n| n.get(locale).to_owned()).collect();
            let sheet = Sheet::all(data(), indicator, &about);
            let text = json::write(&sheet, "Tiêu đề \"có\" \\ dấu\n", &notes);
            let value: serde_json::Value =
                serde_json::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", about.id));
            assert_eq!(value["finding"], "Tiêu đề \"có\" \\ dấu\n");
            assert_eq!(value["unit"], indicator.unit.get(locale));
            assert_eq!(value["definition"], indicator.definition.get(locale));
            assert_eq!(value["licence"], indicator.licence.get(locale));
            assert_eq!(value["data_date"], data().as_of.to_string());
            assert_eq!(value["notes"].as_array().unwrap().len(), notes.len());
            let sources: BTreeSet<&str> =
                value["sources"].as_array().unwrap().iter().map(|s| s["id"].as_str().unwrap()).collect();
            let points: Vec<&serde_json::Value> = value["series"]
                .as_array()
                .unwrap()
                .iter()
                .flat_map(|s| s["points"].as_array().unwrap())
                .collect();
            let wanted: Vec<_> = indicator.series.iter().flat_map(|s| &s.points).collect();
            assert_eq!(points.len(), wanted.len());
            assert_eq!(value["series"].as_array().unwrap().len(), indicator.series.len());
            for (point, wanted) in points.into_iter().zip(wanted) {
                assert_eq!(point["value"].as_f64().unwrap().to_bits(), wanted.value.to_bits());
                assert_eq!(point["date"], wanted.date.to_string());
                assert_eq!(point["out_of"].as_u64(), wanted.out_of.map(u64::from));
                assert_eq!(point["source"], wanted.source.id);
                assert!(sources.contains(wanted.source.id.as_str()));
                let status = match wanted.status {
                    Status::Verified => "verified",
                    Status::Derived => "derived",
                    Status::Unverified => "unverified",
                };
                assert_eq!(point["status"], status);
                assert_eq!(point["note"].as_str(), wanted.note.as_ref().map(|n| n.get(locale)));
                assert_eq!(point["evidence"].as_str(), wanted.evidence.as_deref());
                assert_eq!(
                    point["province_code63"].as_str().map(str::to_owned),
                    wanted.place.map(|c| c.to_string())
                );
            }
        }
    }
}

#[test]
fn numbers_for_programs_are_exact() {
    let values = data().indicators.iter().flat_map(|i| &i.series).flat_map(|s| &s.points).map(|p| p.value);
    let mut seen = 0;
    for value in values {
        let text = ngay_so::text::number::raw(value);
        assert_eq!(text, value.to_string(), "ngắn nhất và đúng");
        seen += 1;
    }
    assert!(seen > 2000, "{seen}");
}

#[test]
fn citations_name_data_compiler_date_and_address() {
    let seen = Date::day(2026, 11, 25);
    let of = |id: &str, locale: Locale, style: Style, seen: Option<Date>| {
        let mut about = About::of(data(), id, locale).unwrap();
        // The day of the data moves on; these sentences stay.
        about.as_of = Date::day(2026, 11, 22).unwrap();
        let indicator = data().indicator(id).unwrap();
        let sheet = Sheet::all(data(), indicator, &about);
        cite(style, &about, &sheet.sources, &format!("https://vi.du/{}", about.page), seen)
    };
    let mut all = String::new();
    for locale in Locale::ALL {
        for id in ["fixed-broadband", "gii-rank", "papi-egov"] {
            for style in Style::ALL {
                all.push_str(&of(id, locale, style, seen));
                all.push_str("\n\n");
            }
        }
    }
    let wanted = include_str!("fixtures/citations.txt");
    assert!(all.trim() == wanted.trim(), "tests/fixtures/citations.txt khác:\n{all}");
    // Without a script nobody knows the day.
    assert_eq!(
        of("papi-egov", Locale::Vi, Style::Plain, None),
        "Ngày Số (tổng hợp từ PAPI – CECODES, VFF-CRT, RTA & UNDP), “Quản trị điện tử theo người dân (PAPI)”, \
         dữ liệu ngày 22/11/2026, https://vi.du/so-lieu/papi-egov/"
    );
    assert!(
        of("papi-egov", Locale::En, Style::Apa, None).ends_with("UNDP]. https://vi.du/en/so-lieu/papi-egov/")
    );
    assert!(!of("papi-egov", Locale::En, Style::Bibtex, None).contains("urldate"));
}

#[test]
fn names_of_files_carry_id_and_date() {
    let about = About::of(data(), "egdi-rank", Locale::En).unwrap();
    assert_eq!(about.file("egdi-rank", "@2x.png"), format!("egdi-rank-{}.en@2x.png", data().as_of));
}

#[test]
fn a_file_from_the_map_of_today_holds_sums_or_what_was_measured_for_the_old_units() {
    for indicator in data().indicators.iter().filter(|i| i.is_provincial()) {
        let year = indicator.latest_map_year().unwrap();
        let state = MapState { division: Division::New, ..MapState::plain(&indicator.id, year) };
        let map = MapFigure::of(data(), geometry(), &state, Locale::Vi).unwrap();
        let about = About::of(data(), &indicator.id, Locale::Vi).unwrap();
        let csv = map.shown(data(), &about).csv(Flavour::Plain);
        let (level, rows) =
            if map.count > 0 { ("34", map.count) } else { ("63", indicator.in_year(year).count()) };
        assert_eq!(csv.lines().count() - 1, rows, "{}", indicator.id);
        assert!(
            rows > 0 && csv.lines().next().unwrap().contains(level),
            "{}: {:?}",
            indicator.id,
            csv.lines().next()
        );
    }
}
