//! Lines that were broken at a width and not at the end of a paragraph, put together again.
//!
//! E-mail, text taken from PDF, and typescripts break each line at about the same width. Such a text is known by
//! that: most of its lines are as wide as the widest, and end within a clause. Promise: a text with one
//! paragraph a line is left alone; a heading, an item of a list, a signature and a verse are joined to nothing.
//! Where nothing marks a paragraph, a line that ends with its sentence ends a block.

use super::{boilerplate, roles};
use crate::order::Order;
use crate::text::{Block, EditKind, Role, is_han};

/// Fewer full lines than this show no width.
const MIN_FULL: usize = 4;
/// Width in columns (an ideograph has two) below which lines are verse, tables or menus.
const MIN_WIDTH: usize = 28;
/// Width above which nobody breaks lines.
const MAX_WIDTH: usize = 200;
/// A full line may be narrower than the widest by so much, since marks and words are kept together …
const SLACK: usize = 5;
/// … and some lines wider, since a mark may hang over.
const HANGING: usize = 2;

/// Joins the lines of broken paragraphs.
#[inline(never)]
pub(super) fn join(original: &str, blocks: &mut Vec<Block>) {
    // Hardly any text is broken; most show it by the length of their paragraphs.
    let n_long = blocks.iter().filter(|block| is_long(block.text())).count();
    if n_long > blocks.len() / 20 {
        return;
    }
    let lines: Vec<Line> = blocks.iter().map(|block| Line::new(original, block)).collect();
    let Some(layout) = Layout::of(original, blocks, &lines) else { return };
    let mut joined: Vec<Block> = Vec::with_capacity(blocks.len());
    for (index, block) in std::mem::take(blocks).into_iter().enumerate() {
        let goes_on = index > 0
            && joined.last().is_some_and(|last| {
                last.role == block.role
                    && goes_on(original, &layout, (last, &lines[index - 1]), (&block, &lines[index]))
            });
        match joined.last_mut().filter(|_| goes_on) {
            Some(last) => {
                let between = between(last.text(), block.text());
                last.draft.join(&block.draft, EditKind::LineBreak, between);
            }
            None => joined.push(block),
        }
    }
    *blocks = joined;
}

/// What a line of the original looks like.
struct Line {
    /// Columns before its first character.
    indent: usize,
    /// Columns up to its last character.
    width: usize,
    ends_sentence: bool,
    /// It ends with no mark at all, as a verse or an item rarely does.
    ends_inside: bool,
    has_inner_marks: bool,
}

impl Line {
    fn new(original: &str, block: &Block) -> Line {
        let text = block.text();
        let before = &original[..block.span().start];
        let blank: usize =
            before.chars().rev().take_while(|c| c.is_whitespace() && !ends_line(*c)).map(columns).sum();
        let inner = text.char_indices().rev().nth(1).map_or("", |(at, _)| &text[..at]);
        Line {
            indent: blank,
            width: blank + width_of(text),
            ends_sentence: ends_sentence(text),
            ends_inside: text.ends_with(char::is_alphanumeric),
            has_inner_marks: inner.contains(['，', ',', '。', '、', '；', ';', '：']),
        }
    }
}

/// How a text is broken.
struct Layout {
    width: usize,
    /// Line breaks between the lines of a paragraph.
    n_breaks: usize,
    /// Columns by which a paragraph's first line is set in, if paragraphs are marked so.
    indent: Option<usize>,
    /// More line breaks than usual stand between paragraphs.
    has_gaps: bool,
}

