//! The tools a build needs (wasm target, crates, Trunk, wasm-bindgen) and where they are.
//!
//! A tool of the right version on PATH is taken; else the one in the user's cache folder
//! (`ngay-so/tools/<name>-<version>`), shared by all clones; else it is installed there.

use super::{Outcome, files, note, stop};
use std::{
    env,
    ffi::OsString,
    fs::File,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::Instant,
};

const WASM: &str = "wasm32-unknown-unknown";

/// A program that `cargo install` can bring.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tool {
    /// The command.
    pub name: &'static str,
    krate: &'static str,
    version: String,
    minutes: u8,
}

impl Tool {
    /// Trunk: compiles the page and calls `finish`. 0.22 needs a newer compiler than ours.
    pub fn trunk() -> Self {
        Self { name: "trunk", krate: "trunk", version: "0.21.14".to_owned(), minutes: 7 }
    }

    /// wasm-bindgen, in exactly the version that `Cargo.lock` names: the two halves must match.
    pub fn wasm_bindgen(root: &Path) -> Outcome<Self> {
        let lock = files::read_text(&root.join("Cargo.lock"))?;
        let version = locked(&lock, "wasm-bindgen")
            .ok_or_else(|| stop!("Cargo.lock không có wasm-bindgen: hãy lấy lại Cargo.lock từ kho mã"))?;
        Ok(Self { name: "wasm-bindgen", krate: "wasm-bindgen-cli", version: version.to_owned(), minutes: 4 })
    }

    /// geckodriver: lets the tests drive Firefox.
    pub fn geckodriver() -> Self {
        Self { name: "geckodriver", krate: "geckodriver", version: "0.37.1".to_owned(), minutes: 3 }
    }

    /// `trunk 0.21.14`, for fingerprints and messages.
    pub fn label(&self) -> String {
        format!("{} {}", self.name, self.version)
    }

    /// Where the tool is, if it is anywhere: PATH first, then the cache folder.
    pub fn find(&self) -> Option<PathBuf> {
        let on_path = which::which_all(self.name).ok()?.find(|path| self.is(path));
        on_path.or_else(|| Some(self.installed().ok()?).filter(|path| self.is(path)))
    }

    /// Where the tool is, after installing it if need be.
    pub fn ensure(&self) -> Outcome<PathBuf> {
        if let Some(path) = self.find() {
            return Ok(path);
        }
        let _lock = lock("tools")?;
        // Another clone may have installed it while we waited.
        match self.find() {
            Some(path) => Ok(path),
            None => self.install(),
        }
    }

    fn install(&self) -> Outcome<PathBuf> {
        let label = self.label();
        if cfg!(unix) && ["cc", "gcc", "clang"].iter().all(|name| which::which(name).is_err()) {
            return Err(stop!(
                "Thiếu trình biên dịch C để cài {label}: hãy cài gcc hoặc clang (Debian: apt-get install build-essential), rồi chạy lại"
            ));
        }
        note(format_args!("Đang cài {label} vào thư mục đệm (chỉ lần đầu, khoảng {} phút)…", self.minutes));
        let started = Instant::now();
        let mut cargo = Command::new(cargo());
        cargo.args(["install", self.krate, "--version", &format!("={}", self.version), "--locked", "--root"]);
        cargo.arg(self.folder()?);
        // Its own target folder: ours may be locked, and its leftovers are of no use to us.
        for name in ["CARGO_TARGET_DIR", "CARGO_BUILD_TARGET", "RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS"] {
            cargo.env_remove(name);
        }
        let done =
            cargo.status().map_err(|e| stop!("Không chạy được cargo ({e}): hãy cài rustup, rồi chạy lại"))?;
        let path = self.installed()?;
        if !done.success() || !self.is(&path) {
            return Err(stop!(
                "Không cài được {label} (lý do ở ngay trên): hãy kiểm tra kết nối mạng rồi chạy lại, hoặc tự cài bằng: cargo install {} --version {} --locked",
                self.krate,
                self.version
            ));
        }
        note(format_args!("Đã cài {label} sau {} giây.", started.elapsed().as_secs()));
        Ok(path)
    }

    fn is(&self, path: &Path) -> bool {
        let said = Command::new(path).arg("--version").stdin(Stdio::null()).stderr(Stdio::null()).output();
        said.is_ok_and(|out| says(&String::from_utf8_lossy(&out.stdout), &self.version))
    }

    fn installed(&self) -> Outcome<PathBuf> {
        Ok(self.folder()?.join("bin").join(format!("{}{}", self.name, env::consts::EXE_SUFFIX)))
    }

    fn folder(&self) -> Outcome<PathBuf> {
        Ok(files::cache()?.join("tools").join(format!("{}-{}", self.name, self.version)))
    }
}

/// geckodriver, installed if need be: for the browser tests.
pub fn geckodriver() -> Outcome<PathBuf> {
    Tool::geckodriver().ensure()
}

/// The first of several commands that is on PATH: `first_of(&["chromium", "google-chrome"])`.
pub fn first_of(names: &[&str]) -> Option<PathBuf> {
    names.iter().find_map(|name| which::which(name).ok())
}

/// wasm-opt, if the machine has it; the page is smaller with it.
pub fn wasm_opt() -> Option<PathBuf> {
    first_of(&["wasm-opt"])
}

