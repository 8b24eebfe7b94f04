//! The pages of the provinces of today: they keep what was prerendered, lead to neighbours, and axe finds no fault.

use crate::browser::Options;
use crate::page::{Journey, Page};
use crate::site::Site;
use crate::{data, journeys};
use thirtyfour::prelude::*;

const PHONE: Options = Options { size: (320, 700), scripts: true };

journeys! {
    the_list_leads_to_a_province_and_on_to_its_neighbour: chromium firefox, Options::default(), Site::plain().clone();
    it_fits_a_small_phone: chromium, PHONE, Site::plain().clone();
    axe_finds_no_fault: chromium, Options::default(), Site::plain().clone();
    an_unknown_province_is_said_to_be_unknown: chromium, Options::default(), Site::plain().clone();
}

async fn the_list_leads_to_a_province_and_on_to_its_neighbour(page: &Page) -> Journey {
    page.live("tinh/").await?;
    let links: usize = page.js("return document.querySelectorAll('.province-list a').length").await?;
    assert_eq!(links, 34);
    page.driver.find(By::Css(".province-list a[href$='/tinh/15/']")).await?.click().await?;
    page.until("trang Lào Cai", "document.querySelector('[data-province=\"15\"] h1')").await?;
    page.state("live").await?;
    assert!(page.text("h1").await?.contains("Lào Cai"));
    let rows: usize = page.js("return document.querySelectorAll('table[data-for] tbody tr').length").await?;
    assert_eq!(rows, data().indicators.iter().filter(|i| i.is_provincial()).count());
    let facts: Vec<String> =
        page.js("return [...document.querySelectorAll('[data-fact]')].map(e => e.dataset.fact)").await?;
    assert!(facts.contains(&"lao-cai-training".to_owned()), "{facts:?}");
    page.driver.find(By::Css(".province-near a")).await?.click().await?;
    page.until("trang láng giềng", "document.querySelector('[data-province]:not([data-province=\"15\"])')")
        .await?;
    page.driver.back().await?;
    page.until("trở lại Lào Cai", "document.querySelector('[data-province=\"15\"]')").await
}

async fn it_fits_a_small_phone(page: &Page) -> Journey {
    for path in ["tinh/", "tinh/79/", "en/tinh/68/"] {
        page.live(path).await?;
        let over: i64 = page.js("return document.documentElement.scrollWidth - innerWidth").await?;
        assert!(over <= 0, "{path}: rộng quá {over} px");
    }
    Ok(())
}

async fn an_unknown_province_is_said_to_be_unknown(page: &Page) -> Journey {
    page.open("tinh/00/").await?;
    let province: bool = page.js("return !!document.querySelector('[data-province]')").await?;
    assert!(!province);
    Ok(())
}

async fn axe_finds_no_fault(page: &Page) -> Journey {
    let mut all = Vec::new();
    for path in ["tinh/", "tinh/15/", "en/tinh/79/"] {
        page.live(path).await?;
        all.extend(crate::access::faults(page, path).await?);
    }
    assert!(all.is_empty(), "{}", all.join("\n"));
    Ok(())
}
