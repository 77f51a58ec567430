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
    /// Nothing in the file says which encoding it is in; it was read in the one that fits best.
    EncodingGuessed,
    /// The file is in an encoding for Japanese or Korean.
    NotChineseEncoding,
    /// Bytes that are invalid in the encoding stand here; the rest was read.
    InvalidBytes,
    /// So much is invalid that the file is probably in another encoding, or no text.
    PoorFit,
    /// The text was read in a wrong encoding and saved so before it came here; too much was lost to restore it.
    TwiceEncoded,
    /// The same, but it could be undone exactly, and was.
    TwiceEncodedRepaired,
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
    /// Something that the reader decided about this document does not fit it any more and was left out.
    DecisionLeftOut,
    /// Characters of a private range stand here; what they were is lost.
    PrivateUse,
}

impl NoticeKind {
    /// Whether it is about how bytes became text, and not about the text.
    pub fn is_of_decoding(self) -> bool {
        matches!(
            self,
            NoticeKind::EncodingGuessed
                | NoticeKind::NotChineseEncoding
                | NoticeKind::InvalidBytes
                | NoticeKind::PoorFit
                | NoticeKind::TwiceEncoded
                | NoticeKind::TwiceEncodedRepaired
                | NoticeKind::Binary
        )
    }
}
