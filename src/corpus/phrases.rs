//! Phrases that were found in the texts, as words: which are certain, and joining the words of each.
//!
//! Promise: what is certain is decided by all texts together, whatever order they came in, and by dictionary and
//! lexicon. A phrase is one word where its edges are edges of words; it tears none, and takes in no name, no
//! term of the lexicon, no slogan and no word of the reader. Only blocks are touched that hold a phrase which is taken now and
//! was not, or the other way round, and those that were cut. Not here: what is offered (`report`).

use super::marks::part_of_speech;
use super::{Corpus, Entry, Occurrence, Vocabulary};
use crate::order;
use crate::places::Gazetteer;
use crate::text::{Block, Span};
use crate::words::{
    Class, Cutter, Phrase, PhraseFinder, Piece, Source, Texts, Tones, Words, candidates, certain, names,
};
use rustc_hash::FxHashSet;
use std::collections::BTreeSet;

/// The phrases of a corpus.
#[derive(Default)]
pub(super) struct Found {
    /// Whether the reader wants them.
    is_on: bool,
    /// What may be certain in the texts at hand; none until it is asked for.
    candidates: Option<Vec<Phrase>>,
    /// Whether something changed since the last time the words were joined.
    is_behind: bool,
    taken: BTreeSet<String>,
    finder: PhraseFinder,
}

impl Found {
    /// Texts came, went or changed.
    pub fn forget(&mut self) {
        self.candidates = None;
        self.is_behind = true;
    }

    /// Dictionary, lexicon or the reader's words changed.
    pub fn look_again(&mut self) {
        self.is_behind = true;
    }
}

/// Of the blocks of a document: the words of those that hold phrases as they were cut, and whether phrases were looked for.
#[derive(Debug, Default)]
pub(super) struct Joins {
    cut: Vec<Option<Vec<Occurrence>>>,
    is_done: Vec<bool>,
}

impl Joins {
    /// There are so many blocks.
    pub fn resize(&mut self, n: usize) {
        self.cut.resize(n, None);
        self.is_done.resize(n, false);
    }

    /// The block was cut anew.
    pub fn cut_anew(&mut self, block: usize) {
        self.cut[block] = None;
        self.is_done[block] = false;
    }
}

impl Entry {
    /// Takes all joins back.
    pub(super) fn unjoin(&mut self) {
        let Joins { cut, .. } = std::mem::take(&mut self.joins);
        for (words, cut) in self.blocks.iter_mut().zip(cut) {
            if let Some(cut) = cut {
                *words = cut;
            }
        }
    }

    /// Where phrases are one word each in a block and were several.
    pub fn joined_in(&self, block: usize) -> impl Iterator<Item = Span> {
        let words = self.blocks.get(block).map_or(&[][..], Vec::as_slice);
        let cut = self.joins.cut.get(block).and_then(Option::as_deref);
        let mut rest = cut.unwrap_or(words);
        words.iter().map(|word| word.span).filter(move |span| {
            let n = rest.partition_point(|word| word.span.end <= span.end);
            let was_cut = n != 1 || rest[0].span != *span;
            rest = &rest[n..];
            was_cut
        })
    }

    /// The words of a block as they were cut, before phrases were joined.
    pub fn words_cut(&self, block: usize) -> &[Occurrence] {
        let cut = self.joins.cut.get(block).and_then(Option::as_ref);
        cut.or_else(|| self.blocks.get(block)).map_or(&[], Vec::as_slice)
    }
}

impl Corpus {
    /// Has the phrases counted as words that are certain in these texts, or none. To be called again when texts, words or
    /// decisions have changed: what is certain takes all texts to decide.
    pub fn set_phrases(&mut self, is_on: bool) {
        self.cut_waiting();
        if self.found.is_on != is_on {
            self.found.is_on = is_on;
            self.found.is_behind = true;
        }
        self.join_phrases();
    }

    /// Whether phrases that are certain are to count as words.
    pub fn wants_phrases(&self) -> bool {
        self.found.is_on
    }

    /// Whether phrases that are certain count as words now.
    pub fn has_phrases(&self) -> bool {
        self.found.is_on && !self.found.is_behind
    }

    /// The phrases that count as words.
    pub fn phrases(&self) -> &BTreeSet<String> {
        &self.found.taken
    }

    pub(super) fn finder(&self) -> &PhraseFinder {
        &self.found.finder
    }

    /// The texts in which phrases are looked for, with their documents and blocks: each paragraph once, and of reprints only the text that counts; in
    /// the order of the documents' numbers.
    pub fn phrase_sources(&self) -> Vec<(Source<'_>, &Entry, usize)> {
        let entries =
            order::map(self.entries.iter().enumerate().map(|(index, entry)| (entry.id, (index, entry))));
        let mut seen: FxHashSet<&str> = FxHashSet::default();
        let mut sources = Vec::new();
        for (id, (document, entry)) in entries {
            if self.reprint(id).is_some() {
                continue;
            }
            for (index, block) in entry.document.blocks.iter().enumerate() {
                let text = said(block);
                if seen.insert(text) {
                    sources.push((Source { document, text }, entry, index));
                }
            }
        }
        sources
    }

