//! From cleaned text to words.
//!
//! Promise: tokens are those of jieba-rs with its own dictionary, of which only what the texts can hold is in use,
//! and, unless switched off, with the policy lexicon, numbered slogans and quantities as one token each; the reader's
//! words come before all of it. Every token knows its bytes; a token's class says whether it counts as a word. Not
//! here: which words are shown (that is the reader's choice, in `report`).

mod compact;
mod cut;
mod dictionary;
mod found;
mod judge;
mod lexicon;
mod longest;
mod lookup;
mod names;
mod negation;
mod pairs;
mod phrase;
mod quantity;
mod scope;
mod segment;
mod slogan;
mod stop;
mod theme;
mod tree;
mod unknown;
mod user;

pub use compact::encode;
pub use cut::{Cutter, Reach};
pub use dictionary::Dictionary;
pub use found::{PhraseFinder, Piece};
pub use lexicon::{Term, term, terms, terms_in};
pub use names::{
    AllNames, Beginnings, FoundNames, KnownNames, Name, NameKind, Texts, names, tokens_with_names,
};
pub use negation::{Tone, Tones};
pub use phrase::{Example, Phrase, Source, Tag, Why, candidates, certain, phrases};
pub use segment::{Class, Token};
pub use slogan::{Slogan, may_explain, slogans};
pub use stop::{StopWords, Tier};
pub use theme::{NONE, Theme, ThemeSheet, ThemeTerm, ThemeUse};
pub use user::{DictionaryWord, Group, Problem, Words};
