//! Numbers with their units: one token class, and no words.
//!
//! Promise: figures with a unit are found in a text before it is cut (300亿元, 5.6%, 3万多个, 2019年, 1.5倍); Chinese
//! numerals with a unit are put together from tokens after it was cut, so that no word is torn (二十多项, 第一季度,
//! 百分之八, and neither 一流 nor 三农 nor 十分). The units are those of data/units.txt. Not here: what a quantity says.

use crate::order::Order;
use rustc_hash::FxHashMap;
use std::sync::OnceLock;

/// Every word of a text is asked.
fn is_numeral(char: char) -> bool {
    matches!(char, '零' | '〇' | '一' | '二' | '两' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十')
        || matches!(char, '百' | '千' | '万' | '亿' | '几')
}

fn is_magnitude(char: char) -> bool {
    matches!(char, '十' | '百' | '千' | '万' | '亿')
}

fn is_about(char: char) -> bool {
    matches!(char, '余' | '多' | '来' | '几')
}

fn is_of_figure(char: char) -> bool {
    char.is_ascii_digit() || matches!(char, '.' | ',')
}

/// Units by their first character, longest first, each with what must not follow it.
struct Units {
    by_first: FxHashMap<char, Vec<(&'static str, &'static str)>>,
}

fn units() -> &'static Units {
    static UNITS: OnceLock<Units> = OnceLock::new();
    UNITS.get_or_init(|| {
        let mut by_first: FxHashMap<char, Vec<(&str, &str)>> = FxHashMap::default();
        for line in
            include_str!(concat!(env!("OUT_DIR"), "/units.txt")).lines().filter(|line| !line.starts_with('#'))
        {
            let (unit, others) = line.split_once('\t').unwrap_or((line, ""));
            if let Some(first) = unit.chars().next() {
                by_first.entry(first).or_default().push((unit, others));
            }
        }
        for units in by_first.values_mut() {
            units.order_by_key(|(unit, _)| std::cmp::Reverse(unit.len()));
        }
        Units { by_first }
    })
}

/// Whether a numeral with a unit is a word of its own.
fn is_word(text: &str) -> bool {
    static WORDS: OnceLock<Vec<&str>> = OnceLock::new();
    let words = WORDS.get_or_init(|| {
        let lines = include_str!(concat!(env!("OUT_DIR"), "/numerals.txt"))
            .lines()
            .filter(|line| !line.starts_with('#'));
        let mut words: Vec<&str> = lines.flat_map(|line| line.split(' ')).collect();
        words.order();
        words
    });
    words.binary_search(&text).is_ok()
}

/// Number of bytes of the unit at the beginning of a text.
fn unit(text: &str) -> Option<usize> {
    let units = units().by_first.get(&text.chars().next()?)?;
    let fits = |(unit, others): &&(&str, &str)| {
        let next = text.strip_prefix(*unit).map(|rest| rest.chars().next());
        next.is_some_and(|next| next.is_none_or(|next| !others.contains(next)))
    };
    units.iter().find(fits).map(|(unit, _)| unit.len())
}

fn skip(text: &str, is_passed: impl Fn(char) -> bool) -> usize {
    text.find(|char| !is_passed(char)).unwrap_or(text.len())
}

/// Number of bytes of the quantity that starts with a figure here; none where no unit follows.
fn figure(text: &str) -> Option<usize> {
    let digits = skip(text, is_of_figure);
    let mut end = text[..digits].trim_end_matches(['.', ',']).len();
    (end > 0 && end == digits).then_some(())?;
    let magnitude = skip(&text[end..], is_magnitude);
    let about = skip(&text[end + magnitude..], is_about);
    let n_unit = unit(&text[end + magnitude + about..]).or_else(|| (magnitude > 0).then_some(0))?;
    end += magnitude + about + n_unit;
    Some(end + skip(&text[end..], |char| matches!(char, '余' | '多')))
}

