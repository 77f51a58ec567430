//! Counts by column and word, from the index in one pass.

use super::columns::Key;
use super::view::{Reprints, View};
use crate::corpus::{Corpus, Entry, WordId};
use crate::order;
use crate::order::Order;
use crate::places::Gazetteer;
use crate::words::Tone;
use std::collections::BTreeMap;

/// All counts that a report needs.
pub(super) struct Counts {
    /// In the order of the report.
    pub columns: Vec<ColumnCounts>,
    /// By word: documents and blocks in which it stands.
    pub n_documents: Vec<u32>,
    pub n_blocks: Vec<u32>,
}

/// Counts of one column.
pub(super) struct ColumnCounts {
    pub key: Key,
    /// By word.
    pub n: Vec<u32>,
    /// By word: uses that are denied, and uses that are or have a problem.
    pub n_negated: Vec<u32>,
    pub n_problem: Vec<u32>,
    pub n_words: u64,
    pub n_blocks: u64,
    pub n_documents: u64,
}

/// Whether a view counts a document, or another one in its place.
pub(super) fn is_counted(corpus: &Corpus, entry: &Entry, view: &View) -> bool {
    view.reprints == Reprints::All || corpus.reprint(entry.id).is_none()
}

/// The documents by number, so that figures do not depend on the order of files.
pub(super) fn by_number(corpus: &Corpus) -> Vec<&Entry> {
    let mut entries: Vec<&Entry> = corpus.entries().iter().collect();
    entries.order_by_key(|entry| entry.id);
    entries
}

/// The column of each block of a document; none for a block that the view does not count.
pub(super) fn keys(corpus: &Corpus, entry: &Entry, view: &View) -> Vec<Option<Key>> {
    let gazetteer = Gazetteer::built_in();
    let is_counted = is_counted(corpus, entry, view);
    let key = |attribution| Key::of(attribution, view.level, gazetteer);
    let blocks = entry.attributions.iter().zip(&entry.document.blocks);
    blocks.map(|(attribution, block)| (is_counted && view.counts(block)).then(|| key(attribution))).collect()
}

/// Counts all words of a corpus, shown or not.
#[inline(never)]
pub(super) fn count(corpus: &Corpus, view: &View) -> Counts {
    let n_types = corpus.vocabulary().len();
    let mut columns: BTreeMap<Key, ColumnCounts> = BTreeMap::new();
    let mut counts =
        Counts { columns: Vec::new(), n_documents: vec![0; n_types], n_blocks: vec![0; n_types] };
    // The last document and block, counted from one, in which a word was met.
    let mut seen_in_document = vec![0u32; n_types];
    let mut seen_in_block = vec![0u32; n_types];
    let mut n_blocks = 0;
    for (n_documents, entry) in (1..).zip(corpus.entries()) {
        let keys = keys(corpus, entry, view);
        for (key, words) in keys.iter().zip(&entry.blocks) {
            let Some(key) = key else { continue };
            n_blocks += 1;
            let column = columns.entry(*key).or_insert_with(|| ColumnCounts::new(*key, n_types));
            column.n_blocks += 1;
            column.n_words += words.len() as u64;
            for occurrence in words.iter().filter(|occurrence| view.shows_use(occurrence)) {
                let word = occurrence.word.index();
                column.n[word] += 1;
                match occurrence.tone {
                    Some(Tone::Negated) => column.n_negated[word] += 1,
                    Some(Tone::Problem) => column.n_problem[word] += 1,
                    None => {}
                }
                counts.n_documents[word] +=
                    u32::from(std::mem::replace(&mut seen_in_document[word], n_documents) != n_documents);
                counts.n_blocks[word] +=
                    u32::from(std::mem::replace(&mut seen_in_block[word], n_blocks) != n_blocks);
            }
        }
        let distinct = order::set(keys.into_iter().flatten());
        for key in distinct {
            if let Some(column) = columns.get_mut(&key) {
                column.n_documents += 1;
            }
        }
    }
    counts.columns = columns.into_values().filter(|column| column.n_words > 0).collect();
    counts
}

impl ColumnCounts {
    fn new(key: Key, n_types: usize) -> Self {
        let none = || vec![0; n_types];
        ColumnCounts {
            key,
            n: none(),
            n_negated: none(),
            n_problem: none(),
            n_words: 0,
            n_blocks: 0,
            n_documents: 0,
        }
    }

    /// Uses of a word in this column.
    pub fn n_of(&self, word: WordId) -> u64 {
        self.n[word.index()].into()
    }
}
