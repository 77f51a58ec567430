//! The text of PDF pages: pieces that stand somewhere on a page become lines, and lines that were broken at the margin
//! become paragraphs again.
//!
//! What repeats at the head or foot of most pages, and the numbers of pages, stays in the text as `<!-- page: … -->`,
//! which cleaning sets aside where it can be seen. Radicals that stand for characters are these characters.

use crate::open::{Opened, Part};
use crate::radicals::without_radicals;
use crate::refusal::Why;
use serde::Deserialize;
use std::collections::BTreeMap;

/// A page with what stands on it, in the order in which the file draws it.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
pub struct Page {
    /// Height of the page.
    pub height: f64,
    /// Pieces of text.
    pub items: Vec<Item>,
}

/// A piece of text on a page.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
pub struct Item {
    /// The text.
    pub text: String,
    /// Left end.
    pub x: f64,
    /// Base line, from the top.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Size of the font.
    pub size: f64,
}

/// A line on a page.
#[derive(Debug, Clone, PartialEq)]
struct Line {
    text: String,
    start: f64,
    end: f64,
    y: f64,
    size: f64,
    page: usize,
    /// Head, foot or number of the page.
    is_furniture: bool,
}

/// Heads and feet stand within this share of a page's height from its top or bottom.
const ZONE: f64 = 0.12;
/// Of a page so many lines say where its columns stand.
const MAX_LINES: usize = 1_000;
/// A head repeats on so many pages, at the least.
const MIN_REPEATS: usize = 3;

/// The text of a document's pages.
pub fn paragraphs(name: &str, pages: &[Page]) -> Opened {
    let mut opened = Opened::default();
    let mut lines: Vec<Line> = Vec::new();
    let mut without_text = Vec::new();
    for (at, page) in pages.iter().enumerate() {
        let found = lines_of(page, at);
        if found.is_empty() {
            without_text.push(at + 1);
        }
        lines.extend(found);
    }
    if lines.is_empty() {
        opened.refuse(name, Why::Scanned);
        return opened;
    }
    if !without_text.is_empty() {
        opened.refuse(name, Why::PagesWithoutText(without_text));
    }
    mark_furniture(&mut lines, pages);
    opened.parts.push(Part::Text { name: name.to_owned(), text: joined(&lines), title: None });
    opened
}

fn lines_of(page: &Page, number: usize) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for item in page.items.iter().filter(|item| !item.text.is_empty() && item.size > 0.0) {
        match lines.last_mut().filter(|line| continues(line, item)) {
            Some(line) => extend(line, item),
            None if item.text.trim().is_empty() => {}
            None => lines.push(Line {
                text: without_radicals(&item.text),
                start: item.x,
                end: item.x + item.width,
                y: item.y,
                size: item.size,
                page: number,
                is_furniture: false,
            }),
        }
    }
    lines.retain(|line| !line.text.trim().is_empty());
    // Files draw in the order of reading, columns too; one that jumps up again and again is put in order by height.
    let n_up = lines.windows(2).filter(|pair| pair[1].y < pair[0].y - pair[0].size).count();
    if n_up > 3 && 5 * n_up > lines.len() {
        lines.sort_by(|a, b| a.y.total_cmp(&b.y).then(a.start.total_cmp(&b.start)));
    }
    lines
}

/// Whether a piece stands on the line, behind its end and not a column away.
fn continues(line: &Line, item: &Item) -> bool {
    let is_level = (item.y - line.y).abs() < 0.5 * line.size.max(item.size);
    let gap = item.x - line.end;
    is_level && gap > -0.5 * line.size && gap < 4.0 * line.size
}

fn extend(line: &mut Line, item: &Item) {
    let gap = item.x - line.end;
    let is_wide = gap > 1.2 * line.size;
    let between_words = gap > 0.15 * line.size && ends_word(&line.text) && begins_word(&item.text);
    if (is_wide || between_words) && !line.text.ends_with(' ') {
        line.text.push(' ');
    }
    line.text.push_str(&without_radicals(&item.text));
    line.end = line.end.max(item.x + item.width);
    line.size = line.size.max(item.size);
}

