//! The corpus under the reader's decisions: each concerns one document, and that one alone is worked over again.

use super::apply::{AsRead, apply, decided};
use super::decisions::{Decision, Decisions, DocumentDecisions, Step};
use super::{Corpus, DocumentId, Entry, explained};
use crate::error::Error;
use crate::intake::Encoding;
use crate::order::{self, Order};
use crate::places::{Assigned, Attribution};
use crate::text::Block;
use std::sync::OnceLock;

impl Entry {
    /// The bytes of the file.
    pub fn bytes(&self) -> &[u8] {
        self.bytes.as_deref().unwrap_or(self.document.original.as_bytes())
    }

    /// What decisions changed of the document, as it was before them; none where none did.
    pub fn as_read(&self) -> Option<&AsRead> {
        self.as_read.as_deref()
    }

    /// How much the reader decided about it: what is taken back, cut, joined, credited.
    pub fn n_decisions(&self) -> usize {
        self.n_decisions
    }

    /// The document as it was read, before any decision.
    pub(super) fn reset(&mut self) {
        if let Some(as_read) = self.as_read.take() {
            self.document.blocks = as_read.blocks;
            self.document.set_aside = as_read.set_aside;
            self.document.notices = as_read.notices;
        }
    }

    /// Carries decisions out in place of those that were carried out before, and credits the paragraphs; their words
    /// must be cut afterwards.
    pub(super) fn carry_out(&mut self, decisions: Option<&DocumentDecisions>) {
        self.reset();
        self.sketch = OnceLock::new();
        self.n_decisions = decisions.map_or(0, DocumentDecisions::len);
        let Some(decisions) = decisions.filter(|decisions| !decisions.is_empty()) else {
            self.attributions = super::attributions(&self.document);
            self.slogans = explained(&self.document);
            return;
        };
        self.as_read = Some(Box::new(AsRead::of(&self.document)));
        apply(&mut self.document, decisions);
        self.attributions = attributions(self, decisions);
        self.slogans = explained(&self.document);
    }
}

#[inline(never)]
fn attributions(entry: &Entry, decisions: &DocumentDecisions) -> Vec<Attribution> {
    let assigned = |block: &Block| decisions.assigned_to(block.span()).map(Assigned::from);
    super::attributions_with(&entry.document, assigned)
}

impl Corpus {
    /// Decides something about a document. Only this document is worked over again, and of its words only those of
    /// paragraphs that changed are cut.
    ///
    /// # Errors
    /// `no-such-document`; `bad-decision` for what does not fit the document.
    pub fn decide(&mut self, id: DocumentId, decision: &Decision) -> Result<&Entry, Error> {
        let entry = self.entry(id)?;
        let before = self.decisions.of(id).cloned().unwrap_or_default();
        let after =
            decided(&entry.document, entry.as_read.as_deref(), &entry.attributions, &before, decision)?;
        if after != before {
            self.history.take(Step { id, before, after: after.clone() });
            self.settle(id, after);
        }
        self.entry(id)
    }

    /// Takes the last decision back; the document that it was about, or none where there is nothing to take back.
    pub fn undo(&mut self) -> Option<DocumentId> {
        let step = self.history.done.pop()?;
        let id = step.id;
        self.settle(id, step.before.clone());
        self.history.undone.push(step);
        Some(id)
    }

    /// Decides again what was taken back last.
    pub fn redo(&mut self) -> Option<DocumentId> {
        let step = self.history.undone.pop()?;
        let id = step.id;
        self.settle(id, step.after.clone());
        self.history.done.push(step);
        Some(id)
    }

    /// Whether there is a decision to take back, and one to decide again.
    pub fn steps(&self) -> (bool, bool) {
        (!self.history.done.is_empty(), !self.history.undone.is_empty())
    }

    /// All decisions, those about documents that are not here too.
    pub fn decisions(&self) -> &Decisions {
        &self.decisions
    }

