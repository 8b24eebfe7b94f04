//! The rows of the map's table: in which order, and of which region.

use super::map::{MapFigure, MapUnit};
use super::map_values::bare;
use super::sheet::{Line, Sheet};
use crate::data::UnitCode;
use crate::text::{collate, sort};
use std::cmp::Ordering;

/// A column of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// Name.
    Name,
    /// Value.
    Value,
    /// Place among all.
    Rank,
    /// Region.
    Region,
    /// The unit of today, or the units it was made of.
    Other,
}

impl Column {
    /// All, from left to right.
    pub const ALL: [Self; 5] = [Self::Name, Self::Value, Self::Rank, Self::Region, Self::Other];

    fn word(self) -> &'static str {
        match self {
            Self::Name => "ten",
            Self::Value => "gia-tri",
            Self::Rank => "hang",
            Self::Region => "vung",
            Self::Other => "don-vi",
        }
    }
}

/// An order of the rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Order {
    /// By which column.
    pub by: Column,
    /// From the largest down, or from the end of the alphabet.
    pub down: bool,
}

impl Order {
    /// By name.
    pub const FIRST: Self = Self { by: Column::Name, down: false };

    /// As an address writes it: `gia-tri`, and `-gia-tri` from the largest down.
    pub fn word(self) -> String {
        format!("{}{}", if self.down { "-" } else { "" }, self.by.word())
    }

    /// Reads it from an address.
    pub fn read(word: &str) -> Option<Self> {
        let (name, down) = word.strip_prefix('-').map_or((word, false), |name| (name, true));
        Column::ALL.into_iter().find(|c| c.word() == name).map(|by| Self { by, down })
    }

    /// After a press on the head of a column: that column, or the other way round. Values begin with the largest.
    #[must_use]
    pub fn pressed(self, column: Column) -> Self {
        if self.by == column {
            Self { by: column, down: !self.down }
        } else {
            Self { by: column, down: column == Column::Value }
        }
    }
}

impl MapFigure {
    /// The rows in an order, all of them or those of one region; units without data stand last either way.
    pub fn rows(&self, order: Order, region: Option<&str>) -> Vec<&MapUnit> {
        let mut rows = self.table();
        if let Some(region) = region {
            rows.retain(|unit| self.geometry.unit(unit.code).is_some_and(|shape| shape.region == region));
        }
        // The table is in order of names already, and equal members keep theirs.
        sort::by(&mut rows, |a, b| Self::compare(a, b, order));
        rows
    }

    /// The lines of a file in the order of the rows; what is not among the rows is left out.
    pub fn arrange(&self, sheet: &mut Sheet<'_>, order: Order, region: Option<&str>) {
        let rows: Vec<UnitCode> = self.rows(order, region).into_iter().map(|unit| unit.code).collect();
        let place =
            |line: &Line<'_>| rows.iter().position(|code| line.place.is_some_and(|(of, _)| of == *code));
        sheet.lines.retain(|line| place(line).is_some());
        sort::by(&mut sheet.lines, |a, b| place(a).cmp(&place(b)));
    }

    fn compare(a: &MapUnit, b: &MapUnit, order: Order) -> Ordering {
        let turned = |ordering: Ordering| if order.down { ordering.reverse() } else { ordering };
        let numbers = |x: Option<f64>, y: Option<f64>| match (x, y) {
            (Some(x), Some(y)) => turned(x.total_cmp(&y)),
            (x, y) => y.is_some().cmp(&x.is_some()),
        };
        match order.by {
            Column::Name => turned(collate::compare(bare(&a.name), bare(&b.name))),
            Column::Region => turned(collate::compare(&a.region, &b.region)),
            Column::Other => turned(collate::compare(bare(&a.today), bare(&b.today))),
            Column::Value => numbers(a.value.as_ref().map(|v| v.value), b.value.as_ref().map(|v| v.value)),
            Column::Rank => {
                let rank = |u: &MapUnit| Some(f64::from(u.value.as_ref()?.rank?));
                numbers(rank(a), rank(b))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_names_every_order_and_nothing_else() {
        for by in Column::ALL {
            for down in [false, true] {
                let order = Order { by, down };
                assert_eq!(Order::read(&order.word()), Some(order));
            }
        }
        assert!(["", "-", "gia tri", "--ten", "<b>"].iter().all(|word| Order::read(word).is_none()));
    }

    #[test]
    fn a_second_press_turns_it_round_and_values_begin_with_the_largest() {
        let by_value = Order::FIRST.pressed(Column::Value);
        assert_eq!(by_value, Order { by: Column::Value, down: true });
        assert_eq!(by_value.pressed(Column::Value), Order { by: Column::Value, down: false });
        assert_eq!(by_value.pressed(Column::Name), Order::FIRST);
    }
}
