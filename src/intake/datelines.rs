//! What stands before the first sentence of a text or after its last, in the same paragraph: place, date and medium,
//! names in brackets, `（完）`.

use super::{boilerplate, credits, facts};
use crate::text::{Block, Change, MaskKind, Span};

/// A dateline has no more characters than this before its 讯.
const MAX_BEFORE: usize = 24;
/// Brackets of names have no more characters than this.
const MAX_BRACKET: usize = 40;

/// Sets aside what stands before and after the sentences of all blocks; the first date in a dateline that has a year.
pub(super) fn take_all(original: &str, blocks: &mut [Block]) -> Option<String> {
    let mut date = None;
    for block in blocks {
        // A text that went from hand to hand may have two.
        while boilerplate::kind_of(block.text()).is_none() && take(original, block, &mut date) {}
    }
    date
}

/// Sets aside what stands before and after the sentences of a block, if there is any.
fn take(original: &str, block: &mut Block, date: &mut Option<String>) -> bool {
    let before = block.text().len();
    if let Some(end) = dateline_end(block.text()) {
        let span = Span::new(0, end);
        if block.dateline.is_empty() {
            block.dateline = span.of(block.text()).trim().to_owned();
        }
        if date.is_none() {
            *date = facts::find_date(block.draft.original(span).of(original));
        }
        block.draft.apply(&[(span, Change::Mask(MaskKind::Dateline), "")]);
    }
    if let Some((span, kind)) = opening(block.text()) {
        block.draft.apply(&[(span, Change::Mask(kind), "")]);
    }
    if let Some((span, kind)) = closing(block.text()) {
        block.draft.apply(&[(span, Change::Mask(kind), "")]);
    }
    block.text().len() < before
}

/// `（记者 某某）` before a sentence.
fn opening(text: &str) -> Option<(Span, MaskKind)> {
    let inner = text.strip_prefix(['（', '('])?;
    let (at, close) = inner.char_indices().take(MAX_BRACKET).find(|(_, c)| matches!(c, '）' | ')'))?;
    let end = text.len() - inner.len() + at + close.len_utf8();
    let kind = credits::kind_of(&text[..end]).filter(|_| !text[end..].trim().is_empty())?;
    Some((Span::new(0, end), kind))
}

/// `（记者 某某）`, `（来源：…）` or `（完）` after a sentence.
fn closing(text: &str) -> Option<(Span, MaskKind)> {
    if !text.ends_with(['）', ')']) {
        return None;
    }
    let start = text.char_indices().rev().take(MAX_BRACKET).find(|(_, c)| matches!(c, '（' | '('))?.0;
    let follows = text[..start].trim_end().ends_with(['。', '！', '？', '!', '?', '”', '…']);
    let bracket = &text[start..];
    let are_names = || {
        let mut names = bracket.trim_matches(['（', '(', '）', ')']).split_whitespace().peekable();
        names.by_ref().filter(|name| credits::are_names(name)).count() > 1
            && bracket
                .split_whitespace()
                .all(|name| credits::are_names(name.trim_matches(['（', '(', '）', ')'])))
    };
    let kind = boilerplate::kind_of(bracket).or_else(|| are_names().then_some(MaskKind::Byline));
    Some((Span::new(start, text.len()), kind.filter(|_| follows)?))
}

/// The end of `某网某市3月1日讯 (记者 某某)` or `本报讯` at the beginning of a text.
fn dateline_end(text: &str) -> Option<usize> {
    let end = plain_report_end(text).or_else(|| dated_report_end(text))?;
    let rest = &text[end..];
    let names = rest.trim_start();
    let close = names.find([')', '）']);
    let end = match close.filter(|close| names[..*close].contains("记者") && *close < 120) {
        Some(close) if names.starts_with(['(', '（']) => {
            let close = text.len() - names.len() + close;
            close + text[close..].chars().next().map_or(0, char::len_utf8)
        }
        _ => {
            let name = names.split(char::is_whitespace).next().unwrap_or_default();
            let is_credit = name.len() < names.len() && credits::kind_of(name).is_some();
            if is_credit { text.len() - names.len() + name.len() } else { end }
        }
    };
    let rest = &text[end..];
    Some(text.len() - rest.trim_start_matches([' ', '\u{3000}', ':', '：']).len())
}

/// `本报讯` with a space or names after it.
fn plain_report_end(text: &str) -> Option<usize> {
    const MARKS: &[&str] = &["本报讯", "本网讯", "本刊讯", "本台讯", "本站讯", "本报综合讯"];
    let end = MARKS.iter().find(|mark| text.starts_with(**mark))?.len();
    let rest = &text[end..];
    let is_report = rest.starts_with(|c: char| c.is_whitespace() || matches!(c, '（' | '(' | '：' | ':'))
        || ["记者", "通讯员"].iter().any(|role| rest.starts_with(role));
    is_report.then_some(end)
}

fn dated_report_end(text: &str) -> Option<usize> {
    let head_end = text.char_indices().nth(MAX_BEFORE + 4).map_or(text.len(), |(at, _)| at);
    let head = &text[..head_end];
    let report = ["日讯", "日电", "日消息"]
        .iter()
        .filter_map(|mark| head.find(mark).map(|at| (at, at + mark.len())))
        .min()?;
    let before = head[..report.0].trim_end_matches(|c: char| c.is_ascii_digit());
    let is_date =
        before.len() < report.0 && before.ends_with('月') && !before.contains(['，', ',', '。', '、']);
    // 2月24日电力: the word goes on.
    let goes_on = ["力", "商", "影", "网", "视", "子", "话", "动", "价", "量", "息"];
    let is_word = goes_on.iter().any(|next| text[report.1..].starts_with(next));
    (is_date && !is_word).then_some(report.1)
}

#[cfg(test)]
mod tests {
    use super::*;

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
}