impl Layout {
    /// The layout of a text that is broken at a width; none for any other.
    fn of(original: &str, blocks: &[Block], lines: &[Line]) -> Option<Layout> {
        let width = width(lines)?;
        let is_full = |line: &Line| is_full(line, width);
        let full: Vec<&Line> = lines.iter().filter(|line| is_full(line)).collect();
        let n_inside = full.iter().filter(|line| line.ends_inside).count();
        let n_prose = full.iter().filter(|line| line.has_inner_marks).count();
        if n_inside * 3 < full.len() || n_inside < MIN_FULL - 1 || n_prose * 2 < full.len() {
            return None;
        }
        let mut gaps: Vec<usize> = Vec::new();
        let mut others: Vec<usize> = Vec::new();
        for (index, pair) in lines.windows(2).enumerate() {
            let n_breaks = n_breaks(gap(original, &blocks[index], &blocks[index + 1]));
            if is_full(&pair[0]) && !pair[0].ends_sentence {
                gaps.push(n_breaks)
            } else {
                others.push(n_breaks)
            }
        }
        gaps.order();
        let n_breaks = *gaps.get(gaps.len() / 2)?;
        let has_gaps = others.iter().any(|n| *n > n_breaks);
        Some(Layout { width, n_breaks, indent: indent(lines), has_gaps })
    }
}

/// The width at which most lines end, if there is one and hardly any line is wider.
fn width(lines: &[Line]) -> Option<usize> {
    let mut widths: Vec<usize> = lines.iter().map(|line| line.width).collect();
    widths.order();
    // Addresses and tables may be wider than the text; a paragraph that was not broken is.
    let n_wider = lines.len() / 20;
    let widest = *widths.get(widths.len().checked_sub(1 + n_wider)?)?;
    if !(MIN_WIDTH..=MAX_WIDTH).contains(&widest) {
        return None;
    }
    let width = most_common(&widths, widest)?;
    let n_full = lines.iter().filter(|line| is_full(line, width)).count();
    let n_over = lines.iter().filter(|line| line.width > width + HANGING).count();
    (n_full >= MIN_FULL && n_full * 5 >= lines.len() * 2 && n_over <= n_wider).then_some(width)
}

/// Of the widths near the widest the one that the most lines have.
fn most_common(widths: &[usize], widest: usize) -> Option<usize> {
    let near = widest.saturating_sub(SLACK)..=widest;
    let count = |width: &usize| widths.iter().filter(|other| *other == width).count();
    let common = near.max_by_key(|width| (count(width), *width))?;
    // A mark that hangs over makes a line wider than usual, not all lines narrower.
    Some(common.max(widest.saturating_sub(HANGING)))
}

fn is_full(line: &Line, width: usize) -> bool {
    line.width + SLACK >= width && line.width <= width + HANGING
}

/// The least indent of first lines, if only some lines are set in.
fn indent(lines: &[Line]) -> Option<usize> {
    let least = lines.iter().map(|line| line.indent).min()?;
    let first = lines.iter().filter(|line| line.indent >= least + 2);
    let (n_first, indent) = first.fold((0, usize::MAX), |(n, indent), line| (n + 1, indent.min(line.indent)));
    (n_first >= 2 && n_first * 3 <= lines.len() * 2).then_some(indent)
}

fn goes_on(
    original: &str,
    layout: &Layout,
    (last, line): (&Block, &Line),
    (next, next_line): (&Block, &Line),
) -> bool {
    let gap = &original[last.span().end..next.span().start];
    if gap.chars().any(|c| !c.is_whitespace()) || n_breaks(gap) > layout.n_breaks {
        return false;
    }
    if last.role != Role::Body || !is_full_before(line, next.text(), layout.width) {
        return false;
    }
    let begins = layout.indent.is_some_and(|indent| next_line.indent >= indent);
    let is_marked = layout.indent.is_some() || layout.has_gaps;
    let is_open = !line.ends_sentence;
    !begins && (is_open || is_marked) && !starts_anew(next.text(), is_open)
}

/// Whether the next word would not have found room on the line.
fn is_full_before(line: &Line, next: &str, width: usize) -> bool {
    let n_latin = next.bytes().take_while(|byte| byte.is_ascii_graphic()).count();
    is_full(line, width) || (n_latin > 0 && line.width + n_latin.min(30) + 1 >= width)
}

