//! A document for reading: the original part by part, with every mask and edit, and whose words each paragraph is.
//!
//! Promise: the parts tile the original; a long document is answered in small parts, so that nobody waits for what is
//! not looked at. Offsets are UTF-16 code units of the whole original, since the page alone asks.

use super::changes::{Shown, counts, each_change};
use super::columns::Key;
use super::receipt::{How, PlaceName, place_names};
use super::view::View;
use crate::corpus::{AssignedTo, Corpus, DocumentId, Entry, UndoneChanges};
use crate::error::Error;
use crate::order::Order;
use crate::places::{Gazetteer, Reason, ReasonKind, Status};
use crate::text::{Block, ChangeKind, MaskKind, Role, Span, Utf16Index};
use serde::Serialize;

/// A document without its text.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DocumentView {
    /// Which document.
    pub id: DocumentId,
    /// Name of its file.
    pub file: String,
    /// Its title.
    pub title: Option<String>,
    /// What was done to it, by kind.
    pub kinds: Vec<KindCount>,
    /// Where its parts begin.
    pub parts: Vec<usize>,
    /// Where the last one ends.
    pub end: usize,
    /// Its paragraphs.
    pub n_blocks: usize,
    /// Places that are suggested for some paragraphs and wait for the reader.
    pub suggested: Vec<PlaceName>,
    /// How much was decided about it.
    pub n_decisions: usize,
    /// Whether some decision, about any document, can be taken back.
    pub can_undo: bool,
    /// Whether some can be repeated.
    pub can_redo: bool,
}

/// How often something was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct KindCount {
    /// Name of the kind.
    pub kind: String,
    /// Set aside or rewritten.
    pub how: How,
    /// How often.
    pub n: usize,
    /// How often the reader took it back.
    pub n_undone: usize,
    /// The reader took the whole kind back.
    pub is_undone: bool,
}

/// A part of a document.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DocumentPart {
    /// Its number.
    pub part: usize,
    /// Where it begins.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// The original.
    pub text: String,
    /// What was set aside or rewritten, in order; the first and the last may reach out of the part.
    pub pieces: Vec<PieceView>,
    /// The paragraphs, in order; the first and the last may reach out of the part.
    pub blocks: Vec<BlockView>,
}

/// A mask or an edit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PieceView {
    /// Where it begins.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// Set aside or rewritten.
    pub how: How,
    /// Name of the kind.
    pub kind: String,
    /// What is counted in its place.
    pub text: String,
    /// The reader took it back.
    pub undone: bool,
}

/// A paragraph.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct BlockView {
    /// Its index.
    pub index: usize,
    /// Where it begins.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// Whose voice it is.
    pub role: Role,
    /// Where the name of its speaker stands; none where nobody is named.
    pub speaker: Option<Range>,
    /// Key of the column for which it counts at the view's level.
    pub column: String,
    /// How sure its place is.
    pub status: Status,
    /// The places that it is about.
    pub places: Vec<PlaceName>,
    /// The places that are likely.
    pub suggested: Vec<PlaceName>,
    /// Why.
    pub reason: ReasonView,
    /// What the reader said of it.
    pub assigned: Option<AssignedTo>,
}

/// Why a paragraph has its place, and where that stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReasonView {
    /// The rule that decided.
    pub kind: ReasonKind,
    /// The words that decided.
    pub name: String,
    /// The paragraph in which they stand.
    pub block: Option<usize>,
    /// Where they stand.
    pub at: Vec<Range>,
    /// The year until which the place bore the name, if it bears another today.
    pub until: Option<u16>,
}

/// A stretch of the original.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Range {
    /// Where it begins.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
}

/// A part has about as many bytes, and never more than twice.
const PART: usize = 12 << 10;

