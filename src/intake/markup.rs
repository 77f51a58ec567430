//! Tags, comments, character references and Markdown's marks, found in the original text.
//!
//! No tree is built: what looks like a tag is set aside where it stands, and tags that begin or end a paragraph
//! separate blocks. What a saved page has around its text is told from it in `page`.

use crate::text::{Change, EditKind, MaskKind, Span};
use std::borrow::Cow;

/// A stretch of the original that is not text as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Markup {
    pub span: Span,
    pub change: Change,
    pub replacement: Cow<'static, str>,
    /// Whether a block ends here.
    pub separates: bool,
}

/// A tag longer than this is taken for text that merely has a `<`.
const MAX_TAG: usize = 4096;
/// A picture may stand in its tag.
const MAX_IMAGE_TAG: usize = 16 << 20;
/// The longest character reference by number.
const MAX_REFERENCE: usize = 12;
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
    ("&lsaquo;", "‹"),
    ("&rsaquo;", "›"),
    ("&copy;", "©"),
    ("&reg;", "®"),
    ("&deg;", "°"),
    ("&permil;", "‰"),
    ("&yen;", "¥"),
    ("&sect;", "§"),
    ("&plusmn;", "±"),
    ("&shy;", ""),
    ("&zwj;", ""),
    ("&zwnj;", ""),
];

/// Elements inside of lines; in XML all others separate.
const INLINE_TAGS: &[&str] = &[
    "a", "abbr", "b", "big", "cite", "code", "em", "font", "i", "img", "ins", "label", "mark", "q", "rp",
    "rt", "ruby", "s", "small", "span", "strong", "sub", "sup", "u",
];

/// Whether the file's name says Markdown, or a document whose headings and lists were written down in its marks.
pub(super) fn is_markdown(file: &str) -> bool {
    let name = file.to_ascii_lowercase();
    [".md", ".markdown", ".docx"].iter().any(|end| name.ends_with(end))
}

/// Finds all markup from byte `from` on, in order and without overlap.
#[inline(never)]
pub(super) fn find(original: &str, from: usize, markdown: bool) -> Vec<Markup> {
    let mut found = Vec::new();
    let is_xml = original[from..].trim_start().starts_with("<?xml") && !original[from..].contains("<html");
    let mut searcher = Searcher::new(original, is_xml);
    let mut at = from;
    while at < original.len() {
        let line_start = at == 0 || original.as_bytes()[at - 1] == b'\n';
        let hit = match original.as_bytes()[at] {
            b'<' => {
                searcher.comment(at).or_else(|| searcher.tag(at)).or_else(|| character_data(original, at))
            }
            b'&' => entity(original, at),
            b']' if is_xml && original[at..].starts_with("]]>") => {
                Some(mask(MaskKind::HtmlTag, at, at + 3, false))
            }
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
    is_xml: bool,
    no_comment_end: bool,
    no_script_end: bool,
    /// Where the next `>` stands, as far as was looked.
    next_close: usize,
}

impl<'a> Searcher<'a> {
    fn new(text: &'a str, is_xml: bool) -> Self {
        Searcher { text, is_xml, no_comment_end: false, no_script_end: false, next_close: 0 }
    }

    /// The first `>` from `at` on; the end of the text if there is none. Asked for places in order.
    fn close_after(&mut self, at: usize) -> usize {
        if self.next_close < at {
            self.next_close = self.text[at..].find('>').map_or(self.text.len(), |length| at + length);
        }
        self.next_close
    }

    #[inline(never)]
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

    #[inline(never)]
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
        let longest = if name == "img" { MAX_IMAGE_TAG } else { MAX_TAG };
        let close = self.close_after(at + 1);
        if close == self.text.len() || close - at > longest {
            return None;
        }
        let mut end = close + 1;
        let kind = if name == "img" { MaskKind::Image } else { MaskKind::HtmlTag };
        if name_start == 0 && (name == "script" || name == "style") {
            end = self.script_end(end, &name).unwrap_or(end);
        }
        if name_start == 0 && (name == "rt" || name == "rp") {
            return Some(mask(MaskKind::RubyReading, at, self.reading_end(end, &name), false));
        }
        let separates = BLOCK_TAGS.contains(&name.as_str());
        let is_unknown = self.is_xml && !INLINE_TAGS.contains(&name.as_str());
        Some(mask(kind, at, end, separates || is_unknown))
    }

    /// The end of what an element above a character holds, with its tag.
    #[inline(never)]
    fn reading_end(&self, from: usize, name: &str) -> usize {
        let Some(length) = self.text[from..].find('<').filter(|length| *length < MAX_LINK) else {
            return from;
        };
        let tag = &self.text[from + length..];
        let is_own = tag.strip_prefix("</").is_some_and(|rest| rest.starts_with(name));
        let close = tag.find('>').filter(|_| is_own).map_or(0, |close| close + 1);
        from + length + close
    }

    #[inline(never)]
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
    let replacement = Cow::Borrowed("");
    Markup { span: Span::new(start, end), change: Change::Mask(kind), replacement, separates }
}

#[inline(never)]
fn character_data(text: &str, at: usize) -> Option<Markup> {
    const OPENS: &str = "<![CDATA[";
    text[at..].starts_with(OPENS).then(|| mask(MaskKind::HtmlTag, at, at + OPENS.len(), false))
}

#[inline(never)]
fn entity(text: &str, at: usize) -> Option<Markup> {
    let edit = |length: usize, replacement| {
        let span = Span::new(at, at + length);
        Markup { span, change: Change::Edit(EditKind::Entity), replacement, separates: false }
    };
    if let Some((name, replacement)) = ENTITIES.iter().find(|(name, _)| text[at..].starts_with(name)) {
        return Some(edit(name.len(), Cow::Borrowed(*replacement)));
    }
    let bytes = text.as_bytes()[at..].strip_prefix(b"&#")?;
    let length = bytes.iter().take(MAX_REFERENCE).position(|byte| *byte == b';')?;
    let digits = std::str::from_utf8(&bytes[..length]).ok()?;
    let code = match digits.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16),
        None => digits.parse(),
    };
    let c = code.ok().and_then(char::from_u32).filter(|c| !c.is_control() || c.is_whitespace())?;
    let c = if c == '\u{a0}' { ' ' } else { c };
    Some(edit(length + 3, Cow::Owned(c.to_string())))
}

/// Marks of Markdown that a text can do without: headings, quotes, list bullets, emphasis, images, links.
#[inline(never)]
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
            out.push_str(&markup.replacement);
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
            ("&#20013;&#x6587;&#160;&#0;&#x110000;&#;", "中文 &#0;&#x110000;&#;"),
            ("<ruby>落<rp>(</rp><rt>luò</rt><rp>)</rp>实<rt>shí</ruby>处", "落实处"),
            ("<?xml version='1.0'?><x:t><![CDATA[甲]]></x:t><b>乙</b>", "||甲|乙"),
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
