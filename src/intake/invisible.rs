//! Characters that nobody sees and that split words: controls, marks of direction, joiners, soft hyphens.
//!
//! They are set aside, each under its kind, so that 高<zero-width space>质量 is 高质量. What stands in a private range
//! of Unicode is not invisible but lost: no font but the writer's shows it. That is looked at later
//! ([`set_aside_lost`]), since cut characters hide there, which can be repaired.

use crate::text::{Block, Change, Mask, MaskKind, Notice, NoticeKind, Span};

/// Sets invisible characters aside; blocks of nothing else go with them.
#[inline(never)]
pub(super) fn set_aside(blocks: &mut Vec<Block>, masks: &mut Vec<Mask>) {
    apply(blocks, masks, invisible);
}

/// Sets characters of private ranges aside, and says so if they may have been text.
#[inline(never)]
pub(super) fn set_aside_lost(blocks: &mut Vec<Block>, masks: &mut Vec<Mask>) -> Option<Notice> {
    let (mut n_lost, mut first) = (0, None);
    if !blocks.iter().any(|block| may_be_private(block.text())) {
        return None;
    }
    for block in blocks.iter() {
        for (at, c) in block.text().char_indices().filter(|(_, c)| is_private(*c) && !is_symbol(*c)) {
            n_lost += 1;
            first = first.or_else(|| Some(block.draft.original(Span::new(at, at + c.len_utf8()))));
        }
    }
    apply(blocks, masks, |c| is_private(c).then_some(MaskKind::PrivateUse));
    let message = format!("{n_lost} characters of a private range are lost; they are set aside");
    first.map(|span| Notice { kind: NoticeKind::PrivateUse, span, message })
}

fn apply(blocks: &mut Vec<Block>, masks: &mut Vec<Mask>, kind: impl Fn(char) -> Option<MaskKind>) {
    let mut n_emptied = 0;
    for block in blocks.iter_mut() {
        let changes = changes(block.text(), &kind);
        if !changes.is_empty() {
            block.draft.apply(&changes);
            n_emptied += usize::from(block.text().trim().is_empty());
        }
    }
    if n_emptied > 0 {
        blocks.retain(|block| {
            let is_empty = block.text().trim().is_empty();
            if is_empty {
                masks.extend(block.draft.masks());
            }
            !is_empty
        });
    }
}

fn changes(text: &str, kind: impl Fn(char) -> Option<MaskKind>) -> Vec<(Span, Change, &'static str)> {
    let found = text.char_indices().filter_map(|(at, c)| Some((at, c, kind(c)?)));
    found.map(|(at, c, kind)| (Span::new(at, at + c.len_utf8()), Change::Mask(kind), "")).collect()
}

fn invisible(c: char) -> Option<MaskKind> {
    match c {
        // Most characters of a text, quickly.
        ' '..='~' | '\u{2070}'..='\u{d7ff}' | '\t'..='\r' | '\u{85}' => None,
        '\0'..='\u{9f}' => Some(MaskKind::Control),
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{206f}' => {
            Some(MaskKind::Bidi)
        }
        '\u{ad}'
        | '\u{34f}'
        | '\u{180e}'
        | '\u{200b}'..='\u{200d}'
        | '\u{2060}'..='\u{2064}'
        | '\u{feff}' => Some(MaskKind::ZeroWidth),
        '\u{180b}'..='\u{180d}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}' => {
            Some(MaskKind::VariationSelector)
        }
        '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}' => Some(MaskKind::Control),
        _ => None,
    }
}

/// A quick look at the bytes, which hardly any text passes.
fn may_be_private(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.iter().any(|byte| matches!(byte, 0xee | 0xf3..))
        || bytes.windows(2).any(|pair| pair[0] == 0xef && pair[1] < 0xa4)
}

fn is_private(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}')
}

/// Where word processors keep the signs of their symbol fonts: bullets, arrows, ticks.
fn is_symbol(c: char) -> bool {
    matches!(c, '\u{f020}'..='\u{f0ff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::read;

    fn cleaned(text: &str) -> (String, Vec<MaskKind>) {
        let document = read("a.txt", text.as_bytes());
        let blocks: Vec<&str> = document.blocks.iter().map(Block::text).collect();
        (blocks.join("|"), document.masks().iter().map(|mask| mask.kind).collect())
    }

    #[test]
    fn what_nobody_sees_splits_no_word() {
        for (text, want, kind) in [
            ("高\u{200b}质量发展。", "高质量发展。", MaskKind::ZeroWidth),
            ("高\u{ad}质量发展。", "高质量发展。", MaskKind::ZeroWidth),
            ("高\u{feff}质量发展。", "高质量发展。", MaskKind::ZeroWidth),
            ("高\u{2060}质量发展。", "高质量发展。", MaskKind::ZeroWidth),
            ("高\u{200d}质量发展。", "高质量发展。", MaskKind::ZeroWidth),
            ("高质\u{fe00}量发展。", "高质量发展。", MaskKind::VariationSelector),
            ("高质\u{e0101}量发展。", "高质量发展。", MaskKind::VariationSelector),
            ("\u{202e}高质量发展。", "高质量发展。", MaskKind::Bidi),
            ("高质\u{2067}量发展。", "高质量发展。", MaskKind::Bidi),
            ("高\u{8}质量发展。", "高质量发展。", MaskKind::Control),
            ("高\u{9d}质量发展。", "高质量发展。", MaskKind::Control),
            ("高质量\u{e863}发展。", "高质量发展。", MaskKind::PrivateUse),
        ] {
            assert_eq!(cleaned(text), (want.to_owned(), vec![kind]), "{text:?}");
        }
    }

    #[test]
    fn a_line_of_nothing_else_is_no_block() {
        assert_eq!(cleaned("甲市。\n\u{200d}\u{2060}\n乙市。").0, "甲市。|乙市。");
    }

    #[test]
    fn lost_characters_are_announced_and_bullets_are_not() {
        let is_announced = |text: &str| {
            let notices = read("a.txt", text.as_bytes()).notices;
            notices.iter().any(|notice| notice.kind == NoticeKind::PrivateUse)
        };
        assert!(is_announced("高质量\u{e863}发展。"));
        assert!(!is_announced("\u{f0b7}高质量发展。"));
    }
}