/// A document for reading.
///
/// # Errors
/// `no-such-document`.
pub fn document(corpus: &Corpus, id: DocumentId) -> Result<DocumentView, Error> {
    let entry = corpus.entry(id)?;
    let decisions = corpus.decisions().of(id).cloned().unwrap_or_default();
    let undone = UndoneChanges::of(&decisions.undone);
    let index = Utf16Index::new(&entry.document.original);
    let kinds = counts(entry, &undone).into_iter().map(|(kind, (n, n_undone))| {
        let name = kind.name();
        let is_undone = decisions.undone.kinds.contains(&name);
        KindCount { kind: name, how: how(kind), n, n_undone, is_undone }
    });
    let (can_undo, can_redo) = corpus.steps();
    Ok(DocumentView {
        id,
        file: entry.document.file.clone(),
        title: entry.document.title.clone(),
        kinds: kinds.collect(),
        parts: part_starts(entry).into_iter().map(|at| index.units(at)).collect(),
        end: index.units(entry.document.original.len()),
        n_blocks: entry.document.blocks.len(),
        suggested: place_names(entry.attributions.iter().flat_map(|one| &one.suggested)),
        n_decisions: decisions.len(),
        can_undo,
        can_redo,
    })
}

/// One part of a document; past the end, the last one.
///
/// # Errors
/// `no-such-document`.
pub fn document_part(
    corpus: &Corpus,
    id: DocumentId,
    part: usize,
    view: &View,
) -> Result<DocumentPart, Error> {
    let entry = corpus.entry(id)?;
    let original = &entry.document.original;
    let starts = part_starts(entry);
    let part = part.min(starts.len() - 1);
    let within = Span::new(starts[part], starts.get(part + 1).copied().unwrap_or(original.len()));
    let index = Utf16Index::new(original);
    let decisions = corpus.decisions().of(id).cloned().unwrap_or_default();
    let undone = UndoneChanges::of(&decisions.undone);
    let mut pieces = Vec::new();
    each_change(entry, &undone, within, |shown| pieces.push(piece(&index, shown)));
    pieces.order_by_key(|piece: &PieceView| (piece.start, std::cmp::Reverse(piece.end)));
    let blocks = &entry.document.blocks;
    let from = blocks.partition_point(|block| block.span().end <= within.start);
    let mut finder = Finder { entry, index: &index, known: Vec::new() };
    let blocks = blocks[from..].iter().take_while(|block| block.span().start < within.end).enumerate();
    let blocks = blocks.map(|(at, block)| {
        let assigned = decisions.assigned_to(block.span());
        finder.block(from + at, block, assigned, view)
    });
    Ok(DocumentPart {
        part,
        start: index.units(within.start),
        end: index.units(within.end),
        text: within.of(original).to_owned(),
        blocks: blocks.collect(),
        pieces,
    })
}

/// The next mask or edit of a kind, or of any, that begins after or before an offset in UTF-16 code units, or, without
/// one, the first or the last.
///
/// # Errors
/// `no-such-document`.
pub fn next_change(
    corpus: &Corpus,
    id: DocumentId,
    kind: Option<&str>,
    from: Option<usize>,
    is_forward: bool,
) -> Result<Option<PieceView>, Error> {
    let entry = corpus.entry(id)?;
    let index = Utf16Index::new(&entry.document.original);
    let from = from.map(|from| index.bytes(from));
    let undone = corpus.decisions().of(id).map(|decisions| &decisions.undone).cloned().unwrap_or_default();
    let kinds = kind.map(ChangeKind::named);
    let mut best: Option<Shown> = None;
    let all = Span::new(0, entry.document.original.len());
    each_change(entry, &UndoneChanges::of(&undone), all, |shown| {
        let is_of_kind = kinds.as_ref().is_none_or(|kinds| kinds.contains(&shown.kind));
        let start = shown.span.start;
        let is_ahead = from.is_none_or(|from| if is_forward { start > from } else { start < from });
        let is_nearer = best
            .is_none_or(|best| if is_forward { start < best.span.start } else { start > best.span.start });
        if is_of_kind && is_ahead && is_nearer {
            best = Some(shown);
        }
    });
    Ok(best.map(|shown| piece(&index, shown)))
}

fn how(kind: ChangeKind) -> How {
    match kind {
        ChangeKind::Mask(_) => How::Mask,
        ChangeKind::Edit(_) => How::Edit,
    }
}

fn piece(index: &Utf16Index, shown: Shown) -> PieceView {
    let Range { start, end } = range(index, shown.span);
    let (kind, text) = (shown.kind.name(), shown.text.to_owned());
    PieceView { start, end, how: how(shown.kind), kind, text, undone: shown.is_undone }
}

fn range(index: &Utf16Index, span: Span) -> Range {
    Range { start: index.units(span.start), end: index.units(span.end) }
}

