//! The sun of the page's mark: the header shows it, and pictures that leave the page carry it.

/// A drum sun of fourteen rays, 30 around its middle; written out because every page shows it (a test of the drum
/// compares it with the drum's own).
pub const MARK: &str = "M0 -30L3.1 -13.6L13 -27L8.7 -10.9L23.5 -18.7L12.6 -6.1L29.2 -6.7L14 0L29.2 6.7L12.6 6.1L23.5 18.7L8.7 10.9L13 27L3.1 13.6L0 30L-3.1 13.6L-13 27L-8.7 10.9L-23.5 18.7L-12.6 6.1L-29.2 6.7L-14 0L-29.2 -6.7L-12.6 -6.1L-23.5 -18.7L-8.7 -10.9L-13 -27L-3.1 -13.6Z";