/// Whether a line begins an item, a heading, a turn or a line that is no text.
fn starts_anew(text: &str, is_open: bool) -> bool {
    let is_item = is_numbered(text);
    let says_first = [
        "一是",
        "二是",
        "三是",
        "四是",
        "五是",
        "六是",
        "七是",
        "八是",
        "首先",
        "第一，",
        "第二，",
        "第三，",
    ];
    is_item
        || roles::is_question(text)
        || boilerplate::kind_of(text).is_some()
        || (!is_open && says_first.iter().any(|words| text.starts_with(words)))
}

/// `一、`, `（一）`, `1.`, `1、`, `(1)`, `①`, `第一章`, `•`.
pub(super) fn is_numbered(text: &str) -> bool {
    let is_numeral = |c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c);
    let Some(first) = text.chars().next() else { return false };
    if matches!(first, '①'..='⓿' | '•' | '●' | '◆' | '■' | '★' | '·' | '-' | '◎' | '※' | '▲')
    {
        return true;
    }
    let is_bracketed = matches!(first, '(' | '（');
    let rest = if is_bracketed { &text[first.len_utf8()..] } else { text };
    let rest = rest.strip_prefix('第').unwrap_or(rest);
    let after = rest.trim_start_matches(is_numeral);
    let n = rest[..rest.len() - after.len()].chars().count();
    let mut ahead = after.chars();
    let (mark, next) = (ahead.next(), ahead.next());
    (1..=3).contains(&n)
        && match mark {
            Some(')' | '）') => true,
            Some('、' | '．') => !is_bracketed,
            Some('.') => !is_bracketed && !next.is_some_and(|c| c.is_ascii_digit()),
            Some('章' | '节' | '条' | '部') => text.starts_with('第'),
            _ => false,
        }
}

/// A space only where the line break stood between words of letters.
fn between(before: &str, after: &str) -> &'static str {
    let is_word =
        |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, ',' | '.' | ';'));
    let letters = (before.chars().next_back(), after.chars().next());
    if is_word(letters.0) && letters.1.is_some_and(|c| c.is_ascii_alphabetic()) { " " } else { "" }
}

fn gap<'a>(original: &'a str, block: &Block, next: &Block) -> &'a str {
    &original[block.span().end..next.span().start]
}

fn n_breaks(gap: &str) -> usize {
    let n_feeds = gap.matches('\n').count();
    n_feeds.max(gap.matches('\r').count())
}

