//! Names of companies by their endings and by a list of those known without one.
//!
//! Promise: what is claimed names somebody: 国有公司 and 人才集团 do not. The way back from an ending stops at verbs and
//! function words. Not here: short forms (`names`).

use super::Tag;
use super::person::joins;
use super::tables::{Class, first};
use crate::text::{Characters, Span, is_han};
use std::sync::LazyLock;

/// The classes of data/names/companies.txt.
struct Companies {
    /// With what begins what gives a company away.
    beginnings: Characters,
    brand: Class,
    brand_word: Class,
    general: Class,
    stop: Class,
    suffix: Class,
    weak: Class,
}

static TABLE: LazyLock<Companies> = LazyLock::new(|| {
    let of = |class| Class::read(include_str!(concat!(env!("OUT_DIR"), "/names/companies.txt")), class);
    let (brand, suffix, weak) = (of("brand"), of("suffix"), of("weak"));
    let mut beginnings = brand.firsts().clone();
    beginnings.add_all(suffix.firsts());
    beginnings.add_all(weak.firsts());
    Companies {
        beginnings,
        brand,
        brand_word: of("brand_word"),
        general: of("general"),
        stop: of("stop"),
        suffix,
        weak,
    }
});

/// Characters of the longest stem, and of the longest word in one.
const MAX_STEM: usize = 14;
const LONGEST: usize = 5;
/// With one of these after it an ending is part of another word: 证券市场, 银行业, 股份制.
const MORE: [&str; 10] = ["交易", "市场", "业", "监管", "化", "制", "合作", "贷款", "法", "账"];

/// A company, and what it may be called for short.
pub(super) struct Company {
    pub span: Span,
    pub stem: Option<Span>,
}

/// All companies of a text, from left to right and without overlap.
#[inline(never)]
pub(super) fn companies(text: &str, tag: &Tag) -> Vec<Company> {
    let mut found: Vec<Company> = Vec::new();
    let mut from = 0;
    for at in TABLE.beginnings.places(text) {
        if at < from {
            continue;
        }
        let rest = &text[at..];
        if let Some(brand) = TABLE.brand.at_start(rest)
            && !joins(&text[..at], brand, tag)
        {
            let end = at + brand.len();
            let suffix = suffix_at(&text[end..]).map_or(0, |(suffix, _)| suffix.len());
            found.push(Company { span: Span::new(at, end + suffix), stem: None });
            from = end + suffix;
        } else if let Some((suffix, is_weak)) = suffix_at(rest) {
            let floor = found.last().map_or(0, |company| company.span.end);
            let end = at + suffix.len();
            from = end;
            let is_part = MORE.iter().any(|more| text[end..].starts_with(more));
            if !is_part && let Some(stem) = stem(text, floor, at, suffix, is_weak, tag) {
                found.push(Company { span: Span::new(stem.0, end), stem: stem.1 });
            }
        }
    }
    found
}

#[inline(never)]
fn suffix_at(rest: &str) -> Option<(&str, bool)> {
    let strong = TABLE.suffix.at_start(rest).map(|suffix| (suffix, false));
    strong.or_else(|| TABLE.weak.at_start(rest).map(|suffix| (suffix, true)))
}

/// Where a company's name begins, and the part of it that is its own.
#[inline(never)]
fn stem(
    text: &str,
    floor: usize,
    end: usize,
    suffix: &str,
    is_weak: bool,
    tag: &Tag,
) -> Option<(usize, Option<Span>)> {
    let words = words_before(text, floor, end, tag);
    // Single characters in a row are what no dictionary knows: the name itself.
    let unknown: Vec<Span> = words.iter().copied().filter(|word| is_unknown(word.of(text), tag)).collect();
    let n_unknown: usize = unknown.iter().map(|word| word.of(text).chars().count()).sum();
    let is_named = n_unknown >= 2 || words.iter().any(|word| is_own(word.of(text), tag));
    // A place alone makes a bank of its own; 中国公司 is any company there, and 该股份 none.
    let has_brand = words.iter().any(|word| TABLE.brand_word.has(word.of(text)));
    let is_any = is_weak && suffix == "公司" && n_unknown < 2 && !has_brand && words.len() < 2;
    let start = words.first()?.start;
    let short = match (unknown.first(), unknown.last()) {
        (Some(first), Some(last)) if n_unknown >= 2 => Some(Span::new(first.start, last.end)),
        _ => None,
    };
    (is_named && !is_any).then_some((start, short))
}

/// The words before an ending, from left to right, back to a mark, a verb or a function word.
#[inline(never)]
fn words_before(text: &str, floor: usize, end: usize, tag: &Tag) -> Vec<Span> {
    let mut words: Vec<Span> = Vec::new();
    let (mut at, mut n_characters, mut n_unknown) = (end, 0, 0);
    while let Some(word) = word_before(text, floor, at, tag) {
        let it = word.of(text);
        n_characters += it.chars().count();
        // A verb before a name is where the sentence begins; one inside of it is part of it: …户外休闲用品有限公司.
        let is_named = n_unknown > 1 || words.iter().any(|word| is_own(word.of(text), tag));
        if TABLE.stop.has(it) || is_named && is_verb(it, tag) || n_characters > MAX_STEM {
            break;
        }
        words.push(word);
        n_unknown += if is_unknown(it, tag) { it.chars().count() } else { 0 };
        at = word.start;
        if is_place(it, tag) && words.len() > 1 {
            break;
        }
    }
    words.reverse();
    words
}

/// The longest word that ends at a place, else one character; none at a mark.
fn word_before(text: &str, floor: usize, at: usize, tag: &Tag) -> Option<Span> {
    let before = &text[floor..at];
    before.chars().next_back().filter(|c| is_han(*c) || c.is_ascii_alphabetic())?;
    let starts: Vec<usize> = before.char_indices().rev().take(LONGEST).map(|(start, _)| start).collect();
    let is_word = |start: &&usize| {
        let word = &before[**start..];
        let in_table = TABLE.stop.has(word) || TABLE.brand_word.has(word);
        word.chars().count() > 1 && (in_table || tag(word).is_some())
    };
    let start = starts.iter().rev().find(is_word).or(starts.first())?;
    Some(Span::new(floor + start, at))
}

fn is_verb(word: &str, tag: &Tag) -> bool {
    const TAGS: [&str; 10] = ["v", "d", "p", "c", "r", "f", "m", "t", "uj", "ul"];
    let is_general = TABLE.general.has(word) || TABLE.brand_word.has(word);
    word.chars().count() > 1 && !is_general && tag(word).is_some_and(|tag| TAGS.contains(&tag.as_str()))
}

fn is_place(word: &str, tag: &Tag) -> bool {
    tag(word).is_some_and(|tag| tag.starts_with("ns")) && word.chars().count() > 1
}

/// A place or a brand: with it before an ending somebody is named.
fn is_own(word: &str, tag: &Tag) -> bool {
    is_place(word, tag) && !TABLE.general.has(word) || TABLE.brand_word.has(word)
}

/// No word of the dictionary, or a single character, and nothing general.
fn is_unknown(word: &str, tag: &Tag) -> bool {
    let is_single = first(word, 1) == Some(word);
    !TABLE.general.has(word)
        && (is_single
            || tag(word).is_none()
            || tag(word).is_some_and(|tag| tag.starts_with("nr") || tag == "nz"))
}
