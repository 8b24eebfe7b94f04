//! The files people take away, and the data files that pages fetch.

use super::content::Content;
use super::{Outcome, files, pages, pictures, stop};
use crate::data::wire_write::{Facts, write_in};
use crate::data::{Dataset, Indicator, Point};
use crate::figure::map_models;
use crate::route::{Program, Route};
use crate::text::Locale;
use crate::ui::context::Context;
use crate::ui::pages::{home, quiz_page};
use crate::{geo, quiz};
use base64::prelude::{BASE64_STANDARD, Engine as _};
use sha2::{Digest as _, Sha256};
use std::path::Path;
use std::sync::Arc;

/// The data files that pages fetch; paths relative to the site's root, with a content hash in the name.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DataFiles {
    /// Indicators, places, and the facts that most pages show; one a language, in the order of [`Locale::ALL`].
    pub dataset: [DataFile; 2],
    /// The same with every fact, topic and event.
    pub archive: [DataFile; 2],
    /// Places, words and the few facts of the quiz, which shows no indicator.
    pub names: [DataFile; 2],
    /// Shapes.
    pub geometry: DataFile,
    /// Finer shapes: asked for only by who looks closer, so part of no first view.
    pub fine: DataFile,
    /// Questions of the level test.
    pub bank: [DataFile; 2],
    /// Messages of "Luyện mắt", fetched when that way is chosen.
    pub practice: [DataFile; 2],
}

/// One of them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DataFile {
    /// Path relative to the site's root.
    pub path: String,
    /// What the browser compares the file with before it hands it over: `sha256-…`.
    pub integrity: String,
}

impl DataFiles {
    /// The one of a language.
    pub fn pick(files: &[DataFile; 2], locale: Locale) -> &DataFile {
        let [vi, en] = files;
        match locale {
            Locale::Vi => vi,
            Locale::En => en,
        }
    }

    /// What a page fetches.
    pub fn of(&self, route: &Route, locale: Locale) -> Vec<String> {
        if *route == Route::Sources {
            return vec![Self::pick(&self.archive, locale).path.clone()];
        }
        let (geometry, bank) = Context::parts_of(route);
        let mut out = vec![self.dataset_of(route, locale).path.clone()];
        if geometry {
            out.push(self.geometry.path.clone());
        }
        if bank {
            out.push(Self::pick(&self.bank, locale).path.clone());
        }
        out
    }

    /// The dataset of a page: the quiz asks for places and words, everybody else for the indicators too.
    pub fn dataset_of(&self, route: &Route, locale: Locale) -> &DataFile {
        let quiz = route.program() == Program::Quiz;
        Self::pick(if quiz { &self.names } else { &self.dataset }, locale)
    }
}

/// Writes all of them; `fonts` is the folder of the fonts that pictures are drawn with.
pub fn write(staging: &Path, content: &Content, fonts: &Path) -> Outcome<DataFiles> {
    for indicator in &content.dataset.indicators {
        let id = &indicator.id;
        files::write(&staging.join(format!("du-lieu/{id}.csv")), csv(&content.dataset, indicator)?)?;
        let raw = content.raw.indicators.iter().find(|i| i.meta.id == *id);
        files::write(&staging.join(format!("du-lieu/{id}.json")), json(&raw)?)?;
    }
    let shapes = Arc::new(pages::geometry(content)?);
    pictures::write(staging, content, &shapes, fonts)?;
    let geometry = json(&geo::wire::write(&shapes))?;
    let fine = json(&geo::wire::write(&pages::fine(content)?))?;
    let whole = pages::bank(content)?;
    let bank = |name: &str, practice, locale: Locale| {
        let text = json(&quiz::wire::write_in(&whole.only(practice), locale))?;
        hashed(staging, &format!("{name}-{}", locale.tag()), text.as_bytes())
    };
    let test = |locale| bank("cau-hoi", false, locale);
    let practice = |locale| bank("luyen-mat", true, locale);
    let cards = quiz_page::CARDS.map(|(fact, _)| fact);
    let wire = |name: &str, facts, locale: Locale| {
        let text = write_in(&content.dataset, facts, locale).to_string();
        hashed(staging, &format!("{name}-{}", locale.tag()), text.as_bytes())
    };
    let shown = [home::FACTS.as_slice(), &[map_models::FACT]].concat();
    let dataset = |locale| wire("du-lieu", Facts::Only(&shown), locale);
    let archive = |locale| wire("tu-lieu", Facts::All, locale);
    let names = |locale| wire("ten-tinh", Facts::Alone(&cards), locale);
    Ok(DataFiles {
        dataset: [dataset(Locale::Vi)?, dataset(Locale::En)?],
        archive: [archive(Locale::Vi)?, archive(Locale::En)?],
        names: [names(Locale::Vi)?, names(Locale::En)?],
        geometry: hashed(staging, "ban-do", geometry.as_bytes())?,
        fine: hashed(staging, "ban-do-min", fine.as_bytes())?,
        bank: [test(Locale::Vi)?, test(Locale::En)?],
        practice: [practice(Locale::Vi)?, practice(Locale::En)?],
    })
}

