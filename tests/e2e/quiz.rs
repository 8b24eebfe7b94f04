//! The quiz by keyboard alone, from the first screen to the result; and taking up a session again.

use crate::browser::{Browser, Options};
use crate::journeys;
use crate::page::{Journey, Page};
use crate::site::Site;
use std::collections::BTreeSet;
use thirtyfour::prelude::*;

journeys! {
    from_intro_to_result_by_keyboard: chromium firefox, Options::default(), Site::plain().clone();
    a_session_is_taken_up_again: chromium firefox, Options::default(), Site::plain().clone();
    a_shared_machine_keeps_nothing: chromium firefox, Options::default(), Site::plain().clone();
    targets_fit_a_thumb: chromium, Options { size: (360, 740), scripts: true }, Site::plain().clone();
    a_missing_answer_is_asked_for: chromium firefox webkit, Options::default(), Site::plain().clone();
}

/// What has the focus, as far as answering needs to know.
const FOCUSED: &str = "const e = document.activeElement; \
    if (e.matches('[data-submit]')) return 'submit'; \
    if (e.matches('[data-dk]')) return 'unknown'; \
    if (e.matches('[data-quiz=question] select')) return e.value ? 'chosen' : 'select'; \
    if (e.matches('[data-quiz=question] input[type=radio]')) \
      return document.querySelector(`input[name='${e.name}']:checked`) ? 'chosen' : 'radio'; \
    if (e.matches('[data-quiz=question] input[type=checkbox]')) \
      return document.querySelector('[data-quiz=question] input:checked') ? 'chosen' : 'check'; \
    if (e.matches('[data-quiz=question] button[aria-pressed]')) \
      return document.querySelector('[aria-pressed=true]') ? 'chosen' : 'toggle'; \
    if (e.matches('[data-quiz=question] .quiz-move:not([aria-disabled=true])')) return 'move'; \
    return 'other'";

pub async fn stage(page: &Page) -> WebDriverResult<String> {
    page.js("return document.querySelector('[data-quiz]')?.dataset.quiz ?? ''").await
}

/// Waits for another screen, with the focus on its heading.
async fn next_stage(page: &Page, before: &str) -> WebDriverResult<String> {
    let other = format!(
        "document.querySelector('[data-quiz]') && document.querySelector('[data-quiz]').dataset.quiz != {before:?} && \
         /^H[1-6]$/.test(document.activeElement?.tagName)"
    );
    page.until(&format!("màn hình sau {before}, tiêu điểm ở đề mục"), &other).await?;
    stage(page).await
}

/// Starts from the first screen, by keyboard.
pub async fn begin(page: &Page, path: &str) -> Journey {
    page.live(path).await?;
    assert_eq!(stage(page).await?, "intro");
    page.tab_to("[data-start]").await?;
    page.press(Key::Enter).await?;
    assert_eq!(next_stage(page, "intro").await?, "question");
    Ok(())
}

/// Answers the question on the screen by keyboard: anything at all, or "I do not know yet".
pub async fn answer(page: &Page, knows: bool) -> WebDriverResult<String> {
    let mut moved = false;
    for _ in 0..80 {
        page.press(Key::Tab).await?;
        match page.js::<String>(FOCUSED).await?.as_str() {
            "radio" | "check" | "toggle" if knows => page.press(Key::Space).await?,
            "select" if knows => page.press(Key::Down).await?,
            "move" if knows && !moved => {
                page.press(Key::Enter).await?;
                moved = true;
            }
            "submit" if knows => {
                page.press(Key::Enter).await?;
                return next_stage(page, "question").await;
            }
            "unknown" if !knows => {
                page.press(Key::Enter).await?;
                return next_stage(page, "question").await;
            }
            _ => {}
        }
    }
    panic!("{:?}: không trả lời được câu {:?}", page.browser, page.text(".quiz-stem").await);
}

/// On to the next screen, from feedback or a break; an offer of more questions is declined.
pub async fn go_on(page: &Page) -> WebDriverResult<String> {
    let before = stage(page).await?;
    page.tab_to(if before == "offer" { "[data-stop]" } else { "[data-next]" }).await?;
    page.press(Key::Enter).await?;
    next_stage(page, &before).await
}

