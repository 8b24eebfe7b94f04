//! The words around a picture that leaves the page: set line under line, never wider than their room.

use crate::scene::metrics::{balance, width, wrap};
use crate::scene::{Anchor, Mark, Role, Shape};

/// An entry of a legend.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    /// What its sample looks like.
    pub(super) role: Role,
    /// Its tone.
    pub(super) tone: u8,
    /// What it stands for.
    pub(super) label: String,
}

/// Sets words from a corner downwards.
pub(super) struct Pen {
    /// What has been set.
    pub(super) marks: Vec<Mark>,
    /// Left edge, and the upper edge of what comes next.
    pub(super) at: (f64, f64),
    /// How wide lines may be.
    pub(super) room: f64,
}

/// The most lines of one text: an absurdly long title must not push the picture off the page.
const MOST_LINES: usize = 9;

impl Pen {
    pub(super) fn new(at: (f64, f64), room: f64) -> Self {
        Self { marks: Vec::new(), at, room }
    }

    pub(super) fn gap(&mut self, height: f64) {
        self.at.1 += height;
    }

    /// Lines as long as they come.
    pub(super) fn words(&mut self, role: Role, text: &str, size: f64, line: f64) {
        self.lines(role, wrap(text, size, role.weight(), self.room), size, line);
    }

    /// Lines of about equal length.
    pub(super) fn balanced(&mut self, role: Role, text: &str, size: f64, line: f64) {
        self.lines(role, balance(text, size, role.weight(), self.room), size, line);
    }

    fn lines(&mut self, role: Role, mut lines: Vec<String>, size: f64, line: f64) {
        if lines.len() > MOST_LINES {
            lines.truncate(MOST_LINES);
            if let Some(last) = lines.last_mut() {
                omit(last, size, role, self.room);
            }
        }
        for words in lines {
            // Marks above capitals (Ế) need the room that the line height gives above the baseline.
            let base = self.at.1 + size * (0.5 + line * 0.5);
            let at = (self.at.0, base - size * 0.1);
            self.put(role, 0, at, &words, size);
            self.at.1 += size * line;
        }
    }

    fn put(&mut self, role: Role, tone: u8, at: (f64, f64), text: &str, size: f64) {
        let quarter = |v: f64| (v * 4.0).round() / 4.0;
        let at = (quarter(at.0), quarter(at.1));
        let shape = Shape::Text { at, text: text.into(), size, weight: role.weight(), anchor: Anchor::Start };
        self.marks.push(Mark::new(role, tone, shape));
    }

    /// The largest size, from `size` down, in which a title takes at most so many lines.
    pub(super) fn fitting(&self, title: &str, size: f64, most: usize) -> f64 {
        let fits = |s: f64| wrap(title, s, Role::Heading.weight(), self.room).len() <= most;
        let mut size = size;
        while size > 16.0 && !fits(size) {
            size -= 1.0;
        }
        size
    }

    /// Entries beside each other, in as many rows as they need.
    pub(super) fn row(&mut self, entries: &[Entry], size: f64) {
        let sample = size * 0.85;
        let mut x = 0.0;
        let line = size * 1.5;
        for entry in entries {
            let label = Self::clipped(&entry.label, size, self.room - sample - 6.0);
            let wide = sample + 6.0 + width(&label, size, Role::Caption.weight());
            if x > 0.0 && x + wide > self.room {
                x = 0.0;
                self.at.1 += line;
            }
            self.sample(entry, (self.at.0 + x, self.at.1 + (line - sample) / 2.0), sample);
            let base = self.at.1 + line / 2.0 + size * 0.36;
            self.put(Role::Caption, 0, (self.at.0 + x + sample + 6.0, base), &label, size);
            x += wide + 18.0;
        }
        self.at.1 += line;
    }

    /// Entries under each other.
    pub(super) fn list(&mut self, entries: &[Entry], size: f64) {
        for entry in entries {
            self.row(std::slice::from_ref(entry), size);
        }
    }

    fn clipped(label: &str, size: f64, room: f64) -> String {
        let mut lines = wrap(label, size, Role::Caption.weight(), room);
        lines.truncate(2);
        let more = lines.len() > 1;
        let mut first = lines.into_iter().next().unwrap_or_default();
        if more {
            omit(&mut first, size, Role::Caption, room);
        }
        first
    }

    fn sample(&mut self, entry: &Entry, (x, y): (f64, f64), side: f64) {
        let quarter = |v: f64| (v * 4.0).round() / 4.0;
        let shape = Shape::Rect(quarter(x), quarter(y), quarter(side), quarter(side));
        self.marks.push(Mark::new(entry.role, entry.tone, shape));
    }

    /// The name of the page in bold and its address behind, moved in to leave room for the mark; below each other
    /// where they do not fit side by side.
    pub(super) fn signed(&mut self, name: &str, address: &str, size: f64, inset: f64) {
        let base = self.at.1 + size * 1.1;
        let x = self.at.0 + inset;
        self.put(Role::Heading, 0, (x, base), name, size);
        let after = inset + width(name, size, Role::Heading.weight()) + size * 0.6;
        let wide = width(address, size, Role::Caption.weight());
        if after + wide <= self.room {
            self.put(Role::Caption, 0, (self.at.0 + after, base), address, size);
            self.at.1 += size * 1.6;
        } else {
            self.at.1 += size * 1.6;
            self.words(Role::Caption, address, size, 1.4);
        }
    }

    /// Adds what another pen has set, moved down.
    pub(super) fn take(&mut self, other: Self, down: f64) {
        for mut mark in other.marks {
            match &mut mark.shape {
                Shape::Text { at, .. } => at.1 += down,
                Shape::Rect(_, y, ..) => *y += down,
                Shape::Line(_, y1, _, y2) => {
                    *y1 += down;
                    *y2 += down;
                }
                _ => {}
            }
            self.marks.push(mark);
        }
    }
}

/// Ends a line with a mark of omission, inside its room.
fn omit(line: &mut String, size: f64, role: Role, room: f64) {
    line.push('…');
    while line.len() > '…'.len_utf8() && width(line, size, role.weight()) > room {
        line.pop();
        line.pop();
        line.push('…');
    }
}
