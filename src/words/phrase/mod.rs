//! Phrases found in the reader's own texts: what the authors put in marks, and what stands together again and again.
//!
//! Promise: works on cleaned text before it is cut; the same texts give the same list, whatever the machine; only
//! what is certain is taken, the rest is offered. Not here: what the reader says to an offer, and how a phrase is
//! counted.
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
use repeats::{MAX_LENGTH, Repeat, Suffixes};
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
    /// Why it is here.
    pub why: Why,
    /// Cohesion, from -1 to 1.
    pub cohesion: f64,
    /// Entropy of what stands before it, in nats.
    pub left_entropy: f64,
    /// Entropy of what stands after it, in nats.
    pub right_entropy: f64,
    /// By which the list is sorted.
    pub score: f64,
    /// Whether the text says right after it what it is: …工程, …行动.
    #[serde(skip)]
    is_named: bool,
    /// Whether it is taken without asking.
    pub taken: bool,
    /// Where it stands first.
    pub example: Example,
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

/// Least uses of a stretch that no marks stand around.
const MIN_N: usize = 3;

/// From these values on a repeat is taken.
struct Threshold {
    n: usize,
    cohesion: f64,
    entropy: f64,
}
const TAKEN: Threshold = Threshold { n: 4, cohesion: 0.55, entropy: 1.2 };
/// From these on it is offered.
const OFFERED: Threshold = Threshold { n: MIN_N, cohesion: 0.3, entropy: 0.6 };
/// Characters of the shortest repeat taken, of the longest phrase taken, of the longest quotation taken.
const MIN_TAKEN: usize = 4;
const MAX_TAKEN: usize = 8;
const MAX_QUOTED: usize = 8;

/// Finds the phrases of some texts, those taken first and each group by score. `tag` tells the words of
/// the dictionary, which are no discoveries.
pub fn phrases(sources: &[Source], tag: &Tag) -> Vec<Phrase> {
    let suffixes = Suffixes::new(sources.iter().map(|source| source.text));
    let mut found = from_marks(sources, &suffixes, tag);
    for repeat in suffixes.repeats(2, MIN_N) {
        if repeat.left_entropy.min(repeat.right_entropy) < OFFERED.entropy {
            continue;
        }
        let phrase = phrase_of(sources, &suffixes, &repeat, Why::Repeat);
        let is_new = tag(&phrase.phrase).is_none() && !found.contains_key(&phrase.phrase);
        if is_new && phrase.cohesion >= OFFERED.cohesion && Made::of(&phrase.phrase, tag).is_whole() {
            found.insert(phrase.phrase.clone(), phrase);
        }
    }
    let mut phrases: Vec<Phrase> = found.into_values().collect();
    for phrase in &mut phrases {
        phrase.taken = is_certain(phrase, tag);
        phrase.score = score(phrase);
    }
    leave_what_lives_in_longer_ones(&mut phrases);
    phrases.order_by(|a, b| {
        let by_score = b.taken.cmp(&a.taken).then(b.score.total_cmp(&a.score));
        by_score.then_with(|| a.phrase.cmp(&b.phrase))
    });
    phrases
}

fn from_marks(sources: &[Source], suffixes: &Suffixes, tag: &Tag) -> BTreeMap<String, Phrase> {
    let mut found: BTreeMap<String, Phrase> = BTreeMap::new();
    let mut documents: BTreeSet<(String, usize)> = BTreeSet::new();
    for (index, source) in sources.iter().enumerate() {
        for marked in marked::marked(source.text) {
            let text = marked.span.of(source.text);
            if tag(text).is_some() {
                continue;
            }
            documents.insert((text.to_owned(), source.document));
            let phrase = found.entry(text.to_owned()).or_insert_with(|| {
                let why = if marked.is_title { Why::Title } else { Why::Quoted };
                let plain = || Phrase::new(text, why, Example { source: index, span: marked.span });
                suffixes.find(text).map_or_else(plain, |repeat| phrase_of(sources, suffixes, &repeat, why))
            });
            phrase.n_marked += 1;
            phrase.is_named |= edges::is_named_as(&source.text[marked.after..]);
        }
    }
    for phrase in found.values_mut().filter(|phrase| phrase.n < phrase.n_marked) {
        phrase.n = phrase.n_marked;
        phrase.n_documents = documents.iter().filter(|(text, _)| *text == phrase.phrase).count();
    }
    found
}

