//! Finding names, and what is known of each name before any text is read.

use super::alias::{short_form, usual_form};
use super::code::{Code, Level};
use super::former::{Former, Zone};
use super::gazetteer::Place;
use crate::order::Order;
use crate::text::Beginnings;
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::fmt;

/// Names by their first two characters, the longest first.
#[derive(Default)]
struct Found(FxHashMap<(char, char), Vec<Named>>);

/// A name with what is known of it.
type Named = (Cow<'static, str>, Entry);

impl Found {
    fn get(&self, name: &str) -> Option<&Entry> {
        let alike = self.0.get(&beginning(name)?)?;
        alike.iter().find(|(other, _)| other == name).map(|(_, entry)| entry)
    }

    fn get_mut(&mut self, name: &str) -> Option<&mut Entry> {
        let alike = self.0.get_mut(&beginning(name)?)?;
        alike.iter_mut().find(|(other, _)| other == name).map(|(_, entry)| entry)
    }

    /// The entry of a name, a new one if it has none; none where the name is too short to be found.
    fn entry(&mut self, name: Cow<'static, str>, new: impl FnOnce() -> Entry) -> Option<&mut Entry> {
        let alike = self.0.entry(beginning(&name)?).or_default();
        let known = alike.iter().position(|(other, _)| *other == name);
        let at = known.unwrap_or_else(|| {
            let place = alike.iter().take_while(|(other, _)| other.len() > name.len()).count();
            alike.insert(place, (name, new()));
            place
        });
        alike.get_mut(at).map(|(_, entry)| entry)
    }
}

const COMMON_NAMES: &str = include_str!(concat!(env!("OUT_DIR"), "/places/common_names.tsv"));
const OTHER_NAMES: &str = include_str!(concat!(env!("OUT_DIR"), "/places/other_names.tsv"));

/// How a name that is also an ordinary word may be read, from `data/places/common_names.tsv`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NameRule {
    /// A short form is never a place, a full name only directly after its parent.
    Never,
    /// A place only if the text gives evidence.
    Support,
}

/// Reads the table of common names.
pub(super) fn name_rules() -> FxHashMap<&'static str, NameRule> {
    let rule = |rule| if rule == "never" { NameRule::Never } else { NameRule::Support };
    rows(COMMON_NAMES).map(|(name, of_name)| (name, rule(of_name))).collect()
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
    /// Whether it is a zone, which may be credited to the very city that stands before it.
    pub is_zone: bool,
    /// Whether it is an ordinary word too.
    pub is_word: bool,
    /// How far it may be trusted.
    pub trust: Trust,
    /// What it meant earlier, if that is another place of the same city.
    pub earlier: Option<Former>,
}

impl Entry {
    /// A name without a place.
    fn new(is_full: bool, trust: Trust) -> Entry {
        let candidates = Vec::new();
        Entry {
            candidates,
            is_full,
            is_district: false,
            is_zone: false,
            is_word: false,
            trust,
            earlier: None,
        }
    }

    /// The one place that the name meant in that year, if that was another than today.
    pub fn meaning_in(&self, year: Option<u16>) -> Option<Code> {
        let earlier = self.earlier.filter(|earlier| year.is_some_and(|year| earlier.holds_in(year)));
        earlier.map(|earlier| earlier.code)
    }
}

/// All names, findable.
pub(super) struct Names {
    /// With what names begin, for passing over most places quickly.
    beginnings: Beginnings,
    names: Found,
}

impl fmt::Debug for Names {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Names").field("n_beginnings", &self.names.0.len()).finish()
    }
}

impl Names {
    /// Gathers full names, short forms and the other names that hold them.
    pub fn build(
        places: &[Place],
        rules: &FxHashMap<&'static str, NameRule>,
        former: &[Former],
        zones: &[Zone],
    ) -> Names {
        let mut found = current_names(places, rules);
        add_former(&mut found, former, rules);
        add_zones(&mut found, zones);
        for (words, _) in rows(OTHER_NAMES) {
            let other = || Entry::new(true, Trust::Other);
            if let Some(entry) = found.entry(words.into(), other) {
                *entry = other();
            }
        }
        Names { beginnings: found.0.keys().copied().collect(), names: found }
    }

