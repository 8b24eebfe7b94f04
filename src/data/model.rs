//! The dataset as the rest of the code sees it. Built only by `check`, so nothing in it can be wrong.
use super::code::{Code34, Code63};
use crate::text::{Date, Text};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Everything the page knows, checked.
#[derive(Debug)]
pub struct Dataset {
    /// Day of the data, shown in the footer.
    pub as_of: Date,
    /// Sources, in the order of their files.
    pub sources: Vec<Arc<Source>>,
    /// Indicators, in the order of their themes.
    pub indicators: Vec<Indicator>,
    /// The 63 units, by code.
    pub provinces: Vec<Province>,
    /// The 34 units, by code.
    pub new_provinces: Vec<NewProvince>,
    /// Regions of the 63.
    pub regions63: Vec<Region>,
    /// Regions of the 34.
    pub regions34: Vec<Region>,
    /// Facts, in file order.
    pub facts: Vec<Fact>,
    /// Topics, in reading order; together they hold every fact once.
    pub topics: Vec<Topic>,
    /// Timeline, ascending.
    pub events: Vec<Event>,
}

/// Where a figure comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Id.
    pub id: String,
    /// Title of the page or report.
    pub title: Text,
    /// Publisher.
    pub publisher: Text,
    /// Address, if one is known.
    pub url: Option<String>,
    /// Publication date, if known.
    pub date: Option<Date>,
    /// Kind.
    pub kind: SourceKind,
    /// Terms of use, in short.
    pub licence: Text,
}

/// What kind of source it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SourceKind {
    /// One of the five articles the page started from.
    Article,
    /// A state body or international organisation.
    Official,
    /// A newspaper.
    Press,
    /// A data set.
    Dataset,
    /// Remembered, no page found.
    Recalled,
}

/// A quantity followed over time, for the country or for provinces.
#[derive(Clone, Debug)]
pub struct Indicator {
    /// Id, as in its address.
    pub id: String,
    /// Where it stands in lists.
    pub theme: Theme,
    /// One country or many provinces.
    pub scope: Scope,
    /// Kind of quantity.
    pub measure: Measure,
    /// Short noun phrase.
    pub name: Text,
    /// Words after a number.
    pub unit: Text,
    /// Digits after the decimal mark.
    pub decimals: usize,
    /// Which direction is better.
    pub better: Better,
    /// What it is, who measures it, how often.
    pub definition: Text,
    /// How it is drawn.
    pub figure: FigureKind,
    /// The finding, with holes that the data fill; every national indicator has one.
    pub finding: Option<Text>,
    /// Series, at least one, each with at least one point. Provincial: exactly one.
    pub series: Vec<Series>,
    /// Cautions.
    pub notes: Vec<Text>,
    /// Years with a map, ascending; empty for national ones.
    pub years: Vec<i16>,
    /// How map classes are made; only for provincial ones.
    pub classes: Option<Classes>,
    /// Terms of use.
    pub licence: Text,
}

/// Observations that may be joined by a line.
#[derive(Clone, Debug)]
pub struct Series {
    /// Kebab-case id.
    pub id: String,
    /// Name in a legend.
    pub name: Text,
    /// National: ascending by date. Provincial: by code, then year.
    pub points: Vec<Point>,
}

/// One observation.
#[derive(Clone, Debug)]
pub struct Point {
    /// Date or year.
    pub date: Date,
    /// What to show instead of the bare date ("9 tháng 2024").
    pub period: Option<Text>,
    /// The province, for provincial indicators.
    pub place: Option<Code63>,
    /// The value, finite.
    pub value: f64,
    /// For ranks: how many were ranked.
    pub out_of: Option<u16>,
    /// Where it comes from.
    pub source: Arc<Source>,
    /// How far it may be trusted.
    pub status: Status,
    /// A note.
    pub note: Option<Text>,
    /// The quotation or table cell it rests on.
    pub evidence: Option<String>,
}

/// One of the 63 units until 30 June 2025.
#[derive(Clone, Debug)]
pub struct Province {
    /// Code among the 63.
    pub code: Code63,
    /// Name.
    pub name: Text,
    /// City or province.
    pub kind: ProvinceKind,
    /// Region slug (of `regions63`).
    pub region: String,
    /// Other spellings, for search.
    pub aliases: Vec<String>,
    /// Longitude and latitude of the label.
    pub label: (f64, f64),
    /// The unit of today.
    pub code34: Code34,
}

