//! The desk of an indicator: every choice stands in the address, Back undoes it, the keyboard reaches it, and what an
//! address asks for in vain is said once.

use crate::access;
use crate::browser::Options;
use crate::data;
use crate::journeys;
use crate::page::{Journey, Page};
use crate::site::Site;
use ngay_so::data::Code63;
use ngay_so::figure::{Chart, Kind, View};
use ngay_so::text::Locale;
use thirtyfour::prelude::*;

journeys! {
    tabs_stand_in_the_address: chromium firefox webkit, Options::default(), Site::plain().clone();
    years_by_keyboard_and_by_typing: chromium firefox webkit, Options::default(), Site::plain().clone();
    kinds_and_order_can_be_taken_back: chromium firefox webkit, Options::default(), Site::plain().clone();
    a_series_comes_to_the_front: chromium firefox webkit, Options::default(), Site::plain().clone();
    from_the_chart_to_its_row_and_back: chromium firefox webkit, Options::default(), Site::plain().clone();
    my_province_is_lit_everywhere: chromium firefox webkit, Options::default(), Site::plain().clone();
    nonsense_gives_the_default_and_one_notice: chromium firefox webkit, Options::default(), Site::plain().clone();
    the_tooltip_stays_on_the_screen: chromium, Options { size: (320, 700), scripts: true }, Site::plain().clone();
    the_map_answers_once_its_tab_is_open: chromium firefox webkit, Options::default(), Site::plain().clone();
    every_tab_and_open_menu_is_accessible: chromium, Options::default(), Site::plain().clone();
    a_table_sorts_by_its_heads: chromium firefox, Options::default(), Site::plain().clone();
}

async fn at(page: &Page, search: &str) -> Journey {
    page.until(&format!("địa chỉ {search}"), &format!("location.search === {search:?}")).await
}

async fn click(page: &Page, css: &str) -> Journey {
    let found = page.driver.find(By::Css(css)).await?;
    found.scroll_into_view().await?;
    // Labels lie over the radio buttons they name, so the page itself is asked to click.
    page.driver.execute("arguments[0].click()", vec![found.to_json()?]).await?;
    Ok(())
}

/// A click as a hand makes it. Browsers pass over steps of the history that no hand has made.
async fn tap(page: &Page, css: &str) -> Journey {
    // Labels lie over the radio buttons they name.
    let script = format!("const e = document.querySelector({css:?}); return e.closest('label') ?? e");
    let seen = page.driver.execute(script, vec![]).await?.element()?;
    seen.scroll_into_view().await?;
    seen.click().await
}

async fn back(page: &Page) -> Journey {
    page.driver.back().await
}

async fn tabs_stand_in_the_address(page: &Page) -> Journey {
    page.live("so-lieu/egdi-rank/").await?;
    click(page, "#nut-bang").await?;
    at(page, "?the=bang").await?;
    page.until("bảng đầy đủ", "document.querySelector('#bang table[data-for=egdi-rank] td.source')").await?;
    page.live("so-lieu/egdi-rank/?the=bang").await?;
    page.until("bảng sau khi tải lại", "document.querySelector('#bang table[data-for=egdi-rank]')").await?;
    // Arrows go from tab to tab; only the chosen one is in the order of the Tab key.
    page.tab_to("[role=tab]").await?;
    page.press(Key::Right).await?;
    at(page, "?the=nguon").await?;
    page.until("tiêu điểm theo thẻ", "document.activeElement.id === 'nut-nguon'").await?;
    page.press(Key::Home).await?;
    at(page, "").await?;
    let stops: usize =
        page.js("return document.querySelectorAll('[role=tab][tabindex=\"0\"]').length").await?;
    assert_eq!(stops, 1);
    back(page).await?;
    at(page, "?the=nguon").await?;
    page.until("thẻ trở lại", "document.querySelector('#nut-nguon').ariaSelected === 'true' || document.querySelector('#nut-nguon').getAttribute('aria-selected') === 'true'").await
}

