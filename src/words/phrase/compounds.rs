//! Words that these texts hardly ever say without one more character after them: 螺蛳 in 螺蛳粉, 白鹭 in 白鹭湾.
//!
//! Promise: two characters that stand at least [`MIN_N`] times before the same third, and four times in five, which together
//! are free on one side at least. Counted in the text as it stands, so that it does not depend on how the text is cut.
//! Not here: whether the two are a word and the third is one (`mod`).

use super::repeats::entropy;
use super::{Example, Phrase, Source, Why};
use crate::text::{Span, is_han};
use rustc_hash::FxHashMap;

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
    /// Its number among the compounds, from one on.
    compound: usize,
}

/// What is known of such a pair with the third.
struct Compound {
    pair: (char, char),
    example: Example,
    n: usize,
    n_documents: usize,
    n_blocks: usize,
    /// The last use's document and block.
    last: (usize, usize),
    /// What stands beside it; 0 for a mark.
    before: Vec<u16>,
    after: Vec<u16>,
}

/// All of some texts, by where they stand first.
pub(super) fn compounds(sources: &[Source]) -> Vec<Phrase> {
    let mut pairs: FxHashMap<(char, char), Pair> = FxHashMap::default();
    for source in sources {
        each_pair(source.text, &mut |_, _, pair, next| pairs.entry(pair).or_default().vote(next));
    }
    let mut found: Vec<Compound> = Vec::new();
    for (index, source) in sources.iter().enumerate() {
        each_pair(source.text, &mut |at, before, pair, next| {
            let Some(known) = pairs.get_mut(&pair).filter(|known| known.is_before(next)) else { return };
            let length = pair.0.len_utf8() + pair.1.len_utf8() + next.map_or(0, char::len_utf8);
            let example = Example { source: index, span: Span::new(at, at + length) };
            if known.compound == 0 {
                found.push(Compound::new(pair, example));
                known.compound = found.len();
            }
            let after = source.text[example.span.end..].chars().next();
            found[known.compound - 1].see((source.document, index), before, after);
        });
    }
    found.into_iter().filter_map(|one| one.phrase(sources, &pairs)).collect()
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

/// What [`each_pair`] tells of two neighbouring characters.
type See<'s> = dyn FnMut(usize, Option<char>, (char, char), Option<char>) + 's;

/// Every two neighbouring characters of a text with where they begin, what stands before them and, if it is a character of
/// a word, what stands after them.
fn each_pair(text: &str, see: &mut See) {
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

/// A neighbour by its number; each mark is one of its own, as are the few characters that have no short number.
fn neighbour(c: Option<char>) -> u16 {
    c.filter(|c| is_han(*c)).and_then(|c| u16::try_from(u32::from(c)).ok()).unwrap_or(0)
}

impl Compound {
    fn new(pair: (char, char), example: Example) -> Self {
        let (before, after) = (Vec::new(), Vec::new());
        let none = (usize::MAX, usize::MAX);
        Compound { pair, example, n: 0, n_documents: 0, n_blocks: 0, last: none, before, after }
    }

    fn see(&mut self, at: (usize, usize), before: Option<char>, after: Option<char>) {
        self.n += 1;
        self.n_documents += usize::from(at.0 != self.last.0);
        self.n_blocks += usize::from(at.1 != self.last.1);
        self.last = at;
        self.before.push(neighbour(before));
        self.after.push(neighbour(after));
    }

    fn phrase(mut self, sources: &[Source], pairs: &FxHashMap<(char, char), Pair>) -> Option<Phrase> {
        let text = self.example.span.of(sources[self.example.source].text);
        self.before.sort_unstable();
        self.after.sort_unstable();
        let left_entropy = entropy(self.before.iter().copied());
        let right_entropy = entropy(self.after.iter().copied());
        let n_of = |pair: (char, char)| pairs.get(&pair).map_or(self.n, |pair| pair.n);
        let tail = (self.pair.1, text.chars().nth(2)?);
        if self.n < MIN_N || self.n * 5 < n_of(self.pair) * 4 || left_entropy.max(right_entropy) == 0.0 {
            return None;
        }
        Some(Phrase {
            phrase: text.to_owned(),
            n: self.n,
            n_marked: 0,
            n_documents: self.n_documents,
            n_blocks: self.n_blocks,
            why: Why::Repeat,
            // How seldom the last two stand without the first.
            cohesion: self.n as f64 / n_of(tail) as f64,
            left_entropy,
            right_entropy,
            is_named: false,
            n_alone: 0,
            after: self.after.iter().filter_map(|next| char::from_u32((*next).into())).collect(),
            example: self.example,
        })
    }
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
