//! The uses of a word, one a line, each with what stands before and after it (keyword in context).
//!
//! Promise: the same uses that the report counts at the same view, sorted and chosen here, and given page by page, so that
//! thousands of lines cost no more than those that are looked at. Contexts are of the cleaned text, since they are what is
//! sorted; where a use stands in the original is told with it. Contexts do not leave the paragraph. Characters are sorted by
//! code point, not by reading: a table of readings of Simplified characters is not here.

use super::columns::Key;
use super::count::keys;
use super::fragment;
use super::view::View;
use crate::corpus::{Corpus, DocumentId, Entry, Occurrence};
use crate::error::{Error, ErrorKind};
use crate::order::Order;
use crate::text::{Block, Role, Utf16Index};
use crate::words::Tone;
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// A context has no more characters than this.
const MAX_CONTEXT: usize = 40;

/// Which lines are asked for, in which order; a field that is left out has its default.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct ConcordanceQuery {
    /// The order of lines; equal ones are in the order of the text.
    pub sort: LineOrder,
    /// Only of the column with this key.
    pub column: Option<String>,
    /// Only of this document.
    pub document: Option<DocumentId>,
    /// Only of paragraphs with this role.
    pub role: Option<Role>,
    /// Only of paragraphs that begin with this speaker's name.
    pub speaker: Option<String>,
    /// Only of documents of this date (2019, 2019-02 or 2019-02-24) or later. A date that is known less exactly counts
    /// as within if it may be.
    pub from: Option<String>,
    /// Only of documents of this date or earlier.
    pub until: Option<String>,
    /// So many lines are passed over,
    pub offset: usize,
    /// and so many given.
    pub n: usize,
}

/// The order of lines.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LineOrder {
    /// As they stand in the documents.
    #[default]
    Text,
    /// By what follows the word.
    Right,
    /// By what stands before the word, read from the word backwards.
    Left,
    /// By column.
    City,
    /// By the date of the document; without one last.
    Date,
}

impl Default for ConcordanceQuery {
    fn default() -> Self {
        ConcordanceQuery {
            sort: LineOrder::Text,
            column: None,
            document: None,
            role: None,
            speaker: None,
            from: None,
            until: None,
            offset: 0,
            n: 200,
        }
    }
}

impl ConcordanceQuery {
    /// Reads a query from JSON.
    ///
    /// # Errors
    /// `bad-view` for unknown fields and values.
    pub fn from_json(json: &str) -> Result<Self, Error> {
        serde_json::from_str(json).map_err(|why| ErrorKind::BadView(why.to_string()).into())
    }
}

/// Lines of a word.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Concordance {
    /// The word.
    pub word: String,
    /// Its uses: as many as the report counts.
    pub n: usize,
    /// Those that the query leaves.
    pub n_chosen: usize,
    /// So many lines were passed over.
    pub offset: usize,
    /// The lines asked for.
    pub lines: Vec<ConcordanceLine>,
    /// What can be chosen by, over all uses; only with the first lines.
    pub choices: Option<LineChoices>,
}

/// A use of a word.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ConcordanceLine {
    /// Which document.
    pub document: DocumentId,
    /// Its title; empty if it has none.
    pub title: String,
    /// Its file.
    pub file: String,
    /// Its date.
    pub date: Option<String>,
    /// The column for which the use counts.
    pub column: String,
    /// Index of the paragraph.
    pub block: usize,
    /// Whose voice it is.
    pub role: Role,
    /// The name at its beginning, without the colon.
    pub speaker: Option<String>,
    /// What stands before, in the cleaned text.
    pub before: String,
    /// The word as it stands in the cleaned text.
    pub keyword: String,
    /// What follows, in the cleaned text.
    pub after: String,
    /// In what way the word is spoken of.
    pub tone: Option<Tone>,
    /// Where the word begins in the original, in UTF-16 code units.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// The page that the text was taken from, at this place; none where its address is not known.
    pub link: Option<String>,
}

