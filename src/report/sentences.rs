//! The sentences in which a word stands, as they stand in the original.

use super::count::keys;
use super::view::View;
use crate::corpus::{Corpus, DocumentId, Entry, Occurrence};
use crate::error::Error;
use crate::places::Reason;
use crate::text::{Block, Span, utf16_len};
use crate::words::Tone;
use serde::Serialize;

/// All sentences of a word.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Sentences {
    /// The word.
    pub word: String,
    /// Its uses: the sum of all marks.
    pub n: usize,
    /// In the order of the documents.
    pub sentences: Vec<Sentence>,
}

/// A sentence of the original with the word marked.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Sentence {
    /// Which document.
    pub document: DocumentId,
    /// Its title; empty if it has none.
    pub title: String,
    /// Its file.
    pub file: String,
    /// Its date.
    pub date: Option<String>,
    /// The column for which the sentence counts.
    pub column: String,
    /// Index of the block.
    pub block: usize,
    /// Why the block counts for that column.
    pub reason: Reason,
    /// As it stands in the original.
    pub text: String,
    /// Where the word stands in `text`: UTF-16 code units, start and end, and in what way it is spoken of.
    pub marks: Vec<Mark>,
}

/// Start and end in UTF-16 code units, and in what way the word is spoken of there.
pub type Mark = (usize, usize, Option<Tone>);

/// Finds the sentences of a word, in one column or in all.
///
/// # Errors
/// `no-dictionary` before there is one.
pub fn sentences(corpus: &Corpus, word: &str, view: &View, column: Option<&str>) -> Result<Sentences, Error> {
    corpus.ready()?;
    let mut found = Sentences { word: word.to_owned(), n: 0, sentences: Vec::new() };
    let Some(id) = corpus.vocabulary().find(word) else { return Ok(found) };
    for entry in corpus.entries() {
        for (index, key) in keys(corpus, entry, view).iter().enumerate() {
            let Some(key) = key.map(|key| key.to_string()) else { continue };
            if column.is_some_and(|column| column != key) {
                continue;
            }
            let words = entry.blocks.get(index).map_or(&[][..], Vec::as_slice);
            let is_meant = |use_: &&Occurrence| use_.word == id && view.shows_use(use_);
            let uses: Vec<Use> = words.iter().filter(is_meant).map(|word| (word.span, word.tone)).collect();
            found.n += uses.len();
            found.sentences.extend(sentences_of_block(entry, index, &key, &uses));
        }
    }
    Ok(found)
}

/// Finds the sentences of a stretch of characters, be it a word or not.
///
/// # Errors
/// `no-dictionary` before there is one.
pub fn phrase_sentences(corpus: &Corpus, phrase: &str, view: &View) -> Result<Sentences, Error> {
    corpus.ready()?;
    let mut found = Sentences { word: phrase.to_owned(), n: 0, sentences: Vec::new() };
    for entry in corpus.entries().iter().filter(|_| !phrase.is_empty()) {
        for (index, key) in keys(corpus, entry, view).iter().enumerate() {
            let Some(key) = key.map(|key| key.to_string()) else { continue };
            let text = entry.document.blocks[index].text();
            let use_ = |(at, found): (usize, &str)| (Span::new(at, at + found.len()), None);
            let uses: Vec<Use> = text.match_indices(phrase).map(use_).collect();
            found.n += uses.len();
            found.sentences.extend(sentences_of_block(entry, index, &key, &uses));
        }
    }
    Ok(found)
}

/// Where something stands in the text of a block, and in what way it is spoken of.
pub(super) type Use = (Span, Option<Tone>);

/// The sentences of a block in which something stands, given from left to right.
pub(super) fn sentences_of_block(entry: &Entry, index: usize, column: &str, uses: &[Use]) -> Vec<Sentence> {
    let document = &entry.document;
    let block = &document.blocks[index];
    let mut sentences: Vec<Sentence> = Vec::new();
    let mut last: Option<Span> = None;
    for use_ in uses {
        let clean = sentence_around(block.text(), use_.0);
        let original = block.draft.original(clean);
        if last != Some(clean) {
            last = Some(clean);
            sentences.push(Sentence {
                document: entry.id,
                title: document.title.clone().unwrap_or_default(),
                file: document.file.clone(),
                date: document.date.clone(),
                column: column.to_owned(),
                block: index,
                reason: entry.attributions[index].reason.clone(),
                text: original.of(&document.original).to_owned(),
                marks: Vec::new(),
            });
        }
        if let Some(sentence) = sentences.last_mut() {
            sentence.marks.push(mark(&document.original, block, original, use_));
        }
    }
    sentences
}

fn mark(original: &str, block: &Block, sentence: Span, (span, tone): &Use) -> Mark {
    let word = block.draft.original(*span);
    let start = utf16_len(&original[sentence.start..word.start]);
    (start, start + utf16_len(word.of(original)), *tone)
}

/// The sentence in which a stretch of a text stands, with its closing marks and without white space around it.
pub(super) fn sentence_around(text: &str, at: Span) -> Span {
    let start = text[..at.start].rfind(ENDS).map_or(0, |end| end + end_length(&text[end..]));
    let end =
        text[at.end..].find(ENDS).map_or(text.len(), |end| at.end + end + end_length(&text[at.end + end..]));
    let sentence = &text[start..end];
    let trimmed = sentence.trim();
    let start = start + (sentence.len() - sentence.trim_start().len());
    Span::new(start, start + trimmed.len())
}

const ENDS: [char; 7] = ['。', '！', '？', '；', '!', '?', ';'];

/// Length of an end mark and of the closing quotes and brackets after it.
fn end_length(text: &str) -> usize {
    let closes =
        |c: char| ENDS.contains(&c) || matches!(c, '”' | '’' | '」' | '』' | '）' | ')' | '》' | ' ');
    text.char_indices().find(|(_, c)| !closes(*c)).map_or(text.len(), |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_runs_from_end_mark_to_end_mark() {
        let text = "第一句。“第二句抓项目！”第三句；第四句没有句号";
        for (word, want) in [
            ("第一", "第一句。"),
            ("项目", "“第二句抓项目！”"),
            ("第三", "第三句；"),
            ("第四", "第四句没有句号"),
        ] {
            let at = text.find(word).unwrap_or_default();
            assert_eq!(sentence_around(text, Span::new(at, at + word.len())).of(text), want);
        }
    }
}
