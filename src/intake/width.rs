//! Full-width letters and digits, and ideographs in the forms that are kept for old encodings, counted as the
//! usual characters.
//!
//! Marks of Chinese punctuation are not touched; of the other full-width marks only those that stand in numbers
//! and names. Signs such as ㎡ and ① are no words and stay as they are.

use crate::text::{Block, Change, EditKind, Span};
use std::sync::OnceLock;

/// Rewrites all blocks.
#[inline(never)]
pub(super) fn unify(blocks: &mut [Block]) {
    for block in blocks {
        let found = find(block.text());
        if found.is_empty() {
            continue;
        }
        let mut buffers = vec![[0; 4]; found.len()];
        let changes: Vec<_> = found
            .iter()
            .zip(&mut buffers)
            .map(|((span, c), buffer)| (*span, Change::Edit(EditKind::Width), &*c.encode_utf8(buffer)))
            .collect();
        block.draft.apply(&changes);
    }
}

fn find(text: &str) -> Vec<(Span, char)> {
    let mut found = Vec::new();
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        if is_candidate(c) {
            let end = at + c.len_utf8();
            let usual = usual(c, before, text[end..].chars().next());
            found.extend(usual.map(|usual| (Span::new(at, end), usual)));
        }
        before = c;
    }
    found
}

/// Ranges that hold anything to be rewritten.
fn is_candidate(c: char) -> bool {
    matches!(c,
        '\u{2e80}'..='\u{2fdf}' | '\u{f900}'..='\u{faff}' | '\u{ff01}'..='\u{ff5e}' | '\u{2f800}'..='\u{2fa1f}')
}

fn usual(c: char, before: char, after: Option<char>) -> Option<char> {
    match c {
        'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '０'..='９' | '％' | '＋' | '＆' | '＠' | '＃' | '＄' | '＝' | '＿' => {
            narrow(c)
        }
        // Inside numbers and names only: １２．５, Ａ－１, ２４／７.
        '．' | '－' | '／' => narrow(c).filter(|_| is_latin(before) && after.is_some_and(is_latin)),
        '！'..='～' => None,
        _ => table().binary_search_by_key(&c, |(from, _)| *from).ok().map(|at| table()[at].1),
    }
}

/// Full-width forms stand in the order of ASCII.
fn narrow(c: char) -> Option<char> {
    char::from_u32(u32::from(c) - 0xfee0)
}

fn is_latin(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '０'..='９')
}

/// Sorted. A line of the table is the first of a run of code points, and the character for each (`build.rs`).
fn table() -> &'static [(char, char)] {
    static TABLE: OnceLock<Vec<(char, char)>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut pairs = Vec::new();
        for line in include_str!(concat!(env!("OUT_DIR"), "/compatibility.runs")).lines() {
            let Some((first, run)) = line.split_once(' ') else { continue };
            let first = u32::from_str_radix(first, 16).unwrap_or_default();
            pairs.extend(
                (first..).zip(run.chars()).filter_map(|(from, to)| Some((char::from_u32(from)?, to))),
            );
        }
        pairs
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::read;

    #[test]
    fn letters_digits_and_old_forms_become_the_usual_ones() {
        for (text, want) in [
            ("２０１９年增长８．５％，ＧＤＰ第一。", "2019年增长8.5%，GDP第一。"),
            ("“８＋８”产业", "“8+8”产业"),
            ("⽅案⾥的⻓江⻅证", "方案里的长江见证"),
            ("金\u{f90a}融", "金金融"),
            ("\u{2f800}人", "丽人"),
            ("甲（乙）、丙：丁；戊？己！庚～辛，壬。", "甲（乙）、丙：丁；戊？己！庚～辛，壬。"),
            ("甲／乙－丙．", "甲／乙－丙．"),
        ] {
            assert_eq!(read("a.txt", text.as_bytes()).blocks[0].text(), want, "{text}");
        }
    }

    #[test]
    fn a_word_leads_back_to_its_own_characters() {
        let text = "增长８．５％";
        let document = read("a.txt", text.as_bytes());
        let draft = &document.blocks[0].draft;
        let at = draft.text().find("5%").unwrap_or_default();
        assert_eq!(draft.original(Span::new(at, at + 1)).of(text), "５");
    }

    #[test]
    fn every_pair_of_the_table_comes_out_of_its_runs() {
        let rows = include_str!("../../data/compatibility.txt").lines().filter(|line| !line.starts_with('#'));
        let shown: Vec<String> = table()
            .iter()
            .map(|(from, to)| format!("{:04X} {:04X}", u32::from(*from), u32::from(*to)))
            .collect();
        assert_eq!(shown, rows.collect::<Vec<_>>());
    }
}