async fn years_by_keyboard_and_by_typing(page: &Page) -> Journey {
    page.live("so-lieu/internet-users/").await?;
    page.tab_to("input.year-start").await?;
    page.press(Key::Right).await?;
    at(page, "?nam=2001-2025").await?;
    page.press(Key::End).await?;
    at(page, "?nam=2025").await?;
    page.press(Key::Home).await?;
    at(page, "").await?;
    // Typed years; a wrong one is said and changes nothing.
    let field = page.driver.find(By::Css(".year-field input")).await?;
    field.scroll_into_view().await?;
    page.js::<bool>(
        "const e = document.querySelector('.year-field input'); e.focus(); e.select(); return true",
    )
    .await?;
    page.driver.action_chain().send_keys("2010").send_keys(Key::Enter).perform().await?;
    page.js::<bool>(
        "document.querySelector('.year-field input').dispatchEvent(new Event('change')); return true",
    )
    .await?;
    at(page, "?nam=2010-2025").await?;
    page.js::<bool>("const e = document.querySelector('.year-field input'); e.value = '1066'; e.dispatchEvent(new Event('change')); return true").await?;
    page.until("lời nhắc năm", "document.querySelector('.year-fault').textContent.includes('2000')").await?;
    at(page, "?nam=2010-2025").await?;
    let marks: usize =
        page.js("return document.querySelectorAll('.plot [data-series=\"world-bank\"]').length").await?;
    let chart = view(&[("nam", "2010-2025")], "internet-users");
    assert_eq!(marks, chart.series[0].data.len());
    Ok(())
}

/// The chart that an address asks for.
fn view(query: &[(&str, &str)], id: &str) -> Chart {
    let indicator = data().indicator(id).unwrap();
    let (view, bad) =
        View::read(data(), indicator, |name| query.iter().find(|(key, _)| *key == name).map(|(_, v)| *v));
    assert!(bad.is_empty(), "{bad:?}");
    Chart::view(data(), indicator, &view, Locale::Vi)
}

async fn kinds_and_order_can_be_taken_back(page: &Page) -> Journey {
    page.live("so-lieu/papi-egov/").await?;
    let title = |chart: &Chart| format!("document.querySelector('h1').textContent === {:?}", chart.title);
    tap(page, "input[name=xem][value=doc]").await?;
    at(page, "?xem=doc").await?;
    let slope = view(&[("xem", "doc")], "papi-egov");
    assert_eq!(slope.kind, Kind::Slope);
    page.until("tiêu đề của hình dốc", &title(&slope)).await?;
    tap(page, "input[name=xem][value=cham]").await?;
    at(page, "").await?;
    tap(page, "input[name=xep][value=vung]").await?;
    at(page, "?xep=vung").await?;
    let regions = view(&[("xep", "vung")], "papi-egov").series.len();
    page.until("đầu đề vùng", &format!("document.querySelectorAll('.plot .m-head').length === {regions}"))
        .await?;
    page.until("nút về mặc định", "document.querySelector('.reset:not([hidden])')").await?;
    tap(page, ".reset").await?;
    at(page, "").await?;
    page.until("hết việc để làm lại", "document.querySelector('.reset[hidden]')").await?;
    back(page).await?;
    back(page).await?;
    back(page).await?;
    at(page, "?xem=doc").await?;
    page.until("hình dốc trở lại", &title(&slope)).await
}

async fn a_series_comes_to_the_front(page: &Page) -> Journey {
    page.live("en/so-lieu/digital-economy/").await?;
    click(page, ".legend button:nth-of-type(2)").await?;
    at(page, "?chuoi=ministry").await?;
    page.until("chuỗi nổi lên", "document.querySelector('.plot svg').classList.contains('only-2')").await?;
    let pressed: String = page
        .js("return document.querySelector('.legend button:nth-of-type(2)').getAttribute('aria-pressed')")
        .await?;
    assert_eq!(pressed, "true");
    click(page, ".legend button:nth-of-type(2)").await?;
    at(page, "").await
}

