//! The dictionary by which a text is cut.
//!
//! Of a compact dictionary only those words are handed to jieba-rs that can stand in the texts at hand: every two
//! neighbouring characters of the word stand side by side somewhere in them. No other word can be found in these
//! texts, so none can change a token, if only the sum of all frequencies stays what it is: one word that no text
//! can hold carries the frequency of all that are left out.

use super::compact::{Compact, Met, encode};
use super::pairs::Pairs;
use crate::error::Error;
use jieba_rs::Jieba;
use std::cell::RefCell;

/// jieba-rs looks for words only in runs of ideographs, ASCII letters, digits and some marks; so this one is never
/// found.
const REST: &str = "\0";

/// Going through the dictionary so often costs as much as taking all of it, which then comes next.
const MANY: usize = 32;

/// A loaded dictionary; see [`Dictionary::tokens`] for cutting.
pub struct Dictionary {
    /// A cell, since of a dictionary that is there as a whole a frequency can only be had by changing it.
    pub(super) jieba: RefCell<Jieba>,
    /// Where more words come from; none if all are there.
    scope: Option<Scope>,
}

/// What of a compact dictionary has been handed on.
struct Scope {
    compact: Compact,
    pairs: Pairs,
    /// For each word whether it has been handed on, and the sum of their frequencies.
    loaded: Vec<bool>,
    n_loaded: u64,
    /// How often the dictionary was gone through.
    n_passes: usize,
}

impl Dictionary {
    /// Reads a dictionary in jieba's format: `word frequency tag`, one a line.
    ///
    /// # Errors
    /// Those of [`encode`].
    pub fn from_text(text: &[u8]) -> Result<Self, Error> {
        Self::from_compact(encode(text)?)
    }

    /// Takes a dictionary in compact form, as [`encode`] makes it.
    ///
    /// # Errors
    /// `bad-dictionary` when the bytes are something else.
    pub fn from_compact(bytes: Vec<u8>) -> Result<Self, Error> {
        let compact = Compact::read(bytes)?;
        let loaded = vec![false; compact.n_words()];
        let scope = Scope { compact, pairs: Pairs::new(), loaded, n_loaded: 0, n_passes: 0 };
        let mut jieba = Jieba::empty();
        scope.carry_rest(&mut jieba);
        Ok(Dictionary { jieba: RefCell::new(jieba), scope: Some(scope) })
    }

    /// The dictionary that comes with jieba-rs, from inside the binary, all of it.
    #[cfg(feature = "cli")]
    pub fn built_in() -> Self {
        Dictionary { jieba: RefCell::new(Jieba::new()), scope: None }
    }

    /// Makes ready for cutting these texts. Cutting does so by itself; for many texts it is quicker to do it once.
    pub fn prepare<'t>(&mut self, texts: impl IntoIterator<Item = &'t str>) {
        if let Some(scope) = &mut self.scope {
            let is_new = texts.into_iter().fold(false, |is_new, text| scope.pairs.add(text) | is_new);
            if is_new {
                scope.extend(self.jieba.get_mut());
            }
        }
    }

    /// How often a word stands in the texts that the dictionary was made from, by the dictionary's own figure;
    /// none if it does not have the word. Any word may be asked for, whether or not it stands in the texts at hand.
    pub fn frequency(&self, word: &str) -> Option<u64> {
        match &self.scope {
            Some(scope) => Some(scope.compact.frequency(scope.compact.find(word)?).into()),
            None => frequency_of(&mut self.jieba.borrow_mut(), word),
        }
    }
}

