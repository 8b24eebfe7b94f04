//! One file per page.

pub mod quiz;
