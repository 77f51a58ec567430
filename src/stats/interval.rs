//! How sure a share or a rate is, as an interval that covers the true one in 95 of 100 cases.
//!
//! These three hold for independent draws. Blocks of a text come near to that, and so [`wilson`] is fit for the
//! share of blocks that use a word; single words do not (a word that was used is likely used again), so that
//! [`poisson`] is too narrow for the rate of a word that comes in clumps. For rates of words use
//! [`Resampler`](super::Resampler), which draws blocks.

use super::special::{Z, beta_quantile, gamma_quantile};

/// How often an interval of this room is to cover what it is about.
pub const CONFIDENCE: f64 = 0.95;

/// What is left out on each side.
pub(super) const TAIL: f64 = 0.025;

/// From `low` to `high`, both included; `low <= high`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// Lower bound.
    pub low: f64,
    /// Upper bound.
    pub high: f64,
}

impl Interval {
    /// Whether a value lies within.
    pub fn contains(&self, value: f64) -> bool {
        self.low <= value && value <= self.high
    }

    /// Both bounds through a rising function.
    pub fn map(self, rising: impl Fn(f64) -> f64) -> Self {
        Interval { low: rising(self.low), high: rising(self.high) }
    }

    /// The value within that lies nearest to `to`: `to` itself if it lies within.
    ///
    /// ```
    /// use chengyan::stats::Interval;
    ///
    /// assert_eq!(Interval { low: 0.5, high: 2.0 }.nearest(0.0), 0.5);
    /// assert_eq!(Interval { low: -3.0, high: -1.0 }.nearest(0.0), -1.0);
    /// assert_eq!(Interval { low: -3.0, high: 1.0 }.nearest(0.0), 0.0);
    /// ```
    pub fn nearest(&self, to: f64) -> f64 {
        to.max(self.low).min(self.high)
    }
}

/// Wilson's score interval of a share, `n` of `n_total`, at 95 %.
///
/// From 0 to 1 where nothing was drawn. It is never degenerate: 0 of 20 gives an upper bound of 0.16. `n` above
/// `n_total` is read as `n_total`.
///
/// Source: E. B. Wilson (1927), Probable inference, the law of succession, and statistical inference, Journal of
/// the American Statistical Association 22, 209-212; recommended by R. G. Newcombe (1998), Statistics in Medicine
/// 17, 857-872.
///
/// ```
/// use chengyan::stats::wilson;
///
/// let share = wilson(81, 263);
/// assert!((share.low - 0.2553).abs() < 5e-5 && (share.high - 0.3662).abs() < 5e-5);
/// ```
pub fn wilson(n: u64, n_total: u64) -> Interval {
    if n_total == 0 {
        return Interval { low: 0.0, high: 1.0 };
    }
    let total = n_total as f64;
    let share = n.min(n_total) as f64 / total;
    let middle = share + Z * Z / (2.0 * total);
    let reach = Z * (share * (1.0 - share) / total + Z * Z / (4.0 * total * total)).sqrt();
    let scale = 1.0 + Z * Z / total;
    // In exact arithmetic the bounds of "none" and "all" are 0 and 1.
    let low = if n == 0 { 0.0 } else { (middle - reach) / scale };
    let high = if n >= n_total { 1.0 } else { (middle + reach) / scale };
    Interval { low: low.max(0.0), high: high.min(1.0) }
}

/// The exact interval of Clopper and Pearson of a share, `n` of `n_total`, at 95 %.
///
/// It covers at least as often as it says, and is therefore wider than [`wilson`]. From 0 to 1 where nothing was
/// drawn; `n` above `n_total` is read as `n_total`.
///
/// Source: C. J. Clopper, E. S. Pearson (1934), The use of confidence or fiducial limits illustrated in the case of
/// the binomial, Biometrika 26, 404-413.
pub fn clopper_pearson(n: u64, n_total: u64) -> Interval {
    let n = n.min(n_total);
    let (with, without) = (n as f64, (n_total - n) as f64);
    Interval {
        low: if n == 0 { 0.0 } else { beta_quantile(with, without + 1.0, TAIL) },
        high: if n == n_total { 1.0 } else { beta_quantile(with + 1.0, without, 1.0 - TAIL) },
    }
}

/// The exact interval of the expectation of a Poisson count, at 95 %, in the unit of the count.
///
/// For a rate, put both bounds through [`rate`](super::rate)'s proportion: `interval.map(|n| 10_000.0 * n / n_words)`.
/// It supposes that uses are independent, which they are not; see [`Resampler`](super::Resampler).
///
/// Source: F. Garwood (1936), Fiducial limits for the Poisson distribution, Biometrika 28, 437-442, in the form of
/// gamma quantiles.
///
/// ```
/// use chengyan::stats::poisson;
///
/// // None seen: up to 3.69 may have been expected.
/// let none = poisson(0);
/// assert_eq!(none.low, 0.0);
/// assert!((none.high - 3.689).abs() < 5e-4);
/// ```
pub fn poisson(n: u64) -> Interval {
    let n = n as f64;
    Interval {
        low: if n == 0.0 { 0.0 } else { gamma_quantile(n, TAIL) },
        high: gamma_quantile(n + 1.0, 1.0 - TAIL),
    }
}
