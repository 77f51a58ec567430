//! What other words of the reader would do, before they are taken.
//!
//! Promise: the effect is that of [`Corpus::set_words`] to the last token, with the names that are found now, and
//! nothing is changed. Only blocks that hold
//! what the words differ in are looked at, unless any text may be concerned. Not here: wishing (`words`).

use super::Corpus;
use super::marks::{is_counted, is_fixed};
use super::phrases::phrases_in;
use crate::error::Error;
use crate::order::Order;
use crate::text::{Block, Span};
use crate::words::{Class, Cutter, Name, PhraseFinder, Piece, Token, Words, tokens_with_names};
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// What other words of the reader would do.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct WordEffect {
    /// Places that would be cut otherwise.
    pub n_places: usize,
    /// Documents with such places.
    pub n_documents: usize,
    /// Words that stand there now, most frequent first.
    pub before: Vec<Changed>,
    /// Words that would stand there, most frequent first.
    pub after: Vec<Changed>,
    /// Words of now that would be torn: part of them would belong to another word.
    pub torn: Vec<Changed>,
}

/// A word with the number of places.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Changed {
    /// The word.
    pub word: String,
    /// Places.
    pub n: usize,
}

#[derive(Default)]
struct Tally<'t> {
    n_places: usize,
    before: BTreeMap<&'t str, usize>,
    after: BTreeMap<&'t str, usize>,
    torn: BTreeMap<&'t str, usize>,
}

impl Corpus {
    /// What these words would do in place of those that are there.
    ///
    /// # Errors
    /// `no-dictionary` before there is one.
    pub fn word_effect(&self, words: &Words) -> Result<WordEffect, Error> {
        self.ready()?;
        let Some(cutter) = &self.cutter else { return Ok(WordEffect::default()) };
        let other = cutter.with(words);
        let differences = self.words.differences(words);
        let is_other = cutter.dictionary().sum() != other.dictionary().sum();
        let taken = self.certain(&other, words);
        let moved = PhraseFinder::new(taken.symmetric_difference(self.phrases()).cloned());
        let finder = PhraseFinder::new(taken);
        let mut tally = Tally::default();
        let mut n_documents = 0;
        for entry in &self.entries {
            let n_before = tally.n_places;
            for (index, block) in entry.document.blocks.iter().enumerate() {
                let text = block.text();
                let is_concerned = || differences.iter().any(|part| text.contains(part.as_str()));
                if is_other || is_concerned() || moved.is_in(text) {
                    let names = entry.names_of(index);
                    let (before, after) =
                        (tokens(cutter, block, names, self.finder()), tokens(&other, block, names, &finder));
                    tally.compare(text, &before, &after);
                }
            }
            n_documents += usize::from(tally.n_places > n_before);
        }
        Ok(WordEffect {
            n_places: tally.n_places,
            n_documents,
            before: listed(tally.before),
            after: listed(tally.after),
            torn: listed(tally.torn),
        })
    }
}

impl<'t> Tally<'t> {
    /// Goes through both rows of tokens; a place reaches from one edge that both have to the next.
    fn compare(&mut self, text: &'t str, before: &[Token], after: &[Token]) {
        let (mut one, mut other) = (0, 0);
        while one < before.len() && other < after.len() {
            let starts = (one, other);
            (one, other) = (one + 1, other + 1);
            while before[one - 1].span.end != after[other - 1].span.end {
                if before[one - 1].span.end < after[other - 1].span.end {
                    one += 1;
                } else {
                    other += 1;
                }
            }
            if before[starts.0..one] != after[starts.1..other] {
                self.note(text, &before[starts.0..one], &after[starts.1..other]);
            }
        }
    }

    fn note(&mut self, text: &'t str, before: &[Token], after: &[Token]) {
        self.n_places += 1;
        for (tokens, counts) in [(before, &mut self.before), (after, &mut self.after)] {
            for token in tokens.iter().filter(|token| token.class.is_word()) {
                *counts.entry(token.span.of(text)).or_default() += 1;
            }
        }
        let is_torn = |token: Span| {
            after.iter().map(|other| other.span).any(|other| {
                let overlap = token.start < other.end && other.start < token.end;
                overlap && !token.contains(other) && !other.contains(token)
            })
        };
        for token in before.iter().filter(|token| is_torn(token.span)) {
            *self.torn.entry(token.span.of(text)).or_default() += 1;
        }
    }
}

/// The tokens of a block, each phrase one of them, as the corpus joins them.
fn tokens(cutter: &Cutter, block: &Block, names: &[Name], finder: &PhraseFinder) -> Vec<Token> {
    let text = block.text();
    let named = tokens_with_names(&cutter.tokens(text), names);
    let mut tokens: Vec<Token> = named.iter().map(|(token, _)| *token).collect();
    let words = named.iter().filter(|(token, _)| is_counted(block, token));
    let pieces: Vec<Piece> =
        words.map(|(token, name)| Piece { span: token.span, is_fixed: is_fixed(token, *name) }).collect();
    for span in phrases_in(block, &pieces, finder, cutter).into_iter().rev() {
        let start = tokens.partition_point(|token| token.span.end <= span.start);
        let n = tokens[start..].partition_point(|token| token.span.start < span.end);
        tokens.splice(start..start + n, [Token { span, class: Class::Word }]);
    }
    tokens
}

fn listed(counts: BTreeMap<&str, usize>) -> Vec<Changed> {
    let mut list: Vec<Changed> =
        counts.into_iter().map(|(word, n)| Changed { word: word.to_owned(), n }).collect();
    list.order_by_key(|changed| Reverse(changed.n));
    list
}
