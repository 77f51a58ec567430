//! Resamples of the texts' blocks, kept from one question to the next: making them takes longer than asking them, and which
//! words are shown, or whether themes are counted, changes nothing of them. Nor does it change what they said of a word.
//!
//! Promise: an answer is what it would be with resamples of its own. Those of two sets of groups are kept, some ten bytes
//! for each block drawn, with what was found of words in up to [`MAX_CELLS`] cells.

use super::{Corpus, WordId};
use crate::stats::{Estimate, Group, Rates, Resampler, Use, Wanted};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Sets of groups whose resamples are kept, so that from one level of places to another and back they are made once.
const N_KEPT: usize = 2;

/// Words times groups of which it is kept what was found, some 150 bytes each.
const MAX_CELLS: usize = 100_000;

/// Resamples, and what they said.
pub(crate) struct Resamples {
    pub resampler: Resampler,
    known: BTreeMap<WordId, Known>,
}

/// What was found of a word, and of which uses.
struct Known {
    uses: Vec<Vec<Use>>,
    rates: Rates,
    ratios: Vec<bool>,
    found: Arc<Vec<Estimate>>,
}

impl Resamples {
    /// As [`Resampler::compare_for`], for a word that may have been asked about before; `ratios` by group.
    pub fn compare(
        &mut self,
        word: WordId,
        uses: &[Vec<Use>],
        rates: Rates,
        ratios: Vec<bool>,
    ) -> Arc<Vec<Estimate>> {
        // The same number may by now be that of another word.
        let is_known = |known: &&Known| known.uses == uses && known.rates == rates && known.ratios == ratios;
        if let Some(known) = self.known.get(&word).filter(is_known) {
            return known.found.clone();
        }
        let asked: Vec<&[Use]> = uses.iter().map(Vec::as_slice).collect();
        let found = self.resampler.compare_for(&asked, Wanted { rates, ratios: &|group| ratios[group] });
        let found = Arc::new(found);
        if (self.known.len() + 1) * self.resampler.len() > MAX_CELLS {
            self.known = BTreeMap::new();
        }
        self.known.insert(word, Known { uses: uses.to_vec(), rates, ratios, found: found.clone() });
        found
    }
}

impl Corpus {
    /// The resamples of some groups: those that were kept, or new ones.
    pub(crate) fn resamples(&self, groups: &[Group], seed: u64) -> Resamples {
        let kept = self.resamples.lock().ok().and_then(|mut kept| {
            let at = kept.iter().position(|one| one.resampler.is_of(groups, seed))?;
            Some(kept.remove(at))
        });
        kept.unwrap_or_else(|| Resamples { resampler: Resampler::new(groups, seed), known: BTreeMap::new() })
    }

    /// Keeps resamples for the next question.
    pub(crate) fn keep(&self, resamples: Resamples) {
        if let Ok(mut kept) = self.resamples.lock() {
            kept.truncate(N_KEPT - 1);
            kept.insert(0, resamples);
        }
    }
}
