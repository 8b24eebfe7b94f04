//! The quiz page: the reading version in the prerendered HTML, the quiz itself once the wasm has taken over.

use crate::quiz::bank::Bank;
use crate::text::Locale;
use crate::ui::components::el::El;
use crate::ui::components::quiz::live::live;
#[cfg(not(target_arch = "wasm32"))]
use crate::ui::components::quiz::reading::reading;
use std::sync::Arc;

/// The page. Without scripts (`interactive` false) it is every question to read, with answers and reasons; the
/// browser, which has scripts, does without that.
pub fn quiz_page(bank: Arc<Bank>, locale: Locale, interactive: bool) -> El {
    #[cfg(not(target_arch = "wasm32"))]
    if !interactive {
        return reading(&bank, locale);
    }
    let _ = interactive;
    live(bank, locale)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quiz::raw::BankFile;
    use leptos::prelude::*;

    fn html(locale: Locale, interactive: bool) -> String {
        let file: BankFile = serde_json::from_str(include_str!("../../../tests/fixtures/quiz.json")).unwrap();
        let bank = Arc::new(Bank::from_file(file).unwrap());
        let owner = Owner::new();
        owner.with(|| quiz_page(bank, locale, interactive).to_html())
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
