//! The parts that pages are made of.

pub mod quiz;
