//! What part of a sheet is in view: how many times it is enlarged, and where.

use crate::scene::svg::num;

/// A view through the frame of a picture. Lengths are those of the sheet at natural size; a share runs from 0 to 1
/// across the frame.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lens {
    left: f64,
    top: f64,
    times: f64,
}

/// The most it enlarges.
pub const MOST: f64 = 16.0;
/// What one press of a key or a button does.
pub const STEP: f64 = 1.6;
/// From here on the coarse shapes show their corners.
pub const FINE: f64 = 2.5;
/// Paper around what is fitted, as a share of the frame.
const MARGIN: f64 = 0.08;
/// How far the view may go beyond the sheet, as a share of itself: so the ends of the country can come to the middle.
const BEYOND: f64 = 0.4;

/// Corner, width and height.
pub type Area = (f64, f64, f64, f64);

impl Lens {
    /// All of the sheet.
    pub const WHOLE: Self = Self { left: 0.0, top: 0.0, times: 1.0 };

    /// How many times it enlarges.
    pub fn times(self) -> f64 {
        self.times
    }

    /// Whether all is in view.
    pub fn is_whole(self) -> bool {
        self.times <= 1.0
    }

    /// The point of the sheet under a point of the frame.
    pub fn point(self, share: (f64, f64), (width, height): (f64, f64)) -> (f64, f64) {
        (self.left + share.0 * width / self.times, self.top + share.1 * height / self.times)
    }

    /// Where in the frame, at natural size, a point of the sheet is seen.
    pub fn place(self, (x, y): (f64, f64)) -> (f64, f64) {
        ((x - self.left) * self.times, (y - self.top) * self.times)
    }

    /// Enlarged by a factor; what lies under `share` stays there.
    #[must_use]
    pub fn zoomed(self, by: f64, share: (f64, f64), extent: (f64, f64)) -> Self {
        let (x, y) = self.point(share, extent);
        let times = (self.times * by).clamp(1.0, MOST);
        let (left, top) = (x - share.0 * extent.0 / times, y - share.1 * extent.1 / times);
        Self { left, top, times }.inside(extent)
    }

    /// Moved along with a hand that went so far across the frame.
    #[must_use]
    pub fn dragged(self, (right, down): (f64, f64), extent: (f64, f64)) -> Self {
        let (left, top) =
            (self.left - right * extent.0 / self.times, self.top - down * extent.1 / self.times);
        Self { left, top, ..self }.inside(extent)
    }

    /// Fitted to an area of the sheet, with some paper around it; what stands at the right and at the bottom of the
    /// frame (`taken`) does not cover it.
    #[must_use]
    pub fn fitted((x, y, w, h): Area, extent: (f64, f64), taken: (f64, f64)) -> Self {
        let (wide, high) = (extent.0 - taken.0, extent.1 - taken.1);
        let room = 1.0 - 2.0 * MARGIN;
        let times = (wide * room / w.max(1.0)).min(high * room / h.max(1.0)).clamp(1.0, MOST);
        let half = (wide / times / 2.0, high / times / 2.0);
        Self { left: x + w / 2.0 - half.0, top: y + h / 2.0 - half.1, times }.inside(extent)
    }

    /// Moved just so far that a point of the sheet is well in view.
    #[must_use]
    pub fn showing(self, (x, y): (f64, f64), extent: (f64, f64)) -> Self {
        let keep = |from: f64, long: f64, at: f64| {
            let long = long / self.times;
            let edge = long * 0.15;
            from.max(at - long + edge).min(at - edge)
        };
        let (left, top) = (keep(self.left, extent.0, x), keep(self.top, extent.1, y));
        Self { left, top, ..self }.inside(extent)
    }

    /// As `viewBox`.
    pub fn view_box(self, (width, height): (f64, f64)) -> String {
        let [x, y, w, h] = [self.left, self.top, width / self.times, height / self.times].map(num);
        format!("{x} {y} {w} {h}")
    }

    /// Puts what is drawn at natural size in the frame back where the view box looks.
    pub fn upright(self) -> String {
        if self.is_whole() {
            return String::new();
        }
        // Four decimals: two would shift names by a pixel at the far end.
        let shrink = (1.0 / self.times * 10_000.0).round() as i64;
        format!("translate({} {}) scale(.{shrink:04})", num(self.left), num(self.top))
    }

