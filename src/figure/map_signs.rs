//! What stands on the map at one size however close one comes: islets, names, the archipelagos, the name of the sea.

use super::map::MapFigure;
use super::map_draw::word;
use super::map_inset::holds;
use super::map_lens::{Area, Lens};
use super::map_sheet::{Sheet, quarter};
use crate::scene::metrics;
use crate::scene::{Anchor, Mark, Role};

impl MapFigure {
    /// The signs, drawn at natural size in the frame of the picture.
    pub fn signs(&self, sheet: &Sheet, lens: Lens) -> Vec<Mark> {
        let mut marks = Vec::with_capacity(40);
        if !lens.is_whole() {
            self.close_signs(sheet, lens, &mut marks);
            marks.extend(self.model_marks(sheet, lens));
            return marks;
        }
        let zones = sheet.zones.iter().map(|(code, at)| self.islet(*code, *at));
        marks.extend(zones.map(|mark| mark.with("aria-hidden", "true")));
        marks.extend(sheet.archipelagos.iter().map(|a| self.archipelago(a, sheet)));
        marks.extend(self.names(sheet));
        marks.extend(self.model_marks(sheet, lens));
        marks
    }

    /// Close up every province has its name, as far as there is room; the archipelagos stand in their frames.
    fn close_signs(&self, sheet: &Sheet, lens: Lens, marks: &mut Vec<Mark>) {
        let frame = (0.0, 0.0, sheet.width, sheet.height);
        let framed: Vec<_> = sheet.insets.iter().filter_map(|placed| placed.frame).collect();
        let free = |at| holds(frame, at) && !framed.iter().any(|inset| holds(*inset, at));
        for (code, at) in &sheet.zones {
            let (x, y) = lens.place(*at);
            if free((x, y)) {
                marks.push(self.islet(*code, (quarter(x), quarter(y))).with("aria-hidden", "true"));
            }
        }
        let size = if sheet.size.is_wide() { 14.0 } else { 12.0 };
        let mut taken: Vec<Area> = framed.clone();
        for (outline, unit) in sheet.units.iter().filter_map(|o| Some((o, self.get(o.code)?))) {
            let (x, y) = lens.place(outline.label);
            let long = metrics::width(&unit.name, size, Role::MapLabel.weight());
            let room = outline.core.2.min(outline.core.3 * 2.0) * lens.times();
            let own = (x - long / 2.0, y - size * 0.7, long, size * 1.4);
            let whole =
                own.0 > 2.0 && own.0 + long < sheet.width - 2.0 && own.1 > 2.0 && y + size < sheet.height;
            if long <= room && whole && !taken.iter().any(|other| overlap(*other, own)) {
                taken.push(own);
                let at = (quarter(x), quarter(y + size * 0.35));
                marks.push(
                    word(Role::MapLabel, at, &unit.name, size, Anchor::Middle).with("aria-hidden", "true"),
                );
            }
        }
        marks.extend(sheet.insets.iter().map(|placed| self.archipelago(placed, sheet)));
        if let Some((x, y, w, _)) = framed.first() {
            let sea = self.locale.messages().map.sea;
            let label = word(Role::SeaLabel, (x + w / 2.0, y - 8.0), sea, 12.0, Anchor::Middle);
            marks.push(label.with("aria-hidden", "true"));
        }
    }
}

fn overlap((ax, ay, aw, ah): Area, (bx, by, bw, bh): Area) -> bool {
    ax < bx + bw && bx < ax + aw && ay < by + bh && by < ay + ah
}
