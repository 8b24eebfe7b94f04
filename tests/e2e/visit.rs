//! A visit: the page comes alive without a word changing, asks nobody else for anything, and keeps the reader's
//! place, language, colours and day.

use crate::browser::{Browser, Options};
use crate::journeys;
use crate::page::{Journey, Page};
use crate::site::Site;
use ngay_so::text::Locale;
use scraper::{Html, Selector};
use thirtyfour::prelude::*;

journeys! {
    words_stay_when_the_page_comes_alive: chromium firefox webkit, Options::default(), Site::alone();
    nothing_fails_and_nobody_else_is_asked: chromium firefox, Options::default(), Site::alone();
    a_breach_of_the_policy_would_be_heard: chromium firefox, Options::default(), Site::alone();
    pages_change_within_the_document: chromium firefox webkit, Options::default(), Site::plain().clone();
    the_language_switch_keeps_the_page: chromium firefox, Options::default(), Site::plain().clone();
    the_colour_switch_is_remembered: chromium firefox, Options::default(), Site::plain().clone();
    the_day_has_words_of_its_own: chromium firefox, Options::default(), Site::plain().clone();
    an_unknown_address_says_so: chromium firefox, Options::default(), Site::plain().clone();
}

/// Headings and facts of a page, in order; both are all that a reader would miss at once.
const OUTLINE: &str = "return [...document.querySelectorAll('title, h1, h2, h3, [data-fact], [data-chart]')].map(e => \
    e.localName + ' ' + (e.dataset.fact ?? e.dataset.chart ?? e.textContent.replace(/\\s+/g, ' ').trim()))";

fn outline(html: &str) -> Vec<String> {
    let tree = Html::parse_document(html);
    let wanted = Selector::parse("title, h1, h2, h3, [data-fact], [data-chart]").unwrap();
    tree.select(&wanted)
        .map(|e| {
            let mark = e.value().attr("data-fact").or(e.value().attr("data-chart"));
            let words = || e.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ");
            format!("{} {}", e.value().name(), mark.map_or_else(words, str::to_owned))
        })
        .collect()
}

async fn words_stay_when_the_page_comes_alive(page: &Page) -> Journey {
    for path in ["so-lieu/internet-users/", "en/so-lieu/papi-egov/"] {
        page.live(path).await?;
        let before = std::fs::read_to_string(page.site.dist.join(format!("{path}index.html"))).unwrap();
        let (before, after) = (outline(&before), page.js::<Vec<String>>(OUTLINE).await?);
        // Live, one tab is open; without a script all stand below each other. Nothing new appears.
        let new: Vec<_> = after.iter().filter(|words| !before.contains(words)).collect();
        assert!(new.is_empty() && before.first() == after.first(), "/{path}: {new:?}");
    }
    for path in ["", "en/", "so-lieu/", "nguon/"] {
        page.live(path).await?;
        let before = std::fs::read_to_string(page.site.dist.join(format!("{path}index.html"))).unwrap();
        let (before, after) = (outline(&before), page.js::<Vec<String>>(OUTLINE).await?);
        let differing: Vec<_> = before.iter().zip(&after).filter(|(a, b)| a != b).take(3).collect();
        assert!(
            before == after,
            "/{path}: {} đề mục và dữ kiện trước, {} sau; khác đầu tiên: {differing:?}",
            before.len(),
            after.len()
        );
    }
    Ok(())
}

/// Puts an ear on the page for whatever goes wrong from here on.
const LISTEN: &str = "window.heard = []; \
    for (const kind of ['error', 'unhandledrejection', 'securitypolicyviolation']) \
    addEventListener(kind, e => window.heard.push(kind + ' ' + (e.message ?? e.reason ?? e.violatedDirective)), true)";

async fn nothing_fails_and_nobody_else_is_asked(page: &Page) -> Journey {
    for path in ["", "en/", "so-lieu/gii-rank/", "so-lieu/papi-egov/", "ban-do/", "trac-nghiem/", "en/nguon/"]
    {
        page.open(path).await?;
        page.driver.execute(LISTEN, vec![]).await?;
        page.state("live").await?;
        let asked: Vec<String> =
            page.js("return performance.getEntriesByType('resource').map(e => e.name)").await?;
        let inside = |url: &&String| url.starts_with(&page.site.url) || url.starts_with("data:");
        let outside: Vec<_> = asked.iter().filter(|url| !inside(url)).collect();
        assert!(outside.is_empty() && !asked.is_empty(), "/{path}: hỏi ra ngoài: {outside:?}");
        let cookies: String = page.js("return document.cookie").await?;
        assert_eq!(cookies, "", "/{path}: có cookie");
        let heard: Vec<String> = page.js("return window.heard").await?;
        let mut faults = page.errors().await?;
        faults.extend(heard);
        faults.extend(page.site.heard());
        assert!(faults.is_empty(), "{:?}, /{path}: {faults:#?}", page.browser);
    }
    Ok(())
}

/// The test above could not fail if nobody heard; so here something is done that the policy forbids.
async fn a_breach_of_the_policy_would_be_heard(page: &Page) -> Journey {
    page.live("").await?;
    assert_eq!(page.site.heard(), [""; 0]);
    let breach = "const e = document.createElement('style'); e.textContent = 'h1 { color: red }'; document.head.append(e)";
    page.driver.execute(breach, vec![]).await?;
    page.until("lời báo vi phạm", "performance.now() > 0").await?;
    let deadline = std::time::Instant::now() + crate::page::PATIENCE;
    let mut heard = Vec::new();
    while heard.is_empty() {
        assert!(std::time::Instant::now() < deadline, "{:?} không báo vi phạm", page.browser);
        page.js::<bool>("return true").await?;
        heard = page.site.heard();
    }
    assert!(heard[0].contains("style-src"), "{heard:?}");
    let red: bool =
        page.js("return getComputedStyle(document.querySelector('h1')).color == 'rgb(255, 0, 0)'").await?;
    assert!(!red, "chính sách không chặn kiểu chèn vào");
    if page.browser == Browser::Chromium {
        assert!(!page.errors().await?.is_empty());
    }
    Ok(())
}