/// What lines can be chosen by.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct LineChoices {
    /// Columns, in the order of the report.
    pub columns: Vec<Choice>,
    /// Numbers of documents, in their order.
    pub documents: Vec<Choice>,
    /// Roles of paragraphs.
    pub roles: Vec<Choice>,
    /// Names at the beginning of paragraphs.
    pub speakers: Vec<Choice>,
    /// Dates of documents, the earliest first.
    pub dates: Vec<Choice>,
}

/// A value with the number of uses that have it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Choice {
    /// The value.
    pub value: String,
    /// Uses.
    pub n: usize,
}

/// Finds uses of a word.
///
/// # Errors
/// `no-dictionary` before there is one.
pub fn concordance(
    corpus: &Corpus,
    word: &str,
    view: &View,
    query: &ConcordanceQuery,
) -> Result<Concordance, Error> {
    corpus.ready()?;
    let all = uses(corpus, word, view, query.sort);
    let n = all.len();
    let choices = (query.offset == 0).then(|| choices(&all));
    let mut chosen: Vec<Use> = all.into_iter().filter(|one| one.is_chosen(query)).collect();
    chosen.order_by(|one, other| one.compare(other, query.sort));
    let mut indices = Vec::new();
    let shown = chosen.iter().skip(query.offset).take(query.n);
    let lines = shown.map(|one| one.line(&mut indices)).collect();
    Ok(Concordance { word: word.to_owned(), n, n_chosen: chosen.len(), offset: query.offset, lines, choices })
}

/// A use on its way to a line.
struct Use<'c> {
    entry: &'c Entry,
    index: usize,
    block: &'c Block,
    key: Key,
    occurrence: &'c Occurrence,
    /// The context by which it is sorted, if it is by one.
    beside: &'c str,
}

/// Where the characters of an original stand as JavaScript counts them, of the documents met so far.
type Indices<'c> = Vec<(DocumentId, Utf16Index<'c>)>;

fn uses<'c>(corpus: &'c Corpus, word: &str, view: &View, order: LineOrder) -> Vec<Use<'c>> {
    let Some(id) = corpus.vocabulary().find(word) else { return Vec::new() };
    let mut found = Vec::new();
    for entry in corpus.entries() {
        let blocks = entry.document.blocks.iter().zip(&entry.blocks).zip(keys(corpus, entry, view));
        for (index, ((block, words), key)) in blocks.enumerate() {
            let Some(key) = key else { continue };
            let meant = words.iter().filter(|one| one.word == id && view.shows_use(one));
            found.extend(meant.map(|occurrence| {
                let one = Use { entry, index, block, key, occurrence, beside: "" };
                let beside = match order {
                    LineOrder::Right => one.after(),
                    LineOrder::Left => one.before(),
                    LineOrder::Text | LineOrder::City | LineOrder::Date => "",
                };
                Use { beside, ..one }
            }));
        }
    }
    found
}

impl<'c> Use<'c> {
    fn compare(&self, other: &Use, order: LineOrder) -> Ordering {
        match order {
            LineOrder::Text => Ordering::Equal,
            // Bytes of UTF-8 are in the order of code points.
            LineOrder::Right => self.beside.cmp(other.beside),
            LineOrder::Left => self.beside.chars().rev().cmp(other.beside.chars().rev()),
            LineOrder::City => self.key.cmp(&other.key),
            LineOrder::Date => {
                let (one, other) = (self.date(), other.date());
                one.is_none().cmp(&other.is_none()).then(one.cmp(&other))
            }
        }
    }

