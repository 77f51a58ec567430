//! What the bytes of a damaged stretch may have been: known ones, and places where one was lost.

use super::gbk::Gbk;
use super::readings::{self, Reading};
use crate::text::{Span, is_han};

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
}

fn known(byte: u8) -> Slot {
    Slot { byte: Some(byte), reading: None }
}

fn lost(reading: Option<String>) -> Slot {
    Slot { byte: None, reading }
}

/// All ways to read the stretch that begins at `at`, where one of the marks stands that damage leaves.
pub(super) fn stretches(text: &str, at: usize, table: &Gbk) -> Vec<Stretch> {
    let mut found = Vec::new();
    let before = text[..at].chars().next_back();
    if let (Some(reading), Some(before)) = (lost_reading(&text[at..]), before) {
        let Some(bytes) = table.bytes(before).filter(|_| is_han(before)) else { return found };
        let mut slots: Vec<Slot> = bytes.into_iter().map(known).collect();
        slots.push(lost(Some(reading.syllable)));
        walk(&Walk { text, table, start: at, n_kept: 1 }, at + reading.length, slots, &mut found);
        return found;
    }
    let Some(mark @ (b'?' | b'!' | b';' | b':')) = text[at..].bytes().next() else { return found };
    let slots = vec![lost(None), known(0xa3), known(mark | 0x80)];
    walk(&Walk { text, table, start: at, n_kept: 0 }, at + 1, slots, &mut found);
    found
}

/// `?jiān)` or `(jiān)` cut down to `jiān)`: the opening bracket went with a lost byte.
fn lost_reading(text: &str) -> Option<Reading> {
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

struct Walk<'a> {
    text: &'a str,
    table: &'a Gbk,
    start: usize,
    n_kept: usize,
}

/// Goes on from `at` until characters are in step again.
fn walk(walk_: &Walk, at: usize, mut slots: Vec<Slot>, found: &mut Vec<Stretch>) {
    let Walk { text, table, .. } = *walk_;
    let mut at = at;
    while slots.len() < MAX_BYTES && slots.len() % 2 == 1 {
        let rest = &text[at..];
        if let Some(reading) = lost_reading(rest) {
            if at == walk_.start + 1 {
                // A reading injected next to the mark: the byte before the reading's own is lost as well.
                let mut both = slots.clone();
                both.extend([lost(None), lost(Some(reading.syllable.clone()))]);
                walk(walk_, at + reading.length, both, found);
            }
            slots.push(lost(Some(reading.syllable)));
            at += reading.length;
            continue;
        }
        let Some(c) = rest.chars().next() else { break };
        if c.is_ascii() {
            return ascii(walk_, at, c as u8, slots, found);
        }
        if c == '€' {
            // A lone byte 80, as decoders that follow Windows show it.
            slots.push(known(0x80));
            at += c.len_utf8();
            continue;
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
    found.push(Stretch { span: Span::new(walk_.start, at), slots, n_kept: walk_.n_kept });
}

/// An ASCII character is the second byte of a character, or a full-width one made narrow, or stands after a lost byte.
fn ascii(walk_: &Walk, at: usize, byte: u8, slots: Vec<Slot>, found: &mut Vec<Stretch>) {
    if (0x40..0x7f).contains(&byte) {
        let reading = whole_reading(&walk_.text[at + 1..]);
        let length = reading.as_ref().map_or(0, |reading| reading.length);
        let mut closed = slots.clone();
        closed.push(Slot { byte: Some(byte), reading: reading.map(|reading| reading.syllable) });
        let span = Span::new(walk_.start, at + 1 + length);
        found.push(Stretch { span, slots: closed, n_kept: walk_.n_kept });
    } else {
        let mut closed = slots.clone();
        closed.push(lost(None));
        found.push(Stretch { span: Span::new(walk_.start, at), slots: closed, n_kept: walk_.n_kept });
    }
    if byte.is_ascii_alphanumeric() {
        let mut wide = slots;
        wide.extend([known(0xa3), known(byte | 0x80)]);
        walk(walk_, at + 1, wide, found);
    }
}

/// Marks of running text, which show that characters are in step; other symbols come of being out of step.
fn is_ordinary(c: char) -> bool {
    c.is_whitespace() || "、。，；：？！“”‘’《》（）—…·".contains(c)
}

impl Stretch {
    /// A mark with nothing out of step behind it: only a place where no mark can stand tells of damage.
    pub(super) fn is_bare(&self) -> bool {
        self.slots.len() == 4 && self.slots[0].byte.is_none() && self.slots[3] == lost(None)
    }

    /// Without the last character if its second byte was lost and nothing is known of it; nothing if it is known.
    pub(super) fn without_last(&self) -> Option<Stretch> {
        let last = self.slots.last()?;
        if last.byte.is_some() || last.reading.is_some() || self.slots.len() < 6 {
            return None;
        }
        let slots = self.slots[..self.slots.len() - 2].to_vec();
        Some(Stretch { span: self.span, slots, n_kept: self.n_kept })
    }

    /// Its first characters, of so many bytes at most.
    pub(super) fn head(&self, n_bytes: usize) -> Stretch {
        let mut slots = self.slots.clone();
        let n_lost_at_the_end = if self.without_last().is_some() { 2 } else { 0 };
        slots.truncate((slots.len() - n_lost_at_the_end).min(n_bytes));
        Stretch { span: self.span, slots, n_kept: self.n_kept }
    }
}
