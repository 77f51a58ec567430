//! Which documents print what another one prints already: the same text under another name, nearly the same, or a
//! part of a longer one.
//!
//! Promise: of texts that print the same, the longest is the one that counts; of equals the one with the earliest
//! date, then the one with the smallest number. So it does not matter in which order files come. Every reprint
//! points to a document that counts, never to another reprint. Not here: whether reprints are counted (`report`),
//! and single paragraphs that stand in several documents, which are left alone.
//!
//! Compared are stretches of eight letters or ideographs of the cleaned text (shingles: Broder, On the resemblance
//! and containment of documents, 1997), without marks, white space and paragraphs, so that another headline, another
//! punctuation, lines broken elsewhere and, since the cleaned text is Simplified, another script change nothing. Each
//! is a hash of 32 bits; that two different stretches are taken for the same happens to one in six hundred of them
//! beside a text of seven million characters, and is of no weight.
//!
//! Documents are looked for by the eighth of their shingles with the smallest hashes, the rarest of these first,
//! which keeps five thousand texts of one genre from being compared each with each; those found are compared whole.

use super::DocumentId;
use crate::order::Order;
use crate::stats::Shingles;
use crate::text::each_letter;
use rustc_hash::FxHashMap;
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// Characters of a shingle: the longest stock phrases that different texts share are about as long.
const LENGTH: usize = 8;
/// A document of which this share of shingles stands in another is a reprint of it. One changed character in fifty
/// leaves 85 % of them whole; texts on the same matter by different hands were found to share 6 % at most.
const REPRINT: f64 = 0.8;
/// A reprint that has this share of the other's shingles is nearly the same, one that has fewer is an excerpt.
const WHOLE: f64 = 0.8;
/// Texts of fewer letters say the same by chance.
const MIN_SAME: usize = 20;
/// In texts of fewer shingles one stock sentence weighs too much: only the same is a reprint.
const MIN_NEAR: usize = 100;
/// Shingles with smaller hashes are what documents are looked for by.
const SAMPLED: u32 = 1 << 29;
/// A document that shares this share of the looked-up shingles is compared whole; a reprint shares more than half.
const PROMISING: f64 = 0.25;

/// What a document prints, for comparison.
#[derive(Debug, Clone)]
pub(super) struct Sketch {
    n_letters: usize,
    /// Hash of all letters in their order.
    whole: u64,
    /// Hashes of the shingles that documents are looked for by, sorted, each once; …
    sampled: Box<[u32]>,
    /// … of the others as they come; …
    others: Box<[u32]>,
    /// … and of all, sorted, each once: made when a document is compared whole, which few are.
    all: OnceLock<Box<[u32]>>,
}

impl Sketch {
    /// The sketch of a text that comes in parts.
    pub fn of<'a>(parts: impl Iterator<Item = &'a str>) -> Self {
        let (mut n_letters, mut whole) = (0, 0xcbf2_9ce4_8422_2325_u64);
        let mut rolling = Shingles::<LENGTH>::default();
        let (mut sampled, mut others) = (Vec::new(), Vec::new());
        for part in parts {
            each_letter(part, |letter| {
                whole = (whole ^ (u64::from(letter) + 1)).wrapping_mul(0x0000_0100_0000_01b3);
                n_letters += 1;
                if let Some(shingle) = rolling.push(letter.into()) {
                    if shingle < SAMPLED { &mut sampled } else { &mut others }.push(shingle);
                }
            });
        }
        sampled.sort_unstable();
        sampled.dedup();
        Sketch { n_letters, whole, sampled: sampled.into(), others: others.into(), all: OnceLock::new() }
    }

    /// The hashes of all shingles.
    fn all(&self) -> &[u32] {
        self.all.get_or_init(|| {
            let mut others = self.others.to_vec();
            others.sort_unstable();
            others.dedup();
            [&self.sampled[..], &others].concat().into()
        })
    }

    /// Share of these shingles that stand in the other document.
    fn share_in(&self, other: &Sketch) -> f64 {
        let mut rest = other.all();
        let mut n_shared = 0;
        for shingle in self.all() {
            // Far ahead in a much longer document, a few steps on in one of the same length.
            rest = &rest[ahead(rest, *shingle)..];
            n_shared += usize::from(rest.first() == Some(shingle));
        }
        n_shared as f64 / self.all().len().max(1) as f64
    }
}

