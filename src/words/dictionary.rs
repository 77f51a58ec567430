//! The dictionary by which a text is cut: jieba's words, the policy lexicon and the reader's own.
//!
//! Of a compact dictionary only those words are handed to jieba-rs that can stand in the texts at hand: every two
//! neighbouring characters of the word stand side by side somewhere in them. No other word can be found in these
//! texts, so none can change a token, if only the sum of all frequencies stays what it is: one word that no text
//! can hold carries the frequency of all that are left out.
//!
//! A term of the lexicon gets the frequency with which it wins over its own best cut into shorter words,
//! [`BONUS`] times over; one that the dictionary has is left to it. With the lexicon on, the sum of all frequencies has [`ROOM`] for terms and the reader's
//! words, filled up by the word that no text can hold: so a word more or less changes only texts that hold it.
//! With the lexicon off, tokens are those of jieba-rs with the reader's words, to the last.

use super::compact::{Compact, encode};
use super::judge::Judge;
use super::lexicon;
use super::scope::Scope;
use super::tree::Tree;
use super::user::DictionaryWord;
use crate::error::Error;
use crate::text::Plausibility;
use jieba_rs::Jieba;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// jieba-rs looks for words only in runs of ideographs, ASCII letters, digits and some marks; so this one is never
/// found.
const REST: &str = "\0";
/// How much likelier than its own best cut a term is made: enough to win over most words that reach across its edges,
/// and too little to tear two common ones.
const BONUS: usize = 50;
/// The same for terms of up to three characters, which stand by chance more often.
const BONUS_OF_SHORT: usize = 2;
/// What terms and the reader's words may add to the sum of all frequencies without changing it.
const ROOM: u64 = 1 << 22;

/// A loaded dictionary; see [`Dictionary::tokens`] for cutting.
pub struct Dictionary {
    /// Texts bring words into it, which callers need not know of.
    cutting: Mutex<State>,
    /// For texts that are not counted; made when first asked for.
    judging: Mutex<Option<Judge>>,
    compact: Option<Arc<Compact>>,
}

pub(super) struct State {
    pub(super) jieba: Jieba,
    /// Where more words come from; none if all are there.
    scope: Option<Scope>,
    /// What the sum has to be.
    n_total: u64,
    pub(super) with_lexicon: bool,
    /// For each term whether it has been handed on.
    terms: Vec<bool>,
    user: Vec<DictionaryWord>,
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
        Ok(Self::new(Some(Arc::new(Compact::read(bytes)?))))
    }

    /// The dictionary that comes with jieba-rs, from inside the binary, all of it.
    #[cfg(feature = "cli")]
    pub fn built_in() -> Self {
        Self::new(None)
    }

    fn new(compact: Option<Arc<Compact>>) -> Self {
        let cutting = State::new(compact.clone().map(Scope::new));
        Dictionary { cutting: Mutex::new(cutting), judging: Mutex::new(None), compact }
    }

    /// Takes the policy lexicon in or out, and the reader's words in place of those that were there.
    pub fn set_words(&self, with_lexicon: bool, user: &[DictionaryWord]) {
        let mut state = self.state();
        if state.with_lexicon != with_lexicon || state.user != user {
            *state = State::with_words(state.scope.as_ref().map(Scope::afresh), with_lexicon, user);
        }
    }

    /// Another one for the same texts, without lexicon and words of the reader.
    pub(super) fn again(&self) -> Self {
        let cutting = State::new(self.state().scope.as_ref().map(Scope::afresh));
        Dictionary { cutting: Mutex::new(cutting), judging: Mutex::new(None), compact: self.compact.clone() }
    }

    /// Makes ready for cutting these texts. Cutting does so by itself; for many texts it is quicker to do it once.
    pub fn prepare<'t>(&self, texts: impl IntoIterator<Item = &'t str>) {
        let mut state = self.state();
        if let Some(scope) = &mut state.scope
            && texts.into_iter().fold(false, |is_behind, text| scope.note(text) | is_behind)
        {
            state.extend();
        }
    }

    /// The sum of all frequencies, of which the likelihood of every word is a share.
    pub fn sum(&self) -> u64 {
        self.state().n_total
    }

    pub(super) fn state(&self) -> MutexGuard<'_, State> {
        self.cutting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn judge<T>(&self, ask: impl FnOnce(&mut Judge) -> T) -> T {
        let mut judging = self.judging.lock().unwrap_or_else(PoisonError::into_inner);
        let tree = || self.compact.clone().map_or_else(|| Tree::of_whole(whole()), Tree::of_compact);
        ask(judging.get_or_insert_with(|| Judge::new(tree())))
    }
}

