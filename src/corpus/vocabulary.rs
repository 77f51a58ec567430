//! All words that were ever seen, each with a number and with what is known of it.

use crate::places::{Gazetteer, Level};
use crate::words::{Class, Cutter, StopWords, Tier};
use rustc_hash::FxHashMap;

/// Number of a word: its index in the vocabulary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WordId(u32);

impl WordId {
    /// As an index into a table with a row per word.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// What is known of a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// The word.
    pub text: Box<str>,
    /// Number of characters.
    pub n_characters: usize,
    /// Why it may be left out.
    pub tier: Option<Tier>,
    /// Whether it is the name of a place.
    pub is_place: bool,
    /// Part of speech in jieba's letters; empty where it is not known.
    pub tag: Box<str>,
    class: Class,
}

/// Words and their numbers.
#[derive(Default)]
pub struct Vocabulary {
    words: Vec<Word>,
    ids: FxHashMap<Box<str>, WordId>,
    stop: StopWords,
    gazetteer: Option<&'static Gazetteer>,
}

impl Vocabulary {
    /// An empty vocabulary that knows stop words and place names.
    pub fn new(stop: StopWords, gazetteer: &'static Gazetteer) -> Self {
        Vocabulary { stop, gazetteer: Some(gazetteer), ..Vocabulary::default() }
    }

    /// Another one that knows the same stop words and place names.
    pub(super) fn emptied(&self) -> Self {
        Vocabulary { stop: self.stop.clone(), gazetteer: self.gazetteer, ..Vocabulary::default() }
    }

    /// The number of a word, a new one if it was never seen; `cutter` knows more of it.
    pub fn id_of(&mut self, text: &str, class: Class, cutter: &Cutter) -> WordId {
        if let Some(id) = self.ids.get(text) {
            return *id;
        }
        let id =
            WordId(u32::try_from(self.words.len()).expect("fewer than 2^32 different words fit in memory"));
        self.ids.insert(text.into(), id);
        self.words.push(Word {
            text: text.into(),
            n_characters: text.chars().count(),
            tier: tier(&self.stop, cutter, text),
            is_place: self.gazetteer.is_some_and(|gazetteer| is_place(gazetteer, text)),
            tag: cutter.tag(text, class).into(),
            class,
        });
        id
    }

    /// Takes in what is known of the words now that the reader's have changed.
    pub(super) fn refresh(&mut self, cutter: &Cutter) {
        for word in &mut self.words {
            word.tag = cutter.tag(&word.text, word.class).into();
            word.tier = tier(&self.stop, cutter, &word.text);
        }
    }

    /// The number of a word that was seen.
    pub fn find(&self, text: &str) -> Option<WordId> {
        self.ids.get(text).copied()
    }

    /// A word by its number.
    pub fn word(&self, id: WordId) -> &Word {
        &self.words[id.index()]
    }

    /// The numbers of all words.
    pub fn ids(&self) -> impl Iterator<Item = WordId> + use<> {
        (0..self.words.len() as u32).map(WordId)
    }

    /// Number of different words.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether no word was seen yet.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }
}

/// The reader has the last word.
fn tier(stop: &StopWords, cutter: &Cutter, word: &str) -> Option<Tier> {
    if cutter.is_never(word) { Some(Tier::Own) } else { stop.tier(word).filter(|_| !cutter.is_shown(word)) }
}

/// What a landmark's name ends with.
const LANDMARKS: [char; 14] =
    ['山', '湖', '河', '江', '岛', '湾', '港', '路', '街', '桥', '镇', '乡', '村', '寺'];

/// Whether a word is the name of a place, of a landmark that bears one (五莲山), or a slogan that ends with one (富强滨州):
/// that a place says its own name tells nothing of it.
fn is_place(gazetteer: &Gazetteer, word: &str) -> bool {
    let bearer = || word.strip_suffix(LANDMARKS).filter(|bearer| bearer.chars().count() > 1);
    gazetteer.is_name(word)
        || bearer().is_some_and(|bearer| gazetteer.is_name(bearer))
        || is_slogan_of_place(gazetteer, word)
}

/// Whether a word of four characters or more ends with the name of a province or prefecture. Names of counties are too many,
/// and too often words by themselves (中心|城区).
fn is_slogan_of_place(gazetteer: &Gazetteer, word: &str) -> bool {
    let n_characters = word.chars().count();
    let is_large = |name: &str| {
        let mut large = gazetteer.places().iter().filter(|place| place.level != Level::County);
        large.any(|place| place.short_name() == Some(name))
    };
    let is_end = |n: usize| {
        let end = word.char_indices().rev().nth(n - 1).map_or("", |(at, _)| &word[at..]);
        gazetteer.is_name(end) && is_large(end)
    };
    n_characters >= 4 && [2, 3].into_iter().any(is_end)
}
