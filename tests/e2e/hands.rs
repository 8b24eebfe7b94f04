//! The map under one's hands: every unit by real key presses, at both levels and as tiles; coming closer; the table and
//! the legend, linked with the picture; Back and Forward through what was chosen.

use crate::browser::Options;
use crate::page::{Journey, Page};
use crate::site::{Fault, Site};
use crate::{access, data, journeys};
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use thirtyfour::prelude::*;

const PHONE: Options = Options { size: (360, 740), scripts: true };

journeys! {
    the_arrows_reach_all_63: chromium firefox, Options::default(), Site::plain().clone();
    the_arrows_reach_all_34: chromium webkit, Options::default(), Site::plain().clone();
    the_arrows_reach_every_tile: chromium, PHONE, Site::plain().clone();
    letters_jump_to_a_name: chromium firefox webkit, Options::default(), Site::plain().clone();
    another_indicator_keeps_the_shapes: chromium firefox webkit, Options::default(), Site::plain().clone();
    coming_closer_keeps_lines_names_and_islands: chromium firefox webkit, Options::default(), Site::plain().clone();
    coming_closer_on_a_phone: chromium firefox, PHONE, Site::plain().clone();
    without_the_finer_shapes_the_map_stays: chromium, Options::default(), Site::with(Fault::NoFine);
    the_wheel_needs_ctrl: chromium, Options::default(), Site::plain().clone();
    a_region_is_fitted_and_listed: chromium firefox, Options::default(), Site::plain().clone();
    tiles_read_as_the_map_does: chromium firefox webkit, PHONE, Site::plain().clone();
    the_table_sorts_by_every_column: chromium firefox webkit, Options::default(), Site::plain().clone();
    table_and_picture_show_the_same_unit: chromium firefox, Options::default(), Site::plain().clone();
    a_phone_shows_the_values_without_sideways_scrolling: chromium firefox, PHONE, Site::plain().clone();
    the_legend_points_and_lights: chromium firefox, Options::default(), Site::plain().clone();
    back_undoes_what_was_chosen: chromium firefox, Options::default(), Site::plain().clone();
    a_wrong_look_gives_the_default_and_one_notice: chromium firefox, Options::default(), Site::plain().clone();
    axe_finds_nothing_in_any_look: chromium, Options::default(), Site::plain().clone();
    axe_finds_nothing_on_a_phone: chromium, PHONE, Site::plain().clone();
}

pub const MAP: &str = "figure[data-chart] svg[role='application']";
const STATUS: &str = "figure[data-chart] .map-plot + [role=status]";

async fn said(page: &Page) -> WebDriverResult<String> {
    page.text(STATUS).await
}

/// The unit that is spoken of, by the name of its shape.
async fn spoken(page: &Page) -> WebDriverResult<String> {
    page.js(&format!(
        "const words = document.querySelector({STATUS:?}).textContent; \
         return [...document.querySelectorAll(\"{MAP} [data-unit]\")].find(e => e.getAttribute('aria-label') == words)?.dataset.unit ?? ''"
    ))
    .await
}

const ARROWS: [Key; 4] = [Key::Up, Key::Right, Key::Down, Key::Left];

/// Walks by arrow keys alone until nothing new can be found; gives the units that were spoken of.
async fn walked(page: &Page) -> WebDriverResult<BTreeSet<String>> {
    page.tab_to(MAP).await?;
    page.press(Key::Home).await?;
    let mut at = spoken(page).await?;
    assert_ne!(at, "", "{:?}: Home không nói gì", page.browser);
    // Where each arrow has led from each unit.
    let mut known: BTreeMap<String, [Option<String>; 4]> = BTreeMap::from([(at.clone(), Default::default())]);
    while let Some(path) = to_untried(&known, &at) {
        for arrow in path {
            page.press(ARROWS[arrow].clone()).await?;
            let next = spoken(page).await?;
            assert_ne!(next, "", "{:?}: từ {at} mũi tên {arrow} không nói gì", page.browser);
            known.get_mut(&at).unwrap()[arrow] = Some(next.clone());
            known.entry(next.clone()).or_default();
            at = next;
        }
    }
    Ok(known.into_keys().collect())
}

