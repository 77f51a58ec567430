//! The form in which a compact dictionary travels: a tenth smaller than what gzip makes of its planes.
//!
//! Promise: [`unpack`] gives the bytes that [`pack`] was given; whatever bytes come, it never panics, and makes no more
//! than [`MAX_CHARS`] characters of them. Not here: what the planes mean (`compact`).
//!
//! # Layout
//! The mark `cyd2`; the head, from the sizes to the tags, as it is, with its length in a varint before it; for each
//! context the number of its symbols and for each symbol the step from the one before and how many parts of
//! [`SCALE`] it has, in varints; the length of the coded symbols in a varint, and these; last the plain bits.
//!
//! The planes are gone through word by word ([`transcribe`]), and each value becomes a symbol in the context of what is
//! known then, coded by asymmetric numeral systems (rANS), and the low bits of large values as they are. Reader
//! and writer go through them by the same code, so they cannot disagree on a context:
//! - a step knows the length of the word and how many words of its group are to come, or its position;
//! - a fresh character is one of those that make a word of two characters with the one before it, or none;
//! - a tag knows which one most words with the same last character have had;
//! - a frequency knows length and tag.

mod read;
mod write;

pub(super) use read::unpack;
pub use write::pack;

use std::ops::Range;

/// The first bytes.
pub(super) const MARK: &[u8] = b"cyd2";
/// Parts into which a context's symbols divide certainty.
const SCALE_BITS: u32 = 11;
const SCALE: u32 = 1 << SCALE_BITS;
/// The state of the coder is never below it, once bytes have come after.
const LOWEST_STATE: u32 = 1 << 23;
/// More would be damage.
const MAX_CHARS: usize = 1 << 23;
const MAX_LENGTH: usize = 255;

/// Lengths of words, positions in them and widths of numbers that contexts tell apart.
const LENGTHS: usize = 6;
const POSITIONS: usize = 4;
const WIDTHS: usize = 18;
/// Tags that contexts tell apart; the most used have the lowest numbers.
const TAGS: usize = 64;
const COMMON_TAGS: usize = 25;

/// Where the contexts of each kind begin.
const MORE: usize = 0;
const FIRST: usize = MORE + LENGTHS;
const COUNT: usize = FIRST + LENGTHS;
const SECOND: usize = COUNT + LENGTHS * WIDTHS;
const STEP: usize = SECOND + LENGTHS * WIDTHS;
const PAIR: usize = STEP + LENGTHS * POSITIONS;
const PARTNER: usize = PAIR + LENGTHS * POSITIONS * WIDTHS;
const FRESH: usize = PARTNER + WIDTHS;
const TAG: usize = FRESH + LENGTHS * POSITIONS;
const FREQUENCY: usize = TAG + LENGTHS * TAGS * 2;
const WIDE: usize = FREQUENCY + LENGTHS * COMMON_TAGS;
const N_CONTEXTS: usize = WIDE + 1;

/// What a value belongs to.
#[derive(Clone, Copy)]
enum Plane {
    First,
    Count,
    Second,
    Step,
    Fresh,
    Tag,
    Frequency,
    Wide,
}

/// One side of the passage: the writer knows the values, the reader learns them.
trait Channel {
    fn is_writer(&self) -> bool;
    /// The next value of a plane; anything where it is not known yet.
    fn known(&mut self, plane: Plane) -> u32;
    /// Passes a symbol; `symbol` matters only where it is known.
    fn symbol(&mut self, context: usize, symbol: u8) -> Option<u8>;
    /// Passes the lowest bits of a value.
    fn bits(&mut self, n_bits: u32, value: u32) -> Option<u32>;
    /// The value of a plane has passed.
    fn put(&mut self, plane: Plane, value: u32);
    /// Whether the writer is in a group.
    fn has_group(&self) -> bool;
    fn start_section(&mut self) -> Option<()>;
    fn end_group(&mut self) -> Option<()>;
    fn end_section(&mut self);

    /// Passes a number: a small one is a symbol, of a larger one its width and the two bits behind the first are.
    fn number(&mut self, context: usize, value: u32) -> Option<u32> {
        let known = match value {
            0..16 => value,
            _ => 4 * (width(value) as u32 - 1) + (value >> (width(value) - 3) & 3),
        };
        let symbol = u32::from(self.symbol(context, known as u8)?);
        if symbol < 16 {
            return Some(symbol);
        }
        let n_bits = symbol / 4 - 2;
        let leading = (4 + symbol % 4).checked_shl(n_bits).filter(|_| n_bits < 30)?;
        Some(leading | self.bits(n_bits, value & ((1 << n_bits) - 1))?)
    }

