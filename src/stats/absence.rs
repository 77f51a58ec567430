//! Whether it means anything that a text does not use a word.
//!
//! A text of 400 words lacks most words by chance. [`probability_of_none`] says how likely the absence is for a text of
//! that length, judged by other texts; only where it is unlikely may one say that the text avoids the word.
//!
//! # How
//! The unit is the block, since uses within a block depend on each other: what counts of another text is in how many of
//! its blocks the word stands. Texts moreover differ in how much they say of a thing, so that a new text's share of such
//! blocks is not the mean of the others' but is drawn from around it. The model is beta-binomial: the share has a beta
//! distribution with the others' mean (each text has the same say) and a variance of three parts by moments,
//!
//! ```text
//! v = τ² (1 + 1/k) + p (1 − p) / k² × Σ 1 / Bᵢ       a + b = p (1 − p) / v − 1
//! τ² = max(0, variance of the shares − mean of pᵢ (1 − pᵢ) / (Bᵢ − 1))
//! ```
//!
//! where τ² is how texts differ beyond chance, and the rest how little the others know the mean. The probability of none
//! in B blocks is then `Beta(a, b + B) / Beta(a, b)`. A Poisson model, `exp(−expected)`, has none of the three and finds
//! absences everywhere.
//!
//! With a single other text there is nothing to see τ² by, and it is taken to be 0: read the absence as one from
//! *this* comparison. Blocks of one document are like each other; that is not in the model.
//!
//! Source: J. C. Kleinman (1973), Proportions with extraneous variance: single and independent samples, Journal of the
//! American Statistical Association 68, 46-54.

use super::special::ln_beta;

/// Blocks of a text and how many of them use a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BlocksWith {
    /// Blocks that use the word.
    pub n_with: u64,
    /// All blocks.
    pub n_blocks: u64,
}

/// The a + b past which the beta distribution is a point, and the difference of logarithms all rounding.
const POINT: f64 = 1e9;

/// Probability that none of `n_blocks` blocks uses a word, judged by other texts.
///
/// 1 where no other text uses it or none has blocks. `n_blocks` need not be whole: where a text's blocks are longer or
/// shorter than the others', give its length in blocks of theirs.
///
/// ```
/// use chengyan::stats::{BlocksWith, probability_of_none};
///
/// let half = BlocksWith { n_with: 10, n_blocks: 20 };
/// let few = BlocksWith { n_with: 1, n_blocks: 20 };
/// assert!(probability_of_none(&[half, half, half], 20.0) < 0.001);
/// assert!(probability_of_none(&[few, few, few], 20.0) > 0.3);
/// // The same mean, but one text has all of it: a fourth may well have none.
/// let none = BlocksWith { n_with: 0, n_blocks: 20 };
/// let most = BlocksWith { n_with: 19, n_blocks: 20 };
/// assert!(probability_of_none(&[most, none, none], 20.0) > 0.5);
/// ```
pub fn probability_of_none(others: &[BlocksWith], n_blocks: f64) -> f64 {
    let texts: Vec<(f64, f64)> = others
        .iter()
        .filter(|text| text.n_blocks > 0)
        .map(|text| (text.n_with.min(text.n_blocks) as f64 / text.n_blocks as f64, text.n_blocks as f64))
        .collect();
    let n_blocks = if n_blocks > 0.0 { n_blocks.min(f64::MAX) } else { 0.0 };
    let k = texts.len() as f64;
    let mean = texts.iter().map(|(share, _)| share).sum::<f64>() / k.max(1.0);
    if mean == 0.0 {
        return 1.0;
    }
    // "All blocks" is never certain of the next one.
    let n_all: f64 = texts.iter().map(|(_, blocks)| blocks).sum();
    let mean = mean.min(1.0 - 0.5 / n_all);
    let between = between(&texts, k);
    let known = texts.iter().map(|(_, blocks)| 1.0 / blocks).sum::<f64>() * mean * (1.0 - mean) / (k * k);
    let variance = between * (1.0 + 1.0 / k) + known;
    none_of(mean, mean * (1.0 - mean) / variance - 1.0, n_blocks)
}

/// How much the texts' shares vary beyond chance (τ²).
fn between(texts: &[(f64, f64)], k: f64) -> f64 {
    if k < 2.0 {
        return 0.0;
    }
    let mean = texts.iter().map(|(share, _)| share).sum::<f64>() / k;
    let variance = texts.iter().map(|(share, _)| (share - mean) * (share - mean)).sum::<f64>() / (k - 1.0);
    let chance = |&(share, blocks): &(f64, f64)| share * (1.0 - share) / (blocks - 1.0).max(1.0);
    (variance - texts.iter().map(chance).sum::<f64>() / k).max(0.0)
}

/// Probability of none in so many draws with a beta-distributed share of that mean and that a + b.
fn none_of(mean: f64, sum: f64, n: f64) -> f64 {
    if sum > POINT {
        return libm::exp(n * libm::log1p(-mean));
    }
    // A variance as large as a share can have leaves 0 or less: the share is then all or nothing.
    let sum = sum.max(1e-6);
    let (a, b) = (mean * sum, (1.0 - mean) * sum);
    libm::exp(ln_beta(a, b + n) - ln_beta(a, b)).min(1.0)
}
