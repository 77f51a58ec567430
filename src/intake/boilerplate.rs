//! Lines that stand around a text and are not part of it, by the patterns of data/boilerplate.txt and by a few
//! rules that no pattern can say: title and its repeats, datelines, paragraphs that stand twice.
//!
//! Only whole lines and datelines are set aside; a body paragraph that merely holds such a word is too long to match.

use super::facts::{self, Facts};
use super::furniture;
use super::{credits, datelines, lines, roles, wraps};
use crate::order::Order;
use crate::text::{Block, Mask, MaskKind, is_han};
use std::sync::OnceLock;

/// A title is no longer than this many characters.
const MAX_TITLE: usize = 50;
/// Paragraphs of fewer characters may stand twice.
const MIN_REPEAT: usize = 20;
/// A line of fewer characters is hardly a sentence.
const MIN_SENTENCE: usize = 12;
/// The longest line of which a pattern speaks, in characters.
const MAX_LINE: usize = 250;
/// What may follow a repeated title after a mark, in letters: the name of a site.
const MAX_SITE: usize = 12;

/// Takes lines that are not text out of `blocks` and what they tell into `facts`; returns the lines.
#[inline(never)]
pub(super) fn set_aside(
    original: &str,
    blocks: &mut Vec<Block>,
    facts: &mut Facts,
    masks: &mut Vec<Mask>,
) -> Vec<Block> {
    // First, since a line that is not text may stand behind a dateline.
    let dateline_date = datelines::take_all(original, blocks);
    let mut kinds: Vec<Option<MaskKind>> = blocks.iter().map(|block| kind_of(block.text())).collect();
    take_facts(blocks, &kinds, facts);
    facts.date = facts.date.take().or(dateline_date);
    find_title(blocks, &mut kinds, facts);
    mark_title_repeats(blocks, &mut kinds, facts);
    mark_paragraph_repeats(blocks, &mut kinds);
    let mut lines = Vec::new();
    for (block, kind) in std::mem::take(blocks).into_iter().zip(kinds) {
        match kind {
            Some(kind) => {
                masks.push(Mask { kind, span: block.span() });
                lines.push(block);
            }
            None => blocks.push(block),
        }
    }
    lines
}

struct Pattern {
    kind: MaskKind,
    how: How,
    max_characters: usize,
    text: &'static str,
}

enum How {
    Starts,
    Ends,
    Contains,
    Whole,
}

/// The kind of a line that is not text; nothing for one that is.
pub(super) fn kind_of(line: &str) -> Option<MaskKind> {
    let line = line.trim_matches(lines::is_blank);
    // Nothing here speaks of longer lines.
    if line.len() > MAX_LINE * 4 {
        return None;
    }
    let n_characters = line.chars().count();
    let by_pattern = patterns().iter().find(|pattern| {
        n_characters <= pattern.max_characters
            && match pattern.how {
                How::Starts => line.starts_with(pattern.text),
                How::Ends => line.ends_with(pattern.text),
                How::Contains => line.contains(pattern.text),
                How::Whole => line == pattern.text,
            }
    });
    let by_pattern = by_pattern.map(|pattern| pattern.kind);
    if is_prose(line, n_characters) {
        return by_pattern.filter(|kind| has_evidence(*kind, line));
    }
    by_pattern
        .or_else(|| facts::is_date_line(line).then_some(MaskKind::DateLine))
        .or_else(|| furniture::kind_of(line))
        .or_else(|| credits::kind_of(line))
}

/// Whether a line reads as a sentence, so that it takes more than its first words to know it for what it is.
#[inline(never)]
fn is_prose(line: &str, n_characters: usize) -> bool {
    line.ends_with(['。', '！', '？']) && (n_characters >= MIN_SENTENCE || line.contains(['，', ',']))
}

/// Whether a sentence of this kind says what no text says.
#[inline(never)]
fn has_evidence(kind: MaskKind, line: &str) -> bool {
    const RIGHTS: &[&str] =
        &["转载", "本站", "本网", "网站", "作者", "opyright", "©", "ICP", "声明", "稿件", "复制", "公网安备"];
    const REACH: &[&str] =
        &["关注", "下载", "客户端", "爆料", "拨打", "登录", "投稿", "公众号", "长按", "微信", "@"];
    let has_number = || line.split(|c: char| !c.is_ascii_digit() && c != '-').any(|part| part.len() >= 6);
    match kind {
        MaskKind::Copyright => RIGHTS.iter().any(|word| line.contains(word)),
        MaskKind::Contact => has_number() || REACH.iter().any(|word| line.contains(word)),
        MaskKind::Spam => line.contains('|'),
        _ => false,
    }
}