    /// Passes the next value of a plane.
    fn value(&mut self, plane: Plane, context: usize) -> Option<u32> {
        let known = self.known(plane);
        let value = self.number(context, known)?;
        self.put(plane, value);
        Some(value)
    }
}

/// Number of bits of a value without leading zeros.
fn width(value: u32) -> usize {
    (32 - value.leading_zeros()) as usize
}

/// The context of a kind by length and position or width.
fn context(kind: usize, n_kinds: usize, length: usize, of_length: usize) -> usize {
    kind + length.min(LENGTHS - 1) * n_kinds + of_length.min(n_kinds - 1)
}

/// What both sides know of the words that have passed.
struct Known {
    /// Number of words with a first character, of the length before.
    n_before: Vec<u32>,
    /// Second characters of the words of two, and where those behind each first one stand among them.
    partners: Vec<u16>,
    partners_of: Vec<Range<usize>>,
    /// For each word its length and last character.
    ends: Vec<(u8, u16)>,
    n_chars: usize,
}

/// Takes all words through a channel, length by length, then their tags and frequencies.
fn transcribe(channel: &mut impl Channel, longest: usize) -> Option<()> {
    let n_ranks = usize::from(u16::MAX) + 1;
    let mut known = Known {
        n_before: vec![0; n_ranks],
        partners: Vec::new(),
        partners_of: vec![0..0; n_ranks],
        ends: Vec::new(),
        n_chars: 0,
    };
    (longest <= MAX_LENGTH).then_some(())?;
    for length in 1..=longest {
        let mut word = vec![0; length];
        channel.start_section()?;
        loop {
            let has_group = u8::from(channel.has_group());
            if channel.symbol(context(MORE, 1, length, 0), has_group)? == 0 {
                break;
            }
            known.group(channel, &mut word)?;
        }
        channel.end_section();
    }
    let tags = known.tags(channel)?;
    for ((length, _), tag) in known.ends.iter().zip(tags) {
        let context = context(FREQUENCY, COMMON_TAGS, usize::from(*length), usize::from(tag));
        let frequency = channel.known(Plane::Frequency) as u8;
        let frequency = channel.symbol(context, frequency)?;
        channel.put(Plane::Frequency, u32::from(frequency));
        if frequency == super::WIDE {
            channel.value(Plane::Wide, WIDE)?;
        }
    }
    Some(())
}

impl Known {
    /// Words of one length with the same first character, of which `word` is the one before.
    fn group(&mut self, channel: &mut impl Channel, word: &mut [u16]) -> Option<()> {
        let length = word.len();
        let step = channel.value(Plane::First, context(FIRST, 1, length, 0))?;
        word[0] = word[0].checked_add(u16::try_from(step).ok()?)?;
        let n_before = &mut self.n_before[usize::from(word[0])];
        let n_words = channel.value(Plane::Count, context(COUNT, WIDTHS, length, width(*n_before)))?;
        *n_before = n_words;
        self.n_chars = self.n_chars.checked_add(length.checked_mul(n_words as usize)?)?;
        (self.n_chars <= MAX_CHARS).then_some(())?;
        let start = self.partners.len();
        for index in 0..n_words {
            self.word(channel, word, (index > 0).then_some(n_words - index))?;
            self.ends.push((length as u8, word[length - 1]));
            if length == 2 {
                self.partners.push(word[1]);
            }
        }
        if length == 2 {
            self.partners_of[usize::from(word[0])] = start..self.partners.len();
        }
        channel.end_group()
    }

    /// A word behind another one, with the number of words to come in its group; none for the first of them.
    fn word(&self, channel: &mut impl Channel, word: &mut [u16], n_left: Option<u32>) -> Option<()> {
        let length = word.len();
        let mut position = 1;
        if let Some(n_left) = n_left {
            let mut step = 0;
            while step == 0 && position < length {
                step = match position {
                    1 => channel.value(Plane::Second, context(SECOND, WIDTHS, length, width(n_left)))?,
                    _ => channel.value(Plane::Step, context(STEP, POSITIONS, length, position))?,
                };
                word[position] = word[position].checked_add(u16::try_from(step).ok()?)?;
                position += 1;
            }
        }
        for position in position..length {
            word[position] = self.fresh(channel, length, position, word[position - 1])?;
        }
        Some(())
    }

