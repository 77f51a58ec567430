//! Wording that several places share: stretches that stand word for word in passages of at least two of them.
//!
//! Promise: what is shared is what [`stats::Letters`] finds in the cleaned text, so that own and shared letters of a place
//! add up to its text, and each use opens at its place in the original. It is said what stands where, never who had it
//! first or from whom: both may quote a third.
//!
//! # What is laid side by side
//! Letters and ideographs without marks and white space; a number, a word of Latin letters and a name are one letter each. Speakers' names stand aside, and what a text keeps back (投资X亿元) is like nothing.
//! Paragraphs are those that the view counts. A reprint is left out where it is credited to no other place than the document
//! that it reprints: it is the same text of the same city. One that is credited to another place stays, whether or not the
//! view counts reprints, since nothing would be more alike.
//!
//! # Edges
//! A stretch that many places have may go on in two of them for a word or two more. Where at least as many uses lack only such
//! edges as have the whole, what is given is the part that all of these have, and the edges are told with the other letters
//! that are shared.
//!
//! # Set phrases
//! Terms of the policy lexicon stand everywhere. Shared letters within them are counted apart, and a run of which they make
//! up at least [`SET_SHARE`] is marked as a set phrase: that everybody says it is not worth a remark.

use super::columns::Key;
use super::count::{by_number, keys};
use super::view::{Reprints, View};
use crate::corpus::{Corpus, DocumentId, Entry, Occurrence, Vocabulary};
use crate::error::Error;
use crate::order::{self, Order};
use crate::places::{Code, Gazetteer};
use crate::stats::{self, Letters, Run, RunUse};
use crate::text::{Block, Span, Utf16Index, is_han, letters, utf16_len};
use crate::words::terms_in;
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// Runs that are given.
pub const N_RUNS: usize = 60;

/// Uses that are given of a run.
const N_USES: usize = 24;

/// Characters before and after a run.
const N_CONTEXT: usize = 60;

/// A use that has at least this share of a run has it but for its edges.
const NEAR: f64 = 0.8;

/// A run of which at least this share is terms of the lexicon is a set phrase.
pub const SET_SHARE: f64 = 2.0 / 3.0;

/// What places share word for word.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Passages {
    /// By code.
    pub cities: Vec<PassageCity>,
    /// The longest first.
    pub runs: Vec<SharedRun>,
    /// Runs that there are, given or not.
    pub n_runs: usize,
    /// Letters that a run has at least.
    pub min_letters: usize,
}

/// How much of a place's text stands in passages of other places too.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PassageCity {
    /// Six digits, as in the report's columns.
    pub key: String,
    /// Full name.
    pub name: &'static str,
    /// Documents with passages of the place.
    pub n_documents: usize,
    /// Letters of its text.
    pub n_letters: usize,
    /// Letters that another place has too; the others are its own.
    pub n_shared: usize,
    /// Of these, letters within set phrases.
    pub n_set: usize,
}

/// A stretch that stands in passages of several places.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SharedRun {
    /// As it stands, with its marks, in the cleaned text of the first use, by place, that has it whole.
    pub text: String,
    /// Its letters.
    pub n_letters: usize,
    /// Whether it is made of set phrases of policy.
    pub is_set: bool,
    /// Places that have it, wholly or in part, by code, with their uses.
    pub places: Vec<RunPlace>,
    /// Uses that there are.
    pub n_uses: usize,
    /// By place; one use of each place comes before the second of any where there are too many.
    pub uses: Vec<PassageUse>,
}

/// A place that has a run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RunPlace {
    /// As in `cities`.
    pub key: String,
    /// Uses.
    pub n: usize,
    /// Whether one of them is the whole run.
    pub is_whole: bool,
}

