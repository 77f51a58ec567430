//! Carrying out the reader's decisions on a document as it was read.
//!
//! Promise: nothing is cleaned anew, so what was found out before keeps its bytes; what does not fit the document is
//! left out with a notice; without decisions the document is the one that was read.

use super::decisions::{AssignedTo, ChangePlace, Decision, DocumentDecisions, Undone};
use crate::error::{Error, ErrorKind};
use crate::intake::Document;
use crate::order::{self, Order};
use crate::places::{Attribution, Status};
use crate::text::{Block, Change, ChangeKind, Draft, Mask, Notice, NoticeKind, Piece, Role, Span};
use std::collections::BTreeSet;

/// What decisions change of a document, as it was before them.
#[derive(Debug, Clone)]
pub struct AsRead {
    /// Its paragraphs.
    pub blocks: Vec<Block>,
    /// Its masks outside of paragraphs.
    pub set_aside: Vec<Mask>,
    pub(super) notices: Vec<Notice>,
}

impl AsRead {
    pub(super) fn of(document: &Document) -> Self {
        AsRead {
            blocks: document.blocks.clone(),
            set_aside: document.set_aside.clone(),
            notices: document.notices.clone(),
        }
    }
}

/// What is taken back, ready to be asked piece by piece.
pub struct UndoneChanges {
    kinds: Vec<ChangeKind>,
    /// By kind, in the order of the original.
    places: Vec<(ChangeKind, Vec<Span>)>,
}

impl UndoneChanges {
    /// What a reader took back.
    pub fn of(undone: &Undone) -> Self {
        let mut places: Vec<(ChangeKind, Vec<Span>)> = Vec::new();
        for place in &undone.places {
            let span = Span::new(place.start.min(place.end), place.end);
            for kind in ChangeKind::named(&place.kind) {
                match places.iter_mut().find(|(of, _)| *of == kind) {
                    Some((_, spans)) => spans.push(span),
                    None => places.push((kind, vec![span])),
                }
            }
        }
        UndoneChanges {
            kinds: undone.kinds.iter().flat_map(|kind| ChangeKind::named(kind)).collect(),
            places,
        }
    }

    /// Whether a change of this kind at this place is taken back.
    pub fn holds(&self, kind: ChangeKind, span: Span) -> bool {
        self.kinds.contains(&kind) || self.by_place(kind, span)
    }

    /// A place stands for all that it contains: what was in one piece when it was decided may be in two now.
    fn by_place(&self, kind: ChangeKind, span: Span) -> bool {
        let Some((_, spans)) = self.places.iter().find(|(of, _)| *of == kind) else { return false };
        let after = spans.partition_point(|place| place.start <= span.start);
        spans[..after].last().is_some_and(|place| place.contains(span))
    }

    fn holds_piece(&self, piece: &Piece) -> bool {
        piece.change.kind().is_some_and(|kind| self.holds(kind, piece.original))
    }
}

/// Carries decisions out on a document that is as it was read.
pub(super) fn apply(document: &mut Document, decisions: &DocumentDecisions) {
    let mut left_out: Vec<(Span, String)> = unknown_changes(document, &decisions.undone);
    undo(document, &UndoneChanges::of(&decisions.undone));
    split(document, &decisions.splits, &mut left_out);
    merge(document, &decisions.merges, &mut left_out);
    for one in &decisions.assigned {
        let span = Span::new(one.start.min(one.end), one.end);
        if !is_block(document, span) {
            left_out.push((span, "no paragraph stands where one was credited by the reader".to_owned()));
        }
    }
    let n_bytes = document.original.len();
    document.notices.extend(left_out.into_iter().map(|(span, message)| Notice {
        kind: NoticeKind::DecisionLeftOut,
        span: Span::new(span.start.min(n_bytes), span.end.min(n_bytes)),
        message,
    }));
    document.notices.order_by_key(|notice| (notice.span, notice.kind));
}

/// Whether a paragraph stands exactly there; they are in the order of the original.
fn is_block(document: &Document, span: Span) -> bool {
    document.blocks.binary_search_by_key(&span, Block::span).is_ok()
}

/// What was taken back and is not there.
fn unknown_changes(document: &Document, undone: &Undone) -> Vec<(Span, String)> {
    let unknown = undone.kinds.iter().filter(|kind| ChangeKind::named(kind).is_empty());
    let mut left_out: Vec<(Span, String)> =
        unknown.map(|kind| (Span::new(0, 0), format!("no kind of change is called {kind}"))).collect();
    if undone.places.is_empty() {
        return left_out;
    }
    let there = order::set(changes(document));
    for place in &undone.places {
        let span = Span::new(place.start.min(place.end), place.end);
        let is_there = ChangeKind::named(&place.kind).iter().any(|kind| {
            let mut from = there.range((Span::new(span.start, span.start), *kind)..);
            from.any(|(at, of)| of == kind && span.contains(*at))
        });
        if !is_there {
            left_out.push((span, format!("no {} stands where one was taken back", place.kind)));
        }
    }
    left_out
}