/// The shortest way to an arrow that has not been pressed yet, that arrow included.
fn to_untried(known: &BTreeMap<String, [Option<String>; 4]>, from: &str) -> Option<Vec<usize>> {
    let mut queue = VecDeque::from([(from.to_owned(), Vec::new())]);
    let mut seen = BTreeSet::new();
    while let Some((at, path)) = queue.pop_front() {
        if !seen.insert(at.clone()) {
            continue;
        }
        for (arrow, next) in known[&at].iter().enumerate() {
            let mut path: Vec<usize> = path.clone();
            path.push(arrow);
            match next {
                None => return Some(path),
                Some(next) => queue.push_back((next.clone(), path)),
            }
        }
    }
    None
}

fn old() -> BTreeSet<String> {
    data().provinces.iter().map(|p| p.code.to_string()).collect()
}

fn today() -> BTreeSet<String> {
    data().new_provinces.iter().map(|p| p.code.to_string()).collect()
}

async fn the_arrows_reach_all_63(page: &Page) -> Journey {
    page.live("ban-do/").await?;
    assert_eq!(walked(page).await?, old());
    Ok(())
}

async fn the_arrows_reach_all_34(page: &Page) -> Journey {
    page.live("ban-do/?don-vi=34&chi-so=population").await?;
    assert_eq!(walked(page).await?, today());
    Ok(())
}

async fn the_arrows_reach_every_tile(page: &Page) -> Journey {
    page.live("ban-do/?hinh=o-vuong").await?;
    assert_eq!(walked(page).await?, old());
    page.live("ban-do/?hinh=o-vuong&don-vi=34&chi-so=population").await?;
    assert_eq!(walked(page).await?, today());
    Ok(())
}

async fn letters_jump_to_a_name(page: &Page) -> Journey {
    for (path, typed, code) in [
        ("ban-do/", "quang ng", "51"),
        ("ban-do/", "hue", "46"),
        ("ban-do/", "ha t", "42"),
        ("ban-do/", "hh", "06"),
        ("ban-do/?don-vi=34&chi-so=population", "can", "92"),
        ("en/ban-do/", "da n", "48"),
    ] {
        page.live(path).await?;
        page.tab_to(MAP).await?;
        if typed == "hh" {
            // The same letter walks on: from Hà Giang, where Home stands, to Hà Nam and Hà Nội.
            page.press(Key::Home).await?;
            page.driver.action_chain().send_keys("hh").perform().await?;
            assert_eq!(spoken(page).await?, "01", "{:?}: {path} {typed}", page.browser);
            continue;
        }
        page.driver.action_chain().send_keys(typed).perform().await?;
        assert_eq!(spoken(page).await?, code, "{:?}: {path} {typed}", page.browser);
    }
    // After a pause the letters begin anew.
    page.live("ban-do/").await?;
    page.tab_to(MAP).await?;
    page.driver.action_chain().send_keys("c").perform().await?;
    let first = spoken(page).await?;
    let paused = "window.since ??= performance.now(), performance.now() - window.since > 1300";
    page.until("quá một giây", paused).await?;
    page.driver.action_chain().send_keys("h").perform().await?;
    assert_eq!(spoken(page).await?, "02", "sau {first}: {}", said(page).await?);
    Ok(())
}

