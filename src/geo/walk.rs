//! From neighbour to neighbour with the arrow keys: who touches whom. Where each arrow leads is worked
//! out by `lead`.

/// The direction of an arrow key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Up.
    North,
    /// Right.
    East,
    /// Down.
    South,
    /// Left.
    West,
}

impl Direction {
    /// All four, clockwise.
    pub const ALL: [Self; 4] = [Self::North, Self::East, Self::South, Self::West];
}

/// For each unit, where the four arrows lead.
pub(super) type Steps = Vec<[Option<usize>; 4]>;

/// The units that share an arc with `me`, ascending.
pub(super) fn touching(me: usize, sides: &[Vec<usize>]) -> Vec<usize> {
    let mut near: Vec<usize> =
        sides.iter().filter(|s| s.contains(&me)).flatten().copied().filter(|i| *i != me).collect();
    near.sort_unstable();
    near.dedup();
    near
}
