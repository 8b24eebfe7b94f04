//! All that touches the browser. Everything here may fail and nothing panics; natively each part has a stand-in that
//! does nothing.

pub mod chance;
pub mod focus;
pub mod storage;
