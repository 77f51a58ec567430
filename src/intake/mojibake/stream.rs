//! What the bytes of a damaged stretch may have been: known ones, and places where one was lost.

use super::gbk::Gbk;
use super::readings::{self, Reading};
use crate::text::{Span, is_han};
use std::cell::Cell;

/// Longer stretches are not repaired, in bytes of GBK.
const MAX_BYTES: usize = 120;

/// A byte of the undamaged text.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Slot {
    /// Nothing where it was lost.
    pub(super) byte: Option<u8>,
    /// The byte before and this one are a character that is read so.
    pub(super) reading: Option<String>,
}

/// One way to read a damaged stretch.
pub(super) struct Stretch {
    /// What is to be replaced, in bytes of the block's text.
    pub(super) span: Span,
    /// An even number of bytes, two for each character.
    pub(super) slots: Vec<Slot>,
    /// Leading characters of the result that stand before `span` and are as they were.
    pub(super) n_kept: usize,
    /// What it costs, as a natural logarithm of a likelihood, that so much has to be assumed.
    pub(super) cost: f64,
}

/// What it costs that one more byte was lost than has to be.
const ONE_MORE_LOST: f64 = -3.0;
/// What it costs that a lone byte 80 took nothing with it: decoders that know no such byte take the next one for its second.
const NOTHING_TAKEN: f64 = -5.0;
/// A run goes on over so many narrow marks at most: mostly one ends it.
const MAX_MARKS: usize = 1;
/// More ways to read one stretch are not tried.
const MAX_TURNS: u32 = 32;

fn known(byte: u8) -> Slot {
    Slot { byte: Some(byte), reading: None }
}

fn lost(reading: Option<String>) -> Slot {
    Slot { byte: None, reading }
}

/// All ways to read the stretch that begins at `at`, where one of the marks stands that damage leaves.
///
/// `before` is the character before it, once what stands there is repaired.
#[inline(never)]
pub(super) fn stretches(text: &str, at: usize, before: Option<char>, table: &Gbk) -> Vec<Stretch> {
    let mut found = Vec::new();
    let n_left = Cell::new(MAX_TURNS);
    let walk_ = Walk { text, table, start: at, n_kept: 0, cost: 0.0, n_marks: 0, n_left: &n_left };
    if let Some(reading) = lost_reading(&text[at..]) {
        let before = before.and_then(|c| bytes_before_narrowing(c, table));
        of_reading(&walk_, before, &reading, &mut found);
        return found;
    }
    match text[at..].bytes().next() {
        Some(mark @ (b'?' | b'!' | b';' | b':')) => {
            let slots = vec![lost(None), known(0xa3), known(mark | 0x80)];
            walk(&walk_, at + 1, slots, &mut found);
        }
        Some(letter) => {
            let slots = vec![lost(None), known(letter)];
            found.push(Stretch { span: Span::new(at, at + 1), slots, n_kept: 0, cost: 0.0 });
        }
        None => {}
    }
    found
}

/// All ways to read the stretch that begins with a reading without its bracket.
fn of_reading(walk_: &Walk, before: Option<[u8; 2]>, reading: &Reading, found: &mut Vec<Stretch>) {
    let end = walk_.start + reading.length;
    let its = || lost(Some(reading.syllable.clone()));
    if let Some(bytes) = before {
        let mut slots: Vec<Slot> = bytes.into_iter().map(known).collect();
        slots.push(its());
        walk(&Walk { n_kept: 1, ..*walk_ }, end, slots, found);
    }
    // Both bytes of the character that has the reading are lost.
    walk(&Walk { cost: ONE_MORE_LOST, ..*walk_ }, end, vec![lost(None), its()], found);
}

/// The bytes of a character of running text; of a narrow mark, those that it had when it was wide.
fn bytes_before_narrowing(c: char, table: &Gbk) -> Option<[u8; 2]> {
    match c {
        ',' | '!' | '?' | ':' | ';' => Some([0xa3, c as u8 | 0x80]),
        _ => table.bytes(c).filter(|_| is_han(c) || is_ordinary(c)),
    }
}