/// The authored files themselves, with the data package that describes them, as `public/data` has them.
pub fn copy_package(staging: &Path, data: &Path) -> Outcome<()> {
    for (name, path) in files::list(data)? {
        files::write(&staging.join("du-lieu").join(&name), files::read(&path)?)?;
    }
    Ok(())
}

fn hashed(staging: &Path, name: &str, bytes: &[u8]) -> Outcome<DataFile> {
    let path = format!("assets/{name}-{}.json", files::short_hash(bytes));
    files::write(&staging.join(&path), bytes)?;
    let integrity = format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(bytes)));
    Ok(DataFile { path, integrity })
}

fn json(value: &impl serde::Serialize) -> Outcome<String> {
    serde_json::to_string(value).map_err(|e| stop!("Không viết được JSON: {e}"))
}

/// A table for spreadsheets: UTF-8 with a mark, CRLF, decimal points, and no cell that a spreadsheet would run.
pub fn csv(data: &Dataset, indicator: &Indicator) -> Outcome<Vec<u8>> {
    let fault = |e: csv::Error| stop!("Không viết được {}.csv: {e}", indicator.id);
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(vec![0xEF, 0xBB, 0xBF]);
    writer
        .write_record([
            "indicator",
            "name_vi",
            "series",
            "series_vi",
            "province_code63",
            "province",
            "date",
            "period_vi",
            "value",
            "unit_vi",
            "out_of",
            "status",
            "note_vi",
            "note_en",
            "source_title",
            "source_publisher",
            "source_url",
            "evidence",
        ])
        .map_err(fault)?;
    for series in &indicator.series {
        for point in &series.points {
            let cells = cells(data, indicator, &series.id, &series.name.vi, point);
            writer.write_record(cells.map(|c| harmless(&c))).map_err(fault)?;
        }
    }
    writer.into_inner().map_err(|e| stop!("Không viết được {}.csv: {e}", indicator.id))
}

fn cells(
    data: &Dataset,
    indicator: &Indicator,
    series: &str,
    series_vi: &str,
    point: &Point,
) -> [String; 18] {
    let code = point.place.map(|c| c.to_string()).unwrap_or_default();
    let place = point.place.and_then(|c| data.province(c)).map(|p| p.name.vi.clone()).unwrap_or_default();
    let status = serde_json::to_value(point.status).ok().and_then(|v| v.as_str().map(str::to_owned));
    [
        indicator.id.clone(),
        indicator.name.vi.clone(),
        series.into(),
        series_vi.into(),
        code,
        place,
        point.date.to_string(),
        point.period.as_ref().map(|p| p.vi.clone()).unwrap_or_default(),
        point.value.to_string(),
        indicator.unit.vi.clone(),
        point.out_of.map(|n| n.to_string()).unwrap_or_default(),
        status.unwrap_or_default(),
        point.note.as_ref().map(|n| n.vi.clone()).unwrap_or_default(),
        point.note.as_ref().map(|n| n.en.clone()).unwrap_or_default(),
        point.source.title.vi.clone(),
        point.source.publisher.vi.clone(),
        point.source.url.clone().unwrap_or_default(),
        point.evidence.clone().unwrap_or_default(),
    ]
}

/// Spreadsheets run cells that start like formulas; a quote in front makes them words. Plain numbers stay numbers.
fn harmless(cell: &str) -> String {
    let runs = cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && cell.parse::<f64>().is_err();
    if runs { format!("'{cell}") } else { cell.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_that_would_run_is_made_words() {
        assert_eq!(harmless("=cmd|' /C calc'!A0"), "'=cmd|' /C calc'!A0");
        assert_eq!(harmless("-1.5"), "-1.5");
        assert_eq!(harmless("tăng 2 bậc"), "tăng 2 bậc");
    }
}
