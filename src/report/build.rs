//! The report that the page draws and the command line prints.

use super::columns::Key;
use super::count::{ColumnCounts, Counts, count};
use super::phrases::{PhrasesTaken, taken};
use super::receipt::{DocumentSummary, summary_in};
use super::slogans::{ExplainedSlogan, explained};
use super::stops::{Stopped, of_tier};
use super::view::View;
use super::{SCHEMA, rounded};
use crate::corpus::{Corpus, WordId};
use crate::error::Error;
use crate::order::{self, Order};
use crate::places::{Gazetteer, Level};
use crate::stats;
use crate::words::Tier;
use serde::Serialize;
use std::cmp::Reverse;

/// So many set words are named.
const N_SET_WORDS: usize = 3;

/// Counts, rates and keyness of all words shown, for all cities.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// [`SCHEMA`].
    pub schema: u32,
    /// The view, with its defaults filled in.
    pub view: View,
    /// The documents and what was done to them.
    pub documents: Vec<DocumentSummary>,
    /// Places by code, then several, then unknown; only those that have words.
    pub columns: Vec<Column>,
    /// Sorted by keyness, highest first.
    pub rows: Vec<Row>,
    /// All words, shown or not.
    pub n_words: u64,
    /// Different words shown, before the cut at `n_rows`.
    pub n_types: usize,
    /// Numbered slogans that the texts explain.
    pub slogans: Vec<ExplainedSlogan>,
    /// Phrases of the texts that count as words.
    pub phrases: PhrasesTaken,
    /// What the set words of reports are of all this, whether they are left out or not.
    pub set_words: Stopped,
}

/// A city, or the blocks of several, or those of which it is not known whose they are.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Column {
    /// Six digits, or `several`, or `unknown`.
    pub key: String,
    /// `place`, `several` or `unknown`.
    pub kind: &'static str,
    /// Full name; empty for several and unknown.
    pub name: &'static str,
    /// Name of what it lies in; empty where there is none.
    pub parent: &'static str,
    /// Level of the place.
    pub level: Option<Level>,
    /// Words of all its blocks: what rates refer to.
    pub n_words: u64,
    /// Blocks.
    pub n_blocks: u64,
    /// Documents that have such blocks.
    pub n_documents: u64,
    /// Whether a place has enough text for claims ([`stats::is_enough`]); several and unknown never have.
    pub is_enough: bool,
    /// Most frequent words first.
    pub cloud: Vec<CloudWord>,
}

/// A word of a cloud.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CloudWord {
    /// The word.
    pub word: String,
    /// Its figures in this column.
    #[serde(flatten)]
    pub cell: Cell,
}

/// Figures of a word in a column.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Cell {
    /// Uses.
    pub n: u64,
    /// Uses per 10,000 words of the column.
    pub rate: f64,
    /// Log-likelihood against the other places, negative where rarer; none with no other place.
    pub g2: Option<f64>,
    /// Log ratio against the other places.
    pub log_ratio: Option<f64>,
    /// Uses that their clause denies.
    pub negated: u64,
    /// Uses that their clause speaks of as a problem, or as having one.
    pub problem: u64,
}

/// A word over all columns.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Row {
    /// The word.
    pub word: String,
    /// Part of speech in jieba's letters; empty where it is not known.
    pub tag: String,
    /// Uses in all columns.
    pub n: u64,
    /// Documents in which it stands.
    pub n_documents: u32,
    /// Blocks in which it stands.
    pub n_blocks: u32,
    /// Log-likelihood of its spread over the places that have enough text, or over all where fewer than two have; none
    /// with fewer than two places, or where none of these uses it.
    pub g2: Option<f64>,
    /// In the order of the columns.
    pub cells: Vec<Cell>,
}

impl Report {
    /// The report as it is printed and as it crosses to the page: one line of JSON.
    pub fn to_json(&self) -> String {
        let json = serde_json::to_string(self).expect("a report has string keys and finite numbers only");
        json + "\n"
    }
}

