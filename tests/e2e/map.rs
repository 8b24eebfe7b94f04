//! The province map, by mouse and by keyboard: what is spoken, what stands beside it and what the shape is called
//! are the same; and both archipelagos are there at every width.

use crate::browser::Options;
use crate::page::{Journey, Page};
use crate::site::Site;
use crate::{data, journeys};
use thirtyfour::prelude::*;

const PHONE: Options = Options { size: (360, 740), scripts: true };

journeys! {
    arrow_keys_walk_from_province_to_province: chromium firefox webkit, Options::default(), Site::plain().clone();
    the_mouse_reads_the_same: chromium firefox webkit, Options::default(), Site::plain().clone();
    enter_pins_and_the_address_keeps_it: chromium firefox, Options::default(), Site::plain().clone();
    a_wrong_address_gives_the_default_and_one_notice: chromium firefox, Options::default(), Site::plain().clone();
    provinces_are_found_without_accents: chromium firefox, Options::default(), Site::plain().clone();
    both_archipelagos_at_1280: chromium firefox, Options::default(), Site::plain().clone();
    both_archipelagos_at_360: chromium firefox, PHONE, Site::plain().clone();
}

const MAP: &str = "figure[data-chart] svg[role='application']";
const STATUS: &str = "figure[data-chart] .map-plot + [role=status]";

async fn said(page: &Page) -> WebDriverResult<String> {
    page.text(STATUS).await
}

/// What the shape of a province is called.
async fn label(page: &Page, code: &str) -> WebDriverResult<String> {
    page.js(&format!(
        "return document.querySelector(\"{MAP} [data-unit='{code}']\").getAttribute('aria-label')"
    ))
    .await
}

/// Waits until a province is spoken of; gives its code.
async fn spoken(page: &Page, besides: &str) -> WebDriverResult<String> {
    let other = format!(
        "(document.querySelector({STATUS:?})?.textContent ?? '') != {besides:?} && document.querySelector({STATUS:?}).textContent"
    );
    page.until("tỉnh khác được đọc lên", &other).await?;
    let words = said(page).await?;
    let script = format!(
        "return [...document.querySelectorAll(\"{MAP} [data-unit]\")].filter(e => e.getAttribute('aria-label') == {words:?}).map(e => e.dataset.unit)"
    );
    let codes: Vec<String> = page.js(&script).await?;
    assert!(!codes.is_empty(), "{:?}: \"{words}\" không phải tên của hình nào", page.browser);
    let province = data().provinces.iter().find(|p| p.code.to_string() == codes[0]).unwrap();
    assert!(words.contains(&province.name.vi) && words.contains(|c: char| c.is_ascii_digit()), "{words}");
    Ok(codes[0].clone())
}

async fn arrow_keys_walk_from_province_to_province(page: &Page) -> Journey {
    page.live("ban-do/").await?;
    page.tab_to(MAP).await?;
    assert_eq!(said(page).await?, "");
    page.press(Key::Home).await?;
    let north = spoken(page, "").await?;
    let words = said(page).await?;
    page.press(Key::Down).await?;
    let next = spoken(page, &words).await?;
    assert_ne!(next, north);
    let mut seen = std::collections::BTreeSet::from([north, next]);
    for key in [Key::Down, Key::Right, Key::Down, Key::Left, Key::Down, Key::Down] {
        page.press(key).await?;
        seen.insert(spoken(page, "").await?);
    }
    assert!(seen.len() >= 5, "{:?}: mũi tên chỉ đến {seen:?}", page.browser);
    let words = said(page).await?;
    page.press(Key::End).await?;
    assert_eq!(spoken(page, &words).await?, "96", "cực Nam là Cà Mau");
    page.press(Key::Escape).await?;
    page.until("bản đồ im lặng", &format!("document.querySelector({STATUS:?}).textContent == ''")).await
}

async fn the_mouse_reads_the_same(page: &Page) -> Journey {
    page.live("ban-do/").await?;
    for code in ["38", "66", "11"] {
        // A point that really lies on the shape: its box has corners that belong to others.
        let point = format!(
            "const svg = document.querySelector(\"{MAP}\"); svg.scrollIntoView({{block: 'center', behavior: 'instant'}}); \
             const e = svg.querySelector(\"[data-unit='{code}']\"), r = e.getBoundingClientRect(); \
             for (let i = 1; i < 10; i++) for (let j = 1; j < 10; j++) {{ \
               const x = Math.round(r.left + r.width * j / 10), y = Math.round(r.top + r.height * i / 10); \
               if (y > 0 && y < innerHeight && document.elementFromPoint(x, y)?.closest('[data-unit]') == e) return [x, y]; }} return null"
        );
        let (x, y): (i64, i64) = page.js(&point).await?;
        page.driver.action_chain().move_to(x, y).perform().await?;
        let expected = label(page, code).await?;
        page.until(
            "lời của tỉnh dưới chuột",
            &format!("document.querySelector({STATUS:?}).textContent == {expected:?}"),
        )
        .await?;
        let panel = page.text(".map-panel").await?;
        let name = &data().provinces.iter().find(|p| p.code.to_string() == code).unwrap().name.vi;
        assert_eq!(&page.text(".map-panel h3").await?, name);
        let value = page
            .js::<String>("return document.querySelector('.map-value').firstChild.textContent.trim()")
            .await?;
        assert!(expected.contains(&value), "{expected} / {panel}");
        let row =
            format!("return document.querySelector(\"table[data-for] tr[data-x='{code}']\").textContent");
        let row: String = page.js(&row).await?;
        let number = value.split_whitespace().find(|w| w.starts_with(|c: char| c.is_ascii_digit())).unwrap();
        assert!(row.contains(number) && row.contains(name.as_str()), "{row} / {value}");
    }
    page.hover("h1").await?;
    page.until("bản đồ im lặng", &format!("document.querySelector({STATUS:?}).textContent == ''")).await
}

