//! The compact dictionary: jieba's word list in a form that is small on the wire and of which only what can stand
//! in the texts at hand needs to be decoded.
//!
//! Promise: it holds exactly the words, frequencies and tags of the text that it was made of; whatever bytes are
//! given, reading them never panics. Not here: cutting (`segment`), compression (the build gzips the whole), and
//! telling damage inside the planes (gzip's check sum does; what cannot be read has no words).
//!
//! # Layout
//! Like goes with like, since gzip has one code table for each stretch of bytes.
//!
//! | part | bytes |
//! |---|---|
//! | mark | `cyd1` |
//! | sizes | varints: common characters, their bytes, other characters, tags, longest word, wide frequencies |
//! | common characters | UTF-8, most used first |
//! | other characters | a varint each: code point minus the one before; ascending |
//! | tags | each a length in one byte and UTF-8 |
//! | words | for each length from one character up: four varints with the sizes of its planes, then the planes |
//! | tag numbers | a byte for each word |
//! | frequencies | a byte for each word; 255 says that it is wide |
//! | wide frequencies | four planes, the low bytes of all first |
//!
//! A character's *rank* is its place among common and other characters. Words of one length are sorted by ranks
//! and grouped by their first character. The planes of a length:
//! 1. *heads*: for each group the step from the first character's rank before, the number of words, and how many
//!    bytes it has in each of the other planes; a code and four varints;
//! 2. *seconds*: for each word but the first of its group the step of its second character's rank;
//! 3. *steps*: the same for the third and later characters, as long as all before are those of the word before;
//! 4. *fresh*: ranks of all characters behind the first that differs, and of the first word of a group.
//!
//! A step of 0 says that the character is that of the word before. A code is one byte below 192, or two: 192 plus
//! the high byte, and the low byte of what exceeds 192.

mod encode;
mod walk;

pub use encode::encode;
pub(super) use walk::Met;

use crate::error::{Error, ErrorKind};
use std::ops::Range;

const MARK: &[u8] = b"cyd1";
/// Codes below it are one byte.
const TWO_BYTES: usize = 192;
/// A frequency of this byte stands among the wide ones.
const WIDE: u8 = 255;
/// So many words share one count of the wide frequencies before them.
const STRIDE: usize = 256;

/// A compact dictionary, read in place.
pub(super) struct Compact {
    bytes: Vec<u8>,
    chars: Vec<char>,
    /// The ranks of the common characters by code point; [`u16::MAX`] for others.
    common: Vec<u16>,
    n_common: usize,
    tags: Vec<Box<str>>,
    sections: Vec<Section>,
    tag_numbers: Range<usize>,
    frequencies: Range<usize>,
    wide: Range<usize>,
    n_wide_before: Vec<u32>,
    total: u64,
}

/// Words of one length.
#[derive(Default)]
struct Section {
    groups: Vec<Group>,
}

/// Words of one length with the same first character, and where their bytes stand.
#[derive(Clone, Copy)]
struct Group {
    first: u16,
    n_words: u32,
    /// Number of the first word in the whole dictionary.
    word: u32,
    /// In seconds, steps and fresh.
    at: [u32; 3],
}

impl Compact {
    /// Finds the parts and the groups; their words are read when they are asked for.
    ///
    /// # Errors
    /// `bad-dictionary` when they are not in this layout.
    pub(super) fn read(bytes: Vec<u8>) -> Result<Self, Error> {
        let mut compact = Compact {
            bytes,
            chars: Vec::new(),
            common: Vec::new(),
            n_common: 0,
            tags: Vec::new(),
            sections: Vec::new(),
            tag_numbers: 0..0,
            frequencies: 0..0,
            wide: 0..0,
            n_wide_before: Vec::new(),
            total: 0,
        };
        match compact.find_parts() {
            Some(()) => Ok(compact),
            None => {
                Err(ErrorKind::BadDictionary("it is not in this program's compact form".to_owned()).into())
            }
        }
    }

    fn find_parts(&mut self) -> Option<()> {
        let mut at = MARK.len();
        (self.bytes.get(..at)? == MARK).then_some(())?;
        let mut sizes = [0; 6];
        for size in &mut sizes {
            *size = self.varint(&mut at)?;
        }
        let [n_common, n_common_bytes, n_others, n_tags, longest, n_wide] = sizes;
        self.read_chars(&mut at, n_common, n_common_bytes, n_others)?;
        for _ in 0..n_tags {
            let length = usize::from(*self.bytes.get(at)?);
            let tag = self.bytes.get(at + 1..at + 1 + length)?;
            self.tags.push(std::str::from_utf8(tag).ok()?.into());
            at += 1 + length;
        }
        let mut n_words = 0;
        for _ in 0..longest {
            let section = self.section(&mut at, &mut n_words)?;
            self.sections.push(section);
        }
        self.tag_numbers = self.part(&mut at, n_words)?;
        self.frequencies = self.part(&mut at, n_words)?;
        self.wide = self.part(&mut at, n_wide.checked_mul(4)?)?;
        (at == self.bytes.len()).then_some(())?;
        let known = |tag: &u8| usize::from(*tag) < n_tags;
        self.bytes[self.tag_numbers.clone()].iter().all(known).then_some(())?;
        self.add_up()
    }

