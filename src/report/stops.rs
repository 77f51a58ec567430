//! What the tiers of stop words leave out of these texts, and how much.
//!
//! Promise: figures of all uses in the blocks that the view counts, whether the tier is in use at the moment or not; so
//! a reader sees what a switch would do. Words that would not be shown anyhow, for their length or as names, are not
//! counted here. What is left out is in no cloud, list or test, and in every total: rates refer to all words.

use super::count::{Counts, count};
use super::view::View;
use crate::corpus::{Corpus, Word, WordId};
use crate::error::Error;
use crate::order::Order;
use crate::words::Tier;
use serde::Serialize;

/// So many words of a tier are named.
const MOST: usize = 120;

/// What one tier holds of the texts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Stopped {
    /// The tier.
    pub tier: Tier,
    /// Whether the view leaves its words out.
    pub is_in_use: bool,
    /// Different words.
    pub n_words: usize,
    /// Uses of all of them.
    pub n: u64,
    /// The most frequent first.
    pub words: Vec<StoppedWord>,
}

/// A word of a tier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StoppedWord {
    /// The word.
    pub word: Box<str>,
    /// Its uses.
    pub n: u64,
}

/// The tiers in their order.
///
/// # Errors
/// `no-dictionary` before there is one.
pub fn stop_words(corpus: &Corpus, view: &View) -> Result<[Stopped; 3], Error> {
    corpus.ready()?;
    let counts = count(corpus, view);
    Ok([Tier::Function, Tier::Genre, Tier::Own].map(|tier| of_tier(corpus, view, &counts, tier, MOST)))
}

/// What a tier holds of the texts that were counted, the most frequent `n_named` words by name.
pub(super) fn of_tier(corpus: &Corpus, view: &View, counts: &Counts, tier: Tier, n_named: usize) -> Stopped {
    let vocabulary = corpus.vocabulary();
    let uses = |id: WordId| counts.columns.iter().map(|column| column.n_of(id)).sum::<u64>();
    let is_of_tier = |word: &Word| word.tier == Some(tier) && word.n_characters >= view.min_length;
    let ids = vocabulary.ids().filter(|id| is_of_tier(vocabulary.word(*id)));
    let words = ids.map(|id| StoppedWord { word: vocabulary.word(id).text.clone(), n: uses(id) });
    let mut words: Vec<StoppedWord> = words.filter(|word| word.n > 0).collect();
    words.order_by(|one, other| other.n.cmp(&one.n).then_with(|| one.word.cmp(&other.word)));
    let (n_words, n) = (words.len(), words.iter().map(|word| word.n).sum());
    words.truncate(n_named);
    Stopped { tier, is_in_use: view.leaves_out(tier), n_words, n, words }
}
