//! The authored content: the real files are valid, and whatever an author breaks is said with file, place and
//! remedy, all of it at once and never by a panic.

// A test may fail where it stands, also in its helpers.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

#[path = "content/folder.rs"]
mod folder;
#[path = "content/mutations.rs"]
mod mutations;

use folder::{Folder, real};
use ngay_so::data::wire;
use ngay_so::data::wire_write::{Facts, write};
use ngay_so::data::{Code63, Fault};
use ngay_so::site::content::{Report, load};
use std::path::Path;

#[test]
fn the_real_content_is_valid() {
    let content = load(&real()).unwrap_or_else(|faults| panic!("{}", Report(&faults)));
    assert!(content.summary().starts_with("Dữ liệu hợp lệ: "), "{}", content.summary());
    assert_eq!(content.dataset.facts.len(), 124);
    assert_eq!((content.dataset.provinces.len(), content.dataset.new_provinces.len()), (63, 34));
    for id in "egdi-rank gii-rank gci-rank internet-users fixed-broadband mobile-subscriptions digital-economy \
               economy-sea cns-teams cns-members digital-enterprises ict-revenue dti-national smartphone-subs \
               fibre-households papi-egov papi-internet papi-egov-portal papi-eresponse dti-rank population \
               density grdp-per-capita committee-party-secretary cns-all-communes"
        .split_whitespace()
    {
        assert!(content.dataset.indicator(id).is_some(), "thiếu chỉ báo {id}");
    }
    assert!(content.dataset.indicators.is_sorted_by_key(|indicator| indicator.theme));
    assert!(content.topology.contains("OpenStreetMap") && content.quiz["frame"]["areas"].is_array());
}

#[test]
fn the_bundle_is_the_dataset_without_provincial_evidence() {
    let content = load(&real()).unwrap_or_else(|faults| panic!("{}", Report(&faults)));
    let bundled = wire::read(&write(&content.dataset, Facts::All).to_string()).unwrap();
    for (full, small) in content.dataset.indicators.iter().zip(&bundled.indicators) {
        for (full, small) in full.series.iter().zip(&small.series) {
            for (full, small) in full.points.iter().zip(&small.points) {
                assert_eq!(small.evidence, if full.place.is_some() { None } else { full.evidence.clone() });
                assert_eq!((full.date, full.value.to_bits()), (small.date, small.value.to_bits()));
            }
        }
    }
    let hanoi = bundled.indicator("population").unwrap().of(Code63::parse("01").unwrap()).count();
    assert!(hanoi > 0);
}

#[test]
fn a_missing_folder_is_said_and_does_not_panic() {
    let faults = load(Path::new("/không/có/đâu")).unwrap_err();
    assert!(faults.iter().any(|f| f.file == "facts.json" && f.what.contains("không đọc được tệp")));
}

/// What is broken, and the fault that must be said: file, place, part of what is wrong, part of the remedy.
struct Broken(&'static str, fn(&Folder), [&'static str; 4]);

const EGOV: &str = "indicators/papi-egov.csv";
const EGDI: &str = "indicators/egdi-rank.csv";
const EGDI_JSON: &str = "indicators/egdi-rank.json";
const GDP: &str = "indicators/digital-economy.csv";
const PLACES: &str = "geo/provinces.csv";
const FACTS: &str = "facts.json";

