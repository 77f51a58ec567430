//! A half-open range of bytes.

use serde::{Deserialize, Deserializer, Serialize, de};

/// The bytes `start..end` of a text. `start <= end` always holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl<'de> Deserialize<'de> for Span {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Ends {
            start: usize,
            end: usize,
        }
        let Ends { start, end } = Ends::deserialize(deserializer)?;
        if start > end {
            return Err(de::Error::custom(format!("span {start}..{end} ends before it starts")));
        }
        Ok(Span { start, end })
    }
}

impl Span {
    /// A span from `start` to `end`.
    ///
    /// # Panics
    /// When `start > end`: such a range is always a mistake in the calling code.
    pub fn new(start: usize, end: usize) -> Self {
        assert!(start <= end, "span {start}..{end} ends before it starts");
        Span { start, end }
    }

    /// Number of bytes.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether the span holds no byte.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The text that the span covers.
    ///
    /// # Panics
    /// When the span is out of bounds or cuts a character.
    pub fn of(self, text: &str) -> &str {
        &text[self.start..self.end]
    }

    /// The same span moved by `by` bytes to the right.
    pub fn shifted(self, by: usize) -> Span {
        Span::new(self.start + by, self.end + by)
    }
}
