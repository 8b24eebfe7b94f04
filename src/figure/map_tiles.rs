//! The provinces as equal tiles, each roughly where it lies on the map: north up, the sea to the east. Small provinces
//! are as easy to see and to touch as large ones.

use super::Size;
use super::map::MapFigure;
use super::map_lens::Area;
use crate::data::{Level, UnitCode};
use crate::geo::{Direction, Group};
use crate::scene::{Anchor, Mark, Role, Scene, Shape};

/// The 63, laid by hand; `H` and `T` stand for Hoàng Sa and Trường Sa.
const OLD: [&str; 23] = [
    ".. .. 02 04 .. .. .. .. ..",
    "12 10 08 06 20 .. .. .. ..",
    "11 15 25 19 24 22 .. .. ..",
    ".. 14 26 01 27 .. .. .. ..",
    ".. .. 17 33 30 31 .. .. ..",
    ".. .. .. 35 34 .. .. .. ..",
    ".. .. 38 37 36 .. .. .. ..",
    ".. .. 40 .. .. .. .. .. ..",
    ".. .. .. 42 .. .. .. .. ..",
    ".. .. .. 44 .. .. .. .. ..",
    ".. .. .. .. 45 .. .. .. H.",
    ".. .. .. .. .. 46 48 .. ..",
    ".. .. .. .. .. .. 49 .. ..",
    ".. .. .. .. .. 62 51 .. ..",
    ".. .. .. .. .. 64 52 .. ..",
    ".. .. .. .. .. 66 54 .. ..",
    ".. .. .. .. .. 67 56 .. ..",
    ".. .. .. .. 70 68 58 .. ..",
    ".. .. .. 72 74 75 60 .. ..",
    ".. 89 87 80 79 77 .. .. T.",
    ".. 91 92 86 82 .. .. .. ..",
    ".. .. 93 84 83 .. .. .. ..",
    ".. 96 95 94 .. .. .. .. ..",
];

/// The 34.
const NEW: [&str; 17] = [
    "12 15 08 04 .. .. .. ..",
    "11 14 25 19 20 .. .. ..",
    ".. .. .. 01 24 22 .. ..",
    ".. .. .. 37 33 31 .. ..",
    ".. .. 38 .. .. .. .. ..",
    ".. .. 40 .. .. .. .. ..",
    ".. .. .. 42 .. .. .. ..",
    ".. .. .. 44 .. .. .. ..",
    ".. .. .. .. 46 .. .. H.",
    ".. .. .. .. .. 48 .. ..",
    ".. .. .. .. .. 51 .. ..",
    ".. .. .. .. .. 52 .. ..",
    ".. .. .. .. .. 66 .. ..",
    ".. .. 80 75 68 56 .. ..",
    ".. 91 82 79 .. .. .. T.",
    ".. 92 86 .. .. .. .. ..",
    ".. 96 .. .. .. .. .. ..",
];

/// What stands in a tile where the name has no room. Two provinces with the same initials take another letter.
const SHORT: &str = "ha noi=HN|ha giang=HGi|cao bang=CB|bac kan=BK|tuyen quang=TQ|lao cai=LC|dien bien=ĐB|lai chau=LCh|\
    son la=SL|yen bai=YB|hoa binh=HB|thai nguyen=TNg|lang son=LS|quang ninh=QNi|bac giang=BG|phu tho=PT|vinh phuc=VP|\
    bac ninh=BN|hai duong=HD|hai phong=HP|hung yen=HY|thai binh=TB|ha nam=HNa|nam dinh=NĐ|ninh binh=NB|thanh hoa=TH|\
    nghe an=NA|ha tinh=HT|quang binh=QB|quang tri=QT|thua thien hue=Huế|hue=Huế|da nang=ĐN|quang nam=QNa|\
    quang ngai=QNg|binh dinh=BĐ|phu yen=PY|khanh hoa=KH|ninh thuan=NT|binh thuan=BTh|kon tum=KT|gia lai=GL|dak lak=ĐL|\
    dak nong=ĐNo|lam dong=LĐ|binh phuoc=BP|tay ninh=TNi|binh duong=BD|dong nai=ĐNa|ba ria vung tau=BV|ho chi minh=HCM|\
    long an=LA|tien giang=TG|ben tre=BTr|tra vinh=TV|vinh long=VL|dong thap=ĐT|an giang=AG|kien giang=KG|can tho=CT|\
    hau giang=HGu|soc trang=ST|bac lieu=BL|ca mau=CM";

