//! A picture that leaves the page: the chart or map as it is drawn everywhere, and around it what a reader elsewhere
//! needs: the finding, the unit, what hollow marks mean, sources, dates, terms and where it comes from.

use super::about::{About, source_line};
use super::map::MapFigure;
use super::poster_words::{Entry, Pen};
use super::{Chart, Heads, Size};
use crate::data::{Source, Status};
use crate::scene::dress::{self, Scheme};
use crate::scene::svg::{Node, Tag, content, document, num};
use crate::scene::{Mark, Reading, Role, Scene, Shape, sun};
use crate::text::{Locale, fill};
use std::fmt::Write as _;
use std::sync::Arc;

/// The shape of a poster.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// The picture at its natural size.
    Natural,
    /// A square for social media, 1080 on each side.
    Square,
}

/// Inner and outer side of a square: its words are set for the inner one.
const SQUARE: (f64, f64) = (600.0, 1080.0);
const MARGIN: f64 = 32.0;
/// How wide a chart is drawn for a square: its letters come out a little smaller than the words around it. Where names
/// would be cut, it is drawn wider.
const FIRST_WIDTH: u16 = 560;
const NEXT_WIDTHS: [u16; 2] = [640, 720];

/// A picture ready to leave.
#[derive(Clone, Debug)]
pub struct Poster {
    /// Language.
    pub locale: Locale,
    /// Inner width and height.
    pub size: (f64, f64),
    /// Width and height in pixels of the world.
    pub shown: (f64, f64),
    /// The words and lines around the picture.
    pub frame: Scene,
    /// The chart or map, as it is drawn elsewhere.
    pub picture: Scene,
    /// Where its corner is.
    pub at: (f64, f64),
    /// How much larger it is than drawn.
    pub scale: f64,
    /// Sources, terms and dates in plain words.
    pub metadata: String,
    /// Where the sun of the mark stands, and its size.
    sun: (f64, f64, f64),
}

/// What stands around a picture.
struct Leaf<'a> {
    about: &'a About,
    title: &'a str,
    description: &'a str,
    subtitle: &'a str,
    key: String,
    legend: Vec<Entry>,
    credits: Vec<String>,
    sources: &'a [Arc<Source>],
}

impl Poster {
    /// Of a chart.
    pub fn of_chart(chart: &Chart, about: &About, format: Format) -> Self {
        Self::of_drawn(chart, about, format, Chart::draw)
    }

    /// Of a chart that is drawn in one of few ways.
    pub fn of_drawn(chart: &Chart, about: &About, format: Format, draw: fn(&Chart, Size) -> Scene) -> Self {
        let t = &chart.locale.messages().take;
        let picture = match format {
            Format::Natural => draw(chart, Size::Wide),
            Format::Square => for_square(|size| draw(chart, size)),
        };
        let before =
            (chart.heads == Heads::Places).then_some(chart.locale.messages().map.before_merger).into_iter();
        let latest = (!chart.latest.is_empty()).then(|| fill(t.newest, &[("when", &chart.latest)]));
        let leaf = Leaf {
            about,
            title: &chart.title,
            description: &chart.summary,
            subtitle: &chart.subtitle,
            key: before.chain(chart.key.iter().map(String::as_str)).collect::<Vec<_>>().join(" "),
            legend: names(chart, &picture),
            credits: vec![
                source_line(&chart.sources, chart.locale),
                latest.into_iter().chain([dated(about)]).collect::<Vec<_>>().join(" "),
            ],
            sources: &chart.sources,
        };
        leaf.around(picture, format)
    }

    /// Of a map.
    pub fn of_map(map: &MapFigure, about: &About, format: Format) -> Self {
        let t = &map.locale.messages().map;
        let doubtful = map.values().any(|(_, v)| v.status == Status::Unverified);
        let picture = match format {
            Format::Natural => map.draw(Size::Wide),
            Format::Square => map.draw(Size::Narrow),
        };
        let counted = |label: &str, n: usize| format!("{label} ({n})");
        let mut legend: Vec<Entry> = (map.classes.iter().rev())
            .map(|c| Entry { role: Role::Province, tone: c.tone, label: counted(&c.label, c.count) })
            .collect();
        let missing = map.units.len() - map.count;
        if missing > 0 {
            legend.push(Entry { role: Role::NoData, tone: 0, label: counted(map.nothing(), missing) });
        }
        let boundary = format!("{}OpenStreetMap{}.", t.boundary, t.boundary_end);
        let mut key = map.standing().to_owned();
        if doubtful {
            key.push(' ');
            key.push_str(map.locale.messages().figure.unverified);
            key.push('.');
        }
        let leaf = Leaf {
            about,
            title: &map.title,
            description: &map.summary.join(" "),
            subtitle: &map.subtitle,
            key,
            legend,
            credits: vec![
                source_line(&map.sources, map.locale),
                format!("{} {boundary} {}", dated(about), t.illustrative),
            ],
            sources: &map.sources,
        };
        leaf.around(picture, format)
    }

