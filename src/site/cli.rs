//! The command line: what the maintainer can ask for, in Vietnamese.

use super::{Outcome, build, finish, golden, note, place::Place, say, serve, simulate, stop};
use clap::{Args, Parser, Subcommand, error::ErrorKind};
use std::{
    env,
    path::{Path, PathBuf},
    process::ExitCode,
};

const TEMPLATE: &str = "{about}\n\nCách dùng: cargo run [-- [LỆNH] [TUỲ CHỌN]]\n\n{all-args}\n";

#[derive(Debug, Parser)]
#[command(
    name = "site",
    about = "Dựng và phục vụ trang Ngày Số. Không ghi lệnh: dựng rồi phục vụ.",
    help_template = TEMPLATE,
    subcommand_help_heading = "Lệnh",
    disable_help_flag = true,
    disable_help_subcommand = true
)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    options: Options,
}

#[derive(Debug, Clone, Copy, Subcommand)]
enum Command {
    /// Dựng trang vào thư mục dist
    #[command(help_template = TEMPLATE)]
    Build,
    /// Phục vụ thư mục dist đã dựng
    #[command(help_template = TEMPLATE)]
    Serve,
    /// Chỉ kiểm tra nội dung trong public/data
    #[command(help_template = TEMPLATE)]
    Check,
    /// So hình vẽ với bản đã duyệt trong tests/golden; mã thoát 2 khi có hình khác
    #[command(help_template = TEMPLATE)]
    Golden {
        /// Duyệt những gì đang được vẽ
        #[arg(long)]
        update: bool,
    },
    /// Cho người ảo làm bài trắc nghiệm, so với số đã công bố; mã thoát 1 khi vượt ngưỡng
    #[command(help_template = TEMPLATE)]
    Simulate {
        /// Số ngân hàng câu hỏi ảo
        #[arg(default_value_t = 10, value_name = "NGÂN HÀNG", hide_default_value = true)]
        banks: usize,
        /// Số người làm mỗi ngân hàng
        #[arg(default_value_t = 10_000, value_name = "NGƯỜI", hide_default_value = true)]
        takers: usize,
    },
    /// Phần sau của việc dựng trang; Trunk tự gọi
    #[command(hide = true, help_template = TEMPLATE)]
    Finish,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Tuỳ chọn")]
struct Options {
    /// Cổng của máy chủ; 0 là cổng trống bất kỳ (mặc định: 8080)
    #[arg(long, global = true, value_name = "SỐ", default_value_t = 8080, hide_default_value = true)]
    port: u16,
    /// Nơi đặt trang: đường dẫn như /x/, hoặc địa chỉ đầy đủ với tên miền (mặc định: /)
    #[arg(long, global = true, value_name = "ĐƯỜNG DẪN", default_value = "/", hide_default_value = true)]
    public_url: String,
    /// Thư mục chứa trang đã dựng (mặc định: dist)
    #[arg(long, global = true, value_name = "THƯ MỤC", default_value = "dist", hide_default_value = true)]
    dist: PathBuf,
    /// In trợ giúp này
    #[arg(short, long, global = true, action = clap::ArgAction::Help)]
    help: Option<bool>,
}

/// Does what the command line says; 0 when it worked, 1 after one line that says why not, 2 where pictures differ.
pub fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(help) if help.kind() == ErrorKind::DisplayHelp => {
            say(help.to_string().trim_end());
            return ExitCode::SUCCESS;
        }
        Err(error) => {
            let words: Vec<String> = env::args().skip(1).collect();
            note(format_args!(
                "Không hiểu lệnh \"{}\" ({}). Xem: cargo run -- --help",
                words.join(" "),
                error.kind()
            ));
            return ExitCode::FAILURE;
        }
    };
    match run(&cli) {
        Ok(code) => code,
        Err(stop) => {
            note(stop);
            ExitCode::FAILURE
        }
    }
}

fn run(cli: &Cli) -> Outcome<ExitCode> {
    let place = Place::parse(&cli.options.public_url)?;
    // Only these need the sources; a built folder can be served from anywhere.
    let (serving, building) =
        (serve::bind, |root: &Path| build::build(root, &dist(&cli.options, root), &place));
    match cli.command {
        None => {
            // The port first: better to hear at once that it is taken than after a long build.
            let listener = serving(cli.options.port)?;
            let root = root()?;
            building(&root)?;
            serve::serve(listener, &dist(&cli.options, &root), place.base())
        }
        Some(Command::Serve) => {
            let dist = root().map_or_else(|_| cli.options.dist.clone(), |root| dist(&cli.options, &root));
            serve::serve(serving(cli.options.port)?, &dist, place.base())
        }
        Some(Command::Build) => building(&root()?),
        Some(Command::Check) => finish::check(&root()?),
        Some(Command::Simulate { banks, takers }) => simulate::run(&root()?, banks, takers),
        Some(Command::Finish) => finish::run(&root()?),
        Some(Command::Golden { update }) => return golden::run(&root()?, update),
    }
    .map(|()| ExitCode::SUCCESS)
}

fn dist(options: &Options, root: &Path) -> PathBuf {
    root.join(&options.dist)
}

/// The project's folder: here or above.
fn root() -> Outcome<PathBuf> {
    let here = env::current_dir().map_err(|e| stop!("Không biết đang ở thư mục nào: {e}"))?;
    here.ancestors().find(|folder| folder.join("Trunk.toml").is_file()).map(Path::to_owned).ok_or_else(|| {
        stop!("Không thấy Trunk.toml ở {} hay phía trên: hãy chạy trong thư mục của dự án", here.display())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_sound_and_speaks_vietnamese() {
        use clap::CommandFactory;
        Cli::command().debug_assert();
        let help = Cli::command().render_help().to_string();
        for word in ["Lệnh:", "Tuỳ chọn:", "build", "serve", "check", "--port", "--public-url"] {
            assert!(help.contains(word), "{word} trong\n{help}");
        }
        for word in ["Usage", "Options", "Commands", "Print", "finish"] {
            assert!(!help.contains(word), "{word} trong\n{help}");
        }
    }

    #[test]
    fn flags_may_stand_before_or_after_the_command() {
        for words in [["site", "--port", "0", "serve"], ["site", "serve", "--port", "0"]] {
            assert_eq!(Cli::try_parse_from(words).unwrap().options.port, 0);
        }
        assert_eq!(Cli::try_parse_from(["site"]).unwrap().options.port, 8080);
    }
}
