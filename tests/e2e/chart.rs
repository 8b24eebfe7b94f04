//! A chart, by mouse and by keyboard: the tooltip, the spoken line and the table say the same, and what it says is
//! what the figure says of the datum.

use crate::browser::Options;
use crate::data;
use crate::journeys;
use crate::page::{Journey, Page};
use crate::site::Site;
use ngay_so::figure::table::Table;
use ngay_so::figure::{Chart, Size};
use ngay_so::text::Locale;
use thirtyfour::prelude::*;

journeys! {
    the_mouse_reads_a_point: chromium firefox webkit, Options::default(), Site::plain().clone();
    arrow_keys_read_every_point: chromium firefox webkit, Options::default(), Site::plain().clone();
    arrow_keys_change_the_series: chromium firefox, Options::default(), Site::plain().clone();
    one_tab_stop_and_out_again: chromium firefox, Options::default(), Site::plain().clone();
    the_browser_draws_the_same_picture: chromium, Options::default(), Site::plain().clone();
    a_phone_gets_the_narrow_drawing: chromium, Options { size: (360, 740), ..Options::default() }, Site::plain().clone();
}

const PLOT: &str = "figure[data-chart] .plot svg";
const STATUS: &str = "figure[data-chart] .plot [role=status]";
const TIP: &str = "figure[data-chart] .tip";

fn chart(id: &str, locale: Locale) -> Chart {
    Chart::new(data(), id, locale).unwrap()
}

/// Waits until the spoken line and the tooltip say this of a datum.
async fn says(page: &Page, chart: &Chart, series: usize, datum: usize) -> Journey {
    let words = chart.say(series, datum).unwrap();
    let said = format!(
        "document.querySelector({STATUS:?})?.textContent == {words:?} && document.querySelector({TIP:?})?.textContent == {words:?}"
    );
    page.until(&format!("điểm {series}/{datum}"), &said).await?;
    // The row of the table holds the same number and the same day.
    let table = Table::new(chart);
    let (owner, point) = chart.datum(series, datum).unwrap();
    let row = table.rows.iter().find(|r| r.series == owner.id && r.x == Chart::key_of(point)).unwrap();
    assert!(words.contains(&row.value) && words.contains(&row.when), "{words} / {row:?}");
    let cells = format!(
        "return [...document.querySelectorAll('table[data-for=\"{}\"] tr[data-series=\"{}\"][data-x=\"{}\"] > *')].map(e => e.textContent)",
        chart.id, row.series, row.x
    );
    let cells: Vec<String> = page.js(&cells).await?;
    assert!(cells.contains(&row.value) && cells.contains(&row.when), "{cells:?} / {row:?}");
    Ok(())
}

async fn silent(page: &Page) -> Journey {
    let empty =
        format!("document.querySelector({STATUS:?})?.textContent == '' && !document.querySelector({TIP:?})");
    page.until("biểu đồ im lặng", &empty).await
}

async fn the_mouse_reads_a_point(page: &Page) -> Journey {
    for (id, locale) in [("egdi-rank", Locale::Vi), ("digital-enterprises", Locale::En)] {
        let chart = chart(id, locale);
        page.live(&ngay_so::route::Route::Indicator(id.into()).path(locale)).await?;
        silent(page).await?;
        let last = chart.series[0].data.len() - 1;
        for datum in [last, 0] {
            let key = Chart::key_of(&chart.series[0].data[datum]);
            // A legend may carry marks too; the datum is the one inside the plot.
            let mark = format!("{PLOT} [data-series=\"{}\"][data-x=\"{key}\"]", chart.series[0].id);
            page.hover(&mark).await?;
            says(page, &chart, 0, datum).await?;
            let shown = format!(
                "const r = document.querySelector({TIP:?}).getBoundingClientRect(); return r.width > 40 && r.left >= 0 && r.right <= innerWidth"
            );
            assert!(page.js::<bool>(&shown).await?, "{:?}: khung chữ tràn ra ngoài", page.browser);
        }
        page.hover("h1").await?;
        silent(page).await?;
    }
    Ok(())
}

async fn arrow_keys_read_every_point(page: &Page) -> Journey {
    let chart = chart("egdi-rank", Locale::Vi);
    page.live("so-lieu/egdi-rank/").await?;
    page.tab_to(&format!("{PLOT}[tabindex='0']")).await?;
    silent(page).await?;
    let last = chart.series[0].data.len() - 1;
    for datum in 0..=last {
        page.press(Key::Right).await?;
        says(page, &chart, 0, datum).await?;
    }
    for (key, datum) in
        [(Key::Right, last), (Key::Left, last - 1), (Key::Home, 0), (Key::Left, 0), (Key::End, last)]
    {
        page.press(key).await?;
        says(page, &chart, 0, datum).await?;
    }
    let before: f64 = page.js("return scrollY").await?;
    page.press(Key::Home).await?;
    says(page, &chart, 0, 0).await?;
    let after: f64 = page.js("return scrollY").await?;
    assert!((after - before).abs() < 1.0, "phím của biểu đồ không được cuộn trang");
    page.press(Key::Escape).await?;
    silent(page).await
}

