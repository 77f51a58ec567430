//! The table of places and what follows from their codes.

use super::alias::{short_form, usual_form};
use super::code::{Code, Level};
use super::former::{Former, Zone, former_names, zones};
use super::names::{NameRule, Names, name_rules};
use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};
use std::sync::OnceLock;

const TABLE: &str = include_str!(concat!(env!("OUT_DIR"), "/gazetteer.steps"));

/// A province, prefecture or county.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Its official code.
    pub code: Code,
    /// Its official name, e.g. 德城区.
    pub name: &'static str,
    /// Its level; a municipality is a province, a county-level city without a prefecture a county.
    pub level: Level,
    /// The place in which it lies: the prefecture if the table has one, else the province.
    pub parent: Option<Code>,
}

impl Place {
    /// Its name without 市, 县, 区 and the like; none where fewer than two characters would be left.
    pub fn short_name(&self) -> Option<&'static str> {
        short_form(self.name)
    }
}

/// All places of the built-in table.
///
/// The table is read at the first call of [`Gazetteer::built_in`], all names are gathered at the first text.
#[derive(Debug)]
pub struct Gazetteer {
    places: Vec<Place>,
    rules: FxHashMap<&'static str, NameRule>,
    former: Vec<Former>,
    zones: Vec<Zone>,
    /// Every name and short form that is a place to a reader.
    known_names: FxHashSet<&'static str>,
    /// The usual forms of autonomous places (凉山州).
    usual_forms: Vec<String>,
    names: OnceLock<Names>,
}

impl Gazetteer {
    /// The table of `data/gazetteer.tsv`.
    pub fn built_in() -> &'static Gazetteer {
        static BUILT_IN: OnceLock<Gazetteer> = OnceLock::new();
        BUILT_IN.get_or_init(|| Gazetteer::read(TABLE))
    }

    fn read(table: &'static str) -> Gazetteer {
        let rows: Vec<Row> = rows(table).collect();
        let places = rows
            .iter()
            .map(|&(code, name)| Place { code, name, level: code.level(), parent: parent(code, &rows) })
            .collect();
        let rules = name_rules();
        let (former, zones) = (former_names(), zones());
        let other_names = former.iter().map(|former| former.name).chain(zones.iter().map(|zone| zone.name));
        let known_names = known_names(&rows, other_names, &rules);
        let usual_forms = rows.iter().filter_map(|(_, name)| usual_form(name)).collect();
        Gazetteer { places, rules, former, zones, known_names, usual_forms, names: OnceLock::new() }
    }

    /// The place with this code.
    pub fn place(&self, code: Code) -> Option<&Place> {
        let index = self.places.binary_search_by_key(&code, |place| place.code).ok()?;
        self.places.get(index)
    }

    /// All places, in the order of their codes.
    pub fn places(&self) -> &[Place] {
        &self.places
    }

    /// The place of the wanted level in which `code` lies.
    ///
    /// A place coarser than the level stays itself. Where no prefecture is in between, a municipality counts as one
    /// (东城区 → 北京市), and a county-level city directly under its province is its own (仙桃市 → 仙桃市).
    pub fn roll_up(&self, code: Code, level: Level) -> Code {
        match level {
            _ if code.level() <= level => code,
            Level::Province => code.province(),
            _ if self.place(code.nominal_prefecture()).is_some() => code.nominal_prefecture(),
            _ if code.province().is_municipality() => code.province(),
            _ => code,
        }
    }

    /// Whether `inner` is `outer` or lies within it.
    pub fn is_within(&self, inner: Code, outer: Code) -> bool {
        inner == outer
            || match outer.level() {
                Level::Province => inner.province() == outer,
                Level::Prefecture => inner.nominal_prefecture() == outer,
                Level::County => false,
            }
    }

    /// Whether the word is the name or short form of some place, also where several share it.
    ///
    /// Short forms that are ordinary words (资源, 和平) are not names by themselves.
    pub fn is_name(&self, word: &str) -> bool {
        let may_be_usual = word.ends_with(['州', '县', '旗']);
        self.known_names.contains(word) || (may_be_usual && self.usual_forms.iter().any(|form| form == word))
    }

    /// The year until which one of the places, or one within them, bore this name, if it bears another today.
    pub fn until(&self, name: &str, places: &[Code]) -> Option<u16> {
        let start = self.former.partition_point(|former| former.name < name);
        let bearers = self.former.iter().skip(start).take_while(|former| former.name == name);
        let is_of_today = |code: Code| {
            self.place(code).is_some_and(|place| place.name == name || place.short_name() == Some(name))
        };
        let is_meant = |former: &&Former| {
            !is_of_today(former.code) && places.iter().any(|&place| self.is_within(former.code, place))
        };
        bearers.into_iter().find(is_meant).map(|former| former.until)
    }

    pub(super) fn names(&self) -> &Names {
        self.names.get_or_init(|| Names::build(&self.places, &self.rules, &self.former, &self.zones))
    }
}

type Row = (Code, &'static str);

/// Sorted by code. A line is the step from the code before, which is 1 where nothing is said, and the name (`build.rs`).
fn rows(table: &'static str) -> impl Iterator<Item = Row> {
    let mut code = 0;
    table.lines().map(move |line| {
        let name = line.trim_start_matches(|c: char| c.is_ascii_digit());
        code += line[..line.len() - name.len()].parse().unwrap_or(1);
        (Code::new(code), name)
    })
}

fn parent(code: Code, rows: &[Row]) -> Option<Code> {
    let has = |code: Code| rows.binary_search_by_key(&code, |(of, _)| *of).is_ok();
    match code.level() {
        Level::Province => None,
        Level::County if has(code.nominal_prefecture()) => Some(code.nominal_prefecture()),
        _ => Some(code.province()),
    }
}

fn known_names(
    rows: &[Row],
    other_names: impl Iterator<Item = &'static str>,
    rules: &FxHashMap<&str, NameRule>,
) -> FxHashSet<&'static str> {
    let forms =
        rows.iter().flat_map(|&(_, name)| [Some(name), short_form(name)]).flatten().chain(other_names);
    let mut known = FxHashSet::with_capacity_and_hasher(2 * rows.len(), FxBuildHasher);
    known.extend(forms.filter(|form| rules.get(form) != Some(&NameRule::Never)));
    known
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_table_comes_out_of_its_steps() {
        let lines = include_str!("../../data/gazetteer.tsv").lines().filter(|line| !line.starts_with('#'));
        let shown: Vec<String> = rows(TABLE).map(|(code, name)| format!("{code}\t{name}")).collect();
        assert_eq!(shown, lines.collect::<Vec<_>>());
    }

    #[test]
    fn names_have_two_characters_or_more() {
        let place = Gazetteer::built_in().places().iter().find(|place| place.name.chars().count() < 2);
        assert_eq!(place.map(|place| place.name), None);
        let found: Vec<(usize, usize)> = Gazetteer::built_in()
            .names()
            .find("在济南市历下区")
            .map(|(start, end, _)| (start, end))
            .collect();
        assert_eq!(found, [(3, 12), (12, 21)]);
    }
}
