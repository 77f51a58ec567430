//! What a phrase is made of, by the dictionary and data/phrases.txt.
//!
//! Promise: a stretch that is whole begins and ends with a word of its own and is no part of a sentence, as far as the
//! table can tell. Not here: whether it is firm enough to be a phrase.

use super::Tag;
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

struct Edges {
    start: FxHashSet<&'static str>,
    end: FxHashSet<&'static str>,
    inside: FxHashSet<&'static str>,
    heads: FxHashSet<&'static str>,
    institutions: Vec<&'static str>,
}

/// Characters of the longest word that is looked for in a stretch.
const LONGEST: usize = 6;

static EDGES: LazyLock<Edges> = LazyLock::new(|| {
    let table = include_str!(concat!(env!("OUT_DIR"), "/phrases.txt"));
    let words = |class: &'static str| {
        let rows = table.lines().filter_map(|line| line.split_once('\t'));
        rows.filter(move |(name, _)| *name == class).flat_map(|(_, words)| words.split(' '))
    };
    let of = |class| words(class).collect();
    let institutions = words("institution").collect();
    Edges { start: of("start"), end: of("end"), inside: of("inside"), heads: of("head"), institutions }
});

/// A stretch taken apart into words, the longest first.
pub(super) struct Made<'s> {
    pieces: Vec<(&'s str, Option<String>)>,
}

impl<'s> Made<'s> {
    pub fn of(stretch: &'s str, tag: &Tag) -> Self {
        let mut pieces = Vec::new();
        let mut rest = stretch;
        while let Some(first) = rest.chars().next() {
            let ends = rest.char_indices().map(|(at, c)| at + c.len_utf8()).take(LONGEST);
            let known = ends.collect::<Vec<_>>().into_iter().rev().find(|end| {
                let word = &rest[..*end];
                *end > first.len_utf8() && (tag(word).is_some() || EDGES.inside.contains(word))
            });
            let end = known.unwrap_or(first.len_utf8());
            pieces.push((&rest[..end], tag(&rest[..end])));
            rest = &rest[end..];
        }
        Made { pieces }
    }

    /// No word at its edges that does not belong to it, none inside that makes it part of a sentence.
    pub fn is_whole(&self) -> bool {
        let [(first, _), .., (last, _)] = self.pieces.as_slice() else { return !self.pieces.is_empty() };
        !EDGES.start.contains(first)
            && !EDGES.end.contains(last)
            && self.pieces.iter().all(|(piece, _)| !EDGES.inside.contains(piece))
    }

    /// Both edges are words of more than one character.
    pub fn has_firm_edges(&self) -> bool {
        let is_firm = |piece: Option<&(&str, Option<String>)>| {
            piece.is_some_and(|(word, tag)| tag.is_some() && word.chars().count() > 1)
        };
        is_firm(self.pieces.first()) && is_firm(self.pieces.last())
    }

    /// Its last word is a noun, or the dictionary does not know it.
    pub fn ends_as_noun(&self) -> bool {
        let starts = ["n", "vn", "j", "l", "i"];
        self.pieces.last().is_some_and(|(_, tag)| {
            tag.as_deref().is_none_or(|tag| starts.iter().any(|start| tag.starts_with(start)))
        })
    }

    /// From its first word to its last it names a kind of thing, and no person, place or institution: 聊城高新区 is the
    /// name of one, and 诸多因素 no term.
    pub fn is_nominal(&self) -> bool {
        let tag = |piece: &(&str, Option<String>)| piece.1.clone().unwrap_or_default();
        let starts = |piece, with: &[&str]| with.iter().any(|start| tag(piece).starts_with(start));
        let [first, .., last] = self.pieces.as_slice() else { return false };
        let is_institution = EDGES.institutions.iter().any(|end| last.0.ends_with(end));
        let is_other = |piece| {
            starts(piece, &["nr", "ns", "nt", "m", "q", "r", "t", "d", "c", "p", "u", "f"])
                || tag(piece).is_empty()
        };
        starts(first, &["n", "vn", "a", "b", "j", "l"])
            && starts(last, &["n", "vn", "j", "l"])
            && !is_institution
            && !self.pieces.iter().any(is_other)
    }

    /// A verb and what it acts on: two phrases rather than one.
    pub fn is_verb_with_object(&self) -> bool {
        let tag = |piece: Option<&(&str, Option<String>)>| {
            piece.and_then(|(_, tag)| tag.clone()).unwrap_or_default()
        };
        tag(self.pieces.first()) == "v" && tag(self.pieces.last()).starts_with('n')
    }
}

/// Whether a text goes on with a word that says what kind of thing was just named, or how many were: …工程, …五个导向.
#[inline(never)]
pub(super) fn is_named_as(rest: &str) -> bool {
    let after_number = rest.trim_start_matches(|c| "一二两三四五六七八九十".contains(c));
    if after_number.len() < rest.len() {
        return after_number.starts_with(['个', '大', '项', '条', '种']);
    }
    let ends = rest.char_indices().map(|(at, c)| at + c.len_utf8()).take(LONGEST);
    ends.into_iter().any(|end| EDGES.heads.contains(&rest[..end]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stretch_with_a_verb_before_it_or_part_of_a_sentence_is_no_phrase() {
        let words = ["要素", "目的", "产业", "等级", "推进", "保障", "转换", "新旧", "动能"];
        let tag = |word: &str| words.contains(&word).then(|| "n".to_owned());
        for (stretch, want) in [
            ("新旧动能转换", true),
            ("推进新旧动能转换", false),
            ("要素保障", true),
            ("要保障", false),
            ("的产业", false),
            ("产业的", false),
            ("产业目的", true),
            ("产业的等级", false),
            ("等级保障", true),
        ] {
            assert_eq!(Made::of(stretch, &tag).is_whole(), want, "{stretch}");
        }
    }

    #[test]
    fn what_follows_a_mark_may_say_that_it_is_a_name() {
        assert!(is_named_as("工程的实施") && is_named_as("行动，") && !is_named_as("，工程"));
    }
}
