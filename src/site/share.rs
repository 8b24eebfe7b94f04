//! Pictures for shared links: one a page and language, so that a link in a chat shows what it leads to.

use super::content::Content;
use super::pictures::{Job, map_of};
use crate::data::Code34;
use crate::figure::about::source_line;
use crate::figure::leave::Leave;
use crate::figure::profile::Profile;
use crate::figure::share::Share;
use crate::figure::{Chart, Size};
use crate::geo::Geometry;
use crate::route::Route;
use crate::text::{Locale, fill};
use std::path::Path;
use std::sync::Arc;

/// How wide a chart is drawn for a picture of a link.
const CHART: Size = Size::Px(560);

/// Below the root: `og/so-lieu-egdi-rank.png`, `og/en.png`, and `og/trang-chu.png` for the home page.
pub fn path(route: &Route, locale: Locale) -> String {
    let page = route.path(locale);
    let name = page.trim_end_matches('/').replace('/', "-");
    format!("og/{}.png", if name.is_empty() { "trang-chu" } else { &name })
}

/// Everything to be drawn.
pub fn jobs(staging: &Path, content: &Content, geometry: &Arc<Geometry>) -> Vec<Job> {
    let mut out = Vec::new();
    for route in Route::all(&content.dataset).iter().filter(|route| **route != Route::NotFound) {
        for locale in Locale::ALL {
            let svg = picture(content, geometry, route, locale);
            out.extend(svg.map(|svg| Job {
                path: staging.join(path(route, locale)),
                svg: svg.into(),
                scale: 1.0,
            }));
        }
    }
    out
}

fn picture(content: &Content, geometry: &Arc<Geometry>, route: &Route, locale: Locale) -> Option<String> {
    let t = locale.messages();
    let data = &content.dataset;
    let plain = |title: &str, words: &str| Share { locale, title, words, source: "", picture: None }.svg();
    Some(match route {
        Route::Indicator(id) => indicator(content, geometry, id, locale)?,
        Route::Map => map(content, geometry, "papi-egov", locale)?,
        Route::Province(code) => province(content, geometry, *code, locale)?,
        Route::Provinces => plain(t.province.list_title, t.province.list_lead),
        Route::Indicators => {
            plain(t.indicators.title, &fill(t.indicators.lead, &[("n", &data.indicators.len().to_string())]))
        }
        Route::Compare => plain(t.compare.title, t.compare.lead),
        Route::Sources => plain(
            t.sources.title,
            &fill(
                t.sources.lead,
                &[("facts", &data.facts.len().to_string()), ("sources", &data.sources.len().to_string())],
            ),
        ),
        Route::Home => plain(t.home.title, t.site.description),
        Route::NotFound => return None,
        Route::Quiz | Route::QuizResult => plain(t.home.quiz_title, t.home.quiz_note),
    })
}

/// A national indicator shows its chart, a provincial one its map.
fn indicator(content: &Content, geometry: &Arc<Geometry>, id: &str, locale: Locale) -> Option<String> {
    let indicator = content.dataset.indicator(id)?;
    if indicator.is_provincial() {
        return map(content, geometry, id, locale);
    }
    let chart = Chart::of(&content.dataset, indicator, locale);
    let source = source_line(Leave::sources(&chart), locale);
    let picture = Some(chart.draw(CHART));
    Some(Share { locale, title: &chart.title, words: &chart.subtitle, source: &source, picture }.svg())
}

fn map(content: &Content, geometry: &Arc<Geometry>, id: &str, locale: Locale) -> Option<String> {
    let map = map_of(content, geometry, id, locale)?;
    let source = source_line(&map.sources, locale);
    let picture = Some(map.draw(Size::Narrow));
    Some(Share { locale, title: &map.title, words: &map.subtitle, source: &source, picture }.svg())
}

fn province(content: &Content, geometry: &Arc<Geometry>, code: Code34, locale: Locale) -> Option<String> {
    let data = &content.dataset;
    let profile = Profile::new(data, geometry, code, locale)?;
    let words = format!("{} {}.", profile.origin.join(" "), profile.sums.join(". "));
    let source = source_line(std::slice::from_ref(&profile.source), locale);
    let picture = Some(profile.near(data, geometry, locale)?);
    Some(Share { locale, title: &profile.title, words: &words, source: &source, picture }.svg())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_has_a_name_of_its_own() {
        let id = Route::Indicator("egdi-rank".into());
        assert_eq!(path(&Route::Home, Locale::Vi), "og/trang-chu.png");
        assert_eq!(path(&Route::Home, Locale::En), "og/en.png");
        assert_eq!(path(&id, Locale::En), "og/en-so-lieu-egdi-rank.png");
    }
}