fn patterns() -> &'static [Pattern] {
    static PATTERNS: OnceLock<Vec<Pattern>> = OnceLock::new();
    PATTERNS.get_or_init(|| {
        include_str!(concat!(env!("OUT_DIR"), "/boilerplate.txt")).lines().filter_map(parse_pattern).collect()
    })
}

fn parse_pattern(line: &'static str) -> Option<Pattern> {
    if line.starts_with('#') {
        return None;
    }
    let mut columns = line.split('\t');
    let kind = match columns.next()? {
        "editor-credit" => MaskKind::EditorCredit,
        "byline" => MaskKind::Byline,
        "source-line" => MaskKind::SourceLine,
        "date-line" => MaskKind::DateLine,
        "tag-label" => MaskKind::TagLabel,
        "related-words" => MaskKind::RelatedWords,
        "copyright" => MaskKind::Copyright,
        "contact" => MaskKind::Contact,
        "share" => MaskKind::Share,
        "breadcrumb" => MaskKind::Breadcrumb,
        "title-repeat" => MaskKind::TitleRepeat,
        "spam" => MaskKind::Spam,
        "image" => MaskKind::Image,
        "series-mark" => MaskKind::SeriesMark,
        _ => return None,
    };
    let how = match columns.next()? {
        "starts" => How::Starts,
        "ends" => How::Ends,
        "contains" => How::Contains,
        "whole" => How::Whole,
        _ => return None,
    };
    let max_characters = columns.next()?.parse().ok()?;
    Some(Pattern { kind, how, max_characters, text: columns.next()? })
}

#[inline(never)]
fn take_facts(blocks: &[Block], kinds: &[Option<MaskKind>], facts: &mut Facts) {
    for (block, kind) in blocks.iter().zip(kinds) {
        let line = block.text();
        if matches!(kind, Some(MaskKind::DateLine | MaskKind::SourceLine)) {
            facts.date = facts.date.take().or_else(|| facts::find_date(line));
            let medium = || line.split_whitespace().find(|part| credits::is_medium(part));
            let source = facts::labelled(line, "来源").or_else(medium).map(str::to_owned);
            facts.source = facts.source.take().or(source);
        }
        if *kind == Some(MaskKind::TitleRepeat)
            && let Some(title) = facts::labelled(line, "标题")
                .map(|_| line.split_once([':', '：']).map_or(line, |pair| pair.1))
        {
            facts.title = Some(title.trim().to_owned());
        }
    }
}

/// With no title from the front matter, the first line that is text, if it is short and ends no sentence.
#[inline(never)]
fn find_title(blocks: &[Block], kinds: &mut [Option<MaskKind>], facts: &mut Facts) {
    if facts.title.is_some() {
        return;
    }
    let has_body = blocks.iter().any(|block| ends_sentence(block.text()));
    let first =
        blocks.iter().zip(kinds.iter_mut()).find(|(block, kind)| kind.is_none() && !block.text().is_empty());
    if let Some((block, kind)) = first.filter(|(block, _)| has_body && is_title(block.text())) {
        facts.title = Some(facts::without_site(block.text()).to_owned());
        *kind = Some(MaskKind::Title);
    }
}

fn is_title(line: &str) -> bool {
    let n_han = line.chars().filter(|c| is_han(*c)).count();
    if roles::is_question(line) || wraps::is_numbered(line) {
        return false;
    }
    line.chars().count() <= MAX_TITLE
        && n_han >= 4
        && !ends_sentence(line)
        && !line.ends_with([':', '：', ',', '，'])
}

fn ends_sentence(line: &str) -> bool {
    line.trim_end_matches(['”', '"', '’', '」', '』', ')', '）']).ends_with(['。', '！', '!', '；', ';'])
}

#[inline(never)]
fn mark_title_repeats(blocks: &[Block], kinds: &mut [Option<MaskKind>], facts: &Facts) {
    let Some(title) = &facts.title else { return };
    // With all its marks a repeat is not much longer than the letters of the title.
    let longest = 2 * title.len() + 30;
    let title = letters(title);
    for (block, kind) in blocks.iter().zip(kinds).filter(|(_, kind)| kind.is_none()) {
        let text = block.text();
        if !title.is_empty() && text.len() <= longest && is_repeat(text, &title) {
            *kind = Some(MaskKind::TitleRepeat);
        }
    }
}

/// Whether a line is the title, or the title, a mark and the name of a site.
fn is_repeat(line: &str, title: &str) -> bool {
    let is_title = |text: &str| letters(text) == title;
    let without_site = line.rsplit_once(['_', '-', '|', '–', '—']);
    is_title(line)
        || without_site
            .is_some_and(|(before, site)| is_title(before) && site.trim().chars().count() <= MAX_SITE)
}

