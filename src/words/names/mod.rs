//! Names of persons and companies, at the places where they stand as names.
//!
//! Promise: a name is known by what stands around it; the same characters elsewhere are marked only if they are no
//! word, or if something there gives them away too, so that 江山 is a name in one text and a word in another. What is
//! found in one document counts in the others only where it can be nothing else. Not here: whether names are shown.

mod company;
mod join;
mod known;
mod person;
mod tables;

use super::phrase::Tag;
use crate::order::{self, Order};
use crate::text::{Characters, Span, is_han};
pub use join::tokens_with_names;
pub use known::{Beginnings, KnownNames};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Whose name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum NameKind {
    /// A person.
    Person,
    /// A company.
    Company,
}

/// A name at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Name {
    /// Bytes of the text.
    pub span: Span,
    /// Whose.
    pub kind: NameKind,
}

/// The texts of a document, and who is known to speak in it.
#[derive(Debug, Clone, Default)]
pub struct Texts<'t> {
    /// Cleaned texts.
    pub texts: Vec<&'t str>,
    /// Names before turns of an interview, with or without what follows them.
    pub speakers: Vec<&'t str>,
}

/// Finds the names in some documents: for each document and text, from left to right and without overlap. `tag` tells
/// the words of the dictionary; place names are among them (`ns`).
pub fn names(documents: &[Texts], tag: &Tag) -> Vec<Vec<Vec<Name>>> {
    let found: Vec<FoundNames> = documents.iter().map(|document| FoundNames::of(document, tag)).collect();
    let everywhere = order::set(found.iter().flat_map(FoundNames::certain));
    documents.iter().zip(&found).map(|(texts, found)| found.names(texts, &everywhere, tag)).collect()
}

/// The names that one document gives away by itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FoundNames {
    texts: Vec<FoundInText>,
    persons: BTreeSet<String>,
    companies: BTreeSet<String>,
    certain: Vec<String>,
}

/// What one text of it gives away.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct FoundInText {
    names: Vec<Name>,
    /// What companies may be called for short.
    stems: Vec<Span>,
}

impl FoundNames {
    /// Reads a document.
    pub fn of(document: &Texts, tag: &Tag) -> Self {
        let texts = document.texts.iter().map(|text| FoundInText::of(text, tag));
        FoundNames { texts: texts.collect(), ..FoundNames::default() }.put_together(document, tag)
    }

    /// Reads the texts of a document again that are concerned; the others are what they were.
    pub fn again(mut self, document: &Texts, is_concerned: impl Fn(&str) -> bool, tag: &Tag) -> Self {
        for (found, text) in self.texts.iter_mut().zip(&document.texts) {
            if is_concerned(text) {
                *found = FoundInText::of(text, tag);
            }
        }
        self.put_together(document, tag)
    }

    /// Whether the same names count in the whole document, wherever they are given away.
    pub fn is_same_elsewhere(&self, other: &Self) -> bool {
        self.persons == other.persons && self.companies == other.companies
    }

    fn put_together(self, document: &Texts, tag: &Tag) -> Self {
        let mut found = FoundNames { texts: self.texts, ..FoundNames::default() };
        found.take_speakers(&document.speakers, tag);
        for (of_text, text) in found.texts.iter().zip(&document.texts) {
            let persons = of_text.names.iter().filter(|name| name.kind == NameKind::Person);
            found.persons.extend(persons.map(|name| name.span.of(text).to_owned()));
            found.companies.extend(of_text.stems.iter().map(|stem| stem.of(text).to_owned()));
        }
        let is_certain = |name: &&String| name.chars().count() > 2 && !is_word(name, tag);
        found.certain = found.persons.iter().filter(is_certain).cloned().collect();
        found
    }

    /// The names of persons that can be nothing else, in other documents too.
    pub fn certain(&self) -> impl Iterator<Item = &str> {
        self.certain.iter().map(String::as_str)
    }

    /// All names in the texts of the document, those included that only other documents give away.
    pub fn names(&self, document: &Texts, everywhere: &BTreeSet<&str>, tag: &Tag) -> Vec<Vec<Name>> {
        let all = self.with(everywhere);
        let texts = document.texts.iter().enumerate();
        texts.map(|(index, text)| self.names_of(index, text, &all, tag)).collect()
    }

