//! The approved pictures: what is drawn today is what somebody has looked at, and the command that says so can be
//! trusted, also when something differs or breaks.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use ngay_so::site::golden::{self, FOLDER, What};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn every_picture_is_as_approved() {
    let verdict = golden::compare(root()).unwrap();
    assert!(verdict.differences.is_empty(), "{}", golden::told(&verdict));
    assert!(verdict.sheets > 200, "{}", verdict.sheets);
    assert!(verdict.bytes < 7_500_000, "{} byte là quá nhiều cho một kho mã", verdict.bytes);
}

/// A project of its own: the real content, and the approved sheets to spoil.
struct Project(PathBuf);

impl Project {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("ngay-so-golden-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("Trunk.toml"), "").unwrap();
        for part in ["public/data", FOLDER] {
            copy(&root().join(part), &folder.join(part));
        }
        Self(folder)
    }

    fn golden(&self, words: &[&str]) -> (Option<i32>, String) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_site"));
        let Output { status, stdout, stderr } =
            command.arg("golden").args(words).current_dir(&self.0).output().unwrap();
        (status.code(), String::from_utf8_lossy(&[stdout, stderr].concat()).into_owned())
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Project {
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

#[test]
fn all_differences_are_told_at_once_and_can_be_approved() {
    let project = Project::new("khac");
    let (changed, missing, odd) = (
        format!("{FOLDER}/vi-light/egdi-rank-duong.svg"),
        format!("{FOLDER}/en-dark/papi-egov-cham.svg"),
        format!("{FOLDER}/vi-dark/cu.svg"),
    );
    let before = fs::read_to_string(project.path(&changed)).unwrap();
    let place = before.lines().position(|line| line.contains("data-value=\"71\"")).unwrap();
    fs::write(project.path(&changed), before.replace("data-value=\"71\"", "data-value=\"17\"")).unwrap();
    fs::remove_file(project.path(&missing)).unwrap();
    fs::write(project.path(&odd), "<svg/>").unwrap();

    let (code, said) = project.golden(&[]);
    assert_eq!(code, Some(2), "{said}");
    for words in [&changed, &missing, &odd, "data-value=\"17\"", "data-value=\"71\"", "--update"] {
        assert!(said.contains(words), "thiếu {words} trong:\n{said}");
    }
    assert!(said.contains(&format!("dòng {}", place + 1)), "{said}");
    // What was drawn lies where the words say.
    let drawn = fs::read_to_string(project.path("target/golden/vi-light/egdi-rank-duong.svg")).unwrap();
    assert_eq!(drawn, before);
    assert!(project.path("target/golden/en-dark/papi-egov-cham.svg").is_file());

    assert_eq!(project.golden(&["--update"]).0, Some(0));
    assert_eq!(fs::read_to_string(project.path(&changed)).unwrap(), before);
    assert!(project.path(&missing).is_file() && !project.path(&odd).exists());
    let (code, said) = project.golden(&[]);
    assert_eq!(code, Some(0), "{said}");
    assert!(!project.path("target/golden").exists(), "tờ đã duyệt còn nằm trong target/golden");
}

#[test]
fn a_changed_value_shows_in_every_picture_of_its_indicator() {
    let project = Project::new("so");
    let csv = project.path("public/data/indicators/gci-rank.csv");
    let text = fs::read_to_string(&csv).unwrap();
    let line = text.lines().last().unwrap();
    fs::write(&csv, text.replace(line, &line.replacen(",17,", ",16,", 1))).unwrap();
    let verdict = golden::compare(&project.0).unwrap();
    let mine = |file: &str| file.contains("/gci-rank-");
    assert!(verdict.differences.iter().all(|d| mine(&d.file)), "{}", golden::told(&verdict));
    // Line and slope, two languages, two schemes.
    assert_eq!(verdict.differences.len(), 8, "{}", golden::told(&verdict));
    assert!(verdict.differences.iter().all(|d| matches!(d.what, What::Line { .. })));
}

#[test]
fn a_broken_tester_is_not_a_difference() {
    let project = Project::new("hong");
    fs::write(project.path("public/data/indicators/gci-rank.csv"), "không phải bảng\n").unwrap();
    let (code, said) = project.golden(&[]);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("gci-rank.csv"), "{said}");
    // Nor is content that cannot be read a reason to throw the approved pictures away.
    assert_eq!(project.golden(&["--update"]).0, Some(1));
    assert!(project.path(&format!("{FOLDER}/vi-light/gci-rank-duong.svg")).is_file());
}
