//! Lines that stand around a text and are not part of it, by the patterns of data/boilerplate.txt and by a few
//! rules that no pattern can say: title and its repeats, datelines, paragraphs that stand twice.
//!
//! Only whole lines and datelines are set aside; a body paragraph that merely holds such a word is too long to match.

use super::facts::{self, Facts};
use super::{lines, roles};
use crate::text::{Block, Change, Mask, MaskKind, Span, is_han};
use std::sync::OnceLock;

/// A title is no longer than this many characters.
const MAX_TITLE: usize = 50;
/// Paragraphs of fewer characters may stand twice.
const MIN_REPEAT: usize = 20;

/// Takes lines that are not text out of `blocks` and what they tell into `facts`.
pub(super) fn set_aside(original: &str, blocks: &mut Vec<Block>, facts: &mut Facts, masks: &mut Vec<Mask>) {
    // First, since a line that is not text may stand behind a dateline.
    let dateline_date = take_datelines(original, blocks);
    let mut kinds: Vec<Option<MaskKind>> = blocks.iter().map(|block| kind_of(block.text())).collect();
    take_facts(blocks, &kinds, facts);
    facts.date = facts.date.take().or(dateline_date);
    find_title(blocks, &mut kinds, facts);
    mark_title_repeats(blocks, &mut kinds, facts);
    mark_paragraph_repeats(blocks, &mut kinds);
    let mut kinds = kinds.into_iter();
    blocks.retain(|block| {
        let kind = kinds.next().flatten();
        masks.extend(kind.map(|kind| Mask { kind, span: block.span() }));
        kind.is_none()
    });
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

fn kind_of(line: &str) -> Option<MaskKind> {
    let line = line.trim_matches(lines::is_blank);
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
    by_pattern.map(|pattern| pattern.kind).or_else(|| facts::is_date_line(line).then_some(MaskKind::DateLine))
}

fn patterns() -> &'static [Pattern] {
    static PATTERNS: OnceLock<Vec<Pattern>> = OnceLock::new();
    PATTERNS.get_or_init(|| {
        include_str!("../../data/boilerplate.txt").lines().filter_map(parse_pattern).collect()
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

fn take_facts(blocks: &[Block], kinds: &[Option<MaskKind>], facts: &mut Facts) {
    for (block, kind) in blocks.iter().zip(kinds) {
        let line = block.text();
        if matches!(kind, Some(MaskKind::DateLine | MaskKind::SourceLine)) {
            facts.date = facts.date.take().or_else(|| facts::find_date(line));
            let source = facts::labelled(line, "来源").map(str::to_owned);
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
    if roles::is_question(line) {
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

fn mark_title_repeats(blocks: &[Block], kinds: &mut [Option<MaskKind>], facts: &Facts) {
    let Some(title) = &facts.title else { return };
    // With all its marks a repeat is not much longer than the letters of the title.
    let longest = 2 * title.len() + 30;
    let title = letters(title);
    for (block, kind) in blocks.iter().zip(kinds).filter(|(_, kind)| kind.is_none()) {
        if !title.is_empty() && block.text().len() <= longest && letters(block.text()) == title {
            *kind = Some(MaskKind::TitleRepeat);
        }
    }
}

/// A paragraph is set aside if one before it is the same, or one after it begins with all of it.
fn mark_paragraph_repeats(blocks: &[Block], kinds: &mut [Option<MaskKind>]) {
    let is_long = |text: &str| text.chars().count() >= MIN_REPEAT;
    let paragraphs = blocks.iter().map(Block::text).enumerate();
    let mut sorted: Vec<(&str, usize)> = paragraphs
        .filter(|(index, text)| kinds[*index].is_none() && is_long(text))
        .map(|(index, text)| (text, index))
        .collect();
    sorted.sort_unstable();
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
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Sets `某网某市3月1日讯 (记者 某某)` before the first sentence aside and gives the first date in one that has a year.
fn take_datelines(original: &str, blocks: &mut [Block]) -> Option<String> {
    let mut date = None;
    for block in blocks {
        // A text that went from hand to hand may have two.
        while kind_of(block.text()).is_none()
            && let Some(end) = dateline_end(block.text())
        {
            let span = Span::new(0, end);
            if block.dateline.is_empty() {
                block.dateline = span.of(block.text()).trim().to_owned();
            }
            date = date.or_else(|| facts::find_date(block.draft.original(span).of(original)));
            block.draft.apply(&[(span, Change::Mask(MaskKind::Dateline), "")]);
        }
    }
    date
}

fn dateline_end(text: &str) -> Option<usize> {
    const MAX_BEFORE: usize = 24;
    let head_end = text.char_indices().nth(MAX_BEFORE + 4).map_or(text.len(), |(at, _)| at);
    let head = &text[..head_end];
    let report = ["日讯", "日电", "日消息"]
        .iter()
        .filter_map(|mark| head.find(mark).map(|at| (at, at + mark.len())))
        .min()?;
    let before = head[..report.0].trim_end_matches(|c: char| c.is_ascii_digit());
    if before.len() == report.0 || !before.ends_with('月') || before.contains(['，', ',', '。', '、']) {
        return None;
    }
    let mut end = report.1;
    let rest = &text[end..];
    let names = rest.trim_start();
    let close = names.find([')', '）']);
    if names.starts_with(['(', '（'])
        && let Some(close) = close.filter(|close| names[..*close].contains("记者") && *close < 120)
    {
        end = text.len() - names.len() + close;
        end += text[end..].chars().next().map_or(0, char::len_utf8);
    }
    let rest = &text[end..];
    Some(text.len() - rest.trim_start_matches([' ', '\u{3000}', ':', '：']).len())
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
    fn a_dateline_is_set_aside_with_its_names() {
        for (text, end) in [
            ("某网甲市3月1日讯 全市上下掀起热潮。", "某网甲市3月1日讯 "),
            ("甲市新闻网2月18日讯 (记者 某某)当前，任务已明。", "甲市新闻网2月18日讯 (记者 某某)"),
            ("本报12月30日讯（记者某某 通讯员某某）昨天开会。", "本报12月30日讯（记者某某 通讯员某某）"),
        ] {
            assert_eq!(dateline_end(text).map(|at| &text[..at]), Some(end));
        }
        assert_eq!(dateline_end("会议在甲市召开，2月18日讯息传来。"), None);
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
