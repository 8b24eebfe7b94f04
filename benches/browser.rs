//! How long a picture takes in Chromium, and how soon a chart answers a hand. `cargo bench --bench browser`.
//!
//! First the same figures as in the native bench, compiled as the shipped programs are, beside the native times of this
//! very run. Then the built site (`NGAY_SO_DIST`, else `dist`, built if need be): hover and arrow keys with the
//! processor four times slower, and the map drawn anew against given other coats. Words after `--`: `hinh`, `cham` or
//! `ban-do` for one part only, others pick figures.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::print_stdout)]
#![allow(unreachable_pub)]

#[allow(dead_code)] // the tests use all of it
#[path = "../tests/e2e/browser.rs"]
mod browser;
#[path = "clock.rs"]
mod clock;
#[path = "driver.rs"]
mod driver;
#[path = "hover.rs"]
mod hover;
#[path = "map.rs"]
mod map;
#[path = "multiply.rs"]
mod multiply;
#[path = "report.rs"]
mod report;

use driver::Session;
use multiply::FACTORS;
use ngay_so::data::Dataset;
use ngay_so::data::wire_write::{self, Facts};
use ngay_so::figure::{Chart, Size};
use ngay_so::site::{content, serve, tools};
use report::{Row, Table};
use std::fmt::Write as _;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

/// The page that holds the bench program and the clock.
const PAGE: &str = include_str!("do_toc.html");

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Serves a folder on a free port for as long as the bench runs.
fn served(folder: &Path) -> String {
    let listener = serve::bind(0).unwrap();
    listener.set_nonblocking(true).unwrap();
    let url = format!("http://{}/", listener.local_addr().unwrap());
    let router = serve::router(folder, "/");
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            axum::serve(tokio::net::TcpListener::from_std(listener).unwrap(), router).await.unwrap();
        });
    });
    url
}

fn run(mut command: Command) {
    let said = format!("{command:?}");
    assert!(command.current_dir(root()).status().unwrap().success(), "hỏng: {said}");
}

/// The bench program for the browser, in a folder with its page and its data.
fn program(data: &Dataset) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("do-toc");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("index.html"), PAGE).unwrap();
    std::fs::write(folder.join("trong.html"), hover::EMPTY).unwrap();
    std::fs::write(folder.join("du-lieu.json"), wire_write::write(data, Facts::All).to_string()).unwrap();
    folder
}

/// Compiles it, with the profile of the real programs.
fn compile(folder: &Path) {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    let mut build = Command::new(tools::cargo());
    build.args(["build", "--quiet", "--profile", "web", "--target", "wasm32-unknown-unknown"]);
    build.args(["--example", "do-toc"]);
    run(build);
    let mut bind = Command::new(tools::Tool::wasm_bindgen(root()).unwrap().ensure().unwrap());
    bind.args(["--target", "web", "--no-typescript", "--out-name", "do_toc", "--out-dir"]).arg(folder);
    bind.arg(target.join("wasm32-unknown-unknown/web/examples/do-toc.wasm"));
    run(bind);
}

/// Microseconds of one native draw.
fn native(chart: &Chart) -> f64 {
    clock::median(|| drop(black_box(multiply::draw(chart, Size::Px(640)))))
}

fn figures(data: &Dataset, url: &str, picked: &[String]) {
    let session = Session::start(false);
    session.open(url);
    session.until("window.ready");
    let mut table = Table::new(&[
        "hình",
        "điểm",
        "vẽ ×1",
        "vẽ ×10",
        "vẽ ×100",
        "tăng",
        "so máy ×1",
        "so máy ×100",
        "vào trang ×1",
        "vào trang ×100",
    ]);
    let mut steep = Vec::new();
    for (i, case) in multiply::cases(data).into_iter().enumerate() {
        let name = case.name(data);
        if !picked.iter().all(|word| name.contains(word.as_str())) {
            continue;
        }
        assert_eq!(session.js(&format!("return bench.name({i})")), name.as_str());
        // Count of data, microseconds to draw, microseconds into the page.
        let seen: [[f64; 3]; 3] =
            [0, 1, 2].map(|f| serde_json::from_value(session.js(&format!("return time({i}, {f})"))).unwrap());
        let charts = FACTORS.map(|factor| case.chart(data, factor));
        let counts = [0, 1, 2].map(|f| charts[f].len());
        assert_eq!(seen.map(|s| s[0] as usize), counts, "{name}: trình duyệt có dữ liệu khác");
        // The browser draws ours to the letter, at every size of the data.
        for (f, chart) in charts.iter().enumerate() {
            let theirs = session.js(&format!("bench.choose({i}, {f}); return bench.text(640)"));
            assert!(
                theirs == multiply::draw(chart, Size::Px(640)).1.as_str(),
                "{name}: trình duyệt vẽ khác máy"
            );
        }
        let growth = report::growth(counts, seen.map(|s| s[1]));
        if growth.is_some_and(|g| g > report::STEEP) {
            steep.push(name.clone());
        }
        table.push(
            Row::new(name)
                .count(counts[0])
                .micros(seen[0][1])
                .micros(seen[1][1])
                .micros(seen[2][1])
                .ratio(growth)
                .ratio(Some(seen[0][1] / native(&charts[0])))
                .ratio(Some(seen[2][1] / native(&charts[2])))
                .micros(seen[0][2])
                .micros(seen[2][2]),
        );
    }
    println!("Trong Chromium, wasm dựng như bản phát hành, 640 px; trung vị.");
    println!(
        "vẽ = Chart::draw và viết thành chữ SVG; so máy = chia cho thời gian của máy (opt-level 3), cùng lần chạy;"
    );
    println!("vào trang = trình duyệt đọc chữ ấy thành cây và bày ra (innerHTML rồi hỏi khung).");
    print!("{table}");
    println!("{}\n", report::verdict(&steep));
}

