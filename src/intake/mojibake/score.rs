//! How likely a text is in its document.

use super::stream::Stretch;
use crate::intake::{Plausibility, simplify};
use crate::text::{Block, is_han};
use rustc_hash::FxHashMap;

/// Characters before and after a stretch that are judged together with it.
const N_AROUND: usize = 6;
/// Two marks of which the second cannot follow the first cost this much.
const IMPOSSIBLE: f64 = -10.0;
/// What a closing quote gains where one is open.
const CLOSED_QUOTE: f64 = 6.0;
/// A pair of characters that the document has elsewhere counts so much, …
const KNOWN_PAIR: f64 = 1.0;
/// … and one that it has often, at most so much.
const MAX_KNOWN_PAIR: f64 = 2.5;

/// Judges texts by the words of the language and by the pairs of characters of one document.
pub(super) struct Judge<'a> {
    plausibility: Plausibility<'a>,
    is_traditional: bool,
    /// How often each pair stands in the document, in Simplified.
    pairs: FxHashMap<(char, char), u32>,
}

impl<'a> Judge<'a> {
    pub(super) fn new(blocks: &[Block], plausibility: Plausibility<'a>) -> Self {
        let is_traditional = simplify::is_traditional(blocks);
        let mut judge = Judge { plausibility, is_traditional, pairs: FxHashMap::default() };
        for block in blocks {
            let text = judge.simplified(block.text());
            for pair in text.chars().zip(text.chars().skip(1)) {
                *judge.pairs.entry(pair).or_default() += 1;
            }
        }
        judge
    }

    /// A text in Simplified.
    pub(super) fn simplified(&self, text: &str) -> String {
        simplify::simplified(text, self.is_traditional)
    }

    /// Natural logarithm of its likelihood, up to a constant.
    pub(super) fn score(&self, text: &str) -> f64 {
        let text = self.simplified(text);
        let pairs = text.chars().zip(text.chars().skip(1));
        let of_pairs: f64 = pairs.map(|pair| self.score_of(pair)).sum();
        (self.plausibility)(&text) + of_pairs + CLOSED_QUOTE * f64::from(n_closed_quotes(&text))
    }

    fn score_of(&self, pair: (char, char)) -> f64 {
        if "?!;:,？！；：，。、".contains(pair.0) && "、，。；：,;:".contains(pair.1) {
            return IMPOSSIBLE;
        }
        if !is_han(pair.0) && !is_han(pair.1) {
            return 0.0;
        }
        let n = self.pairs.get(&pair).copied().unwrap_or(0);
        if n == 0 { 0.0 } else { (KNOWN_PAIR * libm::log(1.0 + f64::from(n))).min(MAX_KNOWN_PAIR) }
    }
}

fn n_closed_quotes(text: &str) -> u32 {
    let (mut is_open, mut n_closed) = (false, 0);
    for c in text.chars() {
        match c {
            '“' => is_open = true,
            '”' if is_open => (is_open, n_closed) = (false, n_closed + 1),
            _ => {}
        }
    }
    n_closed
}

/// A stretch with some characters before and after it.
pub(super) struct Window<'a> {
    pub(super) text: &'a str,
    pub(super) before: &'a str,
    end: usize,
}

impl<'a> Window<'a> {
    /// The characters around the bytes `start..end` of a text.
    pub(super) fn new(text: &'a str, start: usize, end: usize) -> Self {
        let from = text[..start].char_indices().rev().take(N_AROUND).last().map_or(start, |(at, _)| at);
        let to = text[end..].char_indices().nth(N_AROUND).map_or(text.len(), |(at, _)| end + at);
        Window { text, before: &text[from..start], end: to }
    }

    /// What it costs that the text would end with a mark that ends nothing.
    pub(super) fn end_of(&self, inner: &str, stretch: &Stretch) -> f64 {
        let is_end = stretch.span.end == self.text.len();
        if is_end && inner.ends_with(['，', '、', '：', '；', '“', '‘', '《', '（', '·', '—']) {
            IMPOSSIBLE
        } else {
            0.0
        }
    }

    /// The window with `inner` in the place of what stands there up to byte `end`.
    pub(super) fn with(&self, inner: &str, end: usize) -> String {
        format!("{}{inner}{}", self.before, &self.text[end..self.end])
    }
}
