//! What of a compact dictionary has been handed on to jieba-rs, and handing on more.
//!
//! Promise: after [`Scope::extend`] every word is there that the texts noted can hold, each once; not here: the frequency of what is left
//! out (`dictionary`).

use super::compact::{Compact, Met};
use super::pairs::Pairs;
use jieba_rs::Jieba;
use std::sync::Arc;

/// Going through the dictionary so often costs as much as taking all of it, which then comes next.
pub(super) const MANY: usize = 32;

/// What of a compact dictionary has been handed on.
pub(super) struct Scope {
    pub(super) compact: Arc<Compact>,
    /// All words of which every pair is here have been handed on.
    pairs: Pairs,
    /// Whether that does not hold yet.
    is_behind: bool,
    /// A bit for each word that has been handed on.
    loaded: Vec<u64>,
    /// How often the dictionary was gone through for new texts.
    pub(super) n_passes: usize,
}

impl Scope {
    pub(super) fn new(compact: Arc<Compact>) -> Self {
        let loaded = vec![0; compact.n_words() / 64 + 1];
        Scope { compact, pairs: Pairs::new(), is_behind: false, loaded, n_passes: 0 }
    }

    /// The same texts, of whose words none has been handed on.
    pub(super) fn afresh(&self) -> Self {
        Scope {
            pairs: self.pairs.clone(),
            is_behind: self.n_passes > 0 || self.is_behind,
            n_passes: self.n_passes.saturating_sub(1),
            ..Scope::new(Arc::clone(&self.compact))
        }
    }

    /// Takes note of a text; true if there is something to hand on.
    pub(super) fn note(&mut self, text: &str) -> bool {
        self.is_behind |= self.pairs.add(text);
        self.is_behind
    }

    /// Whether the texts may hold a word.
    pub(super) fn may_hold(&self, word: &str) -> bool {
        let mut chars = word.chars();
        let Some(mut before) = chars.next() else { return false };
        self.pairs.has(before)
            && chars.all(|char| self.pairs.has_pair(std::mem::replace(&mut before, char), char))
    }

    /// Hands on the words that can stand in the texts and have not been handed on.
    #[inline(never)]
    pub(super) fn extend(&mut self, jieba: &mut Jieba) {
        self.n_passes += 1;
        self.is_behind = false;
        if self.n_passes > MANY {
            self.pairs.fill();
        }
        let Scope { compact, pairs, loaded, .. } = self;
        // Number of leading characters whose neighbouring pairs all stand in the texts.
        let mut n_known = 1;
        compact.visit(
            |first| pairs.has(first),
            |word, Met { number, n_shared }| {
                let n_shared = n_shared.max(1);
                if n_known >= n_shared {
                    n_known = n_shared;
                    while n_known < word.len()
                        && pairs.has_pair(compact.char(word[n_known - 1]), compact.char(word[n_known]))
                    {
                        n_known += 1;
                    }
                }
                if n_known == word.len() && is_new(loaded, number) {
                    hand_on(compact, word, number, jieba);
                }
            },
        );
    }
}

/// Sets the bit of a word; true if it was not set.
fn is_new(loaded: &mut [u64], number: usize) -> bool {
    let (bits, bit) = (&mut loaded[number / 64], 1 << (number % 64));
    let is_new = *bits & bit == 0;
    *bits |= bit;
    is_new
}

/// Gives a word to jieba-rs.
fn hand_on(compact: &Compact, word: &[u16], number: usize, jieba: &mut Jieba) {
    let frequency = compact.frequency(number);
    let text: String = word.iter().map(|rank| compact.char(*rank)).collect();
    jieba.add_word(&text, Some(frequency as usize), Some(compact.tag(number)));
}
