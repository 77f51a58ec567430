//! What the dictionary and the lexicon say about one word.

use super::Dictionary;

impl Dictionary {
    /// The part of speech of a word in jieba's letters, empty if it has none there; none for what is no word of the
    /// dictionary and no term of the lexicon in use. Only words that can stand in the texts at hand are known.
    pub fn part_of_speech(&self, word: &str) -> Option<String> {
        let state = self.state();
        if !state.jieba.has_word(word) {
            return state.term(word).map(|term| term.tag().to_owned());
        }
        match state.jieba.tag(word, false).as_slice() {
            [one] => Some(one.tag.to_owned()),
            _ => Some(String::new()),
        }
    }
}
