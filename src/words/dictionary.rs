//! The dictionary by which a text is cut.
//!
//! Of a compact dictionary only those words are handed to jieba-rs that can stand in the texts at hand: every two
//! neighbouring characters of the word stand side by side somewhere in them. No other word can be found in these
//! texts, so none can change a token, if only the sum of all frequencies stays what it is: one word that no text
//! can hold carries the frequency of all that are left out.

use super::compact::{Compact, Met, encode};
use super::pairs::Pairs;
use crate::error::Error;
use crate::text::is_han;
use jieba_rs::Jieba;
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// jieba-rs looks for words only in runs of ideographs, ASCII letters, digits and some marks; so this one is never
/// found.
const REST: &str = "\0";

/// Going through the dictionary so often costs as much as taking all of it, which then comes next.
const MANY: usize = 32;

/// Natural logarithm of the number of words that jieba's frequencies were counted from.
const LOG_TOTAL: f64 = 17.9;
/// Plausibility of a run of letters or digits.
const LATIN: f64 = -8.0;
/// Plausibility of one small letter, which Chinese text hardly has.
const LONE_LETTER: f64 = -16.0;

/// A loaded dictionary; see [`Dictionary::tokens`] for cutting.
pub struct Dictionary {
    /// Texts bring words into it, which callers need not know of.
    state: Mutex<State>,
}

pub(super) struct State {
    pub(super) jieba: Jieba,
    /// Where more words come from; none if all are there.
    scope: Option<Scope>,
    /// Plausibility of single words: texts that are compared have most of them in common.
    plausibilities: FxHashMap<Box<str>, f64>,
}

/// What of a compact dictionary has been handed on.
struct Scope {
    compact: Compact,
    /// All words of which every pair is here have been handed on.
    pairs: Pairs,
    /// Whether that does not hold yet.
    is_behind: bool,
    /// All words that start with one of these pairs have been handed on.
    starts: FxHashSet<(char, char)>,
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
        let mut jieba = Jieba::empty();
        let scope = Scope::new(Compact::read(bytes)?);
        scope.carry_rest(&mut jieba);
        Ok(Dictionary::new(jieba, Some(scope)))
    }

    /// The dictionary that comes with jieba-rs, from inside the binary, all of it.
    #[cfg(feature = "cli")]
    pub fn built_in() -> Self {
        Dictionary::new(Jieba::new(), None)
    }

    fn new(jieba: Jieba, scope: Option<Scope>) -> Self {
        Dictionary { state: Mutex::new(State { jieba, scope, plausibilities: FxHashMap::default() }) }
    }

    /// Makes ready for cutting these texts. Cutting does so by itself; for many texts it is quicker to do it once.
    pub fn prepare<'t>(&self, texts: impl IntoIterator<Item = &'t str>) {
        let State { jieba, scope, .. } = &mut *self.state();
        if let Some(scope) = scope
            && texts.into_iter().fold(scope.is_behind, |is_new, text| scope.pairs.add(text) | is_new)
        {
            scope.extend(jieba);
        }
    }

    /// Takes note of a text that comes later, in about the words of it: so that for many texts the dictionary is gone
    /// through once, when the first of them is cut.
    pub fn announce(&self, text: &str) {
        if let Some(scope) = &mut self.state().scope {
            scope.is_behind |= scope.pairs.add(text);
        }
    }

    pub(super) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Natural logarithm of the likelihood of a text in Simplified, as a product of the frequencies of its words
    /// in the likeliest cut; for comparing texts that may have stood at one place. Marks count by how
    /// common they are, and what no text has (a private character, half a syllable) is very unlikely.
    ///
    /// The words of such a text need not stand in any text that is counted: they are looked up in the whole
    /// dictionary.
    pub fn plausibility(&self, text: &str) -> f64 {
        let mut state = self.state();
        state.prepare_one(text);
        let State { jieba, plausibilities, .. } = &mut *state;
        let of_word = |word: &str| match plausibilities.get(word) {
            Some(known) => *known,
            None => {
                let found = plausibility_of(jieba, word);
                plausibilities.insert(word.into(), found);
                found
            }
        };
        jieba.cut(text, false).iter().map(|token| token.word).map(of_word).sum()
    }

    /// How often a word stands in the texts that the dictionary was made from, by the dictionary's own figure;
    /// none if it does not have the word. Any word may be asked for, whether or not it stands in the texts at hand.
    pub fn frequency(&self, word: &str) -> Option<u64> {
        let State { jieba, scope, .. } = &mut *self.state();
        match scope {
            Some(scope) => Some(scope.compact.frequency(scope.compact.find(word)?).into()),
            None => frequency_of(jieba, word),
        }
    }
}

impl State {
    /// Makes ready for one short text among many that will not be counted: from the words that start with its
    /// characters, and without going through the others.
    fn prepare_one(&mut self, text: &str) {
        if let Some(scope) = &mut self.scope {
            scope.extend_by(text, &mut self.jieba);
        }
    }
}

