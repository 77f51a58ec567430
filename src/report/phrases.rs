//! The phrases of the texts: those that count as words, and those that may be some, each with a sentence in which it
//! stands.
//!
//! Promise: what the list says to be taken is what is joined in the counts. What the reader refused is in neither part, nor
//! is what is one word, or stands within one, wherever it is used. The list is of all texts, whatever the view counts.

use super::count::keys;
use super::rounded;
use super::sentences::sentence_around;
use super::view::View;
use crate::corpus::{Corpus, DocumentId, Entry};
use crate::error::Error;
use crate::text::{Span, utf16_len};
use crate::words::{Phrase, Source, Why, phrases as find};
use serde::Serialize;
use std::collections::BTreeMap;

/// A phrase that was found.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PhraseFound {
    /// The phrase.
    pub phrase: String,
    /// Its uses, marked or not.
    pub n: usize,
    /// Its uses in quotation marks or the marks of a title.
    pub n_marked: usize,
    /// Documents in which it stands.
    pub n_documents: usize,
    /// Paragraphs in which it stands.
    pub n_blocks: usize,
    /// Uses in which its words count as one because it is taken, in the blocks that the view counts.
    pub n_joined: usize,
    /// Why it is thought to be one.
    pub why: Why,
    /// Least normalised pointwise mutual information over all cuts.
    pub cohesion: f64,
    /// Entropy of what stands before it, in nats.
    pub left_entropy: f64,
    /// Entropy of what stands after it, in nats.
    pub right_entropy: f64,
    /// By which the list is sorted.
    pub score: f64,
    /// Whether it is certain and counts as a word without asking.
    pub taken: bool,
    /// Where it stands first.
    pub example: PhraseExample,
}

/// A sentence of the cleaned text with a phrase in it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PhraseExample {
    /// Which document.
    pub document: DocumentId,
    /// Its file.
    pub file: String,
    /// The sentence.
    pub text: String,
    /// First UTF-16 code unit of the phrase.
    pub start: usize,
    /// One past the last.
    pub end: usize,
}

/// How many phrases of the texts count as words.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PhrasesTaken {
    /// Different phrases.
    pub n: usize,
    /// Their uses that count as one word because of that.
    pub n_uses: usize,
}

/// The phrases taken and how often each is joined in the blocks that the view counts.
fn joined<'c>(corpus: &'c Corpus, view: &View) -> BTreeMap<&'c str, usize> {
    let mut joined = BTreeMap::new();
    for entry in corpus.entries().iter().filter(|_| !corpus.phrases().is_empty()) {
        let keys = keys(corpus, entry, view).into_iter().zip(&entry.document.blocks).enumerate();
        for (index, (_, block)) in keys.filter(|(_, (key, _))| key.is_some()) {
            for span in entry.joined_in(index) {
                *joined.entry(span.of(block.text())).or_default() += 1;
            }
        }
    }
    joined
}

/// How many phrases count as words in the blocks that the view counts.
pub(super) fn taken(corpus: &Corpus, view: &View) -> PhrasesTaken {
    let joined = joined(corpus, view);
    PhrasesTaken { n: joined.len(), n_uses: joined.values().sum() }
}

/// Finds the phrases, those first that count as words, each part by score.
///
/// # Errors
/// `no-dictionary` before there is one.
pub fn phrases(corpus: &Corpus, view: &View) -> Result<Vec<PhraseFound>, Error> {
    corpus.ready()?;
    let places = corpus.phrase_sources();
    let sources: Vec<Source> = places.iter().map(|(source, ..)| *source).collect();
    let is_word = |source: usize, span: Span| {
        let (_, entry, block) = places[source];
        let n_before = entry.document.blocks[block].speaker.end;
        let span = Span::new(span.start + n_before, span.end + n_before);
        let words = entry.words_cut(block);
        let next = words.partition_point(|word| word.span.end < span.end);
        words.get(next).is_some_and(|word| word.span.contains(span))
    };
    let found = find(&sources, &|word| corpus.part_of_speech(word), &is_word);
    let joined = joined(corpus, view);
    let refused = &corpus.words().refused;
    let found = found.into_iter().filter(|phrase| !refused.contains(&phrase.phrase));
    let (taken, offered): (Vec<_>, Vec<_>) = found
        .map(|phrase| {
            let n_joined = joined.get(phrase.phrase.as_str()).copied().unwrap_or(0);
            let (source, entry, _) = places[phrase.example.source];
            shown(phrase, n_joined, corpus, entry, source.text)
        })
        .partition(|phrase| phrase.taken);
    Ok(taken.into_iter().chain(offered).collect())
}

fn shown(phrase: Phrase, n_joined: usize, corpus: &Corpus, entry: &Entry, text: &str) -> PhraseFound {
    let at = phrase.example.span;
    let sentence = sentence_around(text, at);
    let start = utf16_len(Span::new(sentence.start.min(at.start), at.start).of(text));
    PhraseFound {
        n: phrase.n,
        n_marked: phrase.n_marked,
        n_documents: phrase.n_documents,
        n_blocks: phrase.n_blocks,
        n_joined,
        why: phrase.why,
        cohesion: rounded(phrase.cohesion),
        left_entropy: rounded(phrase.left_entropy),
        right_entropy: rounded(phrase.right_entropy),
        score: rounded(phrase.score()),
        taken: corpus.phrases().contains(&phrase.phrase) && n_joined > 0,
        example: PhraseExample {
            document: entry.id,
            file: entry.document.file.clone(),
            text: sentence.of(text).to_owned(),
            start,
            end: start + utf16_len(&phrase.phrase),
        },
        phrase: phrase.phrase,
    }
}
