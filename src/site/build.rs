//! Is there anything to do? If so, runs Trunk, which calls `finish` before it replaces `dist`.

use super::{Outcome, files, place::Place, say, stop, tools, tools::Tool};
use sha2::{Digest, Sha256};
use std::{
    collections::BTreeMap,
    io::{BufRead as _, BufReader},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::Instant,
};

/// What a build depends on, besides the tools and the public address.
const INPUTS: [&str; 10] = [
    "src",
    "public",
    "style",
    "index.html",
    "Cargo.toml",
    "Cargo.lock",
    "Trunk.toml",
    "build.rs",
    "rust-toolchain.toml",
    ".cargo",
];

const FINGERPRINT: &str = ".fingerprint";

/// Builds the site into `dist`, unless what is there is what would be built.
pub fn build(root: &Path, dist: &Path, place: &Place) -> Outcome<()> {
    let started = Instant::now();
    let _lock = tools::lock(&format!("dist-{}", files::short_hash(dist.as_os_str().as_encoded_bytes())))?;
    let (trunk, bindgen) = (Tool::trunk(), Tool::wasm_bindgen(root)?);
    let extra = [place.public_url(), trunk.label(), bindgen.label(), tools::wasm_opt_label()];
    let print = fingerprint(root, &extra)?;
    if files::read_text(&dist.join(FINGERPRINT)).is_ok_and(|old| old == print) && is_whole(dist) {
        say("Trang đã dựng sẵn và không có gì đổi: bỏ qua bước dựng.");
        return Ok(());
    }

    tools::ensure_wasm_target()?;
    let found = [trunk.ensure()?, bindgen.ensure()?];
    tools::ensure_crates(root)?;
    say("Đang dựng trang (lần đầu mất vài phút)…");
    run_trunk(root, dist, place, &found)?;
    files::write(&dist.join(FINGERPRINT), print)?;
    say(format_args!("Đã dựng xong sau {} giây: {}", started.elapsed().as_secs(), dist.display()));
    Ok(())
}

fn run_trunk(root: &Path, dist: &Path, place: &Place, found: &[PathBuf; 2]) -> Outcome<()> {
    let [trunk, _] = found;
    let mut command = Command::new(trunk);
    command.args([
        "--log",
        "warn",
        "build",
        "--release",
        "--offline",
        "--public-url",
        &place.public_url(),
        "--dist",
    ]);
    command.arg(dist).current_dir(root).stdin(Stdio::null()).env("PATH", tools::path_with(found)?);
    // Trunk reads these as flags of its own and refuses `NO_COLOR=1`.
    command.env_remove("NO_COLOR").env_remove("RUST_LOG").env_remove("RUST_BACKTRACE");
    // What Cargo told *us* about this package would be told again, stale, to the hook's own Cargo.
    for (name, _) in std::env::vars_os() {
        let ours = name
            .to_str()
            .is_some_and(|name| name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_"));
        if ours || name.to_str().is_some_and(|name| name.starts_with("TRUNK_")) {
            command.env_remove(name);
        }
    }
    let spawned = command.stdout(Stdio::piped()).spawn();
    let mut child = spawned
        .map_err(|e| stop!("Không chạy được trunk ({e}): hãy xoá {} rồi chạy lại", trunk.display()))?;
    let mut last_words = Vec::new();
    for line in
        child.stdout.take().into_iter().flat_map(|out| BufReader::new(out).lines()).map_while(Result::ok)
    {
        if line.contains(" ERROR ") || !last_words.is_empty() {
            last_words.push(line);
        } else if !line.contains("Failed to minify JS") {
            // That minifier does not know `export { x as default }`; the glue ships as it is, and nothing is wrong.
            say(line);
        }
    }
    // When our own hook or the compiler stopped, they have said why; Trunk only knows that they did.
    if !last_words.iter().any(|line| line.contains("hook call to") || line.contains("cargo call")) {
        last_words.iter().for_each(say);
    }
    if child.wait().is_ok_and(|status| status.success()) {
        return Ok(());
    }
    Err(stop!(
        "Chưa dựng được trang: hãy sửa lỗi nêu ở ngay trên, rồi chạy lại (bản đã dựng trước đó còn nguyên)"
    ))
}

/// One hash over every input: names, contents, tools, address.
fn fingerprint(root: &Path, extra: &[String]) -> Outcome<String> {
    let mut hasher = Sha256::new();
    let mut add = |name: &str, bytes: &[u8]| {
        // Lengths in between, so that no two different sets of inputs run together into the same bytes.
        hasher.update((name.len() as u64).to_le_bytes());
        hasher.update(name);
        hasher.update((bytes.len() as u64).to_le_bytes());
        hasher.update(bytes);
    };
    for text in extra {
        add("", text.as_bytes());
    }
    for input in INPUTS {
        let path = root.join(input);
        if path.is_file() {
            add(input, &files::read(&path)?);
        }
        for (name, file) in files::list(&path)? {
            add(&format!("{input}/{name}"), &files::read(&file)?);
        }
    }
    Ok(files::hex(&hasher.finalize()))
}

/// Whether every file that `phien-ban.json` lists is in the folder, unharmed.
fn is_whole(dist: &Path) -> bool {
    #[derive(serde::Deserialize)]
    struct Version {
        files: BTreeMap<String, String>,
    }
    let version = files::read(&dist.join("phien-ban.json")).ok();
    let version: Option<Version> = version.and_then(|bytes| serde_json::from_slice(&bytes).ok());
    version.is_some_and(|version| {
        !version.files.is_empty()
            && version.files.iter().all(|(name, sha)| {
                files::read(&dist.join(name)).is_ok_and(|bytes| files::hash(&bytes) == *sha)
            })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str) -> PathBuf {
        let path = std::env::temp_dir().join(format!("ngay-so-build-{name}-{}", std::process::id()));
        files::remove(&path).unwrap();
        path
    }

    #[test]
    fn the_fingerprint_changes_with_every_input_and_nothing_else() {
        let root = folder("print");
        let print = |extra: &str| fingerprint(&root, &[extra.to_owned()]).unwrap();
        files::write(&root.join("src/a.rs"), "1").unwrap();
        let first = print("/");
        assert_eq!(first, print("/"));
        assert_ne!(first, print("/x/"), "địa chỉ");
        files::write(&root.join("README.md"), "không dự phần").unwrap();
        assert_eq!(first, print("/"));
        files::write(&root.join("src/a.rs"), "2").unwrap();
        let second = print("/");
        assert_ne!(first, second, "nội dung");
        std::fs::rename(root.join("src/a.rs"), root.join("src/b.rs")).unwrap();
        assert_ne!(second, print("/"), "tên");
        files::remove(&root).unwrap();
    }

    #[test]
    fn a_harmed_dist_is_noticed() {
        let dist = folder("whole");
        assert!(!is_whole(&dist));
        files::write(&dist.join("index.html"), "x").unwrap();
        files::write(
            &dist.join("phien-ban.json"),
            format!("{{\"files\":{{\"index.html\":\"{}\"}}}}", files::hash(b"x")),
        )
        .unwrap();
        assert!(is_whole(&dist));
        files::write(&dist.join("index.html"), "y").unwrap();
        assert!(!is_whole(&dist));
        files::remove(&dist).unwrap();
    }
}
