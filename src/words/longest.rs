//! Words of a table with what the table says of them, the longest of which a text begins or ends with.

use crate::text::{Characters, code_at};
use rustc_hash::FxHashMap;

/// Words, each with what is known of it.
pub(super) struct Longest<V> {
    words: FxHashMap<&'static str, V>,
    /// The lengths that words have, in bytes, the longest first.
    lengths: Vec<usize>,
    firsts: Characters,
    lasts: Characters,
    /// By the first two characters the lengths that words have which begin so, each with a bit.
    by_beginning: Box<[u32; N_BEGINNINGS]>,
}

/// Beginnings that share a place are taken for each other.
const N_BEGINNINGS: usize = 1024;

impl<V> Default for Longest<V> {
    fn default() -> Self {
        Longest {
            words: FxHashMap::default(),
            lengths: Vec::new(),
            firsts: Characters::default(),
            lasts: Characters::default(),
            by_beginning: Box::new([0; N_BEGINNINGS]),
        }
    }
}

impl<V> Longest<V> {
    /// Adds a word unless it is there.
    pub fn add(&mut self, word: &'static str, value: V) {
        if let Err(at) = self.lengths.binary_search_by(|length| word.len().cmp(length)) {
            self.lengths.insert(at, word.len());
        }
        self.firsts.extend(word.chars().next());
        self.lasts.extend(word.chars().next_back());
        self.by_beginning[place_of_beginning(word).0] |= bit_of_length(word.len());
        self.words.entry(word).or_insert(value);
    }

    /// With what the words begin.
    pub fn firsts(&self) -> &Characters {
        &self.firsts
    }

    /// Whether this is one of the words.
    pub fn has(&self, word: &str) -> bool {
        word.chars().next().is_some_and(|c| self.firsts.may_have(c)) && self.words.contains_key(word)
    }

    /// The longest word with which a text begins.
    pub fn at_start<'t>(&self, text: &'t str) -> Option<(&'t str, &V)> {
        self.firsts.may_have(text.chars().next()?).then_some(())?;
        let (place, n_first) = place_of_beginning(text);
        let bits = self.by_beginning[place] | bit_of_length(n_first);
        let lengths = self.lengths.iter().filter(|length| bits & bit_of_length(**length) != 0);
        let mut words = lengths.filter_map(|length| text.get(..*length));
        words.find_map(|word| Some((word, self.words.get(word)?)))
    }

    /// The longest word with which a text ends.
    pub fn at_end<'t>(&self, text: &'t str) -> Option<(&'t str, &V)> {
        self.lasts.may_have(text.chars().next_back()?).then_some(())?;
        let mut words = self.lengths.iter().filter_map(|length| text.get(text.len().checked_sub(*length)?..));
        words.find_map(|word| Some((word, self.words.get(word)?)))
    }
}

/// The place for the first two characters of a text, and the bytes of the first.
#[inline]
fn place_of_beginning(text: &str) -> (usize, usize) {
    let (one, n_first) = code_at(text.as_bytes(), 0);
    let (other, _) = code_at(text.as_bytes(), n_first);
    let mixed = one.wrapping_mul(0x9e37_79b1).wrapping_add(other).wrapping_mul(0x85eb_ca6b);
    ((mixed >> (32 - N_BEGINNINGS.trailing_zeros())) as usize, n_first)
}

/// A bit for each number of ideographs.
#[inline]
fn bit_of_length(n_bytes: usize) -> u32 {
    1 << (n_bytes.div_ceil(3) % 32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_word_is_found_at_either_end() {
        let mut words = Longest::default();
        for word in ["银行", "行", "商业银行"] {
            words.add(word, word.len());
        }
        words.add("行", 0);
        assert_eq!(words.at_start("行业"), Some(("行", &3)));
        assert_eq!(words.at_start("银行业"), Some(("银行", &6)));
        assert_eq!(words.at_end("某商业银行"), Some(("商业银行", &12)));
        assert_eq!((words.at_start("业"), words.at_end(""), words.at_end("行a")), (None, None, None));
        assert!(words.has("行") && !words.has("业") && !words.has("行业"));
    }
}