const BROKEN: &[Broken] = &[
    Broken(
        "số viết với dấu phẩy",
        |f| f.line(GDP, 2, |l| l.replace("12.66,", "\"12,66\",")),
        [GDP, "dòng 2, cột value", "\"12,66\" không phải số", "dấu chấm thập phân"],
    ),
    Broken(
        "giá trị để trống",
        |f| f.line(EGOV, 2, |l| l.replace("2.9178", "")),
        [EGOV, "dòng 2, cột value", "ô trống", "bỏ cả dòng"],
    ),
    Broken(
        "NaN",
        |f| f.line(EGOV, 2, |l| l.replace("2.9178", "NaN")),
        [EGOV, "dòng 2, cột value", "\"NaN\" không phải số", "chữ số"],
    ),
    Broken(
        "dòng bị lặp",
        |f| f.line(EGOV, 3, |l| format!("{l}\n{l}")),
        [EGOV, "dòng 4 (mã 01, năm 2021)", "dòng bị lặp", "xóa dòng kia"],
    ),
    Broken(
        "dòng sai thứ tự",
        |f| f.swap(EGOV, 3, 4),
        [EGOV, "dòng 4 (mã 01, năm 2021)", "không đúng thứ tự", "theo thời gian"],
    ),
    Broken(
        "thừa một ô",
        |f| f.line(EGOV, 3, |l| format!("{l},x")),
        [EGOV, "dòng 3", "có 10 ô, cần 9", "Đếm lại dấu phẩy"],
    ),
    Broken(
        "cột lạ",
        |f| f.line(EGOV, 1, |l| l.replace("value", "gia_tri")),
        [EGOV, "dòng 1", "cột lạ \"gia_tri\"", "các cột cần có"],
    ),
    Broken(
        "thiếu cột",
        |f| f.line(EGOV, 1, |l| l.replace("value", "gia_tri")),
        [EGOV, "dòng 1", "thiếu cột \"value\"", "Thêm cột"],
    ),
    Broken(
        "tên của mã 34",
        |f| f.line(EGOV, 47, |l| l.replace("Yên Bái", "Lào Cai")),
        [EGOV, "dòng 47 (mã 15, năm 2020), cột name", "15 là mã 34 của Lào Cai", "Mã 63 của Lào Cai là 10"],
    ),
    Broken(
        "mã chỉ có trong 34",
        |f| f.line(PLACES, 11, |l| l.replacen("15,", "16,", 1)),
        [
            EGOV,
            "dòng 47 (mã 15, năm 2020), cột code63",
            "mã 15 là mã 34 (Lào Cai)",
            "63 đơn vị trước 1/7/2025",
        ],
    ),
    Broken(
        "mã không có ở đâu",
        |f| f.line(EGOV, 2, |l| l.replacen("01,", "03,", 1)),
        [EGOV, "dòng 2 (mã 03, năm 2020), cột code63", "mã 03 không có trong danh mục 63", "provinces.csv"],
    ),
    Broken(
        "chuỗi lạ",
        |f| f.line(EGDI, 2, |l| l.replace("viet-nam", "vietnam")),
        [
            EGDI,
            "dòng 2 (chuỗi vietnam, năm 2003), cột series",
            "không có chuỗi \"vietnam\"",
            "danh sách series",
        ],
    ),
    Broken(
        "nguồn không có",
        |f| f.line(EGDI, 2, |l| l.replace("thinhvuong-egdi-2003", "bao-nao-do")),
        [EGDI, "dòng 2 (chuỗi viet-nam, năm 2003), cột source", "không có nguồn \"bao-nao-do\"", "sources/"],
    ),
    Broken(
        "thiếu nguồn",
        |f| f.line(EGDI, 2, |l| l.replace("thinhvuong-egdi-2003", "")),
        [EGDI, "dòng 2 (chuỗi viet-nam, năm 2003), cột source", "thiếu nguồn", "id của một nguồn"],
    ),
    Broken(
        "hạng lẻ",
        |f| f.line(EGDI, 2, |l| l.replace(",97,", ",97.5,")),
        [EGDI, "dòng 2 (chuỗi viet-nam, năm 2003), cột value", "97.5 không hợp lệ", "số nguyên từ 1"],
    ),
    Broken(
        "hạng lớn hơn số nước",
        |f| f.line("indicators/gii-rank.csv", 2, |l| l.replace(",125,", ",50,")),
        [
            "indicators/gii-rank.csv",
            "dòng 2 (chuỗi viet-nam, năm 2011), cột value",
            "giá trị 51",
            "không lớn hơn số được xếp hạng",
        ],
    ),
    Broken(
        "ghi nhớ mà nói đã đối chiếu",
        |f| f.line(EGDI, 3, |l| l.replace("unverified", "verified")),
        [EGDI, "dòng 3 (chuỗi viet-nam, năm 2004), cột status", "chỉ là ghi nhớ", "unverified"],
    ),
    Broken(
        "thiếu ghi chú tiếng Anh",
        |f| f.line(GDP, 2, |l| l.replace("Released on 6 January 2025.", "")),
        [GDP, "dòng 2 (chuỗi gso, năm 2020), cột note_en", "chữ để trống", "cả tiếng Việt và tiếng Anh"],
    ),
    Broken(
        "tỷ lệ hơn 100",
        |f| f.line("indicators/internet-users.csv", 2, |l| l.replace(",0.25,", ",125,")),
        [
            "indicators/internet-users.csv",
            "dòng 2 (chuỗi world-bank, năm 2000), cột value",
            "125",
            "từ 0 đến 100",
        ],
    ),
    Broken(
        "cờ là 2",
        |f| f.line("indicators/cns-all-communes.csv", 2, |l| l.replace(",0,", ",2,")),
        [
            "indicators/cns-all-communes.csv",
            "dòng 2 (mã 01, năm 2022), cột value",
            "giá trị 2",
            "0 (không) hoặc 1 (có)",
        ],
    ),
    Broken(
        "ngày ở tương lai",
        |f| f.line(EGOV, 6, |l| l.replace("2024", "2094")),
        [EGOV, "dòng 6 (mã 01, năm 2094), cột year", "không hợp lý", "created"],
    ),
    Broken(
        "năm không phải năm",
        |f| f.line(EGOV, 2, |l| l.replace("2020", "hai nghìn")),
        [EGOV, "dòng 2, cột year", "\"hai nghìn\" không phải năm", "bốn chữ số"],
    ),
    Broken(
        "hạng mà lớn là tốt",
        |f| f.text(EGDI_JSON, "\"lower\"", "\"higher\""),
        [EGDI_JSON, "better", "thứ hạng", "\"better\": \"lower\""],
    ),
    Broken(
        "thiếu đơn vị của chỉ báo",
        |f| f.text(EGDI_JSON, "\"hạng\"", "\"\""),
        [EGDI_JSON, "unit.vi", "chữ để trống", "tiếng Việt"],
    ),
    Broken(
        "trường lạ",
        |f| f.text(EGDI_JSON, "\"decimals\"", "\"so_le\""),
        [EGDI_JSON, "dòng 14, so_le", "trường lạ \"so_le\"", "decimals"],
    ),
    Broken(
        "sai kiểu",
        |f| f.text(EGDI_JSON, "\"decimals\": 0", "\"decimals\": \"0\""),
        [EGDI_JSON, "dòng 14, decimals", "sai kiểu: gặp một chuỗi", "Ghi một số nguyên"],
    ),
    Broken(
        "năm không có dòng",
        |f| f.edit("indicators/papi-egov.json", |t| t.replace("\"years\": [", "\"years\": [2019,")),
        ["indicators/papi-egov.json", "years", "năm 2019 không có dòng nào", "bỏ năm"],
    ),
    Broken("mất tệp đi cặp", |f| f.remove(EGDI), [EGDI, "", "thiếu tệp đi cặp", "Thêm tệp"]),
    Broken(
        "dữ kiện thiếu đơn vị",
        |f| f.json(FACTS, |v| v["facts"][0]["unit"] = serde_json::Value::Null),
        [FACTS, "facts[cns-teams-2024].unit", "thiếu đơn vị", "cả hai ngôn ngữ"],
    ),
    Broken(
        "dữ kiện không thuộc chủ đề",
        |f| f.text("topics.json", "        \"qd-505\",\n", ""),
        ["topics.json", "topics", "\"qd-505\" chưa thuộc chủ đề nào", "chủ đề"],
    ),
    Broken(
        "dữ kiện ở hai chủ đề",
        |f| f.text("topics.json", "\"dx-definition\"", "\"qd-505\""),
        ["topics.json", "topics[what-it-is].facts[1]", "đã có trong chủ đề \"the-day\"", "đúng một chủ đề"],
    ),
    Broken(
        "dữ kiện không có",
        |f| f.text("topics.json", "\"dx-definition\"", "\"la-gi\""),
        ["topics.json", "topics[what-it-is].facts[1]", "không có dữ kiện \"la-gi\"", "facts.json"],
    ),
    Broken(
        "mốc sai thứ tự",
        |f| f.text("timeline.json", "\"2003\"", "\"2013\""),
        ["timeline.json", "events[egdi-2012].date", "2012 đứng sau 2013", "cũ trước mới sau"],
    ),
    Broken(
        "nguồn không ai dùng",
        unused_source,
        ["sources/articles.json", "sources[thua]", "không được dùng", "Xóa nguồn"],
    ),
    Broken(
        "địa chỉ nguồn sai",
        |f| f.json("sources/series.json", |v| v["sources"][0]["url"] = "www.a.vn".into()),
        ["sources/series.json", "].url", "\"www.a.vn\" không phải địa chỉ", "https://"],
    ),
    Broken(
        "tỉnh ở ngoài Việt Nam",
        |f| f.line(PLACES, 2, |l| l.replace("105.74,21.02", "21.02,105.74")),
        [PLACES, "dòng 2 (mã 01), cột label_lon", "21.02 nằm ngoài Việt Nam", "đổi chỗ"],
    ),
    Broken(
        "hai dòng nói khác nhau về đơn vị mới",
        |f| f.line(PLACES, 11, |l| l.replace("1778785", "1778786")),
        [PLACES, "dòng 11 (mã 15), cột population34", "khác với dòng của mã 10", "giống nhau"],
    ),
    Broken(
        "mất một tỉnh",
        |f| f.line(PLACES, 11, |_| String::new()),
        [PLACES, "code63", "có 62 mã khác nhau, cần đúng 63", "dòng còn thiếu"],
    ),
    Broken(
        "chữ tổ hợp",
        |f| f.text(FACTS, "Số tổ công nghệ", "Số tô\u{309} công nghệ"),
        [FACTS, "facts[cns-teams-2024].label.vi", "NFC", "Unicode dựng sẵn"],
    ),
    Broken(
        "ký tự đổi chiều chữ",
        |f| f.text(FACTS, "Số tổ công nghệ", "Số \u{202e}tổ công nghệ"),
        [FACTS, "facts[cns-teams-2024].label.vi", "U+202E", "Xóa ký tự"],
    ),
    Broken(
        "địa chỉ lạ trong câu hỏi",
        |f| f.text("quiz/dl.json", "dichvucong-gov.example", "dichvucong-gov.com"),
        ["quiz/dl.json", "items[dl-1.1-1-01].options[c].text.vi", "\"dichvucong-gov.com\"", ".example"],
    ),
    Broken(
        "câu hỏi không có đáp án",
        |f| f.edit("quiz/dl.json", |t| t.replacen("\"key\": [\n        \"a\"\n      ]", "\"key\": []", 1)),
        ["quiz/dl.json", "dl-1.1-1-01", "", ""],
    ),
    Broken(
        "câu hỏi thiếu một thứ tiếng",
        |f| f.text("quiz/dl.json", "\"en\": \"Your neighbours", "\"e\": \"Your neighbours"),
        ["quiz/dl.json", "", "sai hình dạng", "CONTRIBUTING.md"],
    ),
    Broken("BOM", |f| f.edit(EGDI, |t| format!("\u{feff}{t}")), [EGDI, "dòng 1", "BOM", "không có BOM"]),
    Broken("CRLF", |f| f.edit(EGDI, |t| t.replace('\n', "\r\n")), [EGDI, "dòng 1", "CRLF", "LF"]),
    Broken(
        "không phải UTF-8",
        |f| f.bytes(EGDI, |b| b.push(0xff)),
        [EGDI, "dòng 1", "không phải UTF-8", "UTF-8"],
    ),
    Broken(
        "JSON đứt đoạn",
        |f| f.edit("timeline.json", |t| t[..t.len() / 2].to_owned()),
        ["timeline.json", "dòng ", "sai cú pháp JSON", "dấu phẩy"],
    ),
    Broken(
        "gói dữ liệu quên tệp",
        |f| f.edit("datapackage.json", |t| t.replace("\"quiz/dl.json\"", "\"quiz/xx.json\"")),
        ["datapackage.json", "resources", "chưa kê tệp \"quiz/dl.json\"", "Thêm một mục"],
    ),
    Broken(
        "gói dữ liệu thiếu ngày",
        |f| f.text("datapackage.json", "\"created\": \"2026", "\"created\": \"năm 2026"),
        ["datapackage.json", "created", "không phải ngày", "YYYY-MM-DD"],
    ),
    Broken("tệp lạ", |f| f.create("ghi-chu.txt", "x"), ["ghi-chu.txt", "", "tệp lạ", "Xóa tệp"]),
    Broken(
        "bản đồ thiếu ghi công",
        |f| f.text("geo/vietnam.topo.json", "\"attribution\"", "\"cua_ai\""),
        ["geo/vietnam.topo.json", "attribution", "thiếu ghi công", "OpenStreetMap"],
    ),
    Broken(
        "chỗ điền lạ",
        |f| f.text(EGDI_JSON, "{last}", "{cuoi}"),
        [EGDI_JSON, "finding.vi", "chỗ điền lạ \"{cuoi}\"", "last"],
    ),
];

