//! A paragraph of a document.

use super::{Draft, Span};

/// A paragraph as it is counted, with its way back to the original.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// The cleaned text and the original bytes behind it.
    pub draft: Draft,
    /// Whether the line is marked or built as a heading.
    pub is_heading: bool,
    /// A dateline set aside from its beginning, e.g. 某网某市3月1日讯; empty where there is none.
    pub dateline: String,
}

impl Block {
    /// The cleaned text.
    pub fn text(&self) -> &str {
        self.draft.text()
    }

    /// Where the block stands in the original, in bytes.
    pub fn span(&self) -> Span {
        self.draft.span()
    }
}
