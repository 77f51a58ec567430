//! What may be said of a word: distinctive, shared, missing, or nothing.
//!
//! A pure classification of numbers, each with its reason. It claims little: a word that is in none of the lists is not
//! shown to be unremarkable, there is merely no evidence.

use super::compare::Estimate;

/// Words below which a city gets its counts and its cloud, but no ranks and no claims.
///
/// At 1,000 words a word that the others use 30 times in 10,000, as cities use the words they are known for, is expected
/// three times, and three is the least expectation at which having none is worth a remark ([`MIN_EXPECTED`]). In a
/// shorter text not even that absence says anything, and a single paragraph makes any word look frequent.
pub const MIN_WORDS: u64 = 1_000;

/// Blocks below which a city gets no claims, whatever its length.
///
/// Blocks are what is resampled. Of B blocks there are C(2B − 1, B) different resamples: 462 of six, 1,716 of seven. Seven
/// is the least number that has more of them than there are draws.
pub const MIN_BLOCKS: u64 = 7;

/// Uses below which a word is not called distinctive or shared: twice may be one sentence and its repetition.
pub const MIN_USES: u64 = 3;

/// Blocks in which it must stand: one paragraph is a topic of that paragraph.
pub const MIN_BLOCKS_WITH: u64 = 2;

/// The adjusted p (q) up to which a difference is believed: of what is believed, one in twenty is expected to be chance.
pub const MAX_Q: f64 = 0.05;

/// Expected uses from which an absence counts: `exp(−3)` is 0.05 (the rule of three; J. A. Hanley, A. Lippman-Hand
/// 1983, Journal of the American Medical Association 249, 1743-1745).
pub const MIN_EXPECTED: f64 = 3.0;

/// Cities that must use a word before another can be said to lack it, where there are so many: a word that one city alone
/// uses is that city's own, not missing elsewhere.
pub const MIN_USERS: usize = 2;

/// The factor, as a log ratio, up to which cities that share a word may differ in it: twice.
pub const MAX_SHARED_RATIO: f64 = 1.0;

/// Log-likelihood below which a word is not named as one in which a city leads, chance or not: χ² with one degree of freedom at
/// 99 %. Hundreds of words are looked at, so that at 95 % several would lead in any city; their number is corrected for only
/// by [`finding`].
pub const MIN_LEAD: f64 = 6.63;

/// Whether a word may be named as one that a city says more than the others, chance or not.
pub fn leads(n: u64, g2: f64) -> bool {
    n >= MIN_USES && g2 >= MIN_LEAD
}

/// Whether a text is long enough to be ranked and compared.
pub fn is_enough(n_words: u64, n_blocks: u64) -> bool {
    n_words >= MIN_WORDS && n_blocks >= MIN_BLOCKS
}

/// What a word is in a city.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Finding {
    /// The city says it more often than the others, beyond chance: [`MAX_Q`], [`MIN_USES`], [`MIN_BLOCKS_WITH`], and an
    /// interval of the log ratio above 0. Order by [`Against::bound`](super::Against::bound).
    Distinctive,
    /// The city does not say it though the others' rate lets expect it: [`MIN_EXPECTED`], [`MIN_USERS`], [`MAX_Q`].
    /// Order by [`Against::expected`](super::Against::expected).
    Missing,
}

/// What a word is in a city, given its estimate and the adjusted p-value (see
/// [`benjamini_hochberg`](super::benjamini_hochberg)) of its [`Against::p`](super::Against::p).
///
/// `None` where nothing may be said, which is the rule, and always in a city with too little text.
pub fn finding(estimate: &Estimate, q: f64) -> Option<Finding> {
    let against = estimate.against.as_ref().filter(|_| q <= MAX_Q)?;
    let is_used = estimate.n >= MIN_USES && estimate.n_blocks >= MIN_BLOCKS_WITH;
    if is_used && against.bound > 0.0 {
        return Some(Finding::Distinctive);
    }
    let is_missed = against.expected >= MIN_EXPECTED && against.n_users >= MIN_USERS;
    (estimate.n == 0 && is_missed).then_some(Finding::Missing)
}

/// The lowest rate at which the cities say a word, if they share it; `None` if they do not. Order by it, highest first.
///
/// A word is shared if at least two cities have enough text, each of them uses it ([`MIN_USES`], [`MIN_BLOCKS_WITH`]),
/// and none is shown to use it more than twice or less than half as often as the others
/// ([`Against::bound`](super::Against::bound) within [`MAX_SHARED_RATIO`]). Cities with too little text neither confirm
/// nor refute it.
pub fn shared(estimates: &[Estimate]) -> Option<f64> {
    let mut lowest = f64::INFINITY;
    for estimate in estimates {
        let Some(against) = &estimate.against else { continue };
        let is_used = estimate.n >= MIN_USES && estimate.n_blocks >= MIN_BLOCKS_WITH;
        if !is_used || against.bound.abs() > MAX_SHARED_RATIO {
            return None;
        }
        lowest = lowest.min(estimate.rate);
    }
    lowest.is_finite().then_some(lowest)
}
