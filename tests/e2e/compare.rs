//! Side by side: provinces are found and chosen, all of it stands in the address, Back undoes it, what an address asks
//! for in vain is said once, and every point is read by keyboard with the same words.

use crate::access;
use crate::browser::Options;
use crate::data;
use crate::journeys;
use crate::page::{Journey, Page};
use crate::site::Site;
use ngay_so::figure::Chart;
use ngay_so::figure::compare::Comparison;
use ngay_so::figure::pivot::Pivot;
use ngay_so::route::params;
use ngay_so::text::Locale;
use thirtyfour::prelude::*;

journeys! {
    provinces_are_found_and_stand_in_the_address: chromium firefox webkit, Options::default(), Site::plain().clone();
    no_more_than_four: chromium firefox, Options::default(), Site::plain().clone();
    the_picker_by_keyboard: chromium firefox webkit, Options::default(), Site::plain().clone();
    indicators_and_years_can_be_taken_back: chromium firefox webkit, Options::default(), Site::plain().clone();
    nonsense_gives_the_default_and_one_notice: chromium firefox webkit, Options::default(), Site::plain().clone();
    arrow_keys_read_every_panel: chromium firefox webkit, Options::default(), Site::plain().clone();
    tables_hold_what_was_compared: chromium firefox, Options::default(), Site::plain().clone();
    without_scripts_the_default_is_complete: chromium, Options { scripts: false, ..Options::default() }, Site::plain().clone();
    every_state_is_accessible: chromium, Options::default(), Site::plain().clone();
    nothing_sticks_out_on_small_screens: chromium firefox, Options { size: (320, 700), scripts: true }, Site::plain().clone();
    live_moves_nothing: chromium, Options::default(), Site::plain().clone();
}

const BUTTON: &str = "#chon-tinh";
const SEARCH: &str = "#chon-tinh-tim";
const PLOT: &str = "figure[data-chart='so-sanh'] .plot svg";
const STATUS: &str = "figure[data-chart='so-sanh'] .plot [role=status]";
const TITLE: &str = "figure[data-chart='so-sanh'] h2";

/// What an address is about, and its chart.
fn compared(query: &str, locale: Locale) -> (Comparison, Chart) {
    let pairs = params::read(query);
    let (of, bad) = Comparison::read(data(), |name| params::get(&pairs, name));
    assert!(bad.is_empty(), "{query}: {bad:?}");
    let chart = of.chart(data(), locale).unwrap();
    (of, chart)
}

async fn at(page: &Page, search: &str) -> Journey {
    page.until(&format!("địa chỉ {search}"), &format!("location.search === {search:?}")).await?;
    // The finding is that of what the address asks for.
    let (_, chart) = compared(search, Locale::Vi);
    page.until("phát hiện", &format!("document.querySelector({TITLE:?})?.textContent === {:?}", chart.title))
        .await
}

/// Types into the search of the picker, after emptying it.
async fn search(page: &Page, words: &str) -> Journey {
    let field = page.driver.find(By::Css(SEARCH)).await?;
    field.clear().await?;
    field.send_keys(words).await
}

/// Chooses from one of the lists.
async fn select(page: &Page, place: usize, value: &str) -> Journey {
    let lists = page.driver.find_all(By::Css(".compare-fields select")).await?;
    lists[place].scroll_into_view().await?;
    lists[place].find(By::Css(format!("option[value='{value}']"))).await?.click().await
}

async fn provinces_are_found_and_stand_in_the_address(page: &Page) -> Journey {
    page.live("so-sanh/").await?;
    at(page, "").await?;
    page.click(BUTTON).await?;
    page.until(
        "danh sách mở",
        &format!("document.querySelector({BUTTON:?}).getAttribute('aria-expanded') === 'true'"),
    )
    .await?;
    let regions: usize = page.js("return document.querySelectorAll('#chon-tinh-ds fieldset').length").await?;
    assert_eq!(regions, 6);
    for (typed, code) in [("da nang", "48"), ("sai gon", "79")] {
        search(page, typed).await?;
        page.until(
            &format!("tìm thấy {typed}"),
            &format!("document.querySelector('#chon-tinh-ds input')?.value === '{code}'"),
        )
        .await?;
        page.click(&format!("#chon-tinh-ds input[value='{code}']")).await?;
    }
    at(page, "?tinh=48,79").await?;
    let label = page.text(BUTTON).await?;
    assert!(label.contains("(2/4)"), "{label}");
    // The other way round: another one is the reader's own.
    page.click("#chon-tinh-sao-79").await?;
    at(page, "?tinh=79,48").await?;
    page.until("tiêu điểm còn ở ngôi sao", "document.activeElement.id === 'chon-tinh-sao-79'").await?;
    page.driver.refresh().await?;
    page.state("live").await?;
    at(page, "?tinh=79,48").await?;
    let chips: Vec<String> = page
        .js("return [...document.querySelectorAll('.picker-chip > span')].map(e => e.firstChild.textContent)")
        .await?;
    assert_eq!(chips, ["TP. Hồ Chí Minh", "Đà Nẵng"]);
    page.click("#chon-tinh-bo-79").await?;
    at(page, "?tinh=48").await?;
    page.driver.back().await?;
    at(page, "?tinh=79,48").await?;
    page.driver.forward().await?;
    at(page, "?tinh=48").await
}