    /// A character behind another one: its number among those that make a word with it, or its rank.
    fn fresh(&self, channel: &mut impl Channel, length: usize, position: usize, before: u16) -> Option<u16> {
        let of_position = context(0, POSITIONS, length, position);
        let partners = &self.partners[self.partners_of[usize::from(before)].clone()];
        let rank = channel.known(Plane::Fresh);
        let found = if channel.is_writer() { partners.binary_search(&(rank as u16)).ok() } else { None };
        let width = width(partners.len() as u32).min(WIDTHS - 1);
        let is_partner = channel.symbol(PAIR + of_position * WIDTHS + width, u8::from(found.is_some()))?;
        let rank = match is_partner {
            0 => u16::try_from(channel.number(FRESH + of_position, rank)?).ok()?,
            _ => *partners.get(channel.number(PARTNER + width, found.unwrap_or(0) as u32)? as usize)?,
        };
        channel.put(Plane::Fresh, u32::from(rank));
        Some(rank)
    }

    /// The tags of all words.
    fn tags(&self, channel: &mut impl Channel) -> Option<Vec<u8>> {
        // For each last character and length the tag that leads, and how far.
        let mut leading = vec![(u8::MAX, 0_u8); 3 << 16];
        let mut tags: Vec<u8> = Vec::with_capacity(self.ends.len());
        for (length, end) in &self.ends {
            let length = usize::from(*length);
            let place = usize::from(*end) * 3;
            let own = place + length.min(3) - 1;
            let of_end = [own, own.max(place + 1) - 1, place].map(|at| leading[at]);
            let likely = of_end.iter().find(|(_, lead)| *lead > 0).map_or(u8::MAX, |(tag, _)| *tag);
            let is_before = tags.last() == Some(&likely);
            let of_length = 2 * usize::from(likely).min(TAGS - 1) + usize::from(is_before);
            let tag = channel.known(Plane::Tag) as u8;
            let tag = channel.symbol(context(TAG, 2 * TAGS, length, of_length), tag)?;
            channel.put(Plane::Tag, u32::from(tag));
            tags.push(tag);
            leading[own] = match leading[own] {
                (leader, lead) if leader == tag => (tag, lead.saturating_add(1)),
                (_, 0) => (tag, 1),
                (leader, lead) => (leader, lead - 1),
            };
        }
        Some(tags)
    }
}

fn push_varint(out: &mut Vec<u8>, mut value: usize) {
    while value >= 128 {
        out.push((value & 127) as u8 | 128);
        value >>= 7;
    }
    out.push(value as u8);
}

#[cfg(test)]
mod tests {
    use super::super::{Compact, encode};
    use super::*;

    const TEXT: &str = "项目 1000 n\n项 254 n\n项链 255 n\n项目书 0 n\n目书 3 n\n乡村振兴 3 l\n乡村 3\n乡土气息 70000 l\nA股 9 n\n";

    fn plain() -> Vec<u8> {
        encode(TEXT.as_bytes()).unwrap_or_else(|why| panic!("{why}"))
    }

    #[test]
    fn what_is_packed_comes_back() {
        let packed = pack(&plain()).unwrap_or_else(|why| panic!("{why}"));
        assert_eq!(unpack(&packed), Some(plain()));
        assert!(Compact::read(packed).is_ok());
        let one = encode("企业 0 n\n".as_bytes()).unwrap_or_else(|why| panic!("{why}"));
        assert_eq!(pack(&one).ok().and_then(|packed| unpack(&packed)), Some(one));
    }

    #[test]
    fn damaged_bytes_are_refused_or_read_but_never_panic() {
        let packed = pack(&plain()).unwrap_or_else(|why| panic!("{why}"));
        for at in (0..packed.len()).step_by(11) {
            assert_eq!(unpack(&packed[..at]), None);
            for value in [0, 1, 127, 128, 255] {
                let mut damaged = packed.clone();
                damaged[at] = value;
                let _ = Compact::read(damaged);
            }
        }
    }

    #[test]
    fn numbers_of_all_sizes_pass() {
        let numbers = [0, 1, 15, 16, 17, 31, 32, 255, 256, 65_535, 1 << 20, u32::MAX];
        let frequencies = numbers.iter().enumerate().map(|(at, n)| format!("词{at} {} n\n", n / 16));
        let plain = encode(frequencies.collect::<String>().as_bytes()).unwrap_or_else(|why| panic!("{why}"));
        assert_eq!(pack(&plain).ok().and_then(|packed| unpack(&packed)), Some(plain));
    }
}
