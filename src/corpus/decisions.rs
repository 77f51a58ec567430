//! What the reader decided about each document: what is taken back, where paragraphs begin, whose words they are.
//!
//! Promise: decisions name bytes of the original and documents by their numbers, so they mean the same after the
//! files are read again, in another session or on another machine. They are data: [`super::apply`] carries them out.

use super::DocumentId;
use crate::error::{Error, ErrorKind};
use crate::intake::Encoding;
use crate::order::Order;
use crate::places::{Assigned, Code};
use crate::text::Span;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Version of the shape.
const SCHEMA: u32 = 1;

/// All decisions of a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Decisions {
    /// Version of the shape.
    schema: u32,
    /// By document; only those about which something was decided.
    #[serde(default)]
    pub documents: BTreeMap<DocumentId, DocumentDecisions>,
}

impl Default for Decisions {
    fn default() -> Self {
        Decisions { schema: SCHEMA, documents: BTreeMap::new() }
    }
}

impl Decisions {
    /// Reads decisions from JSON.
    ///
    /// # Errors
    /// `bad-workspace` for other shapes and other versions of this one.
    pub fn from_json(json: &str) -> Result<Self, Error> {
        let bad = |why: String| Error::from(ErrorKind::BadWorkspace(why));
        let decisions: Decisions = serde_json::from_str(json).map_err(|why| bad(why.to_string()))?;
        decisions.known()?;
        Ok(decisions)
    }

    /// Nothing, if this version of the shape is known.
    pub(super) fn known(&self) -> Result<(), Error> {
        if self.schema == SCHEMA {
            return Ok(());
        }
        Err(ErrorKind::BadWorkspace(format!("decisions of version {} are not known", self.schema)).into())
    }

    /// The decisions as JSON, the same each time.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).expect("decisions have string keys only")
    }

    /// What was decided about a document.
    pub fn of(&self, id: DocumentId) -> Option<&DocumentDecisions> {
        self.documents.get(&id)
    }

    /// Sets what is decided about a document; nothing takes no room.
    pub(super) fn set(&mut self, id: DocumentId, decisions: DocumentDecisions) {
        if decisions == DocumentDecisions::default() {
            self.documents.remove(&id);
        } else {
            self.documents.insert(id, decisions);
        }
    }
}

/// What the reader decided about one document. Offsets are bytes of its decoded original.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct DocumentDecisions {
    /// The encoding that the reader chose; else the one that it turns out to be in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub encoding: Option<Encoding>,
    /// Masks and edits that are taken back.
    #[serde(skip_serializing_if = "Undone::is_empty")]
    pub undone: Undone,
    /// Where a paragraph is cut in two.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub splits: BTreeSet<usize>,
    /// Beginnings of paragraphs that go with the one before.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub merges: BTreeSet<usize>,
    /// Whose words a paragraph is, in the order of the original.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub assigned: Vec<AssignedBlock>,
}

/// Masks and edits that are taken back.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Undone {
    /// All of these kinds.
    pub kinds: BTreeSet<String>,
    /// Single ones.
    pub places: BTreeSet<ChangePlace>,
}

impl Undone {
    fn is_empty(&self) -> bool {
        self.kinds.is_empty() && self.places.is_empty()
    }
}

/// One mask or edit: its kind and where it stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChangePlace {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// Name of the kind.
    pub kind: String,
}

/// A paragraph and whose words the reader says it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AssignedBlock {
    /// First byte of the paragraph.
    pub start: usize,
    /// One past its last byte.
    pub end: usize,
    /// Whose words.
    pub to: AssignedTo,
}

/// Whose words the reader says a paragraph is, as it is written in JSON: `{"place": "371402"}`, `"several"`,
/// `"unknown"`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum AssignedTo {
    /// Of this place.
    Place(Code),
    /// Of several places at once.
    Several,
    /// Of no place that is known.
    Unknown,
}

impl From<AssignedTo> for Assigned {
    fn from(to: AssignedTo) -> Self {
        match to {
            AssignedTo::Place(code) => Assigned::Place(code),
            AssignedTo::Several => Assigned::Several,
            AssignedTo::Unknown => Assigned::Unknown,
        }
    }
}

