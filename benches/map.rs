//! The province map: drawn from the data, drawn anew on shapes that are laid out, and only given other coats; natively,
//! and in the page with the processor four times slower.

use crate::clock::median;
use crate::driver::{Session, pause};
use crate::hover::{self, SLOWER, Times};
use ngay_so::data::Dataset;
use ngay_so::figure::Size;
use ngay_so::figure::map::MapFigure;
use ngay_so::figure::map_sheet::Sheet;
use ngay_so::geo::Geometry;
use ngay_so::scene::svg;
use ngay_so::text::Locale;
use std::hint::black_box;
use std::sync::Arc;

/// What the design allows for a map drawn from the data, in milliseconds.
const DRAWN: f64 = 30.0;
/// How often each change is made.
const TIMES: usize = 24;
/// The picture of the page.
pub const PICTURE: &str = "figure[data-chart] svg[role='application']";

/// Natively: microseconds from data to text, on shapes that are laid out, and for the coats alone.
pub fn native(data: &Dataset, topology: &str) {
    let shapes = Arc::new(Geometry::parse(topology).unwrap());
    let figure = |year| MapFigure::new(data, &shapes, "papi-egov", year, Locale::Vi).unwrap();
    let level = figure(2024).level;
    let whole = |year| {
        let figure = figure(year);
        let sheet = Sheet::new(&shapes, level, Size::Wide);
        write(&figure, &sheet)
    };
    let sheet = Sheet::new(&shapes, level, Size::Wide);
    let (one, other) = (figure(2024), figure(2023));
    let mut turn = false;
    let mut next = || {
        turn = !turn;
        if turn { &one } else { &other }
    };
    let full = median(|| {
        black_box(whole(2024));
    });
    let again = median(|| {
        black_box(write(next(), &sheet));
    });
    let coats = median(|| {
        let figure = next();
        for unit in &figure.units {
            black_box(figure.coat(unit.code));
        }
    });
    println!("Bản đồ 63 đơn vị, trên máy (opt-level 3), trung vị:");
    println!("  từ số liệu đến chữ SVG           {:8.2} ms", full / 1000.0);
    println!("  vẽ lại trên hình đã bày sẵn      {:8.2} ms", again / 1000.0);
    println!("  chỉ đổi áo (lớp và tên)          {:8.2} ms", coats / 1000.0);
    println!("  vẽ lại ÷ đổi áo                  {:8.1} lần\n", again / coats);
}

fn write(figure: &MapFigure, sheet: &Sheet) -> usize {
    let mut out = String::new();
    for node in svg::content(&figure.draw_on(sheet)) {
        svg::write(&node, &mut out);
    }
    out.len()
}

/// In the page: another indicator (coats), other units (shapes and all), and the two by the document alone.
pub fn page(site: &str) {
    let session = Session::start(true);
    session.open(&format!("{site}ban-do/?chi-so=population"));
    session.until("document.documentElement.dataset.app == 'live'");
    session.until(&format!("document.querySelector(\"{PICTURE}\")"));
    session.slow_down(SLOWER);
    pause(1500);
    let alternate = |mark: &str, pair: [&str; 2]| {
        session.js(&format!("console.timeStamp('{mark}')"));
        for k in 0..TIMES {
            session.js(&format!("document.querySelector(\"{}\").click()", pair[k % 2]));
            pause(250);
        }
    };
    alternate("áo", ["input[name='chi-so'][value='papi-egov']", "input[name='chi-so'][value='population']"]);
    alternate("hình", ["input[name='don-vi'][value='34']", "input[name='don-vi'][value='63']"]);
    session.js("console.timeStamp('hết')");
    // The document's share alone: the same picture parsed anew, against other classes and names on its nodes.
    let [anew, dressed]: [f64; 2] = serde_json::from_value(session.js(&format!(
        "const svg = document.querySelector(\"{PICTURE}\"), text = svg.innerHTML, copy = svg.cloneNode(false); svg.after(copy); \
         const middle = run => {{ const all = []; for (let i = 0; i < 15; i++) {{ const t = performance.now(); run(i); copy.getBBox(); getComputedStyle(copy.querySelector('[data-unit]')).fill; all.push(performance.now() - t) }} return all.sort((a, b) => a - b)[7] }}; \
         const anew = middle(() => {{ copy.innerHTML = text }}), nodes = [...copy.querySelectorAll('[data-unit]')], before = nodes.map(n => [n.getAttribute('class'), n.getAttribute('aria-label')]); \
         const dressed = middle(i => nodes.forEach((n, k) => {{ const [c, l] = before[(k + i) % before.length]; n.setAttribute('class', c); n.setAttribute('aria-label', l) }})); copy.remove(); return [anew, dressed]"
    )))
    .unwrap();
    let trace = session.trace();
    let [from, middle, to] = ["áo", "hình", "hết"].map(|name| hover::mark(&trace, name));
    assert!(0.0 < from && from < middle && middle < to, "vết không có mốc: {from} {middle} {to}");
    let of = |span| hover::times(&trace, "change", "", span).0;
    let (coats, shapes): (Times, Times) = (of((from, middle)), of((middle, to)));
    println!(
        "Bản đồ trong trang, bộ xử lý chậm {SLOWER} lần; mili giây từ việc chọn đến khung hình kế tiếp (giữa, 95 %, ≤ 16, lần)."
    );
    println!("  chỉ số khác: cùng hình, áo khác  {}", hover::told(&coats.work));
    println!("  đơn vị khác: vẽ cả từ số liệu    {}", hover::told(&shapes.work));
    let (coats, shapes) = (middle_of(&coats.work), middle_of(&shapes.work));
    println!("  vẽ cả ÷ đổi áo                   {:6.1} lần", shapes / coats);
    println!("  vẽ cả trong {DRAWN} ms               {}", if shapes <= DRAWN { "có" } else { "không" });
    println!(
        "  riêng cây của trang: dựng lại {anew:.1} ms, đổi áo {dressed:.1} ms, {:.1} lần\n",
        anew / dressed
    );
}

fn middle_of(times: &[f64]) -> f64 {
    let mut sorted = times.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied().unwrap_or(f64::NAN)
}
