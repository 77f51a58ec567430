//! Stretches that the author put in quotation marks or in the marks of a title.
//!
//! Promise: spans are of the text given, without the marks; what stands in quotation marks is taken apart at `、`
//! and commas; nothing is paired over a line break. Not here: whether it is a phrase or a saying.

use crate::text::{Span, is_han};

/// What an author marks, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Marked {
    pub span: Span,
    /// Where the text goes on after the closing mark.
    pub after: usize,
    pub is_title: bool,
}

/// Characters of the longest title, and of the longest part of a quotation.
const MAX_TITLE: usize = 30;
const MAX_QUOTED: usize = 12;

/// Whether a character can be part of a phrase.
pub(in crate::words) fn is_of_phrase(c: char) -> bool {
    is_han(c) || c.is_ascii_alphanumeric()
}

/// All marked stretches of a text, from left to right.
#[inline(never)]
pub(super) fn marked(text: &str) -> Vec<Marked> {
    let mut found = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for (at, c) in text.char_indices() {
        let after = at + c.len_utf8();
        match open {
            Some((start, closing)) if c == closing => {
                let whole = Marked { span: Span::new(start, at), after, is_title: closing == '》' };
                add(text, whole, &mut found);
                open = None;
            }
            _ if c == '\n' => open = None,
            // What stands in single marks inside of double ones is a stretch of its own.
            Some(_) if !matches!(c, '“' | '‘' | '《' | '「' | '『') => {}
            _ => open = closing_of(c).map(|closing| (after, closing)).or(open),
        }
    }
    found
}

fn closing_of(c: char) -> Option<char> {
    Some(match c {
        '“' => '”',
        '‘' => '’',
        '「' => '」',
        '『' => '』',
        '《' => '》',
        _ => return None,
    })
}

fn add(text: &str, whole: Marked, found: &mut Vec<Marked>) {
    if whole.is_title {
        if (2..=MAX_TITLE).contains(&whole.span.of(text).chars().count()) {
            found.push(whole);
        }
        return;
    }
    let mut start = whole.span.start;
    for part in whole.span.of(text).split(['、', '，', ',']) {
        let span = Span::new(start, start + part.len());
        start += part.len() + text[span.end..].chars().next().map_or(0, char::len_utf8);
        let is_plain = part.chars().all(|c| is_of_phrase(c) || matches!(c, '+' | '·' | '-' | '—'));
        let has_han = part.chars().any(is_han) || part.contains('+');
        if is_plain && has_han && (2..=MAX_QUOTED).contains(&part.chars().count()) {
            found.push(Marked { span, ..whole });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotations_and_titles_are_found_without_their_marks() {
        for (text, want) in [
            ("坚持“一窗受理”。", vec!["一窗受理"]),
            ("“勇立潮头、狠抓落实”大会", vec!["勇立潮头", "狠抓落实"]),
            ("印发《关于甲的意见》。", vec!["关于甲的意见"]),
            ("他说：“我们要‘三年倍增’，一定能行。”", vec!["三年倍增"]),
            ("「雙招」與『雙引』", vec!["雙招", "雙引"]),
            ("“8+8”机制", vec!["8+8"]),
            ("“追”和“赶”", vec![]),
            ("“不知何时才是个头啊真的不知道呢”", vec![]),
            ("没有“合上\n一窗”", vec![]),
            ("”反了“", vec![]),
        ] {
            let found: Vec<&str> = marked(text).iter().map(|marked| marked.span.of(text)).collect();
            assert_eq!(found, want, "{text}");
        }
    }
}
