//! The exponential and the logistic curve in plain arithmetic.
//!
//! The library's `exp` may differ in the last bit between machines and browsers. This one uses only operations that
//! IEEE 754 fixes exactly, so every browser and every test gets the same bits, and a session replays the same way.

use std::f64::consts::LOG2_E;

/// ln 2 in two parts, so that `k · LN2_HIGH` is exact for every k that occurs.
const LN2_HIGH: f64 = 6.931_471_803_691_238e-1;
const LN2_LOW: f64 = 1.908_214_929_270_587_7e-10;

/// e to the power of `x`; relative error below 1e-15 for every result that is a normal number.
pub(super) fn exp(x: f64) -> f64 {
    if x.is_nan() {
        return x;
    }
    if x > 709.0 {
        return f64::INFINITY;
    }
    if x < -708.0 {
        return 0.0;
    }
    // x = k·ln 2 + r with |r| ≤ ln 2 ÷ 2, hence eˣ = 2ᵏ · eʳ.
    let k = (x * LOG2_E + 0.5).floor();
    let r = (x - k * LN2_HIGH) - k * LN2_LOW;
    let mut sum = 1.0;
    for n in (1..=14_u8).rev() {
        sum = 1.0 + r / f64::from(n) * sum;
    }
    sum * f64::from_bits(((k as i64 + 1023) as u64) << 52)
}

/// 1 ÷ (1 + e⁻ˣ): the chance of success of a person who stands `x` logits above a question.
pub(super) fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + exp(-x))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_agrees_with_the_library() {
        for i in -7000..=7000 {
            let x = f64::from(i) / 10.0;
            let (ours, theirs) = (exp(x), x.exp());
            assert!((ours - theirs).abs() <= 4e-15 * theirs, "{x}: {ours} {theirs}");
        }
    }

    #[test]
    fn the_ends_are_calm() {
        assert!(exp(0.0).to_bits() == 1.0_f64.to_bits());
        assert!(exp(-1e9) == 0.0 && exp(1e9).is_infinite() && exp(f64::NAN).is_nan());
        assert!((logistic(0.0) - 0.5).abs() < 1e-16);
    }
}