async fn another_indicator_keeps_the_shapes(page: &Page) -> Journey {
    page.live("ban-do/").await?;
    let mark = format!(
        "window.all = [...document.querySelectorAll(\"{MAP} [data-unit]\")]; \
         window.before = all.map(e => [e.getAttribute('class'), e.getAttribute('aria-label'), e.getAttribute('d')]); return all.length"
    );
    assert_eq!(page.js::<usize>(&mark).await?, 63);
    page.click("input[name='chi-so'][value='papi-internet']").await?;
    page.until("tên hình đổi", "all[0].getAttribute('aria-label') != before[0][1]").await?;
    let kept = format!(
        "const now = [...document.querySelectorAll(\"{MAP} [data-unit]\")]; return [now.length == 63 && now.every((e, i) => e === all[i]), \
         now.every((e, i) => e.getAttribute('d') == before[i][2]), now.some((e, i) => e.getAttribute('class') != before[i][0])]"
    );
    assert_eq!(
        page.js::<[bool; 3]>(&kept).await?,
        [true; 3],
        "{:?}: cùng nút, cùng đường, khác lớp",
        page.browser
    );
    let first: String = page.js("return all[0].getAttribute('aria-label')").await?;
    let slide = "const s = document.querySelector('.map-years input'); s.value = 0; s.dispatchEvent(new Event('input', { bubbles: true }))";
    page.driver.execute(slide, vec![]).await?;
    page.until("tên hình đổi theo năm", &format!("all[0].getAttribute('aria-label') != {first:?}")).await?;
    assert!(page.js::<[bool; 3]>(&kept).await?[0]);
    Ok(())
}

/// Font size, line width and dot size as the screen shows them, and how wide the view box is.
const SEEN: &str = "const s = document.querySelector(\"figure[data-chart] svg[role='application']\"), k = s.getBoundingClientRect().width; \
    const box = s.viewBox.baseVal, dot = s.querySelector('[data-archipelago] circle').getBoundingClientRect().width, \
    text = s.querySelector('[data-archipelago] text').getBoundingClientRect().height; \
    return [box.width, dot, text, getComputedStyle(s.querySelector('[data-unit]')).vectorEffect == 'non-scaling-stroke' ? 1 : 0, k]";

/// What is wrong with the archipelagos and the sea in the picture as it is; nothing if all is well.
const SEAS: &str = "const s = document.querySelector(\"figure[data-chart] svg[role='application']\"), b = s.getBoundingClientRect(); \
    const out = ['hoang-sa', 'truong-sa'].flatMap(n => { const e = s.querySelector(`[data-archipelago='${n}']`); if (!e) return [n + ' vắng']; \
      const r = e.getBoundingClientRect(); \
      return r.left < b.left - 1 || r.right > b.right + 1 || r.top < b.top - 1 || r.bottom > b.bottom + 1 || r.width < 8 ? [n + ' ngoài khung'] : [] }); \
    const sea = [...s.querySelectorAll('text')].find(e => /Biển Đông/.test(e.textContent))?.getBoundingClientRect(); \
    if (!sea || sea.left < b.left - 1 || sea.right > b.right + 1 || sea.top < b.top - 1 || sea.bottom > b.bottom + 1) out.push('Biển Đông'); return out";

async fn coming_closer_keeps_lines_names_and_islands(page: &Page) -> Journey {
    closer(page).await
}

async fn coming_closer_on_a_phone(page: &Page) -> Journey {
    closer(page).await
}

