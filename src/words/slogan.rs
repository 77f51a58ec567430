//! Numbered slogans: 四减四增, 五个精准, 一窗受理, “两旗一牌”, 8+8, X+N+X.
//!
//! Promise: they are found in a text before it is cut, by the cases of data/slogans.txt and the rules below, each with
//! the members that the text gives right behind it (“两大机遇”，即…); what only counts (三个月, 两个方面, 五个项目) is
//! no slogan. Not here: slogans without a number, which the lexicon may have (`lexicon`).
//!
//! 1. *In quotes*: up to six characters that start with a numeral or hold two, and are no quantity.
//! 2. *Pairs*: numeral and character, twice or more: 四减四增, 三去一降一补.
//! 3. *N个*: with what no measure word counts behind it, and then an end: 五个精准.
//! 4. *一 and a means*: with what is done there: 一窗受理.
//! 5. *Sums*: figures and letters joined by plus signs: 8+8, 1+N.

use super::quantity;
use crate::order::Order;
use crate::text::{Characters, Span, is_han};
use std::sync::LazyLock;

const CLOSING: &str = "，。、；：！？”’」』）》,.;:!?)\"' ";
/// Longest slogan in quotes, in characters.
const MAX_QUOTED: usize = 6;

/// A slogan and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slogan {
    /// Bytes of the text, without quotes.
    pub span: Span,
    /// What it stands for, where the text says so right behind it; else none.
    pub members: Vec<Span>,
}

/// The words of data/slogans.txt.
struct Words {
    /// Sorted.
    pairs: Vec<&'static str>,
    counts: Vec<&'static str>,
    means: Vec<&'static str>,
    deeds: Vec<&'static str>,
    uncounted: Vec<&'static str>,
    closers: Vec<&'static str>,
    namely: Vec<&'static str>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let table = include_str!(concat!(env!("OUT_DIR"), "/slogans.txt"));
    let of = |class: &str| -> Vec<&'static str> {
        let rows = table.lines().filter_map(|line| line.split_once(' '));
        rows.filter(|(name, _)| *name == class).flat_map(|(_, words)| words.split(' ')).collect()
    };
    let mut pairs = of("pairs");
    pairs.order();
    Words {
        pairs,
        counts: of("counts"),
        means: of("means"),
        deeds: of("deeds"),
        uncounted: of("uncounted"),
        closers: of("closers"),
        namely: of("namely"),
    }
});

/// Words that are numerals with what they count, and no slogans.
fn is_pair(text: &str) -> bool {
    WORDS.pairs.binary_search(&text).is_ok()
}

/// With what a slogan may begin, and quotes.
static BEGINNINGS: LazyLock<Characters> = LazyLock::new(|| {
    let sums = (b'0'..=b'9').chain(b'A'..=b'Z').map(char::from);
    NUMERALS.chars().chain("“‘「”’」".chars()).chain(sums).collect()
});

const NUMERALS: &str = "一二两三四五六七八九十双";

fn is_numeral(char: char) -> bool {
    matches!(char, '一' | '二' | '两' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '双')
}

/// The slogans of a text with their members, from left to right.
pub fn slogans(text: &str) -> Vec<Slogan> {
    spans(text).into_iter().map(|span| Slogan { span, members: members(text, span) }).collect()
}

/// Whether a text may hold members: only if it has a word that says so.
pub fn may_explain(text: &str) -> bool {
    static FIRSTS: LazyLock<Characters> =
        LazyLock::new(|| WORDS.namely.iter().filter_map(|word| word.chars().next()).collect());
    let is_namely = |at: usize| WORDS.namely.iter().any(|word| text[at..].starts_with(word));
    FIRSTS.places(text).any(is_namely)
}

/// Where slogans stand, from left to right.
pub(super) fn spans(text: &str) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    let mut quote: Option<usize> = None;
    for at in BEGINNINGS.places(text) {
        let Some(char) = text[at..].chars().next() else { break };
        match char {
            '“' | '‘' | '「' => quote = Some(at + char.len_utf8()),
            '”' | '’' | '」' => {
                let start = quote.take().filter(|start| is_quoted(&text[*start..at]));
                if let Some(start) = start {
                    found.retain(|span| span.start < start);
                    found.push(Span::new(start, at));
                }
            }
            _ => {}
        }
        if found.last().is_some_and(|last| at < last.end) {
            continue;
        }
        if let Some(end) = starting_at(text, at, char) {
            found.push(Span::new(at, end));
        }
    }
    found
}

