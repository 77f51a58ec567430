//! How large a difference is, with what chance could have made of it.
//!
//! All of it supposes that uses of a word are independent of each other, as do all intervals that other tools give.
//! They are right for words that run through a text and too narrow for words that come in clumps;
//! [`Resampler`](super::Resampler) gives intervals that hold for both. Totals below their counts are read as equal.
//!
//! # Sources
//! - A. Hardie (2014), Log Ratio: an informal introduction, Lancaster.
//! - D. Katz, J. Baptista, S. P. Azen, M. C. Pike (1978), Obtaining confidence intervals for the risk ratio in cohort
//!   studies, Biometrics 34 (3), 469-474.
//! - S. Evert (2022), Measuring keyness, Digital Humanities 2022, Tokyo, 202-205 (LRC).
//! - M. P. Fay (2010), Two-sided exact tests and matching confidence intervals for discrete data, R Journal 2 (1), 53-58.

use super::interval::{Interval, clopper_pearson};
use super::keyness::log_ratio;
use super::special::{Z, beta_share};

/// Interval of [`log_ratio`] at 95 %: the log ratio ± 1.96 standard errors of Katz and others (1978),
/// `√(1/a − 1/A + 1/b − 1/B) / ln 2`.
///
/// A count of zero is read as 0.5 here too, so that the interval always holds the log ratio. `None` where that says
/// nothing: the word stands in neither text, or either text is empty.
///
/// ```
/// use chengyan::stats::log_ratio_interval;
///
/// let interval = log_ratio_interval(30, 5_000, 20, 15_000).unwrap();
/// assert!(interval.low > 1.3 && interval.high < 3.0 && interval.contains(2.169_925));
/// ```
pub fn log_ratio_interval(
    n_target: u64,
    total_target: u64,
    n_reference: u64,
    total_reference: u64,
) -> Option<Interval> {
    let (total_target, total_reference) = (total_target.max(n_target), total_reference.max(n_reference));
    if total_target == 0 || total_reference == 0 || (n_target == 0 && n_reference == 0) {
        return None;
    }
    let part = |n: u64, total: u64| 1.0 / (n as f64).max(0.5) - 1.0 / total as f64;
    let variance = part(n_target, total_target) + part(n_reference, total_reference);
    let reach = Z * variance.max(0.0).sqrt() / libm::log(2.0);
    let ratio = log_ratio(n_target, total_target, n_reference, total_reference);
    Some(Interval { low: ratio - reach, high: ratio + reach })
}

/// Evert's conservative log ratio (LRC): the end nearest to 0 of the exact 95 % interval of the ratio of rates, and 0
/// where that interval holds 0.
///
/// "At least so many times as frequent": a rare word gets a small value however large its ratio. Given the sum of both
/// counts, the target's is binomial (the conditional Poisson test, Fay 2010), and its exact interval
/// ([`clopper_pearson`]) becomes one of the ratio. No correction for many words is made.
///
/// ```
/// use chengyan::stats::conservative_log_ratio;
///
/// // 4.5 times as frequent; at least 2.5 times.
/// let bound = conservative_log_ratio(30, 5_000, 20, 15_000);
/// assert!(bound > 1.29 && bound < 1.31, "{bound}");
/// // Twice against none says nothing yet.
/// assert_eq!(conservative_log_ratio(2, 1_000, 0, 1_000), 0.0);
/// ```
pub fn conservative_log_ratio(
    n_target: u64,
    total_target: u64,
    n_reference: u64,
    total_reference: u64,
) -> f64 {
    let (total_target, total_reference) = (total_target.max(n_target), total_reference.max(n_reference));
    let n = n_target.saturating_add(n_reference);
    if n == 0 || total_target == 0 || total_reference == 0 {
        return 0.0;
    }
    let share = clopper_pearson(n_target, n);
    let odds = share.map(|share| share / (1.0 - share) * (total_reference as f64 / total_target as f64));
    // An end that is 0 or infinite is never the nearer one to a ratio of 1, unless the interval holds 1.
    if odds.low > 1.0 {
        libm::log2(odds.low)
    } else if odds.high < 1.0 {
        libm::log2(odds.high)
    } else {
        0.0
    }
}

/// Probability of so large a difference of two rates by chance, were uses independent: the exact conditional test of two
/// Poisson counts, two-sided by doubling the smaller tail.
///
/// 1 where the rates are equal or nothing was counted. Given the sum of both counts, the target's is binomial; source as
/// in [`conservative_log_ratio`], with which it agrees: at most 0.05 where that is not 0.
///
/// ```
/// use chengyan::stats::poisson_test;
///
/// assert!((poisson_test(15, 1_155, 2, 1_165) - 0.002_219).abs() < 1e-6);
/// assert_eq!(poisson_test(0, 1_000, 0, 1_000), 1.0);
/// ```
pub fn poisson_test(n_target: u64, total_target: u64, n_reference: u64, total_reference: u64) -> f64 {
    let (total_target, total_reference) = (total_target.max(n_target), total_reference.max(n_reference));
    conditional(n_target as f64, total_target as f64, n_reference as f64, total_reference as f64)
}

/// [`poisson_test`] of counts that need not be whole.
pub(super) fn conditional(n_target: f64, total_target: f64, n_reference: f64, total_reference: f64) -> f64 {
    let total = total_target + total_reference;
    if total_target <= 0.0 || total_reference <= 0.0 || n_target + n_reference <= 0.0 {
        return 1.0;
    }
    let at_least =
        if n_target > 0.0 { beta_share(n_target, n_reference + 1.0, total_target / total) } else { 1.0 };
    let at_most = if n_reference > 0.0 {
        beta_share(n_reference, n_target + 1.0, total_reference / total)
    } else {
        1.0
    };
    (2.0 * at_least.min(at_most)).min(1.0)
}
