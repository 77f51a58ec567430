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
use super::lanes::{LANES, Lanes, add_lanes, add_many, add_word, add_words, larger_bytes};
use super::others::Others;
use super::random::Random;
use super::tails::{PerUse, ROUNDING, Tails};
use std::ops::Range;

/// Draws that every interval rests on, and the least for a p-value.
pub const N_DRAWS: usize = 999;

/// The most draws, for p-values that [`N_DRAWS`] leave small.
pub const MAX_DRAWS: usize = 9_999;

/// The most units in a group.
const MAX_UNITS: usize = 500;

/// Words of draws that hold the first.
pub(super) const N_FIRST: usize = N_DRAWS.div_ceil(LANES);

/// Units times draws that are kept in memory, a byte each.
const BUDGET: usize = 8_000_000;

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
    pub(super) others: Vec<Others>,
    pub(super) n_draws: usize,
    seed: u64,
    /// Room to work in, kept to spare allocations.
    counted: Lanes,
    pub(super) spare: Vec<Lanes>,
    pub(super) tails: Tails,
}

/// One group and how often each of its units is in each draw.
#[derive(Clone, Debug)]
pub(super) struct Resampled {
    key: u64,
    pub lengths: Vec<u32>,
    pub blocks: Blocks,
    /// Words in the shortest block that has any.
    pub shortest: u64,
    units: Vec<Unit>,
    /// By unit, then by draw, [`LANES`] to a word; those of the first draws close together, since they are asked for most.
    first: Vec<u64>,
    /// From the last word of the first on; empty until that is drawn.
    rest: Vec<u64>,
    /// By draw, up to a whole word of draws: what a use adds to the rate.
    per_use: Vec<f64>,
    /// The least and the most that a use adds in the draws that were made.
    per_use_within: [f64; 2],
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
    /// The middle 95 % of the rates that a single use in it makes, once that was asked for.
    middle_of_one: Option<Interval>,
}

impl Resampler {
    /// Draws all resamples. `seed` is any number that stays the same.
    pub fn new(groups: &[Group], seed: u64) -> Self {
        let n_draws = n_draws(groups.iter().map(|group| group.lengths.len()));
        let mut groups: Vec<Resampled> =
            groups.iter().map(|group| Resampled::new(group, seed, n_draws)).collect();
        for group in &mut groups {
            group.draw(0..N_FIRST, n_draws);
        }
        Resampler {
            others: Others::of_each(&groups),
            groups,
            n_draws,
            seed,
            counted: Lanes::default(),
            spare: Vec::new(),
            tails: Tails::default(),
        }
    }

    /// Whether these are the resamples that would be made of some groups by a seed.
    pub fn is_of(&self, groups: &[Group], seed: u64) -> bool {
        let is_of = |(resampled, group): (&Resampled, &Group)| {
            resampled.key == group.key && resampled.lengths == group.lengths
        };
        self.seed == seed && self.len() == groups.len() && self.groups.iter().zip(groups).all(is_of)
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
        (0..self.groups.len()).for_each(|group| self.draw_the_rest_of(group));
    }

    /// The same of one group.
    pub(super) fn draw_the_rest_of(&mut self, group: usize) {
        let group = &mut self.groups[group];
        if group.n_drawn() == N_FIRST {
            group.draw(N_FIRST..self.n_draws.div_ceil(LANES), self.n_draws);
        }
    }

    /// Rates per 10,000 words in a group's first [`N_DRAWS`] resamples.
    pub(super) fn rates(&mut self, group: usize, uses: &[Use], rates: &mut Vec<f64>) {
        rates.clear();
        rates.resize(N_FIRST * LANES, 0.0);
        self.groups[group].add_rates(uses, 0..N_FIRST, &mut self.counted, rates);
        rates.truncate(N_DRAWS);
    }

    /// The rates in a group's first draws, and of what was counted there.
    pub(super) fn rates_of(&self, group: usize, lanes: &Lanes, rates: &mut Vec<f64>) {
        rates.clear();
        rates.resize(N_FIRST * LANES, 0.0);
        self.groups[group].add_counted(lanes, 0, rates);
        rates.truncate(N_DRAWS);
    }

