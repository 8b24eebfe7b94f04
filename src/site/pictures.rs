//! Pictures as people share them: every chart and map as SVG, as PNG at one and two times its size, and as a square.
//!
//! PNGs are drawn by resvg with the very fonts the page ships. What has been drawn is kept in the user's cache folder
//! under a hash of all that goes into it, so that only what changed is drawn again.

use super::content::Content;
use super::{Outcome, files, note, png, say, share, stop};
use crate::figure::about::About;
use crate::figure::leave::Leave;
use crate::figure::map::MapFigure;
use crate::figure::poster::Format;
use crate::figure::{Chart, json, sheet::Flavour, sheet::Sheet};
use crate::geo::Geometry;
use crate::scene::dress::Scheme;
use crate::text::Locale;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{self, fontdb};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

/// What a drawn picture depends on besides its SVG and the fonts: raise it when drawing or packing changes.
const DRAWN_BY: &str = "resvg 0.49, indexed";

/// How many threads draw: as many as the machine has, up to this.
const MOST_THREADS: usize = 8;

/// A PNG to be made.
pub struct Job {
    /// Where.
    pub path: PathBuf,
    /// From what.
    pub svg: Arc<str>,
    /// So many times its own size.
    pub scale: f32,
}

/// Writes the pictures of every indicator, and its numbers in each language.
pub fn write(staging: &Path, content: &Content, geometry: &Arc<Geometry>, fonts: &Path) -> Outcome<()> {
    let mut jobs = Vec::new();
    for indicator in &content.dataset.indicators {
        for locale in Locale::ALL {
            let Some(about) = About::of(&content.dataset, &indicator.id, locale) else { continue };
            let chart = Chart::of(&content.dataset, indicator, locale);
            let name = format!("hinh/{}", indicator.id);
            picture(staging, &name, &about, &chart, &mut jobs)?;
            if let Some(map) = map_of(content, geometry, &indicator.id, locale) {
                picture(staging, &format!("{name}-ban-do"), &about, &map, &mut jobs)?;
            }
            let sheet = Sheet::all(&content.dataset, indicator, &about);
            let name = format!("du-lieu/{}", indicator.id);
            let tag = locale.tag();
            files::write(&staging.join(format!("{name}.{tag}.csv")), sheet.csv(Flavour::Plain))?;
            files::write(
                &staging.join(format!("{name}.{tag}.json")),
                json::write(&sheet, chart.finding(), Leave::notes(&chart)),
            )?;
            if locale == Locale::Vi {
                files::write(&staging.join(format!("{name}.excel-vi.csv")), sheet.csv(Flavour::Excel))?;
            }
        }
    }
    jobs.extend(share::jobs(staging, content, geometry));
    let painter = Painter::new(fonts)?;
    draw_all(&painter, &jobs)
}

/// Writes a picture as SVG and asks for its PNGs.
fn picture(
    staging: &Path,
    name: &str,
    about: &About,
    figure: &dyn Leave,
    jobs: &mut Vec<Job>,
) -> Outcome<()> {
    let name = format!("{name}.{}", about.locale.tag());
    let natural = figure.poster(about, Format::Natural);
    files::write(&staging.join(format!("{name}.svg")), natural.svg())?;
    let svg: Arc<str> = natural.svg_in(Scheme::Light).into();
    let square: Arc<str> = figure.poster(about, Format::Square).svg_in(Scheme::Light).into();
    for (tail, svg, scale) in [(".png", &svg, 1.0), ("@2x.png", &svg, 2.0), ("-vuong.png", &square, 1.0)] {
        jobs.push(Job { path: staging.join(format!("{name}{tail}")), svg: svg.clone(), scale });
    }
    Ok(())
}

/// The latest map of a provincial indicator.
pub fn map_of(content: &Content, geometry: &Arc<Geometry>, id: &str, locale: Locale) -> Option<MapFigure> {
    let data = &content.dataset;
    MapFigure::new(data, geometry, id, data.indicator(id)?.latest_map_year()?, locale)
}

/// The pictures of an indicator as the author shows it: its chart, and its latest map.
pub fn leaving(content: &Content, geometry: &Arc<Geometry>, id: &str, locale: Locale) -> Vec<Box<dyn Leave>> {
    let data = &content.dataset;
    let chart = data.indicator(id).map(|i| Box::new(Chart::of(data, i, locale)) as Box<dyn Leave>);
    let map = map_of(content, geometry, id, locale).map(|map| Box::new(map) as Box<dyn Leave>);
    chart.into_iter().chain(map).collect()
}

/// Draws SVG with our fonts and no others: a picture is the same on every machine.
pub struct Painter {
    options: usvg::Options<'static>,
    /// What the fonts are, for the cache.
    fonts: String,
}

