//! The pages, one file each.

pub mod home;
pub mod indicator;
pub mod indicators;
pub mod map;
pub mod map_page;
pub mod not_found;
pub mod quiz;
pub mod quiz_page;
pub mod sources;