/// By the words of the dictionary alone, all of them: those of a text that is judged need not stand in any text that is
/// counted. Marks count by how common they are, and what no text has (a private character, half a syllable) is very
/// unlikely.
impl Plausibility for Dictionary {
    fn plausibility(&self, text: &str) -> f64 {
        self.judge(|judge| judge.plausibility(text))
    }

    fn gain_of_pair(&self, first: char, second: char) -> f64 {
        self.judge(|judge| judge.gain_of_pair(first, second))
    }
}

impl State {
    /// Whether a word is in the lexicon that is in use.
    pub(super) fn is_term(&self, word: &str) -> bool {
        self.term(word).is_some()
    }

    /// A word as a term of the lexicon that is in use.
    pub(super) fn term(&self, word: &str) -> Option<&'static lexicon::Term> {
        lexicon::term(word).filter(|_| self.with_lexicon)
    }

    fn new(scope: Option<Scope>) -> Self {
        let jieba = if scope.is_some() { Jieba::empty() } else { whole() };
        let n_total = scope.as_ref().map_or_else(|| total(&jieba), |scope| scope.compact.total());
        let mut state =
            State { jieba, scope, n_total, with_lexicon: false, terms: Vec::new(), user: Vec::new() };
        state.fill_up();
        state
    }

    fn with_words(scope: Option<Scope>, with_lexicon: bool, user: &[DictionaryWord]) -> Self {
        let mut state = State::new(scope);
        state.with_lexicon = with_lexicon;
        state.user = user.to_vec();
        if with_lexicon {
            state.n_total += ROOM;
            state.terms = vec![false; lexicon::terms().len()];
        }
        if let Some(scope) = &mut state.scope {
            for word in user {
                scope.note(&word.word);
            }
        }
        state.load();
        state
    }

    /// Hands on what new texts bring. A term's frequency does not know of the reader's words, so these come last.
    fn extend(&mut self) {
        if !self.user.is_empty() && self.new_terms().next().is_some() {
            let scope = self.scope.as_ref().map(Scope::afresh);
            *self = State::with_words(scope, self.with_lexicon, &self.user);
            return;
        }
        if let Some(scope) = &mut self.scope {
            scope.extend(&mut self.jieba);
        }
        self.fill_up();
        self.add_terms();
    }

    /// Hands on all that the texts can hold: the dictionary's words, then terms, then the reader's.
    fn load(&mut self) {
        if let Some(scope) = &mut self.scope
            && scope.note("")
        {
            scope.extend(&mut self.jieba);
        }
        self.fill_up();
        self.add_terms();
        for index in 0..self.user.len() {
            self.add_user_word(index);
        }
    }

    fn new_terms(&self) -> impl Iterator<Item = usize> {
        let is_new = |index: &usize| {
            let term = &lexicon::terms()[*index];
            !self.terms[*index] && self.scope.as_ref().is_none_or(|scope| scope.may_hold(term.text))
        };
        (0..self.terms.len()).filter(is_new)
    }

    fn add_terms(&mut self) {
        let new: Vec<usize> = self.new_terms().collect();
        let mut rest = self.rest();
        for index in new {
            self.terms[index] = true;
            let term = &lexicon::terms()[index];
            if term.is_run() && !self.jieba.has_word(term.text) {
                let is_short = term.text.chars().count() <= 3;
                let bonus = if is_short { BONUS_OF_SHORT } else { BONUS };
                let frequency = bonus * self.jieba.suggest_freq(term.text);
                self.jieba.add_word(term.text, Some(frequency), Some(term.tag()));
                rest = rest.saturating_sub(frequency as u64);
                self.jieba.add_word(REST, Some(rest as usize), None);
            }
        }
    }

    fn add_user_word(&mut self, index: usize) {
        let word = &self.user[index];
        let before = total(&self.jieba);
        let frequency = word.frequency.map(|frequency| frequency as usize);
        self.jieba.add_word(&word.word, frequency, word.tag.as_deref());
        if self.with_lexicon {
            self.fill_up();
        } else {
            self.n_total = (self.n_total + total(&self.jieba)).saturating_sub(before);
        }
    }

    /// What is left for the word that stands for all others.
    fn rest(&mut self) -> u64 {
        self.jieba.add_word(REST, Some(0), None);
        let rest = self.n_total.saturating_sub(total(&self.jieba));
        self.jieba.add_word(REST, Some(rest as usize), None);
        rest
    }

    /// Gives the word that stands for all others their frequency, so that the sum is what it has to be; where the
    /// reader's words need more, the sum grows.
    fn fill_up(&mut self) {
        self.rest();
        self.n_total = self.n_total.max(total(&self.jieba));
    }
}