/// Between two tiles.
const GAP: f64 = 2.0;

/// The tiles laid out at one size and level; the same for every indicator.
#[derive(Debug)]
pub struct Board {
    /// Which size.
    pub size: Size,
    /// Which units.
    pub level: Level,
    width: f64,
    height: f64,
    tiles: Vec<Tile>,
    seas: Vec<(Group, Area)>,
    sea: (f64, f64),
}

#[derive(Debug)]
struct Tile {
    code: UnitCode,
    column: i32,
    row: i32,
    area: Area,
}

impl Board {
    /// Lays the tiles out.
    pub fn new(level: Level, size: Size) -> Self {
        let rows: &[&str] = if level == Level::Old { &OLD } else { &NEW };
        let ((width, left), (across, down)) = match (size.is_wide(), level) {
            (true, Level::Old) => ((760.0, 11.0), (82.0, 40.0)),
            (true, Level::New) => ((760.0, 12.0), (92.0, 52.0)),
            (false, Level::Old) => ((344.0, 5.0), (37.0, 37.0)),
            (false, Level::New) => ((344.0, 4.0), (42.0, 42.0)),
        };
        let mut board = Self {
            size,
            level,
            width,
            height: rows.len() as f64 * down + 6.0,
            tiles: Vec::with_capacity(63),
            seas: Vec::with_capacity(2),
            sea: (left + across * if level == Level::Old { 7.0 } else { 6.2 }, 3.0 + down * 5.6),
        };
        for (row, line) in rows.iter().enumerate() {
            for (column, word) in line.split(' ').enumerate() {
                let (x, y) = (left + column as f64 * across, 3.0 + row as f64 * down);
                let area = (x, y, across - GAP, down - GAP);
                match (word, UnitCode::parse(level, word)) {
                    (_, Some(code)) => {
                        board.tiles.push(Tile { code, column: column as i32, row: row as i32, area });
                    }
                    ("H.", _) => board.seas.push((Group::HoangSa, area)),
                    ("T.", _) => board.seas.push((Group::TruongSa, area)),
                    _ => {}
                }
            }
        }
        board
    }

    /// Width and height.
    pub fn extent(&self) -> (f64, f64) {
        (self.width, self.height)
    }

    /// The units with the paths of their tiles, row by row.
    pub fn units(&self) -> impl Iterator<Item = (UnitCode, String)> {
        self.tiles.iter().map(|tile| (tile.code, outline(tile.area)))
    }

    /// The path of a tile.
    pub fn outline(&self, code: UnitCode) -> Option<String> {
        self.tile(code).map(|tile| outline(tile.area))
    }

    /// The unit whose tile, or the narrow gap beside it, a point lies on; an archipelago's tile stands for its unit.
    pub fn unit_at(&self, x: f64, y: f64) -> Option<UnitCode> {
        let holds = |(left, top, w, h): Area| {
            (left - GAP / 2.0..left + w + GAP / 2.0).contains(&x)
                && (top - GAP / 2.0..top + h + GAP / 2.0).contains(&y)
        };
        let tile = self.tiles.iter().find(|tile| holds(tile.area)).map(|tile| tile.code);
        tile.or_else(|| self.seas.iter().find(|(_, area)| holds(*area)).and_then(|(g, _)| self.home(*g)))
    }

    /// Where an arrow key leads: the nearest tile that way.
    pub fn step(&self, from: UnitCode, direction: Direction) -> Option<UnitCode> {
        let me = self.tile(from)?;
        let far = |tile: &Tile| {
            let (right, down) = (tile.column - me.column, tile.row - me.row);
            let (ahead, aside) = match direction {
                Direction::North => (-down, right),
                Direction::East => (right, down),
                Direction::South => (down, right),
                Direction::West => (-right, down),
            };
            // Not further to the side than ahead, but for the step along a slanting coast.
            (ahead > 0 && aside.abs() <= ahead + 1).then_some(ahead * 2 + aside.abs() * 3)
        };
        let ways = self.tiles.iter().filter_map(|tile| Some((far(tile)?, tile.code)));
        ways.min_by_key(|(far, _)| *far).map(|(_, code)| code)
    }

