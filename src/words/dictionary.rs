//! The dictionary by which a text is cut.

use crate::error::{Error, ErrorKind};
use crate::text::is_han;
use jieba_rs::Jieba;

/// Natural logarithm of the number of words that jieba's frequencies were counted from.
const LOG_TOTAL: f64 = 17.9;
/// Plausibility of a run of letters or digits.
const LATIN: f64 = -8.0;
/// Plausibility of one small letter, which Chinese text hardly has.
const LONE_LETTER: f64 = -16.0;

/// A loaded dictionary; see [`Dictionary::tokens`] for cutting.
pub struct Dictionary {
    pub(super) jieba: Jieba,
}

impl Dictionary {
    /// Reads a dictionary in jieba's format: `word frequency tag`, one a line.
    ///
    /// # Errors
    /// `bad-dictionary` when a line's frequency is no number, the text is not UTF-8, or no line has a word.
    pub fn from_text(text: &[u8]) -> Result<Self, Error> {
        let mut reader = text;
        let jieba = Jieba::with_dict(&mut reader)
            .map_err(|why| Error::from(ErrorKind::BadDictionary(why.to_string())))?;
        if text.iter().all(u8::is_ascii_whitespace) {
            return Err(ErrorKind::BadDictionary("it is empty".to_owned()).into());
        }
        Ok(Dictionary { jieba })
    }

    /// Natural logarithm of the likelihood of a text in Simplified, as a product of the frequencies of its words
    /// in the likeliest cut; for comparing texts that may have stood at one place. Marks count by how
    /// common they are, and what no text has (a private character, half a syllable) is very unlikely.
    ///
    /// The words of such a text need not stand in any text that is counted: they are looked up in the whole
    /// dictionary.
    pub fn plausibility(&self, text: &str) -> f64 {
        self.jieba.cut(text, false).iter().map(|token| self.plausibility_of(token.word)).sum()
    }

    fn plausibility_of(&self, word: &str) -> f64 {
        if word.chars().all(is_han) {
            return libm::log(self.jieba.suggest_freq(word) as f64) - LOG_TOTAL;
        }
        if word.chars().all(char::is_alphanumeric) {
            let is_lone = word.len() == 1 && word.as_bytes()[0].is_ascii_lowercase();
            return if is_lone { LONE_LETTER } else { LATIN };
        }
        word.chars().map(plausibility_of_mark).sum()
    }

    /// The dictionary that comes with jieba-rs, from inside the binary.
    #[cfg(feature = "cli")]
    pub fn built_in() -> Self {
        Dictionary { jieba: Jieba::new() }
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bad_dictionary_is_named_with_its_line() {
        let error = Dictionary::from_text("项目 100 n\n企业 many n\n".as_bytes()).err();
        let message = error.map(|error| error.to_string()).unwrap_or_default();
        assert!(message.contains("line 2"), "{message}");
        assert!(Dictionary::from_text(b"\n").is_err());
    }
}
