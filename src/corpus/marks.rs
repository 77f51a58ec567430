//! Cutting documents into words, with the names and tones that stand on them.
//!
//! Promise: a block is cut again only where its text, its names or the words that concern it are others now, and the
//! words are the same in whatever order documents, decisions and the reader's words came. Not here: what is shown
//! (`report`).

use super::{Corpus, Entry, Occurrence, Vocabulary, texts};
use crate::intake::Document;
use crate::order;
use crate::places::Gazetteer;
use crate::text::Block;
use crate::words::{
    Beginnings, Class, Cutter, Dictionary, FoundNames, KnownNames, Name, NameKind, Tag, Texts, Token, Tones,
    tokens_with_names,
};
use std::collections::BTreeSet;

impl Corpus {
    /// Cuts all documents, all of each.
    pub(super) fn cut_all(&mut self) {
        let Some(cutter) = &self.cutter else { return };
        cutter.dictionary().prepare(self.entries.iter().flat_map(|entry| texts(&entry.document)));
        self.known = KnownNames::default();
        for index in 0..self.entries.len() {
            self.entries[index].names = FoundNames::default();
            self.entries[index].marked.clear();
            self.take_names(index);
        }
        for index in 0..self.entries.len() {
            self.cut_where(index, |_| true, |_| true);
        }
    }

    /// Cuts blocks again whose text is concerned by other words, and, if names may be concerned too, those whose names
    /// are others because of them.
    pub(super) fn cut_again(&mut self, is_concerned: impl Fn(&str) -> bool, with_names: bool) {
        let holds = |entry: &Entry| texts(&entry.document).any(&is_concerned);
        let concerned: Vec<usize> =
            (0..self.entries.len()).filter(|index| holds(&self.entries[*index])).collect();
        let mut moved = BTreeSet::new();
        let mut has_others = Vec::new();
        for index in &concerned {
            has_others.push(
                with_names && {
                    let before = self.entries[*index].names.clone();
                    moved.extend(self.take_names_where(*index, &before, &is_concerned));
                    !before.is_same_elsewhere(&self.entries[*index].names)
                },
            );
        }
        for (index, has_others) in concerned.into_iter().zip(has_others) {
            self.cut_where(index, &is_concerned, |_| has_others);
        }
        self.spread(&moved, None);
    }

    /// Cuts the documents that were taken in and not cut.
    pub fn cut_waiting(&mut self) {
        self.n_waiting = 0;
        let Some(cutter) = &self.cutter else { return };
        let waiting: Vec<usize> =
            (0..self.entries.len()).filter(|index| !self.entries[*index].is_cut()).collect();
        cutter.dictionary().prepare(waiting.iter().flat_map(|index| texts(&self.entries[*index].document)));
        for index in waiting {
            self.cut_prepared(index);
        }
    }

    /// Cuts what was not cut yet of a document that came or changed, and what it changes in the others.
    pub(super) fn cut_changed(&mut self, index: usize) {
        if let Some(cutter) = &self.cutter {
            cutter.dictionary().prepare(texts(&self.entries[index].document));
        }
        self.cut_prepared(index);
    }

    fn cut_prepared(&mut self, index: usize) {
        let moved = self.take_names(index);
        self.cut_where(index, |_| false, |_| true);
        self.spread(&moved, Some(index));
    }

    /// Puts a document in the place of another one and cuts it.
    pub(super) fn replace(&mut self, index: usize, mut entry: Entry) {
        entry.names = std::mem::take(&mut self.entries[index].names);
        self.entries[index] = entry;
        self.cut_changed(index);
    }

    /// Forgets the names that a document gave away which is gone.
    pub(super) fn forget_names(&mut self, gone: Option<Entry>) {
        let Some(gone) = gone else { return };
        let moved = self.known.exchange(gone.names.certain(), [].into_iter());
        self.spread(&moved, None);
    }

    /// Finds the names that a document gives away by itself; those that are known now and were not, or the other way
    /// round.
    fn take_names(&mut self, index: usize) -> BTreeSet<String> {
        let entry = &mut self.entries[index];
        entry.beginnings = Beginnings::of(texts(&entry.document));
        let before = std::mem::take(&mut entry.names);
        self.exchange_names(index, &before, |words, tag| FoundNames::of(words, tag))
    }

    /// The same, where only some texts are concerned and the names were these.
    fn take_names_where(
        &mut self,
        index: usize,
        before: &FoundNames,
        is_concerned: impl Fn(&str) -> bool,
    ) -> BTreeSet<String> {
        self.exchange_names(index, before, |words, tag| before.clone().again(words, &is_concerned, tag))
    }

    fn exchange_names(
        &mut self,
        index: usize,
        before: &FoundNames,
        find: impl Fn(&Texts, &Tag) -> FoundNames,
    ) -> BTreeSet<String> {
        let Corpus { entries, cutter: Some(cutter), known, .. } = self else { return BTreeSet::new() };
        let entry = &mut entries[index];
        let dictionary = cutter.dictionary();
        entry.names = find(&of_words(&entry.document), &|word| part_of_speech(dictionary, word));
        known.exchange(before.certain(), entry.names.certain())
    }

