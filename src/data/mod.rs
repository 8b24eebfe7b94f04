//! The dataset: what the files look like (`raw`) and what may be relied on (`model`).
//!
//! Flow: authored files → `raw::RawDataset` → `check` → [`Dataset`] → `wire` (what the browser fetches) → [`Dataset`].
//! Everything before the wire is native only. A `Dataset` that exists is valid: every value has a unit, a date and a source; years are in order; no code is in the wrong
//! code space; a gap is a missing point, never a zero.

pub mod at;
#[cfg(not(target_arch = "wasm32"))]
pub mod check;
pub mod code;
#[cfg(not(target_arch = "wasm32"))]
pub mod fault;
pub mod find;
pub mod kinds;
pub mod model;
pub mod query;
#[cfg(not(target_arch = "wasm32"))]
pub mod raw;
pub mod wire;
#[cfg(not(target_arch = "wasm32"))]
pub mod wire_write;

pub use code::{Code34, Code63, Level, UnitCode};
#[cfg(not(target_arch = "wasm32"))]
pub use fault::{Fault, Faults};
pub use model::{
    Better, Category, Classes, Dataset, Event, EventKind, Fact, FigureKind, Indicator, Measure, NewProvince,
    Point, Province, ProvinceKind, Region, Scope, Series, Source, SourceKind, Status, Theme, Topic,
};