async fn no_more_than_four(page: &Page) -> Journey {
    page.live("so-sanh/?tinh=01,48,79,92").await?;
    page.click(BUTTON).await?;
    page.until("nói vì sao", "document.querySelector('#chon-tinh-du')?.textContent.includes('4')").await?;
    let free: usize =
        page.js("return document.querySelectorAll('#chon-tinh-ds input:not(:disabled)').length").await?;
    assert_eq!(free, 4, "chỉ bốn tỉnh đã chọn còn bấm được");
    page.click("#chon-tinh-ds input[value='92']").await?;
    at(page, "?tinh=01,48,79").await?;
    page.until("lại còn chỗ", "document.querySelectorAll('#chon-tinh-ds input:disabled').length === 0").await
}

async fn the_picker_by_keyboard(page: &Page) -> Journey {
    page.live("so-sanh/").await?;
    page.tab_to(BUTTON).await?;
    page.press(Key::Enter).await?;
    page.until("danh sách mở", &format!("document.querySelector({SEARCH:?})")).await?;
    page.press(Key::Tab).await?;
    page.until("tiêu điểm ở ô tìm", &format!("document.activeElement.matches({SEARCH:?})")).await?;
    // Enter takes the best of what fits, and the next name can be typed at once.
    for (typed, search) in [("hue", "?tinh=46"), ("brvt", "?tinh=46,77")] {
        page.driver.action_chain().send_keys(typed).send_keys(Key::Enter).perform().await?;
        at(page, search).await?;
        page.until("ô tìm lại trống", &format!("document.querySelector({SEARCH:?}).value === ''")).await?;
    }
    // Arrows go through the boxes and back up to the search.
    page.press(Key::Down).await?;
    page.until("tiêu điểm ở ô đầu", "document.activeElement.matches('#chon-tinh-ds input')").await?;
    page.press(Key::Down).await?;
    page.press(Key::Up).await?;
    page.press(Key::Up).await?;
    page.until("về ô tìm", &format!("document.activeElement.matches({SEARCH:?})")).await?;
    page.press(Key::Escape).await?;
    page.until(
        "đóng lại, tiêu điểm về nút",
        &format!("document.activeElement.matches({BUTTON:?}) && !document.querySelector({SEARCH:?})"),
    )
    .await
}

async fn indicators_and_years_can_be_taken_back(page: &Page) -> Journey {
    page.live("so-sanh/?tinh=48").await?;
    page.click("input[name='so-sanh'][value='mot-tinh']").await?;
    at(page, "?tinh=48&chi-so=papi-egov,papi-internet").await?;
    select(page, 2, "dti-rank").await?;
    at(page, "?tinh=48&chi-so=papi-egov,papi-internet,dti-rank").await?;
    page.click("input[name='so-sanh'][value='ca-nuoc']").await?;
    at(page, "?tinh=48&chi-so=egdi-rank,gii-rank").await?;
    let hidden: bool = page.js("return document.querySelector('.compare-places').hidden").await?;
    assert!(hidden, "cả nước thì không chọn tỉnh");
    select(page, 1, "internet-users").await?;
    at(page, "?tinh=48&chi-so=egdi-rank,internet-users").await?;
    select(page, 4, "2010").await?;
    at(page, "?tinh=48&chi-so=egdi-rank,internet-users&nam=2010-2025").await?;
    let scales = page.text("figure[data-chart='so-sanh'] .key").await?;
    assert!(scales.contains("thang riêng"), "{scales}");
    for before in ["?tinh=48&chi-so=egdi-rank,internet-users", "?tinh=48&chi-so=egdi-rank,gii-rank"] {
        page.driver.back().await?;
        at(page, before).await?;
    }
    // The lists follow.
    page.until(
        "danh sách theo địa chỉ",
        "document.querySelectorAll('.compare-fields select')[1].value === 'gii-rank'",
    )
    .await?;
    page.driver.back().await?;
    at(page, "?tinh=48&chi-so=papi-egov,papi-internet,dti-rank").await?;
    page.until(
        "ba chỉ báo",
        "[...document.querySelectorAll('.compare-fields select')].slice(0, 3).map(s => s.value).join() === 'papi-egov,papi-internet,dti-rank'",
    )
    .await?;
    // Back to the default.
    let reset = ".compare-controls .compare-ends button:last-of-type";
    page.click(reset).await?;
    at(page, "").await?;
    let disabled: bool = page.js(&format!("return document.querySelector({reset:?}).disabled")).await?;
    assert!(disabled);
    Ok(())
}