async fn closer(page: &Page) -> Journey {
    page.live("ban-do/").await?;
    let coarse: usize = page
        .js(&format!("return document.querySelector(\"{MAP} [data-unit='01']\").getAttribute('d').length"))
        .await?;
    let before: [f64; 5] = page.js(SEEN).await?;
    let asked = "performance.getEntriesByType('resource').filter(e => /ban-do-min/.test(e.name)).length";
    assert_eq!(page.js::<usize>(&format!("return {asked}")).await?, 0, "đường biên mịn tải quá sớm");
    page.tab_to(MAP).await?;
    page.press(Key::Home).await?;
    for _ in 0..4 {
        page.driver.action_chain().send_keys("+").perform().await?;
    }
    page.until(
        "đường biên mịn",
        &format!("document.querySelector(\"{MAP} [data-unit='01']\").getAttribute('d').length > {coarse}"),
    )
    .await?;
    let after: [f64; 5] = page.js(SEEN).await?;
    assert!(after[0] < before[0] / 4.0, "khung nhìn {after:?} / {before:?}");
    assert!(
        (after[1] - before[1]).abs() < 1.0 && (after[4] - before[4]).abs() < 1.0,
        "{after:?} / {before:?}"
    );
    assert!(after[2] < before[2] * 1.5 && after[3] > 0.0, "{after:?} / {before:?}");
    let hidden: Vec<String> = page.js(SEAS).await?;
    assert!(hidden.is_empty(), "{:?}: {hidden:?}", page.browser);
    // A walk takes the view along.
    for _ in 0..6 {
        page.press(Key::Down).await?;
        let at = spoken(page).await?;
        let seen = format!(
            "const s = document.querySelector(\"{MAP}\").getBoundingClientRect(), e = document.querySelector(\"{MAP} [data-unit='{at}']\").getBoundingClientRect(); \
             return e.right > s.left && e.left < s.right && e.bottom > s.top && e.top < s.bottom"
        );
        assert!(page.js::<bool>(&seen).await?, "{:?}: {at} ra ngoài khung", page.browser);
    }
    for _ in 0..8 {
        page.driver.action_chain().send_keys("+").perform().await?;
    }
    assert_eq!(page.js::<usize>(&format!("return {asked}")).await?, 1, "đường biên mịn chỉ tải một lần");
    page.driver.action_chain().send_keys("0").perform().await?;
    assert_eq!(page.js::<[f64; 5]>(SEEN).await?[0].to_bits(), before[0].to_bits());
    // And by buttons.
    page.click(".map-zoom").await?;
    page.until(
        "phóng bằng nút",
        &format!("document.querySelector(\"{MAP}\").viewBox.baseVal.width < {}", before[0]),
    )
    .await?;
    page.click(".map-zooms .map-fit").await?;
    page.until(
        "vừa khung",
        &format!("document.querySelector(\"{MAP}\").viewBox.baseVal.width == {}", before[0]),
    )
    .await
}

async fn without_the_finer_shapes_the_map_stays(page: &Page) -> Journey {
    page.live("ban-do/").await?;
    page.tab_to(MAP).await?;
    for _ in 0..4 {
        page.driver.action_chain().send_keys("+").perform().await?;
    }
    page.until("một lời báo", "document.querySelectorAll('.notices .notice').length == 1").await?;
    let words = page.text(".notices .notice").await?;
    assert!(words.contains(ngay_so::text::Locale::Vi.messages().map_tools.coarse), "{words}");
    page.press(Key::Home).await?;
    assert_ne!(spoken(page).await?, "");
    for _ in 0..3 {
        page.driver.action_chain().send_keys("-").perform().await?;
        page.driver.action_chain().send_keys("+").perform().await?;
    }
    assert_eq!(page.js::<usize>("return document.querySelectorAll('.notices .notice').length").await?, 1);
    Ok(())
}

async fn the_wheel_needs_ctrl(page: &Page) -> Journey {
    page.live("ban-do/").await?;
    page.hover(MAP).await?;
    let (x, y): (f64, f64) = page
        .js(&format!("const r = document.querySelector(\"{MAP}\").getBoundingClientRect(); return [r.left + r.width / 2, r.top + r.height / 2]"))
        .await?;
    let width = format!("document.querySelector(\"{MAP}\").viewBox.baseVal.width");
    let wheel = |ctrl: bool| serde_json::json!({ "type": "mouseWheel", "x": x, "y": y, "deltaX": 0, "deltaY": -120, "modifiers": if ctrl { 2 } else { 0 } });
    let whole: f64 = page.js(&format!("return {width}")).await?;
    page.driver.cdp().send_raw("Input.dispatchMouseEvent", wheel(false)).await?;
    page.until("trang cuộn", "window.scrollY >= 0").await?;
    assert!(
        (page.js::<f64>(&format!("return {width}")).await? - whole).abs() < 0.1,
        "bánh xe trơn là của trang"
    );
    page.driver.cdp().send_raw("Input.dispatchMouseEvent", wheel(true)).await?;
    page.until("phóng to", &format!("{width} < {whole}")).await?;
    assert!(
        (page.js::<f64>("return devicePixelRatio * visualViewport.scale").await? - 1.0).abs() < 0.01,
        "trang cũng phóng"
    );
    // A drag takes the map along, and pins nothing.
    let left = format!("document.querySelector(\"{MAP}\").viewBox.baseVal.x");
    let before: f64 = page.js(&format!("return {left}")).await?;
    let chain = page.driver.action_chain().move_to(x as i64, y as i64).click_and_hold();
    chain.move_by_offset(60, 10).move_by_offset(40, 10).release().perform().await?;
    page.until("bản đồ đi theo tay", &format!("{left} < {before}")).await?;
    assert!(!page.js::<bool>("return location.search.includes('tinh=')").await?, "kéo mà ghim");
    Ok(())
}

