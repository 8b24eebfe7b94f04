//! What can be taken away, chart or map: the same questions to both.

use super::Chart;
use super::about::About;
use super::map::MapFigure;
use super::poster::{Format, Poster};
use super::sheet::Sheet;
use crate::data::{Dataset, Source};
use std::sync::Arc;

/// A figure that can leave the page.
pub trait Leave: Send + Sync {
    /// Id of its indicator.
    fn id(&self) -> &str;
    /// What its files are called besides the id: nothing for a chart.
    fn kind(&self) -> &'static str {
        ""
    }
    /// The finding.
    fn finding(&self) -> &str;
    /// Cautions.
    fn notes(&self) -> &[String];
    /// Sources, each once.
    fn sources(&self) -> &[Arc<Source>];
    /// As a picture.
    fn poster(&self, about: &About, format: Format) -> Poster;
    /// What it shows, as a table.
    fn shown<'a>(&'a self, data: &'a Dataset, about: &'a About) -> Sheet<'a>;
}

impl Leave for Chart {
    fn id(&self) -> &str {
        &self.id
    }

    fn finding(&self) -> &str {
        &self.title
    }

    fn notes(&self) -> &[String] {
        &self.notes
    }

    fn sources(&self) -> &[Arc<Source>] {
        &self.sources
    }

    fn poster(&self, about: &About, format: Format) -> Poster {
        Poster::of_chart(self, about, format)
    }

    fn shown<'a>(&'a self, data: &'a Dataset, about: &'a About) -> Sheet<'a> {
        Sheet::shown(data, self, about)
    }
}

impl Leave for MapFigure {
    fn id(&self) -> &str {
        &self.id
    }

    fn kind(&self) -> &'static str {
        "-ban-do"
    }

    fn finding(&self) -> &str {
        &self.title
    }

    fn notes(&self) -> &[String] {
        &self.notes
    }

    fn sources(&self) -> &[Arc<Source>] {
        &self.sources
    }

    fn poster(&self, about: &About, format: Format) -> Poster {
        Poster::of_map(self, about, format)
    }

    fn shown<'a>(&'a self, data: &'a Dataset, about: &'a About) -> Sheet<'a> {
        Sheet::mapped(data, self, about)
    }
}
