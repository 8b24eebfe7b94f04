//! The map at its two levels and in time: shapes, what stays chosen, what has no value, and that it is all in the
//! address.

use crate::access;
use crate::browser::{Options, resize};
use crate::journeys;
use crate::page::{Journey, Page};
use crate::site::Site;
use thirtyfour::prelude::*;

const PHONE: Options = Options { size: (360, 740), scripts: true };

journeys! {
    each_level_has_its_shapes: chromium firefox webkit, Options::default(), Site::plain().clone();
    another_level_keeps_the_province: chromium firefox webkit, Options::default(), Site::plain().clone();
    a_score_has_no_value_for_new_units: chromium firefox webkit, Options::default(), Site::plain().clone();
    both_archipelagos_at_every_level_and_width: chromium firefox webkit, Options::default(), Site::plain().clone();
    the_years_by_keyboard_and_the_change: chromium firefox webkit, Options::default(), Site::plain().clone();
    the_models_of_2024_are_named_with_their_source: chromium firefox, Options::default(), Site::plain().clone();
    back_brings_the_level_back: chromium firefox webkit, Options::default(), Site::plain().clone();
    what_fits_no_level_gives_one_notice: chromium firefox, Options::default(), Site::plain().clone();
    axe_at_every_level: chromium, Options::default(), Site::plain().clone();
    axe_at_every_level_on_a_phone: chromium, PHONE, Site::plain().clone();
    the_sea_is_named_in_full: chromium firefox, PHONE, Site::plain().clone();
}

const MAP: &str = "figure[data-chart] svg[role='application']";

/// The views, by what the address calls them, and how many units each has.
const VIEWS: [(&str, &str, usize); 3] = [("63", "63", 63), ("34", "34", 34), ("sap-nhap", "34", 34)];

fn asks(pairs: &[(&str, &str)]) -> String {
    let one = |(name, value): &(&str, &str)| {
        format!("(new URLSearchParams(location.search).get('{name}') ?? '') == '{value}'")
    };
    pairs.iter().map(one).collect::<Vec<_>>().join(" && ")
}

/// Chooses a level as a reader does.
async fn choose(page: &Page, level: &str) -> Journey {
    let input = format!("input[name='don-vi'][value='{level}']");
    page.driver.find(By::Css(&input)).await?.scroll_into_view().await?;
    page.click(&format!("label:has(> {input})")).await?;
    let kept = if level == "63" { "" } else { level };
    page.until("địa chỉ giữ cấp đơn vị", &asks(&[("don-vi", kept)])).await
}

async fn count(page: &Page, inside: &str) -> WebDriverResult<usize> {
    page.js(&format!("return document.querySelectorAll(\"{MAP} {inside}\").length")).await
}

async fn each_level_has_its_shapes(page: &Page) -> Journey {
    page.live("ban-do/").await?;
    for (view, level, units) in VIEWS.into_iter().chain([VIEWS[0]]) {
        choose(page, view).await?;
        page.until(
            "đủ các hình",
            &format!(
                "document.querySelectorAll(\"{MAP} [data-unit][data-level='{level}']\").length == {units}"
            ),
        )
        .await?;
        assert_eq!(count(page, "[data-unit]").await?, units, "{view}");
        let different: usize = page
            .js(&format!("return new Set([...document.querySelectorAll(\"{MAP} [data-unit]\")].map(e => e.dataset.unit)).size"))
            .await?;
        assert_eq!(different, units, "{view}");
        assert_eq!(count(page, "[data-archipelago]").await?, 2, "{view}");
        let rows: usize =
            page.js("return document.querySelectorAll('table[data-for] tbody tr').length").await?;
        assert_eq!(rows, units, "{view}");
    }
    Ok(())
}

async fn another_level_keeps_the_province(page: &Page) -> Journey {
    page.live("ban-do/?tinh=49").await?;
    assert_eq!(page.text(".map-panel h3").await?, "Quảng Nam");
    for (view, code, name) in
        [("34", "48", "Đà Nẵng"), ("sap-nhap", "48", "Đà Nẵng"), ("63", "48", "Đà Nẵng")]
    {
        choose(page, view).await?;
        page.until("tỉnh đã chọn", &asks(&[("tinh", code)])).await?;
        page.until(
            "tên trong khung",
            &format!("document.querySelector('.map-panel h3')?.textContent == '{name}'"),
        )
        .await?;
        assert_eq!(count(page, "path.m-pinned").await?, 2, "{view}");
    }
    // The same digits, another province.
    page.live("ban-do/?don-vi=34&tinh=15").await?;
    assert_eq!(page.text(".map-panel h3").await?, "Lào Cai");
    let panel = page.text(".map-panel").await?;
    assert!(panel.contains("Yên Bái") && panel.contains("Trung tâm hành chính"), "{panel}");
    Ok(())
}