/// The version line of wasm-opt, so that a change of it leads to a new build.
pub fn wasm_opt_label() -> String {
    let said = wasm_opt().and_then(|path| Command::new(path).arg("--version").output().ok());
    said.map_or_else(
        || "no wasm-opt".to_owned(),
        |out| String::from_utf8_lossy(&out.stdout).trim().to_owned(),
    )
}

/// The compiler must know wasm; rustup can teach it.
pub fn ensure_wasm_target() -> Outcome<()> {
    let known = || {
        let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
        let said = Command::new(rustc).args(["--print", "target-libdir", "--target", WASM]).output();
        said.is_ok_and(|out| {
            out.status.success() && Path::new(String::from_utf8_lossy(&out.stdout).trim()).is_dir()
        })
    };
    if known() {
        return Ok(());
    }
    if which::which("rustup").is_err() {
        return Err(stop!(
            "Trình biên dịch chưa có đích {WASM} và máy không có rustup: hãy cài rustup, rồi chạy lại"
        ));
    }
    let _lock = lock("tools")?;
    note(format_args!("Đang thêm đích {WASM} (chỉ lần đầu, khoảng một phút)…"));
    let done = Command::new("rustup").args(["target", "add", WASM]).status();
    if done.is_ok_and(|status| status.success()) && known() {
        return Ok(());
    }
    Err(stop!("Không thêm được đích {WASM}: hãy kiểm tra kết nối mạng, rồi chạy: rustup target add {WASM}"))
}

/// The crates of the wasm half: building this program has only downloaded those of the native half, and Trunk
/// runs offline.
pub fn ensure_crates(root: &Path) -> Outcome<()> {
    let fetch = |extra: &[&str]| {
        let mut command = Command::new(cargo());
        command.args(["fetch", "--locked"]).args(extra).current_dir(root);
        command
    };
    let here = fetch(&["--offline"]).stdout(Stdio::null()).stderr(Stdio::null()).status();
    if here.is_ok_and(|status| status.success()) {
        return Ok(());
    }
    note("Đang tải các thư viện (chỉ lần đầu)…");
    if fetch(&[]).status().is_ok_and(|status| status.success()) {
        return Ok(());
    }
    Err(stop!("Không tải được các thư viện: hãy kiểm tra kết nối mạng, rồi chạy lại"))
}

/// PATH with the folders of these tools in front.
pub fn path_with(tools: &[PathBuf]) -> Outcome<OsString> {
    let old = env::var_os("PATH").unwrap_or_default();
    let folders =
        tools.iter().filter_map(|tool| tool.parent().map(Path::to_owned)).chain(env::split_paths(&old));
    env::join_paths(folders).map_err(|e| stop!("Biến PATH có thư mục lạ ({e}): hãy sửa PATH, rồi chạy lại"))
}

/// Cargo, the one that runs us if there is one.
pub fn cargo() -> OsString {
    env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}

/// Waits for its turn among all clones of this user; free again when the value is dropped.
pub fn lock(name: &str) -> Outcome<File> {
    let path = files::cache()?.join("locks").join(format!("{name}.lock"));
    files::write(&path, "")?;
    let cannot = |e: &dyn std::fmt::Display| {
        stop!("Không khoá được {}: {e}; hãy xoá tệp ấy rồi chạy lại", path.display())
    };
    let file = File::open(&path).map_err(|e| cannot(&e))?;
    if file.try_lock().is_err() {
        note("Một lần chạy khác đang làm việc này, đang chờ…");
        file.lock().map_err(|e| cannot(&e))?;
    }
    Ok(file)
}

/// The version of a crate in the text of a `Cargo.lock`.
fn locked<'a>(lock: &'a str, name: &str) -> Option<&'a str> {
    let heading = format!("name = \"{name}\"");
    let mut lines = lock.lines().skip_while(|line| line.trim() != heading).skip(1);
    lines.next()?.trim().strip_prefix("version = \"")?.strip_suffix('"')
}

/// Whether `--version` output names exactly this version.
fn says(output: &str, version: &str) -> bool {
    output
        .split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | ','))
        .any(|word| word.trim_start_matches('v') == version)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_from_what_is_there() {
        let lock = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4\"\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.129\"\n";
        assert_eq!(locked(lock, "wasm-bindgen"), Some("0.2.129"));
        assert_eq!(locked(lock, "trunk"), None);
        assert!(says("wasm-bindgen 0.2.129 (abc)\n", "0.2.129"));
        assert!(!says("wasm-bindgen 0.2.12", "0.2.129") && !says("wasm-bindgen 0.2.129", "0.2.12"));
    }

    #[test]
    fn tools_come_first_on_path() {
        let path = path_with(&[PathBuf::from("/a/bin/trunk"), PathBuf::from("/b/bin/x")]).unwrap();
        let folders: Vec<_> = env::split_paths(&path).take(2).collect();
        assert_eq!(folders, [PathBuf::from("/a/bin"), PathBuf::from("/b/bin")]);
    }

    #[test]
    fn a_lock_is_free_again_when_dropped() {
        let first = lock("thử").unwrap();
        drop(first);
        assert!(lock("thử").is_ok());
    }
}
