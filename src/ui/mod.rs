//! Pages and their components. A view places what figures and messages give it; it computes nothing.

pub mod app;
pub mod components;
pub mod context;
pub mod head;
pub mod pages;
pub mod start;
