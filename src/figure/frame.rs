//! How large a picture is and how large its letters are; what a picture without data says.

use super::Chart;
use super::layout::text;
use crate::scene::{Anchor, Mark, Reading, Role, Scene, metrics};

/// The sizes in which charts are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// Beside text on a desk.
    Wide,
    /// On a phone.
    Narrow,
    /// So many pixels wide.
    Px(u16),
}

impl Size {
    /// The two sizes that pages hold.
    pub const ALL: [Self; 2] = [Self::Wide, Self::Narrow];

    /// Whether there is room beside the picture.
    pub fn is_wide(self) -> bool {
        match self {
            Self::Wide => true,
            Self::Narrow => false,
            Self::Px(width) => width >= 560,
        }
    }

    /// Word for ids and files.
    pub fn word(self) -> &'static str {
        match self {
            Self::Wide => "wide",
            Self::Narrow => "narrow",
            Self::Px(_) => "px",
        }
    }
}

/// A frame to draw in.
#[derive(Clone, Copy, Debug)]
pub(super) struct Frame {
    pub(super) width: f64,
    pub(super) height: f64,
    pub(super) font: f64,
    pub(super) point: f64,
    /// Whether there is room beside the picture.
    pub(super) wide: bool,
}

impl Frame {
    pub(super) fn of(size: Size) -> Self {
        match size {
            Size::Wide => Self { width: 800.0, height: 420.0, font: 16.0, point: 5.0, wide: true },
            Size::Narrow => Self { width: 328.0, height: 330.0, font: 15.0, point: 4.0, wide: false },
            Size::Px(width) if width < 560 => {
                let width = f64::from(width.max(280));
                Self { width, height: (width * 0.9).max(320.0).round(), font: 15.0, point: 4.0, wide: false }
            }
            Size::Px(width) => {
                let width = f64::from(width);
                let height = (width * 0.525).clamp(330.0, 560.0).round();
                Self { width, height, font: 16.0, point: 5.0, wide: true }
            }
        }
    }

    /// The size of axis words.
    pub(super) fn tick(&self) -> f64 {
        self.font - 2.0
    }
}

/// A scene in a frame.
pub(super) fn scene(chart: &Chart, size: Size, frame: &Frame, marks: Vec<Mark>) -> Scene {
    Scene {
        id: format!("{}-{}", chart.id, size.word()),
        width: frame.width,
        height: frame.height,
        name: chart.title.clone(),
        description: chart.summary.clone(),
        reading: Reading::Time,
        marks,
        hits: Vec::new(),
    }
}

/// A picture of nothing says so.
pub(super) fn empty(chart: &Chart, size: Size) -> Scene {
    let mut frame = Frame::of(size);
    frame.height = 120.0;
    let words = chart.locale.messages().figure.nothing;
    let font = fitting(words, frame.font, frame.width - 16.0);
    let mark = text(Role::Remark, 0, (frame.width / 2.0, 64.0), words, font, Anchor::Middle);
    scene(chart, size, &frame, vec![mark])
}

/// The largest letters, down to 12, in which a line fits.
pub(super) fn fitting(words: &str, font: f64, room: f64) -> f64 {
    let mut size = font;
    while size > 12.0 && metrics::width(words, size, Role::Remark.weight()) > room {
        size -= 0.5;
    }
    size
}

/// A line cut to the room there is, with a mark of omission.
pub(super) fn cut(words: &str, size: f64, role: Role, room: f64) -> String {
    if metrics::width(words, size, role.weight()) <= room {
        return words.to_owned();
    }
    let mut out = String::new();
    for c in words.chars() {
        let longer = format!("{out}{c}…");
        if metrics::width(&longer, size, role.weight()) > room {
            break;
        }
        out.push(c);
    }
    format!("{}…", out.trim_end())
}
