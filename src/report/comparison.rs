//! What the texts allow to say about how cities differ: distinctive, missing and shared words, and how alike cities are.
//!
//! Promise: figures and judgements are those of `stats`; here it is decided which words are judged at all, and every list
//! is sorted. Blocks are taken by document number, so that neither the order of files nor the reader's machine changes a
//! figure. Several and unknown take no part.
//!
//! # Which words
//! The family of tests of a city is all words that are shown and stand at least [`stats::MIN_USES`] times in the cities
//! together. Of these, resampled are for each city those with the highest log-likelihood, those that it lacks and the
//! others have, and the most frequent of all; the rest counts as tests that found nothing, so that looking only where
//! something may be found claims no more than it should.

mod index;
mod leading;
mod rates;
mod survival;

pub use leading::{CityLeads, Lead, leading};
pub use rates::{ComparedCell, ComparedWord};
pub use survival::{Answer, Claim, Setting, Survival, claims, claims_from_json, survival};

use super::rounded;
use super::view::View;
use crate::corpus::{Corpus, Resamples, WordId};
use crate::error::Error;
use crate::order::Order;
use crate::places::Gazetteer;
use crate::stats::{self, Against, Estimate, Finding, Proportions, Rates, Wanted};
use index::{Index, groups_of};
use serde::Serialize;
use std::sync::Arc;

/// Chooses the random numbers of all comparisons.
const SEED: u64 = 2019;

/// Words of each kind that are resampled for each city.
const N_CANDIDATES: usize = 60;

/// The longest list that is given.
const N_LISTED: usize = 30;

/// Words that are named for the likeness of two cities.
const N_ALIKE: usize = 10;

/// How cities differ, and how not.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Comparison {
    /// By code.
    pub cities: Vec<City>,
    /// Words that all cities with enough text say about as often; the highest lowest rate first.
    pub shared: Vec<SharedWord>,
    /// Pairs of cities with enough text, the most alike first.
    pub pairs: Vec<Pair>,
    /// Every word that stands in one of the lists, or only the first of these, and the most frequent ones, with their rates in
    /// all cities; by text.
    pub words: Vec<ComparedWord>,
    /// Words in the family of tests of each city.
    pub n_tests: usize,
    /// Draws that intervals rest on.
    pub n_draws: usize,
    /// A city with fewer words is not compared.
    pub min_words: u64,
    /// A city with fewer blocks is not compared.
    pub min_blocks: u64,
}

impl Comparison {
    /// The comparison as it is printed and as it crosses to the page: one line of JSON.
    pub fn to_json(&self) -> String {
        let json = serde_json::to_string(self).expect("a comparison has string keys and finite numbers only");
        json + "\n"
    }
}

/// A city in the comparison.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct City {
    /// Six digits, as in the report's columns.
    pub key: String,
    /// Full name.
    pub name: &'static str,
    /// Words.
    pub n_words: u64,
    /// Blocks with words.
    pub n_blocks: u64,
    /// Whether that is enough to be compared ([`stats::MIN_WORDS`], [`stats::MIN_BLOCKS`]).
    pub is_enough: bool,
    /// What the city says more often than the others ([`stats::leads`]), by log-likelihood, the highest first: for the eye,
    /// as most other tools would list it. Only what is in `distinctive` too is more than chance may have made.
    pub leading: Vec<Figures>,
    /// What the city says more often than the others, beyond chance; the largest sure difference first.
    pub distinctive: Vec<Figures>,
    /// What the city does not say though the others do, beyond chance; the most expected first.
    pub missing: Vec<Figures>,
}

/// A word in a city, with how sure its figures are.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Figures {
    /// The word.
    pub word: String,
    /// Uses.
    pub n: u64,
    /// Blocks that use it.
    pub n_blocks: u64,
    /// Uses per 10,000 words.
    pub rate: f64,
    /// 95 % interval of the rate.
    pub rate_interval: [f64; 2],
    /// From 0, even, to 1, in one place.
    pub dispersion: Option<f64>,
    /// Mean of the other cities' rates.
    pub reference_rate: f64,
    /// Uses expected at that rate.
    pub expected: f64,
    /// Binary logarithm of the ratio of the rates.
    pub log_ratio: f64,
    /// 95 % interval of the log ratio.
    pub log_ratio_interval: [f64; 2],
    /// TF-IDF over the cities, times 10,000; it knows nothing of chance.
    pub tf_idf: f64,
    /// Probability of such a difference by chance.
    pub p: f64,
    /// The same, adjusted for the number of words.
    pub q: f64,
}