async fn nonsense_gives_the_default_and_one_notice(page: &Page) -> Journey {
    let default = compared("", Locale::Vi).1.title;
    let long = format!("?tinh={}", "9".repeat(10_000));
    for query in ["?tinh=00&chi-so=zzz", "?chi-so=<img src=x>&nam=2024-2020", "?nam=3000", long.as_str()] {
        page.live(&format!("so-sanh/{query}")).await?;
        page.until("thông báo", "document.querySelector('.notices .notice')").await?;
        let notices: usize = page.js("return document.querySelectorAll('.notices .notice').length").await?;
        assert_eq!(notices, 1);
        let said = page.text(".notices .notice").await?;
        assert!(said.chars().count() < 200, "{said}");
        assert_eq!(page.text(TITLE).await?, default);
        let images: usize = page.js("return document.querySelectorAll('.notices img').length").await?;
        assert_eq!(images, 0);
    }
    // A good choice takes the notice away.
    page.live("so-sanh/?nam=3000").await?;
    page.until("thông báo", "document.querySelector('.notices .notice')").await?;
    page.click("input[name='so-sanh'][value='ca-nuoc']").await?;
    page.until("hết thông báo", "!document.querySelector('.notices .notice')").await
}

async fn arrow_keys_read_every_panel(page: &Page) -> Journey {
    for (query, locale) in [("", Locale::Vi), ("?chi-so=egdi-rank,gci-rank", Locale::En)] {
        let (_, chart) = compared(query, locale);
        page.live(&format!("{}so-sanh/{query}", if locale == Locale::En { "en/" } else { "" })).await?;
        let stops: usize = page
            .js(&format!("return document.querySelectorAll(\"{PLOT}[tabindex], {PLOT} [tabindex]\").length"))
            .await?;
        assert_eq!(stops, 1);
        page.tab_to(&format!("{PLOT}[tabindex='0']")).await?;
        let mut here = None;
        let walk = [
            (Key::Home, ngay_so::figure::Step::First),
            (Key::Right, ngay_so::figure::Step::Forward),
            (Key::Down, ngay_so::figure::Step::Down),
            (Key::End, ngay_so::figure::Step::Last),
            (Key::Left, ngay_so::figure::Step::Back),
            (Key::Up, ngay_so::figure::Step::Up),
        ];
        for (key, step) in walk {
            here = chart.step(here, step);
            let (series, datum) = here.unwrap();
            let words = chart.say(series, datum).unwrap();
            page.press(key).await?;
            page.until(
                &words,
                &format!("document.querySelector({STATUS:?})?.textContent === {words:?} && document.querySelector('.tip')?.textContent === {words:?}"),
            )
            .await?;
        }
        // T goes to the row of the same number, and back.
        let (series, datum) = here.unwrap();
        let (owner, d) = chart.datum(series, datum).unwrap();
        page.driver.action_chain().send_keys("t").perform().await?;
        page.until(
            "dòng của điểm ấy",
            &format!(
                "document.activeElement.dataset.series === {:?} && document.activeElement.dataset.x === {:?}",
                owner.id, d.x
            ),
        )
        .await?;
        page.driver.action_chain().send_keys("t").perform().await?;
        page.until("về biểu đồ", &format!("document.activeElement.matches({PLOT:?})")).await?;
    }
    Ok(())
}

