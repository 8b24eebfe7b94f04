//! The seeded generator: `SplitMix64` (Steele, Lea & Flood 2014), small, fast and the same everywhere.
//!
//! Every draw has its own stream, named by what it is for. So the shuffle of one question does not depend on how
//! many questions came before it.

/// A stream of random numbers.
pub struct Rng(u64);

impl Rng {
    /// The stream of a session's seed for one purpose and one subject: `stream(seed, "options", "at-4.2-1-01")`.
    pub fn stream(seed: u64, purpose: &str, subject: &str) -> Self {
        // FNV-1a over the names, then one step of mixing with the seed.
        let mut hash = 0xcbf2_9ce4_8422_2325_u64;
        for byte in purpose.bytes().chain([0]).chain(subject.bytes()) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
        let mut rng = Self(seed ^ hash);
        Self(rng.bits())
    }

    /// The next 64 bits.
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `n`; 0 if `n` is 0. (The bias of the multiply is below 2⁻⁵⁰ for the small `n` used here.)
    pub fn below(&mut self, n: usize) -> usize {
        ((u128::from(self.bits()) * n as u128) >> 64) as usize
    }

    /// One of the values, if there is any.
    pub fn pick<T: Copy>(&mut self, from: &[T]) -> Option<T> {
        from.get(self.below(from.len())).copied()
    }

    /// The numbers `0..n` in random order (Fisher–Yates).
    pub fn shuffled(&mut self, n: usize) -> Vec<usize> {
        let mut order: Vec<usize> = (0..n).collect();
        for last in (1..n).rev() {
            order.swap(last, self.below(last + 1));
        }
        order
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn splitmix64_gives_its_published_numbers() {
        let mut rng = Rng(1_234_567);
        let got: Vec<u64> = (0..3).map(|_| rng.bits()).collect();
        assert_eq!(got, [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]);
    }

    #[test]
    fn streams_differ_by_every_part_of_their_name() {
        let first = |seed, a, b| Rng::stream(seed, a, b).bits();
        let all = [
            first(1, "a", "b"),
            first(2, "a", "b"),
            first(1, "b", "b"),
            first(1, "a", "c"),
            first(1, "ab", ""),
        ];
        assert!(all.iter().enumerate().all(|(i, x)| all.iter().skip(i + 1).all(|y| x != y)));
        assert_eq!(first(1, "a", "b"), first(1, "a", "b"));
    }

    #[test]
    fn every_order_of_three_is_equally_likely() {
        let mut seen = std::collections::BTreeMap::<Vec<usize>, u32>::new();
        for seed in 0..60_000 {
            *seen.entry(Rng::stream(seed, "t", "").shuffled(3)).or_default() += 1;
        }
        assert_eq!(seen.len(), 6);
        assert!(seen.values().all(|n| (9_600..10_400).contains(n)), "{seen:?}");
    }
}
