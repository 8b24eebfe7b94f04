//! What stands in the head of each page: title and description, in the language of the page.

use super::context::Context;
#[cfg(not(target_arch = "wasm32"))]
use crate::figure::Chart;
use crate::route::Route;
#[cfg(not(target_arch = "wasm32"))]
use crate::text::fill;

/// Title and description of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// `<title>`; unique among the pages of a language.
    pub title: String,
    /// `<meta name="description">`.
    pub description: String,
}

/// The title of a page, which the browser sets after each change of page.
pub fn title(cx: &Context, route: &Route) -> String {
    let t = cx.t();
    let title = match route {
        Route::Home => return t.home.title.into(),
        Route::Indicators => t.indicators.title,
        Route::Indicator(id) => match cx.data.indicator(id) {
            Some(indicator) => indicator.name.get(cx.locale),
            None => t.not_found.title,
        },
        Route::Compare => t.compare.title,
        Route::Map => t.nav.map,
        Route::Provinces => t.province.list_title,
        Route::Province(code) => match cx.data.new_province(*code) {
            Some(new) => new.name.get(cx.locale),
            None => t.not_found.title,
        },
        Route::Quiz => t.home.quiz_title,
        Route::QuizResult => t.home.result_title,
        Route::Sources => t.sources.title,
        Route::NotFound => t.not_found.title,
    };
    format!("{title} – {}", t.site.name)
}

/// The head of a page. Descriptions are for those who read pages from outside, so only the build writes them.
#[cfg(not(target_arch = "wasm32"))]
pub fn of(cx: &Context, route: &Route) -> Head {
    let t = cx.t();
    let description = match route {
        Route::Home => t.site.description.into(),
        Route::Indicators => fill(t.indicators.lead, &[("n", &cx.data.indicators.len().to_string())]),
        Route::Indicator(id) => match cx.data.indicator(id) {
            Some(indicator) => {
                let chart = Chart::of(&cx.data, indicator, cx.locale);
                format!("{}. {}", chart.title, chart.summary)
            }
            None => t.not_found.text.into(),
        },
        Route::Compare => t.compare.lead.into(),
        Route::Map => t.home.map_lead.into(),
        Route::Provinces => t.province.list_lead.into(),
        Route::Province(code) => match cx.data.new_province(*code) {
            Some(new) => fill(t.province.description, &[("name", new.name.get(cx.locale))]),
            None => t.not_found.text.into(),
        },
        Route::Quiz => t.home.quiz_note.into(),
        Route::QuizResult => t.quiz_more.shared_about.into(),
        Route::Sources => fill(
            t.sources.lead,
            &[("facts", &cx.data.facts.len().to_string()), ("sources", &cx.data.sources.len().to_string())],
        ),
        Route::NotFound => t.not_found.text.into(),
    };
    Head { title: title(cx, route), description }
}
