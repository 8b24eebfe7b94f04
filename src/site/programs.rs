//! The programs besides the one that Trunk compiles: built by cargo, bound by wasm-bindgen, handed over as files.

use super::{Outcome, Stop, files, note, stop, tools};
use crate::route::Program;
use std::{
    env,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

/// A program with its glue and its wasm.
pub type Built = (Program, PathBuf, PathBuf);

/// Builds them; `work` is a folder that may be written in and thrown away.
pub fn build(root: &Path, work: &Path) -> Outcome<Vec<Built>> {
    let others: Vec<Program> = Program::ALL.into_iter().filter(|p| *p != Program::Reading).collect();
    compile(root, &others)?;
    let made = target(root).join("wasm32-unknown-unknown/web");
    let bindgen = tools::Tool::wasm_bindgen(root)?.ensure()?;
    others
        .into_iter()
        .map(|program| {
            let name = program.binary();
            let mut command = Command::new(&bindgen);
            command.args(["--target", "web", "--no-typescript", "--out-name", name, "--out-dir"]).arg(work);
            command.arg(made.join(format!("{name}.wasm")));
            run(command, "wasm-bindgen")?;
            Ok((program, work.join(format!("{name}.js")), work.join(format!("{name}_bg.wasm"))))
        })
        .collect()
}

/// Throws the working folder away.
pub fn clear(work: &Path) -> Outcome<()> {
    files::remove(work)
}

fn compile(root: &Path, programs: &[Program]) -> Outcome<()> {
    let mut command = Command::new(tools::cargo());
    command.current_dir(root).args(["build", "--quiet", "--offline", "--locked", "--profile", "web"]);
    command.args(["--target", "wasm32-unknown-unknown"]);
    for program in programs {
        command.args(["--bin", program.binary()]);
    }
    run(command, "cargo build")
}

fn run(mut command: Command, what: &str) -> Outcome<()> {
    let done = command.stdin(Stdio::null()).status();
    match done {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => Err(failed(what)),
        Err(e) => {
            note(e);
            Err(failed(what))
        }
    }
}

fn failed(what: &str) -> Stop {
    stop!("{what} không dựng được phần wasm: hãy sửa lỗi nêu ở trên rồi chạy lại")
}

fn target(root: &Path) -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from)
}
