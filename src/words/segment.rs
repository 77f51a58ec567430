//! Tokens and their classes.

use super::Dictionary;
use super::dictionary::State;
use super::unknown;
use crate::text::{Span, code_at, is_han};

/// What kind of token it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// Counts as a word.
    Word,
    /// A numbered slogan: counts as a word.
    Slogan,
    /// A number with its unit.
    Quantity,
    /// Digits or numerals alone.
    Number,
    /// Punctuation and white space.
    Mark,
    /// Letters or rare ideographs that are no word: readings, remains of damage, single Latin letters.
    Other,
}

impl Class {
    /// Whether it counts as a word.
    pub fn is_word(self) -> bool {
        matches!(self, Class::Word | Class::Slogan)
    }
}

/// A token and where it stands in the text that was cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Bytes of the text that was cut.
    pub span: Span,
    /// Its class.
    pub class: Class,
}

/// A word found by the model for unknown words is never longer than this many characters: in a long run of rare
/// ideographs the model knows no end.
const MAX_UNKNOWN: usize = 12;

impl Dictionary {
    /// Cuts a text. With `unknown_words`, runs that the dictionary does not know are cut by jieba's hidden
    /// Markov model, else by single characters. The tokens cover the text without gap.
    pub fn tokens(&self, text: &str, unknown_words: bool) -> Vec<Token> {
        self.prepare([text]);
        let mut tokens = Vec::new();
        self.cut_into(&mut tokens, text, 0, unknown_words);
        tokens
    }

    /// Cuts a text for which all is ready, and adds its tokens, moved by `offset`.
    pub(super) fn cut_into(&self, tokens: &mut Vec<Token>, text: &str, offset: usize, unknown_words: bool) {
        let state = self.state();
        let mut add = |start: usize, word: &str| tokens.push(state.classed(word, offset + start));
        if !unknown_words {
            return state.jieba.cut(text, false).iter().for_each(|token| add(token.byte_start, token.word));
        }
        unknown::cut(&state.jieba, text, &mut |start, word| {
            // First by bytes, which are known and not fewer.
            if word.len() > MAX_UNKNOWN
                && word.chars().count() > MAX_UNKNOWN
                && word.chars().all(is_han)
                && !state.jieba.has_word(word)
            {
                let parts = state.jieba.cut(word, false);
                parts.iter().for_each(|part| add(start + part.byte_start, part.word));
            } else {
                add(start, word);
            }
        });
    }
}

impl State {
    fn classed(&self, word: &str, start: usize) -> Token {
        let class = match class_of(word) {
            Class::Number if self.is_term(word) => Class::Word,
            class => class,
        };
        Token { span: Span::new(start, start + word.len()), class }
    }
}

fn class_of(word: &str) -> Class {
    if is_plain(word) {
        return Class::Word;
    }
    if matches!(word, "，" | "。" | "、" | "；" | "：" | "“" | "”" | "《" | "》" | "（" | "）" | " ")
    {
        return Class::Mark;
    }
    let is_of_number =
        |c: char| is_numeral(c) || c.is_ascii_digit() || matches!(c, '.' | ',' | '%' | '％' | '+' | '-');
    if word.chars().all(is_of_number) && word.chars().any(char::is_alphanumeric) {
        return Class::Number;
    }
    if word.chars().all(is_han) {
        return Class::Word;
    }
    if !word.chars().any(char::is_alphanumeric) {
        return Class::Mark;
    }
    if word.bytes().all(|byte| matches!(byte, b'X' | b'x')) {
        return Class::Other;
    }
    // One letter, or one on each side of a mark, stands for something that is not said: X, X-X.
    let has_letters = word.as_bytes().windows(2).any(|pair| pair.iter().all(u8::is_ascii_alphabetic));
    let has_name = has_letters || word.chars().any(is_han);
    let is_plain = word.chars().all(|c| is_han(c) || c.is_ascii_alphanumeric() || "-_.+&'·".contains(c));
    if is_plain && has_name { Class::Word } else { Class::Other }
}

/// Common ideographs of which the first is no numeral, as most words are.
fn is_plain(word: &str) -> bool {
    let bytes = word.as_bytes();
    if word.chars().next().is_none_or(is_numeral) {
        return false;
    }
    let mut at = 0;
    while at < bytes.len() {
        let (code, length) = code_at(bytes, at);
        if !(0x4e00..=0x9fff).contains(&code) {
            return false;
        }
        at += length;
    }
    true
}

#[rustfmt::skip]
fn is_numeral(c: char) -> bool {
    matches!(c, '〇' | '零' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '百' | '千' | '万' | '亿' | '两')
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "项目 1000 n\n企业 1000 n\n招商 500 v\n引资 500 v\n招商引资 300 l\n的 9000 uj\n";

    fn words(text: &str, unknown_words: bool) -> Vec<String> {
        let dictionary = Dictionary::from_text(TEXT.as_bytes()).unwrap_or_else(|why| panic!("{why}"));
        dictionary.tokens(text, unknown_words).iter().map(|token| token.span.of(text).to_owned()).collect()
    }

    #[test]
    fn tokens_cover_the_text() {
        assert_eq!(words("招商引资的项目，企业。", true), ["招商引资", "的", "项目", "，", "企业", "。"]);
        let text = "企业a项目\n 12% 的双招双引";
        assert_eq!(words(text, true).concat(), text);
    }

    #[test]
    fn classes_tell_words_from_numbers_marks_and_remains() {
        for (word, want) in [
            ("项目", Class::Word),
            ("APP", Class::Word),
            ("1000", Class::Number),
            ("三", Class::Number),
            ("二十", Class::Number),
            ("3.5%", Class::Number),
            ("，", Class::Mark),
            (" ", Class::Mark),
            ("X", Class::Other),
            ("X-X", Class::Other),
            ("XX", Class::Other),
            ("T恤", Class::Word),
            ("diǎn", Class::Other),
            ("\u{fffd}", Class::Mark),
        ] {
            assert_eq!(class_of(word), want, "{word}");
        }
    }

    #[test]
    fn a_run_of_rare_ideographs_does_not_become_one_word() {
        let run: String = ('\u{4e00}'..'\u{9fa5}').collect();
        assert!(words(&run, true).iter().all(|word| word.chars().count() <= MAX_UNKNOWN));
    }
}
