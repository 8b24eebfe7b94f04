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
        self.small()
    }

    /// The size of words that stand back; never so small that they cannot be read on a phone.
    pub(super) fn small(&self) -> f64 {
        (self.font - 2.0).max(12.0)
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
    let lines = wrap(chart.nothing(), frame.font, Role::Remark, frame.width - 16.0);
    let step = frame.font * 1.5;
    frame.height = 96.0 + step * lines.len() as f64;
    let at = |i: usize| (frame.width / 2.0, 48.0 + step * (i as f64 + 0.7));
    let marks = lines.iter().enumerate();
    let marks = marks.map(|(i, line)| text(Role::Remark, 0, at(i), line, frame.font, Anchor::Middle));
    scene(chart, size, &frame, marks.collect())
}

/// Words in as many lines as they need.
pub(super) fn wrap(words: &str, size: f64, role: Role, room: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split(' ') {
        match lines.last_mut() {
            Some(line) if metrics::width(&format!("{line} {word}"), size, role.weight()) <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
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
