//! What the cities speak about: uses of the themes' words, as a share of all themes and per 10,000 words, with how sure.
//!
//! Promise: a term is counted where it stands whole, in the same blocks as words are; the shares of a city add up to one;
//! each count opens as many marks in sentences (`sentences`). Figures and ranks are those of `stats`, under the same rules
//! for too little text as the comparison of words. It is emphasis in texts that is counted, and never performance.
//!
//! # What is whole
//! The words that a text was cut into say where a term may stand: 开放 is not found in 公开放映, whose words it would tear,
//! nor in a name (平安 in 平安县). Inside a longer word it counts, since a policy term is one word to the lexicon.

use super::columns::Key;
use super::count::{by_number, keys};
use super::rounded;
use super::view::View;
use crate::corpus::{Corpus, Entry, Occurrence};
use crate::error::Error;
use crate::places::{Code, Gazetteer};
use crate::stats::{self, Estimate, Group, Resampler, Use};
use crate::text::Span;
use crate::words::{ThemeSheet, ThemeTerm, ThemeUse};
use serde::{Deserialize, Serialize};

/// Chooses the random numbers of all comparisons of themes.
const SEED: u64 = 2019;

/// Terms that are named in a cell.
const N_TERMS: usize = 5;

/// What the cities speak about.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Themes {
    /// By code.
    pub cities: Vec<ThemeCity>,
    /// In the order of the sheet.
    pub themes: Vec<ThemeRow>,
    /// Draws that intervals rest on.
    pub n_draws: usize,
    /// A city with fewer words is not compared.
    pub min_words: u64,
    /// A city with fewer blocks is not compared.
    pub min_blocks: u64,
}

/// A city whose themes are counted.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ThemeCity {
    /// Six digits, as in the report's columns.
    pub key: String,
    /// Full name.
    pub name: &'static str,
    /// Words.
    pub n_words: u64,
    /// Blocks with words.
    pub n_blocks: u64,
    /// Uses of all themes.
    pub n: u64,
    /// Whether that is enough to be ranked and compared.
    pub is_enough: bool,
}

/// A theme over all cities.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ThemeRow {
    /// As in the sheet.
    pub key: String,
    /// As in the sheet.
    pub name: String,
    /// Uses in all cities.
    pub n: u64,
    /// In the order of the cities.
    pub cells: Vec<ThemeCell>,
}

/// A theme in a city.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ThemeCell {
    /// Uses.
    pub n: u64,
    /// Blocks that use it.
    pub n_blocks: u64,
    /// Of all uses of themes in the city; none where there are none.
    pub share: Option<f64>,
    /// 95 % interval of the share.
    pub share_interval: [f64; 2],
    /// Uses per 10,000 words.
    pub rate: f64,
    /// 95 % interval of the rate.
    pub rate_interval: [f64; 2],
    /// The best and the worst rank that the city may have by rate, at 95 % for all cities together; none with too little
    /// text, or if no other city has enough.
    pub ranks: Option<[usize; 2]>,
    /// Whether the city says it more or less than the others do, beyond chance.
    pub finding: Option<Emphasis>,
    /// Probability of such a difference by chance, adjusted for the number of themes; none as with `ranks`.
    pub q: Option<f64>,
    /// The most frequent terms.
    pub terms: Vec<TermCount>,
}

/// In which direction a city differs from the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Emphasis {
    /// More.
    More,
    /// Less.
    Less,
}

/// A term with its uses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TermCount {
    /// The term as the sheet has it.
    pub term: String,
    /// Uses.
    pub n: u64,
}

impl Themes {
    /// As it is printed and as it crosses to the page: one line of JSON.
    pub fn to_json(&self) -> String {
        let json = serde_json::to_string(self).expect("themes have string keys and finite numbers only");
        json + "\n"
    }
}

/// Counts the themes of the reader's sheet, or of ours, in all cities.
///
/// # Errors
/// `no-dictionary` before there is one.
pub fn themes(corpus: &Corpus, view: &View) -> Result<Themes, Error> {
    corpus.ready()?;
    let sheet = &*ThemeSheet::of(corpus.words());
    let cities = counted(corpus, view, sheet);
    let key = |city: &Counted| city.code.to_string().parse().unwrap_or(0);
    let groups: Vec<Group> =
        cities.iter().map(|city| Group { key: key(city), lengths: &city.lengths }).collect();
    let mut resamples = corpus.resamples(&groups, SEED);
    let rows = rows(&mut resamples.resampler, sheet, &cities);
    corpus.keep(resamples);
    Ok(Themes {
        cities: cities.iter().map(Counted::shown).collect(),
        themes: rows,
        n_draws: stats::N_DRAWS,
        min_words: stats::MIN_WORDS,
        min_blocks: stats::MIN_BLOCKS,
    })
}

