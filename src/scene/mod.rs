//! A picture as typed marks, free of colours and of the browser.
//!
//! A figure draws a `Scene` once; the live chart, the prerendered page, the download and the snapshot all come
//! from it, through the one tree of `svg`. What a mark *is* stands in its role; how it looks is the style sheet's.

pub mod dress;
pub mod metrics;
pub mod palette;
pub mod recorder;
pub mod sun;
pub mod svg;

/// A finished picture. Units are CSS pixels at natural size; `viewBox` scales it.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// Prefix of the ids inside; unique on a page.
    pub id: String,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// Accessible name: the finding.
    pub name: String,
    /// Accessible description: the summary in words.
    pub description: String,
    /// How a reader goes from datum to datum.
    pub reading: Reading,
    /// Marks, from back to front.
    pub marks: Vec<Mark>,
    /// Where each datum stands, for pointer and keyboard; by series, then in reading order.
    pub hits: Vec<Hit>,
}

/// One mark.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// What it is.
    pub role: Role,
    /// Which tone of the palette (or which class of a map), from 0.
    pub tone: u8,
    /// Which series, from 0.
    pub series: u16,
    /// Which datum of the series, from 0.
    pub datum: u32,
    /// `data-…` and `aria-…` attributes.
    pub attrs: Vec<(&'static str, String)>,
    /// Its geometry.
    pub shape: Shape,
}

impl Mark {
    /// A mark without attributes.
    pub fn new(role: Role, tone: u8, shape: Shape) -> Self {
        Self { role, tone, series: 0, datum: 0, attrs: Vec::new(), shape }
    }

    /// Adds an attribute.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attrs.push((name, value.into()));
        self
    }
}

/// The geometry of a mark.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A path in SVG syntax.
    Path(String),
    /// A circle: centre and radius.
    Circle(f64, f64, f64),
    /// A rectangle: corner, width and height.
    Rect(f64, f64, f64, f64),
    /// A straight line.
    Line(f64, f64, f64, f64),
    /// A text.
    Text {
        /// Where.
        at: (f64, f64),
        /// The words.
        text: String,
        /// Font size.
        size: f64,
        /// Weight.
        weight: Weight,
        /// Which point of the text stands there.
        anchor: Anchor,
    },
    /// Marks that belong together.
    Group(Vec<Mark>),
}

/// Font weights that are shipped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// 400.
    Regular,
    /// 600.
    SemiBold,
    /// 800.
    Bold,
}

/// Horizontal anchor of a text; vertically it stands on its baseline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Its left end.
    Start,
    /// Its middle.
    Middle,
    /// Its right end.
    End,
}

/// How a picture is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// From left to right: sideways distance counts most.
    Time,
    /// From top to bottom, a row a datum.
    Rows,
    /// Every which way.
    Free,
}

/// Where a datum stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// Series, from 0.
    pub series: usize,
    /// Datum in its series, from 0.
    pub datum: usize,
    /// Centre.
    pub x: f64,
    /// Centre.
    pub y: f64,
}

macro_rules! roles {
    ($($(#[$doc:meta])* $role:ident = $class:literal),+ $(,)?) => {
        /// What a mark is. The class in the style sheet has the same name.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Role { $($(#[$doc])* $role),+ }
        impl Role {
            /// Every role; its place is its number inside the recorder's colours.
            pub const ALL: &[Self] = &[$(Self::$role),+];
            /// The CSS class.
            pub fn class(self) -> &'static str {
                match self { $(Self::$role => $class),+ }
            }
        }
    };
}

roles!(
    /// A line of the grid.
    Grid = "m-grid",
    /// The line that bars stand on.
    Baseline = "m-baseline",
    /// A word on an axis.
    Tick = "m-tick",
    /// A line through a series.
    Line = "m-line",
    /// The area in which true values may lie.
    Band = "m-band",
    /// From the axis, or from another source, to a point.
    Stem = "m-stem",
    /// A row that is there to guide the eye.
    Row = "m-row",
    /// A value that helps to read the others.
    Reference = "m-ref",
    /// What a reference means.
    ReferenceLabel = "m-ref-label",
    /// A time when something happened.
    Moment = "m-moment",
    /// What happened then.
    MomentLabel = "m-moment-label",
    /// The head of a small picture, or of a group of rows.
    Head = "m-head",
    /// The name of a province beside its row.
    Name = "m-name",
    /// A point.
    Point = "m-point",
    /// A point that is not verified.
    Hollow = "m-hollow",
    /// A bar.
    Bar = "m-bar",
    /// A bar whose value is not verified.
    BarHollow = "m-bar-hollow",
    /// The sign of a series on its bar.
    BarKey = "m-bar-key",
    /// The sign of a series in a legend.
    Key = "m-key",
    /// The name of a series at its end.
    EndLabel = "m-end",
    /// A value beside its mark.
    Value = "m-value",
    /// The value that the title is about.
    BigValue = "m-big",
    /// A remark inside the picture.
    Remark = "m-remark",
    /// A province in a class of the map.
    Province = "m-province",
    /// A province without data.
    NoData = "m-no-data",
    /// A border between provinces.
    Border = "m-border",
    /// A border between regions, or of the country.
    Outline = "m-outline",
    /// An islet of the archipelagos.
    Islet = "m-islet",
    /// An islet whose unit has no data.
    IsletNoData = "m-islet-none",
    /// An archipelago: its islets and its name.
    Archipelago = "m-archipelago",
    /// A place of a local model.
    Model = "m-model",
    /// A place with its name, on top of a map.
    Layer = "m-layer",
    /// A place that a name on the map belongs to.
    Spot = "m-spot",
    /// The line from a place to its name.
    Leader = "m-leader",
    /// A word on the map.
    MapLabel = "m-map-label",
    /// The name of the sea.
    SeaLabel = "m-sea-label",
    /// A frame, as around an inset.
    Frame = "m-frame",
    /// The title of a picture that leaves the page.
    Heading = "m-heading",
    /// Small words around a picture that leaves the page.
    Caption = "m-caption",
    /// The sun of the page's mark.
    Sun = "m-sun",
    /// Ticks where the values of provinces stand.
    Strip = "m-strip",
    /// The middle of those values.
    Median = "m-median",
);

impl Role {
    /// The weight in which texts of this role are set.
    pub fn weight(self) -> Weight {
        match self {
            Self::BigValue | Self::Heading => Weight::Bold,
            Self::EndLabel | Self::Value | Self::Remark | Self::Head => Weight::SemiBold,
            _ => Weight::Regular,
        }
    }
}

impl Scene {
    /// The datum nearest to a point of the picture, by the way it is read.
    pub fn nearest(&self, x: f64, y: f64) -> Option<&Hit> {
        let (across, down) = match self.reading {
            Reading::Time => (1.0, 0.35),
            Reading::Rows => (0.05, 1.0),
            Reading::Free => (1.0, 1.0),
        };
        let far = |hit: &Hit| across * (hit.x - x).abs() + down * (hit.y - y).abs();
        self.hits.iter().min_by(|a, b| far(a).total_cmp(&far(b)))
    }

    /// Where a datum stands.
    pub fn hit(&self, series: usize, datum: usize) -> Option<&Hit> {
        self.hits.iter().find(|h| h.series == series && h.datum == datum)
    }
}
