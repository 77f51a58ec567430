//! Resampling blocks: what else the same cities might have said.
//!
//! A word that was used is likely used again in the same paragraph, so words are no independent draws and formulas that
//! suppose it call chance a difference. Blocks come near to independence. A resample of a city draws as many of its
//! blocks as it has, with replacement; the same word counted in many resamples shows how far its rate could have
//! strayed.
//!
//! # Promises
//! - The same groups and seed give the same resamples on every platform. A group's resamples depend on its key, its
//!   blocks and their order alone: a city that comes or goes changes no interval of another's rate. Blocks are to come in
//!   an order that does not depend on the reader (by document number, say).
//! - The number of draws is fixed by the number of blocks: [`n_draws`].
//!
//! # Limits
//! - Blocks of one document have one author and one occasion. What is found is true of these texts, and of the city as
//!   far as they speak for it.
//! - A group of few blocks has few different resamples; see [`MIN_BLOCKS`](super::MIN_BLOCKS).
//! - More than 500 blocks are drawn as 500 runs of neighbouring blocks. That bounds memory, and keeps neighbours
//!   together, which are alike.
//!
//! # Sources
//! - J. Lijffijt, P. Papapetrou, K. Puolamäki, H. Mannila (2011), Analyzing word frequencies in large text corpora using
//!   inter-arrival times and bootstrapping, ECML PKDD 2011, 341-357.
//! - J. Lijffijt, T. Nevalainen, T. Säily, P. Papapetrou, K. Puolamäki, H. Mannila (2016), Significance testing of word
//!   frequencies in corpora, Digital Scholarship in the Humanities 31 (2), 374-397.
//! - B. Efron, R. J. Tibshirani (1993), An Introduction to the Bootstrap, New York: Chapman & Hall, 13.3 (percentiles).

use super::dispersion::Blocks;
use super::frequency::PER;
use super::interval::Interval;
use super::random::Random;
use std::ops::Range;

/// Draws that every interval rests on, and the least for a p-value.
pub const N_DRAWS: usize = 999;

/// The most draws, for p-values that [`N_DRAWS`] leave small.
pub const MAX_DRAWS: usize = 9_999;

/// The most units in a group.
const MAX_UNITS: usize = 500;

/// Draws that share a machine word: one byte each, so that eight are added at once, in wasm too.
const LANES: usize = 8;

/// Units times draws that are kept in memory, a byte each.
const BUDGET: usize = 8_000_000;

/// The 25th of 999 from either end bounds the middle 95 %.
const FROM_END: usize = 25;

/// A city's blocks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Group<'a> {
    /// A number of its own, such as the city's code; it chooses the random numbers.
    pub key: u64,
    /// Words in each block.
    pub lengths: &'a [u32],
}

/// How often a block uses a word (or a theme).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Use {
    /// Index among the group's blocks; of a block that there is not, the use is ignored.
    pub block: u32,
    /// Uses.
    pub n: u32,
}

/// Draws for groups with so many blocks: between 999 and 9,999, such that about eight million drawings of a block are
/// kept.
pub fn n_draws(n_blocks: impl IntoIterator<Item = usize>) -> usize {
    let n_units: usize = n_blocks.into_iter().map(|n| n.min(MAX_UNITS)).sum();
    (BUDGET / n_units.max(1)).clamp(N_DRAWS, MAX_DRAWS)
}

/// The resamples of all groups, made once and asked for any number of words.
#[derive(Clone, Debug)]
pub struct Resampler {
    pub(super) groups: Vec<Resampled>,
    pub(super) n_draws: usize,
    /// Room for [`Resampler::rates`] to work in, kept to spare allocations.
    lanes: Vec<u64>,
    counts: Vec<u32>,
}

/// One group and how often each of its units is in each draw.
#[derive(Clone, Debug)]
pub(super) struct Resampled {
    pub lengths: Vec<u32>,
    pub blocks: Blocks,
    /// Words in the shortest block that has any.
    pub shortest: u64,
    n_units: usize,
    /// By unit, then by draw, [`LANES`] to a word.
    times: Vec<u64>,
    /// By unit: how often it is in the draw that has it most often.
    most_times: Vec<u8>,
    /// By draw: what a use adds to the rate.
    pub per_use: Vec<f64>,
}

