//! Files for the workshop: reading, writing, listing and hashing, with errors that name the file.

use super::{Outcome, Stop, stop};
use sha2::{Digest, Sha256};
use std::{
    fmt::Write as _,
    fs, io,
    path::{Path, PathBuf},
};
use walkdir::WalkDir;

/// A file's bytes.
pub fn read(path: &Path) -> Outcome<Vec<u8>> {
    fs::read(path).map_err(|e| at("đọc", path, &e))
}

/// A file's text.
pub fn read_text(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).map_err(|e| at("đọc", path, &e))
}

/// Writes a file, and the folders above it.
pub fn write(path: &Path, bytes: impl AsRef<[u8]>) -> Outcome<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|e| at("tạo", folder, &e))?;
    }
    fs::write(path, bytes).map_err(|e| at("ghi", path, &e))
}

/// Removes a file or a whole folder; that it was not there is no fault.
pub fn remove(path: &Path) -> Outcome<()> {
    let done = if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
    match done {
        Err(e) if e.kind() != io::ErrorKind::NotFound => Err(at("xoá", path, &e)),
        _ => Ok(()),
    }
}

/// Every file below a folder as (path relative to it, with `/`; real path), in order. No folder: no files.
pub fn list(folder: &Path) -> Outcome<Vec<(String, PathBuf)>> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let mut found = Vec::new();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.map_err(|e| stop!("Không đọc được thư mục {}: {e}", folder.display()))?;
        if entry.file_type().is_file() {
            found.push((relative(folder, entry.path()), entry.into_path()));
        }
    }
    Ok(found)
}

/// The first few places of a content hash: enough to tell builds apart, short enough for a file name.
pub fn short_hash(bytes: &[u8]) -> String {
    hash(bytes).chars().take(12).collect()
}

/// SHA-256 in hexadecimal.
pub fn hash(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// Bytes in hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}

/// The user's cache folder for this project, whatever the system calls it.
pub fn cache() -> Outcome<PathBuf> {
    let var = |name: &str| std::env::var_os(name).filter(|v| !v.is_empty()).map(PathBuf::from);
    let home = || var("HOME").or_else(|| var("USERPROFILE"));
    let base = var("XDG_CACHE_HOME").or_else(|| {
        if cfg!(windows) {
            var("LOCALAPPDATA")
        } else if cfg!(target_os = "macos") {
            home().map(|h| h.join("Library/Caches"))
        } else {
            home().map(|h| h.join(".cache"))
        }
    });
    base.map(|b| b.join("ngay-so"))
        .ok_or_else(|| stop!("Không biết thư mục đệm của bạn ở đâu: hãy đặt biến XDG_CACHE_HOME"))
}

fn relative(folder: &Path, path: &Path) -> String {
    let parts = path.strip_prefix(folder).unwrap_or(path).components();
    parts.map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

fn at(doing: &str, path: &Path, error: &io::Error) -> Stop {
    stop!("Không {doing} được {}: {error}", path.display())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_sha_256() {
        assert!(hash(b"").starts_with("e3b0c44298fc1c14"));
        assert_eq!(short_hash(b"").len(), 12);
    }

    #[test]
    fn a_folder_is_listed_in_order_with_slashes() {
        let dir = std::env::temp_dir().join(format!("ngay-so-files-{}", std::process::id()));
        write(&dir.join("b/2.txt"), "2").unwrap();
        write(&dir.join("a.txt"), "1").unwrap();
        let names: Vec<_> = list(&dir).unwrap().into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["a.txt", "b/2.txt"]);
        remove(&dir).unwrap();
        assert_eq!(list(&dir).unwrap(), []);
    }
}
