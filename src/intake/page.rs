//! What a saved page has around its text: menus, columns, lists of links, comments, forms, the foot.
//!
//! The tags are read into a flat list of elements, without recursion, so that depth costs nothing. As in the family
//! of Readability, text counts for an element and links count against it; the element that has the most is the
//! text, and what lies outside of it is looked at more strictly. Promise: only a whole page is looked at, never a
//! fragment; prose outside the text stays; without a clear text only what says by its tag or name what it is goes.

use super::markup::Markup;
use super::page_facts::{self, PageFacts};
use super::tree::{Element, Tree};
use super::{boilerplate, simplify};
use crate::text::{Change, EditKind, MaskKind, Span};
use std::borrow::Cow;

/// A text has at least so many letters and ideographs …
const MIN_TEXT: usize = 100;
/// … and marks of sentences.
const MIN_MARKS: usize = 3;

/// Names of classes and ids, and what such elements hold.
const NAMES: &[(&str, MaskKind)] = &[
    ("comment", MaskKind::Comments),
    ("pinglun", MaskKind::Comments),
    ("disqus", MaskKind::Comments),
    ("breadcrumb", MaskKind::Breadcrumb),
    ("crumb", MaskKind::Breadcrumb),
    ("share", MaskKind::Share),
    ("cookie", MaskKind::PageForm),
    ("consent", MaskKind::PageForm),
    ("login", MaskKind::PageForm),
    ("search", MaskKind::PageForm),
    ("copyright", MaskKind::PageFooter),
    ("footer", MaskKind::PageFooter),
    ("foot", MaskKind::PageFooter),
    ("bottom", MaskKind::PageFooter),
    ("related", MaskKind::LinkList),
    ("recommend", MaskKind::LinkList),
    ("xiangguan", MaskKind::LinkList),
    ("tuijian", MaskKind::LinkList),
    ("hotnews", MaskKind::LinkList),
    ("rank", MaskKind::LinkList),
    ("friendlink", MaskKind::LinkList),
    ("sidebar", MaskKind::Sidebar),
    ("aside", MaskKind::Sidebar),
    ("side", MaskKind::Sidebar),
    ("navbar", MaskKind::Navigation),
    ("nav", MaskKind::Navigation),
    ("menu", MaskKind::Navigation),
    ("topbar", MaskKind::Navigation),
    ("banner", MaskKind::Furniture),
    ("advert", MaskKind::Furniture),
    ("popup", MaskKind::Furniture),
    ("qrcode", MaskKind::Furniture),
];
/// Names of elements that hold the text.
const TEXT_NAMES: &[&str] =
    &["article", "content", "main", "zoom", "trs_editor", "detail", "text", "body", "news"];

/// The markup of a page with its furniture taken together, and what its head says.
#[inline(never)]
pub(super) fn read(original: &str, markup: Vec<Markup>) -> (Vec<Markup>, PageFacts) {
    let Some(tree) = Tree::of_page(original, &markup) else { return (markup, PageFacts::default()) };
    let facts = page_facts::find(original, &markup);
    let mut spans = furniture(original, &tree, &facts);
    if let Some(title) = facts.title_span {
        spans = around(spans, title);
    }
    let markup = flow(original, markup);
    (merged(markup, spans), facts)
}

/// The spans without the one of the title, which stands for itself.
fn around(spans: Vec<(Span, MaskKind)>, title: Span) -> Vec<(Span, MaskKind)> {
    let mut out = Vec::with_capacity(spans.len() + 2);
    for (span, kind) in spans {
        if span.contains(title) {
            out.push((Span::new(span.start, title.start), kind));
            out.push((title, MaskKind::Title));
            out.push((Span::new(title.end, span.end), kind));
        } else {
            out.push((span, kind));
        }
    }
    out
}

#[inline(never)]
fn furniture(original: &str, tree: &Tree, facts: &PageFacts) -> Vec<(Span, MaskKind)> {
    let main = main_element(tree);
    let prose = prose(tree);
    let mut fates: Vec<Option<MaskKind>> = Vec::with_capacity(tree.elements.len());
    let mut spans: Vec<(Span, MaskKind)> = Vec::new();
    for (index, element) in tree.elements.iter().enumerate() {
        let inherited = element.parent.and_then(|parent| fates[parent]);
        let fate = inherited.or_else(|| fate(original, tree, index, main, prose, facts));
        if let (None, Some(kind)) = (inherited, fate) {
            spans.push((element.span, kind));
        }
        fates.push(fate);
    }
    spans
}

