//! Traditional characters counted as Simplified ones.
//!
//! A character map from OpenCC's data, and a list of words where the character alone decides wrongly (顯著 keeps
//! its 著, 看著 does not). Characters that are also good Simplified ones are converted in Traditional blocks
//! only. All mappings keep the length in bytes, so offsets inside a converted stretch need no map.

use crate::text::{Block, Change, EditKind, Script, Span, is_han};
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// Share of ideographs that only Traditional text has: at least this in Traditional text, and in a mixed one.
const TRADITIONAL: f64 = 0.12;
const MIXED: f64 = 0.02;
/// Below this many ideographs, the lack of Traditional ones says nothing.
const MIN_HAN: usize = 20;

/// Converts all blocks and says what script they were in.
pub(super) fn simplify(blocks: &mut [Block]) -> Script {
    let table = table();
    let census = blocks.iter().map(|block| table.census(block.text()));
    let (n_han, n_traditional) = census.fold((0, 0), |all, one| (all.0 + one.0, all.1 + one.1));
    let script = script_of(n_han, n_traditional);
    for block in blocks {
        let (n_han, n_traditional) = table.census(block.text());
        let is_traditional =
            script == Script::Traditional || script_of(n_han, n_traditional) == Script::Traditional;
        let text = block.text().to_owned();
        let converted = table.convert(&text, is_traditional);
        let changes: Vec<_> = converted
            .iter()
            .map(|(span, to)| (*span, Change::Edit(EditKind::Simplify), to.as_str()))
            .collect();
        block.draft.apply(&changes);
    }
    script
}

fn script_of(n_han: usize, n_traditional: usize) -> Script {
    let share = n_traditional as f64 / n_han.max(1) as f64;
    match () {
        () if n_han < MIN_HAN && n_traditional == 0 => Script::Unknown,
        () if share >= TRADITIONAL => Script::Traditional,
        () if share >= MIXED => Script::Mixed,
        () => Script::Simplified,
    }
}

struct Table {
    /// By character.
    characters: BTreeMap<char, Entry>,
    /// By first character, longest first: Traditional word, Simplified word.
    words: BTreeMap<char, Vec<(&'static str, &'static str)>>,
}

struct Entry {
    to: &'static str,
    /// The character is a good Simplified one too.
    is_ambiguous: bool,
}

impl Table {
    /// Number of ideographs, and of those that only Traditional text has.
    fn census(&self, text: &str) -> (usize, usize) {
        text.chars().filter(|c| is_han(*c)).fold((0, 0), |(n_han, n_traditional), c| {
            let is_traditional = self.characters.get(&c).is_some_and(|entry| !entry.is_ambiguous);
            (n_han + 1, n_traditional + usize::from(is_traditional))
        })
    }

    /// What is to be replaced, a character at a time and only where something changes.
    fn convert(&self, text: &str, is_traditional: bool) -> Vec<(Span, String)> {
        let mut changes = Vec::new();
        let mut at = 0;
        while let Some(c) = text[at..].chars().next() {
            let word = self.words.get(&c).filter(|_| is_traditional);
            let word = word.and_then(|words| words.iter().find(|(from, _)| text[at..].starts_with(from)));
            if let Some((from, to)) = word {
                for (a, b) in from.chars().zip(to.chars()) {
                    push_change(&mut changes, at, a, b.encode_utf8(&mut [0; 4]));
                    at += a.len_utf8();
                }
                continue;
            }
            let entry = self.characters.get(&c).filter(|entry| is_traditional || !entry.is_ambiguous);
            if let Some(entry) = entry {
                push_change(&mut changes, at, c, entry.to);
            }
            at += c.len_utf8();
        }
        changes
    }
}

fn push_change(changes: &mut Vec<(Span, String)>, at: usize, from: char, to: &str) {
    if !to.chars().eq([from]) && to.len() == from.len_utf8() {
        changes.push((Span::new(at, at + from.len_utf8()), to.to_owned()));
    }
}

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table = Table { characters: BTreeMap::new(), words: BTreeMap::new() };
        for line in entries(include_str!("../../data/simplify.txt")) {
            let mut characters = line.char_indices();
            let (Some((_, from)), Some((at, to))) = (characters.next(), characters.next()) else { continue };
            let entry = Entry { to: &line[at..at + to.len_utf8()], is_ambiguous: line.ends_with('?') };
            table.characters.insert(from, entry);
        }
        for line in entries(include_str!("../../data/simplify_words.txt")) {
            let mut columns = line.split_whitespace();
            let (Some(from), Some(to)) = (columns.next(), columns.next()) else { continue };
            let Some(first) = from.chars().next() else { continue };
            table.words.entry(first).or_default().push((from, to));
        }
        for words in table.words.values_mut() {
            words.sort_by_key(|(from, _)| (std::cmp::Reverse(from.len()), *from));
        }
        table
    })
}

fn entries(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().map(str::trim_end).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::lines;

    fn simplified(text: &str) -> (String, Script) {
        let (mut blocks, _) = lines::split(text, 0, &[]);
        let script = simplify(&mut blocks);
        (blocks.iter().map(Block::text).collect::<Vec<_>>().join("|"), script)
    }

    #[test]
    fn characters_and_words_are_converted() {
        for (text, want) in [
            ("抓項目促發展", "抓项目促发展"),
            ("看著顯著的著力點與著名著作", "看着显著的着力点与著名著作"),
            ("乾隆年間乾淨的乾坤與幹部", "乾隆年间干净的乾坤与干部"),
            ("這裡裏外都是為了爲民", "这里里外都是为了为民"),
        ] {
            assert_eq!(simplified(text).0, want);
        }
    }

    #[test]
    fn good_simplified_characters_stay_in_simplified_text() {
        let text = "著名的乾县藉此机会瞭望远方，著作很多，慰藉人心，工作扎实推进。";
        assert_eq!(simplified(text), (text.to_owned(), Script::Simplified));
    }
}