async fn a_region_is_fitted_and_listed(page: &Page) -> Journey {
    page.live("ban-do/").await?;
    let whole: f64 =
        page.js(&format!("return document.querySelector(\"{MAP}\").viewBox.baseVal.width")).await?;
    page.driver.execute("const s = document.querySelector('#xem-vung'); s.value = 'dbscl'; s.dispatchEvent(new Event('change', { bubbles: true }))", vec![]).await?;
    page.until("địa chỉ", "location.search == '?vung=dbscl'").await?;
    let width = format!("document.querySelector(\"{MAP}\").viewBox.baseVal.width");
    page.until("vừa vùng", &format!("{width} < {} ", whole / 2.0)).await?;
    let inside = format!(
        "const s = document.querySelector(\"{MAP}\").getBoundingClientRect(); \
         return ['80', '82', '87', '92', '94', '95'].every(c => {{ const e = document.querySelector(`{MAP} [data-unit='${{c}}']`).getBoundingClientRect(); \
           return e.left >= s.left && e.right <= s.right && e.top >= s.top && e.bottom <= s.bottom }})"
    );
    assert!(page.js::<bool>(&inside).await?, "vùng không nằm trọn trong khung");
    let rows: Vec<String> =
        page.js("return [...document.querySelectorAll('.map-table tbody tr')].map(r => r.dataset.x)").await?;
    let expected: BTreeSet<String> =
        data().provinces.iter().filter(|p| p.region == "dbscl").map(|p| p.code.to_string()).collect();
    assert_eq!(rows.iter().cloned().collect::<BTreeSet<_>>(), expected);
    page.driver.refresh().await?;
    page.state("live").await?;
    page.until("vừa vùng sau khi tải lại", &format!("{width} < {}", whole / 2.0)).await?;
    page.driver.back().await?;
    page.until("Quay lại: cả nước", &format!("location.search == '' && {width} == {whole}")).await?;
    // A double click comes close to one province.
    page.hover(&format!("{MAP} [data-unit='66']")).await?;
    page.driver.action_chain().double_click().perform().await?;
    page.until(
        "phóng tới tỉnh",
        &format!("{width} < {} && new URLSearchParams(location.search).get('tinh') == '66'", whole / 2.0),
    )
    .await
}

async fn tiles_read_as_the_map_does(page: &Page) -> Journey {
    for (path, level, units) in
        [("ban-do/", "63", old()), ("en/ban-do/?don-vi=34&chi-so=population", "34", today())]
    {
        page.live(path).await?;
        let names = format!(
            "return Object.fromEntries([...document.querySelectorAll(\"{MAP} [data-unit]\")].map(e => [e.dataset.unit, e.getAttribute('aria-label')]))"
        );
        let on_map: BTreeMap<String, String> = page.js(&names).await?;
        page.click(".map-pictures button:last-child").await?;
        page.until("các ô", &format!("document.querySelector(\"{MAP}.tiles\")")).await?;
        assert!(page.js::<bool>("return location.search.includes('hinh=o-vuong')").await?);
        assert_eq!(page.js::<BTreeMap<String, String>>(&names).await?, on_map);
        assert_eq!(on_map.into_keys().collect::<BTreeSet<_>>(), units);
        let faults: Vec<String> = page
            .js(&format!(
                "const s = document.querySelector(\"{MAP}\"), b = s.getBoundingClientRect(); \
                 return [...s.querySelectorAll('[data-unit]')].filter(e => e.dataset.level != '{level}' || (r => r.width < 24 || r.height < 24 || r.left < 0 || r.right > innerWidth)(e.getBoundingClientRect())).map(e => e.dataset.unit)"
            ))
            .await?;
        assert!(faults.is_empty(), "{:?}: {faults:?}", page.browser);
        let hidden: Vec<String> = page.js(SEAS).await?;
        assert!(hidden.is_empty(), "{:?}: {hidden:?}", page.browser);
        let middle = page.driver.find(By::Css(format!("{MAP} [data-unit='01']"))).await?;
        middle.scroll_into_view().await?;
        page.hover(&format!("{MAP} [data-unit='01']")).await?;
        page.driver.action_chain().click().perform().await?;
        page.until("Hà Nội được ghim", "new URLSearchParams(location.search).get('tinh') == '01'").await?;
        assert!(page.text(".map-panel h3").await?.starts_with('H'));
    }
    Ok(())
}

