//! What a reader should know of a document although nothing failed.

use super::Span;
use serde::Serialize;

/// A remark on a place in the original.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Notice {
    /// The kind, by which the page finds its words in the reader's language.
    pub kind: NoticeKind,
    /// Where, in bytes of the decoded original.
    #[serde(flatten)]
    pub span: Span,
    /// One English sentence for logs and the command line.
    pub message: String,
}

/// Kinds of [`Notice`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum NoticeKind {
    /// Bytes that are not UTF-8 stand here; the rest was read.
    InvalidBytes,
    /// So many bytes are not UTF-8 that the file is probably in another encoding, or no text.
    NotUtf8,
    /// The file has NUL bytes, as programs and pictures have and texts have not.
    Binary,
    /// Nothing is left to count.
    Empty,
    /// Front matter begins here and does not end.
    UnclosedFrontMatter,
    /// Characters were lost here when the text was converted and could not be repaired with certainty; they are
    /// set aside.
    Damaged,
    /// Readings in brackets were injected into this text; they are removed for counting.
    PinyinInjected,
}
