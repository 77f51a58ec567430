//! One place over time: what its later texts say anew, as before, and no more.
//!
//! Promise: two periods, and how they were chosen is told. Periods are years where the place's dated texts are of several
//! years, else dates; of all ways to part them in two the one that parts the words most evenly. Texts without a date, or
//! with one too inexact to be put before or after the others, are named and left out. Judgements are those of
//! [`stats::change()`] over blocks that are drawn anew; below [`stats::is_enough`] in either period there are counts only.
//!
//! It is two samples of what a place published that are compared. What happened in between, and whether other texts of the
//! time would say the same, the figures do not know.

mod periods;

use super::columns::Key;
use super::count::{by_number, keys};
use super::rounded;
use super::view::View;
use crate::corpus::{Corpus, DocumentId, WordId};
use crate::error::Error;
use crate::order::{self, Order};
use crate::places::Code;
use crate::stats::{self, Estimate, Group, Resampler, Use};
use periods::{Cut, Part, Parts, cut};
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
    let parted: Vec<Parts> =
        places.into_iter().map(|(code, parts)| Parts { code, cut: cut(&parts), parts }).collect();
    let with_periods = || parted.iter().filter(|one| one.cut.is_some());
    let chosen = match place {
        Some(key) => with_periods().find(|one| one.code.to_string() == key),
        None => with_periods().min_by_key(|one| (Reverse(one.n_words_in_periods()), one.code)),
    };
    Ok(OverTime {
        places: parted.iter().map(Parts::dated).collect(),
        place: chosen.and_then(|one| compared(corpus, view, one)),
        n_draws: stats::N_DRAWS,
        min_words: stats::MIN_WORDS,
        min_blocks: stats::MIN_BLOCKS,
    })
}

fn compared(corpus: &Corpus, view: &View, place: &Parts) -> Option<PlaceOverTime> {
    let cut = place.cut.as_ref()?;
    let index = Index::new(corpus, view, place, cut);
    let key: u64 = place.code.to_string().parse().unwrap_or(0);
    let group = |period: usize| Group { key: 2 * key + period as u64, lengths: &index.lengths[period] };
    let mut resampler = Resampler::new(&[group(0), group(1)], SEED);
    let periods = [0, 1].map(|period| index.period(period, place, cut));
    let n_tests = index.tested().count();
    let chosen = index.candidates(periods.iter().all(|period| period.is_enough));
    let estimates: Vec<Vec<Estimate>> = chosen
        .iter()
        .map(|at| resampler.compare(&[&index.words[*at].1[0], &index.words[*at].1[1]]))
        .collect();
    let p: Vec<f64> = estimates.iter().map(|both| both[1].against.map_or(1.0, |against| against.p)).collect();
    let q = stats::benjamini_hochberg(&p, n_tests);
    let words = chosen.iter().zip(estimates.iter().zip(q));
    let words = words.map(|(at, (both, q))| {
        let text = corpus.vocabulary().word(index.words[*at].0).text.to_string();
        (both[1].against.map_or(0.0, |against| against.bound.abs()), word(text, both, q))
    });
    let undated = place.parts.iter().zip(&cut.periods).filter(|(_, period)| period.is_none());
    Some(PlaceOverTime {
        key: place.code.to_string(),
        name: place.name(),
        by: cut.by,
        periods,
        left_out: undated.map(|(part, _)| part.left_out()).collect(),
        words: listed(words.collect()),
        n_tests,
    })
}

fn word(text: String, both: &[Estimate], q: f64) -> WordOverTime {
    let against = both[1].against.as_ref().filter(|_| both[0].against.is_some());
    let cell = |one: &Estimate| PeriodCell {
        n: one.n,
        n_blocks: one.n_blocks,
        rate: rounded(one.rate),
        rate_interval: [one.interval.low, one.interval.high].map(rounded),
    };
    WordOverTime {
        word: text,
        change: stats::change(&both[0], &both[1], q).map(Change::from),
        cells: [cell(&both[0]), cell(&both[1])],
        log_ratio: against.map(|against| rounded(against.log_ratio)),
        log_ratio_interval: against.map(|one| [one.interval.low, one.interval.high].map(rounded)),
        q: against.map(|_| rounded(q)),
    }
}

