//! Seeing quickly that nothing of a table begins at a place of a text: most places are passed over by one look.
//!
//! Promise: what was added is always found; of characters and pairs that were not added a few may seem so, of the
//! common ideographs none. Not here: what is to be found.

/// The common ideographs, each with a bit of its own.
const FIRST: u32 = 0x4e00;
const N_COMMON: u32 = 0x9fff - FIRST + 1;
/// All others share so many bits.
const N_OTHERS: u32 = 512;
const N_BITS: usize = (N_COMMON + N_OTHERS) as usize;

/// A set of characters.
#[derive(Debug, Clone)]
pub struct Characters(Box<[u64; N_BITS / 64]>);

impl Default for Characters {
    fn default() -> Self {
        Characters(Box::new([0; N_BITS / 64]))
    }
}

impl Characters {
    /// Whether a character was added, or seems so.
    #[inline(always)]
    pub fn may_have(&self, c: char) -> bool {
        self.may_have_code(u32::from(c))
    }

    /// Whether of a character that seems to have been added it is certain that it was.
    #[inline]
    pub fn is_exact(c: char) -> bool {
        u32::from(c).wrapping_sub(FIRST) < N_COMMON
    }

    /// Where in a text, from a place on, the next character stands that was added or seems so.
    #[inline]
    pub fn next_place(&self, text: &str, from: usize) -> Option<usize> {
        let bytes = text.as_bytes();
        let mut at = from;
        while at < bytes.len() {
            let (code, length) = code_at(bytes, at);
            if self.may_have_code(code) {
                return Some(at);
            }
            at += length;
        }
        None
    }

    /// All such places, from left to right.
    pub fn places<'t>(&'t self, text: &'t str) -> impl Iterator<Item = usize> + 't {
        let mut from = 0;
        std::iter::from_fn(move || {
            let at = self.next_place(text, from)?;
            from = at + code_at(text.as_bytes(), at).1;
            Some(at)
        })
    }

    /// Adds all of another set.
    pub fn add_all(&mut self, other: &Characters) {
        for (bits, more) in self.0.iter_mut().zip(other.0.iter()) {
            *bits |= more;
        }
    }

    #[inline(always)]
    fn may_have_code(&self, code: u32) -> bool {
        let bit = bit(code);
        self.0[bit / 64] & 1 << (bit % 64) != 0
    }
}

impl Extend<char> for Characters {
    fn extend<I: IntoIterator<Item = char>>(&mut self, characters: I) {
        for c in characters {
            let bit = bit(u32::from(c));
            self.0[bit / 64] |= 1 << (bit % 64);
        }
    }
}

impl FromIterator<char> for Characters {
    fn from_iter<I: IntoIterator<Item = char>>(characters: I) -> Self {
        let mut all = Characters::default();
        all.extend(characters);
        all
    }
}

#[inline(always)]
fn bit(code: u32) -> usize {
    let of_common = code.wrapping_sub(FIRST);
    (if of_common < N_COMMON { of_common } else { N_COMMON + code % N_OTHERS }) as usize
}

/// The code point that begins at a place where a character begins, and its number of bytes.
#[inline(always)]
pub fn code_at(bytes: &[u8], at: usize) -> (u32, usize) {
    let tail = |byte: u8| u32::from(byte & 0x3f);
    match bytes.get(at..).unwrap_or_default() {
        [head @ 0xe0..0xf0, one, two, ..] => (u32::from(head & 0xf) << 12 | tail(*one) << 6 | tail(*two), 3),
        [head @ 0..0x80, ..] => (u32::from(*head), 1),
        [head @ 0x80..0xe0, one, ..] => (u32::from(head & 0x1f) << 6 | tail(*one), 2),
        [head, one, two, three, ..] => {
            (u32::from(head & 7) << 18 | tail(*one) << 12 | tail(*two) << 6 | tail(*three), 4)
        }
        _ => (0, 1),
    }
}