/// All masks and edits of a document, those in lines that were set aside too.
pub fn changes(document: &Document) -> impl Iterator<Item = (Span, ChangeKind)> + '_ {
    let blocks = document.blocks.iter().chain(&document.lines);
    let pieces = blocks.flat_map(|block| block.draft.pieces());
    let inside = pieces.filter_map(|piece| Some((piece.original, piece.change.kind()?)));
    inside.chain(document.set_aside.iter().map(|mask| (mask.span, ChangeKind::Mask(mask.kind))))
}

fn undo(document: &mut Document, undone: &UndoneChanges) {
    let original = &document.original;
    let redrafted = |block: &Block| {
        let draft = block.draft.restored(original, |piece| undone.holds_piece(piece));
        draft.map(|draft| block.redrafted(draft))
    };
    for block in &mut document.blocks {
        if let Some(with) = redrafted(block) {
            *block = with;
        }
    }
    let is_undone = |mask: &Mask| undone.holds(ChangeKind::Mask(mask.kind), mask.span);
    let (back, rest): (Vec<Mask>, Vec<Mask>) = document.set_aside.iter().partition(|mask| is_undone(mask));
    if back.is_empty() {
        return;
    }
    document.set_aside = rest;
    for mask in back {
        let line = document.lines.iter().find(|line| line.span() == mask.span);
        match line.map(|line| redrafted(line).unwrap_or_else(|| line.clone())) {
            // What a line is was found out while it was looked at as no part of the text.
            Some(line) => document.blocks.push(Block { role: Role::Body, ..line }),
            None => document.blocks.extend(lines_of(original, mask.span)),
        }
    }
    document.blocks.order_by_key(Block::span);
}

/// A paragraph for each line of a stretch that has more than white space.
pub(super) fn lines_of(original: &str, span: Span) -> Vec<Block> {
    let mut at = span.start;
    let mut blocks = Vec::new();
    for line in span.of(original).split_inclusive(['\n', '\r']) {
        let text = line.trim();
        if !text.is_empty() {
            let start = at + (line.len() - line.trim_start().len());
            blocks.push(Block::new(Draft::new(original, Span::new(start, start + text.len()))));
        }
        at += line.len();
    }
    blocks
}

fn split(document: &mut Document, splits: &BTreeSet<usize>, left_out: &mut Vec<(Span, String)>) {
    if splits.is_empty() {
        return;
    }
    let mut splits = splits.iter().copied().peekable();
    let mut blocks = Vec::with_capacity(document.blocks.len() + 4);
    let mut miss = |at: usize| {
        left_out.push((Span::new(at, at), "no paragraph can be cut in two here any more".to_owned()));
    };
    for mut block in std::mem::take(&mut document.blocks) {
        while let Some(at) = splits.next_if(|at| *at <= block.span().start) {
            miss(at);
        }
        while let Some(at) = splits.next_if(|at| *at < block.span().end) {
            match block.split(&document.original, at) {
                Some((before, after)) => {
                    blocks.push(before);
                    block = after;
                }
                None => miss(at),
            }
        }
        blocks.push(block);
    }
    splits.for_each(miss);
    document.blocks = blocks;
}

fn merge(document: &mut Document, merges: &BTreeSet<usize>, left_out: &mut Vec<(Span, String)>) {
    if merges.is_empty() {
        return;
    }
    document.set_aside.order_by_key(|mask| mask.span);
    let mut fitting = BTreeSet::new();
    let mut blocks: Vec<Block> = Vec::with_capacity(document.blocks.len());
    for block in std::mem::take(&mut document.blocks) {
        let start = block.span().start;
        match blocks.pop() {
            Some(last) if merges.contains(&start) => {
                fitting.insert(start);
                let between = take_between(&mut document.set_aside, last.span().end, start);
                blocks.push(last.joined(&between, &block));
            }
            last => blocks.extend(last.into_iter().chain([block])),
        }
    }
    document.blocks = blocks;
    for at in merges.difference(&fitting) {
        left_out.push((Span::new(*at, *at), "no paragraph begins here any more".to_owned()));
    }
}

/// Takes the masks between two paragraphs out of those that stand for themselves.
fn take_between(set_aside: &mut Vec<Mask>, start: usize, end: usize) -> Vec<Mask> {
    let from = set_aside.partition_point(|mask| mask.span.start < start);
    let to = set_aside.partition_point(|mask| mask.span.end <= end).max(from);
    set_aside.drain(from..to).collect()
}

