//! Words that these texts hardly ever say without one more character after them: 螺蛳 in 螺蛳粉, 白鹭 in 白鹭湾.
//!
//! Promise: two characters that stand at least [`MIN_N`] times before the same third, and four times in five, which together
//! are free on one side at least. Counted in the text as it stands, so that it does not depend on how the text is cut.
//! Not here: whether the two are a word and the third is one (`mod`).

use super::{Example, Phrase, Source, Why};
use crate::order;
use crate::text::{Span, is_han};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// Least uses: twice may be one sentence and its repetition.
pub(super) const MIN_N: usize = 3;

/// What is known of two neighbouring characters.
#[derive(Default)]
struct Pair {
    n: usize,
    /// The character that stands after them mostly, if one does, and how much more often than others (R. S. Boyer, J S. Moore
    /// 1991, MJRTY: a fast majority vote algorithm).
    next: Option<char>,
    lead: usize,
}

/// What is known of such a pair with the third.
#[derive(Default)]
struct Compound {
    example: Option<Example>,
    n: usize,
    documents: Last,
    blocks: Last,
    before: Vec<Option<char>>,
    after: Vec<Option<char>>,
}

/// How many different numbers came, which come in order.
#[derive(Default)]
struct Last {
    n: usize,
    last: Option<usize>,
}

impl Last {
    fn see(&mut self, number: usize) {
        self.n += usize::from(self.last.replace(number) != Some(number));
    }
}

/// All of some texts, by their characters.
pub(super) fn compounds(sources: &[Source]) -> Vec<Phrase> {
    let pairs = pairs(sources);
    let mut found: FxHashMap<(char, char), Compound> = FxHashMap::default();
    for (index, source) in sources.iter().enumerate() {
        each_pair(source.text, |at, before, pair, next| {
            if !pairs.get(&pair).is_some_and(|pair| pair.is_before(next)) {
                return;
            }
            let length = pair.0.len_utf8() + pair.1.len_utf8() + next.map_or(0, char::len_utf8);
            let span = Span::new(at, at + length);
            let compound = found.entry(pair).or_default();
            compound.n += 1;
            compound.example.get_or_insert(Example { source: index, span });
            compound.documents.see(source.document);
            compound.blocks.see(index);
            compound.before.push(before.filter(|c| is_han(*c)));
            compound.after.push(source.text[span.end..].chars().next().filter(|c| is_han(*c)));
        });
    }
    let by_text: BTreeMap<String, Phrase> =
        order::map(found.into_values().filter_map(|one| one.phrase(sources, &pairs)));
    by_text.into_values().collect()
}

impl Pair {
    /// Whether they may stand mostly before this character.
    fn is_before(&self, next: Option<char>) -> bool {
        // Four in five are three fifths more than all others.
        self.n >= MIN_N && next.is_some() && self.next == next && self.lead * 5 >= self.n * 3
    }

    fn vote(&mut self, next: Option<char>) {
        if self.lead == 0 {
            self.next = next;
        }
        if self.next == next {
            self.lead += 1
        } else {
            self.lead -= 1
        }
        self.n += 1;
    }
}

/// Every two neighbouring characters of the texts.
fn pairs(sources: &[Source]) -> FxHashMap<(char, char), Pair> {
    let mut pairs: FxHashMap<(char, char), Pair> = FxHashMap::default();
    for source in sources {
        each_pair(source.text, |_, _, pair, next| pairs.entry(pair).or_default().vote(next));
    }
    pairs
}

/// Every two neighbouring characters of a text with where they begin, what stands before them and, if it is a character of
/// a word, what stands after them.
fn each_pair(text: &str, mut see: impl FnMut(usize, Option<char>, (char, char), Option<char>)) {
    let mut window: [Option<(usize, char)>; 3] = [None; 3];
    for next in text.char_indices().map(Some).chain([None]) {
        let [before, first, second] = window;
        if let (Some((at, first)), Some((_, second))) = (first, second)
            && is_han(first)
            && is_han(second)
        {
            see(at, before.map(|(_, c)| c), (first, second), next.map(|(_, c)| c).filter(|c| is_han(*c)));
        }
        window = [first, second, next];
    }
}

impl Compound {
    fn phrase(self, sources: &[Source], pairs: &FxHashMap<(char, char), Pair>) -> Option<(String, Phrase)> {
        let example = self.example?;
        let text = example.span.of(sources[example.source].text);
        let [left_entropy, right_entropy] = [&self.before, &self.after].map(|beside| entropy(beside));
        let mut characters = text.chars();
        let [first, second, third] = [characters.next()?, characters.next()?, characters.next()?];
        let (head, tail) = ((first, second), (second, third));
        let n_head = pairs.get(&head).map_or(self.n, |pair| pair.n);
        if self.n < MIN_N || self.n * 5 < n_head * 4 || left_entropy.max(right_entropy) == 0.0 {
            return None;
        }
        // Of the ways to cut it in two, the one after the second character cannot be told from its frequency; the other
        // says how often the last two stand for themselves.
        let cohesion = self.n as f64 / pairs.get(&tail).map_or(self.n, |pair| pair.n) as f64;
        let phrase = Phrase {
            phrase: text.to_owned(),
            n: self.n,
            n_marked: 0,
            n_documents: self.documents.n,
            n_blocks: self.blocks.n,
            why: Why::Repeat,
            cohesion,
            left_entropy,
            right_entropy,
            is_named: false,
            n_alone: 0,
            after: order::set(self.after.into_iter().flatten()).into_iter().collect(),
            example,
        };
        Some((text.to_owned(), phrase))
    }
}

/// Entropy of neighbours in nats; each mark is a neighbour of its own.
fn entropy(beside: &[Option<char>]) -> f64 {
    let n = beside.len() as f64;
    let mut counts: BTreeMap<char, usize> = BTreeMap::new();
    for c in beside.iter().flatten() {
        *counts.entry(*c).or_default() += 1;
    }
    let marks = beside.iter().filter(|c| c.is_none()).map(|_| 1);
    let share = |count: usize| count as f64 / n;
    counts.into_values().chain(marks).map(|count| -share(count) * libm::log(share(count))).sum::<f64>() + 0.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(texts: &[&str]) -> Vec<(String, usize)> {
        let sources: Vec<Source> =
            texts.iter().enumerate().map(|(document, text)| Source { document, text }).collect();
        compounds(&sources).into_iter().map(|one| (one.phrase, one.n)).collect()
    }

    #[test]
    fn what_hardly_ever_stands_without_the_next_character_is_found() {
        assert_eq!(found(&["卖螺蛳粉。", "螺蛳粉，吃螺蛳粉吧"]), [("螺蛳粉".to_owned(), 3)]);
        let five = ["吃螺蛳粉。", "买螺蛳吧，卖螺蛳粉", "螺蛳粉。", "爱螺蛳粉。"];
        assert_eq!(found(&five), [("螺蛳粉".to_owned(), 4)], "four in five");
        assert!(found(&["卖螺蛳粉。", "螺蛳粉，吃螺蛳吧", "爱螺蛳粉"]).is_empty(), "three in four");
        assert!(found(&["卖螺蛳粉。", "吃螺蛳粉吧"]).is_empty(), "too seldom");
    }
}
