//! Phrases that count as one word, looked for among the words of a text that was cut.
//!
//! Promise: a phrase is one word only where its edges are edges of words, so that none is torn; no name, no slogan,
//! no term of the lexicon and no word of the reader becomes part of one, and none goes over a place that the reader
//! split. The longest that can be joined comes first, from left to right. Not here: which phrases there are (`phrase`).

use super::phrase::is_of_phrase;
use super::{Cutter, lexicon};
use crate::order::Order;
use crate::text::Span;
use rustc_hash::FxHashMap;

/// Phrases of two characters or more, found by the first two.
#[derive(Debug, Default)]
pub struct PhraseFinder {
    by_pair: FxHashMap<(char, char), Vec<String>>,
    /// By the lowest bits of both characters together: whether a phrase may begin so.
    may_begin: Vec<bool>,
}

/// A word of a text, and whether it has to stay one for itself.
#[derive(Debug, Clone, Copy)]
pub struct Piece {
    /// Bytes of the text.
    pub span: Span,
    /// Whether no phrase may take it in.
    pub is_fixed: bool,
}

const N_BITS: usize = 1 << 14;

fn bit(pair: (char, char)) -> usize {
    ((pair.0 as u32).wrapping_mul(0x9e37_79b1) ^ (pair.1 as u32).wrapping_mul(0x85eb_ca6b)) as usize >> 7
        & (N_BITS - 1)
}

impl PhraseFinder {
    /// Of these phrases.
    pub fn new(phrases: impl IntoIterator<Item = String>) -> Self {
        let mut finder = PhraseFinder::default();
        for phrase in phrases {
            let mut chars = phrase.chars();
            if let (Some(first), Some(second)) = (chars.next(), chars.next()) {
                finder.may_begin.resize(N_BITS, false);
                finder.may_begin[bit((first, second))] = true;
                finder.by_pair.entry((first, second)).or_default().push(phrase);
            }
        }
        for phrases in finder.by_pair.values_mut() {
            phrases.order_by(|one, other| other.len().cmp(&one.len()).then_with(|| one.cmp(other)));
        }
        finder
    }

    /// Each place at which phrases stand, with those that do, the longest first.
    fn places<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (usize, impl Iterator<Item = &'a str>)> {
        let seconds = text.chars().skip(1);
        let pairs = text.char_indices().zip(seconds).filter(|_| !self.may_begin.is_empty());
        let pairs = pairs.filter(|((_, first), second)| self.may_begin[bit((*first, *second))]);
        pairs.filter_map(move |((at, first), second)| {
            let phrases = self.by_pair.get(&(first, second))?.iter().map(String::as_str);
            Some((at, phrases.filter(move |phrase| text[at..].starts_with(*phrase))))
        })
    }

    /// Whether one of them stands in a text.
    pub fn is_in(&self, text: &str) -> bool {
        self.places(text).any(|(_, mut phrases)| phrases.next().is_some())
    }

    /// Where they are one word each in a text of these words; where one is a word already, it is not told.
    pub fn find(&self, text: &str, pieces: &[Piece], cutter: &Cutter) -> Vec<Span> {
        let mut found: Vec<Span> = Vec::new();
        let mut breaks = None;
        for (at, phrases) in self.places(text) {
            if found.last().is_some_and(|last| at < last.end) {
                continue;
            }
            let breaks: &Vec<usize> = breaks.get_or_insert_with(|| cutter.breaks(text));
            let is_split = |span: &Span| breaks.iter().any(|at| span.start < *at && *at < span.end);
            let mut spans = phrases.map(|phrase| Span::new(at, at + phrase.len()));
            found
                .extend(spans.find(|span| !is_split(span) && is_of_whole_words(text, *span, pieces, cutter)));
        }
        found
    }
}

/// Whether a stretch is made of several whole words that may be joined.
fn is_of_whole_words(text: &str, span: Span, pieces: &[Piece], cutter: &Cutter) -> bool {
    let n_before = pieces.partition_point(|piece| piece.span.end <= span.start);
    let n_inside = pieces[n_before..].partition_point(|piece| piece.span.start < span.end);
    let inside = &pieces[n_before..n_before + n_inside];
    let (Some(first), Some(last)) = (inside.first(), inside.last()) else { return false };
    let is_free =
        |piece: &Piece| span.contains(piece.span) && !piece.is_fixed && !cutter.is_fixed(piece.span.of(text));
    if first.span == span || !inside.iter().all(is_free) {
        return false;
    }
    // Digits, numerals and marks are no words. Where they stand at an edge, a mark or a word right beside it has to
    // show that nothing is torn.
    let end_before = n_before.checked_sub(1).map_or(0, |index| pieces[index].span.end);
    let start_after = pieces.get(n_before + n_inside).map_or(text.len(), |piece| piece.span.start);
    let ends_before = || !text[..span.start].ends_with(is_of_phrase);
    let starts_after = || !text[span.end..].starts_with(is_of_phrase);
    (first.span.start == span.start || end_before == span.start || ends_before())
        && (last.span.end == span.end || start_after == span.end || starts_after())
}

impl Cutter {
    /// Whether a word has to stay one for itself: a term of the lexicon in use, and what the reader made a word.
    fn is_fixed(&self, word: &str) -> bool {
        self.is_own(word) || self.has_lexicon() && lexicon::term(word).is_some()
    }
}