/// Answers a view. Whether the policy lexicon is in use and phrases of the texts are words is the corpus's state
/// ([`Corpus::set_lexicon`], [`Corpus::set_phrases`]), and the report's view says it.
///
/// # Errors
/// `no-dictionary` before there is one.
#[inline(never)]
pub fn report(corpus: &Corpus, view: &View) -> Result<Report, Error> {
    corpus.ready()?;
    let counts = count(corpus, view);
    let table = Table::new(corpus, view, &counts);
    let columns = (0..counts.columns.len()).map(|index| table.column(index)).collect();
    Ok(Report {
        schema: SCHEMA,
        view: View { lexicon: corpus.has_lexicon(), phrases: corpus.has_phrases(), ..*view },
        documents: corpus.entries().iter().map(|entry| summary_in(corpus, entry, view)).collect(),
        columns,
        rows: table.rows(),
        n_words: counts.columns.iter().map(|column| column.n_words).sum(),
        n_types: table.shown.len(),
        slogans: explained(corpus, view),
        phrases: taken(corpus, view),
        set_words: of_tier(corpus, view, &counts, Tier::Genre, N_SET_WORDS),
    })
}

/// The counts with what keyness needs of them.
struct Table<'a> {
    corpus: &'a Corpus,
    view: &'a View,
    counts: &'a Counts,
    /// Words that are shown and stand somewhere, with their uses.
    shown: Vec<(WordId, u64)>,
    /// Words of all places together; several and unknown are no party to a comparison.
    n_place_words: u64,
    n_places: usize,
    /// The places that tell how unevenly a word is spread.
    spread_over: Vec<&'a ColumnCounts>,
}

impl<'a> Table<'a> {
    fn new(corpus: &'a Corpus, view: &'a View, counts: &'a Counts) -> Self {
        let vocabulary = corpus.vocabulary();
        let uses = |word| (word, counts.columns.iter().map(|column| column.n_of(word)).sum());
        let shown = vocabulary.ids().filter(|word| view.shows(vocabulary.word(*word))).map(uses);
        let places = counts.columns.iter().filter(|column| is_place(column));
        let enough: Vec<&ColumnCounts> = places.clone().filter(|column| has_enough(column)).collect();
        Table {
            corpus,
            view,
            counts,
            shown: shown.filter(|(_, n)| *n > 0).collect(),
            n_place_words: places.clone().map(|column| column.n_words).sum(),
            n_places: places.clone().count(),
            spread_over: if enough.len() < 2 { places.collect() } else { enough },
        }
    }

    fn text(&self, word: WordId) -> &str {
        &self.corpus.vocabulary().word(word).text
    }

    fn cell(&self, column: &ColumnCounts, word: WordId) -> Cell {
        let n = column.n_of(word);
        let negated = column.n_negated[word.index()].into();
        let problem = column.n_problem[word.index()].into();
        let rate = rounded(stats::rate(n, column.n_words));
        if !is_place(column) || self.n_places < 2 {
            return Cell { n, rate, g2: None, log_ratio: None, negated, problem };
        }
        let n_all: u64 =
            self.counts.columns.iter().filter(|column| is_place(column)).map(|other| other.n_of(word)).sum();
        let (n_rest, rest) = (n_all - n, self.n_place_words - column.n_words);
        let g2 = stats::signed_log_likelihood(n, column.n_words, n_rest, rest);
        let log_ratio = stats::log_ratio(n, column.n_words, n_rest, rest);
        Cell { n, rate, g2: Some(rounded(g2)), log_ratio: Some(rounded(log_ratio)), negated, problem }
    }