/// `?jiān)` or `(jiān)` cut down to `jiān)`: the opening bracket went with a lost byte.
pub(super) fn lost_reading(text: &str) -> Option<Reading> {
    let mut reading = readings::at(text.strip_prefix('?')?)?;
    reading.length += 1;
    Some(reading)
}

/// A whole reading, `(jiān)`.
fn whole_reading(text: &str) -> Option<Reading> {
    let mut reading = readings::at(text.strip_prefix('(')?)?;
    reading.length += 1;
    Some(reading)
}

#[derive(Clone, Copy)]
struct Walk<'a> {
    text: &'a str,
    table: &'a Gbk,
    start: usize,
    n_kept: usize,
    cost: f64,
    /// Marks passed that may have been wide ones out of step.
    n_marks: usize,
    /// Turns that may still be taken from this place of the text.
    n_left: &'a Cell<u32>,
}

impl Walk<'_> {
    fn found(&self, end: usize, slots: Vec<Slot>, found: &mut Vec<Stretch>) {
        let mut ahead = self.text[end..].chars();
        if let (Some(mark @ ('?' | '!' | ';' | ':')), Some(c)) = (ahead.next(), ahead.next())
            && is_han(c)
            && self.n_marks < MAX_MARKS
        {
            // The next stretch begins right behind this one.
            let mut both = slots.clone();
            both.extend([lost(None), known(0xa3), known(mark as u8 | 0x80)]);
            walk(&Walk { n_marks: self.n_marks + 1, ..*self }, end + 1, both, found);
        }
        let span = Span::new(self.start, end);
        found.push(Stretch { span, slots, n_kept: self.n_kept, cost: self.cost });
    }
}

/// Goes on from `at` until characters are in step again.
fn walk(walk_: &Walk, at: usize, mut slots: Vec<Slot>, found: &mut Vec<Stretch>) {
    let Walk { text, table, n_left, .. } = *walk_;
    if n_left.get() == 0 {
        return;
    }
    n_left.set(n_left.get() - 1);
    let mut at = at;
    while slots.len() < MAX_BYTES && slots.len() % 2 == 1 {
        let rest = &text[at..];
        if let Some(reading) = lost_reading(rest) {
            with_more_lost(walk_, at, &reading, &slots, found);
            slots.push(lost(Some(reading.syllable)));
            at += reading.length;
            continue;
        }
        let Some(c) = rest.chars().next() else { break };
        if c.is_ascii() {
            return ascii(walk_, at, c as u8, slots, found);
        }
        if c == '€' {
            return lone_byte(walk_, at + c.len_utf8(), slots, found);
        }
        let Some(bytes) = table.bytes(c).filter(|_| !is_ordinary(c)) else { break };
        slots.extend(bytes.into_iter().map(known));
        at += c.len_utf8();
        if let Some(reading) = whole_reading(&text[at..]) {
            // The reading of a character whose second byte was lost before the bracket.
            slots.push(lost(Some(reading.syllable)));
            at += reading.length;
        }
    }
    if slots.len() >= MAX_BYTES {
        return;
    }
    if slots.len() % 2 == 1 {
        slots.push(lost(None));
    }
    walk_.found(at, slots, found);
}

/// A reading right after the mark or another reading: of what stood between them one or two bytes may be lost.
fn with_more_lost(walk_: &Walk, at: usize, reading: &Reading, slots: &[Slot], found: &mut Vec<Stretch>) {
    let is_after_reading = slots.last().is_some_and(|slot| slot.reading.is_some());
    let n_most = match () {
        () if is_after_reading => 2,
        () if at == walk_.start + 1 => 1,
        () => 0,
    };
    let mut more = slots.to_vec();
    for n_lost in 1..=n_most {
        more.push(lost(None));
        let mut both = more.clone();
        both.push(lost(Some(reading.syllable.clone())));
        let cost = walk_.cost + if is_after_reading { f64::from(n_lost) * ONE_MORE_LOST } else { 0.0 };
        walk(&Walk { cost, ..*walk_ }, at + reading.length, both, found);
    }
}

