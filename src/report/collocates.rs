//! The words that keep a word company: what stands with it in one clause, in all and place by place.
//!
//! Promise: of the uses that the view counts, nothing else; a clause counts a pair once, however often it says either word;
//! every number opens as many clauses ([`collocate_sentences`]). A clause ends at commas and at the marks that end a sentence,
//! and not at the mark between the members of a list. Company is described, not tested: clauses of one paragraph are not
//! independent of each other. Not here: order within the clause.

use super::columns::Key;
use super::count::keys;
use super::rounded;
use super::sentences::{Sentences, Use, sentences_of_block};
use super::view::View;
use crate::corpus::{Corpus, Occurrence, WordId};
use crate::error::Error;
use crate::order::Order;
use crate::stats::Company;
use serde::Serialize;
use std::collections::BTreeMap;

/// Words that meet less often are not named: below, one sentence decides.
const MIN_TOGETHER: u64 = 3;

/// So many are named.
const N_NAMED: usize = 30;

/// Where a clause ends.
const ENDS: [char; 14] = ['，', '。', '；', '：', '！', '？', '…', '\n', ',', ';', ':', '!', '?', '.'];

/// The company of a word.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Collocates {
    /// The word.
    pub word: String,
    /// Clauses in all.
    pub n_clauses: u64,
    /// Clauses with the word.
    pub n: u64,
    /// Words that meet it in fewer clauses are not named.
    pub min_together: u64,
    /// Columns in the order of the report.
    pub columns: Vec<CollocateColumn>,
    /// The strongest first, by logDice.
    pub words: Vec<Collocate>,
}

/// A column with its clauses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CollocateColumn {
    /// As in the report.
    pub key: String,
    /// Clauses in all.
    pub n_clauses: u64,
    /// Clauses with the word.
    pub n: u64,
}

/// A word in the company of another.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Collocate {
    /// The word.
    pub word: String,
    /// Clauses with both.
    pub n: u64,
    /// Clauses with this one.
    pub n_other: u64,
    /// Clauses with both that would be expected were they strangers.
    pub expected: f64,
    /// From 14, always together, downwards: one less is half as strong.
    pub log_dice: f64,
    /// Log-likelihood.
    pub g2: f64,
    /// Clauses with both, by column.
    pub cells: Vec<u64>,
}

/// Finds the company of a word.
///
/// # Errors
/// `no-dictionary` before there is one.
pub fn collocates(corpus: &Corpus, word: &str, view: &View) -> Result<Collocates, Error> {
    corpus.ready()?;
    let vocabulary = corpus.vocabulary();
    let id = vocabulary.find(word);
    let mut tally = Tally::new(vocabulary.len());
    let mut members = Vec::new();
    for entry in corpus.entries() {
        let blocks = entry.document.blocks.iter().zip(&entry.blocks).zip(keys(corpus, entry, view));
        for ((block, words), key) in blocks {
            let Some(key) = key else { continue };
            for clause in clauses(block.text(), words) {
                let shown = clause.iter().filter(|one| view.shows_use(one)).map(|one| one.word);
                members.extend(shown.filter(|one| Some(*one) == id || view.shows(vocabulary.word(*one))));
                members.sort_unstable();
                members.dedup();
                tally.add(key, &members, id);
                members.clear();
            }
        }
    }
    Ok(tally.collocates(corpus, word))
}

