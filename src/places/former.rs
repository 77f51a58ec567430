//! Names that places bore earlier, and zones that bear names of their own.

use super::code::Code;
use crate::order::Order;

const FORMER_NAMES: &str = include_str!(concat!(env!("OUT_DIR"), "/places/former_names.tsv"));
const ZONES: &str = include_str!(concat!(env!("OUT_DIR"), "/places/zones.tsv"));

/// An earlier name, by a row of `data/places/former_names.tsv`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Former {
    pub name: &'static str,
    /// The place that it counts for today.
    pub code: Code,
    /// The first year, where it is later than 1999.
    pub from: Option<u16>,
    /// The year in which it ended.
    pub until: u16,
}

impl Former {
    /// Whether the name was in use in that year; in the year of the change the new name may already be meant.
    pub fn holds_in(&self, year: u16) -> bool {
        year < self.until && self.from.is_none_or(|from| from <= year)
    }
}

/// The rows of the table of earlier names, which are sorted by name.
pub(super) fn former_names() -> Vec<Former> {
    let row = |line: &'static str| {
        let mut fields = line.split('\t');
        let (name, code) = (fields.next()?, fields.next()?.parse().ok()?);
        Some(Former { name, code, from: fields.next()?.parse().ok(), until: fields.next()?.parse().ok()? })
    };
    rows(FORMER_NAMES).filter_map(row).collect()
}

/// A zone, by a row of `data/places/zones.tsv`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Zone {
    pub name: &'static str,
    /// The places that it may mean, sorted.
    pub codes: Vec<Code>,
    /// Whether it is read so only if the text gives evidence.
    pub needs_support: bool,
}

/// The rows of the table of zones.
pub(super) fn zones() -> Vec<Zone> {
    let row = |line: &'static str| {
        let mut fields = line.split('\t');
        let name = fields.next()?;
        let mut codes: Vec<Code> = fields.next()?.split(' ').filter_map(|code| code.parse().ok()).collect();
        codes.order();
        Some(Zone { name, codes, needs_support: fields.next() == Some("support") })
    };
    rows(ZONES).filter_map(row).collect()
}

fn rows(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().filter(|line| !line.starts_with('#'))
}
