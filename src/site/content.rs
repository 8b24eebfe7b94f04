//! The authored content: reads `public/data/`, says everything that is wrong with it, and hands it over checked.
//!
//! What a value must be is decided in `data::check`; here is what only somebody with the files can see: their
//! shape, their lines and columns, their letters, and whether the data package tells the truth about them.

mod geo;
mod indicators;
mod json;
mod letters;
mod package;
mod places;
mod reader;
mod report;
mod table;

pub use report::Report;

use crate::data::fault::Fault;
use crate::data::raw::{self, RawDataset, RawSource, RegionsFile};
use crate::data::{Dataset, check};
use crate::quiz::bank::Bank;
use crate::quiz::raw::{AreaFile, FrameFile, PracticeFile};
use crate::text::{Date, Locale, number};
use reader::Reader;
use serde_json::{Value, json};
use std::path::Path;
use std::sync::Arc;

/// The base map; the finer one is fetched by the browser when somebody zooms in.
const MAP: &str = "geo/vietnam.topo.json";
const FINE_MAP: &str = "geo/vietnam.fine.topo.json";

/// Everything that was authored, checked.
#[derive(Debug)]
pub struct Content {
    /// As the files have it.
    pub raw: RawDataset,
    /// As the rest of the code sees it.
    pub dataset: Arc<Dataset>,
    /// The base map, `TopoJSON` text.
    pub topology: String,
    /// The finer map of the same units, for who looks closer.
    pub fine: String,
    /// `{"frame": …, "areas": […]}`, checked by the rules of `quiz`.
    pub quiz: Value,
}

/// Reads and checks a data folder. Either everything is right, or the list holds all that is not, by file.
pub fn load(dir: &Path) -> Result<Content, Vec<Fault>> {
    let mut reader = Reader::new(dir);
    let files = reader.files();
    let as_of = package::read(&mut reader, &files);
    let sources = sources(&mut reader, &files);
    let regions: Option<RegionsFile> = reader.one("geo/regions.json");
    let provinces = places::read(&mut reader);
    let indicators = indicators::read(&mut reader, &files);
    let facts = reader.list("facts.json", "facts");
    let topics = reader.list("topics.json", "topics");
    let events = reader.list("timeline.json", "events");
    let topology = geo::read(&mut reader, MAP, &provinces);
    let fine = geo::read(&mut reader, FINE_MAP, &provinces);
    let quiz = quiz(&mut reader, &files);
    reader.strangers(&files);

    let raw = RawDataset {
        version: raw::VERSION,
        // Without a day of the data (a fault of its own) nothing is too late.
        as_of: as_of.unwrap_or_else(|| Date::year_only(9999)),
        sources,
        indicators,
        provinces,
        regions: regions.unwrap_or(RegionsFile { regions63: Vec::new(), regions34: Vec::new() }),
        facts,
        topics,
        events,
    };
    let checked = check::check(raw.clone(), &reader.unread);
    let mut faults = reader.faults.into_vec();
    match checked {
        Ok(dataset) if faults.is_empty() => {
            let (topology, fine) = (topology.unwrap_or_default(), fine.unwrap_or_default());
            Ok(Content { raw, dataset: Arc::new(dataset), topology, fine, quiz })
        }
        Ok(_) => Err(report::sorted(faults)),
        Err(more) => {
            faults.extend(more);
            Err(report::sorted(faults))
        }
    }
}

impl Content {
    /// One line for somebody who has just run the check.
    pub fn summary(&self) -> String {
        let data = &self.dataset;
        let count = |n: usize| number::format(n as f64, 0, Locale::Vi);
        let points = data.indicators.iter().flat_map(|i| &i.series).map(|s| s.points.len()).sum();
        let items = |area: &Value| area.get("items").and_then(Value::as_array).map_or(0, Vec::len);
        let questions =
            self.quiz.get("areas").and_then(Value::as_array).into_iter().flatten().map(items).sum();
        format!(
            "Dữ liệu hợp lệ: {} chỉ báo, {} giá trị, {} dữ kiện, {} mốc thời gian, {} nguồn, {} tỉnh thành cũ và \
             {} đơn vị mới, {} câu hỏi.",
            count(data.indicators.len()),
            count(points),
            count(data.facts.len()),
            count(data.events.len()),
            count(data.sources.len()),
            count(data.provinces.len()),
            count(data.new_provinces.len()),
            count(questions),
        )
    }
}

