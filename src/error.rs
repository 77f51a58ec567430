//! Mistakes of the caller. Bad text is never an error: it comes back as a result with notices.

use std::fmt;

/// What a caller did wrong; see [`Error::code`] for the stable name of the cause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    kind: ErrorKind,
}

/// The cause of an [`Error`].
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// Words were asked for before a dictionary was loaded.
    NoDictionary,
    /// The dictionary is in neither jieba's format nor the compact form, whichever was expected.
    BadDictionary(String),
    /// A file is larger than the limit, both in bytes.
    TooLarge {
        /// Size of the file.
        n_bytes: usize,
        /// The limit.
        limit: usize,
    },
    /// There is no document of this number.
    NoSuchDocument(u64),
    /// No encoding has this name.
    UnknownEncoding {
        /// The name.
        label: String,
        /// The names that there are.
        known: String,
    },
    /// The reader's choices could not be read.
    BadView(String),
    /// What should be known of a document from beside its text could not be read.
    BadGiven(String),
    /// A decision that cannot be carried out on this document.
    BadDecision(String),
    /// A workspace file, or decisions from one, could not be read.
    BadWorkspace(String),
    /// The reader's words could not be read.
    BadWords(String),
}

impl Error {
    /// A name of the cause that stays the same from version to version.
    pub fn code(&self) -> &'static str {
        match self.kind {
            ErrorKind::NoDictionary => "no-dictionary",
            ErrorKind::BadDictionary(_) => "bad-dictionary",
            ErrorKind::TooLarge { .. } => "too-large",
            ErrorKind::NoSuchDocument(_) => "no-such-document",
            ErrorKind::UnknownEncoding { .. } => "unknown-encoding",
            ErrorKind::BadView(_) => "bad-view",
            ErrorKind::BadGiven(_) => "bad-given",
            ErrorKind::BadDecision(_) => "bad-decision",
            ErrorKind::BadWorkspace(_) => "bad-workspace",
            ErrorKind::BadWords(_) => "bad-words",
        }
    }

    /// The cause, with its values.
    pub fn kind(&self) -> &ErrorKind {
        &self.kind
    }
}

impl From<ErrorKind> for Error {
    fn from(kind: ErrorKind) -> Self {
        Error { kind }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            ErrorKind::NoDictionary => f.write_str("no dictionary has been loaded yet"),
            ErrorKind::BadDictionary(why) => write!(f, "the dictionary cannot be read: {why}"),
            ErrorKind::TooLarge { n_bytes, limit } => {
                write!(f, "the file has {n_bytes} bytes, more than the limit of {limit}")
            }
            ErrorKind::NoSuchDocument(id) => write!(f, "there is no document number {id}"),
            ErrorKind::UnknownEncoding { label, known } => {
                write!(f, "there is no encoding {label}; known are {known}")
            }
            ErrorKind::BadView(why) => write!(f, "the view cannot be read: {why}"),
            ErrorKind::BadGiven(why) => write!(f, "what comes with the document cannot be read: {why}"),
            ErrorKind::BadDecision(why) => write!(f, "this cannot be decided: {why}"),
            ErrorKind::BadWorkspace(why) => write!(f, "the workspace cannot be read: {why}"),
            ErrorKind::BadWords(why) => write!(f, "the words cannot be read: {why}"),
        }
    }
}

impl std::error::Error for Error {}