    /// As a file that follows the reader's light or dark screen.
    pub fn svg(&self) -> String {
        self.write(None)
    }

    /// As a file in one scheme.
    pub fn svg_in(&self, scheme: Scheme) -> String {
        self.write(Some(scheme))
    }

    fn write(&self, scheme: Option<Scheme>) -> String {
        let mut body = content(&self.frame);
        let (x, y) = self.at;
        let mut place = format!("translate({} {})", num(x), num(y));
        if (self.scale - 1.0).abs() > 1e-9 {
            let _ = write!(place, " scale({})", num(self.scale));
        }
        let mut picture =
            Node::new(Tag::G, vec![("data-picture", self.picture.id.clone()), ("transform", place)]);
        picture.children = content(&self.picture);
        body.push(picture);
        let (x, y, size) = self.sun;
        let place = format!("translate({} {}) scale({})", num(x), num(y), num(size / 60.0));
        let ray =
            vec![("class", Role::Sun.class().to_owned()), ("transform", place), ("d", sun::MARK.to_owned())];
        body.push(Node::new(Tag::Path, ray));
        let mut used = vec!["m-paper"];
        for node in &body {
            node.classes(&mut used);
        }
        let style = scheme.map_or_else(|| dress::adaptive(&used), |scheme| dress::flat_for(scheme, &used));
        let head = [
            ("title", self.picture.name.as_str()),
            ("desc", &self.picture.description),
            ("metadata", &self.metadata),
            ("style", &style),
        ];
        document(self.size, self.shown, Some(self.locale.tag()), &head, &body)
    }
}

impl Leaf<'_> {
    fn around(&self, picture: Scene, format: Format) -> Poster {
        let metadata = self.metadata();
        let mut poster = match format {
            Format::Natural => self.natural(picture),
            Format::Square if is_tall(&picture) => self.beside(picture),
            Format::Square => self.above(picture),
        };
        poster.metadata = metadata;
        poster
    }

    /// Title, picture, sources, one under the other, as high as it must be.
    fn natural(&self, picture: Scene) -> Poster {
        let room = picture.width;
        let mut pen = Pen::new((MARGIN, MARGIN - 6.0), room);
        self.head(&mut pen, 28.0, 16.0);
        self.row_of_names(&mut pen, 14.0);
        pen.gap(14.0);
        let at = (MARGIN, pen.at.1);
        pen.gap(picture.height + 14.0);
        let sun = self.foot(&mut pen, 14.0);
        let size = (room + 2.0 * MARGIN, (pen.at.1 + MARGIN - 10.0).round());
        self.poster(pen, picture, size, size, at, 1.0, sun)
    }

    /// The same in a square: words of fixed size, the picture in what room they leave.
    fn above(&self, picture: Scene) -> Poster {
        let (side, shown) = SQUARE;
        let room = side - 2.0 * MARGIN;
        let mut foot = Pen::new((MARGIN, 0.0), room);
        let sun = self.foot(&mut foot, 13.0);
        let low = side - MARGIN + 8.0 - foot.at.1;
        let mut pen = Pen::new((MARGIN, MARGIN - 6.0), room);
        let title = pen.fitting(self.title, 30.0, 4);
        self.head(&mut pen, title, 15.0);
        self.row_of_names(&mut pen, 14.0);
        pen.gap(10.0);
        let (at, scale) = fit(&picture, (MARGIN, pen.at.1, room, low - 6.0 - pen.at.1));
        pen.take(foot, low);
        self.poster(pen, picture, (side, side), (shown, shown), at, scale, (sun.0, sun.1 + low, sun.2))
    }

    /// A tall picture in a square has its words beside it.
    fn beside(&self, picture: Scene) -> Poster {
        let (side, shown) = SQUARE;
        let high = side - 2.0 * MARGIN;
        let scale = fit(&picture, (0.0, 0.0, side * 0.55, high)).1;
        let left = side - MARGIN - picture.width * scale;
        let room = left - MARGIN - 18.0;
        let mut foot = Pen::new((MARGIN, 0.0), room);
        let sun = self.foot(&mut foot, 10.5);
        let low = side - MARGIN + 8.0 - foot.at.1;
        let mut pen = Pen::new((MARGIN, MARGIN - 4.0), room);
        let title = pen.fitting(self.title, 25.0, 7);
        self.head(&mut pen, title, 13.0);
        pen.gap(6.0);
        pen.list(&self.legend, 12.5);
        pen.take(foot, low);
        let at = (left, (side - picture.height * scale) / 2.0);
        self.poster(pen, picture, (side, side), (shown, shown), at, scale, (sun.0, sun.1 + low, sun.2))
    }

    fn head(&self, pen: &mut Pen, title: f64, small: f64) {
        pen.balanced(Role::Heading, self.title, title, 1.2);
        pen.gap(6.0);
        pen.words(Role::Remark, self.subtitle, small, 1.4);
        pen.words(Role::Caption, &self.key, small - 1.0, 1.4);
    }

    fn row_of_names(&self, pen: &mut Pen, size: f64) {
        if !self.legend.is_empty() {
            pen.gap(10.0);
            pen.row(&self.legend, size);
        }
    }

    /// A rule, the credits, and the mark with the address; gives the place of the sun.
    fn foot(&self, pen: &mut Pen, size: f64) -> (f64, f64, f64) {
        let (x, y) = pen.at;
        pen.marks.push(Mark::new(Role::Grid, 0, Shape::Line(x, y, x + pen.room, y)));
        pen.gap(6.0);
        for credit in &self.credits {
            pen.words(Role::Caption, credit, size, 1.4);
        }
        let terms = self.about.locale.messages().take.licence;
        pen.words(Role::Caption, &fill(terms, &[("licence", &self.about.licence)]), size, 1.4);
        pen.gap(size * 0.5);
        let sun = (x + size * 0.7, pen.at.1 + size * 0.75, size * 1.5);
        pen.signed(
            self.about.locale.messages().site.name,
            &format!("/{}", self.about.page),
            size,
            size * 1.4 + 6.0,
        );
        sun
    }

    #[allow(clippy::too_many_arguments)] // one literal, three callers
    fn poster(
        &self,
        pen: Pen,
        picture: Scene,
        size: (f64, f64),
        shown: (f64, f64),
        at: (f64, f64),
        scale: f64,
        sun: (f64, f64, f64),
    ) -> Poster {
        let frame = Scene {
            id: format!("{}-poster", picture.id),
            width: size.0,
            height: size.1,
            name: self.title.into(),
            description: self.description.into(),
            reading: Reading::Free,
            marks: pen.marks,
            hits: Vec::new(),
        };
        let quarter = |v: f64| (v * 4.0).round() / 4.0;
        let at = (quarter(at.0), quarter(at.1));
        let (locale, metadata) = (self.about.locale, String::new());
        Poster { locale, size, shown, frame, picture, at, scale, metadata, sun }
    }

    /// Every source with its address and terms, and whose work this is.
    fn metadata(&self) -> String {
        let locale = self.about.locale;
        let mut out = String::new();
        for source in self.sources {
            let (title, publisher) = (source.title.get(locale), source.publisher.get(locale));
            let _ = write!(out, "\n{publisher}: {title}");
            for part in [source.date.map(|d| d.format(locale)), source.url.clone()].into_iter().flatten() {
                let _ = write!(out, ", {part}");
            }
            let _ = write!(out, " ({})", source.licence.get(locale));
        }
        let m = locale.messages();
        let terms = fill(m.take.licence, &[("licence", &self.about.licence)]);
        let _ = write!(out, "\n{terms} {}\n{}: /{}\n", dated(self.about), m.site.name, self.about.page);
        out
    }
}

