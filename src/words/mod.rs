//! From cleaned text to words.
//!
//! Promise: tokens are those of jieba-rs with its own dictionary, of which only what the texts can hold is in use;
//! every token knows its bytes; a token's class says whether it counts as a word. Not here: which words are shown
//! (that is the reader's choice, in `report`).

mod compact;
mod dictionary;
mod pairs;
mod segment;
mod stop;

pub use compact::encode;
pub use dictionary::Dictionary;
pub use segment::{Class, Token};
pub use stop::StopWords;
