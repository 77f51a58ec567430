//! Keyness: how strongly the use of one word tells texts apart.
//!
//! Two questions, two numbers. The log-likelihood G² asks how hard the difference is to explain by
//! equal rates (it grows with the amount of text); the log ratio asks how large the difference is
//! (it does not). Read them together: a high G² with a log ratio near 0 is a small difference in
//! much text.
//!
//! # Which G²
//! This is the form of Dunning (1993), over the full contingency table: the word and *all other
//! words* in the rows, the texts in the columns,
//!
//! ```text
//! G² = 2 Σ O ln(O / E)     over all cells,   E = row total × column total / grand total
//! ```
//!
//! Rayson and Garside (2000), and with them many corpus tools and the Lancaster "log-likelihood
//! wizard", sum over the first row only, the word itself. What they leave out, the row of all other
//! words, is never negative; so their value is never larger than this one. The two lie close
//! together for a rare word and part as the word grows frequent (30 in 5,000 against 20 in 15,000:
//! 27.38 and 27.47; 500 in 1,000 against 100 in 1,000: 291.10 and 407.00). Only the full form is a
//! likelihood ratio, asymptotically χ² distributed with columns − 1 degrees of freedom.
//!
//! # Promises
//! - Finite for every input. A total below its count is read as equal to the count (no other
//!   words).
//! - `0 <= G² <= 2 ln 2 × grand total`, and exactly 0 where all rates are equal (as long as count ×
//!   grand total stays below 2⁵³).
//! - Exchanging the two texts leaves G² the same to the last bit.
//!
//! It does not turn G² into a p-value: words of one text are not independent draws.
//!
//! # Sources
//! - T. Dunning (1993), Accurate methods for the statistics of surprise and coincidence,
//!   Computational Linguistics 19 (1), 61–74.
//! - P. Rayson, R. Garside (2000), Comparing corpora using frequency profiling, Proceedings of the
//!   Workshop on Comparing Corpora, ACL, 1–6.
//! - A. Hardie (2014), Log Ratio: an informal introduction, ESRC Centre for Corpus Approaches to
//!   Social Science, Lancaster.

/// Log-likelihood G² of a word in a target text against a reference text, by Dunning (1993) over
/// the full 2 × 2 table.
///
/// 0 where the rates are equal, or where either text is empty. For orientation only: χ² with one
/// degree of freedom passes 3.84 with probability .05 and 10.83 with .001, if words were
/// independent.
///
/// ```
/// use chengyan::stats::log_likelihood;
///
/// let g2 = log_likelihood(30, 5_000, 20, 15_000);
/// assert!((g2 - 27.47).abs() < 0.01);
/// assert_eq!(log_likelihood(10, 1_000, 20, 2_000), 0.0);
/// assert_eq!(log_likelihood(0, 0, 20, 2_000), 0.0);
/// ```
pub fn log_likelihood(n_target: u64, total_target: u64, n_reference: u64, total_reference: u64) -> f64 {
    log_likelihood_spread(&[n_target, n_reference], &[total_target, total_reference])
}

/// [`log_likelihood`] with a sign: negative where the word is rarer in the target than in the
/// reference.
///
/// The sign is decided on whole numbers, so that equal rates give 0 and rounding never turns it.
///
/// ```
/// use chengyan::stats::signed_log_likelihood;
///
/// assert!(signed_log_likelihood(30, 5_000, 20, 15_000) > 0.0);
/// assert_eq!(
///     signed_log_likelihood(20, 15_000, 30, 5_000),
///     -signed_log_likelihood(30, 5_000, 20, 15_000),
/// );
/// ```
pub fn signed_log_likelihood(
    n_target: u64,
    total_target: u64,
    n_reference: u64,
    total_reference: u64,
) -> f64 {
    let g2 = log_likelihood(n_target, total_target, n_reference, total_reference);
    let total_target = u128::from(total_target.max(n_target));
    let total_reference = u128::from(total_reference.max(n_reference));
    if u128::from(n_target) * total_reference < u128::from(n_reference) * total_target { -g2 } else { g2 }
}