/// From the first to the last line with sentences.
#[inline(never)]
fn prose(tree: &Tree) -> Span {
    let is_prose = |element: &&Element| element.n_own_marks > 1 && element.n_own_links * 2 < element.n_own;
    let (first, last) =
        tree.elements.iter().filter(is_prose).fold((usize::MAX, 0), |(first, last), element| {
            (first.min(element.span.start), last.max(element.span.end))
        });
    Span::new(first.min(last), last)
}

/// The element that holds the text, if one clearly does.
#[inline(never)]
fn main_element(tree: &Tree) -> Option<usize> {
    let mut scores = vec![0.0; tree.elements.len()];
    for (index, element) in tree.elements.iter().enumerate() {
        if element.n_own < 20 || is_hard(&element.name).is_some() {
            continue;
        }
        let links = element.n_own_links as f64 / element.n_own as f64;
        let score =
            (1.0 + element.n_own_marks as f64 + (element.n_own as f64 / 50.0)) * (1.0 - links.min(1.0));
        scores[index] += score;
        if let Some(parent) = element.parent {
            scores[parent] += score;
            if let Some(grandparent) = tree.elements[parent].parent {
                scores[grandparent] += score / 2.0;
            }
        }
    }
    let weighed = |index: &usize| {
        let element = &tree.elements[*index];
        let by_name = match name_of(element) {
            Some(_) => 0.3,
            None if TEXT_NAMES.iter().any(|name| element.names.contains(name)) => 1.2,
            None => 1.0,
        };
        scores[*index] * by_name * (1.0 - element.link_density())
    };
    let best = (0..tree.elements.len()).max_by(|a, b| weighed(a).total_cmp(&weighed(b)).then(b.cmp(a)))?;
    let is_text = |element: &Element| element.n_text >= MIN_TEXT && element.n_marks >= MIN_MARKS;
    is_text(&tree.elements[best]).then(|| widened(tree, best))
}

/// Goes up while the element around holds much more text and hardly more links.
fn widened(tree: &Tree, mut index: usize) -> usize {
    while let Some(parent) = tree.elements[index].parent {
        let (element, around) = (&tree.elements[index], &tree.elements[parent]);
        let is_wide = around.n_marks * 2 > element.n_marks * 3 && around.link_density() < 0.2;
        if !is_wide || matches!(&*around.name, "body" | "html") {
            break;
        }
        index = parent;
    }
    index
}

/// Elements that are never text.
fn is_hard(name: &str) -> Option<MaskKind> {
    match name {
        "head" => Some(MaskKind::HtmlTag),
        "nav" => Some(MaskKind::Navigation),
        "footer" => Some(MaskKind::PageFooter),
        "aside" => Some(MaskKind::Sidebar),
        "form" | "button" | "select" | "textarea" => Some(MaskKind::PageForm),
        "noscript" | "svg" | "iframe" | "template" => Some(MaskKind::HtmlTag),
        _ => None,
    }
}

fn name_of(element: &Element) -> Option<MaskKind> {
    let mut words = element.names.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.find_map(|word| {
        let named =
            NAMES.iter().find(|(name, _)| word == *name || (name.len() > 4 && word.starts_with(name)));
        named.map(|(_, kind)| *kind)
    })
}

#[inline(never)]
fn fate(
    original: &str,
    tree: &Tree,
    index: usize,
    main: Option<usize>,
    prose: Span,
    facts: &PageFacts,
) -> Option<MaskKind> {
    let element = &tree.elements[index];
    let main = main.map(|main| &tree.elements[main]);
    let holds_main = main.is_some_and(|main| element.span.contains(main.span));
    if holds_main || matches!(&*element.name, "html" | "body") {
        return None;
    }
    // Old sites put the whole page into one form.
    let most = tree.elements.first().map_or(0, |root| root.n_text) / 2;
    if let Some(kind) = is_hard(&element.name).filter(|_| element.name == "head" || element.n_text <= most) {
        return Some(kind);
    }
    let is_inside = main.is_some_and(|main| main.span.contains(element.span));
    let is_prose = element.n_marks >= MIN_MARKS && element.link_density() < 0.2;
    let by_name = name_of(element).filter(|kind| {
        let is_sure = matches!(kind, MaskKind::Comments | MaskKind::PageFooter);
        let is_small = main.is_some_and(|main| element.n_text * 2 < main.n_text);
        (is_sure && (!is_inside || is_small)) || !is_prose
    });
    if by_name.is_some() {
        return by_name.filter(|_| element.n_text <= most);
    }
    let is_before = main.is_none_or(|main| element.span.start < main.span.start);
    let of_links = if is_before { MaskKind::Navigation } else { MaskKind::LinkList };
    let n_links = element.n_anchors;
    if element.n_text > 0 && element.link_density() > 0.6 && (n_links > 2 || (main.is_some() && !is_inside)) {
        return Some(of_links);
    }
    let is_leaf = element.n_text > 0 && element.n_text == element.n_own;
    let is_apart = element.span.end <= prose.start || element.span.start >= prose.end;
    let is_stray = main.is_some() && !is_inside && is_leaf && is_apart && element.n_marks == 0;
    (is_stray && !tells(original, element, facts, is_before)).then_some(MaskKind::Furniture)
}

