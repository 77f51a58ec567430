//! All words that were ever seen, each with a number and with what is known of it.

use crate::places::{Gazetteer, Level};
use crate::text::packed;
use crate::words::{Class, Cutter, StopWords, Tier};
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;

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
    /// Numbers of words that are their own keys, and of longer ones.
    short: Numbers,
    long: FxHashMap<Box<str>, WordId>,
    stop: StopWords,
    gazetteer: Option<&'static Gazetteer>,
    phrases: BTreeSet<String>,
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
        let key = packed(text);
        let known = match key {
            Some(key) => self.short.get(key),
            None => self.long.get(text).copied(),
        };
        if let Some(id) = known {
            return id;
        }
        let id =
            WordId(u32::try_from(self.words.len()).expect("fewer than 2^32 different words fit in memory"));
        match key {
            Some(key) => self.short.insert(key, id),
            None => {
                self.long.insert(text.into(), id);
            }
        }
        self.words.push(Word {
            text: text.into(),
            n_characters: text.chars().count(),
            tier: tier(&self.stop, cutter, text),
            is_place: self.is_place(text),
            tag: self.tag(text, class, cutter),
            class,
        });
        id
    }

    /// Takes in what is known of the words now that the reader's have changed.
    pub(super) fn refresh(&mut self, cutter: &Cutter) {
        for word in &mut self.words {
            let tag = cutter.tag(&word.text, word.class);
            word.tag = tag_of(tag, &word.text, &self.phrases);
            word.tier = tier(&self.stop, cutter, &word.text);
        }
    }

    /// Takes note of the phrases that count as words now; `moved` are those that did not until now, or do no more.
    pub(super) fn note_phrases(
        &mut self,
        phrases: &BTreeSet<String>,
        moved: &BTreeSet<String>,
        cutter: &Cutter,
    ) {
        self.phrases = phrases.clone();
        for id in moved.iter().filter_map(|phrase| self.find(phrase)).collect::<Vec<_>>() {
            let word = &self.words[id.index()];
            let (tag, is_place) = (self.tag(&word.text, word.class, cutter), self.is_place(&word.text));
            (self.words[id.index()].tag, self.words[id.index()].is_place) = (tag, is_place);
        }
    }

    /// Of phrases that the texts make one word, those that end as landforms do are names of such, known to no table.
    fn is_place(&self, text: &str) -> bool {
        let is_landform = || text.ends_with(LANDFORMS) && text.chars().count() == 3;
        self.gazetteer.is_some_and(|gazetteer| is_place(gazetteer, text))
            || is_landform() && self.phrases.contains(text)
    }

    fn tag(&self, text: &str, class: Class, cutter: &Cutter) -> Box<str> {
        tag_of(cutter.tag(text, class), text, &self.phrases)
    }

    /// The number of a word that was seen.
    pub fn find(&self, text: &str) -> Option<WordId> {
        match packed(text) {
            Some(key) => self.short.get(key),
            None => self.long.get(text).copied(),
        }
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

/// A phrase of the texts is the name of something, as far as nobody knows better.
fn tag_of(tag: String, text: &str, phrases: &BTreeSet<String>) -> Box<str> {
    if tag.is_empty() && phrases.contains(text) { "nz".into() } else { tag.into() }
}

/// Numbers by key: every word of every text is looked up here, mostly in one step.
#[derive(Default)]
struct Numbers {
    /// Keys, none of which is 0, each as near behind the place of its hash as there was room.
    slots: Vec<(u64, WordId)>,
    n: usize,
}

impl Numbers {
    fn get(&self, key: u64) -> Option<WordId> {
        let (found, id) = *self.slots.get(self.place(key))?;
        (found == key).then_some(id)
    }

    /// Adds a key that is not there.
    fn insert(&mut self, key: u64, id: WordId) {
        if self.slots.len() < 2 * (self.n + 1) {
            let room = vec![(0, WordId(0)); (2 * self.slots.len()).max(1 << 12)];
            for (key, id) in std::mem::replace(&mut self.slots, room).into_iter().filter(|(key, _)| *key != 0)
            {
                let place = self.place(key);
                self.slots[place] = (key, id);
            }
        }
        let place = self.place(key);
        self.slots[place] = (key, id);
        self.n += 1;
    }

    /// Where a key stands or would stand.
    #[inline]
    fn place(&self, key: u64) -> usize {
        let last = self.slots.len().wrapping_sub(1);
        let mut at = (key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as usize & last;
        while self.slots.get(at).is_some_and(|(other, _)| *other != key && *other != 0) {
            at = (at + 1) & last;
        }
        at
    }
}

/// The reader has the last word.
fn tier(stop: &StopWords, cutter: &Cutter, word: &str) -> Option<Tier> {
    if cutter.is_never(word) { Some(Tier::Own) } else { stop.tier(word).filter(|_| !cutter.is_shown(word)) }
}

/// What a landmark's name ends with.
const LANDMARKS: [char; 14] =
    ['山', '湖', '河', '江', '岛', '湾', '港', '路', '街', '桥', '镇', '乡', '村', '寺'];

/// Of these, what nothing else ends with.
const LANDFORMS: [char; 6] = ['山', '湖', '河', '江', '岛', '湾'];

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_keeps_its_number() {
        let mut numbers = Numbers::default();
        assert_eq!(numbers.get(7), None);
        let keys: Vec<u64> = (1..20_000).map(|n| n * n * 0x1_0000_0001).collect();
        for (id, key) in (0..).zip(&keys) {
            assert_eq!(numbers.get(*key), None);
            numbers.insert(*key, WordId(id));
        }
        assert!((0..).zip(&keys).all(|(id, key)| numbers.get(*key) == Some(WordId(id))));
    }
}
