//! One place over time: what its later texts say anew, as before, and no more.
//!
//! Promise: two periods, and how they were chosen is told. Periods are years where the place's dated texts are of several
//! years, else dates; of all ways to part them in two the one that parts the words most evenly. Texts without a date, or
//! with one too inexact to be put before or after the others, are named and left out. Judgements are those of
//! [`stats::change()`] over blocks that are drawn anew; below [`stats::is_enough`] in either period there are counts only.
//!
//! It is two samples of what a place published that are compared. What happened in between, and whether other texts of the
//! time would say the same, the figures do not know.

use super::columns::Key;
use super::count::{by_number, keys};
use super::rounded;
use super::view::View;
use crate::corpus::{Corpus, DocumentId, Entry, WordId};
use crate::error::Error;
use crate::order::Order;
use crate::places::{Code, Gazetteer};
use crate::stats::{self, Estimate, Group, Resampler, Use};
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Chooses the random numbers.
const SEED: u64 = 2019;

/// Words of each kind that are resampled, and those most frequent of all.
const N_CANDIDATES: usize = 60;

/// The longest list of each kind that is given.
const N_LISTED: usize = 30;

/// The most frequent words, which are given whatever may be said of them.
const N_FREQUENT: usize = 12;

/// Places with their dates, and one of them over time.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct OverTime {
    /// By code.
    pub places: Vec<DatedPlace>,
    /// The one that was asked for, or the one with the most words of those that have two periods.
    pub place: Option<PlaceOverTime>,
    /// Draws that intervals rest on.
    pub n_draws: usize,
    /// With fewer words in a period nothing is claimed.
    pub min_words: u64,
    /// With fewer blocks in a period nothing is claimed.
    pub min_blocks: u64,
}

/// A place and what is known of the dates of its texts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DatedPlace {
    /// Six digits, as in the report's columns.
    pub key: String,
    /// Full name.
    pub name: &'static str,
    /// Documents with passages of the place.
    pub n_documents: usize,
    /// Those that have a date.
    pub n_dated: usize,
    /// Whether its dates make two periods.
    pub has_periods: bool,
}

/// A place in two periods.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PlaceOverTime {
    /// Six digits, as in the report's columns.
    pub key: String,
    /// Full name.
    pub name: &'static str,
    /// Whether years were parted, or the dates of one year.
    pub by: Parted,
    /// The earlier and the later one.
    pub periods: [Period; 2],
    /// Documents that are in neither.
    pub left_out: Vec<Undated>,
    /// By what became of them, then the surest difference first; steady ones and those of which nothing may be said by rate.
    pub words: Vec<WordOverTime>,
    /// Words in the family of tests.
    pub n_tests: usize,
}

/// What periods are made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Parted {
    /// Whole years.
    Year,
    /// The dates of one year.
    Date,
}

/// A period of a place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Period {
    /// The earliest date of its documents.
    pub from: String,
    /// The latest.
    pub until: String,
    /// Documents.
    pub n_documents: usize,
    /// Words.
    pub n_words: u64,
    /// Blocks with words.
    pub n_blocks: u64,
    /// Whether that is enough to claim anything.
    pub is_enough: bool,
}

/// A document that cannot be put in a period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Undated {
    /// Which document.
    pub document: DocumentId,
    /// Its title; empty if it has none.
    pub title: String,
    /// Its file.
    pub file: String,
    /// Its date, if it has one that is too inexact.
    pub date: Option<String>,
}

/// A word in both periods.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct WordOverTime {
    /// The word.
    pub word: String,
    /// What became of it; none where nothing may be said.
    pub change: Option<Change>,
    /// In the earlier and in the later period.
    pub cells: [PeriodCell; 2],
    /// Binary logarithm of the ratio of the later rate to the earlier one; none with too little text.
    pub log_ratio: Option<f64>,
    /// 95 % interval of the log ratio.
    pub log_ratio_interval: Option<[f64; 2]>,
    /// Probability of such a difference by chance, adjusted for the number of words.
    pub q: Option<f64>,
}

/// How often a word is said in a period.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PeriodCell {
    /// Uses.
    pub n: u64,
    /// Blocks that use it.
    pub n_blocks: u64,
    /// Uses per 10,000 words.
    pub rate: f64,
    /// 95 % interval of the rate.
    pub rate_interval: [f64; 2],
}

/// What became of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Change {
    /// Said now and not before.
    New,
    /// Said more often.
    More,
    /// Said about as often.
    Steady,
    /// Said less often.
    Less,
    /// Said before and not any more.
    Dropped,
}

impl From<stats::Change> for Change {
    fn from(change: stats::Change) -> Self {
        match change {
            stats::Change::New => Change::New,
            stats::Change::More => Change::More,
            stats::Change::Steady => Change::Steady,
            stats::Change::Less => Change::Less,
            stats::Change::Dropped => Change::Dropped,
        }
    }
}

impl OverTime {
    /// As it is printed and as it crosses to the page: one line of JSON.
    pub fn to_json(&self) -> String {
        let json = serde_json::to_string(self).expect("it has string keys and finite numbers only");
        json + "\n"
    }
}

/// Compares a place's earlier texts with its later ones; the place is named by its key.
///
/// # Errors
/// `no-dictionary` before there is one.
pub fn over_time(corpus: &Corpus, view: &View, place: Option<&str>) -> Result<OverTime, Error> {
    corpus.ready()?;
    let mut places: BTreeMap<Code, Vec<Part>> = BTreeMap::new();
    for entry in by_number(corpus) {
        for (block, key) in keys(corpus, entry, view).into_iter().enumerate() {
            let Some(Key::Place(code)) = key else { continue };
            let parts = places.entry(code).or_default();
            if parts.last().is_none_or(|part| part.entry.id != entry.id) {
                parts.push(Part { entry, blocks: Vec::new(), n_words: 0 });
            }
            if let Some(part) = parts.last_mut() {
                part.blocks.push(block);
                part.n_words += entry.blocks.get(block).map_or(0, Vec::len);
            }
        }
    }
    let parted: Vec<(Code, Vec<Part>, Option<Cut>)> =
        places.into_iter().map(|(code, parts)| (code, cut(&parts), parts)).map(|(c, cut, p)| (c, p, cut)).collect();
    let with_periods = || parted.iter().filter(|(_, _, cut)| cut.is_some());
    let chosen = match place {
        Some(key) => with_periods().find(|(code, ..)| code.to_string() == key),
        None => with_periods().min_by_key(|(code, parts, _)| {
            (Reverse(parts.iter().filter(|part| part.date().is_some()).map(|part| part.n_words).sum::<usize>()), *code)
        }),
    };
    let chosen = chosen.and_then(|(code, parts, cut)| Some(compared(corpus, view, *code, parts, cut.as_ref()?)));
    Ok(OverTime {
        places: parted.iter().map(dated).collect(),
        place: chosen,
        n_draws: stats::N_DRAWS,
        min_words: stats::MIN_WORDS,
        min_blocks: stats::MIN_BLOCKS,
    })
}

/// A document's passages of a place.
struct Part<'c> {
    entry: &'c Entry,
    blocks: Vec<usize>,
    n_words: usize,
}

/// Where a place's texts are parted: each one's period, or none, in the order of the parts.
struct Cut {
    by: Parted,
    periods: Vec<Option<usize>>,
}

impl<'c> Part<'c> {
    fn date(&self) -> Option<&'c str> {
        self.entry.document.date.as_deref()
    }
}
