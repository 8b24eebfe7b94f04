//! How long a picture takes, natively: every figure with its data once, ten and a hundred times, beside what plotters'
//! own SVG writer takes for the same line, and what our writer takes alone.
//!
//! `cargo bench --bench figures`; words after `--` pick figures: `cargo bench --bench figures -- papi doc`.
//! Machines are noisy: every number is the median of many runs, and what counts are the ratios inside one run.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::print_stdout)]
#![allow(unreachable_pub)]

#[path = "clock.rs"]
mod clock;
#[path = "multiply.rs"]
mod multiply;
#[path = "report.rs"]
mod report;

use clock::{SAMPLE, SAMPLES, median};
use multiply::FACTORS;
use ngay_so::figure::{Chart, Kind, Size};
use ngay_so::site::content;
use plotters::prelude::*;
use plotters_svg::SVGBackend;
use report::{Row, Table};
use std::hint::black_box;
use std::path::Path;

/// The same points as plotters' own examples draw them: mesh, a line and circles a series, straight into SVG.
fn plotters_alone(chart: &Chart) -> String {
    let mut out = String::new();
    {
        let area = SVGBackend::with_string(&mut out, (640, 336)).into_drawing_area();
        let points = |i: usize| chart.series[i].data.iter().map(|d| (d.date.as_year(), d.value));
        let all = || (0..chart.series.len()).flat_map(points);
        let ends = |values: &mut dyn Iterator<Item = f64>| {
            values.fold((f64::INFINITY, f64::NEG_INFINITY), |e, v| (e.0.min(v), e.1.max(v)))
        };
        let (x, y) = (ends(&mut all().map(|p| p.0)), ends(&mut all().map(|p| p.1)));
        let mut plot = ChartBuilder::on(&area)
            .margin(10)
            .x_label_area_size(30)
            .y_label_area_size(40)
            .build_cartesian_2d(x.0..x.1 + 0.1, y.0..y.1 + 0.1)
            .unwrap();
        plot.configure_mesh().draw().unwrap();
        for i in 0..chart.series.len() {
            plot.draw_series(LineSeries::new(points(i), &RED)).unwrap();
            plot.draw_series(points(i).map(|p| Circle::new(p, 4, RED.filled()))).unwrap();
        }
        area.present().unwrap();
    }
    out
}

fn main() {
    let picked: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with("--")).collect();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data");
    let data = content::load(&folder).unwrap_or_else(|faults| panic!("{}", content::Report(&faults))).dataset;
    let mut table = Table::new(&[
        "hình",
        "điểm",
        "dựng ×1",
        "vẽ ×1",
        "vẽ ×10",
        "vẽ ×100",
        "tăng",
        "chữ/vẽ",
        "so plotters",
        "so plotters ×100",
    ]);
    let mut steep = Vec::new();
    for case in multiply::cases(&data) {
        let name = case.name(&data);
        if !picked.iter().all(|word| name.contains(word.as_str())) {
            continue;
        }
        let charts = FACTORS.map(|factor| case.chart(&data, factor));
        let draws = [0, 1, 2].map(|i| median(|| drop(black_box(multiply::draw(&charts[i], Size::Px(640))))));
        let build = median(|| drop(black_box(case.chart(&data, 1))));
        let scene = charts[0].draw(Size::Px(640));
        let text = median(|| drop(black_box(multiply::write(&scene))));
        let growth = report::growth([0, 1, 2].map(|i| charts[i].len()), draws);
        let beside = |i: usize| {
            let line = case.kind == Kind::Line;
            line.then(|| draws[i] / median(|| drop(black_box(plotters_alone(&charts[i])))))
        };
        let (once, often) = (beside(0), beside(2));
        if growth.is_some_and(|g| g > report::STEEP) {
            steep.push(name.clone());
        }
        table.push(
            Row::new(name)
                .count(charts[0].len())
                .micros(build)
                .micros(draws[0])
                .micros(draws[1])
                .micros(draws[2])
                .ratio(growth)
                .ratio(Some(text / draws[0]))
                .ratio(once)
                .ratio(often),
        );
    }
    println!(
        "Vẽ ở 640 px, trung vị của {SAMPLES} mẫu, mỗi mẫu ít nhất {} ms; thời gian một lần vẽ.",
        SAMPLE.as_millis()
    );
    println!(
        "vẽ = Chart::draw và viết thành chữ SVG; dựng = từ dữ liệu đến Chart; chữ/vẽ = phần của việc viết chữ."
    );
    println!("tăng = số mũ từ ×10 đến ×100: 1 là thời gian tăng bằng số điểm, 2 là bình phương.");
    println!("so plotters = vẽ ÷ SVGBackend của chính plotters với cùng các chuỗi, trong cùng lần chạy.");
    print!("{table}");
    println!("{}", report::verdict(&steep));
}
