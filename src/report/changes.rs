//! The masks and edits of a document as a reader meets them in the original: in its order, with what was taken back.

use crate::corpus::{Entry, UndoneChanges};
use crate::text::{Block, Change, ChangeKind, Mask, Span};

/// A mask or an edit.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shown<'a> {
    /// Bytes of the original.
    pub span: Span,
    pub kind: ChangeKind,
    /// What is counted in its place unless it is taken back.
    pub text: &'a str,
    pub is_undone: bool,
}

/// Calls `each` with every mask and edit that touches `within`; those outside of paragraphs come after the others.
pub(super) fn each_change<'a>(
    entry: &'a Entry,
    undone: &UndoneChanges,
    within: Span,
    mut each: impl FnMut(Shown<'a>),
) {
    let document = &entry.document;
    let (blocks, set_aside) = entry
        .as_read()
        .map_or((&document.blocks, &document.set_aside), |read| (&read.blocks, &read.set_aside));
    let from = blocks.partition_point(|block| block.span().end <= within.start);
    for block in blocks[from..].iter().take_while(|block| block.span().start < within.end) {
        of_block(block, undone, within, &mut each);
    }
    for mask in set_aside.iter().filter(|mask| touches(mask.span, within)) {
        let kind = ChangeKind::Mask(mask.kind);
        let is_undone = undone.holds(kind, mask.span);
        each(Shown { span: mask.span, kind, text: "", is_undone });
        if let Some(line) = line_of(&document.lines, mask).filter(|_| is_undone) {
            of_block(line, undone, within, &mut each);
        }
    }
}

/// The line behind a mask.
pub(super) fn line_of<'a>(lines: &'a [Block], mask: &Mask) -> Option<&'a Block> {
    lines.iter().find(|line| line.span() == mask.span)
}

fn touches(span: Span, within: Span) -> bool {
    span.start < within.end && span.end > within.start
}

fn of_block<'a>(block: &'a Block, undone: &UndoneChanges, within: Span, each: &mut impl FnMut(Shown<'a>)) {
    let pieces = block.draft.pieces();
    let from = pieces.partition_point(|piece| piece.original.end <= within.start);
    for piece in pieces[from..].iter().take_while(|piece| piece.original.start < within.end) {
        let Some(kind) = piece.change.kind() else { continue };
        let is_undone = undone.holds(kind, piece.original);
        let text = match piece.change {
            Change::Edit(_) => piece.clean.of(block.text()),
            _ => "",
        };
        each(Shown { span: piece.original, kind, text, is_undone });
    }
}

/// How often something was done: for Traditional characters their number, else the number of places.
pub(super) fn weight(shown: &Shown) -> usize {
    match shown.kind {
        ChangeKind::Edit(crate::text::EditKind::Simplify) => shown.text.chars().count(),
        _ => 1,
    }
}

/// By kind, in order: how often, and how often taken back.
pub(super) fn counts(entry: &Entry, undone: &UndoneChanges) -> Vec<(ChangeKind, (usize, usize))> {
    let mut counts: Vec<(ChangeKind, (usize, usize))> = Vec::new();
    each_change(entry, undone, Span::new(0, entry.document.original.len()), |shown| {
        let index = counts.binary_search_by_key(&shown.kind, |(kind, _)| *kind).unwrap_or_else(|index| {
            counts.insert(index, (shown.kind, (0, 0)));
            index
        });
        let (n, n_undone) = &mut counts[index].1;
        let weight = weight(&shown);
        *n += weight;
        *n_undone += if shown.is_undone { weight } else { 0 };
    });
    counts
}