/// Whether a short line outside the text is its title, a date, a source, a credit: what later steps know.
fn tells(original: &str, element: &Element, facts: &PageFacts, is_before: bool) -> bool {
    let text = plain(element.inner.of(original));
    let text = simplify::simplified(text.trim(), true);
    let is_heading = matches!(&*element.name, "h1" | "h2") && is_before;
    let is_title = facts.title.as_deref().is_some_and(|title| {
        let title = simplify::simplified(title, true);
        !text.is_empty() && (title.contains(&text) || text.contains(&title))
    });
    is_heading || is_title || boilerplate::kind_of(&text).is_some()
}

/// A short text without its tags.
fn plain(html: &str) -> String {
    let mut out = String::new();
    let mut is_tag = false;
    for c in html.chars().take(400) {
        match c {
            '<' => is_tag = true,
            '>' => is_tag = false,
            _ if is_tag => {}
            _ => out.push(c),
        }
    }
    out.replace("&nbsp;", " ")
}

/// On a page a line break is white space: where it stands in text, it is taken out.
#[inline(never)]
fn flow(original: &str, markup: Vec<Markup>) -> Vec<Markup> {
    let mut out = Vec::with_capacity(markup.len());
    let mut at = markup.first().map_or(0, |first| first.span.start);
    let mut is_pre = false;
    for item in markup {
        if !is_pre {
            breaks(original, Span::new(at, item.span.start), &mut out);
        }
        at = item.span.end;
        let tag = item.span.of(original).as_bytes();
        let is_pre_tag =
            |name: &[u8]| tag.get(..name.len()).is_some_and(|tag| tag.eq_ignore_ascii_case(name));
        is_pre = (is_pre || is_pre_tag(b"<pre")) && !is_pre_tag(b"</pre");
        out.push(item);
    }
    if !is_pre {
        breaks(original, Span::new(at, original.len()), &mut out);
    }
    out
}

fn breaks(original: &str, span: Span, out: &mut Vec<Markup>) {
    let text = span.of(original);
    if text.trim().is_empty() && !text.is_empty() {
        return out.extend(text.contains('\n').then(|| line_break(span, "")));
    }
    let mut from = 0;
    while let Some(at) = text[from..].find('\n').map(|at| from + at) {
        let (before, after) = (text[..at].trim_end(), text[at..].trim_start());
        let is_latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        let is_between = is_latin(before.chars().next_back()) && is_latin(after.chars().next());
        let end = text.len() - after.len();
        out.push(line_break(
            Span::new(span.start + before.len(), span.start + end),
            if is_between { " " } else { "" },
        ));
        from = end;
    }
}

fn line_break(span: Span, replacement: &'static str) -> Markup {
    let change = Change::Edit(EditKind::LineBreak);
    Markup { span, change, replacement: Cow::Borrowed(replacement), separates: false }
}

