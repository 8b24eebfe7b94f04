//! Layout measures text with a table of its own; here the shipped font is drawn and measured by browsers, without
//! kerning, as pictures draw it (`font-kerning: none` in `scene::palette`).

use crate::browser::Options;
use crate::page::{Journey, Page};
use crate::site::Site;
use crate::{data, journeys};
use ngay_so::figure::Chart;
use ngay_so::scene::{Weight, metrics};
use ngay_so::text::Locale;
use std::collections::BTreeSet;

journeys! {
    words_are_as_wide_as_layout_thinks: chromium firefox, Options::default(), Site::plain().clone();
}

/// Labels from the data, short and long, in both languages.
fn labels() -> Vec<String> {
    let mut out = BTreeSet::new();
    for locale in Locale::ALL {
        for indicator in &data().indicators {
            out.insert(indicator.name.get(locale).to_owned());
            out.insert(indicator.unit.get(locale).to_owned());
            if let Some(chart) = Chart::new(data(), &indicator.id, locale) {
                out.insert(chart.title);
                out.extend(chart.series.iter().map(|s| s.name.clone()));
                out.extend(chart.series.iter().filter_map(|s| s.data.last()).map(|d| d.text.clone()));
            }
        }
        out.extend(data().provinces.iter().map(|p| p.name.get(locale).to_owned()));
    }
    out.retain(|label| label.chars().count() >= 4);
    out.into_iter().collect()
}

async fn words_are_as_wide_as_layout_thinks(page: &Page) -> Journey {
    let labels = labels();
    assert!(labels.len() >= 40, "{}", labels.len());
    page.live("").await?;
    let script = format!(
        "const done = arguments[0], words = {}; (async () => {{ const out = []; \
         const pen = document.createElement('canvas').getContext('2d'); \
         for (const weight of [400, 600, 800]) {{ const font = weight + ' 100px \"Be Vietnam Pro\"'; \
           const faces = await document.fonts.load(font, words.join('')); if (!faces.length) throw 'không có phông ' + weight; \
           pen.font = font; pen.fontKerning = 'none'; out.push(words.map(w => pen.measureText(w).width)); }} return [out, '']; }})().then(done, e => done([[], String(e)]))",
        serde_json::to_string(&labels).unwrap()
    );
    let (widths, fault): (Vec<Vec<f64>>, String) =
        page.driver.execute_async(script, vec![]).await?.convert()?;
    assert_eq!(fault, "");
    let mut faults = Vec::new();
    for (weight, drawn) in [Weight::Regular, Weight::SemiBold, Weight::Bold].into_iter().zip(&widths) {
        for (label, drawn) in labels.iter().zip(drawn) {
            let ours = metrics::width(label, 100.0, weight);
            if (ours - drawn).abs() > drawn * 0.02 {
                faults.push(format!(
                    "{weight:?} \"{label}\": vẽ {drawn:.0}, bảng {ours:.0} ({:+.1} %)",
                    (ours / drawn - 1.0) * 100.0
                ));
            }
        }
    }
    assert!(
        faults.is_empty(),
        "{:?}, {} của {}:\n{}",
        page.browser,
        faults.len(),
        labels.len() * 3,
        faults.join("\n")
    );
    Ok(())
}
