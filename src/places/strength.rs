//! How strongly a text speaks of each place that it names.

use super::code::Code;
use super::context::is_han;
use super::mention::{Mention, Piece, Sense};
use crate::text::Span;
use std::collections::BTreeMap;

/// A place that a text names for itself.
#[derive(Debug, Clone, Copy)]
pub(super) struct Named<'a> {
    pub code: Code,
    /// Points for full names, offices, repetition and opening positions.
    pub score: u32,
    /// Whether the name of an office is among its names.
    pub is_office: bool,
    /// Whether a sentence opens with it.
    pub opens: bool,
    /// Its first name in the text.
    pub words: &'a str,
    /// Where that name begins in the text, in bytes.
    pub start: usize,
}

impl Named<'_> {
    /// Where its first name stands in the text.
    pub fn span(&self) -> Span {
        Span::new(self.start, self.start + self.words.len())
    }

    /// Whether the other name follows this one directly or after 、 or 和.
    pub fn is_listed_before(&self, other: &Named) -> bool {
        let end = self.start + self.words.len();
        (end..=end + '、'.len_utf8()).contains(&other.start)
    }
}

/// A place with this score is a subject of its text: a full name, an opening or a repeated name, not a bare mention.
pub(super) const SUBJECT: u32 = 2;

/// The places named for themselves, each once, in the order of their first names.
pub(super) fn named<'a>(piece: &Piece<'a>) -> Vec<Named<'a>> {
    let mut found: Vec<Named> = Vec::new();
    let mut known: BTreeMap<Code, usize> = BTreeMap::new();
    let mut last = (0, 0);
    for (index, (mention, words)) in piece.named().enumerate().filter(|(_, (mention, _))| mention.is_own()) {
        let Some(code) = mention.place() else { continue };
        let start = first_of_chain(&piece.mentions, index);
        let gap = piece.text.get(last.0..start);
        // All names of a list that opens a sentence open it.
        let opening = if gap.is_some_and(is_joint) { last.1 } else { opening(piece.text, start) };
        last = (mention.end, opening);
        let is_office = mention.sense == Sense::Office;
        let score = 1 + u32::from(mention.is_full) + u32::from(is_office) + opening;
        match known.get(&code).and_then(|&index| found.get_mut(index)) {
            Some(named) => {
                named.score += score;
                named.is_office |= is_office;
                named.opens |= opening > 0;
            }
            None => {
                known.insert(code, found.len());
                found.push(Named { code, score, is_office, opens: opening > 0, words, start: mention.start })
            }
        }
    }
    found
}

fn is_joint(gap: &str) -> bool {
    matches!(gap, "、" | "和" | "与" | "及" | "以及")
}

/// 2 where the name opens the block, 1 where it opens a sentence, else 0.
fn opening(text: &str, start: usize) -> u32 {
    /// Longest phrase that may stand before the subject, as in 今年以来，德州….
    const LONGEST_LEAD: usize = 7;
    /// No more bytes than these are looked at: a sentence that began before them does not open here.
    const REACH: usize = 240;
    let from = text.floor_char_boundary(start.saturating_sub(REACH));
    let before = text.get(from..start).unwrap_or_default();
    let sentence = before.rsplit(['。', '！', '？', '；', '!', '?', ';', '\n']).next().unwrap_or_default();
    let lead = sentence.trim_matches(|character: char| !is_han(character));
    let is_open = lead.is_empty()
        || (sentence.ends_with(['，', ',', '：', ':']) && lead.chars().count() <= LONGEST_LEAD);
    match is_open {
        true if from == 0 && before.len() == sentence.len() => 2,
        true if before.len() == sentence.len() => 0,
        true => 1,
        false => 0,
    }
}

/// Where the parents that lead to the name begin (山东省 in 山东省德州市).
fn first_of_chain(mentions: &[Mention], index: usize) -> usize {
    let Some((mention, before)) = mentions.get(..=index).and_then(<[Mention]>::split_last) else { return 0 };
    let outer = before.iter().rev();
    outer
        .scan(mention.start, |start, outer| {
            let leads = outer.sense == Sense::Parent && outer.end == *start;
            *start = outer.start;
            leads.then_some(outer.start)
        })
        .last()
        .unwrap_or(mention.start)
}
