//! How plausible a text is as Chinese, by the words of the dictionary alone: neither the lexicon nor the reader's words
//! take part, so that what was read does not depend on what is to be counted.
//!
//! Promise: it is the plausibility of the likeliest words, added up. Texts that are compared have most in common: a text
//! is read character by character, and of the next one only what comes after the characters that both begin with.

use super::tree::{Node, Tree};
use crate::text::is_han;

/// Plausibility of a run of letters or digits.
const LATIN: f64 = -8.0;
/// Plausibility of one small letter, which Chinese text hardly has.
const LONE_LETTER: f64 = -16.0;
/// That of what no text has: a private character, half a syllable.
const UNHEARD: f64 = -17.9;

/// Judges texts, and remembers how it read the last one.
pub(super) struct Judge {
    tree: Tree,
    read: Vec<Step>,
    /// Words that may go on, those after each character behind one another.
    open: Vec<Open>,
}

/// What is known after a character.
#[derive(Clone, Copy)]
struct Step {
    char: char,
    /// Of the text up to here.
    plausibility: f64,
    /// What came before, if this is one of a run of letters and digits.
    before_run: Option<f64>,
    /// Where the words that may go on end.
    n_open: usize,
}

/// A word of which the beginning has been read.
#[derive(Clone, Copy)]
struct Open {
    node: Node,
    /// Plausibility of what stands before it.
    before: f64,
}

impl Judge {
    pub(super) fn new(tree: Tree) -> Self {
        Judge { tree, read: Vec::new(), open: Vec::new() }
    }

    /// Natural logarithm of the likelihood of a text, up to a constant.
    #[inline(never)]
    pub(super) fn plausibility(&mut self, text: &str) -> f64 {
        if self.tree.is_overgrown() {
            self.forget();
        }
        let mut rest = text.chars();
        let mut n_shared = 0;
        for step in &self.read {
            let mut next = rest.clone();
            if next.next() != Some(step.char) {
                break;
            }
            (rest, n_shared) = (next, n_shared + 1);
        }
        self.read.truncate(n_shared);
        self.open.truncate(self.read.last().map_or(0, |step| step.n_open));
        for char in rest {
            self.go_on(char);
        }
        self.read.last().map_or(0.0, |step| step.plausibility)
    }

    /// How much likelier two ideographs are as a word than each alone.
    pub(super) fn gain_of_pair(&mut self, first: char, second: char) -> f64 {
        let mut alone = |char| {
            let node = self.tree.first(char)?;
            Some((node, self.tree.weight(node)?))
        };
        let (Some((node, of_first)), Some((_, of_second))) = (alone(first), alone(second)) else {
            return 0.0;
        };
        let word = self.tree.next(node, second);
        let of_word = word.and_then(|word| self.tree.weight(word));
        of_word.map_or(0.0, |of_word| (of_word - of_first - of_second).max(0.0))
    }

    fn forget(&mut self) {
        self.tree.start_anew();
        self.read.clear();
        self.open.clear();
    }

    /// Reads one character more.
    fn go_on(&mut self, char: char) {
        let last = self.read.last().copied();
        let before = last.map_or(0.0, |step| step.plausibility);
        let mut before_run = None;
        let plausibility = if is_han(char) {
            self.go_on_with_words(char, before)
        } else if char.is_ascii_alphanumeric() {
            let started = last.and_then(|step| step.before_run);
            before_run = Some(started.unwrap_or(before));
            let is_lone = started.is_none() && char.is_ascii_lowercase();
            started.unwrap_or(before) + if is_lone { LONE_LETTER } else { LATIN }
        } else if char.is_alphanumeric() {
            before + LATIN
        } else {
            before + plausibility_of_mark(char)
        };
        self.read.push(Step { char, plausibility, before_run, n_open: self.open.len() });
    }

    /// Goes on with the words that are open, and opens one; the plausibility of the best end.
    fn go_on_with_words(&mut self, char: char, before: f64) -> f64 {
        let end = self.open.len();
        let start = self.read.len().checked_sub(2).map_or(0, |at| self.read[at].n_open);
        let mut best = f64::NEG_INFINITY;
        for at in start..end {
            let Open { node, before } = self.open[at];
            if let Some(node) = self.tree.next(node, char) {
                self.open.push(Open { node, before });
                if let Some(weight) = self.tree.weight(node) {
                    best = best.max(before + weight);
                }
            }
        }
        match self.tree.first(char) {
            Some(node) => {
                self.open.push(Open { node, before });
                best.max(before + self.tree.weight(node).unwrap_or(UNHEARD))
            }
            None => best.max(before + UNHEARD),
        }
    }
}

/// Rounded from how often marks stand in running text.
fn plausibility_of_mark(mark: char) -> f64 {
    match mark {
        '，' | '。' | ',' => -3.0,
        '、' => -4.0,
        '\u{e000}'..='\u{f8ff}' => UNHEARD,
        _ => -6.0,
    }
}

#[cfg(test)]
mod tests {
    use super::super::compact::{Compact, encode};
    use super::*;
    use std::sync::Arc;

    #[test]
    fn what_was_read_before_or_forgotten_changes_no_judgement() {
        let words = "项目 100 n\n企业 70000 n\n企业家 30 n\n企 5 ng\n家 900 n\n";
        let compact = encode(words.as_bytes()).and_then(Compact::read).unwrap_or_else(|why| panic!("{why}"));
        let compact = Arc::new(compact);
        let mut judge = Judge::new(Tree::of_compact(compact.clone()));
        for text in ["企业家的项目", "企业家", "企业a1，企", "企业ab", "", "企业家的项目"]
        {
            let alone = Judge::new(Tree::of_compact(compact.clone())).plausibility(text);
            assert_eq!(judge.plausibility(text), alone, "{text}");
            judge.forget();
            assert_eq!(judge.plausibility(text), alone, "{text}, forgotten");
        }
        assert!(judge.gain_of_pair('企', '业') > 0.0 && judge.gain_of_pair('目', '项') == 0.0);
    }
}
