//! The plotters backend that records marks instead of painting pixels.
//!
//! plotters tells a backend colours and points only. So the colour *is* the message: red carries the role, green
//! the tone, and what would be opacity the series and the datum ([`ink`] makes it, the recorder reads it back).
//! plotters counts in whole pixels; the recorder works at four times the size and divides, so that marks stand on
//! quarter pixels.

use super::svg::num;
use super::{Anchor, Mark, Role, Shape, Weight, metrics};
use plotters::style::RGBAColor;
use plotters_backend::text_anchor::HPos;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};
use std::convert::Infallible;
use std::fmt::Write as _;

/// How many recorder pixels make one CSS pixel.
pub const SCALE: i32 = 4;

/// More data than any series has; a power of two, so that series and datum stay whole numbers side by side.
const DATA: f64 = 4_294_967_296.0;

/// The colour that says what a mark is: its role, its tone, and its place as (series, datum).
pub fn ink(role: Role, tone: u8, (series, datum): (usize, usize)) -> RGBAColor {
    // One more than the datum: what has no opacity at all plotters may leave out.
    RGBAColor(role as u8, tone, 0, series.min(usize::from(u16::MAX)) as f64 * DATA + (datum + 1) as f64)
}

/// Records what plotters draws. `width` and `height` in CSS pixels.
pub struct Recorder<'a> {
    size: (u32, u32),
    marks: &'a mut Vec<Mark>,
}

impl<'a> Recorder<'a> {
    /// A recorder that appends to `marks`.
    pub fn new(width: f64, height: f64, marks: &'a mut Vec<Mark>) -> Self {
        let scale = f64::from(SCALE);
        Self { size: ((width * scale) as u32, (height * scale) as u32), marks }
    }

    fn push(&mut self, color: BackendColor, shape: Shape) {
        let (role, tone, _) = color.rgb;
        // A colour that `ink` did not make (plotters' own defaults) is not part of the picture.
        if let Some(role) = Role::ALL.get(usize::from(role)).filter(|_| color.alpha > 0.0) {
            let series = (color.alpha / DATA) as u16;
            let datum = ((color.alpha % DATA) as u32).saturating_sub(1);
            self.marks.push(Mark { role: *role, tone, series, datum, attrs: Vec::new(), shape });
        }
    }
}

fn px(v: i32) -> f64 {
    f64::from(v) / f64::from(SCALE)
}

impl DrawingBackend for Recorder<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Result<(), DrawingErrorKind<Infallible>> {
        Ok(())
    }

    fn present(&mut self) -> Result<(), DrawingErrorKind<Infallible>> {
        Ok(())
    }

    fn draw_pixel(&mut self, _: BackendCoord, _: BackendColor) -> Result<(), DrawingErrorKind<Infallible>> {
        Ok(()) // single pixels mean nothing in a vector picture
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        self.push(style.color(), Shape::Line(px(from.0), px(from.1), px(to.0), px(to.1)));
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        let points: Vec<BackendCoord> = path.into_iter().collect();
        if let [from, to] = points.as_slice() {
            return self.draw_line(*from, *to, style);
        }
        let mut d = String::new();
        for (i, (x, y)) in points.into_iter().enumerate() {
            let _ = write!(d, "{}{} {}", if i == 0 { 'M' } else { 'L' }, num(px(x)), num(px(y)));
        }
        self.push(style.color(), Shape::Path(d));
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        a: BackendCoord,
        b: BackendCoord,
        style: &S,
        _fill: bool,
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        let (x, y) = (a.0.min(b.0), a.1.min(b.1));
        let (w, h) = ((a.0 - b.0).abs(), (a.1 - b.1).abs());
        self.push(style.color(), Shape::Rect(px(x), px(y), px(w), px(h)));
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        _fill: bool,
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        self.push(style.color(), Shape::Circle(px(center.0), px(center.1), px(radius as i32)));
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        vert: I,
        style: &S,
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        let mut d = String::new();
        for (i, (x, y)) in vert.into_iter().enumerate() {
            let _ = write!(d, "{}{} {}", if i == 0 { 'M' } else { 'L' }, num(px(x)), num(px(y)));
        }
        d.push('Z');
        self.push(style.color(), Shape::Path(d));
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        at: BackendCoord,
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        use plotters_backend::text_anchor::VPos;
        let size = style.size() / f64::from(SCALE);
        let anchor = match style.anchor().h_pos {
            HPos::Left => Anchor::Start,
            HPos::Center => Anchor::Middle,
            HPos::Right => Anchor::End,
        };
        let drop = match style.anchor().v_pos {
            VPos::Top => size * (0.5 + metrics::CAP_HEIGHT / 2.0),
            VPos::Center => size * metrics::CAP_HEIGHT / 2.0,
            VPos::Bottom => -size * (0.5 - metrics::CAP_HEIGHT / 2.0),
        };
        // Quarter pixels, as all other coordinates.
        let y = ((px(at.1) + drop) * f64::from(SCALE)).round() / f64::from(SCALE);
        let weight = weight_of(style.color());
        self.push(style.color(), Shape::Text { at: (px(at.0), y), text: text.into(), size, weight, anchor });
        Ok(())
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let width = metrics::width(text, style.size(), weight_of(style.color()));
        Ok((width.ceil() as u32, style.size().ceil() as u32))
    }

    fn blit_bitmap(
        &mut self,
        _: BackendCoord,
        _: (u32, u32),
        _: &[u8],
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        Ok(()) // no bitmaps in these pictures
    }
}

fn weight_of(color: BackendColor) -> Weight {
    Role::ALL.get(usize::from(color.rgb.0)).map_or(Weight::Regular, |role| role.weight())
}

#[cfg(test)]
mod tests {
    use super::*;
    use plotters::prelude::*;

    #[test]
    fn a_mark_keeps_its_role_series_and_datum() {
        let mut marks = Vec::new();
        {
            let area = Recorder::new(100.0, 50.0, &mut marks).into_drawing_area();
            area.draw(&Circle::new((202, 100), 20, ink(Role::Point, 2, (1300, 70_000)).filled())).unwrap();
            area.draw(&Circle::new((2, 1), 20, RGBColor(255, 255, 255).filled())).unwrap();
        }
        let mark = marks.first().unwrap();
        assert_eq!((marks.len(), mark.role), (1, Role::Point));
        assert_eq!((mark.tone, mark.series, mark.datum), (2, 1300, 70_000));
        assert_eq!(mark.shape, Shape::Circle(50.5, 25.0, 5.0));
    }
}
