//! Frequencies that can be compared between texts of different length.
//!
//! Promises a plain proportion; it does not smooth, and does not say how sure the proportion is.

/// Words per which [`rate`] counts.
pub(super) const PER: f64 = 10_000.0;

/// Uses of a word per 10,000 words: `10,000 n / n_total`.
///
/// An empty total gives 0, since nothing was said and so nothing was said often. Between 0 and
/// 10,000 as long as `n <= n_total`.
///
/// ```
/// use chengyan::stats::rate;
///
/// assert_eq!(rate(3, 2_000), 15.0);
/// assert_eq!(rate(0, 2_000), 0.0);
/// assert_eq!(rate(0, 0), 0.0);
/// ```
pub fn rate(n: u64, n_total: u64) -> f64 {
    if n_total == 0 {
        return 0.0;
    }
    PER * n as f64 / n_total as f64
}
