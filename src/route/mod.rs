//! Every page and its address. Vietnamese stands at the root, English mirrors it under `/en/`.
//!
//! `parse` undoes `path`; the base path (`/x/`) is taken off before and put on after by whoever knows it.

pub mod params;

use crate::data::{Code34, Dataset};
use crate::text::Locale;

/// Where a reader can be.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Route {
    /// `/`: the Day.
    Home,
    /// `/so-lieu/`: all indicators.
    Indicators,
    /// `/so-lieu/<id>/`: one indicator.
    Indicator(String),
    /// `/so-sanh/`: provinces or indicators side by side.
    Compare,
    /// `/ban-do/`: the province map.
    Map,
    /// `/tinh/`: all provinces of today.
    Provinces,
    /// `/tinh/<code>/`: one of them.
    Province(Code34),
    /// `/trac-nghiem/`: the quiz.
    Quiz,
    /// `/trac-nghiem/ket-qua/`: a result that somebody shared; it rides in the fragment.
    QuizResult,
    /// `/nguon/`: every source with its quotations.
    Sources,
    /// Any other address.
    NotFound,
}

/// Which of the wasm programs shows a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Program {
    /// Everything for reading.
    Reading,
    /// One chart with all its tools.
    Chart,
    /// Provinces or indicators side by side.
    Compare,
    /// Pages with a live map.
    Map,
    /// The quiz.
    Quiz,
}

impl Program {
    /// Every program.
    pub const ALL: [Self; 5] = [Self::Reading, Self::Chart, Self::Compare, Self::Map, Self::Quiz];

    /// The name of its binary.
    pub fn binary(self) -> &'static str {
        match self {
            Self::Reading => "ngay-so",
            Self::Chart => "ngay-so-bieu-do",
            Self::Compare => "ngay-so-so-sanh",
            Self::Map => "ngay-so-ban-do",
            Self::Quiz => "ngay-so-trac-nghiem",
        }
    }
}

impl Route {
    /// The program that shows it.
    pub fn program(&self) -> Program {
        match self {
            Self::Indicator(_) => Program::Chart,
            Self::Compare => Program::Compare,
            Self::Map | Self::Provinces | Self::Province(_) => Program::Map,
            Self::Quiz | Self::QuizResult => Program::Quiz,
            _ => Program::Reading,
        }
    }

    /// Every page of a dataset, in the order of the site map. The page for unknown addresses comes last.
    pub fn all(data: &Dataset) -> Vec<Self> {
        let mut out = vec![Self::Home, Self::Indicators];
        out.extend(data.indicators.iter().map(|i| Self::Indicator(i.id.clone())));
        out.extend([Self::Compare, Self::Map, Self::Provinces]);
        out.extend(data.new_provinces.iter().map(|p| Self::Province(p.code)));
        out.extend([Self::Quiz, Self::QuizResult, Self::Sources, Self::NotFound]);
        out
    }

    /// The path below the base, without a leading slash: `so-lieu/egdi-rank/`, `en/ban-do/`, or nothing.
    pub fn path(&self, locale: Locale) -> String {
        let tail = match self {
            Self::Home => String::new(),
            Self::Indicators => "so-lieu/".into(),
            Self::Indicator(id) => format!("so-lieu/{id}/"),
            Self::Compare => "so-sanh/".into(),
            Self::Map => "ban-do/".into(),
            Self::Provinces => "tinh/".into(),
            Self::Province(code) => format!("tinh/{code}/"),
            Self::Quiz => "trac-nghiem/".into(),
            Self::QuizResult => "trac-nghiem/ket-qua/".into(),
            Self::Sources => "nguon/".into(),
            Self::NotFound => "404.html".into(),
        };
        match locale {
            Locale::Vi => tail,
            Locale::En => format!("en/{tail}"),
        }
    }

    /// The file a web server finds under [`Self::path`].
    pub fn file(&self, locale: Locale) -> String {
        let path = self.path(locale);
        if path.ends_with('/') || path.is_empty() { format!("{path}index.html") } else { path }
    }

    /// Reads a path below the base; slashes at the ends and `index.html` do not matter.
    pub fn parse(path: &str) -> (Self, Locale) {
        let path = path.trim_matches('/');
        let path = path.strip_suffix("index.html").unwrap_or(path).trim_end_matches('/');
        let (locale, rest) = match path.strip_prefix("en") {
            Some(rest) if rest.is_empty() || rest.starts_with('/') => {
                (Locale::En, rest.trim_start_matches('/'))
            }
            _ => (Locale::Vi, path),
        };
        let route = match rest {
            "" => Self::Home,
            "so-lieu" => Self::Indicators,
            "so-sanh" => Self::Compare,
            "ban-do" => Self::Map,
            "tinh" => Self::Provinces,
            "trac-nghiem" => Self::Quiz,
            "trac-nghiem/ket-qua" => Self::QuizResult,
            "nguon" => Self::Sources,
            other => match (other.strip_prefix("so-lieu/"), other.strip_prefix("tinh/")) {
                (Some(id), _) if !id.is_empty() && !id.contains('/') => Self::Indicator(id.into()),
                (_, Some(code)) => Code34::parse(code).map_or(Self::NotFound, Self::Province),
                _ => Self::NotFound,
            },
        };
        (route, locale)
    }

    /// The same page if the dataset has it, else the page for unknown addresses.
    #[must_use]
    pub fn known(self, data: &Dataset) -> Self {
        match &self {
            Self::Indicator(id) if data.indicator(id).is_none() => Self::NotFound,
            Self::Province(code) if data.new_province(*code).is_none() => Self::NotFound,
            _ => self,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_path_is_read_back() {
        let routes = [
            Route::Home,
            Route::Indicators,
            Route::Indicator("egdi-rank".into()),
            Route::Compare,
            Route::Map,
            Route::Provinces,
            Route::Province(Code34::parse("48").unwrap()),
            Route::Quiz,
            Route::QuizResult,
            Route::Sources,
        ];
        for route in routes {
            for locale in Locale::ALL {
                let path = route.path(locale);
                assert_eq!(Route::parse(&path), (route.clone(), locale), "{path}");
                assert_eq!(Route::parse(&format!("/{path}")), (route.clone(), locale), "{path}");
                assert_eq!(
                    Route::parse(&format!("/{}", route.file(locale))),
                    (route.clone(), locale),
                    "{path}"
                );
            }
        }
    }

    #[test]
    fn strange_paths_lead_to_the_page_for_them() {
        for path in [
            "/enx/",
            "/so-lieu/a/b/",
            "/404.html",
            "/%00",
            "/../",
            "so-lieu//x",
            "/tinh/1/",
            "/tinh/48/x/",
            "/tinh/<b>/",
        ] {
            assert_eq!(Route::parse(path).0, Route::NotFound, "{path}");
        }
        assert_eq!(Route::parse("/en").1, Locale::En);
    }
}