/// A paragraph is set aside if one before it is the same, or one after it begins with all of it.
#[inline(never)]
fn mark_paragraph_repeats(blocks: &[Block], kinds: &mut [Option<MaskKind>]) {
    let is_long = |text: &str| text.chars().count() >= MIN_REPEAT;
    let paragraphs = blocks.iter().map(Block::text).enumerate();
    let mut sorted: Vec<(&str, usize)> = paragraphs
        .filter(|(index, text)| kinds[*index].is_none() && is_long(text))
        .map(|(index, text)| (text, index))
        .collect();
    sorted.order();
    // From the last to the first, so that all that begin with a paragraph have been seen before it; of those that
    // begin alike only the one furthest down in the document is kept in mind.
    let mut longer: Vec<(&str, usize)> = Vec::new();
    for same in sorted.chunk_by(|one, next| one.0 == next.0).rev() {
        let [(text, first), repeats @ ..] = same else { continue };
        let mut furthest = *first;
        while let Some((_, index)) = longer.pop_if(|(other, _)| other.starts_with(text)) {
            furthest = furthest.max(index);
        }
        let is_begun_again = furthest > *first;
        longer.push((text, furthest));
        let first = is_begun_again.then_some(*first);
        for index in repeats.iter().map(|(_, index)| *index).chain(first) {
            kinds[index] = Some(MaskKind::ParagraphRepeat);
        }
    }
}

/// Letters, digits and ideographs only: titles are repeated with other punctuation.
#[inline(never)]
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::read;

    fn masked(text: &str) -> (Vec<(MaskKind, String)>, Vec<String>) {
        let document = read("a.txt", text.as_bytes());
        let masks = document.masks().iter().map(|mask| (mask.kind, mask.span.of(text).to_owned())).collect();
        (masks, document.blocks.iter().map(|block| block.text().to_owned()).collect())
    }

    #[test]
    fn the_title_is_a_fact_and_its_repeats_are_set_aside() {
        let text =
            "甲市：全力抓项目\n2019-02-18 编辑: 某某\n甲市 全力抓项目\n今年的任务已经明确，关键是抓落实。";
        let (masks, blocks) = masked(text);
        let kinds: Vec<_> = masks.iter().map(|mask| mask.0).collect();
        assert_eq!(kinds, [MaskKind::Title, MaskKind::DateLine, MaskKind::TitleRepeat]);
        assert_eq!(blocks, ["今年的任务已经明确，关键是抓落实。"]);
    }

    #[test]
    fn a_paragraph_that_stands_twice_is_counted_once() {
        let once = "蓝图要靠干出来，必须心无旁骛干事业、聚精会神抓落实才行。";
        let (masks, blocks) =
            masked(&format!("{once}\n{once}作为队长，我们怎么办？\n后来的一段话也在这里。"));
        assert_eq!(masks, [(MaskKind::ParagraphRepeat, once.to_owned())]);
        assert_eq!(blocks.len(), 2);
    }

    #[test]
    fn behind_a_dateline_may_stand_another_one_or_what_is_no_text() {
        let body = "今年的任务已经明确，关键是抓落实。";
        for head in ["某网甲市3月1日讯 本报3月2日讯 ", "某网甲市3月1日讯 责任编辑：某某\n"]
        {
            assert_eq!(masked(&format!("甲市今年怎么干\n{head}{body}")).1, [body], "{head}");
        }
    }

    #[test]
    fn a_repeat_is_found_however_far_away() {
        let once = "蓝图要靠干出来，必须心无旁骛干事业、聚精会神抓落实才行。";
        let between: Vec<String> = (0..20).map(|n| format!("第{n}段说的是另外一件事情。")).collect();
        let text = format!("{once}\n{}\n{once}\n{once}后面还有一句。\n{once}", between.join("\n"));
        assert_eq!(masked(&text).1.iter().filter(|block| block.starts_with(once)).count(), 1);
    }

    #[test]
    fn the_site_is_no_part_of_a_pages_title() {
        let (masks, blocks) =
            masked("<title>甲市今年怎么干_某站</title><h1>甲市今年怎么干</h1><p>抓落实。</p>");
        assert!(masks.iter().any(|mask| mask.0 == MaskKind::TitleRepeat), "{masks:?}");
        assert_eq!(blocks, ["抓落实。"]);
    }

    #[test]
    fn a_text_of_one_short_line_is_text_and_no_title() {
        assert_eq!(masked("甲市大抓双招双引").1, ["甲市大抓双招双引"]);
    }
}
