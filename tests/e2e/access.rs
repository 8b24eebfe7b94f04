//! axe-core finds nothing: on every page, in both languages and colour schemes, and in the states that only a reader
//! brings about.

use crate::browser::Options;
use crate::journeys;
use crate::page::{Journey, Page};
use crate::quiz;
use crate::site::Site;
use thirtyfour::prelude::*;

journeys! {
    every_vietnamese_page: chromium, Options::default(), Site::plain().clone();
    every_english_page: chromium, Options::default(), Site::plain().clone();
    the_quiz_in_every_state: chromium, Options::default(), Site::plain().clone();
    the_map_with_a_pinned_province: chromium, Options::default(), Site::plain().clone();
    the_catalogue_in_every_state: chromium, Options::default(), Site::plain().clone();
    a_chart_being_read: chromium, Options::default(), Site::plain().clone();
    on_a_phone: chromium, Options { size: (360, 740), scripts: true }, Site::plain().clone();
}

const AXE: &str = include_str!("axe.min.js");

/// Every violation in a line: rule, how bad, where.
const RUN: &str = "const done = arguments[0]; axe.run(document, { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } }).then(r => done(r.violations.flatMap(v => \
    v.nodes.slice(0, 3).map(n => v.id + ' (' + v.impact + ', ' + v.nodes.length + ' chỗ) ' + n.target.join(' ') + ': ' + \
    (n.any[0] ?? n.all[0] ?? n.none[0])?.message))), e => done(['axe: ' + e]))";

/// What axe says of the page as it is, by day and by night.
pub async fn faults(page: &Page, what: &str) -> WebDriverResult<Vec<String>> {
    page.driver.execute(AXE, vec![]).await?;
    let mut out = Vec::new();
    for theme in ["light", "dark"] {
        page.driver.execute(format!("document.documentElement.dataset.theme = '{theme}'"), vec![]).await?;
        let found: Vec<String> = page.driver.execute_async(RUN, vec![]).await?.convert()?;
        out.extend(found.into_iter().map(|fault| format!("{what}, {theme}: {fault}")));
    }
    Ok(out)
}

pub fn none(faults: &[String]) {
    assert!(faults.is_empty(), "{} lỗi:\n{}", faults.len(), faults.join("\n"));
}

async fn pages(page: &Page, english: bool) -> Journey {
    let mut all = Vec::new();
    for path in crate::addresses().into_iter().filter(|path| path.starts_with("en/") == english) {
        page.live(&path).await?;
        all.extend(faults(page, &format!("/{path}")).await?);
    }
    none(&all);
    Ok(())
}

async fn every_vietnamese_page(page: &Page) -> Journey {
    pages(page, false).await
}

async fn every_english_page(page: &Page) -> Journey {
    pages(page, true).await
}

async fn the_quiz_in_every_state(page: &Page) -> Journey {
    let mut all = Vec::new();
    quiz::begin(page, "trac-nghiem/").await?;
    let mut now = String::from("question");
    let mut kinds = std::collections::BTreeSet::new();
    let mut number = 0;
    loop {
        // One of each kind of question, and every other screen at its first appearance.
        let kind: String = page
            .js("const q = document.querySelector('[data-quiz]'); return q.dataset.quiz + ' ' + \
                 ['.quiz-steps', '.quiz-pair', '.quiz-parts', '.quiz-statement', '[type=checkbox]', '[type=radio]'].find(c => q.querySelector(c)) + \
                 ' ' + (q.querySelector('[data-outcome]')?.dataset.outcome ?? '')")
            .await?;
        if kinds.insert(kind.clone()) {
            all.extend(faults(page, &kind).await?);
        }
        now = match now.as_str() {
            "question" => {
                number += 1;
                quiz::answer(page, number % 4 != 0).await?
            }
            "result" => break,
            _ => quiz::go_on(page).await?,
        };
    }
    assert!(kinds.len() >= 5, "{kinds:?}");
    none(&all);
    Ok(())
}

async fn the_map_with_a_pinned_province(page: &Page) -> Journey {
    let mut all = Vec::new();
    for path in ["ban-do/?tinh=48", "en/ban-do/?tinh=79&chi-so=dti-rank"] {
        page.live(path).await?;
        page.until("chi tiết tỉnh đã ghim", "document.querySelector('.map-panel h3')").await?;
        all.extend(faults(page, path).await?);
        page.tab_to("figure[data-chart] svg[role='application']").await?;
        page.press(Key::Down).await?;
        all.extend(faults(page, &format!("{path}, đang đi trên bản đồ")).await?);
    }
    none(&all);
    Ok(())
}

async fn the_catalogue_in_every_state(page: &Page) -> Journey {
    let mut all = Vec::new();
    for path in [
        "so-lieu/?tim=da+nang",
        "so-lieu/?tim=qwerty",
        "so-lieu/?chu-de=the-gioi&tim=da+nang",
        "en/so-lieu/?xep=ten&chu-de=kinh-te-so",
        "en/so-lieu/?xep=moi&chu-de=%3C",
    ] {
        page.live(path).await?;
        all.extend(faults(page, path).await?);
    }
    none(&all);
    Ok(())
}

async fn a_chart_being_read(page: &Page) -> Journey {
    page.live("en/so-lieu/internet-users/").await?;
    page.tab_to("figure[data-chart] .plot svg[tabindex='0']").await?;
    page.press(Key::End).await?;
    page.until("khung chữ", "document.querySelector('.tip')").await?;
    none(&faults(page, "khung chữ").await?);
    Ok(())
}

async fn on_a_phone(page: &Page) -> Journey {
    let mut all = Vec::new();
    for path in ["", "so-lieu/", "en/so-lieu/ict-revenue/", "ban-do/", "trac-nghiem/", "?ngay=x"] {
        page.live(path).await?;
        all.extend(faults(page, &format!("/{path}")).await?);
    }
    none(&all);
    Ok(())
}
