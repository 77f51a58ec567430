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
//! - Chance is seeded: [`Resampler`] draws the same resamples of the same blocks everywhere and every time.
//!
//! # Which question, which number
//! | question | answer |
//! |---|---|
//! | how often does a city say it | [`rate`], and [`Estimate::interval`] for how sure that is |
//! | throughout or in one place | [`share`] of blocks with [`wilson`], [`Estimate::dispersion`] |
//! | more than other cities, and how much more | [`Against::log_ratio`]; "at least" so much: [`Against::bound`] |
//! | or is it chance | [`Against::p`], and for many words at once [`benjamini_hochberg`] |
//! | what to say of it | [`finding`]: distinctive or missing; [`shared`]; nothing below [`MIN_WORDS`] |
//! | which city says it most | [`Resampler::ranks`], which does not rank ties |
//! | how alike are two cities, and by which words | [`jensen_shannon`], [`cosine`] |
//! | which words keep company | [`Company`] |
//! | what became of a word between an earlier and a later text | [`change()`] |
//! | what do several say word for word | [`Letters::shared_runs`] |
//!
//! [`Resampler::compare`] answers the first four for one word and all cities. [`log_likelihood`] and its kin, [`tf_idf`],
//! [`poisson_test`] and [`conservative_log_ratio`] are what readers know from other tools; they suppose that words are
//! independent of each other, which words of one text are not, and are for orientation.
//!
//! ```
//! use chengyan::stats;
//!
//! // A word stands 30 times among 5,000 words of one city, 20 times among 15,000 of the others.
//! assert_eq!(stats::rate(30, 5_000), 60.0);
//! assert!(stats::signed_log_likelihood(30, 5_000, 20, 15_000) > 0.0);
//! assert!(stats::log_ratio(30, 5_000, 20, 15_000) > 2.0);
//!
//! // The same question asked of blocks: three cities of twenty blocks, a word in most blocks of the first.
//! let lengths = [100; 20];
//! let groups = [1, 2, 3].map(|key| stats::Group { key, lengths: &lengths });
//! let used = |n: u32| (0..n).map(|block| stats::Use { block, n: 1 }).collect::<Vec<_>>();
//! let estimates = stats::Resampler::new(&groups, 1).compare(&[&used(18), &used(2), &used(3)]);
//!
//! assert_eq!(estimates[0].rate, 90.0);
//! let p: Vec<f64> = estimates.iter().flat_map(|estimate| &estimate.against).map(|against| against.p).collect();
//! let q = stats::benjamini_hochberg(&p, p.len());
//! assert_eq!(stats::finding(&estimates[0], q[0]), Some(stats::Finding::Distinctive));
//! assert_eq!(stats::finding(&estimates[1], q[1]), None);
//! ```

mod absence;
mod change;
mod collocation;
mod compare;
mod dispersion;
mod draws;
mod effect;
mod frequency;
mod interval;
mod keyness;
mod lanes;
mod lists;
mod multiple;
mod others;
mod part;
mod random;
mod rank;
mod reference;
mod resample;
mod runs;
mod shingles;
mod similarity;
mod special;
mod tails;
mod tf_idf;

pub use absence::{BlocksWith, probability_of_none};
pub use change::{Change, change};
pub use collocation::Company;
pub use compare::{Against, Estimate, Rates, Wanted};
pub use dispersion::{deviation_of_proportions, normalised_deviation_of_proportions, overdispersion, share};
pub use effect::{conservative_log_ratio, log_ratio_interval, poisson_test};
pub use frequency::rate;
pub use interval::{CONFIDENCE, Interval, clopper_pearson, poisson, wilson};
pub use keyness::{log_likelihood, log_likelihood_spread, log_ratio, signed_log_likelihood};
pub use lists::{
    Finding, MAX_Q, MAX_SHARED_RATIO, MIN_BLOCKS, MIN_BLOCKS_WITH, MIN_EXPECTED, MIN_LEAD, MIN_USERS,
    MIN_USES, MIN_WORDS, finding, is_enough, leads, shared,
};
pub use multiple::{benjamini_hochberg, effective_number};
pub use others::OtherTexts;
pub use rank::RankInterval;
pub use reference::Reference;
pub use resample::{Group, MAX_DRAWS, N_DRAWS, Resampler, Use, n_draws};
pub use runs::{Letters, MIN_RUN, Run, RunUse, SharedRuns};
pub use shingles::Shingles;
pub use similarity::{Likeness, Proportions, cosine, jensen_shannon, jensen_shannon_distance};
pub use tf_idf::tf_idf;
