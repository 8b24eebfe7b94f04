//! Narrow screens: at 320 and 360 pixels nothing sticks out sideways, on any page in either language.

use crate::browser::Options;
use crate::journeys;
use crate::page::{Journey, Page};
use crate::site::Site;

const fn wide(width: u32) -> Options {
    Options { size: (width, 740), scripts: true }
}

journeys! {
    nothing_sticks_out_at_320: chromium firefox, wide(320), Site::plain().clone();
    nothing_sticks_out_at_360: chromium firefox, wide(360), Site::plain().clone();
    targets_are_large_enough_for_a_thumb: chromium, wide(360), Site::plain().clone();
}

/// How far the page can be scrolled sideways, and the elements that may be why (what scrolls in a box of its own
/// is not).
const SIDEWAYS: &str = "const most = document.documentElement.clientWidth; \
    const boxed = e => { for (let p = e.parentElement; p; p = p.parentElement) \
      if (/auto|scroll|hidden|clip/.test(getComputedStyle(p).overflowX) && p != document.body) return true; return false }; \
    const out = [...document.body.querySelectorAll('*')].filter(e => { const r = e.getBoundingClientRect(); \
      return r.width > 1 && (r.right > most + 1 || r.left < -1) && !boxed(e) && getComputedStyle(e).position != 'fixed' }); \
    return [innerWidth, document.documentElement.scrollWidth - most, out.slice(0, 3).map(e => \
      e.localName + '.' + (e.getAttribute('class') ?? '') + ' ' + Math.round(e.getBoundingClientRect().right))]";

async fn narrow(page: &Page, width: u32) -> Journey {
    let mut faults = Vec::new();
    for path in crate::addresses() {
        page.live(&path).await?;
        let (inner, over, out): (u32, i32, Vec<String>) = page.js(SIDEWAYS).await?;
        assert_eq!(inner, width, "{:?}: cửa sổ không chịu hẹp lại", page.browser);
        if over > 0 {
            faults.push(format!("/{path}: cuộn ngang được {over} px: {out:?}"));
        }
    }
    assert!(
        faults.is_empty(),
        "{:?}, {width} px, {} trang:\n{}",
        page.browser,
        faults.len(),
        faults.join("\n")
    );
    Ok(())
}

async fn nothing_sticks_out_at_320(page: &Page) -> Journey {
    narrow(page, 320).await
}

async fn nothing_sticks_out_at_360(page: &Page) -> Journey {
    narrow(page, 360).await
}

/// WCAG 2.5.8: 24 pixels both ways, links inside sentences aside.
async fn targets_are_large_enough_for_a_thumb(page: &Page) -> Journey {
    let script = "return [...document.querySelectorAll('a, button, input, select, summary')].filter(e => { \
        if (e.closest('p, td, li > span, figcaption > p, blockquote') && e.localName == 'a' && !e.matches('.button')) return false; \
        const t = e.closest('label') ?? e, r = t.getBoundingClientRect(); \
        return r.width > 0 && !e.matches('.skip') && (r.width < 24 || r.height < 24) }).map(e => \
        e.localName + ' \"' + e.textContent.trim().slice(0, 30) + '\" ' + \
        Math.round(e.getBoundingClientRect().width) + '×' + Math.round(e.getBoundingClientRect().height)).slice(0, 5)";
    let mut faults = Vec::new();
    for path in ["", "so-lieu/", "so-lieu/egdi-rank/", "ban-do/", "trac-nghiem/", "nguon/"] {
        page.live(path).await?;
        let small: Vec<String> = page.js(script).await?;
        faults.extend(small.into_iter().map(|words| format!("/{path}: {words}")));
    }
    assert!(faults.is_empty(), "chỗ bấm nhỏ hơn 24 px:\n{}", faults.join("\n"));
    Ok(())
}
