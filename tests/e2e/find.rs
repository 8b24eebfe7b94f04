//! "Tìm tỉnh" in the header: from any page, by keyboard alone, a name old or new leads to the province of today.

use crate::browser::Options;
use crate::journeys;
use crate::page::{Journey, Page};
use crate::site::Site;
use thirtyfour::prelude::*;

const STATIC: Options = Options { size: (360, 740), scripts: false };
const PHONE: Options = Options { size: (320, 700), scripts: true };

journeys! {
    an_old_name_leads_to_the_province_of_today: chromium firefox webkit, Options::default(), Site::plain().clone();
    it_opens_and_closes_without_losing_the_reader: chromium firefox webkit, PHONE, Site::plain().clone();
    without_a_script_it_is_a_link: chromium firefox, STATIC, Site::plain().clone();
}

const BUTTON: &str = ".find-open";

async fn write(page: &Page, words: &str) -> Journey {
    page.until("ô tìm có tiêu điểm", "document.activeElement?.id === 'tim-nhanh-o'").await?;
    page.driver.action_chain().send_keys(words).perform().await
}

async fn an_old_name_leads_to_the_province_of_today(page: &Page) -> Journey {
    for path in ["so-lieu/egdi-rank/", "en/so-sanh/"] {
        page.live(path).await?;
        page.tab_to(BUTTON).await?;
        page.press(Key::Enter).await?;
        write(page, "quang nam").await?;
        page.until("một kết quả", "document.querySelectorAll('.find-box li').length === 1").await?;
        let said = page.text(".find-said").await?;
        assert!(said.starts_with('1'), "{said}");
        page.press(Key::Down).await?;
        page.until("liên kết có tiêu điểm", "document.activeElement.closest('.find-box li')").await?;
        page.press(Key::Enter).await?;
        page.until("trang Đà Nẵng", "document.querySelector('[data-province=\"48\"]')").await?;
    }
    // The first answer needs no arrow.
    page.live("nguon/").await?;
    page.click(BUTTON).await?;
    write(page, "SG").await?;
    page.until("có kết quả", "document.querySelector('.find-box li')").await?;
    page.press(Key::Enter).await?;
    page.until("trang TP. Hồ Chí Minh", "document.querySelector('[data-province=\"79\"]')").await
}

async fn it_opens_and_closes_without_losing_the_reader(page: &Page) -> Journey {
    page.live("so-lieu/").await?;
    page.click(BUTTON).await?;
    write(page, "<xyz>'\"").await?;
    page.until("không có kết quả", "document.querySelector('.find-said').textContent.length > 10").await?;
    let over: i64 = page.js("return document.documentElement.scrollWidth - innerWidth").await?;
    assert!(over <= 0, "rộng quá {over} px");
    let faults = crate::access::faults(page, "tìm tỉnh").await?;
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    page.press(Key::Escape).await?;
    page.until("đã đóng", "!document.querySelector('.find-box')").await?;
    page.until("trở lại nút", "document.activeElement.matches('.find-open')").await?;
    let open: String = page.js("return document.activeElement.getAttribute('aria-expanded')").await?;
    assert_eq!(open, "false");
    Ok(())
}

async fn without_a_script_it_is_a_link(page: &Page) -> Journey {
    page.open("so-lieu/").await?;
    page.driver.find(By::Css(BUTTON)).await?.click().await?;
    assert!(page.driver.current_url().await?.path().ends_with("/tinh/"));
    Ok(())
}
