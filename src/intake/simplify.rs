//! Traditional characters counted as Simplified ones.
//!
//! A character map from OpenCC's data, and a list of words where the character alone decides wrongly (顯著 keeps
//! its 著, 看著 does not). Characters that are also good Simplified ones are converted in Traditional blocks
//! only. All mappings keep the length in bytes, so offsets inside a converted stretch need no map.

use crate::order::Order;
use crate::text::{Block, Change, EditKind, Script, Span, is_han};
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// Share of ideographs that only Traditional text has: at least this in Traditional text, and in a mixed one.
const TRADITIONAL: f64 = 0.12;
const MIXED: f64 = 0.02;
/// Below this many ideographs, the lack of Traditional ones says nothing.
const MIN_HAN: usize = 20;

/// Converts all blocks and says what script they were in.
#[inline(never)]
pub(super) fn simplify(blocks: &mut [Block]) -> Script {
    let table = table();
    let census: Vec<(usize, usize)> = blocks.iter().map(|block| table.census(block.text())).collect();
    let (n_han, n_traditional) = census.iter().fold((0, 0), |all, one| (all.0 + one.0, all.1 + one.1));
    let script = script_of(n_han, n_traditional);
    for (block, (n_han, n_traditional)) in blocks.iter_mut().zip(census) {
        let is_traditional =
            script == Script::Traditional || script_of(n_han, n_traditional) == Script::Traditional;
        if !table.concerns(block.text(), is_traditional) {
            continue;
        }
        let converted = table.convert(block.text(), is_traditional);
        let places = block.text().char_indices().zip(converted.chars()).filter(|((_, from), to)| from != to);
        let spans = places.map(|((at, _), to)| Span::new(at, at + to.len_utf8()));
        let changes: Vec<_> =
            spans.map(|span| (span, Change::Edit(EditKind::Simplify), span.of(&converted))).collect();
        block.draft.apply(&changes);
    }
    script
}

/// Whether the blocks as a whole are in Traditional script.
pub(super) fn is_traditional(blocks: &[Block]) -> bool {
    let census = blocks.iter().map(|block| table().census(block.text()));
    let (n_han, n_traditional) = census.fold((0, 0), |all, one| (all.0 + one.0, all.1 + one.1));
    script_of(n_han, n_traditional) == Script::Traditional
}

/// A text in Simplified.
pub(super) fn simplified(text: &str, is_traditional: bool) -> String {
    let table = table();
    if table.concerns(text, is_traditional) { table.convert(text, is_traditional) } else { text.to_owned() }
}