fn ends_line(c: char) -> bool {
    matches!(c, '\n'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Columns of a text; of a long one, which was not broken, only that there are too many.
fn width_of(text: &str) -> usize {
    if is_long(text) { text.len() } else { text.chars().map(columns).sum() }
}

/// Whether a text is wider than any broken line, by its bytes: a column takes two at most, but for rare signs.
fn is_long(text: &str) -> bool {
    text.len() > 2 * (MAX_WIDTH + SLACK)
}

fn columns(c: char) -> usize {
    if is_han(c)
        || !matches!(c, '\0'..='\u{2e7f}')
        || matches!(c, '“' | '”' | '‘' | '’' | '—' | '…' | '·' | '×')
    {
        2
    } else {
        1
    }
}

fn ends_sentence(text: &str) -> bool {
    let bare = text.trim_end_matches(['”', '"', '’', '」', '』', ')', '）', '】', ']']);
    bare.ends_with(['。', '！', '!', '？', '?', '；', ';', '：', ':', '…'])
}

#[cfg(test)]
mod tests {
    use crate::intake::read;

    const FIRST: &str = "今年以来，全市上下坚持把项目建设作为经济工作的主抓手，围绕主导产业招大引强，推动一批重点项目落地开工，产业链条不断拉长，发展后劲明显增强，主要指标好于预期，企业效益稳步提高，群众收入持续增长。";
    const SECOND: &str = "下一步，要进一步优化营商环境，完善服务机制，落实包保责任，压实各级各部门责任，及时解决企业在用地、用工、融资等方面遇到的困难，确保项目早投产、早见效，为全年目标任务的完成打下坚实基础。";

    /// A text broken after so many characters; marks that may not begin a line hang over.
    fn broken(text: &str, n: usize, indent: &str, separator: &str) -> String {
        let mut lines = vec![indent.to_owned()];
        let mut left = n - indent.chars().map(super::columns).sum::<usize>() / 2;
        for c in text.chars() {
            if left == 0 && !"，。、；".contains(c) {
                lines.push(String::new());
                left = n;
            }
            lines.last_mut().expect("there is a line").push(c);
            left = left.saturating_sub(1);
        }
        lines.join(separator)
    }

    fn blocks(text: &str) -> Vec<String> {
        read("a.txt", text.as_bytes()).blocks.iter().map(|block| block.text().to_owned()).collect()
    }

    #[test]
    fn paragraphs_that_were_broken_at_a_width_are_whole_again() {
        for n in [16, 20, 33, 37] {
            for (indent, separator, between) in [
                ("", "\n", "\n\n"),
                ("\u{3000}\u{3000}", "\n", "\n"),
                ("    ", "\r\n", "\r\n"),
                ("", " \n\n", "\n\n\n"),
            ] {
                let paragraphs = [format!("{FIRST}{SECOND}"), format!("{SECOND}{FIRST}")];
                let text = paragraphs.clone().map(|text| broken(&text, n, indent, separator)).join(between);
                assert_eq!(blocks(&text), paragraphs, "{n} {indent:?} {separator:?}\n{text}");
            }
        }
    }

    #[test]
    fn headings_items_and_signatures_stand_alone() {
        let item = |mark: &str, text: &str| broken(&format!("{mark}{text}"), 20, "", "\n");
        let text = format!(
            "一、总体要求\n{}\n二、主要任务\n{}\n{}\n某某市人民政府\n2019年2月24日",
            item("", FIRST),
            item("（一）", SECOND),
            item("（二）", FIRST)
        );
        assert_eq!(
            blocks(&text),
            [
                "一、总体要求",
                FIRST,
                "二、主要任务",
                &format!("（一）{SECOND}"),
                &format!("（二）{FIRST}"),
                "某某市人民政府"
            ]
        );
    }

    #[test]
    fn a_text_with_one_paragraph_a_line_is_left_alone() {
        let verse = "长风万里送秋雁，对此可以酣高楼，\n蓬莱文章建安骨，中间小谢又清发，\n俱怀逸兴壮思飞，欲上青天揽明月，\n抽刀断水水更流，举杯消愁愁更愁。";
        let list = [
            "推动新旧动能转换重大工程取得突破",
            "推动乡村振兴齐鲁样板建设走在前列",
            "推动海洋强省建设行动方案全面落实",
            "推动重点领域改革攻坚任务落地见效",
            "推动对外开放新高地建设提质又增效",
            "推动保障和改善民生水平再上新台阶",
        ]
        .join("\n");
        for text in [format!("{FIRST}\n{SECOND}\n{FIRST}甲\n{SECOND}乙"), verse.to_owned(), list] {
            let n_lines = text.lines().count();
            let read = read("a.txt", text.as_bytes());
            assert!(read.edits().is_empty(), "{text}");
            assert!(read.blocks.len() + read.masks().len() >= n_lines, "{text}");
        }
    }

    #[test]
    fn words_of_letters_are_joined_with_a_space() {
        let text = format!(
            "{}\n{}",
            broken(FIRST, 20, "", "\n"),
            "推广面向全球的供应链管理平台 supply chain\nmanagement 系统建设，推动一批企业上云用\n数，完善平台功能，拓展应用场景。"
        );
        assert!(blocks(&text)[1].contains("supply chain management 系统"), "{:?}", blocks(&text));
        assert!(blocks(&text)[1].contains("企业上云用数，"));
    }
}
