//! The documents and their index: the only state, and the one place where intake, places and words meet.
//!
//! Promise: a document is read, attributed and cut once, when it comes; every later question is answered from
//! the index. Not here: the reader's choices (`report`).

mod effect;
mod vocabulary;

pub use effect::{Changed, WordEffect};
pub use vocabulary::{Vocabulary, Word, WordId};

use crate::error::{Error, ErrorKind};
use crate::intake::{self, Document, Encoding};
use crate::places::{Attribution, BlockText, Gazetteer, Outline, attribute};
use crate::text::{Block, Role, Span};
use crate::words::{Cutter, Dictionary, Problem, Slogan, StopWords, Words, slogans};
use serde::Serialize;
use std::fmt;

/// A file larger than this many bytes is refused.
pub const MAX_FILE: usize = 32 << 20;

/// The documents, cut by one dictionary.
pub struct Corpus {
    entries: Vec<Entry>,
    cutter: Option<Cutter>,
    with_lexicon: bool,
    words: Words,
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
    /// Numbered slogans with the members that the text gives them, each with its block.
    pub slogans: Vec<(usize, Slogan)>,
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
}

impl Corpus {
    /// An empty corpus that shows all words but those of `stop`.
    pub fn new(stop: StopWords) -> Self {
        Corpus {
            entries: Vec::new(),
            cutter: None,
            with_lexicon: true,
            words: Words::default(),
            vocabulary: Vocabulary::new(stop, Gazetteer::built_in()),
        }
    }

    /// Takes a dictionary and cuts all documents by it.
    pub fn set_dictionary(&mut self, dictionary: Dictionary) {
        let plausibility = |text: &str| dictionary.plausibility(text);
        for entry in &mut self.entries {
            if let Some(repaired) = intake::repaired(&entry.document, &plausibility) {
                entry.document = repaired;
                entry.attributions = attributions(&entry.document);
                entry.slogans = explained(&entry.document);
            }
        }
        self.cutter = Some(Cutter::new(dictionary, self.with_lexicon, &self.words));
        self.cut_again(|_| true);
    }

    /// Takes the policy lexicon in or out, which cuts all documents again if it was not so before.
    pub fn set_lexicon(&mut self, with_lexicon: bool) {
        if self.with_lexicon != with_lexicon {
            self.with_lexicon = with_lexicon;
            self.change(&self.words.clone());
        }
    }

    /// Whether documents are cut with the policy lexicon.
    pub fn has_lexicon(&self) -> bool {
        self.with_lexicon
    }

    /// Takes the reader's words in place of those that were there, and cuts again what may be cut otherwise. Says
    /// which lines of their dictionary could not be taken.
    pub fn set_words(&mut self, words: Words) -> Vec<Problem> {
        self.change(&words);
        self.words = words;
        self.words.lines().1
    }

    /// The reader's words.
    pub fn words(&self) -> &Words {
        &self.words
    }

    fn change(&mut self, words: &Words) {
        let Some(cutter) = self.cutter.take() else { return };
        let (cutter, is_other) = cutter.change(self.with_lexicon, words);
        let differences = self.words.differences(words);
        self.vocabulary.refresh(&cutter);
        self.cutter = Some(cutter);
        self.cut_again(|text| is_other || differences.iter().any(|part| text.contains(part.as_str())));
    }

    /// Cuts the blocks again whose text is concerned.
    fn cut_again(&mut self, is_concerned: impl Fn(&str) -> bool) {
        let Some(cutter) = &self.cutter else { return };
        cutter.dictionary().prepare(self.entries.iter().flat_map(|entry| texts(&entry.document)));
        for entry in &mut self.entries {
            entry.blocks.resize(entry.document.blocks.len(), Vec::new());
            for (block, words) in entry.document.blocks.iter().zip(&mut entry.blocks) {
                if is_concerned(block.text()) {
                    *words = cut(block, cutter, &mut self.vocabulary);
                }
            }
        }
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
        let document = match &self.cutter {
            Some(cutter) => {
                let plausibility = |text: &str| cutter.dictionary().plausibility(text);
                intake::read_with(file, bytes, encoding, Some(&plausibility))
            }
            None => intake::read_as(file, bytes, encoding),
        };
        let attributions = attributions(&document);
        let blocks = match &self.cutter {
            Some(cutter) => cut_all(&document, cutter, &mut self.vocabulary),
            None => Vec::new(),
        };
        let slogans = explained(&document);
        let entry = Entry { id, document, attributions, blocks, slogans };
        match there {
            Some(index) => self.entries[index] = entry,
            None => self.entries.push(entry),
        }
        self.entry(id)
    }

    /// Takes note of a file that is added later, which makes adding many files quicker and changes nothing else.
    pub fn announce(&self, bytes: &[u8]) {
        if let Some(cutter) = &self.cutter {
            cutter.dictionary().announce(&String::from_utf8_lossy(bytes));
        }
    }

    /// Takes a document out.
    ///
    /// # Errors
    /// `no-such-document`.
    pub fn remove(&mut self, id: DocumentId) -> Result<(), Error> {
        self.entry(id)?;
        self.entries.retain(|entry| entry.id != id);
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

    /// Nothing, once there is a dictionary.
    ///
    /// # Errors
    /// `no-dictionary` before that.
    pub fn ready(&self) -> Result<(), Error> {
        self.cutter.as_ref().map(|_| ()).ok_or_else(|| ErrorKind::NoDictionary.into())
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

/// The slogans of a document that its text explains.
fn explained(document: &Document) -> Vec<(usize, Slogan)> {
    let blocks = texts(document).enumerate();
    let slogans =
        blocks.flat_map(|(index, text)| slogans(text).into_iter().map(move |slogan| (index, slogan)));
    slogans.filter(|(_, slogan)| !slogan.members.is_empty()).collect()
}

fn cut_all(document: &Document, cutter: &Cutter, vocabulary: &mut Vocabulary) -> Vec<Vec<Occurrence>> {
    // Once for the document, not once for each block.
    cutter.dictionary().prepare(texts(document));
    document.blocks.iter().map(|block| cut(block, cutter, vocabulary)).collect()
}

fn cut(block: &Block, cutter: &Cutter, vocabulary: &mut Vocabulary) -> Vec<Occurrence> {
    let text = block.text();
    let words = cutter.tokens(text).into_iter();
    let words = words.filter(|token| token.class.is_word() && token.span.start >= block.speaker.end);
    words
        .map(|token| Occurrence {
            word: vocabulary.id_of(cutter.name_of(token.span.of(text)), token.class, cutter),
            span: token.span,
        })
        .collect()
}
