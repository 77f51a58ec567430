//! Rates of the listed and of the most frequent words in all cities, for a picture of them side by side.
//!
//! Promise: every word of a list of the comparison is here, with one cell for each city; a city with too little text has its
//! rates too. What is resampled for this alone is in no list and changes none.

use super::{City, Figures, Index, Judged, SharedWord, rounded};
use crate::corpus::{Corpus, WordId};
use crate::order::{self, Order};
use crate::stats::{self, Estimate};
use serde::Serialize;
use std::collections::BTreeSet;

/// The most frequent words, whose rates are given for all cities even if no city is compared.
const N_FREQUENT: usize = 20;

/// Words of each kind of list whose rates are given where only the first ones are: as many as a picture has room for.
const N_FIRST: usize = 12;

/// A word in all cities.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ComparedWord {
    /// The word.
    pub word: String,
    /// In the order of the cities, those with too little text among them.
    pub cells: Vec<ComparedCell>,
}

/// How often a city says a word.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ComparedCell {
    /// Uses.
    pub n: u64,
    /// Blocks that use it.
    pub n_blocks: u64,
    /// Uses per 10,000 words.
    pub rate: f64,
    /// 95 % interval of the rate.
    pub rate_interval: [f64; 2],
}

/// The words that stand in some list.
pub(super) fn listed(
    corpus: &Corpus,
    cities: &[City],
    shared: &[SharedWord],
    judged: &Judged,
) -> BTreeSet<WordId> {
    let lists = cities.iter().flat_map(|city| [&city.leading, &city.distinctive, &city.missing]);
    let listed = lists.flatten().map(|figures| figures.word.as_str());
    let texts = order::set(listed.chain(shared.iter().map(|shared| shared.word.as_str())));
    let words = judged.iter().map(|(word, _)| *word);
    order::set(words.filter(|word| texts.contains(&*corpus.vocabulary().word(*word).text)))
}

/// The first words of the lists, of each kind: the first of each city before the second of any.
pub(super) fn first(corpus: &Corpus, cities: &[City], judged: &Judged) -> BTreeSet<WordId> {
    let mut texts = BTreeSet::new();
    let kinds: [fn(&City) -> &[Figures]; 3] =
        [|city| &city.distinctive, |city| &city.missing, |city| &city.leading];
    for list in kinds {
        let longest = cities.iter().map(|city| list(city).len()).max().unwrap_or(0);
        let ranked = (0..longest).flat_map(|rank| cities.iter().filter_map(move |city| list(city).get(rank)));
        let mut of_kind = BTreeSet::new();
        for figures in ranked {
            if of_kind.len() == N_FIRST {
                break;
            }
            of_kind.insert(figures.word.as_str());
        }
        texts.extend(of_kind);
    }
    let words = judged.iter().map(|(word, _)| *word);
    order::set(words.filter(|word| texts.contains(&*corpus.vocabulary().word(*word).text)))
}

/// The words chosen and the most frequent ones in all cities. What is resampled only for this is in no list.
pub(super) fn with_frequent(
    corpus: &Corpus,
    index: &Index,
    judged: &Judged,
    chosen: BTreeSet<WordId>,
    mut estimates: impl FnMut(usize) -> Vec<Estimate>,
) -> Vec<ComparedWord> {
    let known = order::map(judged.iter().map(|(word, by_city)| (*word, by_city)));
    let frequent = frequent(index);
    let mut words = Vec::new();
    for (at, (word, _)) in index.words.iter().enumerate() {
        if !chosen.contains(word) && !frequent.contains(&at) {
            continue;
        }
        let cells = match known.get(word) {
            Some(by_city) => by_city.iter().map(cell).collect(),
            None => estimates(at).iter().map(cell).collect(),
        };
        words.push(ComparedWord { word: corpus.vocabulary().word(*word).text.to_string(), cells });
    }
    words
}

fn cell(estimate: &Estimate) -> ComparedCell {
    ComparedCell {
        n: estimate.n,
        n_blocks: estimate.n_blocks,
        rate: rounded(estimate.rate),
        rate_interval: [estimate.interval.low, estimate.interval.high].map(rounded),
    }
}

/// The words with the highest mean of the cities' rates.
fn frequent(index: &Index) -> BTreeSet<usize> {
    let rate = |at: usize, city: usize| stats::rate(index.n(at, city), index.totals[city].0);
    let sum = |at: usize| (0..index.cities.len()).map(|city| rate(at, city)).sum::<f64>();
    let mut words: Vec<(f64, usize)> = (0..index.words.len()).map(|at| (sum(at), at)).collect();
    words.order_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    order::set(words.into_iter().take(N_FREQUENT).map(|(_, at)| at))
}