    #[inline(never)]
    fn read_chars(&mut self, at: &mut usize, n_common: usize, n_bytes: usize, n_others: usize) -> Option<()> {
        let common = self.part(at, n_bytes)?;
        self.chars = std::str::from_utf8(&self.bytes[common]).ok()?.chars().collect();
        (self.chars.len() == n_common).then_some(())?;
        self.n_common = n_common;
        let n_points = self.chars.iter().max().map_or(0, |last| *last as usize + 1);
        self.common = vec![u16::MAX; n_points];
        for (rank, char) in self.chars.iter().enumerate() {
            self.common[*char as usize] = u16::try_from(rank).ok()?;
        }
        let mut point = 0_u32;
        for _ in 0..n_others {
            point = point.checked_add(u32::try_from(self.varint(at)?).ok()?)?;
            self.chars.push(char::from_u32(point)?);
        }
        Some(())
    }

    /// The next `length` bytes.
    fn part(&self, at: &mut usize, length: usize) -> Option<Range<usize>> {
        let part = *at..at.checked_add(length)?;
        *at = part.end;
        (part.end <= self.bytes.len()).then_some(part)
    }

    #[inline(never)]
    fn section(&self, at: &mut usize, n_words: &mut usize) -> Option<Section> {
        let mut sizes = [0; 4];
        for size in &mut sizes {
            *size = self.varint(at)?;
        }
        let [heads, seconds, steps, fresh] = sizes.map(|size| self.part(at, size));
        let (mut heads, seconds, steps, fresh) = (heads?, seconds?, steps?, fresh?);
        let position = |at: usize| u32::try_from(at).ok();
        let mut planes = [seconds, steps, fresh];
        let mut section = Section::default();
        let mut first = 0;
        while heads.start < heads.end {
            first += self.code(&mut heads.start)?;
            (first < self.chars.len()).then_some(())?;
            let n = self.varint(&mut heads.start)?;
            let group = Group {
                first: u16::try_from(first).ok()?,
                n_words: position(n)?,
                word: position(*n_words)?,
                at: planes.each_ref().map(|plane| plane.start as u32),
            };
            section.groups.push(group);
            *n_words = n_words.checked_add(n)?;
            for plane in &mut planes {
                plane.start = plane.start.checked_add(self.varint(&mut heads.start)?)?;
            }
        }
        position(self.bytes.len())?;
        let is_whole = heads.start == heads.end && planes.iter().all(|plane| plane.start == plane.end);
        is_whole.then_some(section)
    }

    /// Counts the wide frequencies, and the sum of all.
    #[inline(never)]
    fn add_up(&mut self) -> Option<()> {
        let mut n_wide = 0;
        for block in self.bytes[self.frequencies.clone()].chunks(STRIDE) {
            self.n_wide_before.push(n_wide);
            n_wide += count_wide(block);
            self.total += sum(block);
        }
        (n_wide as usize * 4 == self.wide.len()).then_some(())?;
        self.total -= u64::from(n_wide) * u64::from(WIDE);
        let planes = self.bytes[self.wide.clone()].chunks((n_wide as usize).max(1));
        self.total += planes.zip([0, 8, 16, 24]).map(|(plane, shift)| sum(plane) << shift).sum::<u64>();
        Some(())
    }

    /// The character of a rank.
    #[inline]
    pub(super) fn char(&self, rank: u16) -> char {
        self.chars[usize::from(rank)]
    }

    /// Number of words.
    pub(super) fn n_words(&self) -> usize {
        self.frequencies.len()
    }

    /// Sum of all frequencies.
    pub(super) fn total(&self) -> u64 {
        self.total
    }

    /// The tag of a word by its number.
    pub(super) fn tag(&self, number: usize) -> &str {
        &self.tags[usize::from(self.bytes[self.tag_numbers.start + number])]
    }

    /// The frequency of a word by its number.
    pub(super) fn frequency(&self, number: usize) -> u32 {
        let frequencies = &self.bytes[self.frequencies.clone()];
        match frequencies[number] {
            WIDE => {
                let start = number - number % STRIDE;
                let n_before = self.n_wide_before[number / STRIDE] + count_wide(&frequencies[start..number]);
                self.wide_frequency(n_before as usize)
            }
            byte => u32::from(byte),
        }
    }

    fn wide_frequency(&self, index: usize) -> u32 {
        let n_wide = self.wide.len() / 4;
        u32::from_le_bytes([0, 1, 2, 3].map(|plane| self.bytes[self.wide.start + plane * n_wide + index]))
    }

