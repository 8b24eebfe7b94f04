//! Taking a figure away: what a reader's browser makes is what the build makes, and every action says what came of it.

use crate::browser::{Browser, Options};
use crate::data;
use crate::journeys;
use crate::page::{Journey, Page};
use crate::site::Site;
use base64::prelude::{BASE64_STANDARD, Engine as _};
use ngay_so::figure::about::About;
use ngay_so::figure::cite::{Style, cite};
use ngay_so::figure::poster::{Format, Poster};
use ngay_so::figure::sheet::{Flavour, Sheet};
use ngay_so::figure::{Chart, json};
use ngay_so::text::{Date, Locale, fill};
use thirtyfour::prelude::*;

journeys! {
    every_file_is_as_the_build_makes_it: chromium firefox webkit, Options::default(), Site::plain().clone();
    citations_follow_the_chosen_style: chromium firefox webkit, Options::default(), Site::plain().clone();
    a_map_can_be_taken_too: chromium firefox, Options::default(), Site::plain().clone();
    what_cannot_be_done_is_said: chromium firefox, Options::default(), Site::plain().clone();
}

/// Opens a page, unfolds the panel, and keeps whatever is made into a file.
async fn at(page: &Page, path: &str) -> Journey {
    page.live(path).await?;
    page.until("mục tải về", "document.querySelector('.take details')").await?;
    let watch = "window.made = []; const make = URL.createObjectURL.bind(URL); \
                 URL.createObjectURL = blob => { window.made.push(blob); return make(blob); }; \
                 document.querySelector('.take details').open = true";
    page.driver.execute(watch, vec![]).await?;
    Ok(())
}

/// Follows the link whose file name ends so, and gives what was saved: its kind and its bytes.
async fn saved(page: &Page, locale: Locale, tail: &str) -> WebDriverResult<(String, Vec<u8>)> {
    let css = format!(".take a[download$='{tail}']");
    let link = page.driver.find(By::Css(css.as_str())).await?;
    let name = link.attr("download").await?.unwrap();
    page.driver.execute("window.made.length = 0", vec![]).await?;
    link.scroll_into_view().await?;
    link.click().await?;
    let said = fill(locale.messages().take.saved, &[("name", &name)]);
    let told = format!("document.querySelector('.take-status').textContent === {said:?}");
    page.until(&format!("lời báo {said}"), &told).await?;
    let (kind, letters): (String, String) = page
        .driver
        .execute_async(
            "const done = arguments[0], blob = window.made.at(-1), reader = new FileReader(); \
             reader.onload = () => done([blob.type, reader.result.split(',')[1] ?? '']); reader.readAsDataURL(blob)",
            vec![],
        )
        .await?
        .convert()?;
    Ok((kind, BASE64_STANDARD.decode(letters).unwrap()))
}

async fn text(page: &Page, locale: Locale, tail: &str) -> WebDriverResult<String> {
    let (_, bytes) = saved(page, locale, tail).await?;
    Ok(String::from_utf8(bytes).unwrap())
}

/// Width and height of a PNG, as its head says.
fn size(bytes: &[u8]) -> (u32, u32) {
    assert!(bytes.starts_with(b"\x89PNG\r\n\x1a\n"), "không phải PNG");
    let number = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
    (number(16), number(20))
}

async fn every_file_is_as_the_build_makes_it(page: &Page) -> Journey {
    for (path, id, locale) in [
        ("so-lieu/digital-economy/", "digital-economy", Locale::Vi),
        ("en/so-lieu/egdi-rank/", "egdi-rank", Locale::En),
    ] {
        let indicator = data().indicator(id).unwrap();
        let chart = Chart::of(data(), indicator, locale);
        let about = About::of(data(), id, locale).unwrap();
        let all = Sheet::all(data(), indicator, &about);
        let poster = Poster::of_chart(&chart, &about, Format::Natural);
        at(page, path).await?;
        assert!(text(page, locale, ".svg").await? == poster.svg(), "{path}: SVG khác");
        let shown = Sheet::shown(data(), &chart, &about).csv(Flavour::Plain);
        assert_eq!(text(page, locale, "-dang-xem.csv").await?, shown);
        assert_eq!(text(page, locale, &format!("{}.csv", locale.tag())).await?, all.csv(Flavour::Plain));
        assert_eq!(text(page, locale, "-excel-vi.csv").await?, all.csv(Flavour::Excel));
        assert_eq!(text(page, locale, ".json").await?, json::write(&all, &chart.title, &chart.notes));
        let (width, height) = (poster.shown.0 as u32, poster.shown.1 as u32);
        for (tail, wanted) in [
            (format!("{}.png", locale.tag()), (width, height)),
            ("@2x.png".into(), (2 * width, 2 * height)),
            ("-vuong.png".into(), (1080, 1080)),
        ] {
            let (kind, bytes) = saved(page, locale, &tail).await?;
            assert_eq!((kind.as_str(), size(&bytes)), ("image/png", wanted), "{path}: {tail}");
            // A picture without letters packs into far less.
            assert!(bytes.len() > 40_000, "{path}: {tail} chỉ {} byte", bytes.len());
        }
    }
    let errors = page.errors().await?;
    assert!(errors.is_empty(), "{errors:?}");
    Ok(())
}