/// The stretches of a text that are figures with units, from left to right.
pub(super) fn figures(text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text.bytes().skip(at).position(|byte| byte.is_ascii_digit()).map(|from| at + from)
    {
        let before = text[..start].chars().next_back();
        let is_start = before.is_none_or(|char| !char.is_ascii_alphanumeric() && !"+-_#&".contains(char));
        match figure(&text[start..]).filter(|_| is_start) {
            Some(length) => {
                let with_order = if before == Some('第') { start - '第'.len_utf8() } else { start };
                found.push((with_order, start + length));
                at = start + length;
            }
            None => at = start + skip(&text[start..], is_of_figure),
        }
    }
    found
}

/// Whether tokens that stand side by side say a number in Chinese numerals with its unit.
fn is_spelt(text: &str) -> bool {
    if is_word(text) {
        return false;
    }
    let text = text.strip_prefix('第').unwrap_or(text);
    if let Some(share) = text.strip_prefix("百分之") {
        return !share.is_empty() && share.chars().all(|char| is_numeral(char) || char == '点');
    }
    let text =
        text.strip_prefix('数').filter(|rest| rest.starts_with(['十', '百', '千', '万'])).unwrap_or(text);
    let numeral = skip(text, is_numeral);
    let about = skip(&text[numeral..], is_about);
    let rest = text[numeral + about..].trim_end_matches(['余', '多']);
    numeral > 0 && unit(rest) == Some(rest.len())
}

/// How many of these neighbouring tokens, from the first on, are one quantity in Chinese numerals; 0 if none are.
pub(super) fn spelt<'t>(tokens: impl Iterator<Item = &'t str>) -> usize {
    const MOST: usize = 5;
    let (mut text, mut n_best) = (String::new(), 0);
    for (index, token) in tokens.take(MOST).enumerate() {
        let can_start = |char| is_numeral(char) || char == '第' || char == '数';
        if index == 0 && !token.starts_with(can_start) {
            return 0;
        }
        text.push_str(token);
        if text.chars().count() > 12 {
            break;
        }
        if is_spelt(&text) {
            n_best = index + 1;
        }
    }
    n_best
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(text: &str) -> Option<&str> {
        figures(text).first().map(|(start, end)| &text[*start..*end])
    }

    #[test]
    fn figures_take_their_units_with_them() {
        for (text, want) in [
            ("投资300亿元建厂", Some("300亿元")),
            ("增长5.6%左右", Some("5.6%")),
            ("3万多个岗位", Some("3万多个")),
            ("在2019年完成", Some("2019年")),
            ("到12月底", Some("12月底")),
            ("是去年的1.5倍", Some("1.5倍")),
            ("培训500余人次", Some("500余人次")),
            ("24小时开放", Some("24小时")),
            ("第3季度", Some("第3季度")),
            ("1,200万元", Some("1,200万元")),
            ("50余个", Some("50余个")),
            ("5家企业", Some("5家")),
            ("5家庭农场", None),
            ("12项目", None),
            ("5G网络", None),
            ("8+8机制", None),
            ("A4纸", None),
            ("5万人民", Some("5万")),
            ("担任总指挥,2名委员", Some("2名")),
            ("提高2.3个百分点", Some("2.3个百分点")),
        ] {
            assert_eq!(first(text), want, "{text}");
        }
    }

    #[test]
    fn spelt_numbers_are_quantities_and_words_with_numerals_are_not() {
        for (tokens, want) in [
            (&["二十", "多项", "改革"][..], 2),
            (&["二十", "多", "项", "改革"], 3),
            (&["第一季度", "末"], 1),
            (&["百分之八"], 1),
            (&["百分之", "八", "以上"], 2),
            (&["三个月"], 1),
            (&["三", "个", "月", "后"], 3),
            (&["数十", "家"], 2),
            (&["一流"], 0),
            (&["一体化"], 0),
            (&["三农"], 0),
            (&["四新"], 0),
            (&["万众"], 0),
            (&["十分"], 0),
            (&["一带一路"], 0),
            (&["双", "千"], 0),
            (&["项目", "三个"], 0),
        ] {
            assert_eq!(spelt(tokens.iter().copied()), want, "{tokens:?}");
        }
    }
}