/// The uses of themes in a block, without what its speaker is called and what is kept back.
pub(super) fn theme_uses(corpus: &Corpus, entry: &Entry, block: usize, sheet: &ThemeSheet) -> Vec<ThemeUse> {
    let words = entry.words_cut(block);
    let block = &entry.document.blocks[block];
    let may_be = |span: Span| {
        let is_said = span.start >= block.speaker.end || span.end <= block.speaker.start;
        is_said && !block.withholds(span) && stands_whole(corpus, words, span)
    };
    sheet.uses(block.text(), may_be)
}

/// Whether a stretch tears no word: where it begins or ends inside one, that word holds it and is no name.
fn stands_whole(corpus: &Corpus, words: &[Occurrence], span: Span) -> bool {
    let around = |edge: usize| {
        let first = words.partition_point(|word| word.span.end <= edge);
        words.get(first).filter(|word| word.span.start < edge)
    };
    let is_name = |word: &Occurrence| word.name.is_some() || corpus.vocabulary().word(word.word).is_place;
    let may_hold = |word: &Occurrence| word.span.contains(span) && !is_name(word);
    [span.start, span.end].into_iter().filter_map(around).all(may_hold)
}

/// What is counted of a city.
pub(super) struct Counted {
    code: Code,
    /// Words in each block.
    lengths: Vec<u32>,
    /// By theme.
    uses: Vec<Vec<Use>>,
    all: Vec<Use>,
    /// Uses by term.
    pub(super) terms: Vec<u64>,
}

/// What is counted of each city, by code.
pub(super) fn counted(corpus: &Corpus, view: &View, sheet: &ThemeSheet) -> Vec<Counted> {
    let mut cities: Vec<Counted> = Vec::new();
    for entry in by_number(corpus) {
        for (block, key) in keys(corpus, entry, view).into_iter().enumerate() {
            let Some(Key::Place(code)) = key else { continue };
            let n_words = entry.blocks.get(block).map_or(0, Vec::len);
            let at = cities.partition_point(|city| city.code < code);
            if cities.get(at).is_none_or(|city| city.code != code) {
                cities.insert(at, Counted::new(code, sheet));
            }
            cities[at].add(n_words, &theme_uses(corpus, entry, block, sheet));
        }
    }
    cities
}

/// The most frequent of some things with their counts, no more than so many; those of one count in their order.
pub(super) fn most_frequent(counts: &[u64], most: usize) -> Vec<(usize, u64)> {
    let mut left = counts.to_vec();
    let mut found = Vec::new();
    // Few are asked for, or there are few.
    while found.len() < most {
        let highest = left.iter().copied().max().unwrap_or(0);
        let Some(at) = left.iter().position(|n| *n == highest && highest > 0) else { break };
        found.push((at, highest));
        left[at] = 0;
    }
    found
}

impl Counted {
    fn new(code: Code, sheet: &ThemeSheet) -> Self {
        let uses = vec![Vec::new(); sheet.themes().len()];
        Counted { code, lengths: Vec::new(), uses, all: Vec::new(), terms: vec![0; sheet.terms().len()] }
    }

    fn add(&mut self, n_words: usize, uses: &[ThemeUse]) {
        let block = self.lengths.len() as u32;
        self.lengths.push(n_words as u32);
        for (theme, list) in self.uses.iter_mut().enumerate() {
            let n = uses.iter().filter(|used| used.theme == theme).count() as u32;
            if n > 0 {
                list.push(Use { block, n });
            }
        }
        if !uses.is_empty() {
            self.all.push(Use { block, n: uses.len() as u32 });
        }
        for used in uses {
            self.terms[used.term] += 1;
        }
    }

    fn n(&self) -> u64 {
        self.all.iter().map(|used| u64::from(used.n)).sum()
    }

    fn totals(&self) -> (u64, u64) {
        let n_words = self.lengths.iter().copied().map(u64::from).sum();
        (n_words, self.lengths.iter().filter(|n| **n > 0).count() as u64)
    }

