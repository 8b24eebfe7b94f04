//! Hearing a chart: silent until asked, then the picture points at what is heard, and words go with it.

use crate::browser::Options;
use crate::data;
use crate::journeys;
use crate::page::{Journey, Page};
use crate::site::Site;
use ngay_so::figure::Chart;
use ngay_so::figure::sound::Melody;
use ngay_so::text::Locale;
use thirtyfour::prelude::*;

journeys! {
    a_chart_is_heard_on_request: chromium firefox webkit, Options::default(), Site::plain().clone();
}

/// Keeps every tone that is made.
const EARS: &str = "window.tones = []; const ears = BaseAudioContext.prototype, make = ears.createOscillator; \
    ears.createOscillator = function () { const made = make.call(this); window.tones.push(made); return made; }";
const STATE: &str = "document.querySelector('.listen').dataset.listen";

async fn a_chart_is_heard_on_request(page: &Page) -> Journey {
    let chart = Chart::new(data(), "egdi-rank", Locale::Vi).unwrap();
    let melody = Melody::of(&chart, None);
    page.live("so-lieu/egdi-rank/").await?;
    page.driver.execute(EARS, vec![]).await?;
    assert_eq!(page.js::<String>(&format!("return {STATE}")).await?, "closed");
    page.tab_to(".plot svg[tabindex='0']").await?;
    page.press(Key::Right).await?;
    assert_eq!(page.js::<u32>("return tones.length").await?, 0, "vang lên khi chưa ai nhờ");
    page.press(Key::Escape).await?;

    page.click(".listen-main").await?;
    page.until("đang phát", &format!("{STATE} === 'playing' && tones.length > 1")).await?;
    page.until("hình chỉ điểm đang vang", "document.querySelector('.plot svg .m-focus')").await?;
    page.until("nốt cuối", &format!("tones.length === {}", melody.notes.len())).await?;
    page.until("hết bài", &format!("{STATE} === 'open'")).await?;
    let heard: Vec<f64> = page.js("return tones.map(tone => tone.frequency.value)").await?;
    for (note, pitch) in melody.notes.iter().zip(heard) {
        assert!((note.pitch_hz - pitch).abs() < 0.05, "{}: {} Hz, nghe {pitch} Hz", note.said, note.pitch_hz);
    }

    // Steps say each point; the words are those of the figure's own notes.
    let said = |i: usize| {
        format!("document.querySelector('.listen [role=status]').textContent === {:?}", melody.notes[i].said)
    };
    let end = melody.notes.len() - 1;
    page.click(".listen-more button:first-of-type").await?;
    page.until("lùi một điểm", &said(end - 1)).await?;
    page.click(".listen-more button:nth-of-type(2)").await?;
    page.until("tới một điểm", &said(end)).await?;

    // It stops on Esc, and pauses where it was told to.
    page.click(".listen-main").await?;
    page.until("phát lại", &format!("{STATE} === 'playing'")).await?;
    page.press(Key::Escape).await?;
    page.until("Esc ngừng phát", &format!("{STATE} === 'open' && !document.querySelector('.plot .m-focus')"))
        .await?;
    page.click(".listen-main").await?;
    page.until("phát tiếp", &format!("{STATE} === 'playing'")).await?;
    page.click(".listen-main").await?;
    page.until("tạm dừng", &format!("{STATE} === 'open'")).await?;
    let errors = page.errors().await?;
    assert!(errors.is_empty(), "{errors:?}");
    Ok(())
}