fn ends_word(text: &str) -> bool {
    text.ends_with(|c: char| c.is_ascii_alphanumeric())
}

fn begins_word(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphanumeric())
}

/// Marks lines at the head or foot of pages that are there on many pages, and the numbers of pages.
fn mark_furniture(lines: &mut [Line], pages: &[Page]) {
    let in_zone = |line: &Line| {
        let height = pages[line.page].height;
        line.y < ZONE * height || line.y > (1.0 - ZONE) * height
    };
    let mut n_repeats: BTreeMap<String, usize> = BTreeMap::new();
    for line in lines.iter().filter(|line| in_zone(line)) {
        *n_repeats.entry(pattern(&line.text)).or_default() += 1;
    }
    let enough = MIN_REPEATS.max(pages.len().div_ceil(3));
    for line in lines.iter_mut().filter(|line| in_zone(line)) {
        let pattern = pattern(&line.text);
        let is_number = pattern.contains('#')
            && pattern.chars().all(|c| c == '#' || "第页共/-—–·.|～~PpagesOof".contains(c));
        line.is_furniture = is_number || n_repeats[&pattern] >= enough;
    }
}

/// The line without its white space, each number as one mark.
fn pattern(text: &str) -> String {
    let mut pattern = String::new();
    for c in text.chars().filter(|c| !c.is_whitespace()) {
        let c = if c.is_ascii_digit() { '#' } else { c };
        if c != '#' || !pattern.ends_with('#') {
            pattern.push(c);
        }
    }
    pattern
}

/// What the lines of a document have in common.
struct Layout {
    /// Beginnings and ends of the lines of each page.
    reaches: BTreeMap<usize, Vec<(f64, f64)>>,
    /// Distance of two lines.
    gap: f64,
}

impl Layout {
    fn of(lines: &[Line]) -> Self {
        let body: Vec<&Line> = lines.iter().filter(|line| !line.is_furniture).collect();
        let mut reaches: BTreeMap<usize, Vec<(f64, f64)>> = BTreeMap::new();
        for line in &body {
            reaches.entry(line.page).or_default().push((line.start, line.end));
        }
        Layout { reaches, gap: usual_gap(&body) }
    }

    /// Left and right edge of the column in which a line stands: from the lines of its page that begin near it.
    fn edges(&self, line: &Line) -> (f64, f64) {
        let near = 6.0 * line.size;
        let lines = self.reaches.get(&line.page).map_or(&[][..], Vec::as_slice);
        let column = lines.iter().take(MAX_LINES).filter(|(start, _)| (start - line.start).abs() < near);
        column.fold((line.start, line.end), |(left, right), (start, end)| (left.min(*start), right.max(*end)))
    }

    fn begins_paragraph(&self, before: &Line, line: &Line) -> bool {
        let size = before.size.max(line.size);
        let (left_before, right) = self.edges(before);
        let (left, _) = self.edges(line);
        let is_full = before.end >= right - 1.6 * size;
        let is_indented = line.start > left + 1.2 * size;
        let was_indented = before.start > left_before + 1.2 * size;
        let is_apart = before.page == line.page && line.y > before.y && line.y - before.y > 1.5 * self.gap;
        let is_of_other_size = (before.size - line.size).abs() > 0.12 * size;
        // A block that is indented as a whole goes on; the first line of a paragraph alone is further in.
        let steps_in = is_indented && (!was_indented || (line.start - before.start).abs() < 0.3 * size);
        !is_full || steps_in || is_apart || is_of_other_size
    }
}

/// Lines to paragraphs, a paragraph a line.
fn joined(lines: &[Line]) -> String {
    let layout = Layout::of(lines);
    let mut text = String::new();
    let mut before: Option<&Line> = None;
    // Heads and feet between two lines of a paragraph stay within it.
    let mut waiting = String::new();
    for line in lines {
        if line.is_furniture {
            waiting.push_str(&format!("<!-- page: {} -->", line.text.trim().replace("--", "—")));
            continue;
        }
        let is_new = before.is_none_or(|before| layout.begins_paragraph(before, line));
        if is_new && before.is_some() {
            text.push('\n');
        } else if ends_word(&text) && begins_word(&line.text) {
            text.push(' ');
        }
        text.push_str(&std::mem::take(&mut waiting));
        text.push_str(line.text.trim());
        before = Some(line);
    }
    text.push_str(&waiting);
    text.push('\n');
    text
}