/// Whether hovering touches nothing but ring and tooltip.
fn answers(empty: &str, site: &str) -> bool {
    println!("Từ tay đến khung hình kế tiếp, bộ xử lý chậm {} lần; mili giây.", hover::SLOWER);
    println!("{:30}{:>28}   {:>28}", "", "việc của trang", "tới màn hình");
    let head = format!("{:>6} {:>6} {:>7} {:>4}", "giữa", "95 %", "≤ 16", "lần");
    println!("{:30}{head}   {head}", "");
    let line = |what: &str, times: &hover::Times| {
        println!("{what:30}{}   {}", hover::told(&times.work), hover::told(&times.screen));
    };
    let floor = hover::measure(empty, None);
    line("trang trống, chuột", &floor.hover);
    line("trang trống, phím", &floor.keys);
    let (mut faults, mut parts) = (Vec::new(), String::new());
    let plot = "figure[data-chart] .plot svg";
    for (path, picture) in
        [("so-lieu/egdi-rank/", plot), ("so-lieu/papi-egov/", plot), ("ban-do/", map::PICTURE)]
    {
        let seen = hover::measure(&format!("{site}{path}"), Some(picture));
        line(&format!("/{path}, chuột"), &seen.hover);
        line(&format!("/{path}, phím"), &seen.keys);
        faults.extend(seen.touched.into_iter().map(|touched| format!("/{path}: {touched}")));
        let most = seen.parts.iter().take(7).map(|(name, ms)| format!("{name} {ms:.1}"));
        let _ = writeln!(parts, "/{path}, chuột, ms mỗi lần: {}", most.collect::<Vec<_>>().join(", "));
    }
    print!("{parts}");
    faults.sort();
    faults.dedup();
    if faults.is_empty() {
        println!(
            "Rê chuột chỉ chạm vào vòng và lời chú, ở bản đồ là một đường viền và phần bên cạnh: không đường, điểm, chữ nào của hình bị vẽ lại."
        );
    } else {
        println!("Rê chuột chạm vào cả những thứ khác:\n{}", faults.join("\n"));
    }
    faults.is_empty()
}

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with("--")).collect();
    let (halves, picked): (Vec<String>, Vec<String>) =
        words.into_iter().partition(|word| matches!(word.as_str(), "hinh" | "cham" | "ban-do"));
    let wants = |half: &str| halves.is_empty() || halves.iter().any(|h| h == half);
    let content = content::load(&root().join("public/data"))
        .unwrap_or_else(|faults| panic!("{}", content::Report(&faults)));
    let data = &content.dataset;
    let folder = program(data);
    let bench = served(&folder);
    if wants("hinh") {
        compile(&folder);
        figures(data, &bench, &picked);
    }
    if wants("ban-do") {
        map::native(&content.dataset, &content.topology);
    }
    if wants("cham") || wants("ban-do") {
        let dist = std::env::var_os("NGAY_SO_DIST").map_or_else(
            || {
                let mut build = Command::new(tools::cargo());
                build.args(["run", "--quiet", "--", "build"]);
                run(build);
                root().join("dist")
            },
            PathBuf::from,
        );
        let site = served(&dist);
        if wants("ban-do") {
            map::page(&site);
        }
        if wants("cham") && !answers(&format!("{bench}trong.html"), &site) {
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}
