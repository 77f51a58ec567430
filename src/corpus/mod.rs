//! The documents and their index: the only state, and the one place where intake, places and words meet.
//!
//! Promise: a document is read and attributed once, when it comes, and cut once, then or with others that came; every
//! later question is answered from the index. What the reader decides about a document has it worked over again from what was read, that document alone.
//! Not here: the reader's choices (`report`).

mod apart;
mod apply;
mod base64;
mod deciding;
mod decisions;
mod effect;
mod marks;
mod phrases;
mod reprints;
mod resamples;
mod vocabulary;
mod workspace;

pub use apart::Cutting;
pub use apply::{AsRead, UndoneChanges, changes};
pub use decisions::{AssignedBlock, AssignedTo, ChangePlace, Decision, Decisions, DocumentDecisions, Undone};
pub use effect::{Changed, WordEffect};
pub use reprints::{Likeness, Reprint};
pub(crate) use resamples::Resamples;
pub use vocabulary::{Vocabulary, Word, WordId};
pub use workspace::{LeftOut, Workspace};

use crate::error::{Error, ErrorKind};
use crate::intake::{self, Document, Encoding, Given};
use crate::places::{Assigned, Attribution, BlockText, Gazetteer, Outline, attribute};
use crate::text::{Block, Plausibility, Role, Span};
use crate::words::{
    Beginnings, Cutter, Dictionary, FoundNames, KnownNames, Name, NameKind, Problem, Reach, Slogan,
    StopWords, Tone, Words, may_explain, slogans,
};
use decisions::History;
use phrases::{Found, Joins};
use reprints::{Candidate, Sketch};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Mutex, OnceLock};

/// A file larger than this many bytes is refused.
pub const MAX_FILE: usize = 32 << 20;

/// Of documents that are cut together so many bytes may wait: more would keep whoever asks next waiting.
const MAX_WAITING: usize = 1 << 20;

/// The documents, cut by one dictionary.
pub struct Corpus {
    entries: Vec<Entry>,
    cutter: Option<Cutter>,
    with_lexicon: bool,
    words: Words,
    vocabulary: Vocabulary,
    decisions: Decisions,
    history: History,
    /// Phrases that count as words.
    found: Found,
    /// Found when first asked for, and again after any change of the documents.
    reprints: OnceLock<BTreeMap<DocumentId, Reprint>>,
    /// The names that documents give away.
    known: KnownNames,
    /// Bytes of the documents that were taken in and not cut.
    n_waiting: usize,
    /// What was asked last; see `resamples`.
    resamples: Mutex<Vec<Resamples>>,
}

/// A document with all that was found out about it.
pub struct Entry {
    /// Which document it is, wherever and in whatever company it is read; see [`DocumentId`].
    pub id: DocumentId,
    /// As it was read, and as the reader decided.
    pub document: Document,
    /// Whose words each block is.
    pub attributions: Vec<Attribution>,
    /// The words of each block; empty until there is a dictionary.
    pub blocks: Vec<Vec<Occurrence>>,
    /// The bytes of the file where they are not those of the decoded original.
    bytes: Option<Box<[u8]>>,
    as_read: Option<Box<AsRead>>,
    n_decisions: usize,
    /// Made of the blocks when first asked for.
    sketch: OnceLock<Sketch>,
    /// Numbered slogans with the members that the text gives them, each with its block.
    pub slogans: Vec<(usize, Slogan)>,
    /// The names that the document itself gives away, and how names begin that may stand in it.
    names: FoundNames,
    beginnings: Beginnings,
    /// The names under which each block was cut; none where it has to be cut.
    marked: Vec<Option<Vec<Name>>>,
    joins: Joins,
}

