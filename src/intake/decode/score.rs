//! How well a text reads as Chinese, by its characters alone: a wrong decoding gives rare characters and holes.

use super::Encoding;
use crate::text::is_han;
use std::sync::OnceLock;

/// A hundred characters a line, the most frequent first; see the head of the file.
const COMMON: &str = include_str!(concat!(env!("OUT_DIR"), "/common_characters.txt"));

/// Syllables that no Korean text is without.
const HANGUL: &str = "이다의는에을가고하지한로기도리사자나어서인은시대를그해스일정부장아으게수보라과주구들면상전만여있했것제원선유동니였";

/// How often a character is met, from 0 (rare, or none of ours) to 1.
fn commonness(c: char) -> f64 {
    static TABLE: OnceLock<Vec<u8>> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        let mut table = vec![0; 0xa000 - 0x4e00];
        let lines = COMMON.lines().filter(|line| !line.starts_with('#'));
        for (n_before, line) in lines.enumerate() {
            let tier = if n_before < 5 { 10 } else { 8 };
            for c in line.chars().filter(|c| *c != '\t') {
                if let Some(entry) = table.get_mut(u32::from(c).wrapping_sub(0x4e00) as usize) {
                    *entry = tier;
                }
            }
        }
        table
    });
    table.get(u32::from(c).wrapping_sub(0x4e00) as usize).map_or(0.0, |tier| f64::from(*tier) / 10.0)
}

/// What a character says for a decoding (up to 1) or against it (down to -1); `None` if it says nothing.
fn weight(c: char, encoding: Encoding) -> Option<f64> {
    let japanese = matches!(encoding, Encoding::ShiftJis | Encoding::EucJp);
    Some(match c {
        '\0' | '\u{fffd}' => -1.0,
        '\t' | '\n' | '\r' | ' '..='~' if is_wide(encoding) => 0.8,
        '\0'..='\u{7f}' => return None,
        '、' | '。' | '，' | '：' | '；' | '？' | '！' | '（' | '）' | '“' | '”' | '‘' | '’' | '《'
        | '》' => 0.8,
        '「' | '」' | '『' | '』' | '—' | '…' | '·' | '\u{3000}' | '％' | '０'..='９' => 0.8,
        '\u{3041}'..='\u{3096}' => {
            if japanese {
                0.9
            } else {
                0.3
            }
        }
        '\u{30a1}'..='\u{30fe}' => {
            if japanese {
                0.8
            } else {
                0.3
            }
        }
        '\u{ff61}'..='\u{ff9f}' => -0.2,
        '\u{ac00}'..='\u{d7a3}' if encoding == Encoding::EucKr && HANGUL.contains(c) => 1.0,
        '\u{ac00}'..='\u{d7a3}' => 0.2,
        '\u{80}'..='\u{9f}' | '\u{e000}'..='\u{f8ff}' | '\u{fff0}'..='\u{ffff}' => -0.5,
        c if is_han(c) => commonness(c).max(0.2),
        _ => 0.1,
    })
}

fn is_wide(encoding: Encoding) -> bool {
    use Encoding::{Utf16Be, Utf16Le, Utf32Be, Utf32Le};
    matches!(encoding, Utf16Le | Utf16Be | Utf32Le | Utf32Be)
}

/// The mean weight of the characters that say something: near 1 for Chinese that was decoded rightly, below 0.4
/// for what was not; 0 where nothing says anything. A last character that was cut off does not count.
pub(super) fn fit(text: &str, encoding: Encoding) -> f64 {
    let text = text.strip_suffix('\u{fffd}').unwrap_or(text);
    let (sum, n) = text
        .chars()
        .filter_map(|c| weight(c, encoding))
        .fold((0.0, 0), |(sum, n), weight| (sum + weight, n + 1));
    sum / f64::from(n.max(1))
}