impl Phrase {
    fn new(text: &str, why: Why, example: Example) -> Self {
        Phrase {
            phrase: text.to_owned(),
            n: 0,
            n_marked: 0,
            n_documents: 0,
            why,
            cohesion: 1.0,
            left_entropy: 0.0,
            right_entropy: 0.0,
            score: 0.0,
            is_named: false,
            taken: false,
            example,
        }
    }

    fn n_characters(&self) -> usize {
        self.phrase.chars().count()
    }
}

fn phrase_of(sources: &[Source], suffixes: &Suffixes, repeat: &Repeat, why: Why) -> Phrase {
    let places = order::set(suffixes.places(repeat));
    let (source, start) = places.first().copied().unwrap_or_default();
    let length: usize = sources[source].text[start..].chars().take(repeat.length).map(char::len_utf8).sum();
    let span = Span::new(start, start + length);
    let documents = order::set(places.iter().map(|(source, _)| sources[*source].document));
    Phrase {
        n: repeat.n(),
        n_documents: documents.len(),
        cohesion: suffixes.cohesion(repeat),
        left_entropy: repeat.left_entropy,
        right_entropy: repeat.right_entropy,
        ..Phrase::new(span.of(sources[source].text), why, Example { source, span })
    }
}

fn is_certain(phrase: &Phrase, tag: &Tag) -> bool {
    let made = Made::of(&phrase.phrase, tag);
    let n_characters = phrase.n_characters();
    match phrase.why {
        Why::Title => phrase.n >= 2 && n_characters <= MAX_LENGTH,
        _ if !made.is_whole() => false,
        Why::Quoted => {
            // Four characters, twice: a slogan. What stands in marks once may be a saying.
            let is_usual = phrase.n_marked >= 2 || phrase.n >= 3 || (phrase.n >= 2 && n_characters == 4);
            (3..=MAX_QUOTED).contains(&n_characters) && (is_usual || phrase.is_named)
        }
        Why::Repeat => {
            (MIN_TAKEN..=MAX_TAKEN).contains(&n_characters)
                && phrase.n >= TAKEN.n
                && phrase.cohesion >= TAKEN.cohesion
                && phrase.left_entropy.min(phrase.right_entropy) >= TAKEN.entropy
                && made.has_firm_edges()
                && !made.is_verb_with_object()
                && !made.is_someone()
        }
    }
}

/// Frequent, firm and free phrases first; what the author marked counts as free.
fn score(phrase: &Phrase) -> f64 {
    let entropy = phrase.left_entropy.min(phrase.right_entropy);
    let of_marks = if phrase.n_marked > 0 { 1.0 } else { 0.0 };
    phrase.cohesion * libm::log(1.0 + phrase.n as f64) * (entropy + of_marks)
}

/// A repeat that hardly ever stands outside of longer phrases taken is offered only.
fn leave_what_lives_in_longer_ones(phrases: &mut [Phrase]) {
    let longer: Vec<(String, usize)> = phrases
        .iter()
        .filter(|phrase| phrase.taken)
        .map(|phrase| (phrase.phrase.clone(), phrase.n))
        .collect();
    for phrase in phrases.iter_mut().filter(|phrase| phrase.taken && phrase.why == Why::Repeat) {
        let around = longer
            .iter()
            .filter(|(other, _)| other.len() > phrase.phrase.len() && other.contains(&phrase.phrase));
        let n_around: usize = around.map(|(_, n)| n).sum();
        phrase.taken = phrase.n >= n_around + 2;
    }
}
