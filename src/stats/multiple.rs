//! Many words tested at once: how much of what is called a difference is chance.
//!
//! Source: Y. Benjamini, Y. Hochberg (1995), Controlling the false discovery rate, Journal of the Royal Statistical
//! Society B 57 (1), 289-300; adjusted p-values as in Y. Benjamini, D. Yekutieli (2001), Annals of Statistics 29 (4),
//! 1165-1188.
use crate::order::Order;

/// Benjamini and Hochberg's adjusted p-values (q), in the order given.
///
/// If all words with `q <= 0.05` are called different, one in twenty of them is expected to be so by chance; this
/// holds for independent tests and for those that depend on each other positively.
///
/// `n_tests` is the size of the family: all words that might have been called different. Where it is larger than the
/// list, the others count as tests with p = 1, which keeps the promise when only the words that are shown were
/// tested; where it is smaller, the list's length is taken. A p that is not a number is read as 1, others are held
/// between 0 and 1.
///
/// With few draws the smallest p is `1 / (n_draws + 1)`, and a family of `n_tests` then needs
/// `n_tests / (0.05 (n_draws + 1))` words at that floor before any is called different. Too few draws make the test
/// refuse; they never make it claim.
///
/// ```
/// use chengyan::stats::benjamini_hochberg;
///
/// assert_eq!(benjamini_hochberg(&[0.01, 0.04, 0.03], 3), [0.03, 0.04, 0.04]);
/// assert_eq!(benjamini_hochberg(&[0.01], 10), [0.1]);
/// ```
pub fn benjamini_hochberg(p: &[f64], n_tests: usize) -> Vec<f64> {
    let p: Vec<f64> = p.iter().map(|p| if p.is_nan() { 1.0 } else { p.clamp(0.0, 1.0) }).collect();
    let n_tests = n_tests.max(p.len()) as f64;
    let mut order: Vec<usize> = (0..p.len()).collect();
    order.order_by(|&a, &b| p[a].total_cmp(&p[b]).then(a.cmp(&b)));
    let mut q = vec![1.0; p.len()];
    let mut least: f64 = 1.0;
    for (rank, &index) in order.iter().enumerate().rev() {
        least = least.min(p[index] * n_tests / (rank + 1) as f64);
        q[index] = least;
    }
    q
}

/// Kish's effective number of weighted things: `(Σ w)² / Σ w²`.
///
/// So many equally weighted ones would be as informative. Equal to the number of weights where all are equal, 1 where
/// one outweighs all others, 0 where there are none. Weights that are not positive and finite are left out.
///
/// Source: L. Kish (1965), Survey Sampling, New York: Wiley, 11.7.
///
/// ```
/// use chengyan::stats::effective_number;
///
/// assert_eq!(effective_number(&[2.0, 2.0, 2.0]), 3.0);
/// assert_eq!(effective_number(&[2.0, 1.0]), 1.8);
/// ```
pub fn effective_number(weights: &[f64]) -> f64 {
    let weights = || weights.iter().filter(|weight| **weight > 0.0 && weight.is_finite());
    // Relative to the largest, so that no square overflows.
    let largest = weights().fold(0.0, |largest: f64, weight| largest.max(*weight));
    if largest == 0.0 {
        return 0.0;
    }
    let sum: f64 = weights().map(|weight| weight / largest).sum();
    let squares: f64 = weights().map(|weight| (weight / largest) * (weight / largest)).sum();
    sum * sum / squares
}
