//! Resamples of the texts' blocks, kept from one question to the next: making them takes longer than asking them, and which
//! words are shown, or whether themes are counted, changes nothing of them.
//!
//! Promise: an answer is what it would be with resamples of its own. Those of one set of groups are kept, some ten bytes
//! for each block drawn.

use super::Corpus;
use crate::stats::{Group, Resampler};

impl Corpus {
    /// The resamples of some groups: those that were kept, or new ones.
    pub(crate) fn resamples(&self, groups: &[Group], seed: u64) -> Resampler {
        let kept = self.resamples.lock().ok().and_then(|mut kept| kept.take());
        match kept {
            Some(kept) if kept.is_of(groups, seed) => kept,
            _ => Resampler::new(groups, seed),
        }
    }

    /// Keeps resamples for the next question.
    pub(crate) fn keep(&self, resamples: Resampler) {
        if let Ok(mut kept) = self.resamples.lock() {
            *kept = Some(resamples);
        }
    }
}
