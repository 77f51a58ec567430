//! A word's counts in many draws, a byte each and eight to a machine word, so that eight are added and compared at once, in
//! wasm too.

use super::resample::N_DRAWS;
use std::ops::Range;

/// Draws that share a machine word: one byte each, so that eight are added at once, in wasm too.
pub(super) const LANES: usize = 8;

/// The first bit of each byte.
const TOPS: u64 = 0x8080_8080_8080_8080;

/// The last bit of each byte.
const ONES: u64 = 0x0101_0101_0101_0101;

/// How often a word was counted in some draws, [`LANES`] to a word: in bytes where they hold it.
#[derive(Clone, Debug, Default)]
pub(super) struct Lanes {
    pub lanes: Vec<u64>,
    /// What the bytes could not hold; empty if they did.
    pub wide: Vec<u32>,
    /// The sum of the uses, about what is counted in a draw, and of their squares.
    pub n: u64,
    pub squares: u64,
    /// The unit of the last use.
    pub last_unit: usize,
}

impl Lanes {
    /// Whether no count is above 127, so that bytes can be compared many at a time.
    pub fn are_small(&self) -> bool {
        self.wide.is_empty() && self.lanes.iter().fold(0, |all, word| all | word) & TOPS == 0
    }

    /// The count in one of the draws.
    pub fn at(&self, draw: usize) -> u32 {
        let wide = self.wide.get(draw).copied();
        wide.unwrap_or_else(|| self.lanes[draw / LANES].to_le_bytes()[draw % LANES].into())
    }

    /// Finds the draws among some in which the count, small in all, is `least` or more, or else is less: their places and
    /// counts.
    pub fn find_small(&self, least: u64, is_more: bool, draws: Range<usize>, found: &mut Vec<(usize, u32)>) {
        let turned = if is_more { 0 } else { TOPS };
        let least = least.min(128) * ONES;
        found.clear();
        for (at, word) in self.lanes.iter().enumerate() {
            // Without a carry from byte to byte: they are below 128, and no larger than that is taken away.
            let mut here = (((word | TOPS) - least) & TOPS) ^ turned;
            while here != 0 {
                let lane = here.trailing_zeros() as usize / 8;
                here &= here - 1;
                let draw = at * LANES + lane;
                if draws.contains(&draw) {
                    found.push((draw, (word >> (8 * lane)) as u32 & 0x7f));
                }
            }
        }
    }

    /// In how many of the first draws the count, small in all, is each of four numbers or more.
    pub fn n_at_least(&self, least: [u64; 4]) -> [u32; 4] {
        let [a, b, c, d] = least.map(|least| least.min(128) * ONES);
        let is_at_least = |word: u64, least: u64| ((word | TOPS) - least) & TOPS;
        // A word holds the marks of eight: those of several are counted at once.
        let (words, last) = self.lanes.as_chunks::<4>();
        let four = |&[p, q, r, s]: &[u64; 4], least: u64| {
            let one = is_at_least(p, least) | is_at_least(q, least) >> 1;
            (one | is_at_least(r, least) >> 2 | is_at_least(s, least) >> 3).count_ones()
        };
        let mut n = [0; 4];
        for words in words {
            n[0] += four(words, a);
            n[1] += four(words, b);
            n[2] += four(words, c);
            n[3] += four(words, d);
        }
        for word in last {
            let drawn = *word & (u64::MAX >> (64 - 8 * (N_DRAWS % LANES)));
            n[0] += is_at_least(drawn, a).count_ones();
            n[1] += is_at_least(drawn, b).count_ones();
            n[2] += is_at_least(drawn, c).count_ones();
            n[3] += is_at_least(drawn, d).count_ones();
        }
        n
    }

    /// About where the counts end that are so many standard deviations from their mean.
    pub fn about(&self, deviations: f64) -> u64 {
        ((self.n as f64 + deviations * (self.squares as f64).sqrt()) as u64).min(127)
    }
}

/// Adds the rates of a word of draws to as many sums. Written out, since compilers leave such short loops as they are where
/// they build for size.
pub(super) fn add_word(sums: &mut [f64; LANES], per_use: &[f64; LANES], word: u64) {
    let n = word.to_le_bytes();
    sums[0] += f64::from(n[0]) * per_use[0];
    sums[1] += f64::from(n[1]) * per_use[1];
    sums[2] += f64::from(n[2]) * per_use[2];
    sums[3] += f64::from(n[3]) * per_use[3];
    sums[4] += f64::from(n[4]) * per_use[4];
    sums[5] += f64::from(n[5]) * per_use[5];
    sums[6] += f64::from(n[6]) * per_use[6];
    sums[7] += f64::from(n[7]) * per_use[7];
}

/// Adds n times some words to as many words, several at a time.
pub(super) fn add_words(sums: &mut [u64], words: &[u64], n: u64) {
    let ((sums, last_sums), (words, last)) = (sums.as_chunks_mut::<8>(), words.as_chunks::<8>());
    for (sums, words) in sums.iter_mut().zip(words) {
        sums[0] += words[0] * n;
        sums[1] += words[1] * n;
        sums[2] += words[2] * n;
        sums[3] += words[3] * n;
        sums[4] += words[4] * n;
        sums[5] += words[5] * n;
        sums[6] += words[6] * n;
        sums[7] += words[7] * n;
    }
    last_sums.iter_mut().zip(last).for_each(|(sum, word)| *sum += word * n);
}

/// The larger of each two bytes, all below 128.
pub(super) fn larger_bytes(one: u64, other: u64) -> u64 {
    let is_larger = (((one | TOPS) - other) & TOPS) >> 7;
    let mask = is_larger * 0xff;
    (one & mask) | (other & !mask)
}

/// Adds the bytes of some words to as many counts, none of which comes near to overflowing so.
pub(super) fn add_lanes(words: &[u64], counts: &mut [u32]) {
    for (counts, word) in counts.chunks_exact_mut(LANES).zip(words) {
        for (count, times) in counts.iter_mut().zip(word.to_le_bytes()) {
            *count = count.wrapping_add(times.into());
        }
    }
}

/// The same for each byte times n.
pub(super) fn add_many(words: &[u64], n: u32, counts: &mut [u32]) {
    for (counts, word) in counts.chunks_exact_mut(LANES).zip(words) {
        for (count, times) in counts.iter_mut().zip(word.to_le_bytes()) {
            *count = count.saturating_add(n.saturating_mul(times.into()));
        }
    }
}
