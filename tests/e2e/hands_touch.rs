//! Real fingers on the map: small provinces can be meant, two fingers come closer, one finger scrolls the page.

use crate::browser::Options;
use crate::hands::MAP;
use crate::journeys;
use crate::page::{Journey, Page};
use crate::site::Site;
use serde_json::{Value, json};
use thirtyfour::prelude::*;

const PHONE: Options = Options { size: (360, 740), scripts: true };

journeys! {
    small_provinces_can_be_meant: chromium, PHONE, Site::plain().clone();
    two_fingers_come_closer_and_one_scrolls: chromium, PHONE, Site::plain().clone();
}

async fn touch(page: &Page, kind: &str, points: &[(f64, f64)]) -> Journey {
    let points: Vec<Value> =
        points.iter().enumerate().map(|(id, (x, y))| json!({ "x": x, "y": y, "id": id })).collect();
    let event = json!({ "type": kind, "touchPoints": points });
    page.driver.cdp().send_raw("Input.dispatchTouchEvent", event).await?;
    Ok(())
}

async fn tap(page: &Page, at: (f64, f64)) -> Journey {
    touch(page, "touchStart", &[at]).await?;
    touch(page, "touchEnd", &[]).await
}

async fn phone(page: &Page) -> Journey {
    let fingers = json!({ "enabled": true, "maxTouchPoints": 2 });
    page.driver.cdp().send_raw("Emulation.setTouchEmulationEnabled", fingers).await?;
    Ok(())
}

/// The middle of a unit's shape on the screen, and how large the shape is.
async fn shape(page: &Page, code: &str) -> WebDriverResult<(f64, f64, f64, f64)> {
    page.js(&format!(
        "const e = document.querySelector(\"{MAP} [data-unit='{code}']\"); e.scrollIntoView({{ block: 'center', behavior: 'instant' }}); \
         const r = e.getBoundingClientRect(); return [r.left + r.width / 2, r.top + r.height / 2, r.width, r.height]"
    ))
    .await
}

async fn small_provinces_can_be_meant(page: &Page) -> Journey {
    phone(page).await?;
    let pinned = "new URLSearchParams(location.search).get('tinh')";
    for (code, name) in [
        ("33", "Hưng Yên"),
        ("27", "Bắc Ninh"),
        ("86", "Vĩnh Long"),
        ("92", "Cần Thơ"),
        ("35", "Hà Nam"),
        ("01", "Hà Nội"),
    ] {
        // A finger is not a needle: it comes down some pixels off.
        for (dx, dy) in [(0.0, 0.0), (7.0, 3.0), (-6.0, -5.0)] {
            page.live("ban-do/").await?;
            page.driver.execute_async("document.fonts.ready.then(arguments[0])", vec![]).await?;
            // Two taps in quick succession would be a double one, even over a change of page.
            page.until("lần chạm trước đã xa", "performance.now() > 1500").await?;
            shape(page, code).await?;
            let (x, y, width, height) = shape(page, code).await?;
            tap(page, (x + dx, y + dy)).await?;
            page.until(
                "có tỉnh được ghim hay được hỏi",
                &format!("{pinned} || document.querySelector('.map-near button')"),
            )
            .await?;
            let offered = format!(
                "[...document.querySelectorAll('.map-near button')].find(b => b.textContent == {name:?})"
            );
            if page.js::<Option<String>>(&format!("return {pinned}")).await?.as_deref() != Some(code) {
                page.until(
                    &format!("{name} ({width:.0}×{height:.0} px) được đưa ra"),
                    &format!("{offered} != null"),
                )
                .await?;
                let (left, top, w, h): (f64, f64, f64, f64) = page
                    .js(&format!("const r = {offered}.getBoundingClientRect(); return [r.left, r.top, r.width, r.height]"))
                    .await?;
                assert!(
                    w >= 24.0 && h >= 24.0 && left >= 0.0 && left + w <= 360.0,
                    "{name}: {left} {top} {w} {h}"
                );
                tap(page, (left + w / 2.0, top + h / 2.0)).await?;
            }
            page.until(&format!("{name} được ghim"), &format!("{pinned} == {code:?}")).await?;
            let size = width.min(height);
            assert!(size >= 24.0 || code != "01", "Hà Nội {size}");
        }
    }
    Ok(())
}

async fn two_fingers_come_closer_and_one_scrolls(page: &Page) -> Journey {
    phone(page).await?;
    page.live("ban-do/").await?;
    let (x, y, ..) = shape(page, "42").await?;
    let width = format!("document.querySelector(\"{MAP}\").viewBox.baseVal.width");
    let whole: f64 = page.js(&format!("return {width}")).await?;
    // Up with one finger: the page scrolls, the map stays whole, nothing is pinned.
    let before: f64 = page.js("return scrollY").await?;
    touch(page, "touchStart", &[(x, y)]).await?;
    for i in 1..=20 {
        touch(page, "touchMove", &[(x, y - 8.0 * f64::from(i))]).await?;
    }
    touch(page, "touchEnd", &[]).await?;
    page.until("trang cuộn", &format!("scrollY > {}", before + 80.0)).await?;
    assert!((page.js::<f64>(&format!("return {width}")).await? - whole).abs() < 0.1);
    assert!(!page.js::<bool>("return location.search.includes('tinh')").await?);
    let still = "window.was === scrollY || ((window.was = scrollY), false)";
    page.until("trang đã đứng yên", still).await?;
    // Two fingers apart: the map comes closer, the page neither zooms nor scrolls.
    let (x, y, ..) = shape(page, "42").await?;
    let before: f64 = page.js("return scrollY").await?;
    touch(page, "touchStart", &[(x - 20.0, y)]).await?;
    touch(page, "touchStart", &[(x - 20.0, y), (x + 20.0, y)]).await?;
    for i in 1..=12 {
        let apart = 20.0 + 6.0 * f64::from(i);
        touch(page, "touchMove", &[(x - apart, y), (x + apart, y)]).await?;
    }
    touch(page, "touchEnd", &[]).await?;
    page.until("bản đồ phóng", &format!("{width} < {}", whole / 2.5)).await?;
    let (scale, scrolled): (f64, f64) = page.js("return [visualViewport.scale, scrollY]").await?;
    assert!(
        (scale - 1.0).abs() < 0.01 && (scrolled - before).abs() < 2.0,
        "trang đổi: {scale} {scrolled} / {before}"
    );
    assert!(!page.js::<bool>("return location.search.includes('tinh')").await?, "chụm ngón mà ghim");
    // Both fingers the same way: the map goes along.
    let left = format!("document.querySelector(\"{MAP}\").viewBox.baseVal.x");
    let at: f64 = page.js(&format!("return {left}")).await?;
    touch(page, "touchStart", &[(x - 30.0, y)]).await?;
    touch(page, "touchStart", &[(x - 30.0, y), (x + 30.0, y)]).await?;
    for i in 1..=10 {
        let by = 4.0 * f64::from(i);
        touch(page, "touchMove", &[(x - 30.0 + by, y), (x + 30.0 + by, y)]).await?;
    }
    touch(page, "touchEnd", &[]).await?;
    page.until("bản đồ đi theo", &format!("{left} < {at}")).await?;
    // Elsewhere two fingers are the browser's.
    let action: String = page.js("return getComputedStyle(document.querySelector('h1')).touchAction").await?;
    assert_eq!(action, "auto");
    Ok(())
}
