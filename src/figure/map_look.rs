//! How a reader looks at the map: as shapes or tiles, which region, and in which order the table stands. In the address
//! `?hinh=`, `?vung=`, `?xep=`.

use super::map_rows::Order;
use crate::data::{Dataset, Level};
use crate::route::params;

/// How the map is looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MapLook {
    /// Equal tiles in place of shapes.
    pub tiles: bool,
    /// The region that the picture is fitted to and the table shows.
    pub region: Option<String>,
    /// Order of the table.
    pub order: Order,
}

impl Default for MapLook {
    fn default() -> Self {
        Self { tiles: false, region: None, order: Order::FIRST }
    }
}

/// What the address calls the tiles.
const TILES: &str = "o-vuong";

impl MapLook {
    /// The names of its parameters.
    pub const NAMES: [&'static str; 3] = ["hinh", "vung", "xep"];

    /// Reads it from a query. What makes no sense takes the default, and is named.
    pub fn read(data: &Dataset, level: Level, query: &str) -> (Self, Vec<(&'static str, String)>) {
        let pairs = params::read(query);
        let mut bad = Vec::new();
        let mut look = Self::default();
        let mut each = |name: &'static str, take: &mut dyn FnMut(&str) -> bool| {
            if let Some(value) = params::get(&pairs, name).filter(|value| !take(value)) {
                bad.push((name, value.to_owned()));
            }
        };
        each("hinh", &mut |word| {
            look.tiles = word == TILES;
            look.tiles
        });
        each("vung", &mut |word| {
            look.region = Some(word.to_owned()).filter(|id| Self::knows(data, level, id));
            look.region.is_some()
        });
        each("xep", &mut |word| {
            let order = Order::read(word);
            look.order = order.unwrap_or(Order::FIRST);
            order.is_some()
        });
        (look, bad)
    }

    fn knows(data: &Dataset, level: Level, id: &str) -> bool {
        let regions = if level == Level::Old { &data.regions63 } else { &data.regions34 };
        regions.iter().any(|region| region.id == id)
    }

    /// The same look at another level, where regions are cut otherwise.
    #[must_use]
    pub fn at(mut self, data: &Dataset, level: Level) -> Self {
        self.region = self.region.filter(|id| Self::knows(data, level, id));
        self
    }

    /// Its parameters; an empty one is left out of the address.
    pub fn query(&self) -> Vec<(&'static str, String)> {
        vec![
            ("hinh", if self.tiles { TILES.to_owned() } else { String::new() }),
            ("vung", self.region.clone().unwrap_or_default()),
            ("xep", if self.order == Order::FIRST { String::new() } else { self.order.word() }),
        ]
    }
}
