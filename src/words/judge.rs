//! How plausible a text is as Chinese, by the words of the dictionary alone: neither the lexicon nor the reader's words
//! take part, so that what was read does not depend on what is to be counted.

use crate::text::{is_han, packed};
use jieba_rs::Jieba;
use rustc_hash::FxHashMap;

/// Natural logarithm of the number of words that jieba's frequencies were counted from.
const LOG_TOTAL: f64 = 17.9;
/// Plausibility of a run of letters or digits.
const LATIN: f64 = -8.0;
/// Plausibility of one small letter, which Chinese text hardly has.
const LONE_LETTER: f64 = -16.0;

/// The plausibilities of the words of a text, added up; those of words found before that are one figure are in `known`.
#[inline(never)]
pub(super) fn plausibility(jieba: &Jieba, text: &str, known: &mut FxHashMap<u64, f64>) -> f64 {
    let of_word = |word: &str| match packed(word) {
        Some(key) => *known.entry(key).or_insert_with(|| plausibility_of(jieba, word)),
        None => plausibility_of(jieba, word),
    };
    jieba.cut(text, false).iter().map(|token| token.word).map(of_word).sum()
}

fn plausibility_of(jieba: &Jieba, word: &str) -> f64 {
    if word.chars().all(is_han) {
        return libm::log(jieba.suggest_freq(word) as f64) - LOG_TOTAL;
    }
    if word.chars().all(char::is_alphanumeric) {
        let is_lone = word.len() == 1 && word.as_bytes()[0].is_ascii_lowercase();
        return if is_lone { LONE_LETTER } else { LATIN };
    }
    word.chars().map(plausibility_of_mark).sum()
}

/// Rounded from how often marks stand in running text.
fn plausibility_of_mark(mark: char) -> f64 {
    match mark {
        '，' | '。' | ',' => -3.0,
        '、' => -4.0,
        '\u{e000}'..='\u{f8ff}' => -LOG_TOTAL,
        _ => -6.0,
    }
}
