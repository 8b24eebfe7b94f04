//! A finger on a chart: a swipe up scrolls the page, a tap pins a reading, a drag to the side reads along the line.

use crate::browser::Options;
use crate::data;
use crate::journeys;
use crate::page::{Journey, Page};
use crate::site::Site;
use ngay_so::figure::Chart;
use ngay_so::text::Locale;
use serde_json::json;
use thirtyfour::prelude::*;

journeys! {
    a_finger_scrolls_pins_and_reads_along: chromium, Options { size: (360, 740), scripts: true }, Site::plain().clone();
}

const TIP: &str = ".plot .tip";

/// A finger that goes down at the first place, along the others, and up.
async fn finger(page: &Page, path: &[(f64, f64)]) -> Journey {
    let tools = page.driver.cdp();
    for (i, (x, y)) in path.iter().enumerate() {
        let kind = if i == 0 { "touchStart" } else { "touchMove" };
        let at = json!({ "type": kind, "touchPoints": [{ "x": x, "y": y }] });
        tools.send_raw("Input.dispatchTouchEvent", at).await?;
    }
    let up = json!({ "type": "touchEnd", "touchPoints": [] });
    tools.send_raw("Input.dispatchTouchEvent", up).await?;
    Ok(())
}

/// The middle of the mark of a year, on the screen.
async fn mark(page: &Page, year: &str) -> WebDriverResult<(f64, f64)> {
    page.js(&format!(
        "const r = document.querySelector('.plot svg [data-x=\"{year}\"]').getBoundingClientRect(); \
         return [r.left + r.width / 2, r.top + r.height / 2]"
    ))
    .await
}

async fn a_finger_scrolls_pins_and_reads_along(page: &Page) -> Journey {
    let touch = json!({ "enabled": true, "maxTouchPoints": 1 });
    page.driver.cdp().send_raw("Emulation.setTouchEmulationEnabled", touch).await?;
    let chart = Chart::new(data(), "egdi-rank", Locale::Vi).unwrap();
    let says = |datum: usize| {
        let words = chart.say(0, datum).unwrap();
        format!("document.querySelector({TIP:?})?.textContent === {words:?}")
    };
    page.live("so-lieu/egdi-rank/").await?;
    let centre =
        "document.querySelector('.plot svg').scrollIntoView({ block: 'center', behavior: 'instant' })";
    page.driver.execute(centre, vec![]).await?;

    // A tap pins, and the reading stays after the finger has gone.
    let last = chart.series[0].data.len() - 1;
    let first_year = Chart::key_of(&chart.series[0].data[0]);
    let last_year = Chart::key_of(&chart.series[0].data[last]);
    finger(page, &[mark(page, &last_year).await?]).await?;
    page.until("lời chú sau khi chạm", &says(last)).await?;
    // A tap beside the picture puts it away.
    let (x, y): (f64, f64) = page
        .js("const r = document.querySelector('.chart .summary').getBoundingClientRect(); return [r.left + 9, r.bottom - 9]")
        .await?;
    finger(page, &[(x, y)]).await?;
    page.until("lời chú biến mất", &format!("!document.querySelector({TIP:?})")).await?;

    // To the side it reads along and the page stays where it is.
    let before: f64 = page.js("return scrollY").await?;
    let (from, to) = (mark(page, &last_year).await?, mark(page, &first_year).await?);
    let along: Vec<(f64, f64)> =
        (0..=20).map(|i| f64::from(i) / 20.0).map(|t| (from.0 + (to.0 - from.0) * t, from.1)).collect();
    finger(page, &along).await?;
    page.until("lời chú ở năm đầu", &says(0)).await?;
    let after: f64 = page.js("return scrollY").await?;
    assert!((after - before).abs() < 1.0, "kéo ngang mà trang cuộn {} px", after - before);

    // Upwards it scrolls, from the middle of the picture, and points at nothing.
    let (x, y) = mark(page, &last_year).await?;
    let up: Vec<(f64, f64)> = (0..=30).map(|i| (x - 40.0, y - 10.0 * f64::from(i))).collect();
    finger(page, &up).await?;
    page.until("trang cuộn 200 px", &format!("scrollY >= {}", after + 200.0)).await?;
    page.until("không còn lời chú", &format!("!document.querySelector({TIP:?})")).await
}
