//! Cutting documents into words, with the names and tones that stand on them.
//!
//! Promise: a document is cut again only where a document that comes or goes changes which of its characters are a
//! name, and the words are the same in whatever order the documents came. Not here: what is shown (`report`).

use super::{Corpus, Entry, Occurrence, Vocabulary, texts};
use crate::intake::Document;
use crate::places::Gazetteer;
use crate::words::{Class, Dictionary, FoundNames, NameKind, Texts, Token, Tones, tokens_with_names};
use std::collections::BTreeSet;

impl Corpus {
    /// Cuts the document that came, and those that hold a name which only it, or the one that went, gives away.
    pub(super) fn cut_around(&mut self, came: Option<usize>, gone: Option<&Entry>) {
        let others = self.entries.iter().enumerate().filter(|(index, _)| came != Some(*index));
        let known: BTreeSet<&str> = others.flat_map(|(_, entry)| entry.names.certain()).collect();
        let moved = came.map(|index| &self.entries[index]).into_iter().chain(gone);
        let news: BTreeSet<String> = moved
            .flat_map(|entry| entry.names.certain())
            .filter(|name| !known.contains(name))
            .map(str::to_owned)
            .collect();
        let came = came.map(|index| self.entries[index].id);
        let holds = |entry: &Entry| {
            texts(&entry.document).any(|text| news.iter().any(|name| text.contains(name.as_str())))
        };
        self.cut(|entry| came == Some(entry.id) || holds(entry));
    }

    /// Cuts some documents, once there is a dictionary.
    pub(super) fn cut(&mut self, is_meant: impl Fn(&Entry) -> bool) {
        let Corpus { entries, dictionary: Some(dictionary), vocabulary } = self else { return };
        let everywhere: BTreeSet<String> =
            entries.iter().flat_map(|entry| entry.names.certain()).map(str::to_owned).collect();
        let everywhere: BTreeSet<&str> = everywhere.iter().map(String::as_str).collect();
        for entry in entries.iter_mut().filter(|entry| is_meant(entry)) {
            // Once for the document, not once for each block.
            dictionary.prepare(texts(&entry.document));
            entry.blocks = cut(entry, &everywhere, dictionary, vocabulary);
        }
    }
}

/// The names that a document gives away by itself.
pub(super) fn names_of(document: &Document, dictionary: &Dictionary) -> FoundNames {
    dictionary.prepare(texts(document));
    FoundNames::of(&of_words(document), &|word| part_of_speech(dictionary, word))
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

fn cut(
    entry: &Entry,
    everywhere: &BTreeSet<&str>,
    dictionary: &Dictionary,
    vocabulary: &mut Vocabulary,
) -> Vec<Vec<Occurrence>> {
    let document = &entry.document;
    let names = entry.names.names(&of_words(document), everywhere, &|word| part_of_speech(dictionary, word));
    let blocks = document.blocks.iter().zip(names);
    blocks
        .map(|(block, names)| {
            let text = block.text();
            let tones = Tones::of(text);
            let is_said = |(token, _): &(Token, Option<NameKind>)| {
                token.class == Class::Word && token.span.start >= block.speaker.end
            };
            let tokens = tokens_with_names(&dictionary.tokens(text, true), &names);
            let said = tokens.into_iter().filter(is_said);
            said.map(|(token, name)| Occurrence {
                word: vocabulary.id_of(token.span.of(text)),
                span: token.span,
                name,
                tone: tones.of_word(token.span),
            })
            .collect()
        })
        .collect()
}
