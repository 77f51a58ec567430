//! What is compared: uses by word, city and block, and which words are worth resampling.
//!
//! Promise: words are in the order of their texts, cities in that of their codes, blocks in that of document numbers, so that
//! nothing depends on the order of files.

use super::super::columns::Key;
use super::super::count::{by_number, keys};
use super::super::view::View;
use super::{N_CANDIDATES, N_LISTED};
use crate::corpus::{Corpus, Entry, WordId};
use crate::order::{self, Order};
use crate::places::Code;
use crate::stats::{self, Group, OtherTexts, Use};
use std::collections::BTreeSet;

/// What is resampled.
pub(super) fn groups_of(index: &Index) -> Vec<Group<'_>> {
    let key = |code: &Code| code.to_string().parse().unwrap_or(0);
    index.cities.iter().map(|(code, lengths)| Group { key: key(code), lengths }).collect()
}

/// The blocks that are compared, by document number: whose each is, and where it stands.
pub(super) fn placed<'c>(corpus: &'c Corpus, view: &View) -> Vec<(Code, &'c Entry, usize)> {
    let mut placed = Vec::new();
    for entry in by_number(corpus) {
        for (block, key) in keys(corpus, entry, view).into_iter().enumerate().take(entry.blocks.len()) {
            if let Some(Key::Place(code)) = key {
                placed.push((code, entry, block));
            }
        }
    }
    placed
}

/// Uses by word, city and block.
pub(super) struct Index {
    /// Words in each block of each city.
    pub cities: Vec<(Code, Vec<u32>)>,
    /// The words shown, with what each city has of them.
    pub words: Vec<(WordId, Vec<Vec<Use>>)>,
    /// Uses by word and city.
    pub n: Vec<Vec<u64>>,
    /// Words and blocks by city.
    pub totals: Vec<(u64, u64)>,
}

/// The words that are resampled.
pub(super) struct Candidates {
    pub words: BTreeSet<usize>,
    /// Cities with the words that they may be shown to lead.
    pub leading: BTreeSet<(usize, usize)>,
}

impl Index {
    pub fn new(corpus: &Corpus, view: &View) -> Self {
        let placed = placed(corpus, view);
        let codes: Vec<Code> = order::set(placed.iter().map(|(code, ..)| *code)).into_iter().collect();
        let mut cities: Vec<(Code, Vec<u32>)> = codes.into_iter().map(|code| (code, Vec::new())).collect();
        let vocabulary = corpus.vocabulary();
        // By word, empty where none of its uses is shown.
        let mut uses: Vec<Vec<Vec<Use>>> = vec![Vec::new(); vocabulary.len()];
        let mut ids: Vec<WordId> = Vec::new();
        for (code, entry, block) in placed {
            let city = cities.partition_point(|(other, _)| *other < code);
            let n_cities = cities.len();
            let lengths = &mut cities[city].1;
            let words = &entry.blocks[block];
            let block = lengths.len() as u32;
            lengths.push(words.len() as u32);
            ids.clear();
            ids.extend(words.iter().filter(|one| view.shows_use(one)).map(|one| one.word));
            ids.sort_unstable();
            for same in ids.chunk_by(|a, b| a == b) {
                let of_word = &mut uses[same[0].index()];
                if !of_word.is_empty() || view.shows(vocabulary.word(same[0])) {
                    of_word.resize_with(n_cities, Vec::new);
                    of_word[city].push(Use { block, n: same.len() as u32 });
                }
            }
        }
        let mut words: Vec<(WordId, Vec<Vec<Use>>)> =
            vocabulary.ids().zip(uses).filter(|(_, uses)| !uses.is_empty()).collect();
        // The numbers of words follow the order of files, their texts do not.
        words.order_by(|(a, _), (b, _)| vocabulary.word(*a).text.cmp(&vocabulary.word(*b).text));
        Index::of(cities, words)
    }

