//! Narrow screens: at 320 and 360 pixels nothing sticks out sideways, on any page in either language.

use crate::browser::{Browser, Options};
use crate::journeys;
use crate::page::{Journey, Page};
use crate::site::Site;

const fn wide(width: u32) -> Options {
    Options { size: (width, 740), scripts: true }
}

journeys! {
    nothing_sticks_out_at_320: chromium firefox, wide(320), Site::plain().clone();
    nothing_sticks_out_at_360: chromium firefox, wide(360), Site::plain().clone();
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
    // Every page in one engine; one of each kind in the other.
    let kinds = [
        "",
        "so-lieu/",
        "so-lieu/ict-revenue/",
        "so-lieu/dti-rank/",
        "ban-do/",
        "trac-nghiem/",
        "trac-nghiem/ket-qua/",
        "nguon/",
    ];
    let wanted = |path: &String| {
        page.browser == Browser::Chromium || kinds.contains(&path.strip_prefix("en/").unwrap_or(path))
    };
    for path in crate::addresses().into_iter().filter(wanted) {
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
