//! One-character short forms of provinces, read only where they can be nothing else.

use super::code::Code;
use super::context::is_han;
use super::mention::{Mention, Sense};
use crate::text::Characters;
use std::sync::{LazyLock, OnceLock};

const TABLE: &str = include_str!(concat!(env!("OUT_DIR"), "/places/short_provinces.tsv"));

/// Characters that lead to a place: 赴沪, 在粤.
const BEFORE: &str = "赴抵驻在来返离入";

/// What may follow such a place; anything else may go on a word (在鲁迅故居, 在浙大).
const AFTER: [&str; 30] = [
    "招商", "考察", "学习", "举行", "举办", "召开", "开幕", "投资", "推介", "参加", "参展", "签约", "调研",
    "央企", "企业", "民企", "外企", "国企", "商会", "乡贤", "人才", "高校", "创业", "发展", "设立", "成立",
    "落户", "工作", "路演", "期间",
];

fn provinces() -> &'static [(char, Code)] {
    static ROWS: OnceLock<Vec<(char, Code)>> = OnceLock::new();
    ROWS.get_or_init(|| {
        let rows = TABLE.lines().filter(|line| !line.starts_with('#'));
        rows.filter_map(|line| {
            let (character, code) = line.split_once('\t')?;
            Some((character.chars().next()?, code.parse().ok()?))
        })
        .collect()
    })
}

static SHORT: LazyLock<Characters> =
    LazyLock::new(|| provinces().iter().map(|(character, _)| *character).collect());

/// The short forms in the text outside the ranges that other names have taken, from left to right.
pub(super) fn find(text: &str, taken: &[(usize, usize)]) -> Vec<Mention> {
    let mut found = Vec::new();
    let mut taken = taken.iter().peekable();
    for start in SHORT.places(text) {
        let Some(character) = text[start..].chars().next() else { break };
        let Some(&(_, code)) = provinces().iter().find(|(short, _)| *short == character) else { continue };
        let end = start + character.len_utf8();
        while taken.next_if(|(_, taken_end)| *taken_end <= start).is_some() {}
        let is_taken = taken.peek().is_some_and(|(taken_start, _)| *taken_start < end);
        let before = text[..start].chars().next_back();
        if let Some(sense) = sense(before, text.get(end..).unwrap_or_default()).filter(|_| !is_taken) {
            let candidates = vec![code];
            found.push(Mention {
                start,
                end,
                candidates,
                is_full: false,
                is_settled: true,
                sense,
                is_word: false,
            });
        }
    }
    found
}

/// What a short form does there: 鲁企 are of the province, 在鲁 and 赴鲁 only say where something happens.
fn sense(before: Option<char>, after: &str) -> Option<Sense> {
    let is_led = before.is_some_and(|before| BEFORE.contains(before));
    let ends = after.chars().next().is_none_or(|next| !is_han(next));
    if is_led && (ends || AFTER.iter().any(|words| after.starts_with(words))) {
        return Some(Sense::Partner);
    }
    // 复苏企业信心 holds no 苏.
    (after.starts_with(['企', '籍']) && before != Some('复')).then_some(Sense::Plain)
}