/// The distance of two lines that is most common.
fn usual_gap(body: &[&Line]) -> f64 {
    let mut gaps: Vec<f64> = body
        .windows(2)
        .filter(|pair| pair[0].page == pair[1].page && pair[1].y > pair[0].y)
        .map(|pair| pair[1].y - pair[0].y)
        .collect();
    gaps.sort_by(f64::total_cmp);
    gaps.get(gaps.len() / 2).copied().unwrap_or(f64::INFINITY)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A line of characters of size 10 that begins so many characters in.
    fn line(text: &str, indent: f64, y: f64) -> Item {
        let width = 10.0 * text.chars().count() as f64;
        Item { text: text.to_owned(), x: 50.0 + 10.0 * indent, y, width, size: 10.0 }
    }

    fn text(pages: &[Page]) -> String {
        match paragraphs("a.pdf", pages).parts.first() {
            Some(Part::Text { text, .. }) => text.clone(),
            _ => String::new(),
        }
    }

    fn page(items: Vec<Item>) -> Page {
        Page { height: 800.0, items }
    }

    #[test]
    fn broken_lines_become_paragraphs_again() {
        let items = vec![
            line("甲市的今年", 3.0, 200.0),
            line("全市今年要抓产业", 2.0, 240.0),
            line("和水利，产业要扩建，", 0.0, 256.0),
            line("水利要修好。", 0.0, 272.0),
            line("明年还要抓教育和", 2.0, 288.0),
            line("卫生。", 0.0, 304.0),
        ];
        let want = "甲市的今年\n全市今年要抓产业和水利，产业要扩建，水利要修好。\n明年还要抓教育和卫生。\n";
        assert_eq!(text(&[page(items)]), want);
    }

    #[test]
    fn heads_feet_and_numbers_are_marked_where_they_stand() {
        let pages: Vec<Page> = (1..=3)
            .map(|number| {
                page(vec![
                    line("甲市年度报告", 0.0, 40.0),
                    line(&format!("第{number}部分的内容很长很"), 0.0, 400.0),
                    line(&format!("- {number} -"), 5.0, 770.0),
                ])
            })
            .collect();
        let want = "<!-- page: 甲市年度报告 -->第1部分的内容很长很\
            <!-- page: - 1 --><!-- page: 甲市年度报告 -->第2部分的内容很长很";
        assert!(
            text(&pages).replace("<!-- page: - 1 - -->", "<!-- page: - 1 -->").starts_with(want),
            "{}",
            text(&pages)
        );
    }

    #[test]
    fn columns_are_read_one_after_the_other() {
        let column = |from: f64, words: [&str; 2]| {
            words
                .into_iter()
                .enumerate()
                .map(move |(n, text)| line(text, from, 200.0 + 16.0 * n as f64))
                .collect::<Vec<_>>()
        };
        let items = [
            column(0.0, ["左栏先读完左栏先读", "再读右栏。"]),
            column(20.0, ["右栏后读完右栏后读", "就完了。"]),
        ]
        .concat();
        assert_eq!(text(&[page(items)]), "左栏先读完左栏先读再读右栏。\n右栏后读完右栏后读就完了。\n");
    }

    #[test]
    fn pages_without_text_are_named() {
        let codes = |pages: &[Page]| {
            paragraphs("a.pdf", pages).refusals.iter().map(|r| r.why.code()).collect::<Vec<_>>()
        };
        assert_eq!(codes(&[page(vec![])]), ["scanned"]);
        assert_eq!(codes(&[page(vec![line("文", 0.0, 400.0)]), page(vec![])]), ["pages-without-text"]);
    }
}