/// Whether Traditional text mostly has another character for this one.
pub(super) fn has_traditional_form(c: char) -> bool {
    table().entry(c).is_simplified
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

/// The range of ideographs that the table covers; all others stay as they are.
const FIRST: u32 = 0x3400;
const LAST: u32 = 0x9fff;

struct Table {
    /// By character, from [`FIRST`] on.
    entries: Vec<Entry>,
    /// By first character, longest first: Traditional word, Simplified word.
    words: BTreeMap<char, Vec<(&'static str, &'static str)>>,
}

#[derive(Clone, Copy, Default)]
struct Entry {
    to: Option<char>,
    /// The character is a good Simplified one too.
    is_ambiguous: bool,
    /// Another character becomes this one.
    is_simplified: bool,
    /// A word of the list begins with it.
    begins_word: bool,
}

impl Table {
    /// Three planes of a byte for each pair (`build.rs`): the step from the character before, the low byte of what it
    /// becomes, and the high byte of that, with a bit for what is ambiguous.
    fn read_pairs(&mut self, planes: &[u8]) {
        let (steps, bytes) = planes.split_at(planes.len() / 3);
        let (low, high) = bytes.split_at(steps.len());
        let mut index = 0;
        for ((step, low), high) in steps.iter().zip(low).zip(high) {
            index += usize::from(*step);
            let to = FIRST + u32::from(high & 127) * 256 + u32::from(*low);
            if *step == 255 {
                continue;
            }
            if let Some(entry) = self.entries.get_mut(index) {
                entry.to = char::from_u32(to);
                entry.is_ambiguous = high & 128 != 0;
            }
            if let Some(entry) = self.entries.get_mut((to - FIRST) as usize) {
                entry.is_simplified = true;
            }
        }
    }

    fn entry(&self, c: char) -> Entry {
        let index = u32::from(c).wrapping_sub(FIRST) as usize;
        self.entries.get(index).copied().unwrap_or_default()
    }

    fn entry_mut(&mut self, c: char) -> Option<&mut Entry> {
        self.entries.get_mut(u32::from(c).wrapping_sub(FIRST) as usize)
    }

    /// Number of ideographs, and of those that only Traditional text has.
    fn census(&self, text: &str) -> (usize, usize) {
        text.chars().filter(|c| is_han(*c)).fold((0, 0), |(n_han, n_traditional), c| {
            let entry = self.entry(c);
            (n_han + 1, n_traditional + usize::from(entry.to.is_some() && !entry.is_ambiguous))
        })
    }

    /// Whether any character of a text may be converted.
    fn concerns(&self, text: &str, is_traditional: bool) -> bool {
        text.chars().any(|c| {
            let entry = self.entry(c);
            is_traditional && entry.begins_word
                || entry.to.is_some() && (is_traditional || !entry.is_ambiguous)
        })
    }

    /// The converted text, as long as the given one.
    fn convert(&self, text: &str, is_traditional: bool) -> String {
        let mut converted = String::with_capacity(text.len());
        let mut take = |from: char, to: char| {
            converted.push(if to.len_utf8() == from.len_utf8() { to } else { from });
        };
        let mut rest = text.chars();
        while let Some(c) = rest.clone().next() {
            let entry = self.entry(c);
            if is_traditional
                && entry.begins_word
                && let Some((from, to)) = self.word(c, rest.as_str())
            {
                from.chars().zip(to.chars()).for_each(|(a, b)| take(a, b));
                rest = rest.as_str()[from.len()..].chars();
                continue;
            }
            let to = entry.to.filter(|_| is_traditional || !entry.is_ambiguous);
            take(c, to.unwrap_or(c));
            rest.next();
        }
        converted
    }

    /// The longest word of the list with which a text begins.
    fn word(&self, first: char, text: &str) -> Option<(&'static str, &'static str)> {
        self.words.get(&first)?.iter().copied().find(|(from, _)| text.starts_with(from))
    }
}

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| {
        let entries_of_range = vec![Entry::default(); (LAST - FIRST + 1) as usize];
        let mut table = Table { entries: entries_of_range, words: BTreeMap::new() };
        table.read_pairs(include_bytes!(concat!(env!("OUT_DIR"), "/simplify.planes")));
        for line in entries(include_str!(concat!(env!("OUT_DIR"), "/simplify_words.txt"))) {
            let mut columns = line.split_whitespace();
            let (Some(from), Some(to)) = (columns.next(), columns.next()) else { continue };
            let Some(first) = from.chars().next() else { continue };
            if let Some(entry) = table.entry_mut(first) {
                entry.begins_word = true;
            }
            table.words.entry(first).or_default().push((from, to));
        }
        for words in table.words.values_mut() {
            words.order_by_key(|(from, _)| (std::cmp::Reverse(from.len()), *from));
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
            ("瞭解情況，一目瞭然，登高瞭望", "了解情况，一目了然，登高瞭望"),
            ("藉此機會憑藉優勢慰藉人心", "借此机会凭借优势慰藉人心"),
            ("徵收土地的特徵與魏徵", "征收土地的特征与魏徵"),
            ("皇后後來到鄰里公里之後", "皇后后来到邻里公里之后"),
            ("輕鬆的松樹，麵粉的表面，理髮與發展", "轻松的松树，面粉的表面，理发与发展"),
            ("一隻船隻有準備，批准標準", "一只船只有准备，批准标准"),
            ("公佈布局，委託依托，時鐘鍾情", "公布布局，委托依托，时钟钟情"),
            ("答覆批覆反覆覆核，覆蓋顛覆文化", "答复批复反复复核，覆盖颠覆文化"),
            ("計畫畫分區畫，繪畫分數", "计划划分区划，绘画分数"),
            ("烘乾元件，帶著作品，有著作為", "烘干元件，带着作品，有着作为"),
            ("羣衆、綫路、衞生、啓動、牀位、峯會、麪粉", "群众、线路、卫生、启动、床位、峰会、面粉"),
            ("資訊網路的軟體與計程車品質", "资讯网路的软体与计程车品质"),
        ] {
            // The first words leave no doubt about the script.
            let text = format!("抓項目促發展：{text}");
            assert_eq!(simplified(&text).0, format!("抓项目促发展：{want}"));
        }
    }

    #[test]
    fn good_simplified_characters_stay_in_simplified_text() {
        let text = "著名的乾县藉此机会瞭望远方，著作很多，慰藉人心，工作扎实推进。";
        assert_eq!(simplified(text), (text.to_owned(), Script::Simplified));
    }

    #[test]
    fn every_pair_of_the_table_comes_out_of_its_planes() {
        for line in entries(include_str!("../../data/simplify.txt")) {
            let chars: Vec<char> = line.chars().collect();
            let entry = table().entry(chars[0]);
            assert_eq!((entry.to, entry.is_ambiguous), (Some(chars[1]), line.ends_with('?')), "{line}");
        }
        let n_pairs = entries(include_str!("../../data/simplify.txt")).count();
        assert_eq!(table().entries.iter().filter(|entry| entry.to.is_some()).count(), n_pairs);
    }
}
