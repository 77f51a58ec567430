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
use crate::text::{Span, is_han};
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
    names: Vec<Vec<Name>>,
    persons: BTreeSet<String>,
    companies: BTreeSet<String>,
    certain: Vec<String>,
}

impl FoundNames {
    /// Reads a document.
    pub fn of(document: &Texts, tag: &Tag) -> Self {
        let mut found = FoundNames::default();
        found.take_speakers(&document.speakers, tag);
        for text in &document.texts {
            found.take(text, tag);
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
        AllNames(known(self, everywhere))
    }

    /// The names in one text of the document.
    pub fn names_of(&self, index: usize, text: &str, all: &AllNames, tag: &Tag) -> Vec<Name> {
        let own = self.names.get(index).map_or(&[][..], Vec::as_slice);
        with_known(text, own, &all.0, tag)
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

    fn take(&mut self, text: &str, tag: &Tag) {
        let companies = company::companies(text, tag);
        let stems = companies.iter().filter_map(|company| company.stem).map(|stem| stem.of(text));
        self.companies.extend(stems.filter(|stem| tag(stem).is_none()).map(str::to_owned));
        let of_companies =
            companies.iter().map(|company| Name { span: company.span, kind: NameKind::Company });
        let mut names: Vec<Name> = of_companies.collect();
        for span in person::persons(text, tag) {
            let is_of_theory = person::is_of_theory(&text[span.end..]);
            if !is_of_theory && add(&mut names, Name { span, kind: NameKind::Person }) {
                self.persons.insert(span.of(text).to_owned());
            }
        }
        self.names.push(names);
    }
}

/// The names that count in a document.
pub struct AllNames<'n>(Known<'n>);

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
fn with_known(text: &str, names: &[Name], known: &Known, tag: &Tag) -> Vec<Name> {
    let mut all = names.to_vec();
    for (at, c) in text.char_indices() {
        let here = known.get(&c).into_iter().flatten();
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
fn add(names: &mut Vec<Name>, name: Name) -> bool {
    let is_free =
        names.iter().all(|other| other.span.end <= name.span.start || name.span.end <= other.span.start);
    if is_free {
        names.push(name);
    }
    is_free
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
