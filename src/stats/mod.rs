//! Counts in, statistics out: how often a word is used, and how strongly texts differ in it.
//!
//! Promises:
//! - Numbers only. Nothing here knows a word, a city or a script, and nothing here imports another
//!   module of the crate.
//! - Every function is total: zeros, and counts that exceed their totals, give a finite number and
//!   never a panic. What the number then is stands at the function.
//! - The same input gives the same bits on every platform, since logarithms come from `libm`.
//! - Each formula names its source.
//!
//! What it does not do: it says how strong a difference is, never whether to believe it. Words of
//! one text are not independent of each other, so that no p-value is read from the log-likelihood
//! here; and it neither ranks words nor decides how much text is enough to speak of a difference.
//!
//! ```
//! use chengyan::stats;
//!
//! // A word stands 30 times among 5,000 words of one city, 20 times among 15,000 of the others.
//! assert_eq!(stats::rate(30, 5_000), 60.0);
//! assert!(stats::signed_log_likelihood(30, 5_000, 20, 15_000) > 0.0);
//! assert!(stats::log_ratio(30, 5_000, 20, 15_000) > 2.0);
//! ```

mod frequency;
mod keyness;

pub use frequency::rate;
pub use keyness::{log_likelihood, log_likelihood_spread, log_ratio, signed_log_likelihood};