/// The markup outside of the spans, and one mask for each of them.
#[inline(never)]
fn merged(markup: Vec<Markup>, spans: Vec<(Span, MaskKind)>) -> Vec<Markup> {
    let mut out = Vec::with_capacity(markup.len());
    let mut spans = spans.into_iter().filter(|(span, _)| !span.is_empty()).peekable();
    let mut end = 0;
    for item in markup {
        while let Some((span, kind)) = spans.next_if(|(span, _)| span.start <= item.span.start) {
            let replacement = Cow::Borrowed("");
            out.push(Markup { span, change: Change::Mask(kind), replacement, separates: true });
            end = span.end;
        }
        if item.span.start >= end {
            out.push(item);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use crate::intake::{Document, read};
    use crate::text::MaskKind;

    const FIRST: &str =
        "全市上下把项目建设作为头等大事，抓招商、抓开工、抓投产，全年新开工项目二百个，完成投资三百亿元。";
    const SECOND: &str =
        "下一步，要持续优化营商环境，做好要素保障，推动重点项目早建成、早见效，为高质量发展提供支撑。";

    fn page(content: &str) -> String {
        format!(
            "<!DOCTYPE html>\n<html><head><meta charset='utf-8'><title>甲市抓项目建设-甲市新闻网</title>\n\
            <meta name=\"ArticleTitle\" content=\"甲市抓项目建设\"><meta name=\"PubDate\" content=\"2019-02-24 07:16\">\
            <meta name='ContentSource' content='甲市日报'><script>var a = '<p>';</script></head>\n<body>\
            <div class='top-nav'><a href='/'>首页</a> <a href='/a'>新闻</a> <a href='/b'>政务</a></div>\n\
            <div class=\"login\">用户名 密码 登录</div>{content}\
            <div class='related'><h3>相关新闻</h3><ul><li><a href='1'>甲市召开会议部署工作</a></li><li><a href='2'>乙市召开会议部署工作</a></li></ul></div>\n\
            <div id='comments'><p>网友甲：说得好，支持，加油！</p></div>\
            <div class='footer'>主办：甲市人民政府 地址：甲市一路1号</div></body></html>"
        )
    }

    fn blocks(document: &Document) -> Vec<&str> {
        document.blocks.iter().map(|block| block.text()).collect()
    }

    #[test]
    fn the_text_of_a_saved_page_is_what_is_left() {
        for content in [
            format!("<div class='article'><h1>甲市抓项目建设</h1><p>{FIRST}</p>\n<p>{SECOND}</p></div>"),
            format!(
                "<table><tr><td><h1>甲市抓项目建设</h1></td></tr><tr><td>{FIRST}<br>{SECOND}</td></tr></table>"
            ),
            format!(
                "<div id=zoom><div>{FIRST}</div><div>{SECOND}</div><div class='share'><a href='x'>微信</a> <a>微博</a></div></div>"
            ),
        ] {
            let document = read("a.html", page(&content).as_bytes());
            assert_eq!(blocks(&document), [FIRST, SECOND], "{content}");
            assert_eq!(document.title.as_deref(), Some("甲市抓项目建设"));
            assert_eq!(document.date.as_deref(), Some("2019-02-24"));
            assert_eq!(document.source.as_deref(), Some("甲市日报"));
            let kinds: Vec<MaskKind> = document.masks().iter().map(|mask| mask.kind).collect();
            for kind in [
                MaskKind::Navigation,
                MaskKind::PageForm,
                MaskKind::LinkList,
                MaskKind::Comments,
                MaskKind::PageFooter,
                MaskKind::Title,
            ] {
                assert!(kinds.contains(&kind), "{kind:?} in {kinds:?}");
            }
        }
    }

    #[test]
    fn sections_and_prose_outside_the_text_stay() {
        let content =
            format!("<div><h2>甲区</h2><p>{FIRST}{FIRST}</p></div><div><h2>乙区</h2><p>{SECOND}</p></div>");
        let document = read("a.html", page(&content).as_bytes());
        assert_eq!(blocks(&document), ["甲区", &format!("{FIRST}{FIRST}"), "乙区", SECOND]);
    }

    #[test]
    fn a_line_break_in_a_page_is_white_space() {
        let broken = FIRST.replacen("建设", "建\n      设", 1);
        let document = read("a.html", page(&format!("<p>{broken}</p><p>{SECOND}</p>")).as_bytes());
        assert_eq!(blocks(&document), [FIRST, SECOND]);
    }

    #[test]
    fn a_fragment_is_not_cut_down() {
        let text = format!(
            "<div class='nav'>甲市</div><p>{FIRST}</p><ul class='related'><li><a href='1'>乙市</a></li></ul>"
        );
        assert_eq!(blocks(&read("a.html", text.as_bytes())), ["甲市", FIRST, "乙市"]);
    }

    #[test]
    fn depth_costs_nothing() {
        let n = 50_000;
        let text =
            format!("<html><body>{}{FIRST}{}</body></html>", "<div><ul><li>".repeat(n), "</p>".repeat(n));
        assert_eq!(blocks(&read("a.html", text.as_bytes())), [FIRST]);
    }
}