    /// The first and the last tile in reading order.
    pub fn ends(&self) -> (Option<UnitCode>, Option<UnitCode>) {
        (self.tiles.first().map(|t| t.code), self.tiles.last().map(|t| t.code))
    }

    fn tile(&self, code: UnitCode) -> Option<&Tile> {
        self.tiles.iter().find(|tile| tile.code == code)
    }

    /// The unit that an archipelago belongs to: Đà Nẵng and Khánh Hòa have the same number at both levels.
    fn home(&self, group: Group) -> Option<UnitCode> {
        UnitCode::parse(self.level, if group == Group::HoangSa { "48" } else { "56" })
    }
}

fn outline((x, y, w, h): Area) -> String {
    format!("M{x} {y}l{w} 0 0 {h}-{w} 0z")
}

impl MapFigure {
    /// Draws the tiles with all that stands on them.
    pub fn draw_tiles(&self, board: &Board) -> Scene {
        let mut marks = self.coats(board.units());
        marks.extend(self.tile_signs(board));
        Scene {
            id: format!("map-{}-o-{}", self.id, board.size.word()),
            width: board.width,
            height: board.height,
            name: self.title.clone(),
            description: self.summary.join(" "),
            reading: crate::scene::Reading::Free,
            marks,
            hits: Vec::new(),
        }
    }

    /// What stands on and beside the tiles: names, the archipelagos, the sea.
    pub fn tile_signs(&self, board: &Board) -> Vec<Mark> {
        let wide = board.size.is_wide();
        let mut marks = Vec::with_capacity(80);
        for tile in &board.tiles {
            let Some(unit) = self.get(tile.code) else { continue };
            let (x, y, w, h) = tile.area;
            let lines = if wide {
                halves(&unit.name)
            } else {
                vec![short(unit.search.get(..unit.own_names).unwrap_or(&unit.search)).to_owned()]
            };
            let size = if wide { 12.0 } else { 12.5 };
            let top = y + h / 2.0 + size * 0.36 - (lines.len() as f64 - 1.0) * 7.0;
            for (i, line) in lines.into_iter().enumerate() {
                let at = (x + w / 2.0, top + i as f64 * 14.0);
                marks.push(text(Role::MapLabel, at, line, size, Anchor::Middle));
            }
        }
        let t = &self.locale.messages().map;
        let (size, step) = if wide { (13.0, 16.0) } else { (11.0, 13.0) };
        for (group, (x, y, w, h)) in &board.seas {
            let (slug, name, unit, below) = match group {
                Group::HoangSa => ("hoang-sa", t.hoang_sa, t.hoang_sa_unit, false),
                Group::TruongSa => ("truong-sa", t.truong_sa, t.truong_sa_unit, true),
            };
            let home = board.home(*group).and_then(|code| self.get(code));
            let (role, tone) = self.dress(home, Role::Islet, Role::IsletNoData);
            let first = if below { y + h + step } else { y - step - 5.0 };
            let right = x + w;
            let dots = [(0.3, 0.35), (0.62, 0.28), (0.48, 0.55), (0.72, 0.66), (0.28, 0.72)];
            let mut inner = vec![Mark::new(Role::Frame, 0, Shape::Rect(*x, *y, *w, *h))];
            inner.extend(
                dots.map(|(dx, dy)| Mark::new(role, tone, Shape::Circle(x + w * dx, y + h * dy, 3.0))),
            );
            inner.push(text(Role::MapLabel, (right, first), name.to_owned(), size, Anchor::End));
            inner.push(text(Role::MapLabel, (right, first + step), unit.to_owned(), size, Anchor::End));
            marks.push(
                Mark::new(Role::Archipelago, 0, Shape::Group(inner))
                    .with("data-archipelago", slug)
                    .with("role", "img")
                    .with("aria-label", format!("{name} {unit}")),
            );
        }
        let sea = if wide { 20.0 } else { 12.0 };
        marks.push(text(Role::SeaLabel, board.sea, t.sea.to_owned(), sea, Anchor::Middle));
        let hide =
            |mark: Mark| if mark.role == Role::Archipelago { mark } else { mark.with("aria-hidden", "true") };
        marks.into_iter().map(hide).collect()
    }
}

fn text(role: Role, at: (f64, f64), text: String, size: f64, anchor: Anchor) -> Mark {
    Mark::new(role, 0, Shape::Text { at, text, size, weight: role.weight(), anchor })
}