    /// In the draws past the first, which were made: those in which a group's rate, times `n_others`, is above what the others'
    /// sum was in the first draws, in turn, twice, and those in which it is equal, once.
    pub(super) fn twice_above_again(
        &mut self,
        group: usize,
        uses: &[Use],
        n_others: f64,
        others: &[f64],
    ) -> u64 {
        let Resampler { groups, counted, n_draws, .. } = self;
        let group = &groups[group];
        let (start, first) = (N_DRAWS / LANES, N_DRAWS / LANES * LANES);
        let draws = N_DRAWS - first..*n_draws - first;
        group.count(uses, start..n_draws.div_ceil(LANES), counted);
        let mut enough = u64::MAX;
        if counted.are_small() {
            // From so many uses on the rate is surely above.
            let most = others.iter().fold(0.0, |most: f64, one| most.max(*one)) * (1.0 + ROUNDING);
            let [least, _] = group.per_use_within;
            enough = ((most / (least * n_others)) as u64).saturating_add(1);
        }
        let mut n_above = 2 * draws.len() as u64;
        let mut look_at = |at: usize, n: u32| {
            let own = f64::from(n) * group.per_use[first + at] * n_others;
            n_above = n_above + twice_above(own, others[(first + at) % N_DRAWS]) - 2;
        };
        if counted.wide.is_empty() && enough < 128 {
            let mut found = Vec::new();
            counted.find_small(enough, false, draws, &mut found);
            found.into_iter().for_each(|(at, n)| look_at(at, n));
        } else {
            draws.for_each(|at| look_at(at, counted.at(at)));
        }
        n_above
    }

    /// The middle 95 % of the rates in a group's first draws.
    pub(super) fn middle_rate(&mut self, group: usize, lanes: &Lanes) -> Interval {
        let group = &mut self.groups[group];
        if lanes.n == 1 {
            // Most words of a city are said once.
            if let Some(known) = group.units[lanes.last_unit].middle_of_one {
                return known;
            }
            let middle = self.tails.middle_of_counts(lanes, &group.per_uses());
            group.units[lanes.last_unit].middle_of_one = Some(middle);
            return middle;
        }
        if lanes.are_small() {
            return self.tails.middle_of_counts(lanes, &group.per_uses());
        }
        let mut rates = vec![0.0; N_FIRST * LANES];
        group.add_counted(lanes, 0, &mut rates);
        self.tails.middle(&rates[..N_DRAWS])
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
        Resampled {
            key: group.key,
            lengths: group.lengths.to_vec(),
            blocks: Blocks::new(group.lengths.iter().copied().map(u64::from)),
            shortest: group.lengths.iter().copied().filter(|n| *n > 0).min().unwrap_or(0).into(),
            first: vec![0; units.len() * N_FIRST],
            rest: Vec::new(),
            per_use: Vec::with_capacity(n_draws.next_multiple_of(LANES)),
            per_use_within: [f64::INFINITY, 0.0],
            units,
            random: Random::new(seed, group.key),
        }
    }

    /// Words of draws that were made.
    fn n_drawn(&self) -> usize {
        self.per_use.len() / LANES
    }

    /// Makes the draws of some words: the first, or the rest.
    fn draw(&mut self, words: Range<usize>, n_draws: usize) {
        let is_rest = words.start > 0;
        let (start, row) = if is_rest { (N_FIRST - 1, words.end - (N_FIRST - 1)) } else { (0, N_FIRST) };
        if is_rest {
            self.rest = vec![0; self.units.len() * row];
            let last = self.first.iter().skip(start).step_by(N_FIRST);
            self.rest.iter_mut().step_by(row).zip(last).for_each(|(place, times)| *place = *times);
        }
        for word in words {
            for lane in 0..LANES {
                let is_drawn = word * LANES + lane < n_draws;
                let n_words = if is_drawn { draw_one(&mut self.units, lane, &mut self.random) } else { 0 };
                let per_use = if n_words > 0 { PER / n_words as f64 } else { 0.0 };
                self.per_use.push(per_use);
                if is_drawn {
                    let [least, most] = &mut self.per_use_within;
                    (*least, *most) = (least.min(per_use), most.max(per_use));
                }
            }
            let times = if is_rest { &mut self.rest } else { &mut self.first };
            let places = times.iter_mut().skip(word - start).step_by(row);
            for (unit, times) in self.units.iter_mut().zip(places) {
                *times = std::mem::take(&mut unit.times);
                unit.most_times = larger_bytes(unit.most_times, *times);
            }
        }
    }