/// Number of a document, made of its name and its bytes, so that it is the same in every corpus and on every
/// machine. It has 53 bits and so is exact in JavaScript.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
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
    /// Whether no phrase may take it in: a name, a slogan.
    pub is_fixed: bool,
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
            decisions: Decisions::default(),
            history: History::default(),
            found: Found::default(),
            reprints: OnceLock::new(),
            known: KnownNames::default(),
            n_waiting: 0,
            resamples: Mutex::default(),
        }
    }

    /// Takes a dictionary and cuts all documents by it.
    pub fn set_dictionary(&mut self, dictionary: Dictionary) {
        for entry in &mut self.entries {
            entry.reset();
            if let Some(repaired) = intake::repaired(&entry.document, &dictionary) {
                entry.document = repaired;
            }
            entry.carry_out(self.decisions.of(entry.id));
        }
        self.cutter = Some(Cutter::new(dictionary, self.with_lexicon, &self.words));
        self.texts_changed();
        self.cut_all();
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
        self.cut_waiting();
        let Some(cutter) = self.cutter.take() else { return };
        let (cutter, reach) = cutter.change(self.with_lexicon, words);
        let differences = self.words.differences(words);
        self.vocabulary.refresh(&cutter);
        self.found.look_again();
        self.cutter = Some(cutter);
        let is_concerned =
            |text: &str| reach == Reach::All || differences.iter().any(|part| text.contains(part.as_str()));
        self.cut_again(is_concerned, reach != Reach::Words);
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
        self.add_given(file, bytes, encoding, &Given::default())
    }

    /// As [`Corpus::add_as`], with what is known of the document from beside its text. If that is other than before,
    /// the document is read again, too.
    ///
    /// # Errors
    /// `too-large` past [`MAX_FILE`]; nothing else.
    pub fn add_given(
        &mut self,
        file: &str,
        bytes: &[u8],
        encoding: Option<Encoding>,
        given: &Given,
    ) -> Result<&Entry, Error> {
        let id = self.take(file, bytes, encoding, given)?;
        self.cut_waiting();
        self.entry(id)
    }

    /// As [`Corpus::add_given`], but for its words: they are cut with those of others when [`Corpus::cut_waiting`] is
    /// called, which is quicker than to cut each by itself. Until then the document has none.
    ///
    /// # Errors
    /// `too-large` past [`MAX_FILE`]; nothing else.
    pub fn take(
        &mut self,
        file: &str,
        bytes: &[u8],
        encoding: Option<Encoding>,
        given: &Given,
    ) -> Result<DocumentId, Error> {
        if bytes.len() > MAX_FILE {
            return Err(ErrorKind::TooLarge { n_bytes: bytes.len(), limit: MAX_FILE }.into());
        }
        let id = DocumentId::of(file, bytes);
        let there = self.entries.iter().position(|entry| entry.id == id);
        let is_same = |index: usize| given.is_empty() || self.entries[index].document.given() == given;
        if there.is_some_and(is_same) && encoding.is_none() {
            return Ok(id);
        }
        if let Some(encoding) = encoding {
            self.note_encoding(id, encoding);
        }
        let encoding = self.decisions.of(id).and_then(|decisions| decisions.encoding);
        let entry = self.read(id, file, bytes, encoding, given);
        match there {
            Some(index) => self.replace(index, entry),
            None => self.entries.push(entry),
        }
        self.texts_changed();
        self.n_waiting += bytes.len();
        if self.n_waiting > MAX_WAITING {
            self.cut_waiting();
        }
        Ok(id)
    }

    fn read(
        &mut self,
        id: DocumentId,
        file: &str,
        bytes: &[u8],
        encoding: Option<Encoding>,
        given: &Given,
    ) -> Entry {
        let document = intake::read_given(file, bytes, encoding, given, self.plausibility());
        let own = (document.original.as_bytes() != bytes).then(|| bytes.into());
        let mut entry = Entry {
            id,
            document,
            attributions: Vec::new(),
            blocks: Vec::new(),
            bytes: own,
            as_read: None,
            n_decisions: 0,
            sketch: OnceLock::new(),
            slogans: Vec::new(),
            names: FoundNames::default(),
            beginnings: Beginnings::default(),
            marked: Vec::new(),
            joins: Joins::default(),
        };
        entry.carry_out(self.decisions.of(id));
        entry
    }

    /// Reads a file as [`Corpus::add`] does, and does not keep it.
    pub fn read_apart(&self, file: &str, bytes: &[u8]) -> Document {
        intake::read_with(file, bytes, None, self.plausibility())
    }

    /// Who judges what a damaged text was, once there is a dictionary.
    fn plausibility(&self) -> Option<&dyn Plausibility> {
        Some(self.cutter.as_ref()?.dictionary())
    }

    /// Takes a document out, with what was decided about it.
    ///
    /// # Errors
    /// `no-such-document`.
    pub fn remove(&mut self, id: DocumentId) -> Result<(), Error> {
        self.entry(id)?;
        let index = self.entries.iter().position(|entry| entry.id == id);
        let gone = index.map(|index| self.entries.remove(index));
        self.forget(id);
        self.forget_names(gone);
        self.texts_changed();
        Ok(())
    }

    /// Takes all documents out, with what was decided about them.
    pub fn clear(&mut self) {
        self.entries.clear();
        self.decisions = Decisions::default();
        self.history = History::default();
        self.known = KnownNames::default();
        self.resamples = Mutex::default();
        self.texts_changed();
    }

    /// What was found out about all texts together has to be found again.
    fn texts_changed(&mut self) {
        self.reprints = OnceLock::new();
        self.found.forget();
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

    /// What a document reprints, if it is a reprint of another one; see [`Likeness`].
    pub fn reprint(&self, id: DocumentId) -> Option<&Reprint> {
        self.reprints.get_or_init(|| self.find_reprints()).get(&id)
    }

    fn find_reprints(&self) -> BTreeMap<DocumentId, Reprint> {
        let documents = self.entries.iter().map(|entry| Candidate {
            id: entry.id,
            date: entry.document.date.as_deref(),
            sketch: entry.sketch.get_or_init(|| Sketch::of(texts(&entry.document))),
        });
        reprints::find(documents.collect())
    }

    /// All words that were ever seen.
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// The part of speech of a word of the dictionary or of a place name, in jieba's letters; none for what is no word
    /// or before there is a dictionary.
    pub fn part_of_speech(&self, word: &str) -> Option<String> {
        self.cutter.as_ref().and_then(|cutter| marks::part_of_speech(cutter.dictionary(), word))
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
    attributions_with(document, |_| None)
}

fn attributions_with(document: &Document, assigned: impl Fn(&Block) -> Option<Assigned>) -> Vec<Attribution> {
    let blocks = document.blocks.iter().map(|block| BlockText {
        text: block.text(),
        dateline: &block.dateline,
        is_heading: block.role == Role::Heading,
        assigned: assigned(block),
    });
    let outline = Outline {
        title: document.title.as_deref(),
        source: document.source.as_deref(),
        date: document.date.as_deref(),
        given: document.given_place.as_deref(),
        blocks: blocks.collect(),
    };
    attribute(Gazetteer::built_in(), &outline)
}

fn texts(document: &Document) -> impl Iterator<Item = &str> {
    document.blocks.iter().map(|block| block.text())
}

/// The slogans of a document that its text explains.
fn explained(document: &Document) -> Vec<(usize, Slogan)> {
    let blocks = texts(document).enumerate().filter(|(_, text)| may_explain(text));
    let slogans =
        blocks.flat_map(|(index, text)| slogans(text).into_iter().map(move |slogan| (index, slogan)));
    slogans.filter(|(_, slogan)| !slogan.members.is_empty()).collect()
}
