//! The vocabulary that every stage speaks: spans, drafts with their way back to the original, blocks,
//! notices. It holds no policy: what is cleaned, counted or credited is decided in the other rooms.
//!
//! Promise: every offset is a byte offset of the decoded original unless its name says otherwise, and a
//! [`Draft`] always knows which original bytes each of its own bytes stands for.

mod block;
mod draft;
mod notice;
mod plausibility;
mod rework;
mod script;
mod seek;
mod span;
mod utf16;

pub use block::{Block, Role, Withheld, WithheldKind};
pub use draft::{Change, Draft, Edit, EditKind, Mask, MaskKind, Piece};
pub use notice::{Notice, NoticeKind};
pub use plausibility::Plausibility;
pub use rework::ChangeKind;
pub use script::Script;
pub use seek::{Beginnings, Characters, code_at, packed};
pub use span::Span;
pub use utf16::{Utf16Index, utf16_len};

/// Whether a character is a Han ideograph (the unified blocks, the extensions and the compatibility forms).
///
/// ```
/// assert!(chengyan::text::is_han('城') && !chengyan::text::is_han('，') && !chengyan::text::is_han('a'));
/// ```
#[inline]
pub fn is_han(c: char) -> bool {
    matches!(c,
        '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3ffff}' | '〇' | '々')
}

/// The letters and ideographs of a text as it is compared with others, each with the byte where it stands: small, and
/// without marks and white space.
///
/// ```
/// let letters: Vec<_> = chengyan::text::letters("Ａ a，城").collect();
/// assert_eq!(letters, [(0, 'ａ'), (4, 'a'), (8, '城')]);
/// ```
pub fn letters(text: &str) -> impl Iterator<Item = (usize, char)> + '_ {
    let all = text.char_indices().filter(|(_, c)| is_han(*c) || c.is_alphanumeric());
    all.flat_map(|(at, c)| c.to_lowercase().map(move |c| (at, c)))
}

/// Calls `take` with the characters that [`letters`] gives: as quick as can be, for whole texts.
///
/// ```
/// let mut all = String::new();
/// chengyan::text::each_letter("Ａ a，城Éİ一Ⅱ", |letter| all.push(letter));
/// assert!(all.chars().eq(chengyan::text::letters("Ａ a，城Éİ一Ⅱ").map(|(_, letter)| letter)));
/// ```
#[inline]
pub fn each_letter(text: &str, mut take: impl FnMut(char)) {
    for c in text.chars() {
        match c {
            '\u{4e00}'..='\u{9fff}' | '0'..='9' | 'a'..='z' => take(c),
            '，' | '。' | '、' | '；' | '：' | '“' | '”' | '《' | '》' | '（' | '）' | ' ' => {}
            _ if is_han(c) || c.is_alphanumeric() => c.to_lowercase().for_each(&mut take),
            _ => {}
        }
    }
}