    /// What is certain when the reader has these words.
    pub(super) fn certain(&self, cutter: &Cutter, words: &Words) -> BTreeSet<String> {
        let candidates = self.found.candidates.as_deref().filter(|_| self.found.is_on).unwrap_or_default();
        let gazetteer = Gazetteer::built_in();
        let tag = |word: &str| part_of_speech(cutter.dictionary(), word);
        let is_name = |phrase: &String| {
            let texts = Texts { texts: vec![phrase.as_str()], speakers: Vec::new() };
            gazetteer.is_name(phrase) || !names(&[texts], &tag)[0][0].is_empty()
        };
        let mut taken = certain(candidates, &tag);
        taken.retain(|phrase| !words.refused.contains(phrase) && !is_name(phrase));
        taken
    }

    /// Joins the words of phrases that are certain now, and takes those apart that are so no more.
    fn join_phrases(&mut self) {
        if !std::mem::take(&mut self.found.is_behind) {
            return;
        }
        let Some(cutter) = &self.cutter else { return };
        if self.found.is_on && self.found.candidates.is_none() {
            let sources: Vec<Source> = self.phrase_sources().into_iter().map(|(source, ..)| source).collect();
            self.found.candidates = Some(candidates(&sources));
        }
        let taken = self.certain(cutter, &self.words);
        let differences = order::set(self.found.taken.symmetric_difference(&taken).cloned());
        let moved = PhraseFinder::new(differences.iter().cloned());
        self.found.finder = PhraseFinder::new(taken.iter().cloned());
        self.found.taken = taken;
        let Corpus { entries, cutter: Some(cutter), vocabulary, found, .. } = self else { return };
        vocabulary.note_phrases(&found.taken, &differences, cutter);
        let joining = Joining { cutter, finder: &found.finder };
        for entry in entries {
            joining.join(entry, &moved, vocabulary);
        }
    }
}

/// What was said in a block, without the speaker's name.
fn said(block: &Block) -> &str {
    &block.text()[block.speaker.end..]
}

/// Where phrases are one word each in what was said in a block.
pub(super) fn phrases_in(
    block: &Block,
    pieces: &[Piece],
    finder: &PhraseFinder,
    cutter: &Cutter,
) -> Vec<Span> {
    let mut spans = finder.find(block.text(), pieces, cutter);
    spans.retain(|span| span.start >= block.speaker.end && !block.withholds(*span));
    spans
}

struct Joining<'c> {
    cutter: &'c Cutter,
    finder: &'c PhraseFinder,
}

impl Joining<'_> {
    fn join(&self, entry: &mut Entry, moved: &PhraseFinder, vocabulary: &mut Vocabulary) {
        let Entry { document, blocks, joins, .. } = entry;
        joins.resize(blocks.len());
        for ((index, block), words) in document.blocks.iter().enumerate().zip(blocks) {
            if joins.is_done[index] && !moved.is_in(block.text()) {
                continue;
            }
            joins.is_done[index] = true;
            if let Some(cut) = joins.cut[index].take() {
                *words = cut;
            }
            if !self.finder.is_in(block.text()) {
                continue;
            }
            let piece = |word: &Occurrence| Piece { span: word.span, is_fixed: word.is_fixed };
            let pieces: Vec<Piece> = words.iter().map(piece).collect();
            let spans = phrases_in(block, &pieces, self.finder, self.cutter);
            if !spans.is_empty() {
                let joined = self.joined(block, words, &spans, vocabulary);
                joins.cut[index] = Some(std::mem::replace(words, joined));
            }
        }
    }

    fn joined(
        &self,
        block: &Block,
        words: &[Occurrence],
        spans: &[Span],
        vocabulary: &mut Vocabulary,
    ) -> Vec<Occurrence> {
        let text = block.text();
        let tones = Tones::of(text);
        let mut joined = Vec::with_capacity(words.len());
        let mut rest = words;
        for span in spans {
            let n_before = rest.partition_point(|word| word.span.end <= span.start);
            let n_inside = rest[n_before..].partition_point(|word| word.span.start < span.end);
            joined.extend_from_slice(&rest[..n_before]);
            joined.push(Occurrence {
                word: vocabulary.id_of(self.cutter.name_of(span.of(text)), Class::Word, self.cutter),
                span: *span,
                name: None,
                tone: tones.of_word(*span),
                is_fixed: false,
            });
            rest = &rest[n_before + n_inside..];
        }
        joined.extend_from_slice(rest);
        joined
    }
}
