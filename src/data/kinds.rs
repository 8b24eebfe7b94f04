//! The closed lists of words that data files may use, as types.

#[cfg(not(target_arch = "wasm32"))]
use serde::{Deserialize, Serialize};

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(not(target_arch = "wasm32"), derive(Serialize, Deserialize), serde(rename_all = "kebab-case"))]
        pub enum $name { $($(#[$vdoc])* $variant),+ }
        impl $name {
            /// Every variant, in order.
            pub const ALL: &[Self] = &[$(Self::$variant),+];
        }
    };
}

words!(
    /// What kind of source it is.
    SourceKind {
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
);
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Serialize, Deserialize), serde(rename_all = "kebab-case"))]
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
    /// Every status, in order.
    pub const ALL: &[Self] = &[Self::Verified, Self::Derived, Self::Unverified];

    /// For serde: the default is left out of the bundle.
    #[allow(clippy::trivially_copy_pass_by_ref)]
    pub fn is_verified(&self) -> bool {
        *self == Self::Verified
    }
}
