//! The same texts cut otherwise, for trying whether a finding hangs on how they were read.
//!
//! Promise: the corpus is left as it is, to the last token; what comes is what a new corpus with that cutting would
//! hold, but for what it is not asked: originals, notices, decisions. Whose words a paragraph is, and which document
//! prints what another one prints, is judged as before. It takes as much memory as the texts and their words do, until
//! it is dropped.

use super::apply::lines_of;
use super::{Corpus, Entry};
use crate::error::Error;
use crate::intake::Document;
use crate::places::Attribution;
use crate::text::{Block, Draft, Role, Span};
use crate::words::KnownNames;
use std::sync::OnceLock;

/// How texts are read and cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cutting {
    /// With the policy lexicon.
    pub lexicon: bool,
    /// With jieba's model for words that the dictionary does not have.
    pub unknown_words: bool,
    /// As they were cleaned; else as they came: readings, tags and lines that were set aside count as they stand in the
    /// original, each line with the paragraph that follows it.
    pub cleaned: bool,
    /// With phrases that are certain in these texts as words.
    pub phrases: bool,
}

impl Corpus {
    /// The same texts, read and cut otherwise.
    ///
    /// # Errors
    /// `no-dictionary` before there is one.
    pub fn apart(&self, cutting: Cutting) -> Result<Corpus, Error> {
        self.ready()?;
        let reprints = self.reprints.get_or_init(|| self.find_reprints()).clone();
        let cutter = self.cutter.as_ref();
        let mut apart = Corpus {
            entries: self.entries.iter().map(|entry| entry.apart(cutting.cleaned)).collect(),
            cutter: cutter.map(|cutter| {
                cutter.apart(cutting.lexicon, cutting.unknown_words, cutting.cleaned, &self.words)
            }),
            with_lexicon: cutting.lexicon,
            words: self.words.clone(),
            vocabulary: self.vocabulary.emptied(),
            decisions: Default::default(),
            history: Default::default(),
            reprints: OnceLock::from(reprints),
            known: KnownNames::default(),
            n_waiting: 0,
            resamples: Default::default(),
            found: Default::default(),
        };
        apart.cut_all();
        apart.set_phrases(cutting.phrases);
        Ok(apart)
    }
}

impl Entry {
    /// The document without its words and without what only the reader of it asks.
    fn apart(&self, is_cleaned: bool) -> Entry {
        let mut document = self.document.clone();
        let mut attributions = self.attributions.clone();
        if !is_cleaned {
            (document.blocks, attributions) = as_they_came(&document, &attributions);
        }
        (document.original, document.set_aside, document.lines, document.notices) = Default::default();
        Entry {
            id: self.id,
            document,
            attributions,
            blocks: Vec::new(),
            bytes: None,
            as_read: None,
            n_decisions: self.n_decisions,
            sketch: OnceLock::new(),
            slogans: Vec::new(),
            names: Default::default(),
            beginnings: Default::default(),
            marked: Vec::new(),
            joins: Default::default(),
        }
    }
}

/// The paragraphs as they stand in the original, and what stands between them line by line, so that nothing is left
/// out. A line is the place's whose the next paragraph is; behind the last one, its own.
fn as_they_came(document: &Document, attributions: &[Attribution]) -> (Vec<Block>, Vec<Attribution>) {
    let original = &document.original;
    let (mut blocks, mut of_blocks) = (Vec::new(), Vec::new());
    let mut at = 0;
    let mut add = |block: Block, attribution: &Attribution| {
        blocks.push(block);
        of_blocks.push(attribution.clone());
    };
    for (block, attribution) in document.blocks.iter().zip(attributions) {
        let span = block.span();
        lines_of(original, Span::new(at, span.start.max(at)))
            .into_iter()
            .for_each(|line| add(line, attribution));
        let role = if block.role.is_of_medium() { block.role } else { Role::Body };
        add(Block { role, ..Block::new(Draft::new(original, span)) }, attribution);
        at = span.end;
    }
    if let Some(last) = attributions.last() {
        lines_of(original, Span::new(at, original.len())).into_iter().for_each(|line| add(line, last));
    }
    (blocks, of_blocks)
}
