//! The archipelagos in frames at the corner of the sheet: where the view has left them, they are still there.

use super::map_lens::{Area, Lens};
use super::map_sheet::{Placed, Sheet, quarter};
use crate::data::{Level, UnitCode};
use crate::geo::{Geometry, LonLat, Projection};

/// From the frames to the edges of the sheet, and between them.
const EDGE: f64 = 6.0;

/// Both, one above the other at the lower right: the last place where somebody looks for land.
pub(super) fn insets(geometry: &Geometry, level: Level, (width, height): (f64, f64)) -> Vec<Placed> {
    let large = if width > 500.0 { 1.35 } else { 1.0 };
    let plans: [((f64, f64), Projection); 2] = [
        ((126.0, 94.0), Projection { scale: 36.0 * large, west: 110.15, north: 17.4 }),
        ((126.0, 86.0), Projection { scale: 13.5 * large, west: 108.9, north: 11.85 }),
    ];
    let mut bottom = height - EDGE;
    // From below: the one that lies further south.
    let placed = geometry.archipelagos.iter().zip(plans).rev().filter_map(|(group, ((w, h), projection))| {
        let (w, h) = (w * large, h * large);
        let (x, y) = (width - EDGE - w, bottom - h);
        bottom = y - EDGE;
        let place = |at: LonLat| {
            let (right, down) = projection.place(at);
            (quarter(x + right), quarter(y + down))
        };
        Some(Placed {
            group: group.group,
            code: geometry.at_level(group.code, level)?,
            frame: Some((x, y, w, h)),
            islets: group.islets.iter().map(|islet| place(islet.at)).collect(),
            name: (x + w / 2.0, y + h - 20.0),
        })
    });
    let mut all: Vec<Placed> = placed.collect();
    all.reverse();
    all
}

impl Sheet {
    /// What the frames take of a close view: the right of a wide picture, the bottom of a narrow one. Above the upper
    /// one stands the name of the sea.
    pub(super) fn taken(&self) -> (f64, f64) {
        let Some((x, y, ..)) = self.insets.first().and_then(|placed| placed.frame) else { return (0.0, 0.0) };
        if self.size.is_wide() { (self.width - x + EDGE, 0.0) } else { (0.0, self.height - y + 22.0) }
    }

    /// The unit whose archipelago stands framed at a point of the frame, where the view has come close.
    pub(super) fn inset_at(&self, seen: (f64, f64), lens: Lens) -> Option<UnitCode> {
        let framed = self.insets.iter().filter(|_| !lens.is_whole());
        let mut framed = framed.filter(|placed| placed.frame.is_some_and(|frame| holds(frame, seen)));
        framed.next().map(|placed| placed.code)
    }
}

pub(super) fn holds((left, top, w, h): Area, (x, y): (f64, f64)) -> bool {
    (left..=left + w).contains(&x) && (top..=top + h).contains(&y)
}
