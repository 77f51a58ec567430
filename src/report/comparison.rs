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

mod rates;

pub use rates::{ComparedCell, ComparedWord};

use super::columns::Key;
use super::count::{by_number, keys};
use super::rounded;
use super::view::View;
use crate::corpus::{Corpus, WordId};
use crate::error::Error;
use crate::order::{self, Order};
use crate::places::{Code, Gazetteer};
use crate::stats::{self, Against, Estimate, Finding, Group, Reference, Resampler, Use};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

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
    /// Every word that stands in one of the lists, and the most frequent ones, with their rates in all cities; by text.
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
    /// What the city says more often than the others, by log-likelihood, the highest first: for the eye, as most other
    /// tools would list it. Only what is in `distinctive` too is more than chance may have made.
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

/// Compares all cities of a corpus.
///
/// # Errors
/// `no-dictionary` before there is one.
pub fn comparison(corpus: &Corpus, view: &View) -> Result<Comparison, Error> {
    corpus.ready()?;
    let index = Index::new(corpus, view);
    let groups: Vec<Group> = index
        .cities
        .iter()
        .map(|(code, lengths)| Group { key: code.to_string().parse().unwrap_or(0), lengths })
        .collect();
    let mut resampler = Resampler::new(&groups, SEED);
    let judged: Vec<(WordId, Vec<Estimate>)> = index
        .candidates()
        .into_iter()
        .map(|at| (index.words[at].0, resampler.compare(&index.uses(at))))
        .collect();
    let shared = shared(corpus, &judged);
    let n_tests = index.n_tests();
    let cities: Vec<City> =
        (0..groups.len()).map(|city| index.city(corpus, city, &judged, n_tests)).collect();
    let chosen = rates::listed(corpus, &cities, &shared, &judged);
    let estimates = |at: usize| resampler.compare(&index.uses(at));
    let words = rates::with_frequent(corpus, &index, &judged, chosen, estimates);
    Ok(Comparison {
        words,
        cities,
        shared,
        pairs: index.pairs(corpus),
        n_tests,
        n_draws: stats::N_DRAWS,
        min_words: stats::MIN_WORDS,
        min_blocks: stats::MIN_BLOCKS,
    })
}

/// Uses by word, city and block.
struct Index {
    /// Words in each block of each city.
    cities: Vec<(Code, Vec<u32>)>,
    /// The words shown, with what each city has of them.
    words: Vec<(WordId, Vec<Vec<Use>>)>,
    /// Words and blocks by city.
    totals: Vec<(u64, u64)>,
}

impl Index {
    fn new(corpus: &Corpus, view: &View) -> Self {
        let mut cities: BTreeMap<Code, Vec<u32>> = BTreeMap::new();
        let mut uses: BTreeMap<(WordId, Code), Vec<Use>> = BTreeMap::new();
        for entry in by_number(corpus) {
            for (key, words) in keys(corpus, entry, view).into_iter().zip(&entry.blocks) {
                let Some(Key::Place(code)) = key else { continue };
                let lengths = cities.entry(code).or_default();
                let block = lengths.len() as u32;
                lengths.push(words.len() as u32);
                let mut ids: Vec<WordId> =
                    words.iter().filter(|one| view.shows_use(one)).map(|one| one.word).collect();
                ids.sort_unstable();
                for same in ids.chunk_by(|a, b| a == b) {
                    if view.shows(corpus.vocabulary().word(same[0])) {
                        uses.entry((same[0], code)).or_default().push(Use { block, n: same.len() as u32 });
                    }
                }
            }
        }
        let position = order::map(cities.keys().copied().zip(0_usize..));
        let mut words: BTreeMap<WordId, Vec<Vec<Use>>> = BTreeMap::new();
        for ((word, code), list) in uses {
            words.entry(word).or_insert_with(|| vec![Vec::new(); position.len()])[position[&code]] = list;
        }
        let mut words: Vec<_> = words.into_iter().collect();
        // The numbers of words follow the order of files, their texts do not.
        words.order_by(|(a, _), (b, _)| {
            corpus.vocabulary().word(*a).text.cmp(&corpus.vocabulary().word(*b).text)
        });
        let total = |lengths: &Vec<u32>| {
            (lengths.iter().copied().map(u64::from).sum(), lengths.iter().filter(|n| **n > 0).count() as u64)
        };
        let totals = cities.values().map(total).collect();
        Index { cities: cities.into_iter().collect(), words, totals }
    }

    fn uses(&self, at: usize) -> Vec<&[Use]> {
        self.words[at].1.iter().map(Vec::as_slice).collect()
    }

    fn n(&self, at: usize, city: usize) -> u64 {
        self.words[at].1[city].iter().map(|used| u64::from(used.n)).sum()
    }

    fn is_enough(&self, city: usize) -> bool {
        let (n_words, n_blocks) = self.totals[city];
        stats::is_enough(n_words, n_blocks)
    }