fn unused_source(folder: &Folder) {
    folder.json("sources/articles.json", |v| {
        let mut source = v["sources"][0].clone();
        source["id"] = "thua".into();
        v["sources"].as_array_mut().unwrap().push(source);
    });
}

#[test]
fn every_broken_file_is_said_with_place_and_remedy() {
    for Broken(name, edit, wanted) in BROKEN {
        let folder = Folder::new("broken");
        edit(&folder);
        let faults = load(folder.path()).err().unwrap_or_else(|| panic!("{name}: được nhận dù sai"));
        assert!(
            faults.iter().any(|fault| matches(fault, wanted)),
            "{name}: thiếu {wanted:?}, chỉ có\n{}",
            Report(&faults)
        );
        assert!(faults.iter().all(|f| !f.what.is_empty() && !f.remedy.is_empty()), "{name}");
    }
}

#[test]
fn one_fault_does_not_draw_others_behind_it() {
    // An unreadable fact is blamed alone, not the topic and the events that name it.
    let folder = Folder::new("alone");
    folder.json(FACTS, |v| v["facts"][0]["number"] = "nhiều".into());
    let faults = load(folder.path()).unwrap_err();
    assert_eq!(faults.len(), 1, "{}", Report(&faults));
    assert!(faults[0].place.ends_with("facts[cns-teams-2024].number"), "{}", faults[0]);
}

#[test]
fn faults_in_several_files_are_all_said_at_once() {
    let folder = Folder::new("many");
    let wanted: Vec<_> =
        ["số viết với dấu phẩy", "sai kiểu", "dữ kiện thiếu đơn vị", "tệp lạ", "dòng bị lặp"]
            .iter()
            .map(|name| BROKEN.iter().find(|broken| broken.0 == *name).unwrap())
            .collect();
    for Broken(_, edit, _) in &wanted {
        edit(&folder);
    }
    let faults = load(folder.path()).unwrap_err();
    let report = Report(&faults).to_string();
    for Broken(name, _, fault) in wanted {
        assert!(faults.iter().any(|f| matches(f, fault)), "{name}\n{report}");
    }
    let mut files: Vec<&str> = faults.iter().map(|f| f.file.as_str()).collect();
    files.dedup();
    assert!(report.starts_with(&format!("Có {} lỗi trong {} tệp.\n", faults.len(), files.len())), "{report}");
}

fn matches(fault: &Fault, [file, place, what, remedy]: &[&str; 4]) -> bool {
    let placed = if place.is_empty() { fault.place.is_empty() } else { fault.place.contains(place) };
    fault.file == *file && placed && fault.what.contains(what) && fault.remedy.contains(remedy)
}
