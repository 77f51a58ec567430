//! The documents and their index: the only state, and the one place where intake, places and words meet.
//!
//! Promise: a document is read, attributed and cut once, when it comes; every later question is answered from
//! the index. Not here: the reader's choices (`report`).

mod marks;
mod vocabulary;

pub use vocabulary::{Vocabulary, Word, WordId};

use crate::error::{Error, ErrorKind};
use crate::intake::{self, Document, Encoding};
use crate::places::{Attribution, BlockText, Gazetteer, Outline, attribute};
use crate::text::{Role, Span};
use crate::words::{Dictionary, FoundNames, NameKind, StopWords, Tone};
use serde::Serialize;
use std::fmt;

/// A file larger than this many bytes is refused.
pub const MAX_FILE: usize = 32 << 20;

/// The documents, cut by one dictionary.
#[derive(Default)]
pub struct Corpus {
    entries: Vec<Entry>,
    dictionary: Option<Dictionary>,
    vocabulary: Vocabulary,
}

/// A document with all that was found out about it.
pub struct Entry {
    /// Which document it is, wherever and in whatever company it is read; see [`DocumentId`].
    pub id: DocumentId,
    /// As it was read.
    pub document: Document,
    /// Whose words each block is.
    pub attributions: Vec<Attribution>,
    /// The words of each block; empty until there is a dictionary.
    pub blocks: Vec<Vec<Occurrence>>,
    /// The names that the document itself gives away.
    names: FoundNames,
}

/// Number of a document, made of its name and its bytes, so that it is the same in every corpus and on every
/// machine. It has 53 bits and so is exact in JavaScript.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct DocumentId(pub u64);

impl DocumentId {
    /// The number of a file: FNV-1a of its name, a zero and its bytes, folded to 53 bits.
    fn of(file: &str, bytes: &[u8]) -> Self {
        let all = file.bytes().chain([0]).chain(bytes.iter().copied());
        let hash = all.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        DocumentId((hash >> 53) ^ (hash & ((1 << 53) - 1)))
    }
}

impl fmt::Display for DocumentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A word at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Occurrence {
    /// Which word.
    pub word: WordId,
    /// Bytes of the block's cleaned text.
    pub span: Span,
    /// Whose name it is, or is part of, at this place.
    pub name: Option<NameKind>,
    /// In what way the clause speaks of it.
    pub tone: Option<Tone>,
}

impl Corpus {
    /// An empty corpus that shows all words but those of `stop`.
    pub fn new(stop: StopWords) -> Self {
        Corpus { vocabulary: Vocabulary::new(stop, Gazetteer::built_in()), ..Corpus::default() }
    }

    /// Takes a dictionary and cuts all documents by it.
    pub fn set_dictionary(&mut self, dictionary: Dictionary) {
        let plausibility = |text: &str| dictionary.plausibility(text);
        for entry in &mut self.entries {
            if let Some(repaired) = intake::repaired(&entry.document, &plausibility) {
                entry.document = repaired;
                entry.attributions = attributions(&entry.document);
            }
        }
        dictionary.prepare(self.entries.iter().flat_map(|entry| texts(&entry.document)));
        for entry in &mut self.entries {
            entry.names = marks::names_of(&entry.document, &dictionary);
        }
        self.dictionary = Some(dictionary);
        self.cut(|_| true);
    }

    /// Reads a file and adds it. The same file again, by name and bytes, is the document that is already there.
    ///
    /// # Errors
    /// `too-large` past [`MAX_FILE`]; nothing else.
    pub fn add(&mut self, file: &str, bytes: &[u8]) -> Result<&Entry, Error> {
        self.add_as(file, bytes, None)
    }

    /// As [`Corpus::add`], in an encoding that the reader chose: the document takes the place of the one that was
    /// read from the same bytes in another.
    ///
    /// # Errors
    /// `too-large` past [`MAX_FILE`]; nothing else.
    pub fn add_as(&mut self, file: &str, bytes: &[u8], encoding: Option<Encoding>) -> Result<&Entry, Error> {
        if bytes.len() > MAX_FILE {
            return Err(ErrorKind::TooLarge { n_bytes: bytes.len(), limit: MAX_FILE }.into());
        }
        let id = DocumentId::of(file, bytes);
        let there = self.entries.iter().position(|entry| entry.id == id);
        if there.is_some() && encoding.is_none() {
            return self.entry(id);
        }
        let document = match &self.dictionary {
            Some(dictionary) => {
                intake::read_with(file, bytes, encoding, Some(&|text: &str| dictionary.plausibility(text)))
            }
            None => intake::read_as(file, bytes, encoding),
        };
        let attributions = attributions(&document);
        let names = match &self.dictionary {
            Some(dictionary) => marks::names_of(&document, dictionary),
            None => FoundNames::default(),
        };
        let entry = Entry { id, document, attributions, blocks: Vec::new(), names };
        let index = there.unwrap_or(self.entries.len());
        let gone = match there {
            Some(index) => Some(std::mem::replace(&mut self.entries[index], entry)),
            None => {
                self.entries.push(entry);
                None
            }
        };
        self.cut_around(Some(index), gone.as_ref());
        self.entry(id)
    }

    /// Takes note of a file that is added later, which makes adding many files quicker and changes nothing else.
    pub fn announce(&self, bytes: &[u8]) {
        if let Some(dictionary) = &self.dictionary {
            dictionary.announce(&String::from_utf8_lossy(bytes));
        }
    }

    /// Takes a document out.
    ///
    /// # Errors
    /// `no-such-document`.
    pub fn remove(&mut self, id: DocumentId) -> Result<(), Error> {
        self.entry(id)?;
        let index = self.entries.iter().position(|entry| entry.id == id);
        let gone = index.map(|index| self.entries.remove(index));
        self.cut_around(None, gone.as_ref());
        Ok(())
    }

    /// Takes all documents out.
    pub fn clear(&mut self) {
        self.entries.clear();
    }

    /// The documents, in the order in which they came.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// One document.
    ///
    /// # Errors
    /// `no-such-document`.
    pub fn entry(&self, id: DocumentId) -> Result<&Entry, Error> {
        let entry = self.entries.iter().find(|entry| entry.id == id);
        entry.ok_or_else(|| ErrorKind::NoSuchDocument(id.0).into())
    }

    /// All words that were ever seen.
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// The part of speech of a word of the dictionary or of a place name, in jieba's letters; none for what is no word
    /// or before there is a dictionary.
    pub fn part_of_speech(&self, word: &str) -> Option<String> {
        self.dictionary.as_ref().and_then(|dictionary| marks::part_of_speech(dictionary, word))
    }

    /// Nothing, once there is a dictionary.
    ///
    /// # Errors
    /// `no-dictionary` before that.
    pub fn ready(&self) -> Result<(), Error> {
        self.dictionary.as_ref().map(|_| ()).ok_or_else(|| ErrorKind::NoDictionary.into())
    }
}

/// Whose words each block of a document is.
pub fn attributions(document: &Document) -> Vec<Attribution> {
    let blocks = document.blocks.iter().map(|block| BlockText {
        text: block.text(),
        dateline: &block.dateline,
        is_heading: block.role == Role::Heading,
    });
    let outline = Outline {
        title: document.title.as_deref(),
        source: document.source.as_deref(),
        blocks: blocks.collect(),
    };
    attribute(Gazetteer::built_in(), &outline)
}

fn texts(document: &Document) -> impl Iterator<Item = &str> {
    document.blocks.iter().map(|block| block.text())
}