async fn column(page: &Page, place: usize) -> WebDriverResult<Vec<String>> {
    page.js(&format!(
        "return [...document.querySelectorAll('.map-table tbody tr')].map(r => (r.children[{place}].querySelector('button') ?? r.children[{place}]).textContent.trim())"
    ))
    .await
}

async fn the_table_sorts_by_every_column(page: &Page) -> Journey {
    // A year in which one province has no data.
    page.live("ban-do/?nam=2022").await?;
    let heads: usize = page.js("return document.querySelectorAll('.map-table thead button').length").await?;
    assert_eq!(heads, 5);
    for place in 0..heads {
        let mut orders = Vec::new();
        for _ in 0..2 {
            page.driver
                .execute(
                    format!("document.querySelectorAll('.map-table thead button')[{place}].click()"),
                    vec![],
                )
                .await?;
            let sorted: Vec<String> = page
                .js("return [...document.querySelectorAll('.map-table thead th')].map(e => e.getAttribute('aria-sort'))")
                .await?;
            assert_eq!(sorted.iter().filter(|s| *s != "none").count(), 1, "{sorted:?}");
            orders.push((sorted[place].clone(), column(page, place).await?));
        }
        let ways: BTreeSet<&str> = orders.iter().map(|(way, _)| way.as_str()).collect();
        assert_eq!(ways, BTreeSet::from(["ascending", "descending"]), "cột {place}");
        for (way, cells) in &orders {
            assert_eq!(cells.len(), 63);
            if place == 1 {
                let numbers: Vec<f64> =
                    cells.iter().filter_map(|c| c.replace(',', ".").parse().ok()).collect();
                assert_eq!(numbers.len(), 62, "{:?}", &cells[..3]);
                let right =
                    numbers.windows(2).all(|p| if way == "ascending" { p[0] <= p[1] } else { p[0] >= p[1] });
                assert!(right, "{way}: {numbers:?}");
            }
            if place == 1 || place == 2 {
                assert!(
                    !cells[62].starts_with(|c: char| c.is_ascii_digit()),
                    "chỗ trống phải đứng cuối: {:?}",
                    cells[62]
                );
            }
            if place == 0 && way == "ascending" {
                assert_eq!((cells[0].as_str(), cells[62].as_str()), ("An Giang", "Yên Bái"));
                let at = |name: &str| cells.iter().position(|c| c == name).unwrap();
                assert!(at("Cao Bằng") < at("Cần Thơ") && at("Đà Nẵng") > at("Cần Thơ"), "{cells:?}");
            }
        }
    }
    page.live("ban-do/?nam=2022&xep=-gia-tri").await?;
    let sorted: String =
        page.js("return document.querySelector('.map-table th[aria-sort=descending]').textContent").await?;
    assert!(sorted.contains(ngay_so::text::Locale::Vi.messages().map.col_value), "{sorted}");
    Ok(())
}

