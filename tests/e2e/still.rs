//! Pages that must do without: no scripts at all, no wasm, half a dataset. And a site that does not stand at the root.

use crate::browser::{Browser, Options};
use crate::page::{Journey, Page};
use crate::site::{Fault, Site};
use crate::{data, journeys};
use ngay_so::figure::Chart;
use ngay_so::text::Locale;
use thirtyfour::prelude::*;

const WITHOUT: Options = Options { size: (1280, 900), scripts: false };

journeys! {
    charts_read_without_scripts: chromium firefox, WITHOUT, Site::plain().clone();
    the_map_reads_without_scripts: chromium firefox, WITHOUT, Site::plain().clone();
    the_quiz_reads_without_scripts: chromium firefox, WITHOUT, Site::plain().clone();
    sources_read_without_scripts: chromium firefox, WITHOUT, Site::plain().clone();
    without_the_wasm_the_page_stays_and_says_so: chromium firefox, Options::default(), Site::with(Fault::NoWasm);
    with_half_a_dataset_the_page_stays_and_says_so: chromium firefox, Options::default(), Site::with(Fault::TornData);
    everything_works_below_a_base_path: chromium firefox, Options::default(), Site::based().clone();
}

/// Asks the driver, not the page: nothing runs there.
async fn count(page: &Page, css: &str) -> WebDriverResult<usize> {
    Ok(page.driver.find_all(By::Css(css)).await?.len())
}

async fn shown(page: &Page, css: &str) -> Journey {
    let element = page.driver.find(By::Css(css)).await?;
    assert!(element.is_displayed().await?, "{:?}: không thấy {css}", page.browser);
    Ok(())
}

/// The page is there, its heading can be read, and no script has touched it.
async fn still(page: &Page, path: &str) -> Journey {
    page.open(path).await?;
    let root = page.driver.find(By::Css("html")).await?;
    assert_eq!(root.attr("data-app").await?.as_deref(), Some("static"), "/{path}");
    let heading = page.driver.find(By::Css("main h1")).await?;
    assert!(heading.is_displayed().await? && heading.text().await?.chars().count() > 3, "/{path}");
    shown(page, "header nav a").await?;
    shown(page, "footer").await
}

async fn charts_read_without_scripts(page: &Page) -> Journey {
    for (path, id, locale) in [
        ("", "egdi-rank", Locale::Vi),
        ("so-lieu/egdi-rank/", "egdi-rank", Locale::Vi),
        ("en/so-lieu/ict-revenue/", "ict-revenue", Locale::En),
    ] {
        still(page, path).await?;
        let chart = Chart::new(data(), id, locale).unwrap();
        let marks: usize = chart.series.iter().map(|s| s.data.len()).sum();
        let figure = format!("figure[data-chart='{id}']");
        shown(page, &format!("{figure} svg.wide")).await?;
        assert_eq!(count(page, &format!("{figure} svg.wide [data-series][data-x]")).await?, marks, "/{path}");
        assert_eq!(count(page, &format!("table[data-for='{id}'] tbody tr")).await?, marks, "/{path}");
        let said = page.driver.find(By::Css(format!("{figure} .summary"))).await?.text().await?;
        assert_eq!(said, chart.summary, "/{path}");
        shown(page, &format!("table[data-for='{id}'] td.number")).await?;
        assert!(!page.driver.find(By::Css(format!("{figure} svg.narrow"))).await?.is_displayed().await?);
    }
    Ok(())
}

async fn the_map_reads_without_scripts(page: &Page) -> Journey {
    let units = data().provinces.len();
    still(page, "ban-do/").await?;
    shown(page, "figure[data-chart] svg.wide").await?;
    assert_eq!(count(page, "figure[data-chart] svg.wide [data-unit]").await?, units);
    assert_eq!(count(page, "table[data-for] tbody tr").await?, units);
    for name in ["hoang-sa", "truong-sa"] {
        shown(page, &format!("figure[data-chart] svg.wide [data-archipelago='{name}']")).await?;
    }
    // A provincial indicator has both: its chart with the table of what it shows, and its map.
    still(page, "en/so-lieu/papi-egov/").await?;
    shown(page, "figure[data-chart] svg.wide").await?;
    shown(page, ".map-still svg").await?;
    for name in ["hoang-sa", "truong-sa"] {
        shown(page, &format!(".map-still svg [data-archipelago='{name}']")).await?;
    }
    let indicator = data().indicator("papi-egov").unwrap();
    let with_value = Chart::of(data(), indicator, Locale::En).len();
    assert_eq!(count(page, "table[data-for] tbody tr").await?, with_value);
    Ok(())
}

