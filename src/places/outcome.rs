//! What goes into attribution and what comes out of it.

use super::code::Code;
use serde::Serialize;
use std::fmt;

/// What attribution sees of a document.
#[derive(Debug, Clone, Default)]
pub struct Outline<'a> {
    /// The title, cleaned, in Simplified characters.
    pub title: Option<&'a str>,
    /// The medium that published the text; it helps to tell places of the same name apart, and no more.
    pub source: Option<&'a str>,
    /// What the reader's table says in its column of places: it holds for every block, whatever the text says.
    pub given: Option<&'a str>,
    /// The paragraphs in their order.
    pub blocks: Vec<BlockText<'a>>,
}

/// A paragraph as attribution sees it.
#[derive(Debug, Clone, Copy, Default)]
pub struct BlockText<'a> {
    /// Cleaned text in Simplified characters.
    pub text: &'a str,
    /// A dateline that was set aside at its start, e.g. 鲁网日照3月1日讯; may be empty.
    pub dateline: &'a str,
    /// Whether the line is marked or built as a heading.
    pub is_heading: bool,
    /// What the reader decided about this block. It holds for this block alone: its neighbours get what they would
    /// get without it.
    pub assigned: Option<Assigned>,
}

/// Whose words the reader says that a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Assigned {
    /// Of this place.
    Place(Code),
    /// Of several places at once.
    Several,
    /// Of no place that is known.
    Unknown,
}

/// How sure the place of a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// The block is about one place.
    About,
    /// It is about several places at once.
    Several,
    /// It is about a whole province.
    Province,
    /// The place is not named but likely; not to be counted as that place until a person agrees.
    Suggested,
    /// The place is not known.
    Unknown,
}

/// The place of a block, or that it is not known, with the reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Attribution {
    /// How sure the place is.
    pub status: Status,
    /// The places that the block is about, as named; empty unless about, several or province, and where the reader
    /// said no more than that there are several.
    pub places: Vec<Code>,
    /// The places that are likely; empty unless suggested.
    pub suggested: Vec<Code>,
    /// Why.
    pub reason: Reason,
}

/// Why a block has its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reason {
    /// The rule that decided.
    pub kind: ReasonKind,
    /// The words in the text that decided; empty where nothing did.
    pub name: String,
    /// The block in which they stand; none for the title.
    pub block: Option<usize>,
}

/// The rules of attribution.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReasonKind {
    /// The heading above names the place.
    Heading,
    /// The title names the place.
    Title,
    /// Somebody speaks who holds an office of the place.
    Office,
    /// The dateline names the place.
    Dateline,
    /// The block itself names the place.
    Named,
    /// An earlier block names the place, and none since has named another.
    Carried,
    /// The block speaks of the whole city in which the district of the document lies.
    WholeCity,
    /// It is the only place that the document names.
    OnlyPlace,
    /// No city is named, but several of its districts are.
    Districts,
    /// Nothing in the text says, or the place column holds words that are not one known place.
    Nothing,
    /// The reader's table says so in its column of places.
    Given,
    /// The reader said so of this block.
    Assigned,
}

impl fmt::Display for Reason {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = &self.name;
        match (self.kind, self.block) {
            (ReasonKind::Heading, _) => write!(formatter, "named in the heading {name}"),
            (ReasonKind::Title, _) => write!(formatter, "named in the title: {name}"),
            (ReasonKind::Office, _) => write!(formatter, "the office of the speaker: {name}"),
            (ReasonKind::Dateline, _) => write!(formatter, "named in the dateline: {name}"),
            (ReasonKind::Named, _) => write!(formatter, "named here: {name}"),
            (ReasonKind::Carried, Some(block)) => {
                write!(formatter, "carried forward from paragraph {}, which names {name}", block + 1)
            }
            (ReasonKind::Carried, None) => write!(formatter, "carried forward: {name}"),
            (ReasonKind::WholeCity, _) => {
                write!(formatter, "speaks of the whole city to which {name} belongs")
            }
            (ReasonKind::OnlyPlace, _) => write!(formatter, "the only place that the text names: {name}"),
            (ReasonKind::Districts, _) => {
                write!(formatter, "the city is not named, but its districts are: {name}")
            }
            (ReasonKind::Nothing, _) if name.is_empty() => write!(formatter, "no place is named"),
            (ReasonKind::Nothing, _) => {
                write!(formatter, "the place column says {name}, which is not one known place")
            }
            (ReasonKind::Given, _) => write!(formatter, "the place column says {name}"),
            (ReasonKind::Assigned, _) => write!(formatter, "assigned by the reader"),
        }
    }
}
