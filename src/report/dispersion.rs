//! Where in each city's text a word stands: its passages laid end to end, each use at its place.
//!
//! Promise: the uses of a city are those that the report counts at the same view, in the order of the concordance of that
//! city, so that the third place here is its third line. Dispersion is that of the comparison; of a word with fewer than
//! [`stats::MIN_USES`] uses, and of a city with too little text, it is not given, since rare words cannot be spread evenly.

use super::columns::Key;
use super::count::keys;
use super::rounded;
use super::view::View;
use crate::corpus::{Corpus, DocumentId};
use crate::error::Error;
use crate::places::{Code, Gazetteer};
use crate::stats;
use serde::Serialize;
use std::collections::BTreeMap;

/// Where a word stands in all cities.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Dispersion {
    /// The word.
    pub word: String,
    /// Its uses in all cities.
    pub n: usize,
    /// By code; those that do not say it too.
    pub cities: Vec<DispersionStrip>,
}

/// Where a word stands in a city.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DispersionStrip {
    /// Six digits, as in the report's columns.
    pub key: String,
    /// Full name.
    pub name: &'static str,
    /// Words: the length of the strip.
    pub n_words: u64,
    /// Blocks with words.
    pub n_blocks: u64,
    /// Whether that is enough to claim anything.
    pub is_enough: bool,
    /// Normalised deviation of proportions over the blocks: from 0, even, to 1, in one place.
    pub dispersion: Option<f64>,
    /// The documents in their order, with the words that each has in this city.
    pub documents: Vec<(DocumentId, u64)>,
    /// By use, the words of the city that stand before it.
    pub uses: Vec<u64>,
}

/// Finds the places of a word in all cities.
///
/// # Errors
/// `no-dictionary` before there is one.
pub fn dispersion(corpus: &Corpus, word: &str, view: &View) -> Result<Dispersion, Error> {
    corpus.ready()?;
    let id = corpus.vocabulary().find(word);
    let mut strips: BTreeMap<Code, Strip> = BTreeMap::new();
    for entry in corpus.entries() {
        for (key, words) in keys(corpus, entry, view).into_iter().zip(&entry.blocks) {
            let Some(Key::Place(code)) = key else { continue };
            let strip = strips.entry(code).or_default();
            let places = (strip.n_words()..).zip(words);
            let before = strip.uses.len();
            let meant = places.filter(|(_, one)| Some(one.word) == id && view.shows_use(one));
            let meant: Vec<u64> = meant.map(|(at, _)| at).collect();
            strip.uses.extend(meant);
            strip.by_block.push((strip.uses.len() - before) as u64);
            strip.end_block(entry.id, words.len() as u64);
        }
    }
    let cities: Vec<DispersionStrip> = strips.into_iter().map(|(code, strip)| strip.shown(code)).collect();
    Ok(Dispersion { word: word.to_owned(), n: cities.iter().map(|city| city.uses.len()).sum(), cities })
}

/// A city while it is gathered.
#[derive(Default)]
struct Strip {
    documents: Vec<(DocumentId, u64)>,
    uses: Vec<u64>,
    /// By block: uses, and words.
    by_block: Vec<u64>,
    lengths: Vec<u64>,
}

impl Strip {
    fn n_words(&self) -> u64 {
        self.documents.iter().map(|(_, n)| n).sum()
    }

    fn end_block(&mut self, document: DocumentId, n_words: u64) {
        self.lengths.push(n_words);
        match self.documents.last_mut() {
            Some((last, n)) if *last == document => *n += n_words,
            _ => self.documents.push((document, n_words)),
        }
    }

    fn shown(self, code: Code) -> DispersionStrip {
        let (n_words, n_blocks) = (self.n_words(), self.lengths.iter().filter(|n| **n > 0).count() as u64);
        let is_enough = stats::is_enough(n_words, n_blocks);
        let is_claimed = is_enough && self.uses.len() as u64 >= stats::MIN_USES;
        let dispersion = || stats::normalised_deviation_of_proportions(&self.by_block, &self.lengths);
        DispersionStrip {
            key: code.to_string(),
            name: Gazetteer::built_in().place(code).map_or("", |place| place.name),
            n_words,
            n_blocks,
            is_enough,
            dispersion: if is_claimed { dispersion().map(rounded) } else { None },
            documents: self.documents,
            uses: self.uses,
        }
    }
}
