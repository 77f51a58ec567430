//! What is known of the other texts that make a [`Reference`] before any word is looked at: worked out once for all words.

use super::dispersion::Blocks;
use super::lists::is_enough;
use super::reference::Reference;
use super::resample::Resampled;

/// How many other texts there are, and how long they are.
///
/// ```
/// use chengyan::stats::{OtherTexts, Reference};
///
/// let mut others = OtherTexts::default();
/// [9_000, 1_000].into_iter().for_each(|n_words| others.add(n_words));
/// assert_eq!(others.reference(10.0 + 30.0), Reference::equal_weight(&[(9, 9_000), (3, 1_000)]));
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct OtherTexts {
    n_texts: f64,
    /// Sum of one over each length.
    inverse: f64,
}

impl OtherTexts {
    /// One more text, which has so many words.
    pub fn add(&mut self, n_words: u64) {
        self.n_texts += 1.0;
        self.inverse += 1.0 / n_words as f64;
    }

    /// The reference of a word whose rates in these texts have that sum; `None` without texts.
    pub fn reference(&self, rates: f64) -> Option<Reference> {
        let OtherTexts { n_texts, inverse } = *self;
        (n_texts > 0.0).then(|| Reference { rate: rates / n_texts, size: n_texts * n_texts / inverse })
    }
}

/// The other groups that are compared with one.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Others {
    pub texts: OtherTexts,
    /// The mean of their blocks' lengths.
    pub words_per_block: f64,
}

impl Others {
    /// Those of each of some groups.
    pub fn of_each(groups: &[Resampled]) -> Vec<Self> {
        let of = |group: usize| {
            let (mut others, mut n_others) = (Others::default(), 0.0);
            let others_of = groups.iter().enumerate().filter(|(at, _)| *at != group).map(|(_, other)| other);
            for other in others_of.filter(|other| other.takes_part()) {
                let Blocks { n_blocks, n_words, .. } = other.blocks;
                others.texts.add(n_words);
                others.words_per_block += n_words as f64 / n_blocks.max(1) as f64;
                n_others += 1.0;
            }
            others.words_per_block /= f64::max(n_others, 1.0);
            others
        };
        (0..groups.len()).map(of).collect()
    }
}

impl Resampled {
    /// Whether there is enough text to be compared.
    pub fn takes_part(&self) -> bool {
        is_enough(self.blocks.n_words, self.blocks.n_blocks)
    }
}
