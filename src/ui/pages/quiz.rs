//! The quiz page: the reading version in the prerendered HTML, the quiz itself once the wasm has taken over.

use crate::quiz::bank::Bank;
use crate::ui::components::el::El;
use crate::ui::components::quiz::live::live;
#[cfg(not(target_arch = "wasm32"))]
use crate::ui::components::quiz::reading::reading;
use crate::ui::context::Context;
use std::sync::Arc;

/// The page. Without scripts it is a fixed form to read, with answers and reasons; the browser, which has scripts, does
/// without that.
pub fn quiz_page(cx: &Context, bank: Arc<Bank>) -> El {
    #[cfg(not(target_arch = "wasm32"))]
    if !cx.live {
        return reading(&bank, cx.locale);
    }
    live(cx, bank)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quiz::raw::BankFile;
    use crate::site::content;
    use crate::text::Locale;
    use crate::ui::context::Part;
    use crate::ui::pages::ALL;
    use leptos::prelude::*;
    use std::path::Path;

    fn html_at(locale: Locale, live: bool, search: &str) -> (String, Option<String>) {
        let file: BankFile = serde_json::from_str(include_str!("../../../tests/fixtures/quiz.json")).unwrap();
        let bank = Arc::new(Bank::from_file(file).unwrap());
        let data = content::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data")).unwrap().dataset;
        let owner = Owner::new();
        owner.with(|| {
            let cx = Context {
                data,
                locale,
                base: "/".into(),
                build: "thu".into(),
                live,
                archive: RwSignal::new(Part::Missing),
                readers: ALL.readers,
                geometry: RwSignal::new(Part::Missing),
                fine: RwSignal::new(Part::Missing),
                bank: RwSignal::new(Part::Missing),
                practice: RwSignal::new(Part::Missing),
                today: RwSignal::new(None),
                search: RwSignal::new(search.to_owned()),
                mine: RwSignal::new(None),
                notice: RwSignal::new(None),
            };
            let html = quiz_page(&cx, bank).to_html();
            (html, cx.notice.get_untracked())
        })
    }

    fn html(locale: Locale, live: bool) -> String {
        html_at(locale, live, "").0
    }

    #[test]
    fn the_address_chooses_the_way_and_nonsense_gives_the_usual_one_and_a_notice() {
        let checked = |html: &str, way: &str| {
            html.contains(&format!("data-way=\"{way}\" checked"))
                || html.contains(&format!("checked=\"\" data-way=\"{way}\""))
                || html.contains(&format!("data-way=\"{way}\" checked=\"\""))
        };
        let (usual, notice) = html_at(Locale::Vi, true, "");
        assert!(checked(&usual, "chuan") && notice.is_none(), "{usual}");
        let (quick, notice) = html_at(Locale::Vi, true, "?che-do=nhanh");
        assert!(checked(&quick, "nhanh") && !checked(&quick, "chuan") && notice.is_none());
        let (odd, notice) = html_at(Locale::Vi, true, "?che-do=%3Cb%3E");
        assert!(checked(&odd, "chuan") && notice.unwrap().contains("che-do=<b>"));
        let (again, _) = html_at(Locale::En, true, "?che-do=on-lai");
        assert!(checked(&again, "on-lai") && !again.contains("data-start"), "nothing to ask again yet");
    }

    #[test]
    fn without_scripts_every_question_can_be_read_with_its_answer_and_reasons() {
        for (locale, saying) in
            [(Locale::Vi, "Đuôi .gov.vn dành cho"), (Locale::En, "The ending .gov.vn is reserved")]
        {
            let html = html(locale, false);
            assert_eq!(html.matches("data-item=").count(), 12);
            assert_eq!(html.matches("quiz-answer").count(), 12);
            assert!(html.contains(saying) && html.contains("data-quiz=\"intro\""), "{locale:?}");
            assert!(!html.contains("style=") && !html.contains("<button"), "{locale:?}");
        }
    }

    #[test]
    fn with_scripts_it_starts_at_the_first_screen() {
        let html = html(Locale::Vi, true);
        assert!(html.contains("data-quiz=\"intro\"") && html.contains("12 tình huống, khoảng 7 phút"));
        assert!(html.contains("type=\"submit\"") && !html.contains("data-item="));
    }

    #[test]
    fn no_message_is_left_unfilled() {
        for html in [html(Locale::Vi, false), html(Locale::En, true)] {
            assert!(!html.contains('{') && !html.contains('}'));
        }
    }
}