    fn is_enough(&self) -> bool {
        let (n_words, n_blocks) = self.totals();
        stats::is_enough(n_words, n_blocks)
    }

    pub(super) fn shown(&self) -> ThemeCity {
        let (n_words, n_blocks) = self.totals();
        ThemeCity {
            key: self.code.to_string(),
            name: Gazetteer::built_in().place(self.code).map_or("", |place| place.name),
            n_words,
            n_blocks,
            n: self.n(),
            is_enough: self.is_enough(),
        }
    }

    /// The most frequent terms of a theme.
    fn leading(&self, sheet: &ThemeSheet, theme: usize) -> Vec<TermCount> {
        let of_theme = |(n, term): (&u64, &ThemeTerm)| if term.theme == Some(theme) { *n } else { 0 };
        let counts: Vec<u64> = self.terms.iter().zip(sheet.terms()).map(of_theme).collect();
        let shown = |(term, n): (usize, u64)| TermCount { term: sheet.terms()[term].text.clone(), n };
        most_frequent(&counts, N_TERMS).into_iter().map(shown).collect()
    }
}

fn rows(resampler: &mut Resampler, sheet: &ThemeSheet, cities: &[Counted]) -> Vec<ThemeRow> {
    let uses = |theme: usize| cities.iter().map(|city| city.uses[theme].as_slice()).collect::<Vec<_>>();
    let estimates: Vec<Vec<Estimate>> =
        (0..sheet.themes().len()).map(|theme| resampler.compare(&uses(theme))).collect();
    let q: Vec<Vec<f64>> = (0..cities.len()).map(|city| adjusted(&estimates, city)).collect();
    let parts: Vec<Vec<stats::Interval>> = cities
        .iter()
        .enumerate()
        .map(|(city, counted)| resampler.parts(city, &counted.uses, &counted.all))
        .collect();
    let n_enough = cities.iter().filter(|city| city.is_enough()).count();
    let mut rows = Vec::new();
    for (theme, by_city) in sheet.themes().iter().zip(&estimates) {
        let at = rows.len();
        let ranks = resampler.ranks(&uses(at));
        let cells = cities.iter().enumerate().map(|(city, counted)| {
            let mut cell = cell(&by_city[city], counted.n(), parts[city][at], q[city][at]);
            cell.ranks = ranks[city].filter(|_| n_enough > 1).map(|ranks| [ranks.best, ranks.worst]);
            cell.terms = counted.leading(sheet, at);
            cell
        });
        let cells: Vec<ThemeCell> = cells.collect();
        let n = cells.iter().map(|cell| cell.n).sum();
        rows.push(ThemeRow { key: theme.key.clone(), name: theme.name.clone(), n, cells });
    }
    rows
}

/// The q of all themes in a city.
fn adjusted(estimates: &[Vec<Estimate>], city: usize) -> Vec<f64> {
    let p: Vec<f64> = estimates.iter().map(|by_city| by_city[city].against.map_or(1.0, |a| a.p)).collect();
    stats::benjamini_hochberg(&p, p.len())
}

fn cell(estimate: &Estimate, n_all: u64, part: stats::Interval, q: f64) -> ThemeCell {
    ThemeCell {
        n: estimate.n,
        n_blocks: estimate.n_blocks,
        share: (n_all > 0).then(|| rounded(estimate.n as f64 / n_all as f64)),
        share_interval: [part.low, part.high].map(rounded),
        rate: rounded(estimate.rate),
        rate_interval: [estimate.interval.low, estimate.interval.high].map(rounded),
        ranks: None,
        finding: emphasis(estimate, q),
        q: estimate.against.is_some().then(|| rounded(q)),
        terms: Vec::new(),
    }
}

/// What may be said of a theme in a city, with the thresholds that hold for words.
fn emphasis(estimate: &Estimate, q: f64) -> Option<Emphasis> {
    let against = estimate.against.as_ref().filter(|_| q <= stats::MAX_Q)?;
    let is_used = estimate.n >= stats::MIN_USES && estimate.n_blocks >= stats::MIN_BLOCKS_WITH;
    if against.bound > 0.0 {
        return is_used.then_some(Emphasis::More);
    }
    (against.bound < 0.0 && against.expected >= stats::MIN_EXPECTED).then_some(Emphasis::Less)
}