async fn table_and_picture_show_the_same_unit(page: &Page) -> Journey {
    page.live("ban-do/").await?;
    // From the table to the picture.
    page.hover(".map-table tr[data-x='48'] td.number").await?;
    page.until(
        "bản đồ nói Đà Nẵng",
        &format!("/^Đà Nẵng/.test(document.querySelector({STATUS:?}).textContent)"),
    )
    .await?;
    let lit = format!(
        "document.querySelector(\"{MAP} .m-hover:not(.halo)\").getAttribute('d') == document.querySelector(\"{MAP} [data-unit='48']\").getAttribute('d')"
    );
    assert!(page.js::<bool>(&format!("return {lit}")).await?);
    page.click(".map-table tr[data-x='48'] th button").await?;
    page.until("dòng được đánh dấu", "document.querySelector('.map-table tr.chosen')?.dataset.x == '48'")
        .await?;
    // From the picture to the table and back, by keys.
    page.hover("h1").await?;
    page.tab_to(MAP).await?;
    page.press(Key::End).await?;
    assert_eq!(spoken(page).await?, "96");
    page.until("dòng sáng lên", "document.querySelector('.map-table tr[data-lit]')?.dataset.x == '96'")
        .await?;
    page.driver.action_chain().key_down(Key::Shift).send_keys("T").key_up(Key::Shift).perform().await?;
    page.until("đến dòng", "document.activeElement.matches('.map-table tr[data-x=\"96\"]')").await?;
    page.driver.action_chain().key_down(Key::Shift).send_keys("T").key_up(Key::Shift).perform().await?;
    page.until("về bản đồ", &format!("document.activeElement.matches(\"{MAP}\")")).await?;
    assert_eq!(spoken(page).await?, "96");
    // Every row leads to the page of the province.
    let pages: usize = page
        .js("return new Set([...document.querySelectorAll('.map-table tbody tr')].map(r => r.querySelector('td a').getAttribute('href'))).size")
        .await?;
    assert_eq!(pages, 34);
    Ok(())
}

async fn a_phone_shows_the_values_without_sideways_scrolling(page: &Page) -> Journey {
    for path in ["ban-do/", "en/ban-do/?don-vi=34&chi-so=population", "ban-do/?chi-so=dti-rank"] {
        page.live(path).await?;
        let fits: bool = page
            .js("const b = document.querySelector('.map-table'); return b.scrollWidth <= b.clientWidth + 1 && document.documentElement.scrollWidth <= innerWidth + 1 && \
                 [...b.querySelectorAll('tbody tr')].every(r => { const v = r.querySelector('td.number').getBoundingClientRect(); return v.width > 0 && v.right <= innerWidth && r.querySelector('.map-small a').getClientRects().length })")
            .await?;
        assert!(fits, "{:?}: {path}", page.browser);
    }
    Ok(())
}

async fn the_legend_points_and_lights(page: &Page) -> Journey {
    page.live("ban-do/?tinh=48").await?;
    page.until("mốc ghim", "document.querySelectorAll('.map-sign.map-pinned-at:not(:empty)').length == 1")
        .await?;
    page.hover(".map-table tr[data-x='11'] td.number").await?;
    page.until("mốc trỏ", "document.querySelectorAll('.map-sign.map-at:not(:empty)').length == 1").await?;
    let words = page.text(".map-here").await?;
    assert!(words.contains("Điện Biên") && words.contains("Đà Nẵng"), "{words}");
    page.hover("h1").await?;
    page.until("hết trỏ", "document.querySelectorAll('.map-sign.map-at:not(:empty)').length == 0").await?;
    // A row lights its units while the pointer is there, and holds them when pressed.
    let dim = format!(
        "[...document.querySelectorAll(\"{MAP} [data-unit]\")].filter(e => getComputedStyle(e).opacity < .5).length"
    );
    page.hover(".map-legend li button").await?;
    page.until("các tỉnh khác mờ đi", &format!("{dim} > 30")).await?;
    let count: usize =
        page.text(".map-legend li .map-count").await?.split(' ').next().unwrap().parse().unwrap();
    assert_eq!(page.js::<usize>(&format!("return {dim}")).await?, 63 - count);
    page.click(".map-legend li button").await?;
    page.hover("h1").await?;
    assert_eq!(page.js::<usize>(&format!("return {dim}")).await?, 63 - count);
    assert_eq!(
        page.js::<String>(
            "return document.querySelector('.map-legend li button').getAttribute('aria-pressed')"
        )
        .await?,
        "true"
    );
    page.click(".map-legend li button").await?;
    page.hover("h1").await?;
    page.until("không còn mờ", &format!("{dim} == 0")).await
}