/// Where in a sorted list the first number stands that is not smaller, looked for in growing steps.
fn ahead(list: &[u32], number: u32) -> usize {
    let mut step = 1;
    while step < list.len() && list[step] < number {
        step *= 2;
    }
    let end = list.len().min(step + 1);
    step / 2 + list[step / 2..end].partition_point(|other| *other < number)
}

/// How a reprint stands to the document that counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Likeness {
    /// Letter by letter the same.
    Same,
    /// The same but for some words.
    Nearly,
    /// A part of it.
    Excerpt,
}

/// A document that prints what another one prints.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reprint {
    /// The one that counts.
    pub of: DocumentId,
    /// How they stand to each other.
    pub likeness: Likeness,
    /// Share of the reprint's shingles that stand in the other.
    pub similarity: f64,
}

/// A document as it is compared.
pub(super) struct Candidate<'a> {
    pub id: DocumentId,
    pub date: Option<&'a str>,
    pub sketch: &'a Sketch,
}

/// Finds all reprints among documents.
pub(super) fn find(mut documents: Vec<Candidate>) -> BTreeMap<DocumentId, Reprint> {
    documents.order_by_key(|one| (Reverse(one.sketch.n_letters), one.date.is_none(), one.date, one.id));
    let mut shelf = Shelf::default();
    let mut reprints = BTreeMap::new();
    for document in documents {
        match shelf.same(&document).or_else(|| shelf.nearest(&document)) {
            Some(reprint) => {
                reprints.insert(document.id, reprint);
            }
            None => shelf.keep(document),
        }
    }
    reprints
}

/// The documents that count, with what they are found by.
#[derive(Default)]
struct Shelf<'a> {
    kept: Vec<Candidate<'a>>,
    /// By number of letters and their hash: place in `kept`.
    wholes: FxHashMap<(usize, u64), usize>,
    /// By sampled shingle: places in `kept`.
    places: FxHashMap<u32, Vec<u32>>,
}

impl<'a> Shelf<'a> {
    fn keep(&mut self, document: Candidate<'a>) {
        let place = self.kept.len();
        self.wholes.insert((document.sketch.n_letters, document.sketch.whole), place);
        for shingle in &document.sketch.sampled {
            self.places.entry(*shingle).or_default().push(place as u32);
        }
        self.kept.push(document);
    }

    fn same(&self, document: &Candidate) -> Option<Reprint> {
        let sketch = document.sketch;
        let other = &self.kept[*self.wholes.get(&(sketch.n_letters, sketch.whole))?];
        let is_same = sketch.n_letters >= MIN_SAME && other.sketch.all() == sketch.all();
        is_same.then_some(Reprint { of: other.id, likeness: Likeness::Same, similarity: 1.0 })
    }

    /// The document that has most of this one, if it has enough; among equals the one that counts before the others.
    fn nearest(&self, document: &Candidate) -> Option<Reprint> {
        let sketch = document.sketch;
        let promising = self.promising(sketch);
        if promising.is_empty() || sketch.all().len() < MIN_NEAR {
            return None;
        }
        let shares = promising.into_iter().map(|place| {
            let other = &self.kept[place as usize];
            (sketch.share_in(other.sketch), other)
        });
        let (similarity, other) = shares.reduce(|best, one| if one.0 > best.0 { one } else { best })?;
        let size = sketch.all().len() as f64 * similarity / other.sketch.all().len().max(1) as f64;
        let likeness = if size >= WHOLE { Likeness::Nearly } else { Likeness::Excerpt };
        (similarity >= REPRINT).then_some(Reprint { of: other.id, likeness, similarity })
    }

    /// Documents that share some of the rarer half of the sampled shingles, in order.
    fn promising(&self, sketch: &Sketch) -> Vec<u32> {
        let no_places = Vec::new();
        let places = |shingle: &u32| self.places.get(shingle).unwrap_or(&no_places);
        let mut rarest: Vec<&Vec<u32>> = sketch.sampled.iter().map(places).collect();
        rarest.order_by_key(|places| places.len());
        rarest.truncate(rarest.len() / 2 + 1);
        let mut n_shared: BTreeMap<u32, usize> = BTreeMap::new();
        for place in rarest.iter().copied().flatten() {
            *n_shared.entry(*place).or_default() += 1;
        }
        let least = PROMISING * rarest.len() as f64;
        n_shared.retain(|_, n| *n as f64 >= least);
        n_shared.into_keys().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A text of `n` ideographs; another seed, another text.
    fn text(seed: u32, n: usize) -> String {
        let mut state = seed.wrapping_mul(2_654_435_761);
        let ideograph = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            char::from_u32(0x4e00 + (state >> 16) % 20_000)
        };
        std::iter::repeat_with(ideograph).flatten().take(n).collect()
    }