async fn a_score_has_no_value_for_new_units(page: &Page) -> Journey {
    page.live("ban-do/?don-vi=34&tinh=24").await?;
    assert_eq!(count(page, "[data-unit].m-no-data").await?, 34);
    let label: String = page
        .js(&format!("return document.querySelector(\"{MAP} [data-unit='24']\").getAttribute('aria-label')"))
        .await?;
    assert!(label.contains("không có cho đơn vị mới"), "{label}");
    let old: Vec<String> =
        page.js("return [...document.querySelectorAll('.map-members li')].map(e => e.textContent)").await?;
    assert!(old.len() == 2 && old[0].starts_with("Bắc Giang: ") && old[0].contains("thứ "), "{old:?}");
    page.live("ban-do/?don-vi=34&chi-so=population&tinh=24").await?;
    assert_eq!(count(page, "[data-unit].m-no-data").await?, 0);
    let panel = page.text(".map-panel").await?;
    assert!(panel.contains("Cộng các tỉnh cũ") && panel.contains("suy ra từ nguồn"), "{panel}");
    Ok(())
}

async fn both_archipelagos_at_every_level_and_width(page: &Page) -> Journey {
    let mut faults: Vec<String> = Vec::new();
    for width in [280, 390, 1280] {
        resize(&page.driver, (width, 800)).await?;
        for path in ["", "en/"].iter().flat_map(|l| VIEWS.map(|(v, ..)| format!("{l}ban-do/?don-vi={v}"))) {
            page.live(&path).await?;
            let hidden: Vec<String> = page.js(crate::map::HIDDEN).await?;
            faults.extend(hidden.into_iter().map(|why| format!("{width} px, /{path}: {why}")));
            let aside: i64 = page.js("return document.documentElement.scrollWidth - innerWidth").await?;
            if aside > 0 {
                faults.push(format!("{width} px, /{path}: trang rộng hơn màn hình {aside} px"));
            }
        }
    }
    access::none(&faults);
    Ok(())
}

async fn the_years_by_keyboard_and_the_change(page: &Page) -> Journey {
    page.live("ban-do/?tinh=01").await?;
    page.tab_to(".map-years input").await?;
    let said = "return document.activeElement.getAttribute('aria-valuetext')";
    assert_eq!(page.js::<String>(said).await?, "2024");
    page.press(Key::Left).await?;
    page.until("năm trước", &asks(&[("nam", "2023"), ("tinh", "01")])).await?;
    assert_eq!(page.js::<String>(said).await?, "2023", "thanh năm giữ tiêu điểm và đọc năm");
    page.press(Key::Home).await?;
    page.until("năm đầu", &asks(&[("nam", "2020")])).await?;
    assert!(page.js::<bool>("return document.querySelector('.map-since select').disabled").await?);
    page.press(Key::End).await?;
    page.until("năm cuối", &asks(&[("nam", "")])).await?;
    page.click(".map-since select option[value='2022']").await?;
    page.until("thay đổi từ 2022", &asks(&[("tu", "2022"), ("tinh", "01")])).await?;
    page.until(
        "tiêu đề nói thay đổi",
        "/tăng nhiều nhất/.test(document.querySelector('figure.map h2').textContent)",
    )
    .await?;
    let panel = page.text(".map-panel .map-value").await?;
    assert!(panel.contains("2022–2024"), "{panel}");
    let classes: Vec<String> = page
        .js("return [...document.querySelectorAll('.map-legend .map-range')].map(e => e.textContent)")
        .await?;
    for word in ["tăng ", "giảm ", "không đổi"] {
        assert!(classes.iter().any(|c| c.contains(word)), "{word}: {classes:?}");
    }
    // Who has no value in one of the years has no change, and is hatched.
    assert!(count(page, "[data-unit].m-no-data").await? > 0);
    Ok(())
}