/// A run at its place.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PassageUse {
    /// Of which place.
    pub column: String,
    /// Which document.
    pub document: DocumentId,
    /// Its title; empty if it has none.
    pub title: String,
    /// Its file.
    pub file: String,
    /// Its date.
    pub date: Option<String>,
    /// Index of the paragraph.
    pub block: usize,
    /// Where the run begins in the original, in UTF-16 code units.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// Letters of the run that stand here.
    pub n_letters: usize,
    /// The cleaned text around it.
    pub text: String,
    /// Where the run stands in `text`, in UTF-16 code units.
    pub run: Range,
    /// What else of `text` another place has too.
    pub also: Vec<Range>,
    /// Whether the paragraph goes on before `text`, and after it.
    pub is_cut: [bool; 2],
}

/// Start and end in UTF-16 code units.
type Range = [usize; 2];

impl Passages {
    /// As it is printed and as it crosses to the page: one line of JSON.
    pub fn to_json(&self) -> String {
        let json = serde_json::to_string(self).expect("passages have string keys and finite numbers only");
        json + "\n"
    }
}

/// Finds what places share, and gives so many runs.
///
/// # Errors
/// `no-dictionary` before there is one.
pub fn passages(corpus: &Corpus, view: &View, n_runs: usize) -> Result<Passages, Error> {
    corpus.ready()?;
    let texts = texts(corpus, view);
    let codes = order::set(texts.iter().map(|text| text.code));
    let codes: Vec<Code> = codes.into_iter().collect();
    let mut all = Letters::default();
    for text in &texts {
        let group = codes.partition_point(|code| *code < text.code);
        all.push(group as u16, text.letters().into_iter().map(|letter| letter.code));
    }
    let found = all.shared_runs();
    let mut cities: Vec<PassageCity> = codes.iter().map(|code| city(*code)).collect();
    let mut documents = BTreeSet::new();
    for (text, is_shared) in texts.iter().zip(&found.is_shared) {
        let at = codes.partition_point(|code| *code < text.code);
        text.count(is_shared, &mut cities[at]);
        cities[at].n_documents += usize::from(documents.insert((text.entry.id, text.code)));
    }
    let shown = Shown { texts: &texts, is_shared: &found.is_shared };
    let mut cores: Vec<Run> = found.runs.iter().map(core).collect();
    cores.order_by_key(|run| Reverse(run.n_letters));
    let runs = cores.iter().take(n_runs).map(|run| shown.run(run)).collect();
    Ok(Passages { cities, runs, n_runs: found.runs.len(), min_letters: stats::MIN_RUN })
}

fn city(code: Code) -> PassageCity {
    PassageCity {
        key: code.to_string(),
        name: Gazetteer::built_in().place(code).map_or("", |place| place.name),
        n_documents: 0,
        n_letters: 0,
        n_shared: 0,
        n_set: 0,
    }
}

/// A paragraph that is credited to a place.
struct Text<'c> {
    entry: &'c Entry,
    index: usize,
    code: Code,
    vocabulary: &'c Vocabulary,
}

/// A letter, or a word, number or name that counts as one.
struct Letter {
    code: u32,
    /// In the cleaned text of the block.
    span: Span,
}

/// The paragraphs of places, by document number.
fn texts<'c>(corpus: &'c Corpus, view: &View) -> Vec<Text<'c>> {
    let view = View { reprints: Reprints::All, ..*view };
    let places = |entry: &Entry| order::set(codes(corpus, entry, &view).into_iter().flatten());
    let mut texts = Vec::new();
    for entry in by_number(corpus) {
        let original = corpus.reprint(entry.id).and_then(|reprint| corpus.entry(reprint.of).ok());
        if original.is_some_and(|original| places(entry).is_subset(&places(original))) {
            continue;
        }
        let codes = codes(corpus, entry, &view).into_iter().enumerate();
        texts.extend(codes.filter_map(|(index, code)| {
            Some(Text { entry, index, code: code?, vocabulary: corpus.vocabulary() })
        }));
    }
    texts
}

/// The place of each paragraph of a document.
fn codes(corpus: &Corpus, entry: &Entry, view: &View) -> Vec<Option<Code>> {
    let place = |key| if let Some(Key::Place(code)) = key { Some(code) } else { None };
    keys(corpus, entry, view).into_iter().map(place).collect()
}