/// A few letters for a unit, by its folded spellings.
fn short(spellings: &[String]) -> &'static str {
    let pairs = || SHORT.split('|').filter_map(|pair| pair.split_once('='));
    let found = pairs().find(|(name, _)| spellings.iter().any(|s| s == name));
    found.map_or("", |(_, short)| short)
}

/// A name on one line, or on two of about the same length.
fn halves(name: &str) -> Vec<String> {
    let long = name.chars().count();
    if long <= 10 {
        return vec![name.to_owned()];
    }
    let spaces = name.match_indices(' ').map(|(at, _)| at);
    let off = |at: &usize| {
        let before = name.get(..*at).map_or(0, |head| head.chars().count());
        (before * 2).abs_diff(long)
    };
    match spaces.min_by_key(off).and_then(|at| Some((name.get(..at)?, name.get(at + 1..)?))) {
        Some((head, tail)) => vec![head.to_owned(), tail.to_owned()],
        None => vec![name.to_owned()],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn boards() -> impl Iterator<Item = Board> {
        Level::ALL.into_iter().flat_map(|level| Size::ALL.map(|size| Board::new(level, size)))
    }

    #[test]
    fn tiles_are_equal_apart_and_large_enough_on_the_narrowest_phone() {
        for board in boards() {
            let sizes: Vec<(f64, f64)> = board.tiles.iter().map(|t| (t.area.2, t.area.3)).collect();
            assert!(sizes.windows(2).all(|pair| pair[0] == pair[1]));
            // A phone of 320 px leaves 288 for the picture.
            let screen = if board.size.is_wide() { 1.0 } else { 288.0 / board.width };
            assert!(sizes[0].0 * screen >= 24.0 && sizes[0].1 * screen >= 24.0, "{:?}", board.size);
            assert_eq!(board.seas.len(), 2);
            let areas = board.tiles.iter().map(|t| t.area).chain(board.seas.iter().map(|s| s.1));
            for (x, y, w, h) in areas {
                assert!(x >= 0.0 && y >= 0.0 && x + w <= board.width && y + h <= board.height);
            }
        }
    }

    #[test]
    fn the_arrows_reach_every_tile_from_every_tile() {
        for board in boards() {
            for start in &board.tiles {
                let mut seen = BTreeSet::from([start.code]);
                let mut queue = vec![start.code];
                while let Some(at) = queue.pop() {
                    for next in Direction::ALL.into_iter().filter_map(|d| board.step(at, d)) {
                        if seen.insert(next) {
                            queue.push(next);
                        }
                    }
                }
                let lost: Vec<String> = (board.tiles.iter())
                    .filter(|t| !seen.contains(&t.code))
                    .map(|t| t.code.to_string())
                    .collect();
                assert!(lost.is_empty(), "{}: từ {} không đến {lost:?}", board.level.word(), start.code);
            }
        }
    }

    #[test]
    fn a_finger_finds_each_tile() {
        for board in boards() {
            for tile in &board.tiles {
                let (x, y, w, h) = tile.area;
                for (dx, dy) in [(0.5, 0.5), (0.01, 0.01), (0.99, 0.99)] {
                    assert_eq!(board.unit_at(x + w * dx, y + h * dy), Some(tile.code));
                }
            }
            assert_eq!(board.unit_at(board.width - 1.0, 1.0), None);
            assert_eq!(board.unit_at(f64::NAN, 1.0), None);
        }
    }

    #[test]
    fn a_short_name_is_nobody_elses() {
        let all: Vec<&str> = SHORT.split('|').filter_map(|p| p.split_once('=')).map(|p| p.1).collect();
        assert_eq!(all.len(), 64);
        assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), 63); // Huế under its two names
        assert!(all.iter().all(|s| (2..=3).contains(&s.chars().count())));
    }

    #[test]
    fn long_names_take_two_lines() {
        assert_eq!(halves("Hà Nội"), ["Hà Nội"]);
        assert_eq!(halves("Bà Rịa - Vũng Tàu"), ["Bà Rịa -", "Vũng Tàu"]);
        assert_eq!(halves("Thừa Thiên Huế"), ["Thừa", "Thiên Huế"]);
        assert_eq!(halves("TP. Hồ Chí Minh"), ["TP. Hồ", "Chí Minh"]);
    }
}