/// What became of words in its order, each list no longer than it should be; then the most frequent of the others.
fn listed(mut words: Vec<(f64, WordOverTime)>) -> Vec<WordOverTime> {
    let rate = |word: &WordOverTime| word.cells[0].rate + word.cells[1].rate;
    let is_by_rate = |word: &WordOverTime| matches!(word.change, None | Some(Change::Steady));
    words.order_by(|(a, x), (b, y)| {
        let weights = if is_by_rate(x) { (rate(x), rate(y)) } else { (*a, *b) };
        let kinds = x.change.is_none().cmp(&y.change.is_none()).then(x.change.cmp(&y.change));
        kinds.then(weights.1.total_cmp(&weights.0)).then_with(|| x.word.cmp(&y.word))
    });
    let (mut last, mut n) = (None, 0);
    words.retain(|(_, word)| {
        n = if last == Some(word.change) { n + 1 } else { 1 };
        last = Some(word.change);
        n <= if word.change.is_some() { N_LISTED } else { N_FREQUENT }
    });
    words.into_iter().map(|(_, word)| word).collect()
}

/// Uses by word, period and block.
struct Index {
    /// Words in each block of each period.
    lengths: [Vec<u32>; 2],
    /// The words shown, by text.
    words: Vec<(WordId, [Vec<Use>; 2])>,
}

impl Index {
    fn new(corpus: &Corpus, view: &View, place: &Parts, cut: &Cut) -> Self {
        let mut lengths = [Vec::new(), Vec::new()];
        let mut uses = vec![[Vec::new(), Vec::new()]; corpus.vocabulary().len()];
        for (part, period) in place.parts.iter().zip(&cut.periods) {
            let Some(period) = *period else { continue };
            for words in part.blocks.iter().filter_map(|block| part.entry.blocks.get(*block)) {
                let block = lengths[period].len() as u32;
                lengths[period].push(words.len() as u32);
                for word in words.iter().filter(|word| view.shows_use(word)) {
                    let uses: &mut Vec<Use> = &mut uses[word.word.index()][period];
                    match uses.last_mut().filter(|last| last.block == block) {
                        Some(last) => last.n += 1,
                        None => uses.push(Use { block, n: 1 }),
                    }
                }
            }
        }
        let words = corpus.vocabulary().ids().zip(uses);
        let is_shown = |(word, uses): &(WordId, [Vec<Use>; 2])| {
            uses.iter().any(|uses| !uses.is_empty()) && view.shows(corpus.vocabulary().word(*word))
        };
        let mut words: Vec<_> = words.filter(is_shown).collect();
        // The numbers of words follow the order of files, their texts do not.
        words.order_by(|(a, _), (b, _)| {
            corpus.vocabulary().word(*a).text.cmp(&corpus.vocabulary().word(*b).text)
        });
        Index { lengths, words }
    }

    fn totals(&self, period: usize) -> (u64, u64) {
        let lengths = &self.lengths[period];
        (lengths.iter().copied().map(u64::from).sum(), lengths.iter().filter(|n| **n > 0).count() as u64)
    }

    fn period(&self, period: usize, place: &Parts, cut: &Cut) -> Period {
        let parts = place.parts.iter().zip(&cut.periods).filter(|(_, of)| **of == Some(period));
        let dates: Vec<&str> = parts.filter_map(|(part, _)| part.date()).collect();
        let (n_words, n_blocks) = self.totals(period);
        Period {
            from: dates.iter().min().copied().unwrap_or_default().to_owned(),
            until: dates.iter().max().copied().unwrap_or_default().to_owned(),
            n_documents: dates.len(),
            n_words,
            n_blocks,
            is_enough: stats::is_enough(n_words, n_blocks),
        }
    }

    fn n(&self, at: usize, period: usize) -> u64 {
        self.words[at].1[period].iter().map(|used| u64::from(used.n)).sum()
    }

    /// Words that might be found different.
    fn tested(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.words.len()).filter(|at| self.n(*at, 0) + self.n(*at, 1) >= stats::MIN_USES)
    }

    /// The words that are resampled: those that seem to differ most, and the most frequent ones.
    fn candidates(&self, is_enough: bool) -> Vec<usize> {
        let totals = [self.totals(0).0, self.totals(1).0];
        let difference =
            |at: usize| stats::signed_log_likelihood(self.n(at, 1), totals[1], self.n(at, 0), totals[0]);
        let rate = |at: usize| {
            let [before, now] = [0, 1].map(|period| stats::rate(self.n(at, period), totals[period]));
            if is_enough { before.min(now) } else { before + now }
        };
        let most = |weight: &dyn Fn(usize) -> f64, n: usize| {
            let mut all: Vec<(f64, usize)> = self.tested().map(|at| (weight(at), at)).collect();
            all.order_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
            all.truncate(n);
            all.into_iter().map(|(_, at)| at).collect::<Vec<_>>()
        };
        let mut chosen = most(&rate, if is_enough { N_CANDIDATES } else { N_FREQUENT });
        if is_enough {
            chosen.extend(most(&difference, N_CANDIDATES));
            chosen.extend(most(&|at| -difference(at), N_CANDIDATES));
        }
        order::set(chosen).into_iter().collect()
    }
}
