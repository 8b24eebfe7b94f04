//! Signs that go with words, never instead of them.

use crate::scene::svg::Tag;
use crate::ui::components::el::{El, shape};

/// A sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    Check,
    Cross,
    Question,
    Flag,
    Up,
    Down,
}

/// Draws a sign as large as the text around it.
pub(super) fn icon(sign: Sign) -> El {
    let path = match sign {
        Sign::Check => "M4 12.5l5 5L20 6.5",
        Sign::Cross => "M6 6l12 12M18 6L6 18",
        Sign::Question => "M8 9a4 4 0 1 1 5.6 3.7c-1 .5-1.6 1.2-1.6 2.3M12 19v.5",
        Sign::Flag => "M6 21V4h11l-2.5 4 2.5 4H6",
        Sign::Up => "M12 20V5M5 12l7-7 7 7",
        Sign::Down => "M12 4v15M5 12l7 7 7-7",
    };
    let svg = shape(
        Tag::Svg,
        &[
            ("class", "quiz-icon"),
            ("viewBox", "0 0 24 24"),
            ("width", "1em"),
            ("height", "1em"),
            ("fill", "none"),
            ("stroke", "currentColor"),
            ("stroke-width", "2.6"),
            ("stroke-linecap", "round"),
            ("stroke-linejoin", "round"),
            ("aria-hidden", "true"),
        ],
    );
    svg.add(shape(Tag::Path, &[("d", path)]))
}