async fn from_the_chart_to_its_row_and_back(page: &Page) -> Journey {
    page.live("so-lieu/egdi-rank/").await?;
    page.tab_to("figure[data-chart] .plot svg[tabindex='0']").await?;
    page.press(Key::Home).await?;
    page.press(Key::Right).await?;
    let said = page.text("figure[data-chart] .plot [role=status]").await?;
    page.driver.action_chain().send_keys("t").perform().await?;
    page.until("dòng của điểm ấy", "document.activeElement.matches('tr[data-x=\"2004\"]')").await?;
    page.driver.action_chain().send_keys("t").perform().await?;
    page.until("trở lại biểu đồ", "document.activeElement.matches('.plot svg')").await?;
    page.until(
        "cùng một điểm",
        &format!("document.querySelector('.plot [role=status]').textContent === {said:?}"),
    )
    .await
}

async fn my_province_is_lit_everywhere(page: &Page) -> Journey {
    let da_nang = Code63::parse("48").unwrap();
    page.live("so-lieu/papi-egov/?tinh=48").await?;
    let lit = "document.querySelector('.plot .t1[data-x=\"48\"]')";
    page.until("Đà Nẵng sáng lên", lit).await?;
    let chart = view(&[("tinh", "48")], "papi-egov");
    let place = chart.series[0].data.iter().position(|d| d.place == Some(da_nang)).unwrap();
    let said = chart.say(0, place).unwrap();
    assert!(page.text("figure[data-chart] .summary").await?.starts_with(&said));
    // It goes along to the next provincial indicator.
    click(page, ".entries a[href*='papi-internet']").await?;
    // Another document: what waits inside the old one is lost with it.
    for _ in 0..400 {
        if page.driver.current_url().await?.as_str().ends_with("papi-internet/?tinh=48") {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    page.state("live").await?;
    page.until("vẫn sáng", lit).await
}

async fn nonsense_gives_the_default_and_one_notice(page: &Page) -> Journey {
    let long = "9".repeat(10_000);
    for query in [
        "?xem=banh-tron&the=x&xep=%3Cscript%3E&thang=7&chuoi=abc&vung=sao-hoa".to_owned(),
        "?nam=2024-2020".to_owned(),
        "?tinh=99".to_owned(),
        "?tinh=48,48,48,xx".to_owned(),
        format!("?tinh={long}"),
        "?nam=%3Cimg%20src=x%20onerror=alert(1)%3E".to_owned(),
    ] {
        page.live(&format!("so-lieu/papi-egov/{query}")).await?;
        page.until("một lời nhắc", "document.querySelectorAll('.notices .notice').length === 1").await?;
        let words = page.text(".notices .notice").await?;
        assert!(words.chars().count() < 320, "{words}");
        let known = if query.starts_with("?tinh=48") { "48" } else { "" };
        let asked: Vec<(&str, &str)> = if known.is_empty() { vec![] } else { vec![("tinh", known)] };
        let chart = view(&asked, "papi-egov");
        page.until(
            "hình mặc định",
            &format!("document.querySelector('h1').textContent === {:?}", chart.title),
        )
        .await?;
        let errors = page.errors().await?;
        assert!(errors.is_empty(), "{query}: {errors:?}");
    }
    Ok(())
}

async fn the_tooltip_stays_on_the_screen(page: &Page) -> Journey {
    for (path, id) in [("so-lieu/internet-users/", "internet-users"), ("so-lieu/papi-egov/", "papi-egov")] {
        page.live(path).await?;
        page.tab_to("figure[data-chart] .plot svg[tabindex='0']").await?;
        let points = view(&[], id).len().min(12);
        for _ in 0..points {
            page.press(Key::Right).await?;
            page.until("khung chữ", "document.querySelector('.tip')").await?;
            let out: Vec<f64> = page
                .js("const r = document.querySelector('.tip').getBoundingClientRect(); return [r.left, r.top, innerWidth - r.right, innerHeight - r.bottom]")
                .await?;
            assert!(out.iter().all(|room| *room >= -0.5), "{path}: khung chữ ra ngoài màn hình {out:?}");
        }
        // It can be pointed at, and put away without moving anything.
        page.hover(".tip").await?;
        page.until("vẫn còn", "document.querySelector('.tip')").await?;
        page.press(Key::Escape).await?;
        page.until("cất đi", "!document.querySelector('.tip')").await?;
        let focused: bool = page.js("return document.activeElement.matches('.plot svg')").await?;
        assert!(focused, "{path}: Esc làm mất tiêu điểm");
        let touch: String =
            page.js("return getComputedStyle(document.querySelector('.plot svg')).touchAction").await?;
        assert_eq!(touch, "pan-y pinch-zoom", "vuốt dọc phải cuộn trang");
    }
    Ok(())
}

async fn the_map_answers_once_its_tab_is_open(page: &Page) -> Journey {
    page.live("so-lieu/papi-egov/?tinh=48").await?;
    let before: bool = page
        .js("return performance.getEntriesByType('resource').some(e => e.name.includes('ban-do') && e.name.endsWith('.wasm'))")
        .await?;
    assert!(!before, "chưa mở thẻ bản đồ mà đã tải chương trình bản đồ");
    click(page, "#nut-ban-do").await?;
    page.until("bản đồ sống", "document.querySelectorAll('.map-island svg.live [data-unit]').length === 63")
        .await?;
    page.until("tỉnh của tôi được ghim", "document.querySelector('.map-island .map-panel h3')").await?;
    click(page, "#nut-bieu-do").await?;
    page.until("biểu đồ", "document.querySelector('.plot [data-x=\"48\"]')").await?;
    click(page, "#nut-ban-do").await?;
    page.until(
        "bản đồ lại sống",
        "document.querySelectorAll('.map-island svg.live [data-unit]').length === 63",
    )
    .await
}

async fn every_tab_and_open_menu_is_accessible(page: &Page) -> Journey {
    let mut all = Vec::new();
    for path in [
        "so-lieu/papi-egov/?xem=duong&tinh=48,01",
        "en/so-lieu/papi-egov/?xem=doc",
        "so-lieu/population/?thang=log&xep=vung",
        "so-lieu/digital-economy/?xem=hai-nguon&chuoi=gso",
        "en/so-lieu/dti-rank/?the=bang",
        "so-lieu/egdi-rank/?the=nguon",
        "so-lieu/papi-egov/?the=ban-do",
    ] {
        page.live(path).await?;
        if path.contains("ban-do") {
            page.until("bản đồ sống", "document.querySelector('.map-island svg.live')").await?;
        }
        all.extend(access::faults(page, path).await?);
    }
    // Everything that opens, open.
    page.live("so-lieu/papi-egov/").await?;
    page.js::<bool>(
        "document.querySelectorAll('details').forEach(d => d.open = true); \
         document.querySelectorAll('.workbench [aria-expanded=false]').forEach(b => b.click()); return true",
    )
    .await?;
    all.extend(access::faults(page, "mọi ngăn mở").await?);
    access::none(&all);
    Ok(())
}

async fn a_table_sorts_by_its_heads(page: &Page) -> Journey {
    page.live("so-lieu/population/?the=bang").await?;
    click(page, "thead th:first-child .sort-button").await?;
    page.until(
        "xếp theo tên",
        "document.querySelector('thead th').getAttribute('aria-sort') === 'ascending'",
    )
    .await?;
    let names: Vec<String> =
        page.js("return [...document.querySelectorAll('#bang tbody th')].map(e => e.textContent)").await?;
    let at = |name: &str| names.iter().position(|n| n == name).unwrap();
    assert_eq!(names.len(), 63);
    assert!(at("Cần Thơ") < at("Đà Nẵng") && at("Hà Giang") < at("Hà Nội"), "{names:?}");
    click(page, "thead th.number .sort-button").await?;
    page.until(
        "xếp theo số",
        "document.querySelector('thead th.number').getAttribute('aria-sort') === 'descending'",
    )
    .await?;
    let first = page.text("#bang tbody th").await?;
    assert_eq!(first, "TP. Hồ Chí Minh");
    Ok(())
}
