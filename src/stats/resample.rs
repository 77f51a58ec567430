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
pub(super) const LANES: usize = 8;

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
    /// Room to work in, kept to spare allocations.
    counted: Counted,
    pub(super) tails: Tails,
}

/// One group and how often each of its units is in each draw.
#[derive(Clone, Debug)]
pub(super) struct Resampled {
    pub lengths: Vec<u32>,
    pub blocks: Blocks,
    /// Words in the shortest block that has any.
    pub shortest: u64,
    units: Vec<Unit>,
    /// By unit, then by draw, [`LANES`] to a word.
    times: Vec<u64>,
    /// By draw, up to a whole word of draws: what a use adds to the rate.
    per_use: Vec<f64>,
    random: Random,
}

/// What is drawn: a block, or neighbours that are drawn together.
#[derive(Clone, Debug, Default)]
struct Unit {
    n_words: u64,
    /// How often it is in the draws that are being made.
    times: u64,
    /// How often it is in the draw that has it most often, by place in a word of draws.
    most_times: u64,
}

/// How often a word was counted in some draws, [`LANES`] to a word: in bytes where they hold it.
#[derive(Clone, Debug, Default)]
struct Counted {
    lanes: Vec<u64>,
    /// What the bytes could not hold; empty if they did.
    wide: Vec<u32>,
}

impl Resampler {
    /// Draws all resamples. `seed` is any number that stays the same.
    pub fn new(groups: &[Group], seed: u64) -> Self {
        let n_draws = n_draws(groups.iter().map(|group| group.lengths.len()));
        let mut groups: Vec<Resampled> =
            groups.iter().map(|group| Resampled::new(group, seed, n_draws)).collect();
        for group in &mut groups {
            group.draw(0..N_DRAWS.div_ceil(LANES), n_draws);
        }
        Resampler { groups, n_draws, counted: Counted::default(), tails: Tails::default() }
    }

    /// Number of groups.
    pub fn len(&self) -> usize {
        self.groups.len()
    }

    /// Whether there are no groups.
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    /// Draws what lies past the first [`N_DRAWS`], unless that is done.
    pub(super) fn draw_the_rest(&mut self) {
        let first = N_DRAWS.div_ceil(LANES);
        for group in &mut self.groups {
            if group.n_drawn() == first {
                group.draw(first..self.n_draws.div_ceil(LANES), self.n_draws);
            }
        }
    }

    /// Rates per 10,000 words in a group's first [`N_DRAWS`] resamples.
    pub(super) fn rates(&mut self, group: usize, uses: &[Use], rates: &mut Vec<f64>) {
        let words = 0..N_DRAWS.div_ceil(LANES);
        rates.clear();
        rates.resize(words.len() * LANES, 0.0);
        self.groups[group].add_rates(uses, words, &mut self.counted, rates);
        rates.truncate(N_DRAWS);
    }

    /// Adds the rates in some words of a group's draws to as many times [`LANES`] sums.
    pub(super) fn add_rates(&mut self, group: usize, uses: &[Use], words: Range<usize>, sums: &mut [f64]) {
        self.groups[group].add_rates(uses, words, &mut self.counted, sums);
    }
}

impl Resampled {
    fn new(group: &Group, seed: u64, n_draws: usize) -> Self {
        let mut units = vec![Unit::default(); group.lengths.len().min(MAX_UNITS)];
        for (block, n) in group.lengths.iter().enumerate() {
            units[unit(block, group.lengths.len())].n_words += u64::from(*n);
        }
        let n_words_of_draws = n_draws.div_ceil(LANES);
        Resampled {
            lengths: group.lengths.to_vec(),
            blocks: Blocks::new(group.lengths.iter().copied().map(u64::from)),
            shortest: group.lengths.iter().copied().filter(|n| *n > 0).min().unwrap_or(0).into(),
            times: vec![0; units.len() * n_words_of_draws],
            per_use: Vec::with_capacity(n_words_of_draws * LANES),
            units,
            random: Random::new(seed, group.key),
        }
    }

    /// Words of draws that were made.
    fn n_drawn(&self) -> usize {
        self.per_use.len() / LANES
    }

    /// Makes the draws of some words, which are the next.
    fn draw(&mut self, words: Range<usize>, n_draws: usize) {
        let n_words_of_draws = n_draws.div_ceil(LANES);
        for word in words {
            for lane in 0..LANES {
                let is_drawn = word * LANES + lane < n_draws;
                let n_words = if is_drawn { draw_one(&mut self.units, lane, &mut self.random) } else { 0 };
                self.per_use.push(if n_words > 0 { PER / n_words as f64 } else { 0.0 });
            }
            let places = self.times.iter_mut().skip(word).step_by(n_words_of_draws);
            for (unit, times) in self.units.iter_mut().zip(places) {
                *times = std::mem::take(&mut unit.times);
                unit.most_times = larger_bytes(unit.most_times, *times);
            }
        }
    }

    fn add_rates(&self, uses: &[Use], words: Range<usize>, counted: &mut Counted, sums: &mut [f64]) {
        let per_use = &self.per_use[words.start * LANES..words.end * LANES];
        self.count(uses, words, counted);
        if !counted.wide.is_empty() {
            for ((sum, n), per_use) in sums.iter_mut().zip(&counted.wide).zip(per_use) {
                *sum += f64::from(*n) * per_use;
            }
            return;
        }
        let rows = sums.chunks_exact_mut(LANES).zip(per_use.chunks_exact(LANES));
        for ((sums, per_use), word) in rows.zip(&counted.lanes) {
            for ((sum, per_use), n) in sums.iter_mut().zip(per_use).zip(word.to_le_bytes()) {
                *sum += f64::from(n) * per_use;
            }
        }
    }