/// A word that cities share.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SharedWord {
    /// The word.
    pub word: String,
    /// The lowest of the cities' rates.
    pub lowest_rate: f64,
}

/// How alike two cities are.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Pair {
    /// Keys of the two, in order.
    pub keys: [String; 2],
    /// Jensen and Shannon's likeness of the words shown, from 0 to 1.
    pub jensen_shannon: f64,
    /// Cosine of the same.
    pub cosine: f64,
    /// The words that make them most alike, by Jensen and Shannon.
    pub words: Vec<String>,
}

/// Judged words in the order of their texts, each with its estimates by city.
type Judged = [(WordId, Arc<Vec<Estimate>>)];

/// Compares all cities of a corpus.
///
/// # Errors
/// `no-dictionary` before there is one.
pub fn comparison(corpus: &Corpus, view: &View) -> Result<Comparison, Error> {
    asked(corpus, view, Rates::All)
}

/// The same lists, and of the words' rates only those that a picture shows first: the first of the lists and the most frequent
/// words. Most of a comparison of forty cities is rates that nobody looks at.
///
/// # Errors
/// `no-dictionary` before there is one.
pub fn findings(corpus: &Corpus, view: &View) -> Result<Comparison, Error> {
    asked(corpus, view, Rates::Asked)
}

fn asked(corpus: &Corpus, view: &View, rates: Rates) -> Result<Comparison, Error> {
    corpus.ready()?;
    let index = Index::new(corpus, view);
    let groups = groups_of(&index);
    let mut resamples = corpus.resamples(&groups, SEED);
    let comparison = compared(corpus, &index, &mut resamples, rates);
    corpus.keep(resamples);
    Ok(comparison)
}

fn compared(corpus: &Corpus, index: &Index, resamples: &mut Resamples, rates: Rates) -> Comparison {
    let candidates = index.candidates();
    let mut estimated = |at: usize| {
        let leads = (0..index.cities.len()).map(|city| candidates.leading.contains(&(city, at)));
        let (word, uses) = &index.words[at];
        (*word, resamples.compare(*word, uses, rates, leads.collect()))
    };
    let judged: Vec<_> = candidates.words.iter().map(|at| estimated(*at)).collect();
    let shared = shared(corpus, &judged);
    let n_tests = index.n_tests();
    let cities: Vec<City> =
        (0..index.cities.len()).map(|city| index.city(corpus, city, &judged, n_tests)).collect();
    let (chosen, known) = match rates {
        Rates::All => (rates::listed(corpus, &cities, &shared, &judged), &judged[..]),
        _ => (rates::first(corpus, &cities, &judged), &[][..]),
    };
    let rates_alone = Wanted { rates: Rates::All, ratios: &|_| false };
    let estimates = |at: usize| resamples.resampler.compare_for(&index.uses(at), rates_alone);
    let words = rates::with_frequent(corpus, index, known, chosen, estimates);
    Comparison {
        words,
        cities,
        shared,
        pairs: index.pairs(corpus),
        n_tests,
        n_draws: stats::N_DRAWS,
        min_words: stats::MIN_WORDS,
        min_blocks: stats::MIN_BLOCKS,
    }
}