impl Text<'_> {
    fn block(&self) -> &Block {
        &self.entry.document.blocks[self.index]
    }

    fn letters(&self) -> Vec<Letter> {
        let block = self.block();
        let names = self.names();
        let mut found: Vec<Letter> = Vec::new();
        for (at, letter) in letters(block.text()) {
            let span = Span::new(at, at + block.text()[at..].chars().next().map_or(0, char::len_utf8));
            if block.speaker.contains(span) {
                continue;
            }
            let code = if block.withholds(span) { 0 } else { u32::from(letter) };
            let joins = |last: &&mut Letter| {
                let is_one =
                    is_within(&names, Span::new(last.span.start, span.end)) || joins(block, last, letter);
                last.span.end == span.start && last.code != 0 && code != 0 && is_one
            };
            match found.last_mut().filter(joins) {
                Some(last) => {
                    last.span.end = span.end;
                    last.code = word(last.code, code);
                }
                None => found.push(Letter { code, span }),
            }
        }
        found
    }

    /// Names of places, persons and companies: of 德州 and 滨州 nothing is the same.
    fn names(&self) -> Vec<Span> {
        let words = self.entry.blocks.get(self.index).into_iter().flatten();
        let is_name = |word: &&Occurrence| word.name.is_some() || self.vocabulary.word(word.word).is_place;
        words.filter(is_name).map(|word| word.span).collect()
    }

    /// Counts its letters, and those that are shared.
    fn count(&self, is_shared: &[bool], city: &mut PassageCity) {
        city.n_letters += is_shared.len();
        if !is_shared.contains(&true) {
            return;
        }
        let terms = terms_in(self.block().text());
        for (letter, is_shared) in self.letters().iter().zip(is_shared) {
            city.n_shared += usize::from(*is_shared);
            city.n_set += usize::from(*is_shared && is_within(&terms, letter.span));
        }
    }
}

/// Whether a character goes on with the word or number that stands before it.
fn joins(block: &Block, last: &Letter, letter: char) -> bool {
    !is_han(letter) && !last.span.of(block.text()).chars().any(is_han)
}

/// The number of a word or a name with one more character; no character has one so high.
fn word(code: u32, next: u32) -> u32 {
    (code.wrapping_mul(0x0100_0193) ^ next) | 1 << 31
}

fn is_within(terms: &[Span], span: Span) -> bool {
    let at = terms.partition_point(|term| term.end <= span.start);
    terms.get(at).is_some_and(|term| term.contains(span))
}

/// The part of a run that the most uses have: two of many may share a word before or after it besides, by chance.
fn core(run: &Run) -> Run {
    let is_near = |one: &&RunUse| one.n_letters as f64 >= NEAR * run.n_letters as f64;
    let near: Vec<&RunUse> = run.uses.iter().filter(is_near).collect();
    let n_whole = near.iter().filter(|one| one.n_letters == run.n_letters).count();
    let start = near.iter().map(|one| one.from).max().unwrap_or(0);
    let end = near.iter().map(|one| one.from + one.n_letters).min().unwrap_or(0);
    if near.len() < 2 * n_whole || end < start + stats::MIN_RUN {
        return run.clone();
    }
    let clipped = |one: &RunUse| {
        let (from, until) = (one.from.max(start), (one.from + one.n_letters).min(end));
        let n_letters = until.checked_sub(from).filter(|n| *n >= stats::MIN_RUN)?;
        Some(RunUse { text: one.text, start: one.start + from - one.from, from: from - start, n_letters })
    };
    Run { n_letters: end - start, uses: run.uses.iter().filter_map(clipped).collect() }
}

/// What runs are shown from.
struct Shown<'c> {
    texts: &'c [Text<'c>],
    is_shared: &'c [Vec<bool>],
}

