//! The other ways to take the quiz: quick, practising the eye, going over it again; and the result as a link.

use crate::access::{faults, none};
use crate::browser::{Browser, Options};
use crate::journeys;
use crate::page::{Journey, Page};
use crate::quiz::{answer, begin, go_on, stage};
use crate::site::Site;
use thirtyfour::prelude::*;

journeys! {
    a_quick_result_goes_into_a_link_and_is_asked_again: chromium firefox webkit, Options::default(), Site::plain().clone();
    practice_counts_both_errors: chromium firefox, Options::default(), Site::plain().clone();
    an_odd_way_gives_the_usual_one_and_a_notice: chromium firefox, Options::default(), Site::plain().clone();
}

const KEPT: &str = "return Object.keys(localStorage).filter(key => key.startsWith('ngay-so:quiz'))";

/// "Chưa biết" to everything, to the first break or to the end; gives how many questions there were.
async fn unknown_to(page: &Page, end: &str) -> WebDriverResult<usize> {
    let (mut count, mut now) = (0, stage(page).await?);
    while now != end {
        now = if now == "question" {
            count += 1;
            answer(page, false).await?
        } else {
            go_on(page).await?
        };
    }
    Ok(count)
}

/// No fault of accessibility in either scheme; one engine is enough to ask.
async fn accessible(page: &Page, what: &str) -> Journey {
    if page.browser == Browser::Chromium {
        none(&faults(page, what).await?);
    }
    Ok(())
}

async fn press_button(page: &Page, css: &str) -> Journey {
    page.tab_to(css).await?;
    page.press(Key::Enter).await
}

async fn a_quick_result_goes_into_a_link_and_is_asked_again(page: &Page) -> Journey {
    begin(page, "trac-nghiem/?che-do=nhanh").await?;
    assert_eq!(unknown_to(page, "result").await?, 12);
    // A closer look at one area: nine questions more, then no other.
    press_button(page, "[data-dive]").await?;
    page.until("câu của một miền", "document.querySelector('[data-quiz=question]')").await?;
    assert!(page.text(".quiz-progress").await?.contains("Câu 13 trong 21"));
    assert_eq!(unknown_to(page, "result").await?, 9);
    assert!(!page.js::<bool>("return !!document.querySelector('[data-dive]')").await?);
    let (headline, link): (String, String) = (
        page.text("#quiz-result").await?,
        page.js("return document.querySelector('#quiz-link').value").await?,
    );
    assert!(headline.contains("Khởi đầu"), "{headline}");
    assert!(link.contains("/trac-nghiem/ket-qua/#/kq/"), "{link}");

    // What was not known is asked again, eighteen at a time.
    press_button(page, "[data-again]").await?;
    page.until("câu để ôn", "document.querySelector('[data-quiz=question]')").await?;
    assert!(page.text(".quiz-progress").await?.contains("trong 18"));
    assert_eq!(unknown_to(page, "break").await?, 6);
    press_button(page, "[data-stop]").await?;
    page.until("kết quả ôn", "document.querySelector('[data-quiz=result]')").await?;
    accessible(page, "kết quả ôn").await?;
    assert_eq!(page.js::<Vec<String>>(KEPT).await?.len(), 3);
    press_button(page, "[data-erase-all]").await?;
    page.until("đã xóa hết", "!document.querySelector('[data-erase-all]')").await?;
    assert_eq!(page.js::<Vec<String>>(KEPT).await?, Vec::<String>::new());
    assert!(page.text("article [role=status]").await?.contains("Đã xóa"));

    // The link needs nothing of what was stored. Another fragment is another result, or none.
    page.driver.goto(&link).await?;
    page.state("live").await?;
    page.until("kết quả trong liên kết", "document.querySelector('[data-shared=result]')").await?;
    assert!(page.text("[data-shared] h2").await?.contains("Khởi đầu"));
    accessible(page, "kết quả chia sẻ").await?;
    page.js::<Option<bool>>("location.hash = location.hash.slice(0, -1) + '!'; return null").await?;
    page.until("liên kết hỏng", "document.querySelector('[data-shared=damaged]')").await?;
    page.js::<Option<bool>>("location.hash = ''; return null").await?;
    page.until("không có kết quả", "document.querySelector('[data-shared=none]')").await?;
    assert_eq!(page.errors().await?, Vec::<String>::new());
    Ok(())
}

async fn practice_counts_both_errors(page: &Page) -> Journey {
    let fetched = "return performance.getEntriesByType('resource').some(e => e.name.includes('/luyen-mat-'))";
    page.live("trac-nghiem/").await?;
    assert!(!page.js::<bool>(fetched).await?, "tin luyện mắt tải trước khi có người chọn");
    page.click("[data-way=luyen-mat]").await?;
    page.until(
        "địa chỉ và nút bắt đầu",
        "location.search === '?che-do=luyen-mat' && document.querySelector('[data-start]')",
    )
    .await?;
    assert!(page.js::<bool>(fetched).await?);
    press_button(page, "[data-start]").await?;
    page.until("tin đầu tiên", "document.querySelector('[data-quiz=question] .quiz-parts')").await?;
    assert_eq!(unknown_to(page, "break").await?, 6);
    press_button(page, "[data-stop]").await?;
    page.until("kết quả luyện mắt", "document.querySelector('[data-quiz=result]')").await?;
    let result = page.text("[data-quiz=result]").await?;
    assert!(result.contains("tin lừa đảo") && result.contains("6 trong 6"), "{result}");
    assert!(!result.contains('{') && !result.contains("bậc Trung cấp"), "{result}");
    accessible(page, "kết quả luyện mắt").await?;
    Ok(())
}

async fn an_odd_way_gives_the_usual_one_and_a_notice(page: &Page) -> Journey {
    page.live("trac-nghiem/?che-do=%3Cb%3E").await?;
    assert!(page.text(".notices").await?.contains("che-do=<b>"));
    assert!(page.js::<bool>("return document.querySelector('[data-way=chuan]').checked").await?);
    Ok(())
}