impl Painter {
    /// With the `.woff2` files of a folder.
    pub fn new(folder: &Path) -> Outcome<Self> {
        let mut db = fontdb::Database::new();
        let mut hashes = String::new();
        for (name, path) in files::list(folder)? {
            if path.extension().is_none_or(|e| e != "woff2") {
                continue;
            }
            let packed = files::read(&path)?;
            hashes.push_str(&files::hash(&packed));
            let font = wuff::decompress_woff2(&packed)
                .map_err(|e| stop!("Không mở được phông {name}: {e:?}; hãy thay tệp trong public/fonts"))?;
            db.load_font_data(font);
        }
        // Cut to size, the files name each weight as a family of its own ("Be Vietnam Pro SemiBold").
        let faces: Vec<fontdb::FaceInfo> = db.faces().cloned().collect();
        for mut face in faces {
            db.remove_face(face.id);
            for (family, _) in &mut face.families {
                "Be Vietnam Pro".clone_into(family);
            }
            db.push_face_info(face);
        }
        let options = usvg::Options { fontdb: Arc::new(db), ..usvg::Options::default() };
        Ok(Self { options, fonts: hashes })
    }

    /// Draws an SVG, so many times its own size, as PNG.
    pub fn png(&self, svg: &str, scale: f32) -> Outcome<Vec<u8>> {
        let wrong = |what: &dyn std::fmt::Display| stop!("Không vẽ được hình PNG: {what}");
        let tree = usvg::Tree::from_str(svg, &self.options).map_err(|e| wrong(&e))?;
        let size = tree.size();
        let (width, height) = ((size.width() * scale).round(), (size.height() * scale).round());
        let mut canvas = Pixmap::new(width as u32, height as u32).ok_or_else(|| wrong(&"hình rỗng"))?;
        resvg::render(&tree, Transform::from_scale(scale, scale), &mut canvas.as_mut());
        png::pack(canvas.data(), canvas.width(), canvas.height())
    }

    fn key(&self, job: &Job) -> String {
        files::hash(format!("{DRAWN_BY}\n{}\n{}\n{}", job.scale, self.fonts, job.svg).as_bytes())
    }
}

/// Draws what is not in the cache, on every core.
fn draw_all(painter: &Painter, jobs: &[Job]) -> Outcome<()> {
    // Without a cache folder everything is drawn each time, which is slower but no fault.
    let cache = files::cache().map(|folder| folder.join("hinh")).ok();
    let (next, drawn) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let fault = Mutex::new(None);
    let work = || {
        while let Some(job) = jobs.get(next.fetch_add(1, Ordering::Relaxed)) {
            match one(painter, job, cache.as_deref()) {
                Ok(true) => {
                    drawn.fetch_add(1, Ordering::Relaxed);
                }
                Ok(false) => {}
                Err(stop) => {
                    if let Ok(mut fault) = fault.lock() {
                        fault.get_or_insert(stop);
                    }
                    return;
                }
            }
        }
    };
    let threads = std::thread::available_parallelism().map_or(1, usize::from).min(MOST_THREADS);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(work);
        }
    });
    if let Some(stop) = fault.into_inner().unwrap_or_default() {
        return Err(stop);
    }
    if let Some(folder) = &cache {
        forget_old(folder);
    }
    say(format_args!("{} hình PNG ({} vẽ mới).", jobs.len(), drawn.into_inner()));
    Ok(())
}

/// Writes one picture; says whether it had to be drawn.
fn one(painter: &Painter, job: &Job, cache: Option<&Path>) -> Outcome<bool> {
    let kept = cache.map(|folder| folder.join(format!("{}.png", painter.key(job))));
    if let Some(path) = kept.as_deref().filter(|path| path.is_file()) {
        let bytes = files::read(path)?;
        // A torn file (a full disk, a build cut short) is drawn again.
        if bytes.ends_with(&[0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82]) {
            files::write(&job.path, bytes)?;
            return Ok(false);
        }
    }
    let bytes = painter.png(&job.svg, job.scale)?;
    if let Some(path) = kept
        && let Err(stop) = files::write(&path, &bytes)
    {
        note(stop);
    }
    files::write(&job.path, bytes)?;
    Ok(true)
}

/// How many pictures the cache keeps: some twenty builds of the site that all differ would fill a disk.
const MOST_KEPT: usize = 2000;

/// Removes the oldest pictures above the limit. That it fails is no fault.
fn forget_old(folder: &Path) {
    let Ok(found) = files::list(folder) else { return };
    if found.len() <= MOST_KEPT {
        return;
    }
    let age = |path: &Path| path.metadata().and_then(|about| about.modified()).ok();
    let mut by_age: Vec<_> = found.into_iter().map(|(_, path)| (age(&path), path)).collect();
    by_age.sort();
    for (_, path) in by_age.iter().take(by_age.len() - MOST_KEPT / 2) {
        let _ = files::remove(path);
    }
}
