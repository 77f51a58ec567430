//! What stands right beside a word: with what a reader may want to join it.

use super::count::keys;
use super::view::View;
use crate::corpus::{Corpus, Occurrence};
use crate::error::Error;
use crate::order::Order;
use crate::text::Block;
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// So many are named on each side.
const MOST: usize = 3;

/// A word right beside another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Neighbour {
    /// The word as it stands in the text.
    pub word: String,
    /// How often.
    pub n: usize,
}

/// The words that stand most often right before and right after a word.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Neighbours {
    /// Before it, most frequent first.
    pub left: Vec<Neighbour>,
    /// After it, most frequent first.
    pub right: Vec<Neighbour>,
}

/// Finds the words that touch a word in the blocks that the view counts; those that do so once are left out.
///
/// # Errors
/// `no-dictionary` before there is one.
pub fn neighbours(corpus: &Corpus, word: &str, view: &View) -> Result<Neighbours, Error> {
    corpus.ready()?;
    let Some(id) = corpus.vocabulary().find(word) else { return Ok(Neighbours::default()) };
    let [mut left, mut right] = [const { BTreeMap::<&str, usize>::new() }; 2];
    for entry in corpus.entries() {
        let blocks = entry.document.blocks.iter().zip(&entry.blocks).zip(keys(corpus, entry, view));
        for ((block, words), _) in blocks.filter(|(_, key)| key.is_some()) {
            for pair in words.windows(2).filter(|pair| pair[0].span.end == pair[1].span.start) {
                if pair[1].word == id && view.shows_use(&pair[1]) {
                    *left.entry(text_of(block, &pair[0])).or_default() += 1;
                }
                if pair[0].word == id && view.shows_use(&pair[0]) {
                    *right.entry(text_of(block, &pair[1])).or_default() += 1;
                }
            }
        }
    }
    Ok(Neighbours { left: listed(left), right: listed(right) })
}

fn text_of<'t>(block: &'t Block, occurrence: &Occurrence) -> &'t str {
    occurrence.span.of(block.text())
}

fn listed(counts: BTreeMap<&str, usize>) -> Vec<Neighbour> {
    let mut list: Vec<Neighbour> = counts
        .into_iter()
        .filter(|(_, n)| *n > 1)
        .map(|(word, n)| Neighbour { word: word.to_owned(), n })
        .collect();
    list.order_by_key(|neighbour| Reverse(neighbour.n));
    list.truncate(MOST);
    list
}
