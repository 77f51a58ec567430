//! Ranks that one may trust: which cities can be told apart at all, and between which ranks each may be.
//!
//! Cities sorted by a rate always have a first and a last, chance or not. Here city A is above city B only if the
//! difference of their rates exceeds what resampling makes of it, for all pairs at once: with the difference d, its
//! standard error s over the draws, and c the 95th percentile over the draws of the largest |d* − d| / s of all pairs, A
//! is above B if d > c s. A city's rank then lies between 1 + the number of cities above it and the number of all less
//! those below it; with probability .95 that holds for all cities together.
//!
//! As resamples of few blocks know too little of chance, for that last step a rate varies at least as much as its count
//! would if uses were independent, that of no use as much as that of one; and c is at least 1.96.
//!
//! The percentiles of resampled ranks, which are often shown, are too narrow just where cities are nearly tied.
//!
//! Source: M. Mogstad, J. P. Romano, A. M. Shaikh, D. Wilhelm (2024), Inference for ranks with applications to mobility
//! across neighbourhoods and academic achievement across countries, Review of Economic Studies 91 (1), 476-518
//! (simultaneous, one step).

use super::dispersion::Blocks;
use super::frequency::{PER, rate};
use super::lists::is_enough;
use super::resample::{Resampler, Use};
use super::special::Z;
use super::tails::smallest;

/// The ranks that a city may have, both included; 1 has the highest rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RankInterval {
    /// One more than the number of cities that are surely above.
    pub best: usize,
    /// The number of cities less those that are surely below.
    pub worst: usize,
}

impl RankInterval {
    /// The rank, if there is but one; ties are not ranked.
    pub fn rank(&self) -> Option<usize> {
        (self.best == self.worst).then_some(self.best)
    }
}

impl Resampler {
    /// The ranks of all groups by the rate of a word or a theme; `None` for groups with too little text, which are not
    /// counted.
    ///
    /// `uses` as in [`Resampler::compare`].
    pub fn ranks(&mut self, uses: &[&[Use]]) -> Vec<Option<RankInterval>> {
        let mut rates = vec![Vec::new(); self.len()];
        let mut ranked = Vec::new();
        let mut known = Vec::new();
        for (group, rates) in rates.iter_mut().enumerate() {
            let resampled = &self.groups[group];
            let Blocks { n_words, n_blocks, .. } = resampled.blocks;
            if !is_enough(n_words, n_blocks) {
                continue;
            }
            let inside = |used: &&Use| (used.block as usize) < resampled.lengths.len();
            let uses = uses.get(group).copied().unwrap_or(&[]);
            let n: u64 = uses.iter().filter(inside).map(|used| u64::from(used.n)).sum();
            let per_use = PER / n_words as f64;
            self.rates(group, uses, rates);
            known.push(Known { rate: rate(n, n_words), least: per_use * per_use * n.max(1) as f64 });
            ranked.push(group);
        }
        let draws: Vec<&[f64]> = ranked.iter().map(|group| rates[*group].as_slice()).collect();
        let mut ranks = vec![None; self.len()];
        for (group, rank) in ranked.iter().zip(rank_intervals(&known, &draws)) {
            ranks[*group] = Some(rank);
        }
        ranks
    }
}

/// What is known of a group's rate without resampling.
struct Known {
    rate: f64,
    /// The least variance that is believed of it.
    least: f64,
}

/// Rank intervals of groups and their resamples, all equally many.
fn rank_intervals(known: &[Known], draws: &[&[f64]]) -> Vec<RankInterval> {
    let n = known.len();
    let variances: Vec<f64> = draws.iter().map(|draws| variance(draws)).collect();
    let critical = critical(known, draws, &variances);
    let believed: Vec<f64> =
        known.iter().zip(&variances).map(|(known, seen)| seen.max(known.least)).collect();
    let mut ranks = vec![RankInterval { best: 1, worst: n }; n];
    for a in 0..n {
        for b in 0..n {
            if known[a].rate - known[b].rate > critical * (believed[a] + believed[b]).sqrt() {
                ranks[b].best += 1;
                ranks[a].worst -= 1;
            }
        }
    }
    ranks
}

/// What the largest of all pairs' differences, each in standard errors, stays below in 95 of 100 draws.
fn critical(known: &[Known], draws: &[&[f64]], variances: &[f64]) -> f64 {
    let n_draws = draws.first().map_or(0, |draws| draws.len());
    let pair = |a: usize, b: usize| {
        let error = (variances[a] + variances[b]).sqrt();
        (known[a].rate - known[b].rate, if error > 0.0 { 1.0 / error } else { 0.0 })
    };
    let pairs: Vec<Vec<(f64, f64)>> =
        (0..known.len()).map(|a| (0..known.len()).map(|b| pair(a.min(b), a.max(b))).collect()).collect();
    let mut strayed = vec![0.0; known.len()];
    let largest: Vec<f64> = (0..n_draws)
        .map(|draw| {
            for (a, strayed) in strayed.iter_mut().enumerate() {
                let away = draws[a][draw] - known[a].rate;
                *strayed = if away == 0.0 { 0.0 } else { away * away / variances[a] };
            }
            largest_difference(&pairs, draws, draw, &strayed)
        })
        .collect();
    let bound = smallest(&largest, n_draws * 95 / 100 + 1);
    if bound.is_finite() { bound.max(Z) } else { Z }
}

/// The largest difference of a draw, in standard errors. `strayed` are the squares of how far each rate strayed, in its own
/// standard errors: by Cauchy and Schwarz the square of a pair's difference is no more than the sum of its two, so that
/// after those of the furthest one few pairs need to be looked at.
fn largest_difference(pairs: &[Vec<(f64, f64)>], draws: &[&[f64]], draw: usize, strayed: &[f64]) -> f64 {
    /// More than rounding can make of it.
    const SLACK: f64 = 1.0 + 1e-6;
    let furthest = (0..strayed.len()).fold(0, |far, one| if strayed[one] > strayed[far] { one } else { far });
    let mut largest: f64 = 0.0;
    let mut look_at = |a: usize, b: usize| {
        let (difference, per_error) = pairs[a][b];
        let far: f64 = (draws[a.min(b)][draw] - draws[a.max(b)][draw] - difference).abs() * per_error;
        largest = if far > largest { far } else { largest };
        largest * largest
    };
    let mut bound = 0.0;
    for other in (0..strayed.len()).filter(|other| *other != furthest) {
        bound = look_at(furthest, other);
    }
    for a in (0..strayed.len()).filter(|a| *a != furthest) {
        if (strayed[a] + strayed[furthest]) * SLACK < bound {
            continue;
        }
        for b in a + 1..strayed.len() {
            if (strayed[a] + strayed[b]) * SLACK >= bound {
                bound = look_at(a, b);
            }
        }
    }
    largest
}

fn variance(values: &[f64]) -> f64 {
    let n = values.len().max(2) as f64;
    let mean = values.iter().sum::<f64>() / n;
    values.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / (n - 1.0)
}
