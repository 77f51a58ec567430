//! Links into pages of the web that mark a place of their text (text fragments, WICG Scroll to Text Fragment).
//!
//! Promise: what is looked for is what the page shows: tags taken out, entities resolved, everything else as it stands,
//! injected readings and Traditional characters too. It begins and ends at marks, since browsers find whole words only.
//! Whether the page still says it is not known here.

use crate::text::{Block, Change, EditKind, Span};

/// A clause is looked for with no more characters than this on either side of the word.
const MAX_CLAUSE: usize = 60;
/// What stands before and after the clause is named with no more characters than this.
const MAX_BESIDE: usize = 30;

const MARKS: &[char] = &[
    '，', '。', '；', '：', '！', '？', '、', '“', '”', '‘', '’', '（', '）', '《', '》', '—', '…', ',', ';',
    ':', '!', '?', '(', ')', '"', '\n', ' ', '\u{3000}',
];

/// A link to the clause around a stretch of a block's cleaned text, with the clauses beside it to tell it from others.
pub(super) fn link(address: &str, original: &str, block: &Block, at: Span) -> String {
    let text = block.text();
    let clause = clause_around(text, at);
    let before = Span::new(clause_before(text, clause.start), clause.start);
    let after = Span::new(clause.end, clause_after(text, clause.end));
    let shown = |span: Span| encoded(shown(original, block, span).trim());
    let [before, clause, after] = [before, clause, after].map(shown);
    let base = address.split(":~:").next().unwrap_or(address);
    let mut link = format!("{base}{}:~:text=", if base.contains('#') { "" } else { "#" });
    if !before.is_empty() {
        link.extend([&before, "-,"]);
    }
    link.push_str(&clause);
    if !after.is_empty() {
        link.extend([",-", &after]);
    }
    link
}

fn clause_around(text: &str, at: Span) -> Span {
    let (start, end) = (back(text, at.start, MAX_CLAUSE), forth(text, at.end, MAX_CLAUSE));
    let start = text[start..at.start].rfind(MARKS).map_or(start, |mark| after_mark(text, start + mark));
    let end = text[at.end..end].find(MARKS).map_or(end, |mark| at.end + mark);
    Span::new(start, end)
}

/// Where the clause before a place begins, its marks taken to it.
fn clause_before(text: &str, at: usize) -> usize {
    let first = back(text, at, MAX_BESIDE);
    let without_marks = text[first..at].trim_end_matches(MARKS);
    without_marks.rfind(MARKS).map_or(first, |mark| after_mark(text, first + mark))
}

/// Where the clause after a place ends, the marks before it taken to it.
fn clause_after(text: &str, at: usize) -> usize {
    let last = forth(text, at, MAX_BESIDE);
    let rest = text[at..last].trim_start_matches(MARKS);
    rest.find(MARKS).map_or(last, |mark| last - rest.len() + mark)
}

/// The offset behind the mark that stands at one.
fn after_mark(text: &str, at: usize) -> usize {
    at + text[at..].chars().next().map_or(0, char::len_utf8)
}

fn back(text: &str, at: usize, n: usize) -> usize {
    text[..at].char_indices().rev().take(n).last().map_or(at, |(first, _)| first)
}

fn forth(text: &str, at: usize, n: usize) -> usize {
    text[at..].char_indices().nth(n).map_or(text.len(), |(next, _)| at + next)
}

/// A stretch of a block as the page shows it.
fn shown(original: &str, block: &Block, span: Span) -> String {
    let mut out = String::new();
    for piece in block.draft.pieces() {
        if piece.clean.is_empty() {
            let is_inside = span.start < piece.clean.start && piece.clean.start <= span.end;
            match piece.change {
                Change::Edit(EditKind::LineBreak) if is_inside => out.push(' '),
                Change::Edit(EditKind::Entity) | Change::Mask(_) => {}
                _ if is_inside => out.push_str(piece.original.of(original)),
                _ => {}
            }
            continue;
        }
        let (start, end) = (span.start.max(piece.clean.start), span.end.min(piece.clean.end));
        if start >= end {
            continue;
        }
        let part = Span::new(start, end);
        match piece.change {
            Change::Edit(EditKind::Entity | EditKind::LineBreak) => out.push_str(part.of(block.text())),
            _ => out.push_str(block.draft.original(part).of(original)),
        }
    }
    out
}

/// Percent-encoded UTF-8; the hyphen too, since it has a meaning there.
fn encoded(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'~') {
            out.push(char::from(byte));
        } else {
            const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
            let digit = |value: u8| char::from(DIGITS[usize::from(value)]);
            out.extend(['%', digit(byte >> 4), digit(byte & 15)]);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::read;

    /// The directive for the first use of a word, decoded.
    fn directive(text: &str, word: &str) -> String {
        let document = read("a.html", text.as_bytes());
        let block =
            document.blocks.iter().find(|block| block.text().contains(word)).expect("the word is there");
        let at = block.text().find(word).unwrap_or_default();
        let link = link("https://example.org/a", &document.original, block, Span::new(at, at + word.len()));
        assert!(link.is_ascii(), "{link}");
        let mut bytes = Vec::new();
        let mut rest = link.strip_prefix("https://example.org/a#:~:text=").expect("the address goes first");
        while let Some(first) = rest.chars().next() {
            let is_encoded = first == '%';
            let byte = u8::from_str_radix(rest.get(1..3).unwrap_or_default(), 16).unwrap_or_default();
            bytes.push(if is_encoded { byte } else { rest.as_bytes()[0] });
            rest = &rest[if is_encoded { 3 } else { 1 }..];
        }
        String::from_utf8(bytes).expect("it was UTF-8")
    }

    #[test]
    fn a_clause_is_looked_for_between_its_neighbours() {
        let text = "甲市抓产业，抓好重点项目，看成效。";
        assert_eq!(directive(text, "项目"), "甲市抓产业，-,抓好重点项目,-，看成效");
        assert_eq!(directive(text, "产业"), "甲市抓产业,-，抓好重点项目");
        assert_eq!(directive(text, "成效"), "抓好重点项目，-,看成效,-。");
        assert_eq!(directive("抓项目", "项目"), "抓项目");
    }

    #[test]
    fn what_is_looked_for_is_what_the_page_shows() {
        let text = "<p>甲市抓<b>重點</b>項目&nbsp;建設。</p>";
        assert_eq!(directive(text, "项目"), "甲市抓重點項目,-建設");
    }

    #[test]
    fn a_text_without_marks_gives_a_short_link() {
        let text = "产业".repeat(5000);
        let document = read("a.txt", text.as_bytes());
        let link =
            link("https://example.org/a#b:~:text=c", &text, &document.blocks[0], Span::new(6000, 6006));
        assert!(link.len() < 2000 && link.starts_with("https://example.org/a#b:~:text=%E"), "{}", link.len());
    }
}
