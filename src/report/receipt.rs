//! What was found out about a document and what was done to it, for the reader to check.

use super::count::is_counted;
use super::rounded;
use super::view::View;
use crate::corpus::{Corpus, DocumentId, Entry, Likeness};
use crate::intake::{Document, Encoding};
use crate::order::Order;
use crate::places::{Code, Gazetteer};
use crate::text::{Edit, EditKind, Mask, Notice, Role, Script, Span, Withheld};
use serde::Serialize;
use std::collections::BTreeMap;

/// A document in the report.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DocumentSummary {
    /// Which document it is.
    pub id: DocumentId,
    /// Name of the file.
    pub file: String,
    /// How the file's bytes were read.
    pub encoding: Encoding,
    /// Nothing in the file says that this is its encoding.
    pub encoding_guessed: bool,
    /// Title, if one was found.
    pub title: Option<String>,
    /// ISO date, as far as it is known.
    pub date: Option<String>,
    /// Medium, if one was found.
    pub source: Option<String>,
    /// Script of the original.
    pub script: Script,
    /// Paragraphs that are counted in this view.
    pub n_blocks: usize,
    /// Words that are counted in this view.
    pub n_words: usize,
    /// What the medium says, counted or not.
    pub of_medium: Vec<Voice>,
    /// Places that some block is about, in order of appearance.
    pub places: Vec<PlaceName>,
    /// Places that are only suggested.
    pub suggested: Vec<PlaceName>,
    /// What was set aside and rewritten, by kind.
    pub handled: Vec<Handled>,
    /// What the reader should know.
    pub notices: Vec<Notice>,
    /// How much the reader decided about it: what is taken back, cut, joined, credited.
    pub n_decisions: usize,
    /// The document that prints the same and counts in its place, unless the view counts all.
    pub reprint_of: Option<DocumentId>,
    /// How it stands to that one.
    pub likeness: Option<Likeness>,
    /// Share of its stretches of eight letters that stand in that one.
    pub similarity: Option<f64>,
}

/// A place by code and name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlaceName {
    /// Six digits.
    pub code: Code,
    /// Full name.
    pub name: &'static str,
}

/// Paragraphs of one role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Voice {
    /// The role.
    pub role: Role,
    /// How many.
    pub n_blocks: usize,
    /// Their words.
    pub n_words: usize,
}

/// One kind of cleaning, with how often it was done.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Handled {
    /// Name of the kind.
    pub kind: String,
    /// Set aside, rewritten or marked.
    pub how: How,
    /// How often; for Traditional characters, how many.
    pub n: usize,
    /// The first few that differ.
    pub examples: Vec<Example>,
}

/// Whether text was set aside, rewritten or marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum How {
    /// Set aside.
    Mask,
    /// Rewritten for counting.
    Edit,
    /// Left in the text and marked as no words.
    Mark,
}

/// What stood there and what is counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Example {
    /// As it stands in the original.
    pub before: String,
    /// As it is counted; empty if it is not.
    pub after: String,
}

const N_EXAMPLES: usize = 5;
const MAX_EXAMPLE: usize = 80;

/// Sums up a document by itself as a view counts it; what it reprints is known only beside the others.
pub fn summary(entry: &Entry, view: &View) -> DocumentSummary {
    let document = &entry.document;
    let counted = |index: &usize| view.counts(&document.blocks[*index]);
    let counted: Vec<usize> = (0..document.blocks.len()).filter(counted).collect();
    DocumentSummary {
        id: entry.id,
        file: document.file.clone(),
        encoding: document.encoding,
        encoding_guessed: document.is_encoding_guessed,
        title: document.title.clone(),
        date: document.date.clone(),
        source: document.source.clone(),
        script: document.script,
        n_blocks: counted.len(),
        n_words: counted.iter().map(|index| n_words(entry, *index)).sum(),
        of_medium: of_medium(entry),
        places: place_names(entry.attributions.iter().flat_map(|attribution| &attribution.places)),
        suggested: place_names(entry.attributions.iter().flat_map(|attribution| &attribution.suggested)),
        handled: handled(document),
        notices: document.notices.clone(),
        n_decisions: entry.n_decisions(),
        reprint_of: None,
        likeness: None,
        similarity: None,
    }
}

/// As [`summary`], and whether it reprints another document of the corpus.
pub(super) fn summary_in(corpus: &Corpus, entry: &Entry, view: &View) -> DocumentSummary {
    let mut summary = summary(entry, view);
    if !is_counted(corpus, entry, view) {
        (summary.n_blocks, summary.n_words) = (0, 0);
    }
    let reprint = corpus.reprint(entry.id);
    summary.reprint_of = reprint.map(|reprint| reprint.of);
    summary.likeness = reprint.map(|reprint| reprint.likeness);
    summary.similarity = reprint.map(|reprint| rounded(reprint.similarity));
    summary
}