async fn back_undoes_what_was_chosen(page: &Page) -> Journey {
    page.live("ban-do/").await?;
    let title = "figure[data-chart] .map-head h2";
    let first = page.text(title).await?;
    page.click("input[name='chi-so'][value='dti-rank']").await?;
    page.until("chỉ số khác", "location.search.includes('chi-so=dti-rank')").await?;
    let second = page.text(title).await?;
    assert_ne!(first, second);
    page.click("input[name='don-vi'][value='34']").await?;
    page.until("đơn vị khác", "location.search.includes('don-vi=34')").await?;
    page.click(".map-pictures button:last-child").await?;
    page.until("ô bằng nhau", "location.search.includes('hinh=o-vuong')").await?;
    page.driver.back().await?;
    page.until(
        "hết ô",
        &format!("!document.querySelector(\"{MAP}.tiles\") && !location.search.includes('hinh')"),
    )
    .await?;
    page.driver.back().await?;
    page.until("lại 63", &format!("document.querySelector(\"{MAP} [data-level='63']\") && document.querySelector(\"input[name='don-vi'][value='63']\").checked")).await?;
    page.driver.back().await?;
    page.until(
        "chỉ số đầu",
        &format!(
            "location.search == '' && document.querySelector({title:?}).textContent.trim() == {first:?}"
        ),
    )
    .await?;
    page.driver.forward().await?;
    page.until("đi tới", &format!("document.querySelector({title:?}).textContent.trim() == {second:?}"))
        .await?;
    // Pins that follow each other are one step.
    let steps = page.js::<usize>("return history.length").await?;
    page.tab_to(MAP).await?;
    page.press(Key::Home).await?;
    for _ in 0..5 {
        page.press(Key::Enter).await?;
        page.press(Key::Down).await?;
    }
    page.until("đã ghim", "location.search.includes('tinh=')").await?;
    assert!(page.js::<usize>("return history.length").await? <= steps + 1);
    Ok(())
}

async fn a_wrong_look_gives_the_default_and_one_notice(page: &Page) -> Journey {
    page.live("ban-do/").await?;
    let whole: f64 =
        page.js(&format!("return document.querySelector(\"{MAP}\").viewBox.baseVal.width")).await?;
    for query in ["?vung=khong-co", "?hinh=tron", "?xep=%3Cb%3E", "?vung=btb", "?vung=x&hinh=y&xep=z&nam=1"] {
        page.live(&format!("ban-do/{query}")).await?;
        page.until("một lời báo", "document.querySelectorAll('.notices .notice').length == 1").await?;
        let width: f64 =
            page.js(&format!("return document.querySelector(\"{MAP}\").viewBox.baseVal.width")).await?;
        assert!((width - whole).abs() < 0.1, "{query}");
        assert_eq!(
            page.js::<usize>("return document.querySelectorAll('.map-table tbody tr').length").await?,
            63,
            "{query}"
        );
    }
    Ok(())
}

async fn axe_finds_nothing_in_any_look(page: &Page) -> Journey {
    looks_without_faults(page).await
}

async fn axe_finds_nothing_on_a_phone(page: &Page) -> Journey {
    looks_without_faults(page).await
}

async fn looks_without_faults(page: &Page) -> Journey {
    let mut all = Vec::new();
    for path in [
        "ban-do/?hinh=o-vuong&tinh=48",
        "en/ban-do/?hinh=o-vuong&don-vi=34&chi-so=population",
        "ban-do/?vung=dbscl&xep=-gia-tri&tinh=92",
    ] {
        page.live(path).await?;
        all.extend(access::faults(page, path).await?);
        page.tab_to(MAP).await?;
        page.driver.action_chain().send_keys("+").perform().await?;
        page.press(Key::Down).await?;
        page.driver.execute("document.querySelector('.map-legend li button').click()", vec![]).await?;
        all.extend(access::faults(page, &format!("{path}, một lớp sáng")).await?);
    }
    access::none(&all);
    Ok(())
}