    fn found(texts: &[&str], dates: &[Option<&str>]) -> Vec<(u64, Option<(u64, Likeness)>)> {
        let sketches: Vec<Sketch> = texts.iter().map(|text| Sketch::of(text.lines())).collect();
        let documents = sketches.iter().enumerate().map(|(at, sketch)| {
            let date = dates.get(at).copied().flatten();
            Candidate { id: DocumentId(at as u64), date, sketch }
        });
        let reprints = find(documents.collect());
        let of = |at| reprints.get(&DocumentId(at)).map(|reprint| (reprint.of.0, reprint.likeness));
        (0..texts.len() as u64).map(|at| (at, of(at))).collect()
    }

    #[test]
    fn the_same_under_another_name_is_a_reprint_of_the_earlier() {
        let one = text(1, 60);
        let dates = [Some("2019-03-02"), Some("2019-03-01"), None];
        let got = found(&[&one, &one, &one], &dates);
        assert_eq!(got, [(0, Some((1, Likeness::Same))), (1, None), (2, Some((1, Likeness::Same)))]);
        let (head, tail) = one.split_at(30);
        let broken = format!("{head}，\n {tail}。");
        assert_eq!(
            found(&[&one, &broken], &[])[1].1,
            Some((0, Likeness::Same)),
            "marks and lines are nothing"
        );
    }

    #[test]
    fn short_texts_may_say_the_same() {
        for (n, want) in [(MIN_SAME - 1, None), (MIN_SAME, Some((0, Likeness::Same)))] {
            let one = text(1, n);
            assert_eq!(found(&[&one, &one], &[])[1].1, want);
        }
    }

    #[test]
    fn some_changed_words_make_it_nearly_the_same_and_many_another_text() {
        let one = text(1, 1000);
        for (every, want) in
            [(100, Some((0, Likeness::Nearly))), (50, Some((0, Likeness::Nearly))), (20, None)]
        {
            let other: String =
                one.chars().enumerate().map(|(i, c)| if i % every == 9 { '变' } else { c }).collect();
            // The same length: the first one counts, its number being smaller.
            assert_eq!(found(&[&one, &other], &[])[1].1, want, "one in {every}");
        }
    }

    #[test]
    fn a_part_is_an_excerpt_and_a_longer_front_is_none() {
        let (long, front) = (text(1, 1000), text(2, 100));
        let part: String = long.chars().skip(300).take(300).collect();
        assert_eq!(found(&[&part, &long], &[]), [(0, Some((1, Likeness::Excerpt))), (1, None)]);
        let longer = format!("{front}\n{long}");
        assert_eq!(found(&[&long, &longer], &[]), [(0, Some((1, Likeness::Nearly))), (1, None)]);
    }

    #[test]
    fn every_reprint_points_to_one_that_counts() {
        let (long, other) = (text(1, 900), text(3, 900));
        let part: String = long.chars().take(500).collect();
        let smaller: String = part.chars().take(200).collect();
        let got = found(&[&smaller, &part, &other, &long], &[]);
        let excerpt = Some((3, Likeness::Excerpt));
        assert_eq!(got, [(0, excerpt), (1, excerpt), (2, None), (3, None)]);
    }

    #[test]
    fn a_stock_sentence_in_all_makes_no_reprints() {
        let stock = text(9, 40);
        let texts: Vec<String> = (20..60).map(|from| format!("{}{stock}", text(from, 300))).collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        assert!(found(&texts, &[]).iter().all(|(_, reprint)| reprint.is_none()));
    }

    #[test]
    fn numbers_are_found_ahead_in_growing_steps() {
        let list: Vec<u32> = (0..100).map(|n| 3 * n).collect();
        for number in 0..320 {
            assert_eq!(ahead(&list, number), list.partition_point(|other| *other < number), "{number}");
        }
        assert_eq!(ahead(&[], 5), 0);
    }
}