impl Resampler {
    /// Draws all resamples. `seed` is any number that stays the same.
    pub fn new(groups: &[Group], seed: u64) -> Self {
        let n_draws = n_draws(groups.iter().map(|group| group.lengths.len()));
        let groups = groups.iter().map(|group| Resampled::new(group, seed, n_draws)).collect();
        Resampler { groups, n_draws, lanes: Vec::new(), counts: Vec::new() }
    }

    /// Number of groups.
    pub fn len(&self) -> usize {
        self.groups.len()
    }

    /// Whether there are no groups.
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    /// Rates per 10,000 words in some of a group's resamples.
    pub(super) fn rates(&mut self, group: usize, uses: &[Use], draws: Range<usize>, rates: &mut Vec<f64>) {
        let resampled = &self.groups[group];
        let words = draws.start / LANES..draws.end.div_ceil(LANES);
        resampled.count(uses, words, &mut self.lanes, &mut self.counts);
        rates.clear();
        let counts = &self.counts[draws.start % LANES..];
        let per_use = &resampled.per_use[draws];
        rates.extend(counts.iter().zip(per_use).map(|(&count, per_use)| f64::from(count) * per_use));
    }
}

impl Resampled {
    fn new(group: &Group, seed: u64, n_draws: usize) -> Self {
        let mut resampled = Resampled {
            lengths: group.lengths.to_vec(),
            blocks: Blocks::new(group.lengths.iter().copied().map(u64::from)),
            shortest: group.lengths.iter().copied().filter(|n| *n > 0).min().unwrap_or(0).into(),
            n_units: group.lengths.len().min(MAX_UNITS),
            times: Vec::new(),
            most_times: Vec::new(),
            per_use: vec![0.0; n_draws],
        };
        let n_words_of_draws = n_draws.div_ceil(LANES);
        resampled.times = vec![0; resampled.n_units * n_words_of_draws];
        let mut lengths = vec![0u64; resampled.n_units];
        for (block, n) in group.lengths.iter().enumerate() {
            lengths[resampled.unit(block)] += u64::from(*n);
        }
        let mut random = Random::new(seed, group.key);
        for draw in 0..n_draws {
            let n_words = resampled.draw(&lengths, draw, n_words_of_draws, &mut random);
            resampled.per_use[draw] = if n_words > 0 { PER / n_words as f64 } else { 0.0 };
        }
        let rows = resampled.times.chunks(n_words_of_draws);
        let most = |row: &[u64]| row.iter().flat_map(|word| word.to_le_bytes()).max().unwrap_or(0);
        resampled.most_times = rows.map(most).collect();
        resampled
    }

    /// Draws one resample and returns its words.
    fn draw(&mut self, lengths: &[u64], draw: usize, n_words_of_draws: usize, random: &mut Random) -> u64 {
        let mut n_words = 0;
        let n_units = lengths.len() as u32;
        let (word, one) = (draw / LANES, 1 << (8 * (draw % LANES)));
        for at in (0..lengths.len()).step_by(2) {
            let both = random.two_below(n_units);
            // The second of the last pair is one too many where the number is odd.
            for &unit in both.iter().take(lengths.len() - at) {
                // No carry: no unit comes 256 times in 500 drawings, ever.
                self.times[unit * n_words_of_draws + word] += one;
                n_words += lengths[unit];
            }
        }
        n_words
    }

    /// Uses in the draws of some words of draws, [`LANES`] for each.
    fn count(&self, uses: &[Use], words: Range<usize>, lanes: &mut Vec<u64>, counts: &mut Vec<u32>) {
        let n_words_of_draws = self.per_use.len().div_ceil(LANES);
        lanes.clear();
        lanes.resize(words.len(), 0);
        counts.clear();
        counts.resize(words.len() * LANES, 0);
        // What can still be added before a byte might overflow into the next.
        let mut room = u32::from(u8::MAX);
        for &Use { block, n } in uses.iter().filter(|used| (used.block as usize) < self.lengths.len()) {
            let unit = self.unit(block as usize);
            let times = &self.times[unit * n_words_of_draws..][words.clone()];
            let most = n.saturating_mul(self.most_times[unit].into());
            if most > u32::from(u8::MAX) {
                add_many(times, n, counts);
                continue;
            }
            if most > room {
                add_lanes(lanes, counts);
                lanes.fill(0);
                room = u32::from(u8::MAX);
            }
            room -= most;
            // Mostly once or twice, and additions run several words at a time.
            for _ in 0..n {
                for (lanes, times) in lanes.iter_mut().zip(times) {
                    *lanes += times;
                }
            }
        }
        add_lanes(lanes, counts);
    }

