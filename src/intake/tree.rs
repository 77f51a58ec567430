//! The elements of a page as a flat list, each with what it holds.

use super::markup::Markup;
use crate::text::{Span, is_han};

/// An end tag closes an element that was opened at most so many open elements before; others are passed over.
const MAX_OPEN: usize = 64;
/// Elements that are looked at; the others belong to the line in which they stand.
const ELEMENTS: &[&str] = &[
    "html",
    "head",
    "body",
    "address",
    "article",
    "aside",
    "blockquote",
    "center",
    "dd",
    "div",
    "dl",
    "dt",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "section",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
    "button",
    "select",
    "textarea",
    "noscript",
    "svg",
    "iframe",
    "template",
];

/// The elements of a page, each after the one that holds it.
pub(super) struct Tree {
    pub elements: Vec<Element>,
}

/// An element with what it holds.
pub(super) struct Element {
    pub name: String,
    /// Class and id, in lower case.
    pub names: String,
    pub parent: Option<usize>,
    /// With its tags, and without them.
    pub span: Span,
    pub inner: Span,
    /// Letters and ideographs, those in links, and marks that end or divide sentences: of the element's own lines …
    pub n_own: usize,
    pub n_own_links: usize,
    pub n_own_marks: usize,
    /// … and of all that it holds.
    pub n_text: usize,
    pub n_links: usize,
    pub n_marks: usize,
    /// Number of links.
    pub n_anchors: usize,
}

impl Element {
    /// Share of the text that stands in links.
    pub fn link_density(&self) -> f64 {
        self.n_links as f64 / self.n_text.max(1) as f64
    }
}

impl Tree {
    /// The elements of a whole page; nothing for a fragment.
    pub fn of_page(original: &str, markup: &[Markup]) -> Option<Tree> {
        let is_page = |item: &Markup| {
            Tag::of(item.span.of(original)).is_some_and(|tag| tag.is("body") || tag.is("html"))
        };
        if !markup.iter().any(is_page) {
            return None;
        }
        let mut builder = Builder { elements: Vec::new(), open: Vec::new(), n_anchors_open: 0 };
        let mut at = markup.first()?.span.start;
        for item in markup {
            builder.text(Span::new(at, item.span.start).of(original));
            at = item.span.end;
            if let Some(tag) = Tag::of(item.span.of(original)) {
                builder.tag(&tag, item.span);
            }
        }
        builder.text(&original[at..]);
        Some(builder.finish(original.len()))
    }
}

/// A tag as it stands.
pub(super) struct Tag<'a> {
    pub name: &'a str,
    pub is_end: bool,
    pub attributes: &'a str,
}

impl<'a> Tag<'a> {
    /// The tag with which a stretch of markup begins.
    pub fn of(markup: &'a str) -> Option<Tag<'a>> {
        let inner = markup.strip_prefix('<')?;
        let (is_end, inner) = inner.strip_prefix('/').map_or((false, inner), |inner| (true, inner));
        let length = inner.bytes().take_while(u8::is_ascii_alphanumeric).count();
        let rest = &inner[length..];
        let attributes = &rest[..rest.find('>').unwrap_or(rest.len())];
        (length > 0).then(|| Tag { name: &inner[..length], is_end, attributes })
    }

    /// Whether it has this name, written in lower case.
    pub fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    /// The value of an attribute, its name written in lower case.
    pub fn attribute(&self, name: &str) -> Option<&'a str> {
        let lower = self.attributes.to_ascii_lowercase();
        let found = lower.match_indices(name).find(|(at, _)| {
            let is_begun = lower[..*at].ends_with(|c: char| c.is_whitespace() || matches!(c, '"' | '\''));
            is_begun && lower[at + name.len()..].trim_start().starts_with('=')
        });
        let value = self.attributes[found?.0 + name.len()..].trim_start().strip_prefix('=')?.trim_start();
        match value.chars().next()? {
            quote @ ('"' | '\'') => value[1..].split(quote).next(),
            _ => value.split(|c: char| c.is_whitespace() || c == '/').next(),
        }
    }
}

