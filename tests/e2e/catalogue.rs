//! The catalogue: what is typed and chosen decides what is shown, stands in the address, and can be taken back.

use crate::browser::{Browser, Options};
use crate::journeys;
use crate::page::{Journey, Page};
use crate::site::Site;
use ngay_so::data::Theme;
use ngay_so::figure::catalogue_choice::{Order, slug};
use ngay_so::figure::catalogue_search::Catalogue;
use ngay_so::text::{Locale, fill};
use ngay_so::ui::pages::indicators::theme_name;
use std::time::Duration;
use thirtyfour::prelude::*;

const WITHOUT: Options = Options { size: (1280, 900), scripts: false };

journeys! {
    words_without_accents_find_indicators: chromium firefox webkit, Options::default(), Site::plain().clone();
    a_choice_can_be_taken_back: chromium firefox webkit, Options::default(), Site::plain().clone();
    the_address_brings_back_what_was_chosen: chromium firefox webkit, Options::default(), Site::plain().clone();
    a_wrong_address_gives_the_default_and_one_notice: chromium firefox webkit, Options::default(), Site::plain().clone();
    nothing_found_says_so_and_helps: chromium firefox webkit, Options::default(), Site::plain().clone();
    everything_by_keyboard: chromium firefox webkit, Options::default(), Site::plain().clone();
    it_comes_alive_without_a_jump: chromium, Options { size: (360, 740), scripts: true }, Site::plain().clone();
    it_reads_without_scripts: chromium firefox, WITHOUT, Site::plain().clone();
}

/// The catalogue as the page should have it.
fn catalogue(locale: Locale) -> Catalogue {
    let data = &crate::authored().dataset;
    Catalogue::new(data, locale, |theme| theme_name(locale.messages(), theme))
}

/// Ids in the order in which they should stand.
fn expected(list: &Catalogue, text: &str, theme: Option<Theme>, order: Order) -> Vec<String> {
    let found = list.find(text);
    let fits = |i: &usize| found[*i].is_some() && theme.is_none_or(|t| t == list.entries[*i].theme);
    list.order(order).into_iter().filter(fits).map(|i| list.entries[i].id.clone()).collect()
}

const SHOWN: &str = "JSON.stringify([...document.querySelectorAll('#danh-sach li')].filter(e => e.getClientRects().length) \
    .map(e => e.querySelector('h3 a').pathname.split('/').at(-2)))";

/// Waits until exactly these stand in the list, and the address is this.
async fn shows(page: &Page, ids: &[String], search: &str) -> Journey {
    let wanted = serde_json::to_string(ids).unwrap();
    page.until(&wanted, &format!("{SHOWN} === {wanted:?}")).await?;
    let now: String = page.js("return location.search").await?;
    assert_eq!(now, search, "{:?}: địa chỉ", page.browser);
    Ok(())
}

