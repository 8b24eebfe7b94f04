//! Parts of pages.

pub mod banner;
pub mod chart_figure;
pub mod data_table;
pub mod drum;
pub mod fact;
pub mod footer;
pub mod header;
pub mod notice;
pub mod part;
pub mod plot;
pub mod quiz;
pub mod svg;