impl Scope {
    /// Hands on the words that can stand in the texts and have not been handed on.
    fn extend(&mut self, jieba: &mut Jieba) {
        self.n_passes += 1;
        if self.n_passes > MANY {
            self.pairs.fill();
        }
        let Scope { compact, pairs, loaded, n_loaded, .. } = self;
        let compact = &*compact;
        let mut text = String::new();
        // Number of leading characters whose neighbouring pairs all stand in the texts.
        let mut n_known = 1;
        compact.visit(
            |first| pairs.has(first),
            |word, Met { number, n_shared }| {
                let n_shared = n_shared.max(1);
                if n_known >= n_shared {
                    n_known = n_shared;
                    while n_known < word.len()
                        && pairs.has_pair(compact.char(word[n_known - 1]), compact.char(word[n_known]))
                    {
                        n_known += 1;
                    }
                }
                if n_known == word.len() && !loaded[number] {
                    text.clear();
                    text.extend(word.iter().map(|rank| compact.char(*rank)));
                    let frequency = compact.frequency(number);
                    jieba.add_word(&text, Some(frequency as usize), Some(compact.tag(number)));
                    loaded[number] = true;
                    *n_loaded += u64::from(frequency);
                }
            },
        );
        self.carry_rest(jieba);
    }

    /// Gives the word that stands for all others their frequency.
    fn carry_rest(&self, jieba: &mut Jieba) {
        jieba.add_word(REST, Some((self.compact.total() - self.n_loaded) as usize), None);
    }
}

/// The frequency of a word in jieba-rs, which tells it only through the sum of all: without the word it is smaller.
fn frequency_of(jieba: &mut Jieba, word: &str) -> Option<u64> {
    if !jieba.has_word(word) {
        return None;
    }
    let with = total(jieba)?;
    jieba.add_word(word, Some(0), None);
    let frequency = with - total(jieba)?;
    jieba.add_word(word, Some(frequency as usize), None);
    Some(frequency)
}

fn total(jieba: &Jieba) -> Option<u64> {
    let shown = format!("{jieba:?}");
    let (_, figure) = shown.split_once("total_freq: ")?;
    figure.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "项目 100 n\n企业 70000 n\n企业家 0 n\n企 5 ng\n";

    #[test]
    fn a_bad_dictionary_is_named_with_its_line() {
        let error = Dictionary::from_text("项目 100 n\n企业 many n\n".as_bytes()).err();
        let message = error.map(|error| error.to_string()).unwrap_or_default();
        assert!(message.contains("line 2"), "{message}");
        assert!(Dictionary::from_text(b"\n").is_err());
        assert!(Dictionary::from_compact(TEXT.into()).is_err());
    }

    #[test]
    fn a_frequency_is_known_whether_or_not_the_word_stands_in_a_text() {
        let whole = Jieba::with_dict(&mut TEXT.as_bytes()).unwrap_or_else(|why| panic!("{why}"));
        let whole = Dictionary { jieba: RefCell::new(whole), scope: None };
        let scoped = Dictionary::from_text(TEXT.as_bytes()).unwrap_or_else(|why| panic!("{why}"));
        for dictionary in [whole, scoped] {
            let figures = ["项目", "企业", "企业家", "企", "企项", ""].map(|word| dictionary.frequency(word));
            assert_eq!(figures, [Some(100), Some(70_000), Some(0), Some(5), None, None]);
            assert_eq!(dictionary.frequency("项目"), Some(100), "asking changes nothing");
        }
    }

    #[test]
    fn after_many_texts_all_words_are_there_and_no_text_brings_anything_new() {
        let mut dictionary = Dictionary::from_text(TEXT.as_bytes()).unwrap_or_else(|why| panic!("{why}"));
        for char in ('\u{3400}'..).take(MANY + 1) {
            assert!(!dictionary.jieba.borrow().has_word("项目"));
            dictionary.prepare([char.to_string().as_str()]);
        }
        assert!(dictionary.jieba.borrow().has_word("项目"));
        dictionary.prepare(["企业家"]);
        assert_eq!(dictionary.scope.map(|scope| (scope.n_passes, scope.n_loaded)), Some((MANY + 1, 70_105)));
    }

    #[test]
    fn the_sum_of_all_frequencies_is_that_of_the_whole_dictionary() {
        let mut dictionary = Dictionary::from_text(TEXT.as_bytes()).unwrap_or_else(|why| panic!("{why}"));
        for text in ["", "企业", "项目", "企业家"] {
            dictionary.prepare([text]);
            assert_eq!(total(&dictionary.jieba.borrow()), Some(70_105), "{text}");
        }
    }
}