/// Waits for another page to be live. The document may go away under the question, which then is asked again.
async fn arrives(page: &Page, path: &str, what: &str) {
    let there = format!(
        "return location.pathname.endsWith('/{path}') && document.documentElement.dataset.app == 'live' && !!document.querySelector('{what}')"
    );
    for _ in 0..400 {
        if matches!(page.js::<bool>(&there).await, Ok(true)) {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("{:?}: không đến được {path}", page.browser);
}

async fn write(page: &Page, text: &str) -> Journey {
    page.driver.find(By::Id("tim")).await?.send_keys(text).await
}

async fn choose(page: &Page, name: &str, value: &str) -> Journey {
    page.click(&format!("input[name='{name}'][value='{value}']")).await
}

async fn words_without_accents_find_indicators(page: &Page) -> Journey {
    for (path, locale) in [("so-lieu/", Locale::Vi), ("en/so-lieu/", Locale::En)] {
        let list = catalogue(locale);
        page.live(path).await?;
        let all = expected(&list, "", None, Order::Theme);
        assert_eq!(all.len(), list.entries.len());
        shows(page, &all, "").await?;
        let steps: u32 = page.js("return history.length").await?;
        for (text, search) in [("da nang", "?tim=da+nang"), ("kinh te so", "?tim=kinh+te+so")] {
            let ids = expected(&list, text, None, Order::Theme);
            write(page, text).await?;
            if locale == Locale::Vi {
                assert!(!ids.is_empty() && ids.len() < all.len(), "{text}: {ids:?}");
                let said =
                    fill(locale.messages().catalogue.found, &[("n", &ids.len().to_string()), ("text", text)]);
                page.until(
                    &said,
                    &format!(
                        "document.querySelector('.catalogue-bar [role=status]').textContent == {said:?}"
                    ),
                )
                .await?;
            }
            shows(page, &ids, search).await?;
            // A province that was named is answered with its value.
            let answers: Vec<String> = page
                .js("return [...document.querySelectorAll('#danh-sach .entry-why')].map(e => e.textContent)")
                .await?;
            assert_eq!(
                answers.iter().any(|a| a.starts_with("Đà Nẵng: ")),
                text == "da nang" && locale == Locale::Vi,
                "{answers:?}"
            );
            page.driver.find(By::Id("tim")).await?.send_keys("\u{E003}".repeat(text.len())).await?;
            shows(page, &all, "").await?;
        }
        assert_eq!(page.js::<u32>("return history.length").await?, steps, "gõ chữ không thêm bước lùi");
    }
    Ok(())
}

async fn a_choice_can_be_taken_back(page: &Page) -> Journey {
    let list = catalogue(Locale::Vi);
    let ids = |text: &str, theme, order| expected(&list, text, theme, order);
    page.live("so-lieu/").await?;
    write(page, "gdp").await?;
    shows(page, &ids("gdp", None, Order::Theme), "?tim=gdp").await?;
    choose(page, "chu-de", slug(Theme::Economy)).await?;
    let economy = Some(Theme::Economy);
    shows(page, &ids("gdp", economy, Order::Theme), "?tim=gdp&chu-de=kinh-te-so").await?;
    choose(page, "xep", "moi").await?;
    shows(page, &ids("gdp", economy, Order::Newest), "?tim=gdp&chu-de=kinh-te-so&xep=moi").await?;
    page.driver.back().await?;
    shows(page, &ids("gdp", economy, Order::Theme), "?tim=gdp&chu-de=kinh-te-so").await?;
    page.driver.back().await?;
    shows(page, &ids("gdp", None, Order::Theme), "?tim=gdp").await?;
    // The tools follow: what is ticked is what is shown.
    let ticked =
        "return [...document.querySelectorAll('.catalogue input:checked')].map(e => e.name + '=' + e.value)";
    assert_eq!(page.js::<Vec<String>>(ticked).await?, ["chu-de=", "xep=chu-de"]);
    page.driver.forward().await?;
    page.driver.forward().await?;
    shows(page, &ids("gdp", economy, Order::Newest), "?tim=gdp&chu-de=kinh-te-so&xep=moi").await?;
    assert_eq!(page.js::<Vec<String>>(ticked).await?, ["chu-de=kinh-te-so", "xep=moi"]);
    // Who asks for the page anew gets it whole.
    page.driver.find(By::Css("header nav a[aria-current]")).await?.click().await?;
    shows(page, &ids("", None, Order::Theme), "").await?;
    assert_eq!(page.js::<String>("return document.getElementById('tim').value").await?, "");
    Ok(())
}

async fn the_address_brings_back_what_was_chosen(page: &Page) -> Journey {
    let list = catalogue(Locale::En);
    let ids = expected(&list, "internet", Some(Theme::ProvinceDigital), Order::Name);
    assert!(!ids.is_empty());
    let search = "?chu-de=cac-tinh&tim=internet&xep=ten";
    page.live(&format!("en/so-lieu/{search}")).await?;
    shows(page, &ids, search).await?;
    assert_eq!(page.js::<String>("return document.getElementById('tim').value").await?, "internet");
    // The same address again is a reload.
    page.live(&format!("en/so-lieu/{search}")).await?;
    shows(page, &ids, search).await?;
    // An indicator and back again.
    page.driver.find(By::Css("#danh-sach li:not([hidden]) h3 a")).await?.click().await?;
    arrives(page, &format!("so-lieu/{}/", ids[0]), "figure").await;
    page.driver.back().await?;
    arrives(page, "en/so-lieu/", "#danh-sach").await;
    shows(page, &ids, search).await?;
    assert_eq!(page.js::<u32>("return document.querySelectorAll('.notice').length").await?, 0);
    Ok(())
}

async fn a_wrong_address_gives_the_default_and_one_notice(page: &Page) -> Journey {
    let list = catalogue(Locale::Vi);
    let all = expected(&list, "", None, Order::Theme);
    let long = "x".repeat(5000);
    for search in ["?chu-de=sao-hoa&xep=1", "?chu-de=%3Cimg+src=x%3E", &format!("?tim={long}")] {
        page.live(&format!("so-lieu/{search}")).await?;
        shows(page, &all, search).await?;
        let notices: Vec<String> = page
            .js("return [...document.querySelectorAll('.notices .notice')].map(e => e.textContent)")
            .await?;
        assert_eq!(notices.len(), 1, "{search}: {notices:?}");
        assert!(notices[0].chars().count() < 200, "{}", notices[0]);
    }
    // What is right of it holds.
    page.live("so-lieu/?chu-de=ket-noi&xep=?").await?;
    shows(page, &expected(&list, "", Some(Theme::Connectivity), Order::Theme), "?chu-de=ket-noi&xep=?").await
}

async fn nothing_found_says_so_and_helps(page: &Page) -> Journey {
    let list = catalogue(Locale::Vi);
    let t = &Locale::Vi.messages().catalogue;
    page.live("so-lieu/?chu-de=the-gioi").await?;
    write(page, "da nang").await?;
    shows(page, &[], "?chu-de=the-gioi&tim=da+nang").await?;
    page.driver.find(By::Css(".catalogue-none button")).await?.click().await?;
    shows(page, &expected(&list, "da nang", None, Order::Theme), "?tim=da+nang").await?;
    write(page, " qwerty").await?;
    shows(page, &[], "?tim=da+nang+qwerty").await?;
    let said = fill(t.none, &[("text", "da nang qwerty")]);
    assert_eq!(page.text(".catalogue-bar [role=status]").await?, said);
    page.driver.find(By::Css(".catalogue-none button")).await?.click().await?;
    shows(page, &expected(&list, "", None, Order::Theme), "").await?;
    page.until(
        "tiêu điểm về ô tìm",
        "document.activeElement.id == 'tim' && document.activeElement.value == ''",
    )
    .await
}

async fn everything_by_keyboard(page: &Page) -> Journey {
    let list = catalogue(Locale::Vi);
    page.live("so-lieu/").await?;
    page.tab_to("#tim").await?;
    page.driver.action_chain().send_keys("to cong nghe").perform().await?;
    let text = "to cong nghe";
    shows(page, &expected(&list, text, None, Order::Theme), "?tim=to+cong+nghe").await?;
    page.tab_to("input[name='chu-de']:checked").await?;
    let mut theme = None;
    for next in Theme::ALL.iter().take(4) {
        page.press(Key::Right).await?;
        theme = Some(*next);
        let search = format!("?tim=to+cong+nghe&chu-de={}", slug(*next));
        shows(page, &expected(&list, text, theme, Order::Theme), &search).await?;
        let focused: String = page.js("return document.activeElement.value").await?;
        assert_eq!(focused, slug(*next), "tiêu điểm ở lại nút đang chọn");
    }
    assert_eq!(theme, Some(Theme::Community));
    let outlined: bool = page
        .js("const s = getComputedStyle(document.activeElement.nextElementSibling); return s.outlineStyle != 'none' && parseFloat(s.outlineWidth) >= 2")
        .await?;
    let seen: bool = page.js("return document.activeElement.matches(':focus-visible')").await?;
    assert!(outlined, "không thấy viền của nút đang có tiêu điểm (focus-visible: {seen})");
    page.tab_to("input[name='xep']:checked").await?;
    page.press(Key::Right).await?;
    let ids = expected(&list, text, theme, Order::Name);
    shows(page, &ids, "?tim=to+cong+nghe&chu-de=to-cong-nghe&xep=ten").await?;
    page.tab_to("#danh-sach h3 a").await?;
    page.press(Key::Enter).await?;
    arrives(page, &format!("so-lieu/{}/", ids[0]), "figure").await;
    Ok(())
}

/// What is there before the script and after it stands at the same places.
async fn it_comes_alive_without_a_jump(page: &Page) -> Journey {
    for path in ["so-lieu/", "en/so-lieu/"] {
        page.live(path).await?;
        let shift: f64 = page
            .driver
            .execute_async(
                "const done = arguments[0]; let sum = 0; new PerformanceObserver(list => list.getEntries().forEach(e => sum += e.value)) \
                 .observe({ type: 'layout-shift', buffered: true }); setTimeout(() => done(sum), 600)",
                vec![],
            )
            .await?
            .convert()?;
        assert!(shift <= 0.02, "/{path}: trang nhảy {shift:.3}");
    }
    Ok(())
}

async fn it_reads_without_scripts(page: &Page) -> Journey {
    for (path, locale) in [("so-lieu/", Locale::Vi), ("en/so-lieu/", Locale::En)] {
        let list = catalogue(locale);
        page.open(path).await?;
        let links = page.driver.find_all(By::Css("#danh-sach li h3 a")).await?;
        assert_eq!(links.len(), list.entries.len());
        for (link, i) in links.iter().zip(list.order(Order::Theme)) {
            assert_eq!(link.text().await?, list.entries[i].name);
        }
        let pictures = page.driver.find_all(By::Css("#danh-sach .spark svg > *")).await?;
        assert!(pictures.len() >= 2 * links.len(), "{} nét vẽ", pictures.len());
        // Nothing that does nothing.
        for input in page.driver.find_all(By::Css("main input")).await? {
            assert!(!input.is_enabled().await?);
            if page.browser == Browser::Chromium {
                assert!(!input.is_displayed().await?, "ô không dùng được vẫn hiện");
            }
        }
        for chip in page.driver.find_all(By::Css("nav.chips a")).await? {
            let to = chip.attr("href").await?.unwrap();
            assert!(page.driver.find(By::Css(to.as_str())).await?.is_displayed().await?, "{to}");
        }
    }
    Ok(())
}
