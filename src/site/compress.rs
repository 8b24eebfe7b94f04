//! A `.br` and a `.gz` beside every text-like file, so that a host (and our server) sends the small one.
//!
//! Level 11 is slow, and most files of a rebuild are the old ones: results are kept in the cache folder by content.

use super::{Outcome, files, stop};
use flate2::{Compression, write::GzEncoder};
use std::{
    fs::File,
    io::Write as _,
    path::{Path, PathBuf},
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::{Duration, SystemTime},
};

const EXTENSIONS: [&str; 9] = ["html", "css", "js", "wasm", "json", "csv", "svg", "xml", "txt"];
/// A way to make bytes fewer.
type Pack = fn(&[u8]) -> std::io::Result<Vec<u8>>;

const SMALLEST: usize = 512;
const KEPT: Duration = Duration::from_hours(30 * 24);

/// Compresses what is in the folder; says how many files that were.
pub fn compress(folder: &Path) -> Outcome<usize> {
    let cache = files::cache()?.join("compressed");
    let mut work = Vec::new();
    for (name, path) in files::list(folder)? {
        let bytes = files::read(&path)?;
        if is_text(&name) && bytes.len() > SMALLEST {
            work.push((path, bytes));
        }
    }
    // The heaviest first, so that no thread is left alone with the wasm at the end.
    work.sort_by_key(|(_, bytes)| std::cmp::Reverse(bytes.len()));
    let next = AtomicUsize::new(0);
    let fault = Mutex::new(None);
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(2, usize::from) {
            scope.spawn(|| {
                while let Some((path, bytes)) = work.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let done = both(&cache, path, bytes);
                    if let (Err(stop), Ok(mut fault)) = (done, fault.lock()) {
                        *fault = Some(stop);
                    }
                }
            });
        }
    });
    prune(&cache);
    match fault.into_inner() {
        Ok(None) => Ok(work.len()),
        Ok(Some(stop)) => Err(stop),
        Err(_) => Err(stop!("Bước nén dừng giữa chừng: hãy chạy lại")),
    }
}

/// Whether a file is of a kind that shrinks.
pub fn is_text(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, end)| EXTENSIONS.contains(&end) || end == "webmanifest")
}

fn both(cache: &Path, path: &Path, bytes: &[u8]) -> Outcome<()> {
    let key = files::hash(bytes);
    let kinds: [(&str, Pack); 2] = [("br", brotli), ("gz", gzip)];
    for (kind, pack) in kinds {
        let kept = cache.join(format!("{key}.{kind}"));
        let packed = if let Ok(packed) = files::read(&kept) {
            // Still in use: not to be pruned. If the clock cannot be set, it is packed again one day.
            let _ = File::options()
                .append(true)
                .open(&kept)
                .and_then(|file| file.set_modified(SystemTime::now()));
            packed
        } else {
            let packed = pack(bytes).map_err(|e| stop!("Không nén được {}: {e}", path.display()))?;
            keep(&kept, &packed);
            packed
        };
        files::write(&beside(path, kind), packed)?;
    }
    Ok(())
}

/// `a.css` → `a.css.br`.
pub fn beside(path: &Path, kind: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(kind);
    name.into()
}

fn brotli(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let params = ::brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 24,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut out = Vec::new();
    ::brotli::BrotliCompress(&mut &*bytes, &mut out, &params)?;
    Ok(out)
}

fn gzip(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}

/// Written under another name first: another build may be reading. A cache that cannot be written is no fault.
fn keep(kept: &Path, packed: &[u8]) {
    let draft = kept.with_extension(format!("{}-{:?}", std::process::id(), thread::current().id()));
    if files::write(&draft, packed).is_ok() && std::fs::rename(&draft, kept).is_err() {
        let _ = files::remove(&draft);
    }
}

fn prune(cache: &Path) {
    for (_, path) in files::list(cache).unwrap_or_default() {
        let age =
            path.metadata().and_then(|about| about.modified()).ok().and_then(|time| time.elapsed().ok());
        if age.is_some_and(|age| age > KEPT) {
            let _ = files::remove(&path);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read as _;

    #[test]
    fn both_kinds_unpack_to_the_original() {
        let text = "Chuyển đổi số ".repeat(200);
        let mut back = Vec::new();
        ::brotli::BrotliDecompress(&mut &*brotli(text.as_bytes()).unwrap(), &mut back).unwrap();
        assert_eq!(back, text.as_bytes());
        let mut back = String::new();
        flate2::read::GzDecoder::new(&*gzip(text.as_bytes()).unwrap()).read_to_string(&mut back).unwrap();
        assert_eq!(back, text);
    }

    #[test]
    fn small_files_and_pictures_are_left_alone() {
        let dir = std::env::temp_dir().join(format!("ngay-so-compress-{}", std::process::id()));
        files::write(&dir.join("a.html"), "x".repeat(1000)).unwrap();
        files::write(&dir.join("b.html"), "x").unwrap();
        files::write(&dir.join("c.png"), "x".repeat(1000)).unwrap();
        assert_eq!(compress(&dir), Ok(1));
        let names: Vec<_> = files::list(&dir).unwrap().into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["a.html", "a.html.br", "a.html.gz", "b.html", "c.png"]);
        files::remove(&dir).unwrap();
    }
}