async fn the_quiz_reads_without_scripts(page: &Page) -> Journey {
    for path in ["trac-nghiem/", "en/trac-nghiem/"] {
        still(page, path).await?;
        shown(page, "[data-quiz='intro']").await?;
        assert_eq!(count(page, "[data-item]").await?, ngay_so::ui::pages::home::QUESTIONS, "/{path}");
        shown(page, "[data-item] .quiz-stem").await?;
        // The answers are folded, and unfold without a script.
        let answer = page.driver.find(By::Css("[data-item] details summary")).await?;
        answer.click().await?;
        shown(page, "[data-item] details[open] p").await?;
    }
    Ok(())
}

async fn sources_read_without_scripts(page: &Page) -> Journey {
    still(page, "nguon/").await?;
    assert_eq!(count(page, "[data-fact]").await?, data().facts.len());
    shown(page, "[data-fact] blockquote").await
}

/// What a reader had before the failure is still there, with a word about it.
async fn intact(page: &Page, path: &str, rows: usize, locale: Locale) -> Journey {
    page.open(path).await?;
    page.state("failed").await?;
    let notice = page.driver.find(By::Css(".boot-failed")).await?;
    assert!(notice.is_displayed().await?, "{:?}, /{path}: không nói là hỏng", page.browser);
    assert!(notice.text().await?.starts_with(locale.messages().boot.failed));
    shown(page, "main h1").await?;
    assert_eq!(count(page, "table[data-for] tbody tr").await?, rows, "/{path}");
    Ok(())
}

async fn failed(page: &Page) -> Journey {
    let rows = |id: &str| -> usize {
        Chart::new(data(), id, Locale::Vi).unwrap().series.iter().map(|s| s.data.len()).sum()
    };
    intact(page, "so-lieu/egdi-rank/", rows("egdi-rank"), Locale::Vi).await?;
    intact(page, "en/so-lieu/cns-teams/", rows("cns-teams"), Locale::En).await?;
    // Its links still lead on.
    page.driver.find(By::Css("header nav a[href$='/en/so-lieu/']")).await?.click().await?;
    page.state("failed").await?;
    shown(page, "main h1").await
}

async fn without_the_wasm_the_page_stays_and_says_so(page: &Page) -> Journey {
    failed(page).await
}

async fn with_half_a_dataset_the_page_stays_and_says_so(page: &Page) -> Journey {
    failed(page).await
}

async fn everything_works_below_a_base_path(page: &Page) -> Journey {
    let before = page.site.heard();
    page.live("").await?;
    let stray: Vec<String> = page
        .js("return [...document.querySelectorAll('[href], [src]')].map(e => e.getAttribute('href') ?? e.getAttribute('src')).filter(u => u.startsWith('/') && !u.startsWith('/x/'))")
        .await?;
    assert!(stray.is_empty(), "địa chỉ ra ngoài /x/: {stray:?}");
    page.driver.execute("document.documentElement.dataset.mark = '1'", vec![]).await?;
    page.driver.find(By::Css("header nav a[href='/x/so-lieu/']")).await?.click().await?;
    page.until(
        "trang số liệu",
        "location.pathname == '/x/so-lieu/' && document.documentElement.dataset.mark",
    )
    .await?;
    page.driver.find(By::Css("header a[hreflang='en']")).await?.click().await?;
    page.until("tiếng Anh", "document.documentElement.lang == 'en'").await?;
    page.state("live").await?;
    for path in ["so-lieu/egdi-rank/", "en/so-lieu/papi-egov/", "trac-nghiem/", "nguon/", "khong-co/"] {
        page.live(path).await?;
        assert!(page.text("h1").await?.chars().count() > 3);
    }
    page.live("so-lieu/egdi-rank/").await?;
    let files: Vec<(String, u16)> = page
        .driver
        .execute_async(
            "const done = arguments[0]; Promise.all([...document.querySelectorAll('a[download]')].map(async a => \
             [a.getAttribute('href'), (await fetch(a.href)).status])).then(done)",
            vec![],
        )
        .await?
        .convert()?;
    assert!(files.len() >= 3 && files.iter().all(|(_, status)| *status == 200), "{files:?}");
    let mut heard = page.errors().await?;
    // The page for unknown addresses is sent as such.
    heard.retain(|words| !words.contains("khong-co"));
    assert!(heard.is_empty(), "{before:?} {heard:?}");
    assert!(page.browser != Browser::WebKit);
    Ok(())
}