/// Finds the sentences in which two words stand in one clause, in one column or in all, with both marked.
///
/// # Errors
/// `no-dictionary` before there is one.
pub fn collocate_sentences(
    corpus: &Corpus,
    word: &str,
    other: &str,
    view: &View,
    column: Option<&str>,
) -> Result<Sentences, Error> {
    corpus.ready()?;
    let mut found = Sentences { word: word.to_owned(), n: 0, sentences: Vec::new() };
    let ids = [word, other].map(|text| corpus.vocabulary().find(text));
    let [Some(one), Some(two)] = ids else { return Ok(found) };
    for entry in corpus.entries() {
        for (index, key) in keys(corpus, entry, view).iter().enumerate() {
            let Some(key) = key.map(|key| key.to_string()) else { continue };
            let (block, words) = (&entry.document.blocks[index], entry.blocks.get(index));
            if column.is_some_and(|column| column != key) {
                continue;
            }
            let mut uses: Vec<Use> = Vec::new();
            for clause in clauses(block.text(), words.map_or(&[], Vec::as_slice)) {
                let meant = |id| clause.iter().filter(move |use_| use_.word == id && view.shows_use(use_));
                if meant(one).next().is_some() && meant(two).next().is_some() {
                    let both =
                        clause.iter().filter(|use_| [one, two].contains(&use_.word) && view.shows_use(use_));
                    uses.extend(both.map(|use_| (use_.span, use_.tone)));
                }
            }
            found.n += uses.len();
            found.sentences.extend(sentences_of_block(entry, index, &key, &uses));
        }
    }
    Ok(found)
}

/// The clauses of a block, each with its words; one without words is none.
fn clauses<'w>(text: &'w str, words: &'w [Occurrence]) -> impl Iterator<Item = &'w [Occurrence]> {
    words.chunk_by(|one, next| {
        let between = text.get(one.span.end..next.span.start).unwrap_or_default();
        !between.chars().any(|c| ENDS.contains(&c))
    })
}

/// Clauses, counted by what they hold.
struct Tally {
    /// Clauses in all and with the word, by column.
    columns: BTreeMap<Key, (u64, u64)>,
    /// Clauses with each word.
    n_other: Vec<u64>,
    /// Clauses with the word and another.
    together: BTreeMap<WordId, BTreeMap<Key, u64>>,
}

impl Tally {
    fn new(n_types: usize) -> Self {
        Tally { columns: BTreeMap::new(), n_other: vec![0; n_types], together: BTreeMap::new() }
    }

    /// Counts a clause by its words, each of which is there once.
    fn add(&mut self, key: Key, members: &[WordId], word: Option<WordId>) {
        if members.is_empty() {
            return;
        }
        let is_with = word.is_some_and(|word| members.contains(&word));
        let column = self.columns.entry(key).or_default();
        column.0 += 1;
        column.1 += u64::from(is_with);
        for member in members {
            self.n_other[member.index()] += 1;
            if is_with && Some(*member) != word {
                *self.together.entry(*member).or_default().entry(key).or_default() += 1;
            }
        }
    }

    fn collocates(&self, corpus: &Corpus, word: &str) -> Collocates {
        let (n_clauses, n) = self.columns.values().fold((0, 0), |(all, n), one| (all + one.0, n + one.1));
        let collocate = |(id, cells): (&WordId, &BTreeMap<Key, u64>)| {
            let n_both = cells.values().sum();
            let n_other = self.n_other[id.index()];
            let company = Company { n_both, n_first: n, n_second: n_other, n_windows: n_clauses };
            (n_both >= MIN_TOGETHER && company.g2() > 0.0).then(|| Collocate {
                word: corpus.vocabulary().word(*id).text.to_string(),
                n: n_both,
                n_other,
                expected: rounded(company.expected()),
                log_dice: rounded(company.log_dice().unwrap_or_default()),
                g2: rounded(company.g2()),
                cells: self.columns.keys().map(|key| cells.get(key).copied().unwrap_or_default()).collect(),
            })
        };
        let mut words: Vec<Collocate> = self.together.iter().filter_map(collocate).collect();
        // The numbers of words follow the order of files, their texts do not.
        words.order_by(|a, b| b.log_dice.total_cmp(&a.log_dice).then_with(|| a.word.cmp(&b.word)));
        words.truncate(N_NAMED);
        let column = |(key, (n_clauses, n)): (&Key, &(u64, u64))| CollocateColumn {
            key: key.to_string(),
            n_clauses: *n_clauses,
            n: *n,
        };
        Collocates {
            word: word.to_owned(),
            n_clauses,
            n,
            min_together: MIN_TOGETHER,
            columns: self.columns.iter().map(column).collect(),
            words,
        }
    }
}
