//! From degrees to the picture: an equirectangular projection true at 16° N, rounded to quarter pixels, thinned
//! arc by arc so that neighbours keep one common border.

use super::{Geometry, LonLat, turn};
use crate::data::Level;
use std::fmt::Write as _;

/// Cosine of 16°, the middle latitude of the country.
pub const COS16: f64 = 0.961_261_695_938_319;

/// A point of the picture, in quarter pixels.
pub type Point = (i32, i32);

/// Scale and shift from degrees to pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Projection {
    /// Pixels per degree of latitude.
    pub scale: f64,
    /// Longitude of the left edge.
    pub west: f64,
    /// Latitude of the upper edge.
    pub north: f64,
}

impl Projection {
    /// Where a point of the globe stands, in pixels.
    pub fn place(&self, (lon, lat): LonLat) -> (f64, f64) {
        ((lon - self.west) * COS16 * self.scale, (self.north - lat) * self.scale)
    }

    fn quarter(&self, at: LonLat) -> Point {
        let (x, y) = self.place(at);
        ((x * 4.0).round() as i32, (y * 4.0).round() as i32)
    }
}

/// A geometry on the picture: every arc once.
#[derive(Debug)]
pub struct Projected {
    arcs: Vec<Vec<Point>>,
}

impl Projected {
    /// Projects every arc. Points that change the line by less than `thin` pixels are left out.
    pub fn new(geometry: &Geometry, projection: &Projection, thin: f64) -> Self {
        let arcs = geometry.arcs.iter().map(|arc| {
            let mut points: Vec<Point> =
                arc.iter().map(|p| projection.quarter(geometry.grid.degrees(*p))).collect();
            points.dedup();
            let thinned = thinned(&points, thin * 4.0);
            // An island must stay an area.
            let closed = points.first() == points.last();
            if closed && thinned.len() < 5 { points } else { thinned }
        });
        Self { arcs: arcs.collect() }
    }

    /// The rings of a unit as closed runs of points, without what collapsed into a line.
    pub fn rings(&self, polygons: &[Vec<Vec<i32>>]) -> Vec<Vec<Point>> {
        let ring = |ring: &Vec<i32>| {
            let mut points: Vec<Point> = Vec::new();
            for arc in ring {
                let (index, reversed) = turn(*arc);
                let Some(arc) = self.arcs.get(index) else { continue };
                if reversed {
                    points.extend(arc.iter().rev());
                } else {
                    points.extend(arc);
                }
            }
            points.dedup();
            if points.first() == points.last() {
                points.pop();
            }
            (points.len() > 2).then_some(points)
        };
        polygons.iter().flatten().filter_map(ring).collect()
    }

    /// The arcs between units of a level for which `wanted` holds; it is given the one or two units beside an arc.
    pub fn borders(&self, geometry: &Geometry, level: Level, wanted: impl Fn(&[usize]) -> bool) -> String {
        let mut d = String::new();
        for (arc, sides) in self.arcs.iter().zip(&geometry.net(level).sides) {
            if wanted(sides) && arc.len() > 1 {
                run(arc, &mut d);
            }
        }
        d
    }
}

/// Closed rings as an SVG path.
pub fn path(rings: &[Vec<Point>]) -> String {
    let mut d = String::new();
    for ring in rings {
        run(ring, &mut d);
        d.push('z');
    }
    d
}

/// Whether a point lies inside the rings (even-odd).
pub fn inside(rings: &[Vec<Point>], (x, y): (f64, f64)) -> bool {
    let (x, y) = (x * 4.0, y * 4.0);
    let mut odd = false;
    for ring in rings {
        let next = ring.iter().cycle().skip(1);
        for (a, b) in ring.iter().zip(next) {
            let ((ax, ay), (bx, by)) = ((f64::from(a.0), f64::from(a.1)), (f64::from(b.0), f64::from(b.1)));
            if (ay > y) != (by > y) && x < (bx - ax) * (y - ay) / (by - ay) + ax {
                odd = !odd;
            }
        }
    }
    odd
}

/// A run of points in relative steps, as short as SVG allows.
fn run(points: &[Point], d: &mut String) {
    let mut at = (0, 0);
    for (i, point) in points.iter().enumerate() {
        let first = i == 0;
        if first {
            d.push('M');
        } else if i == 1 {
            d.push('l');
        }
        for (k, v) in [point.0 - at.0, point.1 - at.1].into_iter().enumerate() {
            if v >= 0 && (k == 1 || i > 1) {
                d.push(' ');
            }
            short(v, d);
        }
        at = *point;
    }
}

/// A count of quarter pixels: 5 → `1.25`, −1 → `-.25`.
fn short(quarters: i32, d: &mut String) {
    let (whole, rest) = (quarters.abs() / 4, quarters.abs() % 4);
    if quarters < 0 {
        d.push('-');
    }
    if whole > 0 || rest == 0 {
        let _ = write!(d, "{whole}");
    }
    d.push_str([".0", ".25", ".5", ".75"].get(rest as usize).filter(|_| rest > 0).unwrap_or(&""));
}

/// Douglas and Peucker, without recursion: what lies within `reach` of the line between kept points is left out.
fn thinned(points: &[Point], reach: f64) -> Vec<Point> {
    let mut keep = vec![false; points.len()];
    let mut stack = vec![(0, points.len().saturating_sub(1))];
    while let Some((from, to)) = stack.pop() {
        let (Some(a), Some(b)) = (points.get(from), points.get(to)) else { continue };
        for end in [from, to] {
            if let Some(k) = keep.get_mut(end) {
                *k = true;
            }
        }
        let between = (from + 1..to).filter_map(|i| Some((i, away(*points.get(i)?, *a, *b))));
        if let Some((far, distance)) = between.max_by(|a, b| a.1.total_cmp(&b.1))
            && distance > reach
        {
            stack.extend([(from, far), (far, to)]);
        }
    }
    points.iter().zip(keep).filter(|(_, k)| *k).map(|(p, _)| *p).collect()
}

/// Distance of a point from a stretch.
fn away(p: Point, a: Point, b: Point) -> f64 {
    let ((px, py), (bx, by)) = (minus(p, a), minus(b, a));
    let long = bx * bx + by * by;
    let t = if long > 0.0 { ((px * bx + py * by) / long).clamp(0.0, 1.0) } else { 0.0 };
    (px - t * bx).hypot(py - t * by)
}

fn minus(a: Point, b: Point) -> (f64, f64) {
    (f64::from(a.0 - b.0), f64::from(a.1 - b.1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_short_and_closed() {
        assert_eq!(path(&[vec![(4, 8), (5, 8), (5, 7), (-3, -20)]]), "M1 2l.25 0 0-.25-2-6.75z");
    }

    #[test]
    fn a_line_keeps_its_corners() {
        let line = [(0, 0), (10, 1), (20, 0), (20, 20)];
        assert_eq!(thinned(&line, 2.0), [(0, 0), (20, 0), (20, 20)]);
        assert_eq!(thinned(&line[..1], 2.0), [(0, 0)]);
        assert!(thinned(&[], 2.0).is_empty());
    }

    #[test]
    fn inside_means_inside() {
        let square = vec![vec![(0, 0), (40, 0), (40, 40), (0, 40)]];
        assert!(inside(&square, (5.0, 5.0)) && !inside(&square, (11.0, 5.0)));
    }
}