    fn per_uses(&self) -> PerUse<'_> {
        let usual = PER / self.blocks.n_words.max(1) as f64;
        PerUse { of_draws: &self.per_use, within: self.per_use_within, usual }
    }

    /// How often a unit is in the draws of some words, which are all of the first, or none but their last.
    fn times(&self, unit: usize, words: &Range<usize>) -> &[u64] {
        let (times, start) = if words.end <= N_FIRST { (&self.first, 0) } else { (&self.rest, N_FIRST - 1) };
        let row = times.len() / self.units.len().max(1);
        &times[unit * row..][words.start - start..words.end - start]
    }

    fn add_rates(&self, uses: &[Use], words: Range<usize>, counted: &mut Lanes, sums: &mut [f64]) {
        self.count(uses, words.clone(), counted);
        self.add_counted(counted, words.start, sums);
    }

    /// Adds the rates of what was counted from some word of draws on.
    pub fn add_counted(&self, counted: &Lanes, first: usize, sums: &mut [f64]) {
        let per_use = &self.per_use[first * LANES..];
        if !counted.wide.is_empty() {
            for ((sum, n), per_use) in sums.iter_mut().zip(&counted.wide).zip(per_use) {
                *sum += f64::from(*n) * per_use;
            }
            return;
        }
        let (sums, _) = sums.as_chunks_mut();
        let (per_use, _) = per_use.as_chunks();
        for ((sums, per_use), word) in sums.iter_mut().zip(per_use).zip(&counted.lanes) {
            add_word(sums, per_use, *word);
        }
    }

    /// Uses in the first draws.
    pub fn count_first(&self, uses: &[Use], lanes: &mut Lanes) {
        self.count(uses, 0..N_FIRST, lanes);
    }

    /// Uses in the draws of some words of draws.
    fn count(&self, uses: &[Use], words: Range<usize>, counted: &mut Lanes) {
        let Lanes { lanes, wide, n: n_uses, squares, last_unit } = counted;
        (*n_uses, *squares) = (0, 0);
        lanes.clear();
        lanes.resize(words.len(), 0);
        wide.clear();
        // What can still be added before a byte might overflow into the next.
        let mut room = u32::from(u8::MAX);
        for &Use { block, n } in uses.iter().filter(|used| (used.block as usize) < self.lengths.len()) {
            *n_uses += u64::from(n);
            *squares += u64::from(n) * u64::from(n);
            let unit = unit(block as usize, self.lengths.len());
            *last_unit = unit;
            let times = self.times(unit, &words);
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
            add_words(lanes, times, n.into());
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
    for pair in 0..n_units.div_ceil(2) {
        let [first, second] = random.two_below(n_units as u32);
        take(&mut units[first]);
        // One too many where the number is odd.
        if 2 * pair + 1 < n_units {
            take(&mut units[second]);
        }
    }
    n_words
}

/// Two if a rate is above another, one if they are equal.
pub(super) fn twice_above(own: f64, others: f64) -> u64 {
    u64::from(own > others) + u64::from(own >= others)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rates of single uses, of a few, of so many that bytes do not hold them, with blocks of all lengths.
    #[test]
    fn the_middle_of_counts_is_that_of_their_rates() {
        let mut random = Random::new(7, 8);
        let mut below = |n: u64| (random.next() % n) as u32;
        for n_blocks in [7, 36, 200] {
            let lengths: Vec<u32> = (0..n_blocks).map(|_| below(300)).collect();
            let mut resampler = Resampler::new(&[Group { key: 5, lengths: &lengths }], 3);
            for most in [1, 2, 5, 40, 90] {
                for n_with in 1..n_blocks.min(12) {
                    let uses = (0..n_with).map(|block| Use { block: block as u32, n: 1 + below(most) });
                    let uses: Vec<Use> = uses.collect();
                    let (mut lanes, mut rates) = (Lanes::default(), Vec::new());
                    resampler.groups[0].count_first(&uses, &mut lanes);
                    resampler.rates(0, &uses, &mut rates);
                    assert_eq!(resampler.middle_rate(0, &lanes), Tails::default().middle(&rates), "{uses:?}");
                }
            }
        }
    }

    #[test]
    fn every_draw_has_as_many_units_as_the_group() {
        for n in [1usize, 2, 7, 500, 1_234] {
            let lengths: Vec<u32> = (0..n as u32).map(|i| 50 + i % 90).collect();
            let mut resampler = Resampler::new(&[Group { key: 1, lengths: &lengths }], 1);
            resampler.draw_the_rest();
            let group = &resampler.groups[0];
            for draw in [0, 1, N_DRAWS, resampler.n_draws - 1] {
                let word = draw / LANES..draw / LANES + 1;
                let times = |unit: usize| group.times(unit, &word)[0].to_le_bytes()[draw % LANES];
                let drawn: usize = (0..group.units.len()).map(|unit| usize::from(times(unit))).sum();
                assert_eq!(drawn, n.min(MAX_UNITS));
            }
        }
    }
}