fn n_words(entry: &Entry, block: usize) -> usize {
    entry.blocks.get(block).map_or(0, Vec::len)
}

#[inline(never)]
fn of_medium(entry: &Entry) -> Vec<Voice> {
    let mut voices: BTreeMap<Role, Voice> = BTreeMap::new();
    for (index, block) in entry.document.blocks.iter().enumerate() {
        if block.role.is_of_medium() {
            let none = Voice { role: block.role, n_blocks: 0, n_words: 0 };
            let voice = voices.entry(block.role).or_insert(none);
            voice.n_blocks += 1;
            voice.n_words += n_words(entry, index);
        }
    }
    voices.into_values().collect()
}

/// Places with their names, each once, in the order in which they come first.
pub(super) fn place_names<'a>(codes: impl Iterator<Item = &'a Code>) -> Vec<PlaceName> {
    let mut seen = Vec::new();
    for code in codes {
        let name = Gazetteer::built_in().place(*code).map_or("", |place| place.name);
        let place = PlaceName { code: *code, name };
        if !seen.contains(&place) {
            seen.push(place);
        }
    }
    seen
}

#[inline(never)]
fn handled(document: &Document) -> Vec<Handled> {
    let (masks, edits, marks) = (document.masks(), document.edits(), document.withheld());
    let n_of = |edit: &Edit| if edit.kind == EditKind::Simplify { edit.text.chars().count() } else { 1 };
    let of_mask = |mask: &Mask| (mask.kind, 1);
    let of_edit = |edit: &Edit| (edit.kind, n_of(edit));
    let of_mark = |held: &Withheld| (held.kind, 1);
    let mut handled = by_kind(How::Mask, &masks, of_mask, |mask| example_of_mask(document, mask));
    handled.extend(by_kind(How::Edit, &edits, of_edit, |edit| example_of_edit(document, edit)));
    handled.extend(by_kind(How::Mark, &marks, of_mark, |held| example_of_mark(document, held.span)));
    handled.order_by(|a, b| (a.how, &a.kind).cmp(&(b.how, &b.kind)));
    handled
}

/// What was done, by kind, with the first few examples that differ.
fn by_kind<T, K: Copy + PartialEq + Serialize>(
    how: How,
    all: &[T],
    of: impl Fn(&T) -> (K, usize),
    example: impl Fn(&T) -> Example,
) -> Vec<Handled> {
    let mut kinds: Vec<(K, Handled)> = Vec::new();
    for one in all {
        let (kind, n) = of(one);
        let at = kinds.iter().position(|(other, _)| *other == kind).unwrap_or_else(|| {
            kinds.push((kind, Handled { kind: name(&kind), how, n: 0, examples: Vec::new() }));
            kinds.len() - 1
        });
        let (_, handled) = &mut kinds[at];
        handled.n += n;
        if handled.examples.len() < N_EXAMPLES {
            let example = example(one);
            if !handled.examples.contains(&example) {
                handled.examples.push(example);
            }
        }
    }
    kinds.into_iter().map(|(_, handled)| handled).collect()
}

/// The kind as it is written in JSON.
fn name(kind: &impl Serialize) -> String {
    match serde_json::to_value(kind) {
        Ok(serde_json::Value::String(name)) => name,
        _ => String::new(),
    }
}

#[inline(never)]
fn example_of_mask(document: &Document, mask: &Mask) -> Example {
    Example { before: shortened(mask.span.of(&document.original)), after: String::new() }
}

/// What is kept back is shown with the characters around it.
#[inline(never)]
fn example_of_mark(document: &Document, span: Span) -> Example {
    const AROUND: usize = 3;
    let (before, after) = (&document.original[..span.start], &document.original[span.end..]);
    let is_break = |c: &char| matches!(c, '\n' | '\r');
    let start = before.char_indices().rev().take(AROUND).take_while(|(_, c)| !is_break(c)).last();
    let n_after: usize = after.chars().take(AROUND).take_while(|c| !is_break(c)).map(char::len_utf8).sum();
    let around = Span::new(start.map_or(span.start, |(at, _)| at), span.end + n_after);
    Example { before: around.of(&document.original).to_owned(), after: String::new() }
}

/// A removed reading is shown with its host, without which it means nothing.
#[inline(never)]
fn example_of_edit(document: &Document, edit: &Edit) -> Example {
    let host = match edit.kind {
        EditKind::Pinyin => document.original[..edit.span.start].chars().next_back(),
        _ => None,
    };
    let host: String = host.into_iter().collect();
    Example {
        before: shortened(&format!("{host}{}", edit.span.of(&document.original))),
        after: shortened(&format!("{host}{}", edit.text)),
    }
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(MAX_EXAMPLE) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