async fn arrow_keys_change_the_series(page: &Page) -> Journey {
    let chart = chart("internet-users", Locale::En);
    page.live("en/so-lieu/internet-users/").await?;
    page.tab_to(&format!("{PLOT}[tabindex='0']")).await?;
    page.press(Key::End).await?;
    let last = chart.series[0].data.len() - 1;
    says(page, &chart, 0, last).await?;
    let down = chart.step(Some((0, last)), ngay_so::figure::Step::Down).unwrap();
    assert_eq!(down.0, 1);
    page.press(Key::Down).await?;
    says(page, &chart, down.0, down.1).await?;
    let up = chart.step(Some(down), ngay_so::figure::Step::Up).unwrap();
    page.press(Key::Up).await?;
    says(page, &chart, up.0, up.1).await
}

async fn one_tab_stop_and_out_again(page: &Page) -> Journey {
    page.live("so-lieu/egdi-rank/").await?;
    let stops = format!("return document.querySelectorAll('{PLOT}[tabindex], {PLOT} [tabindex]').length");
    assert_eq!(page.js::<u32>(&stops).await?, 1);
    page.tab_to(&format!("{PLOT}[tabindex='0']")).await?;
    let outlined: bool = page
        .js("const s = getComputedStyle(document.activeElement); return s.outlineStyle != 'none' && parseFloat(s.outlineWidth) >= 2")
        .await?;
    assert!(outlined, "không thấy viền khi biểu đồ có tiêu điểm");
    page.press(Key::Right).await?;
    page.press(Key::Tab).await?;
    silent(page).await?;
    let outside = format!("return !document.activeElement.closest('{PLOT}')");
    assert!(page.js::<bool>(&outside).await?, "Tab không ra khỏi biểu đồ");
    Ok(())
}

/// The wasm and the build draw with the same code; here both have drawn, and not a byte differs. A page knows the
/// words of its own language only; of another it must say nothing rather than something else.
async fn the_browser_draws_the_same_picture(page: &Page) -> Journey {
    let ids: Vec<_> =
        data().indicators.iter().filter(|i| !i.is_provincial()).map(|i| i.id.as_str()).collect();
    let script = format!(
        "const done = arguments[0], ids = {}; (async () => {{ \
         const m = await import(new URL(document.querySelector('script[data-glue]').dataset.glue, document.baseURI).href); \
         const own = document.documentElement.lang, bad = []; let same = 0; \
         for (const id of ids) for (const lang of ['vi', 'en']) {{ \
           const file = await (await fetch('/hinh/' + id + '.' + lang + '.svg')).text(), made = m.chart_svg(id, lang); \
           if (file === made) same++; \
           else if (lang == own || made != null) bad.push(own + ': ' + id + '.' + lang + ' ' + (made ?? '').length + '/' + file.length); }} \
         return [same, bad]; }})().then(done, e => done([0, [String(e)]]))",
        serde_json::to_string(&ids).unwrap()
    );
    let mut faults = Vec::new();
    for path in ["so-lieu/egdi-rank/", "en/so-lieu/egdi-rank/"] {
        page.live(path).await?;
        let done = page.driver.execute_async(script.as_str(), vec![]).await?;
        let (same, bad): (usize, Vec<String>) = done.convert()?;
        assert!(same >= ids.len() || !bad.is_empty(), "/{path}: chỉ {same} hình");
        faults.extend(bad);
    }
    assert!(faults.is_empty(), "hình trong trình duyệt khác tệp:\n{}", faults.join("\n"));
    Ok(())
}

async fn a_phone_gets_the_narrow_drawing(page: &Page) -> Journey {
    let chart = chart("egdi-rank", Locale::Vi);
    page.live("so-lieu/egdi-rank/").await?;
    let scene = chart.draw(Size::Narrow);
    let view: String =
        page.js(&format!("return document.querySelector('{PLOT}').getAttribute('viewBox')")).await?;
    assert_eq!(view, format!("0 0 {} {}", scene.width, scene.height));
    // A finger that lifts leaves its reading on the screen.
    page.driver.find(By::Css(format!("{PLOT} [data-x='2024']").as_str())).await?.scroll_into_view().await?;
    page.hover(&format!("{PLOT} [data-x='2024']")).await?;
    says(page, &chart, 0, chart.series[0].data.len() - 1).await
}
