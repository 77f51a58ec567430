//! The phrases of the texts, ranked, each with a sentence in which it stands.

use super::count::keys;
use super::rounded;
use super::sentences::sentence_around;
use super::view::View;
use crate::corpus::{Corpus, DocumentId, Entry};
use crate::error::Error;
use crate::text::{Span, utf16_len};
use crate::words::{Phrase, Source, Why, phrases as find};
use serde::Serialize;

/// A phrase as it is offered to the reader.
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
    /// Whether it is certain enough to be taken without asking.
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

/// Finds the phrases of all blocks that the view counts, those taken first and each group by score.
///
/// # Errors
/// `no-dictionary` before there is one.
pub fn phrases(corpus: &Corpus, view: &View) -> Result<Vec<PhraseFound>, Error> {
    corpus.ready()?;
    let mut sources = Vec::new();
    for (document, entry) in corpus.entries().iter().enumerate() {
        let blocks = entry.document.blocks.iter().zip(keys(corpus, entry, view));
        let blocks = blocks.filter(|(_, key)| key.is_some()).map(|(block, _)| block);
        sources.extend(blocks.map(|block| Source { document, text: &block.text()[block.speaker.end..] }));
    }
    let found = find(&sources, &|word| corpus.part_of_speech(word));
    let shown = |phrase: Phrase| {
        let source = sources[phrase.example.source];
        shown(phrase, &corpus.entries()[source.document], source.text)
    };
    Ok(found.into_iter().map(shown).collect())
}

fn shown(phrase: Phrase, entry: &Entry, text: &str) -> PhraseFound {
    let at = phrase.example.span;
    let sentence = sentence_around(text, at);
    let start = utf16_len(Span::new(sentence.start.min(at.start), at.start).of(text));
    PhraseFound {
        n: phrase.n,
        n_marked: phrase.n_marked,
        n_documents: phrase.n_documents,
        why: phrase.why,
        cohesion: rounded(phrase.cohesion),
        left_entropy: rounded(phrase.left_entropy),
        right_entropy: rounded(phrase.right_entropy),
        score: rounded(phrase.score),
        taken: phrase.taken,
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