    #[inline(never)]
    fn column(&self, index: usize) -> Column {
        let column = &self.counts.columns[index];
        let gazetteer = Gazetteer::built_in();
        let place = match column.key {
            Key::Place(code) => gazetteer.place(code),
            _ => None,
        };
        let parent = place.and_then(|place| place.parent).and_then(|parent| gazetteer.place(parent));
        Column {
            key: column.key.to_string(),
            kind: match column.key {
                Key::Place(_) => "place",
                Key::Several => "several",
                Key::Unknown => "unknown",
            },
            name: place.map_or("", |place| place.name),
            parent: parent.map_or("", |parent| parent.name),
            level: place.map(|place| place.level),
            n_words: column.n_words,
            n_blocks: column.n_blocks,
            n_documents: column.n_documents,
            is_enough: has_enough(column),
            cloud: self.cloud(column),
        }
    }

    #[inline(never)]
    fn cloud(&self, column: &ColumnCounts) -> Vec<CloudWord> {
        let uses = || self.shown.iter().map(|(word, _)| (*word, column.n_of(*word))).filter(|(_, n)| *n > 0);
        let key = |n: u64| u32::try_from(n).unwrap_or(u32::MAX);
        let floor = order::floor_of_largest(uses().map(|(_, n)| key(n)).collect(), self.view.n_cloud);
        let leading = uses().filter(|(_, n)| key(*n) >= floor);
        let mut words: Vec<(WordId, Cell)> =
            leading.map(|(word, _)| (word, self.cell(column, word))).collect();
        // Among words as frequent as each other, those first that tell this city from the others.
        words.order_by(|(a, x), (b, y)| {
            let by_keyness = y.g2.unwrap_or(0.0).total_cmp(&x.g2.unwrap_or(0.0));
            y.n.cmp(&x.n).then(by_keyness).then_with(|| self.text(*a).cmp(self.text(*b)))
        });
        words.truncate(self.view.n_cloud);
        words.into_iter().map(|(word, cell)| CloudWord { word: self.text(word).to_owned(), cell }).collect()
    }

    #[inline(never)]
    fn rows(&self) -> Vec<Row> {
        let mut words: Vec<(WordId, u64, Option<f64>)> =
            self.shown.iter().map(|(word, n)| (*word, *n, self.spread(*word))).collect();
        let key = |g2: &Option<f64>| order::key_of(g2.unwrap_or(-1.0));
        let floor = order::floor_of_largest(words.iter().map(|(.., g2)| key(g2)).collect(), self.view.n_rows);
        words.retain(|(.., g2)| key(g2) >= floor);
        words.order_by(|(a, n, g2), (b, m, h2)| {
            let by_keyness = h2.unwrap_or(-1.0).total_cmp(&g2.unwrap_or(-1.0));
            by_keyness.then(Reverse(*n).cmp(&Reverse(*m))).then_with(|| self.text(*a).cmp(self.text(*b)))
        });
        words.truncate(self.view.n_rows);
        words.into_iter().map(|(word, n, g2)| self.row(word, n, g2)).collect()
    }

    /// How strongly a word tells the places apart; none where none of them uses it or there is nothing to tell apart.
    fn spread(&self, word: WordId) -> Option<f64> {
        let (counts, totals): (Vec<u64>, Vec<u64>) =
            self.spread_over.iter().map(|column| (column.n_of(word), column.n_words)).unzip();
        let is_used = counts.iter().any(|n| *n > 0);
        (self.n_places >= 2 && is_used).then(|| rounded(stats::log_likelihood_spread(&counts, &totals)))
    }

    #[inline(never)]
    fn row(&self, word: WordId, n: u64, g2: Option<f64>) -> Row {
        Row {
            word: self.text(word).to_owned(),
            tag: self.corpus.vocabulary().word(word).tag.to_string(),
            n,
            n_documents: self.counts.n_documents[word.index()],
            n_blocks: self.counts.n_blocks[word.index()],
            g2,
            cells: self.counts.columns.iter().map(|column| self.cell(column, word)).collect(),
        }
    }
}

fn is_place(column: &ColumnCounts) -> bool {
    matches!(column.key, Key::Place(_))
}

fn has_enough(column: &ColumnCounts) -> bool {
    is_place(column) && stats::is_enough(column.n_words, column.n_blocks)
}