#[cfg(feature = "cli")]
fn whole() -> Jieba {
    Jieba::new()
}

/// Without a dictionary inside the program there is always a compact one.
#[cfg(not(feature = "cli"))]
fn whole() -> Jieba {
    Jieba::empty()
}

/// The sum of all frequencies, which jieba-rs tells only in its debug form.
fn total(jieba: &Jieba) -> u64 {
    let shown = format!("{jieba:?}");
    let figure = shown.split_once("total_freq: ").map_or("", |(_, figure)| figure);
    figure
        .split(|c: char| !c.is_ascii_digit())
        .next()
        .and_then(|figure| figure.parse().ok())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::scope::MANY;
    use super::*;
    use crate::text::Span;

    const TEXT: &str = "项目 100 n\n企业 70000 n\n企业家 0 n\n企 5 ng\n";

    fn dictionary() -> Dictionary {
        Dictionary::from_text(TEXT.as_bytes()).unwrap_or_else(|why| panic!("{why}"))
    }

    #[test]
    fn a_bad_dictionary_is_named_with_its_line() {
        let error = Dictionary::from_text("项目 100 n\n企业 many n\n".as_bytes()).err();
        let message = error.map(|error| error.to_string()).unwrap_or_default();
        assert!(message.contains("line 2"), "{message}");
        assert!(Dictionary::from_text(b"\n").is_err());
        assert!(Dictionary::from_compact(TEXT.into()).is_err());
    }

    #[test]
    fn after_many_texts_all_words_are_there_and_no_text_brings_anything_new() {
        let dictionary = dictionary();
        for char in ('\u{3400}'..).take(MANY + 1) {
            assert!(!dictionary.state().jieba.has_word("项目"));
            dictionary.prepare([char.to_string().as_str()]);
        }
        assert!(dictionary.state().jieba.has_word("项目"));
        dictionary.prepare(["企业家"]);
        assert_eq!(dictionary.state().scope.as_ref().map(|scope| scope.n_passes), Some(MANY + 1));
    }

    #[test]
    fn texts_that_are_prepared_together_bring_their_words_in_at_once() {
        let dictionary = dictionary();
        dictionary.prepare(["项目", "企业"]);
        for text in ["企业，", "项目。"] {
            assert_eq!(dictionary.tokens(text, false)[0].span, Span::new(0, 6), "{text}");
        }
        assert_eq!(dictionary.state().scope.as_ref().map(|scope| scope.n_passes), Some(1));
    }

    #[test]
    fn the_sum_of_all_frequencies_is_that_of_the_whole_dictionary() {
        let dictionary = dictionary();
        for text in ["", "企业", "项目", "企业家"] {
            dictionary.prepare([text]);
            assert_eq!(total(&dictionary.state().jieba), 70_105, "{text}");
        }
    }

    #[test]
    fn with_the_lexicon_words_come_and_go_and_the_sum_stays() {
        let dictionary = dictionary();
        dictionary.set_words(true, &[]);
        dictionary.prepare(["企业家和乡村振兴的项目"]);
        let word = |word: &str, frequency| DictionaryWord { word: word.into(), frequency, tag: None };
        for words in [vec![], vec![word("企业家", Some(900)), word("的项目", None)]] {
            dictionary.set_words(true, &words);
            assert_eq!(total(&dictionary.state().jieba), 70_105 + ROOM);
        }
        dictionary.set_words(true, &[word("企业家", Some(5_000_000))]);
        assert!(dictionary.sum() > 70_105 + ROOM, "more than there is room for");
    }
}