/// One thing that a reader decides. Offsets are bytes of the decoded original.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "Written")]
pub enum Decision {
    /// Take back everything of a kind.
    UndoKind {
        /// Name of the kind.
        kind: String,
    },
    /// Have everything of a kind done again, the places that were taken back one by one too.
    RedoKind {
        /// Name of the kind.
        kind: String,
    },
    /// Take back one mask or edit.
    UndoPlace(ChangePlace),
    /// Have one mask or edit done again.
    RedoPlace(ChangePlace),
    /// Cut a paragraph in two.
    Split {
        /// Where the second part begins.
        at: usize,
    },
    /// Join a paragraph with the one before.
    Merge {
        /// Where it begins.
        at: usize,
    },
    /// Say whose words some paragraphs are.
    Assign {
        /// Where they stand.
        blocks: Vec<Span>,
        /// Whose words; none to leave it to the text.
        to: Option<AssignedTo>,
    },
    /// Agree that the paragraphs for which a place is suggested are that place's words.
    Confirm {
        /// The place.
        place: Code,
    },
}

/// A decision as it is written in JSON: what it does, and what it needs for that.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(rename = "do")]
    what: String,
    kind: Option<String>,
    start: Option<usize>,
    end: Option<usize>,
    at: Option<usize>,
    blocks: Option<Vec<Span>>,
    to: Option<AssignedTo>,
    place: Option<Code>,
}

impl TryFrom<Written> for Decision {
    type Error = String;

    fn try_from(written: Written) -> Result<Self, String> {
        let Written { what, kind, start, end, at, blocks, to, place } = written;
        let decision = match what.as_str() {
            "undo-kind" => kind.map(|kind| Decision::UndoKind { kind }),
            "redo-kind" => kind.map(|kind| Decision::RedoKind { kind }),
            "undo-place" | "redo-place" => kind.zip(start.zip(end)).map(|(kind, (start, end))| {
                let place = ChangePlace { start, end, kind };
                if what == "undo-place" { Decision::UndoPlace(place) } else { Decision::RedoPlace(place) }
            }),
            "split" => at.map(|at| Decision::Split { at }),
            "merge" => at.map(|at| Decision::Merge { at }),
            "assign" => blocks.map(|blocks| Decision::Assign { blocks, to }),
            "confirm" => place.map(|place| Decision::Confirm { place }),
            _ => return Err(format!("nothing is done by {what}")),
        };
        decision.ok_or_else(|| format!("{what} needs more than is said"))
    }
}

impl DocumentDecisions {
    /// How many decisions there are.
    pub fn len(&self) -> usize {
        let of_places = self.undone.kinds.len() + self.undone.places.len();
        of_places + self.splits.len() + self.merges.len() + self.assigned.len()
    }

    /// Whether nothing was decided but, perhaps, the encoding.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whose words the reader says the paragraph at `span` is.
    pub fn assigned_to(&self, span: Span) -> Option<AssignedTo> {
        let found = self.assigned.binary_search_by_key(&(span.start, span.end), |one| (one.start, one.end));
        found.ok().map(|index| self.assigned[index].to)
    }

    /// Says whose words a paragraph is, or leaves it to the text.
    pub(super) fn assign(&mut self, span: Span, to: Option<AssignedTo>) {
        let key = (span.start, span.end);
        let found = self.assigned.binary_search_by_key(&key, |one| (one.start, one.end));
        match (found, to) {
            (Ok(index), Some(to)) => self.assigned[index].to = to,
            (Ok(index), None) => drop(self.assigned.remove(index)),
            (Err(index), Some(to)) => {
                self.assigned.insert(index, AssignedBlock { start: span.start, end: span.end, to });
            }
            (Err(_), None) => {}
        }
    }

    /// Puts what was read from a file into its order.
    pub(super) fn sorted(mut self) -> Self {
        self.assigned.order_by_key(|one| (one.start, one.end));
        self.assigned.dedup_by_key(|one| (one.start, one.end));
        self
    }
}

/// One step that can be taken back: what was decided about a document before and after it.
#[derive(Debug, Clone)]
pub(super) struct Step {
    pub id: DocumentId,
    pub before: DocumentDecisions,
    pub after: DocumentDecisions,
}

/// The steps of a session.
#[derive(Debug, Default)]
pub(super) struct History {
    pub done: Vec<Step>,
    pub undone: Vec<Step>,
}

/// More steps than this are not remembered.
const MAX_STEPS: usize = 100;

impl History {
    /// Takes note of a new step, after which those taken back cannot be repeated.
    pub fn take(&mut self, step: Step) {
        self.undone.clear();
        if self.done.len() == MAX_STEPS {
            self.done.remove(0);
        }
        self.done.push(step);
    }

    /// Forgets the steps of a document that is gone.
    pub fn forget(&mut self, id: DocumentId) {
        self.done.retain(|step| step.id != id);
        self.undone.retain(|step| step.id != id);
    }
}