async fn the_models_of_2024_are_named_with_their_source(page: &Page) -> Journey {
    page.live("ban-do/?tinh=87").await?;
    assert_eq!(count(page, "[data-model]").await?, 0);
    page.click("label:has(> input[name='lop'])").await?;
    page.until("địa chỉ giữ lớp thêm", &asks(&[("lop", "mo-hinh"), ("tinh", "87")])).await?;
    assert_eq!(count(page, "[data-model]").await?, 3);
    let list = page.text("[data-fact='local-models-2024']").await?;
    for word in ["Lô Lô Chải", "Giang Biên", "Sa Đéc", "du lịch cộng đồng", "Nguồn: "] {
        assert!(list.contains(word), "{word}: {list}");
    }
    let panel = page.text(".map-panel").await?;
    assert!(panel.contains("Sa Đéc, Đồng Tháp"), "{panel}");
    for view in ["34", "sap-nhap"] {
        choose(page, view).await?;
        assert_eq!(count(page, "[data-model]").await?, 3, "{view}");
    }
    Ok(())
}

async fn back_brings_the_level_back(page: &Page) -> Journey {
    page.live("ban-do/").await?;
    choose(page, "34").await?;
    page.click("header nav a[href$='so-lieu/']").await?;
    page.until("sang trang khác", "location.pathname.endsWith('/so-lieu/')").await?;
    page.driver.back().await?;
    page.until(
        "về bản đồ",
        "location.pathname.endsWith('/ban-do/') && document.documentElement.dataset.app == 'live'",
    )
    .await?;
    page.until("34 hình", &format!("document.querySelectorAll(\"{MAP} [data-level='34']\").length == 34"))
        .await?;
    let checked = "document.querySelector(\"input[name='don-vi'][value='34']\").checked";
    page.until("ô chọn đúng cấp", checked).await
}

async fn what_fits_no_level_gives_one_notice(page: &Page) -> Journey {
    page.live("ban-do/").await?;
    let heading = page.text("figure[data-chart] .summary").await?;
    let notices = "return [...document.querySelectorAll('.notice')].filter(e => e.getClientRects().length).map(e => e.textContent)";
    for (query, named) in [
        ("?don-vi=35", "don-vi=35"),
        ("?tu=2030", "tu=2030"),
        ("?tu=2024", "tu=2024"),
        ("?lop=x", "lop=x"),
        ("?don-vi=%3Cb%3E&tu=a&tinh=zz", "tinh=zz"),
    ] {
        page.live(&format!("ban-do/{query}")).await?;
        assert_eq!(page.text("figure[data-chart] .summary").await?, heading, "{query}");
        let said: Vec<String> = page.js(notices).await?;
        assert!(said.len() == 1 && said[0].contains(named), "{query}: {said:?}");
    }
    page.live("ban-do/?don-vi=34&tinh=02").await?;
    let said: Vec<String> = page.js(notices).await?;
    assert!(said.len() == 1 && said[0].contains("tinh=02"), "{said:?}");
    assert_eq!(count(page, "[data-level='34']").await?, 34);
    Ok(())
}

async fn axe_at_every_level(page: &Page) -> Journey {
    let mut all = Vec::new();
    for path in [
        "ban-do/?don-vi=34&tinh=24",
        "ban-do/?don-vi=34&chi-so=population&tinh=24",
        "ban-do/?don-vi=sap-nhap&tinh=79&lop=mo-hinh",
        "ban-do/?tu=2022&tinh=01",
        "ban-do/?don-vi=34&chi-so=population&tu=2019",
        "en/ban-do/?don-vi=sap-nhap&tinh=79&lop=mo-hinh",
    ] {
        page.live(path).await?;
        all.extend(access::faults(page, path).await?);
    }
    access::none(&all);
    Ok(())
}

async fn axe_at_every_level_on_a_phone(page: &Page) -> Journey {
    axe_at_every_level(page).await
}

async fn the_sea_is_named_in_full(page: &Page) -> Journey {
    for view in ["63", "34"] {
        for path in ["ban-do/", "en/ban-do/"] {
            page.live(&format!("{path}?don-vi={view}")).await?;
            let out: Vec<String> = page
                .js(&format!(
                    "const s = document.querySelector(\"{MAP}\"), b = s.getBoundingClientRect(); \
                     return [...s.querySelectorAll('text')].filter(e => {{ const r = e.getBoundingClientRect(); \
                       return r.left < b.left - 1 || r.right > b.right + 1 || r.top < b.top - 1 || r.bottom > b.bottom + 1 }}) \
                     .map(e => e.textContent)"
                ))
                .await?;
            assert!(out.is_empty(), "{path}, {view}: {out:?}");
        }
    }
    Ok(())
}