#[inline(never)]
fn starting_at(text: &str, at: usize, char: char) -> Option<usize> {
    let is_sum = char.is_ascii_digit() || char.is_ascii_uppercase();
    if !is_sum && !is_numeral(char) {
        return None;
    }
    let before = text[..at].chars().next_back();
    if is_sum {
        return sum(&text[at..], before).map(|length| at + length);
    }
    let is_inside_a_number =
        |char: char| is_numeral(char) || char.is_ascii_digit() || "第百千万亿零几数".contains(char);
    if before.is_some_and(is_inside_a_number) {
        return None;
    }
    let rest = &text[at..];
    pairs(rest).or_else(|| means(rest)).or_else(|| uncounted(rest)).map(|length| at + length)
}

/// Rule 1.
fn is_quoted(text: &str) -> bool {
    let n = text.chars().count();
    let n_numerals = text.chars().filter(|char| is_numeral(*char)).count();
    let starts = text.chars().next().is_some_and(is_numeral);
    let is_plain = text.chars().all(is_han) && !text.contains(['的', '了', '是']);
    (2..=MAX_QUOTED).contains(&n)
        && is_plain
        && (starts || n_numerals >= 2)
        && quantity::spelt([text].into_iter()) == 0
        && !is_pair(text)
        && text.chars().any(|char| !is_numeral(char))
}

/// Rule 2.
#[inline(never)]
fn pairs(text: &str) -> Option<usize> {
    let mut pairs: Vec<(char, char, &str)> = Vec::new();
    let mut rest = text;
    while let Some((numeral, of, length)) = pair(rest) {
        if is_pair(&rest[..length]) {
            break;
        }
        pairs.push((numeral, of, &rest[..length]));
        rest = &rest[length..];
    }
    static COUNTS: LazyLock<Characters> =
        LazyLock::new(|| WORDS.counts.iter().filter_map(|unit| unit.chars().next()).collect());
    let counts = |pair: &&(char, char, &str)| {
        COUNTS.may_have(pair.1) && WORDS.counts.iter().any(|unit| unit.starts_with(pair.1))
    };
    let n_counts = pairs.iter().filter(|pair| counts(pair)).count();
    let is_each = pairs.len() == 2
        && pairs.iter().all(|pair| pair.0 == '一')
        && !"年月日天次个点度时".contains(pairs[0].1)
        && !counts(&&pairs[1]);
    let is_other = pairs.len() >= 2 && n_counts == 0;
    (is_each || is_other).then(|| pairs.iter().map(|pair| pair.2.len()).sum())
}

fn pair(text: &str) -> Option<(char, char, usize)> {
    let mut chars = text.chars();
    let (numeral, of) = (chars.next()?, chars.next()?);
    (is_numeral(numeral) && is_han(of) && !is_numeral(of) && !"百千万亿个的第零几".contains(of)).then_some((
        numeral,
        of,
        numeral.len_utf8() + of.len_utf8(),
    ))
}

/// Rule 3.
#[inline(never)]
fn uncounted(text: &str) -> Option<usize> {
    let numeral = text.chars().next()?.len_utf8();
    let rest = text[numeral..].strip_prefix('个')?;
    let head = text.len() - rest.len();
    let word = WORDS.uncounted.iter().filter(|word| rest.starts_with(**word)).max_by_key(|word| word.len());
    if let Some(word) = word {
        return ends(&rest[word.len()..]).then_some(head + word.len());
    }
    let one = rest.strip_prefix('一').filter(|rest| !text.starts_with('一') && ends(rest));
    one.map(|_| head + '一'.len_utf8())
}

fn ends(rest: &str) -> bool {
    rest.chars().next().is_none_or(|char| CLOSING.contains(char))
        || WORDS.closers.iter().any(|closer| rest.starts_with(closer))
}

/// Rule 4.
fn means(text: &str) -> Option<usize> {
    let rest = text.strip_prefix('一')?;
    let means = WORDS.means.iter().find(|means| rest.starts_with(**means))?;
    let deed = WORDS.deeds.iter().find(|deed| rest[means.len()..].starts_with(**deed))?;
    Some('一'.len_utf8() + means.len() + deed.len())
}