/// The sources of all files, each knowing its file.
fn sources(reader: &mut Reader, files: &[String]) -> Vec<RawSource> {
    let mut all = Vec::new();
    for file in files.iter().filter(|f| is_json_in(f, "sources/")) {
        let mut own: Vec<RawSource> = reader.list(file, "sources");
        for source in &mut own {
            source.file.clone_from(file);
        }
        all.append(&mut own);
    }
    all
}

/// The quiz files as plain JSON, their letters and their rules looked at.
fn quiz(reader: &mut Reader, files: &[String]) -> Value {
    const FRAME: &str = "quiz/frame.json";
    const PRACTICE: &str = "quiz/luyen-mat.json";
    let frame = reader.value(FRAME).map_or(Value::Null, |(_, value)| value);
    let mut areas: Vec<(String, Value)> = files
        .iter()
        .filter(|f| is_json_in(f, "quiz/") && ![FRAME, PRACTICE].contains(&f.as_str()))
        .filter_map(|file| reader.value(file).map(|(_, value)| (file.clone(), value)))
        .collect();
    areas.sort_by_key(|(_, area)| area.get("area").and_then(Value::as_u64));
    let practice: Option<(String, Value)> = files
        .iter()
        .find(|f| *f == PRACTICE)
        .and_then(|file| reader.value(file).map(|(_, value)| (file.clone(), value)));
    questions(reader, FRAME, &frame, &areas, practice.as_ref());
    let areas: Vec<Value> = areas.into_iter().map(|(_, area)| area).collect();
    match practice {
        Some((_, practice)) => json!({ "frame": frame, "areas": areas, "practice": practice }),
        None => json!({ "frame": frame, "areas": areas }),
    }
}

/// The rules of the question bank. A file of the wrong shape is named; the rest are looked at together, because
/// questions refer to each other.
fn questions(
    reader: &mut Reader,
    frame_file: &str,
    frame: &Value,
    areas: &[(String, Value)],
    practice: Option<&(String, Value)>,
) {
    let shape = |reader: &mut Reader, file: &str, e: serde_json::Error| {
        reader.faults.add(file, "", || {
            (
                format!("sai hình dạng ({e})"),
                "Sửa trường nêu trong ngoặc theo mẫu trong CONTRIBUTING.md.".into(),
            )
        });
    };
    let frame_read: Option<FrameFile> = match serde_json::from_value(frame.clone()) {
        Ok(frame) => Some(frame),
        Err(e) => {
            shape(reader, frame_file, e);
            None
        }
    };
    let mut read: Vec<AreaFile> = Vec::new();
    for (file, area) in areas {
        match serde_json::from_value(area.clone()) {
            Ok(area) => read.push(area),
            Err(e) => shape(reader, file, e),
        }
    }
    let mut extra = None;
    if let Some((file, value)) = practice {
        match serde_json::from_value::<PracticeFile>(value.clone()) {
            Ok(read) => extra = Some(read),
            Err(e) => return shape(reader, file, e),
        }
    }
    let Some(frame) = frame_read.filter(|_| read.len() == areas.len()) else { return };
    let practised: Vec<String> = extra.iter().flat_map(|p| &p.items).map(|i| i.id.clone()).collect();
    for fault in Bank::new(frame, read, extra).err().unwrap_or_default() {
        // A question's id begins with the code of its area, which is the name of its file.
        let code = fault.place.split('-').next().unwrap_or_default();
        let id = fault.place.split(':').next().unwrap_or_default();
        let own =
            if practised.iter().any(|p| p == id) || id == "luyen-mat.json" { "luyen-mat" } else { code };
        let file = format!("quiz/{own}.json");
        let names = areas.iter().chain(practice).map(|(name, _)| name.as_str());
        let file = names.into_iter().find(|name| *name == file).unwrap_or(frame_file);
        reader.faults.add(file, fault.place.clone(), || {
            let other =
                (fault.message.as_str(), "Sửa câu hỏi theo mục \"Thêm một câu hỏi\" trong CONTRIBUTING.md.");
            let (what, remedy) =
                fault.message.split_once(". ").filter(|(_, r)| !r.is_empty()).unwrap_or(other);
            (what.into(), remedy.into())
        });
    }
}

fn is_json_in(file: &str, folder: &str) -> bool {
    file.strip_prefix(folder).and_then(|name| name.strip_suffix(".json")).is_some()
}
