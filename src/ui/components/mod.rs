//! Parts of pages.

pub mod banner;
pub mod catalogue;
pub mod catalogue_entry;
pub mod chart_figure;
pub mod comparison;
pub mod data_table;
pub mod drum;
pub mod el;
pub mod fact;
pub mod footer;
pub mod header;
pub mod listen;
pub mod map_controls;
pub mod map_island;
pub mod map_panel;
pub mod map_table;
pub mod map_view;
pub mod province_map;
pub mod notice;
pub mod part;
pub mod picker;
pub mod plot;
pub mod quiz;
pub mod svg;
pub mod workbench;
pub mod take;