fn dated(about: &About) -> String {
    fill(about.locale.messages().take.data_of, &[("date", &about.as_of.format(about.locale))])
}

/// The names of series that the picture itself does not hold.
fn names(chart: &Chart, picture: &Scene) -> Vec<Entry> {
    let said = |name: &str| {
        let is = |m: &Mark| matches!(&m.shape, Shape::Text { text, .. } if text.contains(name));
        picture.marks.iter().any(|m| match &m.shape {
            Shape::Group(inner) => inner.iter().any(is),
            _ => is(m),
        })
    };
    let missing = chart.series.iter().filter(|s| !s.name.is_empty() && !said(&s.name));
    missing.map(|s| Entry { role: Role::Key, tone: s.tone, label: s.name.clone() }).collect()
}

/// A chart drawn anew for a square: a little wider than its room where names would be cut otherwise.
fn for_square(draw: impl Fn(Size) -> Scene) -> Scene {
    let cut = |scene: &Scene| {
        scene.marks.iter().any(|m| matches!(&m.shape, Shape::Text { text, .. } if text.ends_with('…')))
    };
    let scene = draw(Size::Px(FIRST_WIDTH));
    if !cut(&scene) || is_tall(&scene) {
        return scene;
    }
    NEXT_WIDTHS.into_iter().map(|width| draw(Size::Px(width))).find(|scene| !cut(scene)).unwrap_or(scene)
}

/// Whether a picture has its words beside it in a square.
fn is_tall(picture: &Scene) -> bool {
    picture.height > picture.width * 1.3
}

/// The largest place for a picture in a room: its corner and how much larger it is than drawn.
pub(super) fn fit(picture: &Scene, (x, y, width, height): (f64, f64, f64, f64)) -> ((f64, f64), f64) {
    let scale = (width / picture.width).min(height / picture.height).max(0.05);
    // What is written has two decimals.
    let scale = (scale * 100.0).floor() / 100.0;
    let over = |room: f64, size: f64| (room - size * scale).max(0.0) / 2.0;
    ((x + over(width, picture.width), y + over(height, picture.height)), scale)
}
