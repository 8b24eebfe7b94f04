//! Pages and their components.

pub mod components;