/// What a reader decides, added to what was decided before.
///
/// # Errors
/// `bad-decision` for what does not fit the document.
pub(super) fn decided(
    document: &Document,
    as_read: Option<&AsRead>,
    attributions: &[Attribution],
    before: &DocumentDecisions,
    decision: &Decision,
) -> Result<DocumentDecisions, Error> {
    let mut after = before.clone();
    match decision {
        Decision::UndoKind { kind } => {
            known(kind)?;
            after.undone.places.retain(|place| place.kind != *kind);
            after.undone.kinds.insert(kind.clone());
        }
        Decision::RedoKind { kind } => {
            after.undone.kinds.remove(kind);
            after.undone.places.retain(|place| place.kind != *kind);
        }
        Decision::UndoPlace(place) => {
            known(&place.kind)?;
            after.undone.places.insert(place.clone());
        }
        Decision::RedoPlace(place) => redo_place(document, as_read, &mut after, place),
        Decision::Split { at } => split_at(document, &mut after, *at)?,
        Decision::Merge { at } => merge_at(document, &mut after, *at)?,
        Decision::Assign { blocks, to } => assign(document, &mut after, blocks, *to)?,
        Decision::Confirm { place } => {
            let pairs = document.blocks.iter().zip(attributions);
            let suggested = pairs.filter(|(_, attribution)| {
                attribution.status == Status::Suggested && attribution.suggested.contains(place)
            });
            for (block, _) in suggested {
                after.assign(block.span(), Some(AssignedTo::Place(*place)));
            }
        }
    }
    Ok(after)
}

fn bad(why: impl Into<String>) -> Error {
    ErrorKind::BadDecision(why.into()).into()
}

fn known(kind: &str) -> Result<(), Error> {
    if ChangeKind::named(kind).is_empty() {
        return Err(bad(format!("no kind of change is called {kind}")));
    }
    Ok(())
}

/// Where the whole kind was taken back, it is now all of it but this place.
fn redo_place(
    document: &Document,
    as_read: Option<&AsRead>,
    decisions: &mut DocumentDecisions,
    place: &ChangePlace,
) {
    let (blocks, set_aside) = as_read
        .map_or((&document.blocks, &document.set_aside), |as_read| (&as_read.blocks, &as_read.set_aside));
    if decisions.undone.kinds.remove(&place.kind) {
        let kinds = ChangeKind::named(&place.kind);
        let pieces = blocks.iter().chain(&document.lines).flat_map(|block| block.draft.pieces());
        let inside = pieces.filter_map(|piece| Some((piece.original, piece.change.kind()?)));
        let aside = set_aside.iter().map(|mask| (mask.span, ChangeKind::Mask(mask.kind)));
        let all = inside.chain(aside).filter(|(_, kind)| kinds.contains(kind));
        let places =
            all.map(|(span, _)| ChangePlace { start: span.start, end: span.end, kind: place.kind.clone() });
        decisions.undone.places.extend(places);
    }
    decisions
        .undone
        .places
        .retain(|other| other.kind != place.kind || other.end <= place.start || other.start >= place.end);
}

/// Cutting where two were joined parts them again.
fn split_at(document: &Document, decisions: &mut DocumentDecisions, at: usize) -> Result<(), Error> {
    let block = document.blocks.iter().find(|block| block.span().start < at && at < block.span().end);
    let block = block.ok_or_else(|| bad(format!("no paragraph can be cut in two at byte {at}")))?;
    let assigned = decisions.assigned_to(block.span());
    let (before, after) = block
        .split(&document.original, at)
        .ok_or_else(|| bad(format!("byte {at} stands within a rewritten stretch or a character")))?;
    decisions.assign(block.span(), None);
    if !decisions.merges.remove(&at) {
        decisions.splits.insert(at);
    }
    // Where two were joined, white space belongs to neither.
    let end =
        before.draft.pieces().iter().rev().find(|piece| !is_joint(piece)).map(|piece| piece.original.end);
    let before = Span::new(before.span().start, end.unwrap_or(before.span().end));
    for part in [before, after.span()] {
        decisions.assign(part, assigned);
    }
    Ok(())
}

fn is_joint(piece: &Piece) -> bool {
    piece.change == Change::Mask(crate::text::MaskKind::Joined)
}

/// Joining where one was cut in two takes the cut back. What was said of the first part holds for the whole.
fn merge_at(document: &Document, decisions: &mut DocumentDecisions, at: usize) -> Result<(), Error> {
    let index = document.blocks.iter().position(|block| block.span().start == at);
    let index = index.filter(|index| *index > 0);
    let index = index.ok_or_else(|| bad(format!("no paragraph with one before it begins at byte {at}")))?;
    let [first, second] = [index - 1, index].map(|index| document.blocks[index].span());
    let assigned = decisions.assigned_to(first).or(decisions.assigned_to(second));
    decisions.assign(first, None);
    decisions.assign(second, None);
    if !decisions.splits.remove(&at) {
        decisions.merges.insert(at);
    }
    decisions.assign(Span::new(first.start, second.end), assigned);
    Ok(())
}

fn assign(
    document: &Document,
    decisions: &mut DocumentDecisions,
    blocks: &[Span],
    to: Option<AssignedTo>,
) -> Result<(), Error> {
    if let Some(AssignedTo::Place(code)) = to
        && crate::places::Gazetteer::built_in().place(code).is_none()
    {
        return Err(bad(format!("no place has the code {code}")));
    }
    if let Some(span) = blocks.iter().find(|span| !is_block(document, **span)) {
        return Err(bad(format!("no paragraph stands at bytes {}..{}", span.start, span.end)));
    }
    for span in blocks {
        decisions.assign(*span, to);
    }
    Ok(())
}
