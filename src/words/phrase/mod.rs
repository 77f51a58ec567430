//! Phrases found in the reader's own texts: what the authors put in marks, and what stands together again and again.
//!
//! Promise: works on cleaned text before it is cut; the same texts give the same list, whatever the machine; what is
//! certain is told apart from what may be. Not here: what the reader says to an offer, and how a phrase is counted.
//!
//! A stretch that stands several times is judged by
//! - *cohesion*: the least normalised pointwise mutual information (Church and Hanks 1990; Bouma 2009) over all ways to
//!   cut it in two, from -1 to 1;
//! - *boundary entropy*: of the characters that stand before it and after it (Tanaka-Ishii 2005; Jin and Tanaka-Ishii
//!   2006), in nats, where each mark counts as a neighbour of its own;
//! - its own uses: those that are no part of a longer phrase taken (as in the C-value of Frantzi, Ananiadou and Mima
//!   2000).
//!
//! All stretches are found at once in a suffix array (Manber and Myers 1993; Yamamoto and Church 2001). How the
//! thresholds were found is told in docs/evaluation.md.

mod edges;
mod marked;
mod repeats;

use crate::order::{self, Order};
use crate::text::Span;
use edges::Made;
pub(super) use marked::is_of_phrase;
use repeats::{Repeat, Sought, Suffixes};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Some text, and which document it is of.
#[derive(Debug, Clone, Copy)]
pub struct Source<'t> {
    /// Number of the document.
    pub document: usize,
    /// Cleaned text.
    pub text: &'t str,
}

/// Why a stretch is thought to be a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Why {
    /// It stands in quotation marks.
    Quoted,
    /// It stands in the marks of a title.
    Title,
    /// It stands together again and again.
    Repeat,
}

/// A phrase of the texts.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Phrase {
    /// The phrase.
    pub phrase: String,
    /// Its uses, marked or not.
    pub n: usize,
    /// Its uses in quotation marks or the marks of a title.
    pub n_marked: usize,
    /// Documents in which it stands.
    pub n_documents: usize,
    /// Texts, which are paragraphs, in which it stands.
    pub n_blocks: usize,
    /// Why it is here.
    pub why: Why,
    /// Cohesion, from -1 to 1.
    pub cohesion: f64,
    /// Entropy of what stands before it, in nats.
    pub left_entropy: f64,
    /// Entropy of what stands after it, in nats.
    pub right_entropy: f64,
    /// Whether the text says right after it what it is: …工程, …行动.
    #[serde(skip)]
    is_named: bool,
    /// Where it stands first.
    pub example: Example,
}

impl Phrase {
    /// Frequent, firm and free phrases first; what the author marked counts as free.
    pub fn score(&self) -> f64 {
        let entropy = self.left_entropy.min(self.right_entropy);
        let of_marks = if self.n_marked > 0 { 1.0 } else { 0.0 };
        self.cohesion * libm::log(1.0 + self.n as f64) * (entropy + of_marks)
    }
}

/// Where a phrase stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Example {
    /// Index of the source.
    pub source: usize,
    /// Bytes of its text.
    pub span: Span,
}

/// What the dictionary says about a word: its part of speech, or none for what is no word.
pub type Tag<'d> = dyn Fn(&str) -> Option<String> + 'd;

/// From which values on a repeat is what it is thought to be.
struct Threshold {
    sought: Sought,
    cohesion: f64,
    entropy: f64,
    n_blocks: usize,
}
/// A repeat that is taken.
const TAKEN: Threshold = Threshold {
    sought: Sought { min_length: 4, max_length: 8, min_n: 4 },
    cohesion: 0.55,
    entropy: 1.2,
    n_blocks: 3,
};
/// A repeat that is offered.
const OFFERED: Threshold = Threshold {
    sought: Sought { min_length: 2, max_length: 12, min_n: 3 },
    cohesion: 0.3,
    entropy: 0.6,
    n_blocks: 1,
};
/// Least uses of anything that is taken.
const MIN_TAKEN: usize = 2;
/// Characters of the longest title taken, of the longest quotation taken.
const MAX_TITLE: usize = 12;
const MAX_QUOTED: usize = 8;

/// What may be certain in some texts by its figures alone, in the order of its characters; [`certain`] asks the dictionary.
pub fn candidates(sources: &[Source]) -> Vec<Phrase> {
    found(sources, &TAKEN, &|_, _| true)
}

/// Those that are certain enough to be words without asking. `tag` tells the words of the dictionary, which are no
/// discoveries; places are among them (`ns`).
pub fn certain(candidates: &[Phrase], tag: &Tag) -> BTreeSet<String> {
    let certain: Vec<&Phrase> = candidates.iter().filter(|phrase| is_certain(phrase, tag)).collect();
    let n_around = uses_in_longer_ones(&certain);
    let stands_alone = |phrase: &&&Phrase| {
        let n_around = n_around.get(phrase.phrase.as_str()).copied().unwrap_or(0);
        phrase.why != Why::Repeat || phrase.n >= n_around + 2
    };
    order::set(certain.iter().filter(stands_alone).map(|phrase| phrase.phrase.clone()))
}

