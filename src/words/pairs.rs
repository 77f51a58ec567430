//! Which characters stand side by side in the texts.
//!
//! Promise: a pair that was seen is always known; of those never seen a few may seem known, the more the fuller
//! the set is. Not here: what follows from it.

/// Bits of a set: 128 kB, of which a megabyte of text fills a tenth.
const BITS: u32 = 20;

/// A set of characters and of neighbouring pairs of them.
#[derive(Clone)]
pub(super) struct Pairs {
    bits: Vec<u64>,
}

impl Pairs {
    pub(super) fn new() -> Self {
        Pairs { bits: vec![0; 1 << (BITS - 6)] }
    }

    /// Adds all that stands in a text; true if something was new.
    pub(super) fn add(&mut self, text: &str) -> bool {
        let mut is_new = false;
        let mut before = '\0';
        for char in text.chars() {
            if !may_be_in_a_word(char) {
                before = '\0';
                continue;
            }
            is_new |= self.insert(index('\0', char)) | self.insert(index(before, char));
            before = char;
        }
        is_new
    }

    /// From now on every pair is known.
    pub(super) fn fill(&mut self) {
        self.bits.fill(u64::MAX);
    }

    fn insert(&mut self, index: usize) -> bool {
        let (word, bit) = (&mut self.bits[index >> 6], 1 << (index & 63));
        let is_new = *word & bit == 0;
        *word |= bit;
        is_new
    }

    /// Whether a character stands anywhere.
    #[inline]
    pub(super) fn has(&self, char: char) -> bool {
        self.has_pair('\0', char)
    }

    /// Whether two characters stand side by side anywhere.
    #[inline]
    pub(super) fn has_pair(&self, one: char, other: char) -> bool {
        let index = index(one, other);
        self.bits[index >> 6] & 1 << (index & 63) != 0
    }
}

/// False only for what ends every run in which jieba-rs looks for words.
fn may_be_in_a_word(char: char) -> bool {
    matches!(char, '!'..='~' | '\u{3400}'..='\u{fdff}' | '\u{20000}'..)
}

/// The bit of a pair; of a character alone with `'\0'` before it.
#[inline]
fn index(one: char, other: char) -> usize {
    let mixed = (one as u32).wrapping_mul(0x9e37_79b1).wrapping_add(other as u32).wrapping_mul(0x85eb_ca6b);
    (mixed >> (32 - BITS)) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_added_is_there_and_what_was_not_is_not() {
        let mut pairs = Pairs::new();
        assert!(pairs.add("招商引资"));
        assert!(!pairs.add("商引资"), "nothing of it is new");
        assert!(pairs.has('资') && pairs.has_pair('商', '引'));
        assert!(!pairs.has('业') && !pairs.has_pair('引', '商'));
        assert!(pairs.add("引商"));
        assert!(!pairs.add("引，。引资 ·"), "no word goes over a mark");
    }
}
