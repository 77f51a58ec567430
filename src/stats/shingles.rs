//! Hashes of all stretches of some length in a row of numbers: what two texts are laid side by side by.
//!
//! Promise: the same stretch has the same hash wherever it stands, each number costs the same whatever the length, and
//! every bit of the hash depends on every number. Different stretches may have one hash: one pair in 2³² by chance, and
//! more where somebody wants it. Whoever needs to be sure compares the stretches.
//!
//! # Sources
//! - R. M. Karp, M. O. Rabin (1987), Efficient randomized pattern-matching algorithms, IBM Journal of Research and
//!   Development 31 (2), 249-260 (a hash that rolls on).
//! - A. Z. Broder (1997), On the resemblance and containment of documents, SEQUENCES '97, 21-29 (shingles).

const BASE: u64 = 0x0000_0100_0000_01b3;

/// The last numbers of a row, and their hash.
#[derive(Clone, Debug)]
pub struct Shingles<const LENGTH: usize> {
    last: [u64; LENGTH],
    n: usize,
    rolling: u64,
}

impl<const LENGTH: usize> Default for Shingles<LENGTH> {
    fn default() -> Self {
        Shingles { last: [0; LENGTH], n: 0, rolling: 0 }
    }
}

impl<const LENGTH: usize> Shingles<LENGTH> {
    /// Takes the next number and gives the hash of the last `LENGTH` numbers, once there are so many.
    ///
    /// ```
    /// use chengyan::stats::Shingles;
    ///
    /// let mut shingles = Shingles::<3>::default();
    /// let hashes: Vec<Option<u32>> = [7, 8, 9, 7, 8, 9].map(|number| shingles.push(number)).into();
    /// assert_eq!(hashes[1], None);
    /// assert_eq!(hashes[2], hashes[5]);
    /// assert_ne!(hashes[2], hashes[3]);
    /// ```
    #[inline]
    pub fn push(&mut self, number: u32) -> Option<u32> {
        let code = u64::from(number) + 1;
        let first = std::mem::replace(&mut self.last[self.n % LENGTH], code);
        let out = BASE.wrapping_pow(LENGTH as u32);
        self.rolling =
            self.rolling.wrapping_mul(BASE).wrapping_add(code).wrapping_sub(first.wrapping_mul(out));
        self.n += 1;
        (self.n >= LENGTH).then(|| mixed(self.rolling))
    }
}

/// The finaliser of SplitMix64.
fn mixed(hash: u64) -> u32 {
    let hash = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let hash = (hash ^ (hash >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    (hash >> 32) as u32
}
