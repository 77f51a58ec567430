//! What became of a word between an earlier and a later text: new, said more, steady, said less, dropped, or nothing that
//! may be said.
//!
//! The thresholds are those of words that tell cities apart ([`finding`](super::finding), [`shared`](super::shared)), with
//! the other period in the place of the other cities. Steady is a finding too: the whole interval of the ratio has to lie
//! within [`MAX_SHARED_RATIO`], that is between half and twice (W. W. Hauck, S. Anderson 1984, A new statistical procedure
//! for testing equivalence in two-group comparative bioavailability trials, Journal of Pharmacokinetics and
//! Biopharmaceutics 12, 83-91). Where there is no evidence of a change there is not therefore evidence of none.

use super::compare::Estimate;
use super::lists::{MAX_Q, MAX_SHARED_RATIO, MIN_BLOCKS_WITH, MIN_USES};

/// What became of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Change {
    /// Said now and not before, beyond chance.
    New,
    /// Said more often than before, beyond chance.
    More,
    /// Said about as often: surely less than twice, and more than half as often.
    Steady,
    /// Said less often, beyond chance.
    Less,
    /// Said before and not any more, beyond chance.
    Dropped,
}

/// What became of a word, given its estimates in both texts, compared with each other, and the adjusted p-value of
/// the later one.
///
/// `None` where nothing may be said, and always where either text is too short.
pub fn change(before: &Estimate, now: &Estimate, q: f64) -> Option<Change> {
    let against = now.against.as_ref().filter(|_| before.against.is_some())?;
    let is_used = |one: &Estimate| one.n >= MIN_USES && one.n_blocks >= MIN_BLOCKS_WITH;
    if q <= MAX_Q && against.bound > 0.0 && is_used(now) {
        return Some(if before.n == 0 { Change::New } else { Change::More });
    }
    if q <= MAX_Q && against.bound < 0.0 && is_used(before) {
        return Some(if now.n == 0 { Change::Dropped } else { Change::Less });
    }
    let is_within = -MAX_SHARED_RATIO <= against.interval.low && against.interval.high <= MAX_SHARED_RATIO;
    (is_used(before) && is_used(now) && is_within).then_some(Change::Steady)
}