/// A lone byte 80, as decoders that follow Windows show it. Others lose what they take for its second byte.
fn lone_byte(walk_: &Walk, at: usize, mut slots: Vec<Slot>, found: &mut Vec<Stretch>) {
    slots.push(known(0x80));
    let cost = walk_.cost + NOTHING_TAKEN;
    walk(&Walk { cost, ..*walk_ }, at, slots.clone(), found);
    for _ in 0..2 {
        slots.push(lost(None));
        walk(walk_, at, slots.clone(), found);
    }
}

/// An ASCII character is the second byte of a character, or a full-width one made narrow, or stands after a lost byte.
fn ascii(walk_: &Walk, at: usize, byte: u8, slots: Vec<Slot>, found: &mut Vec<Stretch>) {
    if (0x40..0x7f).contains(&byte) {
        let reading = whole_reading(&walk_.text[at + 1..]);
        let length = reading.as_ref().map_or(0, |reading| reading.length);
        let mut closed = slots.clone();
        closed.push(Slot { byte: Some(byte), reading: reading.map(|reading| reading.syllable) });
        walk_.found(at + 1 + length, closed, found);
    } else {
        let mut closed = slots.clone();
        closed.push(lost(None));
        walk_.found(at, closed, found);
    }
    let is_mark = b"!,:;?".contains(&byte);
    if byte.is_ascii_alphanumeric() || (is_mark && walk_.n_marks < MAX_MARKS) {
        let mut wide = slots;
        wide.extend([known(0xa3), known(byte | 0x80)]);
        let n_marks = walk_.n_marks + usize::from(is_mark);
        walk(&Walk { n_marks, ..*walk_ }, at + 1, wide, found);
    }
}

/// Marks of running text, which show that characters are in step; other symbols come of being out of step.
pub(super) fn is_ordinary(c: char) -> bool {
    c.is_whitespace() || "、。，；：？！“”‘’《》（）—…·".contains(c)
}

impl Slot {
    /// Whether there is just one byte for it.
    pub(super) fn is_known(&self) -> bool {
        self.byte.is_some() || self.reading.is_some()
    }

    /// Whether nothing is known of it.
    pub(super) fn is_free(&self) -> bool {
        !self.is_known()
    }
}

impl Stretch {
    /// Whether it takes for granted that a character is gone of which nothing is left, or much that need not be.
    pub(super) fn is_bold(&self) -> bool {
        self.cost < ONE_MORE_LOST || self.slots.chunks_exact(2).any(|pair| pair.iter().all(Slot::is_free))
    }

    /// A mark with nothing out of step behind it: only a place where no mark can stand tells of damage.
    pub(super) fn is_bare(&self) -> bool {
        self.slots.len() == 4 && self.slots[0].byte.is_none() && self.slots[3] == lost(None)
    }

    /// With this byte where the first one was lost.
    pub(super) fn beginning_with(mut self, byte: u8) -> Stretch {
        if let Some(first) = self.slots.first_mut().filter(|first| first.is_free()) {
            first.byte = Some(byte);
        }
        self
    }

    /// Without the last character if its second byte was lost and nothing is known of it; nothing if it is known.
    pub(super) fn without_last(&self) -> Option<Stretch> {
        let last = self.slots.last()?;
        if last.byte.is_some() || last.reading.is_some() || self.slots.len() < 6 {
            return None;
        }
        let slots = self.slots[..self.slots.len() - 2].to_vec();
        Some(Stretch { span: self.span, slots, n_kept: self.n_kept, cost: self.cost })
    }
}
