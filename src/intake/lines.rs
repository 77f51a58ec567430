//! Blocks: a line, or what stands between tags that separate paragraphs.

use super::markup::Markup;
use crate::text::{Block, Change, Draft, EditKind, Mask, MaskKind, Role, Span};

/// Splits a text into blocks. Markup inside a block is applied to its draft; the rest is returned as masks.
/// Nothing before byte `from` is looked at.
#[inline(never)]
pub(super) fn split(original: &str, from: usize, markup: &[Markup]) -> (Vec<Block>, Vec<Mask>) {
    let mut splitter =
        Splitter { original, blocks: Vec::new(), set_aside: Vec::new(), pending: Vec::new(), visible: None };
    let mut at = from;
    for item in markup {
        splitter.text(Span::new(at, item.span.start));
        splitter.markup(item);
        at = item.span.end;
    }
    splitter.text(Span::new(at, original.len()));
    splitter.close();
    (splitter.blocks, splitter.set_aside)
}

struct Splitter<'a> {
    original: &'a str,
    blocks: Vec<Block>,
    set_aside: Vec<Mask>,
    /// Markup since the block began.
    pending: Vec<Markup>,
    /// From the first to the last character of the block that is not white space.
    visible: Option<Span>,
}

impl Splitter<'_> {
    fn text(&mut self, span: Span) {
        let mut at = span.start;
        for line in span.of(self.original).split_inclusive(ends_line) {
            let trimmed = line.trim_matches(is_blank);
            if !trimmed.is_empty() {
                let start = at + (line.len() - line.trim_start_matches(is_blank).len());
                self.extend(Span::new(start, start + trimmed.len()));
            }
            at += line.len();
            if line.ends_with(ends_line) {
                self.close();
            }
        }
    }

    fn extend(&mut self, span: Span) {
        self.visible = Some(self.visible.map_or(span, |all| Span::new(all.start, span.end)));
    }

    fn markup(&mut self, item: &Markup) {
        if item.separates {
            self.close();
        }
        let is_text = matches!(item.change, Change::Edit(_)) && !item.replacement.trim().is_empty();
        if is_text {
            self.extend(item.span);
        }
        self.pending.push(item.clone());
        if item.separates {
            self.close();
        }
    }

    /// Ends the block: markup inside of it goes to its draft, masks around it stand for themselves.
    fn close(&mut self) {
        let pending = std::mem::take(&mut self.pending);
        let Some(visible) = self.visible.take() else {
            self.set_aside.extend(pending.iter().filter_map(as_mask));
            return;
        };
        let mut draft = Draft::new(self.original, visible);
        let (inside, outside): (Vec<_>, Vec<_>) =
            pending.iter().partition(|item| visible.contains(item.span));
        self.set_aside.extend(outside.iter().filter_map(|item| as_mask(item)));
        let changes: Vec<_> = inside
            .iter()
            .map(|item| {
                let span = Span::new(item.span.start - visible.start, item.span.end - visible.start);
                (span, item.change, &*item.replacement)
            })
            .collect();
        draft.apply(&changes);
        let is_heading = outside.iter().any(|item| is_heading_mark(item.span.of(self.original)));
        let role = if is_heading { Role::Heading } else { Role::Body };
        self.blocks.push(Block { role, ..Block::new(draft) });
    }
}

/// `# ` of Markdown or one of `<h1>` to `<h6>`.
fn is_heading_mark(markup: &str) -> bool {
    let bytes = markup.as_bytes();
    bytes.starts_with(b"#")
        || (bytes.len() > 2 && matches!(bytes[..2], [b'<', b'h' | b'H']) && bytes[2].is_ascii_digit())
}

/// Line breaks, page breaks and the breaks of word processors.
fn ends_line(c: char) -> bool {
    matches!(c, '\n'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// White space, and the invisible characters that stand around lines on pages.
pub(super) fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}' | '\u{3000}')
}

fn as_mask(item: &Markup) -> Option<Mask> {
    match item.change {
        Change::Mask(kind) => Some(Mask { kind, span: item.span }),
        Change::Edit(EditKind::LineBreak) => None,
        // A reference to a space outside of any block: white space, like the line breaks around it.
        Change::Edit(_) => Some(Mask { kind: MaskKind::HtmlTag, span: item.span }),
        Change::None => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::markup;

    #[test]
    fn blocks_are_trimmed_lines_and_know_their_place() {
        let text = "\u{3000}\u{3000}第一段。 \r\n\n<p>第二<b>段</b>&nbsp;</p>第三段";
        let (blocks, _) = split(text, 0, &markup::find(text, 0, false));
        let got: Vec<_> = blocks.iter().map(Block::text).collect();
        assert_eq!(got, ["第一段。", "第二段", "第三段"]);
        assert_eq!(blocks[1].span().of(text), "第二<b>段");
    }

    #[test]
    fn a_heading_is_known_by_its_mark() {
        let text = "# 甲市\n正文";
        let (blocks, _) = split(text, 0, &markup::find(text, 0, true));
        assert_eq!((blocks[0].role, blocks[1].role), (Role::Heading, Role::Body));
    }
}