async fn pages_change_within_the_document(page: &Page) -> Journey {
    page.live("").await?;
    let home: String = page.driver.title().await?;
    page.driver.execute("document.documentElement.dataset.mark = 'cùng tài liệu'", vec![]).await?;
    let arrived = |title: &str, heading: &str| {
        format!(
            "document.documentElement.dataset.mark && document.title != {title:?} && \
             document.activeElement?.localName == 'h1' && document.activeElement.textContent != {heading:?}"
        )
    };
    let first: String = page.text("h1").await?;
    page.driver.find(By::Css("header nav a[href$='/so-lieu/']")).await?.click().await?;
    page.until("trang số liệu", &arrived(&home, &first)).await?;
    let list: String = page.driver.title().await?;
    let second: String = page.text("h1").await?;
    assert!(page.driver.current_url().await?.path().ends_with("/so-lieu/"));
    let link = page.driver.find(By::Css("header a.brand")).await?;
    link.scroll_into_view().await?;
    link.click().await?;
    page.until("trang chủ", &arrived(&list, &second)).await?;
    let top: f64 = page.js("return scrollY").await?;
    assert!(top < 1.0, "trang mới phải bắt đầu từ đầu, đang ở {top}");
    page.driver.back().await?;
    page.until("trang trước", &format!("document.title == {list:?}")).await?;
    page.driver.back().await?;
    let back = format!("document.title == {home:?} && document.querySelector('h1').textContent == {first:?}");
    page.until("trang đầu", &back).await?;
    assert_eq!(page.js::<String>("return document.documentElement.dataset.mark").await?, "cùng tài liệu");
    Ok(())
}

async fn the_language_switch_keeps_the_page(page: &Page) -> Journey {
    page.live("so-lieu/egdi-rank/").await?;
    for (tag, end) in [("en", "/en/so-lieu/egdi-rank/"), ("vi", "/so-lieu/egdi-rank/")] {
        page.driver.find(By::Css(format!("header a[hreflang='{tag}']"))).await?.click().await?;
        page.until("ngôn ngữ kia", &format!("document.documentElement.lang == '{tag}'")).await?;
        page.state("live").await?;
        assert_eq!(page.driver.current_url().await?.path(), end);
        assert_eq!(page.js::<String>("return document.documentElement.lang").await?, tag);
    }
    Ok(())
}

async fn the_colour_switch_is_remembered(page: &Page) -> Journey {
    let ground = "return getComputedStyle(document.documentElement).backgroundColor";
    page.live("").await?;
    let (before, word): (String, String) = (page.js(ground).await?, page.text(".theme-switch").await?);
    page.driver.find(By::Css(".theme-switch")).await?.click().await?;
    let changed = format!("getComputedStyle(document.documentElement).backgroundColor != {before:?}");
    page.until("nền khác", &changed).await?;
    let after: String = page.js(ground).await?;
    assert_ne!(page.text(".theme-switch").await?, word, "nút phải nói điều nó sẽ làm");
    page.driver.refresh().await?;
    assert_eq!(page.js::<String>(ground).await?, after, "tải lại thì mất màu đã chọn");
    page.state("live").await?;
    assert_eq!(page.js::<String>(ground).await?, after);
    page.live("?theme=light").await?;
    assert_eq!(page.js::<String>(ground).await?, "rgb(251, 247, 239)");
    Ok(())
}

async fn the_day_has_words_of_its_own(page: &Page) -> Journey {
    for (path, locale) in [("", Locale::Vi), ("en/", Locale::En)] {
        let t = locale.messages();
        page.live(&format!("{path}?ngay=2026-10-10")).await?;
        assert_eq!(page.text(".countdown").await?, t.day.today);
        page.live(&format!("{path}?ngay=2026-10-09")).await?;
        let tomorrow = page.text(".countdown").await?;
        assert!(tomorrow.starts_with(t.day.tomorrow.split('{').next().unwrap()), "{tomorrow}");
        page.live(&format!("{path}?ngay=2026-10-07")).await?;
        let three = page.text(".countdown").await?;
        assert!(three.contains('3') && three.contains("2026"), "{three}");
        page.live(&format!("{path}?ngay=r%C3%A1c")).await?;
        let notices: Vec<String> = page
            .js("return [...document.querySelectorAll('.notice')].filter(e => e.getClientRects().length).map(e => e.textContent)")
            .await?;
        assert!(notices.len() == 1 && notices[0].contains("ngay=rác"), "{notices:?}");
        page.driver.find(By::Css(".notice button")).await?.click().await?;
        page.until("thông báo đóng lại", "!document.querySelector('.notices .notice')").await?;
    }
    Ok(())
}

async fn an_unknown_address_says_so(page: &Page) -> Journey {
    for (path, locale) in [("khong-co/", Locale::Vi), ("en/so-lieu/khong-co/", Locale::En)] {
        page.live(path).await?;
        assert_eq!(page.text("h1").await?, locale.messages().not_found.title, "/{path}");
    }
    Ok(())
}