    /// Sums up.
    pub fn of(cities: Vec<(Code, Vec<u32>)>, words: Vec<(WordId, Vec<Vec<Use>>)>) -> Self {
        let n_of = |uses: &Vec<Use>| uses.iter().map(|used| u64::from(used.n)).sum();
        let n = words.iter().map(|(_, by_city)| by_city.iter().map(n_of).collect()).collect();
        let total = |(_, lengths): &(Code, Vec<u32>)| {
            (lengths.iter().copied().map(u64::from).sum(), lengths.iter().filter(|n| **n > 0).count() as u64)
        };
        let totals = cities.iter().map(total).collect();
        Index { cities, words, n, totals }
    }

    pub fn uses(&self, at: usize) -> Vec<&[Use]> {
        self.words[at].1.iter().map(Vec::as_slice).collect()
    }

    pub fn n(&self, at: usize, city: usize) -> u64 {
        self.n[at][city]
    }

    pub fn is_enough(&self, city: usize) -> bool {
        let (n_words, n_blocks) = self.totals[city];
        stats::is_enough(n_words, n_blocks)
    }

    pub fn compared(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.cities.len()).filter(|city| self.is_enough(*city))
    }

    /// What a city is compared with.
    fn others(&self, city: usize) -> OtherTexts {
        let mut others = OtherTexts::default();
        self.compared().filter(|other| *other != city).for_each(|other| others.add(self.totals[other].0));
        others
    }

    /// Words that might be found different: those that are not rare in the cities together.
    fn tested(&self) -> impl Iterator<Item = usize> + '_ {
        let n_all = |at: &usize| self.compared().map(|city| self.n(*at, city)).sum::<u64>();
        (0..self.words.len()).filter(move |at| n_all(at) >= stats::MIN_USES)
    }

    pub fn n_tests(&self) -> usize {
        self.tested().count()
    }

    /// The words that are resampled.
    pub fn candidates(&self) -> Candidates {
        let cities: Vec<usize> = self.compared().collect();
        let mut lowest_rates = Vec::new();
        let mut differences: Vec<Vec<(f64, usize)>> = vec![Vec::new(); cities.len()];
        let mut absences = differences.clone();
        let others: Vec<OtherTexts> = cities.iter().map(|city| self.others(*city)).collect();
        let mut rates = Vec::new();
        for at in self.tested() {
            let rate = |city: &usize| stats::rate(self.n(at, *city), self.totals[*city].0);
            rates.clear();
            rates.extend(cities.iter().map(rate));
            lowest_rates.push((rates.iter().copied().fold(f64::INFINITY, f64::min), at));
            for (place, city) in cities.iter().enumerate() {
                let (n, n_words) = (self.n(at, *city), self.totals[*city].0);
                if n > 0 && n < stats::MIN_USES {
                    continue;
                }
                let sum = rates[..place].iter().chain(&rates[place + 1..]).sum();
                let Some(reference) = others[place].reference(sum) else { continue };
                if n > 0 {
                    differences[place].push((reference.signed_log_likelihood(n, n_words), at));
                } else {
                    absences[place].push((reference.expected(n_words), at));
                }
            }
        }
        let mut chosen = Candidates { words: BTreeSet::new(), leading: BTreeSet::new() };
        for (city, list) in cities.into_iter().zip(&mut differences) {
            let leading = highest(list).iter().take(N_LISTED);
            chosen.leading.extend(leading.filter(|(g2, _)| *g2 > 0.0).map(|(_, at)| (city, *at)));
        }
        for list in differences.iter_mut().chain(&mut absences).chain([&mut lowest_rates]) {
            chosen.words.extend(highest(list).iter().map(|(_, at)| *at));
        }
        chosen
    }
}

/// The highest of some figures, in order, of equals the first.
fn highest(list: &mut [(f64, usize)]) -> &[(f64, usize)] {
    list.order_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    &list[..list.len().min(N_CANDIDATES)]
}
