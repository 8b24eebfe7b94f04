//! The workshop, native only: checks the content, builds the site, serves it. The only module that touches files.

pub mod content;
