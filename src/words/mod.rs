//! From cleaned text to words.
//!
//! Promise: tokens are those of jieba-rs with its own dictionary, of which only what the texts can hold is in use;
//! every token knows its bytes; a token's class says whether it counts as a word. Not here: which words are shown
//! (that is the reader's choice, in `report`).

mod compact;
mod dictionary;
mod firsts;
mod lookup;
mod names;
mod negation;
mod pairs;
mod phrase;
mod segment;
mod stop;

pub use compact::encode;
pub use dictionary::Dictionary;
pub use names::{FoundNames, Name, NameKind, Texts, names, tokens_with_names};
pub use negation::{Tone, Tones};
pub use phrase::{Example, Phrase, Source, Tag, Why, phrases};
pub use segment::{Class, Token};
pub use stop::StopWords;
