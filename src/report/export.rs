//! What leaves the program as a file: the cleaned text, and the receipt for everything that was done to it.
//!
//! Promise: the page and the command line write the same bytes. Offsets are bytes of the decoded original.

use super::SCHEMA;
use super::changes::each_change;
use super::receipt::How;
use crate::corpus::{AssignedTo, Corpus, DocumentId, Entry, UndoneChanges};
use crate::error::Error;
use crate::intake::{Document, Encoding};
use crate::order::Order;
use crate::places::{Code, Reason, Status};
use crate::text::{ChangeKind, Notice, Role, Script, Span};
use serde::Serialize;

/// The cleaned text of a document, one paragraph a line.
pub fn cleaned_text(document: &Document) -> String {
    document.blocks.iter().flat_map(|block| [block.text(), "\n"]).collect()
}

/// A receipt for some documents.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Receipt {
    /// [`SCHEMA`].
    pub schema: u32,
    /// In the order in which they came.
    pub documents: Vec<DocumentReceipt>,
}

/// A receipt for one document.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DocumentReceipt {
    /// Which document.
    pub id: DocumentId,
    /// Its file.
    pub file: String,
    /// How its bytes were read.
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
    /// Everything that was set aside or rewritten, in the order of the original.
    pub changes: Vec<ChangeReceipt>,
    /// The paragraphs, and whose words they are.
    pub blocks: Vec<BlockReceipt>,
    /// What the reader should know.
    pub notices: Vec<Notice>,
}

/// Something that was set aside or rewritten.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChangeReceipt {
    /// Set aside or rewritten.
    pub how: How,
    /// Name of the kind.
    pub kind: String,
    /// Line of the original, from 1.
    pub line: usize,
    /// Where.
    #[serde(flatten)]
    pub span: Span,
    /// What stands there.
    pub before: String,
    /// What is counted in its place, were it not taken back.
    pub after: String,
    /// The reader took it back.
    pub undone: bool,
}

/// A paragraph.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BlockReceipt {
    /// Where.
    #[serde(flatten)]
    pub span: Span,
    /// Whose voice it is.
    pub role: Role,
    /// How sure its place is.
    pub status: Status,
    /// The places that it is about.
    pub places: Vec<Code>,
    /// The places that are likely.
    pub suggested: Vec<Code>,
    /// Why.
    pub reason: Reason,
    /// What the reader said of it.
    pub assigned: Option<AssignedTo>,
}

/// The receipt for one document, or for all.
///
/// # Errors
/// `no-such-document`.
pub fn receipt(corpus: &Corpus, id: Option<DocumentId>) -> Result<Receipt, Error> {
    let documents = match id {
        Some(id) => vec![of_document(corpus, corpus.entry(id)?)],
        None => corpus.entries().iter().map(|entry| of_document(corpus, entry)).collect(),
    };
    Ok(Receipt { schema: SCHEMA, documents })
}

fn of_document(corpus: &Corpus, entry: &Entry) -> DocumentReceipt {
    let document = &entry.document;
    let decisions = corpus.decisions().of(entry.id).cloned().unwrap_or_default();
    let blocks = document.blocks.iter().zip(&entry.attributions);
    let blocks = blocks.map(|(block, attribution)| BlockReceipt {
        span: block.span(),
        role: block.role,
        status: attribution.status,
        places: attribution.places.clone(),
        suggested: attribution.suggested.clone(),
        reason: attribution.reason.clone(),
        assigned: decisions.assigned_to(block.span()),
    });
    DocumentReceipt {
        id: entry.id,
        file: document.file.clone(),
        encoding: document.encoding,
        encoding_guessed: document.is_encoding_guessed,
        title: document.title.clone(),
        date: document.date.clone(),
        source: document.source.clone(),
        script: document.script,
        changes: changes(entry, &UndoneChanges::of(&decisions.undone)),
        blocks: blocks.collect(),
        notices: document.notices.clone(),
    }
}

fn changes(entry: &Entry, undone: &UndoneChanges) -> Vec<ChangeReceipt> {
    let original = &entry.document.original;
    let mut changes = Vec::new();
    each_change(entry, undone, Span::new(0, original.len()), |shown| {
        changes.push(ChangeReceipt {
            how: match shown.kind {
                ChangeKind::Mask(_) => How::Mask,
                ChangeKind::Edit(_) => How::Edit,
            },
            kind: shown.kind.name(),
            line: 0,
            span: shown.span,
            before: shown.span.of(original).to_owned(),
            after: shown.text.to_owned(),
            undone: shown.is_undone,
        });
    });
    changes.order_by(|a, b| (a.span, &a.kind).cmp(&(b.span, &b.kind)));
    let (mut at, mut line) = (0, 1);
    for change in &mut changes {
        if change.span.start > at {
            line += original[at..change.span.start].matches('\n').count();
            at = change.span.start;
        }
        change.line = line;
    }
    changes
}

impl Receipt {
    /// One line of JSON.
    pub fn to_json(&self) -> String {
        let json = serde_json::to_string(self).expect("a receipt has string keys and finite numbers only");
        json + "\n"
    }

    /// A table of all changes, for spreadsheets: with a byte order mark, without which they do not see that it is UTF-8,
    /// and with nothing that they would take for a formula.
    pub fn to_csv(&self) -> String {
        let head = ["file", "line", "start", "end", "how", "kind", "before", "after", "undone"];
        let mut csv = format!("\u{feff}{}\r\n", head.join(","));
        for document in &self.documents {
            for change in &document.changes {
                let numbers = [change.line, change.span.start, change.span.end].map(|n| n.to_string());
                let [line, start, end] = &numbers;
                let how = if change.how == How::Mask { "mask" } else { "edit" };
                let undone = if change.undone { "yes" } else { "no" };
                let cells = [
                    document.file.as_str(),
                    line,
                    start,
                    end,
                    how,
                    &change.kind,
                    &change.before,
                    &change.after,
                    undone,
                ];
                let cells: Vec<String> = cells.iter().map(|cell| csv_cell(cell)).collect();
                csv.push_str(&cells.join(","));
                csv.push_str("\r\n");
            }
        }
        csv
    }
}

/// A cell, quoted where it must be. What a spreadsheet would compute gets an apostrophe in front.
fn csv_cell(text: &str) -> String {
    let is_formula = |c: char| matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '＝' | '＋' | '－' | '＠');
    let guard =
        if text.trim_start_matches([' ', '\n', '\u{3000}']).starts_with(is_formula) { "'" } else { "" };
    if text.contains(['"', ',', '\n', '\r']) {
        format!("\"{guard}{}\"", text.replace('"', "\"\""))
    } else {
        format!("{guard}{text}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_quoted_and_no_formula() {
        for (text, want) in [
            ("抓项目", "抓项目"),
            ("a,b", "\"a,b\""),
            ("\"a\"\n", "\"\"\"a\"\"\n\""),
            ("=1+1", "'=1+1"),
            (" @a,", "\"' @a,\""),
            ("－3", "'－3"),
            ("\t=1", "'\t=1"),
            ("", ""),
        ] {
            assert_eq!(csv_cell(text), want);
        }
    }
}