/// One of the 34 units since 1 July 2025.
#[derive(Clone, Debug)]
pub struct NewProvince {
    /// Code among the 34.
    pub code: Code34,
    /// Name.
    pub name: Text,
    /// City or province.
    pub kind: ProvinceKind,
    /// Region slug (of `regions34`).
    pub region: String,
    /// The old units it was made of, one or more.
    pub members: Vec<Code63>,
    /// Where the seat is.
    pub centre: String,
    /// Area in km².
    pub area_km2: f64,
    /// Population at the merger.
    pub population: u32,
    /// Source of area and population.
    pub source: Arc<Source>,
}

/// A socio-economic region.
#[derive(Clone, Debug)]
pub struct Region {
    /// Slug.
    pub id: String,
    /// Name.
    pub name: Text,
}

/// A fact with its quotation.
#[derive(Clone, Debug)]
pub struct Fact {
    /// Id.
    pub id: String,
    /// Category.
    pub category: Category,
    /// Name.
    pub label: Text,
    /// What a reader reads.
    pub value: Text,
    /// The bare number with its unit.
    pub number: Option<(f64, Text)>,
    /// Members of a list.
    pub items: Vec<Text>,
    /// The date it holds for.
    pub as_of: Date,
    /// Source.
    pub source: Arc<Source>,
    /// Quotation and translation.
    pub quote: Text,
    /// Caution.
    pub note: Option<Text>,
}

/// A group of facts.
#[derive(Clone, Debug)]
pub struct Topic {
    /// Id.
    pub id: String,
    /// Title.
    pub title: Text,
    /// Lead.
    pub lead: Text,
    /// Fact ids; each exists and belongs to this topic only.
    pub facts: Vec<String>,
}

/// An entry of the timeline.
#[derive(Clone, Debug)]
pub struct Event {
    /// Id.
    pub id: String,
    /// When.
    pub date: Date,
    /// Kind.
    pub kind: EventKind,
    /// Title.
    pub title: Text,
    /// What happened.
    pub text: Text,
    /// Related facts; each exists.
    pub facts: Vec<String>,
    /// Source.
    pub source: Arc<Source>,
}

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum $name { $($(#[$vdoc])* $variant),+ }
        impl $name {
            /// Every variant, in order.
            pub const ALL: &[Self] = &[$(Self::$variant),+];
        }
    };
}

words!(
    /// The themes, in the order of lists.
    Theme {
        /// International ranks.
        International,
        /// Internet and telephones.
        Connectivity,
        /// Digital economy.
        Economy,
        /// Community digital teams.
        Community,
        /// Digital transformation index.
        Index,
        /// Provinces: digital.
        ProvinceDigital,
        /// Provinces: context.
        ProvinceContext,
    }
);
words!(
    /// One country or many provinces.
    Scope {
        /// The country.
        National,
        /// The 63 units.
        Provincial,
    }
);
words!(
    /// The kind of quantity.
    Measure {
        /// A place in an order; 1 is best.
        Rank,
        /// A percentage.
        Share,
        /// So many per so many.
        Rate,
        /// A count.
        Count,
        /// Money.
        Money,
        /// A score on a scale.
        Score,
        /// Yes (1) or no (0).
        Flag,
    }
);
words!(
    /// Which direction is better.
    Better {
        /// Smaller numbers.
        Lower,
        /// Larger numbers.
        Higher,
        /// Neither.
        None,
    }
);
words!(
    /// How an indicator is drawn.
    FigureKind {
        /// Lines on an inverted rank axis.
        RankLine,
        /// Lines.
        Line,
        /// Bars by date.
        Bars,
        /// A province map.
        Map,
    }
);
words!(
    /// How the classes of a map are made.
    Classes {
        /// Natural breaks.
        Natural,
        /// Equal groups of ranks.
        Rank,
        /// Yes or no.
        Flag,
    }
);
words!(
    /// City under the central government, or province.
    ProvinceKind {
        /// Thành phố trực thuộc trung ương.
        City,
        /// Tỉnh.
        Province,
    }
);
words!(
    /// The kind of a fact.
    Category {
        /// A number.
        Figure,
        /// A date or event.
        Milestone,
        /// A list.
        List,
        /// A principle.
        Principle,
        /// Words of a person.
        Quote,
        /// A definition.
        Definition,
    }
);
words!(
    /// The kind of an event.
    EventKind {
        /// A decision of the state.
        Decision,
        /// An edition of the Day.
        Day,
        /// A milestone.
        Milestone,
        /// An international ranking.
        Ranking,
        /// A reform of the administrative map.
        Reform,
    }
);

/// How far a point may be trusted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Read in a source.
    #[default]
    Verified,
    /// Follows from the words of a source by arithmetic.
    Derived,
    /// Remembered, or only the site is known: drawn hollow.
    Unverified,
}

impl Status {
    /// For serde: the default is left out of the bundle.
    #[allow(clippy::trivially_copy_pass_by_ref)]
    pub fn is_verified(&self) -> bool {
        *self == Self::Verified
    }
}
