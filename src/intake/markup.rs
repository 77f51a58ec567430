//! Tags, comments, character references and Markdown's marks, found in the original text.
//!
//! No tree is built: what looks like a tag is set aside where it stands, and tags that begin or end a paragraph
//! separate blocks. A saved page's furniture is not told from its text yet.

use crate::text::{Change, EditKind, MaskKind, Span};

/// A stretch of the original that is not text as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Markup {
    pub span: Span,
    pub change: Change,
    pub replacement: &'static str,
    /// Whether a block ends here.
    pub separates: bool,
}

/// A tag longer than this is taken for text that merely has a `<`.
const MAX_TAG: usize = 4096;
/// A link or image of Markdown, its address included, is no longer than this.
const MAX_LINK: usize = 1000;

const BLOCK_TAGS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "br",
    "center",
    "dd",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hr",
    "html",
    "li",
    "main",
    "nav",
    "ol",
    "option",
    "p",
    "pre",
    "section",
    "select",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "title",
    "tr",
    "ul",
];

const ENTITIES: &[(&str, &str)] = &[
    ("&nbsp;", " "),
    ("&ensp;", " "),
    ("&emsp;", " "),
    ("&thinsp;", " "),
    ("&amp;", "&"),
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&quot;", "\""),
    ("&apos;", "'"),
    ("&#39;", "'"),
    ("&#34;", "\""),
    ("&#160;", " "),
    ("&#38;", "&"),
    ("&ldquo;", "“"),
    ("&rdquo;", "”"),
    ("&lsquo;", "‘"),
    ("&rsquo;", "’"),
    ("&mdash;", "—"),
    ("&ndash;", "–"),
    ("&hellip;", "…"),
    ("&middot;", "·"),
    ("&bull;", "•"),
    ("&times;", "×"),
    ("&laquo;", "«"),
    ("&raquo;", "»"),
];

/// Whether the file's name says Markdown, or a document whose headings and lists were written down in its marks.
pub(super) fn is_markdown(file: &str) -> bool {
    let name = file.to_ascii_lowercase();
    [".md", ".markdown", ".docx"].iter().any(|end| name.ends_with(end))
}

/// Finds all markup from byte `from` on, in order and without overlap.
pub(super) fn find(original: &str, from: usize, markdown: bool) -> Vec<Markup> {
    let mut found = Vec::new();
    let mut searcher = Searcher { text: original, no_comment_end: false, no_script_end: false };
    let mut at = from;
    while at < original.len() {
        let line_start = at == 0 || original.as_bytes()[at - 1] == b'\n';
        let hit = match original.as_bytes()[at] {
            b'<' => searcher.comment(at).or_else(|| searcher.tag(at)),
            b'&' => entity(original, at),
            _ if !markdown => None,
            b'#' | b'>' | b'-' | b'*' | b'!' | b'_' | b'+' | b'[' | b']' => {
                markdown_mark(original, at, line_start)
            }
            _ => None,
        };
        match hit {
            Some(markup) => {
                at = markup.span.end;
                found.push(markup);
            }
            None => at += 1,
        }
    }
    found
}

/// Remembers that an end was looked for in vain, so that a thousand unclosed comments cost one search.
struct Searcher<'a> {
    text: &'a str,
    no_comment_end: bool,
    no_script_end: bool,
}

impl Searcher<'_> {
    fn comment(&mut self, at: usize) -> Option<Markup> {
        if self.no_comment_end || !self.text[at..].starts_with("<!--") {
            return None;
        }
        let Some(length) = self.text[at..].find("-->") else {
            self.no_comment_end = true;
            return None;
        };
        let is_of_page = self.text[at..].starts_with("<!-- page: ");
        let kind = if is_of_page { MaskKind::PageFurniture } else { MaskKind::HtmlComment };
        Some(mask(kind, at, at + length + 3, false))
    }

    fn tag(&mut self, at: usize) -> Option<Markup> {
        let rest = &self.text.as_bytes()[at + 1..];
        let name_start = usize::from(matches!(rest.first(), Some(b'/' | b'!' | b'?')));
        let name_end = rest[name_start..]
            .iter()
            .position(|b| !b.is_ascii_alphanumeric())
            .map_or(rest.len(), |n| name_start + n);
        let name = self.text[at + 1 + name_start..at + 1 + name_end].to_ascii_lowercase();
        let after = rest.get(name_end)?;
        if !name.starts_with(|c: char| c.is_ascii_alphabetic())
            || !matches!(after, b' ' | b'/' | b'>' | b'\t' | b'\r' | b'\n' | b':')
        {
            return None;
        }
        let close = rest.iter().take(MAX_TAG).position(|b| *b == b'>')?;
        let mut end = at + 1 + close + 1;
        let kind = if name == "img" { MaskKind::Image } else { MaskKind::HtmlTag };
        if name_start == 0 && (name == "script" || name == "style") {
            end = self.script_end(end, &name).unwrap_or(end);
        }
        Some(mask(kind, at, end, BLOCK_TAGS.contains(&name.as_str())))
    }

    fn script_end(&mut self, from: usize, name: &str) -> Option<usize> {
        if self.no_script_end {
            return None;
        }
        let close = format!("</{name}");
        let found = self.text[from..].match_indices('<').map(|(n, _)| from + n).find(|n| {
            self.text.as_bytes()[*n..]
                .get(..close.len())
                .is_some_and(|b| b.eq_ignore_ascii_case(close.as_bytes()))
        });
        match found {
            Some(start) => self.text[start..].find('>').map(|n| start + n + 1),
            None => {
                self.no_script_end = true;
                None
            }
        }
    }
}

