//! A seeded generator, so that resampling gives the same figures everywhere and every time.
//!
//! SplitMix64: G. L. Steele, D. Lea, C. H. Flood (2014), Fast splittable pseudorandom number generators, OOPSLA,
//! 453-472. It is fast and passes the usual tests; it hides no secrets.

/// A stream of numbers that depends on nothing but its seed.
#[derive(Clone, Debug)]
pub(super) struct Random(u64);

impl Random {
    /// The stream of a seed and of a key within it; streams of different keys have nothing in common that shows.
    pub fn new(seed: u64, key: u64) -> Self {
        let mut of_key = Random(key);
        Random(seed ^ of_key.next())
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Two numbers below `n`, by multiplication (D. Lemire 2019, Fast random integer generation in an interval, ACM
    /// Transactions on Modeling and Computer Simulation 29 (1)); no number is likelier than another by more than
    /// `n` / 2³².
    pub fn two_below(&mut self, n: u32) -> [usize; 2] {
        let both = self.next();
        [both & 0xffff_ffff, both >> 32].map(|half| ((half * u64::from(n)) >> 32) as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::Random;

    /// The first numbers that Vigna's reference implementation in C prints for the seed 1234567.
    #[test]
    fn the_stream_is_the_published_one() {
        let mut random = Random(1_234_567);
        let stream = [(); 5].map(|()| random.next());
        let published = [
            6_457_827_717_110_365_317,
            3_203_168_211_198_807_973,
            9_817_491_932_198_370_423,
            4_593_380_528_125_082_431,
            16_408_922_859_458_223_821,
        ];
        assert_eq!(stream, published);
    }

    #[test]
    fn numbers_below_a_bound_are_below_it_and_even() {
        let mut random = Random::new(1, 2);
        let mut n = [0u32; 7];
        for _ in 0..35_000 {
            for below in random.two_below(7) {
                n[below] += 1;
            }
        }
        // Ten thousand each; five standard deviations are 463.
        assert!(n.iter().all(|n| n.abs_diff(10_000) < 463), "{n:?}");
    }
}
