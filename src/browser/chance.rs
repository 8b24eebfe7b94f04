//! A number that differs from visit to visit. Everything random afterwards follows from it.

/// A seed; natively always the same.
pub fn seed() -> u64 {
    imp::seed()
}

#[cfg(target_arch = "wasm32")]
mod imp {
    pub(super) fn seed() -> u64 {
        let part = || (js_sys::Math::random() * f64::from(u32::MAX)) as u64;
        (part() << 32) ^ part()
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod imp {
    pub(super) fn seed() -> u64 {
        1
    }
}