    fn compared(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.cities.len()).filter(|city| self.is_enough(*city))
    }

    /// Words that might be found different: those that are not rare in the cities together.
    fn tested(&self) -> impl Iterator<Item = usize> + '_ {
        let n_all = |at: &usize| self.compared().map(|city| self.n(*at, city)).sum::<u64>();
        (0..self.words.len()).filter(move |at| n_all(at) >= stats::MIN_USES)
    }

    fn n_tests(&self) -> usize {
        self.tested().count()
    }

    /// The words that are resampled.
    fn candidates(&self) -> BTreeSet<usize> {
        let mut chosen = BTreeSet::new();
        let mut lowest_rates = Vec::new();
        let mut differences: BTreeMap<usize, Vec<(f64, usize)>> = BTreeMap::new();
        let mut absences = differences.clone();
        for at in self.tested() {
            let rates: Vec<f64> =
                self.compared().map(|city| stats::rate(self.n(at, city), self.totals[city].0)).collect();
            lowest_rates.push((rates.iter().copied().fold(f64::INFINITY, f64::min), at));
            for city in self.compared() {
                let others = self.compared().filter(|other| *other != city);
                let texts: Vec<(u64, u64)> =
                    others.map(|other| (self.n(at, other), self.totals[other].0)).collect();
                let Some(reference) = Reference::equal_weight(&texts) else { continue };
                let (n, n_words) = (self.n(at, city), self.totals[city].0);
                if n >= stats::MIN_USES {
                    differences
                        .entry(city)
                        .or_default()
                        .push((reference.signed_log_likelihood(n, n_words), at));
                } else if n == 0 {
                    absences.entry(city).or_default().push((reference.expected(n_words), at));
                }
            }
        }
        for mut list in differences.into_values().chain(absences.into_values()).chain([lowest_rates]) {
            list.order_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
            chosen.extend(list.into_iter().take(N_CANDIDATES).map(|(_, at)| at));
        }
        chosen
    }

    fn city(&self, corpus: &Corpus, city: usize, judged: &[(WordId, Vec<Estimate>)], n_tests: usize) -> City {
        let code = self.cities[city].0;
        let p: Vec<f64> =
            judged.iter().map(|(_, by_city)| by_city[city].against.map_or(1.0, |a| a.p)).collect();
        let q = stats::benjamini_hochberg(&p, n_tests);
        let n_cities = self.compared().count() as u64;
        let listed = |is_in: &dyn Fn(&Estimate, f64) -> bool, order: fn(&Against) -> f64| {
            let mut list: Vec<(f64, Figures)> = judged
                .iter()
                .zip(&q)
                .map(|((word, by_city), q)| (&corpus.vocabulary().word(*word).text, &by_city[city], *q))
                .filter(|(_, estimate, q)| is_in(estimate, *q))
                .filter_map(|(word, estimate, q)| {
                    let against = estimate.against.as_ref()?;
                    let n_users = against.n_users as u64 + u64::from(estimate.n > 0);
                    let tf_idf = stats::tf_idf(estimate.n, self.totals[city].0, n_users, n_cities);
                    Some((order(against), figures(word, estimate, against, tf_idf, q)))
                })
                .collect();
            list.order_by(|(a, x), (b, y)| b.total_cmp(a).then_with(|| x.word.cmp(&y.word)));
            list.truncate(N_LISTED);
            list.into_iter().map(|(_, figures)| figures).collect()
        };
        let is = |kind: Finding| move |estimate: &Estimate, q: f64| stats::finding(estimate, q) == Some(kind);
        let leads = |estimate: &Estimate, _: f64| {
            estimate.n >= stats::MIN_USES && estimate.against.is_some_and(|against| against.g2 > 0.0)
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

    fn pairs(&self, corpus: &Corpus) -> Vec<Pair> {
        let cities: Vec<usize> = self.compared().collect();
        let counts =
            |city: usize| (0..self.words.len()).map(|at| self.n(at, city) as f64).collect::<Vec<f64>>();
        let counts: Vec<Vec<f64>> = cities.iter().map(|city| counts(*city)).collect();
        let mut pairs = Vec::new();
        for a in 0..cities.len() {
            for b in a + 1..cities.len() {
                let alike = stats::jensen_shannon(&counts[a], &counts[b]);
                let mut order: Vec<usize> =
                    (0..self.words.len()).filter(|at| alike.contributions[*at] > 0.0).collect();
                order.order_by(|x, y| {
                    alike.contributions[*y].total_cmp(&alike.contributions[*x]).then(x.cmp(y))
                });
                let text = |at: &usize| corpus.vocabulary().word(self.words[*at].0).text.to_string();
                pairs.push(Pair {
                    keys: [a, b].map(|at| self.cities[cities[at]].0.to_string()),
                    jensen_shannon: rounded(alike.value),
                    cosine: rounded(stats::cosine(&counts[a], &counts[b]).value),
                    words: order.iter().take(N_ALIKE).map(text).collect(),
                });
            }
        }
        pairs
            .order_by(|x, y| y.jensen_shannon.total_cmp(&x.jensen_shannon).then_with(|| x.keys.cmp(&y.keys)));
        pairs
    }
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

fn shared(corpus: &Corpus, judged: &[(WordId, Vec<Estimate>)]) -> Vec<SharedWord> {
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