    /// Never far beyond the sheet; what is no number is all of it.
    fn inside(self, (width, height): (f64, f64)) -> Self {
        let keep = |at: f64, long: f64| {
            let seen = long / self.times;
            let spare = seen * BEYOND * (1.0 - 1.0 / self.times);
            at.clamp(-spare, (long - seen + spare).max(-spare))
        };
        if !(self.left.is_finite() && self.top.is_finite() && self.times > 1.0 && self.times.is_finite()) {
            return Self::WHOLE;
        }
        Self { left: keep(self.left, width), top: keep(self.top, height), times: self.times }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHEET: (f64, f64) = (760.0, 900.0);

    fn near(a: (f64, f64), b: (f64, f64)) -> bool {
        (a.0 - b.0).abs() < 1e-9 && (a.1 - b.1).abs() < 1e-9
    }

    #[test]
    fn what_lies_under_the_hand_stays_there() {
        let share = (0.3, 0.6);
        let mut lens = Lens::WHOLE;
        for by in [1.6, 1.3, 2.0, 0.7] {
            let before = lens.point(share, SHEET);
            lens = lens.zoomed(by, share, SHEET);
            assert!(near(before, lens.point(share, SHEET)));
        }
        assert_eq!(lens.zoomed(0.01, share, SHEET), Lens::WHOLE);
        assert!((lens.zoomed(1e9, share, SHEET).times() - MOST).abs() < 1e-9);
    }

    #[test]
    fn it_never_loses_the_sheet() {
        let lens = Lens::WHOLE.zoomed(4.0, (0.5, 0.5), SHEET);
        for by in [(9.0, 9.0), (-9.0, -9.0), (9.0, -9.0)] {
            let moved = lens.dragged(by, SHEET);
            // More than half of what is seen is the sheet, each way.
            let (from, to) = (moved.point((0.45, 0.45), SHEET), moved.point((0.55, 0.55), SHEET));
            assert!(from.0 >= 0.0 && from.1 >= 0.0 && to.0 <= SHEET.0 && to.1 <= SHEET.1);
        }
        assert_eq!(lens.dragged((f64::NAN, 0.0), SHEET), Lens::WHOLE);
        assert_eq!(Lens::WHOLE.zoomed(f64::NAN, (0.5, 0.5), SHEET), Lens::WHOLE);
    }

    #[test]
    fn a_drag_moves_what_is_seen_with_the_hand() {
        let lens = Lens::WHOLE.zoomed(4.0, (0.5, 0.5), SHEET);
        let at = lens.point((0.4, 0.4), SHEET);
        assert!(near(at, lens.dragged((0.1, 0.05), SHEET).point((0.5, 0.45), SHEET)));
    }

    #[test]
    fn an_area_is_fitted_whole_and_in_the_middle() {
        let lens = Lens::fitted((300.0, 400.0, 60.0, 30.0), SHEET, (0.0, 0.0));
        let (a, b) = (lens.place((300.0, 400.0)), lens.place((360.0, 430.0)));
        assert!(a.0 > 0.0 && a.1 > 0.0 && b.0 < SHEET.0 && b.1 < SHEET.1);
        assert!(near(lens.point((0.5, 0.5), SHEET), (330.0, 415.0)));
        assert!(lens.times() > 8.0);
        assert_eq!(Lens::fitted((0.0, 0.0, 760.0, 900.0), SHEET, (0.0, 0.0)), Lens::WHOLE);
        // The southern end of the country, above what stands at the bottom of the frame.
        let end = Lens::fitted((60.0, 820.0, 90.0, 70.0), SHEET, (0.0, 250.0));
        let (a, b) = (end.place((60.0, 820.0)), end.place((150.0, 890.0)));
        assert!(a.0 >= 0.0 && a.1 >= 0.0 && b.0 <= SHEET.0 && b.1 <= SHEET.1 - 250.0, "{a:?} {b:?}");
    }

    #[test]
    fn a_walk_takes_the_view_along_only_as_far_as_it_must() {
        let lens = Lens::fitted((300.0, 400.0, 60.0, 60.0), SHEET, (0.0, 0.0));
        assert_eq!(lens.showing((330.0, 430.0), SHEET), lens);
        let moved = lens.showing((500.0, 430.0), SHEET);
        let seen = moved.place((500.0, 430.0));
        assert!(seen.0 > 0.0 && seen.0 < SHEET.0 && (seen.1 - lens.place((500.0, 430.0)).1).abs() < 1e-9);
    }

    #[test]
    fn names_stand_upright_where_the_view_box_looks() {
        let lens = Lens::WHOLE.zoomed(4.0, (0.5, 0.5), SHEET);
        assert_eq!(lens.view_box(SHEET), "285 337.5 190 225");
        assert_eq!(lens.upright(), "translate(285 337.5) scale(.2500)");
        assert_eq!(Lens::WHOLE.upright(), "");
    }
}
