//! What the reader sees: pages, and the components they are made of.

pub mod components;
pub mod pages;