struct Builder {
    elements: Vec<Element>,
    /// Indices of elements that are not closed yet.
    open: Vec<usize>,
    n_anchors_open: usize,
}

impl Builder {
    fn text(&mut self, text: &str) {
        let Some(element) = self.open.last().map(|index| &mut self.elements[*index]) else { return };
        let n = text.chars().filter(|c| is_han(*c) || c.is_alphanumeric()).count();
        let n_marks = text.matches(['，', '。', '；', '！', '？']).count() + text.matches(", ").count();
        element.n_own += n;
        element.n_own_marks += n_marks;
        if self.n_anchors_open > 0 {
            element.n_own_links += n;
        }
    }

    fn tag(&mut self, tag: &Tag, span: Span) {
        if tag.is("a") {
            self.n_anchors_open = usize::from(!tag.is_end);
            if let (false, Some(index)) = (tag.is_end, self.open.last()) {
                self.elements[*index].n_anchors += 1;
            }
            return;
        }
        let Some(name) = ELEMENTS.iter().find(|name| tag.is(name)) else { return };
        if tag.is_end { self.close(name, span) } else { self.open(name, tag, span) }
    }

    fn open(&mut self, name: &str, tag: &Tag, span: Span) {
        let closes_itself = |open: &str| {
            open == "p"
                || (open == name && matches!(name, "li" | "td" | "th" | "tr" | "dt" | "dd"))
                || (open == "head" && name == "body")
        };
        if let Some(last) = self.open.last().copied().filter(|last| closes_itself(&self.elements[*last].name))
        {
            self.end(last, span.start, span.start);
            self.open.pop();
        }
        let names =
            [tag.attribute("class"), tag.attribute("id")].into_iter().flatten().collect::<Vec<_>>().join(" ");
        self.elements.push(Element {
            name: name.to_owned(),
            names: names.to_ascii_lowercase(),
            parent: self.open.last().copied(),
            span,
            inner: Span::new(span.end, span.end),
            n_own: 0,
            n_own_links: 0,
            n_own_marks: 0,
            n_text: 0,
            n_links: 0,
            n_marks: 0,
            n_anchors: 0,
        });
        if !tag.attributes.ends_with('/') {
            self.open.push(self.elements.len() - 1);
        }
    }

    fn close(&mut self, name: &str, span: Span) {
        self.n_anchors_open = 0;
        let depth =
            self.open.iter().rev().take(MAX_OPEN).position(|index| self.elements[*index].name == name);
        let Some(depth) = depth else { return };
        for nth in 0..=depth {
            if let Some(index) = self.open.pop() {
                let end = if nth == depth { span.end } else { span.start };
                self.end(index, span.start, end);
            }
        }
    }

    fn end(&mut self, index: usize, inner_end: usize, end: usize) {
        let element = &mut self.elements[index];
        element.inner = Span::new(element.inner.start, inner_end.max(element.inner.start));
        element.span = Span::new(element.span.start, end.max(element.span.end));
    }

    fn finish(mut self, length: usize) -> Tree {
        while let Some(index) = self.open.pop() {
            self.end(index, length, length);
        }
        for index in (0..self.elements.len()).rev() {
            let element = &mut self.elements[index];
            element.n_text += element.n_own;
            element.n_links += element.n_own_links;
            element.n_marks += element.n_own_marks;
            let (n_text, n_links, n_marks) = (element.n_text, element.n_links, element.n_marks);
            let n_anchors = element.n_anchors;
            if let Some(parent) = element.parent {
                let parent = &mut self.elements[parent];
                parent.n_text += n_text;
                parent.n_links += n_links;
                parent.n_marks += n_marks;
                parent.n_anchors += n_anchors;
            }
        }
        Tree { elements: self.elements }
    }
}