    #[cfg(test)]
    fn find(&self, word: &str) -> Option<usize> {
        let ranks = word.chars().map(|char| self.rank(char)).collect::<Option<Vec<u16>>>()?;
        let groups = &self.sections.get(ranks.len().checked_sub(1)?)?.groups;
        let group = &groups[groups.binary_search_by_key(&ranks[0], |group| group.first).ok()?];
        let mut found = None;
        let mut buffer = vec![0; ranks.len()];
        self.walk(group, &mut buffer, |word, met| {
            if word == ranks {
                found = Some(met.number);
            }
        })?;
        found
    }

    /// The rank of a character that stands in some word.
    pub(super) fn rank(&self, char: char) -> Option<u16> {
        match self.common.get(char as usize) {
            Some(rank) if *rank != u16::MAX => Some(*rank),
            _ => {
                let others = &self.chars[self.n_common..];
                u16::try_from(self.n_common + others.binary_search(&char).ok()?).ok()
            }
        }
    }

    fn varint(&self, at: &mut usize) -> Option<usize> {
        let mut value = 0_u32;
        for shift in [0, 7, 14, 21, 28] {
            let byte = *self.bytes.get(*at)?;
            *at += 1;
            value |= u32::from(byte & 127).checked_shl(shift)?;
            if byte < 128 {
                return Some(value as usize);
            }
        }
        None
    }

    #[inline]
    fn code_at(&self, at: &mut u32) -> Option<u16> {
        let byte = *self.bytes.get(*at as usize)?;
        *at += 1;
        if usize::from(byte) < TWO_BYTES {
            return Some(u16::from(byte));
        }
        let low = *self.bytes.get(*at as usize)?;
        *at += 1;
        Some(TWO_BYTES as u16 + u16::from_be_bytes([byte - TWO_BYTES as u8, low]))
    }

    fn code(&self, at: &mut usize) -> Option<usize> {
        let mut position = u32::try_from(*at).ok()?;
        let value = self.code_at(&mut position)?;
        *at = position as usize;
        Some(usize::from(value))
    }
}

fn sum(bytes: &[u8]) -> u64 {
    bytes.iter().map(|byte| u64::from(*byte)).sum()
}

fn count_wide(frequencies: &[u8]) -> u32 {
    frequencies.iter().map(|byte| u32::from(*byte == WIDE)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "项目 1000 n\n项 254 n\n项链 255 n\n项目书 0 n\n乡村振兴 3 l\n乡村 3\n乡土气息 70000 l\nA股 9 n\n";

    fn compact() -> Compact {
        let bytes = encode(TEXT.as_bytes()).unwrap_or_else(|why| panic!("{why}"));
        Compact::read(bytes).unwrap_or_else(|why| panic!("{why}"))
    }

    #[test]
    fn every_word_comes_back_with_frequency_and_tag() {
        let compact = compact();
        for line in TEXT.lines() {
            let fields: Vec<&str> = line.split(' ').collect();
            let number = compact.find(fields[0]).unwrap_or_else(|| panic!("{line}"));
            let tag = fields.get(2).copied().unwrap_or_default();
            assert_eq!(
                (compact.frequency(number).to_string().as_str(), compact.tag(number)),
                (fields[1], tag)
            );
        }
        assert_eq!((compact.n_words(), compact.total()), (8, 1000 + 254 + 255 + 3 + 3 + 70_000 + 9));
        for word in ["", "村", "项目书记", "目项", "乡村振", "股", "无"] {
            assert_eq!(compact.find(word), None, "{word}");
        }
    }

    #[test]
    fn words_are_met_with_what_they_share_with_the_one_before() {
        let compact = compact();
        let mut n_words = 0;
        let mut before: Vec<u16> = Vec::new();
        compact.visit(
            |_| true,
            |word, met| {
                assert_eq!(met.number, n_words);
                assert!(met.n_shared == 0 || before[..met.n_shared] == word[..met.n_shared]);
                n_words += 1;
                before = word.to_vec();
            },
        );
        assert_eq!(n_words, compact.n_words());
    }

    #[test]
    fn damaged_bytes_are_refused_or_read_and_never_panic() {
        let bytes = encode(TEXT.as_bytes()).unwrap_or_else(|why| panic!("{why}"));
        for length in 0..bytes.len() {
            assert!(Compact::read(bytes[..length].to_vec()).is_err(), "cut to {length} bytes");
        }
        for at in 0..bytes.len() {
            for value in [0, 1, 127, 128, 192, 255] {
                let mut damaged = bytes.clone();
                damaged[at] = value;
                if let Ok(compact) = Compact::read(damaged) {
                    compact.visit(|_| true, |_, met| assert!(compact.tag(met.number).len() < 300));
                }
            }
        }
    }
}