/// All that may be phrases of the texts, the best first, but for the words of the dictionary and for what `is_word` says is
/// always one word or within one, by the index of the source and the bytes of its text.
pub fn phrases(sources: &[Source], tag: &Tag, is_word: &dyn Fn(usize, Span) -> bool) -> Vec<Phrase> {
    let mut phrases = found(sources, &OFFERED, &|source, span| !is_word(source, span));
    phrases.retain(|phrase| {
        let is_new = tag(&phrase.phrase).is_none();
        is_new && (phrase.why != Why::Repeat || Made::of(&phrase.phrase, tag).is_whole())
    });
    phrases.order_by(|a, b| b.score().total_cmp(&a.score()).then_with(|| a.phrase.cmp(&b.phrase)));
    phrases
}

/// What stands in marks, and what stands together often enough, where one of its places is meant.
fn found(sources: &[Source], least: &Threshold, is_meant: &dyn Fn(usize, Span) -> bool) -> Vec<Phrase> {
    let suffixes = Suffixes::new(sources.iter().map(|source| source.text), least.sought);
    let waypoints = sources.iter().map(|source| waypoints(source.text)).collect();
    let texts = Texts { sources, suffixes, waypoints, is_meant };
    let mut found = texts.in_marks();
    let repeats = texts.suffixes.repeats().into_iter();
    let is_free = |repeat: &Repeat| repeat.left_entropy.min(repeat.right_entropy) >= least.entropy;
    let repeats: Vec<Repeat> = repeats.filter(is_free).collect();
    for (repeat, cohesion) in repeats.iter().zip(texts.suffixes.cohesions(&repeats)) {
        if cohesion < least.cohesion {
            continue;
        }
        let phrase = texts.phrase_of(texts.suffixes.places(repeat), repeat.length, Why::Repeat);
        if let Some(phrase) = phrase.filter(|phrase| phrase.n_blocks >= least.n_blocks) {
            let Repeat { left_entropy, right_entropy, .. } = *repeat;
            let phrase = Phrase { cohesion, left_entropy, right_entropy, ..phrase };
            found.entry(phrase.phrase.clone()).or_insert(phrase);
        }
    }
    found.into_values().collect()
}

/// Texts with what stands in them several times.
struct Texts<'t> {
    sources: &'t [Source<'t>],
    suffixes: Suffixes,
    /// Of each text, where every [`STRIDE`]th character begins.
    waypoints: Vec<Vec<usize>>,
    is_meant: &'t dyn Fn(usize, Span) -> bool,
}

/// What stands in marks: how often, where, and whether the text says what it is.
struct InMarks<'t> {
    text: &'t str,
    is_title: bool,
    is_named: bool,
    places: Vec<(usize, Span)>,
}

