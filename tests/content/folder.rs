//! A copy of the real content that a test may spoil.

use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

/// The real content.
pub(crate) fn real() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data")
}

/// A copy of the real content; gone when dropped.
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn new(name: &str) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let unique = format!("{name}-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let folder = Self(Path::new(env!("CARGO_TARGET_TMPDIR")).join(unique));
        copy(&real(), &folder.0);
        folder
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    /// The bytes of a file, changed.
    pub(crate) fn bytes(&self, file: &str, change: impl FnOnce(&mut Vec<u8>)) {
        let mut bytes = fs::read(self.0.join(file)).unwrap();
        change(&mut bytes);
        fs::write(self.0.join(file), bytes).unwrap();
    }

    /// The text of a file, changed; a change that changes nothing is a mistake of the test.
    pub(crate) fn edit(&self, file: &str, change: impl FnOnce(&str) -> String) {
        let before = fs::read_to_string(self.0.join(file)).unwrap();
        let after = change(&before);
        assert_ne!(before, after, "{file}: sửa mà không đổi gì");
        fs::write(self.0.join(file), after).unwrap();
    }

    /// The first occurrence of a text, replaced.
    pub(crate) fn text(&self, file: &str, from: &str, to: &str) {
        self.edit(file, |text| text.replacen(from, to, 1));
    }

    /// One line of a file, changed; an empty line is taken out.
    pub(crate) fn line(&self, file: &str, number: usize, change: impl FnOnce(&str) -> String) {
        self.edit(file, |text| {
            let mut lines: Vec<String> = text.lines().map(Into::into).collect();
            lines[number - 1] = change(&lines[number - 1]);
            lines.retain(|line| !line.is_empty());
            lines.join("\n") + "\n"
        });
    }

    /// Two lines of a file, exchanged.
    pub(crate) fn swap(&self, file: &str, one: usize, other: usize) {
        self.edit(file, |text| {
            let mut lines: Vec<&str> = text.lines().collect();
            lines.swap(one - 1, other - 1);
            lines.join("\n") + "\n"
        });
    }

    /// A JSON file, changed.
    pub(crate) fn json(&self, file: &str, change: impl FnOnce(&mut Value)) {
        self.edit(file, |text| {
            let mut value = serde_json::from_str(text).unwrap();
            change(&mut value);
            serde_json::to_string_pretty(&value).unwrap()
        });
    }

    /// A file, taken away.
    pub(crate) fn remove(&self, file: &str) {
        fs::remove_file(self.0.join(file)).unwrap();
    }

    /// A new file.
    pub(crate) fn create(&self, file: &str, text: &str) {
        fs::write(self.0.join(file), text).unwrap();
    }

    /// A file as it really is, again.
    pub(crate) fn restore(&self, file: &str) {
        fs::copy(real().join(file), self.0.join(file)).unwrap();
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}
