//! The automaton that finds names, and what is known of each name before any text is read.

use super::alias::short_form;
use super::code::{Code, Level};
use super::gazetteer::Place;
use daachorse::{CharwiseDoubleArrayAhoCorasick, CharwiseDoubleArrayAhoCorasickBuilder, MatchKind};
use std::collections::BTreeMap;
use std::fmt;

const COMMON_NAMES: &str = include_str!("../../data/places/common_names.tsv");
const OTHER_NAMES: &str = include_str!("../../data/places/other_names.tsv");

/// How a name that is also an ordinary word may be read, from `data/places/common_names.tsv`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NameRule {
    /// A short form is never a place, a full name only directly after its parent.
    Never,
    /// A place only if the text gives evidence.
    Support,
}

/// Reads the table of common names.
pub(super) fn name_rules() -> BTreeMap<&'static str, NameRule> {
    rows(COMMON_NAMES)
        .map(|(name, rule)| (name, if rule == "never" { NameRule::Never } else { NameRule::Support }))
        .collect()
}

fn rows(table: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    table.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'))
}

/// How much a name says by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Trust {
    /// It is this place.
    Free,
    /// It is a place if the text gives evidence.
    Support,
    /// It is a place only directly after its parent.
    AfterParent,
    /// It is no place: a longer name or word that holds one.
    Other,
}

/// A name as the automaton finds it.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    /// The places it may mean, sorted.
    pub candidates: Vec<Code>,
    /// Whether it is an official name and not a short form.
    pub is_full: bool,
    /// Whether it is the official name of a district.
    pub is_district: bool,
    /// How far it may be trusted.
    pub trust: Trust,
}

/// All names, findable.
pub(super) struct Names {
    automaton: CharwiseDoubleArrayAhoCorasick<u32>,
    entries: Vec<Entry>,
}

impl fmt::Debug for Names {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Names").field("n_entries", &self.entries.len()).finish()
    }
}

impl Names {
    /// Builds the automaton over full names, short forms and the other names that hold them.
    pub fn build(places: &[Place], rules: &BTreeMap<&str, NameRule>) -> Names {
        let mut found: BTreeMap<&str, Entry> = BTreeMap::new();
        for place in places {
            add(&mut found, place.name, place.code, true);
        }
        for place in places {
            if let Some(short) = place.short_name().filter(|short| rules.get(short) != Some(&NameRule::Never))
            {
                add(&mut found, short, place.code, false);
            }
        }
        for (name, entry) in &mut found {
            let rule = rules.get(name).copied().or_else(|| rule_of_stem(name, entry, rules));
            decide(name, entry, rule);
        }
        for (words, _) in rows(OTHER_NAMES) {
            found.insert(
                words,
                Entry { candidates: Vec::new(), is_full: true, is_district: false, trust: Trust::Other },
            );
        }
        let patterns: Vec<(&str, u32)> = found.keys().zip(0..).map(|(name, index)| (*name, index)).collect();
        let automaton = CharwiseDoubleArrayAhoCorasickBuilder::new()
            .match_kind(MatchKind::LeftmostLongest)
            .build_with_values(patterns)
            .expect("names are distinct, not empty and few");
        Names { automaton, entries: found.into_values().collect() }
    }

    /// Every name in the text from left to right, the longest where several begin, with its bytes.
    pub fn find<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (usize, usize, &'a Entry)> {
        self.automaton.leftmost_find_iter(text).filter_map(|found| {
            let entry = self.entries.get(usize::try_from(found.value()).ok()?)?;
            Some((found.start(), found.end(), entry))
        })
    }
}

fn add<'a>(found: &mut BTreeMap<&'a str, Entry>, name: &'a str, code: Code, is_full: bool) {
    let is_district = is_full && name.ends_with('区');
    let entry = found.entry(name).or_insert_with(|| Entry {
        candidates: Vec::new(),
        is_full,
        is_district,
        trust: Trust::Free,
    });
    // A short form that is another place's full name would make that name doubtful for no gain.
    if entry.is_full == is_full {
        entry.candidates.push(code);
        entry.candidates.sort_unstable();
    }
}

/// 公安县 may arise by chance (公安县级) as its short form is a word; larger names of this kind are safe.
fn rule_of_stem(name: &str, entry: &Entry, rules: &BTreeMap<&str, NameRule>) -> Option<NameRule> {
    let is_short_county =
        name.chars().count() == 3 && entry.candidates.iter().all(|code| code.level() == Level::County);
    let stem = short_form(name).filter(|_| entry.is_full && is_short_county)?;
    (rules.get(stem) == Some(&NameRule::Never)).then_some(NameRule::Support)
}

/// Sets how far the name may be trusted, and keeps the largest place where places of different size share a name.
fn decide(name: &str, entry: &mut Entry, rule: Option<NameRule>) {
    let coarsest = entry.candidates.iter().map(|code| code.level()).min().unwrap_or(Level::County);
    let n_coarsest = entry.candidates.iter().filter(|code| code.level() == coarsest).count();
    let is_settled_by_size = n_coarsest == 1 && coarsest < Level::County;
    if is_settled_by_size && rule.is_none() {
        entry.candidates.retain(|code| code.level() == coarsest);
    }
    entry.trust = match rule {
        Some(NameRule::Never) => Trust::AfterParent,
        Some(NameRule::Support) => Trust::Support,
        None if is_settled_by_size => Trust::Free,
        None if entry.is_full && n_coarsest == 1 && name.chars().count() > 2 => Trust::Free,
        None => Trust::Support,
    };
}