    /// Puts decisions in the place of all that were made. Those about documents that are not here wait for them.
    pub fn set_decisions(&mut self, mut decisions: Decisions) {
        for of_document in decisions.documents.values_mut() {
            *of_document = std::mem::take(of_document).sorted();
        }
        self.history = super::decisions::History::default();
        let before = std::mem::replace(&mut self.decisions, decisions);
        let ids: Vec<DocumentId> = self.entries.iter().map(|entry| entry.id).collect();
        for id in ids {
            if before.of(id) == self.decisions.of(id) {
                continue;
            }
            let encoding = |decisions: &Decisions| decisions.of(id).and_then(|one| one.encoding);
            match encoding(&self.decisions) {
                encoding_now if encoding_now == encoding(&before) => self.rework(id),
                encoding_now => self.read_again(id, encoding_now),
            }
        }
    }

    /// Takes note of the encoding in which the reader wants a document read.
    pub(super) fn note_encoding(&mut self, id: DocumentId, encoding: Encoding) {
        let mut decisions = self.decisions.of(id).cloned().unwrap_or_default();
        decisions.encoding = Some(encoding);
        self.decisions.set(id, decisions);
    }

    /// Forgets what was decided about a document that is gone.
    pub(super) fn forget(&mut self, id: DocumentId) {
        self.decisions.documents.remove(&id);
        self.history.forget(id);
    }

    /// Takes documents out and puts others, which are here, where the first of them stood: so with the rows of a table
    /// that was read again in another encoding. What was decided about those that go waits for them.
    pub fn exchange(&mut self, before: &[DocumentId], after: &[DocumentId]) {
        let going = order::set(before.iter().copied());
        let ranks = order::map(after.iter().enumerate().map(|(rank, id)| (*id, rank)));
        let (mut ahead, mut here, mut behind, mut gone) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let mut is_past = false;
        for entry in std::mem::take(&mut self.entries) {
            let is_going = going.contains(&entry.id);
            is_past |= is_going;
            match ranks.get(&entry.id) {
                Some(rank) => here.push((*rank, entry)),
                None if is_going => gone.push(entry),
                None if is_past => behind.push(entry),
                None => ahead.push(entry),
            }
        }
        here.order_by_key(|(rank, _)| *rank);
        self.entries =
            ahead.into_iter().chain(here.into_iter().map(|(_, entry)| entry)).chain(behind).collect();
        for entry in gone {
            self.let_go(entry);
        }
        self.texts_changed();
    }

    /// Forgets the steps of a document that may come back, and keeps what was decided.
    fn let_go(&mut self, entry: Entry) {
        let id = entry.id;
        self.forget_names(Some(entry));
        self.history.forget(id);
        if self.decisions.of(id).is_some_and(DocumentDecisions::is_empty) {
            self.decisions.documents.remove(&id);
        }
    }

    /// The choice of an encoding is no step: it stays as it is now.
    fn settle(&mut self, id: DocumentId, mut decisions: DocumentDecisions) {
        decisions.encoding = self.decisions.of(id).and_then(|one| one.encoding);
        self.decisions.set(id, decisions);
        self.rework(id);
    }

    fn rework(&mut self, id: DocumentId) {
        self.texts_changed();
        let Some(index) = self.entries.iter().position(|entry| entry.id == id) else { return };
        let entry = &mut self.entries[index];
        let before = entry.document.blocks.clone();
        entry.carry_out(self.decisions.of(id));
        if self.cutter.is_some() {
            entry.keep_words(&before);
            self.cut_changed(index);
        }
    }

    fn read_again(&mut self, id: DocumentId, encoding: Option<Encoding>) {
        let Some(index) = self.entries.iter().position(|entry| entry.id == id) else { return };
        let entry = &self.entries[index];
        let (file, bytes) = (entry.document.file.clone(), entry.bytes().to_vec());
        let given = entry.document.given().clone();
        self.texts_changed();
        let entry = self.read(id, &file, &bytes, encoding, &given);
        self.replace(index, entry);
    }
}