async fn citations_follow_the_chosen_style(page: &Page) -> Journey {
    at(page, "so-lieu/fixed-broadband/?ngay=2026-11-25").await?;
    let about = About::of(data(), "fixed-broadband", Locale::Vi).unwrap();
    let sheet = Sheet::all(data(), data().indicator("fixed-broadband").unwrap(), &about);
    let address = format!("{}{}", page.site.url, about.page);
    for (place, style) in Style::ALL.into_iter().enumerate() {
        let choose = format!("document.querySelectorAll('.take-styles input')[{place}].click()");
        page.driver.execute(choose, vec![]).await?;
        let wanted = cite(style, &about, &sheet.sources, &address, Date::day(2026, 11, 25));
        let there = format!("document.querySelector('textarea.take-cite').value === {wanted:?}");
        page.until(&format!("{style:?}"), &there).await?;
    }
    // Whoever follows the citation, on paper too, finds the view that was cited; today's date is not part of it.
    at(page, "so-lieu/papi-egov/?tinh=48&ngay=2026-11-25").await?;
    let says = |view: &str| {
        let wanted = format!("{}so-lieu/papi-egov/{view}", page.site.url);
        format!(
            "['textarea.take-cite', '.take-page'].every(at => {{ const node = document.querySelector(at); \
             const words = node.value ?? node.textContent; return words.includes({wanted:?}) && !words.includes('ngay=') }})"
        )
    };
    page.until("tỉnh trong lời trích", &says("?tinh=48")).await?;
    page.driver.execute("document.querySelector('input[name=xem][value=duong]').click()", vec![]).await?;
    page.until("kiểu hình trong lời trích", &says("?tinh=48&xem=duong")).await?;
    Ok(())
}

async fn a_map_can_be_taken_too(page: &Page) -> Journey {
    at(page, "ban-do/").await?;
    let name: String = page.js("return document.querySelector('.take a').download").await?;
    assert!(name.contains("-ban-do-"), "{name}");
    let svg = text(page, Locale::Vi, ".svg").await?;
    assert!(svg.contains("data-archipelago=\"hoang-sa\"") && svg.contains("OpenStreetMap"));
    assert_eq!(size(&saved(page, Locale::Vi, "-vuong.png").await?.1), (1080, 1080));
    let csv = text(page, Locale::Vi, "-dang-xem.csv").await?;
    assert!(csv.starts_with('\u{FEFF}') && csv.lines().count() > 50, "{} hàng", csv.lines().count());
    Ok(())
}

async fn what_cannot_be_done_is_said(page: &Page) -> Journey {
    at(page, "so-lieu/egdi-rank/").await?;
    let t = &Locale::Vi.messages().take;
    let says = |words: &str| format!("document.querySelector('.take-status').textContent === {words:?}");
    // Without its fonts a picture would have wrong accents: none is better.
    page.driver.execute("document.querySelector('meta[name=\"phong-chu\"]').remove()", vec![]).await?;
    page.driver.execute("document.querySelector('.take a[download$=\"vi.png\"]').click()", vec![]).await?;
    page.until("lời báo thiếu phông", &says(t.no_font)).await?;
    assert_eq!(page.js::<u32>("return window.made.length").await?, 0);
    // A click that no reader made may not touch the clipboard, unless the driver has opened it.
    let refuse = "Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true })";
    page.driver.execute(refuse, vec![]).await?;
    let copy = format!(
        "[...document.querySelectorAll('.take button')].find(b => b.textContent === {:?}).click()",
        t.copy
    );
    page.driver.execute(copy, vec![]).await?;
    page.until("lời báo không chép được", &says(t.no_copy)).await?;
    assert!(page.browser != Browser::WebKit);
    Ok(())
}