/// Binary logarithm of the ratio of the two relative frequencies, by Hardie (2014).
///
/// 1 means twice as frequent in the target, −1 half as frequent, 0 equally. A count of zero is
/// read as 0.5, and only a count of zero, so that a word absent from one text gets a finite and
/// conservative value. 0 where the word stands in neither text, or where either text is empty.
/// Otherwise between −(1 + log₂ of the target's total) and 1 + log₂ of the reference's.
///
/// ```
/// use chengyan::stats::log_ratio;
///
/// assert_eq!(log_ratio(8, 1_000, 2, 1_000), 2.0);
/// assert_eq!(log_ratio(2, 1_000, 8, 1_000), -2.0);
/// // Absent from the reference: 8 against 0.5.
/// assert_eq!(log_ratio(8, 1_000, 0, 1_000), 4.0);
/// ```
pub fn log_ratio(n_target: u64, total_target: u64, n_reference: u64, total_reference: u64) -> f64 {
    let total_target = total_target.max(n_target);
    let total_reference = total_reference.max(n_reference);
    if total_target == 0 || total_reference == 0 || (n_target == 0 && n_reference == 0) {
        return 0.0;
    }
    let target = half_for_zero(n_target) * total_reference as f64;
    let reference = half_for_zero(n_reference) * total_target as f64;
    libm::log2(target / reference)
}

/// Log-likelihood G² of a word's spread over any number of texts: the same full table with one
/// column per text.
///
/// It answers how strongly the word tells the texts apart, without saying which of them stands
/// out. With two texts it equals [`log_likelihood`]. Texts without words add nothing; with fewer
/// than two texts that have words, or for a word that stands in none, it is 0. `counts[i]` belongs
/// to `totals[i]`; where one list is longer, its rest is ignored.
///
/// ```
/// use chengyan::stats::log_likelihood_spread;
///
/// let even = log_likelihood_spread(&[10, 20, 30], &[1_000, 2_000, 3_000]);
/// let uneven = log_likelihood_spread(&[30, 20, 10], &[1_000, 2_000, 3_000]);
/// assert_eq!(even, 0.0);
/// assert!(uneven > 30.0);
/// ```
pub fn log_likelihood_spread(counts: &[u64], totals: &[u64]) -> f64 {
    spread(counts.iter().zip(totals).map(|(&n, &total)| (n as f64, total as f64)))
}

/// G² of a table with one column for each pair of a count and a total; they need not be whole.
pub(super) fn spread(columns: impl Iterator<Item = (f64, f64)> + Clone) -> f64 {
    let columns = || columns.clone().map(|(n, total)| (n, total.max(n)));
    let n_word: f64 = columns().map(|(n, _)| n).sum();
    let grand_total: f64 = columns().map(|(_, total)| total).sum();
    let n_other = grand_total - n_word;
    let word: f64 = columns().map(|(n, total)| cell(n, n_word, total, grand_total)).sum();
    let other: f64 = columns().map(|(n, total)| cell(total - n, n_other, total, grand_total)).sum();
    // The sum is never negative in exact arithmetic; rounding may leave it a hair below.
    (2.0 * (word + other)).max(0.0)
}

/// One cell's `O ln(O / E)`, with the limit 0 for an empty cell.
///
/// `ln(1 + (O − E) / E)` rather than `ln(O / E)`: where observed and expected are close, which is
/// the rule for the cells of all other words, the difference is formed before rounding eats it.
fn cell(observed: f64, row_total: f64, column_total: f64, grand_total: f64) -> f64 {
    if observed <= 0.0 {
        return 0.0;
    }
    let expected = row_total * column_total;
    observed * libm::log1p((observed * grand_total - expected) / expected)
}

/// Hardie's replacement for counts whose logarithm does not exist.
fn half_for_zero(n: u64) -> f64 {
    if n == 0 { 0.5 } else { n as f64 }
}
