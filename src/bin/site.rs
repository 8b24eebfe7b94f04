//! The native entry: `cargo run` builds the site and serves it; `cargo run -- --help` says what else there is.

use std::process::ExitCode;

fn main() -> ExitCode {
    ngay_so::site::cli::main()
}
