//! Resamples of the texts' blocks, kept from one question to the next: making them takes longer than asking them, and which
//! words are shown, or whether themes are counted, changes nothing of them.
//!
//! Promise: an answer is what it would be with resamples of its own. Those of one set of groups are kept, some ten bytes
//! for each block drawn.

use super::Corpus;
use crate::stats::{Group, Resampler};

impl Corpus {
    /// Asks the resamples of some groups.
    pub(crate) fn ask_resamples<T>(
        &self,
        groups: &[Group],
        seed: u64,
        ask: impl FnOnce(&mut Resampler) -> T,
    ) -> T {
        let kept = self.resamples.lock().ok().and_then(|mut kept| kept.take());
        let fitting = kept.filter(|kept| kept.is_of(groups, seed));
        let mut resampler = fitting.unwrap_or_else(|| Resampler::new(groups, seed));
        let answer = ask(&mut resampler);
        if let Ok(mut kept) = self.resamples.lock() {
            *kept = Some(resampler);
        }
        answer
    }
}