    fn before(&self) -> &'c str {
        let before = &self.block.text()[..self.occurrence.span.start];
        let first = before.char_indices().rev().take(MAX_CONTEXT).last();
        first.map_or("", |(at, _)| &before[at..])
    }

    fn after(&self) -> &'c str {
        let after = &self.block.text()[self.occurrence.span.end..];
        after.char_indices().nth(MAX_CONTEXT).map_or(after, |(at, _)| &after[..at])
    }

    fn date(&self) -> Option<&'c str> {
        self.entry.document.date.as_deref()
    }

    fn speaker(&self) -> Option<&'c str> {
        let name = self.block.speaker.of(self.block.text()).trim_end_matches([':', '：']);
        (!name.is_empty()).then_some(name)
    }

    fn is_chosen(&self, query: &ConcordanceQuery) -> bool {
        query.column.as_ref().is_none_or(|column| *column == self.key.to_string())
            && query.document.is_none_or(|document| document == self.entry.id)
            && query.role.is_none_or(|role| role == self.block.role)
            && query.speaker.as_deref().is_none_or(|speaker| self.speaker() == Some(speaker))
            && is_within(self.date(), query.from.as_deref(), query.until.as_deref())
    }

    fn line(&self, indices: &mut Indices<'c>) -> ConcordanceLine {
        let Entry { id, document, .. } = self.entry;
        let original = self.block.draft.original(self.occurrence.span);
        let known = indices.iter().position(|(other, _)| other == id).unwrap_or_else(|| {
            indices.push((*id, Utf16Index::new(&document.original)));
            indices.len() - 1
        });
        let index = &indices[known].1;
        let link = |address| fragment::link(address, &document.original, self.block, self.occurrence.span);
        ConcordanceLine {
            document: *id,
            title: document.title.clone().unwrap_or_default(),
            file: document.file.clone(),
            date: document.date.clone(),
            column: self.key.to_string(),
            block: self.index,
            role: self.block.role,
            speaker: self.speaker().map(str::to_owned),
            before: self.before().to_owned(),
            keyword: self.occurrence.span.of(self.block.text()).to_owned(),
            after: self.after().to_owned(),
            tone: self.occurrence.tone,
            start: index.units(original.start),
            end: index.units(original.end),
            link: document.address.as_deref().map(link),
        }
    }
}

/// Whether a date may lie between two others; each may be a year, a month or a day.
fn is_within(date: Option<&str>, from: Option<&str>, until: Option<&str>) -> bool {
    let Some(date) = date else { return from.is_none() && until.is_none() };
    let compare = |bound: &str| {
        let n = date.len().min(bound.len());
        date.as_bytes()[..n].cmp(&bound.as_bytes()[..n])
    };
    from.is_none_or(|from| compare(from).is_ge()) && until.is_none_or(|until| compare(until).is_le())
}

fn choices(uses: &[Use]) -> LineChoices {
    let documents = uses.chunk_by(|one, other| one.entry.id == other.entry.id);
    LineChoices {
        // The names of what is no place come after digits, and in the order of the report.
        columns: counted(&mut uses.iter().map(|one| one.key.to_string())),
        documents: documents
            .map(|uses| Choice { value: uses[0].entry.id.to_string(), n: uses.len() })
            .collect(),
        roles: counted(&mut uses.iter().map(|one| one.block.role.name().to_owned())),
        speakers: counted(&mut uses.iter().filter_map(Use::speaker).map(str::to_owned)),
        dates: counted(&mut uses.iter().filter_map(Use::date).map(str::to_owned)),
    }
}

fn counted(values: &mut dyn Iterator<Item = String>) -> Vec<Choice> {
    let mut counts = BTreeMap::new();
    for value in values {
        *counts.entry(value).or_insert(0) += 1;
    }
    counts.into_iter().map(|(value, n)| Choice { value, n }).collect()
}

#[cfg(test)]
mod tests {
    use super::is_within;

    #[test]
    fn a_date_that_is_known_less_exactly_is_within_if_it_may_be() {
        for (date, from, until, want) in [
            (Some("2019-02-24"), Some("2019"), Some("2019"), true),
            (Some("2019-02-24"), Some("2019-03"), None, false),
            (Some("2019"), Some("2019-03"), None, true),
            (Some("2019-02"), None, Some("2019-02-01"), true),
            (Some("2020"), None, Some("2019-12-31"), false),
            (None, None, None, true),
            (None, Some("1900"), None, false),
            (Some("2019"), Some("去年"), None, false),
        ] {
            assert_eq!(is_within(date, from, until), want, "{date:?} {from:?} {until:?}");
        }
    }
}