impl Texts<'_> {
    #[inline(never)]
    fn in_marks(&self) -> BTreeMap<String, Phrase> {
        let mut by_text: BTreeMap<&str, InMarks> = BTreeMap::new();
        for (index, source) in self.sources.iter().enumerate() {
            for marked in marked::marked(source.text) {
                let text = marked.span.of(source.text);
                let (is_title, is_named) =
                    (marked.is_title, edges::is_named_as(&source.text[marked.after..]));
                let one = by_text.entry(text);
                let one = one.or_insert(InMarks { text, is_title, is_named, places: Vec::new() });
                one.is_named |= is_named;
                one.places.push((index, marked.span));
            }
        }
        let all: Vec<InMarks> = by_text.into_values().collect();
        let plain: Vec<Vec<u16>> =
            all.iter().map(|one| repeats::plain(one.text).unwrap_or_default()).collect();
        let (mut phrases, mut repeats, mut of_repeats) = (Vec::new(), Vec::new(), Vec::new());
        for ((one, places), plain) in all.iter().zip(self.suffixes.places_of(&plain)).zip(&plain) {
            let Some(phrase) = self.phrase_in_marks(one, &places, plain.len()) else { continue };
            if let Some(repeat) = self.suffixes.find(plain) {
                repeats.push(repeat);
                of_repeats.push(phrases.len());
            }
            phrases.push(phrase);
        }
        let cohesions = self.suffixes.cohesions(&repeats);
        for ((at, repeat), cohesion) in of_repeats.into_iter().zip(&repeats).zip(cohesions) {
            let phrase: &mut Phrase = &mut phrases[at];
            phrase.cohesion = cohesion;
            (phrase.left_entropy, phrase.right_entropy) = (repeat.left_entropy, repeat.right_entropy);
        }
        order::map(phrases.into_iter().map(|phrase| (phrase.phrase.clone(), phrase)))
    }

    #[inline(never)]
    fn phrase_in_marks(&self, one: &InMarks, places: &[u32], length: usize) -> Option<Phrase> {
        let why = if one.is_title { Why::Title } else { Why::Quoted };
        // With digits or marks in it, it is looked for in marks only.
        let phrase = if places.is_empty() {
            self.phrase_at(&one.places, why)
        } else {
            self.phrase_of(places, length, why)
        };
        Some(Phrase { n_marked: one.places.len(), is_named: one.is_named, ..phrase? })
    }

    /// The stretch of so many characters that stands at these places, if one of them is meant.
    #[inline(never)]
    fn phrase_of(&self, places: &[u32], length: usize, why: Why) -> Option<Phrase> {
        let places: Vec<(usize, Span)> = places.iter().map(|place| self.place(*place, length)).collect();
        self.phrase_at(&places, why)
    }

    #[inline(never)]
    fn phrase_at(&self, places: &[(usize, Span)], why: Why) -> Option<Phrase> {
        if !places.iter().any(|(source, span)| (self.is_meant)(*source, *span)) {
            return None;
        }
        let (source, span) = *places.iter().min()?;
        let blocks = order::set(places.iter().map(|(source, _)| *source));
        let documents = order::set(blocks.iter().map(|source| self.sources[*source].document));
        Some(Phrase {
            phrase: span.of(self.sources[source].text).to_owned(),
            n: places.len(),
            n_marked: 0,
            n_documents: documents.len(),
            n_blocks: blocks.len(),
            why,
            cohesion: 1.0,
            left_entropy: 0.0,
            right_entropy: 0.0,
            is_named: false,
            example: Example { source, span },
        })
    }

    #[inline(never)]
    fn place(&self, place: u32, length: usize) -> (usize, Span) {
        let (source, n_before) = self.suffixes.within(place);
        let from = self.waypoints[source].get(n_before / STRIDE).copied().unwrap_or(0);
        let rest = &self.sources[source].text[from..];
        let mut ends = rest.char_indices().map(|(at, c)| from + at + c.len_utf8());
        let start = (n_before % STRIDE).checked_sub(1).and_then(|index| ends.nth(index)).unwrap_or(from);
        let end = length.checked_sub(1).and_then(|index| ends.nth(index)).unwrap_or(start);
        (source, Span::new(start, end))
    }
}

/// A paragraph may be as long as a file, and its characters are counted anew for each place in it.
const STRIDE: usize = 64;

/// Where every [`STRIDE`]th character of a text begins.
#[inline(never)]
fn waypoints(text: &str) -> Vec<usize> {
    text.char_indices().map(|(at, _)| at).step_by(STRIDE).collect()
}

#[inline(never)]
fn is_certain(phrase: &Phrase, tag: &Tag) -> bool {
    let n_characters = phrase.phrase.chars().count();
    if phrase.n < MIN_TAKEN || tag(&phrase.phrase).is_some() {
        return false;
    }
    let made = Made::of(&phrase.phrase, tag);
    match phrase.why {
        Why::Title => n_characters <= MAX_TITLE,
        Why::Quoted => {
            // Of clauses only those are certain that are put in marks again and again.
            let is_noun = made.ends_as_noun() && !made.is_verb_with_object();
            let is_term = made.is_whole() && (phrase.is_named || is_noun || phrase.n_marked >= 4);
            (3..=MAX_QUOTED).contains(&n_characters) && is_term && is_free_outside_of_marks(phrase)
        }
        Why::Repeat => made.is_whole() && made.has_firm_edges() && made.is_nominal(),
    }
}

/// What stands in marks once may be a saying, and without them part of something longer: 市长负责 | 制.
fn is_free_outside_of_marks(phrase: &Phrase) -> bool {
    let is_mostly_marked = phrase.n_marked * 2 >= phrase.n;
    let is_free = phrase.left_entropy.min(phrase.right_entropy) >= TAKEN.entropy;
    (phrase.n_marked >= 2 || phrase.is_named) && (is_mostly_marked || is_free)
}

/// Of each repeat the uses of the longer phrases that hold it: one that hardly ever stands outside of them is not
/// certain.
#[inline(never)]
fn uses_in_longer_ones<'p>(phrases: &[&'p Phrase]) -> BTreeMap<&'p str, usize> {
    let mut around = order::map(phrases.iter().map(|phrase| (phrase.phrase.as_str(), 0)));
    for longer in phrases {
        let text = longer.phrase.as_str();
        let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let parts = starts
            .iter()
            .flat_map(|start| starts.iter().filter(move |end| start < *end).map(|end| &text[*start..*end]));
        let parts = order::set(parts.filter(|part| part.len() < text.len()));
        for part in parts {
            if let Some(n) = around.get_mut(part) {
                *n += longer.n;
            }
        }
    }
    around
}