impl Index {
    fn city(&self, corpus: &Corpus, city: usize, judged: &Judged, n_tests: usize) -> City {
        let code = self.cities[city].0;
        let p: Vec<f64> =
            judged.iter().map(|(_, by_city)| by_city[city].against.map_or(1.0, |a| a.p)).collect();
        let q = stats::benjamini_hochberg(&p, n_tests);
        let n_cities = self.compared().count() as u64;
        let listed = |is_in: &dyn Fn(&Estimate, f64) -> bool, order: fn(&Against) -> f64| {
            let mut list: Vec<(f64, usize)> = judged
                .iter()
                .enumerate()
                .filter(|(at, (_, by_city))| is_in(&by_city[city], q[*at]))
                .filter_map(|(at, (_, by_city))| Some((order(by_city[city].against.as_ref()?), at)))
                .collect();
            // The judged words are in the order of their texts.
            list.order_by(|(a, x), (b, y)| b.total_cmp(a).then(x.cmp(y)));
            list.truncate(N_LISTED);
            let shown = |(_, at): (f64, usize)| {
                let (word, by_city) = &judged[at];
                let against = by_city[city].against.as_ref()?;
                let estimate = &by_city[city];
                let n_users = against.n_users as u64 + u64::from(estimate.n > 0);
                let tf_idf = stats::tf_idf(estimate.n, self.totals[city].0, n_users, n_cities);
                Some(figures(&corpus.vocabulary().word(*word).text, estimate, against, tf_idf, q[at]))
            };
            list.into_iter().filter_map(shown).collect()
        };
        let is = |kind: Finding| move |estimate: &Estimate, q: f64| stats::finding(estimate, q) == Some(kind);
        let leads = |estimate: &Estimate, _: f64| {
            let g2 = estimate.against.map_or(0.0, |against| against.g2);
            stats::leads(estimate.n, g2)
        };
        City {
            key: code.to_string(),
            name: Gazetteer::built_in().place(code).map_or("", |place| place.name),
            n_words: self.totals[city].0,
            n_blocks: self.totals[city].1,
            is_enough: self.is_enough(city),
            leading: listed(&leads, |against| against.g2),
            distinctive: listed(&is(Finding::Distinctive), |against| against.bound),
            missing: listed(&is(Finding::Missing), |against| against.expected),
        }
    }

    /// Every two cities with enough text, the most alike first.
    fn pairs(&self, corpus: &Corpus) -> Vec<Pair> {
        let cities: Vec<usize> = self.compared().collect();
        let counts =
            |city: usize| (0..self.words.len()).map(|at| self.n(at, city) as f64).collect::<Vec<f64>>();
        let proportions: Vec<Proportions> =
            cities.iter().map(|city| Proportions::of(&counts(*city))).collect();
        let text = |at: usize| corpus.vocabulary().word(self.words[at].0).text.to_string();
        let mut pairs = Vec::new();
        for a in 0..cities.len() {
            for b in a + 1..cities.len() {
                let alike = proportions[a].jensen_shannon(&proportions[b]);
                pairs.push(Pair {
                    keys: [a, b].map(|at| self.cities[cities[at]].0.to_string()),
                    jensen_shannon: rounded(alike.value),
                    cosine: rounded(proportions[a].cosine(&proportions[b]).value),
                    words: largest(&alike.contributions).into_iter().map(text).collect(),
                });
            }
        }
        pairs
            .order_by(|x, y| y.jensen_shannon.total_cmp(&x.jensen_shannon).then_with(|| x.keys.cmp(&y.keys)));
        pairs
    }
}

/// Where the largest of some values above nought stand, the largest first, of equals the first; no more than [`N_ALIKE`].
fn largest(values: &[f64]) -> Vec<usize> {
    let mut found: Vec<usize> = Vec::with_capacity(N_ALIKE + 1);
    let mut least = 0.0;
    for (at, value) in values.iter().enumerate().filter(|(_, value)| **value > 0.0) {
        if found.len() == N_ALIKE && *value <= least {
            continue;
        }
        found.insert(found.partition_point(|other| values[*other] >= *value), at);
        found.truncate(N_ALIKE);
        least = found.last().map_or(0.0, |last| values[*last]);
    }
    found
}

fn figures(word: &str, estimate: &Estimate, against: &Against, tf_idf: f64, q: f64) -> Figures {
    Figures {
        word: word.to_owned(),
        n: estimate.n,
        n_blocks: estimate.n_blocks,
        rate: rounded(estimate.rate),
        rate_interval: [estimate.interval.low, estimate.interval.high].map(rounded),
        dispersion: estimate.dispersion.map(rounded),
        reference_rate: rounded(against.reference.rate),
        expected: rounded(against.expected),
        log_ratio: rounded(against.log_ratio),
        log_ratio_interval: [against.interval.low, against.interval.high].map(rounded),
        tf_idf: rounded(tf_idf * 1e4),
        p: rounded(against.p),
        q: rounded(q),
    }
}

fn shared(corpus: &Corpus, judged: &Judged) -> Vec<SharedWord> {
    let mut words: Vec<SharedWord> = judged
        .iter()
        .filter_map(|(word, by_city)| {
            let lowest_rate = rounded(stats::shared(by_city)?);
            Some(SharedWord { word: corpus.vocabulary().word(*word).text.to_string(), lowest_rate })
        })
        .collect();
    words.order_by(|a, b| b.lowest_rate.total_cmp(&a.lowest_rate).then_with(|| a.word.cmp(&b.word)));
    words.truncate(N_LISTED);
    words
}