async fn tables_hold_what_was_compared(page: &Page) -> Journey {
    for query in [
        "?tinh=01,77,46",
        "?chi-so=egdi-rank,ict-revenue,internet-users",
        "?tinh=48,01&chi-so=papi-egov,dti-rank",
    ] {
        let (of, chart) = compared(query, Locale::Vi);
        page.live(&format!("so-sanh/{query}")).await?;
        let pivot = Pivot::new(&of, data(), &chart);
        let shown: Vec<Vec<String>> = page
            .js("return [...document.querySelectorAll('.compare-table tbody tr')].map(r => [...r.children].map(c => c.textContent))")
            .await?;
        assert_eq!(shown, pivot.rows, "{query}");
        let head: Vec<String> = page
            .js("return [...document.querySelectorAll('.compare-table thead th')].map(c => c.textContent)")
            .await?;
        assert_eq!(head, pivot.head, "{query}");
        let rows: usize =
            page.js("return document.querySelectorAll('table[data-for=so-sanh] tbody tr').length").await?;
        assert_eq!(rows, chart.len(), "{query}");
        let marks: usize = page
            .js(&format!("return document.querySelectorAll(\"{PLOT} [data-series][data-x]\").length"))
            .await?;
        assert_eq!(marks, chart.len(), "{query}");
        let origins: usize = page.js("return document.querySelectorAll('.compare-origin a').length").await?;
        assert_eq!(origins, of.indicators.len(), "{query}");
    }
    Ok(())
}

async fn without_scripts_the_default_is_complete(page: &Page) -> Journey {
    page.open("so-sanh/?tinh=01,79").await?;
    let (_, chart) = compared("", Locale::Vi);
    for css in [
        TITLE,
        "noscript .notice, .compare > .notice",
        ".compare-table",
        "table[data-for=so-sanh]",
        ".compare-origin a",
    ] {
        let found = page.driver.find_all(By::Css(css)).await?;
        assert!(!found.is_empty(), "{css}");
    }
    let title = page.driver.find(By::Css(TITLE)).await?.text().await?;
    assert_eq!(title, chart.title);
    let rows = page.driver.find_all(By::Css("table[data-for=so-sanh] tbody tr")).await?;
    assert_eq!(rows.len(), chart.len());
    Ok(())
}

async fn every_state_is_accessible(page: &Page) -> Journey {
    let mut all = Vec::new();
    for path in [
        "so-sanh/?tinh=01,48,79,92",
        "en/so-sanh/?chi-so=egdi-rank,internet-users",
        "so-sanh/?tinh=01,48&chi-so=density",
        "so-sanh/?nam=x",
    ] {
        page.live(path).await?;
        all.extend(access::faults(page, path).await?);
    }
    page.live("en/so-sanh/?tinh=01,48,79,92").await?;
    page.click(BUTTON).await?;
    page.until("danh sách mở", &format!("document.querySelector({SEARCH:?})")).await?;
    all.extend(access::faults(page, "danh sách mở, đã đủ bốn").await?);
    search(page, "zzz").await?;
    page.until("không có gì", "!document.querySelector('#chon-tinh-ds input')").await?;
    all.extend(access::faults(page, "không tìm thấy").await?);
    access::none(&all);
    Ok(())
}

async fn nothing_sticks_out_on_small_screens(page: &Page) -> Journey {
    for path in [
        "so-sanh/?tinh=77,46,79,92",
        "en/so-sanh/?chi-so=digital-economy,ict-revenue,internet-users",
        "so-sanh/?tinh=77&chi-so=density",
    ] {
        page.live(path).await?;
        if path.contains("tinh") {
            page.click(BUTTON).await?;
            page.until("danh sách mở", &format!("document.querySelector({SEARCH:?})")).await?;
        }
        let over: i32 = page
            .js("return document.documentElement.scrollWidth - document.documentElement.clientWidth")
            .await?;
        assert!(over <= 0, "/{path}: cuộn ngang được {over} px");
        let small: Vec<String> = page
            .js("return [...document.querySelectorAll('.compare button, .compare select, .compare summary, .compare input[type=search]')] \
                 .filter(e => { const r = e.getBoundingClientRect(); return r.width > 0 && (r.width < 24 || r.height < 24); }) \
                 .map(e => e.className + ' ' + e.textContent)")
            .await?;
        assert!(small.is_empty(), "/{path}: đích bấm quá nhỏ: {small:?}");
    }
    Ok(())
}

/// The live page stands where the still one stood: the swap pushes nothing about that a reader sees.
async fn live_moves_nothing(page: &Page) -> Journey {
    for path in ["so-sanh/", "en/so-sanh/"] {
        page.live(path).await?;
        let script = "const done = arguments[0]; let sum = 0; \
            new PerformanceObserver(list => { for (const e of list.getEntries()) if (!e.hadRecentInput) sum += e.value; }) \
            .observe({ type: 'layout-shift', buffered: true }); setTimeout(() => done(sum), 500)";
        let shift: f64 = page.driver.execute_async(script, vec![]).await?.convert()?;
        assert!(shift <= 0.02, "/{path}: CLS {shift}");
    }
    Ok(())
}