async fn enter_pins_and_the_address_keeps_it(page: &Page) -> Journey {
    page.live("ban-do/").await?;
    page.tab_to(MAP).await?;
    page.press(Key::End).await?;
    let code = spoken(page, "").await?;
    page.press(Key::Enter).await?;
    page.until(
        "địa chỉ giữ tỉnh đã ghim",
        &format!("new URLSearchParams(location.search).get('tinh') == '{code}'"),
    )
    .await?;
    let name = page.text(".map-panel h3").await?;
    page.driver.refresh().await?;
    page.state("live").await?;
    assert_eq!(page.text(".map-panel h3").await?, name);
    Ok(())
}

async fn a_wrong_address_gives_the_default_and_one_notice(page: &Page) -> Journey {
    page.live("ban-do/").await?;
    let heading = page.text("figure[data-chart] .summary").await?;
    for query in ["?tinh=00", "?nam=1066", "?chi-so=khong-co", "?nam=x&tinh=zz&chi-so=%00"] {
        page.live(&format!("ban-do/{query}")).await?;
        assert_eq!(page.text("figure[data-chart] .summary").await?, heading, "{query}");
        let notices = page
            .js::<usize>(
                "return [...document.querySelectorAll('.notice')].filter(e => e.getClientRects().length).length",
            )
            .await?;
        assert_eq!(notices, 1, "{query}");
    }
    Ok(())
}

async fn provinces_are_found_without_accents(page: &Page) -> Journey {
    page.live("ban-do/").await?;
    page.tab_to("input[type='search']").await?;
    page.driver.action_chain().send_keys("da nang").perform().await?;
    page.until("kết quả tìm", "/Đà Nẵng/.test(document.querySelector('.map-search').textContent)").await?;
    page.press(Key::Enter).await?;
    page.until("tỉnh tìm thấy", "document.querySelector('.map-panel h3')?.textContent == 'Đà Nẵng'").await
}

/// What hides an archipelago, or a map that lacks one; nothing if all is well.
pub const HIDDEN: &str = "const maps = [...document.querySelectorAll('.map-plot svg')].filter(s => s.getClientRects().length); \
    if (!maps.length) return ['không có bản đồ']; \
    return maps.flatMap(s => { s.scrollIntoView({block: 'center', behavior: 'instant'}); const b = s.getBoundingClientRect(); \
      return ['hoang-sa', 'truong-sa'].flatMap(name => { \
        const e = s.querySelector(`[data-archipelago='${name}']`); if (!e) return [name + ' vắng mặt']; \
        const r = e.getBoundingClientRect(), c = getComputedStyle(e), out = []; \
        if (r.width < 8 || r.height < 8) out.push('nhỏ quá'); \
        if (r.left < b.left - 1 || r.right > b.right + 1 || r.top < b.top - 1 || r.bottom > b.bottom + 1 || r.left < 0 || r.right > innerWidth) \
          out.push('thò ra ngoài hình: ' + [r.left - b.left, r.top - b.top, b.right - r.right, b.bottom - r.bottom].map(Math.round)); \
        if (c.visibility != 'visible' || c.display == 'none') out.push('bị ẩn'); \
        if (!/\\S/.test(e.textContent)) out.push('không tên'); \
        return out.map(why => name + ' ' + why) }) })";

async fn archipelagos(page: &Page) -> Journey {
    let mut faults = Vec::new();
    for path in ["ban-do/", "en/ban-do/", "", "en/", "so-lieu/population/?the=ban-do"] {
        page.live(path).await?;
        if path.contains("the=ban-do") {
            page.until("bản đồ sống", "document.querySelector('.map-island svg.live')").await?;
        }
        let hidden: Vec<String> = page.js(HIDDEN).await?;
        faults.extend(hidden.into_iter().map(|why| format!("/{path}: {why}")));
    }
    assert!(faults.is_empty(), "{:?}:\n{}", page.browser, faults.join("\n"));
    Ok(())
}

async fn both_archipelagos_at_1280(page: &Page) -> Journey {
    archipelagos(page).await
}

async fn both_archipelagos_at_360(page: &Page) -> Journey {
    archipelagos(page).await
}