/// Where parts begin: at paragraphs, and in a paragraph that is too long at the end of a sentence.
fn part_starts(entry: &Entry) -> Vec<usize> {
    let original = &entry.document.original;
    let blocks = &entry.document.blocks;
    let mut starts = vec![0];
    let mut at = 0;
    while original.len() - at > PART * 3 / 2 {
        let last = blocks.partition_point(|block| block.span().start <= at + PART);
        let start = blocks[..last].last().map(|block| block.span().start).filter(|start| *start > at);
        at = start.unwrap_or_else(|| sentence_end(original, at + PART / 2, at + PART));
        starts.push(at);
    }
    starts
}

fn sentence_end(text: &str, from: usize, to: usize) -> usize {
    let boundary = |mut at: usize| {
        while !text.is_char_boundary(at) {
            at += 1;
        }
        at
    };
    let (from, to) = (boundary(from), boundary(to));
    let end = text[from..to].char_indices().rev().find(|(_, c)| matches!(c, '。' | '！' | '？' | '\n'));
    end.map_or(to, |(at, c)| from + at + c.len_utf8())
}

/// Finds where reasons stand, each once.
struct Finder<'a> {
    entry: &'a Entry,
    index: &'a Utf16Index<'a>,
    known: Vec<(&'a Reason, Vec<Range>)>,
}

impl<'a> Finder<'a> {
    fn block(&mut self, at: usize, block: &Block, assigned: Option<AssignedTo>, view: &View) -> BlockView {
        let attribution = &self.entry.attributions[at];
        let Range { start, end } = range(self.index, block.span());
        let speaker = (!block.speaker.is_empty()).then(|| block.draft.original(block.speaker));
        BlockView {
            index: at,
            start,
            end,
            role: block.role,
            speaker: speaker.map(|span| range(self.index, span)),
            column: Key::of(attribution, view.level, Gazetteer::built_in()).to_string(),
            status: attribution.status,
            places: place_names(attribution.places.iter()),
            suggested: place_names(attribution.suggested.iter()),
            reason: self.reason(&attribution.reason),
            assigned,
        }
    }

    fn reason(&mut self, reason: &'a Reason) -> ReasonView {
        let Reason { kind, name, block, spans, until } = reason;
        let known = self.known.iter().find(|(other, _)| other.block == *block && other.name == *name);
        let at = match known {
            Some((_, at)) => at.clone(),
            None => {
                let words = name.split(['、', '…']).filter(|word| !word.is_empty());
                let found: Vec<Span> = match block.and_then(|block| self.entry.document.blocks.get(block)) {
                    Some(block) if !spans.is_empty() => {
                        spans.iter().map(|span| block.draft.original(*span)).collect()
                    }
                    _ => words.filter_map(|word| self.find(word, *block)).collect(),
                };
                let at: Vec<Range> = found.into_iter().map(|span| range(self.index, span)).collect();
                self.known.push((reason, at.clone()));
                at
            }
        };
        ReasonView { kind: *kind, name: name.clone(), block: *block, at, until: *until }
    }

    /// Where a word stands in a paragraph or, without one, in a line of the title; as it is counted or as it is written.
    fn find(&self, word: &str, block: Option<usize>) -> Option<Span> {
        let document = &self.entry.document;
        let in_block = |block: &Block| {
            let counted = block.text().find(word).map(|at| Span::new(at, at + word.len()));
            let written = || {
                let start = block.span().start;
                let at = block.span().of(&document.original).find(word)?;
                Some(Span::new(start + at, start + at + word.len()))
            };
            counted.map(|clean| block.draft.original(clean)).or_else(written)
        };
        match block {
            Some(block) => in_block(document.blocks.get(block)?),
            None => {
                let titles = document.masks().into_iter().filter(|mask| {
                    matches!(mask.kind, MaskKind::Title | MaskKind::TitleRepeat | MaskKind::FrontMatter)
                });
                titles.into_iter().find_map(|mask| {
                    if let Some(line) = super::changes::line_of(&document.lines, &mask) {
                        return in_block(line);
                    }
                    let at = mask.span.of(&document.original).find(word)?;
                    Some(Span::new(mask.span.start + at, mask.span.start + at + word.len()))
                })
            }
        }
    }
}