    /// The unit of a block: as many neighbours as must be drawn together.
    fn unit(&self, block: usize) -> usize {
        let n_blocks = self.lengths.len();
        if n_blocks <= MAX_UNITS { block } else { block * MAX_UNITS / n_blocks }
    }
}

/// Adds the bytes of some words to as many counts, none of which comes near to overflowing so.
fn add_lanes(words: &[u64], counts: &mut [u32]) {
    for (counts, word) in counts.chunks_exact_mut(LANES).zip(words) {
        for (count, times) in counts.iter_mut().zip(word.to_le_bytes()) {
            *count = count.wrapping_add(times.into());
        }
    }
}

/// The same for each byte times n.
fn add_many(words: &[u64], n: u32, counts: &mut [u32]) {
    for (counts, word) in counts.chunks_exact_mut(LANES).zip(words) {
        for (count, times) in counts.iter_mut().zip(word.to_le_bytes()) {
            *count = count.saturating_add(n.saturating_mul(times.into()));
        }
    }
}

/// The middle 95 % of [`N_DRAWS`] values: from the 25th smallest to the 25th largest. Of fewer values accordingly.
pub(super) fn middle(values: &[f64]) -> Interval {
    let from_end = (FROM_END * values.len() / N_DRAWS).clamp(1, FROM_END);
    let mut room = Vec::with_capacity(values.len());
    Interval {
        low: nth(values, from_end, &mut room, as_it_is),
        high: -nth(values, from_end, &mut room, |value| -value),
    }
}

fn as_it_is(value: f64) -> f64 {
    value
}

/// The nth smallest of some values, counted from one; infinite if there are fewer.
pub(super) fn smallest(values: &[f64], n: usize) -> f64 {
    nth(values, n, &mut Vec::new(), as_it_is)
}

/// The nth smallest of some values, counted from one, each put through `turn` first.
///
/// A sample bounds it, so that only the few values below the bound need sorting.
fn nth(values: &[f64], n: usize, room: &mut Vec<f64>, turn: impl Fn(f64) -> f64) -> f64 {
    const STRIDE: usize = 9;
    let by_value = |a: &f64, b: &f64| a.total_cmp(b);
    room.clear();
    room.extend(values.iter().step_by(STRIDE).map(|value| turn(*value)));
    // Twice as far in as the nth would be in the sample.
    let at = (2 * n / STRIDE + 1).min(room.len().saturating_sub(1));
    let bound = if room.is_empty() { f64::INFINITY } else { *room.select_nth_unstable_by(at, by_value).1 };
    room.clear();
    room.extend(values.iter().map(|value| turn(*value)).filter(|value| *value <= bound));
    if room.len() < n {
        room.clear();
        room.extend(values.iter().map(|value| turn(*value)));
    }
    if room.len() < n { f64::INFINITY } else { *room.select_nth_unstable_by(n - 1, by_value).1 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_is_cut_at_the_twenty_fifth_from_each_end() {
        let mut random = Random::new(7, 7);
        let mut values: Vec<f64> = (0..N_DRAWS).map(|_| (random.next() % 1_000) as f64).collect();
        let middle = middle(&values);
        values.sort_by(f64::total_cmp);
        assert_eq!(middle, Interval { low: values[24], high: values[N_DRAWS - 25] });
    }

    #[test]
    fn every_draw_has_as_many_units_as_the_group() {
        for n in [1usize, 2, 7, 500, 1_234] {
            let lengths: Vec<u32> = (0..n as u32).map(|i| 50 + i % 90).collect();
            let resampler = Resampler::new(&[Group { key: 1, lengths: &lengths }], 1);
            let group = &resampler.groups[0];
            for draw in [0, 1, resampler.n_draws - 1] {
                let row = resampler.n_draws.div_ceil(LANES);
                let words = group.times.iter().skip(draw / LANES).step_by(row);
                let drawn: usize = words.map(|word| usize::from(word.to_le_bytes()[draw % LANES])).sum();
                assert_eq!(drawn, n.min(MAX_UNITS));
            }
        }
    }
}
