//! What stands in the head of each page: title and description, in the language of the page.

use super::context::Context;
use crate::figure::Chart;
use crate::route::Route;
use crate::text::fill;

/// Title and description of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// `<title>`; unique among the pages of a language.
    pub title: String,
    /// `<meta name="description">`.
    pub description: String,
}

/// The head of a page.
pub fn of(cx: &Context, route: &Route) -> Head {
    let t = cx.t();
    let titled = |title: &str, description: String| Head {
        title: format!("{title} – {}", t.site.name),
        description,
    };
    match route {
        Route::Home => Head { title: t.home.title.into(), description: t.site.description.into() },
        Route::Indicators => titled(
            t.indicators.title,
            fill(t.indicators.lead, &[("n", &cx.data.indicators.len().to_string())]),
        ),
        Route::Indicator(id) => match cx.data.indicator(id) {
            Some(indicator) => {
                let name = indicator.name.get(cx.locale);
                let description = Chart::new(&cx.data, id, cx.locale).map_or_else(
                    || indicator.definition.get(cx.locale).to_owned(),
                    |chart| format!("{}. {}", chart.title, chart.summary),
                );
                titled(name, description)
            }
            None => titled(t.not_found.title, t.not_found.text.into()),
        },
        Route::Compare => titled(t.compare.title, t.compare.lead.into()),
        Route::Map => titled(t.nav.map, t.home.map_lead.into()),
        Route::Quiz => titled(t.home.quiz_title, t.home.quiz_note.into()),
        Route::Sources => titled(
            t.sources.title,
            fill(
                t.sources.lead,
                &[
                    ("facts", &cx.data.facts.len().to_string()),
                    ("sources", &cx.data.sources.len().to_string()),
                ],
            ),
        ),
        Route::NotFound => titled(t.not_found.title, t.not_found.text.into()),
    }
}
