//! Tables whose rows are a class and its words, set apart by blanks.

use super::super::longest::Longest;
use crate::text::Characters;

/// A class of words of a table in data/names.
#[derive(Default)]
pub(super) struct Class {
    words: Longest<()>,
    /// Words of one character.
    singles: Characters,
}

impl Class {
    /// The words of a class.
    pub fn read(table: &'static str, class: &str) -> Self {
        let mut all = Class::default();
        let rows =
            table.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'));
        for (_, words) in rows.filter(|(name, _)| *name == class) {
            for word in words.split(' ').filter(|word| !word.is_empty()) {
                all.words.add(word, ());
                all.singles.extend(word.chars().next().filter(|c| c.len_utf8() == word.len()));
            }
        }
        all
    }

    /// With what the words begin.
    pub fn firsts(&self) -> &Characters {
        self.words.firsts()
    }

    pub fn has(&self, word: &str) -> bool {
        self.words.has(word)
    }

    /// Whether a character is one of the words.
    #[inline]
    pub fn has_character(&self, c: char) -> bool {
        self.singles.may_have(c) && (Characters::is_exact(c) || self.has(c.encode_utf8(&mut [0; 4])))
    }

    /// The longest word with which a text begins.
    pub fn at_start<'t>(&self, text: &'t str) -> Option<&'t str> {
        self.words.at_start(text).map(|(word, ())| word)
    }

    /// The longest word with which a text ends.
    pub fn at_end<'t>(&self, text: &'t str) -> Option<&'t str> {
        self.words.at_end(text).map(|(word, ())| word)
    }
}

/// The first `n` characters of a text, if it has that many.
pub(super) fn first(text: &str, n: usize) -> Option<&str> {
    match text.char_indices().nth(n) {
        Some((end, _)) => Some(&text[..end]),
        None => (text.chars().count() == n).then_some(text),
    }
}

/// The last `n` characters of a text, if it has that many.
pub(super) fn last(text: &str, n: usize) -> Option<&str> {
    text.char_indices().rev().nth(n.checked_sub(1)?).map(|(start, _)| &text[start..])
}