    /// Every name in the text from left to right, the longest where several begin, with its bytes.
    pub fn find<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (usize, usize, &'a Entry)> {
        let mut end = 0;
        std::iter::from_fn(move || {
            while let Some(start) = self.beginnings.next_place(text, end) {
                if let Some((name, entry)) = self.longest(&text[start..]) {
                    end = start + name.len();
                    return Some((start, end, entry));
                }
                end = start + text[start..].chars().next().map_or(1, char::len_utf8);
            }
            None
        })
    }

    /// The longest name with which a text begins.
    fn longest(&self, text: &str) -> Option<&Named> {
        let alike = self.names.0.get(&beginning(text)?)?;
        alike.iter().find(|(name, _)| text.starts_with(&**name))
    }
}

/// The first two characters; no name is shorter.
fn beginning(text: &str) -> Option<(char, char)> {
    let mut chars = text.chars();
    Some((chars.next()?, chars.next()?))
}

fn current_names(places: &[Place], rules: &FxHashMap<&'static str, NameRule>) -> Found {
    let mut found = Found::default();
    found.0.reserve(places.len() * 2);
    for place in places {
        add(&mut found, place.name.into(), place.code, true);
    }
    for place in places {
        if let Some(usual) = usual_form(place.name) {
            add(&mut found, usual.into(), place.code, true);
        }
        if let Some(short) = place.short_name().filter(|short| rules.get(short) != Some(&NameRule::Never)) {
            add(&mut found, short.into(), place.code, false);
        }
    }
    for (name, entry) in found.0.values_mut().flatten() {
        let rule = rules.get(&**name).copied().or_else(|| rule_of_stem(name, entry, rules));
        decide(name, entry, rule);
    }
    found
}

/// Earlier names. One that some place bears today is one more candidate, or where that is a place of the same city
/// its earlier meaning.
fn add_former(found: &mut Found, former: &[Former], rules: &FxHashMap<&'static str, NameRule>) {
    let candidates = |former: &Former| found.get(former.name).map(|entry| entry.candidates.clone());
    let today: Vec<Vec<Code>> = former.iter().map(|former| candidates(former).unwrap_or_default()).collect();
    for (former, today) in former.iter().zip(today) {
        let is_same_city = |code: &Code| code.nominal_prefecture() == former.code.nominal_prefecture();
        if today.iter().any(is_same_city) {
            if let Some(entry) = found.get_mut(former.name) {
                entry.earlier = Some(*former);
            }
            continue;
        }
        add(found, former.name.into(), former.code, former.name.ends_with(['市', '县', '区', '盟']));
        if let Some(entry) = found.get_mut(former.name) {
            // 任县 and 达县 are short enough to arise by chance.
            let is_short = former.name.chars().count() == 2 && former.code.level() == Level::County;
            let rule = rules.get(former.name).copied().or(is_short.then_some(NameRule::Support));
            decide(former.name, entry, rule);
        }
    }
}

/// Zones with names of their own, unless a place has the name.
fn add_zones(found: &mut Found, zones: &[Zone]) {
    for zone in zones {
        let trust = if zone.needs_support { Trust::Support } else { Trust::Free };
        found.entry(zone.name.into(), || Entry {
            candidates: zone.codes.clone(),
            is_zone: true,
            ..Entry::new(zone.name.ends_with('区'), trust)
        });
    }
}

fn add(found: &mut Found, name: Cow<'static, str>, code: Code, is_full: bool) {
    let is_district = is_full && name.ends_with('区');
    let new = || Entry { is_district, ..Entry::new(is_full, Trust::Free) };
    let Some(entry) = found.entry(name, new) else { return };
    // A short form that is another place's full name would make that name doubtful for no gain.
    if entry.is_full == is_full {
        entry.candidates.push(code);
        if entry.candidates.len() > 1 {
            entry.candidates.order();
        }
    }
}

/// 公安县 may arise by chance (公安县级) as its short form is a word; larger names of this kind are safe.
fn rule_of_stem(name: &str, entry: &Entry, rules: &FxHashMap<&str, NameRule>) -> Option<NameRule> {
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
    entry.is_word = rule.is_some();
    entry.trust = match rule {
        Some(NameRule::Never) => Trust::AfterParent,
        Some(NameRule::Support) => Trust::Support,
        None if is_settled_by_size => Trust::Free,
        None if entry.is_full && n_coarsest == 1 && name.chars().count() > 2 => Trust::Free,
        None => Trust::Support,
    };
}
