//! Parts of pages.

pub mod svg;