/// Rule 5.
#[inline(never)]
fn sum(text: &str, before: Option<char>) -> Option<usize> {
    if before.is_some_and(|char| char.is_ascii_alphanumeric() || ".+-＋=".contains(char)) {
        return None;
    }
    let (mut n_parts, mut end) = (0, 0);
    loop {
        let part = text[end..].find(|char: char| !char.is_ascii_alphanumeric()).unwrap_or(text.len() - end);
        let is_part = match &text[end..end + part] {
            part if part.bytes().all(|byte| byte.is_ascii_digit()) => (1..=3).contains(&part.len()),
            part => part.len() == 1 && part.as_bytes()[0].is_ascii_alphabetic(),
        };
        if !is_part {
            return None;
        }
        (n_parts, end) = (n_parts + 1, end + part);
        match text[end..].chars().next() {
            Some(plus @ ('+' | '＋')) => end += plus.len_utf8(),
            Some('=' | '-' | '.' | '%') => return None,
            _ => break,
        }
        if !text[end..].starts_with(|char: char| char.is_ascii_alphanumeric()) {
            return (n_parts > 1)
                .then(|| end - if text[..end].ends_with('+') { 1 } else { '＋'.len_utf8() });
        }
    }
    (n_parts > 1).then_some(end)
}

/// What a slogan stands for: “两大机遇”，即甲、乙; only if there are as many as it says.
#[inline(never)]
fn members(text: &str, slogan: Span) -> Vec<Span> {
    let behind = &text[slogan.end..];
    let rest = behind.trim_start_matches(['”', '’', '」', '，', ',', '：', ':', '—', '(', '（']);
    let Some(namely) = WORDS.namely.iter().find(|word| rest.starts_with(**word)) else {
        return Vec::new();
    };
    let start = text.len() - rest.len() + namely.len();
    let start =
        start + (text[start..].len() - text[start..].trim_start_matches(['：', ':', '，', ',']).len());
    let end = text[start..]
        .find(['。', '；', ';', '！', '？', '\n', '）', ')'])
        .map_or(text.len(), |end| start + end);
    let n_said = numbers(slogan.of(text));
    [&['、'][..], &['、', '，', ','][..], &['、', '，', ',', '和', '及', '与'][..]]
        .into_iter()
        .map(|marks| split(text, start, end, marks))
        .find(|members| n_said.contains(&members.len()))
        .unwrap_or_default()
}

/// How many members a slogan says it has: its first numeral, or the sum of all.
fn numbers(slogan: &str) -> [usize; 2] {
    let value = |char| match char {
        '双' | '两' => Some(2),
        _ => "一二三四五六七八九十".chars().position(|numeral| numeral == char).map(|index| index + 1),
    };
    let values: Vec<usize> = slogan.chars().filter_map(value).collect();
    [values.first().copied().unwrap_or_default(), values.iter().sum()]
        .map(|n| if n < 2 { usize::MAX } else { n })
}

fn split(text: &str, start: usize, end: usize, marks: &[char]) -> Vec<Span> {
    let mut members = Vec::new();
    let mut from = start;
    for part in text[start..end].split(marks) {
        let part_end = from + part.len();
        let trimmed = part.trim_start_matches(['和', '及']).trim();
        let at = from + (part.len() - part.trim_start_matches(['和', '及']).trim_start().len());
        if !trimmed.is_empty() {
            members.push(Span::new(at, at + trimmed.len()));
        }
        from = part_end + text[part_end..].chars().next().map_or(0, char::len_utf8);
    }
    members
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `slogans.txt`: one case a line, slogans between 〔 and 〕; a line without them has none.
    #[test]
    fn slogans_are_found_and_counts_are_left() {
        let cases = include_str!("../../tests/cases/terms/slogans.txt").lines();
        for case in cases.filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let text = case.replace(['〔', '〕'], "");
            let mut got = String::new();
            let mut at = 0;
            for slogan in slogans(&text) {
                got += &text[at..slogan.span.start];
                got += &format!("〔{}〕", slogan.span.of(&text));
                at = slogan.span.end;
            }
            assert_eq!(got + &text[at..], case);
        }
    }

    #[test]
    fn members_are_those_that_the_text_gives_if_there_are_as_many() {
        for (text, want) in [
            ("抓住“两大机遇”，即枢纽城市、综合试验区。", &["枢纽城市", "综合试验区"][..]),
            (
                "“四减四增”，就是减甲、减乙、减丙、减丁、增甲、增乙、增丙、增丁；",
                &["减甲", "减乙", "减丙", "减丁", "增甲", "增乙", "增丙", "增丁"],
            ),
            ("“三个聚焦”：即聚焦甲，聚焦乙，聚焦丙", &["聚焦甲", "聚焦乙", "聚焦丙"]),
            ("“两大机遇”，即港口和机场。", &["港口", "机场"]),
            ("“三大机遇”，即港口、机场。", &[]),
            ("抓住“两大机遇”，加快发展。", &[]),
        ] {
            let found = slogans(text);
            let members: Vec<&str> = found[0].members.iter().map(|member| member.of(text)).collect();
            assert_eq!(members, want, "{text}");
        }
    }
}