async fn from_intro_to_result_by_keyboard(page: &Page) -> Journey {
    let path = if page.browser == Browser::Chromium { "trac-nghiem/" } else { "en/trac-nghiem/" };
    begin(page, path).await?;
    let mut seen = BTreeSet::from(["intro".to_owned()]);
    let mut items = BTreeSet::new();
    let mut outcomes = BTreeSet::new();
    let mut now = stage(page).await?;
    while now != "result" {
        seen.insert(now.clone());
        if now == "question" {
            let item: String =
                page.js("return document.querySelector('form[data-item]').dataset.item").await?;
            assert!(items.insert(item.clone()), "câu {item} được hỏi hai lần");
            now = answer(page, items.len() % 5 != 2).await?;
            let outcome: String =
                page.js("return document.querySelector('[data-outcome]').dataset.outcome").await?;
            assert_eq!(outcome == "unknown", items.len() % 5 == 2, "câu {item}: {outcome}");
            outcomes.insert(outcome);
            assert!(
                page.text("article [role=status]").await?.chars().count() > 10,
                "vùng đọc lên phải nói lý do"
            );
        } else {
            now = go_on(page).await?;
        }
    }
    seen.insert(now);
    // Whether two levels stay close, and more is offered, depends on the questions drawn.
    seen.remove("offer");
    assert_eq!(
        seen.iter().map(String::as_str).collect::<Vec<_>>(),
        ["break", "feedback", "intro", "question", "result"]
    );
    assert_eq!(items.len(), ngay_so::ui::pages::home::QUESTIONS);
    assert!(outcomes.contains("unknown") && outcomes.len() >= 2, "{outcomes:?}");
    let result = page.text("[data-quiz=result]").await?;
    assert!(!result.contains("NaN") && !result.contains('{') && !result.contains('—'), "{result}");
    let listed: usize =
        page.js("return document.querySelectorAll('[data-quiz=result] [data-item]').length").await?;
    assert_eq!(listed, items.len());
    Ok(())
}

async fn a_session_is_taken_up_again(page: &Page) -> Journey {
    begin(page, "trac-nghiem/").await?;
    answer(page, false).await?;
    assert_eq!(go_on(page).await?, "question");
    let (item, progress): (String, String) = (
        page.js("return document.querySelector('[data-item]').dataset.item").await?,
        page.text(".quiz-progress p").await?,
    );
    page.driver.refresh().await?;
    page.state("live").await?;
    assert_eq!(stage(page).await?, "intro");
    page.tab_to("[data-resume] button").await?;
    page.press(Key::Enter).await?;
    assert_eq!(next_stage(page, "intro").await?, "question");
    assert_eq!(page.text(".quiz-progress p").await?, progress);
    assert_eq!(page.js::<String>("return document.querySelector('[data-item]').dataset.item").await?, item);
    // Away and back again within the document, and in the other language: still there.
    page.live("en/trac-nghiem/").await?;
    page.until("lời mời làm tiếp", "document.querySelector('[data-resume]')").await?;
    page.tab_to("[data-resume] button:last-child").await?;
    page.press(Key::Enter).await?;
    page.until("đã xóa", "!document.querySelector('[data-resume]')").await?;
    assert_eq!(page.js::<Option<String>>("return localStorage.getItem('ngay-so:quiz')").await?, None);
    Ok(())
}

async fn a_shared_machine_keeps_nothing(page: &Page) -> Journey {
    page.live("trac-nghiem/").await?;
    page.tab_to("[data-quiz=intro] input[type=checkbox]").await?;
    page.press(Key::Space).await?;
    page.tab_to("[data-start]").await?;
    page.press(Key::Enter).await?;
    next_stage(page, "intro").await?;
    answer(page, false).await?;
    let kept: Vec<String> = page.js("return Object.keys(localStorage)").await?;
    assert!(kept.is_empty(), "{kept:?}");
    page.driver.refresh().await?;
    page.state("live").await?;
    assert!(!page.js::<bool>("return !!document.querySelector('[data-resume]')").await?);
    Ok(())
}

async fn a_missing_answer_is_asked_for(page: &Page) -> Journey {
    begin(page, "trac-nghiem/").await?;
    // Putting steps in order has an answer from the start; any other type has not.
    for _ in 0..4 {
        if page.js::<bool>("return !document.querySelector('.quiz-steps')").await? {
            page.tab_to("[data-submit]").await?;
            page.press(Key::Enter).await?;
            page.until("lời nhắc", "document.querySelector('.quiz-missing')?.textContent.length > 5").await?;
            assert_eq!(stage(page).await?, "question");
            return Ok(());
        }
        answer(page, false).await?;
        go_on(page).await?;
    }
    panic!("bốn câu đầu đều là câu xếp thứ tự");
}

/// In the quiz all that can be pressed is at least 44 pixels high and wide.
async fn targets_fit_a_thumb(page: &Page) -> Journey {
    let script = "return [...document.querySelectorAll('[data-quiz] :is(label, button, select, summary)')].filter(e => { \
        const r = e.getBoundingClientRect(); return r.width > 0 && !e.matches('.quiz-pair > label') && \
        (r.width < 43.5 || r.height < 43.5) }).map(e => \
        e.localName + ' \"' + e.textContent.trim().slice(0, 30) + '\" ' + \
        Math.round(e.getBoundingClientRect().width) + '×' + Math.round(e.getBoundingClientRect().height))";
    let mut faults = BTreeSet::new();
    page.live("trac-nghiem/").await?;
    faults.extend(page.js::<Vec<String>>(script).await?);
    begin(page, "trac-nghiem/").await?;
    for _ in 0..6 {
        faults.extend(page.js::<Vec<String>>(script).await?);
        answer(page, true).await?;
        faults.extend(page.js::<Vec<String>>(script).await?);
        go_on(page).await?;
    }
    assert!(faults.is_empty(), "chỗ bấm nhỏ hơn 44 px:\n{}", Vec::from_iter(faults).join("\n"));
    Ok(())
}
