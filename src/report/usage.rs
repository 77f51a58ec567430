//! How often each column uses words that were chosen elsewhere.
//!
//! Promise: the counts are those of the report at the same view, in the order of its columns. A word that does not occur, or
//! that no text has, counts zero.

use super::count::count;
use super::view::View;
use crate::corpus::Corpus;
use crate::error::Error;

/// Uses of each word by column, in the order of the words and of the report's columns.
///
/// # Errors
/// `no-dictionary` before there is one.
pub fn usage(corpus: &Corpus, words: &[String], view: &View) -> Result<Vec<Vec<u64>>, Error> {
    corpus.ready()?;
    let counts = count(corpus, view);
    let uses = |word: &String| {
        let id = corpus.vocabulary().find(word);
        counts.columns.iter().map(|column| id.map_or(0, |id| column.n_of(id))).collect()
    };
    Ok(words.iter().map(uses).collect())
}