    /// The names that count in the document, with those that only other documents give away.
    pub fn with<'n>(&'n self, everywhere: &BTreeSet<&'n str>) -> AllNames<'n> {
        let known = known(self, everywhere);
        AllNames { firsts: known.keys().copied().collect(), known }
    }

    /// The names in one text of the document.
    pub fn names_of(&self, index: usize, text: &str, all: &AllNames, tag: &Tag) -> Vec<Name> {
        let own = self.texts.get(index).map_or(&[][..], |found| &found.names);
        with_known(text, own, all, tag)
    }

    fn take_speakers(&mut self, speakers: &[&str], tag: &Tag) {
        for speaker in speakers {
            let name: String = speaker.chars().take_while(|c| is_han(*c) || *c == '·').collect();
            let is_name = person::surname(&name).is_some() && (2..=4).contains(&name.chars().count());
            if is_name && !is_word(&name, tag) {
                self.persons.insert(name);
            }
        }
    }
}

impl FoundInText {
    fn of(text: &str, tag: &Tag) -> Self {
        let companies = company::companies(text, tag);
        let stems = companies.iter().filter_map(|company| company.stem);
        let stems = stems.filter(|stem| tag(stem.of(text)).is_none()).collect();
        let of_companies =
            companies.iter().map(|company| Name { span: company.span, kind: NameKind::Company });
        let mut names: Vec<Name> = of_companies.collect();
        for span in person::persons(text, tag) {
            if !person::is_of_theory(&text[span.end..]) {
                add(&mut names, Name { span, kind: NameKind::Person });
            }
        }
        FoundInText { names, stems }
    }
}

/// The names that count in a document.
pub struct AllNames<'n> {
    known: Known<'n>,
    firsts: Characters,
}

/// Names by their first character, the longest first: 周兵强 holds 周兵.
type Known<'n> = BTreeMap<char, Vec<(&'n str, NameKind)>>;

fn known<'n>(found: &'n FoundNames, everywhere: &BTreeSet<&'n str>) -> Known<'n> {
    let mut known = Known::new();
    let persons = order::set(found.persons.iter().map(String::as_str).chain(everywhere.iter().copied()));
    let of_persons = persons.into_iter().map(|name| (name, NameKind::Person));
    let of_companies = found.companies.iter().map(|name| (name.as_str(), NameKind::Company));
    for (name, kind) in of_persons.chain(of_companies) {
        known.entry(name.chars().next().unwrap_or_default()).or_default().push((name, kind));
    }
    for names in known.values_mut() {
        names.order_by(|(a, _), (b, _)| b.len().cmp(&a.len()).then(a.cmp(b)));
    }
    known
}

/// The names of a text with those that are known from elsewhere.
fn with_known(text: &str, names: &[Name], known: &AllNames, tag: &Tag) -> Vec<Name> {
    let mut all = names.to_vec();
    for at in known.firsts.places(text) {
        let first = text[at..].chars().next();
        let here = first.and_then(|first| known.known.get(&first)).into_iter().flatten();
        for (name, kind) in here.filter(|(name, _)| text[at..].starts_with(name)) {
            let span = Span::new(at, at + name.len());
            if *kind == NameKind::Company || stands_as_name(text, span, tag) {
                add(&mut all, Name { span, kind: *kind });
            }
        }
    }
    all.order();
    all
}

/// Adds a name where none stands yet.
fn add(names: &mut Vec<Name>, name: Name) {
    let is_free =
        names.iter().all(|other| other.span.end <= name.span.start || name.span.end <= other.span.start);
    if is_free {
        names.push(name);
    }
}

/// Whether the characters of a known name are that name here.
fn stands_as_name(text: &str, span: Span, tag: &Tag) -> bool {
    let (before, name, rest) = (&text[..span.start], span.of(text), &text[span.end..]);
    if person::is_of_theory(rest) {
        return false;
    }
    if person::is_given_away(before, name, rest, tag) {
        return true;
    }
    let is_short = name.chars().count() == 2;
    !is_word(name, tag) && !(is_short && (person::joins(before, name, tag) || person::joins(name, rest, tag)))
}

/// Whether a name is a word of another kind too. The dictionary's tag for names alone is no proof: it has 高峰 as one.
fn is_word(name: &str, tag: &Tag) -> bool {
    match tag(name) {
        Some(tag) => !tag.starts_with("nr") || name.chars().count() == 2,
        None => false,
    }
}