    /// Cuts the documents again that hold a name which is known now and was not, or the other way round.
    fn spread(&mut self, moved: &BTreeSet<String>, but: Option<usize>) {
        for index in (0..self.entries.len()).filter(|index| but != Some(*index)) {
            let entry = &self.entries[index];
            if !entry.is_cut() {
                continue;
            }
            let here: Vec<&String> = moved.iter().filter(|name| entry.beginnings.may_hold(name)).collect();
            if !here.is_empty() {
                self.cut_where(index, |_| false, |text| here.iter().any(|name| text.contains(name.as_str())));
            }
        }
    }

    /// Cuts the blocks of a document that were not cut yet, whose text is concerned, or whose names are others than
    /// when they were cut; for names, only such blocks are looked at that may have others.
    fn cut_where(
        &mut self,
        index: usize,
        is_concerned: impl Fn(&str) -> bool,
        may_differ: impl Fn(&str) -> bool,
    ) {
        let Corpus { entries, cutter: Some(cutter), vocabulary, known, .. } = self else { return };
        let Entry { document, names, marked, blocks: words, joins, .. } = &mut entries[index];
        words.resize(document.blocks.len(), Vec::new());
        joins.resize(document.blocks.len());
        marked.resize(document.blocks.len(), None);
        let is_meant =
            |at: &usize, text: &str| marked[*at].is_none() || may_differ(text) || is_concerned(text);
        let blocks = || document.blocks.iter().enumerate();
        let meant: Vec<(usize, &Block)> = blocks().filter(|(at, block)| is_meant(at, block.text())).collect();
        let everywhere = order::set(meant.iter().flat_map(|(_, block)| known.names_in(block.text())));
        let of_document = names.with(&everywhere);
        let tag = |word: &str| part_of_speech(cutter.dictionary(), word);
        for (at, block) in meant {
            let found = names.names_of(at, block.text(), &of_document, &tag);
            if is_concerned(block.text()) || marked[at].as_ref() != Some(&found) {
                words[at] = cut_block(block, &found, cutter, vocabulary);
                joins.cut_anew(at);
                marked[at] = Some(found);
            }
        }
    }
}

impl Entry {
    /// Whether its words were cut; of a document without text there are none to cut.
    fn is_cut(&self) -> bool {
        self.marked.len() == self.document.blocks.len()
    }

    /// Keeps the words of blocks that are what they were; all others have to be cut. `before` are the blocks until now.
    pub(super) fn keep_words(&mut self, before: &[Block]) {
        self.unjoin();
        let words = std::mem::take(&mut self.blocks).into_iter().zip(std::mem::take(&mut self.marked));
        let mut words: Vec<_> = words.map(Some).collect();
        let mut known = |block: &Block| {
            let index = before.binary_search_by_key(&block.span(), Block::span).ok()?;
            let is_same = before[index].text() == block.text() && before[index].speaker == block.speaker;
            words.get_mut(index).filter(|_| is_same)?.take()
        };
        let kept = self.document.blocks.iter().map(|block| known(block).unwrap_or_default());
        (self.blocks, self.marked) = kept.unzip();
    }

    /// The names under which a block was cut.
    pub(super) fn names_of(&self, block: usize) -> &[Name] {
        self.marked.get(block).and_then(Option::as_deref).unwrap_or_default()
    }
}

/// Places are no persons, whatever the dictionary says.
pub(super) fn part_of_speech(dictionary: &Dictionary, word: &str) -> Option<String> {
    let of_place = || Gazetteer::built_in().is_name(word).then(|| "ns".to_owned());
    of_place().or_else(|| dictionary.part_of_speech(word))
}

fn of_words(document: &Document) -> Texts<'_> {
    let speakers = document.blocks.iter().map(|block| block.speaker.of(block.text()));
    Texts {
        texts: texts(document).collect(),
        speakers: speakers.filter(|speaker| !speaker.is_empty()).collect(),
    }
}

/// Whether a token is a word that was said.
pub(super) fn is_counted(block: &Block, token: &Token) -> bool {
    let (span, speaker) = (token.span, block.speaker);
    let is_said = span.start >= speaker.end || span.end <= speaker.start;
    token.class.is_word() && is_said && !block.withholds(span)
}

/// Whether no phrase may take a token in.
pub(super) fn is_fixed(token: &Token, name: Option<NameKind>) -> bool {
    name.is_some() || token.class == Class::Slogan
}

fn cut_block(block: &Block, names: &[Name], cutter: &Cutter, vocabulary: &mut Vocabulary) -> Vec<Occurrence> {
    let text = block.text();
    let tones = Tones::of(text);
    let tokens = tokens_with_names(&cutter.prepared_tokens(text), names);
    let words = tokens.into_iter().filter(|(token, _)| is_counted(block, token));
    words
        .map(|(token, name)| Occurrence {
            word: vocabulary.id_of(cutter.name_of(token.span.of(text)), token.class, cutter),
            span: token.span,
            name,
            tone: tones.of_word(token.span),
            is_fixed: is_fixed(&token, name),
        })
        .collect()
}