/// The characters of a word side by side in one figure other than 0, if they fit in: to compare two words is one step then, and most
/// have no more than four.
#[inline]
pub fn packed(word: &str) -> Option<u64> {
    let bytes = word.as_bytes();
    let (mut key, mut at) = (0, 0);
    while at < bytes.len() {
        let (code, length) = code_at(bytes, at);
        if key >> 48 != 0 || code == 0 || code > 0xffff {
            return None;
        }
        key = key << 16 | u64::from(code);
        at += length;
    }
    (key != 0).then_some(key)
}

/// Bits of a set of beginnings: a thirtieth is taken by five thousand names.
const BITS: u32 = 17;

/// A set of beginnings of two characters.
#[derive(Debug, Clone)]
pub struct Beginnings(Vec<u64>);

impl FromIterator<(char, char)> for Beginnings {
    fn from_iter<I: IntoIterator<Item = (char, char)>>(pairs: I) -> Self {
        let mut all = vec![0; 1 << (BITS - 6)];
        for (one, other) in pairs {
            let bit = bit_of_pair(u32::from(one), u32::from(other));
            all[bit / 64] |= 1 << (bit % 64);
        }
        Beginnings(all)
    }
}

impl Beginnings {
    /// Where in a text, from a place on, two characters stand that were added or seem so.
    #[inline]
    pub fn next_place(&self, text: &str, from: usize) -> Option<usize> {
        let bytes = text.as_bytes();
        if from >= bytes.len() {
            return None;
        }
        let (mut one, length) = code_at(bytes, from);
        let (mut at, mut next) = (from, from + length);
        while next < bytes.len() {
            let (other, length) = code_at(bytes, next);
            let bit = bit_of_pair(one, other);
            if self.0[bit / 64] & 1 << (bit % 64) != 0 {
                return Some(at);
            }
            (at, next, one) = (next, next + length, other);
        }
        None
    }
}

#[inline(always)]
fn bit_of_pair(one: u32, other: u32) -> usize {
    let mixed = one.wrapping_mul(0x9e37_79b1).wrapping_add(other).wrapping_mul(0x85eb_ca6b);
    (mixed >> (32 - BITS)) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "不ā，未𠀀x没〇";

    #[test]
    fn every_place_of_a_character_that_was_added_is_found() {
        for c in TEXT.chars() {
            let all: Characters = [c].into_iter().collect();
            let places: Vec<usize> = all.places(TEXT).collect();
            assert!(places.contains(&TEXT.find(c).unwrap_or_default()), "{c}");
            assert!(places.iter().all(|at| TEXT.is_char_boundary(*at)));
        }
        let all: Characters = "不未没".chars().collect();
        assert!(('\u{4e00}'..='\u{9fff}').filter(|c| all.may_have(*c)).eq("不未没".chars()));
    }

    #[test]
    fn words_of_a_few_characters_are_told_apart_by_one_figure() {
        let words = ["a", "项", "项目", "目项", "项目a", "重点项目", "aaaa"];
        let keys: std::collections::BTreeSet<_> = words.iter().map(|word| packed(word)).collect();
        assert_eq!((keys.len(), keys.contains(&None)), (words.len(), false));
        for word in ["", "重点项目a", "𠀀", "\0", "项\0"] {
            assert_eq!(packed(word), None, "{word:?}");
        }
    }

    #[test]
    fn code_points_are_those_of_the_text() {
        for (at, c) in TEXT.char_indices() {
            assert_eq!(code_at(TEXT.as_bytes(), at), (u32::from(c), c.len_utf8()));
        }
    }

    #[test]
    fn every_place_of_a_pair_that_was_added_is_found() {
        let chars: Vec<(usize, char)> = TEXT.char_indices().collect();
        for pair in chars.windows(2) {
            let all: Beginnings = [(pair[0].1, pair[1].1)].into_iter().collect();
            assert_eq!(all.next_place(TEXT, pair[0].0), Some(pair[0].0));
        }
        let none: Beginnings = [].into_iter().collect();
        assert_eq!((none.next_place(TEXT, 0), none.next_place("", 0)), (None, None));
    }
}