    /// Uses in the draws of some words of draws.
    fn count(&self, uses: &[Use], words: Range<usize>, counted: &mut Counted) {
        let n_words_of_draws = self.times.len() / self.units.len().max(1);
        let Counted { lanes, wide } = counted;
        lanes.clear();
        lanes.resize(words.len(), 0);
        wide.clear();
        // What can still be added before a byte might overflow into the next.
        let mut room = u32::from(u8::MAX);
        for &Use { block, n } in uses.iter().filter(|used| (used.block as usize) < self.lengths.len()) {
            let unit = unit(block as usize, self.lengths.len());
            let times = &self.times[unit * n_words_of_draws..][words.clone()];
            let most_times = self.units[unit].most_times.to_le_bytes().into_iter().max().unwrap_or(0);
            let most = n.saturating_mul(most_times.into());
            if most > room {
                wide.resize(words.len() * LANES, 0);
                add_lanes(lanes, wide);
                lanes.fill(0);
                room = u32::from(u8::MAX);
            }
            if most > room {
                add_many(times, n, wide);
                continue;
            }
            room -= most;
            // Mostly once or twice, and additions run several words at a time.
            for _ in 0..n {
                for (lanes, times) in lanes.iter_mut().zip(times) {
                    *lanes += times;
                }
            }
        }
        if !wide.is_empty() {
            add_lanes(lanes, wide);
        }
    }
}

/// The unit of a block among so many: as many neighbours as must be drawn together.
fn unit(block: usize, n_blocks: usize) -> usize {
    if n_blocks <= MAX_UNITS { block } else { block * MAX_UNITS / n_blocks }
}

/// Makes one draw, in one place of a word, and returns its words.
fn draw_one(units: &mut [Unit], lane: usize, random: &mut Random) -> u64 {
    let n_units = units.len();
    let one = 1 << (8 * lane);
    let mut n_words = 0;
    let mut take = |unit: &mut Unit| {
        // No carry: no unit comes 128 times in 500 drawings, ever.
        unit.times += one;
        n_words += unit.n_words;
    };
    for at in (0..n_units).step_by(2) {
        let [first, second] = random.two_below(n_units as u32);
        take(&mut units[first]);
        // One too many where the number is odd.
        if at + 1 < n_units {
            take(&mut units[second]);
        }
    }
    n_words
}

/// The larger of each two bytes, all below 128.
fn larger_bytes(one: u64, other: u64) -> u64 {
    const TOPS: u64 = 0x8080_8080_8080_8080;
    let is_larger = (((one | TOPS) - other) & TOPS) >> 7;
    let mask = is_larger * 0xff;
    (one & mask) | (other & !mask)
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

/// The ends of a list of values that are not negative: their bits are in the order of the values.
#[derive(Clone, Debug, Default)]
pub(super) struct Tails {
    sample: Vec<u64>,
    low: Vec<u64>,
    high: Vec<u64>,
}

impl Tails {
    /// The middle 95 % of [`N_DRAWS`] values, none negative: from the 25th smallest to the 25th largest. Of fewer values
    /// accordingly.
    ///
    /// A sample bounds both ends, so that only the few values past the bounds need sorting.
    pub fn middle(&mut self, values: &[f64]) -> Interval {
        const STRIDE: usize = 9;
        let n = (FROM_END * values.len() / N_DRAWS).clamp(1, FROM_END);
        let Tails { sample, low, high } = self;
        sample.clear();
        sample.extend(values.iter().step_by(STRIDE).map(|value| value.to_bits()));
        // Twice as far in as the nth would be in the sample.
        let at = 2 * n / STRIDE + 1;
        if sample.len() <= 2 * at {
            (*low, *high) = (bits(values), bits(values));
        } else {
            let lower = *sample.select_nth_unstable(at).1;
            let last = sample.len() - 1;
            let upper = *sample.select_nth_unstable(last - at).1;
            low.clear();
            high.clear();
            for value in values.iter().map(|value| value.to_bits()) {
                if value <= lower {
                    low.push(value);
                }
                if value >= upper {
                    high.push(value);
                }
            }
            if low.len() < n {
                *low = bits(values);
            }
            if high.len() < n {
                *high = bits(values);
            }
        }
        let from_last = high.len().saturating_sub(n);
        Interval {
            low: nth(low, n - 1),
            high: if high.len() < n { f64::NEG_INFINITY } else { nth(high, from_last) },
        }
    }
}

fn bits(values: &[f64]) -> Vec<u64> {
    values.iter().map(|value| value.to_bits()).collect()
}

/// The value at a place of the sorted list, counted from nought; infinite if there are fewer.
fn nth(bits: &mut [u64], at: usize) -> f64 {
    if at < bits.len() { f64::from_bits(*bits.select_nth_unstable(at).1) } else { f64::INFINITY }
}

/// The nth smallest of some values that are not negative, counted from one; infinite if there are fewer.
pub(super) fn smallest(values: &[f64], n: usize) -> f64 {
    nth(&mut bits(values), n - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_is_cut_at_the_twenty_fifth_from_each_end() {
        let mut random = Random::new(7, 7);
        let mut values: Vec<f64> = (0..N_DRAWS).map(|_| (random.next() % 1_000) as f64).collect();
        let middle = Tails::default().middle(&values);
        values.sort_by(f64::total_cmp);
        assert_eq!(middle, Interval { low: values[24], high: values[N_DRAWS - 25] });
    }

    #[test]
    fn every_draw_has_as_many_units_as_the_group() {
        for n in [1usize, 2, 7, 500, 1_234] {
            let lengths: Vec<u32> = (0..n as u32).map(|i| 50 + i % 90).collect();
            let mut resampler = Resampler::new(&[Group { key: 1, lengths: &lengths }], 1);
            resampler.draw_the_rest();
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
