//! The policy lexicon of data/terms: what stands for one thing in policy and should be counted as one word.
//!
//! Promise: every term once, shorter ones first, each with its kind and the year and document under which the table
//! has it. Not here: how a term gets its way in a text (`dictionary`, and `pins` for terms with marks inside).

use crate::order::Order;
use crate::text::{Beginnings, Span};
use rustc_hash::FxHashMap;
use std::sync::OnceLock;

const TABLES: [&str; 3] = [
    include_str!(concat!(env!("OUT_DIR"), "/terms/national.txt")),
    include_str!(concat!(env!("OUT_DIR"), "/terms/economy.txt")),
    include_str!(concat!(env!("OUT_DIR"), "/terms/provinces.txt")),
];

/// A term with what the table says of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// The term.
    pub text: &'static str,
    /// `strategy`, `campaign`, `slogan` … as in the head of the table.
    pub kind: &'static str,
    /// The year of the document.
    pub year: u16,
    /// A document in which it is policy.
    pub source: &'static str,
}

impl Term {
    /// Its part of speech in jieba's letters.
    pub fn tag(&self) -> &'static str {
        if self.kind == "institution" { "nt" } else { "nz" }
    }

    /// Whether jieba-rs can find it, which looks for words in runs without marks only.
    pub(super) fn is_run(&self) -> bool {
        self.text.chars().all(may_be_in_a_run)
    }
}

/// Whether a character may stand inside a word of jieba-rs.
pub(super) fn may_be_in_a_run(char: char) -> bool {
    crate::text::is_han(char) && char != '〇' && char != '々'
        || char.is_ascii_alphanumeric()
        || "+#&._%-".contains(char)
}

/// All terms, shorter ones first and those of one length in the order of their characters.
pub fn terms() -> &'static [Term] {
    static TERMS: OnceLock<Vec<Term>> = OnceLock::new();
    TERMS.get_or_init(|| {
        let mut terms: Vec<Term> = TABLES.iter().flat_map(|table| parse(table)).collect();
        terms.order_by_key(|term| (term.text.len(), term.text));
        terms
    })
}

/// What the lexicon has of a word.
pub fn term(text: &str) -> Option<&'static Term> {
    static INDEX: OnceLock<FxHashMap<&'static str, &'static Term>> = OnceLock::new();
    INDEX.get_or_init(|| terms().iter().map(|term| (term.text, term)).collect()).get(text).copied()
}

/// Whether a term stands across the edges of this stretch or holds it: no other reading of it is then sought.
pub(super) fn is_inside_a_term(text: &str, start: usize, end: usize) -> bool {
    /// Characters from which a term may still reach the stretch.
    const REACH: usize = 24;
    let before = text[..start].char_indices().rev().take(REACH);
    let mut at = before.last().map_or(start, |(at, _)| at);
    while let Some(from) = index().beginnings.next_place(text, at).filter(|from| *from < end) {
        let reaches = |term: &&Term| {
            let to = from + term.text.len();
            to > start && (from < start || to > end) && text[from..].starts_with(term.text)
        };
        if with_beginning(&text[from..]).iter().any(reaches) {
            return true;
        }
        at = from + text[from..].chars().next().map_or(1, char::len_utf8);
    }
    false
}

/// Terms by their first two characters.
struct Index {
    beginnings: Beginnings,
    terms: FxHashMap<(char, char), Vec<&'static Term>>,
}

fn index() -> &'static Index {
    static INDEX: OnceLock<Index> = OnceLock::new();
    INDEX.get_or_init(|| {
        let mut by_beginning: FxHashMap<(char, char), Vec<&Term>> = FxHashMap::default();
        for term in terms() {
            by_beginning.entry(beginning(term.text).unwrap_or_default()).or_default().push(term);
        }
        Index { beginnings: by_beginning.keys().copied().collect(), terms: by_beginning }
    })
}

fn beginning(text: &str) -> Option<(char, char)> {
    let mut chars = text.chars();
    Some((chars.next()?, chars.next()?))
}

/// Where terms stand in a text, from left to right, the longest at each place.
pub fn terms_in(text: &str) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    let mut at = 0;
    while let Some(start) = index().beginnings.next_place(text, at) {
        let here = |term: &&&Term| text[start..].starts_with(term.text);
        // Shorter terms come first.
        let term = with_beginning(&text[start..]).iter().rfind(here);
        found.extend(term.map(|term| Span::new(start, start + term.text.len())));
        let first = text[start..].chars().next().map_or(1, char::len_utf8);
        at = start + term.map_or(first, |term| term.text.len());
    }
    found
}

/// Terms that begin with the same two characters as a text.
fn with_beginning(text: &str) -> &'static [&'static Term] {
    beginning(text).and_then(|beginning| index().terms.get(&beginning)).map_or(&[], Vec::as_slice)
}

fn parse(table: &'static str) -> impl Iterator<Item = Term> {
    let (mut year, mut source) = (0, "");
    table.lines().flat_map(move |line| {
        let mut terms = Vec::new();
        if let Some(head) = line.strip_prefix("= ") {
            let (figure, document) = head.split_once(' ').unwrap_or((head, ""));
            (year, source) = (figure.parse().unwrap_or_default(), document);
        } else if !line.starts_with('#') {
            let mut fields = line.split(' ');
            let kind = fields.next().unwrap_or_default();
            terms.extend(fields.map(|text| Term { text, kind, year, source }));
        }
        terms
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_come_shorter_ones_first_with_kind_and_source() {
        let terms = terms();
        assert!(terms.windows(2).all(|pair| pair[0].text.len() <= pair[1].text.len()));
        let term = term("乡村振兴").expect("it is in the table");
        assert_eq!((term.kind, term.year), ("strategy", 2017));
        assert!(!term.source.is_empty());
    }

    #[test]
    fn a_stretch_inside_a_longer_term_is_known() {
        let text = "推进长三角一体化发展";
        let start = text.find("三角一体").expect("it is there");
        assert!(is_inside_a_term(text, start, start + "三角一体".len()));
        assert!(!is_inside_a_term("推进三角一体", 6, 18));
    }
}