fn mask(kind: MaskKind, start: usize, end: usize, separates: bool) -> Markup {
    Markup { span: Span::new(start, end), change: Change::Mask(kind), replacement: "", separates }
}

fn entity(text: &str, at: usize) -> Option<Markup> {
    let (name, replacement) = ENTITIES.iter().find(|(name, _)| text[at..].starts_with(name))?;
    let span = Span::new(at, at + name.len());
    Some(Markup { span, change: Change::Edit(EditKind::Entity), replacement, separates: false })
}

/// Marks of Markdown that a text can do without: headings, quotes, list bullets, emphasis, images, links.
fn markdown_mark(text: &str, at: usize, line_start: bool) -> Option<Markup> {
    let rest = &text[at..];
    if line_start {
        let n_hashes = rest.bytes().take_while(|b| *b == b'#').count();
        let bullet = ["- ", "* ", "+ ", "> "].iter().any(|mark| rest.starts_with(mark));
        if (1..=6).contains(&n_hashes) && rest.as_bytes().get(n_hashes) == Some(&b' ') {
            return Some(mask(MaskKind::Markdown, at, at + n_hashes + 1, false));
        }
        if bullet {
            return Some(mask(MaskKind::Markdown, at, at + 2, false));
        }
    }
    // A link longer than this is no link; looking further would cost a long line many times over.
    let reach = rest.floor_char_boundary(rest.len().min(MAX_LINK));
    let line = rest[..reach].lines().next().unwrap_or_default();
    if let Some(after) = line.strip_prefix("![") {
        let (label, target) = after.split_once("](")?;
        let end = at + 2 + label.len() + 2 + target.find(')')? + 1;
        return Some(mask(MaskKind::Image, at, end, false));
    }
    if line.starts_with('[') && line.contains("](") {
        return Some(mask(MaskKind::Markdown, at, at + 1, false));
    }
    if let Some(target) = line.strip_prefix("](") {
        return Some(mask(MaskKind::Markdown, at, at + 2 + target.find(')')? + 1, false));
    }
    let emphasis = ["**", "__", "*"].iter().find(|mark| line.starts_with(**mark))?;
    Some(mask(MaskKind::Markdown, at, at + emphasis.len(), false))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text with all markup done away with, separators shown as `|`.
    fn cleaned(text: &str, markdown: bool) -> String {
        let mut out = String::new();
        let mut at = 0;
        for markup in find(text, 0, markdown) {
            out.push_str(&text[at..markup.span.start]);
            out.push_str(markup.replacement);
            out.push_str(if markup.separates { "|" } else { "" });
            at = markup.span.end;
        }
        out + &text[at..]
    }

    #[test]
    fn tags_comments_and_references_are_found() {
        for (text, want) in [
            ("<p>抓<b>落实</b>。</p>", "|抓落实。|"),
            ("甲<!-- more\n -->乙", "甲乙"),
            ("<img\nsrc='a.jpg' />文", "文"),
            ("<script>if (a<b) { }</SCRIPT>文", "文"),
            ("甲&nbsp;&amp;乙&unknown;", "甲 &乙&unknown;"),
            ("a<b, 3 < 5, <3, x<y>z", "a<b, 3 < 5, <3, xz"),
            ("<!-- 未完 <!-- 未完", "<!-- 未完 <!-- 未完"),
        ] {
            assert_eq!(cleaned(text, false), want, "{text}");
        }
    }

    #[test]
    fn markdown_marks_are_found_in_markdown_only() {
        let text = "# 标题\n- **一** [链接](http://a.b) ![图](c.png)文\n> 引";
        assert_eq!(cleaned(text, true), "标题\n一 链接 文\n引");
        assert_eq!(cleaned(text, false), text);
    }
}