impl Shown<'_> {
    fn run(&self, run: &Run) -> SharedRun {
        let mut places: Vec<(Code, RunPlace)> = Vec::new();
        // By place: how many uses of it come before.
        let mut turns: Vec<(usize, Code, &RunUse)> = Vec::new();
        for one in &run.uses {
            let code = self.texts[one.text].code;
            let at = places.partition_point(|(other, _)| *other < code);
            if places.get(at).is_none_or(|(other, _)| *other != code) {
                places.insert(at, (code, RunPlace { key: code.to_string(), n: 0, is_whole: false }));
            }
            let place = &mut places[at].1;
            turns.push((place.n, code, one));
            place.n += 1;
            place.is_whole |= one.n_letters == run.n_letters;
        }
        turns.order();
        turns.truncate(N_USES);
        turns.order_by_key(|(_, code, one)| (*code, *one));
        let (text, is_set) = self.head(run);
        SharedRun {
            text,
            n_letters: run.n_letters,
            is_set,
            places: places.into_iter().map(|(_, place)| place).collect(),
            n_uses: run.uses.len(),
            uses: turns.iter().map(|(_, _, one)| self.shown(one)).collect(),
        }
    }

    /// The text of a run, and whether it is made of set phrases.
    fn head(&self, run: &Run) -> (String, bool) {
        let whole = run.uses.iter().filter(|one| one.n_letters == run.n_letters);
        let Some(whole) = whole.min_by_key(|one| (self.texts[one.text].code, *one)) else {
            return (String::new(), false);
        };
        let text = &self.texts[whole.text];
        let letters = &text.letters()[whole.start..whole.start + whole.n_letters];
        let span = Span::new(letters[0].span.start, letters[letters.len() - 1].span.end);
        let terms = terms_in(text.block().text());
        let n_set = letters.iter().filter(|letter| is_within(&terms, letter.span)).count();
        (span.of(text.block().text()).to_owned(), n_set as f64 >= SET_SHARE * letters.len() as f64)
    }

    fn shown(&self, one: &RunUse) -> PassageUse {
        let text = &self.texts[one.text];
        let Entry { id, document, .. } = text.entry;
        let block = text.block();
        let letters = text.letters();
        let span = Span::new(letters[one.start].span.start, letters[one.start + one.n_letters - 1].span.end);
        let around = around(block.text(), span);
        let units = |at: usize| utf16_len(&block.text()[around.start..at.clamp(around.start, around.end)]);
        let original = block.draft.original(span);
        let index = Utf16Index::new(&document.original);
        PassageUse {
            column: text.code.to_string(),
            document: *id,
            title: document.title.clone().unwrap_or_default(),
            file: document.file.clone(),
            date: document.date.clone(),
            block: text.index,
            start: index.units(original.start),
            end: index.units(original.end),
            n_letters: one.n_letters,
            text: around.of(block.text()).to_owned(),
            run: [units(span.start), units(span.end)],
            also: stretches(&letters, &self.is_shared[one.text])
                .into_iter()
                .flat_map(|stretch| beside(stretch, span))
                .map(|stretch| [units(stretch.start), units(stretch.end)])
                .filter(|[start, end]| start < end)
                .collect(),
            is_cut: [around.start > 0, around.end < block.text().len()],
        }
    }
}

/// A stretch of a text with what stands around it.
fn around(text: &str, span: Span) -> Span {
    let before = text[..span.start].char_indices().rev().take(N_CONTEXT).last();
    let after = text[span.end..].char_indices().nth(N_CONTEXT);
    Span::new(before.map_or(span.start, |(at, _)| at), after.map_or(text.len(), |(at, _)| span.end + at))
}

/// The stretches of letters that are shared.
fn stretches(letters: &[Letter], is_shared: &[bool]) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    let mut is_open = false;
    for (letter, is_shared) in letters.iter().zip(is_shared) {
        match found.last_mut().filter(|_| is_open) {
            Some(last) if *is_shared => last.end = letter.span.end,
            _ if *is_shared => found.push(letter.span),
            _ => {}
        }
        is_open = *is_shared;
    }
    found
}

/// What of a stretch lies before another, and what after it.
fn beside(stretch: Span, other: Span) -> [Span; 2] {
    let (start, end) = (stretch.start.min(other.start), stretch.end.max(other.end));
    [
        Span::new(start, stretch.end.clamp(start, other.start)),
        Span::new(stretch.start.clamp(other.end, end), end),
    ]
}
