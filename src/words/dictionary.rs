//! The dictionary by which a text is cut.

use crate::error::{Error, ErrorKind};
use jieba_rs::Jieba;

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

    /// The dictionary that comes with jieba-rs, from inside the binary.
    #[cfg(feature = "cli")]
    pub fn built_in() -> Self {
        Dictionary { jieba: Jieba::new() }
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
