//! A paragraph of a document.

use super::{Draft, Span};
use serde::{Deserialize, Serialize};

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
    /// Numbers and names that the text keeps back, as stretches of the cleaned text, in order. They stay in the text
    /// and are no words of it.
    pub withheld: Vec<Withheld>,
}

/// A number or a name in whose place stands X, ×× or □.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Withheld {
    /// What is kept back.
    pub kind: WithheldKind,
    /// Where: in the cleaned text of a block, or in the original of a document.
    #[serde(flatten)]
    pub span: Span,
}

impl Withheld {
    /// The same so many bytes further on in another text.
    pub(super) fn moved(self, by: isize) -> Self {
        let at = |at: usize| at.saturating_add_signed(by);
        Withheld { span: Span::new(at(self.span.start), at(self.span.end)), ..self }
    }

    /// The part of it before byte `end`.
    pub(super) fn within(self, end: usize) -> Self {
        Withheld { span: Span::new(self.span.start, self.span.end.min(end)), ..self }
    }
}

/// What a text keeps back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum WithheldKind {
    /// A number: 投资X亿元.
    #[serde(rename = "withheld-quantity")]
    Quantity,
    /// A name: ××市.
    #[serde(rename = "withheld-name")]
    Name,
}

/// What a block is in its document, and so whose voice it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
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
    /// As it is written in results.
    pub fn name(self) -> &'static str {
        match self {
            Role::Body => "body",
            Role::Heading => "heading",
            Role::Question => "question",
            Role::EditorsNote => "editors-note",
            Role::Caption => "caption",
        }
    }

    /// Whether it is the medium that speaks here, and not the city.
    pub fn is_of_medium(self) -> bool {
        matches!(self, Role::Question | Role::EditorsNote | Role::Caption)
    }
}

impl Block {
    /// A block of the text itself, without speaker and dateline.
    pub fn new(draft: Draft) -> Self {
        let (speaker, dateline, withheld) = (Span::new(0, 0), String::new(), Vec::new());
        Block { draft, role: Role::Body, speaker, dateline, withheld }
    }

    /// The cleaned text.
    pub fn text(&self) -> &str {
        self.draft.text()
    }

    /// Whether a stretch of the cleaned text touches what is kept back.
    pub fn withholds(&self, span: Span) -> bool {
        let first = self.withheld.partition_point(|held| held.span.end <= span.start);
        self.withheld.get(first).is_some_and(|held| held.span.start < span.end)
    }

    /// Where the block stands in the original, in bytes.
    pub fn span(&self) -> Span {
        self.draft.span()
    }
}
