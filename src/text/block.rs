//! A paragraph of a document.

use super::{Draft, Span};
use serde::Serialize;

/// A paragraph as it is counted, with its way back to the original.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// The cleaned text and the original bytes behind it.
    pub draft: Draft,
    /// What the block is in its document.
    pub role: Role,
    /// Name of the speaker and its colon at the beginning of the cleaned text, e.g. `记者：`; empty where there is
    /// none. It stays in the text and is no word of it.
    pub speaker: Span,
    /// A dateline set aside from its beginning, e.g. 某网某市3月1日讯; empty where there is none.
    pub dateline: String,
}

/// What a block is in its document, and so whose voice it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// The text itself.
    Body,
    /// A line that is marked as a heading.
    Heading,
    /// A journalist's turn in an interview.
    Question,
    /// What the editors say about the text.
    EditorsNote,
    /// The words under a picture.
    Caption,
}

impl Role {
    /// Whether it is the medium that speaks here, and not the city.
    pub fn is_of_medium(self) -> bool {
        matches!(self, Role::Question | Role::EditorsNote | Role::Caption)
    }
}

impl Block {
    /// A block of the text itself, without speaker and dateline.
    pub fn new(draft: Draft) -> Self {
        Block { draft, role: Role::Body, speaker: Span::new(0, 0), dateline: String::new() }
    }

    /// The cleaned text.
    pub fn text(&self) -> &str {
        self.draft.text()
    }

    /// Where the block stands in the original, in bytes.
    pub fn span(&self) -> Span {
        self.draft.span()
    }
}