impl Scope {
    fn new(compact: Compact) -> Self {
        let loaded = vec![false; compact.n_words()];
        Scope {
            compact,
            pairs: Pairs::new(),
            is_behind: false,
            starts: FxHashSet::default(),
            loaded,
            n_loaded: 0,
            n_passes: 0,
        }
    }

    /// Hands on the words that can stand in the texts and have not been handed on.
    fn extend(&mut self, jieba: &mut Jieba) {
        self.n_passes += 1;
        self.is_behind = false;
        if self.n_passes > MANY {
            self.pairs.fill();
        }
        let Scope { compact, pairs, loaded, n_loaded, .. } = self;
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
                    loaded[number] = true;
                    *n_loaded += hand_on(compact, word, number, jieba);
                }
            },
        );
        self.carry_rest(jieba);
    }

    /// Hands on the words that start as something in this text does.
    fn extend_by(&mut self, text: &str, jieba: &mut Jieba) {
        if self.n_passes > MANY {
            return;
        }
        let Scope { compact, starts, loaded, n_loaded, .. } = self;
        let ends = text.chars().skip(1).chain(['\0']);
        let mut new: Vec<(char, char)> = text.chars().zip(ends).filter(|pair| starts.insert(*pair)).collect();
        if new.is_empty() {
            return;
        }
        new.sort_unstable();
        for of_first in new.chunk_by(|one, other| one.0 == other.0) {
            let first = of_first[0].0;
            compact.visit_from(first, |word, Met { number, .. }| {
                let is_start = word
                    .get(1)
                    .is_none_or(|rank| of_first.binary_search(&(first, compact.char(*rank))).is_ok());
                if is_start && !loaded[number] {
                    loaded[number] = true;
                    *n_loaded += hand_on(compact, word, number, jieba);
                }
            });
        }
        self.carry_rest(jieba);
    }

    /// Gives the word that stands for all others their frequency.
    fn carry_rest(&self, jieba: &mut Jieba) {
        jieba.add_word(REST, Some((self.compact.total() - self.n_loaded) as usize), None);
    }
}

/// Gives a word to jieba-rs, and says how frequent it is.
fn hand_on(compact: &Compact, word: &[u16], number: usize, jieba: &mut Jieba) -> u64 {
    let text: String = word.iter().map(|rank| compact.char(*rank)).collect();
    let frequency = compact.frequency(number);
    jieba.add_word(&text, Some(frequency as usize), Some(compact.tag(number)));
    frequency.into()
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

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
        let whole = Dictionary::new(whole, None);
        let scoped = Dictionary::from_text(TEXT.as_bytes()).unwrap_or_else(|why| panic!("{why}"));
        for dictionary in [whole, scoped] {
            let figures = ["项目", "企业", "企业家", "企", "企项", ""].map(|word| dictionary.frequency(word));
            assert_eq!(figures, [Some(100), Some(70_000), Some(0), Some(5), None, None]);
            assert_eq!(dictionary.frequency("项目"), Some(100), "asking changes nothing");
        }
    }

    #[test]
    fn after_many_texts_all_words_are_there_and_no_text_brings_anything_new() {
        let dictionary = Dictionary::from_text(TEXT.as_bytes()).unwrap_or_else(|why| panic!("{why}"));
        for char in ('\u{3400}'..).take(MANY + 1) {
            assert!(!dictionary.state().jieba.has_word("项目"));
            dictionary.prepare([char.to_string().as_str()]);
        }
        assert!(dictionary.state().jieba.has_word("项目"));
        dictionary.prepare(["企业家"]);
        let reached = dictionary.state().scope.as_ref().map(|scope| (scope.n_passes, scope.n_loaded));
        assert_eq!(reached, Some((MANY + 1, 70_105)));
    }

    #[test]
    fn texts_that_were_announced_bring_their_words_in_at_once() {
        let dictionary = Dictionary::from_text(TEXT.as_bytes()).unwrap_or_else(|why| panic!("{why}"));
        for text in ["项目", "企业"] {
            dictionary.announce(text);
        }
        assert!(!dictionary.state().jieba.has_word("项目"));
        for text in ["企业，", "项目。"] {
            assert_eq!(dictionary.tokens(text, false)[0].span, Span::new(0, 6), "{text}");
        }
        assert_eq!(dictionary.state().scope.as_ref().map(|scope| scope.n_passes), Some(1));
    }

    #[test]
    fn the_sum_of_all_frequencies_is_that_of_the_whole_dictionary() {
        let dictionary = Dictionary::from_text(TEXT.as_bytes()).unwrap_or_else(|why| panic!("{why}"));
        for text in ["", "企业", "项目", "企业家"] {
            dictionary.prepare([text]);
            assert_eq!(total(&dictionary.state().jieba), Some(70_105), "{text}");
        }
    }
}
